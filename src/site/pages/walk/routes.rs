//! The walk with an address for every question: what a page of it needs to know about its neighbours.

use std::collections::VecDeque;

use crate::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{
        answers::Guarantees,
        decision_graph::{DecisionGraph, Next, Node},
    },
    site::pages::method::graph::joined,
};

/// The pages of the walk, one a question, in the order of its nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkRoutes {
    pub pages: Vec<WalkPage>,
}

/// A page of the walk: one question in one state of knowledge, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkPage {
    pub node: Node,
    /// Below the walk's folder, with a slash at its end: `question-answer/question-answer/`; empty for the start.
    ///
    /// It is made of the answers on the shortest way from the start, joined where several lead to the same page; of
    /// equally short ways, the one whose first answer stands later in the case. So each part of it is a page of its
    /// own, and it only changes when that way does.
    pub path: String,
    /// The questions before this one, each with the answers that lead here.
    pub before: Vec<(usize, Vec<AnswerId>)>,
    /// The outcomes that are still possible.
    pub possible: Guarantees,
    /// The most questions that can follow.
    pub more: u32,
}

impl WalkRoutes {
    pub fn of(model: &Model, graph: &DecisionGraph) -> Self {
        let paths = paths(model, graph);
        let mut pages: Vec<WalkPage> = graph
            .nodes
            .iter()
            .zip(paths)
            .enumerate()
            .map(|(index, (node, path))| WalkPage {
                node: node.clone(),
                path,
                before: before(graph, index),
                possible: Guarantees::default(),
                more: 0,
            })
            .collect();
        // Parents stand before children, so what follows is known from the end.
        for index in (0..pages.len()).rev() {
            let mut possible = Guarantees::default();
            let mut more = 0;
            for (_, next) in &graph.nodes[index].answers {
                match next {
                    Next::Outcome(guarantee) => possible.insert(*guarantee),
                    Next::Node(child) => {
                        possible = possible.or(pages[*child].possible);
                        more = more.max(pages[*child].more + 1);
                    }
                }
            }
            pages[index].possible = possible;
            pages[index].more = more;
        }
        Self { pages }
    }

    /// The questions and answers that can stand directly before a page, each question once.
    pub fn arrivals(&self, page: &WalkPage) -> Vec<(QuestionId, Vec<AnswerId>)> {
        let mut found: Vec<(QuestionId, Vec<AnswerId>)> = Vec::new();
        for (index, answers) in &page.before {
            let question = self.pages[*index].node.question;
            match found.iter_mut().find(|it| it.0 == question) {
                Some((_, known)) => known.extend(answers),
                None => found.push((question, answers.clone())),
            }
        }
        for (_, answers) in &mut found {
            answers.sort_unstable();
            answers.dedup();
        }
        found.sort_unstable();
        found
    }
}

impl WalkPage {
    /// The way on from "not sure": it takes the question's starting value, as the headline does for every open answer.
    /// None if that answer is not on offer.
    pub fn unsure(&self, model: &Model) -> Option<(AnswerId, Next)> {
        let value = model.question(self.node.question).article_value;
        self.node.answers.iter().find(|it| it.0 == value).copied()
    }

    /// Possible outcomes, strongest first.
    pub fn outcomes(&self, model: &Model) -> Vec<GuaranteeId> {
        model.guarantee_ids().filter(|it| self.possible.contains(*it)).collect()
    }
}

fn before(graph: &DecisionGraph, index: usize) -> Vec<(usize, Vec<AnswerId>)> {
    let leading =
        |node: &Node| joined(node).into_iter().find(|(next, _)| *next == Next::Node(index)).map(|(_, answers)| answers);
    graph.nodes.iter().enumerate().filter_map(|(parent, node)| Some((parent, leading(node)?))).collect()
}

/// A search in breadth from the start, later answers first.
fn paths(model: &Model, graph: &DecisionGraph) -> Vec<String> {
    let mut paths: Vec<Option<String>> = vec![None; graph.nodes.len()];
    let mut next_up = VecDeque::new();
    if let Some(start) = paths.first_mut() {
        *start = Some(String::new());
        next_up.push_back((0, String::new()));
    }
    while let Some((index, path)) = next_up.pop_front() {
        let node = &graph.nodes[index];
        for (next, answers) in joined(node).into_iter().rev() {
            let Next::Node(child) = next else { continue };
            if paths[child].is_none() {
                let longer = format!("{path}{}/", part(model, node.question, &answers));
                paths[child] = Some(longer.clone());
                next_up.push_back((child, longer));
            }
        }
    }
    paths.into_iter().map(|it| it.expect("every node was found from the start")).collect()
}

fn part(model: &Model, question: QuestionId, answers: &[AnswerId]) -> String {
    let question = model.question(question);
    let answers: Vec<&str> = answers.iter().map(|it| question.answers[it.index()].as_str()).collect();
    format!("{}-{}", question.id, answers.join("-"))
}
