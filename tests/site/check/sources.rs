//! Mistakes in sources: dates, places and languages.

use which_guarantee::site::commands::check;

use crate::check::{Expected, case, check_alone, damaged, first, wrote};

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
fn a_source_says_the_language_of_its_title() {
    let loaded = check::check(&case()).expect("the case holds");
    assert_eq!(loaded.background.lang, "en");
    for it in loaded.background.sources.iter().flat_map(|it| std::iter::once(&it.main).chain(&it.also)) {
        let is_cyrillic = it.title.chars().any(|it| ('\u{400}'..='\u{4ff}').contains(&it));
        assert_eq!(it.lang == "en", !is_cyrillic, "{}", it.title);
    }
    let title = "title = \"NATO Summit: The Conundrum";
    let files = damaged(&[wrote("sources.toml", title, "lang = \"bg\"\ntitle = \"Обща декларация: The Conundrum")]);
    let loaded = check::check(&files).expect("that is a language");
    assert_eq!(loaded.background.sources[0].main.lang, "bg");
    let (_, problems) = first(wrote("sources.toml", title, "lang = \"Bulgarian\"\ntitle = \"The Conundrum"));
    assert_eq!(problems[0].says, "`Bulgarian` is not the tag of a language.");
}
