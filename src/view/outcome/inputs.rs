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
        outcome::{folds::Fold, marks::Marks, whole::Whole},
        outcome_chunk::OutcomeChunk,
        scene::Evaluated,
        state::action::Action,
    },
};

/// The handlers and handles that the parts of the page share.
#[derive(Clone)]
pub struct Tools {
    pub host: Rc<dyn Host>,
    pub marks: Marks,
    pub painted: Callback<Callback<()>>,
    pub act: Callback<Action>,
}

/// The inputs of the page.
pub struct Seen {
    evaluated: Rc<Evaluated>,
    chunk: OutcomeChunk,
    origin: Option<Rc<Origin>>,
    reasons: Vec<Questions>,
}

impl Seen {
    /// The inputs that follow from a state, with the reasons of its outcome.
    pub fn of(evaluated: &Rc<Evaluated>, chunk: &OutcomeChunk, origin: Option<&Rc<Origin>>) -> Self {
        let scene = evaluated.scene();
        let reasons = reasons(scene.table, scene.decision.answers);
        Self { evaluated: evaluated.clone(), chunk: chunk.clone(), origin: origin.cloned(), reasons }
    }

    /// The folded part that a link leads to, and the number of the move with which it came.
    pub fn led_to(&self) -> Option<(Fold, u32)> {
        let reader = &self.evaluated.state.reader;
        Some((reader.led_to?, reader.moves))
    }

    /// Draws a part from these inputs.
    pub fn draw(&self, draw: impl FnOnce(&Whole) -> Html) -> Html {
        let scene = self.evaluated.scene();
        draw(&Whole::of(&scene, &self.chunk, self.origin.as_deref(), &self.reasons))
    }
}
