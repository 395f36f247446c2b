//! What comes into the build from elsewhere, held to the lists of `deny.toml` without the tool that they are for.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

use serde_json::Value;
use toml::Table;

/// All that is built here, for the site, for its tests and for both sides.
const EVERYTHING: [&str; 3] = ["--all-features", "--edges", "normal,build,dev"];
const WITHOUT_TESTS: [&str; 3] = ["--all-features", "--edges", "normal,build"];
/// Without what runs while it is compiled.
const OF_READERS: [&str; 7] = [
    "--target",
    "wasm32-unknown-unknown",
    "--no-default-features",
    "--features",
    "split",
    "--edges",
    "normal,no-proc-macro",
];

#[test]
fn every_crate_has_a_licence_that_is_allowed_and_comes_from_the_one_registry() {
    let deny = deny();
    let mut unused: BTreeSet<String> = exceptions(&deny).into_keys().collect();
    for Crate { name, licence, from, .. } in crates(&EVERYTHING) {
        assert_eq!(from, "", "{name} comes from elsewhere");
        assert!(is_satisfied(&licence, &allowed(&deny, &name)), "{name} is under {licence}, which deny.toml forbids");
        unused.remove(&name);
    }
    assert!(unused.is_empty(), "deny.toml makes exceptions for crates that are gone: {unused:?}");
}

#[test]
fn what_travels_to_readers_asks_for_no_exception() {
    let allowed = list(&deny()["licenses"]["allow"]);
    let travels = crates(&OF_READERS);
    assert!(travels.iter().any(|it| it.name == "yew"));
    for Crate { name, licence, .. } in travels {
        assert!(is_satisfied(&licence, &allowed), "{name} is under {licence}");
    }
}

#[test]
fn no_crate_is_there_twice_but_those_with_a_reason() {
    let deny = deny();
    let skipped = deny["bans"]["skip"].as_array().expect("a list");
    let skipped: Vec<(&str, &str)> = skipped
        .iter()
        .map(|it| {
            assert!(it["reason"].as_str().is_some_and(|it| !it.is_empty()), "{it} has no reason");
            it["crate"].as_str().and_then(|it| it.split_once('@')).expect("a crate with a version")
        })
        .collect();
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for it in crates(&WITHOUT_TESTS) {
        if !skipped.iter().any(|(name, line)| it.name == *name && is_of(&it.version, line)) {
            versions.entry(it.name).or_default().insert(it.version);
        }
    }
    let twice: Vec<_> = versions.iter().filter(|it| it.1.len() > 1).collect();
    assert!(twice.is_empty(), "deny.toml gives no reason for {twice:?}");
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

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    /// Empty for crates.io.
    from: String,
}

/// All but this package, as cargo would build them.
fn crates(arguments: &[&str]) -> BTreeSet<Crate> {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--locked", "--prefix", "none", "--format", "{p}|{l}"]);
    let output = command.args(arguments).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8_lossy(&output.stdout);
    let one = |line: &str| {
        let (package, licence) = line.trim_end_matches(" (*)").split_once('|')?;
        let mut parts = package.splitn(3, ' ');
        let (name, version) = (parts.next()?, parts.next()?.trim_start_matches('v'));
        let from = parts.next().unwrap_or_default().replace("(proc-macro)", "");
        let [name, version, licence, from] = [name, version, licence, from.trim()].map(str::to_owned);
        Some(Crate { name, version, licence, from })
    };
    listed.lines().filter_map(one).filter(|it| it.name != env!("CARGO_PKG_NAME")).collect()
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
fn is_of(version: &str, line: &str) -> bool {
    version.strip_prefix(line).is_some_and(|it| it.starts_with('.'))
}
