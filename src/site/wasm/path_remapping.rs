//! `--remap-path-prefix` flags: panics in the wasm then contain no paths of the building machine, and builds are
//! reproducible. The wasm also gets smaller.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::site::{files::Folders, programs::rustc};

/// The setting for cargo's `--config` with one flag for each folder. Unlike RUSTFLAGS, it joins what
/// `.cargo/config.toml` says of the same target, and it minds no spaces.
pub fn setting(folders: &Folders) -> String {
    let flags: Vec<String> = folders_and_names(folders)
        .iter()
        .map(|(folder, name)| format!("{:?}", format!("--remap-path-prefix={}={name}", folder.display())))
        .collect();
    format!("target.wasm32-unknown-unknown.rustflags=[{}]", flags.join(", "))
}

/// Every folder that a path in the wasm could begin with, and what stands there instead. Of two that fit, rustc takes
/// the one that comes later. Crates stand where those of the standard library do.
pub fn folders_and_names(folders: &Folders) -> Vec<(PathBuf, String)> {
    let mut all = vec![(folders.root.clone(), ".".to_owned())];
    all.extend(folders.work.parent().map(|it| (it.to_owned(), "target".to_owned())));
    all.extend(crates().into_iter().map(|it| (it, "/rust/deps".to_owned())));
    all.extend(standard_library());
    all
}

/// The folders into which cargo unpacks crates: one for each registry, named after its address.
fn crates() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let unpacked = home.map(|it| it.join("registry/src")).and_then(|it| fs::read_dir(it).ok());
    let mut folders: Vec<PathBuf> = unpacked.into_iter().flatten().flatten().map(|it| it.path()).collect();
    folders.sort();
    folders
}

/// The sources of the standard library, where they are installed; where they are not, rustc writes this name by itself.
fn standard_library() -> Option<(PathBuf, String)> {
    let root = rustc(&["--print", "sysroot"])?;
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|it| it.strip_prefix("commit-hash: "))?;
    Some((Path::new(root.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}
