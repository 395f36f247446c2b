//! The names of the files that a wasm is built into.

/// The JavaScript that loads the wasm, and the wasm, as wasm-pack names them.
pub const GLUE: &str = "which_guarantee.js";
pub const WASM: &str = "which_guarantee_bg.wasm";

/// The JavaScript that loads the piece of the wasm that comes later, and the piece, as the splitter names them.
pub const LOADER: &str = "pieces.js";
pub const LATER: &str = "split_later.wasm";
