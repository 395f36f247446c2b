//! What a cold visit loads, read from the pages as they are served, against the budgets.

use which_guarantee::site::build::weight::{FIRST_ANSWER, PAGE};

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
        for part in ["which_guarantee.", "which_guarantee_bg.", "pieces.", "boot.", &format!("edition-{locale}.")] {
            assert!(asked.iter().any(|it| it.contains(part)), "{locale}: {part} is not fetched at once");
        }
        assert!(all(&page, "link[rel=stylesheet]").is_empty(), "{locale}: a sheet would hold the first paint back");
        let first_answer: usize = html + asked.iter().map(|it| travels(it)).sum::<usize>();
        assert!(first_answer <= FIRST_ANSWER, "{locale}: the first answer needs {first_answer} bytes");
    }
}

/// The bytes of a file as it travels to a browser of today.
fn travels(path: &str) -> usize {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let length = |path: &str| std::fs::metadata(folder.join(path)).map(|it| it.len() as usize);
    length(&format!("{path}.br")).or_else(|_| length(path)).unwrap_or_else(|it| panic!("{path}: {it}"))
}
