//! From one reader's outcome to a group: large type for a projector, and the page for a group.

use yew::prelude::*;

use crate::view::{chrome::large_type, outcome::model::OutcomeModel, outcome_data::OutcomeData, state::action::Action};

/// The switch for large type, and the way to the page for a group.
pub fn for_groups(outcome: &OutcomeModel, outcome_data: &OutcomeData, act: &Callback<Action>) -> Html {
    let text = &outcome_data.text.for_groups;
    let group =
        outcome.page.edition.href("class/").map(|it| html! { <a href={it}>{ outcome.page.text.group_link }</a> });
    let label = if outcome.page.reader.is_enlarged() { text.leave } else { text.enlarge };
    html! {
        <div class="together">
            <p>{ text.lead }{ " " }{ for group.into_iter() }</p>
            { large_type::toggle(label, act.reform(|_| Action::ToggleEnlarged)) }
        </div>
    }
}
