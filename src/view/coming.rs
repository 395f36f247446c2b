//! In the place of what waits for the annex.

use yew::prelude::*;

use crate::view::{
    annex::Fetched,
    state::{Action, Scene},
};

/// While the annex is not there: that it comes, or what to do where it could not be fetched.
pub fn coming(scene: &Scene, act: &Callback<Action>) -> Html {
    html! {
        <div class="coming" role="status">
            { match &scene.state.annex {
                Fetched::Here(_) if scene.annex.is_some() => html! { <p hidden=true></p> },
                // It is unpacked by the piece of the wasm that comes later.
                Fetched::Wanted { .. } | Fetched::Here(_) => html! { <p>{ scene.text.annex_coming }</p> },
                Fetched::Failed { .. } => html! {
                    <p>
                        { scene.text.annex_failed }{ " " }
                        <button type="button" class="button button--second" onclick={act.reform(|_| Action::FetchAgain)}>
                            { scene.text.try_again }
                        </button>
                    </p>
                },
            } }
        </div>
    }
}
