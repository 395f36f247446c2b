//! The interface's sentences that only the outcome's page needs. They travel in the annex, not in the edition.

use serde::{Deserialize, Serialize};

/// One language of the outcome's page. `{n}`, `{name}` … stand for what `fill` puts in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct AnnexText {
    pub landscape: LandscapeText,
    pub history: HistoryWords,
}

/// The grid of worlds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LandscapeText {
    pub title: &'static str,
    pub lead: &'static str,
    pub across: &'static str,
    pub down: &'static str,
    pub within: &'static str,
    pub within_none: &'static str,
    /// `{down}`, `{across}`
    pub grid_name: &'static str,
    pub here: &'static str,
    /// Said of a cell whose outcome is not settled.
    pub open: &'static str,
    pub open_key: &'static str,
    pub excluded: &'static str,
    pub impossible: &'static str,
    pub as_table: &'static str,
    pub keys: &'static str,
}

/// Precedents and the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryWords {
    pub precedent_title: &'static str,
    /// Above every precedent: similar, not the same.
    pub precedent_lead: &'static str,
    pub given: &'static str,
    pub held: &'static str,
    pub similar: &'static str,
    pub differs: &'static str,
    pub sources: &'static str,

    pub timeline_title: &'static str,
    pub timeline_lead: &'static str,
    /// `{date}`
    pub kept_until: &'static str,
    pub none: &'static str,
    pub towards: &'static str,
    pub away: &'static str,
    pub neither: &'static str,
    /// Said of an event whose reports carry no date; `{date}`
    pub undated: &'static str,
    pub dates: DateWords,
}

/// How a language writes dates.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateWords {
    /// The months after a day: "11 July".
    pub months_of: [&'static str; 12],
    /// The months by themselves.
    pub months: [&'static str; 12],
    /// `{day}`, `{month}`, `{year}`
    pub day: &'static str,
    /// `{month}`, `{year}`
    pub month: &'static str,
}
