//! The outcome's page: its chunk of the wasm and its data, fetched in parallel.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::{
    browser::{
        after_paint::{once_painted, painted},
        page::read,
        share,
    },
    view::{edition::Edition, outcome_chunk::OutcomeChunk, state::load_state::Lost},
};

/// Fetches the outcome's page each time it is asked for, and answers with the reason where that fails.
pub fn fetch_chunk(
    fetch_outcome_data: Function,
    after_paint: Function,
    edition: &'static Edition,
) -> Callback<Callback<Result<OutcomeChunk, Lost>>> {
    Callback::from(move |came: Callback<Result<OutcomeChunk, Lost>>| {
        let (fetch_outcome_data, after_paint) = (fetch_outcome_data.clone(), after_paint.clone());
        // The reader's answer is painted first.
        once_painted(&after_paint.clone(), move || {
            spawn_local(async move {
                // It is under way before the chunk is waited for.
                let outcome_data = asked(&fetch_outcome_data, false);
                came.emit(match fetched_chunk(outcome_data, after_paint, edition).await {
                    Some(chunk) => Ok(chunk),
                    None => Err(lost(&fetch_outcome_data).await),
                });
            });
        });
    })
}

fn asked(fetch_outcome_data: &Function, is_lost: bool) -> Option<Promise> {
    fetch_outcome_data.call1(&JsValue::UNDEFINED, &is_lost.into()).ok()?.dyn_into().ok()
}

async fn lost(fetch_outcome_data: &Function) -> Lost {
    let Some(promised) = asked(fetch_outcome_data, true) else { return Lost::Unreached };
    let is_gone = JsFuture::from(promised).await.is_ok_and(|it| it.is_truthy());
    if is_gone { Lost::Gone } else { Lost::Unreached }
}

async fn fetched_chunk(
    outcome_data: Option<Promise>,
    after_paint: Function,
    edition: &'static Edition,
) -> Option<OutcomeChunk> {
    let open = chunk().await.ok()?;
    let bytes: Uint8Array = JsFuture::from(outcome_data?).await.ok()?.dyn_into().ok()?;
    open(&bytes.to_vec(), after_paint, edition)
}

/// Puts the outcome's page together. It is reached through the chunk alone.
fn opened(outcome_data: &[u8], after_paint: Function, edition: &'static Edition) -> Option<OutcomeChunk> {
    Some(OutcomeChunk::of(read(outcome_data).ok()?, edition, share::capabilities(edition), painted(after_paint)))
}

type Open = fn(&[u8], Function, &'static Edition) -> Option<OutcomeChunk>;

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
