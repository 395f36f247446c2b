//! `cargo site test`: every test of every kind, one kind after the other, up to the first that fails.

use std::process::Command;

use crate::site::{
    build::{self, Worker},
    dev::setup::{self, program},
    failure::Failure,
    files::Folders,
    progress::say,
};

/// Tests of the site that drive no browser by WebDriver; two open Chromium by themselves. Those of the case and the engine alone run in the step before them.
const WITHOUT_BROWSER: [&str; 20] = [
    "check",
    "cli",
    "markup",
    "packing",
    "budgets",
    "offline",
    "sharing",
    "embedding",
    "cards",
    "crawl",
    "walk",
    "another_case",
    "new_language",
    "hosting",
    "supply",
    "tokens",
    "architecture",
    "fuzzed",
    "package",
    "dmn",
];

/// Sets up, builds, and runs all tests; their output is passed through.
///
/// # Errors
/// The first step that failed, by name.
pub fn test(folders: &Folders) -> Result<(), Failure> {
    setup::for_tests(folders)?;
    build::build(folders, Worker::Keeps)?;
    // The features of the journeys wherever there is a browser or a site, so that all of these are compiled once.
    let steps = [
        // First, while this very program is the last that was compiled.
        ("The same bytes from another folder", reproducing()),
        ("The case and the engine, without Yew", cargo("--features authoring")),
        ("Everything that runs without a browser", without_browser()),
        ("Lighthouse", cargo("--features journeys --test lighthouse")),
        ("Taking over in Chromium and Firefox", taking_over()),
        ("Journeys in Chromium, Firefox and WebKit", cargo("--features journeys --test journeys")),
    ];
    let count = steps.len();
    for (index, (name, mut command)) in steps.into_iter().enumerate() {
        say(&format!("\n{} of {count}: {name}", index + 1));
        let status = command.current_dir(&folders.root).env("PATH", setup::path()).status();
        let why = match status {
            Ok(status) if status.success() => continue,
            Ok(status) => format!("It ended with {status}; what failed stands above."),
            Err(error) => format!("It could not be started: {error}."),
        };
        let step = format!("{} of {count}, {name}", index + 1);
        let remedy = format!("This step alone: {}", shown(&command));
        return Err(Failure::step(&step, why, &remedy));
    }
    say("\nAll tests passed.");
    Ok(())
}

fn cargo(arguments: &str) -> Command {
    let mut command = Command::new("cargo");
    command.arg("test").args(arguments.split(' '));
    command
}

fn without_browser() -> Command {
    let mut command = cargo("--features journeys --lib --bins");
    for name in WITHOUT_BROWSER {
        command.args(["--test", name]);
    }
    command
}

fn reproducing() -> Command {
    let mut command = Command::new("cargo");
    command.args(["site", "reproduce"]);
    command
}

fn taking_over() -> Command {
    let mut command = Command::new(program("wasm-pack"));
    command.args(["test", "--headless", "--chrome", "--firefox"]);
    // Given by path, or wasm-pack would download drivers of its own, which do not fit the installed browsers.
    command.arg("--chromedriver").arg(program("chromedriver"));
    command.arg("--geckodriver").arg(program("geckodriver"));
    // A loaded machine takes longer than the twenty seconds that are the default.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    command.args([".", "--no-default-features", "--features", "authoring,browser,ssr", "--test", "takeover"]);
    command
}

fn shown(command: &Command) -> String {
    let arguments: Vec<_> = command.get_args().map(|it| it.to_string_lossy()).collect();
    format!("{} {}", command.get_program().to_string_lossy(), arguments.join(" "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// A test that no step names would never run, and one that needs the site would not compile without it.
    #[test]
    fn every_test_is_run_by_a_step() {
        let manifest: toml::Table = include_str!("../../../Cargo.toml").parse().expect("Cargo.toml is TOML");
        let tests = manifest["test"].as_array().expect("tests are listed");
        let text = |it: &toml::Value| it.as_str().expect("names are texts").to_owned();
        let needing = |feature: &str| -> BTreeSet<_> {
            let needs = |it: &&toml::Value| it["required-features"][0].as_str() == Some(feature);
            tests.iter().filter(needs).map(|it| text(&it["name"])).collect()
        };
        let of_steps = WITHOUT_BROWSER.iter().chain(&["lighthouse"]).map(|it| (*it).to_owned()).collect();
        assert_eq!(needing("site"), of_steps);

        let listed: BTreeSet<_> = tests.iter().map(|it| text(&it["name"])).collect();
        for entry in std::fs::read_dir("tests").expect("there are tests").flatten() {
            let path = entry.path();
            let is_test = path.extension().is_some_and(|it| it == "rs") || path.join("main.rs").is_file();
            let name = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
            assert!(!is_test || listed.contains(&name), "Cargo.toml does not say what {name} needs");
        }
    }
}
