//! What hosts say with the site's files: the policy in every page, `_headers`, and the real nginx and Caddy with the
//! configurations that the site makes for them.

use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
};

use data_encoding::BASE64;
use scraper::Html;
use sha2::{Digest, Sha256};
use which_guarantee::site::{
    dev::serve,
    files::Folders,
    hosting::{ALWAYS, Hosting, TYPES},
    html::{csp, head::Site},
    routes::{FRAME, HEADERS, INDEX, Route},
    wasm::path_remapping,
};

use crate::{
    dist::{Dist, all},
    server::{Kind, Server, free_port},
    support,
};

#[test]
fn every_page_says_a_policy_that_knows_all_that_is_inline_in_it() {
    let dist = Dist::open();
    let pages = dist.files.iter().filter(|it| it.0.ends_with(".html"));
    let own = format!(" {} ", Site { publisher: &support::case().publisher, languages: &[] }.origin());
    let mut seen = BTreeMap::new();
    for (path, bytes) in pages {
        let text = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let policy = csp::said_by(text).unwrap_or_else(|| panic!("{path} says no policy"));
        let before = text.split("<meta http-equiv").next().unwrap_or_default();
        assert!(!["<style", "<script", "<link"].iter().any(|it| before.contains(it)), "{path}: it would come too late");
        assert!(policy.starts_with("default-src 'none';"), "{path}: {policy}");
        let others = policy.replace(';', " ;").replace(&own, " ");
        for word in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!others.contains(word), "{path}: {policy}");
        }
        let page = Html::parse_document(text);
        let known = |text: &str| policy.contains(&format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text))));
        for element in all(&page, "style, script:not([src])") {
            let kind = element.attr("type").unwrap_or_default();
            // Data is never run.
            let is_data = element.value().name() == "script" && !["", "module", "text/javascript"].contains(&kind);
            assert!(is_data || known(&element.text().collect::<String>()), "{path}: {element:?}");
        }
        for element in page.root_element().descendent_elements() {
            let inline = element.value().attrs().find(|it| it.0 == "style" || it.0.starts_with("on"));
            assert_eq!(inline, None, "{path}: {}", element.value().name());
        }
        *seen.entry(policy).or_insert(0) += 1;
    }
    // That of the pages, which are many, and that of the tool in one file.
    assert_eq!(seen.len(), 2, "{seen:#?}");
    assert!(seen.values().any(|it| *it > 50), "{seen:#?}");
}

#[test]
fn nothing_of_the_machine_is_in_the_site() {
    let folders = Folders::of_package();
    let mut paths: Vec<PathBuf> = path_remapping::folders_and_names(&folders).into_iter().map(|it| it.0).collect();
    paths.extend(std::env::home_dir().filter(|it| it.components().count() > 1));
    let paths: Vec<String> = paths.iter().map(|it| format!("{}/", it.display())).collect();
    for (name, bytes) in Dist::open().files {
        for path in &paths {
            let found = bytes.windows(path.len()).position(|it| it == path.as_bytes());
            assert_eq!(found, None, "{name} has the path {path}");
        }
    }
}

#[test]
fn hosts_that_read_headers_from_a_file_say_the_same_whichever_way_they_join_rules() {
    let dist = Dist::open();
    let hosting = hosting("/");
    let rules = rules(std::str::from_utf8(&dist.files[HEADERS]).expect("it is text"));
    assert!(rules.len() < 100, "some hosts read no more than a hundred");
    for path in dist.files.keys().filter(|it| *it != HEADERS) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let shorter = path.strip_suffix(".html").filter(|it| !it.ends_with("index")).map(|it| format!("/{it}"));
        for address in [format!("/{path}"), address].into_iter().chain(shorter) {
            let fitting: Vec<&Rule> = rules.iter().filter(|it| fits(&it.path, &address)).collect();
            for (header, value) in hosting.headers(path) {
                let said: Vec<&str> = fitting
                    .iter()
                    .flat_map(|it| &it.headers)
                    .filter(|it| it.0 == header)
                    .map(|it| it.1.as_str())
                    .collect();
                // What is asked for again each time is what these hosts do by themselves.
                if header == "Cache-Control" && value == "no-cache" {
                    assert!(said.is_empty(), "{address}: {said:?}");
                    continue;
                }
                // Some take the last and narrowest alone; joined, only policies can hold side by side.
                assert_eq!(said.last(), Some(&value), "{address}: {header}");
                let weaker = |it: &&str| value.starts_with(*it);
                assert!(said.len() == 1 || header == "Content-Security-Policy" && said.iter().all(weaker), "{address}");
            }
        }
    }
}

#[test]
fn whatever_is_not_the_tool_stands_in_nobodys_frame() {
    let hosting = hosting("/");
    let files = Dist::open().files;
    for path in files.keys() {
        let Some(route) = Route::of(path) else { continue };
        let is_denied = hosting.headers(path).iter().any(|it| it.0 == "X-Frame-Options");
        assert_eq!(is_denied, !route.is_framable(), "{path}");
        let beside = path.replace(INDEX, FRAME);
        assert_eq!(files.contains_key(&beside) && beside != *path, route.has_frame(), "{beside}");
    }
    // The script of frames has to know them, too.
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/js/embed/frame_page.js");
    let script = fs::read_to_string(script).expect("the script is there");
    let apart = Route::LOCALIZED.into_iter().filter(|it| !it.is_framable());
    let apart: Vec<&str> = apart.map(|it| it.folder().trim_end_matches('/')).collect();
    assert!(script.contains(&format!("({})\\/$|", apart.join("|"))), "APART names other pages than {apart:?}");
}

#[test]
fn a_configuration_can_let_the_looks_of_two_versions_through() {
    let front =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'self' 'sha256-old=';base-uri 'none'\">";
    let before = hosting("/");
    let own = |hosting: &Hosting| {
        hosting.headers("en/").iter().find(|it| it.0 == "Content-Security-Policy").map(|it| it.1.to_owned())
    };
    let (before, both) = (own(&before).expect("a policy"), own(&before.clone().and_of(front)).expect("a policy"));
    assert_eq!(both.replace(" 'sha256-old='", ""), before);
    assert!(both.contains("style-src 'self' 'sha256-old=' "));
}

#[test]
fn our_own_server_says_it() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let server = runtime.block_on(serve::spawn(&folder())).expect("a free port");
    answers_as_wanted(&format!("http://{}", server.address), &hosting("/"));
}

#[test]
fn nginx_says_it() {
    let hosting = hosting("/");
    answers_as_wanted(&Server::start(Kind::Nginx, free_port(), &hosting, &folder(), |it| it).host, &hosting);
}

#[test]
fn caddy_says_it() {
    let hosting = hosting("/");
    answers_as_wanted(&Server::start(Kind::Caddy, free_port(), &hosting, &folder(), |it| it).host, &hosting);
}

#[test]
fn a_site_in_a_folder_of_a_host_is_served_there() {
    let hosting = hosting("/tools/guarantee/");
    for kind in [Kind::Nginx, Kind::Caddy] {
        let server = Server::start(kind, free_port(), &hosting, &folder(), |it| it);
        for path in ["", "en/", "en/class/", "sw.js", "embed.js"] {
            let answer = ask(&server.host, &format!("/tools/guarantee/{path}"), &[]);
            assert_eq!(answer.status, 200, "{kind:?}: {path}");
            answer.says(&hosting, path);
        }
        let bare = ask(&server.host, "/tools/guarantee", &[]);
        assert!([301, 302].contains(&bare.status), "{kind:?}: {}", bare.status);
        assert_eq!(bare.one("location"), "/tools/guarantee/", "{kind:?}");
        assert_eq!(
            ask(&server.host, "/en/", &[]).status,
            if kind == Kind::Caddy { 200 } else { 404 },
            "{kind:?}: nothing of ours"
        );
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

fn hosting(at: &str) -> Hosting {
    Hosting::of_folder(&folder(), at).expect("There is a site. Type: cargo site build")
}

/// Every file, as it is and packed; what has not changed, and what is not there.
fn answers_as_wanted(host: &str, hosting: &Hosting) {
    let dist = Dist::open();
    for (path, bytes) in dist.files.iter().filter(|it| *it.0 != HEADERS) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let plain = ask(host, &address, &[("Accept-Encoding", "identity")]);
        assert_eq!((plain.status, &plain.body), (200, bytes), "{address}");
        plain.says(hosting, path);
        plain.is_typed(path);
        for (ending, encoding) in [("br", "br"), ("gz", "gzip")] {
            let Ok(packed) = fs::read(folder().join(format!("{path}.{ending}"))) else { continue };
            let answer = ask(host, &address, &[("Accept-Encoding", encoding)]);
            assert!(answer.body == packed, "{address} is not served as {encoding}");
            assert_eq!(answer.one("content-encoding"), encoding, "{address}");
            assert!(answer.one("vary").to_lowercase().contains("accept-encoding"), "{address}");
            answer.says(hosting, path);
            answer.is_typed(path);
        }
    }
    for path in ["en/", "sw.js", "embed.js"] {
        let whole = ask(host, &format!("/{path}"), &[]);
        // By whichever of the two a server knows a version.
        let sign = if whole.headers.contains_key("etag") {
            ("If-None-Match", "etag")
        } else {
            ("If-Modified-Since", "last-modified")
        };
        let again = ask(host, &format!("/{path}"), &[(sign.0, whole.one(sign.1))]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        again.says(hosting, path);
    }
    for path in ["/nowhere", "/en/nowhere/", "/assets/nowhere.1a2b3c4d.js"] {
        let answer = ask(host, path, &[]);
        assert_eq!((answer.status, &answer.body), (404, &dist.files["404.html"]), "{path}");
        answer.says(hosting, "404.html");
        answer.is_typed("404.html");
    }
    for path in ["/en", "/en/guarantees"] {
        let answer = ask(host, path, &[]);
        assert!([301, 307, 308].contains(&answer.status), "{path}: {}", answer.status);
        assert!(
            answer.one("location").ends_with(&format!("{path}/"))
                || answer.one("location") == format!("{}/", path.rsplit('/').next().unwrap_or_default()),
            "{path}"
        );
    }
}

struct Answer {
    address: String,
    status: u16,
    headers: BTreeMap<String, Vec<String>>,
    body: Vec<u8>,
}

impl Answer {
    /// Just what is wanted, and nothing of it twice.
    fn says(&self, hosting: &Hosting, path: &str) {
        let wanted: BTreeMap<&str, &str> = hosting.headers(path).into_iter().collect();
        let names = ALWAYS.iter().map(|it| it.0).chain(hosting.differing.iter().map(|it| it.header));
        for name in names {
            let said = self.headers.get(&name.to_lowercase()).map(Vec::as_slice).unwrap_or_default();
            let wanted: Vec<&str> = wanted.get(name).copied().into_iter().collect();
            assert_eq!(said, wanted, "{}: {name}", self.address);
        }
    }

    fn is_typed(&self, path: &str) {
        let ending = path.rsplit('.').next().unwrap_or_default();
        let kind = TYPES.iter().find(|it| it.0 == ending).unwrap_or_else(|| panic!("no type for {path}")).1;
        let said = self.one("content-type").to_lowercase();
        if !kind.starts_with("text/") {
            return assert_eq!(said, kind, "{}", self.address);
        }
        assert!(said.ends_with("; charset=utf-8"), "{}: {said}", self.address);
        assert!(said.starts_with(kind), "{}: {said}", self.address);
    }

    fn one(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|it| it.first()).map_or("", String::as_str)
    }
}

/// The least of HTTP, so that nothing unpacks or follows by itself.
fn ask(host: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let name = host.trim_start_matches("http://");
    let mut stream = TcpStream::connect(name).expect("the server takes connections");
    let more = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<Vec<_>>().concat();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n{more}\r\n").expect("it listens");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("it answers");
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").expect("headers end");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|it| it.split(' ').nth(1)?.parse().ok()).expect("a status");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in lines.filter_map(|it| it.split_once(": ")) {
        found.entry(name.to_lowercase()).or_default().push(value.to_owned());
    }
    let mut body = bytes[end + 4..].to_vec();
    if found.get("transfer-encoding").is_some_and(|it| it == &["chunked"]) {
        body = joined(&body);
    }
    Answer { address: format!("{host}{path}"), status, headers: found, body }
}

/// A body that came in pieces, each behind its length.
fn joined(mut pieces: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = pieces.windows(2).position(|it| it == b"\r\n") {
        let length = std::str::from_utf8(&pieces[..end]).ok().and_then(|it| usize::from_str_radix(it, 16).ok());
        let length = length.expect("a length");
        if length == 0 {
            break;
        }
        body.extend(&pieces[end + 2..end + 2 + length]);
        pieces = &pieces[end + 4 + length..];
    }
    body
}

struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

/// As these hosts read it.
fn rules(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|it| !it.trim().is_empty() && !it.trim_start().starts_with('#')) {
        assert!(line.len() < 2000, "some hosts read no longer lines");
        if let Some(header) = line.strip_prefix("  ") {
            let (name, value) = header.split_once(": ").expect("a header has a value");
            rules.last_mut().expect("a rule has a path").headers.push((name.to_owned(), value.to_owned()));
        } else {
            rules.push(Rule { path: line.to_owned(), headers: Vec::new() });
        }
    }
    rules
}

fn fits(rule: &str, address: &str) -> bool {
    rule.strip_suffix('*').map_or(rule == address, |it| address.starts_with(it))
}

#[test]
fn no_header_makes_a_browser_complain_or_keeps_the_tool_from_a_window_that_a_sandbox_opens() {
    // The names that Chromium knows on every system; others ignore the header.
    let known = ["clipboard-write", "camera", "geolocation", "microphone", "payment", "usb"];
    for (header, value) in ALWAYS {
        assert_ne!(header, "Cross-Origin-Opener-Policy");
        if header == "Permissions-Policy" {
            for name in value.split(", ").filter_map(|it| it.split('=').next()) {
                assert!(known.contains(&name), "{name}");
            }
        }
    }
}
