//! Preconditions: from a guarantee back to the answers that lead to it.

use crate::{
    case::{AnswerId, GuaranteeId, QuestionId},
    decide::{answers::Answers, table::Table},
};

/// The answers that lead to one guarantee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Worlds that a reader can give and that lead to it. A count, not a likelihood.
    pub worlds: u32,
    /// What all of these worlds have in common: the questions of which not every answer leads to it, with those that do.
    pub certain: Vec<(QuestionId, Vec<AnswerId>)>,
    /// The fewest answers that alone lead to it, whatever the others are; each way is one set of answers.
    pub ways: Vec<Vec<(QuestionId, AnswerId)>>,
}

/// Computes the origin of a guarantee. It has no worlds if the guarantee cannot be chosen under the switched readings.
///
/// Method: `certain` unites the answers of all its worlds; `ways` tries all sets of answers of one size after the
/// other and keeps the first size at which some of them settle the outcome.
pub fn origin(table: &Table, guarantee: GuaranteeId) -> Origin {
    let space = &table.rules.space;
    let worlds = table.canonical_worlds(guarantee);
    let united = worlds.iter().fold(0, |united, chosen| {
        // A question that is not asked in a world asks nothing of it.
        let idle = space.question_ids().filter(|it| table.rules.is_idle(*chosen, *it));
        united | idle.fold(*chosen, |it, question| space.opened(it, question)).0
    });
    let worlds = worlds.len() as u32;
    if worlds == 0 {
        return Origin { worlds, certain: Vec::new(), ways: Vec::new() };
    }
    let certain = space
        .question_ids()
        .map(|question| {
            let leads = |it: &AnswerId| Answers(united).allows(space.only(question, *it));
            (question, space.answer_ids(question).filter(leads).collect::<Vec<_>>())
        })
        .filter(|(question, answers)| answers.len() < space.answer_ids(*question).count())
        .collect();
    Origin { worlds, certain, ways: ways(table, guarantee) }
}

fn ways(table: &Table, guarantee: GuaranteeId) -> Vec<Vec<(QuestionId, AnswerId)>> {
    let questions = table.rules.space.question_ids().count();
    let mut found = Vec::new();
    for size in 0..=questions {
        let start = (table.rules.space.open(), Vec::new());
        of_size(table, guarantee, size, QuestionId(0), &start, &mut found);
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// All sets of `size` more answers to questions from `first` on that settle on the guarantee.
fn of_size(
    table: &Table,
    guarantee: GuaranteeId,
    size: usize,
    first: QuestionId,
    (answers, given): &(Answers, Vec<(QuestionId, AnswerId)>),
    found: &mut Vec<Vec<(QuestionId, AnswerId)>>,
) {
    let space = &table.rules.space;
    if size == 0 {
        // The lists of canonical worlds refute most candidates quickly; the rest is looked up exactly.
        let others = table.rules.rows.iter().map(|it| it.guarantee).filter(|it| *it != guarantee);
        let refuted = others.flat_map(|it| table.canonical_worlds(it)).any(|it| it.within(*answers));
        if !refuted && table.settles_on(*answers, guarantee) {
            found.push(given.clone());
        }
        return;
    }
    for question in space.question_ids().filter(|it| *it >= first) {
        for answer in space.answer_ids(question) {
            let more = space.answered(*answers, question, answer);
            if !table.canonical_worlds(guarantee).iter().any(|it| it.within(more)) {
                continue;
            }
            let mut given = given.clone();
            given.push((question, answer));
            of_size(table, guarantee, size - 1, QuestionId(question.0 + 1), &(more, given), found);
        }
    }
}
