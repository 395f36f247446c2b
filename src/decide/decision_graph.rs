//! The reduced decision graph, whose pages are the walk. Two sets of partial answers whose every completion agrees are
//! one node, so that all ways through the questions fit on one small drawing.

use std::collections::BTreeMap;

use crate::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{
        decision::Decision,
        interview::{Choice, Choices, offered, remaining},
        table::Table,
    },
};

/// All questions as they can come up, the first being the start; none where the outcome is settled from the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionGraph {
    pub nodes: Vec<Node>,
}

/// One question in one state of knowledge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node {
    pub question: QuestionId,
    /// The next node or outcome for each answer on offer.
    pub answers: Vec<(AnswerId, Next)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Next {
    /// Position among the nodes.
    Node(usize),
    Outcome(GuaranteeId),
}

impl DecisionGraph {
    /// Follows every answer of every question that is asked, and joins what is alike.
    ///
    /// Method: children first, so that two nodes are alike exactly when they ask the same and lead to the same.
    pub fn of(model: &Model, table: &Table) -> Self {
        let mut known = BTreeMap::new();
        let mut nodes = Vec::new();
        follow(model, table, &Choices::none(&table.rules), &mut known, &mut nodes);
        // The start was finished last; numbering backwards makes it the first and keeps parents before children.
        nodes.reverse();
        let last = nodes.len().saturating_sub(1);
        for (_, next) in nodes.iter_mut().flat_map(|it: &mut Node| &mut it.answers) {
            if let Next::Node(index) = next {
                *index = last - *index;
            }
        }
        Self { nodes }
    }
}

fn follow(
    model: &Model,
    table: &Table,
    choices: &Choices,
    known: &mut BTreeMap<Node, usize>,
    nodes: &mut Vec<Node>,
) -> Next {
    let decision = Decision::of(model, table, choices.answers(&table.rules));
    let Some(question) = remaining(&table.rules, choices, &decision).ids().next() else {
        return Next::Outcome(decision.headline);
    };
    let answers = offered(&table.rules, choices, question)
        .into_iter()
        .map(|it| (it, follow(model, table, &choices.with(question, Choice::Answer(it)), known, nodes)))
        .collect();
    let node = Node { question, answers };
    let index = *known.entry(node.clone()).or_insert_with(|| {
        nodes.push(node);
        nodes.len() - 1
    });
    Next::Node(index)
}
