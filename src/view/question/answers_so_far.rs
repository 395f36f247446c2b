//! The reader's answers, each of which can be changed without losing the others.

use yew::prelude::*;

use crate::{
    case::QuestionId,
    decide::interview::{Choice, is_asked},
    view::{scene::Scene, state::action::Action},
};

/// The answers given so far, below a question; all but that question's own.
pub fn so_far(scene: &Scene, now: QuestionId, act: &Callback<Action>) -> Html {
    let rules = &scene.table.rules;
    let asked: Vec<QuestionId> = scene
        .model
        .question_ids()
        .filter(|it| *it != now && scene.reader.choices.get(*it) != Choice::Unasked)
        .filter(|it| is_asked(rules, &scene.reader.choices, scene.decision.answers, *it) || is_set_aside(scene, *it))
        .collect();
    html! {
        <section class="summary" aria-labelledby="summary-title" hidden={asked.is_empty()}>
            <h2 id="summary-title">{ scene.text.answers_title }</h2>
            <dl>{ for asked.into_iter().map(|it| row(scene, it, act)) }</dl>
            <p class="summary__actions">{ start_again(scene, act) }</p>
        </section>
    }
}

fn row(scene: &Scene, id: QuestionId, act: &Callback<Action>) -> Html {
    let question = scene.model.question(id);
    let short = &scene.sentences.question(id).short;
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

/// The answer to a question in words, or the reason why it has none (idle, set aside, not asked).
pub fn said(scene: &Scene, id: QuestionId) -> String {
    let text = scene.text;
    let answered = |it| scene.sentences.answer(id, it).short.clone();
    let idle = scene.table.rules.is_idle(scene.decision.answers, id);
    match scene.reader.choices.get(id) {
        Choice::Answer(answer) if is_set_aside(scene, id) => format!("{} ({})", answered(answer), text.set_aside),
        Choice::Answer(answer) if idle => format!("{} ({})", answered(answer), text.idle),
        Choice::Answer(answer) => answered(answer),
        Choice::Unsure => text.not_sure.to_owned(),
        Choice::Unasked if scene.remaining.contains(id) => text.not_sure.to_owned(),
        Choice::Unasked => text.not_asked.to_owned(),
    }
}

/// Whether an answer is kept and does not count, because an earlier one makes it impossible.
pub fn is_set_aside(scene: &Scene, id: QuestionId) -> bool {
    scene.reader.choices.set_aside(&scene.table.rules).contains(id)
}

/// Takes the last change back.
pub fn undo(scene: &Scene, act: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="button button--quiet"
            data-undo="true"
            disabled={scene.reader.undo.is_empty()}
            onclick={act.reform(|_| Action::Undo)}
        >
            { scene.text.undo }
        </button>
    }
}

/// The button that forgets all answers.
pub fn start_again(scene: &Scene, act: &Callback<Action>) -> Html {
    html! {
        <button type="button" class="button button--quiet" data-start-again="true" onclick={act.reform(|_| Action::StartAgain)}>
            { scene.text.start_again }
        </button>
    }
}
