//! `cargo site serve`: hands out `dist/` on this machine alone, as a good host would.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{CONTENT_ENCODING, CONTENT_TYPE, VARY},
    },
    middleware::{self, Next},
    response::{Html, IntoResponse, Response},
    routing::any,
};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use crate::site::{failure::Failure, hosting::Hosting, progress::say, routes::NOT_FOUND};

/// Holds a port on this machine. It is taken before anything is built, so that a taken one is known at once.
///
/// # Errors
/// The port is taken or not allowed.
pub fn listen(port: u16) -> Result<TcpListener, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        if error.kind() != io::ErrorKind::AddrInUse {
            return Failure::step(
                "opening the port",
                format!("Port {port}: {error}."),
                "Choose another with --port N.",
            );
        }
        let free = (port.saturating_add(1)..=u16::MAX).find(|it| TcpListener::bind((Ipv4Addr::LOCALHOST, *it)).is_ok());
        let why = format!("Port {port} is taken.");
        match free {
            Some(free) => Failure::step(
                "opening the port",
                format!("{why} The next free one: cargo site serve --port {free}"),
                "Or stop what uses it.",
            ),
            None => Failure::step("opening the port", why, "Choose a lower one with --port N."),
        }
    })
}

/// Serves a folder until Ctrl-C.
///
/// # Errors
/// `Failure::Step` if the system refuses to serve.
pub fn serve(dist: &Path, listener: TcpListener) -> Result<(), Failure> {
    let failed = |it: io::Error| Failure::step("serving dist/", it, "Try again, or choose another port with --port N.");
    let address = listener.local_addr().map_err(failed)?;
    let runtime = tokio::runtime::Runtime::new().map_err(failed)?;
    let router = router(dist).map_err(failed)?;
    runtime.block_on(async {
        let listener = to_tokio(listener).map_err(failed)?;
        say(&format!("Serving dist/ at http://{address} (Ctrl-C stops)."));
        // Open connections are not waited for: a browser keeps them for minutes.
        tokio::select! {
            ended = async { axum::serve(listener, router).await } => ended.map_err(failed),
            _ = tokio::signal::ctrl_c() => Ok(()),
        }
    })
}

/// A running server for tests. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    pub address: SocketAddr,
    _running: oneshot::Sender<()>,
}

/// Serves a folder at a free port of this machine, on the current tokio runtime.
///
/// # Errors
/// Fails if no port is free or the folder cannot be read.
pub async fn spawn(dist: &Path) -> io::Result<Server> {
    spawned(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?, dist)
}

/// Serves a folder at a port that is already open. Must be called from within a tokio runtime.
///
/// # Errors
/// The folder can't be read.
pub fn spawn_at(listener: TcpListener, dist: &Path) -> io::Result<Server> {
    spawned(to_tokio(listener)?, dist)
}

fn spawned(listener: tokio::net::TcpListener, dist: &Path) -> io::Result<Server> {
    let address = listener.local_addr()?;
    let (running, stopped) = oneshot::channel();
    let router = router(dist)?;
    tokio::spawn(async move {
        tokio::select! {
            _ = async { axum::serve(listener, router).await } => {}
            _ = stopped => {}
        }
    });
    Ok(Server { address, _running: running })
}

fn to_tokio(listener: TcpListener) -> io::Result<tokio::net::TcpListener> {
    listener.set_nonblocking(true)?;
    tokio::net::TcpListener::from_std(listener)
}

fn router(dist: &Path) -> io::Result<Router> {
    let not_found = dist.join(NOT_FOUND);
    let hosting = Arc::new(Hosting::of_folder(dist, "/")?);
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().fallback(any(move || missing(not_found)));
    Ok(Router::new().fallback_service(files).layer(middleware::from_fn_with_state(hosting, with_headers)))
}

/// The site's own page for what is not there, or a few words where it has none.
async fn missing(page: PathBuf) -> Response {
    let text = tokio::fs::read_to_string(page).await;
    let text =
        text.unwrap_or_else(|_| "<!doctype html><title>404</title><h1>404</h1><p><a href=\"/\">/</a>".to_owned());
    (StatusCode::NOT_FOUND, Html(text)).into_response()
}

async fn with_headers(State(hosting): State<Arc<Hosting>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let mut response = next.run(request).await;
    let is_missing = response.status() == StatusCode::NOT_FOUND;
    let said = if is_missing { hosting.headers_of_missing() } else { hosting.headers(&path) };
    let headers = response.headers_mut();
    for (name, value) in said {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            headers.insert(name, value);
        }
    }
    if headers.contains_key(CONTENT_ENCODING) {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    let without_charset = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).filter(|it| !it.contains(';'));
    if let Some(kind) = without_charset.filter(|it| it.starts_with("text/")).map(|it| format!("{it}; charset=utf-8"))
        && let Ok(value) = HeaderValue::from_str(&kind)
    {
        headers.insert(CONTENT_TYPE, value);
    }
    response
}
