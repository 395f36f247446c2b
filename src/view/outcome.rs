//! The outcome: its name, what it is, how settled it is, why, and what the article says for and against it.

pub mod chunk_entry;
pub mod marks;
pub mod whole;
pub mod inputs;
pub mod progressive;
pub mod sections;
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
            inputs::{Seen, Tools},
            marks::Marks,
            progressive::Rest,
            sections::{could_become, in_text, open_questions, sides},
            whole::Whole,
        },
        outcome_chunk::OutcomeChunk,
        question::starting_answers,
        scale,
        scene::Evaluated,
        state::action::Action,
    },
};

/// The page; the outcome itself now, and the rest part after part.
/// All that it keeps is cloned here and not by its caller, which is in the piece of the wasm that everybody loads.
pub fn outcome(
    evaluated: &Rc<Evaluated>,
    chunk: &OutcomeChunk,
    origin: Option<&Rc<Origin>>,
    host: &Rc<dyn Host>,
    marks: &Marks,
    act: &Callback<Action>,
) -> Html {
    let seen = Rc::new(Seen::of(evaluated, chunk, origin));
    // Mounted afresh, the page is whole at once and keeps its height: the reader stays where they are.
    let painted = if evaluated.state.reader.renewals > 0 {
        Callback::from(|then: Callback<()>| then.emit(()))
    } else {
        chunk.painted.clone()
    };
    let tools = Tools { host: host.clone(), marks: marks.clone(), painted, act: act.clone() };
    seen.draw(|whole| {
        html! {
            <article class="outcome" key="outcome">
                { starting_answers::borrowed(whole, whole.outcome_data) }
                { head(whole, &tools) }
                <Rest seen={seen.clone()} tools={tools.clone()} />
            </article>
        }
    })
}

fn head(whole: &Whole, tools: &Tools) -> Html {
    let sentences = whole.case.sentences.guarantee(whole.scene.decision.headline);
    html! {
        <div class="outcome__head">
            <p class="kicker">{ starting_answers::kicker(whole) }</p>
            <h1
                class="outcome__name"
                ref={tools.marks.heading.clone()}
                tabindex="-1"
                aria-describedby={starting_answers::description(whole)}
            >
                { sentences.name.clone() }
            </h1>
            <p class="outcome__what">{ sentences.what.clone() }</p>
            { sides(whole.words, sentences) }
            { scale::scale(whole) }
            { settledness(whole, &tools.act) }
            <p class="source">{ whole.scene.text.how_it_works }</p>
        </div>
    }
}

/// In words how settled the outcome is; while it is open, between what it stands and where to go on.
fn settledness(whole: &Whole, act: &Callback<Action>) -> Html {
    let text = whole.scene.text;
    let decision = &whole.scene.decision;
    let interim = decision.interim.map(|it| fill(whole.words.interim, &[("name", in_text(whole, it))]));
    let open = open_questions(whole);
    if decision.is_settled() {
        let says = if open == 0 {
            whole.words.settled_complete.to_owned()
        } else {
            text.count(whole.words.settled_open, open)
        };
        return html! {
            <div class="settled">
                <p><b>{ whole.words.settled_title }</b>{ " " }{ says }</p>
                if let Some(interim) = interim { <p>{ interim }</p> }
            </div>
        };
    }
    html! {
        <div class="settled settled--open">
            <p>
                <b>{ whole.words.open_title }</b>{ " " }{ text.count(whole.words.open_says, decision.possible.len()) }{ " " }
                { could_become(whole) }
            </p>
            { what_decides(whole, act) }
            if let Some(interim) = interim { <p>{ interim }</p> }
        </div>
    }
}

/// The open question that narrows what is possible most. What each answer to it leads to the board shows.
fn what_decides(whole: &Whole, act: &Callback<Action>) -> Html {
    let Some(narrowing) = deciding(whole.scene.table, whole.scene.decision.answers, whole.scene.decision.deciding)
    else {
        return html! { <p class="decides"></p> };
    };
    let question = narrowing.question;
    html! {
        <p class="decides" data-decides={whole.case.model.question(question).id.clone()}>
            { whole.words.decides }{ " " }
            <button type="button" class="link" data-go-on="true" onclick={act.reform(move |_| Action::Open(question))}>
                { whole.case.sentences.question(question).asks.clone() }
            </button>
        </p>
    }
}
