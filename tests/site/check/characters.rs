//! Characters that are not the ones that they look like, and letters that the pictures lack.

use which_guarantee::{
    case::load::{
        odd_characters::{describe, looks, stands_for},
        problem::CaseFile,
    },
    site::commands::check,
};

use crate::check::{damaged, first, wrote};

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
