//! The start of the page for a group.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    browser::{
        host::Browser,
        page::{read, root, show_trouble, show_trouble_on_panic},
        page_script::PageScript,
    },
    text::group::GroupText,
    view::group::{GroupPage, GroupPageProps},
};

/// Lets the page for a group take over `#app`. `edition` and `text` are as the site packed them. The page is in the chunk
/// of the wasm that comes later, since few readers open it.
/// If a part cannot be read or the page has no `#app`, the note is shown.
#[wasm_bindgen]
pub fn start_group(edition: Vec<u8>, text: Vec<u8>, script: PageScript) {
    show_trouble_on_panic();
    spawn_local(async move {
        if !attach(edition, text, script).await.is_ok_and(|it| it.is_ok()) {
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
    script: PageScript,
) -> Result<Result<(), JsValue>, wasm_split_helpers::SplitLoaderError> {
    Ok(attached(&edition, &text, script))
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "where the wasm is split it has to be waited for")]
async fn attach(
    edition: Vec<u8>,
    text: Vec<u8>,
    script: PageScript,
) -> Result<Result<(), JsValue>, std::convert::Infallible> {
    Ok(attached(&edition, &text, script))
}

fn attached(edition: &[u8], text: &[u8], script: PageScript) -> Result<(), JsValue> {
    let pressed = script.was_pressed();
    let host = Rc::new(Browser::new(script, None));
    let text: &'static GroupText = read(text)?;
    let props = GroupPageProps { edition: read(edition)?, text: *text, pressed, host };
    yew::Renderer::<GroupPage>::with_root_and_props(root()?, props).render();
    Ok(())
}
