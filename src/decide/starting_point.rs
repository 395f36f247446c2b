//! Starting points: somebody else's answers, from which a reader starts.

use crate::{
    case::{AnswerId, Model, QuestionId},
    decide::interview::{Choice, Choices},
};

/// Answers that name some questions, with the article's value for every other.
pub fn in_full(model: &Model, named: &[(QuestionId, AnswerId)]) -> Vec<(QuestionId, AnswerId)> {
    let value = |question: QuestionId| {
        let named = named.iter().find(|it| it.0 == question).map(|it| it.1);
        (question, named.unwrap_or(model.question(question).article_value))
    };
    model.question_ids().map(value).collect()
}

/// How many questions a reader has answered in another way, or opened or closed, since starting from these answers.
pub fn changed(model: &Model, choices: &Choices, started: &[(QuestionId, AnswerId)]) -> u32 {
    let differs = |question: &QuestionId| {
        let before = started.iter().find(|it| it.0 == *question).map(|it| it.1);
        let now = match choices.get(*question) {
            Choice::Answer(answer) => Some(answer),
            Choice::Unasked | Choice::Unsure => None,
        };
        before != now
    };
    model.question_ids().filter(differs).count() as u32
}
