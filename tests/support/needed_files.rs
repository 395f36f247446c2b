//! What a site's files say that readers need, found without the graph from which the build knows it: by the names of
//! assets in the bytes of pages, scripts and styles.

use std::collections::BTreeSet;

use which_guarantee::site::{
    build::service_worker::Kept,
    files::SiteFile,
    routes::{ASSETS, FRONT, MANIFEST, Route},
};

/// All that a worker for these files has to keep.
pub fn needed_files(files: &[SiteFile], locales: &[&str]) -> Kept {
    let language = |it: &&str| ((*it).to_owned(), needed(files, |path| is_page_in(path, it)));
    Kept {
        front: needed(files, |path| path == FRONT || path == MANIFEST),
        languages: locales.iter().map(language).collect(),
    }
}

/// A page of a language, or its manifest.
fn is_page_in(path: &str, locale: &str) -> bool {
    let below = path.strip_prefix(locale).and_then(|it| it.strip_prefix('/'));
    below.is_some_and(|it| it == MANIFEST || Route::of(path).is_some_and(Route::is_kept_offline))
}

/// These pages, and every asset whose name stands in one of them, in a script or a style that they name, and so on.
fn needed(files: &[SiteFile], is_page: impl Fn(&str) -> bool) -> BTreeSet<String> {
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
    needed.into_iter().map(str::to_owned).collect()
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
