//! `cargo site bench`: sets up and builds what is measured, then has cargo run the benchmark in `benches/comparison/`. What
//! measures and what it measures beside ours are no part of this program.

use std::process::Command;

use crate::site::{
    build::{self, pwa::Worker},
    commands::package,
    dev::setup,
    failure::Failure,
    files::Folders,
    programs,
};

/// The benchmark's name in `Cargo.toml`.
const BENCH: &str = "comparison";

/// How the figures are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Table,
    Json,
}

/// Measures the page beside its twins; the figures go to standard output.
///
/// # Errors
/// A missing program that can't be installed, a site that can't be built, or a benchmark that fails.
pub fn page(folders: &Folders, runs: u8, form: Form) -> Result<(), Failure> {
    setup::for_page_bench(folders)?;
    build::build(folders, Worker::Keeps)?;
    run(folders, "page", runs, form)
}

/// Measures the engine beside others; the figures go to standard output.
///
/// # Errors
/// A missing program that can't be installed, a package that can't be built, or a benchmark that fails.
pub fn engine(folders: &Folders, runs: u8, form: Form) -> Result<(), Failure> {
    setup::for_engine_bench(folders)?;
    package::package(folders)?;
    run(folders, "engine", runs, form)
}

fn run(folders: &Folders, what: &str, runs: u8, form: Form) -> Result<(), Failure> {
    let mut command = Command::new("cargo");
    command.current_dir(&folders.root).env("PATH", programs::path());
    // What is measured runs in the browser, so that a release build would gain nothing; and the features of the tests, so
    // that what these have compiled is not compiled again.
    command.args(["bench", "--profile", "dev", "--features", "journeys", "--bench", BENCH, "--", what]);
    command.args(["--runs", &runs.to_string()]);
    if form == Form::Json {
        command.arg("--json");
    }
    let why = match command.status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => format!("It ended with {status}; what failed stands above."),
        Err(error) => format!("It could not be started: {error}."),
    };
    Err(Failure::step("measuring", why, "Try again while the machine has nothing else to do."))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::BENCH;

    #[test]
    fn cargo_knows_the_benchmark_and_what_it_needs() {
        let manifest: toml::Table = include_str!("../../../Cargo.toml").parse().expect("Cargo.toml is TOML");
        let listed = manifest["bench"].as_array().expect("benchmarks are listed");
        let listed = listed.iter().find(|it| it["name"].as_str() == Some(BENCH)).expect("this one is, too");
        assert_eq!(listed["harness"].as_bool(), Some(false));
        assert_eq!(listed["required-features"].as_array().map(Vec::len), Some(1));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches").join(BENCH);
        assert!(folder.join("main.rs").is_file());
    }
}
