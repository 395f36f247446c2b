//! "The article says": scenarios whose outcome the article fixes or excludes, kept as tests of the rules.

use crate::case::{AnswerId, GuaranteeId, QuestionId, SectionId};

#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub id: String,
    /// Answers of the scenario; every other question takes its article value.
    pub answers: Vec<(QuestionId, AnswerId)>,
    pub expects: Expectation,
    pub section: SectionId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    Outcome(GuaranteeId),
    /// None of these is the outcome.
    Excludes(Vec<GuaranteeId>),
}
