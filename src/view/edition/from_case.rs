//! Editions and outcome data of every language, made from the case as editors write it.

use crate::{
    case::{
        Case,
        background::BackgroundText,
        first_sentences::FirstSentences,
        load::{Loaded, language_text::Review},
        sentences::Sentences,
    },
    decide::{rules::Readings, table::Table, verify::proofs::moved},
    text::{self, Text},
    view::{
        edition::{Deployment, Edition, Language},
        outcome_data::OutcomeData,
    },
};

/// The case and the interface in one language, with every sentence: the site makes its pages from it.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeEdition {
    pub case: Case,
    pub text: Text,
    /// All languages of the site, this one included.
    pub languages: Vec<Language>,
    /// A sentence for the reader: that no native editor has read the translation; empty where one has.
    pub unread: String,
}

/// The case and the interface of each language, with what only the outcome's page needs.
pub fn editions(loaded: &Loaded) -> Vec<(WholeEdition, OutcomeData)> {
    let languages: Vec<Language> =
        loaded.languages.iter().map(|it| Language { locale: it.locale.clone(), name: it.name.clone() }).collect();
    let moved = moved(&loaded.model, &Table::build(&loaded.model, Readings::BASE));
    let in_language = |((sentences, background), review): ((&Sentences, &BackgroundText), &Review)| {
        let interface = text::interface(&sentences.locale)?;
        let case = Case { model: loaded.model.clone(), sentences: sentences.clone() };
        let unread = if *review == Review::Unread { interface.pages.about.unread } else { "" };
        let edition =
            WholeEdition { case, text: interface.text, languages: languages.clone(), unread: unread.to_owned() };
        let outcome_data = OutcomeData {
            text: interface.outcome_page,
            sentences: sentences.clone(),
            moved: moved.clone(),
            background: loaded.background.clone(),
            background_text: background.clone(),
        };
        Some((edition, outcome_data))
    };
    loaded.languages.iter().zip(&loaded.background_texts).zip(&loaded.reviews).filter_map(in_language).collect()
}

impl WholeEdition {
    /// The edition that a browser gets first, with the sentences that the questions need.
    pub fn first_load(&self) -> Edition {
        Edition {
            model: self.case.model.clone(),
            sentences: FirstSentences::from(&self.case.sentences),
            text: self.text,
            languages: self.languages.clone(),
            unread: self.unread.clone(),
            deployment: Deployment::Site,
        }
    }
}

impl Edition {
    /// For as long as the program runs: the app keeps its edition for ever.
    pub fn lasting(self) -> &'static Self {
        Box::leak(Box::new(self))
    }
}
