//! Inputs of the build: crates, held to the lists of `deny.toml` without the tool that they are for; compilers; and
//! sources, with whatever line ends a checkout has given them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
    string::FromUtf8Error,
};

use serde_json::Value;
use toml::Table;
use walkdir::WalkDir;
use which_guarantee::{
    site::{
        build::{assets, scripts, styles},
        dev::setup,
        files::{self, Folders},
        pages::single_file,
    },
    view::edition::from_case::editions,
};

use crate::support::{case, locales};

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

/// A wasm that was kept beside an edition of another layout could not read it.
#[test]
fn the_wasm_is_known_by_all_that_reads_the_editions_and_by_no_sentence() {
    let folders = Folders::of_package();
    for name in ["wasm.stamp", "whole.stamp"] {
        let stamp = fs::read_to_string(folders.work.join(name)).expect("There is no wasm. Type: cargo site build");
        let listed: Vec<&str> = stamp.lines().skip(1).collect();
        for reads in ["src/lib.rs", "src/unpack.rs", "src/text/outcome.rs", "src/text/dates.rs", "src/text/group.rs"] {
            assert!(listed.contains(&reads), "{name}: {reads} is not listed");
        }
        let sentences = locales().into_iter().map(|it| format!("src/text/{it}/"));
        let apart: Vec<String> =
            ["src/site", "src/bin", "src/case/load"].map(str::to_owned).into_iter().chain(sentences).collect();
        for source in listed {
            assert!(!apart.iter().any(|it| source.starts_with(it)), "{name}: {source} is listed");
            assert!(folders.root.join(source).is_file(), "{name}: {source} is not there");
        }
    }
}

#[test]
fn one_compiler_is_named_wherever_one_is_named() {
    let read = |name: &str| fs::read_to_string(name).expect("the file is there");
    let pinned: Table = read("rust-toolchain.toml").parse().expect("it is TOML");
    let toolchain = &pinned["toolchain"];
    let channel = toolchain["channel"].as_str().expect("a channel");
    let is_number = |it: &str| it.parse::<u32>().is_ok();
    assert!(channel.split('.').count() == 3 && channel.split('.').all(is_number), "{channel} moves");
    assert!(list(&toolchain["targets"]).contains("wasm32-unknown-unknown"));
    let running = Command::new("rustc").arg("--version").output().expect("rustc is there").stdout;
    let running = String::from_utf8_lossy(&running).into_owned();
    assert!(running.starts_with(&format!("rustc {channel} ")), "{running}");
    let (name, version) = setup::WASM_PACK.split_once('@').expect("a crate with a version");
    assert!(read("README.md").contains(&format!("{name} {version}")), "README names another wasm-pack");
    let pages = read(".github/workflows/pages.yml");
    assert!(!pages.contains("stable"), "the pages are built by another compiler");
}

/// Hidden files are left out by version 4 and, unless told, by those after it.
#[test]
fn the_pages_are_published_with_their_security_txt() {
    let pages = fs::read_to_string(".github/workflows/pages.yml").expect("the file is there");
    let uploads: Vec<&str> = pages.split("      - ").filter(|it| it.contains("upload-pages-artifact@")).collect();
    assert_eq!(uploads.len(), 1);
    for upload in uploads {
        assert!(!upload.contains("# v4"), "version 4 can't be told");
        assert!(upload.lines().any(|it| it.trim() == "include-hidden-files: true"), "{upload}");
    }
}

#[test]
fn a_checkout_with_the_line_ends_of_windows_gives_the_same_texts() {
    let folders = Folders::of_package();
    let there = tempfile::tempdir().expect("there is room for a folder");
    let (here, there) = (folders.root.as_path(), there.path());
    let sources = ["src/js", "styles", "index.html"].map(|it| here.join(it));
    let mut names = Vec::new();
    for entry in sources.iter().flat_map(WalkDir::new).map(|it| it.expect("the sources can be listed")) {
        let name = files::name_below(here, entry.path());
        if entry.file_type().is_dir() {
            fs::create_dir_all(there.join(name)).expect("there is room for a folder");
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("a source is text");
        assert!(!text.contains('\r'), "{name}");
        fs::write(there.join(&name), text.replace('\n', "\r\n")).expect("there is room for a file");
        names.extend(name.strip_prefix("src/js/").filter(|it| it.ends_with(".js")).map(str::to_owned));
    }
    assert!(names.len() > 10);
    for name in &names {
        assert_eq!(scripts::source(here, name).ok(), scripts::source(there, name).ok(), "{name}");
    }
    let joined = [here, there].map(|it| styles::joined(it).expect("the sheets are joined"));
    assert_eq!((&joined[0].first, &joined[0].rest), (&joined[1].first, &joined[1].rest));
    let alone = [here, there].map(|it| styles::alone(it, "blocks/pages/embed/frame_page.css").expect("a sheet alone"));
    assert_eq!(alone[0], alone[1]);
    let editions = editions(&case());
    let embed = [here, there].map(|it| assets::embed(it, &editions, "https://x/").expect("a script"));
    assert_eq!(embed[0], embed[1]);
    // Its script, its glue and its style are known by their hashes.
    let glue = folders.work.join("whole");
    let wasm = there.join("wasm");
    fs::create_dir(&wasm).expect("there is room for a folder");
    for entry in fs::read_dir(&glue).expect("There is no wasm. Type: cargo site build") {
        let entry = entry.expect("the folder can be listed");
        let bytes = fs::read(entry.path()).expect("the file can be read");
        let bytes =
            String::from_utf8(bytes).map_or_else(FromUtf8Error::into_bytes, |it| it.replace('\n', "\r\n").into_bytes());
        fs::write(wasm.join(entry.file_name()), bytes).expect("there is room for a file");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let made = [(here, &glue), (there, &wasm)].map(|(root, wasm)| {
        runtime.block_on(single_file::files(root, wasm, &editions, None)).expect("the one file is made")
    });
    for (one, other) in made[0].iter().zip(&made[1]) {
        assert!(!other.bytes.contains(&b'\r'), "{}", one.path);
        assert!(one.bytes == other.bytes, "{}", one.path);
    }
}

/// No text is changed on its way into a checkout, and nothing that is no text is taken for one.
#[test]
fn git_keeps_line_ends() {
    let attributes = fs::read_to_string(".gitattributes").expect("the file is there");
    assert!(attributes.lines().any(|it| it == "* text=auto eol=lf"));
    for entry in WalkDir::new("fonts").into_iter().chain(WalkDir::new("tests/screenshots")) {
        let entry = entry.expect("the folder can be listed");
        let is_binary = entry.file_type().is_file() && fs::read(entry.path()).is_ok_and(|it| it.contains(&0));
        if let Some(ending) = entry.path().extension().and_then(|it| it.to_str()).filter(|_| is_binary) {
            assert!(attributes.contains(&format!("*.{ending} binary")), "{}", entry.path().display());
        }
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
    for folder in ["tests", "benches/page", "benches/engine"] {
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
