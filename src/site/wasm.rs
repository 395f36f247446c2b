//! The wasm: built by wasm-pack in two pieces, and only where something that goes into it has changed.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use crate::site::{
    failure::Failure,
    files::{self, Folders},
    link, progress, remap, setup,
};

/// The JavaScript that loads the wasm, and the wasm, as wasm-pack names them.
pub const GLUE: &str = "which_guarantee.js";
pub const WASM: &str = "which_guarantee_bg.wasm";
/// The JavaScript that loads the piece of the wasm that comes later, and the piece, as the splitter names them.
pub const LOADER: &str = "pieces.js";
pub const LATER: &str = "split_later.wasm";

/// The JavaScript and the wasm in one piece, for the tool in one file.
pub const WHOLE_GLUE: &str = GLUE;
pub const WHOLE_WASM: &str = WASM;

/// How the wasm is built.
struct Build {
    /// The folder for what is made.
    name: &'static str,
    title: &'static str,
    /// As wasm-pack names it.
    target: &'static str,
    feature: &'static str,
    made: &'static [&'static str],
}

const IN_PIECES: Build = Build {
    name: "wasm",
    title: "Building the wasm (about a minute; the first time up to five)",
    target: "web",
    feature: "split",
    made: &[GLUE, WASM, LOADER, LATER],
};

const WHOLE: Build = Build {
    name: "whole",
    title: "Building the wasm in one piece (about a minute)",
    // A page that is opened from a disk may import nothing, so this is no module.
    target: "no-modules",
    feature: "browser",
    made: &[WHOLE_GLUE, WHOLE_WASM],
};

/// The folder with the wasm in one piece, up to date.
///
/// # Errors
/// As `built`.
pub fn whole(folders: &Folders) -> Result<PathBuf, Failure> {
    up_to_date(folders, &WHOLE, Linker::Rusts)
}

/// The folder with all of these, up to date.
///
/// # Errors
/// A tool that is missing and can't be installed, or what the compiler says.
pub fn built(folders: &Folders) -> Result<PathBuf, Failure> {
    up_to_date(folders, &IN_PIECES, Linker::OurOwn)
}

/// Who links: only our own takes the later piece out.
#[derive(Clone, Copy)]
enum Linker {
    Rusts,
    OurOwn,
}

fn up_to_date(folders: &Folders, build: &Build, linker: Linker) -> Result<PathBuf, Failure> {
    let step = "building the wasm";
    let made = folders.work.join(build.name);
    let stamp = folders.work.join(format!("{}.stamp", build.name));
    let key = files::digest(&folders.root, &[".cargo", "Cargo.toml", "Cargo.lock", "src"], goes_into_wasm)
        .map_err(|it| Failure::step(step, it, "Make the file readable."))?;
    let is_fresh = fs::read_to_string(&stamp).is_ok_and(|it| it == key);
    if is_fresh && build.made.iter().all(|it| made.join(it).is_file()) {
        return Ok(made);
    }
    setup::for_wasm(folders)?;
    // Cargo would not link anew where only the linker has changed, which is this program; and both ways to build leave
    // what they link in the same place.
    let _ = fs::remove_file(folders.linked_wasm());
    let mut command = Command::new(setup::program("wasm-pack"));
    command.current_dir(&folders.root).env("PATH", setup::path());
    if matches!(linker, Linker::OurOwn) {
        let program = env::current_exe().map_err(|it| Failure::step(step, it, "Put the program back."))?;
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", program).env(link::SIGN, "yes");
    }
    command.args(["build", "--target", build.target, "--release", "--no-typescript", "--no-pack"]);
    // wasm-pack wants the package's folder between its own flags and cargo's.
    command.arg("--out-dir").arg(&made).args([".", "--no-default-features", "--features", build.feature]);
    command.arg("--config").arg(remap::setting(folders));
    progress::run(
        build.title,
        &mut command,
        &folders.work.join(format!("log/{}.txt", build.name)),
        "If the code was just changed, correct it. If something could not be fetched, try again when you are online.",
    )?;
    if matches!(linker, Linker::OurOwn) {
        gather(&link::pieces(&folders.linked_wasm()), &made)
            .map_err(|it| Failure::step(step, it, "Type: cargo clean --release --target wasm32-unknown-unknown"))?;
    }
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
    ["src/site/link.rs", "src/site/remap.rs"].contains(&name)
        || !["src/site/", "src/bin/", "src/text/"].iter().any(|it| name.starts_with(it))
            && name != "src/site.rs"
            && !name.ends_with(".js")
}
