//! Presets: somebody else's answers, each with its date and sources, as links from which a walk can start.
//! None is ever filled in unasked. The outcome's page says whose answers a walk started from, and how many have changed.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{AnswerId, PrecedentId, PresetId, QuestionId, background::Source, permalink},
    decide::starting_point::{changed, in_full},
    text::fill,
    view::{
        host::Host,
        outcome::{citations::sources, model::OutcomeModel},
        outcome_chunk::OutcomeChunk,
        outcome_data::OutcomeData,
        page_model::PageModel,
        question::loading,
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
pub fn presets(page: &PageModel, chunk: Option<&OutcomeChunk>, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    html! {
        <details class="presets">
            <summary onclick={act.reform(|_| Action::LookAtPresets)}><h2>{ page.text.presets_title }</h2></summary>
            { match chunk.filter(|_| page.reader.looking) {
                Some(chunk) => (chunk.presets)(page, chunk),
                None => loading::part(page, host, act),
            } }
        </details>
    }
}

/// The examples to start from.
pub fn list(page: &PageModel, chunk: &OutcomeChunk) -> Html {
    body(&OutcomeModel::of(page, chunk, None, &[]))
}

/// As `list`, for the outcome's page.
pub fn body(outcome: &OutcomeModel) -> Html {
    let outcome_data = outcome.data;
    let text = &outcome_data.text.presets;
    let presets = PresetId::all(outcome.case.model.presets.len()).map(Lender::Preset);
    let precedents = PrecedentId::all(outcome_data.background.precedents.len()).map(Lender::Precedent);
    let is_without = outcome_data.background.precedents.is_empty();
    html! {
        <div class="presets__body">
            <p class="presets__lead">{ text.lead }</p>
            <h3>{ text.presets }</h3>
            <ul class="presets__list">{ for presets.map(|it| entry(outcome, outcome_data, it)) }</ul>
            <h3 hidden={is_without}>{ text.precedents }</h3>
            <p class="presets__lead" hidden={is_without}>{ text.analogy }</p>
            <ul class="presets__list">{ for precedents.map(|it| entry(outcome, outcome_data, it)) }</ul>
        </div>
    }
}

fn entry(outcome: &OutcomeModel, outcome_data: &OutcomeData, lender: Lender) -> Html {
    let name = name(outcome, outcome_data, lender);
    let link = permalink::format(&outcome.case.model, &answers(outcome, outcome_data, lender), &[]);
    html! {
        <li class="preset" key={id(outcome, outcome_data, lender)} data-preset={id(outcome, outcome_data, lender)}>
            <a class="preset__name" href={format!("#{link}")}>{ name }</a>
            { told(outcome, outcome_data, lender) }
            { sources(outcome.page, outcome_data, name, &rests_on(outcome, outcome_data, lender)) }
        </li>
    }
}

/// The description of an example, with the date of its answers.
fn told(outcome: &OutcomeModel, outcome_data: &OutcomeData, lender: Lender) -> Html {
    match lender {
        Lender::Preset(id) => {
            let dated = outcome.case.model.presets[id.index()].dated.as_str();
            let says = crate::case::dates::Date::read(dated).map(|it| outcome_data.text.dates.says(it));
            html! {
                <div class="preset__told">
                    <p>{ outcome.case.sentences.preset(id).says.clone() }</p>
                    <p class="preset__dated">
                        <time datetime={dated.to_owned()}>
                            { fill(outcome_data.text.presets.dated, &[("date", says.as_deref().unwrap_or(dated))]) }
                        </time>
                    </p>
                </div>
            }
        }
        Lender::Precedent(id) => {
            let text = outcome_data.background_text.precedent(id);
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
pub fn borrowed(outcome: &OutcomeModel, outcome_data: &OutcomeData) -> Html {
    let text = &outcome_data.text.presets;
    let lenders = lenders(outcome, outcome_data);
    let Some(first) = lenders.first() else { return html! { <div class="borrowed" hidden=true></div> } };
    let names: Vec<String> =
        lenders.iter().map(|it| fill(text.quoted, &[("name", name(outcome, outcome_data, *it))])).collect();
    let list = outcome.page.text.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let changed = changed(&outcome.case.model, &outcome.page.reader.choices, &outcome.page.reader.started);
    let says = if changed == 0 { text.unchanged.to_owned() } else { outcome.page.text.count(text.changed, changed) };
    let lender = |it: &Lender| {
        html! {
            <div class="borrowed__lender" key={id(outcome, outcome_data, *it)}>
                if lenders.len() > 1 { <p class="borrowed__name">{ name(outcome, outcome_data, *it) }</p> }
                { told(outcome, outcome_data, *it) }
                { sources(outcome.page, outcome_data, name(outcome, outcome_data, *it), &rests_on(outcome, outcome_data, *it)) }
            </div>
        }
    };
    html! {
        <section
            class="borrowed"
            aria-labelledby="borrowed-title"
            data-borrowed={id(outcome, outcome_data, *first)}
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
pub fn kicker<'a>(outcome: &OutcomeModel<'a>) -> &'a str {
    let is_own = changed(&outcome.case.model, &outcome.page.reader.choices, &outcome.page.reader.started) > 0;
    let is_borrowed = !is_own && !lenders(outcome, outcome.data).is_empty();
    if is_borrowed { outcome.data.text.presets.kicker } else { outcome.words.outcome_kicker }
}

/// The id of the element that describes the outcome's heading, if the answers come from an example.
pub fn description(outcome: &OutcomeModel) -> Option<&'static str> {
    (!lenders(outcome, outcome.data).is_empty()).then_some(SAYS)
}

/// Everybody who has just the answers that the walk started from; several precedents may share theirs.
fn lenders(outcome: &OutcomeModel, outcome_data: &OutcomeData) -> Vec<Lender> {
    if outcome.page.reader.started.is_empty() {
        return Vec::new();
    }
    let presets = PresetId::all(outcome.case.model.presets.len()).map(Lender::Preset);
    let precedents = PrecedentId::all(outcome_data.background.precedents.len()).map(Lender::Precedent);
    presets.chain(precedents).filter(|it| answers(outcome, outcome_data, *it) == outcome.page.reader.started).collect()
}

/// A preset leaves open what it does not name; a precedent takes the article's value there.
fn answers(outcome: &OutcomeModel, outcome_data: &OutcomeData, lender: Lender) -> Vec<(QuestionId, AnswerId)> {
    let model = &outcome.case.model;
    match lender {
        Lender::Preset(id) => model.presets[id.index()].answers.clone(),
        Lender::Precedent(id) => in_full(model, &outcome_data.background.precedent(id).answers),
    }
}

fn rests_on<'a>(outcome: &OutcomeModel, outcome_data: &'a OutcomeData, lender: Lender) -> Vec<&'a Source> {
    let background = &outcome_data.background;
    match lender {
        Lender::Preset(id) => {
            let named = &outcome.case.model.presets[id.index()].sources;
            named.iter().filter_map(|id| background.sources.iter().find(|it| it.id == *id)).collect()
        }
        Lender::Precedent(id) => background.precedent(id).sources.iter().map(|it| background.source(*it)).collect(),
    }
}

fn name<'a>(outcome: &'a OutcomeModel, outcome_data: &'a OutcomeData, lender: Lender) -> &'a str {
    match lender {
        Lender::Preset(id) => &outcome.case.sentences.preset(id).name,
        Lender::Precedent(id) => &outcome_data.background_text.precedent(id).name,
    }
}

fn id(outcome: &OutcomeModel, outcome_data: &OutcomeData, lender: Lender) -> String {
    match lender {
        Lender::Preset(id) => outcome.case.model.presets[id.index()].id.clone(),
        Lender::Precedent(id) => outcome_data.background.precedent(id).id.clone(),
    }
}
