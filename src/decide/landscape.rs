//! The landscape: the outcomes of many worlds at once, with two or three questions as edges and every other answer
//! as it stands.

use crate::{
    case::{AnswerId, Axes, GuaranteeId, Model, QuestionId},
    decide::{
        answers::{Answers, Questions},
        decision::headline_world,
        interview::{Choice, Choices},
        table::Table,
    },
};

/// A grid of worlds around a reader's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landscape {
    pub axes: Axes,
    /// In the case's order; those of one answer across stand side by side.
    pub columns: Vec<LandscapeColumn>,
    pub rows: Vec<LandscapeRow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LandscapeColumn {
    pub across: AnswerId,
    /// None where only one question goes across.
    pub within: Option<AnswerId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LandscapeRow {
    pub down: AnswerId,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// One combination of the answers at the edges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The answers at the edges; taking them moves the reader here.
    pub answers: Vec<(QuestionId, AnswerId)>,
    /// None where these answers contradict each other, or an answer at no edge that was given before them.
    pub outcome: Option<CellOutcome>,
    /// It is the cell of the headline's world.
    pub here: bool,
    /// Moving here would change an answer that the reader has pinned.
    pub excluded: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellOutcome {
    /// Other open answers take their starting value (`article_value`).
    pub headline: GuaranteeId,
    /// The outcome is the same whatever the open answers are.
    pub settled: bool,
}

impl Landscape {
    /// `world` is the headline's world; `pinned` the questions whose answers the reader has pinned.
    pub fn of(model: &Model, table: &Table, choices: &Choices, world: Answers, pinned: Questions, axes: Axes) -> Self {
        let space = &table.rules.space;
        let now = choices.answers(&table.rules);
        let within: Vec<Option<AnswerId>> = match axes.within {
            Some(question) => space.answer_ids(question).map(Some).collect(),
            None => vec![None],
        };
        let column = |across: AnswerId| within.iter().map(move |it| LandscapeColumn { across, within: *it });
        let columns: Vec<LandscapeColumn> = space.answer_ids(axes.across).flat_map(column).collect();
        let cell = |down: AnswerId, column: &LandscapeColumn| {
            let mut answers = vec![(axes.across, column.across), (axes.down, down)];
            answers.extend(axes.within.zip(column.within));
            answers.sort_unstable();
            let moved = choices.answered(&answers);
            let counted = moved.answers(&table.rules);
            let fits = |(question, answer): &(QuestionId, AnswerId)| space.answer(counted, *question) == Some(*answer);
            let possible = answers.iter().all(fits);
            let outcome = possible.then(|| CellOutcome {
                headline: table.outcome(space.world_of(headline_world(model, table, counted))),
                settled: table.is_settled(counted),
            });
            let here = answers.iter().all(|(question, answer)| space.answer(world, *question) == Some(*answer));
            let excluded = pinned.ids().any(|it| {
                let before = space.answer(now, it);
                before.is_some() && space.answer(counted, it) != before
            });
            Cell { answers, outcome, here, excluded }
        };
        let row = |down| LandscapeRow { down, cells: columns.iter().map(|it| cell(down, it)).collect() };
        let rows = space.answer_ids(axes.down).map(row).collect();
        Self { axes, columns, rows }
    }

    /// The nearest cell in a direction that a reader can move to; none at the edge.
    /// `step` is rows down and columns across, each -1, 0 or 1.
    pub fn next(&self, from: (usize, usize), step: (isize, isize)) -> Option<(usize, usize)> {
        let mut place = from;
        loop {
            place = (place.0.checked_add_signed(step.0)?, place.1.checked_add_signed(step.1)?);
            if self.rows.get(place.0)?.cells.get(place.1)?.is_open() {
                return Some(place);
            }
        }
    }
}

impl Cell {
    /// Whether a reader can move here.
    pub fn is_open(&self) -> bool {
        self.outcome.is_some() && !self.excluded
    }
}

impl Choices {
    /// These answers given, whatever was chosen before; the rest as it is.
    pub fn answered(&self, answers: &[(QuestionId, AnswerId)]) -> Self {
        answers.iter().fold(self.clone(), |it, (question, answer)| it.with(*question, Choice::Answer(*answer)))
    }
}

impl Axes {
    /// Puts another question at one edge. If that question was at another edge, the two change places. Nothing changes
    /// if across or down would be left without a question.
    pub fn with(self, edge: Edge, question: Option<QuestionId>) -> Self {
        let before = self.at(edge);
        if !self.offers(edge, question) {
            return self;
        }
        let mut next = self;
        for other in [Edge::Across, Edge::Down, Edge::Within] {
            if other != edge && question.is_some() && self.at(other) == question {
                next = next.set(other, before);
            }
        }
        next.set(edge, question)
    }

    /// Whether a question can be put at an edge.
    pub fn offers(self, edge: Edge, question: Option<QuestionId>) -> bool {
        match edge {
            Edge::Across | Edge::Down => question.is_some(),
            Edge::Within => self.within.is_some() || ![Some(self.across), Some(self.down)].contains(&question),
        }
    }

    pub fn at(self, edge: Edge) -> Option<QuestionId> {
        match edge {
            Edge::Across => Some(self.across),
            Edge::Down => Some(self.down),
            Edge::Within => self.within,
        }
    }

    /// Across and down always have a question; only the third may have none.
    fn set(self, edge: Edge, question: Option<QuestionId>) -> Self {
        match (edge, question) {
            (Edge::Across, Some(across)) => Self { across, ..self },
            (Edge::Down, Some(down)) => Self { down, ..self },
            (Edge::Within, within) => Self { within, ..self },
            (Edge::Across | Edge::Down, None) => self,
        }
    }
}

/// A place for a question at the landscape's edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Across,
    Down,
    /// Inside each answer of the question that goes across.
    Within,
}
