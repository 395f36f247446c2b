//! Every sentence about the case in one language, in the order of the model's lists.

use serde::Serialize;

use crate::case::ids::{
    ActorId, AnswerId, ChapterId, ConditionId, FlagId, GuaranteeId, PresetId, QuestionId, ReadingId, SectionId, TermId,
};
use crate::unpack::packed;

packed! {
    /// All sentences of one language; each list is as long as the model's list of the same name.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Sentences {
        /// BCP 47 tag.
        pub locale: String,
        /// The language's own name.
        pub name: String,
        /// Says what the tool is about, where it stands alone: in tabs, in search results, in frames.
        pub title: String,
        /// For the masthead and the name of the app.
        pub short_title: String,
        pub standfirst: String,
        pub description: String,
        pub disclaimer: String,
        pub disclaimer_long: String,
        /// Options of which the article does not speak.
        pub not_discussed: String,
        pub article: ArticleText,
        /// Names of the article's sections.
        pub sections: Vec<String>,
        /// Names of those who decide.
        pub actors: Vec<String>,
        pub terms: Vec<TermText>,
        /// Names of the chapters.
        pub chapters: Vec<String>,
        pub questions: Vec<QuestionText>,
        pub conditions: Vec<ConditionText>,
        pub guarantees: Vec<GuaranteeText>,
        pub normalisations: Vec<NormalisationText>,
        pub readings: Vec<ReadingText>,
        pub flags: Vec<FlagText>,
        pub presets: Vec<PresetText>,
    }

    /// The article as readers cite it.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct ArticleText {
        pub title: String,
        pub authors: String,
        pub publisher: String,
        pub published: String,
        /// URL of the article.
        pub address: String,
    }

    /// A term and its explanation.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct TermText {
        pub name: String,
        pub means: String,
    }

    /// The sentences of a question; `answers` is as long as the question's list.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct QuestionText {
        pub asks: String,
        pub hint: String,
        /// For lists and table headings.
        pub short: String,
        /// Completes "it depends on ...".
        pub in_text: String,
        pub answers: Vec<AnswerText>,
    }

    /// The sentences of an answer.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct AnswerText {
        pub says: String,
        pub more: String,
        pub short: String,
    }

    /// The sentences of a condition.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct ConditionText {
        /// A phrase for what must hold.
        pub needs: String,
        /// A sentence for where it does not.
        pub missing: String,
        /// The missing condition in a few words, for the ladder.
        pub brief: String,
    }

    /// The sentences of a guarantee.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct GuaranteeText {
        pub name: String,
        pub short: String,
        /// The name as it stands in a sentence.
        pub in_text: String,
        pub what: String,
        /// In one line, for the place under the name.
        pub line_for: String,
        /// In one line, for the place under the name.
        pub line_against: String,
        pub pro: String,
        pub contra: String,
        pub price: String,
        pub rated: String,
        /// Only for guarantees that are never chosen.
        pub never: Option<NeverText>,
    }

    /// Why a guarantee is never chosen.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct NeverText {
        pub reason: String,
        pub brief: String,
        /// Only for those that apply in some worlds alone.
        pub not_applicable: Option<String>,
    }

    /// Why a normalisation is made.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct NormalisationText {
        /// To a reader whose answers it changes.
        pub says: String,
        /// To one who reads how the rules work.
        pub method: String,
    }

    /// A passage that can be read two ways, and both.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct ReadingText {
        /// A question.
        pub name: String,
        /// The other interpretation in a few words, as it stands in a list within a sentence.
        pub brief: String,
        pub passage: String,
        pub base: String,
        pub other: String,
        pub effect: String,
    }

    /// The sentences of a notice beside an outcome.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct FlagText {
        pub title: String,
        pub says: String,
    }

    /// Whose answers a preset has, and on what they rest.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
    pub struct PresetText {
        pub name: String,
        pub says: String,
    }
}

impl Sentences {
    /// The name of a section.
    pub fn section(&self, id: SectionId) -> &str {
        &self.sections[id.index()]
    }

    /// The name of somebody who decides.
    pub fn actor(&self, id: ActorId) -> &str {
        &self.actors[id.index()]
    }

    /// The sentences of a term.
    pub fn term(&self, id: TermId) -> &TermText {
        &self.terms[id.index()]
    }

    /// The name of a chapter.
    pub fn chapter(&self, id: ChapterId) -> &str {
        &self.chapters[id.index()]
    }

    /// The sentences of a question.
    pub fn question(&self, id: QuestionId) -> &QuestionText {
        &self.questions[id.index()]
    }

    /// The sentences of an answer to a question.
    pub fn answer(&self, question: QuestionId, answer: AnswerId) -> &AnswerText {
        &self.questions[question.index()].answers[answer.index()]
    }

    /// The sentences of a condition.
    pub fn condition(&self, id: ConditionId) -> &ConditionText {
        &self.conditions[id.index()]
    }

    /// The sentences of a guarantee.
    pub fn guarantee(&self, id: GuaranteeId) -> &GuaranteeText {
        &self.guarantees[id.index()]
    }

    /// The sentences of a reading.
    pub fn reading(&self, id: ReadingId) -> &ReadingText {
        &self.readings[id.index()]
    }

    /// The sentences of a flag.
    pub fn flag(&self, id: FlagId) -> &FlagText {
        &self.flags[id.index()]
    }

    /// The sentences of a preset.
    pub fn preset(&self, id: PresetId) -> &PresetText {
        &self.presets[id.index()]
    }
}
