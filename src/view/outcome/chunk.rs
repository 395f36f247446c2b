//! Puts the lazily loaded chunk together, and so names all of its functions.
//! Only the browser's `later` may call `Later::of`, or the splitter leaves all of it in the main piece (see `site::wasm::linker`).

use yew::prelude::*;

use crate::{
    case::Case,
    decide::explain::preconditions,
    view::{
        annex::Annex,
        edition::Edition,
        ladder::rung,
        later::Later,
        outcome::{self, board},
        question::starting_answers,
        share::state::Means,
    },
};

impl Later {
    /// The outcome's page of an edition. `painted` is called with what is to happen after the next paint.
    pub fn of(annex: &'static Annex, edition: &Edition, means: Means, painted: Callback<Callback<()>>) -> Self {
        let case = Case { model: edition.case.model.clone(), sentences: annex.sentences.clone() };
        Self {
            outcome: outcome::outcome,
            presets: starting_answers::list,
            rung: rung::rung,
            lead: board::lead,
            origin: preconditions::origin,
            annex,
            // The page keeps its sentences for as long as it lives.
            case: Box::leak(Box::new(case)),
            means,
            painted,
        }
    }
}
