//! Loading: from the text of a case's files to checked data, or to every mistake at once.
//! It reads no file itself; `site` hands it the texts. What only the whole space of worlds can show
//! (a guarantee that is never reached, a shadowed row) is found by `decide::audit`.

use std::ops::Range;

use crate::case::{
    Model,
    changes::RuleChange,
    claims::Claim,
    history::{History, HistoryText},
    odd_characters::{looks, named},
    publisher::{self, Publisher},
    resolve::{self, Rest},
    sentences::Sentences,
    sheet,
};

/// One file of a case: its path below the case folder, with `/`, and its text.
#[derive(Clone, Debug)]
pub struct CaseFile {
    pub name: String,
    pub text: String,
}

/// A mistake in a case file: where it stands, what is wrong and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub says: String,
    pub remedy: String,
}

/// A range of bytes in a named file; empty where the whole file is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub span: Range<usize>,
}

/// A case whose parts fit together.
#[derive(Debug)]
pub struct Loaded {
    pub model: Model,
    /// One for each file in `text/`, in the order of the file names.
    pub languages: Vec<Sentences>,
    pub claims: Vec<Claim>,
    pub history: History,
    /// One for each language, in the same order.
    pub history_texts: Vec<HistoryText>,
    /// Oldest first; the last one is the version of the model.
    pub changes: Vec<RuleChange>,
    /// The sentence of each change, for each language, in the order of `changes`.
    pub change_texts: Vec<Vec<String>>,
    pub publisher: Publisher,
    pub places: Places,
}

/// The places that a check of the whole space may have to point at, indexed like the model's lists.
#[derive(Debug, Default)]
pub struct Places {
    pub questions: Vec<Place>,
    pub answers: Vec<Vec<Place>>,
    pub guarantees: Vec<Place>,
    pub readings: Vec<Place>,
    pub improvements: Vec<Place>,
    pub claims: Vec<Place>,
}

/// Loads a case.
///
/// # Errors
/// Every mistake that can be found file by file, sorted by file and place.
pub fn load(files: &[CaseFile]) -> Result<Loaded, Vec<Problem>> {
    let mut problems = Vec::new();
    let publisher = publisher::read(files, &mut problems);
    let resolved = resolve::model(files, &mut problems);
    let mut texts = Texts::default();
    if let Some((model, rest)) = &resolved {
        for file in files.iter().filter(|it| it.name.starts_with("text/") && it.name.ends_with(".toml")) {
            let sheet = sheet::sentences(file, model, rest, &mut problems);
            texts.languages.push(sheet.sentences);
            texts.histories.push(sheet.history);
            texts.changes.push(sheet.changes);
        }
    } else {
        // Without a model no sentence can be matched, but a file that is no TOML can be named already.
        for file in files.iter().filter(|it| it.name.starts_with("text/")) {
            sheet::parse(file, &mut problems);
        }
    }
    if resolved.is_some() && texts.languages.is_empty() {
        problems.push(Problem {
            place: Place { file: "text".to_owned(), span: 0..0 },
            says: "The case has no sentences in any language.".to_owned(),
            remedy: "Add text/en.toml, or another language under its tag.".to_owned(),
        });
    }
    problems.iter_mut().for_each(named);
    problems.sort_by(|a, b| (&a.place.file, a.place.span.start).cmp(&(&b.place.file, b.place.span.start)));
    match resolved {
        Some((model, rest)) if problems.is_empty() => Ok(loaded(model, rest, texts, publisher)),
        _ => Err(problems),
    }
}

/// The rules without the sentences, so that they can be checked even where a sentence is missing.
/// None where the rules themselves have mistakes, which `load` reports.
pub fn rules_alone(files: &[CaseFile]) -> Option<Loaded> {
    let (model, rest) = resolve::model(files, &mut Vec::new())?;
    Some(loaded(model, rest, Texts::default(), Publisher::default()))
}

/// The sentences, by language.
#[derive(Default)]
struct Texts {
    languages: Vec<Sentences>,
    histories: Vec<HistoryText>,
    changes: Vec<Vec<String>>,
}

fn loaded(model: Model, rest: Rest, texts: Texts, publisher: Publisher) -> Loaded {
    let Rest { claims, history, changes, places } = rest;
    let Texts { languages, histories: history_texts, changes: change_texts } = texts;
    Loaded { model, languages, claims, history, history_texts, changes, change_texts, publisher, places }
}

/// The id in `known` that an editor may have meant, as the end of a remedy.
pub(super) fn meant<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let seen = looks(wrong);
    known
        .map(|it| (strsim::jaro_winkler(wrong, it).max(strsim::jaro_winkler(&seen, &looks(it))), it))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, it)| it)
}
