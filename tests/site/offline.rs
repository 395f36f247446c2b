//! The parts that work without a network, as they are written: the worker's list, the manifests and the icons. `worker`
//! has the worker at work.

mod worker;

use std::{collections::BTreeSet, path::Path};

use serde_json::{Value, json};
use which_guarantee::site::{
    build::service_worker::{Rules, WorkerLanguage, removal, worker},
    files::SiteFile,
    routes::{INDEX, SERVICE_WORKER},
};

use crate::{
    dist::Dist,
    needed_files::needed_files,
    support::{case, locales},
};

const LANGUAGES: [WorkerLanguage; 2] = [
    WorkerLanguage { locale: "en", name: "English", tool: "Which guarantee?" },
    WorkerLanguage { locale: "uk", name: "Українська", tool: "Яка гарантія?" },
];

/// A site with all that there may be on one.
const SITE: [(&str, &str); 22] = [
    ("index.html", "<a href=\"en/\"><link rel=manifest href=manifest.webmanifest>"),
    ("manifest.webmanifest", "{ \"icons\": [\"assets/icon.1.png\"] }"),
    ("en/index.html", "<script src=\"../assets/boot.1.js\" data-edition=\"../assets/edition-en.1.bin\"></script>"),
    ("en/method/index.html", "<meta property=\"og:image\" content=\"https://x/assets/card-en.1.png\"><p>method"),
    ("en/walk/war/index.html", "<script type=\"application/ld+json\">\"assets/card-en.1.png\"</script><p>walk"),
    ("en/embed/index.html", "<script src=\"../../assets/embed.1.js\"></script>"),
    ("en/manifest.webmanifest", "{ \"icons\": [\"../assets/icon.1.png\"] }"),
    ("uk/index.html", "<script src=\"../assets/boot.1.js\" data-edition=\"../assets/edition-uk.1.bin\"></script>"),
    ("uk/manifest.webmanifest", "{}"),
    ("assets/boot.1.js", "import(\"./glue.1.js\")"),
    ("assets/glue.1.js", "fetch(\"app.1.wasm\"); import \"./boot.1.js\""),
    ("assets/app.1.wasm", "\0asm"),
    ("assets/edition-en.1.bin", "en"),
    ("assets/edition-uk.1.bin", "uk"),
    ("assets/icon.1.png", "icon"),
    ("assets/card-en.1.png", "card"),
    ("assets/embed.1.js", "embed"),
    ("assets/unused.1.js", "unused"),
    ("embed.js", "embed"),
    ("404.html", "404"),
    ("sitemap.xml", "map"),
    ("which-guarantee-en.html", "one file"),
];

fn site() -> Vec<SiteFile> {
    SITE.map(|(path, text)| SiteFile { path: path.to_owned(), bytes: text.into() }).into()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What the worker of these files reads as SITE.
fn listed(files: &[SiteFile]) -> Value {
    let rules = Rules { version: "1".to_owned(), changes: json!([]) };
    let kept = needed_files(files, &LANGUAGES.map(|it| it.locale));
    let made = worker(root(), files, &kept, &LANGUAGES, &rules).expect("the script is there");
    assert_eq!(made.path, "sw.js");
    list_of(&made.bytes)
}

/// What a worker reads as SITE.
fn list_of(script: &[u8]) -> Value {
    let text = str::from_utf8(script).expect("a script is text");
    let start = text.strip_prefix("const SITE = ").expect("the list comes first");
    serde_json::Deserializer::from_str(start).into_iter().next().expect("a list").expect("the list is JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().into_iter().flatten().map(|it| it.0.as_str()).collect()
}

#[test]
fn the_worker_keeps_every_page_of_a_language_and_what_it_needs_and_no_more() {
    let site = listed(&site());
    assert_eq!(
        keys(&site["common"]),
        ["", "assets/app.1.wasm", "assets/boot.1.js", "assets/glue.1.js", "assets/icon.1.png", "manifest.webmanifest"]
    );
    let english = ["assets/edition-en.1.bin", "en/", "en/manifest.webmanifest", "en/method/", "en/walk/war/"];
    assert_eq!(keys(&site["languages"]["en"]), english);
    assert_eq!(keys(&site["languages"]["uk"]), ["assets/edition-uk.1.bin", "uk/", "uk/manifest.webmanifest"]);
    // As `openssl dgst -sha256 -binary | base64` says.
    assert_eq!(site["languages"]["en"]["assets/edition-en.1.bin"], "29OknQ2Qa07ZIWtzMw0vsIDvL3WMEvOIUGgiLl4XFRw=");
    assert_eq!(site["missing"]["uk"]["name"], "Українська");
    assert_eq!(site["first"], "en", "for those who ask for no language of the site");
}

#[test]
fn the_graph_of_the_assets_has_all_that_a_page_names_directly_or_by_way_of_others() {
    let files = Dist::open().files.into_iter().map(|(path, bytes)| SiteFile { path, bytes });
    let (worker, files): (Vec<SiteFile>, Vec<SiteFile>) = files.partition(|it| it.path == SERVICE_WORKER);
    let site = list_of(&worker[0].bytes);
    let kept = needed_files(&files, &locales());
    let addresses = |paths: &BTreeSet<String>| -> BTreeSet<String> {
        paths.iter().map(|it| it.strip_suffix(INDEX).unwrap_or(it).to_owned()).collect()
    };
    let common: BTreeSet<String> = keys(&site["common"]).into_iter().map(str::to_owned).collect();
    assert!(addresses(&kept.front).is_subset(&common));
    for (locale, paths) in &kept.languages {
        let own = keys(&site["languages"][locale]).into_iter().map(str::to_owned);
        let all: BTreeSet<String> = own.chain(common.iter().cloned()).collect();
        let paths = addresses(paths);
        assert!(paths.is_subset(&all), "{locale}: {:?}", paths.difference(&all));
    }
    let needed: BTreeSet<String> = kept.languages.values().chain([&kept.front]).flat_map(addresses).collect();
    let languages = kept.languages.keys().flat_map(|it| keys(&site["languages"][it]));
    let listed: BTreeSet<String> = languages.map(str::to_owned).chain(common).collect();
    assert_eq!(listed, needed, "and no more");
}

#[test]
fn whatever_a_reader_could_notice_makes_another_worker() {
    let version = |files: &[SiteFile]| listed(files)["version"].as_str().expect("a version").to_owned();
    let before = version(&site());
    assert_eq!(version(&site()), before, "the same site has the same worker");
    for path in ["index.html", "en/method/index.html", "assets/edition-uk.1.bin", "assets/app.1.wasm"] {
        let mut files = site();
        files.iter_mut().find(|it| it.path == path).expect("the file is there").bytes.push(b'!');
        assert_ne!(version(&files), before, "{path}");
    }
    let mut files = site();
    files.iter_mut().find(|it| it.path == "sitemap.xml").expect("the file is there").bytes.push(b'!');
    assert_eq!(version(&files), before, "a file that no reader keeps");
}

#[test]
fn every_version_of_the_rules_says_what_it_changed_in_every_language() {
    let rules = which_guarantee::site::build::service_worker::rules(&case());
    let changes = rules.changes.as_array().expect("a list");
    assert_eq!(changes.last().map(|it| &it["version"]), Some(&json!(rules.version)));
    for change in changes {
        for locale in locales() {
            assert!(change["says"][locale].as_str().is_some_and(|it| !it.is_empty()), "{change}");
        }
    }
}

#[test]
fn the_worker_that_removes_itself_keeps_nothing_and_answers_for_nothing() {
    let text = String::from_utf8(removal(root()).expect("the script is there").bytes).expect("a script is text");
    assert!(text.contains("unregister()") && text.contains("caches.delete"));
    assert!(!text.contains("\"fetch\"") && !text.contains("caches.open"));
}
