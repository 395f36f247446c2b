//! A language that nobody has written code for, from right to left: a file of sentences, a folder and a line in a list,
//! added to a copy of the package, whose program then builds a site with it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use scraper::{Html, Selector};
use serde_json::Value;
use walkdir::WalkDir;

/// Its words stay English, so that nothing but the language is new.
const TAG: &str = "ar";
const NAME: &str = "Right to left";

struct Copy {
    package: PathBuf,
    target: PathBuf,
}

#[test]
fn a_language_is_one_file_one_folder_and_one_line() {
    let copy = Copy::with_the_language();
    copy.builds_its_program();
    let said = copy.site(&["check"]);
    assert!(said.contains("2 languages"), "{said}");
    assert!(said.contains(&format!("Not yet read by a native editor: {TAG}.")), "{said}");
    copy.site(&["build"]);

    let dist = copy.package.join("dist");
    let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap_or_else(|it| panic!("{name}: {it}"));
    let own = below(&dist.join(TAG));
    assert_eq!(own, below(&dist.join("en")));
    let pages: Vec<&String> = own.iter().filter(|it| it.ends_with(".html")).collect();
    for page in pages {
        let (here, english) = (read(&format!("{TAG}/{page}")), read(&format!("en/{page}")));
        assert!(here.contains(&format!("<html lang=\"{TAG}\" dir=\"rtl\">")), "{page}");
        assert!(english.contains("<html lang=\"en\" dir=\"ltr\">"), "{page}");
    }
    let manifest: Value = serde_json::from_str(&read(&format!("{TAG}/manifest.webmanifest"))).expect("it is JSON");
    assert_eq!([&manifest["lang"], &manifest["dir"]], [TAG, "rtl"]);
    let section = Selector::parse(&format!("section.front__language[lang={TAG}][dir=rtl]")).expect("it is a selector");
    for name in ["index.html", "404.html"] {
        assert_eq!(Html::parse_document(&read(name)).select(&section).count(), 1, "{name}");
    }
    assert!(read(&format!("which-guarantee-{TAG}.html")).contains("dir=\"rtl\""));
    assert!(read("sw.js").contains(r#""direction": "rtl""#));
    assert!(read("sitemap.xml").contains(&format!("hreflang=\"{TAG}\"")));
    assert!(read("en/index.html").contains(&format!("hreflang=\"{TAG}\"")), "the menu leads there");
    assert!(read("en/embed/index.html").contains(&format!("value=\"{TAG}\"")), "an embed can have it");
    for name in [format!("data/sentences.{TAG}.json"), format!("oembed/{TAG}.json")] {
        assert!(dist.join(&name).exists(), "{name}");
    }
    let cards = |tag: &str| below(&dist.join("cards")).iter().filter(|it| it.starts_with(&format!("{tag}-"))).count();
    assert_eq!(cards(TAG), cards("en"));
}

impl Copy {
    fn with_the_language() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-language");
        let _ = fs::remove_dir_all(&home);
        let copy = Self { package: home.join("package"), target: home.join("target") };
        copied(root, &copy.package);
        let texts = copy.package.join("case/text");
        let english = fs::read_to_string(texts.join("en.toml")).expect("the case has English");
        for entry in fs::read_dir(&texts).expect("the case has languages").flatten() {
            // Each language that is built takes time, and two are enough.
            if entry.file_name() != "en.toml" {
                fs::remove_file(entry.path()).expect("the copy may be changed");
            }
        }
        let own = english
            .replacen("locale = \"en\"", &format!("locale = \"{TAG}\""), 1)
            .replacen("name = \"English\"", &format!("name = \"{NAME}\""), 1)
            .replacen("original = true\n", "", 1);
        fs::write(texts.join(format!("{TAG}.toml")), own).expect("the copy may be changed");
        let sentences = copy.package.join("src/text");
        copied(&sentences.join("en"), &sentences.join(TAG));
        copy.changes(&format!("src/text/{TAG}/tool.rs"), "locale: \"en\"", &format!("locale: \"{TAG}\""));
        copy.changes(&format!("src/text/{TAG}/tool.rs"), "direction: \"ltr\"", "direction: \"rtl\"");
        copy.changes("src/text/languages.rs", "    en\n", &format!("    en\n    {TAG}\n"));
        copy
    }

    fn changes(&self, name: &str, from: &str, to: &str) {
        let path = self.package.join(name);
        let text = fs::read_to_string(&path).expect("the copy has it");
        assert!(text.contains(from), "{name}: {from}");
        fs::write(path, text.replacen(from, to, 1)).expect("the copy may be changed");
    }

    /// With the crates that this test's own program is made of, and with its wasm: a language changes neither.
    fn builds_its_program(&self) {
        let made = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it lies in the target folder");
        for folder in ["debug/deps", "debug/build", "debug/.fingerprint"] {
            linked(&made.join(folder), &self.target.join(folder));
        }
        // Other tests write into this folder meanwhile, but not into these parts of it.
        let [from, to] = [made, &self.target].map(|it| it.join("site"));
        for wasm in ["wasm", "whole"] {
            copied(&from.join(wasm), &to.join(wasm));
            let stamp = format!("{wasm}.stamp");
            fs::copy(from.join(&stamp), to.join(&stamp)).expect("There is no wasm. Type: cargo site build");
        }
        let mut cargo = self.command(env!("CARGO"));
        cargo.args(["build", "--features", "site", "--bin", "site"]);
        told(cargo);
    }

    fn site(&self, arguments: &[&str]) -> String {
        let mut command = self.command(self.target.join("debug/site"));
        command.args(arguments);
        told(command)
    }

    fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.package)
            .env("CARGO_MANIFEST_DIR", &self.package)
            .env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

fn told(mut command: Command) -> String {
    let output = command.output().expect("the program starts");
    let said = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
    assert!(output.status.success(), "{command:?}: {said}");
    said
}

/// The files below a folder, by their paths there.
fn below(folder: &Path) -> BTreeSet<String> {
    let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file());
    files.map(|it| it.path().strip_prefix(folder).expect("it is below").to_string_lossy().into_owned()).collect()
}

/// Copies all that is no result of a build.
fn copied(from: &Path, to: &Path) {
    placed(from, to, |from, to| fs::copy(from, to).map(drop));
}

/// Links the files into another folder, for they are large. Files of this package are left out: a build of the copy would
/// write into them in both folders, and cargo would then build this package once more.
fn linked(from: &Path, to: &Path) {
    const OWN: [&str; 4] = ["which-guarantee-", "which_guarantee-", "libwhich_guarantee", "site-"];
    let is_own = |it: &Path| it.iter().filter_map(|it| it.to_str()).any(|it| OWN.iter().any(|own| it.starts_with(own)));
    placed(from, to, |file, to| {
        let name = file.strip_prefix(from).expect("it is below");
        if is_own(name) { Ok(()) } else { fs::hard_link(file, to) }
    });
}

fn placed(from: &Path, to: &Path, place: impl Fn(&Path, &Path) -> std::io::Result<()>) {
    let is_made = |name: &str| ["target", "dist", "dist.next", "dist.last", ".git", "node_modules"].contains(&name);
    let is_source = |it: &walkdir::DirEntry| it.depth() == 0 || !it.file_name().to_str().is_some_and(is_made);
    for entry in WalkDir::new(from).into_iter().filter_entry(is_source) {
        let entry = entry.expect("the folder can be listed");
        let path = to.join(entry.path().strip_prefix(from).expect("it is below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&path).expect("the disk has room");
        } else {
            place(entry.path(), &path).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
        }
    }
}
