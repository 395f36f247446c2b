//! "Look closer": folded parts, each with a word on what is inside. A part is drawn when it is opened.

use yew::prelude::*;

use crate::{
    case::PrecedentId,
    text::fill,
    view::{
        outcome::{
            background, compare_link, comparison, folds::Fold, for_groups, inputs::OutcomeContext, landscape,
            model::OutcomeModel, readings,
        },
        question::presets,
        share,
        state::action::Action,
    },
};

/// The section of all folded parts.
pub fn closer(outcome: &OutcomeModel, shared: &OutcomeContext) -> Html {
    html! {
        <section class="closer" aria-labelledby="closer-title">
            <h2 id="closer-title">{ outcome.words.closer_title }</h2>
            { for Fold::ALL.into_iter().filter(|it| is_there(outcome, *it)).map(|it| fold(outcome, it, shared)) }
        </section>
    }
}

/// A case without readings has nothing to doubt.
fn is_there(outcome: &OutcomeModel, fold: Fold) -> bool {
    fold != Fold::Readings || !outcome.case.model.readings.is_empty()
}

fn fold(outcome: &OutcomeModel, fold: Fold, shared: &OutcomeContext) -> Html {
    let slug = fold.slug();
    let open = outcome.page.reader.folds.contains(fold);
    let (title, inside) = label(outcome, fold);
    html! {
        <div class="fold" id={slug} key={slug}>
            <h3 class="fold__title">
                <button
                    type="button"
                    id={fold.button()}
                    data-fold={slug}
                    aria-expanded={open.to_string()}
                    aria-controls={format!("{slug}-inside")}
                    onclick={shared.act.reform(move |_| Action::Fold(fold))}
                >
                    <span>{ title }</span>{ " " }<span class="fold__inside">{ inside }</span>
                </button>
            </h3>
            <div class="fold__body" id={format!("{slug}-inside")} hidden={!open}>
                if open { <div>{ body(outcome, fold, shared) }{ share::link_to_fold(outcome, fold, &shared.act) }</div> }
            </div>
        </div>
    }
}

/// The title of a part, and what is inside.
fn label(outcome: &OutcomeModel, fold: Fold) -> (&'static str, String) {
    let (words, text) = (outcome.words, &outcome.data.text);
    match fold {
        Fold::Readings => {
            let total = outcome.case.model.readings.len().to_string();
            let says = match readings::moving(outcome) {
                0 => words.inside_doubt_none.to_owned(),
                moving => outcome.page.text.count(words.inside_doubt, moving),
            };
            (words.doubt_title, fill(&says, &[("total", &total)]))
        }
        Fold::Landscape => (text.landscape.title, words.inside_landscape.to_owned()),
        Fold::Comparison => (text.comparison.title, words.inside_comparison.to_owned()),
        Fold::Timeline => {
            let events = outcome.data.background.events_for(outcome.page.decision.headline).len() as u32;
            (text.background.timeline_title, outcome.page.text.count(words.inside_timeline, events))
        }
        Fold::CompareLink => (words.versus_title, words.inside_versus.to_owned()),
        Fold::ForGroups => (text.for_groups.title, words.inside_for_groups.to_owned()),
        Fold::Presets => {
            let examples =
                outcome.case.model.presets.len() + PrecedentId::all(outcome.data.background.precedents.len()).count();
            (outcome.page.text.presets_title, outcome.page.text.count(words.inside_presets, examples as u32))
        }
    }
}

fn body(outcome: &OutcomeModel, fold: Fold, shared: &OutcomeContext) -> Html {
    let OutcomeContext { act, host, refs, .. } = shared;
    match fold {
        Fold::Readings => readings::readings(outcome, act),
        Fold::Landscape => landscape::landscape(outcome, outcome.data, &refs.menus, host, act),
        Fold::Comparison => comparison::comparison(outcome, outcome.data, act),
        Fold::Timeline => background::events(outcome.data, outcome.page.decision.headline),
        Fold::CompareLink => compare_link::compare_link(outcome, host, &refs.other_link, act),
        Fold::ForGroups => for_groups::for_groups(outcome, outcome.data, act),
        Fold::Presets => presets::body(outcome),
    }
}
