//! Alterations of the page by others: translators, extensions and reading aids. The observer is `alterations.js`.

use js_sys::Function;
use wasm_bindgen::{JsValue, closure::Closure};
use yew::Callback;

use crate::view::host::Drawing;

/// Tells the observer how far drawing has come. Returns whether the page was altered and is empty now.
pub fn alterations(observer: Function) -> Callback<Drawing, bool> {
    Callback::from(move |drawing: Drawing| {
        let argument = match drawing {
            Drawing::Done => JsValue::UNDEFINED,
            Drawing::Part => JsValue::NULL,
            Drawing::Due => JsValue::FALSE,
            Drawing::Lost(then) => Closure::<dyn Fn()>::new(move || then.emit(())).into_js_value(),
        };
        observer.call1(&JsValue::UNDEFINED, &argument).is_ok_and(|it| it.is_truthy())
    })
}
