//! The sentences of one language, and who has read them.

use crate::case::{background::BackgroundText, dates::Date, sentences::Sentences};

/// All sentences of a case in one language, as they were loaded.
pub struct LanguageText {
    pub sentences: Sentences,
    pub background: BackgroundText,
    /// One sentence for each version of the rules: its change.
    pub changes: Vec<String>,
    pub review: Review,
}

/// Who has read the sentences of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Review {
    /// The other languages are translated from this one.
    Original,
    /// A native editor has read the translation.
    Read { by: String, on: Date },
    /// Nobody has yet.
    Unread,
}
