//! One TOML file of a case, taken apart entry by entry, so that one bad entry does not hide the next.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use crate::case::{
    load::{CaseFile, Place, Problem},
    source::Placed,
};

/// A parsed file whose entries are taken one by one, so that one bad entry does not hide the next.
pub struct Document<'a> {
    pub file: &'a CaseFile,
    table: DeTable<'a>,
    /// Ids of entries that do not fit the schema.
    pub unreadable: Vec<String>,
    pub problems: Vec<Problem>,
}

impl<'a> Document<'a> {
    pub fn open(files: &'a [CaseFile], name: &str, problems: &mut Vec<Problem>) -> Option<Self> {
        let Some(file) = files.iter().find(|it| it.name == name) else {
            problems.push(Problem {
                place: Place { file: name.to_owned(), span: 0..0 },
                says: format!("The file {name} is missing from the case."),
                remedy: format!("Put {name} back; the other cases in version control show its form."),
            });
            return None;
        };
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        if errors.is_empty() {
            return Some(Document { file, table: table.into_inner(), unreadable: Vec::new(), problems: Vec::new() });
        }
        problems.extend(errors.iter().map(|it| syntax_problem(file, it)));
        None
    }

    /// The text under a key at the top; None and a problem where there is none, with an example in the remedy.
    pub fn string(&mut self, key: &str, example: &str) -> Option<Placed> {
        let found = self.table.remove(key);
        let span = found.as_ref().map_or(0..0, Spanned::span);
        let wrong = if found.is_none() { "is missing" } else { "must be a text" };
        let text = found.and_then(|it| it.get_ref().as_str().map(str::to_owned));
        if text.is_none() {
            let remedy = format!("Write {key} = \"{example}\" at the top.");
            self.problem(span.clone(), format!("`{key}` {wrong}."), remedy);
        }
        text.map(|it| Spanned::new(span, it))
    }

    /// Whether there is a value under a key at the top that has not been taken.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// All entries `[[key]]` that fit the schema; the others become problems.
    pub fn list<T: DeserializeOwned>(&mut self, key: &str) -> Vec<T> {
        let Some(value) = self.table.remove(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(entries) = value.into_inner() else {
            self.problem(span, format!("`{key}` must be a list."), format!("Begin each entry with [[{key}]]."));
            return Vec::new();
        };
        let mut made = Vec::new();
        for entry in entries {
            let entry_span = entry.span();
            let id = entry.get_ref().get("id").and_then(|it| it.get_ref().as_str()).map(str::to_owned);
            match T::deserialize(ValueDeserializer::from(entry)) {
                Ok(it) => made.push(it),
                Err(error) => {
                    self.unreadable.extend(id);
                    self.problem(
                        error.span().unwrap_or(entry_span),
                        format!("This [[{key}]] can't be read: {}.", error.message().trim_end_matches('.')),
                        "Compare it with its neighbours, or with “Every entry of a case” in GUIDE.md; text and dates stand in quotes.".to_owned(),
                    );
                }
            }
        }
        made
    }

    /// The one table `[key]`; none where it is missing or does not fit the schema, which becomes a problem.
    pub fn entry<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let value = self.table.remove(key)?;
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(it) => Some(it),
            Err(error) => {
                self.problem(
                    error.span().unwrap_or(span),
                    format!("[{key}] can't be read: {}.", error.message().trim_end_matches('.')),
                    "The comment above it says what belongs in.".to_owned(),
                );
                None
            }
        }
    }

    pub fn nothing_else(&mut self) {
        for (key, value) in std::mem::take(&mut self.table) {
            let span = if key.span().is_empty() { value.span() } else { key.span() };
            self.problem(
                span,
                format!("`{}` is not a part of {}.", key.get_ref(), self.file.name),
                "Correct its spelling or remove it.".to_owned(),
            );
        }
    }

    fn problem(&mut self, span: Range<usize>, says: String, remedy: String) {
        self.problems.push(Problem { place: Place { file: self.file.name.clone(), span }, says, remedy });
    }
}

/// A mistake against TOML itself.
pub fn syntax_problem(file: &CaseFile, error: &toml::de::Error) -> Problem {
    let message = error.message().trim_end_matches('.');
    let remedy = if message.contains("duplicate") {
        "It stands in this file twice; remove one of the two."
    } else {
        "Look for a missing quote, bracket or equals sign here or just before."
    };
    Problem {
        place: Place { file: file.name.clone(), span: error.span().unwrap_or(0..0) },
        says: format!("This is not TOML: {message}."),
        remedy: remedy.to_owned(),
    }
}
