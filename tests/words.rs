//! The words that readers see, in every language: none that the house has ruled out, no sentence of the case that is
//! too long, and the same placeholders everywhere.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;
use support::{case, files_of};
use which_guarantee::{
    case::{
        Condition,
        load::{Loaded, load},
    },
    text::{self, Plural},
};

/// Words that no sentence for readers has, with what the house says instead.
const RULED_OUT: [(&str, &[(&str, &str)]); 2] = [
    (
        "en",
        &[
            ("reading", "interpretation"),
            ("readings", "interpretations"),
            ("worlds", "combinations of answers"),
            ("backing", "support"),
            ("backers", "guarantors"),
            ("loose", "watered-down"),
            ("looser", "watered-down"),
            ("kremlin", "Russia"),
            ("at best", "strongest still possible"),
            ("mere", "leave it out"),
            ("merely", "only"),
            ("even", "leave it out"),
            ("armed to the teeth", "armed heavily"),
            ("the walk", "page by page"),
            ("can’t", "cannot"),
            ("don’t", "do not"),
            ("doesn’t", "does not"),
            ("isn’t", "is not"),
        ],
    ),
    (
        "uk",
        &[
            ("прочитання", "тлумачення"),
            ("прочитанні", "тлумаченні"),
            ("прочитанням", "тлумаченням"),
            ("найправдоподібніша", "найреалістичніша"),
            ("найправдоподібніший", "найреалістичніший"),
            ("підсумок", "результат"),
            ("підсумку", "результату"),
            ("підсумки", "результати"),
            ("зобов’язальна", "зобов’язувальна"),
            ("зобов’язальну", "зобов’язувальну"),
            ("кремль", "Росія"),
            ("кремля", "Росії"),
            ("навіть", "слово зайве"),
            ("тверді слова", "рішучі слова"),
            ("озброєна до зубів", "потужно озброєна"),
            ("кукі", "файли cookie"),
            ("вибрати", "обрати"),
            ("виберіть", "оберіть"),
            ("генсек", "генеральний секретар"),
            ("світи", "поєднання відповідей"),
        ],
    ),
];

/// Capitals name a government only in the dated reports of the news and of history.
const CAPITALS: [(&str, &[&str]); 2] =
    [("en", &["kyiv", "moscow", "washington"]), ("uk", &["київ", "москва", "вашингтон"])];

/// Words and their neighbours in lower case, with one space between them and at either end; placeholders are no words.
fn plain(sentence: &str) -> String {
    let mut plain = String::from(" ");
    let sentence: String = sentence.split('{').map(|it| it.split_once('}').map_or(it, |it| it.1)).collect();
    for word in sentence.split(|it: char| !it.is_alphanumeric() && it != '’' && it != '-').filter(|it| !it.is_empty())
    {
        plain.push_str(&word.to_lowercase());
        plain.push(' ');
    }
    plain
}

fn has(sentence: &str, words: &str) -> bool {
    plain(sentence).contains(&format!(" {words} "))
}

/// Every text with the way to it.
fn texts(of: &impl Serialize) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk("", &serde_json::to_value(of).expect("sentences can be told"), &mut found);
    found
}

fn walk(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, it)| walk(&format!("{path}.{index}"), it, found));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, it)| walk(&format!("{path}.{key}"), it, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The sentences of a case in one language; those of the article itself are not ours.
fn of_the_case(case: &Loaded, language: usize) -> Vec<(String, String)> {
    let mut found = texts(&case.languages[language]);
    found.extend(dated(case, language));
    found.extend(texts(&case.change_texts[language]));
    found.retain(|it| !it.0.starts_with(".article"));
    found
}

/// The reports of the news and of history.
fn dated(case: &Loaded, language: usize) -> Vec<(String, String)> {
    texts(&case.history_texts[language]).into_iter().map(|(path, it)| (format!(".history{path}"), it)).collect()
}

/// Every text of the interface in one language with the name of its field, in the order of the fields.
fn of_the_interface(interface: &text::Interface) -> Vec<(String, String)> {
    let told = format!("{interface:#?}").replace("\\u{", "\\u(");
    let field = |line: &str| {
        let (name, said) = line.trim().split_once(": \"").unwrap_or_else(|| ("", line.trim().trim_start_matches('"')));
        Some((name.to_owned(), said.strip_suffix("\",")?.to_owned()))
    };
    told.lines().filter(|it| it.contains('"')).filter_map(field).collect()
}

fn placeholders(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|it| it.0).collect()
}

#[test]
fn no_sentence_has_a_word_that_the_house_has_ruled_out() {
    let case = case();
    let mut found = Vec::new();
    for (index, sentences) in case.languages.iter().enumerate() {
        let locale = sentences.locale.as_str();
        let words = RULED_OUT.iter().find(|it| it.0 == locale).expect("every language has its list").1;
        let interface = text::interface(locale).expect("the interface has it");
        for (path, says) in of_the_case(&case, index).into_iter().chain(of_the_interface(&interface)) {
            for (word, instead) in words.iter().filter(|it| has(&says, it.0)) {
                found.push(format!("{locale}{path}: “{word}”, say “{instead}”: {says}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn capitals_name_a_government_only_in_dated_reports() {
    let case = case();
    for (sentences, (locale, capitals)) in case.languages.iter().zip(CAPITALS) {
        assert_eq!(sentences.locale, locale);
        for (path, says) in texts(sentences).iter().filter(|it| !it.0.starts_with(".article")) {
            assert!(!capitals.iter().any(|it| has(says, it)), "{locale}{path}: {says}");
        }
    }
}

#[test]
fn sentences_of_a_case_have_twenty_words_at_most() {
    for case in [case(), load(&files_of("tests/cases/river")).expect("the case is whole")] {
        for index in 0..case.languages.len() {
            for (path, says) in of_the_case(&case, index) {
                for sentence in says.split_inclusive(['.', '?', '!']) {
                    let words = sentence.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count();
                    assert!(words <= 20, "{}{path}: {words} words: {sentence}", case.languages[index].locale);
                }
            }
        }
    }
}

#[test]
fn lines_for_and_against_have_fourteen_words_at_most() {
    for case in [case(), load(&files_of("tests/cases/river")).expect("the case is whole")] {
        for guarantee in case.languages.iter().flat_map(|it| &it.guarantees) {
            for line in [&guarantee.line_for, &guarantee.line_against] {
                assert!(line.split_whitespace().count() <= 14, "{}: {line}", guarantee.name);
            }
        }
    }
}

#[test]
fn every_language_has_the_same_placeholders() {
    let all = text::all();
    let (first, others) = all.split_first().expect("there are languages");
    // Lists of paragraphs may differ in length; they have no placeholder.
    let named = |it: &text::Interface| -> Vec<(String, String)> {
        let (named, listed): (Vec<_>, Vec<_>) = of_the_interface(it).into_iter().partition(|it| !it.0.is_empty());
        assert!(listed.iter().all(|it| placeholders(&it.1).is_empty()), "{listed:#?}");
        named
    };
    let forms = ["one", "few", "many"];
    let expected = named(first);
    for other in others {
        let found = named(other);
        assert_eq!(expected.len(), found.len());
        for (here, there) in expected.iter().zip(&found).filter(|(it, _)| !forms.contains(&it.0.as_str())) {
            assert_eq!(here.0, there.0);
            assert_eq!(placeholders(&here.1), placeholders(&there.1), "{}: {} / {}", here.0, here.1, there.1);
        }
        // Between languages, forms stand for different numbers; all of them together say the same.
        let plurals = |of: &[(String, String)]| -> Vec<String> {
            of.iter().filter(|it| forms.contains(&it.0.as_str())).map(|it| it.1.clone()).collect()
        };
        for (here, there) in plurals(&expected).chunks(3).zip(plurals(&found).chunks(3)) {
            let together = |it: &[String]| -> BTreeSet<String> {
                it.iter().flat_map(|it| placeholders(it)).map(str::to_owned).collect()
            };
            assert_eq!(together(here), together(there), "{here:?} / {there:?}");
        }
    }
}

#[test]
fn plural_forms_are_those_of_cldr() {
    // The integer samples of the Unicode CLDR, release 46.
    let samples: [(&str, &[u32], &[u32], &[u32]); 2] = [
        ("en", &[1], &[], &[0, 2, 3, 15, 16, 100, 101, 1_000, 10_000, 100_000, 1_000_000]),
        (
            "uk",
            &[1, 21, 31, 41, 51, 61, 71, 81, 101, 1_001],
            &[2, 3, 4, 22, 23, 24, 32, 33, 34, 42, 43, 44, 52, 53, 54, 62, 102, 1_002],
            &[0, 5, 6, 11, 12, 13, 14, 19, 100, 111, 112, 1_000, 10_000, 100_000, 1_000_000],
        ),
    ];
    let forms = Plural { one: "one", few: "few", many: "many" };
    for (locale, one, few, many) in samples {
        let text = text::interface(locale).expect("the interface has it").text;
        for (form, numbers) in [("one", one), ("few", few), ("many", many)] {
            for number in numbers {
                assert_eq!(text.count(forms, *number), form, "{locale}: {number}");
            }
        }
    }
    assert_eq!(text::all().len(), samples.len());
}

#[test]
fn a_form_that_counts_more_than_one_number_names_it() {
    for interface in text::all() {
        let plural =
            of_the_interface(&interface).into_iter().filter(|it| ["one", "few", "many"].contains(&it.0.as_str()));
        let forms: Vec<String> = plural.map(|it| it.1).collect();
        for forms in forms.chunks(3).filter(|it| it[2].contains("{n}")) {
            // "One" is 1 alone in English, and 21 as well in Ukrainian.
            let least = if interface.text.locale == "uk" { forms } else { &forms[1..] };
            assert!(least.iter().all(|it| it.contains("{n}")), "{}: {forms:?}", interface.text.locale);
        }
    }
}

#[test]
fn numbers_have_the_thousands_separator_of_their_language() {
    for (locale, expected) in
        [("en", ["0", "999", "1,000", "43,740"]), ("uk", ["0", "999", "1\u{a0}000", "43\u{a0}740"])]
    {
        let text = text::interface(locale).expect("the interface has it").text;
        assert_eq!([0, 999, 1_000, 43_740].map(|it| text.number(it)), expected, "{locale}");
    }
    let large = Plural { one: "{n}", few: "{n}", many: "{n}" };
    assert_eq!(text::interface("en").expect("the interface has it").text.count(large, 5_796), "5,796");
}

/// Whether a sentence speaks of the article or of its authors; "Article 5" is NATO's.
fn speaks_of_the_article(locale: &str, says: &str) -> bool {
    let plain = plain(says);
    match locale {
        "en" => {
            [" the article ", " the authors ", " the article’s ", " the authors’ "].iter().any(|it| plain.contains(it))
        }
        _ => {
            plain
                .split(' ')
                .any(|it| it.starts_with("автор") || ["стаття", "статті", "статтю", "статтею"].contains(&it))
                && !plain.contains(" статті 5 ")
                && !plain.contains(" стаття 5 ")
        }
    }
}

#[test]
fn what_is_said_of_the_article_has_its_section_or_the_mark_that_it_is_ours() {
    let case = case();
    let model = &case.model;
    let mut found = 0;
    for (language, sentences) in case.languages.iter().enumerate() {
        let locale = sentences.locale.as_str();
        let all = texts(sentences).into_iter().chain(dated(&case, language));
        for (path, says) in all.filter(|it| speaks_of_the_article(locale, &it.1)) {
            let parts: Vec<&str> = path.split('.').skip(1).collect();
            let index = || parts[1].parse::<usize>().expect("a list has its index");
            let placed = match parts[0] {
                // They are about the whole of it, or, as conditions, options and readings, never without a section.
                "sections" | "title" | "short_title" | "standfirst" | "description" | "disclaimer"
                | "disclaimer_long" | "not_discussed" | "article" | "presets" | "conditions" | "guarantees"
                | "readings" => true,
                "flags" => model.flags[index()].section.is_some() || model.flags[index()].inferred,
                "normalisations" => {
                    model.normalisations[index()].section.is_some() || model.normalisations[index()].inferred
                }
                "questions" => {
                    let of_the_article = |it: &Condition| it.question.index() == index() && !it.inferred;
                    parts[2] == "hint" && model.conditions.iter().any(of_the_article)
                }
                "terms" => ["guarantee", "article5"].contains(&model.terms[index()].as_str()),
                // It says when an event was.
                "history" => parts[1] == "events" && parts[2] == "0",
                _ => false,
            };
            assert!(placed, "{locale}{path}: {says}");
            found += 1;
        }
    }
    assert!(found > 80, "{found} sentences speak of the article");
}
