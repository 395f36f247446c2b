//! The reader's answers, each of which can be changed without losing the others.

use yew::prelude::*;

use crate::{
    case::QuestionId,
    decide::interview::{Choice, is_asked},
    view::{page_model::PageModel, state::action::Action},
};

/// The answers given so far, below a question; all but that question's own.
pub fn so_far(page: &PageModel, now: QuestionId, act: &Callback<Action>) -> Html {
    let rules = &page.table.rules;
    let asked: Vec<QuestionId> = page
        .model
        .question_ids()
        .filter(|it| *it != now && page.reader.choices.get(*it) != Choice::Unasked)
        .filter(|it| is_asked(rules, &page.reader.choices, page.decision.answers, *it) || is_set_aside(page, *it))
        .collect();
    html! {
        <section class="summary" aria-labelledby="summary-title" hidden={asked.is_empty()}>
            <h2 id="summary-title">{ page.text.answers_title }</h2>
            <dl>{ for asked.into_iter().map(|it| row(page, it, act)) }</dl>
            <p class="summary__actions">{ start_again(page, act) }</p>
        </section>
    }
}

fn row(page: &PageModel, id: QuestionId, act: &Callback<Action>) -> Html {
    let question = page.model.question(id);
    let short = &page.sentences.question(id).short;
    html! {
        <div class="summary__row" key={question.id.clone()} data-question={question.id.clone()}>
            <dt>{ short.clone() }</dt>
            <dd class="summary__said">{ said(page, id) }</dd>
            <dd class="summary__change">
                <button type="button" class="button button--quiet" onclick={act.reform(move |_| Action::Open(id))}>
                    { page.text.change }
                    <span class="hidden">{ format!(": {short}") }</span>
                </button>
            </dd>
        </div>
    }
}

/// The answer to a question in words, or the reason why it has none (idle, set aside, not asked).
pub fn said(page: &PageModel, id: QuestionId) -> String {
    let text = page.text;
    let answered = |it| page.sentences.answer(id, it).short.clone();
    let idle = page.table.rules.is_idle(page.decision.answers, id);
    match page.reader.choices.get(id) {
        Choice::Answer(answer) if is_set_aside(page, id) => format!("{} ({})", answered(answer), text.set_aside),
        Choice::Answer(answer) if idle => format!("{} ({})", answered(answer), text.idle),
        Choice::Answer(answer) => answered(answer),
        Choice::Unsure => text.not_sure.to_owned(),
        Choice::Unasked if page.remaining.contains(id) => text.not_sure.to_owned(),
        Choice::Unasked => text.not_asked.to_owned(),
    }
}

/// Whether an answer is kept and does not count, because an earlier one makes it impossible.
pub fn is_set_aside(page: &PageModel, id: QuestionId) -> bool {
    page.reader.choices.set_aside(&page.table.rules).contains(id)
}

/// Takes the last change back. Where there is none, the button stays, with the focus that it may have; by its `id` it is
/// found again where everything is mounted afresh.
pub fn undo(page: &PageModel, id: &'static str, act: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            id={id}
            class="button button--quiet"
            data-undo="true"
            aria-disabled={page.reader.undo.is_empty().then_some("true")}
            onclick={act.reform(|_| Action::Undo)}
        >
            { page.text.undo }
        </button>
    }
}

/// The button that forgets all answers.
pub fn start_again(page: &PageModel, act: &Callback<Action>) -> Html {
    html! {
        <button type="button" class="button button--quiet" data-start-again="true" onclick={act.reform(|_| Action::StartAgain)}>
            { page.text.start_again }
        </button>
    }
}
