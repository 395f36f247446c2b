//! The names of the files that a wasm is built into.

/// The name of the library, which wasm-bindgen takes for the two files below.
pub const NAME: &str = "which_guarantee";

/// The JavaScript that loads the wasm, and the wasm, as wasm-bindgen names them.
pub const GLUE: &str = "which_guarantee.js";
pub const WASM: &str = "which_guarantee_bg.wasm";

/// The script that loads the later chunk of the wasm, by which the first chunk imports it; it is in `src/js/page/`.
pub const LOADER: &str = "chunk_loader.js";

/// The later chunk, as the splitter names it.
pub const LATER: &str = "split_later.wasm";
