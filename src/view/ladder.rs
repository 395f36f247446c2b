//! The ladder: all guarantees, strongest first, each with its status now. It follows every answer.
//! Its head is the live region that tells the outcome; it exists from the first paint.

use yew::prelude::*;

use crate::{
    case::{ConditionId, GuaranteeId},
    decide::decision::{Standing, Status},
    text::{Text, fill},
    view::{scale::step, scene::Scene, state::action::Action},
};

pub fn ladder(scene: &Scene, act: &Callback<Action>) -> Html {
    let open = scene.state.ladder_open;
    html! {
        <aside class={if open { "ladder ladder--open" } else { "ladder" }} aria-labelledby="ladder-title">
            <div class="ladder__head">
                { standing(scene) }
                <button
                    type="button"
                    class="ladder__toggle"
                    aria-expanded={open.to_string()}
                    aria-controls="ladder-list"
                    onclick={act.reform(|_| Action::ToggleLadder)}
                >
                    { if open { scene.text.ladder_hide } else { scene.text.ladder_show } }
                </button>
            </div>
            <div class="ladder__list" id="ladder-list">
                <h2 id="ladder-title">{ scene.text.ladder_title }</h2>
                <p class="ladder__lead">{ scene.text.ladder_lead }</p>
                <ol>{ for scene.table.rules.in_order(&scene.case.model).map(|it| rung(scene, scene.decision.standing(it))) }</ol>
            </div>
        </aside>
    }
}

/// The outcome in one or two sentences. Hosts and tests read its data.
fn standing(scene: &Scene) -> Html {
    let decision = &scene.decision;
    let model = &scene.case.model;
    let sentences = scene.case.sentences.guarantee(decision.headline);
    let possible: Vec<&str> = scene
        .table
        .rules
        .rows
        .iter()
        .filter(|it| decision.possible.contains(it.guarantee))
        .map(|it| model.guarantee(it.guarantee).id.as_str())
        .collect();
    let total = scene.table.rules.rows.len().to_string();
    let count = fill(&scene.text.count(scene.text.still_possible, decision.possible.len()), &[("total", &total)]);
    let settled = decision.is_settled();
    let sentence = if settled { scene.text.settled_on } else { scene.text.most_plausible_now };
    html! {
        <div
            class="standing"
            role="status"
            data-outcome={model.guarantee(decision.headline).id.clone()}
            data-settled={settled.to_string()}
            data-possible={possible.join(" ")}
        >
            <p class="standing__label">
                <span>{ sentence }</span>
                if !settled { <span>{ count }</span> }
            </p>
            <p class="standing__name">
                <span class="standing__whole">{ sentences.name.clone() }</span>
                <span class="standing__short" aria-hidden="true">{ sentences.short.clone() }</span>
            </p>
        </div>
    }
}

fn rung(scene: &Scene, standing: &Standing) -> Html {
    let guarantee = scene.case.model.guarantee(standing.guarantee);
    let before = scene.before.as_ref().map(|it| it.standing(standing.guarantee).status);
    let changed = before.is_some_and(|it| it != standing.status);
    html! {
        <li
            class="rung"
            key={guarantee.id.clone()}
            data-guarantee={guarantee.id.clone()}
            data-status={slug(standing.status)}
            data-step={step(scene, standing.guarantee).map(|it| it.to_string())}
        >
            <span class="rung__bar" aria-hidden="true"></span>
            <span class="rung__name">{ scene.case.sentences.guarantee(standing.guarantee).name.clone() }</span>
            <span class="rung__status">
                { status_line(scene, standing) }
                <span class="rung__changed" hidden={!changed}><span class="hidden">{ scene.text.changed }</span></span>
            </span>
        </li>
    }
}

/// The status in words.
pub fn status(text: &Text, status: Status) -> &'static str {
    match status {
        Status::MostPlausible => text.most_plausible,
        Status::AlsoPossible => text.also_possible,
        Status::Open => text.still_open,
        Status::OneAnswerAway => text.one_answer_away,
        Status::Blocked => text.blocked,
        Status::RuledOut => text.ruled_out,
        Status::DoesNotApply => text.does_not_apply,
    }
}

/// The status with what it rests on, in a few words.
pub fn status_line(scene: &Scene, standing: &Standing) -> String {
    let rests_on = match standing.status {
        Status::MostPlausible | Status::AlsoPossible | Status::DoesNotApply => None,
        Status::Open => {
            Some(fill(scene.text.depends_on, &[("list", &scene.text.list(&deciding(scene, standing.guarantee)))]))
        }
        Status::OneAnswerAway | Status::Blocked => {
            let brief = |it: &ConditionId| scene.case.sentences.condition(*it).brief.as_str();
            Some(standing.missing.iter().map(brief).collect::<Vec<_>>().join(", "))
        }
        Status::RuledOut => {
            let never = scene.case.sentences.guarantee(standing.guarantee).never.as_ref();
            never.map(|it| it.brief.clone())
        }
    };
    let word = status(scene.text, standing.status);
    rests_on.map_or_else(|| word.to_owned(), |it| format!("{word}: {it}"))
}

/// The open questions on which a guarantee's missing conditions rest.
fn deciding<'a>(scene: &'a Scene, guarantee: GuaranteeId) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for condition in &scene.decision.standing(guarantee).missing {
        let name = scene.case.sentences.question(scene.case.model.condition(*condition).question).in_text.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The status as hosts and tests read it.
pub fn slug(status: Status) -> &'static str {
    match status {
        Status::MostPlausible => "most-plausible",
        Status::AlsoPossible => "also-possible",
        Status::Open => "open",
        Status::OneAnswerAway => "one-answer-away",
        Status::Blocked => "blocked",
        Status::RuledOut => "ruled-out",
        Status::DoesNotApply => "does-not-apply",
    }
}
