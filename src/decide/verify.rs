//! Checks of a whole case: what its table does in every world, and what it must never do.

pub mod audit;
pub mod proofs;
