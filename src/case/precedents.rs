//! Precedents: historical cases, their answers by analogy, what was given, and whether it held.
//! One team wrote both the rules and these encodings, so a match is a consistency check and not a proof.

use serde::{Deserialize, Serialize};

use crate::case::{AnswerId, GuaranteeId, QuestionId, SourceId};
use crate::unpack::packed;

packed! {
    /// A historical case by analogy, without its sentences.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Precedent {
        pub id: String,
        /// Answers by analogy; every other question takes its article value.
        pub answers: Vec<(QuestionId, AnswerId)>,
        /// The guarantee that was really given, in the terms of the model.
        pub given: GuaranteeId,
        pub held: Held,
        /// Shown beside the guarantee that was given, as the only one there.
        pub shown: bool,
        /// Never empty.
        pub sources: Vec<SourceId>,
    }

    /// Whether what was given held.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct PrecedentText {
        pub name: String,
        pub given: String,
        pub held: String,
        /// Only for those that are shown beside a guarantee.
        pub likeness: Option<LikenessText>,
    }

    /// How far a precedent is like the subject of the article: similar, not the same.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct LikenessText {
        pub similar: String,
        pub differs: String,
    }
}
