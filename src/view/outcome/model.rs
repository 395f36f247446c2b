//! The inputs of the outcome's page: those of every page, and all that comes with the lazily loaded chunk.

use crate::{
    case::Case,
    decide::{answers::Questions, explain::preconditions::Origin, interview::unasked},
    text::outcome::OutcomeText,
    view::{
        outcome_chunk::OutcomeChunk, outcome_data::OutcomeData, page_model::PageModel, share::state::ShareCapabilities,
    },
};

/// The inputs of the outcome's page, once it is loaded.
pub struct OutcomeModel<'a> {
    pub page: &'a PageModel<'a>,
    /// The case with every sentence.
    pub case: &'a Case,
    pub words: &'a OutcomeText,
    pub data: &'a OutcomeData,
    pub share_capabilities: &'a ShareCapabilities,
    /// The origin of the guarantee that the reader asked about.
    pub origin: Option<&'a Origin>,
    /// The smallest sets of answers that alone force the outcome; none while it is open.
    pub reasons: &'a [Questions],
    /// Questions that "answer the rest anyway" would ask.
    pub unasked: Questions,
}

impl<'a> OutcomeModel<'a> {
    /// The inputs of an outcome on this page. `reasons` may be empty where nothing shows them.
    pub fn of(
        page: &'a PageModel<'a>,
        chunk: &'a OutcomeChunk,
        origin: Option<&'a Origin>,
        reasons: &'a [Questions],
    ) -> Self {
        let unasked = unasked(&page.table.rules, &page.reader.choices, page.decision.answers);
        Self {
            page,
            case: chunk.case,
            words: &chunk.outcome_data.text.outcome,
            data: chunk.outcome_data,
            share_capabilities: &chunk.share_capabilities,
            origin,
            reasons,
            unasked,
        }
    }
}
