//! The twins: the questionnaire of the case as SurveyJS, React and Preact would have it, bundled and compressed as ours.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};
use which_guarantee::{
    case::load::Loaded,
    site::{
        build::compress::compressed,
        failure::Failure,
        files::{Folders, SiteFile},
        programs::{self, program},
        progress,
    },
    text,
};

/// A twin: its source, the flags for its bundler, and the CSS selectors of its parts.
pub struct Twin {
    pub name: &'static str,
    source: &'static str,
    flags: &'static [&'static str],
    pub answers: &'static str,
    pub next: &'static str,
    pub end: &'static str,
}

pub const TWINS: [Twin; 3] = [
    Twin {
        name: "surveyjs",
        source: "survey.js",
        flags: &[],
        answers: ".sd-item label",
        next: ".sd-navigation__next-btn, .sd-navigation__complete-btn",
        end: "[data-end]",
    },
    Twin {
        name: "react",
        source: "react.jsx",
        flags: &["--jsx-import-source=react", "--alias:hooks=react"],
        answers: ".answer label",
        next: "button[type=submit]",
        end: "[data-end]",
    },
    Twin {
        name: "preact",
        source: "preact.jsx",
        flags: &["--jsx-import-source=preact", "--alias:hooks=preact/hooks"],
        answers: ".answer label",
        next: "button[type=submit]",
        end: "[data-end]",
    },
];

/// The folder with the sources of the twins and their npm packages.
pub fn folder(folders: &Folders) -> PathBuf {
    folders.root.join("benches/page")
}

/// The folder with all twins, ready to be served.
///
/// # Errors
/// `Failure::Step` if the bundler fails or a folder cannot be written.
pub fn built(folders: &Folders, loaded: &Loaded) -> Result<PathBuf, Failure> {
    let failed = |it: io::Error| Failure::step("building the twins", it, "Make room on the disk.");
    let made = folders.work.join("bench");
    let case = folders.work.join("bench-case.json");
    let data = questionnaire(loaded);
    fs::write(&case, data.to_string()).map_err(failed)?;
    if made.exists() {
        fs::remove_dir_all(&made).map_err(failed)?;
    }
    let mut files = Vec::new();
    for twin in &TWINS {
        bundle(folders, twin, &case)?;
        files.extend(page(folders, twin, &data).map_err(failed)?);
    }
    for file in progress::work("Compressing the twins", || Ok(compressed(files, None)))? {
        let path = made.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&made)).map_err(failed)?;
        fs::write(path, &file.bytes).map_err(failed)?;
    }
    Ok(made)
}

/// The content of the twins: the tool's sentences in its first language.
fn questionnaire(loaded: &Loaded) -> Value {
    let sentences = &loaded.languages[0];
    let interface = text::interface(&sentences.locale);
    let text = interface.expect("checking a case compares its languages with the interface's").text;
    let questions = loaded.model.questions.iter().zip(&sentences.questions).map(|(question, asked)| {
        let answers = question.answers.iter().zip(&asked.answers);
        let mut answers: Vec<Value> =
            answers.map(|(id, it)| json!({ "id": id, "says": it.says, "more": it.more })).collect();
        answers.push(json!({ "id": "unsure", "says": text.not_sure, "more": text.not_sure_more }));
        json!({ "id": question.id, "asks": asked.asks, "hint": asked.hint, "answers": answers })
    });
    json!({
        "locale": sentences.locale,
        "title": sentences.title,
        "standfirst": sentences.standfirst,
        "words": { "next": text.next, "back": text.back },
        "questions": questions.collect::<Vec<_>>(),
    })
}

fn bundle(folders: &Folders, twin: &Twin, case: &Path) -> Result<(), Failure> {
    let mut command = Command::new(program("node"));
    command.current_dir(folder(folders)).env("PATH", programs::path());
    command.args(["node_modules/esbuild/bin/esbuild", &format!("twins/{}", twin.source)]);
    command.args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--jsx=automatic",
        "--legal-comments=none",
    ]);
    command.arg("--define:process.env.NODE_ENV=\"production\"").args(twin.flags);
    command.arg(format!("--alias:case={}", case.display()));
    command.arg(format!("--outfile={}", bundled(folders, twin, "js").display()));
    progress::run(
        &format!("Bundling the twin in {}", twin.name),
        &mut command,
        &folders.work.join("log/twins.txt"),
        "If a twin was just changed, correct it.",
    )
}

fn bundled(folders: &Folders, twin: &Twin, extension: &str) -> PathBuf {
    folders.work.join(format!("bench-{}.{extension}", twin.name))
}

/// The page and what it loads. The few styles of a twin without a library's stand in the page, as ours do.
fn page(folders: &Folders, twin: &Twin, data: &Value) -> io::Result<Vec<SiteFile>> {
    let sources = folder(folders).join("twins");
    let file = |name: &str, bytes: Vec<u8>| SiteFile { path: format!("{}/{name}", twin.name), bytes };
    let mut files = vec![file("twin.js", fs::read(bundled(folders, twin, "js"))?)];
    let sheet = bundled(folders, twin, "css");
    let styles = if sheet.is_file() {
        files.push(file("twin.css", fs::read(sheet)?));
        "<link rel=\"stylesheet\" href=\"twin.css\">".to_owned()
    } else {
        format!("<style>{}</style>", fs::read_to_string(sources.join("page.css"))?)
    };
    let text = |key: &str| data[key].as_str().unwrap_or_default();
    let page = fs::read_to_string(sources.join("page.html"))?;
    let page = page.replace("{{lang}}", text("locale")).replace("{{title}}", text("title"));
    files.push(file("index.html", page.replace("{{styles}}", &styles).into_bytes()));
    Ok(files)
}
