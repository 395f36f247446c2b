//! A second case, made after GUIDE.md from another article with other questions, other guarantees and other words:
//! the engine and the pages take it as they take the first, and nothing of the first is left in them.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::Command,
    time::{Duration, SystemTime},
};

use scraper::{Html, Selector};
use serde_json::Value;
use walkdir::WalkDir;
use which_guarantee::{
    case::{
        dates::Date,
        load::{Loaded, problem::CaseFile},
    },
    decide::verify::proofs::prove,
    site::{
        commands::check,
        files::case_files,
        html::head::Site,
        pages::security_txt::{has_expired, security},
    },
    view::edition::from_case::editions,
};

use crate::{prerendered::prerendered, support};

const CASE: &str = "tests/cases/river";

/// How words begin that belong to the subject of the first case. The name of a language is none.
const SUBJECT: [&str; 16] = [
    "ukrain",
    "russia",
    "kyiv",
    "moscow",
    "nato",
    "armistice",
    "porcupine",
    "fighting",
    "troops",
    "struberga",
    "україн",
    "росі",
    "москв",
    "перемир",
    "військ",
    "бойов",
];

/// Answers, and the outcome that the article gives them.
const OUTCOMES: [(&str, &str); 8] = [
    ("", "boiling"),
    ("works=closed", "gone"),
    ("works=filters", "word"),
    ("works=filters&signature=contract", "word"),
    ("works=filters&signature=contract&money=lodged", "bond"),
    ("works=filters&signature=contract&money=lodged&province=enforces", "authority"),
    ("signature=nothing&wells=dug", "own_wells"),
    ("works=filters&readings=R2", "boiling"),
];

#[test]
fn it_passes_its_check() {
    let output = site(&["check"]);
    let holds =
        "The case holds: 5 questions, 162 worlds, 7 guarantees, 2 languages, 5 claims of the article, 1 of ours.\n";
    let unread =
        "Not yet read by a native editor: uk. Once one has, add reviewed_by and reviewed_on to text/<tag>.toml.\n";
    let grades = output.1.strip_prefix(holds).and_then(|it| it.strip_prefix(unread)).unwrap_or_default();
    assert!(grades.starts_with("Reading grade of the English sentences"), "{}", output.1);
}

#[test]
fn its_answers_lead_where_its_article_says() {
    for (answers, outcome) in OUTCOMES {
        assert_eq!(decided(answers)["outcome"], outcome, "{answers}");
    }
}

#[test]
fn its_table_has_a_row_for_every_combination() {
    let table = site(&["table"]).0;
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 1 + 3 * 3 * 2 * 3 * 3);
    assert_eq!(lines[0], "works,signature,money,province,wells,outcome");
    assert_eq!(lines[1], "runs,nothing,none,silent,no,boiling");
}

#[test]
fn its_claims_and_all_that_is_promised_of_its_rules_hold() {
    let case = river();
    let certificate = prove(&case.model, &case.claims);
    assert_eq!(certificate.properties.len(), 11);
    for property in &certificate.properties {
        assert!(property.checked > 0, "{:?} is checked nowhere", property.kind);
        assert_eq!(property.failed, 0, "{:?}", property.kind);
    }
}

#[test]
fn links_of_its_first_version_mean_the_same_under_its_new_ids() {
    let kept = decided("factory=cleaned&signature=contract&province=enforces");
    assert_eq!(kept, decided("works=filters&signature=contract&province=enforces"));
    assert_eq!(kept["outcome"], "authority");
}

#[test]
fn a_contradiction_and_an_idle_question_are_its_own() {
    let reconciled = decided("works=runs&signature=contract");
    assert_eq!(
        (&reconciled["overruled"], &reconciled["answers"]["works"]),
        (&serde_json::json!(["N1"]), &Value::from("filters"))
    );
    assert_eq!(decided("signature=pledge&money=lodged&works=filters")["outcome"], "word");
}

#[test]
fn its_pages_hold_no_word_of_the_first_case() {
    let first = support::case_files();
    let own = case_files(Path::new(CASE)).expect("the case can be read");
    // What markup, styles and the interface say in their own right is no word of a case.
    for word in words(&interface()) {
        let is_of_subject = SUBJECT.iter().any(|it| word.starts_with(it)) && word != "ukrainian";
        assert!(!is_of_subject, "the interface says `{word}`");
    }
    let allowed: BTreeSet<String> = words(&own).union(&words(&interface())).cloned().collect();
    let foreign: BTreeSet<String> = words(&first).difference(&allowed).cloned().collect();
    for known in SUBJECT {
        assert!(foreign.iter().any(|it| it.starts_with(known)), "{known} would not be noticed");
    }
    let pages = prerendered(&river());
    for (path, html) in &pages {
        let said = words_of(html);
        let found: Vec<&String> = foreign.intersection(&said).collect();
        assert!(found.is_empty(), "{path} speaks of {found:?}");
    }
    // Each guarantee has its page and one for frames, and there is a list of all.
    assert_eq!(pages.iter().filter(|it| it.0.starts_with("en/guarantees/")).count(), 7 * 2 + 1);
    assert!(pages.iter().any(|it| it.0 == "uk/guarantees/own_wells/index.html"));
}

#[test]
fn its_first_page_asks_its_first_question_and_its_method_page_tells_what_has_changed() {
    let pages = prerendered(&river());
    let page = |path: &str| Html::parse_document(&pages.iter().find(|it| it.0 == path).expect("the page is there").1);
    let texts = |page: &Html, query: &str| -> Vec<String> {
        let selector = Selector::parse(query).expect("a selector");
        page.select(&selector).map(|it| it.text().collect::<String>().trim().to_owned()).collect()
    };
    let values = Selector::parse("input[name=works]").expect("a selector");
    let tool = page("en/index.html");
    let values: Vec<_> = tool.select(&values).filter_map(|it| it.attr("value")).collect();
    assert_eq!(values, ["runs", "filters", "closed", "unsure"]);
    let changes = texts(&page("en/method/index.html"), "#changes li");
    assert_eq!(changes.len(), 2);
    assert!(changes[0].starts_with("Version 2, 31\u{a0}March 2025. A contract beside"), "{changes:?}");
    let changes = texts(&page("uk/method/index.html"), "#changes li");
    assert!(changes[1].starts_with("Версія 1, 1\u{a0}червня 2024 року. Перша версія"), "{changes:?}");
}

#[test]
fn its_publisher_is_found_by_those_who_report_a_weakness() {
    let case = river();
    let languages = &editions(&case)[0].0.languages;
    let file = security(&Site { publisher: &case.publisher, languages }).expect("the publisher has promised a day");
    assert_eq!(file.path, ".well-known/security.txt");
    let expected = "Contact: mailto:editors@river.example\n\
        Expires: 2027-06-30T23:59:59Z\n\
        Preferred-Languages: en, uk\n\
        Canonical: https://river.example/.well-known/security.txt\n";
    assert_eq!(String::from_utf8_lossy(&file.bytes), expected);
    let first = support::case();
    assert!(security(&Site { publisher: &first.publisher, languages }).is_none(), "nobody has promised anything yet");
}

#[test]
fn the_guide_names_every_line_that_a_case_can_have() {
    let read = |path: &str| fs::read_to_string(path).expect("the file is there");
    let guide = read("GUIDE.md");
    let (schema, reader) = (read("src/case/load/schema.rs"), read("src/case/load/sentences.rs"));
    let lines = schema.lines().filter_map(|it| it.strip_prefix("    pub ")?.split_once(": ").map(|it| it.0));
    let quoted = |it: &str| it.split_once('"').map_or(String::new(), |it| it.0.to_owned());
    let sentences: Vec<String> = reader.split("text(it, \"").skip(1).map(quoted).collect();
    assert!(sentences.len() > 30, "the sentences are still found in this way");
    for name in lines.chain(sentences.iter().map(String::as_str)) {
        assert!(
            ["`", "{ ", ", ", "."].iter().any(|it| guide.contains(&format!("{it}{name}"))),
            "GUIDE.md does not name `{name}`"
        );
    }
}

#[test]
fn a_promised_day_has_passed_on_the_next_one() {
    for (day, begins) in [(Date::Day(2027, 6, 30), 1_814_313_600), (Date::Day(2028, 2, 29), 1_835_395_200)] {
        let at = |seconds: u64| SystemTime::UNIX_EPOCH + Duration::from_secs(begins + seconds);
        assert!(!has_expired(day, at(24 * 60 * 60 - 1)), "{day}");
        assert!(has_expired(day, at(24 * 60 * 60)), "{day}");
    }
}

fn river() -> Loaded {
    check::check(&case_files(Path::new(CASE)).expect("the case can be read")).expect("the case holds")
}

/// Standard output and standard error of a command about the case.
fn site(arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    let output = command.args(arguments).args(["--case", CASE]).output().expect("the command starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
    let (data, said) = (text(output.stdout), text(output.stderr));
    assert!(output.status.success(), "{arguments:?}: {said}");
    (data, said)
}

fn decided(answers: &str) -> Value {
    serde_json::from_str(&site(&["decide", answers]).0).expect("the decision is JSON")
}

/// Everything outside a case from which a word of a page can come.
fn interface() -> Vec<CaseFile> {
    let below = ["src/text", "src/view", "src/site", "styles", "index.html"].map(WalkDir::new);
    let files = below.into_iter().flatten().map(|it| it.expect("the sources can be listed").into_path());
    let read = |path: std::path::PathBuf| CaseFile {
        text: fs::read_to_string(&path).expect("the sources can be read"),
        name: path.display().to_string(),
    };
    // Glossaries are of the shipped case, and for its translators.
    files.filter(|it| it.is_file() && !it.ends_with("glossary.toml")).map(read).collect()
}

fn words(files: &[CaseFile]) -> BTreeSet<String> {
    files.iter().flat_map(|it| words_of(&it.text)).collect()
}

/// Every run of letters, in lower case. Shorter ones than four letters say nothing about where they come from.
fn words_of(text: &str) -> BTreeSet<String> {
    let runs = text.split(|it: char| !it.is_alphabetic());
    runs.filter(|it| it.chars().count() > 3).map(str::to_lowercase).collect()
}
