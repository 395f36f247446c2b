//! The sentences of the method page. It is prerendered alone, so they never travel to the browser's edition.

use crate::{decide::verify::proofs::Proven, text::message::Plural};

/// The method page in one language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MethodText {
    pub title: &'static str,
    pub lead: &'static str,
    pub back: &'static str,

    pub table_title: &'static str,
    pub table_lead: &'static str,
    pub table_guarantee: &'static str,
    pub table_any: &'static str,
    pub table_section: &'static str,
    pub normalise_title: &'static str,
    pub assumptions_title: &'static str,
    pub assumptions_lead: &'static str,

    pub walk_title: &'static str,
    /// `{n}`
    pub walk_lead: Plural,
    pub walk_description: &'static str,
    pub walk_as_table: &'static str,
    pub walk_number: &'static str,
    pub walk_question: &'static str,
    pub walk_answers: &'static str,

    pub proofs_title: &'static str,
    pub proofs_lead: &'static str,
    pub proofs_property: &'static str,
    pub proofs_checked: &'static str,
    pub proofs_result: &'static str,
    pub proofs_holds: &'static str,
    pub proofs_fails: &'static str,
    pub total: &'static str,
    pub reachable: &'static str,
    pub answers_matter: &'static str,
    pub rows_sound: &'static str,
    pub monotone: &'static str,
    pub improvements: &'static str,
    pub settled_is_final: &'static str,
    pub one_answer_away: &'static str,
    pub changes_minimal: &'static str,
    pub claims: &'static str,
    /// Of the test cases that are our own.
    pub conclusions: &'static str,
    pub unproven_title: &'static str,
    pub unproven: &'static str,

    pub counts_title: &'static str,
    /// `{worlds}`, `{given}`
    pub counts_lead: &'static str,
    pub counts_all: &'static str,
    pub counts_given: &'static str,
    pub influence_title: &'static str,
    /// `{given}`
    pub influence_lead: &'static str,
    pub readings_title: &'static str,
    /// `{given}`
    pub readings_lead: &'static str,
    pub count: &'static str,

    pub precedents_title: &'static str,
    pub precedents_lead: &'static str,
    /// `{n}`, `{total}`
    pub precedents_matched: &'static str,
    pub precedents_case: &'static str,
    pub precedents_given: &'static str,
    pub precedents_held: &'static str,
    pub precedents_rules: &'static str,
    pub precedents_match: &'static str,
    /// `{name}`
    pub precedents_miss: &'static str,

    pub data_title: &'static str,
    /// `data_licence` follows in the same paragraph.
    pub data_lead: &'static str,
    /// `{worlds}`
    pub data_outcomes: &'static str,
    pub data_table: &'static str,
    pub data_sentences: &'static str,
    pub data_certificate: &'static str,
    pub data_licence: &'static str,

    pub changes_title: &'static str,
    pub changes_lead: &'static str,
    /// `{version}`, `{date}`
    pub changes_version: &'static str,

    /// `{version}`, `{hash}`
    pub version: &'static str,
}

impl MethodText {
    /// The property in a sentence.
    pub fn property(&self, property: Proven) -> &'static str {
        match property {
            Proven::Total => self.total,
            Proven::Reachable => self.reachable,
            Proven::AnswersMatter => self.answers_matter,
            Proven::RowsSound => self.rows_sound,
            Proven::Monotone => self.monotone,
            Proven::Improvements => self.improvements,
            Proven::SettledIsFinal => self.settled_is_final,
            Proven::OneAnswerAway => self.one_answer_away,
            Proven::ChangesMinimal => self.changes_minimal,
            Proven::Claims => self.claims,
            Proven::Conclusions => self.conclusions,
        }
    }
}
