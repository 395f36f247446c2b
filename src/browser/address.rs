//! Address and history: the fragment follows the state, and the state follows the fragment when a reader edits it,
//! follows a link or goes back and forward.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{History, Location};
use yew::prelude::*;

use crate::{
    browser::{page::document, page_script::PageScript},
    case::permalink,
    view::{address::Address, edition::Edition, outcome::folds::Fold, state::action::Arrival},
};

/// One reader's visit to the page.
#[derive(Clone)]
pub struct Visit {
    edition: &'static Edition,
    marks: Rc<Marks>,
    script: PageScript,
}

/// The key that distinguishes entries of the history.
#[derive(Default)]
struct Marks {
    /// The walk that is going on: entries of the same walk share their answers, so that going back loses none.
    walk: Cell<u32>,
    /// The last move that the history has seen.
    moves: Cell<u32>,
    /// How often the reader had started again by then.
    walks: Cell<u32>,
    /// The understood part of an address that was not understood as a whole. While it is on show, the address stays as
    /// it came, so that a reload loses nothing.
    arrived: RefCell<Option<String>>,
    /// Counts how often the address was read. What was to be written before the last time is out of date.
    reads: Cell<u32>,
}

impl Visit {
    pub fn new(edition: &'static Edition, script: PageScript) -> Self {
        Self { edition, marks: Rc::default(), script }
    }

    /// Says where the reader arrives whenever the address changes from outside.
    pub fn on_arrival(&self, arrive: Callback<Arrival>) {
        let Some(window) = web_sys::window() else { return };
        let visit = self.clone();
        // `popstate` covers going back and forward as well as an edited fragment. The page keeps listening
        // for as long as it lives.
        EventListener::new(&window, "popstate", move |_| arrive.emit(visit.read())).forget();
    }

    /// Writes the address, the history and the title, once what has changed is painted: writing takes a browser longer
    /// than all that follows from an answer.
    pub fn show(&self, address: Address) {
        let marks = self.marks.clone();
        let reads = marks.reads.get();
        self.script.once_painted(move || {
            // A reader who goes back or edits the address meanwhile goes on from there.
            if marks.reads.get() == reads {
                write(&address, &marks);
            }
        });
    }

    /// The current content of the address and of the entry in the history.
    pub fn read(&self) -> Arrival {
        self.marks.reads.set(self.marks.reads.get() + 1);
        let model = &self.edition.model;
        let fragment = fragment().unwrap_or_default();
        let state = history().and_then(|it| it.state().ok()).and_then(|it| it.as_string());
        // WebKitGTK 2.50 keeps the state of an entry whose fragment the page around a frame has replaced. Earlier versions
        // of this tool wrote no fragment into it.
        let entry = state.as_deref().and_then(|it| {
            let now = hash().unwrap_or_default();
            let (entry, then) = it.split_once('#').unwrap_or((it, now.trim_start_matches('#')));
            let (walk, place) = entry.split_once('&').filter(|_| now.trim_start_matches('#') == then)?;
            Some((walk.parse::<u32>().ok()?, place))
        });
        let part = permalink::value(&fragment, permalink::OPEN).and_then(|it| Fold::named(&it));
        let arrival = match entry {
            Some((walk, place)) => {
                let same_walk = self.marks.walk.replace(walk) == walk;
                let link = permalink::parse(model, &format!("{fragment} &{place}"));
                Arrival { link, has_place: true, same_walk, part, ..Arrival::default() }
            }
            None => {
                self.marks.walk.set(self.marks.walk.get() + 1);
                let link = permalink::parse(model, &fragment);
                let has_place = link.at.is_some() || !link.unsure.is_empty();
                Arrival { link, has_place, part, ..Arrival::default() }
            }
        };
        let arrived =
            (arrival.link.dropped > 0).then(|| permalink::format(model, &arrival.link.answers, &arrival.link.readings));
        self.marks.arrived.replace(arrived);
        arrival
    }
}

fn write(address: &Address, marks: &Marks) {
    if let Some(document) = document() {
        document.set_title(&address.title);
    }
    let (Some(history), Some(location)) = (history(), location()) else { return };
    if marks.walks.replace(address.walks) != address.walks {
        marks.walk.set(marks.walk.get() + 1);
    }
    // In a frame, Back belongs to the page around.
    let moved = marks.moves.replace(address.moves) != address.moves && !address.restored && !is_framed();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let url = if address.fragment.is_empty() { path } else { format!("#{}", address.fragment) };
    let arrived = marks.arrived.take().filter(|it| !moved && *it == address.fragment);
    let url = arrived.is_none().then_some(url);
    let fragment = if url.is_some() { address.fragment.clone() } else { hash().unwrap_or_default() };
    // The fragment at the end tells which address the state is of.
    let (walk, fragment) = (marks.walk.get(), fragment.trim_start_matches('#'));
    let state = JsValue::from_str(&format!("{walk}&{}#{fragment}", address.place));
    marks.arrived.replace(arrived);
    // Refused in some sandboxes; the tool goes on without an address.
    let _ = if moved {
        history.push_state_with_url(&state, "", url.as_deref())
    } else {
        history.replace_state_with_url(&state, "", url.as_deref())
    };
}

/// The address's fragment. Some mail filters write `%23` for the `#` where a parameter stands before it.
fn fragment() -> Option<String> {
    let fragment = hash()?;
    if !fragment.is_empty() {
        return Some(fragment);
    }
    let search = location()?.search().ok()?;
    (0..search.len()).find_map(|at| search.get(at..)?.strip_prefix("%23")).map(str::to_owned)
}

/// Whether the page stands in another one.
pub fn is_framed() -> bool {
    web_sys::window().is_some_and(|it| it.parent().ok().flatten().is_some_and(|parent| parent != it))
}

/// The address's fragment as it is, with its `#`.
fn hash() -> Option<String> {
    location()?.hash().ok()
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}
