//! The page model: the state, and everything computed from it.

use std::rc::Rc;

use crate::{
    case::{Model, first_sentences::FirstSentences},
    decide::{
        answers::{Answers, Questions},
        decision::Decision,
        interview::remaining,
        table::Table,
    },
    text::Text,
    view::{
        edition::Edition,
        state::{Reader, State},
    },
};

/// The inputs that the pages of the tool share.
pub struct PageModel<'a> {
    pub edition: &'a Edition,
    pub model: &'a Model,
    pub sentences: &'a FirstSentences,
    pub text: &'a Text,
    pub table: &'a Table,
    pub reader: &'a Reader,
    pub decision: &'a Decision,
    /// The decision before the reader's last change.
    pub before: Option<&'a Decision>,
    /// Questions still to ask.
    pub remaining: Questions,
}

impl PageModel<'_> {
    /// The answers that the reader has pinned; all else is open. A pin on a question that is open again keeps nothing.
    pub fn kept(&self) -> Answers {
        let space = &self.table.rules.space;
        let answers = self.reader.choices.answers(&self.table.rules);
        let pinned = self.reader.pinned.ids().filter_map(|it| Some((it, space.answer(answers, it)?)));
        pinned.fold(space.open(), |kept, (question, answer)| space.answered(kept, question, answer))
    }
}

/// A state and what follows from it, kept until the next.
pub struct Evaluated {
    edition: &'static Edition,
    pub state: State,
    decision: Rc<Decision>,
    before: Option<Rc<Decision>>,
}

impl Evaluated {
    /// The first state of a page.
    pub fn start(edition: &'static Edition, state: State) -> Self {
        Self { decision: Rc::new(state.decision()), before: state.decision_before().map(Rc::new), edition, state }
    }

    /// Returns the next state. If it decides as the last one did, the last decision is kept.
    pub fn next(&self, state: State) -> Self {
        let is_decided = state.reader.decides_as(&self.state.reader);
        let decision = if is_decided { self.decision.clone() } else { Rc::new(state.decision()) };
        let is_before = state.reader.undo.last().is_some_and(|it| it.is_of(&self.state.reader));
        let before = if is_before { Some(self.decision.clone()) } else { state.decision_before().map(Rc::new) };
        Self { edition: self.edition, state, decision, before }
    }

    /// The inputs of the pages that show this state.
    pub fn page(&self) -> PageModel<'_> {
        let Self { edition, state, decision, before } = self;
        let Edition { model, sentences, text, .. } = *edition;
        let State { table, reader, .. } = state;
        let remaining = remaining(&table.rules, &reader.choices, decision);
        PageModel { edition, model, sentences, text, table, reader, decision, before: before.as_deref(), remaining }
    }
}
