//! `cargo site decide`: a whole decision as JSON, for scripts and for checks by others. Its keys are a public contract.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    case::{AnswerId, ConditionId, GuaranteeId, Model, QuestionId, ReadingId, permalink},
    decide::{
        answers::{Answers, Questions},
        changes::{Change, changes},
        decision::{Decision, Standing, Status},
        reasons::reasons,
        rules::Readings,
        table::Table,
    },
    site::failure::Failure,
};

/// Every id is that of the case.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    /// The headline.
    outcome: &'a str,
    settled: bool,
    /// Strongest first.
    possible: Vec<&'a str>,
    at_least: &'a str,
    at_best: &'a str,
    ranking: Vec<Ranked<'a>>,
    /// For every guarantee but the outcome, in the order of the ranking.
    changes: Vec<Changes<'a>>,
    /// The smallest sets of questions whose answers alone force the outcome.
    reasons: Vec<Vec<&'a str>>,
    /// Questions whose answer can still change the outcome.
    deciding: Vec<&'a str>,
    interim: Option<&'a str>,
    flags: Vec<&'a str>,
    /// The answers as they count.
    answers: BTreeMap<&'a str, &'a str>,
    /// Normalisations that had to overrule an answer.
    overruled: Vec<&'a str>,
    readings: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Ranked<'a> {
    guarantee: &'a str,
    status: Status,
    /// The questions of the missing conditions.
    missing: Vec<&'a str>,
    /// The answers that would do, for each of these questions.
    needs: BTreeMap<&'a str, Vec<&'a str>>,
    /// The missing conditions themselves.
    conditions: Vec<&'a str>,
    steps: u32,
}

#[derive(Debug, Serialize)]
struct Changes<'a> {
    guarantee: &'a str,
    sets: Vec<AlteredAnswers<'a>>,
}

#[derive(Debug, Serialize)]
struct AlteredAnswers<'a> {
    answers: BTreeMap<&'a str, Vec<&'a str>>,
    decided_by: Vec<&'a str>,
}

/// What follows from a permalink, with or without the address before its `#`; the readings are those of the link and of
/// `more` together.
///
/// # Errors
/// Bad input where a part of the permalink or a reading is unknown to the case.
pub fn report<'a>(model: &'a Model, fragment: &str, more: &[ReadingId]) -> Result<Report<'a>, Failure> {
    let fragment = match fragment.split_once('#') {
        Some((address, answers)) if address.contains("://") => answers,
        _ => fragment,
    };
    let link = permalink::parse(model, fragment);
    if link.dropped > 0 {
        return Err(unknown_parts(model, fragment, link.dropped));
    }
    let readings = Readings::of(&[link.readings.as_slice(), more].concat());
    let table = Table::build(model, readings);
    let decision = Decision::of(model, &table, table.rules.space.given(&link.answers));
    Ok(Ids { model, table: &table, decision: &decision }.report())
}

/// Reads a list of readings such as `J1,J3`.
///
/// # Errors
/// Bad input where one is unknown to the case.
pub fn readings(model: &Model, list: &str) -> Result<Vec<ReadingId>, Failure> {
    let link = permalink::parse(model, &format!("readings={list}"));
    if list.is_empty() || (link.dropped == 0 && !list.contains('&')) {
        return Ok(link.readings);
    }
    let known: Vec<&str> = model.readings.iter().map(|it| it.id.as_str()).collect();
    Err(Failure::Input(format!(
        "The readings `{list}` are not all known to this case. Separate them by commas: {}.",
        known.join(",")
    )))
}

struct Ids<'a, 'b> {
    model: &'a Model,
    table: &'b Table,
    decision: &'b Decision,
}

impl<'a> Ids<'a, '_> {
    fn report(&self) -> Report<'a> {
        let Self { model, table, decision } = *self;
        let space = &table.rules.space;
        let rows = table.rules.rows.iter().map(|it| it.guarantee);
        let others = decision.ranking.iter().map(|it| it.guarantee).filter(|it| *it != decision.headline);
        let answered = space.question_ids().filter_map(|it| Some((it, space.answer(decision.answers, it)?)));
        Report {
            outcome: self.guarantee(decision.headline),
            settled: decision.is_settled(),
            possible: rows.filter(|it| decision.possible.contains(*it)).map(|it| self.guarantee(it)).collect(),
            at_least: self.guarantee(decision.at_least),
            at_best: self.guarantee(decision.at_best),
            ranking: decision.ranking.iter().map(|it| self.ranked(it)).collect(),
            changes: others.map(|it| self.changes(decision.world, it)).collect(),
            reasons: reasons(table, decision.answers).into_iter().map(|it| self.questions(it)).collect(),
            deciding: self.questions(decision.deciding),
            interim: decision.interim.map(|it| self.guarantee(it)),
            flags: decision.flags.iter().map(|it| model.flags[it.index()].id.as_str()).collect(),
            answers: answered
                .map(|(question, answer)| (self.question(question), self.answer(question, answer)))
                .collect(),
            overruled: decision.overruled.iter().map(|it| model.normalisations[*it].id.as_str()).collect(),
            readings: table.readings.ids().iter().map(|it| model.readings[it.index()].id.as_str()).collect(),
        }
    }

    fn ranked(&self, standing: &Standing) -> Ranked<'a> {
        let conditions = standing.missing.iter().map(|it| self.model.condition(*it));
        Ranked {
            guarantee: self.guarantee(standing.guarantee),
            status: standing.status,
            missing: conditions.clone().map(|it| self.question(it.question)).collect(),
            needs: standing.missing.iter().map(|it| self.needs(*it)).collect(),
            conditions: conditions.map(|it| it.id.as_str()).collect(),
            steps: standing.steps,
        }
    }

    fn needs(&self, condition: ConditionId) -> (&'a str, Vec<&'a str>) {
        let condition = self.model.condition(condition);
        (self.question(condition.question), self.answers(condition.question, &condition.answers))
    }

    fn changes(&self, from: Answers, to: GuaranteeId) -> Changes<'a> {
        let found = changes(self.table, from, to, Questions::default());
        Changes { guarantee: self.guarantee(to), sets: found.iter().map(|it| self.altered(it)).collect() }
    }

    fn altered(&self, change: &Change) -> AlteredAnswers<'a> {
        let actors = self.model.actors.iter().enumerate().filter(|(index, _)| {
            let decides = |question: &QuestionId| {
                self.model.question(*question).decided_by.iter().any(|actor| actor.index() == *index)
            };
            change.answers.iter().any(|it| decides(&it.0))
        });
        AlteredAnswers {
            answers: change.answers.iter().map(|it| (self.question(it.0), self.answers(it.0, &it.1))).collect(),
            decided_by: actors.map(|it| it.1.as_str()).collect(),
        }
    }

    fn questions(&self, questions: Questions) -> Vec<&'a str> {
        questions.ids().map(|it| self.question(it)).collect()
    }

    fn answers(&self, question: QuestionId, answers: &[AnswerId]) -> Vec<&'a str> {
        answers.iter().map(|it| self.answer(question, *it)).collect()
    }

    fn guarantee(&self, id: GuaranteeId) -> &'a str {
        &self.model.guarantee(id).id
    }

    fn question(&self, id: QuestionId) -> &'a str {
        &self.model.question(id).id
    }

    fn answer(&self, question: QuestionId, id: AnswerId) -> &'a str {
        &self.model.question(question).answers[id.index()]
    }
}

/// Names each part that means nothing here, with what would.
fn unknown_parts(model: &Model, fragment: &str, count: u8) -> Failure {
    let parts = fragment.trim_start_matches('#').split('&').filter(|it| !it.is_empty());
    let mut named = Vec::new();
    for part in parts.filter(|it| permalink::parse(model, it).dropped > 0) {
        let key = part.split('=').next().unwrap_or_default();
        let known = if key == "readings" {
            format!("the readings are {}", list(model.readings.iter().map(|it| &it.id)))
        } else {
            match model.questions.iter().find(|it| it.id == key) {
                Some(question) => format!("the answers to {key} are {}", list(question.answers.iter())),
                None => format!("the questions are {}", list(model.questions.iter().map(|it| &it.id))),
            }
        };
        named.push(format!("`{part}` ({known})"));
    }
    if named.is_empty() {
        named.push("a question is answered twice".to_owned());
    }
    let noun = if count == 1 { "part means" } else { "parts mean" };
    Failure::Input(format!(
        "{count} {noun} nothing to this case: {}. `cargo site table` shows every id in its columns.",
        named.join("; ")
    ))
}

fn list<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    ids.map(String::as_str).collect::<Vec<_>>().join(", ")
}
