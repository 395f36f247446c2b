//! Somebody else's site: pages with the tool in them, at another port and under another name than the tool's.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header::CONTENT_SECURITY_POLICY},
    response::{Html, IntoResponse, Response},
};
use tokio::task::JoinHandle;

use crate::harness::unreliable_host::spawn;

pub struct Newspaper {
    /// Address of the site, without a slash at its end.
    pub site: String,
    pages: Pages,
    serving: JoinHandle<()>,
}

/// By path: a page, and its security policy where it has one.
type Pages = Arc<Mutex<BTreeMap<String, (String, Option<String>)>>>;

impl Newspaper {
    pub fn open() -> std::io::Result<Self> {
        let pages = Pages::default();
        let router = Router::new().fallback(page).with_state(pages.clone());
        let (address, serving) = spawn(router)?;
        let site = format!("http://localhost:{}", address.port());
        Ok(Self { site, pages, serving })
    }

    /// Publishes an article with this in it.
    pub fn publish(&self, path: &str, content: &str) {
        self.put(path, article("ltr", content), None);
    }

    /// The same in a script that runs from right to left.
    pub fn publish_right_to_left(&self, path: &str, content: &str) {
        self.put(path, article("rtl", content), None);
    }

    /// The same under a content security policy, which allows what the article itself has.
    pub fn publish_under(&self, path: &str, policy: &str, content: &str) {
        let own = format!("default-src 'none'; img-src data:; style-src 'nonce-own'; {policy}");
        self.put(path, article("ltr", content), Some(own));
    }

    fn put(&self, path: &str, page: String, policy: Option<String>) {
        self.pages.lock().expect("no journey panics while it publishes").insert(path.to_owned(), (page, policy));
    }
}

impl Drop for Newspaper {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn page(State(pages): State<Pages>, request: Request) -> Response {
    let found = pages.lock().expect("no journey panics while it publishes").get(request.uri().path()).cloned();
    match found {
        None => StatusCode::NOT_FOUND.into_response(),
        Some((page, None)) => Html(page).into_response(),
        Some((page, Some(policy))) => ([(CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response(),
    }
}

/// An article that notes what it hears: events, messages, breaches of its policy, and where what follows the tool stands.
fn article(direction: &str, content: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>An article</title>
<link rel="icon" href="data:,">
<style nonce="own">body {{ margin: 0; font: 18px/1.6 serif }} .column {{ max-width: 640px; margin: auto }} .narrow {{ width: 300px }}</style>
<script nonce="own">
  window.heard = [];
  window.messages = [];
  window.breaches = [];
  for (const event of ["ready", "answered", "outcome", "height"]) {{
    addEventListener(`which-guarantee:${{event}}`, ({{ target, detail }}) => heard.push({{ id: target.id, event, detail }}));
  }}
  addEventListener("message", ({{ origin, data }}) => messages.push({{ origin, data }}));
  addEventListener("securitypolicyviolation", (it) => breaches.push(`${{it.violatedDirective}} ${{it.blockedURI}}`));
</script>
<h1>An article</h1>
<div class="column">{content}<p id="below">What follows the tool.</p></div>
<p class="colophon">The end.</p>
"#
    )
}
