//! The start of the page for a class or a meeting.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::{
    browser::{
        boot::{root, show_trouble_on_panic, unpacked},
        element::{focus, value},
        keys::escape,
    },
    view::{
        gathering::{Together, TogetherProps},
        host::Host,
    },
};

/// Attaches the page for a group to `#app`. `edition` and `text` are as the site packed them; `pressed` whether the
/// button was pressed before the script was there.
///
/// # Errors
/// A sentence for the console where a part can't be read or the page has no `#app`; `boot.js` then shows the note.
#[wasm_bindgen]
pub fn gather(edition: &[u8], text: &[u8], pressed: bool) -> Result<(), JsValue> {
    show_trouble_on_panic();
    let edition = Rc::new(unpacked(edition)?);
    let host = Host { focus: focus(), value: value(), escape: escape(), ..Host::default() };
    let props = TogetherProps { edition, text: unpacked(text)?, pressed, host };
    yew::Renderer::<Together>::with_root_and_props(root()?, props).hydrate();
    Ok(())
}
