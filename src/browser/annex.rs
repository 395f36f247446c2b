//! The annex: fetched by the script that started the page.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// Fetches the annex each time it is asked for, and answers with none where that fails.
pub fn annex(fetch: Function) -> Callback<Callback<Option<&'static [u8]>>> {
    Callback::from(move |came: Callback<Option<&'static [u8]>>| {
        let fetch = fetch.clone();
        spawn_local(async move { came.emit(fetched(&fetch).await) });
    })
}

async fn fetched(fetch: &Function) -> Option<&'static [u8]> {
    let promise: Promise = fetch.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
    let bytes: Uint8Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    // The page keeps its sentences for as long as it lives.
    Some(Box::leak(bytes.to_vec().into_boxed_slice()))
}
