//! Reverse: what leads to one guarantee, and a way to start from there.

use yew::prelude::*;

use crate::{
    case::{AnswerId, GuaranteeId, QuestionId, permalink},
    decide::reverse::Origin,
    view::{scene::Whole, state::Action},
};

/// The button that opens and closes what leads to a guarantee, and that itself while it is open.
pub fn leads(scene: &Whole, id: GuaranteeId, act: &Callback<Action>) -> Html {
    let open = scene.state.origin == Some(id);
    let panel = format!("origin-{}", scene.case.model.guarantee(id).id);
    html! {
        <div class="origin">
            <button
                type="button"
                class="button button--quiet"
                data-origin={scene.case.model.guarantee(id).id.clone()}
                aria-expanded={open.to_string()}
                aria-controls={panel.clone()}
                onclick={act.reform(move |_| Action::ToggleOrigin(id))}
            >
                { scene.words.origin_title }
                <span class="hidden">{ format!(": {}", scene.case.sentences.guarantee(id).name) }</span>
            </button>
            <div class="origin__panel" id={panel} hidden={!open}>
                if let Some(origin) = scene.origin.filter(|_| open) { { panel_content(scene, origin) } }
            </div>
        </div>
    }
}

fn panel_content(scene: &Whole, found: &Origin) -> Html {
    html! {
        <div>
            <p>{ scene.text.count(scene.words.origin_worlds, found.worlds) }</p>
            <p class="other__label">{ scene.words.origin_certain }</p>
            <ul>{ for found.certain.iter().map(|(question, answers)| certain(scene, *question, answers)) }</ul>
            <p class="other__label">{ scene.words.origin_ways }</p>
            <ul>{ for found.ways.iter().map(|it| way(scene, it)) }</ul>
        </div>
    }
}

fn certain(scene: &Whole, question: QuestionId, answers: &[AnswerId]) -> Html {
    let sentences = scene.case.sentences.question(question);
    let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
    html! { <li>{ format!("{}: {}", sentences.short, answers.join(scene.words.change_or)) }</li> }
}

/// One way there, as a link that starts from it.
fn way(scene: &Whole, answers: &[(QuestionId, AnswerId)]) -> Html {
    let fragment = permalink::format(&scene.case.model, answers, &scene.state.readings.ids());
    let said: Vec<String> = answers
        .iter()
        .map(|(question, answer)| {
            let sentences = scene.case.sentences.question(*question);
            format!("{}: {}", sentences.short, sentences.answers[answer.index()].short)
        })
        .collect();
    html! { <li><a href={format!("#{fragment}")}>{ said.join("; ") }</a></li> }
}
