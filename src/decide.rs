//! The engine: computes exactly what follows from answers, by look-ups in one small table of every world.
//! It knows no sentence, no language, no browser and no file, and it cannot fail.

pub mod answers;
pub mod rules;
pub mod table;
pub mod outcomes;

pub mod decision;
pub mod interview;
pub mod explain;
pub mod group;
pub mod decision_graph;
pub mod board;
pub mod landscape;
pub mod comparison;
pub mod starting_point;
pub mod report;

pub mod verify;
