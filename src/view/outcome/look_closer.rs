//! "Look closer": folded parts, each with a word on what is inside. A part is drawn when it is opened.

use yew::prelude::*;

use crate::{
    case::PrecedentId,
    text::fill,
    view::{
        outcome::{
            background, compare_link, comparison, folds::Fold, for_groups, inputs::Tools, landscape, readings,
            whole::Whole,
        },
        question::starting_answers,
        share,
        state::action::Action,
    },
};

/// The section of all folded parts.
pub fn closer(whole: &Whole, tools: &Tools) -> Html {
    html! {
        <section class="closer" aria-labelledby="closer-title">
            <h2 id="closer-title">{ whole.words.closer_title }</h2>
            { for Fold::ALL.into_iter().filter(|it| is_there(whole, *it)).map(|it| fold(whole, it, tools)) }
        </section>
    }
}

/// A case without readings has nothing to doubt.
fn is_there(whole: &Whole, fold: Fold) -> bool {
    fold != Fold::Doubt || !whole.case.model.readings.is_empty()
}

fn fold(whole: &Whole, fold: Fold, tools: &Tools) -> Html {
    let slug = fold.slug();
    let open = whole.scene.reader.folds.contains(fold);
    let (title, inside) = label(whole, fold);
    html! {
        <div class="fold" id={slug} key={slug}>
            <h3 class="fold__title">
                <button
                    type="button"
                    id={fold.button()}
                    data-fold={slug}
                    aria-expanded={open.to_string()}
                    aria-controls={format!("{slug}-inside")}
                    onclick={tools.act.reform(move |_| Action::Fold(fold))}
                >
                    <span>{ title }</span>{ " " }<span class="fold__inside">{ inside }</span>
                </button>
            </h3>
            <div class="fold__body" id={format!("{slug}-inside")} hidden={!open}>
                if open { <div>{ body(whole, fold, tools) }{ share::link_to_fold(whole, fold, &tools.act) }</div> }
            </div>
        </div>
    }
}

/// The title of a part, and what is inside.
fn label(whole: &Whole, fold: Fold) -> (&'static str, String) {
    let (words, text) = (whole.words, &whole.outcome_data.text);
    match fold {
        Fold::Doubt => {
            let total = whole.case.model.readings.len().to_string();
            let says = match readings::moving(whole) {
                0 => words.inside_doubt_none.to_owned(),
                moving => whole.scene.text.count(words.inside_doubt, moving),
            };
            (words.doubt_title, fill(&says, &[("total", &total)]))
        }
        Fold::Landscape => (text.landscape.title, words.inside_landscape.to_owned()),
        Fold::Comparison => (text.comparison.title, words.inside_comparison.to_owned()),
        Fold::Timeline => {
            let events = whole.outcome_data.history.events_for(whole.scene.decision.headline).len() as u32;
            (text.history.timeline_title, whole.scene.text.count(words.inside_timeline, events))
        }
        Fold::Versus => (words.versus_title, words.inside_versus.to_owned()),
        Fold::ForGroups => (text.for_groups.title, words.inside_for_groups.to_owned()),
        Fold::Presets => {
            let examples =
                whole.case.model.presets.len() + PrecedentId::all(whole.outcome_data.history.precedents.len()).count();
            (whole.scene.text.presets_title, whole.scene.text.count(words.inside_presets, examples as u32))
        }
    }
}

fn body(whole: &Whole, fold: Fold, tools: &Tools) -> Html {
    let Tools { act, host, marks, .. } = tools;
    match fold {
        Fold::Doubt => readings::doubt(whole, act),
        Fold::Landscape => landscape::landscape(whole, whole.outcome_data, &marks.menus, host, act),
        Fold::Comparison => comparison::comparison(whole, whole.outcome_data, act),
        Fold::Timeline => background::events(whole.outcome_data, whole.scene.decision.headline),
        Fold::Versus => compare_link::versus(whole, host, &marks.other_link, act),
        Fold::ForGroups => for_groups::for_groups(whole, whole.outcome_data, act),
        Fold::Presets => starting_answers::body(whole),
    }
}
