//! Loading a case: what its files give, beside the same files read as plain TOML, and the sentences of the first load
//! beside all of them.

use toml::Value;
use which_guarantee::case::{
    ActorId, ChapterId, Effect, Kind, SectionId,
    first_sentences::FirstSentences,
    load::{
        Loaded, load,
        problem::{CaseFile, Problem},
    },
};

use crate::support::{case, case_files, files_of};

const CASES: [&str; 2] = ["case", "tests/cases/river"];

#[test]
fn every_mark_and_number_is_the_one_in_the_file() {
    for folder in CASES {
        let files = files_of(folder);
        let model = load(&files).expect("the case is whole").model;
        let source = toml(&files, "model.toml");
        let list = |key: &str| source[key].as_array().cloned().unwrap_or_default();
        assert_eq!(Some(model.version.as_str()), source["version"].as_str());
        for (it, source) in model.questions.iter().zip(list("question")) {
            assert_eq!(Some(it.id.as_str()), source["id"].as_str());
            assert_eq!(Some(it.answers[it.article_value.index()].as_str()), source["article_value"].as_str());
            assert_eq!(
                it.article_section.map_or("", |it| &model.sections[it.index()]),
                text(&source, "article_section")
            );
            assert_eq!(it.article_inferred, marked(&source, "article_inferred"), "{}", it.id);
            assert_eq!(it.kind == Kind::Ordinal, source["kind"].as_str() == Some("ordinal"), "{}", it.id);
            let decided_by = it.decided_by.iter().map(|it| model.actors[it.index()].as_str());
            assert_eq!(decided_by.collect::<Vec<_>>(), texts(&source, "decided_by"));
            assert_eq!(it.terms.iter().map(|it| &model.terms[it.index()]).collect::<Vec<_>>(), texts(&source, "terms"));
            assert_eq!(model.chapters[it.chapter.index()], text(&source, "chapter"));
        }
        for (it, source) in model.normalisations.iter().zip(list("normalise")) {
            assert_eq!((it.id.as_str(), it.inferred), (text(&source, "id"), marked(&source, "inferred")));
            assert_eq!(it.section.map_or("", |it| &model.sections[it.index()]), text(&source, "section"));
            assert_eq!(it.when.len(), source["when"].as_table().expect("a pattern").len());
            match it.effect {
                Effect::Idle(question) => assert_eq!(model.question(question).id, text(&source, "idle")),
                Effect::Set(question, answer) => {
                    let question = model.question(question);
                    assert_eq!(question.answers[answer.index()], text(&source["set"], &question.id));
                }
            }
        }
        for (it, source) in model.conditions.iter().zip(list("condition")) {
            assert_eq!((it.id.as_str(), it.inferred), (text(&source, "id"), marked(&source, "inferred")));
            assert_eq!(model.question(it.question).id, text(&source, "question"));
            assert_eq!(model.sections[it.section.index()], text(&source, "section"));
            let answers = it.answers.iter().map(|answer| &model.question(it.question).answers[answer.index()]);
            assert_eq!(answers.collect::<Vec<_>>(), texts(&source, "answers"));
        }
        for (it, source) in model.guarantees.iter().zip(list("guarantee")) {
            assert_eq!(it.id, text(&source, "id"));
            let marks = [it.never, it.interim, it.floor, it.inferred, it.price_inferred];
            let keys = ["never", "interim", "floor", "inferred", "price_inferred"];
            assert_eq!(marks, keys.map(|key| marked(&source, key)), "{}", it.id);
            let strength = source.get("strength").and_then(Value::as_integer).unwrap_or_default();
            assert_eq!(i64::from(it.strength), strength);
            let needs = it.needs.iter().map(|it| &model.condition(*it).id);
            assert_eq!(needs.collect::<Vec<_>>(), texts(&source, "needs"));
        }
        for (it, source) in model.readings.iter().zip(list("reading")) {
            assert_eq!((it.id.as_str(), it.inferred), (text(&source, "id"), marked(&source, "inferred")));
            let made = ["swap", "drop", "add", "above"].map(|key| source.get(key).map_or(0, |it| array(it).len()));
            assert_eq!(it.amendments.len(), made.iter().sum::<usize>());
        }
        for (it, source) in model.flags.iter().zip(list("flag")) {
            assert_eq!((it.id.as_str(), it.inferred), (text(&source, "id"), marked(&source, "inferred")));
            assert_eq!(it.section.map_or("", |it| &model.sections[it.index()]), text(&source, "section"));
            let outcomes = it.outcomes.iter().map(|it| &model.guarantee(*it).id);
            assert_eq!(outcomes.collect::<Vec<_>>(), texts(&source, "outcome"));
        }
        let lengths = [
            ("question", model.questions.len()),
            ("normalise", model.normalisations.len()),
            ("condition", model.conditions.len()),
            ("guarantee", model.guarantees.len()),
            ("reading", model.readings.len()),
            ("flag", model.flags.len()),
            ("preset", model.presets.len()),
        ];
        assert_eq!(lengths, lengths.map(|(key, _)| (key, list(key).len())));
    }
}

#[test]
fn every_sentence_is_the_one_in_the_file() {
    for folder in CASES {
        let files = files_of(folder);
        let Loaded { model, languages, background_texts, change_texts, .. } = load(&files).expect("the case is whole");
        assert_eq!(languages.len(), files.iter().filter(|it| it.name.starts_with("text/")).count());
        for ((sentences, background), changes) in languages.iter().zip(&background_texts).zip(&change_texts) {
            let source = toml(&files, &format!("text/{}.toml", sentences.locale));
            let name = |list: &str, id: &String| text(&source[list][id.as_str()], "name").to_owned();
            for (index, id) in (0..).zip(&model.sections) {
                assert_eq!(sentences.section(SectionId(index)), name("section", id));
            }
            for (index, id) in (0..).zip(&model.actors) {
                assert_eq!(sentences.actor(ActorId(index)), name("actor", id));
            }
            for (index, id) in (0..).zip(&model.chapters) {
                assert_eq!(sentences.chapter(ChapterId(index)), name("chapter", id));
            }
            let mut read = said(&serde_json::to_value(sentences).expect("sentences are JSON"));
            read.extend(said(&serde_json::to_value(background).expect("sentences are JSON")));
            read.extend(said(&serde_json::to_value(changes).expect("sentences are JSON")));
            let mut written = said(&serde_json::to_value(source).expect("TOML is JSON"));
            for list in [&mut read, &mut written] {
                list.retain(|it| !it.is_empty());
                list.sort();
                list.dedup();
            }
            assert_eq!(read, written, "{folder} {}", sentences.locale);
        }
    }
}

/// Every text in it.
fn said(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(list) => list.iter().flat_map(said).collect(),
        serde_json::Value::Object(entries) => entries.values().flat_map(said).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_file_of_sentences_is_named_after_its_language() {
    let problems = damaged("text/uk.toml", |text| text.replacen("locale = \"uk\"", "locale = \"de\"", 1));
    let says = "The file is named text/uk.toml but says that its locale is `de`.";
    assert!(problems.iter().any(|it| it.says == says), "{problems:#?}");
}

#[test]
fn the_space_may_be_as_large_as_it_says_and_no_larger() {
    // Answers of each question; 250,000 worlds and 64 answers are the most.
    let spaces: [(&[usize], bool); 4] =
        [(&[5, 5, 5, 5, 5, 5, 4, 4], false), (&[5, 5, 5, 5, 5, 5, 5, 4], true), (&[32, 32], false), (&[33, 32], true)];
    for (questions, is_too_large) in spaces {
        let question = |(index, answers): (usize, &usize)| {
            let answers: Vec<String> = (0..*answers).map(|it| format!("\"a{it}\"")).collect();
            format!(
                "[[question]]\nid = \"q{index}\"\nchapter = \"end\"\nkind = \"nominal\"\nanswers = [{}]\n\
                 article_value = \"a0\"\ndecided_by = []\n\n",
                answers.join(", ")
            )
        };
        let made = questions.iter().enumerate().map(question).collect::<Vec<_>>().concat();
        let problems = damaged("model.toml", |text| {
            let first = text.find("[[question]]").expect("the case has questions");
            let rest = text.find("[[normalise]]").expect("normalisations follow");
            format!("{}{made}{}", &text[..first], &text[rest..])
        });
        let found = problems.iter().any(|it| it.says.starts_with("The space is too large"));
        assert_eq!(found, is_too_large, "{questions:?} {:#?}", problems.first());
    }
}

#[test]
fn a_normalisation_sets_a_question_of_which_it_speaks() {
    let problems =
        damaged("model.toml", |text| text.replacen("set = { war = \"victory\" }", "set = { us = \"none\" }", 1));
    assert!(problems.iter().any(|it| it.says.contains("resolves nothing")), "{problems:#?}");
}

#[test]
fn the_first_load_says_what_the_whole_says() {
    for all in case().languages {
        let first = serde_json::to_value(FirstSentences::from(&all)).expect("sentences are JSON");
        let mut whole = serde_json::to_value(&all).expect("sentences are JSON");
        for (list, key) in [("normalisations", "says"), ("readings", "brief")] {
            let entries = whole[list].as_array_mut().expect("a list").iter_mut();
            entries.for_each(|it| *it = it[key].take());
        }
        assert_part(&first, &whole, &all.locale);
    }
}

/// All that the part has, the whole has in the same place, with lists of the same length.
fn assert_part(part: &serde_json::Value, whole: &serde_json::Value, place: &str) {
    match (part, whole) {
        (serde_json::Value::Object(part), serde_json::Value::Object(whole)) => {
            part.iter().for_each(|(key, it)| assert_part(it, &whole[key], &format!("{place}.{key}")));
        }
        (serde_json::Value::Array(part), serde_json::Value::Array(whole)) => {
            assert_eq!(part.len(), whole.len(), "{place}");
            part.iter().zip(whole).for_each(|(part, whole)| assert_part(part, whole, place));
        }
        _ => assert_eq!(part, whole, "{place}"),
    }
}

#[test]
fn a_rule_that_names_no_section_and_is_not_inferred_is_found() {
    let problems = damaged("model.toml", |text| text.replacen("\ninferred = true\n", "\n", 1));
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].says.contains("names neither a section of the article nor that it is inferred"));
}

#[test]
fn a_starting_value_that_is_neither_the_articles_nor_ours_is_found() {
    for (line, value) in [("article_section = \"opening\"\n", "ongoing"), ("article_inferred = true\n", "no")] {
        let problems = damaged("model.toml", |text| text.replacen(line, "", 1));
        assert_eq!(problems.len(), 1, "{value}: {problems:#?}");
        assert!(problems[0].says.contains("neither where the article has its value nor that the value is ours"));
    }
}

#[test]
fn words_that_mean_something_in_links_are_no_ids() {
    for reserved in ["readings", "v", "at", "unsure"] {
        let question = "[[question]]\nid = \"land\"";
        let problems = damaged("model.toml", |text| text.replace(question, &question.replace("land", reserved)));
        let says = format!("`{reserved}` has a meaning of its own in links.");
        assert!(problems.iter().any(|it| it.says == says), "{problems:#?}");
        let section = damaged("model.toml", |text| {
            text.replacen("[[section]]\n", &format!("[[section]]\nid = \"{reserved}\"\n[[section]]\n"), 1)
        });
        assert!(section.iter().all(|it| it.says != says), "{section:#?}");
    }
    let says = "`unsure` has a meaning of its own in links.";
    let problems = damaged("model.toml", |text| text.replace("\"ceded\"", "\"unsure\""));
    assert!(problems.iter().any(|it| it.says == says), "{problems:#?}");
    let problems = damaged("model.toml", |text| text.replace("\"ceded\"", "\"at\""));
    assert!(problems.iter().all(|it| !it.says.contains("has a meaning")), "{problems:#?}");
}

#[test]
fn an_id_is_not_empty() {
    let problems = damaged("model.toml", |text| text.replacen("[[flag]]\nid = \"", "[[flag]]\nid = \"\"\n#", 1));
    assert!(problems.iter().any(|it| it.says == "`` can't be the id of a flag."), "{problems:#?}");
}

#[test]
fn settings_from_before_there_was_a_promise_to_reporters_go_on() {
    let mut files = case_files();
    let file = files.iter_mut().find(|it| it.name == "publisher.toml").expect("the case has settings");
    let lines = file.text.lines().filter(|it| !it.starts_with("security_until"));
    file.text = lines.collect::<Vec<_>>().join("\n");
    assert_eq!(load(&files).expect("the case is whole").publisher.security_until, None);
}

#[test]
fn a_normalisation_sets_one_answer_or_makes_one_question_idle() {
    for instead in
        ["set = { war = \"peace\", land = \"all\" }", "set = {}", "set = { war = \"peace\" }\nidle = \"land\""]
    {
        let problems = damaged("model.toml", |text| {
            let start = text.find("\nset = ").expect("a normalisation sets something") + 1;
            let end = text[start..].find('\n').expect("it is a line") + start;
            format!("{}{instead}{}", &text[..start], &text[end..])
        });
        assert!(problems.iter().any(|it| it.says.contains("must either set one answer")), "{problems:#?}");
    }
}

#[test]
fn a_case_has_guarantees_and_not_too_many() {
    let model = text_of(&case_files(), "model.toml");
    let first = model.find("[[guarantee]]").expect("the case has guarantees");
    let rest = model[first..].find("\n[[reading]]").expect("readings follow") + first;
    let without = damaged("model.toml", |text| format!("{}{}", &text[..first], &text[rest..]));
    assert!(without.iter().any(|it| it.says == "The case has no guarantee."), "{without:#?}");
    let one = |it| format!("[[guarantee]]\nid = \"more_{it}\"\nnever = true\nsection = \"{}\"\n\n", section());
    for (count, is_too_many) in [(32 - 12, false), (32 - 11, true)] {
        let more = (0..count).map(one).collect::<Vec<_>>().concat();
        let many = damaged("model.toml", |text| format!("{}{more}{}", &text[..rest], &text[rest..]));
        let found = many.iter().any(|it| it.says == format!("There are {} guarantees; 32 are the most.", count + 12));
        assert_eq!(found, is_too_many, "{count}");
    }
}

fn section() -> String {
    case().model.sections[0].clone()
}

#[test]
fn a_name_of_which_there_are_none_yet_is_told_so() {
    let problems = damaged("sources.toml", |_| String::new());
    assert!(problems.iter().any(|it| it.remedy == "There is none yet; add it first."), "{problems:#?}");
}

#[test]
fn a_case_of_one_version_needs_no_list_of_changes() {
    let files: Vec<CaseFile> = case_files().into_iter().filter(|it| it.name != "changes.toml").collect();
    let told = load(&files).err().unwrap_or_default();
    assert!(told.iter().all(|it| !it.says.contains("missing")), "{told:#?}");
}

/// What loading says about the case with one file changed.
fn damaged(name: &str, change: impl Fn(&str) -> String) -> Vec<Problem> {
    let mut files = case_files();
    let file = files.iter_mut().find(|it| it.name == name).expect("the case has the file");
    let changed = change(&file.text);
    assert_ne!(changed, file.text);
    file.text = changed;
    load(&files).err().unwrap_or_default()
}

fn toml(files: &[CaseFile], name: &str) -> Value {
    Value::Table(text_of(files, name).parse().expect("it is TOML"))
}

fn text_of(files: &[CaseFile], name: &str) -> String {
    files.iter().find(|it| it.name == name).expect("the case has the file").text.clone()
}

fn text<'a>(source: &'a Value, key: &str) -> &'a str {
    source.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn texts<'a>(source: &'a Value, key: &str) -> Vec<&'a str> {
    source.get(key).map(|it| array(it).iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn marked(source: &Value, key: &str) -> bool {
    source.get(key).and_then(Value::as_bool).unwrap_or_default()
}
