//! The sentences that readers see, in every language: none of the case that is too long, the same placeholders
//! everywhere.

use std::collections::BTreeSet;

use which_guarantee::{case::load::load, text};

use crate::{
    sentences::{of_the_case, of_the_interface},
    support::{case, files_of},
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
