//! The wasm: built by wasm-pack in two pieces, and only where something that goes into it has changed.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use crate::site::{
    failure::Failure,
    files::{self, Folders},
    link, progress, setup,
};

/// The JavaScript that loads the wasm, and the wasm, as wasm-pack names them.
pub const GLUE: &str = "which_guarantee.js";
pub const WASM: &str = "which_guarantee_bg.wasm";
/// The JavaScript that loads the piece of the wasm that comes later, and the piece, as the splitter names them.
pub const LOADER: &str = "pieces.js";
pub const LATER: &str = "split_later.wasm";

/// The folder with all of these, up to date.
///
/// # Errors
/// A tool that is missing and can't be installed, or what the compiler says.
pub fn built(folders: &Folders) -> Result<PathBuf, Failure> {
    let step = "building the wasm";
    let made = folders.work.join("wasm");
    let stamp = folders.work.join("wasm.stamp");
    let key = files::digest(&folders.root, &[".cargo", "Cargo.toml", "Cargo.lock", "src"], goes_into_wasm)
        .map_err(|it| Failure::step(step, it, "Make the file readable."))?;
    let is_fresh = fs::read_to_string(&stamp).is_ok_and(|it| it == key);
    if is_fresh && [GLUE, WASM, LOADER, LATER].iter().all(|it| made.join(it).is_file()) {
        return Ok(made);
    }
    setup::for_wasm(folders)?;
    // Cargo would not link anew where only the linker has changed, which is this program.
    let _ = fs::remove_file(folders.linked_wasm());
    let linker = env::current_exe().map_err(|it| Failure::step(step, it, "Put the program back."))?;
    let mut command = Command::new(setup::program("wasm-pack"));
    command.current_dir(&folders.root).env("PATH", setup::path());
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker).env(link::SIGN, "yes");
    command.args(["build", "--target", "web", "--release", "--no-typescript", "--no-pack"]);
    // wasm-pack wants the package's folder between its own flags and cargo's.
    command.arg("--out-dir").arg(&made).args([".", "--no-default-features", "--features", "split"]);
    progress::run(
        "Building the wasm (about a minute; the first time up to five)",
        &mut command,
        &folders.work.join("log/wasm.txt"),
        "If the code was just changed, correct it. If something could not be fetched, try again when you are online.",
    )?;
    gather(&link::pieces(&folders.linked_wasm()), &made)
        .map_err(|it| Failure::step(step, it, "Type: cargo clean --release --target wasm32-unknown-unknown"))?;
    fs::write(stamp, key).map_err(|it| Failure::step(step, it, "Make room on the disk."))?;
    Ok(made)
}

/// Puts what loads later beside the rest.
fn gather(pieces: &Path, made: &Path) -> io::Result<()> {
    for name in [LOADER, LATER] {
        fs::copy(pieces.join(name), made.join(name))?;
    }
    Ok(())
}

/// Whether a file can make a difference to the wasm. What only native code uses can't:
/// the sentences travel in the editions, so a corrected one rebuilds no wasm.
fn goes_into_wasm(name: &str) -> bool {
    name == "src/site/link.rs"
        || !["src/site/", "src/bin/", "src/text/"].iter().any(|it| name.starts_with(it))
            && name != "src/site.rs"
            && !name.ends_with(".js")
}
