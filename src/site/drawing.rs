//! The drawing of the walk on the method page, and the same as a table.

use yew::prelude::*;

use crate::{
    case::{AnswerId, GuaranteeId, QuestionId},
    decide::diagram::{Next, Node, Walk},
    site::{graph, step::WALK, trail::Trail},
    text::method::MethodText,
    view::Edition,
};

/// Units of the drawing: the width of a column and the height of a row.
const COLUMN: f32 = 132.0;
const ROW: f32 = 76.0;
const LEFT: f32 = 150.0;

pub fn drawing(edition: &Edition, text: &MethodText, walk: &Walk) -> Html {
    let case = &edition.case;
    let layout = graph::layout(&case.model, walk);
    let x = |column: f32| LEFT + column * COLUMN;
    let y = |row: usize| 34.0 + row as f32 * ROW;
    let width = x(layout.columns);
    let height = y(layout.rows - 1) + 48.0;
    let outcome = |it: GuaranteeId| {
        let column = layout.outcomes.iter().find(|(guarantee, _)| *guarantee == it).map_or(0.0, |it| it.1);
        (x(column), y(layout.rows - 1) - 16.0)
    };
    let edges = walk.nodes.iter().enumerate().flat_map(|(index, node)| {
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
                <circle cx={x(*column).to_string()} cy={y(*row).to_string()} r="14" />
                <text x={x(*column).to_string()} y={(y(*row) + 5.0).to_string()}>{ index + 1 }</text>
            </g>
        }
    };
    let label = |it: QuestionId| {
        html! { <text class="walk__label" x="0" y={(y(it.index()) + 5.0).to_string()}>{ case.sentences.question(it).short.clone() }</text> }
    };
    let end = |(guarantee, column): &(GuaranteeId, f32)| {
        let step = layout.outcomes.iter().position(|it| it.0 == *guarantee).map_or(0, |it| it + 1);
        let (center, top) = (x(*column), y(layout.rows - 1) - 16.0);
        html! {
            <g class="walk__end" data-step={step.to_string()}>
                <rect x={(center - COLUMN * 0.46).to_string()} y={top.to_string()} width={(COLUMN * 0.92).to_string()} height="10" />
                <text x={center.to_string()} y={(top + 28.0).to_string()}>{ case.sentences.guarantee(*guarantee).short.clone() }</text>
            </g>
        }
    };
    html! {
        <section aria-labelledby="walk-title">
            <h2 id="walk-title">{ text.walk_title }</h2>
            <p>{ edition.text.count(text.walk_lead, walk.nodes.len() as u32) }</p>
            <div class="method__scroll" tabindex="0" role="group" aria-labelledby="walk-title">
                <svg class="walk" viewBox={format!("0 0 {width} {height}")} role="img" aria-labelledby="walk-title walk-description">
                    <desc id="walk-description">{ text.walk_description }</desc>
                    { for edges.map(edge) }
                    { for layout.nodes.iter().enumerate().map(node) }
                    { for case.model.question_ids().map(label) }
                    { for layout.outcomes.iter().map(end) }
                </svg>
            </div>
            <details class="method__details">
                <summary>{ text.walk_as_table }</summary>
                { walk_table(edition, text, walk) }
            </details>
        </section>
    }
}

fn walk_table(edition: &Edition, text: &MethodText, walk: &Walk) -> Html {
    let case = &edition.case;
    let leads = |question: QuestionId, next: Next, answers: &[AnswerId]| {
        let answers: Vec<&str> = answers.iter().map(|it| case.sentences.answer(question, *it).short.as_str()).collect();
        let to = match next {
            Next::Node(to) => format!("{} {}", text.walk_number, to + 1),
            Next::Outcome(guarantee) => case.sentences.guarantee(guarantee).short.clone(),
        };
        html! { <li>{ format!("{} → {to}", answers.join(", ")) }</li> }
    };
    let trail = Trail::of(&case.model, walk);
    let row = |(index, node): (usize, &Node)| {
        let joined = graph::joined(node);
        let page = format!("../{WALK}{}", trail.stops[index].path);
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
            <tbody>{ for walk.nodes.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
