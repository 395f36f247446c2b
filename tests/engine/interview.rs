//! What a decision tells besides the outcome, and what is still to ask, beside a second reading of the same words.

use which_guarantee::{
    case::{AnswerId, Effect, Model, QuestionId},
    decide::{
        answers::Questions,
        decision::{Decision, Status},
        interview::{Choice, Choices, offered, unasked},
        rules::Readings,
        table::Table,
    },
};

use crate::support;

#[test]
fn the_contradictions_are_those_whose_answers_still_meet_when_their_turn_comes() {
    let case = support::case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    let mut some = 0;
    space.visit(space.open(), |world, chosen| {
        let named: Vec<AnswerId> = space.question_ids().map(|it| space.answer_in(world, it)).collect();
        let expected = contradictions(&case.model, named);
        some += u32::from(!expected.is_empty());
        assert_eq!(table.rules.contradictions(chosen), expected, "{chosen:?}");
        true
    });
    assert!(some > 0);
}

/// The same by hand: each normalisation in its turn, on what the ones before have left.
fn contradictions(model: &Model, mut world: Vec<AnswerId>) -> Vec<usize> {
    let mut met = Vec::new();
    for (index, it) in model.normalisations.iter().enumerate() {
        if !it.when.iter().all(|(question, answers)| answers.contains(&world[question.index()])) {
            continue;
        }
        match it.effect {
            Effect::Set(question, answer) => {
                met.push(index);
                world[question.index()] = answer;
            }
            Effect::Idle(question) => world[question.index()] = model.question(question).article_value,
        }
    }
    met
}

#[test]
fn a_ranking_begins_with_the_headline_and_goes_on_with_what_lacks_least() {
    let case = support::case();
    let model = &case.model;
    let table = Table::build(model, Readings::BASE);
    for world in model.guarantee_ids().flat_map(|it| table.canonical_worlds(it)) {
        let decision = Decision::of(model, &table, *world);
        let chosen: Vec<_> = decision.ranking.iter().filter(|it| !model.guarantee(it.guarantee).never).collect();
        assert_eq!(chosen[0].guarantee, decision.headline);
        assert!(chosen[1..].is_sorted_by_key(|it| (it.missing.len(), it.steps)), "{world:?}");
    }
}

#[test]
fn what_would_stand_until_then_is_the_first_that_is_possible_too_and_takes_no_time() {
    let case = support::case();
    let model = &case.model;
    let table = Table::build(model, Readings::BASE);
    let mut told = 0;
    for world in model.guarantee_ids().flat_map(|it| table.canonical_worlds(it)) {
        let decision = Decision::of(model, &table, *world);
        let also = decision.ranking.iter().filter(|it| it.status == Status::AlsoPossible).map(|it| it.guarantee);
        let first = also.into_iter().find(|it| !model.guarantee(*it).interim);
        let expected = first.filter(|_| model.guarantee(decision.headline).interim);
        assert_eq!(decision.interim, expected, "{world:?}");
        told += u32::from(expected.is_some());
    }
    assert!(told > 0);
}

#[test]
fn unasked_is_what_nobody_was_asked_and_could_be() {
    let case = support::case();
    let table = Table::build(&case.model, Readings::BASE);
    let rules = &table.rules;
    let choices = |question: QuestionId| {
        let answers = rules.space.answer_ids(question).map(Choice::Answer);
        answers.chain([Choice::Unasked, Choice::Unsure]).map(move |it| (question, it))
    };
    let questions: Vec<QuestionId> = rules.space.question_ids().collect();
    for first in questions.iter().flat_map(|it| choices(*it)) {
        for second in questions.iter().filter(|it| **it > first.0).flat_map(|it| choices(*it)) {
            let made = Choices::none(rules).with(first.0, first.1).with(second.0, second.1);
            let answers = made.answers(rules);
            let mut expected = Questions::default();
            for question in &questions {
                let is_open = rules.space.answer(answers, *question).is_none();
                let is_left_open = made.get(*question) == Choice::Unsure;
                let has_a_choice = offered(rules, &made, *question).len() > 1;
                if is_open && !is_left_open && has_a_choice && !rules.is_idle(answers, *question) {
                    expected.insert(*question);
                }
            }
            assert_eq!(unasked(rules, &made, answers), expected, "{first:?} {second:?}");
        }
    }
}
