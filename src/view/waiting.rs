//! In the place of the outcome's page until it is here. The ladder beside it works all the while.

use yew::prelude::*;

use crate::view::{scene::Scene, state::action::Action};

pub fn waiting(scene: &Scene, heading: &NodeRef, act: &Callback<Action>) -> Html {
    let is_missing = scene.state.later.is_missing();
    html! {
        <div class="waiting" key="waiting" data-waiting={if is_missing { "missing" } else { "coming" }}>
            <h1 ref={heading.clone()} tabindex="-1">{ says(scene) }</h1>
            { again(is_missing, scene, act) }
        </div>
    }
}

/// In the place of a part that waits for it.
pub fn part(scene: &Scene, act: &Callback<Action>) -> Html {
    let is_missing = scene.state.later.is_missing();
    html! {
        <div class="coming" role="status">
            <p>{ says(scene) }</p>
            { again(is_missing, scene, act) }
        </div>
    }
}

fn says(scene: &Scene) -> &'static str {
    if scene.state.later.is_missing() { scene.text.outcome_missing } else { scene.text.outcome_coming }
}

fn again(is_missing: bool, scene: &Scene, act: &Callback<Action>) -> Html {
    html! {
        <p class="waiting__again" hidden={!is_missing}>
            <button type="button" class="button" data-again="true" onclick={act.reform(|_| Action::FetchAgain)}>
                { scene.text.try_again }
            </button>
        </p>
    }
}
