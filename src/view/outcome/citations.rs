//! Lists of sources: each with title, publisher, date and address.

use yew::prelude::*;

use crate::{
    case::{
        SourceId,
        background::{Published, Reference, Source},
    },
    text::fill,
    view::{outcome_data::OutcomeData, page_model::PageModel},
};

/// The sources of one thing, folded. `of` is its name, for those who hear the number alone.
pub fn sources(page: &PageModel, outcome_data: &OutcomeData, of: &str, found: &[&Source]) -> Html {
    let references: Vec<&Reference> = found.iter().flat_map(|it| std::iter::once(&it.main).chain(&it.also)).collect();
    html! {
        <details class="sources" hidden={references.is_empty()}>
            <summary>
                { page.text.count(outcome_data.text.sources.count, references.len() as u32) }
                <span class="hidden">{ format!(": {of}") }</span>
            </summary>
            <ul>{ for references.into_iter().map(|it| reference(outcome_data, it)) }</ul>
        </details>
    }
}

/// The sources of one thing in a line, by their publishers.
pub fn cited(outcome_data: &OutcomeData, ids: &[SourceId]) -> Html {
    let reference = |it: &Reference| {
        let published = match it.published {
            Published::On(day) => format!(", {}", outcome_data.text.dates.says(day)),
            Published::Undated { .. } => String::new(),
        } + &mark(outcome_data, it);
        html! {
            <li key={it.address.clone()}>
                <a href={it.address.clone()} rel="noreferrer" title={it.title.clone()} lang={outcome_data.background.lang.clone()}>
                    { it.publisher.clone() }
                </a>
                { published }
            </li>
        }
    };
    let only = outcome_data.background.only_second_hand(ids);
    html! {
        <div class="cited">
            <p>{ outcome_data.text.sources.cited }</p>
            <ul>{ for outcome_data.background.references(ids).map(reference) }</ul>
            if only { <p>{ outcome_data.text.sources.only_second_hand }</p> }
        </div>
    }
}

fn reference(outcome_data: &OutcomeData, it: &Reference) -> Html {
    let dates = &outcome_data.text.dates;
    let (day, says) = match it.published {
        Published::On(date) => (date, dates.says(date)),
        Published::Undated { seen } => (seen, fill(outcome_data.text.sources.undated, &[("date", &dates.says(seen))])),
    };
    html! {
        <li key={it.address.clone()}>
            <a href={it.address.clone()} rel="noreferrer" lang={it.lang.clone()}>{ it.title.clone() }</a>
            <span class="sources__where">
                <span lang={outcome_data.background.lang.clone()}>{ it.publisher.clone() }</span>
                { ", " }
                <time datetime={day.to_string()}>{ says }</time>
                { mark(outcome_data, it) }
            </span>
        </li>
    }
}

/// Behind a source that repeats another one.
fn mark(outcome_data: &OutcomeData, it: &Reference) -> String {
    if it.second_hand { format!(", {}", outcome_data.text.sources.second_hand) } else { String::new() }
}
