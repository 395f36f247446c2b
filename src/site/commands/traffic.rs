//! `cargo site scale`: what readers cost a host in bytes and requests, computed from the finished site: from the graph of
//! its assets, what its worker keeps and what is said with each file.

use std::{collections::BTreeSet, fmt::Write, fs, io, path::Path};

use crate::site::{
    build::asset_manifest::AssetManifest,
    failure::Failure,
    files::Folders,
    hosting::Hosting,
    routes::{self, EMBED_SCRIPT, MANIFEST, Route, SERVICE_WORKER},
};

/// One kind of visit, and the requests that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub what: &'static str,
    /// The files that are asked for, as paths below `dist/`.
    pub files: BTreeSet<String>,
    /// Of the files as they travel.
    pub bytes: usize,
    /// Of the headers that the site has to send with them, before HTTP packs them.
    pub headers: usize,
}

/// A table for each language, and what of it reaches the host behind a CDN.
///
/// # Errors
/// There is no site in `dist/`.
pub fn scale(folders: &Folders, readers: u64) -> Result<String, Failure> {
    let dist = &folders.dist;
    let unread = |it| Failure::Input(format!("There is no whole site in dist/ ({it}). Type: cargo site build"));
    let manifest = AssetManifest::read(folders).map_err(unread)?;
    let mut text = String::new();
    for locale in manifest.assets.editions.keys() {
        let visits = visits(dist, &manifest, locale).map_err(unread)?;
        let _ = writeln!(
            text,
            "| {locale}: what a reader does | requests | bytes | headers | requests a second | Mbit a second | GB an hour |\n|---|---|---|---|---|---|---|"
        );
        for visit in &visits {
            let _ = writeln!(text, "{}", row(visit, readers));
        }
        text.push('\n');
    }
    Ok(text)
}

fn row(visit: &Visit, readers: u64) -> String {
    let Visit { what, files, bytes, headers } = visit;
    let requests = files.len();
    let each_second = readers as f64 / 3600.0;
    let travels = (bytes + headers) as f64;
    format!(
        "| {what} | {requests} | {bytes} | {headers} | {:.0} | {:.0} | {:.1} |",
        requests as f64 * each_second,
        travels * each_second * 8.0 / 1e6,
        travels * readers as f64 / 1e9,
    )
}

/// The kinds of visit in one language, which is one of the site's.
///
/// # Errors
/// `io::Error` if a file of the site is missing.
pub fn visits(dist: &Path, manifest: &AssetManifest, locale: &str) -> io::Result<Vec<Visit>> {
    let AssetManifest { assets, kept } = manifest;
    let site = Site { dist, hosting: Hosting::of_folder(dist, "/")? };
    let [page, frame] = [routes::page(locale, ""), routes::frame(locale, "")];
    let tool = assets.of_page(Route::Tool, locale);
    let in_frame = assets.of_frame(Route::Tool, locale);
    let in_frame = set(in_frame.at_once().chain([frame.as_str(), EMBED_SCRIPT]));
    let first = set(tool.at_once().chain([page.as_str(), &assets.pwa.drawing]));
    let later = set(tool.with_outcome.iter().copied());
    let mut offline: BTreeSet<String> =
        kept.front.iter().chain(kept.languages.get(locale).into_iter().flatten()).cloned().collect();
    // What is at hand, the worker takes from the browser.
    offline.retain(|it| !first.contains(it) && !later.contains(it));
    let manifest = format!("{locale}/{MANIFEST}");
    offline.extend(set([assets.pwa.keeper_script(Some(locale)), SERVICE_WORKER, &manifest]));
    let unchanged = |it: Visit| Visit { bytes: 0, ..it };
    Ok(vec![
        site.visit("opens an article with the tool in a frame, for the first time", in_frame)?,
        site.visit("opens such an article again within the hour", set([frame.as_str()])).map(unchanged)?,
        site.visit("opens the tool's own page for the first time", first)?,
        site.visit("goes on to an outcome, either way", later)?,
        site.visit("stays on the tool's own page, which is then kept for use offline", offline)?,
        site.visit("comes back to the tool's own page, which is kept", set([SERVICE_WORKER])).map(unchanged)?,
    ])
}

fn set<'a>(paths: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    paths.into_iter().map(str::to_owned).collect()
}

struct Site<'a> {
    dist: &'a Path,
    hosting: Hosting,
}

impl Site<'_> {
    fn visit(&self, what: &'static str, files: BTreeSet<String>) -> io::Result<Visit> {
        let bytes = files.iter().map(|it| self.travels(it)).sum::<io::Result<_>>()?;
        let headers = files.iter().map(|it| self.said_with(it)).sum();
        Ok(Visit { what, files, bytes, headers })
    }

    /// The bytes of a file as a browser of today gets them.
    fn travels(&self, path: &str) -> io::Result<usize> {
        let length = |path: &str| fs::metadata(self.dist.join(path)).map(|it| it.len());
        let length = length(&format!("{path}.br")).or_else(|_| length(path));
        let length = length.map_err(|it| io::Error::new(it.kind(), format!("{path}: {it}")))?;
        Ok(usize::try_from(length).unwrap_or(usize::MAX))
    }

    fn said_with(&self, path: &str) -> usize {
        // A colon, a space, and the end of the line.
        self.hosting.headers(path).iter().map(|(name, value)| name.len() + value.len() + 4).sum()
    }
}
