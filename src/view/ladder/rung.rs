//! An opened rung of the list: how an option stands, what it lacks, the fewest changes that would make it the outcome,
//! and all answers that lead to it.

use yew::prelude::*;

use crate::{
    case::{AnswerId, ConditionId, GuaranteeId, QuestionId},
    decide::{
        decision::{Standing, Status},
        explain::{
            counterfactuals::{Change, changes, taking},
            preconditions::Origin,
        },
    },
    text::fill,
    view::{
        ladder::status,
        outcome::{preconditions, whole::Whole},
        outcome_chunk::OutcomeChunk,
        scene::Scene,
        state::action::Action,
    },
};

/// The content of an opened rung.
pub fn rung(
    scene: &Scene,
    chunk: &OutcomeChunk,
    found: Option<&Origin>,
    id: GuaranteeId,
    act: &Callback<Action>,
) -> Html {
    let whole = &Whole::of(scene, chunk, found, &[]);
    let standing = whole.scene.decision.standing(id);
    let page = whole.scene.edition.way(&format!("guarantees/{}/", whole.case.model.guarantee(id).id));
    html! {
        <div class="standing-body">
            <p class="rung__line" hidden={standing.status != Status::Open}>{ status_line(whole, standing) }</p>
            { body(whole, standing, act) }
            if whole.scene.table.rules.row(id).is_some() { { preconditions::leads(whole, id, act) } }
            { for page.map(|it| html! {
                <p>
                    <a href={it}>
                        { whole.words.option_page }
                        <span class="hidden">{ format!("{}{}", whole.words.colon, whole.case.sentences.guarantee(id).name) }</span>
                    </a>
                </p>
            }) }
        </div>
    }
}

fn body(whole: &Whole, standing: &Standing, act: &Callback<Action>) -> Html {
    let sentences = whole.case.sentences.guarantee(standing.guarantee);
    match standing.status {
        Status::MostPlausible => html! { <p>{ sentences.what.clone() }</p> },
        Status::AlsoPossible => html! {
            <div>
                <p>{ whole.words.also_possible_says }</p>
                { fewest(whole, standing, act) }
            </div>
        },
        Status::Open | Status::OneAnswerAway | Status::Blocked => html! {
            <div>
                <p class="rung__label">{ whole.words.missing_title }</p>
                <ul>
                    { for standing.missing.iter().map(|it| html! { <li>{ whole.case.sentences.condition(*it).missing.clone() }</li> }) }
                </ul>
                { fewest(whole, standing, act) }
            </div>
        },
        Status::RuledOut => {
            let reason = sentences.never.as_ref().map(|it| it.reason.clone());
            html! { <p>{ reason.unwrap_or_default() }</p> }
        }
        Status::DoesNotApply => {
            let reason =
                sentences.never.as_ref().map(|it| it.not_applicable.clone().unwrap_or_else(|| it.reason.clone()));
            html! { <p>{ reason.unwrap_or_default() }</p> }
        }
    }
}

/// The smallest change, and behind it the others. With answers pinned there may be none.
fn fewest(whole: &Whole, standing: &Standing, act: &Callback<Action>) -> Html {
    let found = changes(whole.scene.table, whole.scene.decision.world, standing.guarantee, whole.scene.reader.pinned);
    let Some((first, rest)) = found.split_first() else { return unreachable(whole) };
    html! {
        <div class="change">
            <p class="rung__label">
                { whole.words.changes_title }
                if whole.scene.decision.answers != whole.scene.decision.world {
                    { " " }{ whole.words.changes_open }
                }
            </p>
            { one_change(whole, standing.guarantee, first, act) }
            <details class="change__rest" hidden={rest.is_empty()}>
                <summary>{ whole.scene.text.count(whole.words.more_ways, rest.len() as u32) }</summary>
                { for rest.iter().map(|it| one_change(whole, standing.guarantee, it, act)) }
            </details>
        </div>
    }
}

/// Says which of the pinned answers stand in the way.
fn unreachable(whole: &Whole) -> Html {
    let holds: Vec<String> = whole
        .scene
        .reader
        .pinned
        .ids()
        .filter_map(|it| {
            let answer = whole.scene.table.rules.space.answer(whole.scene.decision.world, it)?;
            let sentences = whole.case.sentences.question(it);
            Some(format!("{}{}{}", sentences.short, whole.words.colon, sentences.answers[answer.index()].short))
        })
        .collect();
    html! {
        <div class="change" data-unreachable="true">
            <p>{ fill(whole.words.not_while, &[("list", &holds.join(whole.words.semicolon))]) }</p>
        </div>
    }
}

/// A change by who decides, and a way to look at what follows from it.
fn one_change(whole: &Whole, to: GuaranteeId, change: &Change, act: &Callback<Action>) -> Html {
    let alter = |(question, answers): &(QuestionId, Vec<AnswerId>)| {
        let model = whole.case.model.question(*question);
        let sentences = whole.case.sentences.question(*question);
        let actors: Vec<&str> = model.decided_by.iter().map(|it| whole.case.sentences.actor(*it)).collect();
        let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
        html! {
            <li key={model.id.clone()}>
                <span class="change__who">{ actors.join(", ") }</span>
                <span>{ format!("{}{}{}", sentences.short, whole.words.colon, answers.join(whole.words.change_or)) }</span>
            </li>
        }
    };
    let answers = taking(
        &whole.case.model,
        whole.scene.table,
        &whole.scene.reader.choices,
        (whole.scene.decision.world, to),
        change,
    );
    html! {
        <div class="change__way">
            <ul class="change__answers">{ for change.answers.iter().map(alter) }</ul>
            <button
                type="button"
                class="button button--quiet"
                data-show={whole.case.model.guarantee(to).id.clone()}
                onclick={act.reform(move |_| Action::Move(answers.clone()))}
            >
                { whole.words.show_me }
                <span class="hidden">{ format!("{}{}", whole.words.colon, whole.case.sentences.guarantee(to).name) }</span>
            </button>
        </div>
    }
}

/// The status with what it rests on, in a few words.
pub fn status_line(whole: &Whole, standing: &Standing) -> String {
    let rests_on = match standing.status {
        Status::MostPlausible | Status::AlsoPossible | Status::DoesNotApply => None,
        Status::Open => Some(fill(
            whole.scene.text.depends_on,
            &[("list", &whole.scene.text.list(&deciding(whole, standing.guarantee)))],
        )),
        Status::OneAnswerAway | Status::Blocked => {
            let brief = |it: &ConditionId| whole.case.sentences.condition(*it).brief.as_str();
            Some(standing.missing.iter().map(brief).collect::<Vec<_>>().join(", "))
        }
        Status::RuledOut => {
            let never = whole.case.sentences.guarantee(standing.guarantee).never.as_ref();
            never.map(|it| it.brief.clone())
        }
    };
    let word = status(whole.scene, standing.guarantee, standing.status);
    rests_on.map_or_else(|| word.to_owned(), |it| format!("{word}{}{it}", whole.words.colon))
}

/// The open questions on which a guarantee's missing conditions rest.
fn deciding<'a>(whole: &'a Whole, guarantee: GuaranteeId) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for condition in &whole.scene.decision.standing(guarantee).missing {
        let name = whole.case.sentences.question(whole.case.model.condition(*condition).question).in_text.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
