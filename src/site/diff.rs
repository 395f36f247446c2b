//! `cargo site diff`: which worlds change outcome between two versions of a case, readable in a review.
//! Worlds are matched by the ids of their answers, so that questions may have moved.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{answers::Answers, rules::Readings, table::Table},
};

/// What the two versions differ in, as text; says so where no outcome changes.
pub fn diff(old: &Model, new: &Model) -> String {
    let mut report = String::new();
    ids(&mut report, "Questions", &question_ids(old), &question_ids(new));
    for question in &new.questions {
        if let Some(before) = old.questions.iter().find(|it| it.id == question.id) {
            ids(&mut report, &format!("Answers to `{}`", question.id), &before.answers, &question.answers);
        }
    }
    ids(&mut report, "Guarantees", &guarantee_ids(old), &guarantee_ids(new));
    let (before, after) = (Table::build(old, Readings::BASE), Table::build(new, Readings::BASE));
    let matched = match_worlds(old, new, &before, &after);
    let _ =
        writeln!(report, "{} of {} worlds that a reader can give are in both versions.", matched.common, matched.all);
    let changed: usize = matched.groups.values().map(Vec::len).sum();
    let _ = writeln!(report, "{changed} of them change outcome.");
    for ((from, to), worlds) in &matched.groups {
        let _ = writeln!(report, "\n{} worlds: {} -> {}", worlds.len(), old.guarantee(*from).id, new.guarantee(*to).id);
        for (question, answers) in common(&after, worlds) {
            let question = new.question(question);
            let answers: Vec<&str> = answers.iter().map(|it| question.answers[it.index()].as_str()).collect();
            let _ = writeln!(report, "  {} = {}", question.id, answers.join(" | "));
        }
    }
    report
}

struct Matched {
    /// Worlds of the new version that a reader can give, and those of them that the old one has too.
    all: usize,
    common: usize,
    /// By old and new outcome, the worlds whose outcome changes.
    groups: BTreeMap<(GuaranteeId, GuaranteeId), Vec<Answers>>,
}

fn match_worlds(old: &Model, new: &Model, before: &Table, after: &Table) -> Matched {
    let mut matched = Matched { all: 0, common: 0, groups: BTreeMap::new() };
    for row in &after.rules.rows {
        for world in after.given(row.guarantee) {
            matched.all += 1;
            let Some(same) = translated(old, new, before, after, *world) else { continue };
            matched.common += 1;
            let was = before.outcome(before.rules.space.world_of(same));
            if old.guarantee(was).id != new.guarantee(row.guarantee).id {
                matched.groups.entry((was, row.guarantee)).or_default().push(*world);
            }
        }
    }
    matched
}

/// The world of the old version with the same answers; a question that is new there takes nothing along, one that is
/// gone had its article value.
fn translated(old: &Model, new: &Model, before: &Table, after: &Table, world: Answers) -> Option<Answers> {
    let mut same = before.rules.space.open();
    for id in old.question_ids() {
        let question = old.question(id);
        let answer = match new.question_ids().find(|it| new.question(*it).id == question.id) {
            Some(now) => {
                let answer = after.rules.space.answer(world, now)?;
                let name = &new.question(now).answers[answer.index()];
                AnswerId(question.answers.iter().position(|it| it == name)? as u8)
            }
            None => question.article_value,
        };
        same = before.rules.space.answered(same, id, answer);
    }
    Some(same)
}

/// What the worlds have in common: the questions of which they don't use every answer, with those that they use.
fn common(table: &Table, worlds: &[Answers]) -> Vec<(QuestionId, Vec<AnswerId>)> {
    let space = &table.rules.space;
    space
        .question_ids()
        .map(|question| {
            let used = |it: &AnswerId| worlds.iter().any(|world| world.allows(space.only(question, *it)));
            (question, space.answer_ids(question).filter(used).collect::<Vec<_>>())
        })
        .filter(|(question, answers)| answers.len() < space.answer_ids(*question).count())
        .collect()
}

fn ids(report: &mut String, what: &str, old: &[String], new: &[String]) {
    let missing_in = |those: &[String], these: &[String]| -> Vec<String> {
        those.iter().filter(|it| !these.contains(it)).cloned().collect()
    };
    for (verb, ids) in [("removed", missing_in(old, new)), ("added", missing_in(new, old))] {
        if !ids.is_empty() {
            let _ = writeln!(report, "{what} {verb}: {}.", ids.join(", "));
        }
    }
}

fn question_ids(model: &Model) -> Vec<String> {
    model.questions.iter().map(|it| it.id.clone()).collect()
}

fn guarantee_ids(model: &Model) -> Vec<String> {
    model.guarantees.iter().map(|it| it.id.clone()).collect()
}
