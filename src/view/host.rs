//! What the page asks of the browser around it. Prerendering has none: every request then goes nowhere.

use yew::prelude::*;

use crate::view::{
    later::Later,
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
    /// Called when the outcome's page comes near; answers with it, or with none where it could not be fetched.
    pub later: Callback<Callback<Option<Later>>>,
    /// Called to focus the element with this id; where it is a text, all of it gets selected.
    pub focus_on: Callback<String>,
    /// Called when the reader has moved to another place, with the heading to focus.
    pub focus: Callback<NodeRef>,
    /// Called once with what is to happen whenever Escape is pressed, wherever the focus is.
    pub escape: Callback<Callback<()>>,
}

/// What the address bar, the history and the window title are to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The permalink, without `#`.
    pub fragment: String,
    /// The place in the walk, for the history.
    pub place: String,
    pub title: String,
    /// Counts the reader's moves; a new one makes a new entry in the history.
    pub moves: u32,
    /// Whether the state came from the address, so that no new entry is due.
    pub restored: bool,
}

impl Host {
    /// What a click on a link within the page does. The address belongs to the permalink, so the link moves the focus
    /// and leaves the address alone.
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
