//! For those who work on the tool: set up, serve, test, reproduce, measure.

pub mod setup;
pub mod serve;
pub mod reproduce;
pub mod test;
pub mod bench;
