//! The lazily loaded outcome page: its code, its sentences and its computations. It is fetched when that page comes
//! near, so that no reader waits for it before the first question.
//! Here it is known by its functions' types alone; `view::outcome::chunk_entry` puts it together.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{Case, GuaranteeId, QuestionId},
    decide::{explain::preconditions::Origin, interview::Choice, table::Table},
    view::{
        host::Host,
        outcome::element_refs::OutcomeRefs,
        outcome_data::OutcomeData,
        page_model::{Evaluated, PageModel},
        share::state::ShareCapabilities,
        state::action::Action,
    },
};

/// The outcome's page, once it is here.
#[derive(Clone)]
pub struct OutcomeChunk {
    pub outcome:
        fn(&Rc<Evaluated>, &OutcomeChunk, Option<&Rc<Origin>>, &Rc<dyn Host>, &OutcomeRefs, &Callback<Action>) -> Html,
    pub presets: fn(&PageModel, &OutcomeChunk) -> Html,
    /// The content of an opened rung.
    pub rung: fn(&PageModel, &OutcomeChunk, Option<&Origin>, GuaranteeId, &Callback<Action>) -> Html,
    /// Where an answer to a question leads, below it.
    pub lead: fn(&PageModel, &OutcomeChunk, QuestionId, Choice) -> Html,
    pub origin: fn(&Table, GuaranteeId) -> Origin,
    pub outcome_data: &'static OutcomeData,
    /// The case with every sentence.
    pub case: &'static Case,
    /// For passing the outcome on.
    pub share_capabilities: ShareCapabilities,
    /// Called with what is to happen once what is there has been painted. Where nothing is painted, it happens soon.
    pub painted: Callback<Callback<()>>,
}
