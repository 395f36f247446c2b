//! Large type for a projector: what is on show is enlarged and the chrome around it goes. The style sheet does both,
//! by the class that the root of the page then has.

use yew::prelude::*;

/// The classes of the page's root while its type is large. Whole: Yew's own way to join classes weighs 1 kB.
pub const TOOL: &str = "tool tool--enlarged";

/// The button that enlarges and leads back; its label says which. It stays the same element, so it keeps the focus.
pub fn toggle(label: &'static str, press: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="button button--second enlarge" data-enlarge="true" onclick={press}>
            { label }
        </button>
    }
}
