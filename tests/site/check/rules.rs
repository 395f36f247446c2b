//! Mistakes in the rules and in what is claimed of them.

use which_guarantee::site::commands::check;

use crate::check::{Expected, case, check_alone, check_among, wrote};

#[test]
fn a_guarantee_that_cannot_be_reached_is_found() {
    check_among(
        &[wrote("model.toml", r#"needs = ["ended_for_good", "#, r#"needs = ["ended_for_good", "claim_kept", "#)],
        &[Expected {
            file: "model.toml",
            line: r#"id = "nato_full""#,
            says: "The guarantee `nato_full` can't be reached",
            remedy: "Take out one of two needs that exclude each other",
        }],
    );
}

#[test]
fn a_shadowed_row_is_found() {
    check_among(
        &[wrote("model.toml", r#"["ended", "partners_promise"]"#, r#"["ended", "us_promise", "partners_promise"]"#)],
        &[Expected {
            file: "model.toml",
            line: r#"id = "partners_pact""#,
            says: "The guarantee `partners_pact` is never the outcome",
            remedy: "Move it further up",
        }],
    );
}

#[test]
fn rows_with_the_same_conditions_are_found() {
    check_among(
        &[wrote("model.toml", r#"["ended", "partners_promise"]"#, r#"["ended", "us_promise"]"#)],
        &[Expected {
            file: "model.toml",
            line: r#"id = "partners_pact""#,
            says: "The guarantees `treaty` and `partners_pact` have the same conditions",
            remedy: "Change the needs of one of the two",
        }],
    );
}

#[test]
fn a_row_above_a_stronger_one_is_found() {
    check_among(
        &[wrote("model.toml", "strength = 5", "strength = 2")],
        &[Expected {
            file: "model.toml",
            line: r#"id = "treaty""#,
            says: "The guarantee `treaty` stands above `partners_pact`, which is stronger.",
            remedy: "Sort the guarantees strongest first",
        }],
    );
}

#[test]
fn worlds_without_an_outcome_are_found() {
    check_alone(
        wrote("model.toml", "needs = []", r#"needs = ["not_dictated"]"#),
        Expected {
            file: "model.toml",
            line: r#"id = "paper""#,
            says: "first in `war=dictated&land=claimed&nato=no",
            remedy: "`needs = []`",
        },
    );
}

#[test]
fn a_normalisation_that_resolves_nothing_is_found() {
    check_among(
        &[wrote("model.toml", r#"set = { war = "victory" }"#, r#"set = { war = "armistice" }"#)],
        &[Expected {
            file: "model.toml",
            line: r#"id = "N1""#,
            says: "resolves nothing",
            remedy: "an answer that it does not name",
        }],
    );
}

#[test]
fn an_improvement_that_weakens_is_found() {
    check_among(
        &[wrote("model.toml", "from = \"ongoing\"\nto = \"armistice\"", "from = \"armistice\"\nto = \"ongoing\"")],
        &[Expected {
            file: "model.toml",
            line: r#"question = "war""#,
            says: "This improvement makes the outcome weaker",
            remedy: "Swap from and to",
        }],
    );
}

#[test]
fn a_guarantee_that_needs_an_idle_question_is_found() {
    check_among(
        &[wrote(
            "model.toml",
            r#"["huge_arms", "total_defence"]"#,
            r#"["huge_arms", "total_defence", "peaceful_law"]"#,
        )],
        &[Expected {
            file: "model.toml",
            line: r#"id = "porcupine""#,
            says: "seems to lack `peaceful_law` alone",
            remedy: "the answers with which that question is asked",
        }],
    );
}

#[test]
fn a_question_that_never_matters_is_found() {
    check_among(
        &[wrote("model.toml", r#"["huge_arms", "total_defence"]"#, r#"["huge_arms"]"#)],
        &[Expected {
            file: "model.toml",
            line: r#"id = "society""#,
            says: "The question `society` never matters",
            remedy: "Remove it, or let a guarantee need a condition that asks for it.",
        }],
    );
}

#[test]
fn an_answer_that_never_matters_is_found() {
    check_alone(
        wrote("model.toml", r#"same_outcome = [["no", "promise"]]"#, ""),
        Expected {
            file: "model.toml",
            line: r#"answers = ["no", "promise", "law"]"#,
            says: "The answer `promise` to `pledge` never matters",
            remedy: r#"same_outcome = [["no", "promise"]]"#,
        },
    );
}

#[test]
fn answers_that_only_seem_to_share_every_outcome_are_found() {
    check_among(
        &[wrote("model.toml", r#"same_outcome = [["no", "promise"]]"#, r#"same_outcome = [["promise", "law"]]"#)],
        &[Expected {
            file: "model.toml",
            line: r#"answers = ["no", "promise", "law"]"#,
            says: "The answers `promise` and `law` to `pledge` do not share every outcome",
            remedy: "Take one of them out of same_outcome",
        }],
    );
}

#[test]
fn a_stronger_answer_with_a_weaker_outcome_is_found() {
    check_among(
        &[wrote(
            "model.toml",
            "id = \"us_promise\"\nquestion = \"us\"\nanswers = [\"treaty\", \"troops\"]",
            "id = \"us_promise\"\nquestion = \"us\"\nanswers = [\"treaty\"]",
        )],
        &[Expected {
            file: "model.toml",
            line: r#"id = "us""#,
            says: "A stronger answer to `us` makes the outcome weaker",
            remedy: "hold for every stronger answer too",
        }],
    );
}

#[test]
fn a_forecast_that_does_not_follow_from_nothing_answered_is_found() {
    check_alone(
        wrote(
            "model.toml",
            "needs = []\nsection = \"porcupine\"",
            "needs = []\nforecast = true\nsection = \"porcupine\"",
        ),
        Expected {
            file: "model.toml",
            line: r#"id = "paper""#,
            says: "`paper` is marked as the authors' forecast, but with nothing answered the rules give `rhetoric`.",
            remedy: "Remove forecast = true, or correct",
        },
    );
}

#[test]
fn too_large_a_space_is_found() {
    check_among(
        &[wrote(
            "model.toml",
            r#"answers = ["no", "partial", "full"]"#,
            r#"answers = ["no", "partial", "full", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"]"#,
        )],
        &[Expected {
            file: "model.toml",
            line: r#"id = "society""#,
            says: "The space is too large: 262440 worlds",
            remedy: "Remove a question, or answers",
        }],
    );
}

#[test]
fn a_guarantee_for_which_the_scale_has_no_colour_is_found() {
    check_among(
        &[wrote("model.toml", "id = \"nato_loose\"\nnever = true", "id = \"nato_loose\"\nstrength = 1\nneeds = []")],
        &[Expected {
            file: "model.toml",
            line: r#"id = "nato_loose""#,
            says: "More than 9 guarantees can be chosen",
            remedy: "Join some of them",
        }],
    );
}

#[test]
fn a_case_without_questions_or_presets_says_so() {
    for (list, says) in [("question", "asks fewer than two questions"), ("preset", "has no preset")] {
        let mut files = case();
        let model = files.iter_mut().find(|it| it.name == "model.toml").expect("the file is there");
        model.text = model.text.replace(&format!("[[{list}]]"), "[[unheard_of]]");
        let problems = check::check(&files).expect_err("the loss is noticed");
        assert!(problems.iter().any(|it| it.says.contains(says)), "{says}: {problems:#?}");
    }
}

#[test]
fn a_claim_that_fails_is_found_with_what_follows_instead() {
    check_alone(
        wrote("claims.toml", r#"outcome = "us_pact""#, r#"outcome = "treaty""#),
        Expected {
            file: "claims.toml",
            line: r#"id = "P06""#,
            says: "The claim `P06` fails: the outcome is `us_pact`, not `treaty`.",
            remedy: "cargo site decide \"war=armistice&us=troops&backing=broad\"",
        },
    );
}

#[test]
fn two_answers_are_enough_and_one_is_not() {
    let answers = r#"answers = ["no", "partial", "full"]"#;
    let too_few = |now| {
        let problems = check_among(&[wrote("model.toml", answers, now)], &[]);
        problems.iter().any(|it| it.says == "The question `society` has fewer than two answers.")
    };
    assert!(too_few(r#"answers = ["no"]"#));
    assert!(!too_few(r#"answers = ["no", "full"]"#));
}

#[test]
fn a_question_at_two_edges_of_the_landscape_is_found() {
    let edges = [
        (r#"down = "war""#, r#"down = "us""#),
        (r#"within = "partners""#, r#"within = "war""#),
        (r#"within = "partners""#, r#"within = "us""#),
    ];
    for (over, now) in edges {
        check_alone(
            wrote("model.toml", over, now),
            Expected {
                file: "model.toml",
                line: now,
                says: "the same question at two edges",
                remedy: "Name a different question at each edge",
            },
        );
    }
}

#[test]
fn a_claim_that_excludes_nothing_is_found() {
    check_alone(
        wrote("claims.toml", r#"excludes = ["nato_full", "nato_law"]"#, "excludes = []"),
        Expected {
            file: "claims.toml",
            line: r#"id = "P02""#,
            says: "The claim `P02` must expect one outcome or exclude some.",
            remedy: "exactly one of",
        },
    );
}
