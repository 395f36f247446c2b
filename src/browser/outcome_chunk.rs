//! The outcome's page: its chunk of the wasm and its data, fetched in parallel.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::{
    browser::{page::read, page_script::PageScript, share},
    view::{edition::Edition, outcome_chunk::OutcomeChunk, state::load_state::Lost},
};

/// Fetches the outcome's page each time it is asked for, and answers with the reason where that fails.
pub fn fetch_chunk(script: PageScript, edition: &'static Edition) -> Callback<Callback<Result<OutcomeChunk, Lost>>> {
    Callback::from(move |came: Callback<Result<OutcomeChunk, Lost>>| {
        let fetching = script.clone();
        // The reader's answer is painted first.
        script.once_painted(move || {
            spawn_local(async move {
                // It is under way before the chunk is waited for.
                let outcome_data = fetching.fetch_outcome_data();
                let script = fetching.clone();
                came.emit(match fetched_chunk(outcome_data, fetching, edition).await {
                    Some(chunk) => Ok(chunk),
                    None if is_true(script.are_gone()).await => Err(Lost::Gone),
                    None => Err(Lost::Unreached),
                });
            });
        });
    })
}

async fn is_true(promised: Promise) -> bool {
    JsFuture::from(promised).await.is_ok_and(|it| it.is_truthy())
}

async fn fetched_chunk(outcome_data: Promise, script: PageScript, edition: &'static Edition) -> Option<OutcomeChunk> {
    let open = chunk().await.ok()?;
    let bytes: Uint8Array = JsFuture::from(outcome_data).await.ok()?.dyn_into().ok()?;
    open(&bytes.to_vec(), script, edition)
}

/// Puts the outcome's page together. It is reached through the chunk alone.
fn opened(outcome_data: &[u8], script: PageScript, edition: &'static Edition) -> Option<OutcomeChunk> {
    let after_paint = Callback::from(move |then: Callback<()>| script.once_painted(move || then.emit(())));
    Some(OutcomeChunk::of(read(outcome_data).ok()?, edition, share::capabilities(edition), after_paint))
}

type Open = fn(&[u8], PageScript, &'static Edition) -> Option<OutcomeChunk>;

/// The split point of the wasm: this function, and all that only it reaches, becomes the chunk `later`.
/// The macro makes it `async`; its `unsafe` is that of calling into the other chunk, whose types are those of this one.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
// Not `expect`: the macro puts attributes on two functions, of which one gives rise to it.
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the way to fail")]
fn chunk() -> Result<Open, wasm_split_helpers::SplitLoaderError> {
    Ok(opened)
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "where the wasm is split it has to be waited for")]
async fn chunk() -> Result<Open, std::convert::Infallible> {
    Ok(opened)
}
