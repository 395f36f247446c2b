//! The tool in other people's pages: the weight of their script, the snippets, the page for frames, and oEmbed as a
//! system finds it that knows nothing but an address.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::{fs, io::Write, path::Path, process::Command};

use scraper::{Html, Selector};
use serde_json::Value;
use support::case;
use which_guarantee::{
    site::{
        assets,
        head::Site,
        scripts::{Kind, small},
        serve,
        snippets::Snippets,
    },
    view::{Edition, annex::Annex, editions::editions},
};

const SITE: &str = "https://site.example/";

#[test]
fn the_script_for_other_pages_weighs_at_most_a_kibibyte() {
    let script = assets::embed(root(), &all_editions()).expect("the script is sound");
    assert!(script.contains("Which guarantee?") && script.contains("Яка гарантія?"), "the titles are in it");
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut script.as_bytes(), &mut compressed, &best).expect("memory is no file");
    assert!(compressed.len() <= 1024, "{} bytes", compressed.len());
}

#[test]
fn a_script_keeps_the_names_that_others_see_and_a_broken_one_is_named() {
    let source = "// A note.\nconst shown = 1;\nfunction call(parameter) { return parameter + shown; }\n";
    let classic = small(source, "a.js", Kind::Classic).expect("a sound script");
    assert!(classic.contains("shown") && classic.contains("call") && !classic.contains("note"), "{classic}");
    let module = small("export const shown = (parameter) => parameter;", "b.js", Kind::Module).expect("a sound script");
    assert!(module.contains("shown") && !module.contains("parameter"), "{module}");
    let failure = small("const = 1;", "c.js", Kind::Classic).expect_err("a broken script");
    assert!(failure.to_string().contains("c.js"), "{failure}");
}

#[test]
fn the_snippets_say_what_a_reader_of_code_expects() {
    for (edition, _) in all_editions() {
        let locale = &edition.case.sentences.locale;
        let Snippets { frame, scripted, element } = Snippets::of(&edition, SITE);
        let source = format!("{SITE}{locale}/frame.html");
        for snippet in [&frame, &scripted] {
            let parsed = Html::parse_fragment(snippet);
            let found = one(&parsed, "iframe");
            let attribute = |name: &str| found.attr(name).unwrap_or_default().to_owned();
            assert_eq!((attribute("src"), attribute("width")), (source.clone(), "100%".to_owned()));
            assert_eq!(attribute("title"), edition.case.sentences.title, "a frame has a name");
            assert!(attribute("height").parse::<u32>().is_ok_and(|it| it > 600), "room is reserved");
            assert!(attribute("allow").contains("clipboard-write"));
        }
        assert!(!frame.contains("script"), "{frame}");
        let parsed = Html::parse_fragment(&element);
        assert_eq!(one(&parsed, "which-guarantee").attr("lang"), Some(locale.as_str()));
        assert_eq!(one(&parsed, "which-guarantee a").attr("href"), Some(format!("{SITE}{locale}/").as_str()));
        for snippet in [&scripted, &element] {
            let parsed = Html::parse_fragment(snippet);
            let script = one(&parsed, "script");
            assert_eq!((script.attr("src"), script.attr("async")), (Some("https://site.example/embed.js"), Some("")));
        }
    }
}

#[test]
fn the_page_for_frames_is_the_tool_and_costs_readers_of_the_tools_own_page_nothing() {
    for (edition, _) in all_editions() {
        let locale = &edition.case.sentences.locale;
        let [alone, framed] = ["index.html", "frame.html"].map(|it| built(&format!("{locale}/{it}")));
        let (alone, framed) = (Html::parse_document(&alone), Html::parse_document(&framed));
        assert_eq!(one(&alone, "#app").inner_html(), one(&framed, "#app").inner_html(), "{locale}");
        assert_eq!(one(&framed, "meta[name=robots]").attr("content"), Some("noindex"));
        let canonical = format!("{}{locale}/", address());
        assert_eq!(one(&framed, "link[rel=canonical]").attr("href"), Some(canonical.as_str()));
        let script = one(&framed, "head script[src]");
        assert_eq!((script.attr("type"), script.attr("defer")), (None, None), "colours come before the first paint");
        assert!(one(&framed, "[data-told]").attr("hidden").is_some(), "the note waits for its reason");
        assert_eq!(one(&framed, "[data-full]").attr("href"), Some("./"), "without script the way out leads out");
        for only_framed in
            ["[data-full]", "[data-told]", "meta[name=robots]", "script[src*=frame]", "link[href*=frame]"]
        {
            assert_eq!(alone.select(&selector(only_framed)).count(), 0, "{only_framed}");
        }
    }
}

#[test]
fn a_guarantees_page_for_frames_leads_out_to_the_page_itself() {
    for (edition, _) in all_editions() {
        let locale = &edition.case.sentences.locale;
        for guarantee in &edition.case.model.guarantees {
            let folder = format!("{locale}/guarantees/{}", guarantee.id);
            let [alone, framed] =
                ["index.html", "frame.html"].map(|it| Html::parse_document(&built(&format!("{folder}/{it}"))));
            assert_eq!(one(&alone, "main").inner_html(), one(&framed, "main").inner_html(), "{folder}");
            assert_eq!(one(&framed, "[data-full]").attr("href"), Some("./"), "{folder}");
            let canonical = format!("{}{folder}/", address());
            assert_eq!(one(&framed, "link[rel=canonical]").attr("href"), Some(canonical.as_str()));
        }
    }
}

#[test]
fn a_system_that_knows_oembed_turns_every_address_into_its_frame() {
    let consumer = root().join("tests/node_modules/@extractus/oembed-extractor");
    assert!(consumer.is_dir(), "The consumer of oEmbed is missing. Type: npm ci --prefix tests");
    let published = tempfile::tempdir().expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let server = runtime.block_on(serve::spawn(published.path())).expect("a free port");
    let site = format!("http://{}/", server.address);
    // The tool and every guarantee, in every language: the page, and its title.
    let mut pasted: Vec<(String, String)> = Vec::new();
    for (Edition { case, .. }, _) in all_editions() {
        let locale = &case.sentences.locale;
        pasted.push((format!("{locale}/"), case.sentences.title.clone()));
        pasted.extend(case.model.guarantee_ids().map(|it| {
            let page = format!("{locale}/guarantees/{}/", case.model.guarantee(it).id);
            (page, case.sentences.guarantee(it).name.clone())
        }));
    }
    for (page, _) in &pasted {
        // As if it were built for that address.
        for path in [format!("{page}index.html"), format!("oembed/{}.json", page.trim_end_matches('/'))] {
            publish(published.path(), &path, built(&path).replace(&address(), &site).as_bytes());
        }
    }

    let mut asking = Command::new("node");
    asking.arg(root().join("tests/oembed.mjs")).args(pasted.iter().map(|(page, _)| format!("{site}{page}")));
    let asked = asking.output().expect("node is installed");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let found: Vec<Value> = serde_json::from_slice(&asked.stdout).expect("the consumer prints JSON");
    assert_eq!(found.len(), pasted.len());
    for ((page, title), found) in pasted.iter().zip(&found) {
        assert_eq!(found["method"], "auto-discovery", "{page}");
        assert_eq!((&found["version"], &found["type"]), (&"1.0".into(), &"rich".into()), "{page}");
        assert_eq!(found["title"], title.as_str(), "{page}");
        assert!(found["width"].as_u64() > Some(0) && found["height"].as_u64() > Some(0), "a rich answer has a size");
        let html = Html::parse_fragment(found["html"].as_str().expect("a rich answer has code"));
        let frame = format!("{page}frame.html");
        assert_eq!(one(&html, "iframe").attr("src"), Some(format!("{site}{frame}").as_str()));
        assert_eq!(one(&html, "iframe").attr("title"), Some(title.as_str()), "a frame has a name");
        // What is framed is there.
        built(&frame);
    }
}

fn publish(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
    fs::File::create(path).and_then(|mut it| it.write_all(bytes)).expect("the file can be written");
}

/// A file of the site that was built.
fn built(path: &str) -> String {
    let path = root().join("dist").join(path);
    fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}. Type: cargo site build", path.display()))
}

/// Where the site was built to be.
fn address() -> String {
    Site { publisher: &case().publisher, languages: &[] }.absolute("")
}

fn all_editions() -> Vec<(Edition, Annex)> {
    editions(&case())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn one<'a>(page: &'a Html, query: &str) -> scraper::ElementRef<'a> {
    let found: Vec<_> = page.select(&selector(query)).collect();
    assert_eq!(found.len(), 1, "{query}");
    found[0]
}

fn selector(query: &str) -> Selector {
    Selector::parse(query).expect("a selector")
}
