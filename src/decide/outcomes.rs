//! The outcomes of all worlds and nothing else, several times sooner than a table has them: for programs that show or check
//! every combination.
//!
//! A walk through the questions carries the rows that can still hold. Where the same rows are left before the same question,
//! all that follows is the same and is copied, as equal parts of a decision diagram are shared (R. E. Bryant, *Graph-Based
//! Algorithms for Boolean Function Manipulation*, 1986, <https://doi.org/10.1109/TC.1986.1676819>).

use std::ops::Range;

use crate::{
    case::AnswerId,
    decide::{
        answers::Answers,
        rules::{Row, Rules},
        table::NO_OUTCOME,
    },
};

/// The outcome of every world, in their order: its position in the list of guarantees.
pub fn outcomes(rules: &Rules) -> Vec<u8> {
    let space = &rules.space;
    if rules.rows.len() > Rows::BITS as usize {
        let outcome = |it: Answers| rules.outcome(rules.normalise(it)).map_or(NO_OUTCOME, |it| it.0);
        let mut outcomes = Vec::with_capacity(space.worlds() as usize);
        space.visit(space.open(), |_, world| {
            outcomes.push(outcome(world));
            true
        });
        return outcomes;
    }
    let mut walk = Walk::of(rules);
    let (first, rest, count) = rules.parts();
    // The later questions stand still while the first are counted through.
    let still = space.question_ids().skip(count).fold(Answers::NONE, |all, it| all.or(space.only(it, AnswerId(0))));
    space.visit(first.or(still), |_, chosen| {
        let given = rules.normalise(chosen.both(first).or(rest));
        walk.through(count, walk.rows_where(|row| given.both(first).within(row.meets)));
        true
    });
    walk.outcomes
}

/// A set of rows, one bit each, the strongest lowest.
type Rows = u64;

struct Walk<'a> {
    rows: &'a [Row],
    /// For every question, from it to the last: the rows that each answer leaves.
    allowing: Vec<Vec<Rows>>,
    /// For every question, the rows that were left before it and the outcomes that followed.
    seen: Vec<Vec<(Rows, Range<usize>)>>,
    outcomes: Vec<u8>,
}

impl<'a> Walk<'a> {
    fn of(rules: &'a Rules) -> Self {
        let space = &rules.space;
        let mut walk = Self {
            rows: &rules.rows,
            allowing: Vec::new(),
            seen: vec![Vec::new(); space.question_ids().count()],
            outcomes: Vec::with_capacity(space.worlds() as usize),
        };
        for question in space.question_ids() {
            let allowing = |it| walk.rows_where(|row| space.only(question, it).within(row.meets));
            let allowing = space.answer_ids(question).map(allowing).collect();
            walk.allowing.push(allowing);
        }
        walk
    }

    fn rows_where(&self, holds: impl Fn(&Row) -> bool) -> Rows {
        self.rows.iter().enumerate().filter(|(_, row)| holds(row)).fold(0, |rows, (index, _)| rows | (1 << index))
    }

    /// Appends the outcomes of all answers to a question and to those after it, where these rows are left.
    fn through(&mut self, question: usize, left: Rows) {
        let Some(answers) = self.allowing.get(question).map(Vec::len) else {
            let outcome = self.rows.get(left.trailing_zeros() as usize).map_or(NO_OUTCOME, |it| it.guarantee.0);
            return self.outcomes.push(outcome);
        };
        if let Some((_, same)) = self.seen[question].iter().find(|it| it.0 == left) {
            return self.outcomes.extend_from_within(same.clone());
        }
        let start = self.outcomes.len();
        for answer in 0..answers {
            self.through(question + 1, left & self.allowing[question][answer]);
        }
        self.seen[question].push((left, start..self.outcomes.len()));
    }
}
