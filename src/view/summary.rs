//! The reader's answers, each of which can be changed without losing the others.

use yew::prelude::*;

use crate::{
    case::QuestionId,
    decide::asking::{Choice, is_asked},
    view::{
        question,
        scene::{Scene, Whole},
        state::action::Action,
    },
};

/// The answers given so far, below a question; all but that question's own.
pub fn so_far(scene: &Scene, now: QuestionId, act: &Callback<Action>) -> Html {
    let rules = &scene.table.rules;
    let asked: Vec<QuestionId> = scene
        .case
        .model
        .question_ids()
        .filter(|it| *it != now && scene.state.choices.get(*it) != Choice::Unasked)
        .filter(|it| is_asked(rules, &scene.state.choices, scene.decision.answers, *it) || is_set_aside(scene, *it))
        .collect();
    html! {
        <section class="summary" aria-labelledby="summary-title" hidden={asked.is_empty()}>
            <h2 id="summary-title">{ scene.text.answers_title }</h2>
            <dl>{ for asked.into_iter().map(|it| row(scene, it, act)) }</dl>
            <p class="summary__actions">{ start_again(scene, act) }</p>
        </section>
    }
}

/// All questions with what was answered, on the outcome's page.
pub fn all(scene: &Whole, act: &Callback<Action>) -> Html {
    let rest = !scene.unasked.is_empty();
    html! {
        <section class="summary" id="answers" aria-labelledby="summary-title">
            <h2 id="summary-title">{ scene.text.answers_title }</h2>
            <p class="summary__lead">{ scene.words.given_lead }</p>
            <dl>{ for scene.case.model.question_ids().map(|it| in_place(scene, it, act)) }</dl>
            <div class="summary__rest" hidden={!rest || !scene.remaining.is_empty()}>
                <p>{ scene.words.rest_says }</p>
                <button type="button" class="button button--second" data-rest="true" onclick={act.reform(|_| Action::AnswerRest)}>
                    { scene.words.rest_title }
                </button>
            </div>
            <p class="summary__actions">
                { undo(scene, act) }
                { start_again(scene, act) }
            </p>
        </section>
    }
}

fn row(scene: &Scene, id: QuestionId, act: &Callback<Action>) -> Html {
    let question = scene.case.model.question(id);
    let short = &scene.case.sentences.question(id).short;
    html! {
        <div class="summary__row" key={question.id.clone()} data-question={question.id.clone()}>
            <dt>{ short.clone() }</dt>
            <dd class="summary__said">{ said(scene, id) }</dd>
            <dd class="summary__change">
                <button type="button" class="button button--quiet" onclick={act.reform(move |_| Action::Open(id))}>
                    { scene.text.change }
                    <span class="hidden">{ format!(": {short}") }</span>
                </button>
            </dd>
        </div>
    }
}

/// A row whose answer is changed where it stands; everything on the page follows at once.
fn in_place(scene: &Whole, id: QuestionId, act: &Callback<Action>) -> Html {
    let question = scene.case.model.question(id);
    let short = &scene.case.sentences.question(id).short;
    let editing = scene.state.editing == Some(id);
    let edit = format!("edit-{}", question.id);
    html! {
        <div class="summary__row" key={question.id.clone()} data-question={question.id.clone()}>
            <dt>{ short.clone() }</dt>
            <dd class="summary__said">
                { said(scene, id) }
                { given(scene, id, act) }
            </dd>
            <dd class="summary__change">
                <button
                    type="button"
                    class="button button--quiet"
                    aria-expanded={editing.to_string()}
                    aria-controls={edit.clone()}
                    onclick={act.reform(move |_| Action::Edit(id))}
                >
                    { if editing { scene.words.done } else { scene.text.change } }
                    <span class="hidden">{ format!(": {short}") }</span>
                </button>
            </dd>
            <dd class="summary__edit" id={edit} hidden={!editing}>
                if editing { { question::in_place(scene, id, act) } }
            </dd>
        </div>
    }
}

/// Takes an answer as given; only those that the reader gave can be.
fn given(scene: &Whole, id: QuestionId, act: &Callback<Action>) -> Html {
    let answered = scene.table.rules.space.answer(scene.decision.answers, id).is_some();
    let input = format!("given-{}", scene.case.model.question(id).id);
    html! {
        <span class="switch" hidden={!answered}>
            <input
                type="checkbox"
                id={input.clone()}
                checked={scene.state.given.contains(id)}
                onchange={act.reform(move |_| Action::ToggleGiven(id))}
            />
            <label for={input}>{ scene.words.given }<span class="hidden">{ format!(": {}", scene.case.sentences.question(id).short) }</span></label>
        </span>
    }
}

/// The answer to a question in words, or the reason why it has none (idle, set aside, not asked).
pub fn said(scene: &Scene, id: QuestionId) -> String {
    let text = scene.text;
    let answered = |it| scene.case.sentences.answer(id, it).short.clone();
    let idle = scene.table.rules.is_idle(scene.decision.answers, id);
    match scene.state.choices.get(id) {
        Choice::Answer(answer) if is_set_aside(scene, id) => format!("{} ({})", answered(answer), text.set_aside),
        Choice::Answer(answer) if idle => format!("{} ({})", answered(answer), text.idle),
        Choice::Answer(answer) => answered(answer),
        Choice::Unsure => text.not_sure.to_owned(),
        Choice::Unasked if scene.remaining.contains(id) => text.not_sure.to_owned(),
        Choice::Unasked => text.not_asked.to_owned(),
    }
}

pub fn is_set_aside(scene: &Scene, id: QuestionId) -> bool {
    scene.state.choices.set_aside(&scene.table.rules).contains(id)
}

/// Takes the last change back.
pub fn undo(scene: &Scene, act: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="button button--quiet"
            data-undo="true"
            disabled={scene.state.past.is_empty()}
            onclick={act.reform(|_| Action::Undo)}
        >
            { scene.text.undo }
        </button>
    }
}

fn start_again(scene: &Scene, act: &Callback<Action>) -> Html {
    html! {
        <button type="button" class="button button--quiet" data-start-again="true" onclick={act.reform(|_| Action::StartAgain)}>
            { scene.text.start_again }
        </button>
    }
}
