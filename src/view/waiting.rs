//! In the place of the outcome's page until its piece of the wasm is here. The ladder beside it works all the while.

use yew::prelude::*;

use crate::view::{later::Piece, state::Scene};

pub fn waiting(scene: &Scene, piece: Piece, heading: &NodeRef, again: &Callback<()>) -> Html {
    let is_missing = matches!(piece, Piece::Missing);
    html! {
        <div class="waiting" key="waiting" data-waiting={if is_missing { "missing" } else { "coming" }}>
            <h1 ref={heading.clone()} tabindex="-1">
                { if is_missing { scene.text.outcome_missing } else { scene.text.outcome_coming } }
            </h1>
            <p class="waiting__again" hidden={!is_missing}>
                <button type="button" class="button" data-again="true" onclick={again.reform(|_| ())}>
                    { scene.text.try_again }
                </button>
            </p>
        </div>
    }
}
