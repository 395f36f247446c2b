//! The engine: computes exactly what follows from answers, by look-ups in one small table of every world.
//! It knows no sentence, no language, no browser and no file, and it cannot fail.

pub mod answers;
pub mod rules;
pub mod table;
pub mod outcomes;

pub mod decision;
pub mod asking;
pub mod changes;
pub mod reasons;
pub mod deciding;
pub mod reverse;
pub mod difference;
pub mod gathering;
pub mod diagram;
pub mod board;
pub mod landscape;
pub mod comparison;
pub mod borrowed;
pub mod report;

pub mod audit;
pub mod proofs;
