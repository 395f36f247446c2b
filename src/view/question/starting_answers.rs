//! Presets: somebody else's answers, each with its date and sources, as links from which a walk can start.
//! None is ever filled in unasked. The outcome's page says whose answers a walk started from, and how many have changed.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{AnswerId, PrecedentId, PresetId, QuestionId, history::Source, permalink},
    decide::starting_point::{changed, in_full},
    text::fill,
    view::{
        host::Host,
        outcome::{citations::sources, whole::Whole},
        outcome_chunk::OutcomeChunk,
        outcome_data::OutcomeData,
        question::loading,
        scene::Scene,
        state::action::Action,
    },
};

/// Whose answers they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lender {
    Preset(PresetId),
    Precedent(PrecedentId),
}

/// The id of the sentence that says whose answers the outcome follows from.
const SAYS: &str = "borrowed-says";

/// The list of all, folded. What it tells is fetched when it is opened, and drawn then.
pub fn presets(scene: &Scene, chunk: Option<&OutcomeChunk>, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    html! {
        <details class="presets">
            <summary onclick={act.reform(|_| Action::LookAtPresets)}><h2>{ scene.text.presets_title }</h2></summary>
            { match chunk.filter(|_| scene.reader.looking) {
                Some(chunk) => (chunk.presets)(scene, chunk),
                None => loading::part(scene, host, act),
            } }
        </details>
    }
}

/// The examples to start from.
pub fn list(scene: &Scene, chunk: &OutcomeChunk) -> Html {
    body(&Whole::of(scene, chunk, None, &[]))
}

/// As `list`, for the outcome's page.
pub fn body(whole: &Whole) -> Html {
    let outcome_data = whole.outcome_data;
    let text = &outcome_data.text.presets;
    let presets = PresetId::all(whole.case.model.presets.len()).map(Lender::Preset);
    let precedents = PrecedentId::all(outcome_data.history.precedents.len()).map(Lender::Precedent);
    let is_without = outcome_data.history.precedents.is_empty();
    html! {
        <div class="presets__body">
            <p class="presets__lead">{ text.lead }</p>
            <h3>{ text.presets }</h3>
            <ul class="presets__list">{ for presets.map(|it| entry(whole, outcome_data, it)) }</ul>
            <h3 hidden={is_without}>{ text.precedents }</h3>
            <p class="presets__lead" hidden={is_without}>{ text.analogy }</p>
            <ul class="presets__list">{ for precedents.map(|it| entry(whole, outcome_data, it)) }</ul>
        </div>
    }
}

fn entry(whole: &Whole, outcome_data: &OutcomeData, lender: Lender) -> Html {
    let name = name(whole, outcome_data, lender);
    let link = permalink::format(&whole.case.model, &answers(whole, outcome_data, lender), &[]);
    html! {
        <li class="preset" key={id(whole, outcome_data, lender)} data-preset={id(whole, outcome_data, lender)}>
            <a class="preset__name" href={format!("#{link}")}>{ name }</a>
            { told(whole, outcome_data, lender) }
            { sources(whole.scene, outcome_data, name, &rests_on(whole, outcome_data, lender)) }
        </li>
    }
}

/// The description of an example, with the date of its answers.
fn told(whole: &Whole, outcome_data: &OutcomeData, lender: Lender) -> Html {
    match lender {
        Lender::Preset(id) => {
            let dated = whole.case.model.presets[id.index()].dated.as_str();
            let says = crate::case::dates::Date::read(dated).map(|it| outcome_data.text.dates.says(it));
            html! {
                <div class="preset__told">
                    <p>{ whole.case.sentences.preset(id).says.clone() }</p>
                    <p class="preset__dated">
                        <time datetime={dated.to_owned()}>
                            { fill(outcome_data.text.presets.dated, &[("date", says.as_deref().unwrap_or(dated))]) }
                        </time>
                    </p>
                </div>
            }
        }
        Lender::Precedent(id) => {
            let text = outcome_data.history_text.precedent(id);
            html! {
                <div class="preset__told">
                    <p>{ text.given.clone() }</p>
                    <p class="preset__held">{ text.held.clone() }</p>
                </div>
            }
        }
    }
}

/// Above the outcome: whose answers it follows from, when that is not the reader, and what the reader has changed.
pub fn borrowed(whole: &Whole, outcome_data: &OutcomeData) -> Html {
    let text = &outcome_data.text.presets;
    let lenders = lenders(whole, outcome_data);
    let Some(first) = lenders.first() else { return html! { <div class="borrowed" hidden=true></div> } };
    let names: Vec<String> =
        lenders.iter().map(|it| fill(text.quoted, &[("name", name(whole, outcome_data, *it))])).collect();
    let list = whole.scene.text.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let changed = changed(&whole.case.model, &whole.scene.reader.choices, &whole.scene.reader.started);
    let says = if changed == 0 { text.unchanged.to_owned() } else { whole.scene.text.count(text.changed, changed) };
    let lender = |it: &Lender| {
        html! {
            <div class="borrowed__lender" key={id(whole, outcome_data, *it)}>
                if lenders.len() > 1 { <p class="borrowed__name">{ name(whole, outcome_data, *it) }</p> }
                { told(whole, outcome_data, *it) }
                { sources(whole.scene, outcome_data, name(whole, outcome_data, *it), &rests_on(whole, outcome_data, *it)) }
            </div>
        }
    };
    html! {
        <section
            class="borrowed"
            aria-labelledby="borrowed-title"
            data-borrowed={id(whole, outcome_data, *first)}
            data-changed={changed.to_string()}
        >
            <p class="borrowed__title" id="borrowed-title">{ text.borrowed }</p>
            <p class="borrowed__says" id={SAYS} role="status">{ fill(&says, &[("list", &list)]) }</p>
            <div class="borrowed__lenders">{ for lenders.iter().map(lender) }</div>
            <p class="borrowed__remark" hidden={lenders.len() < 2}>{ text.shared }</p>
            <p class="borrowed__remark" hidden={!matches!(first, Lender::Precedent(_))}>{ text.analogy }</p>
        </section>
    }
}

/// The line above the outcome's name. It differs if the answers are not the reader's own.
pub fn kicker<'a>(whole: &Whole<'a>) -> &'a str {
    let is_own = changed(&whole.case.model, &whole.scene.reader.choices, &whole.scene.reader.started) > 0;
    let is_borrowed = !is_own && !lenders(whole, whole.outcome_data).is_empty();
    if is_borrowed { whole.outcome_data.text.presets.kicker } else { whole.words.outcome_kicker }
}

/// The id of the element that describes the outcome's heading, if the answers come from an example.
pub fn description(whole: &Whole) -> Option<&'static str> {
    (!lenders(whole, whole.outcome_data).is_empty()).then_some(SAYS)
}

/// Everybody who has just the answers that the walk started from; several precedents may share theirs.
fn lenders(whole: &Whole, outcome_data: &OutcomeData) -> Vec<Lender> {
    if whole.scene.reader.started.is_empty() {
        return Vec::new();
    }
    let presets = PresetId::all(whole.case.model.presets.len()).map(Lender::Preset);
    let precedents = PrecedentId::all(outcome_data.history.precedents.len()).map(Lender::Precedent);
    presets.chain(precedents).filter(|it| answers(whole, outcome_data, *it) == whole.scene.reader.started).collect()
}

/// A preset leaves open what it does not name; a precedent takes the article's value there.
fn answers(whole: &Whole, outcome_data: &OutcomeData, lender: Lender) -> Vec<(QuestionId, AnswerId)> {
    let model = &whole.case.model;
    match lender {
        Lender::Preset(id) => model.presets[id.index()].answers.clone(),
        Lender::Precedent(id) => in_full(model, &outcome_data.history.precedent(id).answers),
    }
}

fn rests_on<'a>(whole: &Whole, outcome_data: &'a OutcomeData, lender: Lender) -> Vec<&'a Source> {
    let history = &outcome_data.history;
    match lender {
        Lender::Preset(id) => {
            let named = &whole.case.model.presets[id.index()].sources;
            named.iter().filter_map(|id| history.sources.iter().find(|it| it.id == *id)).collect()
        }
        Lender::Precedent(id) => history.precedent(id).sources.iter().map(|it| history.source(*it)).collect(),
    }
}

fn name<'a>(whole: &'a Whole, outcome_data: &'a OutcomeData, lender: Lender) -> &'a str {
    match lender {
        Lender::Preset(id) => &whole.case.sentences.preset(id).name,
        Lender::Precedent(id) => &outcome_data.history_text.precedent(id).name,
    }
}

fn id(whole: &Whole, outcome_data: &OutcomeData, lender: Lender) -> String {
    match lender {
        Lender::Preset(id) => whole.case.model.presets[id.index()].id.clone(),
        Lender::Precedent(id) => outcome_data.history.precedent(id).id.clone(),
    }
}
