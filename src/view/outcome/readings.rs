//! "Doubt it": the places where the article can be read two ways, each with a switch.
//! Switching recomputes everything; a notice says which are switched, and the permalink carries them.

use yew::prelude::*;

use crate::{
    case::{GuaranteeId, ReadingId},
    decide::rules::{Readings, Rules},
    text::fill,
    view::{
        outcome::{common_parts::source_line, model::OutcomeModel},
        state::action::Action,
    },
};

/// The readings, each with its switch. Readings that would change the outcome of the base readings come first. Whatever is switched, they stay in their order: a
/// switch that moved would lose the focus.
pub fn readings(outcome: &OutcomeModel, act: &Callback<Action>) -> Html {
    let (first, rest): (Vec<_>, Vec<_>) = ReadingId::all(outcome.case.model.readings.len())
        .partition(|it| outcome_under(outcome, Readings::BASE.toggled(*it)) != outcome_under(outcome, Readings::BASE));
    html! {
        <div class="doubt">
            <p>{ outcome.words.doubt_lead }</p>
            <div class="doubt__list">{ for first.into_iter().chain(rest).map(|it| reading(outcome, it, act)) }</div>
        </div>
    }
}

/// How many readings would change the outcome, each alone.
pub fn moving(outcome: &OutcomeModel) -> u32 {
    ReadingId::all(outcome.case.model.readings.len()).filter(|it| outcome_with(outcome, *it).is_some()).count() as u32
}

fn reading(outcome: &OutcomeModel, id: ReadingId, act: &Callback<Action>) -> Html {
    let model = &outcome.case.model.readings[id.index()];
    let sentences = outcome.case.sentences.reading(id);
    let switched = outcome.page.reader.readings.contains(id);
    let input = format!("reading-{}", model.id);
    html! {
        <details class="reading" key={model.id.clone()} data-reading={model.id.clone()} data-switched={switched.to_string()}>
            <summary>
                <h3>{ sentences.name.clone() }</h3>
                <span class="reading__you">{ for_you(outcome, id) }</span>
            </summary>
            <div class="reading__body">
                <p>{ sentences.passage.clone() }</p>
                <dl>
                    <div><dt>{ outcome.words.reading_base }</dt><dd>{ sentences.base.clone() }</dd></div>
                    <div><dt>{ outcome.words.reading_other }</dt><dd>{ sentences.other.clone() }</dd></div>
                </dl>
                <p>{ sentences.effect.clone() }</p>
                <p>{ outcome.page.text.count(outcome.words.reading_moved, outcome.data.moved[id.index()]) }</p>
                <p class="switch">
                    <input
                        type="checkbox"
                        id={input.clone()}
                        checked={switched}
                        onchange={act.reform(move |_| Action::ToggleReading(id))}
                    />
                    <label for={input}>{ outcome.words.reading_switch }</label>
                </p>
                <p class="source">{ source_line(outcome, Some(model.section), model.inferred) }</p>
            </div>
        </details>
    }
}

/// The effect of this one switch on the reader's own outcome.
fn for_you(outcome: &OutcomeModel, id: ReadingId) -> String {
    outcome_with(outcome, id).map_or_else(
        || outcome.words.reading_same.to_owned(),
        |it| fill(outcome.words.reading_moves, &[("name", &outcome.case.sentences.guarantee(it).in_text)]),
    )
}

/// The outcome with this one reading switched, if that is another.
fn outcome_with(outcome: &OutcomeModel, id: ReadingId) -> Option<GuaranteeId> {
    outcome_under(outcome, outcome.page.reader.readings.toggled(id)).filter(|it| *it != outcome.page.decision.headline)
}

/// The outcome of the reader's world under some readings.
fn outcome_under(outcome: &OutcomeModel, readings: Readings) -> Option<GuaranteeId> {
    let rules = Rules::of(&outcome.case.model, readings);
    rules.outcome(rules.normalise(outcome.page.decision.world))
}
