//! The layers of `src/`, as `lib.rs` draws them: what each may use, and what only one of them may touch.

use std::{collections::BTreeSet, fs, path::Path};

use walkdir::WalkDir;

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

/// The layers that a file uses: what follows `crate::`, alone or in braces.
fn used(text: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for after in text.split("crate::").skip(1) {
        let Some(inside) = after.strip_prefix('{') else {
            used.insert(word(after));
            continue;
        };
        let mut depth = 1;
        let mut at_name = true;
        for (place, letter) in inside.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => at_name = true,
                it if depth == 1 && at_name && !it.is_whitespace() => {
                    used.insert(word(&inside[place..]));
                    at_name = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    used
}

fn word(text: &str) -> String {
    text.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
}

#[test]
fn no_layer_uses_one_above_it_and_the_two_on_top_do_not_know_each_other() {
    let rank = |it: &str| LAYERS.iter().position(|layer| *layer == it);
    for Source { path, layer, text } in sources() {
        let own = rank(&layer).expect("it is a layer");
        for other in used(&text).iter().filter_map(|it| rank(it)) {
            let is_below = other <= own && !(layer == "site" && LAYERS[other] == "browser");
            assert!(is_below, "{path} uses {}", LAYERS[other]);
        }
    }
}

#[test]
fn only_the_browser_side_touches_browsers_and_only_the_native_side_files() {
    for Source { path, layer, text } in sources() {
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
    let meant = ["src/case/resolve.rs", "src/site/commands/grade.rs"];
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
