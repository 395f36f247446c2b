//! Mistakes in files, keys, ids and languages, whatever the rules say.

use which_guarantee::site::commands::check;

use crate::check::{Damage, Expected, case, check_alone, check_among, first, wrote};

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
            remedy: "Did you mean `chapter`?",
        },
    );
}

#[test]
fn a_misspelt_list_is_found() {
    check_among(
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
    for file in ["model.toml", "claims.toml", "timeline.toml", "precedents.toml", "sources.toml"] {
        check_among(
            &[Damage::Lost { file }],
            &[Expected { file, line: "", says: "is missing from the case", remedy: "Put" }],
        );
    }
}

#[test]
fn a_language_of_the_case_must_be_one_of_the_interface() {
    check_among(
        &[Damage::Copied { file: "text/en.toml", to: "text/it.toml" }],
        &[Expected {
            file: "text/it.toml",
            line: "",
            says: "The interface has no sentences in `it`, but the case has.",
            remedy: "Copy the folder src/text/en to src/text/it,",
        }],
    );
}

#[test]
fn what_is_no_toml_is_found() {
    check_among(
        &[wrote("model.toml", r#"kind = "nominal""#, r#"kind = "nominal"#)],
        &[Expected {
            file: "model.toml",
            line: r#"kind = "nominal"#,
            says: "This is not TOML",
            remedy: "Look for a missing quote",
        }],
    );
    check_among(
        &[wrote("model.toml", r#"kind = "nominal""#, "kind = \"nominal\"\nkind = \"nominal\"")],
        &[Expected {
            file: "model.toml",
            line: r#"kind = "nominal""#,
            says: "This is not TOML: duplicate key",
            remedy: "remove one of the two",
        }],
    );
}

#[test]
fn an_id_that_is_there_twice_is_found() {
    check_among(
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
fn a_list_longer_than_a_byte_counts_is_found() {
    let flags = (0..256).map(|it| format!("[[flag]]\nid = \"more_{it}\"\ninferred = true\n"));
    let many = format!("{}[landscape]", flags.collect::<String>()).leak();
    let [problem] = &check_among(&[wrote("model.toml", "[landscape]", many)], &[])[..] else {
        panic!("it is one mistake")
    };
    assert_eq!(problem.says, "There are more than 255 flags.");
}

#[test]
fn a_line_that_belongs_to_the_top_is_to_be_moved_there() {
    let mut files = case();
    let model = files.iter_mut().find(|it| it.name == "model.toml").expect("the file is there");
    let line = model.text.lines().find(|it| it.starts_with("version")).expect("there is one").to_owned();
    model.text = format!("{}\n{line}\n", model.text.replacen(&line, "", 1));
    let problems = check::check(&files).expect_err("the damage is noticed");
    assert!(problems.iter().any(|it| it.remedy.starts_with("Move the line with version to the top")), "{problems:#?}");
}

#[test]
fn an_id_that_is_none_is_not_proposed() {
    let (_, problems) = first(wrote("model.toml", "id = \"us_promise\"", "id = \"us.promise\""));
    assert!(problems.iter().all(|it| !it.remedy.contains("`us.promise`?")), "{problems:#?}");
    assert!(problems[0].says.contains("can't be the id of a condition"), "{problems:#?}");
}

#[test]
fn one_language_is_the_original() {
    let (_, problems) = first(wrote("text/pl.toml", "locale = \"pl\"\n", "locale = \"pl\"\noriginal = true\n"));
    assert_eq!(problems[0].place.file, "text/pl.toml");
    assert_eq!(problems[0].says, "The original is English already; no second language can be.");
}
