//! Two links: a second reader's permalink, and the fewest differing answers that explain the different outcomes.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{QuestionId, links},
    decide::{
        answers::{Answers, Questions},
        decision::Decision,
        explain::contrast::difference,
        interview::Choices,
        rules::Readings,
    },
    text::fill,
    view::{host::Host, outcome::model::OutcomeModel, state::action::Action},
};

/// The form for a second reader's link, and what explains the difference. `input` is the field of the form.
pub fn compare_link(outcome: &OutcomeModel, host: &Rc<dyn Host>, input: &NodeRef, act: &Callback<Action>) -> Html {
    let compare = Callback::from({
        let (host, input, act) = (host.clone(), input.clone(), act.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            if let Some(link) = host.value(&input) {
                act.emit(Action::Compare(link));
            }
        }
    });
    html! {
        <div class="versus">
            <p id="versus-lead">{ outcome.words.versus_lead }</p>
            <form class="versus__form" method="dialog">
                <label for="versus-link">{ outcome.words.versus_label }</label>
                <input id="versus-link" type="text" inputmode="url" autocomplete="off" ref={input.clone()} aria-describedby="versus-lead" />
                <button type="submit" class="button button--second" onclick={compare}>{ outcome.words.versus_compare }</button>
            </form>
            <div role="status">
                if let Some(link) = &outcome.page.reader.other { { explanation(outcome, link) } }
            </div>
        </div>
    }
}

fn explanation(outcome: &OutcomeModel, sent: &str) -> Html {
    let text = outcome.page.text;
    let link = links::first(&outcome.case.model, sent);
    if link.answers.is_empty() && link.readings.is_empty() {
        return html! { <p class="versus__says">{ outcome.words.versus_unreadable }</p> };
    }
    let rules = &outcome.page.table.rules;
    let answers = Choices::of(rules, &link.answers).answers(rules);
    let theirs = Decision::of(&outcome.case.model, outcome.page.table, answers);
    let name = &outcome.case.sentences.guarantee(theirs.headline).in_text;
    let same = theirs.headline == outcome.page.decision.headline;
    let sentence = if same { outcome.words.versus_same } else { outcome.words.versus_differs };
    let reasons = difference(outcome.page.table, outcome.page.decision.world, theirs.world);
    let readings = Readings::of(&link.readings) != outcome.page.reader.readings;
    html! {
        <div class="versus__says" data-versus={outcome.case.model.guarantee(theirs.headline).id.clone()}>
            <p>{ fill(sentence, &[("name", name)]) }</p>
            if let Some(first) = reasons.first() { { differing(outcome, *first, theirs.world) } }
            if readings { <p>{ outcome.words.versus_readings }</p> }
            if link.dropped > 0 { <p>{ text.count(text.dropped, u32::from(link.dropped)) }</p> }
        </div>
    }
}

/// The answers that make the difference, side by side.
fn differing(outcome: &OutcomeModel, questions: Questions, theirs: Answers) -> Html {
    let space = &outcome.page.table.rules.space;
    let said = |world: Answers, question: QuestionId| {
        let answer = space.answer(world, question)?;
        Some(outcome.case.sentences.answer(question, answer).short.clone())
    };
    let row = |question: QuestionId| {
        html! {
            <tr key={outcome.case.model.question(question).id.clone()}>
                <th scope="row">{ outcome.case.sentences.question(question).short.clone() }</th>
                <td>{ said(outcome.page.decision.world, question) }</td>
                <td>{ said(theirs, question) }</td>
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ outcome.words.versus_because }</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ outcome.words.versus_yours }</th>
                    <th scope="col">{ outcome.words.versus_theirs }</th>
                </tr>
            </thead>
            <tbody>{ for questions.ids().map(row) }</tbody>
        </table>
    }
}
