//! The interface's sentences that only the outcome's page needs. They travel in the annex, not in the edition.

use serde::{Deserialize, Serialize};

use crate::text::Plural;

/// One language of the outcome's page. `{n}`, `{name}` … stand for what `fill` puts in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct AnnexText {
    pub landscape: LandscapeText,
    pub sharing: SharingText,
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

/// "Pass it on".
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharingText {
    pub title: &'static str,
    pub lead: &'static str,
    pub link_title: &'static str,
    pub link_copy: &'static str,
    pub link_share: &'static str,
    pub words_title: &'static str,
    pub words_lead: &'static str,
    pub words_copy: &'static str,
    pub picture_title: &'static str,
    pub picture_lead: &'static str,
    pub picture_show: &'static str,
    pub picture_wide: &'static str,
    pub picture_square: &'static str,
    /// `{name}`
    pub picture_alt: &'static str,
    pub picture_save: &'static str,
    pub picture_share: &'static str,
    pub picture_failed: &'static str,
    pub picture_refused: &'static str,
    pub code_title: &'static str,
    pub code_lead: &'static str,
    pub code_show: &'static str,
    pub code_name: &'static str,
    pub paper_title: &'static str,
    pub paper_lead: &'static str,
    pub paper_print: &'static str,
    pub citation_title: &'static str,
    pub citation_copy: &'static str,
    /// `{tool}`, `{version}`, `{title}`, `{authors}`, `{publisher}`, `{published}`, `{name}`, `{address}`
    pub citation: &'static str,
    pub copied: &'static str,
    pub copy_refused: &'static str,
    pub share_refused: &'static str,
    /// Names the text field from which a text is copied by hand.
    pub by_hand: &'static str,
    /// Above the outcome where it is read without the page around it.
    pub kicker: &'static str,
    pub card_answers: &'static str,
    pub card_settled: &'static str,
    /// `{n}`
    pub card_more: Plural,
    pub sheet_others: &'static str,
}
