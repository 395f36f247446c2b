//! Precedents: historical cases, their answers by analogy, what was given, and whether it held.
//! The same hands wrote the rules and these encodings, so a match is a consistency check and no proof.

use serde::Deserialize;

use crate::case::{AnswerId, GuaranteeId, QuestionId};

#[derive(Clone, Debug, PartialEq)]
pub struct Precedent {
    pub id: String,
    /// Answers by analogy; every other question takes its article value.
    pub answers: Vec<(QuestionId, AnswerId)>,
    /// What was really given, in the terms of the model.
    pub given: GuaranteeId,
    pub held: Held,
    /// Ids in `sources.toml`.
    pub sources: Vec<String>,
}

/// Whether what was given held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    Yes,
    /// Yes, at a price.
    Price,
    Partly,
    SoFar,
    No,
    /// It can't be said yet.
    Open,
}

/// A precedent in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct PrecedentText {
    pub name: String,
    pub given: String,
    pub held: String,
}
