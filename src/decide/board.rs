//! The board: where every answer to every question would lead alone, all other answers as they stand.

use crate::{
    case::{GuaranteeId, Model, QuestionId},
    decide::{
        answers::{Answers, Questions},
        decision::{Decision, headline_world},
        interview::{Choice, Choices, is_asked, offered},
        table::Table,
    },
};

/// The rows, in the order of asking, and the questions that have none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    pub rows: Vec<BoardRow>,
    /// Questions without a row: no answer to them can change the outcome.
    pub left_out: Questions,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    pub question: QuestionId,
    /// The answers in the case's order, and "not sure" at the end.
    pub cells: Vec<BoardCell>,
}

/// One answer to the question of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoardCell {
    /// An answer, or "not sure".
    pub choice: Choice,
    /// It contradicts no earlier answer.
    pub offered: bool,
    /// The outcome with this choice. Other open answers take their starting value (`article_value`).
    pub headline: GuaranteeId,
    /// That outcome is the same whatever the open answers are.
    pub settled: bool,
    /// It is what the reader has chosen.
    pub chosen: bool,
    /// The answer stands in for one that is open.
    pub assumed: bool,
}

impl Board {
    /// `remaining` are the questions still to ask. A question has a row if an answer to it counts, is "not sure", is set
    /// aside or still to come.
    pub fn of(model: &Model, table: &Table, choices: &Choices, decision: &Decision, remaining: Questions) -> Self {
        let rules = &table.rules;
        let aside = choices.set_aside(rules);
        let mut left_out = Questions::default();
        let mut rows = Vec::new();
        for question in rules.space.question_ids() {
            let asked = is_asked(rules, choices, decision.answers, question) || aside.contains(question);
            let counts = !rules.is_idle(decision.answers, question);
            if remaining.contains(question) || (asked && counts) {
                rows.push(row(model, table, choices, decision.world, question));
            } else {
                left_out.insert(question);
            }
        }
        Self { rows, left_out }
    }
}

/// The outcome with this choice, all others as they stand, and whether it is final. Other open answers take their
/// starting value (`article_value`).
pub fn lead(
    model: &Model,
    table: &Table,
    choices: &Choices,
    question: QuestionId,
    choice: Choice,
) -> (GuaranteeId, bool) {
    let counted = choices.with(question, choice).answers(&table.rules);
    let world = table.rules.space.world_of(headline_world(model, table, counted));
    (table.outcome(world), table.is_settled(counted))
}

fn row(model: &Model, table: &Table, choices: &Choices, world: Answers, question: QuestionId) -> BoardRow {
    let rules = &table.rules;
    let space = &rules.space;
    let now = choices.get(question);
    let is_aside = choices.set_aside(rules).contains(question);
    let is_open = !matches!(now, Choice::Answer(_));
    let offered = offered(rules, choices, question);
    let cell = |choice: Choice| {
        let (headline, settled) = lead(model, table, choices, question, choice);
        BoardCell {
            choice,
            offered: !matches!(choice, Choice::Answer(it) if !offered.contains(&it)),
            headline,
            settled,
            chosen: (choice == now && !is_aside) || (choice == Choice::Unsure && now == Choice::Unasked),
            assumed: is_open && space.answer(world, question).map(Choice::Answer) == Some(choice),
        }
    };
    let answers = space.answer_ids(question).map(Choice::Answer);
    BoardRow { question, cells: answers.chain([Choice::Unsure]).map(cell).collect() }
}
