//! What each part of the site weighs as it travels, and what all that the first answer needs weighs together.

use crate::{
    site::{
        build::assets::Assets,
        files::SiteFile,
        routes::{self, Route},
    },
    view::edition::from_case::WholeEdition,
};

/// At most so many bytes for everything that the first answer needs.
pub const FIRST_ANSWER: usize = 109_000;
/// At most so many for the page itself with the looks of its first paint: it arrives in one round trip.
pub const PAGE: usize = 14_000;

/// In one language, in bytes after brotli.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    pub locale: String,
    /// What is fetched at once, by name. The page is the first.
    pub first: Vec<(&'static str, usize)>,
    /// What is fetched after the first answer.
    pub later: Vec<(&'static str, usize)>,
}

impl Weights {
    /// Those of the tool's page in one language. `files` are all of the site, with their compressed neighbours.
    pub fn of(edition: &WholeEdition, assets: &Assets, files: &[SiteFile]) -> Self {
        let locale = &edition.case.sentences.locale;
        let weight = |path: &str| {
            let travels = files.iter().find(|it| it.path.strip_suffix(".br") == Some(path));
            travels.or_else(|| files.iter().find(|it| it.path == path)).map_or(0, |it| it.bytes.len())
        };
        let page = assets.of_page(Route::Tool, locale);
        let ending =
            |paths: &[&str], ending: &str| paths.iter().filter(|it| it.ends_with(ending)).map(|it| weight(it)).sum();
        let at_once: Vec<&str> = page.at_once().collect();
        let first = vec![
            ("page and its looks", weight(&routes::page(locale, Route::Tool.folder()))),
            ("scripts", ending(&at_once, ".js")),
            ("wasm", ending(&at_once, ".wasm")),
            ("sentences", ending(&at_once, ".bin")),
        ];
        let later = vec![
            ("wasm of the outcome", ending(&page.with_outcome, ".wasm")),
            ("its sentences", ending(&page.with_outcome, ".bin")),
            ("its looks", ending(&page.with_outcome, ".css")),
        ];
        Self { locale: locale.clone(), first, later }
    }

    /// All that the first answer needs.
    pub fn first_answer(&self) -> usize {
        self.first.iter().map(|it| it.1).sum()
    }

    /// In one line, in bytes.
    pub fn says(&self) -> String {
        let parts = |all: &[(&str, usize)]| {
            all.iter().map(|(name, bytes)| format!("{name} {bytes}")).collect::<Vec<_>>().join(", ")
        };
        format!(
            "Weight of {} in bytes (brotli): {}; for the first answer {} of {FIRST_ANSWER}. Later: {}.",
            self.locale,
            parts(&self.first),
            self.first_answer(),
            parts(&self.later)
        )
    }
}
