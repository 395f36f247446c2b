//! The pasted links of a group: their outcomes, and the lines that could not be used as they were.

use crate::{
    case::{
        links::{Line, lines},
        permalink::Permalink,
    },
    decide::{
        group::{Group, MOST},
        rules::{Readings, Rules},
    },
    view::edition::Edition,
};

/// The links and the problems found in pasted text.
#[derive(PartialEq)]
pub struct ParsedLinks {
    pub group: Group,
    /// Lines that could not be taken as they stand.
    pub faults: Vec<Fault>,
    /// Links beyond the most that are taken at once.
    pub left_out: u32,
}

/// A line of the input that counts for nothing or only in part.
#[derive(PartialEq)]
pub struct Fault {
    pub line: u32,
    pub kind: FaultKind,
}

/// The reason why a line counts for nothing or only in part.
#[derive(PartialEq)]
pub enum FaultKind {
    NoAnswer,
    Mended {
        /// Parts that were not understood.
        dropped: u8,
        /// Positions of the normalisations that overruled an answer.
        overruled: Vec<usize>,
    },
}

impl ParsedLinks {
    /// In what was pasted, a link a line.
    pub fn of(edition: &Edition, pasted: &str) -> Self {
        let model = &edition.model;
        let rules = Rules::of(model, Readings::BASE);
        let mut faults = Vec::new();
        let mut links: Vec<Permalink> = Vec::new();
        for Line { number, link } in lines(model, pasted) {
            if link.answers.is_empty() {
                faults.push(Fault { line: number, kind: FaultKind::NoAnswer });
                continue;
            }
            let overruled = rules.contradictions(rules.space.with_answers(&link.answers));
            if link.dropped > 0 || !overruled.is_empty() {
                faults.push(Fault { line: number, kind: FaultKind::Mended { dropped: link.dropped, overruled } });
            }
            links.push(link);
        }
        let left_out = links.len().saturating_sub(MOST) as u32;
        Self { group: Group::of(model, &links), faults, left_out }
    }
}
