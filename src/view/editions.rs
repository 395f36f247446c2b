//! Editions and outcome data of every language, made from the case as editors write it.

use crate::{
    case::{
        Case,
        history::HistoryText,
        load::{Loaded, spoken::Review},
        sentences::Sentences,
    },
    decide::{rules::Readings, table::Table, verify::proofs::moved},
    text,
    view::{
        edition::{Deployment, Edition, Language},
        outcome_data::OutcomeData,
    },
};

/// The case and the interface of each language, with what only the outcome's page needs. The editions have every
/// sentence, too; a browser gets them brief.
pub fn editions(loaded: &Loaded) -> Vec<(Edition, OutcomeData)> {
    let languages: Vec<Language> =
        loaded.languages.iter().map(|it| Language { locale: it.locale.clone(), name: it.name.clone() }).collect();
    let moved = moved(&loaded.model, &Table::build(&loaded.model, Readings::BASE));
    let in_language = |((sentences, history), review): ((&Sentences, &HistoryText), &Review)| {
        let interface = text::interface(&sentences.locale)?;
        let case = Case { model: loaded.model.clone(), sentences: sentences.clone() };
        let unread = if *review == Review::Unread { interface.pages.about.unread } else { "" };
        let edition = Edition {
            case,
            text: interface.text,
            languages: languages.clone(),
            unread: unread.to_owned(),
            deployment: Deployment::Site,
        };
        let outcome_data = OutcomeData {
            text: interface.outcome_page,
            sentences: sentences.clone(),
            moved: moved.clone(),
            history: loaded.history.clone(),
            history_text: history.clone(),
        };
        Some((edition, outcome_data))
    };
    loaded.languages.iter().zip(&loaded.history_texts).zip(&loaded.reviews).filter_map(in_language).collect()
}

impl Edition {
    /// As a browser gets it: with the sentences that the questions need.
    pub fn brief(&self) -> Self {
        let case = Case { model: self.case.model.clone(), sentences: self.case.sentences.brief() };
        Self { case, ..self.clone() }
    }

    /// For as long as the program runs: the app keeps its edition for ever.
    pub fn lasting(self) -> &'static Self {
        Box::leak(Box::new(self))
    }
}
