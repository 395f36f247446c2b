//! The page that the app takes over: the prerendered elements, the packed data and the note for when something fails.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

use crate::unpack::{Unpack, unpacked};

/// Reads data that the site packed. Its sentences live as long as the page.
///
/// # Errors
/// A sentence for the console where the bytes are not what the site packed.
pub fn read<T: Unpack>(bytes: &[u8]) -> Result<&'static T, JsValue> {
    let bytes: &'static [u8] = Box::leak(bytes.to_vec().into_boxed_slice());
    unpacked(bytes).ok_or_else(|| JsValue::from_str("The page's sentences can't be read."))
}

/// The element that the prerendered page stands in.
///
/// # Errors
/// A sentence for the console where the page has no `#app`.
pub fn root() -> Result<Element, JsValue> {
    document().and_then(|it| it.get_element_by_id("app")).ok_or_else(|| JsValue::from_str("The page has no #app."))
}

/// From now on, a panic shows the note that the app can't go on, and writes to the console where it happened.
pub fn show_trouble_on_panic() {
    // Through Yew, or it would put its own hook in the place of this one.
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show_trouble();
    }));
}

/// Shows the note that stands ready in the page for when the app can't go on.
pub fn show_trouble() {
    if let Some(note) = document().and_then(|it| it.get_element_by_id("trouble")) {
        let _ = note.remove_attribute("hidden");
        let _ = note.set_attribute("data-shown", "");
    }
}

/// The document; none outside of a window.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}
