//! The changes of the rules, version by version. Readers with an older version on their device are notified when they
//! accept the new one.

use serde::Deserialize;

use crate::case::{
    dates::Date,
    load::{
        problem::Problem,
        resolver::{Names, place, word},
        schema::Placed,
        toml_file::{Document, join, quoted},
    },
};

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// The `version` in `model.toml` while this version is the newest.
    pub version: String,
    pub date: Date,
}

/// A `[[change]]` as an editor writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleChangeSource {
    version: Placed,
    date: Placed,
}

/// The path of the file below the case folder.
pub const FILE: &str = "changes.toml";

/// Every `[[change]]`, as it is written.
pub fn read(document: Option<&mut Document>) -> Vec<RuleChangeSource> {
    let Some(document) = document else { return Vec::new() };
    let changes = document.list("change");
    document.nothing_else();
    changes
}

impl Names {
    /// The newest one must be the version of the model, so that no version goes without a word.
    pub fn make_changes(&mut self, sources: &[RuleChangeSource], version: Option<&Placed>) -> Vec<RuleChange> {
        self.file = FILE;
        let mut made: Vec<RuleChange> = Vec::new();
        for source in sources {
            let Some(date) = self.date(&source.date) else { continue };
            let version = word(&source.version);
            if version.trim().is_empty() {
                self.problem(
                    &source.version,
                    "The version is empty.".to_owned(),
                    "Write a version here and in model.toml, such as \"2\".".to_owned(),
                );
            }
            if made.iter().any(|it| it.version == version) {
                self.problem(
                    &source.version,
                    format!("The version `{version}` is there twice."),
                    "Give one of the two its own version, or join them.".to_owned(),
                );
            }
            if let Some(before) = made.last().filter(|it| it.date.surely_after(date)) {
                self.problem(
                    &source.date,
                    format!("Version `{version}` stands below `{}`, which is later.", before.version),
                    "Put the newest version last, or correct one of the two dates.".to_owned(),
                );
            }
            made.push(RuleChange { version, date });
        }
        let is_told = made.iter().any(|it| it.version.trim().is_empty());
        if let Some(version) = version.filter(|it| it.get_ref().trim().is_empty() && !is_told) {
            self.problems.push(Problem {
                place: place("model.toml", version),
                says: "The version is empty.".to_owned(),
                remedy: "Write one, such as version = \"2\".".to_owned(),
            });
        }
        let newest = sources.last().map(|it| &it.version);
        if let (Some(version), Some(newest)) = (version, newest)
            && version.get_ref() != newest.get_ref()
        {
            let (version, newest_word) = (version.get_ref(), word(newest));
            let remedy = if made.iter().any(|it| it.version == *version) {
                format!(
                    "Write version = {} in model.toml, or remove the changes after `{version}`.",
                    quoted(&newest_word)
                )
            } else {
                format!(
                    "Add a [[change]] with version = {} and its date, and say under [{}] in every language what has changed.",
                    quoted(version),
                    join("change", version)
                )
            };
            let says = format!("The rules are at version `{version}`, but the newest change is `{newest_word}`.");
            self.problem(newest, says, remedy);
        }
        made
    }
}

/// Their versions, which are also the keys of their sentences.
pub fn versions(changes: &[RuleChange]) -> Vec<String> {
    changes.iter().map(|it| it.version.clone()).collect()
}
