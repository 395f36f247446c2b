//! The start: reads what the reader did in the prerendered page, then attaches the components to it.

use std::rc::Rc;

use js_sys::Function;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement};

use crate::{
    browser::{
        address::Visit,
        annex::annex,
        element::{focus, focus_on, value},
        keys::escape,
        sharing,
    },
    case::Model,
    decide::asking::Choice,
    view::{App, AppProps, Edition, host::Host, state::Arrival},
};

/// Attaches the app to `#app`. `bytes` is the edition as the site packed it; `pressed_next` whether "Next" was pressed
/// before the script was there, `fetch_annex` returns a promise of the annex as bytes.
///
/// # Errors
/// A sentence for the console where the edition can't be read or the page has no `#app`; `boot.js` then shows the note.
#[wasm_bindgen]
pub fn start(bytes: &[u8], pressed_next: bool, fetch_annex: Function) -> Result<(), JsValue> {
    show_trouble_on_panic();
    let edition: Edition = unpacked(bytes)?;
    let root = root()?;
    // Hydration sets the radios to the first render's state, so they are read before it.
    let early = early_choice(&edition.case.model);
    let brought = Arrival { early_next: pressed_next && early.is_some(), early, ..Arrival::default() };
    let edition = Rc::new(edition);
    let visit = Visit::new(edition.clone(), brought);
    let host = Host {
        arrive: visit.arrive(),
        address: visit.address(),
        annex: annex(fetch_annex),
        focus: focus(),
        focus_on: focus_on(),
        value: value(),
        means: sharing::means(&edition),
        escape: escape(),
    };
    yew::Renderer::<App>::with_root_and_props(root, AppProps { edition, host }).hydrate();
    Ok(())
}

/// What the site packed. The page keeps its sentences for as long as it lives.
pub(super) fn unpacked<T: Deserialize<'static>>(bytes: &[u8]) -> Result<T, JsValue> {
    let bytes: &'static [u8] = Box::leak(bytes.to_vec().into_boxed_slice());
    postcard::from_bytes(bytes).map_err(|_| JsValue::from_str("The page's sentences can't be read."))
}

/// The element that the prerendered page stands in.
pub(super) fn root() -> Result<Element, JsValue> {
    document().and_then(|it| it.get_element_by_id("app")).ok_or_else(|| JsValue::from_str("The page has no #app."))
}

pub(super) fn show_trouble_on_panic() {
    // Through Yew, or it would put its own hook in the place of this one.
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show_trouble();
    }));
}

/// The answer chosen in the prerendered page.
fn early_choice(model: &Model) -> Option<(crate::case::QuestionId, Choice)> {
    let chosen = document()?.query_selector("#app input[type=radio]:checked").ok()??;
    let radio = chosen.dyn_into::<HtmlInputElement>().ok()?;
    let question = model.question_ids().find(|it| model.question(*it).id == radio.name())?;
    let value = radio.value();
    let answer = model.question(question).answers.iter().position(|it| *it == value);
    let choice = match answer {
        Some(index) => Choice::Answer(crate::case::AnswerId(u8::try_from(index).ok()?)),
        None => Choice::Unsure,
    };
    Some((question, choice))
}

/// Shows the note that stands ready in the page for when the app can't go on.
fn show_trouble() {
    if let Some(note) = document().and_then(|it| it.get_element_by_id("trouble")) {
        let _ = note.remove_attribute("hidden");
    }
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}
