//! What a cold visit loads, read from the pages as they are served, against the budgets.

use std::collections::BTreeSet;

use which_guarantee::site::build::budgets::{FIRST_ANSWER, PAGE};

use crate::{
    dist::{Dist, all, one},
    support::locales,
};

#[test]
fn the_page_arrives_in_one_round_trip_and_the_first_answer_needs_little_more() {
    let dist = Dist::open();
    for locale in locales() {
        let path = format!("{locale}/index.html");
        let page = dist.page(&path);
        let html = travels(&path);
        assert!(html <= PAGE, "{locale}: the page has {html} bytes");
        let boot = one(&page, "#boot");
        let preloaded = all(&page, "link[rel=modulepreload], link[rel=preload]");
        let asked = preloaded.iter().filter_map(|it| it.attr("href")).chain(boot.attr("src"));
        let asked: Vec<String> = asked.map(|it| it.trim_start_matches("../").to_owned()).collect();
        for part in ["which_guarantee.", "which_guarantee_bg.", "chunk_loader.", "boot.", &format!("edition-{locale}.")]
        {
            assert!(asked.iter().any(|it| it.contains(part)), "{locale}: {part} is not fetched at once");
        }
        assert!(all(&page, "link[rel=stylesheet]").is_empty(), "{locale}: a sheet would hold the first paint back");
        let first_answer: usize = html + asked.iter().map(|it| travels(it)).sum::<usize>();
        assert!(first_answer <= FIRST_ANSWER, "{locale}: the first answer needs {first_answer} bytes");
    }
}

/// The splitter keeps in the first chunk whatever the first chunk reaches, and says nothing about it.
#[test]
fn more_of_the_wasm_waits_for_the_first_answer_than_comes_before_it() {
    let dist = Dist::open();
    let [first, later] = ["which_guarantee_bg", "later"].map(|it| travels(wasm(&dist, it)));
    assert!(later > first, "{later} bytes wait, {first} do not");
}

/// `src/js/page/chunk_loader.js` hands the exports of the first chunk to the later one.
#[test]
fn the_later_chunk_imports_what_the_first_exports_and_nothing_else() {
    let dist = Dist::open();
    let [first, later] = ["which_guarantee_bg", "later"]
        .map(|it| walrus::Module::from_buffer(&dist.files[wasm(&dist, it)]).expect("the wasm can be read"));
    let exported: BTreeSet<&str> = first.exports.iter().map(|it| it.name.as_str()).collect();
    assert!(exported.contains("__indirect_function_table"), "by which the loader calls back");
    assert!(later.imports.iter().count() > 0);
    for import in later.imports.iter() {
        assert_eq!(import.module, "__wasm_split", "{}", import.name);
        assert!(exported.contains(import.name.as_str()), "{}", import.name);
    }
}

/// The path of a wasm of this name.
fn wasm<'a>(dist: &'a Dist, name: &str) -> &'a str {
    let is_it = |path: &&String| path.starts_with(&format!("assets/{name}.")) && path.ends_with(".wasm");
    dist.files.keys().find(is_it).unwrap_or_else(|| panic!("there is no {name}"))
}

/// The bytes of a file as it travels to a browser of today.
fn travels(path: &str) -> usize {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let length = |path: &str| std::fs::metadata(folder.join(path)).map(|it| it.len() as usize);
    length(&format!("{path}.br")).or_else(|_| length(path)).unwrap_or_else(|it| panic!("{path}: {it}"))
}
