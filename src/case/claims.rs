//! Scenarios whose outcome is fixed or excluded, kept as tests of the rules: those of the article, and conclusions of ours.

use crate::case::{AnswerId, GuaranteeId, QuestionId, SectionId};

/// A sentence of the article as a test: answers, and what must follow from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub id: String,
    /// Answers of the scenario; every other question takes its article value.
    pub answers: Vec<(QuestionId, AnswerId)>,
    pub expects: Expectation,
    pub section: SectionId,
    /// The article does not say it: it is our conclusion from what that section says.
    pub inferred: bool,
}

/// The outcome that a claim demands, or those that it forbids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    Outcome(GuaranteeId),
    /// None of these is the outcome.
    Excludes(Vec<GuaranteeId>),
}
