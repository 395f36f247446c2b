//! `cargo site dmn`: the rules in the Decision Model and Notation, for rule engines and modelling tools of others.
//! The file follows DMN 1.3 (OMG formal/21-02-01): input data, one decision table for each question that a
//! normalisation changes, and one for the outcome.

mod document;
mod xml;

use crate::{
    case::{AnswerId, Effect, Model, Normalisation, QuestionId, ReadingId, load::Loaded, sentences::Sentences},
    decide::rules::{Readings, Row, Rules},
    site::{
        commands::dmn::document::{Decision, Document, Rule, quoted, quoted_answer, quoted_answers},
        failure::Failure,
    },
};

/// The name of the decision that gives the outcome.
pub const OUTCOME: &str = "outcome";

/// The rules under some readings as DMN 1.3 XML. Names in expressions are ids of the case, as in links and in
/// `cargo site table`; labels and descriptions are in the language of `locale`, or else in the first of the case.
///
/// # Errors
/// `Failure::Input` where the case has no sentences in that language.
pub fn dmn(loaded: &Loaded, locale: Option<&str>, readings: &[ReadingId]) -> Result<String, Failure> {
    let known = &loaded.languages;
    let wanted = locale.map_or(known.first(), |wanted| known.iter().find(|it| it.locale == wanted));
    let Some(sentences) = wanted else {
        let known: Vec<&str> = known.iter().map(|it| it.locale.as_str()).collect();
        return Err(Failure::Input(format!(
            "There are no sentences in `{}`. The languages are {}.",
            locale.unwrap_or_default(),
            known.join(", ")
        )));
    };
    let written = xml::write(&Document {
        model: &loaded.model,
        sentences,
        namespace: &loaded.publisher.address,
        decisions: decisions(&loaded.model, sentences, &Rules::of(&loaded.model, Readings::of(readings))),
    });
    written.map_err(|it| Failure::step("writing the rules as DMN", it, "Close other programs: the memory is full."))
}

fn decisions<'a>(model: &Model, sentences: &'a Sentences, rules: &Rules) -> Vec<Decision<'a>> {
    let mut names: Vec<String> = model.questions.iter().map(|it| it.id.clone()).collect();
    let mut decisions = Vec::new();
    for group in groups(model) {
        let decision = normalised(model, sentences, &group, &names);
        names[group.question.index()].clone_from(&decision.name);
        decisions.push(decision);
    }
    decisions.push(outcome(model, sentences, rules, &names));
    decisions
}

/// The answer to a question after the normalisations of one group.
fn normalised<'a>(model: &Model, sentences: &'a Sentences, group: &Group, names: &[String]) -> Decision<'a> {
    let question = group.question;
    let of_group = || group.normalisations.iter().map(|it| &model.normalisations[*it]);
    let mut columns: Vec<QuestionId> = of_group().flat_map(|it| it.when.iter().map(|it| it.0)).collect();
    columns.push(question);
    columns.sort_unstable();
    columns.dedup();
    let test = |it: &Normalisation, column: QuestionId| it.when.iter().find(|it| it.0 == column).map(|it| it.1.clone());
    let mut rules: Vec<Rule> = of_group()
        .zip(&group.normalisations)
        .map(|(it, index)| Rule {
            tests: columns.iter().map(|column| test(it, *column)).collect(),
            output: quoted_answer(model, question, becomes(model, it).1),
            description: &sentences.normalisations[*index].method,
        })
        .collect();
    // An answer that no normalisation changes stays.
    let now = &names[question.index()];
    rules.push(Rule { tests: vec![None; columns.len()], output: now.clone(), description: "" });
    Decision {
        name: format!("normalised_{now}"),
        normalises: Some(question),
        label: &sentences.question(question).short,
        inputs: columns.iter().map(|it| (*it, names[it.index()].clone())).collect(),
        values: quoted_answers(model, question),
        rules,
    }
}

/// The decision table itself.
fn outcome<'a>(model: &Model, sentences: &'a Sentences, rules: &Rules, names: &[String]) -> Decision<'a> {
    let test = |row: &Row, question: QuestionId| {
        let conditions = row.needs.iter().map(|it| model.condition(*it)).filter(|it| it.question == question);
        let in_both =
            |one: Vec<AnswerId>, other: Vec<AnswerId>| one.into_iter().filter(|it| other.contains(it)).collect();
        conditions.map(|it| it.answers.clone()).reduce(in_both)
    };
    let tests = |row: &Row| -> Vec<Option<Vec<AnswerId>>> { model.question_ids().map(|it| test(row, it)).collect() };
    // A row whose conditions exclude each other never counts, and FEEL has no way to say "none of these".
    let is_possible = |it: &&Row| !tests(it).iter().flatten().any(Vec::is_empty);
    let rules: Vec<Rule> = rules
        .rows
        .iter()
        .filter(is_possible)
        .map(|it| Rule {
            tests: tests(it),
            output: quoted(&model.guarantee(it.guarantee).id),
            description: &sentences.guarantee(it.guarantee).name,
        })
        .collect();
    Decision {
        name: OUTCOME.to_owned(),
        normalises: None,
        label: &sentences.short_title,
        inputs: model.question_ids().map(|it| (it, names[it.index()].clone())).collect(),
        values: rules.iter().map(|it| it.output.clone()).collect(),
        rules,
    }
}

/// Consecutive normalisations of one question that share a table.
struct Group {
    question: QuestionId,
    /// Their positions in the case.
    normalisations: Vec<usize>,
}

/// The normalisations in their order. Two share a table where "the first that matches" means the same as "one after the
/// other".
fn groups(model: &Model) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, normalisation) in model.normalisations.iter().enumerate() {
        let (question, _) = becomes(model, normalisation);
        let joins = |it: &&mut Group| {
            it.question == question
                && it.normalisations.iter().all(|before| !follows(model, &model.normalisations[*before], normalisation))
        };
        match groups.last_mut().filter(joins) {
            Some(group) => group.normalisations.push(index),
            None => groups.push(Group { question, normalisations: vec![index] }),
        }
    }
    groups
}

/// Whether a later normalisation of a question can change what an earlier one has just put there.
fn follows(model: &Model, earlier: &Normalisation, later: &Normalisation) -> bool {
    let (question, put) = becomes(model, earlier);
    let meets = |(column, answers): &(QuestionId, Vec<AnswerId>)| {
        if *column == question {
            return answers.contains(&put);
        }
        let before = earlier.when.iter().find(|it| it.0 == *column);
        before.is_none_or(|it| it.1.iter().any(|it| answers.contains(it)))
    };
    put != becomes(model, later).1 && later.when.iter().all(meets)
}

/// The question that a normalisation changes, and the answer that it puts there.
fn becomes(model: &Model, normalisation: &Normalisation) -> (QuestionId, AnswerId) {
    match normalisation.effect {
        Effect::Set(question, answer) => (question, answer),
        Effect::Idle(question) => (question, model.question(question).article_value),
    }
}
