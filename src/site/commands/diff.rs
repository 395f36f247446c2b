//! `cargo site diff`: which worlds change outcome between two versions of a case, readable in a review.
//! Worlds are matched by the ids of their answers, those of earlier versions included, so that questions may have moved
//! and ids may have been renamed.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{answers::Answers, rules::Readings, table::Table},
};

/// The differences of two versions, as text. It also states when no outcome changes.
pub fn diff(old: &Model, new: &Model) -> String {
    let mut report = String::new();
    let questions = old.questions.iter().map(|it| {
        let now = question_now(new, &it.id).map(|it| new.question(it).id.as_str());
        (it.id.as_str(), now)
    });
    ids(
        &mut report,
        "Questions",
        &questions.collect::<Vec<_>>(),
        &new.questions.iter().map(|it| &it.id).collect::<Vec<_>>(),
    );
    for question in &old.questions {
        let Some(id) = question_now(new, &question.id) else { continue };
        let now = new.question(id);
        let answers = question.answers.iter().map(|it| {
            let now = answer_now(new, id, it).map(|it| now.answers[it.index()].as_str());
            (it.as_str(), now)
        });
        let what = format!("Answers to `{}`", now.id);
        ids(&mut report, &what, &answers.collect::<Vec<_>>(), &now.answers.iter().collect::<Vec<_>>());
    }
    let guarantees = old.guarantees.iter().map(|it| {
        let now = new.guarantees.iter().find(|now| now.id == it.id);
        (it.id.as_str(), now.map(|it| it.id.as_str()))
    });
    ids(
        &mut report,
        "Guarantees",
        &guarantees.collect::<Vec<_>>(),
        &new.guarantees.iter().map(|it| &it.id).collect::<Vec<_>>(),
    );
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
        for world in after.canonical_worlds(row.guarantee) {
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
        let answer = match question_now(new, &question.id) {
            Some(now) => {
                let answer = after.rules.space.answer(world, now)?;
                AnswerId(question.answers.iter().position(|it| answer_now(new, now, it) == Some(answer))? as u8)
            }
            None => question.article_value,
        };
        same = before.rules.space.answered(same, id, answer);
    }
    Some(same)
}

/// The common part of some worlds: the questions of which they do not use every answer, with the answers they use.
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

/// The question of the new version that an id of the old one means.
fn question_now(new: &Model, id: &str) -> Option<QuestionId> {
    let named = new.question_ids().find(|it| new.question(*it).id == id);
    named.or_else(|| new.former.questions.iter().find(|it| it.0 == id).map(|it| it.1))
}

/// The answer to a question of the new version that an id of the old one means.
fn answer_now(new: &Model, question: QuestionId, id: &str) -> Option<AnswerId> {
    let named = new.question(question).answers.iter().position(|it| it == id).map(|it| AnswerId(it as u8));
    let renamed = || new.former.answers.iter().find(|(of, was, _)| *of == question && was == id).map(|it| it.2);
    named.or_else(renamed)
}

/// The fate of the ids of one kind: each old id with its present name, if it still exists.
fn ids(report: &mut String, what: &str, old: &[(&str, Option<&str>)], new: &[&String]) {
    let removed = old.iter().filter(|it| it.1.is_none()).map(|it| it.0.to_owned());
    let renamed = old.iter().filter_map(|(was, now)| now.filter(|it| it != was).map(|it| format!("{was} -> {it}")));
    let added = new.iter().filter(|it| old.iter().all(|(_, now)| *now != Some(it.as_str()))).map(ToString::to_string);
    for (verb, ids) in [("removed", removed.collect()), ("renamed", renamed.collect()), ("added", added.collect())] {
        let ids: Vec<String> = ids;
        if !ids.is_empty() {
            let _ = writeln!(report, "{what} {verb}: {}.", ids.join(", "));
        }
    }
}
