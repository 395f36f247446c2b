//! The content of a DMN file, before it is XML.

use crate::case::{AnswerId, Model, QuestionId, sentences::Sentences};

/// Everything that the file holds.
pub struct Document<'a> {
    pub model: &'a Model,
    pub sentences: &'a Sentences,
    /// The address of the site.
    pub namespace: &'a str,
    /// Each after those on which it depends; the last gives the outcome.
    pub decisions: Vec<Decision<'a>>,
}

/// A decision table with one output; the first rule that matches counts.
pub struct Decision<'a> {
    pub name: String,
    /// The question whose answer it normalises; none where it gives the outcome.
    pub normalises: Option<QuestionId>,
    pub label: &'a str,
    /// The questions in its columns, each with the name under which its answer is known by then.
    pub inputs: Vec<(QuestionId, String)>,
    /// Values of the output, as FEEL.
    pub values: Vec<String>,
    pub rules: Vec<Rule<'a>>,
}

/// A rule of a decision table.
pub struct Rule<'a> {
    /// For each column the answers that match; none where every answer does.
    pub tests: Vec<Option<Vec<AnswerId>>>,
    /// FEEL.
    pub output: String,
    pub description: &'a str,
}

/// A text of FEEL. Ids need no escapes.
pub fn quoted(id: &str) -> String {
    format!("\"{id}\"")
}

/// An answer as FEEL.
pub fn quoted_answer(model: &Model, question: QuestionId, answer: AnswerId) -> String {
    quoted(&model.question(question).answers[answer.index()])
}

/// Every answer to a question as FEEL.
pub fn quoted_answers(model: &Model, question: QuestionId) -> Vec<String> {
    model.question(question).answers.iter().map(|it| quoted(it)).collect()
}
