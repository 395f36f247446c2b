//! Every language keeps to its glossary, `src/text/<tag>/glossary.toml`: its terms, the words that it avoids, and how it
//! speaks of the article.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;
use toml::{Table, Value};
use which_guarantee::{
    case::Condition,
    text::{self, Plural},
};

use crate::{
    sentences::{dated, has, has_stem, of_the_interface, texts},
    support::{case, case_files},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    /// They name a government only in the dated reports of the news and of history.
    capitals: Vec<String>,
    article: Article,
    numbers: Numbers,
    #[serde(default, rename = "term")]
    terms: Vec<Term>,
    #[serde(default, rename = "avoid")]
    avoided: Vec<Avoided>,
}

/// How the language speaks of the article and its authors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    stems: Vec<String>,
    /// Where these stand it is another article that is meant.
    #[serde(default)]
    except: Vec<String>,
}

/// Numbers that take each form of a `Plural`, and how 43,740 is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    one: Vec<u32>,
    few: Vec<u32>,
    many: Vec<u32>,
    written: String,
}

/// An English term, and the beginnings of words of which one stands in every translation of a sentence with that term.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    english: String,
    #[serde(rename = "here")]
    _here: String,
    stems: Vec<String>,
    /// Where an official term is from.
    #[serde(rename = "source")]
    _source: Option<String>,
    /// Keys of sentences in which the English word means something else.
    #[serde(default)]
    except: Vec<String>,
}

/// A word that no sentence has, whole or by its beginning, and what stands in its place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Avoided {
    word: Option<String>,
    stem: Option<String>,
    instead: String,
    #[serde(default)]
    except: Vec<String>,
}

impl Article {
    fn is_meant(&self, says: &str) -> bool {
        let words = self.words.iter().any(|it| has(says, it));
        let stems = || self.stems.iter().any(|it| has_stem(says, it));
        (words || stems()) && !self.except.iter().any(|it| has_stem(says, it))
    }
}

impl Avoided {
    fn is_in(&self, says: &str) -> bool {
        self.word.as_ref().is_some_and(|it| has(says, it)) || self.stem.as_ref().is_some_and(|it| has_stem(says, it))
    }
}

fn glossary(locale: &str) -> Glossary {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text").join(locale).join("glossary.toml");
    let text = fs::read_to_string(&file).unwrap_or_else(|it| panic!("{}: {it}", file.display()));
    toml::from_str(&text).unwrap_or_else(|it| panic!("{}: {it}", file.display()))
}

/// The sentences of the case by the keys of its file, then those of the interface by the names of their fields. Lists and
/// plural forms differ in number from language to language.
fn by_key(locale: &str) -> Vec<(String, String)> {
    let varies = ["", "one", "few", "many"];
    every_text(locale).into_iter().filter(|it| !varies.contains(&it.0.as_str())).collect()
}

fn every_text(locale: &str) -> Vec<(String, String)> {
    let name = format!("text/{locale}.toml");
    let file = case_files().into_iter().find(|it| it.name == name).expect("the case has the language");
    let mut found = Vec::new();
    flatten("", &Value::Table(file.text.parse::<Table>().expect("it is TOML")), &mut found);
    let interface = text::interface(locale).expect("the interface has it");
    found.extend(of_the_interface(&interface));
    found
}

fn flatten(key: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((key.to_owned(), text.clone())),
        Value::Table(table) => {
            let below = |name: &str| if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") };
            table.iter().for_each(|(name, it)| flatten(&below(name), it, found));
        }
        Value::Array(list) => list.iter().enumerate().for_each(|(at, it)| flatten(&format!("{key}[{at}]"), it, found)),
        _ => {}
    }
}

#[test]
fn every_language_keeps_to_its_terms() {
    let english = by_key("en");
    let mut found = Vec::new();
    for locale in text::all().iter().map(|it| it.text.locale) {
        let here = by_key(locale);
        assert_eq!(english.iter().map(|it| &it.0).collect::<Vec<_>>(), here.iter().map(|it| &it.0).collect::<Vec<_>>());
        for term in glossary(locale).terms {
            let mut unused: BTreeSet<&String> = term.except.iter().collect();
            for ((key, says), (_, translated)) in
                english.iter().zip(&here).filter(|it| has_stem(&it.0.1, &term.english))
            {
                if !term.stems.iter().any(|it| has_part(translated, it)) && !unused.remove(key) {
                    found.push(format!("{locale}: {key}: “{}” in “{says}”: {translated}", term.english));
                }
            }
            assert!(unused.is_empty(), "{locale}: {}: {unused:?} is no exception", term.english);
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Terms may stand inside of a compound, and be held together by no-break spaces.
fn has_part(sentence: &str, part: &str) -> bool {
    sentence.to_lowercase().replace('\u{a0}', " ").contains(&part.to_lowercase())
}

#[test]
fn no_sentence_has_a_word_that_the_glossary_avoids() {
    let mut found = Vec::new();
    for locale in text::all().iter().map(|it| it.text.locale) {
        // The article's own words are not ours.
        let all: Vec<_> = every_text(locale).into_iter().filter(|it| !it.0.starts_with("article.")).collect();
        for avoided in glossary(locale).avoided {
            for (key, says) in all.iter().filter(|it| avoided.is_in(&it.1) && !avoided.except.contains(&it.0)) {
                found.push(format!("{locale}: {key}: say “{}”: {says}", avoided.instead));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn capitals_name_a_government_only_in_dated_reports() {
    for sentences in &case().languages {
        let capitals = glossary(&sentences.locale).capitals;
        assert!(!capitals.is_empty());
        for (path, says) in texts(sentences).iter().filter(|it| !it.0.starts_with(".article")) {
            assert!(!capitals.iter().any(|it| has(says, it)), "{}{path}: {says}", sentences.locale);
        }
    }
}

#[test]
fn what_is_said_of_the_article_has_its_section_or_the_mark_that_it_is_ours() {
    let case = case();
    let model = &case.model;
    for (language, sentences) in case.languages.iter().enumerate() {
        let locale = sentences.locale.as_str();
        let article = glossary(locale).article;
        let mut found = 0;
        let all = texts(sentences).into_iter().chain(dated(&case, language));
        for (path, says) in all.filter(|it| article.is_meant(&it.1)) {
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
        assert!(found > 40, "{locale}: {found} sentences speak of the article");
    }
}

#[test]
fn numbers_take_their_forms_and_are_written_as_the_language_does() {
    let forms = Plural { one: "one", few: "few", many: "many" };
    for text in text::all().into_iter().map(|it| it.text) {
        let Numbers { one, few, many, written } = glossary(text.locale).numbers;
        for (form, numbers) in [("one", one), ("few", few), ("many", many)] {
            for number in numbers {
                assert_eq!(text.count(forms, number), form, "{}: {number}", text.locale);
            }
        }
        let separator = written.strip_prefix("43").and_then(|it| it.strip_suffix("740")).expect("the number is 43,740");
        let expected = ["0".to_owned(), "999".to_owned(), format!("1{separator}000"), written.clone()];
        assert_eq!([0, 999, 1_000, 43_740].map(|it| text.number(it)), expected, "{}", text.locale);
        let counted = Plural { one: "{n}", few: "{n}", many: "{n}" };
        assert_eq!(text.count(counted, 43_740), written, "{}", text.locale);
    }
}

#[test]
fn a_form_that_counts_more_than_one_number_names_it() {
    for interface in text::all() {
        let plural =
            of_the_interface(&interface).into_iter().filter(|it| ["one", "few", "many"].contains(&it.0.as_str()));
        let forms: Vec<String> = plural.map(|it| it.1).collect();
        // "One" is 1 alone in English, and 21 as well in Ukrainian.
        let is_more = glossary(interface.text.locale).numbers.one != [1];
        for forms in forms.chunks(3).filter(|it| it[2].contains("{n}")) {
            let least = if is_more { forms } else { &forms[1..] };
            assert!(least.iter().all(|it| it.contains("{n}")), "{}: {forms:?}", interface.text.locale);
        }
    }
}
