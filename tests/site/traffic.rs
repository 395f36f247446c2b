//! The files that a visit loads: the figures in docs/hosting.md, and the graph of the assets beside what finished pages
//! name.

use std::{collections::BTreeSet, fs};

use scraper::Html;
use serde_json::Value;
use which_guarantee::site::{
    build::asset_manifest::AssetManifest,
    commands::traffic::{Visit, visits},
    files::Folders,
    routes::{INDEX, SERVICE_WORKER},
};

use crate::{
    dist::{Dist, all, resolve},
    support::locales,
};

#[test]
fn the_figures_in_the_page_on_hosting_are_those_of_the_site() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/hosting.md")).expect("the page is there");
    for locale in ["en", "uk"] {
        for visit in of(locale) {
            let heading = format!("| {locale}: what");
            let table = text.split(&heading).nth(1).unwrap_or_else(|| panic!("no table for {locale}"));
            let row = table.lines().find(|it| it.starts_with(&format!("| {} |", visit.what)));
            let row = row.unwrap_or_else(|| panic!("{locale}: no row for: {}", visit.what));
            let told: Vec<usize> =
                row.split('|').skip(2).take(3).map(|it| it.trim().parse().expect("a number")).collect();
            for (told, now) in told.iter().zip([visit.files.len(), visit.bytes, visit.headers]) {
                let is_near = told.abs_diff(now) * 20 <= now;
                assert!(
                    is_near,
                    "{locale}, {}: {told} in docs/hosting.md, {now} now. Type: cargo site scale",
                    visit.what
                );
            }
        }
    }
    // The page says that the other languages lie between these two.
    let (least, most) = (of("en"), of("uk"));
    for locale in locales() {
        for ((visit, least), most) in of(locale).iter().zip(&least).zip(&most) {
            assert!((least.bytes..=most.bytes).contains(&visit.bytes), "{locale}, {}: {}", visit.what, visit.bytes);
        }
    }
}

/// Without the graph: from the finished pages, and from the list in the finished worker.
#[test]
fn a_visit_loads_what_the_finished_pages_name() {
    let dist = Dist::open();
    for locale in locales() {
        let (page, frame) = (format!("{locale}/{INDEX}"), format!("{locale}/frame.html"));
        let [own, framed] = [&page, &frame].map(|it| dist.page(it));
        let at_once = "link[rel=modulepreload], link[rel=preload], link[rel=stylesheet]";
        let mut in_frame = named(&framed, &frame, &[(at_once, "href"), ("script[src]", "src")]);
        in_frame.extend([frame.clone(), "embed.js".to_owned()]);
        let icon = "link[rel=icon][type='image/svg+xml']";
        let mut first = named(&own, &page, &[(at_once, "href"), ("script[src]", "src"), (icon, "href")]);
        first.insert(page.clone());
        let later = named(&own, &page, &["data-outcome-data", "data-later", "data-style"].map(|it| ("#boot", it)));
        let worker = BTreeSet::from([SERVICE_WORKER.to_owned()]);
        let mut offline = listed(&dist, locale);
        offline.retain(|it| !first.contains(it) && !later.contains(it));
        offline.extend(named(&own, &page, &[("#boot", "data-offline"), ("link[rel=manifest]", "href")]));
        offline.extend(worker.iter().cloned());
        let expected = [in_frame, BTreeSet::from([frame]), first, later, offline, worker];
        let visits = of(locale);
        assert_eq!(visits.len(), expected.len());
        for (visit, expected) in visits.iter().zip(&expected) {
            assert_eq!(&visit.files, expected, "{locale}: {}", visit.what);
        }
    }
}

fn of(locale: &str) -> Vec<Visit> {
    let folders = Folders::of_package();
    let manifest = AssetManifest::read(&folders).expect("There is no site. Type: cargo site build");
    visits(&folders.dist, &manifest, locale).expect("the site is whole")
}

/// The files to which these attributes of a page lead.
fn named(html: &Html, page: &str, attributes: &[(&str, &str)]) -> BTreeSet<String> {
    let values = |(query, name): &(&str, &str)| -> Vec<String> {
        all(html, query).iter().map(|it| it.attr(name).expect("the attribute is there").to_owned()).collect()
    };
    let values = attributes.iter().flat_map(values);
    values.map(|it| resolve(page, &it).expect("it is a file of the site").0).collect()
}

/// The files that the worker keeps for one language. It lists a page by the address of its folder.
fn listed(dist: &Dist, locale: &str) -> BTreeSet<String> {
    let script = String::from_utf8(dist.files[SERVICE_WORKER].clone()).expect("it is text");
    let list = script.strip_prefix("const SITE = ").expect("the worker begins with its list");
    let site = serde_json::Deserializer::from_str(list).into_iter::<Value>().next();
    let site = site.expect("a list").expect("it is JSON");
    let parts = [&site["common"], &site["languages"][locale]];
    let paths = parts.into_iter().flat_map(|it| it.as_object().expect("an object").keys());
    paths.map(|it| if it.is_empty() || it.ends_with('/') { format!("{it}{INDEX}") } else { it.clone() }).collect()
}
