//! Mistakes in the files of a case, and the places where they stand.

use std::ops::Range;

/// One file of a case: its path below the case folder, with `/`, and its text.
#[derive(Clone, Debug)]
pub struct CaseFile {
    pub name: String,
    pub text: String,
}

/// A mistake in a case file: where it stands, what is wrong and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub says: String,
    pub remedy: String,
}

/// A range of bytes in a named file; empty where the whole file is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub span: Range<usize>,
}

/// The places that a check of the whole space may have to point at, indexed like the model's lists.
#[derive(Debug, Default)]
pub struct Places {
    pub questions: Vec<Place>,
    pub answers: Vec<Vec<Place>>,
    pub guarantees: Vec<Place>,
    pub readings: Vec<Place>,
    pub improvements: Vec<Place>,
    pub claims: Vec<Place>,
}
