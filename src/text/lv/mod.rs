//! Latvian.

pub mod tool;
pub mod outcome;
pub mod pages;
pub mod method;
pub mod group;
pub mod embed;
pub mod offline;
