//! The addresses of the site: every kind of page and every public file, once. Pages, sitemap, service worker, headers,
//! budgets and the traffic estimate read them here. All are public: links, bookmarks, hosts and other people's pages
//! rely on them.

/// A kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The choice of a language, at the root of the site.
    Front,
    /// The page for addresses that lead nowhere.
    NotFound,
    /// The tool in one file, for download: one a language, at the root of the site.
    SingleFile,
    /// The tool.
    Tool,
    Method,
    /// The tool for a group.
    Group,
    /// Snippets for other people's pages.
    Embed,
    /// A question of the walk.
    Walk,
    /// The list of all guarantees.
    Guarantees,
    Guarantee,
    /// The page about the site.
    About,
}

/// The folder of the method page, below that of its language as all of these.
pub const METHOD: &str = "method/";
/// The folder of the page for a group.
pub const GROUP: &str = "class/";
/// The folder of the page for snippets.
pub const EMBED: &str = "embed/";
/// The folder of the walk: the first question, and all others below it.
pub const WALK: &str = "walk/";
/// The folder of the list of guarantees, and of every guarantee below it.
pub const GUARANTEES: &str = "guarantees/";
/// The folder of the page about the site.
pub const ABOUT: &str = "about/";

/// The fragment of a guarantee's page that leads to the part for those whom the walk has led there.
pub const ARRIVAL: &str = "outcome";

impl Route {
    /// The pages of every language, in the order of the sitemap.
    pub const LOCALIZED: [Self; 8] = [
        Self::Tool,
        Self::Method,
        Self::Group,
        Self::Embed,
        Self::Walk,
        Self::Guarantees,
        Self::Guarantee,
        Self::About,
    ];

    /// The pages to which every page links, in the order of the links.
    pub const LINKED: [Self; 7] =
        [Self::Tool, Self::Walk, Self::Guarantees, Self::Method, Self::Group, Self::Embed, Self::About];

    /// The kind of the page in a file below `dist/`. None for a page for frames, and for what is no page.
    pub fn of(path: &str) -> Option<Self> {
        match path {
            FRONT => return Some(Self::Front),
            NOT_FOUND => return Some(Self::NotFound),
            _ => {}
        }
        let Some((_, page)) = path.split_once('/') else {
            return path.ends_with(".html").then_some(Self::SingleFile);
        };
        let folder = page.strip_suffix(INDEX)?;
        Self::LOCALIZED.into_iter().find(|it| match it {
            Self::Walk => folder.starts_with(WALK),
            Self::Guarantee => folder.starts_with(GUARANTEES) && folder != GUARANTEES,
            one => one.folder() == folder,
        })
    }

    /// The folder below that of the language, with a slash at its end. Every question of the walk and every guarantee
    /// has a folder of its own below it. Empty for the tool and for what stands at the root of the site.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Front | Self::NotFound | Self::SingleFile | Self::Tool => "",
            Self::Method => METHOD,
            Self::Group => GROUP,
            Self::Embed => EMBED,
            Self::Walk => WALK,
            Self::Guarantees | Self::Guarantee => GUARANTEES,
            Self::About => ABOUT,
        }
    }

    /// Whether other people's pages may show it in a frame. A frame without script, or in a strict sandbox, leads on by
    /// plain links and in itself, so everything that readers of the tool come to may be framed. What is not the tool
    /// stands alone.
    pub fn is_framable(self) -> bool {
        match self {
            Self::Front | Self::NotFound | Self::SingleFile | Self::Group | Self::Embed => false,
            Self::Tool | Self::Method | Self::Walk | Self::Guarantees | Self::Guarantee | Self::About => true,
        }
    }

    /// Whether a page for frames stands beside it: `FRAME` in its folder. Snippets and oEmbed offer these pages.
    pub fn has_frame(self) -> bool {
        match self {
            Self::Tool | Self::Guarantee => true,
            Self::Front
            | Self::NotFound
            | Self::SingleFile
            | Self::Method
            | Self::Group
            | Self::Embed
            | Self::Walk
            | Self::Guarantees
            | Self::About => false,
        }
    }

    /// Whether the service worker keeps it on the reader's device. Snippets are made for pages that are online.
    pub fn is_kept_offline(self) -> bool {
        match self {
            Self::NotFound | Self::SingleFile | Self::Embed => false,
            Self::Front
            | Self::Tool
            | Self::Method
            | Self::Group
            | Self::Walk
            | Self::Guarantees
            | Self::Guarantee
            | Self::About => true,
        }
    }

    /// Whether the sitemap lists it.
    pub fn is_in_sitemap(self) -> bool {
        match self {
            Self::NotFound | Self::SingleFile => false,
            Self::Front
            | Self::Tool
            | Self::Method
            | Self::Group
            | Self::Embed
            | Self::Walk
            | Self::Guarantees
            | Self::Guarantee
            | Self::About => true,
        }
    }
}

/// The folder of a question of the walk below that of its language. `stop` is its folder below that of the walk.
pub fn walk(stop: &str) -> String {
    format!("{WALK}{stop}")
}

/// The folder of a guarantee below that of its language.
pub fn guarantee(id: &str) -> String {
    format!("{GUARANTEES}{id}/")
}

/// The file of a page below `dist/`. `folder` is that of the page below that of its language.
pub fn page(locale: &str, folder: &str) -> String {
    format!("{locale}/{folder}{INDEX}")
}

/// The file of a page for frames below `dist/`. It stands beside the page itself, so that every link leads to the same
/// place from both.
pub fn frame(locale: &str, folder: &str) -> String {
    format!("{locale}/{folder}{FRAME}")
}

/// The file of the tool in one file below `dist/`, which is also the name under which readers keep it.
pub fn single_file(locale: &str) -> String {
    format!("which-guarantee-{locale}.html")
}

/// The name of a page in its folder.
pub const INDEX: &str = "index.html";
/// The name of a page for frames in its folder.
pub const FRAME: &str = "frame.html";
/// The choice of a language.
pub const FRONT: &str = INDEX;
/// The page that a host answers with where nothing is.
pub const NOT_FOUND: &str = "404.html";

/// The script for pages that show the tool in a frame. Its name never changes, for it stands in their source.
pub const EMBED_SCRIPT: &str = "embed.js";
/// The service worker, at the root because a worker answers for its own folder and those below it.
pub const SERVICE_WORKER: &str = "sw.js";
/// The web app manifest: one at the root of the site and one in the folder of every language.
pub const MANIFEST: &str = "manifest.webmanifest";
pub const SITEMAP: &str = "sitemap.xml";
pub const ROBOTS: &str = "robots.txt";
pub const SECURITY_TXT: &str = ".well-known/security.txt";
/// The headers, for Netlify, Cloudflare Pages and other hosts that read this file. They do not serve it.
pub const HEADERS: &str = "_headers";

/// The folder of the files whose names change with their content.
pub const ASSETS: &str = "assets/";
/// The folder of the pictures that social networks show.
pub const CARDS: &str = "cards/";
/// The folder of the answers for systems that ask by oEmbed.
pub const OEMBED: &str = "oembed/";

/// The folder of the rules as data.
pub const DATA: &str = "data/";
/// Every combination of answers with its outcome.
pub const OUTCOMES: &str = "outcomes.csv";
/// What is proven about the rules.
pub const CERTIFICATE: &str = "certificate.json";

/// The name of the decision table in a language.
pub fn decision_table(locale: &str) -> String {
    format!("decision-table.{locale}.json")
}

/// The name of the sentences in a language.
pub fn sentences(locale: &str) -> String {
    format!("sentences.{locale}.json")
}

#[cfg(test)]
mod tests {
    use super::{Route, guarantee, page, single_file, walk};

    #[test]
    fn every_kind_of_page_is_known_by_its_file() {
        for route in Route::LOCALIZED {
            let folder = match route {
                Route::Walk => walk("question-answer/"),
                Route::Guarantee => guarantee("strongest"),
                one => one.folder().to_owned(),
            };
            assert_eq!(Route::of(&page("en-GB", &folder)), Some(route), "{folder}");
        }
        for (path, route) in [("index.html", Route::Front), ("404.html", Route::NotFound)] {
            assert_eq!(Route::of(path), Some(route));
        }
        assert_eq!(Route::of(&single_file("en-GB")), Some(Route::SingleFile));
        for path in ["xx/frame.html", "xx/guarantees/strongest/frame.html", "xx/other/index.html", "sitemap.xml"] {
            assert_eq!(Route::of(path), None, "{path}");
        }
    }
}
