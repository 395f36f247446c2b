//! The page's requests to the browser. Prerendering has no browser, so every request is a no-op there.

use yew::prelude::*;

use crate::view::{
    address::Address,
    state::action::{Action, Arrival},
};

/// The browser, as far as the view needs it.
#[derive(Clone, Default, PartialEq)]
pub struct Host {
    /// Called once, when the page is alive.
    pub alive: Callback<()>,
    /// Called once, when the page is alive; answers whenever the address changes from outside.
    pub arrive: Callback<Callback<Arrival>>,
    /// Called whenever the address or the title is to follow the state.
    pub address: Callback<Address>,
    /// Called to read what stands in a text field or a menu.
    pub value: Callback<(NodeRef, Callback<String>)>,
    /// Called to focus the element with this id; where it is a text, all of it gets selected.
    pub focus_on: Callback<String>,
    /// Called when the reader has moved to another place, with the heading to focus.
    pub focus: Callback<NodeRef>,
    /// Called as drawing goes on. Where a change is due, returns whether others have altered the page's nodes; the page
    /// is empty then, and everything is to be mounted afresh.
    pub alterations: Option<Callback<Drawing, bool>>,
    /// Called once with what is to happen whenever Escape is pressed, wherever the focus is.
    pub escape: Callback<Callback<()>>,
    /// Called to load the page anew, with the answers in its address.
    pub load_anew: Callback<()>,
}

/// A moment in the drawing of the page, for the observer of its nodes.
pub enum Drawing {
    /// All of a change is drawn.
    Done,
    /// A part of a change is about to be drawn.
    Part,
    /// A change is about to be drawn.
    Due,
    /// Before the first change: called when others have taken fields or buttons out of the page.
    Lost(Callback<()>),
}

impl Host {
    /// Says that everything on show has been drawn.
    pub fn drawn(&self) {
        self.tell(Drawing::Done);
    }

    /// Says that a part is about to be drawn.
    pub fn draws(&self) {
        self.tell(Drawing::Part);
    }

    /// Prepares the page for a change. Returns 1 where everything is to be mounted afresh, otherwise 0.
    pub fn renewals(&self) -> u32 {
        u32::from(self.tell(Drawing::Due))
    }

    /// Takes what is to happen when others have taken fields or buttons out of the page.
    pub fn on_loss(&self, then: Callback<()>) {
        self.tell(Drawing::Lost(then));
    }

    fn tell(&self, drawing: Drawing) -> bool {
        self.alterations.as_ref().is_some_and(|it| it.emit(drawing))
    }

    /// The handler of a click on a link within the page. It moves the focus and leaves the address alone, because the
    /// address belongs to the permalink.
    pub fn lead_to(&self, target: &NodeRef) -> Callback<MouseEvent> {
        let focus = self.focus.clone();
        let target = target.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus.emit(target.clone());
        })
    }
}

/// Wraps the page's actions so that the browser can only say where the reader arrives.
pub fn arrivals(act: &Callback<Action>) -> Callback<Arrival> {
    act.reform(Action::Arrive)
}
