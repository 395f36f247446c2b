//! One question of the walk as a page: every answer is a link to the next question or to the outcome.

use yew::prelude::*;

use crate::{
    case::{AnswerId, ChapterId, GuaranteeId, QuestionId, TermId},
    decide::decision_graph::Next,
    site::{
        html::layout::Surroundings,
        pages::walk::routes::{WalkPage, WalkRoutes},
        routes::{self, ARRIVAL, WALK},
    },
    text::fill,
    view::{
        outcome::{common_parts::value_origin, preconditions::said},
        scale::step_of,
    },
};

pub fn step(surroundings: &Surroundings, walk_routes: &WalkRoutes, page: &WalkPage) -> Html {
    let case = &surroundings.edition.case;
    let sentences = case.sentences.question(page.node.question);
    let is_start = page.path.is_empty();
    let walk = &surroundings.interface.pages.walk;
    let answer = |(answer, next): &(AnswerId, Next)| {
        let text = &sentences.answers[answer.index()];
        let value = &case.model.question(page.node.question).answers[answer.index()];
        choice(value, &text.says, &text.more, &address(surroundings, walk_routes, *next))
    };
    html! {
        <div class="columns" data-question={case.model.question(page.node.question).id.clone()}>
            <div class="step columns__main">
                { chapters(surroundings, page.node.question) }
                <h1 class="step__asks">{ sentences.asks.clone() }</h1>
                <p class="hint">{ sentences.hint.clone() }</p>
                { terms(surroundings, page.node.question) }
                <ul class="choices">{ for page.node.answers.iter().map(answer) }</ul>
                { unsure(surroundings, walk_routes, page) }
                { leads(surroundings, walk_routes, page) }
                <p class="step__left">{ left(surroundings, page) }</p>
                if !is_start { { back(surroundings, walk_routes, page) } }
                <p class="step__note">{ if is_start { walk.note } else { walk.reminder } }</p>
                { tool(surroundings) }
            </div>
            { possible(surroundings, page) }
        </div>
    }
}

/// The address to which an answer leads, seen from the page.
fn address(surroundings: &Surroundings, walk_routes: &WalkRoutes, next: Next) -> String {
    let root = surroundings.home();
    match next {
        Next::Node(index) => format!("{root}{WALK}{}", walk_routes.pages[index].path),
        Next::Outcome(guarantee) => {
            let page = routes::guarantee(&surroundings.edition.case.model.guarantee(guarantee).id);
            format!("{root}{page}#{ARRIVAL}")
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

/// "Not sure" goes on with the starting value, which says whose it is, as the headline of the tool does with every open answer. What else
/// stays possible is on the page in any case, and the tool says more.
fn unsure(surroundings: &Surroundings, walk_routes: &WalkRoutes, page: &WalkPage) -> Html {
    let case = &surroundings.edition.case;
    let Some((answer, next)) = page.unsure(&case.model) else { return html! { <div></div> } };
    let says = &case.sentences.answer(page.node.question, answer).says;
    let assumed = fill(surroundings.interface.pages.walk.unsure, &[("answer", says)]);
    let origin = value_origin(case, surroundings.words(), case.model.question(page.node.question));
    let more = format!("{assumed} ({origin})");
    html! {
        <ul class="choices choices--unsure">
            { choice("unsure", surroundings.edition.text.not_sure, &more, &address(surroundings, walk_routes, next)) }
        </ul>
    }
}

/// Which outcomes each answer leaves possible, as a table: the board for those without script. Folded, so that nobody is
/// led.
fn leads(surroundings: &Surroundings, walk_routes: &WalkRoutes, page: &WalkPage) -> Html {
    let case = &surroundings.edition.case;
    let outcomes: Vec<GuaranteeId> = page.outcomes(&case.model).into_iter().rev().collect();
    let step = |it: &GuaranteeId| step_of(&case.model, *it).map(|it| it.to_string());
    let name = |it: &GuaranteeId| case.sentences.guarantee(*it).short.clone();
    let column = |it: &GuaranteeId| {
        html! { <th scope="col" data-step={step(it)} title={name(it)}>{ step(it) }<span class="hidden">{ format!(" {}", name(it)) }</span></th> }
    };
    let row = |(answer, next): &(AnswerId, Next)| {
        let is_possible = |it: &GuaranteeId| match next {
            Next::Node(index) => walk_routes.pages[*index].possible.contains(*it),
            Next::Outcome(guarantee) => guarantee == it,
        };
        html! {
            <tr>
                <th scope="row">{ case.sentences.answer(page.node.question, *answer).short.clone() }</th>
                { for outcomes.iter().map(|it| html! { <td>{ if is_possible(it) { "●" } else { "" } }</td> }) }
            </tr>
        }
    };
    html! {
        <details class="step__leads">
            <summary>{ surroundings.interface.pages.walk.leads }</summary>
            <table>
                <thead><tr><td></td>{ for outcomes.iter().map(column) }</tr></thead>
                <tbody>{ for page.node.answers.iter().map(row) }</tbody>
            </table>
            <ul class="step__steps">
                { for outcomes.iter().map(|it| html! { <li><b>{ step(it) }</b>{ " " }{ name(it) }</li> }) }
            </ul>
        </details>
    }
}

fn left(surroundings: &Surroundings, page: &WalkPage) -> String {
    match page.more {
        0 => surroundings.interface.pages.walk.last.to_owned(),
        more => surroundings.edition.text.count(surroundings.edition.text.more_questions, more),
    }
}

/// The way back: to every question that can have led here, by what was answered there, and to the start.
fn back(surroundings: &Surroundings, walk_routes: &WalkRoutes, page: &WalkPage) -> Html {
    let root = surroundings.home();
    let labels: Vec<String> =
        page.before.iter().map(|(it, answers)| answered(surroundings, walk_routes, *it, answers)).collect();
    let link = |((index, _), label): (&(usize, Vec<AnswerId>), &String)| {
        // Where two ways back would be called the same, each says what stood before it.
        let is_alone = labels.iter().filter(|it| *it == label).count() == 1;
        let before = described(surroundings, walk_routes, &walk_routes.pages[*index]);
        let name = if is_alone {
            label.clone()
        } else {
            fill(surroundings.interface.pages.walk.back_after, &[("answer", label), ("before", &before)])
        };
        html! { <li><a href={format!("{root}{WALK}{}", walk_routes.pages[*index].path)}>{ name }</a></li> }
    };
    html! {
        <nav class="step__back" aria-labelledby="back">
            <h2 id="back">{ surroundings.interface.pages.walk.back }</h2>
            <ul>{ for page.before.iter().zip(&labels).map(link) }</ul>
            <p><a href={format!("{root}{WALK}")}>{ surroundings.edition.text.start_again }</a></p>
        </nav>
    }
}

fn answered(surroundings: &Surroundings, walk_routes: &WalkRoutes, index: usize, answers: &[AnswerId]) -> String {
    said(&surroundings.edition.case, surroundings.words(), walk_routes.pages[index].node.question, answers)
}

/// The answers that may directly precede a question.
fn described(surroundings: &Surroundings, walk_routes: &WalkRoutes, page: &WalkPage) -> String {
    let case = &surroundings.edition.case;
    let arrivals = walk_routes.arrivals(page);
    let parts: Vec<String> =
        arrivals.iter().map(|(question, answers)| said(case, surroundings.words(), *question, answers)).collect();
    parts.join(surroundings.words().semicolon)
}

/// The outcomes that each way on can still reach, strongest first.
fn possible(surroundings: &Surroundings, page: &WalkPage) -> Html {
    let case = &surroundings.edition.case;
    let text = &surroundings.edition.text;
    let total = case.model.choosable().count().to_string();
    let count = fill(&text.count(text.still_possible, page.possible.len()), &[("total", &total)]);
    let entry = |it| {
        let id = &case.model.guarantee(it).id;
        let name = case.sentences.guarantee(it).name.clone();
        html! {
            <li class="grade" data-step={step_of(&case.model, it).map(|it| it.to_string())} data-possible={id.clone()}>
                <span class="grade__bar" aria-hidden="true"></span>
                <a href={surroundings.home() + &routes::guarantee(id)}>{ name }</a>
            </li>
        }
    };
    html! {
        <aside class="grades" aria-labelledby="possible">
            <h2 id="possible">{ surroundings.interface.pages.walk.possible }</h2>
            <p>{ count }</p>
            <ol>{ for page.outcomes(&case.model).into_iter().map(entry) }</ol>
        </aside>
    }
}

fn tool(surroundings: &Surroundings) -> Html {
    let text = &surroundings.interface.pages.walk;
    html! {
        <p class="step__tool">
            { text.tool_lead }{ " " }<a href={surroundings.home()}>{ text.tool }</a>
        </p>
    }
}

fn chapters(surroundings: &Surroundings, question: QuestionId) -> Html {
    let case = &surroundings.edition.case;
    let now = case.model.question(question).chapter;
    let chapter = |it: ChapterId| {
        html! { <li aria-current={(it == now).then_some("step")}>{ case.sentences.chapter(it) }</li> }
    };
    html! {
        <ol class="chapters" aria-label={surroundings.edition.text.chapters}>
            { for ChapterId::all(case.model.chapters.len()).map(chapter) }
        </ol>
    }
}

fn terms(surroundings: &Surroundings, question: QuestionId) -> Html {
    let case = &surroundings.edition.case;
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
