//! The result for a group: the outcomes of its readers, the questions that divide them, and lines with problems.

use yew::prelude::*;

use crate::{
    decide::group::{Ending, MOST, QuestionEffect},
    text::{fill, group::GroupText},
    view::{
        chrome::large_type,
        edition::Edition,
        group::{
            input::{Fault, FaultKind, ParsedLinks},
            state::Action,
        },
        scale::step_of,
    },
};

/// The inputs of the result.
pub struct GroupModel<'a> {
    pub edition: &'a Edition,
    pub text: &'a GroupText,
    pub parsed: &'a ParsedLinks,
    pub enlarged: bool,
}

/// So many lines with a problem are listed; the others are counted.
const LISTED: usize = 50;

/// The result for the pasted links; where none of them counts, what is wrong with them.
pub fn result(inputs: &GroupModel, heading: &NodeRef, act: &Callback<Action>) -> Html {
    let GroupModel { text, parsed, .. } = inputs;
    if parsed.group.readers == 0 {
        return html! {
            <div class="gathering__empty" key="empty">
                <h2 class="gathering__problem" ref={heading.clone()} tabindex="-1">{ text.nothing }</h2>
                { faults(inputs) }
            </div>
        };
    }
    let toggle = act.reform(|_| Action::ToggleEnlarged);
    html! {
        <div key="result" data-readers={parsed.group.readers.to_string()}>
            <section class="spread" aria-labelledby="spread-title">
                <h2 id="spread-title" ref={heading.clone()} tabindex="-1">{ text.result_title }</h2>
                <p class="spread__sum">{ sum(inputs) }</p>
                { large_type::toggle(if inputs.enlarged { text.leave } else { text.enlarge }, toggle) }
                { endings(inputs) }
                <p class="gathering__note">{ text.no_survey }</p>
                if parsed.group.switched > 0 {
                    <p class="gathering__note" data-switched={parsed.group.switched.to_string()}>
                        { inputs.count(text.switched, parsed.group.switched) }
                    </p>
                }
            </section>
            { divisions(inputs) }
            { faults(inputs) }
        </div>
    }
}

/// How many readers there are, and how many of their outcomes are settled.
fn sum(inputs: &GroupModel) -> String {
    let GroupModel { text, parsed: ParsedLinks { group, .. }, .. } = inputs;
    let settled = group.settled();
    let parts = [(text.readers, group.readers), (text.settled, settled), (text.open, group.readers - settled)];
    parts.map(|(plural, number)| inputs.count(plural, number)).join(" · ")
}

impl GroupModel<'_> {
    fn count(&self, plural: crate::text::Plural, number: u32) -> String {
        self.edition.text.count(plural, number)
    }
}

/// The outcomes of the readers, strongest first. A guarantee without readers is listed too, if it can be chosen at base
/// readings.
fn endings(inputs: &GroupModel) -> Html {
    let GroupModel { edition, text, parsed, .. } = inputs;
    let model = &edition.model;
    let listed = || parsed.group.spread.iter().filter(|it| it.readers > 0 || !model.guarantee(it.guarantee).never);
    let most = listed().map(|it| it.readers).max().unwrap_or(0);
    let row = |it: &Ending| {
        let id = &model.guarantee(it.guarantee).id;
        html! {
            <tr
                key={id.clone()}
                class={(it.readers == 0).then_some("tally__none")}
                data-ending={id.clone()}
                data-count={it.readers.to_string()}
                data-step={step_of(model, it.guarantee).map(|it| it.to_string())}
            >
                <th scope="row">{ edition.sentences.guarantee(it.guarantee).name.clone() }</th>
                <td>{ tally(it.readers, most, (it.open > 0).then(|| inputs.count(text.open_here, it.open))) }</td>
            </tr>
        }
    };
    html! {
        <table class="tallies">
            <thead>
                <tr><th scope="col">{ text.guarantee }</th><th scope="col">{ text.count }</th></tr>
            </thead>
            <tbody>{ for listed().map(row) }</tbody>
        </table>
    }
}

/// A number, the same as a bar in which a small group finds one block for each reader, and what is to be noted.
fn tally(readers: u32, most: u32, note: Option<String>) -> Html {
    // A bar is never measured against less than this, so that a group of two has no towering lead.
    let width = most.max(10);
    let block = |at: u32, length: f32| {
        html! { <rect x={at.to_string()} y="0" width={length.to_string()} height="1" /> }
    };
    html! {
        <span class="tally">
            <span class="tally__number">{ readers }</span>
            <svg class="tally__bar" viewBox={format!("0 0 {width} 1")} preserveAspectRatio="none" aria-hidden="true">
                if width <= 40 {
                    { for (0..readers).map(|it| block(it, 0.86)) }
                } else {
                    { block(0, readers as f32) }
                }
            </svg>
            { for note.map(|it| html! { <span class="tally__open">{ it }</span> }) }
        </span>
    }
}

fn divisions(inputs: &GroupModel) -> Html {
    let GroupModel { text, parsed, .. } = inputs;
    let apart = parsed.group.apart;
    let says = if apart == 0 { text.together.to_owned() } else { inputs.count(text.apart, apart) };
    html! {
        <section class="divisions" aria-labelledby="divisions-title" data-apart={apart.to_string()}>
            <h2 id="divisions-title">{ text.divisions_title }</h2>
            <p class="gathering__note">{ text.divisions_lead }</p>
            <p class="spread__sum">{ says }</p>
            <ol class="divisions__list">{ for parsed.group.question_effects.iter().map(|it| division(inputs, it)) }</ol>
        </section>
    }
}

fn division(inputs: &GroupModel, division: &QuestionEffect) -> Html {
    let GroupModel { edition, text, parsed, .. } = inputs;
    let id = &edition.model.question(division.question).id;
    let sentences = edition.sentences.question(division.question);
    let most = division.answer_counts.iter().copied().max().unwrap_or(0).max(division.open);
    let row = |name: &str, readers: u32, class: Option<&'static str>| {
        html! {
            <tr class={classes!(class, (readers == 0).then_some("tally__none"))} data-count={readers.to_string()}>
                <th scope="row">{ name.to_owned() }</th>
                <td>{ tally(readers, most, None) }</td>
            </tr>
        }
    };
    let answers = sentences.answers.iter().map(|it| it.short.as_str());
    let total = parsed.group.apart.to_string();
    let joined = fill(&inputs.count(text.joined, division.reconciled_pairs), &[("total", &total)]);
    html! {
        <li class="division" key={id.clone()} data-division={id.clone()} data-joined={division.reconciled_pairs.to_string()}>
            <h3 id={title_id(id)}>{ sentences.asks.clone() }</h3>
            <p class="division__says">
                if parsed.group.apart > 0 { <b>{ joined }</b>{ " " } }
                { inputs.count(text.differing, division.differing_pairs) }
            </p>
            <table class="tallies tallies--answers" aria-labelledby={title_id(id)}>
                <thead>
                    <tr>
                        <th scope="col"><span class="hidden">{ text.answer }</span></th>
                        <th scope="col"><span class="hidden">{ text.count }</span></th>
                    </tr>
                </thead>
                <tbody>
                    { for answers.zip(&division.answer_counts).map(|(name, readers)| row(name, *readers, None)) }
                    if division.open > 0 { { row(text.unanswered, division.open, Some("tally__left")) } }
                </tbody>
            </table>
        </li>
    }
}

fn title_id(question: &str) -> String {
    format!("division-{question}")
}

/// Lines that were not taken, or not as they stand.
fn faults(inputs: &GroupModel) -> Html {
    let GroupModel { edition, text, parsed, .. } = inputs;
    let line = |it: &Fault| {
        let says = match &it.kind {
            FaultKind::NoAnswer => text.no_answer.to_owned(),
            FaultKind::Mended { dropped, overruled } => {
                let dropped = (*dropped > 0).then(|| inputs.count(text.dropped, u32::from(*dropped)));
                let overruled = overruled.iter().map(|it| edition.sentences.normalisations[*it].clone());
                dropped.into_iter().chain(overruled).collect::<Vec<_>>().join(" ")
            }
        };
        html! {
            <li key={it.line} data-line={it.line.to_string()}>
                <b>{ fill(text.line, &[("line", &it.line.to_string())]) }</b>{ " " }{ says }
            </li>
        }
    };
    let more = parsed.faults.len().saturating_sub(LISTED) as u32;
    let most = MOST.to_string();
    html! {
        <section class="faults" aria-labelledby="faults-title" hidden={parsed.faults.is_empty() && parsed.left_out == 0}>
            <h2 id="faults-title">{ text.faults_title }</h2>
            <ul>{ for parsed.faults.iter().take(LISTED).map(line) }</ul>
            if more > 0 { <p>{ inputs.count(text.more_faults, more) }</p> }
            if parsed.left_out > 0 { <p>{ fill(&inputs.count(text.left_out, parsed.left_out), &[("most", &most)]) }</p> }
        </section>
    }
}
