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
    view::{host::Host, outcome::whole::Whole, state::action::Action},
};

/// The form for a second reader's link, and what explains the difference. `input` is the field of the form.
pub fn versus(whole: &Whole, host: &Rc<dyn Host>, input: &NodeRef, act: &Callback<Action>) -> Html {
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
            <p id="versus-lead">{ whole.words.versus_lead }</p>
            <form class="versus__form" method="dialog">
                <label for="versus-link">{ whole.words.versus_label }</label>
                <input id="versus-link" type="text" inputmode="url" autocomplete="off" ref={input.clone()} aria-describedby="versus-lead" />
                <button type="submit" class="button button--second" onclick={compare}>{ whole.words.versus_compare }</button>
            </form>
            <div role="status">
                if let Some(link) = &whole.scene.reader.other { { explanation(whole, link) } }
            </div>
        </div>
    }
}

fn explanation(whole: &Whole, sent: &str) -> Html {
    let text = whole.scene.text;
    let link = links::first(&whole.case.model, sent);
    if link.answers.is_empty() {
        return html! { <p class="versus__says">{ whole.words.versus_unreadable }</p> };
    }
    let rules = &whole.scene.table.rules;
    let answers = Choices::of(rules, &link.answers).answers(rules);
    let theirs = Decision::of(&whole.case.model, whole.scene.table, answers);
    let name = &whole.case.sentences.guarantee(theirs.headline).in_text;
    let same = theirs.headline == whole.scene.decision.headline;
    let sentence = if same { whole.words.versus_same } else { whole.words.versus_differs };
    let reasons = difference(whole.scene.table, whole.scene.decision.world, theirs.world);
    let readings = Readings::of(&link.readings) != whole.scene.reader.readings;
    html! {
        <div class="versus__says" data-versus={whole.case.model.guarantee(theirs.headline).id.clone()}>
            <p>{ fill(sentence, &[("name", name)]) }</p>
            if let Some(first) = reasons.first() { { differing(whole, *first, theirs.world) } }
            if readings { <p>{ whole.words.versus_readings }</p> }
            if link.dropped > 0 { <p>{ text.count(text.dropped, u32::from(link.dropped)) }</p> }
        </div>
    }
}

/// The answers that make the difference, side by side.
fn differing(whole: &Whole, questions: Questions, theirs: Answers) -> Html {
    let space = &whole.scene.table.rules.space;
    let said = |world: Answers, question: QuestionId| {
        let answer = space.answer(world, question)?;
        Some(whole.case.sentences.answer(question, answer).short.clone())
    };
    let row = |question: QuestionId| {
        html! {
            <tr key={whole.case.model.question(question).id.clone()}>
                <th scope="row">{ whole.case.sentences.question(question).short.clone() }</th>
                <td>{ said(whole.scene.decision.world, question) }</td>
                <td>{ said(theirs, question) }</td>
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ whole.words.versus_because }</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ whole.words.versus_yours }</th>
                    <th scope="col">{ whole.words.versus_theirs }</th>
                </tr>
            </thead>
            <tbody>{ for questions.ids().map(row) }</tbody>
        </table>
    }
}
