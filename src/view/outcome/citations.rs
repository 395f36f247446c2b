//! Lists of sources: each with title, publisher, date and address.

use yew::prelude::*;

use crate::{
    case::{
        SourceId,
        history::{Published, Reference, Source},
    },
    text::fill,
    view::{annex::Annex, scene::Scene},
};

/// The sources of one thing, folded. `of` is its name, for those who hear the number alone.
pub fn sources(scene: &Scene, annex: &Annex, of: &str, found: &[&Source]) -> Html {
    let references: Vec<&Reference> = found.iter().flat_map(|it| std::iter::once(&it.main).chain(&it.also)).collect();
    html! {
        <details class="sources" hidden={references.is_empty()}>
            <summary>
                { scene.text.count(annex.text.sources.count, references.len() as u32) }
                <span class="hidden">{ format!(": {of}") }</span>
            </summary>
            <ul>{ for references.into_iter().map(|it| reference(annex, it)) }</ul>
        </details>
    }
}

/// The sources of one thing in a line, by their publishers.
pub fn cited(annex: &Annex, ids: &[SourceId]) -> Html {
    let reference = |it: &Reference| {
        let published = match it.published {
            Published::On(day) => format!(", {}", annex.text.dates.says(day)),
            Published::Undated { .. } => String::new(),
        } + &mark(annex, it);
        html! {
            <li key={it.address.clone()}>
                <a href={it.address.clone()} rel="noreferrer" title={it.title.clone()} lang={annex.history.lang.clone()}>
                    { it.publisher.clone() }
                </a>
                { published }
            </li>
        }
    };
    let only = annex.history.only_second_hand(ids);
    html! {
        <div class="cited">
            <p>{ annex.text.sources.cited }</p>
            <ul>{ for annex.history.references(ids).map(reference) }</ul>
            if only { <p>{ annex.text.sources.only_second_hand }</p> }
        </div>
    }
}

fn reference(annex: &Annex, it: &Reference) -> Html {
    let dates = &annex.text.dates;
    let (day, says) = match it.published {
        Published::On(date) => (date, dates.says(date)),
        Published::Undated { seen } => (seen, fill(annex.text.sources.undated, &[("date", &dates.says(seen))])),
    };
    html! {
        <li key={it.address.clone()}>
            <a href={it.address.clone()} rel="noreferrer" lang={it.lang.clone()}>{ it.title.clone() }</a>
            <span class="sources__where">
                <span lang={annex.history.lang.clone()}>{ it.publisher.clone() }</span>
                { ", " }
                <time datetime={day.to_string()}>{ says }</time>
                { mark(annex, it) }
            </span>
        </li>
    }
}

/// Behind a source that repeats another one.
fn mark(annex: &Annex, it: &Reference) -> String {
    if it.second_hand { format!(", {}", annex.text.sources.second_hand) } else { String::new() }
}
