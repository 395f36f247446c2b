//! The page's requests to the browser. `view` knows no browser: it is given one that follows these requests.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::{address::Address, state::action::Arrival};

/// The browser, as far as the view needs it. Whoever leaves a request out ignores it.
pub trait Host {
    /// Called once, when the page is alive.
    fn alive(&self) {}

    /// Called once, when the page is alive, with what is to happen whenever the address changes from outside.
    fn on_arrival(&self, _arrive: Callback<Arrival>) {}

    /// Called once with what is to happen whenever Escape is pressed, wherever the focus is.
    fn on_escape(&self, _leave: Callback<()>) {}

    /// Called once, before the first change, with what is to happen when others have taken fields or buttons out of the
    /// page.
    fn on_loss(&self, _renew: Callback<()>) {}

    /// Called whenever the address or the title is to follow the state.
    fn show_address(&self, _address: Address) {}

    /// The content of a text field or a menu; none where there is no such element.
    fn value(&self, _field: &NodeRef) -> Option<String> {
        None
    }

    /// Called when the reader moves to another place, before what has the focus is taken out of the page.
    fn blur(&self) {}

    /// Whether the reader is in this page. Otherwise the page around it keeps the focus.
    fn is_in_use(&self) -> bool {
        true
    }

    /// Called when the reader has moved to another place, with the heading to focus.
    fn focus(&self, _heading: &NodeRef) {}

    /// Called to focus the element with this id; where it is a text, all of it gets selected.
    fn focus_on(&self, _id: &str) {}

    /// Called when everything on show has been drawn.
    fn drawn(&self) {}

    /// Called when a part of a change is about to be drawn.
    fn draws(&self) {}

    /// Called when a change is about to be drawn. Returns whether others have altered the page's nodes: the page is empty
    /// then, and everything is to be mounted afresh.
    fn empty_if_altered(&self) -> bool {
        false
    }

    /// Called to load the page anew, with the answers in its address.
    fn load_anew(&self) {}
}

/// Stands in while prerendering.
pub struct NoBrowser;

impl Host for NoBrowser {}

/// The handler of a click on a link within the page. It moves the focus and leaves the address alone, because the
/// address belongs to the permalink.
pub fn lead_to(host: &Rc<dyn Host>, target: &NodeRef) -> Callback<MouseEvent> {
    let (host, target) = (host.clone(), target.clone());
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        host.focus(&target);
    })
}
