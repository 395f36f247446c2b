//! The command line `cargo site …`: everything that touches files, runs other programs or serves the site.
//! Standard output carries data alone. Progress and messages go to standard error.

pub mod failure;
pub mod files;
pub mod progress;

pub mod check;
pub mod grade;
mod findings;
pub mod report;
pub mod table;
pub mod certificate;
pub mod diff;
pub mod graph;

pub mod setup;
pub mod build;
mod compilers;
mod wasm;
pub mod remap;
pub mod link;
mod shorten;
pub mod assets;
pub mod styles;
pub mod scripts;
mod icon;
pub mod kit;
pub mod pages;
mod method;
mod drawing;
pub mod leaves;
pub mod trail;
mod step;
mod guarantee;
mod catalogue;
mod about;
mod front;
mod surroundings;
pub mod head;
pub mod policy;
mod linked_data;
pub mod cards;
mod paint;
mod found;
pub mod security;
pub mod framed;
pub mod embedding;
pub mod snippets;
pub mod oembed;
pub mod one_file;
pub mod worker;
pub mod hosting;
mod compress;
pub mod weight;
pub mod scale;

pub mod serve;
pub mod reproduce;
pub mod test;
pub mod bench;
