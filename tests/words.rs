//! The sentences that readers see, in every language: none of the case that is too long, the same placeholders
//! everywhere, and numbers as the language counts and writes them.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeSet;

use support::{
    case, files_of,
    sentences::{of_the_case, of_the_interface},
};
use which_guarantee::{
    case::load::load,
    text::{self, Plural},
};

fn placeholders(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|it| it.0).collect()
}

#[test]
fn sentences_of_a_case_have_twenty_words_at_most() {
    for case in [case(), load(&files_of("tests/cases/river")).expect("the case is whole")] {
        for index in 0..case.languages.len() {
            for (path, says) in of_the_case(&case, index) {
                for sentence in says.split_inclusive(['.', '?', '!']) {
                    let words = sentence.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count();
                    assert!(words <= 20, "{}{path}: {words} words: {sentence}", case.languages[index].locale);
                }
            }
        }
    }
}

#[test]
fn lines_for_and_against_have_fourteen_words_at_most() {
    for case in [case(), load(&files_of("tests/cases/river")).expect("the case is whole")] {
        for guarantee in case.languages.iter().flat_map(|it| &it.guarantees) {
            for line in [&guarantee.line_for, &guarantee.line_against] {
                assert!(line.split_whitespace().count() <= 14, "{}: {line}", guarantee.name);
            }
        }
    }
}

#[test]
fn every_language_has_the_same_placeholders() {
    let all = text::all();
    let (first, others) = all.split_first().expect("there are languages");
    // Lists of paragraphs may differ in length; they have no placeholder.
    let named = |it: &text::Interface| -> Vec<(String, String)> {
        let (named, listed): (Vec<_>, Vec<_>) = of_the_interface(it).into_iter().partition(|it| !it.0.is_empty());
        assert!(listed.iter().all(|it| placeholders(&it.1).is_empty()), "{listed:#?}");
        named
    };
    let forms = ["one", "few", "many"];
    let expected = named(first);
    for other in others {
        let found = named(other);
        assert_eq!(expected.len(), found.len());
        for (here, there) in expected.iter().zip(&found).filter(|(it, _)| !forms.contains(&it.0.as_str())) {
            assert_eq!(here.0, there.0);
            assert_eq!(placeholders(&here.1), placeholders(&there.1), "{}: {} / {}", here.0, here.1, there.1);
        }
        // Between languages, forms stand for different numbers; all of them together say the same.
        let plurals = |of: &[(String, String)]| -> Vec<String> {
            of.iter().filter(|it| forms.contains(&it.0.as_str())).map(|it| it.1.clone()).collect()
        };
        for (here, there) in plurals(&expected).chunks(3).zip(plurals(&found).chunks(3)) {
            let together = |it: &[String]| -> BTreeSet<String> {
                it.iter().flat_map(|it| placeholders(it)).map(str::to_owned).collect()
            };
            assert_eq!(together(here), together(there), "{here:?} / {there:?}");
        }
    }
}

#[test]
fn plural_forms_are_those_of_cldr() {
    // The integer samples of the Unicode CLDR, release 46; those of Latvian's zero stand under "many".
    let two_to_four = [2, 3, 4];
    let others = [0, 5, 6, 11, 12, 13, 14, 19, 100, 111, 112, 1_000, 10_000, 100_000, 1_000_000];
    let in_twenties = [22, 23, 24, 32, 33, 34, 102, 1_002];
    let samples: [(&str, Vec<u32>, Vec<u32>, Vec<u32>); 8] = [
        ("en", vec![1], vec![], [&[2, 3, 15, 16, 21, 101][..], &others].concat()),
        ("de", vec![1], vec![], [&[2, 3, 15, 16, 21, 101][..], &others].concat()),
        ("fr", vec![0, 1], vec![], [&[2, 3, 15, 16, 21, 101][..], &others[1..]].concat()),
        ("cs", vec![1], two_to_four.into(), [&[21, 101][..], &in_twenties, &others].concat()),
        ("sk", vec![1], two_to_four.into(), [&[21, 101][..], &in_twenties, &others].concat()),
        ("pl", vec![1], [&two_to_four[..], &in_twenties].concat(), [&[21, 31, 101, 1_001][..], &others].concat()),
        ("uk", vec![1, 21, 31, 101, 1_001], [&two_to_four[..], &in_twenties].concat(), others.into()),
        (
            "lv",
            vec![1, 21, 31, 101, 1_001],
            [&[5, 6, 7, 8, 9, 25, 29, 105][..], &two_to_four, &in_twenties].concat(),
            vec![0, 10, 11, 12, 13, 14, 15, 19, 20, 30, 100, 111, 112, 1_000, 10_000, 100_000, 1_000_000],
        ),
    ];
    let forms = Plural { one: "one", few: "few", many: "many" };
    assert_eq!(text::all().len(), samples.len());
    for (locale, one, few, many) in samples {
        let text = text::interface(locale).expect("the interface has it").text;
        for (form, numbers) in [("one", one), ("few", few), ("many", many)] {
            for number in numbers {
                assert_eq!(text.count(forms, number), form, "{locale}: {number}");
            }
        }
    }
}

#[test]
fn a_form_that_counts_more_than_one_number_names_it() {
    for interface in text::all() {
        let plural =
            of_the_interface(&interface).into_iter().filter(|it| ["one", "few", "many"].contains(&it.0.as_str()));
        let forms: Vec<String> = plural.map(|it| it.1).collect();
        for forms in forms.chunks(3).filter(|it| it[2].contains("{n}")) {
            // "One" is 1 alone in English, and 21 as well in Ukrainian.
            let is_more = ["fr", "lv", "uk"].contains(&interface.text.locale);
            let least = if is_more { forms } else { &forms[1..] };
            assert!(least.iter().all(|it| it.contains("{n}")), "{}: {forms:?}", interface.text.locale);
        }
    }
}

#[test]
fn numbers_have_the_thousands_separator_of_their_language() {
    let separators = [
        ("en", ","),
        ("uk", "\u{a0}"),
        ("pl", "\u{a0}"),
        ("sk", "\u{a0}"),
        ("cs", "\u{a0}"),
        ("lv", "\u{a0}"),
        ("de", "."),
        ("fr", "\u{202f}"),
    ];
    assert_eq!(text::all().len(), separators.len());
    for (locale, separator) in separators {
        let expected = ["0".to_owned(), "999".to_owned(), format!("1{separator}000"), format!("43{separator}740")];
        let text = text::interface(locale).expect("the interface has it").text;
        assert_eq!([0, 999, 1_000, 43_740].map(|it| text.number(it)), expected, "{locale}");
    }
    let large = Plural { one: "{n}", few: "{n}", many: "{n}" };
    assert_eq!(text::interface("en").expect("the interface has it").text.count(large, 5_796), "5,796");
}
