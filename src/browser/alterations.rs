//! Alterations of the page by others: translators, extensions and reading aids. The observer is `alterations.js`.

use js_sys::Function;
use wasm_bindgen::{JsValue, closure::Closure};
use yew::Callback;

/// The observer of the page's nodes. It is told how far drawing has come.
pub struct Alterations(pub Function);

impl Alterations {
    /// All of a change is drawn.
    pub fn drawn(&self) {
        self.tell(&JsValue::UNDEFINED);
    }

    /// A part of a change is about to be drawn.
    pub fn draws(&self) {
        self.tell(&JsValue::NULL);
    }

    /// A change is about to be drawn. Returns whether the page was altered and is empty now.
    pub fn have_emptied(&self) -> bool {
        self.tell(&JsValue::FALSE)
    }

    /// Takes what is to happen when others have taken fields or buttons out of the page.
    pub fn on_loss(&self, then: Callback<()>) {
        self.tell(&Closure::<dyn Fn()>::new(move || then.emit(())).into_js_value());
    }

    fn tell(&self, drawing: &JsValue) -> bool {
        self.0.call1(&JsValue::UNDEFINED, drawing).is_ok_and(|it| it.is_truthy())
    }
}
