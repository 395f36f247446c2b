//! A host as hosts can be: it is gone, comes back with another version of the site, or gives something else than what
//! it was asked for.

use std::{
    fs, io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION},
    },
    middleware::{Next, from_fn_with_state},
    response::{Html, IntoResponse, Response},
};
use tempfile::TempDir;
use tokio::{
    runtime::Runtime,
    sync::{Notify, watch},
    task::JoinHandle,
};
use tower_http::services::ServeDir;
use which_guarantee::site::{
    build::{
        made,
        pwa::Worker,
        service_worker::{Rules, worker, worker_languages},
    },
    files::{Folders, SiteFile, all_below, name_below},
    html::head::Site,
};

use crate::{harness::engine::Engine, server};

pub struct Host {
    /// Without a slash at its end; the same for as long as the host lives.
    pub site: String,
    address: SocketAddr,
    /// None while it is gone.
    running: Option<Runtime>,
    desk: Arc<Desk>,
}

#[derive(Default)]
struct Desk {
    lie: watch::Sender<Option<(String, Lie)>>,
    /// Every path that was asked for.
    asked: Mutex<Vec<String>>,
    came: Notify,
}

/// What is given in the place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// What a café's network says before one has signed in: a page, as if all were well.
    SignIn,
    /// The way to that page.
    Elsewhere,
    /// The right content under the wrong type.
    WrongType,
    CutShort,
    /// An error, as a page.
    Broken,
    /// Nothing, for as long as the lie lasts; then an error.
    Silence,
    /// That there is no such file, as after another version has taken the place of this one.
    Missing,
    /// The right page with a script of the host's own in it.
    Altered,
    /// A page's address without the slash at its end.
    Slashless,
}

/// A page that belongs to no version of the site, below any folder.
pub const PLAIN: &str = "/plain";

/// Serves this at an address that no other site of the run has, on the current tokio runtime, until it is aborted.
pub fn spawn(router: Router) -> io::Result<(SocketAddr, JoinHandle<()>)> {
    let listener = server::listener()?;
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let address = listener.local_addr()?;
    let serving = tokio::spawn(async move {
        let _ = axum::serve(listener, router).await;
    });
    Ok((address, serving))
}

impl Host {
    pub fn open(folder: &Path) -> io::Result<Self> {
        let listener = server::listener()?;
        let address = listener.local_addr()?;
        let mut host =
            Self { site: format!("http://{address}"), address, running: None, desk: Arc::new(Desk::default()) };
        host.serve(folder, listener)?;
        Ok(host)
    }

    /// Goes away, and with it every connection.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.shutdown_background();
        }
    }

    /// Comes back at the same address.
    pub fn start(&mut self, folder: &Path) -> io::Result<()> {
        self.stop();
        // Until the one before has let go of the address.
        let deadline = Instant::now() + Duration::from_secs(10);
        let listener = loop {
            match TcpListener::bind(self.address) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse && Instant::now() < deadline => {
                    thread::yield_now();
                }
                bound => break bound?,
            }
        };
        self.serve(folder, listener)
    }

    /// From now on gives this for every path that ends so, or begins so if that is an asset's; none for the truth.
    pub fn lies(&self, lie: Option<(&str, Lie)>) {
        self.desk.lie.send_replace(lie.map(|(path, it)| (path.to_owned(), it)));
    }

    pub fn was_asked_for(&self, path: &str) -> bool {
        held(&self.desk.asked).iter().any(|it| it.ends_with(path))
    }

    /// How often pages were asked for.
    pub fn pages_asked_for(&self) -> usize {
        held(&self.desk.asked).iter().filter(|it| it.ends_with('/')).count()
    }

    /// Waits until somebody has asked for a path that ends so.
    pub async fn is_asked_for(&self, path: &str) {
        while !self.was_asked_for(path) {
            self.desk.came.notified().await;
        }
    }

    fn serve(&mut self, folder: &Path, listener: TcpListener) -> io::Result<()> {
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let router =
            Router::new().fallback_service(ServeDir::new(folder)).layer(from_fn_with_state(self.desk.clone(), answer));
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        self.running = Some(runtime);
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    held(&desk.asked).push(path.clone());
    desk.came.notify_waiters();
    desk.came.notify_one();
    let is_meant = |part: &str| path.ends_with(part) || part.starts_with("/assets/") && path.starts_with(part);
    let lie = desk.lie.borrow().clone().filter(|it| is_meant(&it.0)).map(|it| it.1);
    let sign_in = || Html("<!doctype html><title>Free network</title><h1>Sign in</h1>").into_response();
    match lie {
        None => {
            let mut response = if path.ends_with(PLAIN) {
                Html("<!doctype html><title>Plain</title><link rel=icon href=data:,><p>Plain").into_response()
            } else {
                next.run(request).await
            };
            // The browser's own cache shall not help the worker out.
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Some(Lie::SignIn) => sign_in(),
        Some(Lie::Elsewhere) if path.ends_with("/sign-in") => sign_in(),
        Some(Lie::Elsewhere) => (StatusCode::FOUND, [(LOCATION, "/sign-in")]).into_response(),
        Some(Lie::WrongType) => {
            let mut response = next.run(request).await;
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
            response
        }
        Some(Lie::CutShort) => {
            let (parts, body) = next.run(request).await.into_parts();
            let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
            let mut response = Response::new(Body::from(whole.slice(..whole.len() / 2)));
            if let Some(kind) = parts.headers.get(CONTENT_TYPE) {
                response.headers_mut().insert(CONTENT_TYPE, kind.clone());
            }
            response
        }
        Some(Lie::Missing) => StatusCode::NOT_FOUND.into_response(),
        Some(Lie::Altered) => {
            let (parts, body) = next.run(request).await.into_parts();
            let mut bytes = to_bytes(body, usize::MAX).await.unwrap_or_default().to_vec();
            if parts.headers.get(CONTENT_TYPE).is_some_and(|it| it.as_bytes().starts_with(b"text/html")) {
                bytes.extend(b"<script src=/beacon.js></script>");
            }
            let mut response = Response::new(Body::from(bytes));
            *response.status_mut() = parts.status;
            for name in [CONTENT_TYPE, LOCATION] {
                if let Some(value) = parts.headers.get(&name) {
                    response.headers_mut().insert(name, value.clone());
                }
            }
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Some(Lie::Slashless) => slashless(request, next).await,
        Some(Lie::Broken) => (StatusCode::BAD_GATEWAY, sign_in()).into_response(),
        Some(Lie::Silence) => {
            let _ = desk.lie.subscribe().wait_for(Option::is_none).await;
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Takes the slash from the end of every address but the first page's, and serves the folder under what is left.
async fn slashless(mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let bare = path.trim_end_matches('/');
    if path.len() > 1 && bare != path {
        return (StatusCode::PERMANENT_REDIRECT, [(LOCATION, bare)]).into_response();
    }
    let is_folder = !bare.is_empty() && !bare.rsplit('/').next().unwrap_or_default().contains('.');
    if let Some(uri) = is_folder.then(|| format!("{path}/").parse().ok()).flatten() {
        *request.uri_mut() = uri;
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The site as it was built.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// The site as it would be built for an address on this machine: its frames name that as the site's own, which is how
/// WebKit knows it in a sandbox. Pages that a worker keeps are left alone.
pub fn at_home(origin: &str) -> io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let own = |origin: &str| format!("'self' {origin}");
    let publisher = crate::support::case().publisher;
    let before = own(Site { publisher: &publisher, languages: &[] }.origin());
    for path in all_below(&dist())? {
        let name = name_below(&dist(), &path);
        let to = folder.path().join(&name);
        fs::create_dir_all(to.parent().unwrap_or(folder.path()))?;
        if name.ends_with("/frame.html") {
            fs::write(to, fs::read_to_string(&path)?.replace(&before, &own(origin)))?;
        } else if !name.contains("/frame.html.") {
            fs::copy(&path, to)?;
        }
    }
    Ok(folder)
}

/// What the rules of the second version say of themselves, in a language.
pub fn second_rules(locale: &str) -> String {
    format!("Changed for the test, in {locale}.")
}

/// Marks a page of the second version.
pub const SECOND: &str = "return document.documentElement.dataset.version === '2'";

/// The site as it may be built next, once for all browsers: other pages, every asset under another name, and other rules.
pub fn second(engine: &Engine) -> Result<&'static Path, String> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    BUILT.get_or_init(|| build_second(engine).map_err(|it| it.to_string())).as_deref().map_err(Clone::clone)
}

fn build_second(engine: &Engine) -> io::Result<PathBuf> {
    let mut files = built()?;
    let names: Vec<(String, String)> = files.iter().filter_map(|it| renamed(&it.path)).collect();
    for file in &mut files {
        if let Ok(text) = String::from_utf8(file.bytes.clone()) {
            let text = names.iter().fold(text, |text, (before, after)| text.replace(before, after));
            file.bytes = text.replace("<html ", "<html data-version=\"2\" ").into_bytes();
        }
        if let Some((before, after)) = renamed(&file.path) {
            file.path = file.path.replace(&before, &after);
        }
    }
    let mut rules = which_guarantee::site::build::service_worker::rules(&engine.case);
    let locales = engine.case.languages.iter().map(|it| &it.locale);
    let says: serde_json::Map<String, serde_json::Value> =
        locales.map(|it| (it.clone(), second_rules(it).into())).collect();
    let changes = rules.changes.as_array_mut().expect("changes are a list");
    changes.push(serde_json::json!({ "version": "second", "date": "2027-01-01", "says": says }));
    rules = Rules { version: "second".to_owned(), ..rules };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let locales: Vec<&str> = engine.case.languages.iter().map(|it| it.locale.as_str()).collect();
    let kept = crate::needed_files::needed_files(&files, &locales);
    let made = worker(root, &files, &kept, &worker_languages(&engine.case), &rules)
        .map_err(|it| io::Error::other(it.to_string()))?;
    files.push(made);
    written("second", &files)
}

/// The site as `cargo site build --kill-worker` builds it, once for all browsers.
pub fn without_worker() -> Result<&'static Path, String> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let build = || {
        let folders = Folders::of_package();
        let made = made(&folders, Worker::RemovesItself).map_err(|it| it.to_string())?;
        written("without-worker", &made.files).map_err(|it| it.to_string())
    };
    // A build waits for what it renders, which a journey's own thread may not.
    let apart = || thread::spawn(build).join().unwrap_or_else(|_| Err("the build has panicked".to_owned()));
    BUILT.get_or_init(apart).as_deref().map_err(Clone::clone)
}

/// Writes a site to a folder of this name, in the place of the one that an earlier run has left there.
fn written(name: &str, files: &[SiteFile]) -> io::Result<PathBuf> {
    let folder = Folders::of_package().work.join(name);
    let _ = fs::remove_dir_all(&folder);
    write(&folder, files)?;
    Ok(folder)
}

/// Everything in `dist/` but the worker and what is compressed.
fn built() -> io::Result<Vec<SiteFile>> {
    let dist = dist();
    let mut files = Vec::new();
    for path in all_below(&dist)? {
        let name = name_below(&dist, &path);
        let is_packed = [".br", ".gz"].iter().any(|it| name.ends_with(it));
        if !is_packed && name != "sw.js" {
            files.push(SiteFile { bytes: fs::read(&path)?, path: name });
        }
    }
    Ok(files)
}

fn write(folder: &Path, files: &[SiteFile]) -> io::Result<()> {
    for file in files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, &file.bytes)?;
    }
    Ok(())
}

/// The name of an asset, and the one that it has in the second version.
fn renamed(path: &str) -> Option<(String, String)> {
    let before = path.strip_prefix("assets/")?;
    let (stem, extension) = before.rsplit_once('.')?;
    Some((before.to_owned(), format!("{stem}-2.{extension}")))
}
