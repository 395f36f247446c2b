//! The outcome: its name, what it is, how settled it is, why, and what the article says for and against it.

pub mod chunk_entry;
pub mod element_refs;
pub mod model;
pub mod inputs;
pub mod progressive;
pub mod common_parts;
pub mod board;
pub mod look_closer;
pub mod folds;
pub mod readings;
pub mod landscape;
pub mod comparison;
pub mod background;
pub mod citations;
pub mod compare_link;
pub mod for_groups;
pub mod preconditions;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    decide::explain::{most_informative::deciding, preconditions::Origin},
    text::fill,
    view::{
        host::Host,
        outcome::{
            common_parts::{could_become, in_text, open_questions, sides},
            element_refs::OutcomeRefs,
            inputs::{OutcomeContext, OutcomeInputs},
            model::OutcomeModel,
            progressive::Sections,
        },
        outcome_chunk::OutcomeChunk,
        page_model::Evaluated,
        question::presets,
        scale,
        state::action::Action,
    },
};

/// The page; the outcome itself now, and the rest part after part.
/// All that it keeps is cloned here and not by its caller, which is in the chunk of the wasm that everybody loads.
pub fn outcome(
    evaluated: &Rc<Evaluated>,
    chunk: &OutcomeChunk,
    origin: Option<&Rc<Origin>>,
    host: &Rc<dyn Host>,
    refs: &OutcomeRefs,
    act: &Callback<Action>,
) -> Html {
    let inputs = Rc::new(OutcomeInputs::of(evaluated, chunk, origin));
    // Mounted afresh, the page is whole at once and keeps its height: the reader stays where they are.
    let painted = if evaluated.state.reader.renewals > 0 {
        Callback::from(|then: Callback<()>| then.emit(()))
    } else {
        chunk.painted.clone()
    };
    let shared = OutcomeContext { host: host.clone(), refs: refs.clone(), painted, act: act.clone() };
    inputs.draw(|outcome| {
        html! {
            <article class="outcome" key="outcome">
                { presets::borrowed(outcome, outcome.data) }
                { head(outcome, &shared) }
                <Sections inputs={inputs.clone()} shared={shared.clone()} />
            </article>
        }
    })
}

fn head(outcome: &OutcomeModel, shared: &OutcomeContext) -> Html {
    let sentences = outcome.case.sentences.guarantee(outcome.page.decision.headline);
    html! {
        <div class="outcome__head">
            <p class="kicker">{ presets::kicker(outcome) }</p>
            <h1
                class="outcome__name"
                ref={shared.refs.heading.clone()}
                tabindex="-1"
                aria-describedby={presets::description(outcome)}
            >
                { sentences.name.clone() }
            </h1>
            <p class="outcome__what">{ sentences.what.clone() }</p>
            { sides(outcome.words, sentences) }
            { scale::scale(outcome) }
            { settledness(outcome, &shared.act) }
            <p class="source">{ outcome.page.text.how_it_works }</p>
        </div>
    }
}

/// In words how settled the outcome is; while it is open, between what it stands and where to go on.
fn settledness(outcome: &OutcomeModel, act: &Callback<Action>) -> Html {
    let text = outcome.page.text;
    let decision = &outcome.page.decision;
    let interim = decision.interim.map(|it| fill(outcome.words.interim, &[("name", in_text(outcome, it))]));
    let open = open_questions(outcome);
    if decision.is_settled() {
        let says = if open == 0 {
            outcome.words.settled_complete.to_owned()
        } else {
            text.count(outcome.words.settled_open, open)
        };
        return html! {
            <div class="settled">
                <p><b>{ outcome.words.settled_title }</b>{ " " }{ says }</p>
                if let Some(interim) = interim { <p>{ interim }</p> }
            </div>
        };
    }
    html! {
        <div class="settled settled--open">
            <p>
                <b>{ outcome.words.open_title }</b>{ " " }{ text.count(outcome.words.open_says, decision.possible.len()) }{ " " }
                { could_become(outcome) }
            </p>
            { what_decides(outcome, act) }
            if let Some(interim) = interim { <p>{ interim }</p> }
        </div>
    }
}

/// The open question that narrows what is possible most. What each answer to it leads to the board shows.
fn what_decides(outcome: &OutcomeModel, act: &Callback<Action>) -> Html {
    let Some(narrowing) = deciding(outcome.page.table, outcome.page.decision.answers, outcome.page.decision.deciding)
    else {
        return html! { <p class="decides"></p> };
    };
    let question = narrowing.question;
    html! {
        <p class="decides" data-decides={outcome.case.model.question(question).id.clone()}>
            { outcome.words.decides }{ " " }
            <button type="button" class="link" data-go-on="true" onclick={act.reform(move |_| Action::Open(question))}>
                { outcome.case.sentences.question(question).asks.clone() }
            </button>
        </p>
    }
}
