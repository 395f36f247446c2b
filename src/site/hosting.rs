//! HTTP response headers for every file: framing, content security policy, caching. They are defined here once.
//! `_headers` for static hosts, the configurations for nginx and Caddy, and `cargo site serve` are generated from them.

pub mod nginx;
pub mod caddy;

use std::{
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    case::load::publisher::Publisher,
    site::{
        failure::Failure,
        files::{Folders, SiteFile},
        html::csp,
        routes::{self, ASSETS, CARDS, EMBED_SCRIPT, FRAME, FRONT, HEADERS, NOT_FOUND, OEMBED, Route, SERVICE_WORKER},
    },
};

/// The headers of one site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosting {
    /// The path of the site on its host: `/`, or a folder such as `/tools/guarantee/`.
    pub folder: String,
    /// The headers whose value differs from file to file.
    pub differing: [Differing; 3],
}

/// A header whose value depends on the file. Of what fits a file, the first counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    pub header: &'static str,
    /// A short name of the header, for configurations that need one.
    pub word: &'static str,
    pub said: Vec<Said>,
}

/// A header value and the files that get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub paths: Vec<Paths>,
    pub value: String,
}

/// Files by their paths below `dist/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paths {
    One(String),
    /// All in a folder, whose name has a slash at its end; without a name, all that there are.
    Below(String),
}

impl Paths {
    fn covers(&self, path: &str) -> bool {
        match self {
            Self::One(one) => one == path,
            Self::Below(folder) => path.starts_with(folder),
        }
    }
}

/// The place of a site on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name by which readers reach the server, for Caddy perhaps with `http://` and a port.
    pub name: String,
    /// The addresses that nginx listens on.
    pub listen: Vec<String>,
    /// The folder into which `dist/` is copied.
    pub files: PathBuf,
}

/// The options of a configuration.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub files: PathBuf,
    /// The folder of another version of the site, whose looks are let through as well.
    pub and: Option<PathBuf>,
}

/// The configuration of a server for the site in `dist/`.
///
/// # Errors
/// There is no site, or no other version where one was named.
pub fn configuration(
    folders: &Folders,
    publisher: &Publisher,
    wanted: Wanted,
    write: fn(&Hosting, &Place) -> String,
) -> Result<String, Failure> {
    let front_of = |dist: &Path| {
        let unread =
            |it| Failure::Input(format!("There is no site in {} ({it}). Type: cargo site build", dist.display()));
        fs::read_to_string(dist.join(FRONT)).map_err(unread)
    };
    front_of(&folders.dist)?;
    let hosting = Hosting::of_folder(&folders.dist, publisher.folder());
    let mut hosting = hosting.map_err(|it| Failure::Input(format!("dist/ can't be read: {it}.")))?;
    if let Some(other) = wanted.and {
        hosting = hosting.and_of(&front_of(&other)?);
    }
    let listen = ["80", "[::]:80"].map(str::to_owned).into();
    Ok(write(&hosting, &Place { name: publisher.host().to_owned(), listen, files: wanted.files }))
}

/// The headers that every file gets.
pub const ALWAYS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    // Where readers come from and go to is theirs.
    ("Referrer-Policy", "no-referrer"),
    // What the tool asks for by a press of a button, and what nothing in it ever needs. Sharing is not named: it is
    // allowed to a page of its own anyhow, and browsers without it complain of the name on every page.
    ("Permissions-Policy", "clipboard-write=(self), camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    // In a sandboxed frame the tool has no origin, so that its own files are another's to it. oEmbed's readers ask, too.
    ("Access-Control-Allow-Origin", "*"),
    // A page that isolates itself takes no script and no frame that does not say this.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    // No Cross-Origin-Opener-Policy: a browser shows no page that has one in a window that a sandboxed frame opened.
];

/// Left to whoever runs the host: it binds the whole name to HTTPS, for as long as it says.
pub const HSTS: (&str, &str) = ("Strict-Transport-Security", "max-age=63072000");

/// The types of all files, by the endings of their names. Not every system knows the newer ones.
pub const TYPES: [(&str, &str); 12] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("js", "text/javascript"),
    ("txt", "text/plain"),
    ("xml", "text/xml"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("wasm", "application/wasm"),
    ("bin", "application/octet-stream"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
];

/// Their names change with their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Their names stand in other people's pages: an hour old is new enough, and a day old while a newer one is fetched.
const FOR_AN_HOUR: &str = "public, max-age=3600, stale-while-revalidate=86400";
/// Kept, but asked for again each time; a page names the assets that belong to it.
const ASKED_AGAIN: &str = "no-cache";
/// The worker fetches the site's files and does nothing else that a policy knows of.
const OF_WORKER: &str = "default-src 'none';connect-src 'self'";
const IN_NO_FRAME: &str = "frame-ancestors 'none'";

impl Hosting {
    /// For these files; `folder` is where the site stands on its host.
    pub fn of(files: &[SiteFile], folder: &str) -> Self {
        let mut names: Vec<&str> = files.iter().map(|it| it.path.as_str()).collect();
        names.sort_unstable();
        let text = |name: &str| {
            let file = files.iter().find(|it| it.path == name);
            file.map(|it| String::from_utf8_lossy(&it.bytes).into_owned()).unwrap_or_default()
        };
        Self::made(text, &names, folder)
    }

    /// For a site that is built already. Another folder is served without a policy.
    ///
    /// # Errors
    /// The folder can't be read.
    pub fn of_folder(dist: &Path, folder: &str) -> io::Result<Self> {
        let mut names = Vec::new();
        for entry in fs::read_dir(dist)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !entry.path().is_dir() {
                names.push(name);
            } else if entry.path().join(FRAME).is_file() {
                names.push(routes::frame(&name, ""));
            }
        }
        names.sort();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Ok(Self::made(|name| fs::read_to_string(dist.join(name)).unwrap_or_default(), &names, folder))
    }

    fn made(text: impl Fn(&str) -> String, names: &[&str], folder: &str) -> Self {
        let languages: Vec<&str> = names.iter().filter_map(|it| it.strip_suffix(FRAME)?.strip_suffix('/')).collect();
        // All pages say the same.
        let page = languages.first().map(|it| text(&routes::frame(it, ""))).unwrap_or_default();
        let of_pages = csp::said_by(&page).unwrap_or_default();
        let languages = || languages.iter().filter(|it| !it.contains('/'));
        let whole: Vec<Paths> =
            names.iter().filter(|it| Route::of(it) == Some(Route::SingleFile)).map(|it| one(it)).collect();
        // What may be framed may be framed by anybody. Without `frame-ancestors`, for even its `*` keeps pages out that
        // are opened from a disk or stand in a sandbox themselves.
        let apart = || {
            let alone = |locale: &&str| {
                let routes = Route::LOCALIZED.into_iter().filter(|it| !it.is_framable());
                routes.map(|it| below(&format!("{locale}/{}", it.folder()))).collect::<Vec<_>>()
            };
            [one(FRONT), one(NOT_FOUND)].into_iter().chain(languages().flat_map(alone))
        };
        let pages = || languages().map(|it| below(&format!("{it}/"))).collect();
        let said = |paths: Vec<Paths>, value: &str| Said { paths, value: value.to_owned() };
        let policy = vec![
            said(vec![one(SERVICE_WORKER)], OF_WORKER),
            // It says all else itself, for it is made to be opened from a disk.
            said(whole.clone(), IN_NO_FRAME),
            said(apart().collect(), &format!("{of_pages};{IN_NO_FRAME}")),
            said(pages(), of_pages),
        ];
        // The same once more for browsers and scanners that are older than policies.
        let frames = vec![said(whole.into_iter().chain(apart()).collect(), "DENY")];
        let keeping = vec![
            said(vec![below(ASSETS), below(CARDS)], FOR_EVER),
            said(vec![one(EMBED_SCRIPT), below(OEMBED)], FOR_AN_HOUR),
            said(vec![below("")], ASKED_AGAIN),
        ];
        let differing = |header, word, said: Vec<Said>| {
            let is_used = |it: &Said| !it.paths.is_empty() && !it.value.is_empty();
            Differing { header, word, said: said.into_iter().filter(is_used).collect() }
        };
        Self {
            folder: folder.to_owned(),
            differing: [
                differing("Content-Security-Policy", "policy", policy),
                differing("X-Frame-Options", "frames", frames),
                differing("Cache-Control", "keeping", keeping),
            ],
        }
    }

    /// Adds the style hashes of another version to the CSP, read from its `index.html`. A server can then be configured
    /// before the new files arrive.
    #[must_use]
    pub fn and_of(mut self, front: &str) -> Self {
        let other = csp::said_by(front).unwrap_or_default();
        for it in self.differing.iter_mut().flat_map(|it| &mut it.said) {
            let is_new = |hash: &&str| hash.starts_with("'sha256-") && !it.value.contains(*hash);
            let hashes: Vec<&str> = other.split([' ', ';']).filter(is_new).collect();
            let both = std::iter::once("style-src 'self'").chain(hashes).collect::<Vec<_>>().join(" ");
            it.value = it.value.replace("style-src 'self'", &both);
        }
        self
    }

    /// The headers of the file that a path below the site's folder leads to.
    pub fn headers(&self, path: &str) -> Vec<(&'static str, &str)> {
        let path = if path.is_empty() || path.ends_with('/') { format!("{path}{FRONT}") } else { path.to_owned() };
        let covers = |it: &&Said| it.paths.iter().any(|it| it.covers(&path));
        let differing = self.differing.iter().filter_map(|it| Some((it.header, it.said.iter().find(covers)?)));
        ALWAYS.into_iter().chain(differing.map(|(header, said)| (header, said.value.as_str()))).collect()
    }

    /// The headers of the 404 page.
    pub fn headers_of_missing(&self) -> Vec<(&'static str, &str)> {
        self.headers(NOT_FOUND)
    }

    /// `_headers`. Of rules that fit the same path some hosts join the values and others take that of the narrower
    /// one; both come out right, for the narrower one is written last and is the stricter.
    pub fn file(&self) -> SiteFile {
        let mut text =
            String::from("# Made by `cargo site build`. Hosts that know this file send these headers.\n\n/*\n");
        for (header, value) in ALWAYS {
            let _ = writeln!(text, "  {header}: {value}");
        }
        let _ = writeln!(text, "  # {}: {}", HSTS.0, HSTS.1);
        for differing in &self.differing {
            for said in differing.said.iter().rev() {
                for path in said.paths.iter().flat_map(addresses).filter(|it| it != "/*") {
                    let _ = writeln!(text, "\n{path}\n  {}: {}", differing.header, said.value);
                }
            }
        }
        SiteFile { path: HEADERS.to_owned(), bytes: text.into_bytes() }
    }
}

/// Whether other things have to be said with these files than with those in this folder, which they are about to replace.
pub fn is_news_to(dist: &Path, files: &[SiteFile]) -> bool {
    let now = files.iter().find(|it| it.path == HEADERS).map(|it| &it.bytes);
    fs::read(dist.join(HEADERS)).is_ok_and(|before| Some(&before) != now)
}

/// Every address at which such hosts serve these files, with `*` for anything.
fn addresses(paths: &Paths) -> Vec<String> {
    match paths {
        Paths::Below(folder) => vec![format!("/{folder}*")],
        Paths::One(path) if path == FRONT => vec!["/".to_owned(), format!("/{path}")],
        // Some leave the ending out.
        Paths::One(path) => {
            std::iter::once(path.as_str()).chain(path.strip_suffix(".html")).map(|it| format!("/{it}")).collect()
        }
    }
}

fn one(path: &str) -> Paths {
    Paths::One(path.to_owned())
}

fn below(folder: &str) -> Paths {
    Paths::Below(folder.to_owned())
}
