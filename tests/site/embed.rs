//! The tool in other people's pages: the weight of their script, the snippets, the page for frames, and oEmbed as a
//! system finds it that knows nothing but an address.

use std::{fs, io::Write, path::Path, process::Command};

use scraper::{Html, Node, Selector, node::Element};
use serde::Deserialize;
use serde_json::Value;
use which_guarantee::{
    site::{
        build::{
            assets,
            scripts::{Kind, small},
        },
        dev::serve,
        html::head::Site,
        pages::embed::{oembed, snippets::Snippets},
    },
    view::{
        edition::from_case::{WholeEdition, editions},
        outcome_data::OutcomeData,
    },
};

use crate::support::{case, locales};

const SITE: &str = "https://site.example/";

#[test]
fn the_script_for_other_pages_weighs_at_most_1500_bytes() {
    let script = assets::embed(root(), &all_editions(), SITE).expect("the script is sound");
    for (edition, _) in all_editions() {
        assert!(script.contains(&edition.case.sentences.title), "{script}");
    }
    assert!(script.contains(SITE), "the address of the site is in it, for where its own is not known");
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut script.as_bytes(), &mut compressed, &best).expect("memory is no file");
    assert!(compressed.len() <= 1500, "{} bytes", compressed.len());
}

#[test]
fn a_script_keeps_the_names_that_others_see_and_a_broken_one_is_named() {
    let source = "// A note.\nconst shown = 1;\nfunction call(parameter) { return parameter + shown; }\n";
    let classic = small(source, "a.js", Kind::Classic).expect("a sound script");
    assert!(classic.contains("shown") && classic.contains("call") && !classic.contains("note"), "{classic}");
    let module = small("export const shown = (parameter) => parameter;", "b.js", Kind::Module).expect("a sound script");
    assert!(module.contains("shown") && !module.contains("parameter"), "{module}");
    for broken in ["const = 1;", "const twice = 1;\nconst twice = 2;"] {
        let failure = small(broken, "c.js", Kind::Classic).expect_err("a script that no browser runs");
        assert!(failure.to_string().contains("c.js"), "{failure}");
    }
}

#[test]
fn the_script_knows_every_language_and_the_original_comes_first() {
    let script = built("embed.js");
    let titles = script.split_once("{en:").expect("the titles begin with English").1;
    for locale in locales() {
        assert!(locale == "en" || titles.contains(&format!(",{locale}:")), "{locale}");
    }
}

#[test]
fn the_snippets_say_what_a_reader_of_code_expects() {
    for (edition, _) in all_editions() {
        let locale = &edition.case.sentences.locale;
        let Snippets { frame, scripted, element, link } = Snippets::of(&edition, SITE);
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
        for snippet in [&frame, &scripted, &element] {
            assert!(snippet.contains(&link), "readers keep a link where a system takes the rest away: {snippet}");
        }
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
    for (WholeEdition { case, .. }, _) in all_editions() {
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
    asking.arg(root().join("tests/site/oembed.mjs")).args(pasted.iter().map(|(page, _)| format!("{site}{page}")));
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
        // WordPress loads the script for heights and links only where there is a quotation, and feeds show it.
        let quoted = one(&html, "blockquote > a");
        assert_eq!(quoted.attr("href"), Some(format!("{site}{page}").as_str()));
        assert_eq!(quoted.inner_html(), one(&Html::parse_fragment(title), "html").inner_html());
        assert_eq!(one(&html, "iframe").attr("src"), Some(format!("{site}{frame}").as_str()));
        assert_eq!(one(&html, "iframe").attr("title"), Some(title.as_str()), "a frame has a name");
        // What is framed is there.
        built(&frame);
    }
}

/// Parts that cleaners of code take away, each by itself and in every combination.
const STRIPPINGS: [fn(&mut Html); 8] = [
    |it| without_attributes(it, |name| name.starts_with("data-")),
    |it| without_attributes(it, |name| name == "style"),
    |it| without_attributes(it, |name| name == "class" || name == "id"),
    |it| without_attributes(it, |name| !["src", "href"].contains(&name)),
    |it| without_elements(it, |name| name == "script", false),
    |it| without_elements(it, |name| name.contains('-'), true),
    |it| without_elements(it, |name| name == "iframe", false),
    |it| without_elements(it, |name| name == "p" || name == "blockquote", true),
];

#[test]
fn whatever_a_system_strips_from_a_snippet_the_tool_or_a_link_is_left() {
    let mut tried = 0;
    let editions = all_editions();
    for (edition, _) in &editions {
        let locale = &edition.case.sentences.locale;
        for path in ["", "guarantees/treaty/"] {
            let snippets = Snippets::showing(locale, path, &edition.case.sentences.title, SITE);
            let pasted = oembed::html(&snippets);
            for snippet in [&snippets.frame, &snippets.scripted, &snippets.element, &pasted] {
                for stripped in 0..1 << STRIPPINGS.len() {
                    let mut left = Html::parse_fragment(snippet);
                    for (bit, strip) in STRIPPINGS.iter().enumerate() {
                        if (stripped >> bit) & 1 == 1 {
                            strip(&mut left);
                        }
                    }
                    let page = format!("{SITE}{locale}/{path}");
                    assert!(is_link_to(&left, &page), "{stripped:08b} leaves no link to {page}: {}", left.html());
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, editions.len() * 2 * 4 * 256);
}

/// A link that can be read and pressed.
fn is_link_to(left: &Html, page: &str) -> bool {
    left.select(&selector("a[href]"))
        .any(|it| it.attr("href") == Some(page) && it.text().any(|it| !it.trim().is_empty()))
}

fn without_attributes(page: &mut Html, is_taken: impl Fn(&str) -> bool) {
    for node in page.tree.values_mut() {
        if let Node::Element(it) = node {
            it.attrs.retain(|(name, _)| !is_taken(&name.local));
        }
    }
}

/// Takes elements away, or only what is around their content.
fn without_elements(page: &mut Html, is_taken: impl Fn(&str) -> bool, keeps_content: bool) {
    let taken = |it: &Element| is_taken(it.name());
    let found: Vec<_> =
        page.tree.nodes().filter(|it| it.value().as_element().is_some_and(taken)).map(|it| it.id()).collect();
    for id in found {
        let inside: Vec<_> = page.tree.get(id).expect("just found").children().map(|it| it.id()).collect();
        let mut node = page.tree.get_mut(id).expect("just found");
        for child in inside.into_iter().filter(|_| keeps_content) {
            node.insert_id_before(child);
        }
        node.detach();
    }
}

/// Record of a real WordPress: its output for snippets and addresses (`tests/wordpress/record.sh`).
#[derive(Deserialize)]
struct Recorded {
    site: String,
    posts: Vec<Post>,
}

#[derive(Deserialize)]
struct Post {
    locale: String,
    role: String,
    /// The snippet's name, or which address it was.
    given: String,
    /// The page below the folder of its language.
    path: String,
    title: String,
    /// The snippet, or what the address was found to stand for.
    code: String,
    page: String,
    feed: String,
    /// Whether WordPress put its own script for frames into the page.
    has_script: bool,
}

fn recorded() -> Recorded {
    serde_json::from_str(include_str!("../recorded/wordpress.json")).expect("the record is whole")
}

#[test]
fn what_wordpress_was_given_is_what_is_given_today() {
    let Recorded { site, posts } = recorded();
    for Post { locale, given, path, title, code, .. } in posts {
        let snippets = Snippets::showing(&locale, &path, &title, &site);
        let today = match given.as_str() {
            "frame" => snippets.frame,
            "scripted" => snippets.scripted,
            "element" => snippets.element,
            _ => oembed::html(&snippets),
        };
        assert_eq!(code, today, "{given}, {locale}: record it anew. Type: bash tests/wordpress/record.sh");
    }
}

#[test]
fn wordpress_leaves_a_frame_or_a_link_to_every_author_and_a_link_to_every_feed() {
    let Recorded { site, posts } = recorded();
    let mut seen = 0;
    for Post { locale, role, given, path, page, feed, has_script, .. } in posts {
        let what = format!("{given}, {locale}, {role}");
        let address = format!("{site}{locale}/{path}");
        let is_pasted = given.starts_with("address");
        let may_paste_code = ["administrator", "editor"].contains(&role.as_str());
        for content in [&page, &feed] {
            assert!(is_link_to(&Html::parse_fragment(content), &address), "{what}: {content}");
        }
        let parsed = Html::parse_fragment(&page);
        let frames: Vec<_> = parsed.select(&selector("iframe")).collect();
        let frame = format!("{address}frame.html");
        let sources: Vec<_> =
            frames.iter().filter_map(|it| it.attr("src")).map(|it| it.split('#').next().unwrap_or_default()).collect();
        // Editors and administrators of a WordPress with one site. Who may not paste code is left with the link; an address works for everybody.
        let expected: &[&str] = if is_pasted || (may_paste_code && given != "element") { &[&frame] } else { &[] };
        assert_eq!(sources, expected, "{what}");
        assert_eq!(has_script, is_pasted, "{what}");
        if is_pasted {
            // Its script shows the frame in place of the quotation, and needs both to have the same secret.
            let quotation = one(&parsed, "blockquote.wp-embedded-content");
            assert_eq!(quotation.attr("data-secret"), frames[0].attr("data-secret"), "{what}");
            assert_eq!(frames[0].attr("sandbox"), Some("allow-scripts"), "{what}");
        } else if may_paste_code {
            let kept = one(&parsed, if given == "element" { "which-guarantee" } else { "iframe" });
            assert_eq!(kept.attr("data-which-guarantee").is_some(), given == "scripted", "{what}");
            assert_eq!(parsed.select(&selector("script[src$='embed.js']")).count(), usize::from(given != "frame"));
        }
        seen += 1;
    }
    // Seven things to give, four roles.
    assert_eq!(seen, 7 * 4 * locales().len());
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

fn all_editions() -> Vec<(WholeEdition, OutcomeData)> {
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
