//! The sentences about use without a network. Those of the page travel in a script of their own, which comes last.

use serde::Serialize;

/// One language.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OfflineText {
    pub ready: &'static str,
    pub update: &'static str,
    pub keeps: &'static str,
    pub changed: &'static str,
    pub take: &'static str,
    pub later: &'static str,
    pub close: &'static str,

    pub missing_title: &'static str,
    pub missing: &'static str,
    pub again: &'static str,

    pub file_title: &'static str,
    pub file_lead: &'static str,
    /// `{name}`, `{size}`
    pub file_link: &'static str,
    /// `{hash}`
    pub file_hash: &'static str,
}
