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
        outcome::{model::OutcomeModel, preconditions},
        outcome_chunk::OutcomeChunk,
        page_model::PageModel,
        state::action::Action,
    },
};

/// The content of an opened rung.
pub fn rung(
    page: &PageModel,
    chunk: &OutcomeChunk,
    found: Option<&Origin>,
    id: GuaranteeId,
    act: &Callback<Action>,
) -> Html {
    let outcome = &OutcomeModel::of(page, chunk, found, &[]);
    let standing = outcome.page.decision.standing(id);
    let option = outcome.page.edition.href(&format!("guarantees/{}/", outcome.case.model.guarantee(id).id));
    html! {
        <div class="standing-body">
            <p class="rung__line" hidden={standing.status != Status::Open}>{ status_line(outcome, standing) }</p>
            { body(outcome, standing, act) }
            if outcome.page.table.rules.row(id).is_some() { { preconditions::leads(outcome, id, act) } }
            { for option.map(|it| html! {
                <p>
                    <a href={it}>
                        { outcome.words.option_page }
                        <span class="hidden">{ format!("{}{}", outcome.words.colon, outcome.case.sentences.guarantee(id).name) }</span>
                    </a>
                </p>
            }) }
        </div>
    }
}

fn body(outcome: &OutcomeModel, standing: &Standing, act: &Callback<Action>) -> Html {
    let sentences = outcome.case.sentences.guarantee(standing.guarantee);
    match standing.status {
        Status::MostPlausible => html! { <p>{ sentences.what.clone() }</p> },
        Status::AlsoPossible => html! {
            <div>
                <p>{ outcome.words.also_possible_says }</p>
                { fewest(outcome, standing, act) }
            </div>
        },
        Status::Open | Status::OneAnswerAway | Status::Blocked => html! {
            <div>
                <p class="rung__label">{ outcome.words.missing_title }</p>
                <ul>
                    { for standing.missing.iter().map(|it| html! { <li>{ outcome.case.sentences.condition(*it).missing.clone() }</li> }) }
                </ul>
                { fewest(outcome, standing, act) }
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
fn fewest(outcome: &OutcomeModel, standing: &Standing, act: &Callback<Action>) -> Html {
    let found = changes(outcome.page.table, outcome.page.decision.world, standing.guarantee, outcome.page.kept());
    let Some((first, rest)) = found.split_first() else { return unreachable(outcome) };
    html! {
        <div class="change">
            <p class="rung__label">
                { outcome.words.changes_title }
                if outcome.page.decision.answers != outcome.page.decision.world {
                    { " " }{ outcome.words.changes_open }
                }
            </p>
            { one_change(outcome, standing.guarantee, first, act) }
            <details class="change__rest" hidden={rest.is_empty()}>
                <summary>{ outcome.page.text.count(outcome.words.more_ways, rest.len() as u32) }</summary>
                { for rest.iter().map(|it| one_change(outcome, standing.guarantee, it, act)) }
            </details>
        </div>
    }
}

/// Says which of the pinned answers stand in the way.
fn unreachable(outcome: &OutcomeModel) -> Html {
    let space = &outcome.page.table.rules.space;
    let kept = outcome.page.kept();
    let holds: Vec<String> = space
        .question_ids()
        .filter_map(|it| {
            let answer = space.answer(kept, it)?;
            let sentences = outcome.case.sentences.question(it);
            Some(format!("{}{}{}", sentences.short, outcome.words.colon, sentences.answers[answer.index()].short))
        })
        .collect();
    html! {
        <div class="change" data-unreachable="true">
            <p>{ fill(outcome.words.not_while, &[("list", &holds.join(outcome.words.semicolon))]) }</p>
        </div>
    }
}

/// A change by who decides, and a way to look at what follows from it.
fn one_change(outcome: &OutcomeModel, to: GuaranteeId, change: &Change, act: &Callback<Action>) -> Html {
    let alter = |(question, answers): &(QuestionId, Vec<AnswerId>)| {
        let model = outcome.case.model.question(*question);
        let sentences = outcome.case.sentences.question(*question);
        let actors: Vec<&str> = model.decided_by.iter().map(|it| outcome.case.sentences.actor(*it)).collect();
        let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
        html! {
            <li key={model.id.clone()}>
                <span class="change__who">{ actors.join(", ") }</span>
                <span>{ format!("{}{}{}", sentences.short, outcome.words.colon, answers.join(outcome.words.change_or)) }</span>
            </li>
        }
    };
    let answers = taking(
        &outcome.case.model,
        outcome.page.table,
        &outcome.page.reader.choices,
        (outcome.page.decision.world, to),
        change,
    );
    html! {
        <div class="change__way">
            <ul class="change__answers">{ for change.answers.iter().map(alter) }</ul>
            <button
                type="button"
                class="button button--quiet"
                data-show={outcome.case.model.guarantee(to).id.clone()}
                onclick={act.reform(move |_| Action::Move(answers.clone()))}
            >
                { outcome.words.show_me }
                <span class="hidden">{ format!("{}{}", outcome.words.colon, outcome.case.sentences.guarantee(to).name) }</span>
            </button>
        </div>
    }
}

/// The status with what it rests on, in a few words.
pub fn status_line(outcome: &OutcomeModel, standing: &Standing) -> String {
    let rests_on = match standing.status {
        Status::MostPlausible | Status::AlsoPossible | Status::DoesNotApply => None,
        Status::Open => Some(fill(
            outcome.page.text.depends_on,
            &[("list", &outcome.page.text.list(&deciding(outcome, standing.guarantee)))],
        )),
        Status::OneAnswerAway | Status::Blocked => {
            let brief = |it: &ConditionId| outcome.case.sentences.condition(*it).brief.as_str();
            Some(standing.missing.iter().map(brief).collect::<Vec<_>>().join(", "))
        }
        Status::RuledOut => {
            let never = outcome.case.sentences.guarantee(standing.guarantee).never.as_ref();
            never.map(|it| it.brief.clone())
        }
    };
    let word = status(outcome.page, standing.guarantee, standing.status);
    rests_on.map_or_else(|| word.to_owned(), |it| format!("{word}{}{it}", outcome.words.colon))
}

/// The open questions on which a guarantee's missing conditions rest.
fn deciding<'a>(outcome: &'a OutcomeModel, guarantee: GuaranteeId) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for condition in &outcome.page.decision.standing(guarantee).missing {
        let name = outcome.case.sentences.question(outcome.case.model.condition(*condition).question).in_text.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
