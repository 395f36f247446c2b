//! A crawl of everything that `cargo site build` writes, without a browser: links, heads, data for machines, pictures.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
    sync::LazyLock,
};

use scraper::Html;
use serde_json::Value;

use crate::{
    dist::{Dist, all, attribute, one, resolve, words},
    support::{self, locales},
};

#[test]
fn every_link_leads_to_a_page_and_every_anchor_to_a_part_of_it() {
    let dist = Dist::open();
    let ids: BTreeMap<&str, BTreeSet<String>> = dist
        .pages()
        .map(|(path, page)| {
            (path, all(&page, "[id]").iter().filter_map(|it| it.attr("id")).map(str::to_owned).collect())
        })
        .collect();
    let mut followed = 0;
    for (path, page) in dist.pages() {
        for (query, name) in [("a[href]", "href"), ("link[href]", "href"), ("script[src]", "src")] {
            for element in all(&page, query) {
                let link = element.attr(name).expect("just selected");
                let Some((to, fragment)) = resolve(path, link) else { continue };
                assert!(dist.files.contains_key(&to), "{path}: {link} leads to {to}, which is not there");
                // Behind the tool's # stand answers, which it reads itself.
                if !fragment.is_empty() && !fragment.contains('=') {
                    assert!(ids[to.as_str()].contains(&fragment), "{path}: {link} leads to no part of {to}");
                }
                followed += 1;
            }
        }
    }
    assert!(followed > 1_000, "only {followed} links were found");
}

#[test]
fn every_page_can_be_reached_from_the_first_one() {
    let dist = Dist::open();
    let mut seen = BTreeSet::from(["index.html".to_owned()]);
    let mut next_up = vec!["index.html".to_owned()];
    while let Some(path) = next_up.pop() {
        let page = dist.page(&path);
        let links = all(&page, "a[href]");
        let found = links.iter().filter_map(|it| resolve(&path, it.attr("href").expect("just selected")));
        for (to, _) in found.filter(|it| it.0.ends_with(".html")) {
            if seen.insert(to.clone()) {
                next_up.push(to);
            }
        }
    }
    let unseen: Vec<&str> = dist.pages().map(|it| it.0).filter(|it| !seen.contains(*it) && *it != "404.html").collect();
    assert!(unseen.is_empty(), "no link leads to {unseen:?}");
}

#[test]
fn every_page_has_one_heading_a_title_of_its_own_a_description_and_its_address() {
    let dist = Dist::open();
    let mut titles = BTreeMap::new();
    for (path, page) in dist.pages() {
        assert_eq!(all(&page, "h1").len(), 1, "{path}");
        assert!(!words(&one(&page, "h1")).is_empty(), "{path}");
        let title = words(&one(&page, "title"));
        assert_eq!(titles.insert(title.clone(), path), None, "{path} has a title that another page has, too: {title}");
        assert!(!attribute(&page, "meta[name=description]", "content").is_empty(), "{path}");
        if path == "404.html" {
            assert_eq!(attribute(&page, "meta[name=robots]", "content"), "noindex");
            continue;
        }
        assert_eq!(attribute(&page, "link[rel=canonical]", "href"), address(path));
        assert_eq!(attribute(&page, "meta[property=\"og:url\"]", "content"), address(path));
        for property in ["og:title", "og:description", "og:type", "og:site_name", "og:locale", "og:image:alt"] {
            let content = attribute(&page, &format!("meta[property=\"{property}\"]"), "content");
            assert!(!content.is_empty(), "{path}: {property}");
        }
        assert_eq!(attribute(&page, "meta[name=\"twitter:card\"]", "content"), "summary_large_image", "{path}");
    }
}

#[test]
fn every_page_names_its_siblings_and_they_name_it() {
    let dist = Dist::open();
    let named: BTreeMap<String, BTreeMap<String, String>> = dist
        .pages()
        .filter(|it| it.0 != "404.html")
        .map(|(path, page)| {
            let link = |it: &scraper::ElementRef| Some((it.attr("hreflang")?.to_owned(), it.attr("href")?.to_owned()));
            (address(path), all(&page, "link[rel=alternate]").iter().filter_map(link).collect())
        })
        .collect();
    for (address, siblings) in &named {
        let languages: BTreeSet<&str> = siblings.keys().map(String::as_str).collect();
        let expected = locales().into_iter().chain(["x-default"]).collect();
        assert_eq!(languages, expected, "{address}");
        assert!(siblings.values().any(|it| it == address), "{address} does not name itself");
        for sibling in siblings.values() {
            assert_eq!(named.get(sibling), Some(siblings), "{address} names {sibling}, which names others");
        }
    }
}

#[test]
fn every_page_has_a_picture_of_the_size_that_it_says() {
    let dist = Dist::open();
    let mut shown = BTreeSet::new();
    for (path, page) in dist.pages().filter(|it| it.0 != "404.html") {
        let property = |name: &str| attribute(&page, &format!("meta[property=\"{name}\"]"), "content");
        let image = property("og:image");
        let file = image.strip_prefix(&address("index.html")).unwrap_or_else(|| panic!("{path}: {image}"));
        let bytes = dist.files.get(file).unwrap_or_else(|| panic!("{path}: there is no {file}"));
        let said = (property("og:image:width"), property("og:image:height"));
        assert_eq!(size(bytes), (1200, 630), "{file}");
        assert_eq!(said, ("1200".to_owned(), "630".to_owned()), "{path}");
        shown.insert(file.to_owned());
        if let Some((locale, rest)) = path.split_once("/guarantees/")
            && let Some(id) = rest.strip_suffix("/index.html")
        {
            assert!(file.starts_with(&format!("cards/{locale}-{id}.")), "{path} shows {file}");
        }
    }
    let drawn: BTreeSet<String> = dist.files.keys().filter(|it| it.starts_with("cards/")).cloned().collect();
    assert_eq!(shown, drawn, "every picture is shown, and none other");
    assert_eq!(drawn.len(), locales().len() * 13);
}

#[test]
fn every_page_has_data_for_machines_that_is_json_and_names_its_address() {
    for (path, page) in Dist::open().pages().filter(|it| it.0 != "404.html") {
        let data = structured(&page);
        assert_eq!(data["@context"], "https://schema.org", "{path}");
        assert_eq!(data["url"], address(path).as_str(), "{path}");
        for key in ["@type", "name", "description"] {
            assert!(data[key].as_str().is_some_and(|it| !it.is_empty()), "{path}: {key}");
        }
        let crumbs = data["breadcrumb"]["itemListElement"].as_array();
        assert!(crumbs.is_none_or(|it| it.last().is_some_and(|it| it["item"] == data["url"])), "{path}");
        if path.ends_with("/guarantees/index.html") {
            assert_eq!(data["mainEntity"]["hasDefinedTerm"].as_array().map(Vec::len), Some(12));
        }
    }
}

#[test]
fn the_sitemap_lists_every_page_once_and_robots_may_read_all() {
    let dist = Dist::open();
    let file = |name: &str| String::from_utf8(dist.files[name].clone()).expect("it is UTF-8");
    let sitemap = file("sitemap.xml");
    let listed: Vec<&str> =
        sitemap.split("<loc>").skip(1).map(|it| it.split("</loc>").next().unwrap_or_default()).collect();
    let expected: BTreeSet<String> = dist.pages().map(|it| it.0).filter(|it| *it != "404.html").map(address).collect();
    assert_eq!(listed.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<_>>(), expected);
    assert_eq!(listed.len(), expected.len(), "no page is listed twice");
    assert_eq!(sitemap.matches("hreflang=").count(), (locales().len() + 1) * listed.len());
    assert!(file("robots.txt").contains(&format!("Sitemap: {}", address("sitemap.xml"))));
    assert!(!file("robots.txt").contains("Disallow"));
}

#[test]
fn pages_that_need_no_script_have_none_but_what_keeps_them_and_ask_for_one_file() {
    for (path, page) in Dist::open().pages() {
        let needs_script = ["/class/index.html", "/embed/index.html"].iter().any(|it| path.ends_with(it))
            || path.matches('/').count() == 1;
        if needs_script {
            continue;
        }
        let scripts = all(&page, "script:not([type=\"application/ld+json\"])");
        let mut names: Vec<&str> = scripts.iter().filter_map(|it| it.attr("src")).collect();
        assert_eq!(names.len(), scripts.len(), "{path}");
        // The pages at the root lead on with the answers of an address.
        let leads = names.iter().filter(|it| it.contains("assets/root_pages.")).count();
        assert_eq!(leads, usize::from(!path.contains('/')), "{path}: {names:?}");
        names.retain(|it| !it.contains("assets/root_pages."));
        if path == "404.html" {
            // It is served at addresses of any depth.
            assert!(names.is_empty(), "{path}");
        } else {
            let own = path.split_once('/').map_or_else(String::new, |(locale, _)| format!("-{locale}"));
            assert!(names.len() == 1 && names[0].contains(&format!("assets/offline{own}.")), "{path}: {names:?}");
        }
        let asked = all(&page, "link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], img, iframe");
        assert_eq!(asked.len(), 1, "{path}: the style sheet alone");
    }
}

#[test]
fn a_validator_finds_nothing_in_the_html() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let validator = root.join("tests/node_modules/html-validate/bin/html-validate.mjs");
    assert!(validator.is_file(), "html-validate is missing. Type: npm ci --prefix tests");
    let found = Command::new("node")
        .arg(&validator)
        .args(["--config", "tests/site/htmlvalidate.json", "dist/**/*.html"])
        .current_dir(root)
        .output()
        .expect("node starts");
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stdout));
}

/// From the files alone, as anybody would: each row of the CSV is put through the decision table, which is the same in
/// every language but for its words.
#[test]
fn the_data_beside_the_site_agrees_with_itself_on_every_combination() {
    let dist = Dist::open();
    let file = |name: &str| dist.files[&format!("data/{name}")].as_slice();
    let json = |name: &str| -> Value { serde_json::from_slice(file(name)).expect("it is JSON") };
    let table = json("decision-table.en.json");
    let rules = |key: &str| table[key].as_array().expect("it is a list").as_slice();
    let fits = |world: &BTreeMap<String, String>, question: &str, answers: &Value| {
        answers.as_array().is_some_and(|it| it.iter().any(|answer| *answer == world[question].as_str()))
    };
    let mut worlds = csv::Reader::from_reader(file("outcomes.csv"));
    let mut count = 0;
    for row in worlds.deserialize::<BTreeMap<String, String>>() {
        let mut world = row.expect("every row has every column");
        for it in rules("normalisations") {
            let when = it["when"].as_object().expect("it is an object");
            if when.iter().all(|(question, answers)| fits(&world, question, answers)) {
                let text = |key: &str| it[key].as_str().expect("it is a text").to_owned();
                world.insert(text("question"), text("takes"));
            }
        }
        let holds = |it: &Value| fits(&world, it["question"].as_str().expect("it is an id"), &it["answers"]);
        let first = rules("rows").iter().find(|it| it["needs"].as_array().is_some_and(|it| it.iter().all(holds)));
        assert_eq!(first.map(|it| &it["guarantee"]), Some(&Value::from(world["outcome"].as_str())), "{world:?}");
        count += 1;
    }
    assert_eq!(count, 43_740);
    for locale in locales() {
        let here = json(&format!("decision-table.{locale}.json"));
        assert_eq!(without_words(&here), without_words(&table), "{locale}");
        let sentences = json(&format!("sentences.{locale}.json"));
        assert_eq!(sentences["locale"], locale);
        for it in here["rows"].as_array().expect("it is a list") {
            let guarantee = it["guarantee"].as_str().expect("it is an id");
            assert_eq!(sentences["guarantees"][guarantee]["name"], it["name"]);
        }
        let page = dist.page(&format!("{locale}/method/index.html"));
        for it in structured(&page)["mainEntity"]["distribution"].as_array().expect("the data set has files") {
            let url = it["contentUrl"].as_str().expect("a file has an address");
            assert!(dist.files.keys().any(|path| address(path) == url), "{url}");
        }
    }
}

/// The whole address of a file below `dist/`.
fn address(path: &str) -> String {
    static BASE: LazyLock<String> = LazyLock::new(|| support::case().publisher.address);
    let base = &*BASE;
    format!("{base}{}", path.strip_suffix("index.html").unwrap_or(path))
}

fn structured(page: &Html) -> Value {
    let text = one(page, "script[type=\"application/ld+json\"]").text().collect::<String>();
    serde_json::from_str(&text).expect("it is JSON")
}

/// Width and height of a PNG file.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "a PNG file begins like one");
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    (number(16), number(20))
}

fn without_words(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|it| !["locale", "name", "says"].contains(&it.0.as_str()));
            kept.map(|(key, it)| (key.clone(), without_words(it))).collect::<serde_json::Map<_, _>>().into()
        }
        Value::Array(list) => list.iter().map(without_words).collect(),
        other => other.clone(),
    }
}
