//! Two links: a second reader's permalink, and the fewest differing answers that explain the different outcomes.

use yew::prelude::*;

use crate::{
    case::{QuestionId, links},
    decide::{
        answers::{Answers, Questions},
        asking::Choices,
        decision::Decision,
        difference::difference,
        rules::Readings,
    },
    text::fill,
    view::{host::Host, outcome::whole::Whole, state::action::Action},
};

pub fn versus(scene: &Whole, host: &Host, input: &NodeRef, act: &Callback<Action>) -> Html {
    let compare = Callback::from({
        let (value, input, act) = (host.value.clone(), input.clone(), act.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            value.emit((input.clone(), act.reform(Action::Compare)));
        }
    });
    html! {
        <div class="versus">
            <p id="versus-lead">{ scene.words.versus_lead }</p>
            <form class="versus__form" method="dialog">
                <label for="versus-link">{ scene.words.versus_label }</label>
                <input id="versus-link" type="text" inputmode="url" autocomplete="off" ref={input.clone()} aria-describedby="versus-lead" />
                <button type="submit" class="button button--second" onclick={compare}>{ scene.words.versus_compare }</button>
            </form>
            <div role="status">
                if let Some(link) = &scene.reader.other { { explanation(scene, link) } }
            </div>
        </div>
    }
}

fn explanation(scene: &Whole, sent: &str) -> Html {
    let text = scene.text;
    let link = links::first(&scene.case.model, sent);
    if link.answers.is_empty() {
        return html! { <p class="versus__says">{ scene.words.versus_unreadable }</p> };
    }
    let rules = &scene.table.rules;
    let answers = Choices::given(rules, &link.answers).answers(rules);
    let theirs = Decision::of(&scene.case.model, scene.table, answers);
    let name = &scene.case.sentences.guarantee(theirs.headline).in_text;
    let same = theirs.headline == scene.decision.headline;
    let sentence = if same { scene.words.versus_same } else { scene.words.versus_differs };
    let reasons = difference(scene.table, scene.decision.world, theirs.world);
    let readings = Readings::of(&link.readings) != scene.reader.readings;
    html! {
        <div class="versus__says" data-versus={scene.case.model.guarantee(theirs.headline).id.clone()}>
            <p>{ fill(sentence, &[("name", name)]) }</p>
            if let Some(first) = reasons.first() { { differing(scene, *first, theirs.world) } }
            if readings { <p>{ scene.words.versus_readings }</p> }
            if link.dropped > 0 { <p>{ text.count(text.dropped, u32::from(link.dropped)) }</p> }
        </div>
    }
}

/// The answers that make the difference, side by side.
fn differing(scene: &Whole, questions: Questions, theirs: Answers) -> Html {
    let space = &scene.table.rules.space;
    let said = |world: Answers, question: QuestionId| {
        let answer = space.answer(world, question)?;
        Some(scene.case.sentences.answer(question, answer).short.clone())
    };
    let row = |question: QuestionId| {
        html! {
            <tr key={scene.case.model.question(question).id.clone()}>
                <th scope="row">{ scene.case.sentences.question(question).short.clone() }</th>
                <td>{ said(scene.decision.world, question) }</td>
                <td>{ said(theirs, question) }</td>
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ scene.words.versus_because }</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ scene.words.versus_yours }</th>
                    <th scope="col">{ scene.words.versus_theirs }</th>
                </tr>
            </thead>
            <tbody>{ for questions.ids().map(row) }</tbody>
        </table>
    }
}
