//! Files: where things are, those of the site, the texts of a case folder, and hashes that tell whether anything has
//! changed.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    string::FromUtf8Error,
};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::{case::load::problem::CaseFile, site::failure::Failure};

/// A file of the site: its path below `dist/`, with `/`, and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The folders that a build reads and writes.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The package: `Cargo.toml`, `src/`, `styles/`, `index.html`.
    pub root: PathBuf,
    /// The case that is built: the package's own, or another.
    pub case: PathBuf,
    /// The finished site.
    pub dist: PathBuf,
    /// Files that one build leaves for the next: stamps, logs and the wasm.
    pub work: PathBuf,
}

impl Folders {
    /// The folders of this package. Cargo names the package's folder when it runs the command. A binary started without
    /// cargo uses the folder in which it was compiled.
    pub fn of_package() -> Self {
        let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into()));
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |it| root.join(it));
        Self { case: root.join("case"), dist: root.join("dist"), work: target.join("site"), root }
    }

    /// The wasm as the linker leaves it.
    pub fn linked_wasm(&self) -> PathBuf {
        self.work.with_file_name("wasm32-unknown-unknown/release/deps/which_guarantee.wasm")
    }

    /// The dep-info that cargo writes beside the wasm: the sources that it was made of.
    pub fn wasm_dep_info(&self) -> PathBuf {
        self.work.with_file_name("wasm32-unknown-unknown/release/which_guarantee.d")
    }

    /// What the finished site was made of stands beside what one build leaves for the next, by the name of its folder.
    pub fn dist_stamp(&self) -> PathBuf {
        self.work.join(self.beside_dist("stamp").file_name().unwrap_or_default())
    }

    /// The asset manifest of the finished site, beside its stamp.
    pub fn asset_manifest(&self) -> PathBuf {
        self.work.join(self.beside_dist("assets.json").file_name().unwrap_or_default())
    }

    /// A neighbour of the finished site: `dist.next` beside `dist`.
    pub fn beside_dist(&self, ending: &str) -> PathBuf {
        self.dist.with_extension(ending)
    }
}

/// Every TOML file of a case, sorted by name.
///
/// # Errors
/// Bad input where the folder or one of its files can't be read as text.
pub fn case_files(folder: &Path) -> Result<Vec<CaseFile>, Failure> {
    if !folder.is_dir() {
        return Err(Failure::Input(format!(
            "There is no case folder {}. Name one that holds model.toml: --case DIR.",
            folder.display()
        )));
    }
    let mut files = Vec::new();
    for path in all_below(folder).map_err(|it| unreadable(folder, &it))? {
        if path.extension().is_some_and(|it| it == "toml") {
            let bytes = fs::read(&path).map_err(|it| unreadable(&path, &it))?;
            let text = String::from_utf8(bytes).map_err(|it| no_text(&path, &it))?;
            files.push(CaseFile { name: name_below(folder, &path), text });
        }
    }
    Ok(files)
}

/// The text of a file with the line ends that a browser hashes, `\n` alone: a checkout on Windows may have others, and a
/// script in a page is refused where the policy has another hash.
///
/// # Errors
/// The file can't be read as text.
pub fn read_text(path: &Path) -> io::Result<String> {
    Ok(fs::read_to_string(path)?.replace("\r\n", "\n").replace('\r', "\n"))
}

/// All files below a folder, in the same order on every machine. Hidden files are left out: editors keep theirs there.
///
/// # Errors
/// Fails if a folder cannot be listed.
pub fn all_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let shown = |it: &walkdir::DirEntry| it.depth() == 0 || !it.file_name().to_string_lossy().starts_with('.');
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(shown) {
        let entry = entry?;
        if entry.file_type().is_file() {
            found.push(entry.into_path());
        }
    }
    found.sort_by_key(|it| name_below(folder, it));
    Ok(found)
}

/// The path below a folder, with `/` on every system.
pub fn name_below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.components().map(|it| it.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The last part of a path with `/`.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// One hash over the names and contents of these files, and of all files in these folders.
/// A missing file is part of the hash too, so that the hash changes when the file appears.
///
/// # Errors
/// Fails if an existing file cannot be read.
pub fn digest(root: &Path, inputs: &[&str], counts: impl Fn(&str) -> bool) -> io::Result<String> {
    let mut hasher = Sha256::new();
    for input in inputs {
        let path = root.join(input);
        let files = if path.is_dir() { all_below(&path)? } else { Vec::from([path]) };
        for file in files.iter().filter(|it| it.is_file()) {
            let name = name_below(root, file);
            if counts(&name) {
                let bytes = fs::read(file)?;
                hasher.update(format!("{name}\n{}\n", bytes.len()));
                hasher.update(bytes);
            }
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// SHA-256 in hexadecimal.
pub fn whole_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The part of a content hash that stands in the names of assets.
pub fn short_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..4])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, it| text + &format!("{it:02x}"))
}

fn no_text(path: &Path, error: &FromUtf8Error) -> Failure {
    let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = before.split(|it| *it == b'\n').count();
    Failure::Input(format!(
        "{}, line {line}, is not text in UTF-8. Save it with that encoding; most editors call it UTF-8.",
        path.display()
    ))
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Input(format!("{} can't be read: {error}.", path.display()))
}
