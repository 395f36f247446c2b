//! What comes into the build from elsewhere, held to the lists of `deny.toml` without the tool that they are for.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

use serde_json::Value;
use toml::Table;

const WITH_EVERYTHING: [&str; 1] = ["--all-features"];
const OF_READERS: [&str; 5] =
    ["--filter-platform", "wasm32-unknown-unknown", "--no-default-features", "--features", "split"];

#[test]
fn every_crate_has_a_licence_that_is_allowed_and_comes_from_the_one_registry() {
    let (deny, metadata) = (deny(), metadata(&WITH_EVERYTHING));
    let mut unused: BTreeSet<String> = exceptions(&deny).into_keys().collect();
    for package in packages(&metadata).filter(|it| it["source"] != Value::Null) {
        let (name, licence) = (word(package, "name"), word(package, "license"));
        assert_eq!(word(package, "source"), "registry+https://github.com/rust-lang/crates.io-index", "{name}");
        let allowed = allowed(&deny, &name);
        assert!(is_satisfied(&licence, &allowed), "{name} is under {licence}, which deny.toml does not allow");
        unused.remove(&name);
    }
    assert!(unused.is_empty(), "deny.toml makes exceptions for crates that are gone: {unused:?}");
}

#[test]
fn what_travels_to_readers_asks_for_no_exception() {
    let (deny, metadata) = (deny(), metadata(&OF_READERS));
    let travels = reached(&metadata, Kinds::InTheWasm);
    assert!(travels.len() > 20, "yew and what it brings");
    for package in packages(&metadata).filter(|it| travels.contains(&word(it, "id"))) {
        let (name, licence) = (word(package, "name"), word(package, "license"));
        assert!(is_satisfied(&licence, &list(&deny["licenses"]["allow"])), "{name} is under {licence}");
    }
}

#[test]
fn no_crate_is_there_twice_but_those_with_a_reason() {
    let (deny, metadata) = (deny(), metadata(&WITH_EVERYTHING));
    let built = reached(&metadata, Kinds::Built);
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages(&metadata).filter(|it| built.contains(&word(it, "id"))) {
        versions.entry(word(package, "name")).or_default().insert(word(package, "version"));
    }
    let skipped = deny["bans"]["skip"].as_array().expect("a list");
    let skipped: Vec<(&str, &str)> = skipped
        .iter()
        .map(|it| {
            assert!(it["reason"].as_str().is_some_and(|it| !it.is_empty()), "{it} has no reason");
            it["crate"].as_str().and_then(|it| it.split_once('@')).expect("a crate with a version")
        })
        .collect();
    for (name, versions) in &mut versions {
        versions.retain(|version| !skipped.iter().any(|it| it.0 == name && fits(version, it.1)));
        assert!(versions.len() <= 1, "{name} is there as {versions:?}; deny.toml gives no reason");
    }
}

#[test]
fn scripts_and_tools_of_npm_are_for_tests_alone_and_locked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests", "benches/page"] {
        let read = |name: &str| std::fs::read_to_string(root.join(folder).join(name)).expect("the file is there");
        let package: Value = serde_json::from_str(&read("package.json")).expect("it is JSON");
        assert_eq!(package["dependencies"], Value::Null, "{folder}: nothing that the site itself would need");
        let lock: Value = serde_json::from_str(&read("package-lock.json")).expect("it is JSON");
        for (path, entry) in lock["packages"].as_object().expect("packages").iter().filter(|it| !it.0.is_empty()) {
            assert!(entry["integrity"].is_string() || entry["link"] == true, "{folder}: {path} has no hash");
        }
    }
    assert!(!root.join("package.json").exists());
}

fn deny() -> Table {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml")).expect("the lists are there");
    text.parse().expect("they are TOML")
}

/// What cargo has decided to build; without a network, for everything that was built is there.
fn metadata(arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["metadata", "--format-version", "1", "--locked"]);
    let output = command.args(arguments).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().expect("packages").iter()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kinds {
    /// All but what only tests use.
    Built,
    /// Without what runs while it is compiled, too.
    InTheWasm,
}

/// The ids of the packages that are reached from this one.
fn reached(metadata: &Value, kinds: Kinds) -> BTreeSet<String> {
    let nodes = metadata["resolve"]["nodes"].as_array().expect("nodes");
    let dependencies: BTreeMap<String, &Vec<Value>> =
        nodes.iter().map(|it| (word(it, "id"), it["deps"].as_array().expect("dependencies"))).collect();
    let is_macro = |id: &str| {
        let package = packages(metadata).find(|it| it["id"] == id).expect("a package");
        package["targets"].as_array().into_iter().flatten().any(|it| it["kind"][0] == "proc-macro")
    };
    let mut seen = BTreeSet::new();
    let mut next_up = vec![word(&metadata["resolve"], "root")];
    while let Some(id) = next_up.pop() {
        if kinds == Kinds::InTheWasm && is_macro(&id) || !seen.insert(id.clone()) {
            continue;
        }
        let counts = |it: &&Value| {
            let used = it["dep_kinds"].as_array().into_iter().flatten();
            used.map(|it| &it["kind"]).any(|it| it.is_null() || kinds == Kinds::Built && it == "build")
        };
        next_up.extend(dependencies[&id].iter().filter(counts).map(|it| word(it, "pkg")));
    }
    seen
}

fn exceptions(deny: &Table) -> BTreeMap<String, BTreeSet<String>> {
    let made = deny["licenses"]["exceptions"].as_array().expect("a list");
    made.iter().map(|it| (it["crate"].as_str().expect("a crate").to_owned(), list(&it["allow"]))).collect()
}

fn allowed(deny: &Table, name: &str) -> BTreeSet<String> {
    let mut allowed = list(&deny["licenses"]["allow"]);
    allowed.extend(exceptions(deny).remove(name).unwrap_or_default());
    allowed
}

fn list(value: &toml::Value) -> BTreeSet<String> {
    value.as_array().expect("a list").iter().map(|it| it.as_str().expect("a word").to_owned()).collect()
}

/// Whether a choice of these licences satisfies the expression. All parts of an AND have to be allowed, and of each
/// part one of those that an OR leaves; the older slash means OR.
fn is_satisfied(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], "");
    expression.split(" AND ").all(|part| part.split(" OR ").any(|it| allowed.contains(it.trim())))
}

/// Whether a version is of the line that a requirement such as `1` or `0.16` means.
fn fits(version: &str, line: &str) -> bool {
    version.strip_prefix(line).is_some_and(|it| it.starts_with('.'))
}

fn word(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
