//! The whole table, for those who check the tool in one file against the site.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::{
    browser::page::read,
    case::permalink,
    decide::{answers::World, rules::Readings, table::Table},
    view::edition::Edition,
};

/// The outcome of every world, in the order of `cargo site table`: the position of the guarantee among all. A fragment
/// such as `readings=J1` says how the article is read.
///
/// # Errors
/// A sentence for the console where the edition can't be read.
#[wasm_bindgen]
pub fn outcomes(edition: &[u8], fragment: &str) -> Result<Uint8Array, JsValue> {
    let edition: &Edition = read(edition)?;
    let model = &edition.model;
    let readings = permalink::parse(model, fragment).readings;
    let table = Table::build(model, Readings::of(&readings));
    let outcomes: Vec<u8> = (0..table.rules.space.worlds()).map(|it| table.outcome(World(it)).0).collect();
    Ok(Uint8Array::from(outcomes.as_slice()))
}
