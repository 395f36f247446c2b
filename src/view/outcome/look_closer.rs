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

pub fn closer(scene: &Whole, tools: &Tools) -> Html {
    html! {
        <section class="closer" aria-labelledby="closer-title">
            <h2 id="closer-title">{ scene.words.closer_title }</h2>
            { for Fold::ALL.into_iter().filter(|it| is_there(scene, *it)).map(|it| fold(scene, it, tools)) }
        </section>
    }
}

/// A case without readings has nothing to doubt.
fn is_there(scene: &Whole, fold: Fold) -> bool {
    fold != Fold::Doubt || !scene.case.model.readings.is_empty()
}

fn fold(scene: &Whole, fold: Fold, tools: &Tools) -> Html {
    let slug = fold.slug();
    let open = scene.reader.folds.contains(fold);
    let (title, inside) = label(scene, fold);
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
                if open { <div>{ body(scene, fold, tools) }{ share::link_to_fold(scene, fold, &tools.act) }</div> }
            </div>
        </div>
    }
}

/// The title of a part, and what is inside.
fn label(scene: &Whole, fold: Fold) -> (&'static str, String) {
    let (words, text) = (scene.words, &scene.annex.text);
    match fold {
        Fold::Doubt => {
            let total = scene.case.model.readings.len().to_string();
            let says = match readings::moving(scene) {
                0 => words.inside_doubt_none.to_owned(),
                moving => scene.text.count(words.inside_doubt, moving),
            };
            (words.doubt_title, fill(&says, &[("total", &total)]))
        }
        Fold::Landscape => (text.landscape.title, words.inside_landscape.to_owned()),
        Fold::Comparison => (text.comparison.title, words.inside_comparison.to_owned()),
        Fold::Timeline => {
            let events = scene.annex.history.events_for(scene.decision.headline).len() as u32;
            (text.history.timeline_title, scene.text.count(words.inside_timeline, events))
        }
        Fold::Versus => (words.versus_title, words.inside_versus.to_owned()),
        Fold::Together => (text.together.title, words.inside_together.to_owned()),
        Fold::Presets => {
            let examples =
                scene.case.model.presets.len() + PrecedentId::all(scene.annex.history.precedents.len()).count();
            (scene.text.presets_title, scene.text.count(words.inside_presets, examples as u32))
        }
    }
}

fn body(scene: &Whole, fold: Fold, tools: &Tools) -> Html {
    let Tools { act, host, marks, .. } = tools;
    match fold {
        Fold::Doubt => readings::doubt(scene, act),
        Fold::Landscape => landscape::landscape(scene, scene.annex, &marks.menus, host, act),
        Fold::Comparison => comparison::comparison(scene, scene.annex, act),
        Fold::Timeline => background::events(scene.annex, scene.decision.headline),
        Fold::Versus => compare_link::versus(scene, host, &marks.other_link, act),
        Fold::Together => for_groups::together(scene, scene.annex, act),
        Fold::Presets => starting_answers::body(scene),
    }
}
