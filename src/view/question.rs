//! One question: real radios in a fieldset with a legend, terms explained in place, and the way on and back.

pub mod answers_so_far;
pub mod presets;
pub mod loading;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{AnswerId, ChapterId, QuestionId},
    decide::interview::{Choice, offered},
    view::{
        chrome::notice,
        host::{Host, lead_to},
        outcome_chunk::OutcomeChunk,
        page_model::PageModel,
        state::action::Action,
    },
};

/// The page of a question. `first_answer` is the handle of its first radio.
pub fn question(
    page: &PageModel,
    chunk: Option<&OutcomeChunk>,
    id: QuestionId,
    host: &Rc<dyn Host>,
    heading: &NodeRef,
    first_answer: &NodeRef,
    act: &Callback<Action>,
) -> Html {
    // No navigation, with script or without: the answers never reach a server. Enter presses the button, too, and
    // nothing is submitted, for a sandbox without `allow-forms` swallows that before anybody hears of it.
    let next = Callback::from({
        let act = act.clone();
        move |event: MouseEvent| {
            event.prevent_default();
            act.emit(Action::Next);
        }
    });
    html! {
        <div class="question" key={page.model.question(id).id.clone()}>
            { chapters(page, id) }
            { notice::cleared(page, act) }
            { problem(page, id, lead_to(host, first_answer)) }
            <form class="question__form" method="dialog" autocomplete="off" novalidate=true>
                { fieldset(page, chunk, id, heading, first_answer, act) }
                { actions(page, id, next, act) }
            </form>
            // Below the way on, which stays near the answers.
            { terms(page, id) }
            { leads(page, host, act) }
            { answers_so_far::so_far(page, id, act) }
            if id == QuestionId(0) { { presets::presets(page, chunk, host, act) } }
        </div>
    }
}

fn chapters(page: &PageModel, id: QuestionId) -> Html {
    let now = page.model.question(id).chapter;
    let chapter = |it: ChapterId| {
        html! {
            <li key={page.model.chapters[it.index()].clone()} aria-current={(it == now).then_some("step")}>
                { page.sentences.chapter(it) }
            </li>
        }
    };
    html! {
        <ol class="chapters" aria-label={page.text.chapters}>
            { for ChapterId::all(page.model.chapters.len()).map(chapter) }
        </ol>
    }
}

/// The error summary, as GOV.UK has it: above the question, with a link to the first answer.
fn problem(page: &PageModel, id: QuestionId, to_first_answer: Callback<MouseEvent>) -> Html {
    let first = offered(&page.table.rules, &page.reader.choices, id).first().copied();
    html! {
        <div class="problem" role="alert">
            if page.reader.unanswered {
                <p class="problem__title">{ page.text.problem_title }</p>
                <a href={format!("#{}", input_id(page, id, first))} onclick={to_first_answer}>
                    { page.text.problem_choose }
                </a>
            }
        </div>
    }
}

fn fieldset(
    page: &PageModel,
    chunk: Option<&OutcomeChunk>,
    id: QuestionId,
    heading: &NodeRef,
    first_answer: &NodeRef,
    act: &Callback<Action>,
) -> Html {
    let sentences = page.sentences.question(id);
    let offered = offered(&page.table.rules, &page.reader.choices, id);
    html! {
        <fieldset class="question__answers" aria-describedby="hint">
            <legend><h1 ref={heading.clone()} tabindex="-1">{ sentences.asks.clone() }</h1></legend>
            <p class="hint" id="hint">{ sentences.hint.clone() }</p>
            <div class="answers">
                { for offered.iter().map(|it| {
                    let text = &sentences.answers[it.index()];
                    let reached = if Some(it) == offered.first() { first_answer.clone() } else { NodeRef::default() };
                    answer(page, chunk, id, Some(*it), (&text.says, &text.more), reached, act)
                }) }
            </div>
            <div class="answers answers--unsure">
                { answer(page, chunk, id, None, (page.text.not_sure, page.text.not_sure_more), NodeRef::default(), act) }
            </div>
        </fieldset>
    }
}

fn terms(page: &PageModel, id: QuestionId) -> Html {
    let question = page.model.question(id);
    let term = |it: &crate::case::TermId| {
        let text = page.sentences.term(*it);
        html! {
            <details class="term" key={page.model.terms[it.index()].clone()}>
                <summary>{ text.name.clone() }</summary>
                <p>{ text.means.clone() }</p>
            </details>
        }
    };
    html! {
        <div class="terms">{ for question.terms.iter().map(term) }</div>
    }
}

/// The switch for where each answer leads. It is off at first, so that nobody is led.
fn leads(page: &PageModel, host: &Rc<dyn Host>, act: &Callback<Action>) -> Html {
    html! {
        <div>
            <button
                type="button"
                role="switch"
                class="button button--quiet leads"
                aria-checked={page.reader.leads.to_string()}
                onclick={act.reform(|_| Action::ToggleLeads)}
            >
                { page.text.show_leads }
            </button>
            // Nothing can be shown, and the reader is told why.
            if page.reader.leads && page.reader.chunk.is_missing() { { loading::part(page, host, act) } }
        </div>
    }
}

/// One answer, or "not sure" where there is none. Its explanation is a label, too: pressed, it chooses; dragged over,
/// its text is selected. Both together name the radio, in this order.
fn answer(
    page: &PageModel,
    chunk: Option<&OutcomeChunk>,
    question: QuestionId,
    answer: Option<AnswerId>,
    (says, more): (&str, &str),
    reached: NodeRef,
    act: &Callback<Action>,
) -> Html {
    let model = page.model.question(question);
    let value = answer.map_or("unsure", |it| model.answers[it.index()].as_str());
    let id = input_id(page, question, answer);
    let choice = answer.map_or(Choice::Unsure, Choice::Answer);
    let choose = act.reform(move |_| Action::Choose(question, choice));
    let chunk = chunk.filter(|_| page.reader.leads);
    html! {
        <div class="answer" key={value.to_owned()}>
            <input
                ref={reached}
                type="radio"
                id={id.clone()}
                name={model.id.clone()}
                value={value.to_owned()}
                checked={page.reader.choices.get(question) == choice}
                onchange={choose}
            />
            <label class="answer__says" for={id.clone()}>{ says.to_owned() }</label>
            <label class="answer__more" for={id}>
                { more.to_owned() }
                { for chunk.map(|it| (it.lead)(page, it, question, choice)) }
            </label>
        </div>
    }
}

/// The id of an answer's radio; of "not sure" where there is no answer.
pub fn input_id(page: &PageModel, question: QuestionId, answer: Option<AnswerId>) -> String {
    let question = page.model.question(question);
    let answer = answer.map_or("unsure", |it| question.answers[it.index()].as_str());
    format!("{}-{answer}", question.id)
}

fn actions(page: &PageModel, id: QuestionId, next: Callback<MouseEvent>, act: &Callback<Action>) -> Html {
    let left = page.remaining.ids().filter(|it| *it != id).count() as u32;
    let says = match left {
        _ if page.decision.is_settled() => page.text.settled_already.to_owned(),
        0 => page.text.last_question.to_owned(),
        _ => page.text.count(page.text.more_questions, left),
    };
    let last = left == 0 && !page.reader.is_answering_rest;
    html! {
        <div class="actions">
            <button type="submit" class="button" data-next="true" onclick={next}>
                { if last { page.text.see_outcome } else { page.text.next } }
            </button>
            if page.reader.earlier(&page.table.rules).is_some() {
                <button type="button" class="button button--quiet" data-back="true" onclick={act.reform(|_| Action::Back)}>
                    { page.text.back }
                </button>
            }
            <p class="actions__left">{ says }</p>
        </div>
    }
}
