//! The decision graph: in DOT for the command line, and laid out for the drawing on the method page.

use std::fmt::Write;

use crate::{
    case::{GuaranteeId, Model, QuestionId},
    decide::decision_graph::{DecisionGraph, Next, Node},
};

/// The graph in the DOT language, in ids.
pub fn dot(model: &Model, graph: &DecisionGraph) -> String {
    let mut lines = String::from("digraph walk {\n  rankdir=TB;\n  node [shape=ellipse];\n");
    for (index, node) in graph.nodes.iter().enumerate() {
        let _ = writeln!(lines, "  n{index} [label=\"{}\"];", model.question(node.question).id);
    }
    for guarantee in outcomes(graph) {
        let id = &model.guarantee(guarantee).id;
        let _ = writeln!(lines, "  {id} [shape=box];");
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        for (next, answers) in joined(node) {
            let answers: Vec<&str> =
                answers.iter().map(|it| model.question(node.question).answers[it.index()].as_str()).collect();
            let to = match next {
                Next::Node(to) => format!("n{to}"),
                Next::Outcome(guarantee) => model.guarantee(guarantee).id.clone(),
            };
            let _ = writeln!(lines, "  n{index} -> {to} [label=\"{}\"];", answers.join(" / "));
        }
    }
    lines + "}\n"
}

/// The positions of the nodes: one row for each question, outcomes below, in units of one node.
pub struct Layout {
    /// Column and row of every node.
    pub nodes: Vec<(f32, usize)>,
    /// Column of every outcome, in the order of the case.
    pub outcomes: Vec<(GuaranteeId, f32)>,
    pub columns: f32,
    pub rows: usize,
}

/// Lays the graph out. Rows follow the order of asking; within a row the nodes stand below the middle of those that
/// lead to them (the barycentre method of Sugiyama, one pass down).
pub fn layout(model: &Model, graph: &DecisionGraph) -> Layout {
    let outcomes = outcomes(graph);
    let columns = outcomes.len() as f32;
    let mut nodes = vec![(0.0, 0); graph.nodes.len()];
    for row in 0..model.questions.len() {
        let in_row: Vec<usize> =
            (0..graph.nodes.len()).filter(|it| graph.nodes[*it].question == QuestionId(row as u8)).collect();
        let mut placed: Vec<(f32, usize)> = in_row.iter().map(|it| (above(graph, &nodes, *it), *it)).collect();
        placed.sort_by(|a, b| a.0.total_cmp(&b.0));
        let count = placed.len() as f32;
        for (place, (_, index)) in placed.iter().enumerate() {
            nodes[*index] = ((place as f32 + 0.5) * columns / count, row);
        }
    }
    let outcomes = outcomes.into_iter().enumerate().map(|(index, it)| (it, index as f32 + 0.5)).collect();
    Layout { nodes, outcomes, columns, rows: model.questions.len() + 1 }
}

/// The answers that lead to the same place, together.
pub fn joined(node: &Node) -> Vec<(Next, Vec<crate::case::AnswerId>)> {
    let mut joined: Vec<(Next, Vec<crate::case::AnswerId>)> = Vec::new();
    for (answer, next) in &node.answers {
        match joined.iter_mut().find(|it| it.0 == *next) {
            Some((_, answers)) => answers.push(*answer),
            None => joined.push((*next, vec![*answer])),
        }
    }
    joined
}

fn outcomes(graph: &DecisionGraph) -> Vec<GuaranteeId> {
    let mut found: Vec<GuaranteeId> = graph
        .nodes
        .iter()
        .flat_map(|it| &it.answers)
        .filter_map(|(_, next)| match next {
            Next::Outcome(guarantee) => Some(*guarantee),
            Next::Node(_) => None,
        })
        .collect();
    // Weakest first, as on the scale.
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    found
}

/// The middle of the nodes that lead to this one.
fn above(graph: &DecisionGraph, placed: &[(f32, usize)], index: usize) -> f32 {
    let leads = |it: &&Node| it.answers.iter().any(|(_, next)| *next == Next::Node(index));
    let parents: Vec<f32> =
        graph.nodes.iter().enumerate().filter(|(_, it)| leads(it)).map(|(parent, _)| placed[parent].0).collect();
    parents.iter().sum::<f32>() / parents.len().max(1) as f32
}
