//! The inputs that the outcome's page keeps from one drawing to the next, and those that its parts share.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    decide::{
        answers::Questions,
        explain::{preconditions::Origin, reasons::reasons},
    },
    view::{
        host::Host,
        outcome::{element_refs::OutcomeRefs, folds::Fold, model::OutcomeModel},
        outcome_chunk::OutcomeChunk,
        page_model::Evaluated,
        state::action::Action,
    },
};

/// The handlers and handles that the parts of the page share.
#[derive(Clone)]
pub struct OutcomeContext {
    pub host: Rc<dyn Host>,
    pub refs: OutcomeRefs,
    pub painted: Callback<Callback<()>>,
    pub act: Callback<Action>,
}

/// The owned inputs of the outcome's page, from which `draw` makes an `OutcomeModel`.
pub struct OutcomeInputs {
    evaluated: Rc<Evaluated>,
    chunk: OutcomeChunk,
    origin: Option<Rc<Origin>>,
    reasons: Vec<Questions>,
}

impl OutcomeInputs {
    /// The inputs that follow from a state, with the reasons of its outcome.
    pub fn of(evaluated: &Rc<Evaluated>, chunk: &OutcomeChunk, origin: Option<&Rc<Origin>>) -> Self {
        let page = evaluated.page();
        let reasons = reasons(page.table, page.decision.answers);
        Self { evaluated: evaluated.clone(), chunk: chunk.clone(), origin: origin.cloned(), reasons }
    }

    /// The folded part that a link leads to, and the number of the move with which it came.
    pub fn led_to(&self) -> Option<(Fold, u32)> {
        let reader = &self.evaluated.state.reader;
        Some((reader.led_to?, reader.moves))
    }

    /// Draws a part from these inputs.
    pub fn draw(&self, draw: impl FnOnce(&OutcomeModel) -> Html) -> Html {
        let page = self.evaluated.page();
        draw(&OutcomeModel::of(&page, &self.chunk, self.origin.as_deref(), &self.reasons))
    }
}
