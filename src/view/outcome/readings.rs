//! "Doubt it": the places where the article can be read two ways, each with a switch.
//! Switching recomputes everything; a notice says which are switched, and the permalink carries them.

use yew::prelude::*;

use crate::{
    case::{GuaranteeId, ReadingId},
    decide::rules::Rules,
    text::fill,
    view::{
        outcome::{sections::source_line, whole::Whole},
        state::action::Action,
    },
};

/// Those that would change the outcome come first, and those that are switched.
pub fn doubt(whole: &Whole, act: &Callback<Action>) -> Html {
    let (first, rest): (Vec<_>, Vec<_>) = ReadingId::all(whole.case.model.readings.len())
        .partition(|it| whole.scene.reader.readings.contains(*it) || outcome_with(whole, *it).is_some());
    html! {
        <div class="doubt">
            <p>{ whole.words.doubt_lead }</p>
            <div class="doubt__list">{ for first.into_iter().chain(rest).map(|it| reading(whole, it, act)) }</div>
        </div>
    }
}

/// How many readings would change the outcome, each alone.
pub fn moving(whole: &Whole) -> u32 {
    ReadingId::all(whole.case.model.readings.len()).filter(|it| outcome_with(whole, *it).is_some()).count() as u32
}

fn reading(whole: &Whole, id: ReadingId, act: &Callback<Action>) -> Html {
    let model = &whole.case.model.readings[id.index()];
    let sentences = whole.case.sentences.reading(id);
    let switched = whole.scene.reader.readings.contains(id);
    let input = format!("reading-{}", model.id);
    html! {
        <details class="reading" key={model.id.clone()} data-reading={model.id.clone()} data-switched={switched.to_string()}>
            <summary>
                <h3>{ sentences.name.clone() }</h3>
                <span class="reading__you">{ for_you(whole, id) }</span>
            </summary>
            <div class="reading__body">
                <p>{ sentences.passage.clone() }</p>
                <dl>
                    <div><dt>{ whole.words.reading_base }</dt><dd>{ sentences.base.clone() }</dd></div>
                    <div><dt>{ whole.words.reading_other }</dt><dd>{ sentences.other.clone() }</dd></div>
                </dl>
                <p>{ sentences.effect.clone() }</p>
                <p>{ whole.scene.text.count(whole.words.reading_moved, whole.outcome_data.moved[id.index()]) }</p>
                <p class="switch">
                    <input
                        type="checkbox"
                        id={input.clone()}
                        checked={switched}
                        onchange={act.reform(move |_| Action::ToggleReading(id))}
                    />
                    <label for={input}>{ whole.words.reading_switch }</label>
                </p>
                <p class="source">{ source_line(whole, Some(model.section), model.inferred) }</p>
            </div>
        </details>
    }
}

/// The effect of this one switch on the reader's own outcome.
fn for_you(whole: &Whole, id: ReadingId) -> String {
    outcome_with(whole, id).map_or_else(
        || whole.words.reading_same.to_owned(),
        |it| fill(whole.words.reading_moves, &[("name", &whole.case.sentences.guarantee(it).in_text)]),
    )
}

/// The outcome with this one reading switched, if that is another.
fn outcome_with(whole: &Whole, id: ReadingId) -> Option<GuaranteeId> {
    let rules = Rules::of(&whole.case.model, whole.scene.reader.readings.toggled(id));
    rules.outcome(rules.normalise(whole.scene.decision.world)).filter(|it| *it != whole.scene.decision.headline)
}
