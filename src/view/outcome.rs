//! The outcome: its name, what it is, how settled it is, why, and what the article says for and against it.

use yew::prelude::*;

use crate::{
    case::{AnswerId, FlagId, GuaranteeId, QuestionId, SectionId},
    decide::{
        answers::{Guarantees, Questions},
        deciding::deciding,
        reverse::Origin,
    },
    text::fill,
    view::{
        comparison, doubt, history,
        host::Host,
        landscape,
        later::Later,
        origin, others, presets, scale,
        scene::{Scene, Whole},
        sharing,
        state::Action,
        summary, together, versus,
    },
};

/// The places in the outcome's page that something is read from or that get the focus.
#[derive(Clone, Default, PartialEq)]
pub struct Marks {
    pub heading: NodeRef,
    pub other_link: NodeRef,
    pub menus: landscape::Menus,
}

pub fn outcome(
    scene: &Scene,
    later: &Later,
    origin: Option<&Origin>,
    host: &Host,
    marks: &Marks,
    act: &Callback<Action>,
) -> Html {
    let scene = &Whole::of(scene, later, origin);
    let annex = scene.annex;
    let reasons = scene.reasons();
    html! {
        <article class="outcome" key="outcome">
            { presets::borrowed(scene, annex) }
            { head(scene, &marks.heading, act) }
            { because(scene, &reasons) }
            { flags(scene) }
            { others::others(scene, act) }
            { comparison::comparison(scene, annex, act) }
            { assessment(scene, act) }
            { landscape::landscape(scene, annex, &marks.menus, host, act) }
            { history::precedent(scene, annex) }
            { history::timeline(scene, annex) }
            { doubt::doubt(scene, act) }
            { summary::all(scene, act) }
            { sharing::sharing(scene, annex, &reasons, act) }
            { versus::versus(scene, host, &marks.other_link, act) }
            { presets::presets(scene, act) }
            { together::together(scene, annex, act) }
        </article>
    }
}

fn head(scene: &Whole, heading: &NodeRef, act: &Callback<Action>) -> Html {
    let sentences = scene.case.sentences.guarantee(scene.decision.headline);
    html! {
        <div class="outcome__head">
            <p class="kicker">{ presets::kicker(scene) }</p>
            <h1
                class="outcome__name"
                ref={heading.clone()}
                tabindex="-1"
                aria-describedby={presets::description(scene)}
            >
                { sentences.name.clone() }
            </h1>
            <p class="outcome__what">{ sentences.what.clone() }</p>
            { scale::scale(scene) }
            { settledness(scene, act) }
        </div>
    }
}

/// In words how settled the outcome is; while it is open, between what it stands and where to go on.
fn settledness(scene: &Whole, act: &Callback<Action>) -> Html {
    let text = scene.text;
    let decision = &scene.decision;
    let interim = decision.interim.map(|it| fill(scene.words.interim, &[("name", name(scene, it))]));
    let open = open_questions(scene);
    if decision.is_settled() {
        let says = if open == 0 {
            scene.words.settled_complete.to_owned()
        } else {
            text.count(scene.words.settled_open, open)
        };
        return html! {
            <div class="settled">
                <p><b>{ scene.words.settled_title }</b>{ " " }{ says }</p>
                if let Some(interim) = interim { <p>{ interim }</p> }
            </div>
        };
    }
    html! {
        <div class="settled settled--open">
            <p><b>{ scene.words.open_title }</b>{ " " }{ text.count(scene.words.open_says, decision.possible.len()) }</p>
            <ul>
                <li>{ fill(scene.words.at_least, &[("name", name(scene, decision.at_least))]) }</li>
                <li>{ fill(scene.words.at_best, &[("name", name(scene, decision.at_best))]) }</li>
            </ul>
            <p>{ fill(scene.words.open_headline, &[("published", &scene.case.sentences.article.published)]) }</p>
            if let Some(interim) = interim { <p>{ interim }</p> }
            { what_decides(scene, act) }
        </div>
    }
}

/// The open question that narrows what is possible most, and how each answer would.
fn what_decides(scene: &Whole, act: &Callback<Action>) -> Html {
    let Some(narrowing) = deciding(scene.table, scene.decision.answers, scene.decision.deciding) else {
        return html! { <div class="decides"></div> };
    };
    let question = narrowing.question;
    let sentences = scene.case.sentences.question(question);
    let left = |(answer, possible): &(AnswerId, Guarantees)| {
        html! {
            <li>
                <span>{ sentences.answers[answer.index()].short.clone() }</span>
                <span class="decides__left">{ scene.text.count(scene.words.outcomes_left, possible.len()) }</span>
            </li>
        }
    };
    html! {
        <div class="decides" data-decides={scene.case.model.question(question).id.clone()}>
            <p>{ fill(scene.words.decides, &[("name", &sentences.asks)]) }</p>
            <ul>{ for narrowing.answers.iter().map(left) }</ul>
            <button type="button" class="button button--second" data-go-on="true" onclick={act.reform(move |_| Action::Open(question))}>
                { fill(scene.words.go_on, &[("name", &sentences.short)]) }
            </button>
        </div>
    }
}

/// The smallest set of answers that forces the outcome; while it is open, all that the headline rests on.
fn because(scene: &Whole, reasons: &[Questions]) -> Html {
    let lead = if reasons.is_empty() { scene.words.because_open } else { scene.words.because_lead };
    let questions = rests_on(scene, reasons);
    let fact = |it: QuestionId| {
        let answer = scene.table.rules.space.answer(scene.decision.world, it)?;
        let sentences = scene.case.sentences.question(it);
        Some(html! {
            <li key={scene.case.model.question(it).id.clone()}>
                <span class="because__question">{ sentences.short.clone() }</span>
                <span class="because__answer">{ sentences.answers[answer.index()].says.clone() }</span>
            </li>
        })
    };
    html! {
        <section class="because" aria-labelledby="because-title" hidden={questions.is_empty()}>
            <h2 id="because-title">{ scene.words.because_title }</h2>
            <p>{ lead }</p>
            <ul>{ for questions.into_iter().filter_map(fact) }</ul>
            <details class="because__rest" hidden={reasons.len() < 2}>
                <summary>{ scene.text.count(scene.words.more_reasons, reasons.len().saturating_sub(1) as u32) }</summary>
                { for reasons.iter().skip(1).map(|it| html! { <ul>{ for it.ids().filter_map(fact) }</ul> }) }
            </details>
        </section>
    }
}

fn flags(scene: &Whole) -> Html {
    let flag = |it: &FlagId| {
        let model = &scene.case.model.flags[it.index()];
        let sentences = scene.case.sentences.flag(*it);
        html! {
            <div class="flag" key={model.id.clone()} data-flag={model.id.clone()}>
                <h3>{ sentences.title.clone() }</h3>
                <p>{ sentences.says.clone() }</p>
                <p class="source">{ source_line(scene, model.section, model.inferred) }</p>
            </div>
        }
    };
    html! {
        <section class="flags" aria-labelledby="flags-title" hidden={scene.decision.flags.is_empty()}>
            <h2 id="flags-title">{ scene.words.flags_title }</h2>
            <div class="flags__list">{ for scene.decision.flags.iter().map(flag) }</div>
        </section>
    }
}

fn assessment(scene: &Whole, act: &Callback<Action>) -> Html {
    let guarantee = scene.case.model.guarantee(scene.decision.headline);
    let sentences = scene.case.sentences.guarantee(scene.decision.headline);
    let part = |title: &'static str, says: &str| {
        html! {
            <div class="assessment__part" key={title}>
                <h3>{ title }</h3>
                <p>{ says.to_owned() }</p>
            </div>
        }
    };
    html! {
        <section class="assessment" aria-labelledby="assessment-title">
            <h2 id="assessment-title">{ scene.words.assessment_title }</h2>
            <div class="assessment__parts">
                { part(scene.words.pro_title, &sentences.pro) }
                { part(scene.words.contra_title, &sentences.contra) }
                { part(scene.words.price_title, &sentences.price) }
                { part(scene.words.rated_title, &sentences.rated) }
            </div>
            <p class="source">{ source_line(scene, Some(guarantee.section), guarantee.inferred) }</p>
            { origin::leads(scene, scene.decision.headline, act) }
        </section>
    }
}

/// The questions on which the outcome rests: the first reason, or while it is open all that the headline needs.
pub fn rests_on(scene: &Whole, reasons: &[Questions]) -> Vec<QuestionId> {
    if let Some(reason) = reasons.first() {
        return reason.ids().collect();
    }
    let row = scene.table.rules.row(scene.decision.headline);
    let needs = row.map(|it| it.needs.as_slice()).unwrap_or_default();
    needs.iter().map(|it| scene.case.model.condition(*it).question).collect()
}

/// How many questions that count are not answered.
pub fn open_questions(scene: &Whole) -> u32 {
    let answers = scene.decision.answers;
    let rules = &scene.table.rules;
    let open = |it: &QuestionId| rules.space.answer(answers, *it).is_none() && !rules.is_idle(answers, *it);
    scene.case.model.question_ids().filter(open).count() as u32
}

/// Where a sentence comes from: a section of the article, our own reading of it, or both.
pub fn source_line(scene: &Whole, section: Option<SectionId>, inferred: bool) -> String {
    let mut parts = Vec::new();
    parts.extend(section.map(|it| fill(scene.words.section, &[("section", scene.case.sentences.section(it))])));
    parts.extend(inferred.then(|| scene.words.our_reading.to_owned()));
    parts.join(" · ")
}

fn name<'a>(scene: &'a Whole, guarantee: GuaranteeId) -> &'a str {
    &scene.case.sentences.guarantee(guarantee).name
}
