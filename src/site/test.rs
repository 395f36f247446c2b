//! `cargo site test`: every test of every kind, one kind after the other, up to the first that fails.

use std::process::Command;

use crate::site::{
    build::{self, Worker},
    failure::Failure,
    files::Folders,
    progress::say,
    setup::{self, program},
};

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
        (
            "Everything that runs without a browser",
            cargo(
                "--features journeys --lib --bins --test check --test cli --test markup --test packing --test budgets --test offline --test sharing --test embedding --test cards --test crawl --test walk --test another_case --test hosting --test supply --test fuzzed",
            ),
        ),
        ("Lighthouse's floors", cargo("--features journeys --test lighthouse")),
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
