//! The command line `cargo site …`: everything that touches files, runs other programs or serves the site.
//! Standard output carries data alone. Progress and messages go to standard error.

pub mod failure;
pub mod files;
pub mod programs;
pub mod progress;
pub mod routes;

pub mod commands;
pub mod build;
pub mod wasm;
pub mod html;
pub mod pages;
pub mod social;
pub mod hosting;
pub mod dev;
