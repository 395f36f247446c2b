//! The small case, and every change of its rules that is as easily made.

use which_guarantee::{
    case::{
        Amendment, AnswerId, ConditionId, Effect, Kind, Model, Normalisation, QuestionId,
        load::{Loaded, load},
    },
    decide::{rules::Readings, table::Table},
};

use crate::support::files_of;

pub struct Variation {
    pub name: String,
    pub model: Model,
    /// Every world has an outcome.
    pub is_complete: bool,
    /// What contradicts or is idle differs from the other variations.
    pub is_about_asking: bool,
}

/// The example that GUIDE.md leads to: 162 worlds.
pub fn small() -> Loaded {
    load(&files_of("tests/cases/river")).expect("the case is whole")
}

/// The case as it is, and with one thing changed.
pub fn variations() -> Vec<Variation> {
    let model = small().model;
    let mut all = Vec::new();
    let mut add = |name: String, is_about_asking: bool, change: &dyn Fn(&mut Model)| {
        let mut model = model.clone();
        change(&mut model);
        let is_complete = Table::build(&model, Readings::BASE).rules.rows.iter().any(|it| it.needs.is_empty());
        all.push(Variation { name, model, is_complete, is_about_asking });
    };
    add("as it is".to_owned(), true, &|_| {});
    for (index, condition) in model.conditions.iter().enumerate() {
        let answers = model.question(condition.question).answers.len();
        for set in 1..(1_u32 << answers) - 1 {
            let allowed: Vec<AnswerId> = AnswerId::all(answers).filter(|it| set & (1 << it.0) != 0).collect();
            add(format!("{} with {allowed:?}", condition.id), false, &|it| {
                it.conditions[index].answers.clone_from(&allowed);
            });
        }
    }
    for (index, guarantee) in model.guarantees.iter().enumerate() {
        for need in 0..guarantee.needs.len() {
            add(format!("{} without need {need}", guarantee.id), false, &|it| {
                it.guarantees[index].needs.remove(need);
            });
        }
        for condition in 0..model.conditions.len() {
            let needed = ConditionId(u8::try_from(condition).expect("a small case"));
            add(format!("{} with {condition}", guarantee.id), false, &|it| it.guarantees[index].needs.push(needed));
            add(format!("{} for {condition}", guarantee.id), false, &|it| it.guarantees[index].needs = vec![needed]);
        }
        add(format!("{} waits, or does not", guarantee.id), false, &|it| it.guarantees[index].interim ^= true);
        if index > 0 {
            add(format!("{} higher", guarantee.id), false, &|it| it.guarantees.swap(index - 1, index));
            add(format!("{} as strong as the one before", guarantee.id), false, &|it| {
                it.guarantees[index].strength = it.guarantees[index - 1].strength;
            });
        }
    }
    for (index, question) in model.questions.iter().enumerate() {
        for answer in AnswerId::all(question.answers.len()) {
            add(format!("{}: the article says {answer:?}", question.id), false, &|it| {
                it.questions[index].article_value = answer;
            });
        }
        add(format!("{}: of the other kind", question.id), false, &|it| {
            let kind = &mut it.questions[index].kind;
            *kind = if *kind == Kind::Nominal { Kind::Ordinal } else { Kind::Nominal };
        });
        add(format!("{}: no answers alike", question.id), false, &|it| it.questions[index].same_outcome.clear());
        add(format!("{}: all answers alike", question.id), false, &|it| {
            it.questions[index].same_outcome = vec![AnswerId::all(question.answers.len()).collect()];
        });
    }
    for (index, normalisation) in model.normalisations.iter().enumerate() {
        add(format!("without {}", normalisation.id), true, &|it| {
            it.normalisations.remove(index);
        });
    }
    add("normalised in the other order".to_owned(), true, &|it| it.normalisations.reverse());
    // No single answer narrows anything: whether the money counts depends on whether two answers are alike.
    add("only two answers together decide".to_owned(), true, &|it| {
        let money = QuestionId(2);
        it.questions[money.index()].article_value = AnswerId(1);
        for answers in [vec![AnswerId(0)], vec![AnswerId(1), AnswerId(2)]] {
            let when = vec![(QuestionId(0), answers.clone()), (QuestionId(1), answers)];
            it.normalisations.push(Normalisation {
                when,
                effect: Effect::Idle(money),
                ..model.normalisations[1].clone()
            });
        }
        it.normalisations.drain(..model.normalisations.len());
        for guarantee in it.guarantees.iter_mut().filter(|it| !it.floor) {
            guarantee.never = guarantee.id != "bond";
            guarantee.needs.retain(|it| model.condition(*it).id == "money_lodged");
        }
    });
    for index in 0..model.improvements.len() {
        add(format!("improvement {index} the other way"), false, &|it| {
            let turn = &mut it.improvements[index];
            std::mem::swap(&mut turn.from, &mut turn.to);
        });
    }
    for index in 0..model.guarantees.len() {
        add(format!("{} is the forecast", model.guarantees[index].id), false, &|it| {
            it.guarantees[index].forecast = true;
        });
    }
    for (index, reading) in model.readings.iter().enumerate() {
        add(format!("{} does nothing", reading.id), false, &|it| it.readings[index].amendments.clear());
    }
    all
}

/// The case with one reading: each moves one row, or adds one.
pub fn amended() -> Vec<Model> {
    let model = small().model;
    let added = model.guarantee_ids().find(|it| model.guarantee(*it).never).expect("one is never chosen");
    let mut amendments = Vec::new();
    for over in model.choosable() {
        let moved = model.choosable().filter(|it| *it != over);
        amendments.extend(moved.map(|guarantee| Amendment::Above { guarantee, over }));
        amendments.push(Amendment::Add { guarantee: added, needs: vec![ConditionId(1)], above: over });
    }
    amendments
        .into_iter()
        .map(|amendment| {
            let mut model = model.clone();
            model.readings.truncate(1);
            model.readings[0].amendments = vec![amendment];
            model
        })
        .filter(|it| Table::build(it, Readings(1)).first_without_outcome().is_none())
        .collect()
}
