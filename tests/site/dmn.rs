//! `cargo site dmn` as others read it: by dmn-moddle, by an interpreter of FEEL that nobody here wrote, and in dmn-js.

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};
use which_guarantee::{
    case::{Model, ReadingId, load::Loaded},
    decide::{answers::World, rules::Readings, table::Table},
    site::{
        commands::{check, dmn},
        files::Folders,
        programs::{self, program},
    },
};

fn loaded() -> Loaded {
    check::checked(&Folders::of_package().case).expect("the case has no mistake")
}

/// Runs a script of this folder with one JSON file as argument.
fn run(script: &str, given: &Value) {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("given.json");
    fs::write(&file, given.to_string()).expect("there is room for a file");
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/dmn");
    let mut command = Command::new(program("node"));
    command.current_dir(scripts).env("PATH", programs::path()).arg(script).arg(file);
    let output = command.output().expect("Node is there; `cargo site test` installs it");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    println!("{said}");
}

#[test]
fn another_engine_agrees_on_every_combination_under_every_reading() {
    let loaded = loaded();
    let model = &loaded.model;
    let each = ReadingId::all(model.readings.len()).map(|it| vec![it]);
    let files: Vec<Value> = [Vec::new()].into_iter().chain(each).map(|it| file(&loaded, &it)).collect();
    let questions: Vec<Value> =
        model.questions.iter().map(|it| json!({ "id": it.id, "answers": it.answers })).collect();
    run("evaluates.mjs", &json!({ "questions": questions, "files": files }));
}

#[test]
fn dmn_js_shows_it_in_every_language() {
    let loaded = loaded();
    let files: Vec<Value> = loaded
        .languages
        .iter()
        .map(|it| {
            let names: Vec<&str> = it.guarantees.iter().map(|it| it.name.as_str()).collect();
            let xml = dmn::dmn(&loaded, Some(&it.locale), &[]).expect("the case has this language");
            json!({ "locale": it.locale, "xml": xml, "short_title": it.short_title, "names": names })
        })
        .collect();
    let pictures = Folders::of_package().work.join("pictures/dmn");
    fs::create_dir_all(&pictures).expect("there is room for a folder");
    run("shown.mjs", &json!({ "chromium": program("chromium"), "pictures": pictures, "files": files }));
}

/// The rules under some readings, and the outcome of every combination in the order of `cargo site table`.
fn file(loaded: &Loaded, readings: &[ReadingId]) -> Value {
    let Model { readings: known, .. } = &loaded.model;
    let table = Table::build(&loaded.model, Readings::of(readings));
    let worlds = (0..table.rules.space.worlds()).map(World);
    let outcomes: Vec<&str> = worlds.map(|it| loaded.model.guarantee(table.outcome(it)).id.as_str()).collect();
    let ids: Vec<&str> = readings.iter().map(|it| known[it.index()].id.as_str()).collect();
    let name = if ids.is_empty() { "base".to_owned() } else { ids.join(",") };
    let xml = dmn::dmn(loaded, None, readings).expect("the case has a language");
    json!({ "name": name, "xml": xml, "outcomes": outcomes })
}
