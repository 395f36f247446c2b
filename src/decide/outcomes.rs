//! The outcomes of all worlds and nothing else, several times sooner than a table has them: for programs that show or check
//! every combination.
//!
//! A search through the questions carries the rows that can still hold. Where the same rows are left before the same question,
//! all that follows is the same and is copied, as equal parts of a decision diagram are shared (R. E. Bryant, *Graph-Based
//! Algorithms for Boolean Function Manipulation*, 1986, <https://doi.org/10.1109/TC.1986.1676819>).

use std::ops::Range;

use crate::{
    case::QuestionId,
    decide::{
        answers::{Answers, World},
        rules::Rules,
        table::NO_OUTCOME,
    },
};

/// The outcome of every world, in their order: its position in the list of guarantees. None where there are more rows than
/// a set of them can hold; the table has their outcomes.
pub fn outcomes(rules: &Rules) -> Option<Vec<u8>> {
    if rules.rows.len() > Rows::BITS as usize {
        return None;
    }
    let space = &rules.space;
    let (first, rest, count) = rules.parts();
    let mut search = Search { rules, seen: vec![Vec::new(); space.question_ids().count()], outcomes: Vec::new() };
    while search.outcomes.len() < space.worlds() as usize {
        let next = space.answers_of(World(search.outcomes.len() as u32));
        let normalised = rules.normalise(next.both(first).or(rest));
        search.through(count, search.left_by(normalised.both(first)));
    }
    Some(search.outcomes)
}

/// A set of rows, one bit each, the strongest lowest.
type Rows = u64;

struct Search<'a> {
    rules: &'a Rules,
    /// For every question, the rows that were left before it and the outcomes that followed.
    seen: Vec<Vec<(Rows, Range<usize>)>>,
    outcomes: Vec<u8>,
}

impl Search<'_> {
    /// The rows that hold with these answers, whatever is answered to the other questions.
    fn left_by(&self, answers: Answers) -> Rows {
        let rows = self.rules.rows.iter().rev();
        rows.fold(0, |left, row| left << 1 | Rows::from(answers.within(row.meets)))
    }

    /// Appends the outcomes of all answers to a question and to those after it, where these rows are left.
    fn through(&mut self, question: usize, left: Rows) {
        let Some(seen) = self.seen.get(question) else {
            let outcome = self.rules.rows.get(left.trailing_zeros() as usize).map_or(NO_OUTCOME, |it| it.guarantee.0);
            return self.outcomes.push(outcome);
        };
        if let Some((_, same)) = seen.iter().find(|it| it.0 == left) {
            return self.outcomes.extend_from_within(same.clone());
        }
        let start = self.outcomes.len();
        let id = QuestionId(question as u8);
        for answer in self.rules.space.answer_ids(id) {
            let left = left & self.left_by(self.rules.space.only(id, answer));
            self.through(question + 1, left);
        }
        self.seen[question].push((left, start..self.outcomes.len()));
    }
}
