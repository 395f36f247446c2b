//! Why an outcome is what it is, and what would make it another one.

pub mod reasons;
pub mod counterfactuals;
pub mod preconditions;
pub mod contrast;
pub mod most_informative;
