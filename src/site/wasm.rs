//! The wasm: in two chunks for the pages, in one piece by wasm-pack for everything else, and built only where something
//! that goes into it has changed.
//! Which sources go into it says cargo, in the dep-info that it writes beside the wasm: a list by hand would be right
//! on the day when it was written.

pub mod chunks;
pub mod minify;
pub mod names;
pub mod path_remapping;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use crate::site::{
    build::compilers,
    dev::setup,
    failure::Failure,
    files::{self, Folders},
    programs, progress,
    wasm::names::{GLUE, LATER, WASM},
};

/// How the wasm is built.
struct Build {
    /// The folder for what is made.
    name: &'static str,
    title: &'static str,
    form: Form,
    feature: &'static str,
    made: &'static [&'static str],
}

/// Who builds it: wasm-pack can't take a chunk out.
enum Form {
    InChunks,
    /// For a target as wasm-pack names it.
    Whole(&'static str),
}

const IN_CHUNKS: Build = Build {
    name: "wasm",
    title: "Building the wasm (about a minute; the first time up to five)",
    form: Form::InChunks,
    feature: "split",
    made: &[GLUE, WASM, LATER],
};

const WHOLE: Build = Build {
    name: "whole",
    title: "Building the wasm in one piece (about a minute)",
    // A page that is opened from a disk may import nothing, so this is no module.
    form: Form::Whole("no-modules"),
    feature: "browser",
    made: &[GLUE, WASM],
};

const ENGINE: Build = Build {
    name: "engine",
    title: "Building the engine's wasm (about a minute)",
    form: Form::Whole("web"),
    feature: "package",
    made: &[GLUE, WASM],
};

/// The folder with the engine's wasm, for the package, up to date.
///
/// # Errors
/// As `built`.
pub fn engine(folders: &Folders) -> Result<PathBuf, Failure> {
    up_to_date(folders, &ENGINE)
}

/// The folder with the wasm in one piece, up to date.
///
/// # Errors
/// As `built`.
pub fn whole(folders: &Folders) -> Result<PathBuf, Failure> {
    up_to_date(folders, &WHOLE)
}

/// The folder with all of these, up to date.
///
/// # Errors
/// A tool that is missing and can't be installed, or what the compiler says.
pub fn built(folders: &Folders) -> Result<PathBuf, Failure> {
    up_to_date(folders, &IN_CHUNKS)
}

/// Everything but its sources that decides what the wasm is: settings, crates, and how this program has it built.
const INPUTS: [&str; 7] = [
    ".cargo",
    "Cargo.toml",
    "Cargo.lock",
    "src/site/wasm.rs",
    "src/site/wasm/chunks.rs",
    "src/site/wasm/names.rs",
    "src/site/wasm/path_remapping.rs",
];

fn up_to_date(folders: &Folders, build: &Build) -> Result<PathBuf, Failure> {
    let step = "building the wasm";
    let made = folders.work.join(build.name);
    let stamp = folders.work.join(format!("{}.stamp", build.name));
    let unread = |it| Failure::step(step, it, "Make the file readable.");
    let is_fresh = is_fresh(&folders.root, &fs::read_to_string(&stamp).unwrap_or_default()).map_err(unread)?;
    if is_fresh && build.made.iter().all(|it| made.join(it).is_file()) {
        return Ok(made);
    }
    let dep_info = folders.wasm_dep_info();
    let _ = fs::remove_file(&dep_info);
    let before = files::digest(&folders.root, &["src"], |_| true).map_err(unread)?;
    setup::for_wasm(folders)?;
    // All that cargo links lies in one place, and it would take what another build has left there for its own.
    let _ = fs::remove_file(folders.linked_wasm());
    let mut command = match build.form {
        Form::InChunks => chunks::linking(folders, build.feature),
        Form::Whole(target) => packing(folders, build.feature, target, &made),
    };
    progress::run(
        build.title,
        &mut command,
        &folders.work.join(format!("log/{}.txt", build.name)),
        "If the code was just changed, correct it. If something could not be fetched, try again when you are online.",
    )?;
    if matches!(build.form, Form::InChunks) {
        chunks::split(&folders.linked_wasm(), &made)
            .map_err(|it| Failure::step(step, it, "Type: cargo clean --release --target wasm32-unknown-unknown"))?;
    }
    let listed = fs::read_to_string(&dep_info).map_err(|it| Failure::step(step, it, "Type: cargo clean --release"))?;
    // What is saved while the compiler runs may be in the wasm or not: without a stamp it is built once more.
    let stands = files::digest(&folders.root, &["src"], |_| true).map_err(unread)? == before;
    let content =
        if stands { stamped(&folders.root, &sources(&folders.root, &listed)).map_err(unread)? } else { String::new() };
    fs::write(stamp, content).map_err(|it| Failure::step(step, it, "Make room on the disk."))?;
    Ok(made)
}

/// The command that builds the wasm in one piece, with its glue.
fn packing(folders: &Folders, feature: &str, target: &str, made: &Path) -> Command {
    let mut command = Command::new(programs::program("wasm-pack"));
    command.current_dir(&folders.root).env("PATH", programs::path());
    command.args(["build", "--target", target, "--release", "--no-typescript", "--no-pack"]);
    // wasm-pack wants the package's folder between its own flags and cargo's.
    command.arg("--out-dir").arg(made).args([".", "--no-default-features", "--features", feature]);
    command.arg("--config").arg(path_remapping::setting(folders));
    command
}

/// The stamp of a finished wasm: one hash over everything that it was made of, then its sources, one a line.
fn stamped(root: &Path, sources: &[String]) -> io::Result<String> {
    let inputs: Vec<&str> = INPUTS.into_iter().chain(sources.iter().map(String::as_str)).collect();
    let hash = files::digest(root, &inputs, |_| true)?;
    Ok(format!("{hash} {}\n{}\n", compilers::hash(), sources.join("\n")))
}

/// Whether the wasm with this stamp would come out alike today. Another source can join only by way of a listed one.
fn is_fresh(root: &Path, stamp: &str) -> io::Result<bool> {
    let sources: Vec<String> = stamp.lines().skip(1).map(str::to_owned).collect();
    Ok(!sources.is_empty() && stamped(root, &sources)? == stamp)
}

/// The sources in a dep-info of cargo's, by their names below the package if they lie in it. The first line is
/// `OUTPUT: SOURCE SOURCE`, with a backslash before a space in a path.
fn sources(root: &Path, dep_info: &str) -> Vec<String> {
    let line = dep_info.lines().next().unwrap_or_default();
    let listed = line.split_once(": ").map_or("", |it| it.1).replace("\\ ", "\0");
    let paths = listed.split(' ').filter(|it| !it.is_empty()).map(|it| it.replace('\0', " "));
    let name = |path: String| match Path::new(&path).strip_prefix(root) {
        Ok(below) => files::name_below(Path::new(""), below),
        Err(_) => path,
    };
    paths.map(name).collect()
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::{INPUTS, is_fresh, sources, stamped};

    #[test]
    fn the_sources_are_those_that_cargo_lists() {
        let listed = "/a b/target/x.wasm: /a\\ b/src/lib.rs /a\\ b/src/text/dates.rs /else/where/part.rs\n\n/a: /b\n";
        let listed = listed.replace("/a b/target", "/a\\ b/target");
        assert_eq!(sources(Path::new("/a b"), &listed), ["src/lib.rs", "src/text/dates.rs", "/else/where/part.rs"]);
        assert!(sources(Path::new("/a"), "").is_empty());
    }

    #[test]
    fn every_source_and_setting_of_the_wasm_makes_it_stale_and_nothing_else_does() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let root = folder.path();
        let sources = ["src/lib.rs", "src/text/dates.rs"].map(str::to_owned);
        let config = ".cargo/config.toml";
        let inputs = INPUTS.map(|it| if it == ".cargo" { config } else { it });
        let counting: Vec<&str> = inputs.into_iter().chain(sources.iter().map(String::as_str)).collect();
        for name in counting.iter().chain(&["src/text/en/mod.rs", "src/site/pages.rs"]) {
            let path = root.join(name);
            fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("there is room for a folder");
            fs::write(path, "before").expect("there is room for a file");
        }
        let stamp = stamped(root, &sources).expect("all of it can be read");
        let fresh = || is_fresh(root, &stamp).expect("all of it can be read");
        assert!(fresh());
        for name in counting {
            fs::write(root.join(name), "after").expect("there is room for a file");
            assert!(!fresh(), "{name} has changed");
            fs::remove_file(root.join(name)).expect("it was there");
            assert!(!fresh(), "{name} is gone");
            fs::write(root.join(name), "before").expect("there is room for a file");
            assert!(fresh(), "{name} is what it was");
        }
        for name in ["src/text/en/mod.rs", "src/site/pages.rs", "src/text/new.rs"] {
            fs::write(root.join(name), "after").expect("there is room for a file");
            assert!(fresh(), "{name} is in no wasm");
        }
        // One by another compiler, or of before there were lists.
        assert!(!is_fresh(root, &stamp.replacen(' ', " 0", 1)).expect("all of it can be read"));
        assert!(!is_fresh(root, &stamp[..64]).expect("all of it can be read"));
        assert!(!is_fresh(root, "").expect("all of it can be read"));
    }
}
