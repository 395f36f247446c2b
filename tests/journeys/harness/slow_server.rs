//! A server that holds the wasm back until it is told what to do with it: a slow line, or a broken one.

use std::path::Path;

use axum::{
    Router,
    body::to_bytes,
    extract::{Request, State},
    http::{StatusCode, header::CONTENT_TYPE},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::{sync::watch, task::JoinHandle};
use tower_http::services::ServeDir;

use crate::harness::unreliable_host::spawn;

pub struct Gate {
    /// Address of the site behind the gate, without a slash at its end.
    pub site: String,
    wasm: watch::Sender<Wasm>,
    serving: JoinHandle<()>,
}

/// Where the gate keeps a share sheet for browsers that have none here.
pub const SHEET: &str = "/sheet.js";

/// What happens to those who ask for the wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wasm {
    Waits,
    Comes,
    /// All comes but the chunk that loads later.
    LaterWaits,
    LaterIsMissing,
    IsMissing,
    /// It comes, but its sentences are damaged on the way.
    SentencesAreDamaged,
}

impl Gate {
    pub fn open(wasm: Wasm) -> std::io::Result<Self> {
        let (wasm, asked) = watch::channel(wasm);
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        // A script from the site itself; the page's policy lets no other run.
        let sheet = || async { ([(CONTENT_TYPE, "text/javascript")], include_str!("../in_page/sheet.js")) };
        let router = Router::new()
            .route(SHEET, get(sheet))
            .fallback_service(ServeDir::new(dist))
            .layer(from_fn_with_state(asked, guard));
        let (address, serving) = spawn(router)?;
        let site = format!("http://{address}");
        Ok(Self { site, wasm, serving })
    }

    pub fn now(&self, wasm: Wasm) {
        self.wasm.send_replace(wasm);
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn guard(State(mut wasm): State<watch::Receiver<Wasm>>, request: Request, next: Next) -> Response {
    if request.uri().path().contains("/edition-") && *wasm.borrow() == Wasm::SentencesAreDamaged {
        let edition = to_bytes(next.run(request).await.into_body(), usize::MAX).await.unwrap_or_default();
        return edition.slice(..edition.len() / 2).into_response();
    }
    if request.uri().path().ends_with(".wasm") {
        let is_later = request.uri().path().contains("/later.");
        let waits = |it: &Wasm| *it == Wasm::Waits || is_later && *it == Wasm::LaterWaits;
        let is_missing = |it: &Wasm| *it == Wasm::IsMissing || is_later && *it == Wasm::LaterIsMissing;
        let decided = wasm.wait_for(|it| !waits(it)).await.map(|it| *it);
        if !decided.is_ok_and(|it| !is_missing(&it)) {
            return StatusCode::NOT_FOUND.into_response();
        }
    }
    next.run(request).await
}
