//! Grades of the English sentences.

use which_guarantee::site::commands::{check, reading_grade};

use crate::check::case;

#[test]
fn english_sentences_are_no_harder_to_read_than_the_house_allows() {
    let loaded = check::check(&case()).expect("the case holds");
    let (questions, explanations) = (reading_grade::questions(&loaded), reading_grade::explanations(&loaded));
    let model = &loaded.model;
    assert_eq!(questions.len(), model.questions.len());
    let parts = [model.guarantees.len(), model.readings.len(), model.flags.len(), model.normalisations.len()];
    assert_eq!(explanations.len(), parts.iter().sum::<usize>());
    for it in questions {
        assert!(it.years <= reading_grade::OF_QUESTIONS, "{it:?}");
    }
    for it in explanations {
        assert!(it.years <= reading_grade::OF_EXPLANATIONS, "{it:?}");
    }
    let shown = reading_grade::summary(&loaded).expect("the case has English");
    assert!(!shown.contains("too hard"), "{shown}");

    // A question that nobody understands is said to be too hard.
    let hard = "Notwithstanding considerable international disagreement regarding extraterritorial responsibilities, \
        which multilateral institutional arrangements would you personally characterise as satisfactory?";
    let mut hardened = loaded;
    let english = hardened.languages.iter_mut().find(|it| it.locale == "en").expect("the case has English");
    for answer in &mut english.questions[2].answers {
        hard.clone_into(&mut answer.more);
    }
    let shown = reading_grade::summary(&hardened).expect("the case has English");
    assert!(shown.contains(&format!("({}), at most 8, too hard", hardened.model.questions[2].id)), "{shown}");
}
