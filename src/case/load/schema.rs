//! The case as an editor writes it: the schema of every file but the sentences.
//! Every id keeps its place in the file, so that a mistake can be shown where it stands.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::case::{Kind, precedents::Held, timeline::Direction};

/// An id or value with its place.
pub type Placed = Spanned<String>;
/// `{ war = ["peace", "victory"] }`
pub type PatternSource = BTreeMap<Placed, Vec<Placed>>;
/// `{ war = "peace" }`
pub type AnswersSource = BTreeMap<Placed, Placed>;

/// A list entry that has nothing but its id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub id: Placed,
}

/// `[[question]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionSource {
    pub id: Placed,
    pub chapter: Placed,
    pub kind: Kind,
    pub answers: Vec<Placed>,
    pub article_value: Placed,
    pub article_section: Option<Placed>,
    #[serde(default)]
    pub article_inferred: bool,
    pub decided_by: Vec<Placed>,
    #[serde(default)]
    pub terms: Vec<Placed>,
    #[serde(default)]
    pub same_outcome: Vec<Vec<Placed>>,
    /// Its ids in earlier versions.
    #[serde(default)]
    pub was: Vec<Placed>,
    /// `{ truce = "armistice" }`: ids that its answers had in earlier versions.
    #[serde(default)]
    pub answers_were: AnswersSource,
}

/// `[[normalise]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NormalisationSource {
    pub id: Placed,
    pub when: PatternSource,
    pub set: Option<AnswersSource>,
    pub idle: Option<Placed>,
    pub section: Option<Placed>,
    #[serde(default)]
    pub inferred: bool,
}

/// `[[improvement]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImprovementSource {
    pub question: Placed,
    pub from: Placed,
    pub to: Placed,
}

/// `[[condition]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionSource {
    pub id: Placed,
    pub question: Placed,
    pub answers: Vec<Placed>,
    pub section: Placed,
    #[serde(default)]
    pub inferred: bool,
}

/// `[[guarantee]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuaranteeSource {
    pub id: Placed,
    pub strength: Option<Spanned<u8>>,
    pub needs: Option<Vec<Placed>>,
    #[serde(default)]
    pub never: bool,
    #[serde(default)]
    pub applies: PatternSource,
    #[serde(default)]
    pub interim: bool,
    #[serde(default)]
    pub floor: bool,
    pub section: Placed,
    #[serde(default)]
    pub inferred: bool,
    #[serde(default)]
    pub price_inferred: bool,
    #[serde(default)]
    pub forecast: bool,
}

/// `[[reading]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingSource {
    pub id: Placed,
    /// Its ids in earlier versions.
    #[serde(default)]
    pub was: Vec<Placed>,
    pub section: Placed,
    #[serde(default)]
    pub inferred: bool,
    #[serde(default)]
    pub swap: Vec<SwapSource>,
    #[serde(default)]
    pub drop: Vec<Placed>,
    #[serde(default)]
    pub add: Vec<AddSource>,
    #[serde(default)]
    pub above: Vec<AboveSource>,
}

/// `swap` of a reading: one condition in the place of another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwapSource {
    pub guarantee: Placed,
    pub from: Placed,
    pub to: Placed,
}

/// `add` of a reading: a guarantee that can be chosen under it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddSource {
    pub guarantee: Placed,
    pub needs: Vec<Placed>,
    pub above: Placed,
}

/// `above` of a reading: a guarantee that is stronger under it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AboveSource {
    pub guarantee: Placed,
    pub over: Placed,
}

/// `[[flag]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagSource {
    pub id: Placed,
    #[serde(default)]
    pub when: PatternSource,
    #[serde(default)]
    pub outcome: Vec<Placed>,
    pub section: Option<Placed>,
    #[serde(default)]
    pub inferred: bool,
}

/// `[[preset]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetSource {
    pub id: Placed,
    pub answers: AnswersSource,
    pub dated: Placed,
    pub sources: Vec<Placed>,
}

/// `[landscape]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LandscapeSource {
    pub across: Placed,
    pub down: Placed,
    pub within: Option<Placed>,
}

/// `[[claim]]` of `claims.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimSource {
    pub id: Placed,
    pub answers: AnswersSource,
    pub outcome: Option<Placed>,
    pub excludes: Option<Vec<Placed>>,
    pub section: Placed,
    #[serde(default)]
    pub inferred: bool,
}

/// `[[precedent]]` of `precedents.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrecedentSource {
    pub id: Placed,
    pub answers: AnswersSource,
    pub given: Placed,
    pub held: Held,
    #[serde(default)]
    pub shown: bool,
    pub sources: Vec<Placed>,
}

/// `[[event]]` of `timeline.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventSource {
    pub id: Placed,
    pub date: Placed,
    pub until: Option<Placed>,
    #[serde(default)]
    pub undated: bool,
    /// `{ treaty = "for" }`
    pub touches: BTreeMap<Placed, Direction>,
    pub reading: Option<Placed>,
    pub sources: Vec<Placed>,
}

/// `[[source]]` of `sources.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSource {
    pub id: Placed,
    pub title: Placed,
    /// The language of the title; left out where it is the first one of the case.
    pub lang: Option<Placed>,
    pub publisher: Placed,
    /// ISO 8601 year, month or day; "undated" with a `seen` date where the source has none.
    pub date: Placed,
    pub seen: Option<Placed>,
    #[serde(default)]
    pub second_hand: bool,
    pub address: Placed,
    #[serde(default)]
    pub also: Vec<ReferenceSource>,
}

/// `also` of a source: one more place that says the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceSource {
    /// Left out where it is that of the source.
    pub title: Option<Placed>,
    pub lang: Option<Placed>,
    pub publisher: Placed,
    pub date: Placed,
    pub seen: Option<Placed>,
    #[serde(default)]
    pub second_hand: bool,
    pub address: Placed,
}
