//! The long memory: links that readers have kept go on meaning what they meant, version after version.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::{fs, path::Path};

use serde::Deserialize;
use support::case;
use which_guarantee::{
    case::{GuaranteeId, Model, QuestionId, permalink},
    decide::{decision::Decision, rules::Readings, table::Table},
};

/// The links of one time.
#[derive(Deserialize)]
struct Kept {
    /// The version of the rules then.
    rules: String,
    link: Vec<Link>,
}

#[derive(Deserialize)]
struct Link {
    fragment: String,
    outcome: String,
    settled: bool,
    possible: Vec<String>,
}

#[test]
fn every_link_that_was_ever_kept_is_understood_whole() {
    let model = case().model;
    for link in kept().iter().flat_map(|it| &it.link) {
        assert_eq!(permalink::parse(&model, &link.fragment).dropped, 0, "{}", link.fragment);
    }
}

#[test]
fn under_the_rules_that_it_was_made_with_a_link_leads_where_it_led() {
    let model = case().model;
    for kept in kept().iter().filter(|it| it.rules == model.version) {
        leads_where_it_led(&model, kept);
    }
}

#[test]
fn the_links_of_this_version_have_every_question_answer_reading_and_preset() {
    let model = case().model;
    let all = kept();
    let links: Vec<&str> = all
        .iter()
        .filter(|it| it.rules == model.version)
        .flat_map(|it| &it.link)
        .map(|it| it.fragment.as_str())
        .collect();
    assert!(!links.is_empty(), "version {} of the rules has no file in tests/links/", model.version);
    let is_there = |part: &str| links.iter().any(|it| it.split('&').any(|it| it == part));
    for question in &model.questions {
        for answer in &question.answers {
            assert!(is_there(&format!("{}={answer}", question.id)), "{}={answer} is in no link", question.id);
        }
    }
    for reading in &model.readings {
        assert!(is_there(&format!("readings={}", reading.id)), "{} is in no link", reading.id);
    }
    for preset in &model.presets {
        assert!(links.contains(&permalink::format(&model, &preset.answers, &[]).as_str()), "{}", preset.id);
    }
}

#[test]
fn ids_that_were_renamed_change_no_link() {
    let mut model = case().model;
    let us = model.question_ids().find(|it| model.question(*it).id == "us").expect("the case asks about it");
    model.questions[us.index()].id = "washington".to_owned();
    model.former.questions.push(("us".to_owned(), us));
    let war = QuestionId(0);
    let answers = &mut model.questions[war.index()].answers;
    let armistice = answers.iter().position(|it| it == "armistice").expect("the question has this answer");
    answers[armistice] = "truce".to_owned();
    model.former.answers.push((war, "armistice".to_owned(), which_guarantee::case::AnswerId(armistice as u8)));
    model.readings[0].id = "backing".to_owned();
    model.former.readings.push(("J1".to_owned(), which_guarantee::case::ReadingId(0)));
    for kept in kept().iter().filter(|it| it.rules == model.version) {
        leads_where_it_led(&model, kept);
    }
    let link = permalink::parse(&model, "war=armistice&us=troops&readings=J1");
    let written = permalink::format(&model, &link.answers, &link.readings);
    assert_eq!(written, "war=truce&washington=troops&readings=backing", "what is passed on has the names of now");
    // Two names of one question are one question.
    assert_eq!(permalink::parse(&model, "us=troops&washington=none").dropped, 1);
    assert_eq!(permalink::parse(&model, "us=never&moscow=troops").dropped, 2, "what can't be carried is counted");
    // An answer's old name is one of its own question alone.
    assert_eq!(permalink::parse(&model, "war=rain&land=armistice").dropped, 2);
    assert_eq!(permalink::parse(&model, "readings=J99,J1,J98&war=truce").dropped, 2);
    let twice = permalink::parse(&model, "readings=J1,J1&unsure=land,land");
    assert_eq!((twice.readings.len(), twice.unsure.len(), twice.dropped), (1, 1, 0));
}

#[test]
fn a_question_that_is_answered_and_not_sure_has_what_stands_first() {
    let model = case().model;
    for (fragment, answers, unsure) in [("war=peace&unsure=war,us", 1, 1), ("unsure=war,us&war=peace", 0, 2)] {
        let link = permalink::parse(&model, fragment);
        assert_eq!((link.answers.len(), link.unsure.len(), link.dropped), (answers, unsure, 1), "{fragment}");
    }
}

fn leads_where_it_led(model: &Model, kept: &Kept) {
    for expected in &kept.link {
        let link = permalink::parse(model, &expected.fragment);
        assert_eq!(link.dropped, 0, "{}", expected.fragment);
        let table = Table::build(model, Readings::of(&link.readings));
        let space = &table.rules.space;
        let answers =
            link.answers.iter().fold(space.open(), |it, (question, answer)| space.answered(it, *question, *answer));
        let decision = Decision::of(model, &table, answers);
        let id = |it: GuaranteeId| model.guarantee(it).id.as_str();
        let rows = table.rules.rows.iter().map(|it| it.guarantee);
        let possible: Vec<&str> = rows.filter(|it| decision.possible.contains(*it)).map(id).collect();
        assert_eq!(id(decision.headline), expected.outcome, "{}", expected.fragment);
        assert_eq!(decision.is_settled(), expected.settled, "{}", expected.fragment);
        assert_eq!(possible, expected.possible, "{}", expected.fragment);
    }
}

fn kept() -> Vec<Kept> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder is there").map(|it| it.expect("it can be listed").path()).collect();
    paths.sort();
    let read = |it: &std::path::PathBuf| fs::read_to_string(it).expect("the links can be read");
    paths.iter().map(|it| toml::from_str(&read(it)).expect("the links are TOML")).collect()
}
