//! The background of an outcome: a precedent, and events since the article.

use yew::prelude::*;

use crate::{
    case::{
        GuaranteeId,
        dates::Date,
        timeline::{Direction, Event, EventText},
    },
    text::fill,
    view::{outcome::citations::cited, outcome_data::OutcomeData},
};

/// The one precedent that is shown beside a guarantee; an empty place where there is none.
pub fn precedent(outcome_data: &OutcomeData, guarantee: GuaranteeId) -> Html {
    let text = &outcome_data.text.background;
    let Some(id) = outcome_data.background.precedent_for(guarantee) else {
        return html! { <section hidden=true></section> };
    };
    let (precedent, says) = (outcome_data.background.precedent(id), outcome_data.background_text.precedent(id));
    let fact = |title: &'static str, says: &str| {
        html! {
            <div key={title}>
                <dt>{ title }</dt>
                <dd>{ says.to_owned() }</dd>
            </div>
        }
    };
    let likeness = says.likeness.iter().flat_map(|it| [(text.similar, &it.similar), (text.differs, &it.differs)]);
    let facts = [(text.given, &says.given), (text.held, &says.held)].into_iter().chain(likeness);
    html! {
        <section class="precedent" data-precedent={precedent.id.clone()} aria-labelledby="precedent-title">
            <h2 id="precedent-title">{ format!("{}{}{}", text.precedent_title, outcome_data.text.outcome.colon, says.name) }</h2>
            <p class="precedent__lead">{ text.precedent_lead }</p>
            <dl>{ for facts.map(|(title, says)| fact(title, says)) }</dl>
            { cited(outcome_data, &precedent.sources) }
        </section>
    }
}

/// The one precedent that is shown beside a guarantee, the likeness and the sources one press away; an empty place where
/// there is none.
pub fn precedent_in_brief(outcome_data: &OutcomeData, guarantee: GuaranteeId) -> Html {
    let text = &outcome_data.text.background;
    let Some(id) = outcome_data.background.precedent_for(guarantee) else { return html! { <div hidden=true></div> } };
    let (precedent, says) = (outcome_data.background.precedent(id), outcome_data.background_text.precedent(id));
    let fact = |(title, says): (&'static str, &String)| {
        html! {
            <div key={title}>
                <dt>{ title }</dt>
                <dd>{ says.clone() }</dd>
            </div>
        }
    };
    let likeness = says.likeness.iter().flat_map(|it| [(text.similar, &it.similar), (text.differs, &it.differs)]);
    html! {
        <div class="assessment__part precedent" data-precedent={precedent.id.clone()}>
            <p class="kicker">{ text.precedent_title }</p>
            <h3>{ says.name.clone() }</h3>
            <p>{ says.given.clone() }{ " " }{ says.held.clone() }</p>
            <details>
                <summary>{ outcome_data.text.comparison.alike }</summary>
                <p>{ text.precedent_lead }</p>
                <dl>{ for likeness.map(fact) }</dl>
                { cited(outcome_data, &precedent.sources) }
            </details>
        </div>
    }
}

/// The dated events that touch a guarantee, and up to when they were collected.
pub fn timeline(outcome_data: &OutcomeData, guarantee: GuaranteeId) -> Html {
    let text = &outcome_data.text.background;
    html! {
        <section class="timeline" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{ text.timeline_title }</h2>
            { events(outcome_data, guarantee) }
        </section>
    }
}

/// The events without a heading.
pub fn events(outcome_data: &OutcomeData, guarantee: GuaranteeId) -> Html {
    let text = &outcome_data.text.background;
    let timeline = &outcome_data.background.timeline;
    let events = outcome_data.background.events_for(guarantee).into_iter();
    let touching: Vec<Html> = events
        .map(|(id, direction)| {
            entry(outcome_data, &timeline.events[id.index()], outcome_data.background_text.event(id), direction)
        })
        .collect();
    let kept = fill(text.kept_until, &[("date", &outcome_data.text.dates.says(timeline.kept_until))]);
    html! {
        <div class="timeline__events">
            <p>{ if touching.is_empty() { text.none } else { text.timeline_lead } }</p>
            <ol>{ for touching }</ol>
            <p class="timeline__kept">{ kept }</p>
        </div>
    }
}

fn entry(outcome_data: &OutcomeData, event: &Event, says: &EventText, direction: Direction) -> Html {
    let text = &outcome_data.text.background;
    let points = match direction {
        Direction::For => text.towards,
        Direction::Against => text.away,
        Direction::Open => text.neither,
    };
    html! {
        <li class="event" key={event.id.clone()} data-event={event.id.clone()}>
            <p class="event__date"><time datetime={event.date.to_string()}>{ span(outcome_data, event) }</time></p>
            <div>
                <h3>{ says.title.clone() }</h3>
                <p>{ says.says.clone() }</p>
                <p class="event__points">{ points }</p>
                { cited(outcome_data, &event.sources) }
            </div>
        </li>
    }
}

/// When it happened, in words.
fn span(outcome_data: &OutcomeData, event: &Event) -> String {
    let (text, dates) = (&outcome_data.text.background, &outcome_data.text.dates);
    let first = dates.says(event.date);
    match event.until {
        _ if event.undated => fill(text.undated, &[("date", &first)]),
        Some(last) => match (event.date, last) {
            (Date::Day(year, month, from), Date::Day(last_year, last_month, to))
                if (year, month) == (last_year, last_month) =>
            {
                dates.days((year, month), &dates.range(from, to))
            }
            _ => format!("{first} – {}", dates.says(last)),
        },
        None => first,
    }
}
