//! `cargo site check` on damaged copies of the case: every kind of mistake is found where it stands,
//! and the message says what is wrong and what to do.

use std::path::Path;

use which_guarantee::{
    case::load::{CaseFile, Problem},
    site::{check, files::case_files},
};

/// What an editor did to a copy of the case.
enum Damage {
    /// Wrote something else in the place of the first occurrence.
    Wrote { file: &'static str, over: &'static str, now: &'static str },
    /// Lost a whole file.
    Lost { file: &'static str },
    /// Saved a file under another name too.
    Copied { file: &'static str, to: &'static str },
}

/// What must be among the problems.
struct Expected {
    file: &'static str,
    /// The whole line that is pointed at, without the space around it; empty for the top of a file.
    line: &'static str,
    /// A part of what is wrong.
    says: &'static str,
    /// A part of what to do.
    remedy: &'static str,
}

fn wrote(file: &'static str, over: &'static str, now: &'static str) -> Damage {
    Damage::Wrote { file, over, now }
}

fn case() -> Vec<CaseFile> {
    case_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("case")).expect("the case can be read")
}

fn damaged(damages: &[Damage]) -> Vec<CaseFile> {
    let mut files = case();
    for damage in damages {
        match damage {
            Damage::Wrote { file, over, now } => {
                let file = files.iter_mut().find(|it| it.name == *file).expect("the file is there");
                assert!(file.text.contains(over), "{} has no `{over}` to damage", file.name);
                file.text = file.text.replacen(over, now, 1);
            }
            Damage::Lost { file } => files.retain(|it| it.name != *file),
            Damage::Copied { file, to } => {
                let text = files.iter().find(|it| it.name == *file).expect("the file is there").text.clone();
                files.push(CaseFile { name: (*to).to_owned(), text });
            }
        }
    }
    files
}

fn check(damages: &[Damage], expected: &[Expected]) -> Vec<Problem> {
    let files = damaged(damages);
    let problems = check::check(&files).expect_err("the damage is noticed");
    for it in expected {
        let found = problems.iter().any(|problem| {
            problem.place.file == it.file
                && problem.says.contains(it.says)
                && problem.remedy.contains(it.remedy)
                && line(&files, problem) == it.line
        });
        assert!(found, "no problem says `{}` at `{}` in {}: {problems:#?}", it.says, it.line, it.file);
    }
    problems
}

/// Checks one mistake that has no other consequence.
fn check_alone(damage: Damage, expected: Expected) {
    let problems = check(&[damage], &[expected]);
    assert_eq!(problems.len(), 1, "one mistake is one problem: {problems:#?}");
}

/// The line that a problem points at.
fn line<'a>(files: &'a [CaseFile], problem: &Problem) -> &'a str {
    let Some(file) = files.iter().find(|it| it.name == problem.place.file) else { return "" };
    let number = file.text[..problem.place.span.start].matches('\n').count();
    if problem.place.span.is_empty() && number == 0 {
        return "";
    }
    file.text.lines().nth(number).unwrap_or_default().trim()
}

#[test]
fn the_case_as_it_stands_holds() {
    let loaded = check::check(&case()).expect("the case holds");
    assert!(check::summary(&loaded).contains("9 questions, 43740 worlds, 12 guarantees, 2 languages"));
}

#[test]
fn an_unknown_id_is_found_with_the_one_that_was_meant() {
    check_alone(
        wrote("model.toml", r#"terms = ["borders"]"#, r#"terms = ["bordes"]"#),
        Expected {
            file: "model.toml",
            line: r#"terms = ["bordes"]"#,
            says: "There is no term `bordes`.",
            remedy: "Did you mean `borders`?",
        },
    );
}

#[test]
fn a_misspelt_key_is_one_problem_and_not_one_for_each_reference() {
    check_alone(
        wrote("model.toml", r#"chapter = "backers""#, r#"chaptr = "backers""#),
        Expected {
            file: "model.toml",
            line: r#"chaptr = "backers""#,
            says: "unknown field `chaptr`",
            remedy: "Compare it with its neighbours",
        },
    );
}

#[test]
fn a_misspelt_list_is_found() {
    check(
        &[wrote("model.toml", "[[flag]]\nid = \"cession\"", "[[flagg]]\nid = \"cession\"")],
        &[Expected {
            file: "model.toml",
            line: "[[flagg]]",
            says: "`flagg` is not a part of model.toml.",
            remedy: "Correct its spelling",
        }],
    );
}

#[test]
fn a_sentence_that_one_language_lacks_is_found() {
    check_alone(
        wrote("text/uk.toml", "\nstandfirst = ", "\n# standfirst = "),
        Expected {
            file: "text/uk.toml",
            line: "[case]",
            says: "The sentence case.standfirst is missing in text/uk.toml.",
            remedy: "Write case.standfirst here",
        },
    );
}

#[test]
fn a_sentence_that_belongs_to_nothing_is_found() {
    check_alone(
        wrote("text/en.toml", "\nstandfirst = ", "\nstandfirts = \"\"\nstandfirst = "),
        Expected {
            file: "text/en.toml",
            line: r#"standfirts = """#,
            says: "`case.standfirts` belongs to nothing in the model.",
            remedy: "Remove it",
        },
    );
}

#[test]
fn a_missing_file_is_named() {
    for file in ["model.toml", "claims.toml", "sources.toml"] {
        check(
            &[Damage::Lost { file }],
            &[Expected { file, line: "", says: "is missing from the case", remedy: "Put" }],
        );
    }
}

#[test]
fn a_language_must_be_that_of_the_case_and_of_the_interface() {
    check_alone(
        Damage::Lost { file: "text/uk.toml" },
        Expected {
            file: "text/uk.toml",
            line: "",
            says: "The case has no sentences in `uk`, but the interface has",
            remedy: "translate it",
        },
    );
    check(
        &[Damage::Copied { file: "text/en.toml", to: "text/pl.toml" }],
        &[Expected {
            file: "text/pl.toml",
            line: "",
            says: "The interface has no sentences in `pl`, but the case has.",
            remedy: "Add src/text/pl.rs",
        }],
    );
}

#[test]
fn what_is_no_toml_is_found() {
    check(
        &[wrote("model.toml", r#"kind = "nominal""#, r#"kind = "nominal"#)],
        &[Expected {
            file: "model.toml",
            line: r#"kind = "nominal"#,
            says: "This is not TOML",
            remedy: "Look for a missing quote",
        }],
    );
}

#[test]
fn an_id_that_is_there_twice_is_found() {
    check(
        &[wrote("model.toml", "[[term]]\nid = \"guarantor\"", "[[term]]\nid = \"assurance\"")],
        &[Expected {
            file: "model.toml",
            line: r#"id = "assurance""#,
            says: "The term `assurance` is there twice.",
            remedy: "Remove one of the two",
        }],
    );
}

#[test]
fn a_guarantee_that_cannot_be_reached_is_found() {
    check(
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
    check(
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
    check(
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
    check(
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
fn a_question_that_never_matters_is_found() {
    check(
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
    check(
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
    check(
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
fn a_source_without_a_date_is_found() {
    check_alone(
        wrote("sources.toml", "date = \"2024-07-11\"\n", ""),
        Expected {
            file: "sources.toml",
            line: "[[source]]",
            says: "missing field `date`",
            remedy: "Compare it with its neighbours",
        },
    );
    check_alone(
        wrote("sources.toml", r#"date = "2024-07-11""#, r#"date = "undated""#),
        Expected {
            file: "sources.toml",
            line: r#"date = "undated""#,
            says: "The source `S11` has no date.",
            remedy: "or the day it was seen",
        },
    );
    check_alone(
        wrote("sources.toml", r#"date = "2024-07-11""#, r#"date = "July 2024""#),
        Expected {
            file: "sources.toml",
            line: r#"date = "July 2024""#,
            says: "`July 2024` is not a date.",
            remedy: "2023, 2023-07 or 2023-07-11",
        },
    );
}

#[test]
fn too_large_a_space_is_found() {
    check(
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
fn a_claim_that_fails_is_found_with_what_follows_instead() {
    check_alone(
        wrote("claims.toml", r#"outcome = "us_pact""#, r#"outcome = "treaty""#),
        Expected {
            file: "claims.toml",
            line: r#"id = "P06""#,
            says: "The claim `P06` fails: the outcome is `us_pact`, not `treaty`.",
            remedy: "cargo site decide 'war=armistice&us=troops&backing=broad'",
        },
    );
}

#[test]
fn mistakes_of_all_kinds_are_shown_in_one_run() {
    let problems = check(
        &[
            wrote("claims.toml", r#"outcome = "us_pact""#, r#"outcome = "treaty""#),
            wrote("text/uk.toml", "\nstandfirst = ", "\n# standfirst = "),
            wrote("model.toml", r#"same_outcome = [["no", "promise"]]"#, ""),
        ],
        &[
            Expected { file: "claims.toml", line: r#"id = "P06""#, says: "The claim `P06` fails", remedy: "Correct" },
            Expected { file: "text/uk.toml", line: "[case]", says: "case.standfirst is missing", remedy: "Write" },
            Expected {
                file: "model.toml",
                line: r#"answers = ["no", "promise", "law"]"#,
                says: "The answer `promise` to `pledge` never matters",
                remedy: "Remove one of the two",
            },
        ],
    );
    assert_eq!(problems.len(), 3, "{problems:#?}");
    check(
        &[
            wrote("model.toml", r#"terms = ["borders"]"#, r#"terms = ["bordes"]"#),
            wrote("text/en.toml", "locale = \"en\"", "locale = en"),
        ],
        &[
            Expected {
                file: "model.toml",
                line: r#"terms = ["bordes"]"#,
                says: "There is no term `bordes`.",
                remedy: "Did you mean",
            },
            Expected { file: "text/en.toml", line: "locale = en", says: "This is not TOML", remedy: "missing quote" },
        ],
    );
}
