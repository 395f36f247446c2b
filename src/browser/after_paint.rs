//! After the next paint: what a reader does not look at waits until what they do look at is on the screen.

use js_sys::Function;
use wasm_bindgen::{JsValue, closure::Closure};
use yew::prelude::*;

/// Makes each thing happen once what is there has been painted.
pub fn painted(after_paint: Function) -> Callback<Callback<()>> {
    Callback::from(move |then: Callback<()>| once_painted(&after_paint, move || then.emit(())))
}

/// Does something once what is there has been painted. `after_paint` is from `boot.js`, and calls back then.
pub fn once_painted(after_paint: &Function, then: impl FnOnce() + 'static) {
    let _ = after_paint.call1(&JsValue::UNDEFINED, &Closure::once_into_js(then));
}
