//! What the article says, as tests of the rules, and that every surprising world explains itself.

use which_guarantee::{
    case::claims::Expectation,
    decide::{
        decision::Decision,
        rules::Readings,
        table::Table,
        verify::audit::{article_world, claim_outcome},
    },
};

use crate::support::case;

#[test]
fn everything_that_the_article_says_follows_from_the_rules() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let ours: Vec<&str> = case.claims.iter().filter(|it| it.inferred).map(|it| it.id.as_str()).collect();
    assert_eq!(case.claims.len() - ours.len(), 15, "claims of the article");
    assert_eq!(
        ours,
        ["S1", "S2", "S3", "S4", "S5a", "S5b", "S6", "S7", "S8", "S9", "S10", "S11"],
        "conclusions of ours"
    );
    for claim in &case.claims {
        let outcome = claim_outcome(&case.model, &table, claim);
        let holds = match &claim.expects {
            Expectation::Outcome(expected) => outcome == *expected,
            Expectation::Excludes(excluded) => !excluded.contains(&outcome),
        };
        assert!(holds, "{} ends at {}", claim.id, case.model.guarantee(outcome).id);
    }
}

#[test]
fn every_surprising_world_is_explained_by_a_flag() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    for claim in case.claims.iter().filter(|it| it.inferred) {
        let world = table.rules.space.world(&article_world(&case.model, &claim.answers));
        let decision = Decision::of(&case.model, &table, table.rules.space.answers_of(world));
        assert!(!decision.flags.is_empty(), "{} shows no flag", claim.id);
    }
}

#[test]
fn the_rules_name_what_was_given_in_sixteen_of_twenty_precedents() {
    let case = case();
    let misses = |readings: Readings| -> Vec<String> {
        let table = Table::build(&case.model, readings);
        let outcome = |answers| table.outcome(table.rules.space.world(&article_world(&case.model, answers)));
        let missed = case.background.precedents.iter().filter(|it| outcome(&it.answers) != it.given);
        missed.map(|it| it.id.clone()).collect()
    };
    assert_eq!(case.background.precedents.len(), 20);
    let base = misses(Readings::BASE);
    assert_eq!(base, ["japan_1951", "bosnia_1995", "kosovo_1999", "estonia_2004"]);
    // With the first reading switched, consent of rival powers is not needed, and one of the four fits.
    assert_eq!(misses(Readings(1)), ["bosnia_1995", "kosovo_1999", "estonia_2004"]);
}
