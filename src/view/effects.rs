//! Side effects after a render: address, focus, title. Each is named for what the reader notices and runs only when its
//! inputs have changed.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::{
    address::{Address, address},
    host::Host,
    page_model::PageModel,
    share::state::Content,
    state::{Place, action::Action},
};

/// The inputs of the last effects.
#[derive(Default)]
pub struct Effects {
    is_listening: bool,
    address: Option<Address>,
    wanted: Option<u32>,
    place: Shown,
    is_enlarged: bool,
    refused: Option<Content>,
}

/// The content of the page's main slot. Different content is a new place.
#[derive(Clone, Copy, Default, PartialEq)]
struct Shown {
    moves: u32,
    /// The outcome's page is due and not here, and whether it could not be fetched.
    waits: Option<bool>,
}

impl Effects {
    /// Lets the browser follow what is on show. `fetch` is called when the outcome's page comes near.
    pub fn follow(
        &mut self,
        page: &PageModel,
        host: &Rc<dyn Host>,
        fetch: &Callback<()>,
        heading: &NodeRef,
        act: &Callback<Action>,
    ) {
        let reader = page.reader;
        self.listen(host, act);
        self.address(address(page), host);
        self.fetch_the_outcome(reader.wants_later(&page.table.rules), fetch);
        let is_due = reader.place == Place::Outcome && !reader.chunk.is_here();
        let waits = is_due.then(|| reader.chunk.is_missing());
        let is_own = reader.moves != self.place.moves && !reader.restored;
        let may_focus = is_own || host.is_in_use();
        self.focus_on_a_new_place(Shown { moves: reader.moves, waits }, may_focus, host, heading);
        self.focus_on_large_type(reader.is_enlarged(), host, heading);
        self.focus_on_a_refused_text(reader.share.refused(), host);
    }

    /// The first time: what the reader had begun in the prerendered page goes on, addresses edited by hand are followed, and Escape leads back from what fills the page.
    fn listen(&mut self, host: &Rc<dyn Host>, act: &Callback<Action>) {
        if !self.is_listening {
            self.is_listening = true;
            host.alive();
            host.on_arrival(act.reform(Action::Arrive));
            host.on_escape(act.reform(|()| Action::LeaveEnlarged));
            host.on_loss(act.reform(|()| Action::Renew));
        }
    }

    /// The address, the history and the title follow the state.
    fn address(&mut self, address: Address, host: &Rc<dyn Host>) {
        if self.address.as_ref() != Some(&address) {
            host.show_address(address.clone());
            self.address = Some(address);
        }
    }

    /// The outcome's page is whole when the reader comes to it: it is fetched after the first answer, and asked for
    /// again where it is due and has not come.
    fn fetch_the_outcome(&mut self, wanted: Option<u32>, fetch: &Callback<()>) {
        if wanted.is_some() && wanted != self.wanted {
            fetch.emit(());
        }
        self.wanted = wanted;
    }

    /// The heading of a new place gets the focus, so that a screen reader reads it and the keyboard goes on from there.
    /// An answer moves nothing, and a page that has just opened leaves the focus where it is. So does a frame whose reader
    /// is elsewhere in the page around it, when its address changes or what was waited for comes.
    fn focus_on_a_new_place(&mut self, shown: Shown, may_focus: bool, host: &Rc<dyn Host>, heading: &NodeRef) {
        if shown != self.place && shown.moves > 0 && may_focus {
            host.focus(heading);
        }
        self.place = shown;
    }

    /// Moves the focus to the heading of an enlarged view.
    fn focus_on_large_type(&mut self, is_enlarged: bool, host: &Rc<dyn Host>, heading: &NodeRef) {
        if is_enlarged && !self.is_enlarged {
            host.focus(heading);
        }
        self.is_enlarged = is_enlarged;
    }

    /// A text that could not be copied is shown, and has the focus with all of it selected, ready to be copied by hand.
    fn focus_on_a_refused_text(&mut self, refused: Option<Content>, host: &Rc<dyn Host>) {
        if let Some(content) = refused.filter(|it| self.refused != Some(*it)) {
            host.focus_on(&content.field());
        }
        self.refused = refused;
    }
}
