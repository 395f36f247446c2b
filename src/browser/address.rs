//! Address and history: the fragment follows the state, and the state follows the fragment when a reader edits it,
//! follows a link or goes back and forward.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{History, Location};
use yew::prelude::*;

use crate::{
    browser::{boot::document, painted::once_painted},
    case::permalink,
    view::{Edition, host::Address, state::action::Arrival},
};

/// One reader's visit to the page.
#[derive(Clone)]
pub struct Visit {
    edition: &'static Edition,
    marks: Rc<Marks>,
}

/// What tells the entries of the history apart.
#[derive(Default)]
struct Marks {
    /// The walk that is going on: entries of the same walk share their answers, so that going back loses none.
    walk: Cell<u32>,
    /// The last move that the history has seen.
    moves: Cell<u32>,
}

impl Visit {
    pub fn new(edition: &'static Edition) -> Self {
        Self { edition, marks: Rc::default() }
    }

    /// Says where the reader arrives whenever the address changes from outside.
    pub fn arrive(&self) -> Callback<Callback<Arrival>> {
        let visit = self.clone();
        Callback::from(move |arrive: Callback<Arrival>| {
            let Some(window) = web_sys::window() else { return };
            let visit = visit.clone();
            // `popstate` covers going back and forward as well as an edited fragment. The page keeps listening
            // for as long as it lives.
            EventListener::new(&window, "popstate", move |_| arrive.emit(visit.read())).forget();
        })
    }

    /// Writes the address, the history and the title, once what has changed is painted: writing takes a browser longer
    /// than all that follows from an answer.
    pub fn address(&self, after_paint: Function) -> Callback<Address> {
        let marks = self.marks.clone();
        Callback::from(move |address: Address| {
            let marks = marks.clone();
            once_painted(&after_paint, move || write(&address, &marks));
        })
    }

    /// What the address and the history's entry say now.
    pub fn read(&self) -> Arrival {
        let model = &self.edition.case.model;
        let fragment = location().and_then(|it| it.hash().ok()).unwrap_or_default();
        let state = history().and_then(|it| it.state().ok()).and_then(|it| it.as_string());
        let entry = state
            .as_deref()
            .and_then(|it| it.split_once('&'))
            .and_then(|(walk, place)| Some((walk.parse::<u32>().ok()?, place)));
        match entry {
            Some((walk, place)) => {
                let same_walk = self.marks.walk.replace(walk) == walk;
                let link = permalink::parse(model, &format!("{fragment}&{place}"));
                Arrival { link, has_place: true, same_walk, ..Arrival::default() }
            }
            None => {
                self.marks.walk.set(self.marks.walk.get() + 1);
                let link = permalink::parse(model, &fragment);
                let has_place = link.at.is_some() || !link.unsure.is_empty();
                Arrival { link, has_place, ..Arrival::default() }
            }
        }
    }
}

fn write(address: &Address, marks: &Marks) {
    if let Some(document) = document() {
        document.set_title(&address.title);
    }
    let (Some(history), Some(location)) = (history(), location()) else { return };
    let state = JsValue::from_str(&format!("{}&{}", marks.walk.get(), address.place));
    let moved = marks.moves.replace(address.moves) != address.moves && !address.restored;
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let url = if address.fragment.is_empty() { path } else { format!("#{}", address.fragment) };
    // Refused in some sandboxes; the tool goes on without an address.
    let _ = if moved {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    };
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}
