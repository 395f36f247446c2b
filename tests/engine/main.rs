//! The case and the engine, without Yew. `cargo test --test engine` runs all of it, `… -- table::` what one file holds.
// wasm-pack builds every test that has its features for the browser too; these read files.
#![cfg(not(target_arch = "wasm32"))]

mod table;
mod sets;
mod claims;
mod proofs;
mod small_case;
mod mutated_case;
mod loading;
mod background;
mod sentence_lengths;
mod glossary;
mod links;
mod interview;
mod reasoning;
mod comparing;
mod board;
mod landscape;
mod group;

mod outcomes;
mod sentences;
#[path = "../support/mod.rs"]
mod support;
