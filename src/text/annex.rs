//! The interface's sentences that only the outcome's page needs. They travel in the annex, not in the edition.

use serde::{Deserialize, Serialize};

/// One language of the outcome's page. `{n}`, `{name}` … stand for what `fill` puts in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct AnnexText {
    pub landscape: LandscapeText,
    pub together: TogetherText,
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
    pub excluded: &'static str,
    pub impossible: &'static str,
    pub as_table: &'static str,
    pub keys: &'static str,
}

/// The way from one reader's outcome to a group.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TogetherText {
    pub title: &'static str,
    pub lead: &'static str,
    pub enlarge: &'static str,
    pub leave: &'static str,
}
