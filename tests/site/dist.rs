//! What `cargo site build` has written, as somebody finds it who follows links.

use std::{collections::BTreeMap, fs, path::Path};

use scraper::{ElementRef, Html, Selector};

/// Every file of the site but the compressed doubles, by its path below `dist/`.
pub struct Dist {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Dist {
    pub fn open() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(root.join("index.html").is_file(), "There is no site to look at. Type: cargo site build");
        let mut files = BTreeMap::new();
        gather(&root, "", &mut files);
        Self { files }
    }

    /// Path and content of every page that is to be found. The one for frames and the tool in one file are the same
    /// as one of these.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Html)> {
        let is_double = |it: &str| it.ends_with("/frame.html") || it.starts_with("which-guarantee-");
        let pages = self.files.iter().filter(move |it| it.0.ends_with(".html") && !is_double(it.0));
        pages.map(|(path, bytes)| (path.as_str(), Html::parse_document(text(bytes))))
    }

    pub fn page(&self, path: &str) -> Html {
        Html::parse_document(text(self.files.get(path).unwrap_or_else(|| panic!("there is no page {path}"))))
    }
}

fn gather(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the site can be listed") {
        let path = entry.expect("the site can be listed").path();
        let name = path.file_name().and_then(|it| it.to_str()).expect("file names are UTF-8");
        let name = format!("{below}{name}");
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files);
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            files.insert(name, fs::read(&path).expect("the site can be read"));
        }
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("pages are UTF-8")
}

/// The file below `dist/` to which a link on a page leads, and the part of it that is meant.
/// None where the link leads to another origin.
pub fn resolve(from: &str, link: &str) -> Option<(String, String)> {
    if link.contains("://") || link.starts_with("mailto:") || link.starts_with("data:") {
        return None;
    }
    let (address, fragment) = link.split_once('#').unwrap_or((link, ""));
    let folder = from.rsplit_once('/').map_or("", |it| it.0);
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    if address.starts_with('/') {
        parts.clear();
    }
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                assert!(parts.pop().is_some(), "{from}: {link} leads out of the site");
            }
            name => parts.push(name),
        }
    }
    let mut path = parts.join("/");
    if address.is_empty() {
        from.clone_into(&mut path);
    } else if address.ends_with('/') || address.ends_with("..") || address == "." {
        path = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
    }
    Some((path, fragment.to_owned()))
}

pub fn all<'a>(page: &'a Html, query: &str) -> Vec<ElementRef<'a>> {
    page.select(&selector(query)).collect()
}

pub fn one<'a>(page: &'a Html, query: &str) -> ElementRef<'a> {
    let found = all(page, query);
    assert_eq!(found.len(), 1, "{query}");
    found[0]
}

/// An attribute of the one element that matches.
pub fn attribute(page: &Html, query: &str, name: &str) -> String {
    one(page, query).attr(name).unwrap_or_else(|| panic!("{query} has no {name}")).to_owned()
}

pub fn words(element: &ElementRef) -> String {
    element.text().collect::<String>().trim().to_owned()
}

pub fn selector(query: &str) -> Selector {
    Selector::parse(query).expect("a selector")
}
