//! The permalink: answers and switched readings as a URL fragment, the same in every language.
//! Public contract: `war=armistice&us=troops`, in question order, open answers left out,
//! `readings=J1,J3` where switched, and `v=1` understood. What is unknown is dropped and counted.
//! Links of earlier versions are read by the names that things had then.
//!
//! Within one visit (a change of language, the browser's history) the place in the walk travels along:
//! `unsure=us,backing` for questions left at "not sure" and `at=land` for the question on show.

use crate::case::{AnswerId, Model, QuestionId, ReadingId};

/// What a fragment says, as far as the model knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Permalink {
    /// In question order, at most one answer a question.
    pub answers: Vec<(QuestionId, AnswerId)>,
    /// In the model's order, each once.
    pub readings: Vec<ReadingId>,
    /// Questions left at "not sure", in question order, each once.
    pub unsure: Vec<QuestionId>,
    /// The question on show; none for the outcome.
    pub at: Option<QuestionId>,
    /// Parts that mean nothing here: unknown keys and values, repeated keys, broken text.
    pub dropped: u8,
}

/// Reads a fragment, with or without its `#`. Never fails: what can't be read is counted in `dropped`.
/// Of a repeated key the first readable value counts, and a question named as "not sure" has its value with that.
pub fn parse(model: &Model, fragment: &str) -> Permalink {
    let mut link = Permalink::default();
    let mut dropped = 0_usize;
    for part in fragment.trim_start_matches('#').split('&').filter(|it| !it.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let known = match key {
            "v" => value == "1",
            "at" if link.at.is_none() => {
                link.at = question(model, value);
                link.at.is_some()
            }
            "unsure" => {
                let open = |it: &QuestionId| link.answers.iter().all(|(question, _)| question != it);
                dropped += list(&mut link.unsure, value, |id| question(model, id).filter(open));
                true
            }
            "readings" => {
                dropped += list(&mut link.readings, value, |id| reading(model, id));
                true
            }
            _ => match answer(model, key, value) {
                Some((question, answer))
                    if link.answers.iter().all(|it| it.0 != question) && !link.unsure.contains(&question) =>
                {
                    put(&mut link.answers, (question, answer));
                    true
                }
                _ => false,
            },
        };
        if !known {
            dropped += 1;
        }
    }
    link.dropped = u8::try_from(dropped).unwrap_or(u8::MAX);
    link
}

/// Puts every id of a list in its place, each once; returns how many of them mean nothing.
fn list<T: Ord>(known: &mut Vec<T>, value: &str, find: impl Fn(&str) -> Option<T>) -> usize {
    let mut dropped = 0;
    for id in value.split(',') {
        match find(id) {
            Some(it) if !known.contains(&it) => put(known, it),
            Some(_) => {}
            None => dropped += 1,
        }
    }
    dropped
}

/// Puts an item in its place in a sorted list. Lists are short here, and the library's sort weighs 4 kB in the browser.
fn put<T: Ord>(list: &mut Vec<T>, item: T) {
    list.insert(list.partition_point(|it| *it < item), item);
}

/// Writes answers and readings as a fragment without its `#`; empty where nothing is answered or switched.
pub fn format(model: &Model, answers: &[(QuestionId, AnswerId)], readings: &[ReadingId]) -> String {
    let mut parts: Vec<String> = answers
        .iter()
        .map(|&(question, answer)| {
            let question = model.question(question);
            format!("{}={}", question.id, question.answers[answer.index()])
        })
        .collect();
    if !readings.is_empty() {
        let ids: Vec<&str> = readings.iter().map(|it| model.readings[it.index()].id.as_str()).collect();
        parts.push(format!("readings={}", ids.join(",")));
    }
    parts.join("&")
}

/// Writes the place in the walk, to stand behind the permalink; empty at the outcome with nothing unsure.
pub fn format_place(model: &Model, unsure: &[QuestionId], at: Option<QuestionId>) -> String {
    let mut parts = Vec::new();
    if !unsure.is_empty() {
        let ids: Vec<&str> = unsure.iter().map(|it| model.question(*it).id.as_str()).collect();
        parts.push(format!("unsure={}", ids.join(",")));
    }
    parts.extend(at.map(|it| format!("at={}", model.question(it).id)));
    parts.join("&")
}

fn question(model: &Model, id: &str) -> Option<QuestionId> {
    let now = model.question_ids().find(|it| model.question(*it).id == id);
    now.or_else(|| model.former.questions.iter().find(|it| it.0 == id).map(|it| it.1))
}

fn answer(model: &Model, owner: &str, answer: &str) -> Option<(QuestionId, AnswerId)> {
    let id = question(model, owner)?;
    let answers = &model.question(id).answers;
    let now = AnswerId::all(answers.len()).find(|it| answers[it.index()] == answer);
    let then = || model.former.answers.iter().find(|it| it.0 == id && it.1 == answer).map(|it| it.2);
    now.or_else(then).map(|it| (id, it))
}

fn reading(model: &Model, id: &str) -> Option<ReadingId> {
    let now = model.readings.iter().position(|it| it.id == id).map(|it| ReadingId(it as u8));
    now.or_else(|| model.former.readings.iter().find(|it| it.0 == id).map(|it| it.1))
}
