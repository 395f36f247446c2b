//! Reverse: what leads to one guarantee, and a way to start from there.

use yew::prelude::*;

use crate::{
    case::{AnswerId, Case, GuaranteeId, QuestionId, permalink},
    decide::explain::preconditions::Origin,
    text::{Text, outcome::OutcomeText},
    view::{outcome::model::OutcomeModel, state::action::Action},
};

/// The button that opens and closes what leads to a guarantee, and that itself while it is open.
pub fn leads(outcome: &OutcomeModel, id: GuaranteeId, act: &Callback<Action>) -> Html {
    let open = outcome.page.reader.origin == Some(id);
    let panel = format!("origin-{}", outcome.case.model.guarantee(id).id);
    html! {
        <div class="origin">
            <button
                type="button"
                class="button button--quiet"
                data-origin={outcome.case.model.guarantee(id).id.clone()}
                aria-expanded={open.to_string()}
                aria-controls={panel.clone()}
                onclick={act.reform(move |_| Action::ToggleOrigin(id))}
            >
                { outcome.words.origin_title }
                <span class="hidden">{ format!("{}{}", outcome.words.colon, outcome.case.sentences.guarantee(id).name) }</span>
            </button>
            <div class="origin__panel" id={panel} hidden={!open}>
                if let Some(origin) = outcome.origin.filter(|_| open) { { panel_content(outcome, origin) } }
            </div>
        </div>
    }
}

fn panel_content(outcome: &OutcomeModel, found: &Origin) -> Html {
    let link =
        |way: &Way| format!("#{}", permalink::format(&outcome.case.model, way, &outcome.page.reader.readings.ids()));
    found_in(outcome.case, (outcome.page.text, outcome.words), found, &link)
}

/// So many ways are in view; the others are folded.
const SHOWN: usize = 4;

/// Answers that alone lead to a guarantee.
type Way = [(QuestionId, AnswerId)];

/// The answers that lead to a guarantee. `link` makes the address that starts from one of the routes.
pub fn found_in(
    case: &Case,
    (text, words): (&Text, &OutcomeText),
    found: &Origin,
    link: &dyn Fn(&Way) -> String,
) -> Html {
    let way = |it: &Vec<(QuestionId, AnswerId)>| {
        let said: Vec<String> = it.iter().map(|(question, answer)| said(case, words, *question, &[*answer])).collect();
        html! { <li><a href={link(it)}>{ said.join(words.semicolon) }</a></li> }
    };
    let (first, rest) = found.ways.split_at(found.ways.len().min(SHOWN));
    let certain = |(question, answers): &(QuestionId, Vec<AnswerId>)| {
        html! { <li>{ said(case, words, *question, answers) }</li> }
    };
    html! {
        <div>
            <p>{ text.count(words.origin_worlds, found.worlds) }</p>
            <p class="rung__label">{ words.origin_certain }</p>
            <ul>{ for found.certain.iter().map(certain) }</ul>
            <p class="rung__label">{ words.origin_ways }</p>
            <ul>{ for first.iter().map(way) }</ul>
            <details class="origin__rest" hidden={rest.is_empty()}>
                <summary>{ text.count(words.more_ways, rest.len() as u32) }</summary>
                <ul>{ for rest.iter().map(way) }</ul>
            </details>
        </div>
    }
}

/// A question with answers to it, short.
pub fn said(case: &Case, words: &OutcomeText, question: QuestionId, answers: &[AnswerId]) -> String {
    let sentences = case.sentences.question(question);
    let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
    format!("{}{}{}", sentences.short, words.colon, answers.join(words.change_or))
}
