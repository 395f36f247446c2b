//! `cargo site test`: every test of every kind, one kind after the other, up to the first that fails.

use std::process::Command;

use crate::site::{
    build::{self, pwa::Worker},
    dev::setup,
    failure::Failure,
    files::Folders,
    programs::{self, program},
    progress::say,
};

/// The tests of the site that drive no browser by WebDriver; some open Chromium by themselves.
const SITE: &str = "test --features journeys --test site";
/// Their module that wants a machine with nothing else to do.
const LIGHTHOUSE: &str = "lighthouse::";

/// Sets up, builds, and runs all tests; their output is passed through.
///
/// # Errors
/// The first step that failed, by name.
pub fn test(folders: &Folders) -> Result<(), Failure> {
    setup::for_tests(folders)?;
    build::build(folders, Worker::Keeps)?;
    // Every `cargo test` has the feature `journeys`, so that the crates which they share are compiled once.
    let steps = [
        // First, while this very program is the last that was compiled.
        ("The same bytes from another folder", cargo("site reproduce")),
        ("The case and the engine without Yew", cargo("check --lib --features authoring")),
        (
            "The case, the engine, the command line and the pages",
            cargo(&format!("{SITE} --test engine --lib --bins -- --skip {LIGHTHOUSE}")),
        ),
        ("Lighthouse", cargo(&format!("{SITE} {LIGHTHOUSE}"))),
        ("Taking over in Chromium and Firefox", taking_over()),
        ("Journeys in Chromium, Firefox and WebKit", cargo("test --features journeys --test journeys")),
    ];
    let count = steps.len();
    for (index, (name, mut command)) in steps.into_iter().enumerate() {
        say(&format!("\n{} of {count}: {name}", index + 1));
        let status = command.current_dir(&folders.root).env("PATH", programs::path()).status();
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
    command.args(arguments.split(' '));
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
    use std::{
        collections::BTreeSet,
        fs,
        path::{Path, PathBuf},
    };

    use walkdir::WalkDir;

    use super::LIGHTHOUSE;

    /// The crates that the steps name.
    const CRATES: [&str; 4] = ["engine", "site", "takeover", "journeys"];

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
    }

    /// Cargo makes a crate of each file and of each `main.rs` beside these, and builds it without the features that it
    /// needs.
    #[test]
    fn every_crate_of_tests_is_run_by_a_step_and_says_what_it_needs() {
        let manifest: toml::Table = include_str!("../../../Cargo.toml").parse().expect("Cargo.toml is TOML");
        let listed = manifest["test"].as_array().expect("tests are listed").iter();
        let listed = listed.filter(|it| it.get("required-features").is_some()).filter_map(|it| it["name"].as_str());
        assert_eq!(listed.collect::<Vec<_>>(), CRATES);

        let there = fs::read_dir(folder()).expect("there are tests").flatten().map(|it| it.path());
        let there = there.filter(|it| it.extension().is_some_and(|it| it == "rs") || it.join("main.rs").is_file());
        let there: BTreeSet<_> = there.filter_map(|it| Some(it.file_stem()?.to_str()?.to_owned())).collect();
        assert_eq!(there, CRATES.map(str::to_owned).into());
    }

    /// A file that nothing declares would not even be compiled.
    #[test]
    fn every_file_of_tests_is_declared() {
        let files = CRATES.map(|it| WalkDir::new(folder().join(it)).min_depth(1)).into_iter().flatten();
        let files = files.filter_map(Result::ok).map(walkdir::DirEntry::into_path);
        let mut count = 0;
        for file in files.filter(|it| it.extension().is_some_and(|it| it == "rs") && !it.ends_with("main.rs")) {
            let name = file.file_stem().expect("a file has a name").display();
            let folder = file.parent().expect("a file has a folder");
            let above = [folder.join("main.rs"), folder.with_extension("rs")].into_iter().find(|it| it.is_file());
            let above = above.unwrap_or_else(|| panic!("{} has nothing above it", file.display()));
            let text = fs::read_to_string(&above).expect("a source is text");
            let declares = |it: &str| it.trim_start_matches("pub ") == format!("mod {name};");
            assert!(text.lines().any(declares), "{} does not declare {}", above.display(), file.display());
            count += 1;
        }
        assert!(count > 70, "the files are found in this way");
    }

    /// A filter that fits no test passes without a word.
    #[test]
    fn the_step_of_lighthouse_finds_its_test() {
        let name = LIGHTHOUSE.trim_end_matches("::");
        let text = fs::read_to_string(folder().join(format!("site/{name}.rs"))).expect("the module is there");
        assert!(text.contains("#[test]"));
    }
}
