//! The ladder: all guarantees, strongest first, each with its status now. It follows every answer, and each rung opens
//! in place.
//! Its head is the live region that tells the outcome; it exists from the first paint.

pub mod rung;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::GuaranteeId,
    decide::{
        decision::{Standing, Status},
        explain::preconditions::Origin,
        interview::Choices,
    },
    text::fill,
    view::{
        host::Host,
        outcome_chunk::OutcomeChunk,
        page_model::PageModel,
        question::loading,
        scale::step,
        state::{Place, action::Action},
    },
};

const TITLE: &str = "ladder-title";

/// The list of all guarantees. `origin` is what leads to the one that the reader asked about.
pub fn ladder(
    page: &PageModel,
    chunk: Option<&OutcomeChunk>,
    origin: Option<&Origin>,
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Html {
    // Below an outcome the list is in the page in any case, and the bar leads to it. While the outcome is waited for, the
    // list would stand where the outcome comes.
    let in_page = page.reader.place == Place::Outcome && chunk.is_some();
    let open = page.reader.ladder_open;
    let toggle = act.reform(|_: MouseEvent| Action::ToggleLadder);
    let lead = Callback::from({
        let host = host.clone();
        move |_: MouseEvent| host.focus_on(TITLE)
    });
    html! {
        <aside
            class={match (in_page, open) {
                (true, _) => "ladder ladder--in-page",
                (false, true) => "ladder ladder--open",
                (false, false) => "ladder",
            }}
            aria-labelledby={TITLE}
        >
            <div class="ladder__head">
                { standing(page) }
                <button
                    type="button"
                    class="ladder__toggle"
                    aria-expanded={(!in_page).then(|| open.to_string())}
                    aria-controls="ladder-list"
                    onclick={if in_page { lead } else { toggle }}
                >
                    { if open { page.text.ladder_hide } else { page.text.ladder_show } }
                </button>
            </div>
            <div class="ladder__list" id="ladder-list">
                <h2 id={TITLE} tabindex="-1">{ page.text.ladder_title }</h2>
                <p class="ladder__lead">{ page.text.ladder_lead }</p>
                <ol>{ for page.table.rules.in_order(page.model).map(|it| rung(page, page.decision.standing(it), chunk, origin, host, act)) }</ol>
            </div>
        </aside>
    }
}

/// The outcome in one or two sentences. Hosts and tests read its data.
fn standing(page: &PageModel) -> Html {
    let decision = &page.decision;
    let model = page.model;
    let sentences = page.sentences.guarantee(decision.headline);
    let possible: Vec<&str> = page
        .table
        .rules
        .rows
        .iter()
        .filter(|it| decision.possible.contains(it.guarantee))
        .map(|it| model.guarantee(it.guarantee).id.as_str())
        .collect();
    let total = page.table.rules.rows.len().to_string();
    let count = fill(&page.text.count(page.text.still_possible, decision.possible.len()), &[("total", &total)]);
    let settled = decision.is_settled();
    let (sentence, more) = if settled {
        (page.text.settled_on, None)
    } else if is_begun(page) {
        (page.text.most_plausible_now, Some(count))
    } else {
        (page.text.nothing_yet, Some(status(page, decision.headline, Status::MostPlausible).to_owned()))
    };
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
                if let Some(more) = more { <span>{ more }</span> }
            </p>
            <p class="standing__name">
                <span class="standing__whole">{ sentences.name.clone() }</span>
                <span class="standing__short" aria-hidden="true">{ sentences.short.clone() }</span>
            </p>
        </div>
    }
}

/// A rung says in two or three words how an option stands. What is behind that is fetched and drawn when it is opened.
fn rung(
    page: &PageModel,
    standing: &Standing,
    chunk: Option<&OutcomeChunk>,
    origin: Option<&Origin>,
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Html {
    let id = standing.guarantee;
    let open = page.reader.opened.contains(id);
    let guarantee = page.model.guarantee(standing.guarantee);
    let body = open.then(|| match chunk {
        Some(chunk) => (chunk.rung)(page, chunk, origin, id, act),
        None => loading::part(page, host, act),
    });
    let before = page.before.as_ref().map(|it| it.standing(standing.guarantee).status);
    let changed = before.is_some_and(|it| it != standing.status);
    html! {
        <li
            class="rung"
            key={guarantee.id.clone()}
            data-guarantee={guarantee.id.clone()}
            data-status={slug(standing.status)}
            data-step={step(page, standing.guarantee).map(|it| it.to_string())}
        >
            <button
                type="button"
                id={format!("rung-{}-opens", guarantee.id)}
                class="rung__open"
                aria-expanded={open.to_string()}
                aria-controls={format!("rung-{}", guarantee.id)}
                onclick={act.reform(move |_| Action::Unfold(id))}
            >
                <span class="rung__bar" aria-hidden="true"></span>
                <span class="rung__name">{ page.sentences.guarantee(id).name.clone() }</span>{ " " }
                <span class="rung__status">
                    { status(page, standing.guarantee, standing.status) }
                    <span class="rung__changed" hidden={!changed}><span class="hidden">{ page.text.changed }</span></span>
                </span>
            </button>
            <div class="rung__body" id={format!("rung-{}", guarantee.id)} hidden={!open}>{ body }</div>
        </li>
    }
}

/// Whether anything is answered. Until then nothing is called plausible.
fn is_begun(page: &PageModel) -> bool {
    page.reader.choices != Choices::none(&page.table.rules)
}

/// The status in words.
pub fn status(page: &PageModel, guarantee: GuaranteeId, status: Status) -> &'static str {
    let text = page.text;
    match status {
        Status::MostPlausible if is_begun(page) => text.most_plausible,
        Status::MostPlausible if page.model.guarantee(guarantee).forecast => text.forecast,
        Status::AlsoPossible if is_begun(page) => text.also_possible,
        Status::MostPlausible | Status::AlsoPossible | Status::Open => text.still_open,
        Status::OneAnswerAway => text.one_answer_away,
        Status::Blocked => text.blocked,
        Status::RuledOut => text.ruled_out,
        Status::DoesNotApply => text.does_not_apply,
    }
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
