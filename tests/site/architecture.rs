//! The layers of `src/`, as `lib.rs` draws them: what each may use, and what only one of them may touch.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use walkdir::WalkDir;

use crate::modules;

/// From the ground up. A layer may use those before it.
const LAYERS: [&str; 8] = ["unpack", "case", "decide", "text", "view", "browser", "package", "site"];
/// Lines that a file may have, so that it can be read at one sitting.
const LONGEST: usize = 460;

struct Source {
    path: String,
    layer: String,
    text: String,
}

/// Every file of a layer. Comments do not count as use.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    for entry in WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("the sources can be listed");
        let below = entry.path().strip_prefix(&root).expect("it is below").display().to_string();
        let layer = below.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        if !below.ends_with(".rs") || !LAYERS.contains(&layer.as_str()) {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("a source is text");
        let lines: Vec<&str> = text.lines().filter(|it| !it.trim_start().starts_with("//")).collect();
        all.push(Source { path: format!("src/{below}"), layer, text: lines.join("\n") });
    }
    assert!(all.len() > 100, "the sources are there");
    all
}

fn graph() -> BTreeMap<String, BTreeSet<String>> {
    modules::uses(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[test]
fn no_layer_uses_one_above_it_and_the_two_on_top_do_not_know_each_other() {
    let layer = |it: &str| it.split("::").next().unwrap_or_default().to_owned();
    let rank = |it: &str| LAYERS.iter().position(|layer| *layer == it);
    for (module, used) in graph().iter().filter(|it| !it.0.is_empty()) {
        let own = layer(module);
        let own_rank = rank(&own).unwrap_or_else(|| panic!("{module} is in no layer"));
        for other in used {
            let other_rank = rank(&layer(other)).unwrap_or_else(|| panic!("{other} is in no layer"));
            let is_below = other_rank <= own_rank && !(own == "site" && layer(other) == "browser");
            assert!(is_below, "{module} uses {other}");
        }
    }
}

/// So that each file can be understood from those that it uses.
#[test]
fn no_file_leads_back_to_itself() {
    let graph = graph();
    let circles = modules::circles(&graph);
    let edges: Vec<String> = circles
        .iter()
        .flatten()
        .flat_map(|from| graph[*from].iter().map(move |to| (*from, to.as_str())))
        .filter(|(from, to)| circles.iter().any(|it| it.contains(from) && it.contains(to)))
        .map(|(from, to)| format!("{from} uses {to}"))
        .collect();
    assert!(edges.is_empty(), "{edges:#?}");
}

#[test]
fn a_use_is_found_however_it_is_written() {
    let found = |text: &str| {
        let folder = tempfile::tempdir().expect("the system has room");
        fs::create_dir_all(folder.path().join("one")).expect("it has");
        for name in ["one.rs", "one/two.rs", "one/three.rs", "four.rs"] {
            fs::write(folder.path().join(name), if name == "one/two.rs" { text } else { "" }).expect("it has");
        }
        modules::uses(folder.path())["one::two"].iter().cloned().collect::<Vec<_>>().join(" ")
    };
    for (text, expected) in [
        ("use crate::one::three::Item;", "one::three"),
        ("use crate::{four, one::{self, three::{Item, Other}}}; fn it() { four::call() }", "four one::three"),
        ("use super::three::*;", "one::three"),
        ("use super::Item;", "one"),
        ("use crate::one as other; fn it() { other::three::call() }", "one::three"),
        ("fn it() -> crate::four::Item { crate::one::call() }", "four one"),
        ("fn it() { html! { <p>{ super::three::text() }</p> } }", "one::three"),
        ("pub use crate::four::Item;", "four"),
        ("// crate::four::Item\n/// [`crate::four`]\nconst IT: &str = \"crate::four::Item\";", ""),
        ("#[cfg(test)] mod tests { fn it() { crate::four::call() } }", ""),
        ("use std::fs; fn it() { fs::read(four) }", ""),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    let circle = BTreeMap::from([("a", vec!["b"]), ("b", vec!["c"]), ("c", vec!["a", "d"]), ("d", vec![])]);
    let graph = circle.into_iter().map(|(from, to)| (from.to_owned(), to.into_iter().map(str::to_owned).collect()));
    assert_eq!(modules::circles(&graph.collect()), [["a", "b", "c"]]);
}

#[test]
fn only_the_browser_side_touches_browsers_and_only_the_native_side_files() {
    for Source { path, layer, text } in sources() {
        // It writes the glue, on the native side.
        let text = text.replace("wasm_bindgen_cli_support", "");
        for it in ["web_sys", "js_sys", "wasm_bindgen", "gloo"] {
            assert!(layer == "browser" || layer == "package" || !text.contains(it), "{path} uses {it}");
        }
        for it in ["std::fs", "fs::read", "fs::write", "std::process"] {
            assert!(layer == "site" || !text.contains(it), "{path} uses {it}");
        }
    }
}

/// A case may be in any language. Those who mean English are the reading grade, whose measure is made for it, and the
/// first language of a case that has no sentences.
#[test]
fn no_language_is_named_outside_of_its_folder() {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text")).expect("it can be listed");
    let tags: Vec<String> = folders
        .flatten()
        .filter(|it| it.path().is_dir())
        .map(|it| it.file_name().to_string_lossy().into_owned())
        .collect();
    assert!(tags.len() > 1);
    let meant = ["src/case/load/model.rs", "src/site/commands/reading_grade.rs"];
    for Source { path, text, .. } in sources().iter().filter(|it| !meant.contains(&it.path.as_str())) {
        let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
        for tag in tags.iter().filter(|it| !path.starts_with(&format!("src/text/{it}/"))) {
            for named in [format!("\"{tag}\""), format!("/{tag}/")] {
                assert!(!shipped.contains(&named), "{path} names {named}");
            }
        }
    }
}

#[test]
fn no_file_is_too_long() {
    for Source { path, text, .. } in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines");
    }
}

/// The sheet of a part has the name of the file that draws it, or is in the folder of that file.
#[test]
fn a_sheet_is_named_as_what_it_styles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let blocks = root.join("styles/blocks");
    let sheets: Vec<_> = WalkDir::new(&blocks)
        .into_iter()
        .flatten()
        .filter(|it| it.path().extension().is_some_and(|it| it == "css"))
        .collect();
    assert!(sheets.len() > 20);
    for sheet in sheets {
        let part = sheet.path().strip_prefix(&blocks).expect("it is below").with_extension("");
        let is_drawn = |part: &Path| {
            let of_rust = ["view", "site"].map(|it| root.join("src").join(it).join(part).with_extension("rs"));
            of_rust.iter().any(|it| it.is_file()) || root.join("src/js").join(part).is_dir()
        };
        let folder = part.parent().filter(|it| !it.as_os_str().is_empty());
        assert!(is_drawn(&part) || folder.is_some_and(is_drawn), "nothing in src/ is called {}", part.display());
    }
}
