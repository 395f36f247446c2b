//! Every prerendered page as a host, a test or a reader without script finds it: the public contracts of the DOM,
//! and what keeps accessibility and privacy.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::OnceLock,
};

use scraper::{ElementRef, Html, Selector};
use which_guarantee::{
    case::load::language_text::Review,
    decide::{decision::Decision, rules::Readings, table::Table},
    text::interface,
};

use crate::{
    prerendered::{FIRST_STYLE, prerendered},
    support::{case, locales},
};

#[test]
fn the_first_question_is_a_fieldset_with_a_legend_and_named_radios() {
    for (path, page) in tool_pages() {
        let fieldset = one(&page, "form fieldset");
        let heading = fieldset.select(&selector("legend > h1")).next().expect("the legend has the heading");
        assert_eq!(heading.attr("tabindex"), Some("-1"), "{path}");
        let radios = all(&page, "fieldset input[type=radio]");
        let values: Vec<_> = radios.iter().map(|it| it.attr("value").expect("a value")).collect();
        assert_eq!(values, ["ongoing", "dictated", "armistice", "peace", "victory", "unsure"], "{path}");
        for radio in radios {
            assert_eq!((radio.attr("name"), radio.attr("checked")), (Some("war"), None), "nothing is pre-filled");
            // The answer, and after it what it means.
            let label = format!("label[for=\"{}\"]", radio.attr("id").expect("an id"));
            let classes: Vec<_> = all(&page, &label).iter().map(|it| it.attr("class")).collect();
            assert_eq!(classes, [Some("answer__says"), Some("answer__more")], "{path}: {label}");
        }
    }
}

#[test]
fn the_outcome_and_all_twelve_guarantees_are_there_with_their_data() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let decision = Decision::of(&case.model, &table, table.rules.space.open());
    for (path, page) in tool_pages() {
        let outcome = one(&page, "[data-outcome]");
        assert_eq!(outcome.attr("data-outcome"), Some(case.model.guarantee(decision.headline).id.as_str()), "{path}");
        assert_eq!(outcome.attr("data-settled"), Some("false"));
        assert_eq!(outcome.attr("role"), Some("status"), "the live region is there from the start");
        let possible: Vec<&str> = outcome.attr("data-possible").expect("the possible set").split(' ').collect();
        assert_eq!(possible.len(), 9);
        let rungs = all(&page, "[data-guarantee][data-status]");
        let ids: Vec<_> = rungs.iter().filter_map(|it| it.attr("data-guarantee")).collect();
        let expected: Vec<_> = case.model.guarantees.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, expected, "{path}: strongest first, then those never chosen");
        let statuses: HashSet<_> = rungs.iter().filter_map(|it| it.attr("data-status")).collect();
        assert_eq!(statuses, HashSet::from(["open", "most-plausible", "also-possible", "ruled-out"]));
    }
}

#[test]
fn the_list_says_how_an_option_stands_in_a_few_words_and_the_rest_is_folded() {
    for (path, page) in tool_pages() {
        for rung in all(&page, "[data-guarantee][data-status] > button[aria-expanded=false]") {
            let id = rung.attr("aria-controls").expect("what it opens");
            assert!(one(&page, &format!("#{id}")).attr("hidden").is_some(), "{path}: {id}");
        }
        let statuses = all(&page, ".rung__status");
        assert_eq!(statuses.len(), 12, "{path}");
        for status in statuses {
            // What the last answer changed is said behind it, once there is one.
            let says = text(&status).replace(interface(&path[..2]).expect("its language").text.changed, "");
            assert!((1..=5).contains(&says.split_whitespace().count()), "{path}: {says}");
        }
    }
}

#[test]
fn the_first_screen_says_how_it_works_and_the_masthead_has_the_short_name() {
    for (path, page) in tool_pages() {
        let interface = interface(&path[..2]).expect("its language");
        let case = case();
        let sentences = case.languages.iter().find(|it| path.starts_with(&it.locale)).expect("its language");
        let standfirst = text(&one(&page, ".masthead__standfirst"));
        assert!(standfirst.contains(interface.text.how_it_works), "{path}");
        // Until a native editor has read a translation, a link to the contact says that none has.
        let says = all(&page, ".masthead__unread a[href$=\"about/#contact\"]");
        let is_unread = *case.review(&sentences.locale) == Review::Unread;
        assert_eq!(is_unread, says.iter().any(|it| text(it) == interface.pages.about.unread), "{path}");
        assert_eq!(is_unread, sentences.locale != "en", "{path}");
        assert_eq!(text(&one(&page, ".masthead__name")), sentences.short_title, "{path}");
        assert!(text(&one(&page, "title")).ends_with(&sentences.title), "{path}");
        assert_eq!(one(&page, "meta[property=\"og:site_name\"]").attr("content"), Some(sentences.title.as_str()));
    }
}

#[test]
fn every_option_has_a_line_for_and_one_against_in_its_head() {
    let case = case();
    for sentences in &case.languages {
        for (guarantee, says) in case.model.guarantees.iter().zip(&sentences.guarantees) {
            let page = page_at(&format!("{}/guarantees/{}/index.html", sentences.locale, guarantee.id));
            let lines: Vec<String> = all(&page, ".outcome__what + .outcome__sides dd").iter().map(text).collect();
            assert_eq!(lines, [says.line_for.as_str(), &says.line_against], "{}", guarantee.id);
            let words = interface(&sentences.locale).expect("its language");
            let kicker =
                if guarantee.inferred { words.pages.guarantee.kicker_ours } else { words.pages.guarantee.kicker };
            assert_eq!(text(&one(&page, ".outcome__head > .kicker")), kicker, "{}", guarantee.id);
            let marked = all(&page, ".assessment__part > .source").len();
            assert_eq!(marked, usize::from(guarantee.price_inferred), "{}: the mark at its price", guarantee.id);
        }
        let list = page_at(&format!("{}/guarantees/index.html", sentences.locale));
        assert!(text(&one(&list, ".catalogue")).ends_with(&sentences.not_discussed));
    }
}

#[test]
fn the_method_page_says_of_every_starting_assumption_whose_it_is() {
    let case = case();
    for sentences in &case.languages {
        let words = interface(&sentences.locale).expect("its language").outcome_page.outcome;
        let page = page_at(&format!("{}/method/index.html", sentences.locale));
        for question in &case.model.questions {
            let row = text(&one(&page, &format!("[data-assumption={}]", question.id)));
            assert_eq!(row.contains(words.our_assumption), question.article_inferred, "{row}");
            let named = question.article_section.is_none_or(|it| row.contains(sentences.section(it)));
            assert!(named, "{row}");
        }
        let rules = text(&one(&page, "#normalise-title + ul"));
        assert!(sentences.normalisations.iter().all(|it| rules.contains(&it.method)), "{rules}");
    }
}

#[test]
fn every_page_names_its_language_its_title_and_its_siblings() {
    for (path, page) in every_page() {
        let lang = one(&page, "html").attr("lang").expect("a language").to_owned();
        let is_root = !path.contains('/');
        assert!(is_root || path.starts_with(&lang), "{path} says {lang}");
        assert!(!text(&one(&page, "title")).is_empty());
        assert!(one(&page, "meta[name=description]").attr("content").is_some_and(|it| !it.is_empty()));
        assert!(one(&page, "meta[name=viewport]").attr("content").is_some_and(|it| !it.contains("maximum-scale")));
        if path != "404.html" {
            let siblings: BTreeSet<_> =
                all(&page, "link[rel=alternate]").iter().filter_map(|it| it.attr("hreflang")).collect();
            assert_eq!(siblings, locales().into_iter().chain(["x-default"]).collect(), "{path}");
        }
        assert!(!all(&page, "main h1").is_empty(), "{path} has no heading");
    }
}

#[test]
fn ids_are_unique_and_every_reference_leads_somewhere() {
    for (path, page) in every_page() {
        let mut ids = HashSet::new();
        for element in all(&page, "[id]") {
            assert!(
                ids.insert(element.attr("id").expect("an id").to_owned()),
                "{path}: {:?} twice",
                element.attr("id")
            );
        }
        for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            for element in all(&page, &format!("[{attribute}]")) {
                for id in element.attr(attribute).expect("just selected").split(' ') {
                    assert!(ids.contains(id), "{path}: {attribute}={id} leads nowhere");
                }
            }
        }
    }
}

#[test]
fn every_page_carries_the_same_style_and_no_script_and_asks_no_other_origin_for_anything() {
    for (path, page) in every_page() {
        assert_eq!(text(&one(&page, "style")), FIRST_STYLE, "{path}: a policy names the one style by its hash");
        assert_eq!(all(&page, "[style], [onclick], [onchange], img").len(), 0, "{path}");
        for frame in all(&page, "iframe") {
            // The preview of what other pages show.
            assert_eq!(frame.attr("src"), Some("../frame.html"), "{path}");
        }
        // Data for machines is no script, and an address that is only named is not asked for.
        for script in all(&page, "script:not([type=\"application/ld+json\"])") {
            assert!(script.attr("src").is_some() && text(&script).is_empty(), "{path}");
        }
        for (element, attribute) in [("script", "src"), (ASKING, "href"), ("form", "action")] {
            for it in all(&page, &format!("{element}[{attribute}]")) {
                let address = it.attr(attribute).expect("just selected");
                assert!(!address.contains("//") || address.starts_with("data:"), "{path} asks {address}");
            }
        }
    }
}

/// Whatever keeps the script from running; it shows itself, for no script may ever run.
#[test]
fn pages_that_need_a_script_have_a_note_for_where_it_does_not_run_that_leads_on() {
    let mut count = 0;
    for (path, page) in every_page() {
        let needs = all(&page, "#boot").len() + all(&page, "#wishes").len();
        let notes = all(&page, "body > #trouble[role=alert]:not([hidden])");
        assert_eq!(notes.len(), needs, "{path}");
        count += needs;
        if needs == 0 || path.ends_with("embed/index.html") {
            continue;
        }
        let locale = &path[..2];
        let root = "../".repeat(path.matches('/').count());
        let mut ways = vec![format!("{root}{locale}/walk/")];
        if !path.ends_with("frame.html") {
            ways.push(format!("{root}which-guarantee-{locale}.html"));
        }
        let links: Vec<_> =
            all(&page, "#trouble a").iter().filter_map(|it| it.attr("href")).map(str::to_owned).collect();
        assert_eq!(links, ways, "{path}");
    }
    let expected = 4 * locales().len();
    assert_eq!(count, expected, "the tool, its frame, the page for a group and the one for snippets, in each language");
}

/// The app renders anew and needs no marks of where components begin and end.
#[test]
fn no_page_carries_comments() {
    for (path, source) in sources() {
        assert!(!source.contains("<!--"), "{path}");
    }
}

#[test]
fn the_page_for_a_group_is_linked_and_asks_for_links_in_a_labelled_field() {
    for (path, page) in tool_pages() {
        let way = format!(".links a[href=\"../{}/class/\"]", &path[..2]);
        assert_eq!(all(&page, &way).len(), 1, "{path} leads to it");
    }
    let groups: Vec<_> = every_page().into_iter().filter(|(path, _)| path.ends_with("/class/index.html")).collect();
    assert_eq!(groups.len(), locales().len());
    for (path, page) in groups {
        let field = one(&page, "form textarea");
        assert_eq!(field.attr("name"), None, "{path}: what is pasted is never sent");
        let label = format!("label[for=\"{}\"]", field.attr("id").expect("an id"));
        assert_eq!(all(&page, &label).len(), 1, "{path}");
        assert!(one(&page, "#boot").attr("data-group").is_some_and(|it| it.starts_with("../../assets/")), "{path}");
        assert!(!text(&one(&page, ".colophon__disclaimer")).is_empty(), "{path}");
    }
}

#[test]
fn the_languages_have_the_same_structure() {
    let shapes: BTreeMap<String, Vec<String>> = tool_pages()
        .into_iter()
        .map(|(path, page)| {
            // A translation that nobody has read yet says so.
            let unread = all(&page, ".masthead__unread, .masthead__unread a");
            let elements = all(&page, "#app *").into_iter().filter(|it| !unread.contains(it));
            (path, elements.map(|it| it.value().name().to_owned()).collect())
        })
        .collect();
    let mut values = shapes.values();
    let first = values.next().expect("a language");
    assert!(values.all(|it| it == first));
}

/// The links in a head for which a browser fetches something.
const ASKING: &str = "link:not([rel=canonical]):not([rel=alternate])";

fn tool_pages() -> Vec<(String, Html)> {
    let paths = locales().into_iter().map(|it| format!("{it}/index.html"));
    paths.map(|it| (it.clone(), page_at(&it))).collect()
}

fn page_at(path: &str) -> Html {
    let source = sources().iter().find(|it| it.0 == path).unwrap_or_else(|| panic!("{path} is no page"));
    Html::parse_document(&source.1)
}

fn every_page() -> Vec<(String, Html)> {
    sources().iter().map(|(path, source)| (path.clone(), Html::parse_document(source))).collect()
}

/// Path and HTML of every page, made once: the proofs on the method page take seconds.
fn sources() -> &'static [(String, String)] {
    static SOURCES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    SOURCES.get_or_init(|| prerendered(&case()))
}

fn all<'a>(page: &'a Html, query: &str) -> Vec<ElementRef<'a>> {
    page.select(&selector(query)).collect()
}

fn one<'a>(page: &'a Html, query: &str) -> ElementRef<'a> {
    let found = all(page, query);
    assert_eq!(found.len(), 1, "{query}");
    found[0]
}

fn text(element: &ElementRef) -> String {
    element.text().collect()
}

fn selector(query: &str) -> Selector {
    Selector::parse(query).expect("a selector")
}
