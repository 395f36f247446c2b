//! The start: reads what the reader did in the prerendered page, then lets the app take over.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement};
use yew::Callback;

use crate::{
    browser::{
        address::Visit,
        alterations::alterations,
        element::{focus, focus_on, value},
        keys::escape,
        later::later,
    },
    case::Model,
    decide::asking::Choice,
    unpack::{Unpack, unpacked},
    view::{App, AppProps, Edition, host::Host, state::action::Arrival},
};

/// Lets the app take over `#app`. `bytes` is the edition as the site packed it; `was_pressed` tells whether "Next" was
/// pressed before the script was there, `keep` remembers what the reader has begun in the page and returns what brings it
/// back, `fetch_annex` returns a promise of the annex as bytes, or, with `true`, of whether the host has it no longer,
/// `after_paint` calls what it is given after the next paint, and `observer` is that of `alterations.js`.
/// The prerendered page is replaced in one step, so that nothing flashes.
///
/// # Errors
/// A sentence for the console where the edition can't be read or the page has no `#app`; `boot.js` then shows the note.
#[wasm_bindgen]
pub fn start(
    bytes: &[u8],
    was_pressed: &Function,
    keep: &Function,
    fetch_annex: Function,
    after_paint: Function,
    observer: Function,
) -> Result<(), JsValue> {
    show_trouble_on_panic();
    let edition: &'static Edition = read(bytes)?;
    let root = root()?;
    let early = early_choice(&edition.case.model);
    let visit = Visit::new(edition);
    let arrival =
        Arrival { same_walk: false, early_next: is_pressed(was_pressed) && early.is_some(), early, ..visit.read() };
    let host = Host {
        alterations: Some(alterations(observer)),
        arrive: visit.arrive(),
        address: visit.address(after_paint.clone()),
        later: later(fetch_annex, after_paint, edition),
        focus: focus(),
        focus_on: focus_on(),
        value: value(),
        escape: escape(),
        alive: kept(keep),
        load_anew: Callback::from(|()| {
            let _ = web_sys::window().map(|it| it.location().reload());
        }),
    };
    yew::Renderer::<App>::with_root_and_props(root, AppProps { edition, arrival: Some(arrival), host }).render();
    Ok(())
}

/// Reads data that the site packed. Its sentences live as long as the page.
pub(super) fn read<T: Unpack>(bytes: &[u8]) -> Result<&'static T, JsValue> {
    let bytes: &'static [u8] = Box::leak(bytes.to_vec().into_boxed_slice());
    unpacked(bytes).ok_or_else(|| JsValue::from_str("The page's sentences can't be read."))
}

pub(super) fn is_pressed(was_pressed: &Function) -> bool {
    was_pressed.call0(&JsValue::UNDEFINED).is_ok_and(|it| it.is_truthy())
}

/// A function that restores the reader's input in the current page.
pub(super) fn kept(keep: &Function) -> Callback<()> {
    let restore = keep.call0(&JsValue::UNDEFINED).ok().and_then(|it| it.dyn_into::<Function>().ok());
    Callback::from(move |()| {
        if let Some(restore) = &restore {
            let _ = restore.call0(&JsValue::UNDEFINED);
        }
    })
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
pub(super) fn show_trouble() {
    if let Some(note) = document().and_then(|it| it.get_element_by_id("trouble")) {
        let _ = note.remove_attribute("hidden");
        let _ = note.set_attribute("data-shown", "");
    }
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}
