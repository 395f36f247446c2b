//! The start of the page for a class or a meeting.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    browser::{
        boot::{root, show_trouble, show_trouble_on_panic, unpacked},
        element::{focus, value},
        keys::escape,
    },
    text::gathering::GatheringText,
    view::{
        gathering::{Together, TogetherProps},
        host::Host,
    },
};

/// Lets the page for a group take over `#app`. `edition` and `text` are as the site packed them; `pressed` tells whether the
/// button was pressed before the script was there. The page is in the piece of the wasm that comes later, since few
/// readers open it.
/// Where a part can't be read or the page has no `#app`, the note is shown.
#[wasm_bindgen]
pub fn gather(edition: Vec<u8>, text: Vec<u8>, pressed: Function) {
    show_trouble_on_panic();
    spawn_local(async move {
        if !attach(edition, text, pressed).await.is_ok_and(|it| it.is_ok()) {
            show_trouble();
        }
    });
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
// Not `expect`: the macro puts attributes on two functions, of which one gives rise to it.
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the way to fail")]
fn attach(
    edition: Vec<u8>,
    text: Vec<u8>,
    pressed: Function,
) -> Result<Result<(), JsValue>, wasm_split_helpers::SplitLoaderError> {
    Ok(attached(&edition, &text, &pressed))
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "where the wasm is split it has to be waited for")]
async fn attach(
    edition: Vec<u8>,
    text: Vec<u8>,
    pressed: Function,
) -> Result<Result<(), JsValue>, std::convert::Infallible> {
    Ok(attached(&edition, &text, &pressed))
}

fn attached(edition: &[u8], text: &[u8], pressed: &Function) -> Result<(), JsValue> {
    let host = Host { focus: focus(), value: value(), escape: escape(), ..Host::default() };
    let pressed = pressed.call0(&JsValue::UNDEFINED)?.is_truthy();
    let text: &'static GatheringText = unpacked(text)?;
    let props = TogetherProps { edition: unpacked(edition)?, text: *text, pressed, host };
    yew::Renderer::<Together>::with_root_and_props(root()?, props).render();
    Ok(())
}
