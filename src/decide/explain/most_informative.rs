//! The most informative question: the open one whose answer narrows the possible outcomes most.

use crate::{
    case::{AnswerId, QuestionId},
    decide::{
        answers::{Answers, Guarantees, Questions},
        table::Table,
    },
};

/// How the answers to one open question narrow what is possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    pub question: QuestionId,
    /// For each answer on offer, in order, what stays possible with it.
    pub answers: Vec<(AnswerId, Guarantees)>,
}

/// The question among `open` that narrows the possible outcomes most: the one that leaves fewest on the average of its
/// answers, of equal ones the first in the order of asking. None where no answer to any of them narrows anything.
///
/// Method: the possible set after each answer, exactly, from the table; an average over answers, not a probability.
pub fn deciding(table: &Table, answers: Answers, open: Questions) -> Option<Narrowing> {
    let now = table.possible(answers).len();
    let mut best: Option<Narrowing> = None;
    for question in open.ids() {
        let narrowing = narrowing(table, answers, question);
        let narrows = narrowing.answers.iter().any(|(_, possible)| possible.len() < now);
        if narrows && best.as_ref().is_none_or(|it| narrowing.leaves_less_than(it)) {
            best = Some(narrowing);
        }
    }
    best
}

/// How each answer to a question that does not contradict the others would narrow the possible outcomes.
pub fn narrowing(table: &Table, answers: Answers, question: QuestionId) -> Narrowing {
    let rules = &table.rules;
    let answers = rules
        .space
        .answer_ids(question)
        .map(|it| (it, rules.space.answered(answers, question, it)))
        .filter(|(_, after)| !rules.contradicts(*after))
        .map(|(answer, after)| (answer, table.possible(after)))
        .collect();
    Narrowing { question, answers }
}

impl Narrowing {
    /// Compares the averages of what stays possible, in whole numbers.
    fn leaves_less_than(&self, other: &Self) -> bool {
        self.left() * (other.answers.len() as u32) < other.left() * (self.answers.len() as u32)
    }

    fn left(&self) -> u32 {
        self.answers.iter().map(|(_, possible)| possible.len()).sum()
    }
}
