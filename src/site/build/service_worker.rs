//! The service worker: the script of `src/js/offline/worker.js` behind the list of what it keeps. The list follows
//! from the kinds of page (`site::routes`) and the graph of the assets, and has the hash of every file, so that a site that
//! has changed has a worker that has changed.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{
    case::load::{Loaded, versions::RuleChange},
    site::{
        build::{
            assets::{Assets, script_after},
            scripts::source,
        },
        failure::Failure,
        files::{SiteFile, short_hash},
        routes::{FRONT, INDEX, MANIFEST, Route, SERVICE_WORKER},
    },
    text,
};

/// The files that readers keep, as paths below `dist/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// With the choice of a language.
    pub front: BTreeSet<String>,
    /// With every language, by its locale.
    pub languages: BTreeMap<String, BTreeSet<String>>,
}

impl Kept {
    /// Those of a site: the pages that the routes name, the manifests, and all that these load. What is made for frames
    /// is fetched by hosts, not kept by readers.
    pub fn of<'a>(files: &[SiteFile], assets: &Assets, locales: impl Iterator<Item = &'a str>) -> Self {
        let kept = |locale: &str, pages: Vec<(&str, Route)>, manifest: &str| -> BTreeSet<String> {
            let named = pages.iter().flat_map(|it| assets.of_page(it.1, locale).all().collect::<Vec<_>>());
            let loaded = assets.with_all_loaded(named.chain(assets.pwa.manifest_icons()));
            let own = pages.iter().map(|it| it.0).chain([manifest]);
            own.chain(loaded).map(str::to_owned).collect()
        };
        let pages = |locale: &str| {
            let folder = format!("{locale}/");
            let own = files.iter().filter(|it| it.path.starts_with(&folder));
            let routed = own.filter_map(|it| Some((it.path.as_str(), Route::of(&it.path)?)));
            routed.filter(|it| it.1.is_kept_offline()).collect()
        };
        let language = |it: &str| (it.to_owned(), kept(it, pages(it), &format!("{it}/{MANIFEST}")));
        Self { front: kept("", vec![(FRONT, Route::Front)], MANIFEST), languages: locales.map(language).collect() }
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
pub struct WorkerLanguage<'a> {
    pub locale: &'a str,
    pub name: &'a str,
    /// The name of the tool.
    pub tool: &'a str,
}

/// The languages of a case.
pub fn worker_languages(loaded: &Loaded) -> Vec<WorkerLanguage<'_>> {
    let languages = loaded.languages.iter();
    languages.map(|it| WorkerLanguage { locale: &it.locale, name: &it.name, tool: &it.title }).collect()
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

/// The worker that keeps some of these files.
///
/// # Errors
/// The script can't be read.
pub fn worker(
    root: &Path,
    files: &[SiteFile],
    kept: &Kept,
    languages: &[WorkerLanguage],
    rules: &Rules,
) -> Result<SiteFile, Failure> {
    let script = script_after(root, &["lost_hash.js"], "offline/worker.js")?;
    let mut site = site(files, kept, languages, rules);
    // Of everything that makes a difference to a reader, the script included.
    site["version"] = short_hash(format!("{site}{script}").as_bytes()).into();
    Ok(SiteFile { path: SERVICE_WORKER.to_owned(), bytes: format!("const SITE = {site:#};\n\n{script}").into_bytes() })
}

/// The worker that removes itself.
///
/// # Errors
/// The script can't be read.
pub fn removal(root: &Path) -> Result<SiteFile, Failure> {
    Ok(SiteFile { path: SERVICE_WORKER.to_owned(), bytes: source(root, "offline/kill_switch/worker.js")?.into_bytes() })
}

/// The constant `SITE` of the script.
fn site(
    files: &[SiteFile],
    Kept { front, languages: kept }: &Kept,
    languages: &[WorkerLanguage],
    rules: &Rules,
) -> Value {
    let in_many = |path: &&String| front.contains(*path) || kept.values().filter(|it| it.contains(*path)).count() > 1;
    let listed = |paths: BTreeSet<&String>| -> BTreeMap<String, String> {
        let named = files.iter().filter(|it| paths.contains(&it.path));
        named.map(|it| (address(&it.path).to_owned(), BASE64.encode(&Sha256::digest(&it.bytes)))).collect()
    };
    let own = kept.iter().map(|(locale, paths)| (locale, listed(paths.iter().filter(|it| !in_many(it)).collect())));
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
        "common": listed(kept.values().flatten().chain(front).filter(in_many).collect()),
        "languages": own.collect::<BTreeMap<_, _>>(),
        "missing": missing.collect::<BTreeMap<_, _>>(),
    })
}

/// The address of a page as links have it: that of its folder.
fn address(path: &str) -> &str {
    path.strip_suffix(INDEX).unwrap_or(path)
}
