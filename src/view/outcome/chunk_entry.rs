//! The entry point of the lazily loaded chunk, which names all of its functions.
//! Only the browser's `outcome_chunk` may call `OutcomeChunk::of`, or the splitter leaves all of it in the first chunk (see
//! `site::wasm::chunks`).

use yew::prelude::*;

use crate::{
    case::Case,
    decide::explain::preconditions,
    view::{
        edition::Edition,
        ladder::rung,
        outcome::{self, board},
        outcome_chunk::OutcomeChunk,
        outcome_data::OutcomeData,
        question::presets,
        share::state::ShareCapabilities,
    },
};

impl OutcomeChunk {
    /// The outcome's page of an edition. `painted` is called with what is to happen after the next paint.
    pub fn of(
        outcome_data: &'static OutcomeData,
        edition: &Edition,
        share_capabilities: ShareCapabilities,
        painted: Callback<Callback<()>>,
    ) -> Self {
        let case = Case { model: edition.model.clone(), sentences: outcome_data.sentences.clone() };
        Self {
            outcome: outcome::outcome,
            presets: presets::list,
            rung: rung::rung,
            lead: board::lead,
            origin: preconditions::origin,
            outcome_data,
            // The page keeps its sentences for as long as it lives.
            case: Box::leak(Box::new(case)),
            share_capabilities,
            painted,
        }
    }
}
