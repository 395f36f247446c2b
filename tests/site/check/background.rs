//! Mistakes in the timeline and the precedents.

use which_guarantee::{case::load::problem::Problem, site::commands::check};

use crate::check::{Expected, case, check_alone, check_among, line, wrote};

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
    check_among(
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
    check_among(
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
    check_among(
        &[wrote("precedents.toml", "shown = true\nsources = [\"S71\"]", "sources = [\"S71\"]")],
        &[Expected {
            file: "text/en.toml",
            line: "similar = \"Other countries made a binding promise to help, and the United States did not.\"",
            says: "`precedent.poland_1939.similar` belongs to nothing",
            remedy: "Remove it",
        }],
    );
}
