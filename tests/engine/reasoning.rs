//! Reasons, what decides, origins and differences, each against a brute-force reading of its definition.

use std::collections::BTreeSet;

use which_guarantee::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{
        answers::{Answers, Questions},
        decision::Decision,
        explain::{
            contrast::difference,
            most_informative::{deciding, narrowing},
            preconditions::origin,
        },
        rules::Readings,
        table::Table,
    },
};

use crate::support::case;

#[test]
fn the_deciding_question_leaves_the_fewest_outcomes_on_average() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let mut checked = 0;
    for partial in partial_answers(&table, 3) {
        let decision = Decision::of(&case.model, &table, partial);
        let average = |question: QuestionId| {
            let left = narrowing(&table, decision.answers, question).answers;
            let sum: u32 = left.iter().map(|(_, possible)| possible.len()).sum();
            f64::from(sum) / left.len() as f64
        };
        let found = deciding(&table, decision.answers, decision.deciding);
        assert_eq!(found.is_none(), decision.is_settled(), "something decides as long as the outcome is open");
        if let Some(found) = found {
            let least = decision.deciding.ids().map(average).fold(f64::INFINITY, f64::min);
            assert!((average(found.question) - least).abs() < 1e-9);
            for (answer, possible) in found.answers {
                let after = table.rules.space.answered(decision.answers, found.question, answer);
                assert_eq!(possible, table.possible(after));
            }
            checked += 1;
        }
    }
    assert!(checked > 1_000);
}

#[test]
fn an_origin_names_what_all_worlds_of_a_guarantee_have_in_common() {
    let case = case();
    for readings in [0, 1, 4, 16, 64, 128].map(Readings) {
        let table = Table::build(&case.model, readings);
        let space = &table.rules.space;
        for guarantee in case.model.guarantee_ids() {
            let found = origin(&table, guarantee);
            let mut worlds = 0;
            space.visit(space.open(), |world, chosen| {
                if table.is_canonical(world) && table.outcome(world) == guarantee {
                    worlds += 1;
                    for (question, answers) in &found.certain {
                        let idle = table.rules.is_idle(chosen, *question);
                        assert!(idle || answers.contains(&space.answer_in(world, *question)));
                    }
                }
                true
            });
            assert_eq!(found.worlds, worlds);
            assert_eq!(found.ways.is_empty(), worlds == 0);
            for way in &found.ways {
                let answers =
                    way.iter().fold(space.open(), |it, (question, answer)| space.answered(it, *question, *answer));
                assert!(table.settles_on(answers, guarantee));
                for dropped in way {
                    assert!(
                        !table.settles_on(space.opened(answers, dropped.0), guarantee),
                        "a way has a needless answer"
                    );
                }
            }
        }
    }
}

#[test]
fn the_strongest_guarantee_needs_what_the_article_says_it_needs() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let found = origin(&table, GuaranteeId(0));
    let named: Vec<(&str, Vec<&str>)> = found.certain.iter().map(|it| named(&case.model, it)).collect();
    assert_eq!(named, [("war", vec!["peace", "victory"]), ("land", vec!["ceded", "all"]), ("nato", vec!["full"])]);
    assert_eq!(found.worlds, 729);
}

#[test]
fn a_difference_leads_to_the_other_outcome_and_no_part_of_it_does() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    let given: Vec<Answers> = table
        .rules
        .rows
        .iter()
        .flat_map(|it| table.canonical_worlds(it.guarantee).iter().copied().step_by(61))
        .collect();
    let taken = |one: Answers, other: Answers, questions: Questions| {
        questions.ids().fold(one, |it, question| {
            space.answered(it, question, space.answer(other, question).expect("a world answers every question"))
        })
    };
    let outcome = |it: Answers| table.outcome(space.world_of(it));
    let mut checked = 0;
    for one in &given {
        for other in given.iter().step_by(7) {
            let found = difference(&table, *one, *other);
            assert_eq!(found.is_empty(), outcome(*one) == outcome(*other));
            let sets: BTreeSet<Vec<u8>> = found.iter().map(|it| it.ids().map(|it| it.0).collect()).collect();
            assert_eq!(sets.len(), found.len());
            for questions in found {
                assert_eq!(outcome(taken(*one, *other, questions)), outcome(*other));
                for dropped in questions.ids() {
                    let mut fewer = questions;
                    fewer.toggle(dropped);
                    assert_ne!(outcome(taken(*one, *other, fewer)), outcome(*other));
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 1_000);
}

/// All sets of answers that answer at most this many questions.
fn partial_answers(table: &Table, most: usize) -> Vec<Answers> {
    let space = &table.rules.space;
    let mut partials = vec![(space.open(), 0)];
    for question in space.question_ids() {
        for (partial, count) in partials.clone() {
            if count < most {
                partials
                    .extend(space.answer_ids(question).map(|it| (space.answered(partial, question, it), count + 1)));
            }
        }
    }
    partials.into_iter().map(|it| it.0).collect()
}

fn named<'a>(model: &'a Model, (question, answers): &(QuestionId, Vec<AnswerId>)) -> (&'a str, Vec<&'a str>) {
    let question = model.question(*question);
    (question.id.as_str(), answers.iter().map(|it| question.answers[it.index()].as_str()).collect())
}
