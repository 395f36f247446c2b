//! `cargo site check` on damaged copies of the case: every kind of mistake is found where it stands,
//! and the message says what is wrong and what to do.

use std::path::Path;

use which_guarantee::{
    case::{
        dates::Date,
        load::{CaseFile, Problem},
        odd_characters::{describe, looks, stands_for},
        publisher::{Contact, Publisher},
    },
    site::{
        commands::{check, grade},
        files::case_files,
        html::head::Site,
    },
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
    assert!(check::summary(&loaded).contains("9 questions, 43740 worlds, 12 guarantees, 8 languages"));
}

#[test]
fn english_sentences_are_no_harder_to_read_than_the_house_allows() {
    let loaded = check::check(&case()).expect("the case holds");
    let (questions, explanations) = (grade::questions(&loaded), grade::explanations(&loaded));
    let model = &loaded.model;
    assert_eq!(questions.len(), model.questions.len());
    let parts = [model.guarantees.len(), model.readings.len(), model.flags.len(), model.normalisations.len()];
    assert_eq!(explanations.len(), parts.iter().sum::<usize>());
    for it in questions {
        assert!(it.years <= grade::OF_QUESTIONS, "{it:?}");
    }
    for it in explanations {
        assert!(it.years <= grade::OF_EXPLANATIONS, "{it:?}");
    }
    let shown = grade::summary(&loaded).expect("the case has English");
    assert!(!shown.contains("too hard"), "{shown}");

    // A question that nobody understands is said to be too hard.
    let hard = "Notwithstanding considerable international disagreement regarding extraterritorial responsibilities, \
        which multilateral institutional arrangements would you personally characterise as satisfactory?";
    let mut hardened = loaded;
    let english = hardened.languages.iter_mut().find(|it| it.locale == "en").expect("the case has English");
    for answer in &mut english.questions[2].answers {
        hard.clone_into(&mut answer.more);
    }
    let shown = grade::summary(&hardened).expect("the case has English");
    assert!(shown.contains(&format!("({}), at most 8, too hard", hardened.model.questions[2].id)), "{shown}");
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
            remedy: "Did you mean `chapter`?",
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
    for file in ["model.toml", "claims.toml", "timeline.toml", "precedents.toml", "sources.toml"] {
        check(
            &[Damage::Lost { file }],
            &[Expected { file, line: "", says: "is missing from the case", remedy: "Put" }],
        );
    }
}

#[test]
fn a_language_of_the_case_must_be_one_of_the_interface() {
    check(
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
    check(
        &[wrote("model.toml", r#"kind = "nominal""#, r#"kind = "nominal"#)],
        &[Expected {
            file: "model.toml",
            line: r#"kind = "nominal"#,
            says: "This is not TOML",
            remedy: "Look for a missing quote",
        }],
    );
    check(
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
fn a_normalisation_that_resolves_nothing_is_found() {
    check(
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
    check(
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
    check(
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
fn a_source_without_a_date_is_found() {
    check_alone(
        wrote("sources.toml", "date = \"2024-07-10\"\n", ""),
        Expected {
            file: "sources.toml",
            line: "[[source]]",
            says: "missing field `date`",
            remedy: "Compare it with its neighbours",
        },
    );
    check_alone(
        wrote("sources.toml", r#"date = "2024-07-10""#, r#"date = "undated""#),
        Expected {
            file: "sources.toml",
            line: r#"date = "undated""#,
            says: "The source `S11` has no date.",
            remedy: "or the day it was seen",
        },
    );
    check_alone(
        wrote("sources.toml", r#"date = "2024-07-10""#, r#"date = "July 2024""#),
        Expected {
            file: "sources.toml",
            line: r#"date = "July 2024""#,
            says: "`July 2024` is not a date.",
            remedy: "2023, 2023-07 or 2023-07-11",
        },
    );
}

#[test]
fn a_second_place_of_a_source_is_checked_like_the_first() {
    check_alone(
        wrote("sources.toml", "date = \"1954-10-23\"\n", "date = \"1954-10-23\"\nseen = \"2026\"\n"),
        Expected {
            file: "sources.toml",
            line: r#"seen = "2026""#,
            says: "The source `S53` has a date and a day it was seen",
            remedy: "Remove seen",
        },
    );
    check_alone(
        wrote("sources.toml", r#"date = "2023-09-28""#, r#"date = "undated""#),
        Expected {
            file: "sources.toml",
            line: r#"date = "undated""#,
            says: "The source `S59` has no date.",
            remedy: "or the day it was seen",
        },
    );
    check_alone(
        wrote("sources.toml", r#"publisher = "RTE""#, r#"publisher = " ""#),
        Expected {
            file: "sources.toml",
            line: r#"publisher = " ""#,
            says: "The source `S43` has no publisher.",
            remedy: "Fill it in.",
        },
    );
    check_alone(
        wrote("sources.toml", r#"address = "https://www.rte.ie"#, r#"address = "www.rte.ie"#),
        Expected {
            file: "sources.toml",
            line: r#"address = "www.rte.ie/news/world/2026/0108/1552102-ukraine-russia""#,
            says: "The address of the source `S43` is not a web address.",
            remedy: "https://",
        },
    );
}

#[test]
fn an_event_that_refers_to_nothing_is_found() {
    check_alone(
        wrote("timeline.toml", r#"touches = { nuclear = "against" }"#, r#"touches = { nuklear = "against" }"#),
        Expected {
            file: "timeline.toml",
            line: r#"touches = { nuklear = "against" }"#,
            says: "There is no guarantee `nuklear`.",
            remedy: "Did you mean `nuclear`?",
        },
    );
    check_alone(
        wrote("timeline.toml", r#"sources = ["S51", "S79"]"#, r#"sources = ["S151"]"#),
        Expected {
            file: "timeline.toml",
            line: r#"sources = ["S151"]"#,
            says: "There is no source `S151`.",
            remedy: "Did you mean",
        },
    );
    check_alone(
        wrote("timeline.toml", r#"reading = "J1""#, r#"reading = "J9""#),
        Expected {
            file: "timeline.toml",
            line: r#"reading = "J9""#,
            says: "There is no reading `J9`.",
            remedy: "J1, J2, J3",
        },
    );
}

#[test]
fn an_event_that_names_too_little_is_found() {
    check_alone(
        wrote("timeline.toml", r#"sources = ["S51", "S79"]"#, "sources = []"),
        Expected {
            file: "timeline.toml",
            line: r#"id = "map_2023""#,
            says: "The event `map_2023` has no source.",
            remedy: "Name at least one entry of sources.toml.",
        },
    );
    check_alone(
        wrote("timeline.toml", r#"touches = { nuclear = "against" }"#, "touches = {}"),
        Expected {
            file: "timeline.toml",
            line: r#"id = "no_nuclear_plan_2024""#,
            says: "The event `no_nuclear_plan_2024` touches no guarantee",
            remedy: "the way it points",
        },
    );
    check_alone(
        wrote("timeline.toml", r#"nuclear = "against""#, r#"nuclear = "never""#),
        Expected {
            file: "timeline.toml",
            line: r#"touches = { nuclear = "never" }"#,
            says: "unknown variant `never`, expected one of `for`, `against`, `open`",
            remedy: "Compare it with its neighbours",
        },
    );
    check_alone(
        wrote("timeline.toml", "date = \"2024-10-17\"\n", ""),
        Expected {
            file: "timeline.toml",
            line: "[[event]]",
            says: "missing field `date`",
            remedy: "Compare it with its neighbours",
        },
    );
}

#[test]
fn an_event_on_a_day_that_cannot_be_is_found() {
    for wrong in ["17 October 2024", "2024-13", "2024-11-31", "2023-02-29", "2024-1-7", ""] {
        let problems = check_date(wrong);
        assert!(problems[0].says.contains(&format!("`{wrong}` is not a date.")), "{problems:#?}");
        assert!(problems[0].remedy.contains("2023, 2023-07 or 2023-07-11"), "{problems:#?}");
    }
    check_alone(
        wrote("timeline.toml", r#"until = "2024-07-11""#, r#"until = "2024-07-09""#),
        Expected {
            file: "timeline.toml",
            line: r#"until = "2024-07-09""#,
            says: "The event `washington_2024` ends before it begins.",
            remedy: "Correct its date or its until.",
        },
    );
}

/// The problems with one event on another day; they are only about this day.
fn check_date(date: &str) -> Vec<Problem> {
    let mut files = case();
    let file = files.iter_mut().find(|it| it.name == "timeline.toml").expect("the file is there");
    file.text = file.text.replacen(r#"date = "2024-10-17""#, &format!("date = \"{date}\""), 1);
    let problems = check::check(&files).expect_err("the damage is noticed");
    assert_eq!(problems.len(), 1, "one mistake is one problem: {problems:#?}");
    assert_eq!(line(&files, &problems[0]), format!("date = \"{date}\""));
    problems
}

#[test]
fn events_that_are_not_in_the_order_of_their_dates_are_found() {
    check_alone(
        wrote("timeline.toml", r#"date = "2024-10-17""#, r#"date = "2024-10-03""#),
        Expected {
            file: "timeline.toml",
            line: r#"date = "2024-10-03""#,
            says: "The event `no_nuclear_plan_2024` stands below `workable_line_2024`, which is later.",
            remedy: "Sort the events by date",
        },
    );
    // Its neighbour names no day and may be earlier; the one before that can't be.
    check(
        &[
            wrote("timeline.toml", r#"date = "2025-11-20""#, r#"date = "2025""#),
            wrote("timeline.toml", r#"date = "2025-12-14""#, r#"date = "2025-09-03""#),
        ],
        &[Expected {
            file: "timeline.toml",
            line: r#"date = "2025-09-03""#,
            says: "The event `berlin_2025` stands below `paris_26_countries_2025`, which is later.",
            remedy: "Sort the events by date",
        }],
    );
}

#[test]
fn an_event_after_the_day_up_to_which_the_timeline_was_kept_is_found() {
    check_alone(
        wrote("timeline.toml", r#"kept_until = "2026-06-30""#, r#"kept_until = "2026-05-20""#),
        Expected {
            file: "timeline.toml",
            line: r#"date = "2026-05-21""#,
            says: "The event `eu_clause_2026` is later than 2026-05-20",
            remedy: "kept_until",
        },
    );
    check_alone(
        wrote("timeline.toml", r#"until = "2026-02-24""#, r#"until = "2026-07-24""#),
        Expected {
            file: "timeline.toml",
            line: r#"until = "2026-07-24""#,
            says: "The event `ratification_2026` is later than 2026-06-30",
            remedy: "Correct the date",
        },
    );
    check_alone(
        wrote("timeline.toml", r#"kept_until = "2026-06-30""#, r#"kept_until = "today""#),
        Expected {
            file: "timeline.toml",
            line: r#"kept_until = "today""#,
            says: "`today` is not a date.",
            remedy: "2023, 2023-07 or 2023-07-11",
        },
    );
    check_alone(
        wrote("timeline.toml", r#"kept_until = "2026-06-30""#, ""),
        Expected {
            file: "timeline.toml",
            line: "",
            says: "`kept_until` is missing.",
            remedy: r#"Write kept_until = "2023-07-11" at the top."#,
        },
    );
}

#[test]
fn an_event_that_is_there_twice_is_found() {
    check_alone(
        wrote("timeline.toml", r#"id = "vilnius_2023""#, r#"id = "map_2023""#),
        Expected {
            file: "timeline.toml",
            line: r#"id = "map_2023""#,
            says: "The event `map_2023` is there twice.",
            remedy: "Remove one of the two",
        },
    );
}

#[test]
fn an_event_without_its_sentences_in_one_language_is_found() {
    check_alone(
        wrote("text/uk.toml", "[event.geneva_2026]\ntitle = ", "[event.geneva_2026]\n# title = "),
        Expected {
            file: "text/uk.toml",
            line: "[event.geneva_2026]",
            says: "The sentence event.geneva_2026.title is missing in text/uk.toml.",
            remedy: "Write event.geneva_2026.title here",
        },
    );
    check(
        &[wrote("text/en.toml", "[event.geneva_2026]", "[event.geneva_2027]")],
        &[
            Expected {
                file: "text/en.toml",
                line: "[event.map_2023]",
                says: "The sentences [event.geneva_2026] are missing in text/en.toml.",
                remedy: "Write [event.geneva_2026] with title, says here",
            },
            Expected {
                file: "text/en.toml",
                line: "[event.geneva_2027]",
                says: "`event.geneva_2027` belongs to nothing",
                remedy: "Did you mean `event.geneva_2026`?",
            },
        ],
    );
}

#[test]
fn a_second_precedent_beside_a_guarantee_is_found() {
    check_alone(
        wrote(
            "precedents.toml",
            "held = \"partly\"\nsources = [\"S59\"]",
            "held = \"partly\"\nshown = true\nsources = [\"S59\"]",
        ),
        Expected {
            file: "precedents.toml",
            line: r#"id = "taiwan_1979""#,
            says: "The precedents `israel_1973` and `taiwan_1979` are both shown beside `porcupine`.",
            remedy: "Remove shown = true from one of the two",
        },
    );
}

#[test]
fn a_precedent_is_shown_with_what_is_similar_and_what_differs_or_not_at_all() {
    check_alone(
        wrote("text/uk.toml", "\ndiffers = ", "\n# differs = "),
        Expected {
            file: "text/uk.toml",
            line: "[precedent.poland_1939]",
            says: "The sentence precedent.poland_1939.differs is missing in text/uk.toml.",
            remedy: "Write precedent.poland_1939.differs here",
        },
    );
    check(
        &[wrote("precedents.toml", "shown = true\nsources = [\"S71\"]", "sources = [\"S71\"]")],
        &[Expected {
            file: "text/en.toml",
            line: "similar = \"Other countries made a binding promise to help, and the United States did not.\"",
            says: "`precedent.poland_1939.similar` belongs to nothing",
            remedy: "Remove it",
        }],
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
fn a_guarantee_for_which_the_scale_has_no_colour_is_found() {
    check(
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

#[test]
fn a_site_without_an_address_is_found() {
    check_alone(
        wrote("publisher.toml", r#"address = "https://which-guarantee.example/""#, r#"address = "which-guarantee""#),
        Expected {
            file: "publisher.toml",
            line: r#"address = "which-guarantee""#,
            says: "`which-guarantee` is not the address of a folder on the web.",
            remedy: r#"address = "https://which-guarantee.example/""#,
        },
    );
}

#[test]
fn a_contact_that_nobody_can_write_to_is_found() {
    check_alone(
        wrote("publisher.toml", r#"contact = """#, r#"contact = "the editors""#),
        Expected {
            file: "publisher.toml",
            line: r#"contact = "the editors""#,
            says: "`the editors` is neither an e-mail address nor the address of a page.",
            remedy: r#"leave it empty: contact = """#,
        },
    );
}

#[test]
fn an_address_of_which_one_part_is_wrong_is_none() {
    let mails = ["@a.example", "a@", "a b@a.example", "a@a b.example", "a@example", "a.example", "a@a@a.example"];
    let pages = ["https://", "https:///a", "https://a b", "ftp://a.example", "https://a.example/<"];
    for contact in mails.iter().chain(&pages) {
        let now: &str = format!("contact = \"{contact}\"").leak();
        let problems = check(&[wrote("publisher.toml", r#"contact = """#, now)], &[]);
        assert!(problems[0].says.contains("is neither an e-mail address nor"), "{contact}: {problems:?}");
    }
}

#[test]
fn two_answers_are_enough_and_one_is_not() {
    let answers = r#"answers = ["no", "partial", "full"]"#;
    let too_few = |now| {
        let problems = check(&[wrote("model.toml", answers, now)], &[]);
        problems.iter().any(|it| it.says == "The question `society` has fewer than two answers.")
    };
    assert!(too_few(r#"answers = ["no"]"#));
    assert!(!too_few(r#"answers = ["no", "full"]"#));
}

#[test]
fn an_imprint_that_is_no_page_is_found() {
    check_alone(
        wrote("publisher.toml", r#"imprint = """#, r#"imprint = "javascript:alert(1)""#),
        Expected {
            file: "publisher.toml",
            line: r#"imprint = "javascript:alert(1)""#,
            says: "`javascript:alert(1)` is not the address of a page.",
            remedy: r#"leave it empty: imprint = """#,
        },
    );
}

#[test]
fn a_promise_to_those_who_report_weaknesses_needs_a_day_a_contact_and_the_root_of_a_host() {
    let until = |day: &'static str| wrote("publisher.toml", r#"security_until = """#, day);
    let contact = |contact: &'static str| wrote("publisher.toml", r#"contact = """#, contact);
    let expected = |line, says, remedy| Expected { file: "publisher.toml", line, says, remedy };
    let day = r#"security_until = "2027-06-30""#;
    check_alone(until(day), expected(day, "no e-mail address and no https page", "Fill in contact above"));
    let mail = r#"contact = "editors@example.org""#;
    let month = r#"security_until = "2027-06""#;
    check(
        &[until(month), contact(mail)],
        &[expected(month, "`2027-06` is not a day.", r#"security_until = "2027-06-30""#)],
    );
    let page = r#"contact = "http://example.org/write""#;
    check(&[until(day), contact(page)], &[expected(day, "no https page", "Fill in contact")]);
    let folder = wrote("publisher.toml", "https://which-guarantee.example/", "https://example.org/tools/");
    check(&[until(day), contact(mail), folder], &[expected(day, "the site stands in /tools/", "Leave this empty")]);
    let publisher = check::check(&damaged(&[until(day), contact(mail)])).expect("all three are there").publisher;
    assert_eq!(publisher.security_until, Some(Date::Day(2027, 6, 30)));
}

#[test]
fn a_misspelt_setting_of_the_publisher_is_found() {
    check(
        &[wrote("publisher.toml", r#"contact = """#, r#"contakt = """#)],
        &[Expected {
            file: "publisher.toml",
            line: r#"contakt = """#,
            says: "`contakt` is not a part of publisher.toml.",
            remedy: "Correct its spelling",
        }],
    );
}

#[test]
fn what_the_publisher_sets_is_taken_and_a_case_without_the_file_has_the_example() {
    let set = damaged(&[
        wrote("publisher.toml", "https://which-guarantee.example/", "https://news.example.org/tools/guarantee"),
        wrote("publisher.toml", r#"name = """#, r#"name = "The Daily Example""#),
        wrote("publisher.toml", r#"contact = """#, r#"contact = "editors@example.org""#),
    ]);
    let publisher = check::check(&set).expect("the settings are fine").publisher;
    assert_eq!(publisher.address, "https://news.example.org/tools/guarantee/");
    assert_eq!(publisher.folder(), "/tools/guarantee/");
    assert_eq!(publisher.host(), "news.example.org");
    assert_eq!(Site { publisher: &publisher, languages: &[] }.origin(), "https://news.example.org");
    assert_eq!(publisher.name.as_deref(), Some("The Daily Example"));
    assert_eq!(publisher.contact, Some(Contact::Mail("editors@example.org".to_owned())));
    assert!(!publisher.is_example());

    let without = check::check(&damaged(&[Damage::Lost { file: "publisher.toml" }])).expect("it is not needed");
    assert_eq!(without.publisher, Publisher::default());
    assert!(without.publisher.is_example());
}

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
    check(
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
    check(&second(SECOND_CHANGE), &[missing("text/en.toml"), missing("text/uk.toml")]);
}

const SECOND_CHANGE: &str =
    "version = \"1\"\ndate = \"2026-11-24\"\n[[change]]\nversion = \"2\"\ndate = \"2027-01-01\"";
const EARLIER_CHANGE: &str =
    "version = \"1\"\ndate = \"2026-11-24\"\n[[change]]\nversion = \"2\"\ndate = \"2026-01-01\"";

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

#[test]
fn a_list_longer_than_a_byte_counts_is_found() {
    let flags = (0..256).map(|it| format!("[[flag]]\nid = \"more_{it}\"\ninferred = true\n"));
    let many = format!("{}[landscape]", flags.collect::<String>()).leak();
    let [problem] = &check(&[wrote("model.toml", "[landscape]", many)], &[])[..] else { panic!("it is one mistake") };
    assert_eq!(problem.says, "There are more than 255 flags.");
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

/// The first problem of a case with one damage.
fn first(damage: Damage) -> (Vec<CaseFile>, Vec<Problem>) {
    let files = damaged(&[damage]);
    let problems = check::check(&files).expect_err("the damage is noticed");
    (files, problems)
}

#[test]
fn a_letter_of_another_alphabet_is_named_wherever_a_word_is_echoed() {
    for (over, now, remedy) in [
        (
            r#""us_promise"]"#,
            "\"us_\u{440}romise\"]",
            "Did you mean `us_promise`? The 4th character of `us_\u{440}romise` is Cyrillic \u{440} (U+0440).",
        ),
        (
            r#""us_promise"]"#,
            "\"us_promise\u{200b}\"]",
            "Did you mean `us_promise`? The 11th character of `us_promise\u{200b}` is a zero-width space (U+200B).",
        ),
        (r#""us_promise"]"#, "\" us_promise\"]", "is a space (U+0020)."),
        (
            r#"section = "gloomy""#,
            "section = \"gl\u{43e}omy\"",
            "Did you mean `gloomy`? The 3rd character of `gl\u{43e}omy` is Cyrillic \u{43e} (U+043E).",
        ),
        (
            "\nkind = \"ordinal\"",
            "\nkind = \"ordin\u{430}l\"",
            "Did you mean `ordinal`? The 6th character of `ordin\u{430}l` is Cyrillic \u{430} (U+0430).",
        ),
    ] {
        let (_, problems) = first(wrote("model.toml", over, now));
        assert!(problems.iter().any(|it| it.remedy.contains(remedy)), "{now}: {problems:#?}");
        assert_eq!(problems.len(), 1, "{now}: {problems:#?}");
    }
}

#[test]
fn a_heading_that_only_looks_right_is_to_be_renamed_and_its_sentences_are_kept() {
    for heading in ["[question.\"w\u{430}r\"]", "[question.\"war\u{a0}\"]", "[question.\"war\u{200b}\"]"] {
        let (_, problems) = first(wrote("text/uk.toml", "[question.war]", heading));
        let it = problems.first().expect("there is one");
        assert!(it.remedy.starts_with("Write question.war in its place. The "), "{heading}: {problems:#?}");
        assert!(it.remedy.contains("(U+"), "{problems:#?}");
    }
}

#[test]
fn a_character_that_toml_does_not_know_is_named_with_the_remedy() {
    const SHORT: &str = r#"short = "Ending""#;
    for (now, says, remedy) in [
        (
            "short = \u{201c}Ending\u{201d}",
            "a curly quote \u{201c} (U+201C) stands at column 9",
            "Write \" in its place",
        ),
        ("short = \u{ab}Ending\u{bb}", "an angle quote \u{ab} (U+00AB) stands at column 9", "Write \" in its place"),
        (
            "short = \u{201e}Ending\u{201c}",
            "a curly quote \u{201e} (U+201E) stands at column 9",
            "Write \" in its place",
        ),
        (
            "short = \u{2018}Ending\u{2019}",
            "a curly quote \u{2018} (U+2018) stands at column 9",
            "Write \" in its place",
        ),
        ("short = \u{2033}Ending\u{2033}", "a prime \u{2033} (U+2033) stands at column 9", "Write \" in its place"),
        ("short = \"Ending\u{201d}", "a curly quote \u{201d} (U+201D) stands at column 16", "Write \" in its place"),
        ("short\u{a0}=\u{a0}\"Ending\"", "a no-break space (U+00A0) stands at column 6", "ordinary space"),
        ("\u{200b}short = \"Ending\"", "a zero-width space (U+200B) stands at column 1", "Remove it"),
        ("short \u{2013} \"Ending\"", "a dash \u{2013} (U+2013) stands at column 7", "Write = between"),
        ("\u{455}hort = \"Ending\"", "Cyrillic \u{455} (U+0455) stands at column 1", "Write s in its place"),
        ("short = \u{ff15}", "full-width \u{ff15} (U+FF15) stands at column 9", "Write 5 in its place"),
        ("short = \"Which \"no\" guarantee?\"", "the straight quote at column 16 ends the sentence", "curly quotes"),
        ("short = \"C:\\path\"", "a backslash has a meaning of its own", "Write \\\\ for"),
        (
            "short = [\"a\"\u{60c} \"b\"]",
            "an Arabic comma \u{60c} (U+060C) stands at column 13",
            "Write , in its place",
        ),
    ] {
        let (_, problems) = first(wrote("text/en.toml", SHORT, now));
        assert!(problems[0].says.contains(says) && problems[0].remedy.contains(remedy), "{now}: {problems:#?}");
        assert_eq!(problems.len(), 1, "{now}: {problems:#?}");
    }
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
fn columns_count_characters() {
    let folder = Path::new("case");
    for (over, now) in [
        ("short = \"Перебіг війни\"", "short = \"Перебіг війни"),
        ("short = \"Перебіг війни\"", "short = \"Перебіг війни\" x"),
    ] {
        let (files, problems) = first(wrote("text/uk.toml", over, now));
        let it = problems.first().expect("there is one");
        let text =
            &files.iter().find(|file| file.name == it.place.file).expect("it is there").text[..it.place.span.start];
        let (line, column) =
            (text.matches('\n').count() + 1, text.chars().rev().take_while(|it| *it != '\n').count() + 1);
        assert!(column < text.len() - text.rfind('\n').unwrap_or(0), "there are letters of two bytes before it");
        let printed = check::printed(it, &files, folder);
        assert!(printed.contains(&format!("[case/text/uk.toml:{line}:{column}]")), "{line}:{column}: {printed}");
    }
}

#[test]
fn decomposed_letters_are_joined_and_marks_and_invisible_characters_are_named() {
    let with = |letters: &str| {
        damaged(&[wrote("text/uk.toml", "short = \"Перебіг війни\"", "short = \"@ війни\"")])
            .into_iter()
            .map(|it| CaseFile { text: it.text.replace("@ війни", letters), name: it.name })
            .collect::<Vec<_>>()
    };
    let loaded = check::check(&with("Перебіг в\u{456}и\u{306}ни")).expect("that is one letter");
    let uk = loaded.languages.iter().find(|it| it.locale == "uk").expect("it is there");
    assert!(uk.questions.iter().any(|it| it.short == "Перебіг війни"));
    for (letters, named) in [
        ("Пере\u{301}біг", "stands a stress mark (U+0301), behind `Пере`"),
        ("Пе\u{200b}ребіг", "stands a zero-width space (U+200B), behind `Пе`"),
        ("Пе\u{ad}ребіг", "stands a soft hyphen (U+00AD)"),
    ] {
        let problems = check::check(&with(letters)).expect_err("it is noticed");
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert!(problems[0].says.contains(named), "{problems:#?}");
    }
}

#[test]
fn a_letter_that_the_pictures_lack_is_found_by_the_check() {
    let (_, problems) =
        first(wrote("text/en.toml", "[guarantee.us_pact]\nname = \"", "[guarantee.us_pact]\nname = \"\u{3b1} "));
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].says, "The fonts of the pictures have no Greek \u{3b1} (U+03B1).");
}

#[test]
fn an_id_that_is_none_is_not_proposed() {
    let (_, problems) = first(wrote("model.toml", "id = \"us_promise\"", "id = \"us.promise\""));
    assert!(problems.iter().all(|it| !it.remedy.contains("`us.promise`?")), "{problems:#?}");
    assert!(problems[0].says.contains("can't be the id of a condition"), "{problems:#?}");
}

#[test]
fn a_source_says_the_language_of_its_title() {
    let loaded = check::check(&case()).expect("the case holds");
    assert_eq!(loaded.history.lang, "en");
    for it in loaded.history.sources.iter().flat_map(|it| std::iter::once(&it.main).chain(&it.also)) {
        let is_cyrillic = it.title.chars().any(|it| ('\u{400}'..='\u{4ff}').contains(&it));
        assert_eq!(it.lang == "en", !is_cyrillic, "{}", it.title);
    }
    let title = "title = \"NATO Summit: The Conundrum";
    let files = damaged(&[wrote("sources.toml", title, "lang = \"bg\"\ntitle = \"Обща декларация: The Conundrum")]);
    let loaded = check::check(&files).expect("that is a language");
    assert_eq!(loaded.history.sources[0].main.lang, "bg");
    let (_, problems) = first(wrote("sources.toml", title, "lang = \"Bulgarian\"\ntitle = \"The Conundrum"));
    assert_eq!(problems[0].says, "`Bulgarian` is not the tag of a language.");
}

#[test]
fn one_language_is_the_original() {
    let (_, problems) = first(wrote("text/pl.toml", "locale = \"pl\"\n", "locale = \"pl\"\noriginal = true\n"));
    assert_eq!(problems[0].place.file, "text/pl.toml");
    assert_eq!(problems[0].says, "The original is English already; no second language can be.");
}

/// Sets what an editor would: follows the remedies of every problem in a case, mechanically, until none is left.
fn follow(mut files: Vec<CaseFile>) -> usize {
    for round in 0..4 {
        let Err(problems) = check::check(&files) else { return round };
        let mut places: Vec<_> = problems.iter().collect();
        // From the end, so that the places before stay what they are; one mend a line.
        places.sort_by_key(|it| std::cmp::Reverse(it.place.span.start));
        let mut mended = None;
        for it in places {
            let file = files.iter_mut().find(|file| file.name == it.place.file).expect("the file is there");
            let line = file.text[..it.place.span.start].matches('\n').count();
            if mended != Some((file.name.clone(), line)) && mend(&mut file.text, it) {
                mended = Some((file.name.clone(), line));
            }
        }
        assert!(mended.is_some(), "no remedy can be followed: {problems:#?}");
    }
    panic!("the remedies lead in a circle: {:#?}", check::check(&files).err());
}

/// Does what a remedy says, at the place of the problem.
fn mend(text: &mut String, it: &Problem) -> bool {
    let span = it.place.span.clone();
    let echo = it.says.split('`').nth(1).unwrap_or_default();
    let between = |before: &str, after: &str| {
        let rest = &it.remedy[it.remedy.find(before)? + before.len()..];
        Some(rest[..rest.find(after)?].to_owned())
    };
    if let Some(near) = between("Did you mean `", "`?") {
        text.replace_range(span.clone(), &text[span].replace(echo, &near));
    } else if let Some(key) = between("Write ", " in its place. The ") {
        let (start, end) = line_around(text, span.start);
        text.replace_range(start..end, &format!("[{key}]"));
    } else if let Some(key) = between("Write [", "] here, with the quotes.").or_else(|| between("Write [", "] here.")) {
        let (start, end) = line_around(text, span.start);
        text.replace_range(start..end, &format!("[{key}]"));
    } else if it.remedy.contains("ordinary space") {
        text.replace_range(span, " ");
    } else if let Some(sign) = between("Write ", " in its place") {
        text.replace_range(span, &sign);
    } else if it.remedy.starts_with("Write = between") {
        text.replace_range(span, "=");
    } else if it.remedy.contains("a backslash before each straight one") {
        let (start, end) = line_around(text, span.start);
        let (key, value) = text[start..end].split_once('=').expect("a line has a key");
        let inner = value.trim().trim_matches('"').replace('"', "\\\"");
        let line = format!("{key}= \"{inner}\"");
        text.replace_range(start..end, &line);
    } else if it.remedy.contains("for the backslash itself") {
        let (start, end) = line_around(text, span.start);
        let line = text[start..end].replace('\\', "\\\\");
        text.replace_range(start..end, &line);
    } else if it.remedy.starts_with("Remove it: delete") {
        let odd = |it: char| matches!(it, '\u{200b}' | '\u{ad}');
        let mended = text[span.clone()].replace(odd, "");
        text.replace_range(span, &mended);
    } else if it.remedy.starts_with("Remove the mark") {
        let mended = text[span.clone()].replace('\u{301}', "");
        text.replace_range(span, &mended);
    } else if let Some(rest) = it.remedy.strip_prefix("Move the line with ") {
        let key = rest.split(' ').next().expect("a key");
        let (start, end) = line_around(text, span.start);
        assert!(text[start..end].starts_with(key));
        let line = text[start..end].to_owned();
        text.replace_range(start..end, "");
        text.insert_str(0, &format!("{line}\n"));
    } else {
        return false;
    }
    true
}

fn line_around(text: &str, at: usize) -> (usize, usize) {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    (start, text[at..].find('\n').map_or(text.len(), |it| at + it))
}

#[test]
fn every_remedy_leads_out() {
    const SHORT: &str = "short = \"Ending\"";
    for (file, over, now) in [
        ("model.toml", "\"us_promise\"]", "\"us_\u{440}romise\"]"),
        ("model.toml", "\"us_promise\"]", "\"us_promise\u{200b}\"]"),
        ("model.toml", "\"us_promise\"]", "\" us_promise\"]"),
        ("model.toml", "section = \"gloomy\"", "section = \"gl\u{43e}omy\""),
        ("model.toml", "\nkind = \"ordinal\"", "\nkind = \"ordin\u{430}l\""),
        ("text/uk.toml", "[question.war]", "[question.\"w\u{430}r\"]"),
        ("text/uk.toml", "[question.war]", "[question.\"war\u{200b}\"]"),
        ("text/en.toml", SHORT, "short = \u{201c}Ending\u{201d}"),
        ("text/en.toml", SHORT, "short = \u{ab}Ending\u{bb}"),
        ("text/en.toml", SHORT, "short = \"Ending\u{201d}"),
        ("text/en.toml", SHORT, "short\u{a0}=\u{a0}\"Ending\""),
        ("text/en.toml", SHORT, "\u{200b}short = \"Ending\""),
        ("text/en.toml", SHORT, "short \u{2013} \"Ending\""),
        ("text/en.toml", SHORT, "\u{455}hort = \"Ending\""),
        ("text/en.toml", SHORT, "short = \"Which \"no\" guarantee?\""),
        ("text/en.toml", SHORT, "short = \"C:\\path\""),
        ("text/uk.toml", "short = \"Перебіг", "short = \"Пере\u{301}біг"),
        ("text/uk.toml", "short = \"Перебіг", "short = \"Пе\u{ad}ребіг"),
    ] {
        println!("{file}: {now:?}");
        let rounds = follow(damaged(&[Damage::Wrote { file, over, now }]));
        assert!(rounds > 0, "{now} is noticed");
    }
}

#[test]
fn a_version_with_dots_or_blanks_leads_out() {
    for (version, headings) in [
        ("1.1", ["[change.1.1]", "[change.\"1.1\"]"]),
        ("1.1.2", ["[change.1.1.2]", "[change.\"1.1.2\"]"]),
        ("2 beta", ["[change.2 beta]", "[change.\"2 beta\"]"]),
    ] {
        for heading in headings {
            let mut files = case();
            for it in &mut files {
                if it.name == "changes.toml" {
                    it.text = [
                        it.text.as_str(),
                        format!("\n[[change]]\nversion = \"{version}\"\ndate = \"2099-01\"\n").as_str(),
                    ]
                    .concat();
                } else if it.name == "model.toml" {
                    let line = it.text.lines().find(|it| it.starts_with("version")).expect("there is one").to_owned();
                    it.text = it.text.replacen(&line, &format!("version = \"{version}\""), 1);
                } else if it.name.starts_with("text/") {
                    it.text = [it.text.as_str(), format!("\n{heading}\nsays = \"It differs.\"\n").as_str()].concat();
                }
            }
            follow(files);
        }
    }
}

#[test]
fn a_word_without_odd_characters_is_not_described() {
    for word in ["us_promise", "1.1", "1 beta", "J1", ""] {
        assert_eq!(describe(word), None, "{word}");
    }
}

#[test]
fn the_first_odd_character_is_named() {
    for (word, expected) in [
        ("us_\u{440}romise", "the 4th character of `us_\u{440}romise` is Cyrillic \u{440} (U+0440)"),
        ("w\u{3bf}r", "the 2nd character of `w\u{3bf}r` is Greek \u{3bf} (U+03BF)"),
        ("war\u{200b}", "the 4th character of `war\u{200b}` is a zero-width space (U+200B)"),
        ("\u{a0}war", "the 1st character of `\u{a0}war` is a no-break space (U+00A0)"),
        ("war ", "the 4th character of `war ` is a space (U+0020)"),
        ("J\u{ff11}", "the 2nd character of `J\u{ff11}` is full-width \u{ff11} (U+FF11)"),
        ("2023\u{2011}07", "the 5th character of `2023\u{2011}07` is a typographic hyphen \u{2011} (U+2011)"),
    ] {
        assert_eq!(describe(word).as_deref(), Some(expected));
    }
}

#[test]
fn words_that_look_the_same_have_the_same_looks() {
    for word in ["us_\u{440}romise", "u\u{455}_promise", "us_promise\u{200b}", " us_promise", "us_pr\u{ad}omise"] {
        assert_eq!(looks(word), looks("us_promise"), "{word}");
    }
    assert_ne!(looks("us_pact"), looks("us_promise"));
}

#[test]
fn an_odd_character_stands_for_an_ordinary_one() {
    for (odd, ordinary) in [
        ('\u{201c}', '"'),
        ('\u{2033}', '"'),
        ('\u{2013}', '-'),
        ('\u{60c}', ','),
        ('\u{ff15}', '5'),
        ('\u{435}', 'e'),
        ('\u{ff1d}', '='),
    ] {
        assert_eq!(stands_for(odd), Some(ordinary), "{odd}");
    }
}
