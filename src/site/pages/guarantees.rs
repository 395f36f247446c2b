//! The list of all guarantees, strongest first, each with the way to its page.

use yew::prelude::*;

use crate::{case::GuaranteeId, site::html::layout::Surroundings, view::scale::step_of};

pub fn catalogue(surroundings: &Surroundings) -> Html {
    let model = &surroundings.edition.case.model;
    let text = &surroundings.interface.pages.guarantees;
    let never = |it: &GuaranteeId| model.guarantee(*it).never;
    let chosen = model.guarantee_ids().filter(|it| !never(it));
    html! {
        <div class="catalogue">
            <h1>{ text.title }</h1>
            <p class="leaf__lead">{ text.lead }</p>
            <ol>{ for chosen.map(|it| entry(surroundings, it)) }</ol>
            <h2>{ text.never }</h2>
            <ul>{ for model.guarantee_ids().filter(never).map(|it| entry(surroundings, it)) }</ul>
            <h2>{ text.not_discussed }</h2>
            <p>{ surroundings.edition.case.sentences.not_discussed.clone() }</p>
        </div>
    }
}

fn entry(surroundings: &Surroundings, id: GuaranteeId) -> Html {
    let case = &surroundings.edition.case;
    let sentences = case.sentences.guarantee(id);
    let says = sentences.never.as_ref().map_or(&sentences.what, |it| &it.reason);
    let address = format!("{}/", case.model.guarantee(id).id);
    html! {
        <li class="grade" data-step={step_of(&case.model, id).map(|it| it.to_string())}>
            <span class="grade__bar" aria-hidden="true"></span>
            <div>
                <a class="catalogue__name" href={address}>{ sentences.name.clone() }</a>
                <p>{ says.clone() }</p>
            </div>
        </li>
    }
}
