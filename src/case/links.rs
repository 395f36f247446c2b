//! Many permalinks at once, as a group pastes them: one a line, whole addresses or only the part behind the `#`.

use crate::case::{
    Model,
    permalink::{self, Permalink},
};

/// A line that has something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, blank lines included.
    pub number: u32,
    /// Without answers where the line is not a link to any.
    pub link: Permalink,
}

/// Reads every line that is not blank. The language of an address does not matter, and what stands before its `#`
/// neither; a line without `#` is taken for the part behind it.
pub fn lines(model: &Model, pasted: &str) -> Vec<Line> {
    let numbered = pasted.lines().zip(1..).map(|(it, number)| (it.trim(), number));
    numbered
        .filter(|(line, _)| !line.is_empty())
        .map(|(line, number)| {
            let fragment = line.split_once('#').map_or(line, |it| it.1);
            Line { number, link: permalink::parse(model, fragment) }
        })
        .collect()
}
