//! The other guarantees: what each lacks, and the fewest changes that would make it the outcome.

use yew::prelude::*;

use crate::{
    case::{AnswerId, QuestionId},
    decide::{
        changes::{Change, changes},
        decision::{Standing, Status},
    },
    text::fill,
    view::{
        ladder::{slug, status},
        origin,
        scale::step,
        scene::Whole,
        state::action::Action,
    },
};

pub fn others(scene: &Whole, act: &Callback<Action>) -> Html {
    let shown =
        scene.decision.ranking.iter().filter(|it| it.status != Status::MostPlausible && !is_idle_floor(scene, it));
    html! {
        <section class="others" aria-labelledby="others-title">
            <h2 id="others-title">{ scene.words.others_title }</h2>
            <p>{ scene.words.others_lead }</p>
            <p hidden={scene.decision.answers == scene.decision.world}>
                { fill(scene.words.others_lead_open, &[("published", &scene.case.sentences.article.published)]) }
            </p>
            <div class="others__list">{ for shown.map(|it| other(scene, it, act)) }</div>
        </section>
    }
}

/// The floor says nothing where anything else is on offer.
fn is_idle_floor(scene: &Whole, standing: &Standing) -> bool {
    scene.case.model.guarantee(standing.guarantee).floor && standing.status == Status::AlsoPossible
}

fn other(scene: &Whole, standing: &Standing, act: &Callback<Action>) -> Html {
    let id = standing.guarantee;
    let sentences = scene.case.sentences.guarantee(id);
    html! {
        <div
            class="other"
            key={scene.case.model.guarantee(id).id.clone()}
            data-other={slug(standing.status)}
            data-step={step(scene, id).map(|it| it.to_string())}
        >
            <div class="other__head">
                <h3>{ sentences.name.clone() }</h3>
                <p class="other__status">{ status(scene.text, standing.status) }</p>
            </div>
            <div class="other__body">
                { body(scene, standing) }
                if scene.table.rules.row(id).is_some() { { origin::leads(scene, id, act) } }
            </div>
        </div>
    }
}

fn body(scene: &Whole, standing: &Standing) -> Html {
    let sentences = scene.case.sentences.guarantee(standing.guarantee);
    match standing.status {
        Status::MostPlausible => html! { <p>{ sentences.what.clone() }</p> },
        Status::AlsoPossible => html! {
            <div>
                <p>{ scene.words.also_possible_says }</p>
                { fewest(scene, standing) }
            </div>
        },
        Status::Open | Status::OneAnswerAway | Status::Blocked => html! {
            <div>
                <p class="other__label">{ scene.words.missing_title }</p>
                <ul>
                    { for standing.missing.iter().map(|it| html! { <li>{ scene.case.sentences.condition(*it).missing.clone() }</li> }) }
                </ul>
                { fewest(scene, standing) }
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

/// The smallest change, and behind it the others. With answers taken as given there may be none.
fn fewest(scene: &Whole, standing: &Standing) -> Html {
    let found = changes(scene.table, scene.decision.world, standing.guarantee, scene.state.given);
    let Some((first, rest)) = found.split_first() else { return unreachable(scene) };
    html! {
        <div class="change">
            <p class="other__label">{ scene.words.changes_title }</p>
            { one_change(scene, first) }
            <details class="change__rest" hidden={rest.is_empty()}>
                <summary>{ scene.text.count(scene.words.more_ways, rest.len() as u32) }</summary>
                { for rest.iter().map(|it| one_change(scene, it)) }
            </details>
        </div>
    }
}

/// Says which of the answers taken as given stand in the way.
fn unreachable(scene: &Whole) -> Html {
    let holds: Vec<String> = scene
        .state
        .given
        .ids()
        .filter_map(|it| {
            let answer = scene.table.rules.space.answer(scene.decision.world, it)?;
            let sentences = scene.case.sentences.question(it);
            Some(format!("{}: {}", sentences.short, sentences.answers[answer.index()].short))
        })
        .collect();
    html! {
        <div class="change" data-unreachable="true">
            <p>{ fill(scene.words.not_while, &[("list", &holds.join("; "))]) }</p>
        </div>
    }
}

fn one_change(scene: &Whole, change: &Change) -> Html {
    let alter = |(question, answers): &(QuestionId, Vec<AnswerId>)| {
        let model = scene.case.model.question(*question);
        let sentences = scene.case.sentences.question(*question);
        let actors: Vec<&str> = model.decided_by.iter().map(|it| scene.case.sentences.actor(*it)).collect();
        let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
        html! {
            <li key={model.id.clone()}>
                <span class="change__who">{ actors.join(", ") }</span>
                <span>{ format!("{}: {}", sentences.short, answers.join(scene.words.change_or)) }</span>
            </li>
        }
    };
    html! { <ul class="change__answers">{ for change.answers.iter().map(alter) }</ul> }
}
