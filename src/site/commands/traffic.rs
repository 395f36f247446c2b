//! `cargo site scale`: what readers cost a host in bytes and requests, computed from the finished site: from what its
//! pages name, what its worker keeps and what is said with each file.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use serde_json::Value;

use crate::site::{
    failure::Failure,
    files::Folders,
    hosting::Hosting,
    routes::{self, ASSETS, EMBED_SCRIPT, FRAME, INDEX, MANIFEST, SERVICE_WORKER},
};

/// One kind of visit, and the requests that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub what: &'static str,
    pub requests: usize,
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
    let mut text = String::new();
    for locale in locales(dist).map_err(unread)? {
        let visits = visits(dist, &locale).map_err(unread)?;
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
    let Visit { what, requests, bytes, headers } = visit;
    let each_second = readers as f64 / 3600.0;
    let travels = (bytes + headers) as f64;
    format!(
        "| {what} | {requests} | {bytes} | {headers} | {:.0} | {:.0} | {:.1} |",
        *requests as f64 * each_second,
        travels * each_second * 8.0 / 1e6,
        travels * readers as f64 / 1e9,
    )
}

/// The languages of a site.
///
/// # Errors
/// The folder can't be read.
pub fn locales(dist: &Path) -> std::io::Result<Vec<String>> {
    let folders = fs::read_dir(dist)?.flatten().filter(|it| it.path().join(FRAME).is_file());
    let mut names: Vec<String> = folders.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// The kinds of visit in one language.
///
/// # Errors
/// A file of the site can't be read.
pub fn visits(dist: &Path, locale: &str) -> std::io::Result<Vec<Visit>> {
    let site = Site { dist, hosting: Hosting::of_folder(dist, "/")? };
    let [page, frame] = [routes::page(locale, ""), routes::frame(locale, "")];
    let [html, framed] = [fs::read_to_string(dist.join(&page))?, fs::read_to_string(dist.join(&frame))?];
    let named = |text: &str, marks: &[&str]| -> BTreeSet<String> {
        let values = marks.iter().flat_map(|mark| text.split(mark).skip(1).filter_map(|it| it.split('"').next()));
        values.filter_map(|it| Some(it.strip_prefix("../")?.to_owned())).filter(|it| it.starts_with(ASSETS)).collect()
    };
    let start = ["rel=\"modulepreload\" href=\"", "crossorigin href=\"", "id=\"boot\" src=\""];
    let icon = "type=\"image/svg+xml\" href=\"";
    let mut first = named(&html, &start);
    first.extend(named(&html, &[icon]));
    first.insert(page.clone());
    let mut later = named(&html, &["data-annex=\"", "data-style=\""]);
    later.extend(site.starting(&format!("{ASSETS}later."))?);
    let mut in_frame = named(&framed, &start);
    in_frame.extend(named(&framed, &["rel=\"stylesheet\" href=\"", "<script src=\""]));
    in_frame.extend([frame.clone(), EMBED_SCRIPT.to_owned()]);
    let mut kept: BTreeSet<String> = site.kept(locale)?;
    // What is at hand, the worker takes from the browser.
    kept.retain(|it| !first.contains(it) && !later.contains(it));
    kept.extend(named(&html, &["data-offline=\""]));
    kept.extend([SERVICE_WORKER.to_owned(), format!("{locale}/{MANIFEST}")]);
    let again = |path: &str| Visit { bytes: 0, ..site.visit("", [&path.to_owned()]) };
    Ok(vec![
        site.visit("opens an article with the tool in a frame, for the first time", &in_frame),
        Visit { what: "opens such an article again within the hour", ..again(&frame) },
        site.visit("opens the tool's own page for the first time", &first),
        site.visit("goes on to an outcome, either way", &later),
        site.visit("stays on the tool's own page, which is then kept for use offline", &kept),
        Visit { what: "comes back to the tool's own page, which is kept", ..again(SERVICE_WORKER) },
    ])
}

struct Site<'a> {
    dist: &'a Path,
    hosting: Hosting,
}

impl Site<'_> {
    fn visit<'b>(&self, what: &'static str, files: impl IntoIterator<Item = &'b String>) -> Visit {
        let files: Vec<&String> = files.into_iter().collect();
        Visit {
            what,
            requests: files.len(),
            bytes: files.iter().map(|it| self.travels(it)).sum(),
            headers: files.iter().map(|it| self.said_with(it)).sum(),
        }
    }

    /// The bytes of a file as a browser of today gets them.
    fn travels(&self, path: &str) -> usize {
        let length = |path: &str| fs::metadata(self.dist.join(path)).map(|it| it.len());
        let length = length(&format!("{path}.br")).or_else(|_| length(path)).unwrap_or_default();
        usize::try_from(length).unwrap_or(usize::MAX)
    }

    fn said_with(&self, path: &str) -> usize {
        // A colon, a space, and the end of the line.
        self.hosting.headers(path).iter().map(|(name, value)| name.len() + value.len() + 4).sum()
    }

    fn starting(&self, path: &str) -> std::io::Result<Vec<String>> {
        let (folder, start) = path.rsplit_once('/').unwrap_or(("", path));
        let names =
            fs::read_dir(self.dist.join(folder))?.flatten().map(|it| it.file_name().to_string_lossy().into_owned());
        let packed = [".br", ".gz"];
        Ok(names
            .filter(|it| it.starts_with(start) && !packed.iter().any(|end| it.ends_with(end)))
            .map(|it| format!("{folder}/{it}"))
            .collect())
    }

    /// Every file that the worker keeps for one language.
    fn kept(&self, locale: &str) -> std::io::Result<BTreeSet<String>> {
        let script = fs::read_to_string(self.dist.join(SERVICE_WORKER))?;
        let list = script.strip_prefix("const SITE = ").unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(list).into_iter::<Value>();
        let site = values.next().and_then(Result::ok).unwrap_or_default();
        let parts = [&site["common"], &site["languages"][locale]];
        let paths = parts.into_iter().filter_map(Value::as_object).flat_map(|it| it.keys());
        // A page is listed by its address.
        Ok(paths
            .map(|it| if it.is_empty() || it.ends_with('/') { format!("{it}{INDEX}") } else { it.clone() })
            .collect())
    }
}
