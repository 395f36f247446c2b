//! Guarantees side by side, and walks that start from somebody else's answers, each against its definition.

use std::collections::BTreeMap;

use which_guarantee::{
    case::{AnswerId, ConditionId, GuaranteeId, Model, QuestionId, permalink},
    decide::{
        answers::{Answers, Guarantees, World},
        comparison::{Compared, NeedState, compare, preselected},
        decision::{Decision, Status, headline_world},
        interview::{Choice, Choices},
        rules::Readings,
        starting_point::{changed, in_full},
        table::Table,
    },
};

use crate::support::case;

#[test]
fn under_a_whole_world_the_missing_conditions_are_those_of_the_decision() {
    let case = case();
    let model = &case.model;
    let table = Table::build(model, Readings::BASE);
    let space = &table.rules.space;
    for world in (0..space.worlds()).map(World).filter(|it| table.is_canonical(*it)) {
        let decision = Decision::of(model, &table, space.answers_of(world));
        for column in compare(model, &table, &decision, all(model)) {
            let in_state = |state| conditions(&column, state);
            assert_eq!(in_state(NeedState::Missing), decision.standing(column.guarantee).missing);
            assert_eq!(in_state(NeedState::Open), [], "a world leaves nothing open");
        }
    }
}

#[test]
fn a_condition_is_open_where_completions_disagree_on_it() {
    let case = case();
    let model = &case.model;
    let mut checked = [0; 3];
    for readings in [0, 2, 64].map(Readings) {
        let table = Table::build(model, readings);
        for answers in partial_answers(&table) {
            let decision = Decision::of(model, &table, answers);
            for column in compare(model, &table, &decision, all(model)) {
                for need in &column.needs {
                    let (mut holds, mut fails) = (false, false);
                    let condition = model.condition(need.condition);
                    table.completions(decision.answers, |world, _| {
                        let counted = table.rules.normalise(world);
                        let answer = table.rules.space.answer(counted, condition.question).expect("a world");
                        if condition.answers.contains(&answer) {
                            holds = true;
                        } else {
                            fails = true;
                        }
                        !(holds && fails)
                    });
                    let expected = match (holds, fails) {
                        (true, false) => NeedState::Met,
                        (false, true) => NeedState::Missing,
                        _ => NeedState::Open,
                    };
                    assert_eq!(need.state, expected);
                    checked[expected as usize] += 1;
                }
            }
        }
    }
    assert!(checked.iter().all(|it| *it > 100), "{checked:?}");
}

#[test]
fn the_outcome_and_the_strongest_near_one_are_chosen_at_first() {
    let case = case();
    let model = &case.model;
    for readings in [0, 16, 64].map(Readings) {
        let table = Table::build(model, readings);
        for answers in partial_answers(&table) {
            let decision = Decision::of(model, &table, answers);
            let chosen = preselected(model, &table, &decision);
            assert!(chosen.contains(decision.headline));
            assert_eq!(chosen.len(), 2);
            let is_near =
                |it: &GuaranteeId| matches!(decision.standing(*it).status, Status::Open | Status::OneAnswerAway);
            if let Some(strongest) = table.rules.rows.iter().map(|it| it.guarantee).find(is_near) {
                assert!(chosen.contains(strongest));
            }
        }
    }
}

#[test]
fn a_fifth_guarantee_is_refused_and_any_can_be_taken_away() {
    let ids = GuaranteeId::all(12);
    let four = ids.clone().take(4).fold(Guarantees::default(), Guarantees::toggled);
    assert_eq!(four.len(), 4);
    for fifth in ids.skip(4) {
        assert_eq!(four.toggled(fifth), four);
        let swapped = four.toggled(GuaranteeId(0)).toggled(fifth);
        assert!(swapped.len() == 4 && swapped.contains(fifth) && !swapped.contains(GuaranteeId(0)));
    }
}

#[test]
fn a_guarantee_depends_on_those_who_decide_its_questions() {
    let case = case();
    let model = &case.model;
    let table = Table::build(model, Readings::BASE);
    let decision = Decision::of(model, &table, table.rules.space.open());
    let columns = compare(model, &table, &decision, all(model));
    let said = |guarantee: &str| {
        let column = columns.iter().find(|it| model.guarantee(it.guarantee).id == guarantee).expect("it is compared");
        let actor = |(actor, questions): &(_, Vec<QuestionId>)| {
            let actor: &which_guarantee::case::ActorId = actor;
            let questions: Vec<&str> = questions.iter().map(|it| model.question(*it).id.as_str()).collect();
            format!("{}: {}", model.actors[actor.index()], questions.join(" "))
        };
        column.actors.iter().map(actor).collect::<Vec<_>>()
    };
    assert_eq!(said("nato_full"), ["kyiv: war land", "moscow: war land", "allies: nato"]);
    assert_eq!(said("porcupine"), ["kyiv: society", "washington: supply", "partners: supply"]);
    assert_eq!(
        said("us_pact"),
        ["kyiv: war", "moscow: war", "washington: us supply", "partners: supply", "world: backing"]
    );
    assert_eq!(said("paper"), [""; 0]);
    assert_eq!(said("nuclear"), [""; 0]);
    for column in &columns {
        for (actor, questions) in &column.actors {
            for question in questions {
                assert!(model.question(*question).decided_by.contains(actor));
                assert!(column.needs.iter().any(|it| model.condition(it.condition).question == *question));
            }
        }
    }
}

#[test]
fn every_precedent_in_full_is_a_link_that_leads_where_its_analogy_does() {
    let case = case();
    let model = &case.model;
    let table = Table::build(model, Readings::BASE);
    let rules = &table.rules;
    for precedent in &case.background.precedents {
        let full = in_full(model, &precedent.answers);
        let link = permalink::parse(model, &permalink::format(model, &full, &[]));
        assert_eq!((&link.answers, link.dropped), (&full, 0));
        let choices = Choices::of(rules, &full);
        assert_eq!(changed(model, &choices, &full), 0, "{} contradicts itself", precedent.id);
        let named = precedent
            .answers
            .iter()
            .fold(rules.space.open(), |it, (question, answer)| rules.space.answered(it, *question, *answer));
        let decision = Decision::of(model, &table, choices.answers(rules));
        assert_eq!(decision.world, headline_world(model, &table, named), "{}", precedent.id);
    }
}

/// So the page must be able to name more than one.
#[test]
fn only_two_pairs_of_precedents_share_their_answers() {
    let case = case();
    let mut by_answers: BTreeMap<Vec<(QuestionId, AnswerId)>, Vec<&str>> = BTreeMap::new();
    for precedent in &case.background.precedents {
        by_answers.entry(in_full(&case.model, &precedent.answers)).or_default().push(&precedent.id);
    }
    let shared: Vec<_> = by_answers.into_values().filter(|it| it.len() > 1).collect();
    assert_eq!(shared, [["georgia_2008", "ukraine_2015"], ["austria_1955", "ukraine_1994"]]);
}

#[test]
fn every_answer_that_a_reader_changes_counts_once() {
    let case = case();
    let model = &case.model;
    let rules = Table::build(model, Readings::BASE).rules;
    for preset in &model.presets {
        let started = Choices::of(&rules, &preset.answers);
        assert_eq!(changed(model, &started, &preset.answers), 0);
        for question in model.question_ids() {
            let before = started.get(question);
            for answer in rules.space.answer_ids(question) {
                let now = started.with(question, Choice::Answer(answer));
                let expected = u32::from(before != Choice::Answer(answer));
                assert_eq!(changed(model, &now, &preset.answers), expected);
            }
            let unsure = started.with(question, Choice::Unsure);
            assert_eq!(changed(model, &unsure, &preset.answers), u32::from(matches!(before, Choice::Answer(_))));
        }
    }
}

fn all(model: &Model) -> Guarantees {
    let mut all = Guarantees::default();
    model.guarantee_ids().for_each(|it| all.insert(it));
    all
}

fn conditions(column: &Compared, state: NeedState) -> Vec<ConditionId> {
    column.needs.iter().filter(|it| it.state == state).map(|it| it.condition).collect()
}

/// Nothing answered, and all sets of answers to one or two questions.
fn partial_answers(table: &Table) -> Vec<Answers> {
    let space = &table.rules.space;
    let mut found = vec![space.open()];
    for first in space.question_ids() {
        for one in space.answer_ids(first) {
            let answered = space.answered(space.open(), first, one);
            found.push(answered);
            for second in space.question_ids().filter(|it| *it > first) {
                found.extend(space.answer_ids(second).map(|it| space.answered(answered, second, it)));
            }
        }
    }
    found
}
