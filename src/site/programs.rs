//! The programs of the machine: where they are looked for, and the answers of rustc.

use std::{env, ffi::OsString, path::PathBuf, process::Command};

/// A program by its whole path where it is installed; otherwise its name, so that the system can say what it lacks.
pub fn program(name: &str) -> PathBuf {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    search_folders().into_iter().map(|it| it.join(&file)).find(|it| it.is_file()).unwrap_or_else(|| name.into())
}

/// Where programs are looked for. Debian's folder of servers and cargo's own come last; not every machine has them on
/// its PATH.
pub fn path() -> OsString {
    env::join_paths(search_folders()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
}

fn search_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    folders.push("/usr/sbin".into());
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    folders.extend(home.or_else(|| Some(env::home_dir()?.join(".cargo"))).map(|it| it.join("bin")));
    folders
}

/// Whether a program is installed.
pub fn is_installed(name: &str) -> bool {
    program(name).is_absolute()
}

/// The answer of the rustc that cargo takes; none where it gives none.
pub fn rustc(arguments: &[&str]) -> Option<String> {
    let output = Command::new("rustc").args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok().filter(|_| output.status.success())
}
