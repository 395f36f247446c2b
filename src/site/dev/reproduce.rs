//! `cargo site reproduce`: builds the site a second time, in another folder with other folders for cargo, and compares
//! every byte. So anybody can check that a site which is online was made of this source and of nothing else.

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    process::{self, Command},
};

use walkdir::WalkDir;

use crate::site::{
    build::{self, pwa::Worker},
    failure::Failure,
    files::{Folders, all_below, name_below},
    progress::say,
};

const STEP: &str = "building the site a second time";

/// Builds here and elsewhere, and compares.
///
/// # Errors
/// A build that fails, or files that differ, by name.
pub fn reproduce(folders: &Folders) -> Result<(), Failure> {
    build::build(folders, Worker::Keeps)?;
    let elsewhere = env::temp_dir().join(format!("which guarantee {}", process::id()));
    let second = second(folders, &elsewhere)?;
    let read = |it: &Path| contents(it).map_err(|it| Failure::step(STEP, it, "Make room on the disk."));
    let (ours, theirs) = (read(&folders.dist)?, read(&second)?);
    let names: Vec<&String> = ours.keys().chain(theirs.keys()).filter(|it| ours.get(*it) != theirs.get(*it)).collect();
    if names.is_empty() {
        let bytes: usize = ours.values().map(Vec::len).sum();
        say(&format!("All {} files are the same in both builds: {bytes} bytes.", ours.len()));
        return fs::remove_dir_all(elsewhere).map_err(|it| Failure::step(STEP, it, "Remove the folder by hand."));
    }
    let told: Vec<String> = names.iter().map(|it| difference(it, ours.get(*it), theirs.get(*it))).collect();
    let remedy = format!("The second build is in {}.", second.display());
    Err(Failure::step("comparing two builds", told.join("\n"), &remedy))
}

/// Builds a copy of the package in a folder whose name has spaces, with cargo's home and target folder elsewhere, too.
fn second(folders: &Folders, elsewhere: &Path) -> Result<PathBuf, Failure> {
    let failed = |it: io::Error| Failure::step(STEP, it, "Make room on the disk.");
    let package = elsewhere.join("one more level/package");
    copy(&folders.root, &package).map_err(failed)?;
    let home = elsewhere.join("home");
    mirror(&home).map_err(failed)?;
    // This very program, for what is to be compared is what it makes.
    let status = Command::new(env::current_exe().map_err(failed)?)
        .arg("build")
        .current_dir(&package)
        .env("CARGO_MANIFEST_DIR", &package)
        .env("CARGO_TARGET_DIR", elsewhere.join("target"))
        .env("CARGO_HOME", &home)
        .status()
        .map_err(failed)?;
    if status.success() {
        return Ok(package.join("dist"));
    }
    Err(Failure::step(STEP, format!("It ended with {status}."), "What failed stands above."))
}

/// Everything that may go into a build.
fn copy(root: &Path, package: &Path) -> io::Result<()> {
    let is_made = |name: &str| ["target", "dist", "dist.next", "dist.last", ".git", "node_modules"].contains(&name);
    let sources = WalkDir::new(root).into_iter().filter_entry(|it| !it.file_name().to_str().is_some_and(is_made));
    for entry in sources {
        let entry = entry.map_err(io::Error::other)?;
        let path = package.join(name_below(root, entry.path()));
        if entry.file_type().is_dir() {
            fs::create_dir_all(path)?;
        } else {
            fs::copy(entry.path(), path)?;
        }
    }
    Ok(())
}

/// Cargo's home under another name, with nothing to fetch again.
fn mirror(home: &Path) -> io::Result<()> {
    fs::create_dir_all(home)?;
    let own = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    for entry in fs::read_dir(own.unwrap_or_default())? {
        let entry = entry?;
        link(&entry.path(), &home.join(entry.file_name()))?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(there: &Path, here: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(there, here)
}

/// Windows lets few people make links.
#[cfg(not(unix))]
fn link(there: &Path, here: &Path) -> io::Result<()> {
    for entry in WalkDir::new(there) {
        let entry = entry.map_err(io::Error::other)?;
        let path = here.join(name_below(there, entry.path()));
        if entry.file_type().is_dir() {
            fs::create_dir_all(path)?;
        } else {
            fs::copy(entry.path(), path)?;
        }
    }
    Ok(())
}

/// Every file below a folder, by its name there.
fn contents(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    all_below(folder)?.iter().map(|it| Ok((name_below(folder, it), fs::read(it)?))).collect()
}

fn difference(name: &str, ours: Option<&Vec<u8>>, theirs: Option<&Vec<u8>>) -> String {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            let at = ours.iter().zip(theirs).position(|(one, other)| one != other);
            let at = at.unwrap_or(ours.len().min(theirs.len()));
            format!("{name}: {} bytes and {} bytes, different from byte {at} on", ours.len(), theirs.len())
        }
        (Some(_), None) => format!("{name}: only in the first build"),
        _ => format!("{name}: only in the second build"),
    }
}
