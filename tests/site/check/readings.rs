//! Mistakes in readings and in what they change.

use crate::check::{Expected, check_alone, wrote};

#[test]
fn a_reading_that_changes_nothing_is_found() {
    check_alone(
        wrote("model.toml", r#"over = "partners_pact""#, r#"over = "rhetoric""#),
        Expected {
            file: "model.toml",
            line: r#"id = "J8""#,
            says: "The reading `J8` changes no outcome.",
            remedy: "Remove it, or correct what it",
        },
    );
}

#[test]
fn a_reading_that_leaves_worlds_without_an_outcome_is_found() {
    check_alone(
        wrote("model.toml", r#"drop = ["partners_pact"]"#, r#"drop = ["paper"]"#),
        Expected {
            file: "model.toml",
            line: r#"id = "J5""#,
            says: "With J5 switched no guarantee's conditions hold in some worlds, first in `war=",
            remedy: "Leave at least one guarantee without needs",
        },
    );
}

#[test]
fn a_guarantee_above_itself_changes_nothing() {
    check_alone(
        wrote("model.toml", r#"over = "partners_pact""#, r#"over = "porcupine""#),
        Expected {
            file: "model.toml",
            line: r#"id = "J8""#,
            says: "The reading `J8` changes no outcome.",
            remedy: "correct what it swaps, drops, adds or moves",
        },
    );
}

#[test]
fn a_guarantee_that_can_be_chosen_already_is_not_added() {
    check_alone(
        wrote("model.toml", r#"add = [{ guarantee = "nato_loose""#, r#"add = [{ guarantee = "rhetoric""#),
        Expected {
            file: "model.toml",
            line: r#"add = [{ guarantee = "rhetoric", needs = ["ended", "allies_any_consent"], above = "treaty" }]"#,
            says: "`rhetoric` can be chosen already",
            remedy: "Name a guarantee with never = true",
        },
    );
}
