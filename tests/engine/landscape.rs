//! The landscape against the decision that each of its cells stands for.

use which_guarantee::{
    case::{Axes, Model, QuestionId},
    decide::{
        answers::Questions,
        decision::Decision,
        interview::{Choice, Choices},
        landscape::{Edge, Landscape},
        rules::Readings,
        table::Table,
    },
};

use crate::support::case;

#[test]
fn every_cell_says_what_the_decision_says_once_the_reader_has_moved_there() {
    let model = case().model;
    let table = Table::build(&model, Readings::BASE);
    for choices in beginnings(&model, &table) {
        for axes in all_axes(&model) {
            let grid = around(&model, &table, &choices, Questions::default(), axes);
            let mut here = 0;
            for cell in grid.rows.iter().flat_map(|it| &it.cells) {
                let moved = choices.answered(&cell.answers);
                let set_aside = moved.set_aside(&table.rules);
                let fits = cell.answers.iter().all(|(question, _)| !set_aside.contains(*question));
                assert_eq!(cell.outcome.is_some(), fits, "{cell:?}");
                let Some(outcome) = cell.outcome else { continue };
                let decision = Decision::of(&model, &table, moved.answers(&table.rules));
                assert_eq!((outcome.headline, outcome.settled), (decision.headline, decision.is_settled()), "{cell:?}");
                assert!(!cell.excluded, "nothing is taken as given");
                here += usize::from(cell.here);
            }
            assert_eq!(here, 1, "the reader is in one cell: {axes:?}");
        }
    }
}

#[test]
fn cells_that_change_an_answer_taken_as_given_are_excluded_and_no_others() {
    let model = case().model;
    let table = Table::build(&model, Readings::BASE);
    for choices in beginnings(&model, &table) {
        let answers = choices.answers(&table.rules);
        for pinned in model.question_ids() {
            let mut questions = Questions::default();
            questions.insert(pinned);
            for axes in all_axes(&model).into_iter().filter(|it| it.within.is_none()) {
                let grid = around(&model, &table, &choices, questions, axes);
                for cell in grid.rows.iter().flat_map(|it| &it.cells) {
                    let moved = choices.answered(&cell.answers).answers(&table.rules);
                    let before = table.rules.space.answer(answers, pinned);
                    let kept = before.is_none() || table.rules.space.answer(moved, pinned) == before;
                    assert_eq!(cell.excluded, !kept, "{cell:?}");
                }
            }
        }
    }
}

#[test]
fn the_arrow_keys_lead_to_the_nearest_open_cell_and_to_no_other() {
    let model = case().model;
    let table = Table::build(&model, Readings::BASE);
    for choices in beginnings(&model, &table) {
        for axes in all_axes(&model).into_iter().filter(|it| it.within.is_none()) {
            let mut pinned = Questions::default();
            pinned.insert(QuestionId(1));
            let grid = around(&model, &table, &choices, pinned, axes);
            for (row, line) in grid.rows.iter().enumerate() {
                let is_open = |it: &usize| line.cells[*it].outcome.is_some() && !line.cells[*it].excluded;
                let open: Vec<usize> = (0..line.cells.len()).filter(is_open).collect();
                for column in 0..line.cells.len() {
                    let right = open.iter().copied().find(|it| *it > column).map(|it| (row, it));
                    let left = open.iter().copied().rev().find(|it| *it < column).map(|it| (row, it));
                    assert_eq!(grid.next((row, column), (0, 1)), right);
                    assert_eq!(grid.next((row, column), (0, -1)), left);
                }
            }
        }
    }
}

#[test]
fn a_question_is_never_at_two_edges() {
    let model = case().model;
    for axes in all_axes(&model) {
        for edge in [Edge::Across, Edge::Down, Edge::Within] {
            for question in model.question_ids().map(Some).chain([None]) {
                let Axes { across, down, within } = axes.with(edge, question);
                assert!(
                    across != down && within != Some(across) && within != Some(down),
                    "{axes:?} {edge:?} {question:?}"
                );
                // What stands at another edge leaves its place to what was here; across and down need something there.
                let elsewhere = [Edge::Across, Edge::Down, Edge::Within]
                    .into_iter()
                    .find(|it| *it != edge && question.is_some() && axes.at(*it) == question);
                let can_be = match elsewhere {
                    Some(Edge::Within) => true,
                    Some(_) => axes.at(edge).is_some(),
                    None => edge == Edge::Within || question.is_some(),
                };
                assert_eq!(axes.offers(edge, question), can_be, "{axes:?} {edge:?} {question:?}");
                let next = axes.with(edge, question);
                assert_eq!(next.at(edge), if can_be { question } else { axes.at(edge) });
                if let Some(other) = elsewhere.filter(|_| can_be) {
                    assert_eq!(next.at(other), axes.at(edge));
                }
            }
        }
    }
}

fn around(model: &Model, table: &Table, choices: &Choices, pinned: Questions, axes: Axes) -> Landscape {
    let world = Decision::of(model, table, choices.answers(&table.rules)).world;
    Landscape::of(model, table, choices, world, pinned, axes)
}

/// Nothing answered, and every single answer.
fn beginnings(model: &Model, table: &Table) -> Vec<Choices> {
    let none = Choices::none(&table.rules);
    let single = model.question_ids().flat_map(|question| {
        let none = &none;
        table
            .rules
            .space
            .answer_ids(question)
            .map(move |it| none.with(question, Choice::Answer(it)))
            .collect::<Vec<_>>()
    });
    single.chain([none.clone()]).collect()
}

/// Every pair of questions, and every first pair divided by every third.
fn all_axes(model: &Model) -> Vec<Axes> {
    let ids: Vec<QuestionId> = model.question_ids().collect();
    let mut all = Vec::new();
    for across in &ids {
        for down in ids.iter().filter(|it| *it != across) {
            all.push(Axes { across: *across, down: *down, within: None });
        }
        let down = ids[usize::from(across.0 == 0)];
        let thirds = ids.iter().filter(|it| *it != across && **it != down);
        all.extend(thirds.map(|it| Axes { across: *across, down, within: Some(*it) }));
    }
    all
}
