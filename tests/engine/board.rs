//! The board, cell by cell, against the decision that each cell stands for, and the changes that a reader can take.

use which_guarantee::{
    case::Model,
    decide::{
        board::Board,
        decision::Decision,
        explain::counterfactuals::{changes, taking},
        interview::{Choice, Choices, offered, remaining},
        rules::Readings,
        table::Table,
    },
};

use crate::support::case;

#[test]
fn every_cell_says_what_the_decision_says_once_it_is_chosen() {
    let model = case().model;
    for readings in [0, 1, 4, 16, 64, 128].map(Readings) {
        let table = Table::build(&model, readings);
        let mut seen = 0;
        for choices in up_to_two(&table) {
            let decision = decided(&model, &table, &choices);
            let board = board(&model, &table, &choices, &decision);
            for row in &board.rows {
                let on_offer = offered(&table.rules, &choices, row.question);
                let answers = table.rules.space.answer_ids(row.question).map(Choice::Answer);
                let all: Vec<Choice> = answers.chain([Choice::Unsure]).collect();
                assert_eq!(row.cells.iter().map(|it| it.choice).collect::<Vec<_>>(), all);
                for cell in &row.cells {
                    let after = decided(&model, &table, &choices.with(row.question, cell.choice));
                    assert_eq!((cell.headline, cell.settled), (after.headline, after.is_settled()), "{cell:?}");
                    let contradicts = matches!(cell.choice, Choice::Answer(it) if !on_offer.contains(&it));
                    assert_eq!(cell.offered, !contradicts, "{cell:?}");
                    if cell.chosen || cell.assumed {
                        assert_eq!(cell.headline, decision.headline, "what holds now: {cell:?}");
                    }
                    seen += 1;
                }
                let chosen = row.cells.iter().filter(|it| it.chosen).count();
                let aside = choices.set_aside(&table.rules).contains(row.question);
                assert_eq!(chosen, usize::from(!aside), "one is chosen, unless it is set aside");
            }
        }
        assert!(seen > 10_000);
    }
}

#[test]
fn no_answer_to_a_question_without_a_row_changes_the_outcome() {
    let model = case().model;
    let table = Table::build(&model, Readings::BASE);
    let mut left_out = 0;
    for choices in up_to_two(&table) {
        let decision = decided(&model, &table, &choices);
        let board = board(&model, &table, &choices, &decision);
        for question in board.left_out.ids() {
            for answer in offered(&table.rules, &choices, question) {
                let after = decided(&model, &table, &choices.with(question, Choice::Answer(answer)));
                assert_eq!(after.headline, decision.headline, "{choices:?} {question:?}");
                left_out += 1;
            }
        }
        assert_eq!(board.rows.len() as u32 + board.left_out.len(), model.questions.len() as u32);
    }
    assert!(left_out > 1_000);
}

#[test]
fn taking_a_change_leads_to_the_option_that_it_is_for() {
    let model = case().model;
    let table = Table::build(&model, Readings::BASE);
    let mut taken = 0;
    for choices in up_to_two(&table) {
        let decision = decided(&model, &table, &choices);
        for to in model.choosable() {
            for change in changes(&table, decision.world, to, table.rules.space.open()) {
                let answers = taking(&model, &table, &choices, (decision.world, to), &change);
                let after = decided(&model, &table, &choices.answered(&answers));
                assert_eq!(after.headline, to, "{choices:?} {change:?}");
                taken += 1;
            }
        }
    }
    assert!(taken > 5_000, "{taken}");
}

fn decided(model: &Model, table: &Table, choices: &Choices) -> Decision {
    Decision::of(model, table, choices.answers(&table.rules))
}

fn board(model: &Model, table: &Table, choices: &Choices, decision: &Decision) -> Board {
    Board::of(model, table, choices, decision, remaining(&table.rules, choices, decision))
}

/// Nothing chosen, and every choice to one question or to two, those among them that contradict each other.
fn up_to_two(table: &Table) -> Vec<Choices> {
    let space = &table.rules.space;
    let choices = || {
        space.question_ids().flat_map(|question| {
            space.answer_ids(question).map(Choice::Answer).chain([Choice::Unsure]).map(move |it| (question, it))
        })
    };
    let none = Choices::none(&table.rules);
    let mut all = vec![none.clone()];
    for (first, choice) in choices() {
        let one = none.with(first, choice);
        all.extend(choices().filter(|it| it.0 > first).map(|it| one.with(it.0, it.1)));
        all.push(one);
    }
    all
}
