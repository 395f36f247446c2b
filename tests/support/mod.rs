//! The shipped case, and others, for the tests.

use std::{fs, path::Path};

use which_guarantee::case::load::{Loaded, load, problem::CaseFile};

/// The tag of every language of the interface, and so of the shipped case.
#[allow(dead_code, reason = "the journeys take the languages of the day")]
pub fn locales() -> Vec<&'static str> {
    which_guarantee::text::all().into_iter().map(|it| it.text.locale).collect()
}

/// The files of `case/`.
pub fn case_files() -> Vec<CaseFile> {
    files_of("case")
}

/// The files of a case, given by its folder in the package.
pub fn files_of(folder: &str) -> Vec<CaseFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let below = |folder: &str| -> Vec<String> {
        let entries = fs::read_dir(root.join(folder)).expect("the case can be listed");
        let names = entries.map(|it| it.expect("the case can be listed").file_name());
        let files = names.map(|it| format!("{folder}{}", it.to_str().expect("file names are UTF-8")));
        files.filter(|it| it.ends_with(".toml")).collect()
    };
    let mut names = [below(""), below("text/")].concat();
    names.sort();
    names
        .into_iter()
        .map(|name| CaseFile { text: fs::read_to_string(root.join(&name)).expect("case files can be read"), name })
        .collect()
}

/// The shipped case, loaded.
pub fn case() -> Loaded {
    load(&case_files()).unwrap_or_else(|problems| panic!("the shipped case has problems: {problems:#?}"))
}
