//! The certificate: what is proven about the shipped rules, and that each proof can fail.

use which_guarantee::{
    case::{Amendment, AnswerId, Model},
    decide::{
        decision_graph::{DecisionGraph, Next},
        rules::Readings,
        table::Table,
        verify::proofs::{Proven, prove},
    },
};

use crate::support::case;

#[test]
fn the_shipped_rules_have_every_property_in_every_case() {
    let case = case();
    let certificate = prove(&case.model, &case.claims);
    assert!(certificate.holds(), "{:#?}", certificate.properties);
    assert_eq!((certificate.worlds, certificate.canonical, certificate.partial), (43_740, 13_608, 491_520));
    assert_eq!(certificate.nodes, 21);
    // Shares of the 13,608 given worlds: war 96 %, land 21 %, nato 53 %, pledge 16 %, us 75 %, partners 36 %,
    // backing 22 %, supply 19 %, society 8 %.
    assert_eq!(certificate.influence, [13_122, 2_916, 7_272, 2_187, 10_206, 4_914, 3_024, 2_538, 1_026]);
    assert_eq!(certificate.moved, [1_008, 243, 243, 729, 2_268, 744, 3_942, 252]);
    let checked = |kind| certificate.properties.iter().find(|it| it.kind == kind).map(|it| it.checked);
    assert_eq!(checked(Proven::Monotone), Some(207_765));
    assert_eq!(checked(Proven::ChangesMinimal), Some(13_608 * 8));
}

#[test]
fn a_rule_turned_upside_down_is_not_monotone() {
    fails(Proven::Monotone, |model| {
        let condition = condition(model, "us_promise");
        model.conditions[condition].answers = vec![AnswerId(0)];
    });
}

#[test]
fn a_rule_that_rewards_going_on_fighting_breaks_the_improvements() {
    fails(Proven::Improvements, |model| {
        let condition = condition(model, "ended");
        model.conditions[condition].answers = vec![AnswerId(0)];
    });
}

#[test]
fn a_stronger_row_without_conditions_shadows_the_weaker_ones() {
    fails(Proven::RowsSound, |model| model.guarantees[0].needs.clear());
    fails(Proven::Reachable, |model| model.guarantees[0].needs.clear());
    fails(Proven::AnswersMatter, |model| model.guarantees[0].needs.clear());
    fails(Proven::Claims, |model| model.guarantees[0].needs.clear());
}

#[test]
fn a_table_without_its_floor_is_not_total() {
    fails(Proven::Total, |model| {
        let floor = model.guarantees.iter().position(|it| it.floor).expect("the case has a floor");
        model.guarantees.remove(floor);
        for guarantee in &mut model.guarantees {
            assert!(!guarantee.floor);
        }
        model.readings.retain(|it| !it.amendments.iter().any(|it| matches!(it, Amendment::Add { .. })));
        model.flags.clear();
    });
}

#[test]
fn the_walk_leads_every_given_world_to_its_outcome() {
    let case = case();
    for readings in (0..=u8::MAX).step_by(17).map(Readings) {
        let table = Table::build(&case.model, readings);
        let graph = DecisionGraph::of(&case.model, &table);
        for row in &table.rules.rows {
            for world in table.canonical_worlds(row.guarantee) {
                let mut at = 0;
                let outcome = loop {
                    let node = &graph.nodes[at];
                    let answer = table.rules.space.answer(*world, node.question);
                    let next = node.answers.iter().find(|it| Some(it.0) == answer).expect("the answer is on offer").1;
                    match next {
                        Next::Node(index) => {
                            assert!(index > at);
                            at = index;
                        }
                        Next::Outcome(outcome) => break outcome,
                    }
                };
                assert_eq!(outcome, row.guarantee);
            }
        }
    }
}

/// The rules, damaged so that one property fails, must fail just there.
fn fails(kind: Proven, damage: impl Fn(&mut Model)) {
    let case = case();
    let mut model = case.model;
    damage(&mut model);
    let certificate = prove(&model, &case.claims);
    let property = certificate.properties.iter().find(|it| it.kind == kind).expect("every property is there");
    assert!(property.failed > 0, "{kind:?} should fail");
    assert!(!certificate.holds());
}

fn condition(model: &Model, id: &str) -> usize {
    model.conditions.iter().position(|it| it.id == id).expect("a condition of the model")
}
