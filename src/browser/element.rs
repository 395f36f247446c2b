//! Single elements: what is left loses the focus, the heading of a new place gets it, in view; a text field gives its value.

use wasm_bindgen::JsCast;
use web_sys::{
    HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

use crate::browser::page::document;

/// Takes the focus from the element that has it. Chromium lays out the whole page when an element that has the focus is
/// removed, which takes as long as everything else that follows from a move.
pub fn blur() {
    let focused = document().and_then(|it| it.active_element()?.dyn_into::<HtmlElement>().ok());
    let _ = focused.map(|it| it.blur());
}

/// Focuses a heading and scrolls no further than it takes to see it.
pub fn focus(heading: &NodeRef) {
    let Some(element) = heading.cast::<HtmlElement>() else { return };
    // First, for a browser puts what it focuses out of view into the middle of the window.
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let _ = element.focus();
}

/// Focuses the element with an id, and selects all of it where it is a text.
pub fn focus_on(id: &str) {
    let element = document().and_then(|it| it.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
        if let Some(text) = element.dyn_ref::<HtmlTextAreaElement>() {
            text.select();
        }
    }
}

/// The content of a text field or a menu; none where the element is not in the page.
pub fn value(field: &NodeRef) -> Option<String> {
    let input = field.cast::<HtmlInputElement>().map(|it| it.value());
    input.or_else(|| field.cast::<HtmlSelectElement>().map(|it| it.value()))
}
