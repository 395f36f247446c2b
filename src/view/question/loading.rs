//! In the place of the outcome's page until it is here. The ladder beside it works all the while.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::{host::Host, scene::Scene, state::action::Action};

/// The main part while the outcome's page is due and not here.
pub fn waiting(scene: &Scene, heading: &NodeRef, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    let is_missing = scene.reader.chunk.is_missing();
    html! {
        <div class="waiting" key="waiting" data-waiting={if is_missing { "missing" } else { "coming" }}>
            <h1 ref={heading.clone()} tabindex="-1">{ says(scene) }</h1>
            { ways(is_missing, scene, host, act) }
        </div>
    }
}

/// In the place of a part that waits for it.
pub fn part(scene: &Scene, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    let is_missing = scene.reader.chunk.is_missing();
    html! {
        <div class="coming" role="status">
            <p>{ says(scene) }</p>
            { ways(is_missing, scene, host, act) }
        </div>
    }
}

fn says(scene: &Scene) -> &'static str {
    match scene.reader.chunk {
        it if it.is_gone() => scene.text.outcome_gone,
        it if it.is_missing() => scene.text.outcome_missing,
        _ => scene.text.outcome_coming,
    }
}

/// Once more, and where that is of little use, the page anew.
fn ways(is_missing: bool, scene: &Scene, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    let is_given_up = scene.reader.chunk.is_given_up();
    let load_anew = Callback::from({
        let host = host.clone();
        move |_: MouseEvent| host.load_anew()
    });
    html! {
        <p class="waiting__again" hidden={!is_missing}>
            <button
                type="button"
                class="button"
                data-anew="true"
                hidden={!is_given_up}
                onclick={load_anew}
            >
                { scene.text.load_anew }
            </button>
            <button type="button" class="button" data-again="true" onclick={act.reform(|_| Action::FetchAgain)}>
                { scene.text.try_again }
            </button>
        </p>
    }
}
