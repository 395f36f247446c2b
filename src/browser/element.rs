//! Single elements: the heading of a new place gets the focus, in view; a text field gives its value.

use web_sys::{HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Focuses a heading and scrolls no further than it takes to see it.
pub fn focus() -> Callback<NodeRef> {
    Callback::from(|heading: NodeRef| {
        let Some(element) = heading.cast::<HtmlElement>() else { return };
        let _ = element.focus();
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    })
}

/// Reads a text field.
pub fn value() -> Callback<(NodeRef, Callback<String>)> {
    Callback::from(|(field, receive): (NodeRef, Callback<String>)| {
        if let Some(input) = field.cast::<HtmlInputElement>() {
            receive.emit(input.value());
        }
    })
}
