//! The drawing of the decision graph on the method page, and the same as a table.

use yew::prelude::*;

use crate::{
    case::{AnswerId, GuaranteeId, QuestionId},
    decide::decision_graph::{DecisionGraph, Next, Node},
    site::{
        pages::{
            method::graph::{self, Layout},
            walk::routes::WalkRoutes,
        },
        routes::WALK,
    },
    text::method::MethodText,
    view::edition::from_case::WholeEdition,
};

/// The measures of a drawing, in its own units.
struct Measures {
    class: &'static str,
    /// Where the columns begin; to the left of them, or above each row where there is no room, stand the questions.
    left: f32,
    column: f32,
    row: f32,
    radius: f32,
    /// The outcomes have their names below; else the number of their step, which the legend explains.
    is_named: bool,
}

/// For a window with room, and for a narrow one. A style sheet shows one of them.
const WIDE: Measures =
    Measures { class: "walk walk--wide", left: 150.0, column: 132.0, row: 76.0, radius: 14.0, is_named: true };
const NARROW: Measures =
    Measures { class: "walk walk--narrow", left: 0.0, column: 32.0, row: 58.0, radius: 9.0, is_named: false };

pub fn drawing(edition: &WholeEdition, text: &MethodText, graph: &DecisionGraph) -> Html {
    let layout = graph::layout(&edition.case.model, graph);
    let step = |(index, (guarantee, _)): (usize, &(GuaranteeId, f32))| {
        html! {
            <li data-step={(index + 1).to_string()}>
                <span class="walk__step">{ index + 1 }</span>{ edition.case.sentences.guarantee(*guarantee).short.clone() }
            </li>
        }
    };
    html! {
        <section aria-labelledby="walk-title">
            <h2 id="walk-title">{ text.walk_title }</h2>
            <p>{ edition.text.count(text.walk_lead, graph.nodes.len() as u32) }</p>
            { picture(edition, text, graph, &layout, &WIDE) }
            { picture(edition, text, graph, &layout, &NARROW) }
            <ol class="walk__legend" aria-hidden="true">{ for layout.outcomes.iter().enumerate().map(step) }</ol>
            <details class="method__details">
                <summary>{ text.walk_as_table }</summary>
                { walk_table(edition, text, graph) }
            </details>
        </section>
    }
}

fn picture(
    edition: &WholeEdition,
    text: &MethodText,
    graph: &DecisionGraph,
    layout: &Layout,
    measures: &Measures,
) -> Html {
    let case = &edition.case;
    let Measures { class, left, column: wide, row: high, radius, is_named } = *measures;
    let x = |column: f32| left + column * wide;
    let y = |row: usize| 34.0 + row as f32 * high;
    let width = x(layout.columns);
    let bottom = y(layout.rows - 1);
    let height = bottom + if is_named { 48.0 } else { 14.0 };
    let outcome = |it: GuaranteeId| {
        let column = layout.outcomes.iter().find(|(guarantee, _)| *guarantee == it).map_or(0.0, |it| it.1);
        (x(column), bottom - 16.0)
    };
    let edges = graph.nodes.iter().enumerate().flat_map(|(index, node)| {
        let (column, row) = layout.nodes[index];
        let from = (x(column), y(row));
        graph::joined(node).into_iter().map(move |(next, _)| (from, next))
    });
    let edge = |((from_x, from_y), next): ((f32, f32), Next)| {
        let (to_x, to_y) = match next {
            Next::Node(to) => (x(layout.nodes[to].0), y(layout.nodes[to].1)),
            Next::Outcome(guarantee) => outcome(guarantee),
        };
        let middle = f32::midpoint(from_y, to_y);
        let path = format!("M{from_x} {from_y}C{from_x} {middle} {to_x} {middle} {to_x} {to_y}");
        html! { <path class="walk__edge" d={path} /> }
    };
    let node = |(index, (column, row)): (usize, &(f32, usize))| {
        html! {
            <g class="walk__node">
                <circle cx={x(*column).to_string()} cy={y(*row).to_string()} r={radius.to_string()} />
                <text x={x(*column).to_string()} y={(y(*row) + radius * 0.36).to_string()}>{ index + 1 }</text>
            </g>
        }
    };
    let label = |it: QuestionId| {
        let at = y(it.index()) + if is_named { 5.0 } else { -20.0 };
        html! { <text class="walk__label" x="0" y={at.to_string()}>{ case.sentences.question(it).short.clone() }</text> }
    };
    let end = |(guarantee, column): &(GuaranteeId, f32)| {
        let step = layout.outcomes.iter().position(|it| it.0 == *guarantee).map_or(0, |it| it + 1);
        let (center, top) = (x(*column), bottom - 16.0);
        let name = case.sentences.guarantee(*guarantee).short.clone();
        let (says, down) = if is_named { (name, 28.0) } else { (step.to_string(), 25.0) };
        html! {
            <g class="walk__end" data-step={step.to_string()}>
                <rect x={(center - wide * 0.46).to_string()} y={top.to_string()} width={(wide * 0.92).to_string()} height="10" />
                <text x={center.to_string()} y={(top + down).to_string()}>{ says }</text>
            </g>
        }
    };
    let description = format!("walk-description-{}", if is_named { "wide" } else { "narrow" });
    html! {
        <svg
            class={class}
            viewBox={format!("0 0 {width} {height}")}
            role="img"
            aria-labelledby={format!("walk-title {description}")}
        >
            <desc id={description}>{ text.walk_description }</desc>
            { for edges.map(edge) }
            { for layout.nodes.iter().enumerate().map(node) }
            { for case.model.question_ids().map(label) }
            { for layout.outcomes.iter().map(end) }
        </svg>
    }
}

fn walk_table(edition: &WholeEdition, text: &MethodText, graph: &DecisionGraph) -> Html {
    let case = &edition.case;
    let leads = |question: QuestionId, next: Next, answers: &[AnswerId]| {
        let answers: Vec<&str> = answers.iter().map(|it| case.sentences.answer(question, *it).short.as_str()).collect();
        let to = match next {
            Next::Node(to) => format!("{} {}", text.walk_number, to + 1),
            Next::Outcome(guarantee) => case.sentences.guarantee(guarantee).short.clone(),
        };
        html! { <li>{ format!("{} → {to}", answers.join(", ")) }</li> }
    };
    let walk_routes = WalkRoutes::of(&case.model, graph);
    let row = |(index, node): (usize, &Node)| {
        let joined = graph::joined(node);
        let page = format!("../{WALK}{}", walk_routes.pages[index].path);
        html! {
            <tr>
                <th scope="row"><a href={page}>{ index + 1 }</a></th>
                <td>{ case.sentences.question(node.question).short.clone() }</td>
                <td><ul>{ for joined.iter().map(|(next, answers)| leads(node.question, *next, answers)) }</ul></td>
            </tr>
        }
    };
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ text.walk_number }</th>
                    <th scope="col">{ text.walk_question }</th>
                    <th scope="col">{ text.walk_answers }</th>
                </tr>
            </thead>
            <tbody>{ for graph.nodes.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
