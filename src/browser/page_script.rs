//! The script of the page, as far as the wasm needs it: `boot.js` on the site, `single_file.js` in the one file.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// The functions that the script gives to `start` or `start_group`.
    #[derive(Clone)]
    pub type PageScript;

    /// Whether the form's button was pressed before the wasm was there. From now on the script leaves it alone.
    #[wasm_bindgen(method, js_name = wasPressed)]
    pub fn was_pressed(this: &PageScript) -> bool;

    /// Remembers what the reader has begun in the page, and returns a function that brings it back.
    ///
    /// # Errors
    /// The exception that the script throws in a page that others have altered; nothing is brought back then.
    #[wasm_bindgen(method, catch)]
    pub fn keep(this: &PageScript) -> Result<Function, JsValue>;

    /// A promise of the outcome data as bytes.
    #[wasm_bindgen(method, js_name = fetchOutcomeData)]
    pub fn fetch_outcome_data(this: &PageScript) -> Promise;

    /// A promise of whether the host no longer has the outcome's files.
    #[wasm_bindgen(method, js_name = areGone)]
    pub fn are_gone(this: &PageScript) -> Promise;

    #[wasm_bindgen(method, js_name = afterPaint)]
    fn after_paint(this: &PageScript, then: &JsValue);

    /// Says that all of a change is drawn (`alterations.js`).
    ///
    /// # Errors
    /// As `keep`; the page goes on.
    #[wasm_bindgen(method, catch)]
    pub fn drawn(this: &PageScript) -> Result<(), JsValue>;

    /// Says that a part of a change is about to be drawn (`alterations.js`).
    ///
    /// # Errors
    /// As `drawn`.
    #[wasm_bindgen(method, catch)]
    pub fn draws(this: &PageScript) -> Result<(), JsValue>;

    /// Says that a change is about to be drawn (`alterations.js`). Returns whether others have altered the page, which is
    /// empty now.
    ///
    /// # Errors
    /// As `drawn`.
    #[wasm_bindgen(method, catch, js_name = emptyIfAltered)]
    pub fn empty_if_altered(this: &PageScript) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, js_name = onLoss)]
    fn on_loss(this: &PageScript, then: &JsValue);
}

impl PageScript {
    /// Does something once what is there has been painted. Where nothing is painted, it happens soon.
    pub fn once_painted(&self, then: impl FnOnce() + 'static) {
        self.after_paint(&Closure::once_into_js(then));
    }

    /// Takes what is to happen when others have taken fields or buttons out of the page.
    pub fn call_on_loss(&self, then: Callback<()>) {
        self.on_loss(&Closure::<dyn Fn()>::new(move || then.emit(())).into_js_value());
    }
}
