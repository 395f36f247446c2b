//! `cargo site package`: the engine as an npm package, ready to publish.
//! The wasm is that of `crate::package`; the JavaScript around it lies in `src/js/package`.

use std::{collections::BTreeMap, fs, path::PathBuf};

use schemars::schema_for;
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    case::{Case, by_id::SentencesById, checksum, load::Loaded},
    decide::report::Report,
    site::{
        build::compress,
        commands::check,
        failure::Failure,
        files::Folders,
        wasm::{
            self,
            names::{GLUE, WASM},
        },
    },
};

/// The scripts that are the same for every case.
const SCRIPTS: [(&str, &str); 5] = [
    ("core.js", include_str!("../../js/package/core.js")),
    ("index.js", include_str!("../../js/package/index.js")),
    ("node.js", include_str!("../../js/package/node.js")),
    ("index.d.ts", include_str!("../../js/package/index.d.ts")),
    ("README.md", include_str!("../../js/package/README.md")),
];

/// The package's folder, below what one build leaves for the next.
pub fn folder(folders: &Folders) -> PathBuf {
    folders.work.join("package")
}

/// Writes the package, and says where it is and how many bytes a page loads for it.
///
/// # Errors
/// Mistakes in the case, a wasm that can't be built, a disk that is full.
pub fn package(folders: &Folders) -> Result<String, Failure> {
    let loaded = check::checked(&folders.case)?;
    let made = wasm::engine(folders)?;
    let to = folder(folders);
    let step = |it| Failure::step("writing the package", it, "Make room on the disk.");
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(to.join("cases")).map_err(step)?;
    let mut sizes = Vec::new();
    let mut write = |name: &str, bytes: &[u8]| {
        sizes.push((name.to_owned(), compress::brotli(name, bytes).map(|it| it.len())?));
        fs::write(to.join(name), bytes)
    };
    for name in [GLUE, WASM] {
        let bytes = fs::read(made.join(name)).map_err(step)?;
        write(name, &bytes).map_err(step)?;
    }
    for (name, text) in SCRIPTS {
        write(name, text.as_bytes()).map_err(step)?;
    }
    for (name, bytes) in written(&loaded) {
        write(&name, &bytes).map_err(step)?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(folders.root.join(name), to.join(name)).map_err(step)?;
    }
    let first = &loaded.languages[0].locale;
    let loads = [GLUE, WASM, "core.js", "index.js", "cases.js", &format!("cases/{first}.case")];
    let sum: usize = sizes.iter().filter(|it| loads.contains(&it.0.as_str())).map(|it| it.1).sum();
    Ok(format!(
        "The package is in {}. A page that loads it with sentences in {first} loads {sum} bytes (brotli).",
        to.display()
    ))
}

/// The files that follow from the case.
fn written(loaded: &Loaded) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("package.json".to_owned(), pretty(&manifest(loaded)).into_bytes()),
        ("decision.schema.json".to_owned(), pretty(&decision_schema()).into_bytes()),
        ("sentences.schema.json".to_owned(), pretty(&sentences_schema()).into_bytes()),
        ("cases.js".to_owned(), cases(loaded).into_bytes()),
    ];
    files.extend(loaded.languages.iter().map(|sentences| {
        let case = Case { model: loaded.model.clone(), sentences: sentences.clone() };
        let packed = postcard::to_allocvec(&case).expect("a case has nothing that can't be packed");
        (format!("cases/{}.case", sentences.locale), checksum::sealed(&packed))
    }));
    files
}

/// The module that knows where the packed cases are, each by its language. An address in this form is one that bundlers
/// know, too.
fn cases(loaded: &Loaded) -> String {
    let locales = loaded.languages.iter().map(|it| it.locale.as_str());
    let entries: Vec<String> =
        locales.map(|it| format!("  \"{it}\": new URL(\"./cases/{it}.case\", import.meta.url),\n")).collect();
    format!("export default {{\n{}}};\n", entries.concat())
}

/// `package.json`. In a list of conditions the first that fits counts, so their order has to stay: a JSON map of
/// `serde_json` would sort them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest<'a> {
    name: &'a str,
    version: &'a str,
    description: &'a str,
    keywords: [&'a str; 5],
    license: &'a str,
    homepage: &'a str,
    r#type: &'a str,
    engines: Value,
    side_effects: bool,
    types: &'a str,
    files: [&'a str; 5],
    exports: Exports<'a>,
}

#[derive(Serialize)]
struct Exports<'a> {
    #[serde(rename = ".")]
    main: Conditions<'a>,
    #[serde(flatten)]
    files: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct Conditions<'a> {
    types: &'a str,
    node: &'a str,
    default: &'a str,
}

fn manifest(loaded: &Loaded) -> Manifest<'_> {
    let types = "./index.d.ts";
    let files = [
        "./cases/*",
        "./which_guarantee_bg.wasm",
        "./decision.schema.json",
        "./sentences.schema.json",
        "./package.json",
    ];
    Manifest {
        name: "which-guarantee",
        version: env!("CARGO_PKG_VERSION"),
        description: env!("CARGO_PKG_DESCRIPTION"),
        keywords: ["decision-table", "decision-tool", "exact", "rules", "wasm"],
        license: "(MIT OR Apache-2.0)",
        homepage: &loaded.publisher.address,
        r#type: "module",
        engines: json!({ "node": ">=20" }),
        side_effects: false,
        types,
        files: ["*.js", "*.d.ts", "*.wasm", "*.schema.json", "cases"],
        exports: Exports {
            main: Conditions { types, node: "./node.js", default: "./index.js" },
            files: files.map(|it| (it, it)).into(),
        },
    }
}

/// The JSON Schema of a decision.
pub fn decision_schema() -> Value {
    schema_for!(Report).to_value()
}

/// The JSON Schema of a language's sentences.
pub fn sentences_schema() -> Value {
    schema_for!(SentencesById).to_value()
}

fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("this has nothing that JSON has not") + "\n"
}
