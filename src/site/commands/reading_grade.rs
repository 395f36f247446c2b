//! The reading grade of the English sentences of a case, by Flesch and Kincaid (Kincaid et al., 1975). It estimates the
//! years of school in the United States that a text needs, from the lengths of its sentences and words.

use crate::case::{load::Loaded, sentences::Sentences};

/// The highest grade of a question with its hint and its answers.
pub const OF_QUESTIONS: f64 = 8.0;

/// The highest grade of an explanation: an option, an interpretation, a flag or the reason for a correction.
pub const OF_EXPLANATIONS: f64 = 10.0;

/// The grade of one part of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Grade<'a> {
    /// The part's id.
    pub id: &'a str,
    /// In years of school; short sentences of short words can be below 0.
    pub years: f64,
}

/// The grade of every question in order; empty where the case has no English.
pub fn questions(loaded: &Loaded) -> Vec<Grade<'_>> {
    let Some(english) = english(loaded) else { return Vec::new() };
    let parts = loaded.model.questions.iter().zip(&english.questions);
    parts
        .map(|(question, it)| {
            let answers = it.answers.iter().flat_map(|it| [&it.says, &it.more]);
            graded(&question.id, [&it.asks, &it.hint].into_iter().chain(answers))
        })
        .collect()
}

/// The grade of every explanation: options, interpretations, flags, corrections; empty where the case has no English.
pub fn explanations(loaded: &Loaded) -> Vec<Grade<'_>> {
    let Some(english) = english(loaded) else { return Vec::new() };
    let model = &loaded.model;
    let options = model.guarantees.iter().zip(&english.guarantees).map(|(guarantee, it)| {
        graded(&guarantee.id, [&it.what, &it.line_for, &it.line_against, &it.pro, &it.contra, &it.price, &it.rated])
    });
    let readings = model
        .readings
        .iter()
        .zip(&english.readings)
        .map(|(reading, it)| graded(&reading.id, [&it.name, &it.passage, &it.base, &it.other, &it.effect]));
    let flags = model.flags.iter().zip(&english.flags).map(|(flag, it)| graded(&flag.id, [&it.title, &it.says]));
    let normalisations = model
        .normalisations
        .iter()
        .zip(&english.normalisations)
        .map(|(normalisation, it)| graded(&normalisation.id, [&it.says, &it.method]));
    options.chain(readings).chain(flags).chain(normalisations).collect()
}

/// A line for editors: the hardest question and the hardest explanation beside their limits. None where the case has no
/// English, the only language that the formula is made for.
pub fn summary(loaded: &Loaded) -> Option<String> {
    let [questions, explanations] =
        [("questions", questions(loaded), OF_QUESTIONS), ("explanations", explanations(loaded), OF_EXPLANATIONS)].map(
            |(what, grades, limit)| {
                let hardest = grades.into_iter().max_by(|a, b| a.years.total_cmp(&b.years))?;
                let Grade { id, years } = hardest;
                let judged = if years > limit { ", too hard: shorter sentences and words help" } else { "" };
                Some(format!("{what} up to {years:.1} ({id}), at most {limit}{judged}"))
            },
        );
    Some(format!("Reading grade of the English sentences (Flesch–Kincaid): {}; {}.", questions?, explanations?))
}

fn english(loaded: &Loaded) -> Option<&Sentences> {
    loaded.languages.iter().find(|it| it.locale.split('-').next() == Some("en"))
}

fn graded<'a, 'b>(id: &'a str, texts: impl IntoIterator<Item = &'b String>) -> Grade<'a> {
    // A label without a full stop is a sentence of its own.
    let ended = |it: &String| if it.ends_with(['.', '?', '!']) { it.clone() } else { format!("{it}.") };
    let all: Vec<String> = texts.into_iter().filter(|it| !it.is_empty()).map(ended).collect();
    Grade { id, years: textstat::flesch_kincaid_grade(&all.join(" ")) }
}
