//! Loading: from the text of a case's files to checked data, or to every mistake at once.
//! It reads no file itself; `site` hands it the texts. What only the whole space of worlds can show
//! (a guarantee that is never reached, a shadowed row) is found by `decide::verify::audit`.

pub mod problem;
mod toml_file;
mod schema;
mod resolver;
mod convert;
mod model;
mod background;
pub mod versions;
mod sentences;
pub mod language_text;
pub mod publisher;
pub mod odd_characters;

use crate::case::{
    Model,
    background::{Background, BackgroundText},
    claims::Claim,
    load::{
        language_text::{LanguageText, Review},
        model::Rest,
        odd_characters::named,
        problem::{CaseFile, Place, Places, Problem},
        publisher::Publisher,
        versions::RuleChange,
    },
    sentences::Sentences,
};

/// A case whose parts fit together.
#[derive(Debug)]
pub struct Loaded {
    pub model: Model,
    /// One for each file in `text/`: the original first, then in the order of the file names.
    pub languages: Vec<Sentences>,
    /// Who has read each language's sentences, in the same order.
    pub reviews: Vec<Review>,
    pub claims: Vec<Claim>,
    pub background: Background,
    /// One for each language, in the same order.
    pub background_texts: Vec<BackgroundText>,
    /// Oldest first; the last one is the version of the model.
    pub changes: Vec<RuleChange>,
    /// The sentence of each change, for each language, in the order of `changes`.
    pub change_texts: Vec<Vec<String>>,
    pub publisher: Publisher,
    pub places: Places,
}

impl Loaded {
    /// Who has read the sentences of a language, by its tag.
    pub fn review(&self, locale: &str) -> &Review {
        let index = self.languages.iter().position(|it| it.locale == locale);
        index.map_or(&Review::Unread, |it| &self.reviews[it])
    }
}

/// Loads a case.
///
/// # Errors
/// Every mistake that can be found file by file, sorted by file and place.
pub fn load(files: &[CaseFile]) -> Result<Loaded, Vec<Problem>> {
    let mut problems = Vec::new();
    let publisher = publisher::read(files, &mut problems);
    let resolved = model::read(files, &mut problems);
    let mut texts = Vec::new();
    if let Some((model, rest)) = &resolved {
        let files = files.iter().filter(|it| it.name.starts_with("text/") && it.name.ends_with(".toml"));
        texts.extend(files.map(|it| sentences::read(it, model, rest, &mut problems)));
        texts.sort_by_key(|it| it.review != Review::Original);
        problems.extend(texts.iter().filter(|it| it.review == Review::Original).skip(1).map(|it| Problem {
            place: Place { file: format!("text/{}.toml", it.sentences.locale), span: 0..0 },
            says: format!("The original is {} already; no second language can be.", texts[0].sentences.name),
            remedy: sentences::ORIGINAL_ONCE.to_owned(),
        }));
    } else {
        // Without a model no sentence can be matched, but a file that is no TOML can be named already.
        for file in files.iter().filter(|it| it.name.starts_with("text/")) {
            sentences::parse(file, &mut problems);
        }
    }
    if resolved.is_some() && texts.is_empty() {
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
    let (model, rest) = model::read(files, &mut Vec::new())?;
    Some(loaded(model, rest, Vec::new(), Publisher::default()))
}

fn loaded(model: Model, rest: Rest, texts: Vec<LanguageText>, publisher: Publisher) -> Loaded {
    let Rest { claims, background, changes, places } = rest;
    let mut loaded = Loaded {
        model,
        languages: Vec::new(),
        reviews: Vec::new(),
        claims,
        background,
        background_texts: Vec::new(),
        changes,
        change_texts: Vec::new(),
        publisher,
        places,
    };
    for LanguageText { sentences, background, changes, review } in texts {
        loaded.languages.push(sentences);
        loaded.reviews.push(review);
        loaded.background_texts.push(background);
        loaded.change_texts.push(changes);
    }
    loaded
}
