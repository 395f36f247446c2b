//! Mistakes where ids and rules change from one version to the next.

use which_guarantee::{case::load::problem::Problem, site::commands::check};

use crate::check::{Expected, case, check_alone, check_among, wrote};

const SECOND_CHANGE: &str =
    "version = \"1\"\ndate = \"2026-11-24\"\n[[change]]\nversion = \"2\"\ndate = \"2027-01-01\"";
const EARLIER_CHANGE: &str =
    "version = \"1\"\ndate = \"2026-11-24\"\n[[change]]\nversion = \"2\"\ndate = \"2026-01-01\"";

#[test]
fn an_id_of_an_earlier_version_may_not_be_given_to_something_else() {
    check_alone(
        wrote("model.toml", "[[question]]\nid = \"land\"", "[[question]]\nid = \"land\"\nwas = [\"war\"]"),
        Expected {
            file: "model.toml",
            line: "was = [\"war\"]",
            says: "The question `war` is there twice.",
            remedy: "Remove one of the two",
        },
    );
    check_alone(
        wrote("model.toml", "id = \"J2\"", "id = \"J2\"\nwas = [\"J1\"]"),
        Expected {
            file: "model.toml",
            line: "was = [\"J1\"]",
            says: "The reading `J1` is there twice.",
            remedy: "Remove one of the two",
        },
    );
}

#[test]
fn an_answer_that_was_renamed_names_the_one_that_it_is_now() {
    check_alone(
        wrote("model.toml", "id = \"us\"", "id = \"us\"\nanswers_were = { boots = \"trops\" }"),
        Expected {
            file: "model.toml",
            line: "answers_were = { boots = \"trops\" }",
            says: "There is no answer to `us` `trops`.",
            remedy: "Did you mean `troops`?",
        },
    );
}

#[test]
fn a_version_without_a_word_about_what_changed_is_found() {
    check_alone(
        wrote("model.toml", "\nversion = \"1\"", "\nversion = \"2\""),
        Expected {
            file: "changes.toml",
            line: "version = \"1\"",
            says: "The rules are at version `2`, but the newest change is `1`.",
            remedy: "say under [change.2] in every language",
        },
    );
    let second = |change| {
        let first = "version = \"1\"\ndate = \"2026-11-24\"";
        [wrote("model.toml", "\nversion = \"1\"", "\nversion = \"2\""), wrote("changes.toml", first, change)]
    };
    check_among(
        &second(EARLIER_CHANGE),
        &[Expected {
            file: "changes.toml",
            line: "date = \"2026-01-01\"",
            says: "Version `2` stands below `1`, which is later.",
            remedy: "Put the newest version last",
        }],
    );
    let missing = |file| Expected {
        file,
        line: "[change.1]",
        says: "The sentences [change.2] are missing",
        remedy: "every language needs it",
    };
    check_among(&second(SECOND_CHANGE), &[missing("text/en.toml"), missing("text/uk.toml")]);
}

/// The problems of the case with one more change of the rules.
fn with_version(version: &str) -> Vec<Problem> {
    let mut files = case();
    let changes = files.iter_mut().find(|it| it.name == "changes.toml").expect("the file is there");
    changes.text =
        [changes.text.as_str(), format!("\n[[change]]\nversion = \"{version}\"\ndate = \"2099-01\"\n").as_str()]
            .concat();
    let model = files.iter_mut().find(|it| it.name == "model.toml").expect("the file is there");
    model.text = model.text.replacen("\nversion = \"1\"", &format!("\nversion = \"{version}\""), 1);
    check::check(&files).expect_err("the change has no sentences")
}

#[test]
fn a_version_is_written_as_toml_wants_it_and_never_empty() {
    for (version, key) in
        [("1.1", "[change.\"1.1\"]"), ("1 beta", "[change.\"1 beta\"]"), ("2026-11", "[change.2026-11]")]
    {
        let problems = with_version(version);
        assert!(problems.iter().any(|it| it.remedy.contains(key)), "{version}: {problems:#?}");
    }
    for version in ["", " "] {
        let problems = with_version(version);
        assert!(problems.iter().any(|it| it.says == "The version is empty."), "{problems:#?}");
    }
}
