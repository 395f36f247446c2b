//! The walk without script: a page for every question, with links for answers.

pub mod routes;
pub mod page;
