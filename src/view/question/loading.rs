//! In the place of the outcome's page until it is here. The ladder beside it works all the while.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::{host::Host, page_model::PageModel, state::action::Action};

/// The main part while the outcome's page is due and not here.
pub fn waiting(page: &PageModel, heading: &NodeRef, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    let is_missing = page.reader.chunk.is_missing();
    html! {
        <div class="waiting" key="waiting" data-waiting={if is_missing { "missing" } else { "coming" }}>
            <h1 ref={heading.clone()} tabindex="-1">{ says(page) }</h1>
            { ways(is_missing, page, host, act) }
        </div>
    }
}

/// In the place of a part that waits for it.
pub fn part(page: &PageModel, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    let is_missing = page.reader.chunk.is_missing();
    html! {
        <div class="coming" role="status">
            <p>{ says(page) }</p>
            { ways(is_missing, page, host, act) }
        </div>
    }
}

fn says(page: &PageModel) -> &'static str {
    match page.reader.chunk {
        it if it.is_gone() => page.text.outcome_gone,
        it if it.is_missing() => page.text.outcome_missing,
        _ => page.text.outcome_coming,
    }
}

/// Once more, and where that is of little use, the page anew.
fn ways(is_missing: bool, page: &PageModel, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    let is_given_up = page.reader.chunk.is_given_up();
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
                { page.text.load_anew }
            </button>
            <button type="button" class="button" data-again="true" onclick={act.reform(|_| Action::FetchAgain)}>
                { page.text.try_again }
            </button>
        </p>
    }
}
