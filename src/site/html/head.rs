//! The head of every page: what search engines, social networks and browsers are told about it.

use std::fmt::Write;

use serde_json::Value;

use crate::{case::load::publisher::Publisher, view::edition::Language};

/// The common data of a site's pages.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    pub publisher: &'a Publisher,
    pub languages: &'a [Language],
}

/// The metadata of one page.
pub struct About<'a> {
    pub address: Address<'a>,
    /// The title of the window.
    pub title: &'a str,
    /// The title where the site's name stands beside it.
    pub name: &'a str,
    pub description: &'a str,
    /// The site's name.
    pub site_name: &'a str,
    /// A language with its territory, as Open Graph wants it: `en_GB`.
    pub territory: &'a str,
    pub picture: &'a Picture,
    pub kind: Kind,
    /// Structured data in the vocabulary of schema.org.
    pub data: Value,
}

/// A picture in `dist/`, with what it shows in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Below `dist/`.
    pub path: String,
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// The type of a page in Open Graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Website,
    Article,
}

/// The place of a page on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address<'a> {
    /// The choice of a language, at the root.
    Front,
    /// A page that is there in every language.
    Localized {
        locale: &'a str,
        /// Below the folder of the language, with a slash at its end; empty for the tool.
        path: &'a str,
    },
}

impl Site<'_> {
    /// The whole address of a path below `dist/`.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.publisher.address)
    }

    /// Its address without any folder, as browsers compare addresses.
    pub fn origin(&self) -> &str {
        let address = &self.publisher.address;
        address.strip_suffix(self.publisher.folder()).unwrap_or(address)
    }

    pub fn canonical(&self, address: Address) -> String {
        match address {
            Address::Front => self.absolute(""),
            Address::Localized { locale, path } => self.absolute(&format!("{locale}/{path}")),
        }
    }

    /// The versions of a page in every language and `x-default`, as `hreflang` and address.
    /// The tool's `x-default` is the language page; the one of other pages is the version in the first language.
    pub fn alternates(&self, address: Address) -> Vec<(String, String)> {
        let path = match address {
            Address::Front => "",
            Address::Localized { path, .. } => path,
        };
        let in_language = |it: &Language| self.canonical(Address::Localized { locale: &it.locale, path });
        let mut all: Vec<(String, String)> =
            self.languages.iter().map(|it| (it.locale.clone(), in_language(it))).collect();
        let rest = if path.is_empty() { self.absolute("") } else { in_language(&self.languages[0]) };
        all.push(("x-default".to_owned(), rest));
        all
    }

    /// The lines of the head, without title and styles.
    pub fn head(&self, about: &About) -> Vec<String> {
        let canonical = self.canonical(about.address);
        let mut lines = vec![meta("description", about.description), link("canonical", "", &canonical)];
        for (language, address) in self.alternates(about.address) {
            lines.push(link("alternate", &format!(" hreflang=\"{language}\""), &address));
        }
        let image = self.absolute(&about.picture.path);
        let kind = match about.kind {
            Kind::Website => "website",
            Kind::Article => "article",
        };
        lines.extend([
            property("og:type", kind),
            property("og:site_name", about.site_name),
            property("og:title", about.name),
            property("og:description", about.description),
            property("og:url", &canonical),
            property("og:locale", about.territory),
            property("og:image", &image),
            property("og:image:type", "image/png"),
            property("og:image:width", &about.picture.width.to_string()),
            property("og:image:height", &about.picture.height.to_string()),
            property("og:image:alt", &about.picture.alt),
            // Title, description and picture are those of Open Graph where X finds none of its own.
            meta("twitter:card", "summary_large_image"),
        ]);
        lines.push(data(&about.data));
        lines
    }
}

/// JSON-LD. A policy against inline scripts lets it be, for it is data; nothing in it can end the element.
fn data(value: &Value) -> String {
    let mut json = String::new();
    for letter in value.to_string().chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            plain => json.push(plain),
        }
    }
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// From a page to the folder of its language.
pub fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

pub fn meta(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escape(content))
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">", escape(content))
}

fn link(relation: &str, more: &str, address: &str) -> String {
    format!("<link rel=\"{relation}\"{more} href=\"{}\">", escape(address))
}

pub fn stylesheet(path: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{path}\">")
}

/// A link by which a page fetches at once what its script asks for: a module, or else wasm or data.
pub fn preload(path: &str) -> String {
    if path.ends_with(".js") {
        format!("<link rel=\"modulepreload\" href=\"{path}\">")
    } else {
        format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{path}\">")
    }
}

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
