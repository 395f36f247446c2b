//! The npm package as others get it: packed by npm and installed in an empty project, with nothing of this one.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use data_encoding::BASE64;
use serde_json::{Value, json};
use tempfile::TempDir;
use which_guarantee::{
    case::{Case, Model, ReadingId, checksum, load::Loaded, permalink},
    decide::{
        answers::World,
        decision::Decision,
        interview::{Choices, remaining},
        rules::Readings,
        table::Table,
    },
    site::{
        commands::{check, decide, package, table},
        files::Folders,
        programs::{self, program},
    },
};

/// The most bytes (brotli) that a page loads for the engine with English sentences.
const MOST_BYTES: usize = 60_000;

/// An empty project in which the package is installed, and how many bytes it loads.
struct Project {
    folder: TempDir,
    bytes: usize,
}

static PROJECT: LazyLock<Project> = LazyLock::new(|| {
    let folders = Folders::of_package();
    let said = package::package(&folders).expect("the package can be written");
    let number = |it: &&str| it.bytes().all(|it| it.is_ascii_digit());
    let bytes = said.split(' ').rfind(number).expect("it says how many").parse().expect("it is a number");
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let npm = |arguments: &[&str]| {
        let mut command = Command::new(program("npm"));
        command.args(arguments).arg("--offline").arg("--no-audit").arg("--no-fund");
        ran(command.current_dir(folder.path()))
    };
    let packed = npm(&["pack", "--silent", &package::folder(&folders).to_string_lossy()]);
    fs::write(folder.path().join("package.json"), r#"{ "private": true, "type": "module" }"#).expect("there is room");
    npm(&["install", &format!("./{}", packed.trim())]);
    // What the scripts of the examples share.
    fs::copy(here().join("examples_page.mjs"), folder.path().join("examples_page.mjs"))
        .expect("there is room for a file");
    Project { folder, bytes }
});

impl Project {
    /// Runs a script of this folder as a file of the project.
    fn runs(&self, name: &str, arguments: &[&Path]) {
        fs::copy(here().join(name), self.folder.path().join(name)).expect("there is room for a file");
        println!("{}", ran(Command::new(program("node")).current_dir(self.folder.path()).arg(name).args(arguments)));
    }
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/package")
}

/// Runs a command to its end, and returns what it printed.
fn ran(command: &mut Command) -> String {
    let output =
        command.env("PATH", programs::path()).output().expect("it can be started; `cargo site test` installs it");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{command:?}\n{told}\n{}", String::from_utf8_lossy(&output.stderr));
    told
}

fn loaded() -> Loaded {
    check::checked(&Folders::of_package().case).expect("the case has no mistake")
}

#[test]
fn what_a_page_loads_is_small() {
    let bytes = PROJECT.bytes;
    println!("{bytes} of {MOST_BYTES} bytes");
    assert!(bytes <= MOST_BYTES);
}

#[test]
fn every_example_of_its_readme_runs() {
    fs::copy(here().join("examples.mjs"), PROJECT.folder.path().join("examples.mjs"))
        .expect("there is room for a file");
    PROJECT.runs("readme.mjs", &[]);
}

#[test]
fn it_agrees_with_the_engine_on_every_combination_and_its_decisions_fit_the_schema() {
    let Loaded { model, languages, .. } = loaded();
    let each = ReadingId::all(model.readings.len()).map(|it| vec![it]);
    let tables: Vec<Value> = [Vec::new()].into_iter().chain(each).map(|it| outcomes(&model, &it)).collect();
    let decisions: Vec<Value> = links(&model).iter().map(|it| whole(&model, it)).collect();
    let locales: Vec<&str> = languages.iter().map(|it| it.locale.as_str()).collect();
    let native = json!({ "tables": tables, "decisions": decisions, "locales": locales });
    fs::write(PROJECT.folder.path().join("native.json"), native.to_string()).expect("there is room for a file");
    PROJECT.runs("agrees.mjs", &[&here().join("any.mjs")]);
}

#[test]
fn bad_input_throws_a_typed_error() {
    let Loaded { model, languages, .. } = loaded();
    let mut large = Case { model, sentences: languages[0].clone() };
    while checksum::worlds(&large.model) <= checksum::MOST_WORLDS {
        let again = large.model.questions.clone();
        large.model.questions.extend(again);
    }
    let packed = postcard::to_allocvec(&large).expect("a case can be packed");
    fs::write(PROJECT.folder.path().join("large.case"), checksum::sealed(&packed)).expect("there is room for a file");
    PROJECT.runs("errors.mjs", &[]);
}

#[test]
fn the_react_and_svelte_examples_decide_as_the_package_does() {
    run_examples("examples_components.mjs");
}

#[test]
fn the_scrollytelling_example_shows_what_is_counted() {
    run_examples("examples_scrollytelling.mjs");
}

#[test]
fn other_bundlers_take_the_package_as_the_examples_say() {
    run_examples("examples_bundlers.mjs");
}

#[test]
fn the_notebook_counts_as_the_package_does() {
    let csv = fs::File::create(PROJECT.folder.path().join("outcomes.csv")).expect("there is room for a file");
    table::write(&loaded().model, &[], b',', csv).expect("the table can be written");
    run_examples("examples_notebook.mjs");
}

/// Runs a script on the examples, with the modules of the tests and Chromium.
fn run_examples(name: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    PROJECT.runs(name, &[&root.join("examples"), &root.join("tests/node_modules"), &program("chromium")]);
}

#[test]
fn its_types_are_strict() {
    let project = PROJECT.folder.path();
    fs::copy(here().join("types.ts"), project.join("types.ts")).expect("there is room for a file");
    let tsc = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules/typescript/bin/tsc");
    let mut command = Command::new(program("node"));
    command.arg(tsc).args("--strict --noEmit --target es2022 --module nodenext --noUncheckedIndexedAccess".split(' '));
    ran(command.arg("types.ts").current_dir(project));
}

/// The table under some readings, as the package gives it.
fn outcomes(model: &Model, readings: &[ReadingId]) -> Value {
    let table = Table::build(model, Readings::of(readings));
    let worlds = (0..table.rules.space.worlds()).map(World);
    let outcomes: Vec<u8> = worlds.map(|it| table.outcome(it).index() as u8).collect();
    let ids: Vec<&str> = readings.iter().map(|it| model.readings[it.index()].id.as_str()).collect();
    json!({ "readings": ids, "outcomes": BASE64.encode(&outcomes) })
}

/// Nothing, every answer alone, every preset, and these with every reading.
fn links(model: &Model) -> BTreeSet<String> {
    let alone = model.question_ids().flat_map(|question| {
        let answers = which_guarantee::case::AnswerId::all(model.question(question).answers.len());
        answers.map(move |answer| vec![(question, answer)])
    });
    let chosen = [Vec::new()].into_iter().chain(alone).chain(model.presets.iter().map(|it| it.answers.clone()));
    let readings: Vec<_> = ReadingId::all(model.readings.len()).map(|it| vec![it]).chain([Vec::new()]).collect();
    chosen.flat_map(|it| readings.iter().map(|also| permalink::format(model, &it, also)).collect::<Vec<_>>()).collect()
}

fn whole(model: &Model, link: &str) -> Value {
    let parsed = permalink::parse(model, link);
    let table = Table::build(model, Readings::of(&parsed.readings));
    let choices = Choices::of(&table.rules, &parsed.answers);
    let decision = Decision::of(model, &table, choices.answers(&table.rules));
    let next = remaining(&table.rules, &choices, &decision).ids().next().map(|it| model.question(it).id.clone());
    json!({ "link": link, "next": next, "decision": decide::report(model, link, &[]).expect("the case knows it") })
}
