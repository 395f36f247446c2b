//! The real nginx and the real Caddy: every kind of page, alive, under the policy that they send, and not one breach of
//! it. Browsers tell breaches to an address of the policy's choosing, from the first byte of a page on and out of frames
//! and workers as well; that address is the only thing that is added here.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{Router, extract::State, http::StatusCode};
use serde_json::json;
use tokio::task::JoinHandle;
use which_guarantee::site::hosting::Hosting;

use crate::{
    Told,
    harness::{
        article_server::Newspaper,
        embedded::{heard, script},
        engine::Engine,
        reader::Reader,
        unreliable_host::{at_home, spawn},
    },
    offline::IS_KEPT,
    server::{Kind, Server, free_port},
};

const ANSWERS: &str = "war=armistice&us=troops&backing=broad";

pub async fn nginx_serves_every_page_without_a_breach_of_its_policy(reader: &Reader, engine: &Engine) -> Told {
    visit_all(reader, engine, Kind::Nginx).await
}

pub async fn caddy_serves_every_page_without_a_breach_of_its_policy(reader: &Reader, engine: &Engine) -> Told {
    visit_all(reader, engine, Kind::Caddy).await
}

async fn visit_all(reader: &Reader, engine: &Engine, kind: Kind) -> Told {
    let alarm = Alarm::open()?;
    let with_alarm = format!("default-src 'none';report-uri {};", alarm.address);
    let adapt = |it: String| it.replace("default-src 'none';", &with_alarm);
    let port = free_port();
    let files = at_home(&format!("http://127.0.0.1:{port}"))?;
    let server = Server::start(kind, port, &Hosting::of_folder(files.path(), "/")?, files.path(), adapt);
    let reader = &reader.at(&server.host);

    // Pages that come as they are.
    for path in ["/", "/en/method/", "/uk/about/", "/en/walk/", "/uk/guarantees/", "/en/guarantees/alliance/"] {
        arrive(reader, path).await?;
    }

    // The tool: a question and its answer, what is kept of the site, and an outcome with all that is drawn in it.
    reader.open("/en/").await?;
    reader.choose("war", "armistice").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    let page = reader.open(&format!("/uk/#{ANSWERS}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(ANSWERS).0));
    reader.until_true("the whole outcome", "return !!document.querySelector('.closer')").await?;
    for section in ["pictures", "code"] {
        reader.click(&format!("[aria-controls=sharing-{section}]")).await?;
    }
    let drawn = "const all = [...document.querySelectorAll('[data-picture] img')];
        return all.length === 2 && all.every((it) => it.naturalWidth > 1000 && it.src.startsWith('blob:'))
            && !!document.querySelector('#sharing-code svg')";
    reader.until_true("two pictures and a code", drawn).await?;
    reader.open("/en/class/").await?;

    // What is made for others, and a page on another origin that frames the tool.
    arrive(reader, "/en/embed/").await?;
    reader.until_true("a preview that speaks", "return !!document.querySelector('#heard li')").await?;
    let compact = "const it = document.querySelector('[name=extent][value=compact]');
        it.click(); return document.querySelector('#preview')?.src.includes('compact') ?? true";
    reader.until_true("another snippet", compact).await?;
    let paper = Newspaper::open()?;
    let content = format!(
        r#"<which-guarantee id="it" lang="en" start="{ANSWERS}"></which-guarantee>{}
           <iframe data-which-guarantee id="sandboxed" sandbox="allow-scripts" src="{}/uk/frame.html" title="It"></iframe>"#,
        script(reader),
        reader.site
    );
    paper.publish("/", &content);
    reader.at(&paper.site).begin("/").await?;
    for frame in ["it", "sandboxed"] {
        heard(&reader.at(&paper.site), frame, "ready").await?;
        heard(&reader.at(&paper.site), frame, "outcome").await?;
    }

    // The tool in one file, opened where it is offered for download.
    let page = reader.open("/which-guarantee-uk.html").await?;
    assert_eq!(page.place, "war");

    // The alarm is heard: so nothing was to be heard before.
    let errors = reader.console_errors().await?;
    assert!(errors.is_empty(), "the console has errors: {errors:#?}");
    assert_eq!(alarm.heard(), Vec::<String>::new(), "breaches of the policy");
    arrive(reader, "/en/about/").await?;
    let breach =
        "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { margin: 0 }' }))";
    reader.script(breach, Vec::new()).await?;
    let is_heard = async || Ok(if alarm.heard().is_empty() { Err(()) } else { Ok(()) });
    reader.until("a breach on purpose", is_heard).await?;
    for report in alarm.heard() {
        assert!(report.contains("/en/about/") && report.contains("style-src"), "a breach of the policy: {report}");
    }
    // The one on purpose.
    reader.console_errors().await?;
    reader.visit("about:blank").await
}

/// Goes to a page, and looks whether it has the looks that it brings itself and those of its sheet.
async fn arrive(reader: &Reader, path: &str) -> Told {
    reader.visit(&format!("{}{path}", reader.site)).await?;
    let dressed = "return location.pathname === arguments[0] && document.readyState === 'complete'
        && getComputedStyle(document.documentElement).getPropertyValue('--ground') !== ''
        && [...document.styleSheets].every((it) => it.cssRules.length > 0)";
    reader
        .until(path, async || {
            let seen = reader.client.execute(dressed, vec![json!(path)]).await?;
            Ok(if seen == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await
}

/// Where browsers tell what a policy has kept from happening.
struct Alarm {
    address: String,
    heard: Reports,
    serving: JoinHandle<()>,
}

type Reports = Arc<Mutex<Vec<String>>>;

impl Alarm {
    fn open() -> std::io::Result<Self> {
        let heard = Reports::default();
        let router = Router::new().fallback(hear).with_state(heard.clone());
        let (address, serving) = spawn(router)?;
        let address = format!("http://{address}/");
        Ok(Self { address, heard, serving })
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn hear(State(heard): State<Reports>, report: String) -> StatusCode {
    heard.lock().unwrap_or_else(PoisonError::into_inner).push(report);
    StatusCode::NO_CONTENT
}
