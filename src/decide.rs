//! The engine: what follows from answers, exactly, because every world is in one small table.
//! It knows no sentence, no language, no browser and no file, and it can't fail.

pub mod answers;
pub mod rules;
pub mod table;

pub mod decision;
pub mod asking;
pub mod changes;
pub mod reasons;
pub mod deciding;
pub mod reverse;
pub mod difference;
pub mod gathering;
pub mod diagram;
pub mod landscape;
pub mod comparison;
pub mod borrowed;

pub mod audit;
pub mod proofs;
