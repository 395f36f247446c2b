//! The case: one article as data. It holds the questions, the guarantees with their conditions, and every sentence.
//! It is plain data with small index types. It decides nothing (see `decide`) and shows nothing (see `view`).

pub mod ids;
pub mod links;
pub mod sentences;
pub mod first_sentences;
pub mod claims;
pub mod background;
pub mod timeline;
pub mod precedents;
pub mod dates;
pub mod permalink;
pub mod by_id;
pub mod checksum;

#[cfg(feature = "authoring")]
pub mod load;

use serde::{Deserialize, Serialize};

use crate::case::sentences::Sentences;
use crate::unpack::packed;

// In a file of their own, because `sentences`, which stands below this one, knows them too.
pub use crate::case::ids::{
    ActorId, AnswerId, ChapterId, ConditionId, EventId, FlagId, GuaranteeId, PrecedentId, PresetId, QuestionId,
    ReadingId, SectionId, SourceId, TermId,
};

packed! {
    /// One case in one language: all that the engine and the page need.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Case {
        pub model: Model,
        pub sentences: Sentences,
    }

    /// The rules of a case: ids and numbers, no sentence. Every `…Id` is an index into one of these lists.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Model {
        /// Version of the rules, as readers cite it.
        pub version: String,
        /// Ids of the article's sections, in the order of the article.
        pub sections: Vec<String>,
        /// Ids of those who decide.
        pub actors: Vec<String>,
        /// Ids of the terms that are explained in place.
        pub terms: Vec<String>,
        /// Ids of the chapters that group the questions.
        pub chapters: Vec<String>,
        /// In the order of asking.
        pub questions: Vec<Question>,
        /// In the order in which they are applied.
        pub normalisations: Vec<Normalisation>,
        /// Turns for the better in questions without an order of strength, for the proofs.
        pub improvements: Vec<Improvement>,
        pub conditions: Vec<Condition>,
        /// Strongest first; those that are never chosen come last.
        pub guarantees: Vec<Guarantee>,
        pub readings: Vec<Reading>,
        pub flags: Vec<Flag>,
        pub presets: Vec<Preset>,
        /// The questions at the edges of the landscape, until a reader chooses others.
        pub landscape: Axes,
        pub former: Former,
    }

    /// A question with its allowed answers. Its sentences are `QuestionText`.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Question {
        pub id: String,
        pub chapter: ChapterId,
        pub kind: Kind,
        /// Ids of the answers; weakest to strongest where the kind is ordinal.
        pub answers: Vec<String>,
        /// The article's own value, which stands in for an open answer in the headline.
        pub article_value: AnswerId,
        /// The section in which the article says that value.
        pub article_section: Option<SectionId>,
        /// The value is our own starting assumption.
        pub article_inferred: bool,
        /// Who decides the answer.
        pub decided_by: Vec<ActorId>,
        /// Terms to explain beside the question.
        pub terms: Vec<TermId>,
        /// Groups of answers that are known to share every outcome at base readings.
        pub same_outcome: Vec<Vec<AnswerId>>,
    }

    /// Whether the answers of a question have an order of strength.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Kind {
        Nominal,
        Ordinal,
    }
}

/// Answers that count as agreeing, for some questions; a question that is not named agrees with any answer.
pub type Pattern = Vec<(QuestionId, Vec<AnswerId>)>;

packed! {
    /// A rewrite of worlds that no reader can mean into worlds that a reader can mean.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Normalisation {
        pub id: String,
        pub when: Pattern,
        pub effect: Effect,
        pub section: Option<SectionId>,
        pub inferred: bool,
    }

    /// The effect of a normalisation on the answers that it matches.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    pub enum Effect {
        /// The answers contradict each other; the question takes this answer instead.
        Set(QuestionId, AnswerId),
        /// The question is not asked; it takes its article value, whatever was answered.
        Idle(QuestionId),
    }

    /// A change of one answer that must never weaken the outcome.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    pub struct Improvement {
        pub question: QuestionId,
        pub from: AnswerId,
        pub to: AnswerId,
    }

    /// A condition of a row of the decision table: one question and the answers that satisfy it.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Condition {
        pub id: String,
        pub question: QuestionId,
        pub answers: Vec<AnswerId>,
        pub section: SectionId,
        pub inferred: bool,
    }

    /// A row of the decision table: an option, and the conditions under which it is plausible.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Guarantee {
        pub id: String,
        /// Order of strength for the proofs, larger is stronger; equally strong ones share a number, those never chosen
        /// have 0.
        pub strength: u8,
        pub needs: Vec<ConditionId>,
        /// Listed with its reason and never chosen.
        pub never: bool,
        /// The answers under which a guarantee that is never chosen is relevant; otherwise it does not apply.
        pub applies: Pattern,
        /// The outcome names what would stand until it takes effect.
        pub interim: bool,
        /// The guarantee that remains when nothing else is feasible. Readers see it listed only then.
        pub floor: bool,
        pub section: SectionId,
        pub inferred: bool,
        /// The article does not say its price: that sentence is ours.
        pub price_inferred: bool,
        /// The authors call it the most likely, so nothing answered has to lead to it. At most one.
        pub forecast: bool,
    }

    /// A place where the article can be understood in two ways. The model is the base, this is the alternative.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Reading {
        pub id: String,
        pub section: SectionId,
        pub inferred: bool,
        pub amendments: Vec<Amendment>,
    }

    /// The effect of a switched reading on one row.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub enum Amendment {
        /// One condition takes the place of another.
        Swap { guarantee: GuaranteeId, from: ConditionId, to: ConditionId },
        /// The guarantee can't be chosen.
        Drop(GuaranteeId),
        /// A guarantee that is never chosen can be, directly above another and as strong.
        Add { guarantee: GuaranteeId, needs: Vec<ConditionId>, above: GuaranteeId },
        /// The guarantee moves directly above another and becomes as strong.
        Above { guarantee: GuaranteeId, over: GuaranteeId },
    }

    /// A notice shown with an outcome when `when` holds.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Flag {
        pub id: String,
        pub when: Pattern,
        /// Outcomes that raise the flag; empty means all.
        pub outcomes: Vec<GuaranteeId>,
        pub section: Option<SectionId>,
        pub inferred: bool,
    }

    /// Somebody's answers, with a date and sources; never pre-filled.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Preset {
        pub id: String,
        pub answers: Vec<(QuestionId, AnswerId)>,
        /// ISO 8601 year and month, or day.
        pub dated: String,
        /// Ids in `sources.toml`.
        pub sources: Vec<String>,
    }

    /// The questions at the edges of a landscape; all different.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    pub struct Axes {
        pub across: QuestionId,
        pub down: QuestionId,
        /// Divides each answer of `across` once more.
        pub within: Option<QuestionId>,
    }

    /// Ids that links of earlier versions have, each with what it is called now.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct Former {
        pub questions: Vec<(String, QuestionId)>,
        pub answers: Vec<(QuestionId, String, AnswerId)>,
        pub readings: Vec<(String, ReadingId)>,
    }
}

impl Model {
    /// The ids of all questions, in the order of asking.
    pub fn question_ids(&self) -> impl DoubleEndedIterator<Item = QuestionId> + Clone + use<> {
        QuestionId::all(self.questions.len())
    }

    /// The ids of all guarantees, strongest first; those that are never chosen come last.
    pub fn guarantee_ids(&self) -> impl DoubleEndedIterator<Item = GuaranteeId> + Clone + use<> {
        GuaranteeId::all(self.guarantees.len())
    }

    /// The guarantees that can be chosen at base readings, strongest first.
    pub fn choosable(&self) -> impl DoubleEndedIterator<Item = GuaranteeId> + Clone {
        self.guarantee_ids().filter(|it| !self.guarantee(*it).never)
    }

    /// The question with an id of this model.
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The guarantee with an id of this model.
    pub fn guarantee(&self, id: GuaranteeId) -> &Guarantee {
        &self.guarantees[id.index()]
    }

    /// The condition with an id of this model.
    pub fn condition(&self, id: ConditionId) -> &Condition {
        &self.conditions[id.index()]
    }
}
