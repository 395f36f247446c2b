//! One question of the walk as a page: every answer is a link to the next question or to the outcome.

use yew::prelude::*;

use crate::{
    case::{AnswerId, ChapterId, QuestionId, TermId},
    decide::diagram::Next,
    site::{
        frame::Frame,
        head::up,
        trail::{Stop, Trail},
    },
    text::fill,
    view::{origin::said, scale::step_of},
};

/// The folder of the walk below that of its language.
pub const WALK: &str = "walk/";
/// The part of a guarantee's page that those read whom the walk has led there.
pub const ARRIVAL: &str = "outcome";

pub fn step(frame: &Frame, trail: &Trail, stop: &Stop) -> Html {
    let case = &frame.edition.case;
    let sentences = case.sentences.question(stop.node.question);
    let is_start = stop.path.is_empty();
    let answer = |(answer, next): &(AnswerId, Next)| {
        let text = &sentences.answers[answer.index()];
        let value = &case.model.question(stop.node.question).answers[answer.index()];
        choice(value, &text.says, &text.more, &address(frame, trail, *next))
    };
    html! {
        <div class="columns" data-question={case.model.question(stop.node.question).id.clone()}>
            <div class="step columns__main">
                { chapters(frame, stop.node.question) }
                <h1 class="step__asks">{ sentences.asks.clone() }</h1>
                <p class="hint">{ sentences.hint.clone() }</p>
                { terms(frame, stop.node.question) }
                <ul class="choices">{ for stop.node.answers.iter().map(answer) }</ul>
                { unsure(frame, trail, stop) }
                <p class="step__left">{ left(frame, stop) }</p>
                if !is_start { { back(frame, trail, stop) } }
                if is_start { <p class="step__note">{ frame.interface.pages.walk.note }</p> }
                { tool(frame) }
            </div>
            { possible(frame, stop) }
        </div>
    }
}

/// The address to which an answer leads, seen from the page.
fn address(frame: &Frame, trail: &Trail, next: Next) -> String {
    let root = up(frame.path);
    match next {
        Next::Node(index) => format!("{root}{WALK}{}", trail.stops[index].path),
        Next::Outcome(guarantee) => {
            format!("{root}guarantees/{}/#{ARRIVAL}", frame.edition.case.model.guarantee(guarantee).id)
        }
    }
}

fn choice(value: &str, says: &str, more: &str, address: &str) -> Html {
    html! {
        <li class="choice" key={value.to_owned()}>
            <a class="choice__link" href={address.to_owned()} data-answer={value.to_owned()}>{ says.to_owned() }</a>
            <p class="choice__more">{ more.to_owned() }</p>
        </li>
    }
}

/// "Not sure" goes on with the article's value, as the headline of the tool does with every open answer. What else
/// stays possible is on the page in any case, and the tool says more.
fn unsure(frame: &Frame, trail: &Trail, stop: &Stop) -> Html {
    let case = &frame.edition.case;
    let Some((answer, next)) = stop.unsure(&case.model) else { return html! { <div></div> } };
    let says = &case.sentences.answer(stop.node.question, answer).says;
    let published = &case.sentences.article.published;
    let more = fill(frame.interface.pages.walk.unsure, &[("published", published), ("answer", says)]);
    html! {
        <ul class="choices choices--unsure">
            { choice("unsure", frame.edition.text.not_sure, &more, &address(frame, trail, next)) }
        </ul>
    }
}

fn left(frame: &Frame, stop: &Stop) -> String {
    match stop.more {
        0 => frame.interface.pages.walk.last.to_owned(),
        more => frame.edition.text.count(frame.edition.text.more_questions, more),
    }
}

/// The way back: to every question that can have led here, by what was answered there, and to the start.
fn back(frame: &Frame, trail: &Trail, stop: &Stop) -> Html {
    let root = up(frame.path);
    let labels: Vec<String> = stop.before.iter().map(|(it, answers)| answered(frame, trail, *it, answers)).collect();
    let link = |((index, _), label): (&(usize, Vec<AnswerId>), &String)| {
        // Where two ways back would be called the same, each says what stood before it.
        let is_alone = labels.iter().filter(|it| *it == label).count() == 1;
        let before = described(frame, trail, &trail.stops[*index]);
        let name = if is_alone {
            label.clone()
        } else {
            fill(frame.interface.pages.walk.back_after, &[("answer", label), ("before", &before)])
        };
        html! { <li><a href={format!("{root}{WALK}{}", trail.stops[*index].path)}>{ name }</a></li> }
    };
    html! {
        <nav class="step__back" aria-labelledby="back">
            <h2 id="back">{ frame.interface.pages.walk.back }</h2>
            <ul>{ for stop.before.iter().zip(&labels).map(link) }</ul>
            <p><a href={format!("{root}{WALK}")}>{ frame.edition.text.start_again }</a></p>
        </nav>
    }
}

fn answered(frame: &Frame, trail: &Trail, index: usize, answers: &[AnswerId]) -> String {
    said(&frame.edition.case, frame.words(), trail.stops[index].node.question, answers)
}

/// What can have been answered directly before a question.
fn described(frame: &Frame, trail: &Trail, stop: &Stop) -> String {
    let case = &frame.edition.case;
    let arrivals = trail.arrivals(stop);
    let parts: Vec<String> =
        arrivals.iter().map(|(question, answers)| said(case, frame.words(), *question, answers)).collect();
    parts.join("; ")
}

/// What every way on from here can still end at, strongest first.
fn possible(frame: &Frame, stop: &Stop) -> Html {
    let case = &frame.edition.case;
    let text = &frame.edition.text;
    let total = case.model.guarantees.iter().filter(|it| !it.never).count().to_string();
    let count = fill(&text.count(text.still_possible, stop.possible.len()), &[("total", &total)]);
    let entry = |it| {
        let id = &case.model.guarantee(it).id;
        let name = case.sentences.guarantee(it).name.clone();
        html! {
            <li class="grade" data-step={step_of(&case.model, it).map(|it| it.to_string())} data-possible={id.clone()}>
                <span class="grade__bar" aria-hidden="true"></span>
                <a href={format!("{}guarantees/{id}/", up(frame.path))}>{ name }</a>
            </li>
        }
    };
    html! {
        <aside class="grades" aria-labelledby="possible">
            <h2 id="possible">{ frame.interface.pages.walk.possible }</h2>
            <p>{ count }</p>
            <ol>{ for stop.outcomes(&case.model).into_iter().map(entry) }</ol>
        </aside>
    }
}

fn tool(frame: &Frame) -> Html {
    let text = &frame.interface.pages.walk;
    html! {
        <p class="step__tool">
            { text.tool_lead }{ " " }<a href={up(frame.path)}>{ text.tool }</a>
        </p>
    }
}

fn chapters(frame: &Frame, question: QuestionId) -> Html {
    let case = &frame.edition.case;
    let now = case.model.question(question).chapter;
    let chapter = |it: ChapterId| {
        html! { <li aria-current={(it == now).then_some("step")}>{ case.sentences.chapter(it) }</li> }
    };
    html! {
        <ol class="chapters" aria-label={frame.edition.text.chapters}>
            { for ChapterId::all(case.model.chapters.len()).map(chapter) }
        </ol>
    }
}

fn terms(frame: &Frame, question: QuestionId) -> Html {
    let case = &frame.edition.case;
    let term = |it: &TermId| {
        let text = case.sentences.term(*it);
        html! {
            <details class="term">
                <summary>{ text.name.clone() }</summary>
                <p>{ text.means.clone() }</p>
            </details>
        }
    };
    html! { <div class="terms">{ for case.model.question(question).terms.iter().map(term) }</div> }
}
