//! The service worker: the script of `src/js/offline/worker.js` behind the list of what it keeps. The list is computed from
//! the finished site, so nothing has to be named by hand, and a site that has changed has a worker that has changed.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use data_encoding::BASE64;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{
    case::{changes::RuleChange, load::Loaded},
    site::{
        build::scripts::source,
        failure::Failure,
        files::{SiteFile, short_hash},
        routes::{ASSETS, FRONT, INDEX, MANIFEST, Route, SERVICE_WORKER},
    },
    text,
};

/// What the site's service worker does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// It keeps the site on the reader's device.
    Keeps,
    /// It removes itself and what one before it has kept.
    RemovesItself,
}

impl Worker {
    /// The script that pages load for it, below `src/js/`.
    pub fn offline(self) -> &'static str {
        match self {
            Self::Keeps => "offline/offline.js",
            Self::RemovesItself => "offline/removal/offline.js",
        }
    }
}

/// The worker's data other than the files.
#[derive(Clone, Debug)]
pub struct Rules {
    /// As readers cite it.
    pub version: String,
    /// See `changes`.
    pub changes: Value,
}

/// A language of the site, as the worker names it where a page is missing.
#[derive(Clone, Copy, Debug)]
pub struct Spoken<'a> {
    pub locale: &'a str,
    pub name: &'a str,
    /// The name of the tool.
    pub tool: &'a str,
}

/// The languages of a case.
pub fn spoken(loaded: &Loaded) -> Vec<Spoken<'_>> {
    let languages = loaded.languages.iter();
    languages.map(|it| Spoken { locale: &it.locale, name: &it.name, tool: &it.title }).collect()
}

/// The rules of a case.
pub fn rules(loaded: &Loaded) -> Rules {
    let locales: Vec<&str> = loaded.languages.iter().map(|it| it.locale.as_str()).collect();
    let changes = changes(&loaded.changes, &locales, &loaded.change_texts);
    Rules { version: loaded.model.version.clone(), changes }
}

/// What each version of the rules changed, as the worker tells it: oldest first, each in every language.
fn changes(changes: &[RuleChange], locales: &[&str], texts: &[Vec<String>]) -> Value {
    let one = |(index, it): (usize, &RuleChange)| {
        let says: BTreeMap<&str, &String> =
            locales.iter().zip(texts).filter_map(|(locale, says)| Some((*locale, says.get(index)?))).collect();
        json!({ "version": it.version, "date": it.date.to_string(), "says": says })
    };
    changes.iter().enumerate().map(one).collect()
}

/// The worker for these files.
///
/// # Errors
/// The script can't be read.
pub fn worker(root: &Path, files: &[SiteFile], languages: &[Spoken], rules: &Rules) -> Result<SiteFile, Failure> {
    let script = source(root, "offline/worker.js")?;
    let mut site = site(files, languages, rules);
    // Of everything that makes a difference to a reader, the script included.
    site["version"] = short_hash(format!("{site}{script}").as_bytes()).into();
    Ok(SiteFile { path: SERVICE_WORKER.to_owned(), bytes: format!("const SITE = {site:#};\n\n{script}").into_bytes() })
}

/// The worker that removes itself.
///
/// # Errors
/// The script can't be read.
pub fn removal(root: &Path) -> Result<SiteFile, Failure> {
    Ok(SiteFile { path: SERVICE_WORKER.to_owned(), bytes: source(root, "offline/removal/worker.js")?.into_bytes() })
}

/// The constant `SITE` of the script.
fn site(files: &[SiteFile], languages: &[Spoken], rules: &Rules) -> Value {
    let needed: Vec<BTreeSet<&str>> =
        languages.iter().map(|it| needed(files, |path| is_page_in(path, it.locale))).collect();
    let front = needed_for_front(files);
    let in_many = |path: &&str| front.contains(path) || needed.iter().filter(|it| it.contains(path)).count() > 1;
    let listed = |paths: Vec<&str>| -> BTreeMap<String, String> {
        let named = files.iter().filter(|it| paths.contains(&it.path.as_str()));
        named.map(|it| (address(&it.path).to_owned(), BASE64.encode(&Sha256::digest(&it.bytes)))).collect()
    };
    let all: BTreeSet<&str> = needed.iter().flatten().chain(&front).copied().collect();
    let own = languages
        .iter()
        .zip(&needed)
        .map(|(language, paths)| (language.locale, listed(paths.iter().copied().filter(|it| !in_many(it)).collect())));
    let missing = languages.iter().filter_map(|language| {
        let text::Interface { text: page, offline: text, .. } = text::interface(language.locale)?;
        let says = json!({
            "direction": page.direction,
            "name": language.name,
            "tool": language.tool,
            "title": text.missing_title,
            "says": text.missing,
            "again": text.again,
        });
        Some((language.locale, says))
    });
    json!({
        "rules": rules.version,
        "changes": rules.changes,
        "first": languages.first().map(|it| it.locale),
        "common": listed(all.into_iter().filter(in_many).collect()),
        "languages": own.collect::<BTreeMap<_, _>>(),
        "missing": missing.collect::<BTreeMap<_, _>>(),
    })
}

/// A page of a language, or its manifest. What is made for frames is fetched by hosts, not kept by readers.
fn is_page_in(path: &str, locale: &str) -> bool {
    let below = path.strip_prefix(locale).and_then(|it| it.strip_prefix('/'));
    below.is_some_and(|it| it == MANIFEST || Route::of(path).is_some_and(Route::is_kept_offline))
}

/// The choice of a language.
fn needed_for_front(files: &[SiteFile]) -> BTreeSet<&str> {
    needed(files, |path| path == FRONT || path == MANIFEST)
}

/// These pages, and every asset whose name stands in one of them, in a script or a style that they name, and so on.
fn needed(files: &[SiteFile], is_page: impl Fn(&str) -> bool) -> BTreeSet<&str> {
    let mut needed: BTreeSet<&str> = BTreeSet::new();
    let mut unread: Vec<&SiteFile> = files.iter().filter(|it| is_page(&it.path)).collect();
    while let Some(file) = unread.pop() {
        needed.insert(&file.path);
        let text = without_metadata(&String::from_utf8_lossy(&file.bytes));
        let names = |it: &&SiteFile| {
            let name = it.path.strip_prefix(ASSETS);
            name.is_some_and(|it| text.contains(it)) && !needed.contains(it.path.as_str())
        };
        let found: Vec<&SiteFile> = files.iter().filter(names).collect();
        needed.extend(found.iter().map(|it| it.path.as_str()));
        unread.extend(found);
    }
    needed
}

/// A page without what it tells search engines and social networks, who fetch their pictures themselves.
fn without_metadata(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    loop {
        let marks = [("<meta", ">"), ("<script type=\"application/ld+json\"", "</script>")];
        let next = marks.iter().filter_map(|(start, end)| Some((rest.find(start)?, *end))).min();
        let Some((start, end)) = next else { return kept + rest };
        kept.push_str(&rest[..start]);
        rest = rest[start..].split_once(end).map_or("", |it| it.1);
    }
}

/// The address of a page as links have it: that of its folder.
fn address(path: &str) -> &str {
    path.strip_suffix(INDEX).unwrap_or(path)
}
