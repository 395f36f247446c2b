//! The certificate, each of its figures beside a count by definition.

use which_guarantee::{
    case::{AnswerId, Model, QuestionId, ReadingId, claims::Claim},
    decide::{
        explain::counterfactuals::{Change, changes},
        rules::Readings,
        table::Table,
        verify::{
            audit::Finding,
            proofs::{Certificate, Property, Proven, are_all_changes, prove},
        },
    },
};

use crate::small_case::{
    findings::{self, improved, steps_up, weaker},
    left,
    slow::{Fate, Slow, whole},
    tree,
    variations::{Variation, small, variations},
    with,
};

#[test]
fn every_figure_is_the_count_that_it_says() {
    let claims = small().claims;
    let mut failed = std::collections::BTreeSet::new();
    for Variation { name, model, .. } in variations() {
        let found = prove(&model, &claims);
        let expected = expected(&model, &claims);
        assert_eq!(found, expected, "{name}");
        let fails = expected.properties.iter().filter(|it| it.failed > 0);
        failed.extend(fails.map(|it| it.kind as u8));
        assert_eq!(found.holds(), expected.properties.iter().all(|it| it.failed == 0), "{name}");
    }
    // What is settled stays so, and changes are the smallest, whatever the rules are: that is the engine's part.
    assert_eq!(failed.len(), 11 - 2, "{failed:?}");
    assert!(![Proven::SettledIsFinal, Proven::ChangesMinimal].iter().any(|it| failed.contains(&(*it as u8))));
}

fn expected(model: &Model, claims: &[Claim]) -> Certificate {
    let slow = Slow::of(model, &[]);
    let findings = findings::expected(model, claims);
    let failed = |is_one: fn(&Finding) -> bool| findings.iter().filter(|it| is_one(it)).count() as u32;
    let holding = |kind, inferred| {
        let fails =
            |it: &&Finding| matches!(it, Finding::ClaimFails { claim, .. } if claims[*claim].inferred == inferred);
        let checked = claims.iter().filter(|it| it.inferred == inferred).count() as u32;
        Property { kind, checked, failed: findings.iter().filter(fails).count() as u32 }
    };
    let worlds = slow.worlds.len() as u32;
    let incomplete = failed(|it| matches!(it, Finding::Incomplete { .. }));
    let total = Property { kind: Proven::Total, checked: worlds, failed: incomplete };
    if incomplete > 0 {
        return Certificate { worlds, properties: vec![total], ..Certificate::default() };
    }
    let given: Vec<&Fate> = slow.given().collect();
    let count = |fates: &[&Fate], it| fates.iter().filter(|fate| fate.outcome == Some(it)).count() as u32;
    let all: Vec<&Fate> = slow.worlds.iter().collect();
    let unreached = slow.rows.iter().filter(|it| count(&given, it.guarantee) == 0).count() as u32;
    let rows = slow.rows.len() as u32;
    let monotone: Vec<(&Fate, &Fate)> = slow.questions().flat_map(|it| steps_up(&slow, it)).collect();
    let improved: Vec<(&Fate, &Fate)> = (0..model.improvements.len()).flat_map(|it| improved(&slow, it)).collect();
    let never_weaker = |kind, pairs: &[(&Fate, &Fate)]| {
        let failed = pairs.iter().filter(|(from, to)| weaker(&slow, from, to)).count() as u32;
        Property { kind, checked: pairs.len() as u32, failed }
    };
    let (away, stays) = one_answer_away(&slow);
    let answers = model.questions.iter().map(|it| it.answers.len() as u32).sum();
    let idle = failed(|it| {
        use Finding::{AnswerNeverMatters, QuestionNeverMatters, TwinsDiffer};
        matches!(it, QuestionNeverMatters { .. } | AnswerNeverMatters { .. } | TwinsDiffer { .. })
    });
    let unsound = failed(|it| {
        use Finding::{Conflicting, OutOfOrder, Shadowed, Unreachable};
        matches!(it, Unreachable { .. } | Shadowed { .. } | Conflicting { .. } | OutOfOrder { .. })
    });
    let mut nodes = std::collections::BTreeSet::new();
    tree(&slow, &vec![None; model.questions.len()], &mut nodes);
    Certificate {
        worlds,
        canonical: given.len() as u32,
        partial: slow.partials().len() as u32,
        outcomes: model.guarantee_ids().map(|it| (count(&all, it), count(&given, it))).collect(),
        properties: vec![
            total,
            Property { kind: Proven::Reachable, checked: rows, failed: unreached },
            Property { kind: Proven::AnswersMatter, checked: answers, failed: idle },
            Property { kind: Proven::RowsSound, checked: rows, failed: unsound },
            never_weaker(Proven::Monotone, &monotone),
            never_weaker(Proven::Improvements, &improved),
            Property { kind: Proven::SettledIsFinal, checked: settled(&slow), failed: 0 },
            Property { kind: Proven::OneAnswerAway, checked: away, failed: stays },
            Property { kind: Proven::ChangesMinimal, checked: given.len() as u32 * (rows - 1), failed: 0 },
            holding(Proven::Claims, false),
            holding(Proven::Conclusions, true),
        ],
        influence: slow.questions().map(|it| influence(&slow, it)).collect(),
        moved: ReadingId::all(model.readings.len())
            .map(|it| {
                let switched = Slow::of(model, &[it]);
                given.iter().filter(|it| switched.fate(&it.world).outcome != it.outcome).count() as u32
            })
            .collect(),
        nodes: nodes.len() as u32,
    }
}

/// How often one more answer can be given to answers that settle the outcome; what it changes is asserted here.
fn settled(slow: &Slow) -> u32 {
    let mut checked = 0;
    for partial in slow.partials().into_iter().filter(|it| !slow.contradicts(it)) {
        let possible = slow.possible(&partial);
        if possible.len() == 1 {
            let open = slow.questions().filter(|it| partial[it.index()].is_none());
            for (_, after) in open.flat_map(|it| left(slow, &partial, it)) {
                assert_eq!(after, possible);
                checked += 1;
            }
        }
    }
    checked
}

/// How many answers would do what one guarantee alone lacks, and how many do not.
fn one_answer_away(slow: &Slow) -> (u32, u32) {
    let (mut checked, mut failed) = (0, 0);
    for fate in slow.given() {
        for row in slow.rows.iter().filter(|it| Some(it.guarantee) != fate.outcome) {
            let [condition] = slow.missing(row, &fate.world)[..] else { continue };
            let condition = slow.model.condition(condition);
            for answer in &condition.answers {
                let raised: Vec<AnswerId> =
                    with(&whole(&fate.world), condition.question, *answer).into_iter().flatten().collect();
                checked += 1;
                failed += u32::from(!slow.holds(row, &slow.normalised(&raised)));
            }
        }
    }
    (checked, failed)
}

fn influence(slow: &Slow, question: QuestionId) -> u32 {
    let other = |fate: &Fate, it: AnswerId| {
        let mut world = fate.world.clone();
        world[question.index()] = it;
        slow.fate(&world).outcome
    };
    let can_change = |fate: &&Fate| slow.answers(question).any(|it| other(fate, it) != fate.outcome);
    slow.given().filter(can_change).count() as u32
}

#[test]
fn a_list_of_changes_that_lacks_one_or_has_a_needless_or_wrong_one_is_told_apart() {
    let small = small();
    let model = &small.model;
    let table = Table::build(model, Readings::BASE);
    let mut told = [0; 3];
    for from in model.guarantee_ids().flat_map(|it| table.canonical_worlds(it)) {
        for to in model.choosable().filter(|it| *it != table.outcome(table.rules.space.world_of(*from))) {
            let found = changes(&table, *from, to, table.rules.space.open());
            let is_all = |it: &[Change]| are_all_changes(&table, *from, to, it);
            assert!(is_all(&found));
            let mut sets: Vec<Vec<QuestionId>> = found.iter().map(questions).collect();
            sets.dedup();
            for set in sets.iter().filter(|_| sets.len() > 1) {
                let lacking: Vec<Change> = found.iter().filter(|it| questions(it) != *set).cloned().collect();
                assert!(!is_all(&lacking), "{lacking:?}");
                told[0] += 1;
            }
            for (index, change) in found.iter().enumerate() {
                if let Some(question) = model.question_ids().find(|it| !questions(change).contains(it)) {
                    // The answer as it is: it leads there, and is needless.
                    let answer = table.rules.space.answer(*from, question).expect("a world answers everything");
                    let mut more = found.clone();
                    let needless = [change.answers.as_slice(), &[(question, vec![answer])]].concat();
                    more.push(Change { answers: needless });
                    assert!(!is_all(&more), "{more:?}");
                    told[1] += 1;
                }
                let mut wrong = found.clone();
                let (question, _) = change.answers[0];
                let all: Vec<AnswerId> = table.rules.space.answer_ids(question).collect();
                wrong[index].answers[0].1.clone_from(&all);
                assert!(!is_all(&wrong), "{wrong:?}");
                told[2] += 1;
            }
        }
    }
    assert!(told.iter().all(|it| *it > 50), "{told:?}");
}

fn questions(change: &Change) -> Vec<QuestionId> {
    change.answers.iter().map(|it| it.0).collect()
}
