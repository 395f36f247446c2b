//! The card images: the same on every machine and in every run, and never with a letter missing.

use std::path::Path;

use which_guarantee::{
    case::load::publisher::Publisher,
    site::{
        failure::Failure,
        files::SiteFile,
        social::cards::{Pictures, Subject, pictures},
    },
    view::edition::from_case::{WholeEdition, editions},
};

use crate::support;

#[test]
fn there_is_one_for_the_tool_and_for_every_guarantee_in_every_language() {
    let editions = shipped();
    let (pictures, files) = drawn(&editions).expect("they can be drawn");
    assert_eq!(files.len(), editions.len() * 13);
    for edition in &editions {
        let model = &edition.case.model;
        for subject in [Subject::Tool].into_iter().chain(model.guarantee_ids().map(Subject::Guarantee)) {
            let picture = pictures.of(&edition.case.sentences.locale, subject);
            assert!(files.iter().any(|it| it.path == picture.path), "{picture:?}");
            assert!(!picture.alt.is_empty());
        }
    }
}

#[test]
fn a_second_run_draws_the_same_to_the_byte() {
    let editions = shipped();
    assert!(drawn(&editions).expect("they can be drawn") == drawn(&editions).expect("they can be drawn"));
}

#[test]
fn another_sentence_makes_another_picture_under_another_name() {
    let mut editions = shipped();
    let (_, before) = drawn(&editions).expect("they can be drawn");
    editions[0].case.sentences.guarantees[3].what.push_str(" It has changed.");
    let (_, after) = drawn(&editions).expect("they can be drawn");
    let new: Vec<&SiteFile> = after.iter().filter(|it| !before.contains(it)).collect();
    assert_eq!(new.len(), 1);
    assert!(!before.iter().any(|it| it.path == new[0].path), "networks that keep pictures fetch the new one");
}

#[test]
fn a_letter_that_the_fonts_lack_is_named_with_its_sentence() {
    let mut editions = shipped();
    editions[1].case.sentences.guarantees[0].name = "Гарантія 安".to_owned();
    let failure = drawn(&editions).expect_err("it can't be drawn").to_string();
    for part in ["安 (U+5B89)", "Гарантія 安", "fonts/README.md"] {
        assert!(failure.contains(part), "{part} is missing in: {failure}");
    }
}

fn shipped() -> Vec<WholeEdition> {
    editions(&support::case()).into_iter().map(|it| it.0).collect()
}

fn drawn(editions: &[WholeEdition]) -> Result<(Pictures, Vec<SiteFile>), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    pictures(root, &editions.iter().collect::<Vec<_>>(), &Publisher::default())
}
