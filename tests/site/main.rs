//! The command line and the pages, without a browser that is driven by WebDriver.
//! `cargo test --features site --test site` runs all of it, `… -- markup::` what one file holds. Lighthouse wants a
//! machine that has nothing else to do, so that `cargo site test` runs it in a step of its own.

mod check;
mod cli;
mod another_case;
mod new_language;
mod fuzzed;
mod markup;
mod packing;
mod cards;
mod reducer;
mod sharing;
mod tokens;
mod supply_chain;
mod budgets;
mod crawl;
mod walk;
mod embed;
mod offline;
mod architecture;
mod hosting;
mod traffic;
mod package;
mod dmn;
mod lighthouse;
mod median;

mod dist;
mod modules;
mod prerendered;
#[path = "../support/needed_files.rs"]
mod needed_files;
#[path = "../support/server.rs"]
mod server;
#[path = "../support/mod.rs"]
mod support;
