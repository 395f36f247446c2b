//! The start: reads what the reader did in the prerendered page, then lets the app take over.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;

use crate::{
    browser::{
        address::Visit,
        host::Browser,
        outcome_chunk::fetch_chunk,
        page::{document, read, root, show_trouble_on_panic},
        page_script::PageScript,
    },
    case::Model,
    decide::interview::Choice,
    view::{
        app::{App, AppProps},
        edition::Edition,
        state::action::Arrival,
    },
};

/// Lets the app take over `#app`. `bytes` is the edition as the site packed it.
/// The prerendered page is replaced in one step, so that nothing flashes.
///
/// # Errors
/// A sentence for the console where the edition can't be read or the page has no `#app`; `boot.js` then shows the note.
#[wasm_bindgen]
pub fn start(bytes: &[u8], script: PageScript) -> Result<(), JsValue> {
    show_trouble_on_panic();
    let edition: &'static Edition = read(bytes)?;
    let root = root()?;
    let early = early_choice(&edition.model);
    let visit = Visit::new(edition, script.clone());
    let arrival =
        Arrival { same_walk: false, early_next: script.was_pressed() && early.is_some(), early, ..visit.read() };
    let host = Rc::new(Browser::new(script.clone(), Some(visit)));
    let fetch_chunk = fetch_chunk(script, edition);
    yew::Renderer::<App>::with_root_and_props(root, AppProps { edition, arrival: Some(arrival), host, fetch_chunk })
        .render();
    Ok(())
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
