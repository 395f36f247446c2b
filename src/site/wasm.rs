//! The wasm: built by wasm-pack, and only where something that goes into it has changed.

use std::{fs, path::PathBuf, process::Command};

use crate::site::{
    failure::Failure,
    files::{self, Folders},
    progress, setup,
};

/// The JavaScript that loads the wasm, and the wasm, as wasm-pack names them.
pub const GLUE: &str = "which_guarantee.js";
pub const WASM: &str = "which_guarantee_bg.wasm";

/// The folder with up-to-date glue and wasm.
///
/// # Errors
/// A tool that is missing and can't be installed, or what the compiler says.
pub fn built(folders: &Folders) -> Result<PathBuf, Failure> {
    let step = "building the wasm";
    let made = folders.work.join("wasm");
    let stamp = folders.work.join("wasm.stamp");
    let key = files::digest(&folders.root, &["Cargo.toml", "Cargo.lock", "src"], goes_into_wasm)
        .map_err(|it| Failure::step(step, it, "Make the file readable."))?;
    let is_fresh = fs::read_to_string(&stamp).is_ok_and(|it| it == key);
    if is_fresh && made.join(GLUE).is_file() && made.join(WASM).is_file() {
        return Ok(made);
    }
    setup::for_wasm(folders)?;
    let mut command = Command::new(setup::program("wasm-pack"));
    command.current_dir(&folders.root).env("PATH", setup::path());
    command.args(["build", "--target", "web", "--release", "--no-typescript", "--no-pack"]);
    // wasm-pack wants the package's folder between its own flags and cargo's.
    command.arg("--out-dir").arg(&made).args([".", "--no-default-features", "--features", "hydration"]);
    progress::run(
        "Building the wasm (about a minute; the first time up to five)",
        &mut command,
        &folders.work.join("log/wasm.txt"),
        "If the code was just changed, correct it. If something could not be fetched, try again when you are online.",
    )?;
    fs::write(stamp, key).map_err(|it| Failure::step(step, it, "Make room on the disk."))?;
    Ok(made)
}

/// Whether a file can make a difference to the wasm. What only native code uses can't:
/// the sentences travel in the editions, so a corrected one rebuilds no wasm.
fn goes_into_wasm(name: &str) -> bool {
    !["src/site/", "src/bin/", "src/text/"].iter().any(|it| name.starts_with(it))
        && name != "src/site.rs"
        && !name.ends_with(".js")
}
