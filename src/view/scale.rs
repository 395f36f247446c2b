//! The scale of strength: one step for each guarantee that can be chosen, weakest to strongest.

use yew::prelude::*;

use crate::{
    case::{GuaranteeId, Model},
    text::{fill, outcome::OutcomeText},
    view::{outcome::model::OutcomeModel, page_model::PageModel},
};

/// Position on the scale, 1 for the weakest; none for a guarantee that can't be chosen.
/// It is that of the base reading, so that a step keeps its colour whatever is switched.
pub fn step(page: &PageModel, guarantee: GuaranteeId) -> Option<u32> {
    step_of(page.model, guarantee)
}

/// As `step`, for callers that have only the model (static pages).
pub fn step_of(model: &Model, guarantee: GuaranteeId) -> Option<u32> {
    let above = model.choosable().position(|it| it == guarantee)?;
    Some((model.choosable().count() - above) as u32)
}

/// The scale with the outcome's step, that of the outcome before the last change, and while the outcome is open a
/// bracket from "at least" to "at best".
pub fn scale(outcome: &OutcomeModel) -> Html {
    let model = &outcome.case.model;
    let decision = &outcome.page.decision;
    let steps: Vec<GuaranteeId> = model.choosable().rev().collect();
    let here = step(outcome.page, decision.headline);
    let total = steps.len().to_string();
    let label = here.map(|it| fill(outcome.words.scale_step, &[("n", &it.to_string()), ("total", &total)]));
    let before = outcome.page.before.as_ref().map(|it| it.headline).filter(|it| *it != decision.headline);
    let mark = |it: &GuaranteeId| {
        let possible = decision.possible.contains(*it);
        html! {
            <span
                class={classes!(
                    "scale__step",
                    (*it == decision.headline).then_some("scale__step--here"),
                    (before == Some(*it)).then_some("scale__step--before"),
                    possible.then_some("scale__step--possible"),
                )}
                key={model.guarantee(*it).id.clone()}
                data-step={step(outcome.page, *it).map(|it| it.to_string())}
            ></span>
        }
    };
    html! {
        <div class="scale">
            <div class="scale__steps" role="img" aria-label={label.clone()}>{ for steps.iter().map(mark) }</div>
            { bracket(outcome) }
            <p class="scale__legend" aria-hidden="true">
                <span>{ outcome.words.scale_weakest }</span>
                <span class="scale__here">{ label.unwrap_or_default() }</span>
                <span>{ outcome.words.scale_strongest }</span>
            </p>
            <p class="scale__before" hidden={before.is_none()}>
                { for before.map(|it| fill(outcome.words.scale_before, &[("name", &outcome.case.sentences.guarantee(it).name)])) }
            </p>
        </div>
    }
}

/// The scale with the place of one guarantee, whatever is answered. `says` names the place of one that has none.
pub fn place(model: &Model, words: &OutcomeText, guarantee: GuaranteeId, says: &'static str) -> Html {
    let steps: Vec<GuaranteeId> = model.choosable().rev().collect();
    let total = steps.len().to_string();
    let label = step_of(model, guarantee)
        .map_or_else(|| says.to_owned(), |it| fill(words.scale_step, &[("n", &it.to_string()), ("total", &total)]));
    let mark = |it: &GuaranteeId| {
        let here = (*it == guarantee).then_some("scale__step--here");
        let step = step_of(model, *it).map(|it| it.to_string());
        html! { <span class={classes!("scale__step", "scale__step--possible", here)} data-step={step}></span> }
    };
    html! {
        <div class="scale">
            <div class="scale__steps" role="img" aria-label={label.clone()}>{ for steps.iter().map(mark) }</div>
            <p class="scale__legend" aria-hidden="true">
                <span>{ words.scale_weakest }</span>
                <span class="scale__here">{ label }</span>
                <span>{ words.scale_strongest }</span>
            </p>
        </div>
    }
}

/// The bracket from the weakest to the strongest outcome that is still possible. The text beside it says so in words.
/// The empty element in the last column gives the bracket as many columns as the scale.
fn bracket(outcome: &OutcomeModel) -> Html {
    let decision = &outcome.page.decision;
    let end = |it: GuaranteeId| step(outcome.page, it).map(|it| it.to_string());
    let strongest = outcome.case.model.guarantee_ids().find_map(|it| step(outcome.page, it));
    html! {
        <div class="scale__steps scale__steps--bracket" aria-hidden="true" hidden={decision.is_settled()}>
            <span class="scale__bracket" data-from={end(decision.at_least)} data-to={end(decision.at_best)}></span>
            <span data-to={strongest.map(|it| it.to_string())}></span>
        </div>
    }
}
