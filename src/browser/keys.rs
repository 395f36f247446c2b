//! Keys that count wherever the focus is.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::browser::page::document;

/// Listens for Escape for as long as the page lives.
pub fn on_escape(leave: Callback<()>) {
    let Some(document) = document() else { return };
    let listener = EventListener::new(&document, "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape") {
            leave.emit(());
        }
    });
    listener.forget();
}
