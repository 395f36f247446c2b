//! The graph of the assets: what every kind of page loads, and what an asset loads in its turn. Pages, service worker,
//! budgets and the traffic estimate read it here.

use std::collections::BTreeSet;

use crate::site::{build::assets::Assets, routes::Route};

/// The assets of one page, as paths below `dist/`, by when it loads them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAssets<'a> {
    /// Style sheets that the first paint waits for.
    pub styles: Vec<&'a str>,
    /// Scripts, wasm and data that the page names in its head, so that they are fetched side by side.
    pub preloaded: Vec<&'a str>,
    /// Scripts of the page itself.
    pub scripts: Vec<&'a str>,
    /// The files that the outcome needs, after the first answer.
    pub with_outcome: Vec<&'a str>,
    /// Files that nobody waits for: the script that keeps the site for use offline, and icons.
    pub last: Vec<&'a str>,
}

impl<'a> PageAssets<'a> {
    /// The files that the page loads before its reader does anything.
    pub fn at_once(&self) -> impl Iterator<Item = &'a str> {
        [&self.styles, &self.preloaded, &self.scripts].into_iter().flatten().copied()
    }

    /// All that the page names.
    pub fn all(&self) -> impl Iterator<Item = &'a str> {
        self.at_once().chain(self.with_outcome.iter().chain(&self.last).copied())
    }
}

impl Assets {
    /// The files that a page of this kind names in one language. `locale` is one of the site's. The
    /// pages at the root of the site name the same in all.
    pub fn of_page(&self, route: Route, locale: &str) -> PageAssets<'_> {
        match route {
            // It has everything inside.
            Route::SingleFile => PageAssets::default(),
            Route::Front => PageAssets {
                styles: vec![&self.style],
                scripts: vec![&self.root_pages],
                last: self.last(None),
                ..PageAssets::default()
            },
            Route::NotFound => PageAssets {
                styles: vec![&self.style],
                scripts: vec![&self.root_pages],
                last: self.pwa.page_icons().collect(),
                ..PageAssets::default()
            },
            Route::Tool => PageAssets {
                preloaded: vec![&self.glue, &self.loader, &self.wasm, &self.editions[locale]],
                scripts: vec![&self.boot],
                with_outcome: vec![&self.chunk, &self.outcome_data[locale], &self.style],
                last: self.last(Some(locale)),
                ..PageAssets::default()
            },
            Route::Group => PageAssets {
                styles: vec![&self.style],
                preloaded: vec![&self.glue, &self.wasm, &self.editions[locale], &self.group_texts[locale]],
                scripts: vec![&self.boot],
                last: self.last(Some(locale)),
                ..PageAssets::default()
            },
            Route::Embed => PageAssets {
                styles: vec![&self.style, &self.configurator.style],
                scripts: vec![&self.configurator.script],
                last: self.last(Some(locale)),
                ..PageAssets::default()
            },
            Route::Method | Route::Walk | Route::Guarantees | Route::Guarantee | Route::About => {
                PageAssets { styles: vec![&self.style], last: self.last(Some(locale)), ..PageAssets::default() }
            }
        }
    }

    /// The files that the page for frames beside a page of this kind names in one language.
    pub fn of_frame(&self, route: Route, locale: &str) -> PageAssets<'_> {
        let mut page = self.of_page(route, locale);
        page.styles.push(&self.frame.style);
        page.scripts.push(&self.frame.script);
        page
    }

    /// The script that keeps the site for use offline, and the icons, on a page in this language.
    fn last(&self, locale: Option<&str>) -> Vec<&str> {
        [self.pwa.keeper_script(locale)].into_iter().chain(self.pwa.page_icons()).collect()
    }

    /// These assets and all that they load in their turn, directly or by way of others.
    pub fn with_all_loaded<'a>(&'a self, paths: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
        let mut found = BTreeSet::new();
        let mut unread: Vec<&str> = paths.into_iter().collect();
        while let Some(path) = unread.pop() {
            if found.insert(path) {
                unread.extend(self.loaded_by(path));
            }
        }
        found
    }

    /// The assets that an asset names. The build writes their names into it: `assets::assets`, and `pwa::assets` for
    /// the scripts that keep the site for use offline.
    fn loaded_by(&self, path: &str) -> Vec<&str> {
        let Self { boot, glue, wasm, loader, chunk, pwa, .. } = self;
        if path == boot {
            vec![glue]
        } else if path == glue {
            vec![wasm, loader]
        } else if path == loader {
            vec![chunk, glue]
        } else if path == pwa.offline_anywhere || pwa.offline.values().any(|it| it == path) {
            vec![&pwa.style]
        } else {
            Vec::new()
        }
    }
}
