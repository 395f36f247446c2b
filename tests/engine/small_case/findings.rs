//! What the audit finds, beside the definition of each mistake.

use which_guarantee::{
    case::{
        AnswerId, Kind, Model, QuestionId, ReadingId,
        claims::{Claim, Expectation},
    },
    decide::{
        answers::World,
        rules::Readings,
        verify::audit::{Finding, audit},
    },
};

use crate::small_case::{
    slow::{Fate, Row, Slow, whole},
    variations::{Variation, small, variations},
    with,
};

#[test]
fn every_mistake_is_found_where_it_is_and_nowhere_else() {
    let claims = small().claims;
    let mut kinds = std::collections::BTreeSet::new();
    for Variation { name, model, .. } in variations() {
        let found = audit(&model, &claims);
        assert_eq!(found, expected(&model, &claims), "{name}");
        kinds.extend(found.iter().map(|it| format!("{it:?}").split([' ', '{']).next().map(str::to_owned)));
    }
    assert_eq!(kinds.len(), 14, "every mistake was made: {kinds:?}");
}

#[test]
fn the_case_as_it_is_has_no_mistake() {
    let small = small();
    assert_eq!(audit(&small.model, &small.claims), []);
}

pub fn expected(model: &Model, claims: &[Claim]) -> Vec<Finding> {
    for set in 0..1_u8 << model.readings.len() {
        let switched: Vec<ReadingId> =
            ReadingId::all(model.readings.len()).filter(|it| set & (1 << it.0) != 0).collect();
        let slow = Slow::of(model, &switched);
        if let Some(world) = slow.worlds.iter().position(|it| it.outcome.is_none()) {
            return vec![Finding::Incomplete { readings: Readings(set), world: World(world as u32) }];
        }
    }
    let slow = Slow::of(model, &[]);
    let mut findings = rows(&slow);
    findings.extend(slow.questions().flat_map(|it| answers(&slow, it)));
    findings.extend(slow.questions().filter_map(|it| {
        steps_up(&slow, it).find(|(from, to)| weaker(&slow, from, to)).map(|(from, to)| Finding::Weakens {
            question: it,
            world: number(&slow, from),
            from: from.outcome.expect("it is complete"),
            to: to.outcome.expect("it is complete"),
        })
    }));
    for (improvement, _) in model.improvements.iter().enumerate() {
        let first = improved(&slow, improvement).find(|(from, to)| weaker(&slow, from, to));
        findings.extend(first.map(|(from, to)| Finding::ImprovementWeakens {
            improvement,
            world: number(&slow, from),
            from: from.outcome.expect("it is complete"),
            to: to.outcome.expect("it is complete"),
        }));
    }
    findings.extend(slow.rows.iter().filter_map(|it| stays_away(&slow, it)));
    for reading in ReadingId::all(model.readings.len()) {
        let switched = Slow::of(model, &[reading]);
        let is_same = slow.worlds.iter().zip(&switched.worlds).all(|(one, other)| one.outcome == other.outcome);
        findings.extend(is_same.then_some(Finding::ReadingChangesNothing { reading }));
    }
    let start: Vec<AnswerId> = model.questions.iter().map(|it| it.article_value).collect();
    let outcome = slow.fate(&start).outcome.expect("it is complete");
    for guarantee in model.guarantee_ids().filter(|it| model.guarantee(*it).forecast && *it != outcome) {
        findings.push(Finding::ForecastFails { guarantee, outcome });
    }
    for (claim, it) in claims.iter().enumerate() {
        let mut world: Vec<AnswerId> = model.questions.iter().map(|it| it.article_value).collect();
        it.answers.iter().for_each(|(question, answer)| world[question.index()] = *answer);
        let outcome = slow.fate(&world).outcome.expect("it is complete");
        let holds = match &it.expects {
            Expectation::Outcome(expected) => outcome == *expected,
            Expectation::Excludes(excluded) => excluded.iter().all(|it| *it != outcome),
        };
        findings.extend((!holds).then_some(Finding::ClaimFails { claim, outcome }));
    }
    findings
}

fn rows(slow: &Slow) -> Vec<Finding> {
    let counted: Vec<_> = slow.worlds.iter().map(|it| slow.normalised(&it.world)).collect();
    // What a row asks of each question.
    let asks = |row: &Row| -> Vec<Vec<AnswerId>> {
        let meets = |question: QuestionId, answer: &AnswerId| {
            let on = row.needs.iter().map(|it| slow.model.condition(*it)).filter(|it| it.question == question);
            on.into_iter().all(|it| it.answers.contains(answer))
        };
        slow.questions().map(|question| slow.answers(question).filter(|it| meets(question, it)).collect()).collect()
    };
    let mut findings = Vec::new();
    for (index, row) in slow.rows.iter().enumerate() {
        let guarantee = row.guarantee;
        let above = &slow.rows[..index];
        let holds = counted.iter().any(|it| slow.holds(row, it));
        let wins = slow.worlds.iter().any(|it| it.outcome == Some(guarantee));
        if let Some(same) = above.iter().find(|it| asks(it) == asks(row)) {
            findings.push(Finding::Conflicting { stronger: same.guarantee, weaker: guarantee });
        } else if !holds {
            findings.push(Finding::Unreachable { guarantee });
        } else if !wins {
            findings.push(Finding::Shadowed { guarantee });
        }
        if let Some(weaker) = above.iter().find(|it| it.strength < row.strength) {
            findings.push(Finding::OutOfOrder { above: weaker.guarantee, below: guarantee });
        }
    }
    findings
}

fn answers(slow: &Slow, question: QuestionId) -> Vec<Finding> {
    let nothing = vec![None; slow.model.questions.len()];
    if !slow.matters(&nothing, question) {
        return vec![Finding::QuestionNeverMatters { question }];
    }
    let alike = &slow.model.question(question).same_outcome;
    let mut findings = Vec::new();
    for answer in slow.answers(question) {
        for twin in slow.answers(question).filter(|it| *it < answer) {
            let outcome = |fate: &Fate, it: AnswerId| {
                let mut world = fate.world.clone();
                world[question.index()] = it;
                slow.fate(&world).outcome
            };
            let mut there = slow.worlds.iter().filter(|it| it.world[question.index()] == answer);
            let apart = there.find(|it| outcome(it, answer) != outcome(it, twin));
            let said = alike.iter().any(|it| it.contains(&answer) && it.contains(&twin));
            findings.extend(match (apart, said) {
                (None, false) => Some(Finding::AnswerNeverMatters { question, answer, twin }),
                (Some(world), true) => {
                    Some(Finding::TwinsDiffer { question, answer, twin, world: number(slow, world) })
                }
                _ => None,
            });
        }
    }
    findings
}

/// Pairs of worlds of which the second answers an ordinal question one step stronger.
pub fn steps_up<'a>(slow: &'a Slow, question: QuestionId) -> impl Iterator<Item = (&'a Fate, &'a Fate)> {
    let is_ordinal = slow.model.question(question).kind == Kind::Ordinal;
    let worlds = slow.worlds.iter().filter(move |_| is_ordinal);
    worlds.filter_map(move |it| {
        let next = AnswerId(it.world[question.index()].0 + 1);
        slow.answers(question).any(|it| it == next).then(|| (it, slow.fate(&moved(&it.world, question, next))))
    })
}

/// Pairs of worlds of which the second is better as the case names it.
pub fn improved<'a>(slow: &'a Slow, improvement: usize) -> impl Iterator<Item = (&'a Fate, &'a Fate)> {
    let it = slow.model.improvements[improvement];
    let before = slow.worlds.iter().filter(move |fate| fate.world[it.question.index()] == it.from);
    before.map(move |fate| (fate, slow.fate(&moved(&fate.world, it.question, it.to))))
}

fn moved(world: &[AnswerId], question: QuestionId, answer: AnswerId) -> Vec<AnswerId> {
    let mut moved = world.to_vec();
    moved[question.index()] = answer;
    moved
}

pub fn weaker(slow: &Slow, from: &Fate, to: &Fate) -> bool {
    slow.strength(to.outcome) < slow.strength(from.outcome)
}

/// The first world, by the outcome's place in the case, where one condition is missing and meeting it is not enough.
fn stays_away(slow: &Slow, row: &Row) -> Option<Finding> {
    let in_order = slow.model.guarantee_ids().flat_map(|it| slow.given().filter(move |fate| fate.outcome == Some(it)));
    in_order.into_iter().find_map(|fate| {
        let [condition] = slow.missing(row, &fate.world)[..] else { return None };
        let question = slow.model.condition(condition).question;
        let is_met = slow.model.condition(condition).answers.iter().all(|it| {
            let raised = with(&whole(&fate.world), question, *it).into_iter().flatten().collect();
            slow.holds(row, &slow.normalised(&raised))
        });
        let world = number(slow, fate);
        (!is_met).then_some(Finding::StaysAway { guarantee: row.guarantee, condition, world })
    })
}

fn number(slow: &Slow, fate: &Fate) -> World {
    World(slow.worlds.iter().position(|it| it.world == fate.world).expect("it is one of them") as u32)
}
