//! What stands beside the article: a precedent, and what has happened since.

use yew::prelude::*;

use crate::{
    case::{
        SourceId,
        dates::Date,
        history::{Published, Reference},
        timeline::{Direction, Event, EventText},
    },
    text::{
        annex::{DateWords, HistoryWords},
        fill,
    },
    view::{annex::Annex, state::Scene},
};

/// The one precedent that is shown beside the outcome; an empty place where there is none.
pub fn precedent(scene: &Scene, annex: &Annex) -> Html {
    let text = &annex.text.history;
    let mut all = annex.history.precedents.iter().zip(&annex.history_text.precedents);
    let found = all.find(|it| it.0.shown && it.0.given == scene.decision.headline);
    let Some((precedent, says)) = found else { return html! { <section hidden=true></section> } };
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
            <h2 id="precedent-title">{ format!("{}: {}", text.precedent_title, says.name) }</h2>
            <p class="precedent__lead">{ text.precedent_lead }</p>
            <dl>{ for facts.map(|(title, says)| fact(title, says)) }</dl>
            { sources(annex, &precedent.sources) }
        </section>
    }
}

/// The dated events that touch the outcome, and up to when they were collected.
pub fn timeline(scene: &Scene, annex: &Annex) -> Html {
    let text = &annex.text.history;
    let timeline = &annex.history.timeline;
    let touching: Vec<Html> = timeline
        .events
        .iter()
        .zip(&annex.history_text.events)
        .filter_map(|(event, says)| {
            let touch = event.touches.iter().find(|it| it.guarantee == scene.decision.headline)?;
            Some(entry(annex, event, says, touch.direction))
        })
        .collect();
    let kept = fill(text.kept_until, &[("date", &date(&text.dates, timeline.kept_until))]);
    html! {
        <section class="timeline" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{ text.timeline_title }</h2>
            <p>{ if touching.is_empty() { text.none } else { text.timeline_lead } }</p>
            <ol>{ for touching }</ol>
            <p class="timeline__kept">{ kept }</p>
        </section>
    }
}

fn entry(annex: &Annex, event: &Event, says: &EventText, direction: Direction) -> Html {
    let text = &annex.text.history;
    let points = match direction {
        Direction::For => text.towards,
        Direction::Against => text.away,
        Direction::Open => text.neither,
    };
    html! {
        <li class="event" key={event.id.clone()} data-event={event.id.clone()}>
            <p class="event__date"><time datetime={event.date.to_string()}>{ span(text, event) }</time></p>
            <div class="event__body">
                <h3>{ says.title.clone() }</h3>
                <p>{ says.says.clone() }</p>
                <p class="event__points">{ points }</p>
                { sources(annex, &event.sources) }
            </div>
        </li>
    }
}

/// When it happened, in words.
fn span(text: &HistoryWords, event: &Event) -> String {
    let first = date(&text.dates, event.date);
    match event.until {
        _ if event.undated => fill(text.undated, &[("date", &first)]),
        Some(last) => match (event.date, last) {
            (Date::Day(year, month, from), Date::Day(last_year, last_month, to))
                if (year, month) == (last_year, last_month) =>
            {
                days(&text.dates, (year, month), &format!("{from}–{to}"))
            }
            _ => format!("{first} – {}", date(&text.dates, last)),
        },
        None => first,
    }
}

/// A date in words, as far as it is known.
pub fn date(words: &DateWords, date: Date) -> String {
    let name = |months: &[&'static str; 12], month: u8| months[usize::from(month) - 1];
    match date {
        Date::Year(year) => year.to_string(),
        Date::Month(year, month) => {
            fill(words.month, &[("month", name(&words.months, month)), ("year", &year.to_string())])
        }
        Date::Day(year, month, day) => days(words, (year, month), &day.to_string()),
    }
}

/// One or more days of a month, already in digits.
fn days(words: &DateWords, (year, month): (u16, u8), days: &str) -> String {
    let month = words.months_of[usize::from(month) - 1];
    fill(words.day, &[("day", days), ("month", month), ("year", &year.to_string())])
}

/// Where it can be read: publishers with the date of what they wrote, each a link.
pub fn sources(annex: &Annex, ids: &[SourceId]) -> Html {
    let text = &annex.text.history;
    let reference = |it: &Reference| {
        let published = match it.published {
            Published::On(day) => format!(", {}", date(&text.dates, day)),
            Published::Undated { .. } => String::new(),
        };
        html! {
            <li key={it.address.clone()}>
                <a href={it.address.clone()} rel="noreferrer" title={it.title.clone()}>{ it.publisher.clone() }</a>{ published }
            </li>
        }
    };
    let references =
        ids.iter().map(|id| annex.history.source(*id)).flat_map(|it| [&it.main].into_iter().chain(&it.also));
    html! {
        <div class="sources">
            <p>{ format!("{}:", text.sources) }</p>
            <ul>{ for references.map(reference) }</ul>
        </div>
    }
}
