//! The wasm in two chunks: links it so that it can be taken apart, takes out the chunk that loads later, and writes the
//! glue for the other. wasm-pack can't do it: it has wasm-bindgen read what the linker left, with nothing between.

use std::{fs, path::Path, process::Command};

use wasm_bindgen_cli_support::{Bindgen, EncodeInto};
use wasm_split_cli_support::{Options, transform};

use crate::site::{
    files::Folders,
    programs,
    wasm::{
        names::{GLUE, LATER, LOADER, NAME},
        path_remapping,
    },
};

/// The command that compiles and links.
pub fn linking(folders: &Folders, feature: &str) -> Command {
    let mut command = Command::new(programs::program("cargo"));
    command.current_dir(&folders.root).args(["rustc", "--lib", "--release", "--target", "wasm32-unknown-unknown"]);
    command.args(["--no-default-features", "--features", feature, "--config"]).arg(path_remapping::setting(folders));
    // The splitter goes by names and relocations. Flags behind the dashes are for this crate alone: all others are
    // compiled once for every wasm.
    command.args(["--", "-C", "strip=none", "-C", "link-arg=--emit-relocs"]);
    command
}

/// Writes the glue and both chunks of the linked wasm to the folder `made`.
///
/// # Errors
/// A message if a file cannot be read or written, if the splitter or wasm-bindgen fails, or if the wasm has another
/// later chunk than `LATER`.
pub fn split(linked: &Path, made: &Path) -> Result<(), String> {
    let whole = fs::read(linked).map_err(|it| it.to_string())?;
    let first = made.join("first.wasm");
    take_apart(&whole, &first, made)?;
    bind(&first, made)?;
    fs::remove_file(first).map_err(|it| it.to_string())
}

fn take_apart(whole: &[u8], first: &Path, made: &Path) -> Result<(), String> {
    let (loader, glue) = (format!("./{LOADER}"), format!("./{GLUE}"));
    let mut options = Options::new(whole);
    options.main_out_path = first;
    options.output_dir = made;
    options.link_name = &loader;
    options.main_module = &glue;
    let chunks = transform(options).map_err(|it| format!("{it:#}"))?.split_modules;
    // It writes a loader, too. Ours is in `src/js/page/`, and knows of one chunk.
    fs::remove_file(made.join(LOADER)).map_err(|it| it.to_string())?;
    if chunks == [made.join(LATER)] { Ok(()) } else { Err(format!("The wasm has other chunks: {chunks:?}.")) }
}

fn bind(first: &Path, made: &Path) -> Result<(), String> {
    let written = |bindgen: &mut Bindgen| {
        // The later chunk imports the table of functions, which wasm-bindgen counts among the linker's own exports.
        bindgen.web(true)?.input_path(first).out_name(NAME).keep_lld_exports(true).omit_default_module_path(false);
        // Every browser that can load this wasm has it.
        bindgen.encode_into(EncodeInto::Always).generate(made)
    };
    written(&mut Bindgen::new()).map_err(|it| format!("{it:#}"))
}
