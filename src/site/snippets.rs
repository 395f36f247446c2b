//! The code that other pages paste: a plain frame, a frame with the script, and the element.
//! The page's own script makes the same out of these when something is chosen (src/browser/embedding.js).

use crate::{
    site::{assets::EMBED, pages::escape},
    view::Edition,
};

/// Room for the first question. What it needs depends on the width of the column and a little on the reader's fonts;
/// the frame gives back what was too much once the reader acts.
pub const HEIGHT: u32 = 940;
/// The same for narrow windows too, where lines break more often. Measured in columns from 300 to 1200 px.
const ROOM: &str = "height:clamp(900px,1330px - 65vw,1120px)";
/// What the tool asks of the page around for copying and sharing.
const ALLOW: &str = "clipboard-write; web-share";

/// One language's three snippets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippets {
    pub frame: String,
    pub scripted: String,
    pub element: String,
}

impl Snippets {
    /// `site` is the address of the whole site, with a slash at its end.
    pub fn of(edition: &Edition, site: &str) -> Self {
        let sentences = &edition.case.sentences;
        let (locale, title) = (&sentences.locale, escape(&sentences.title));
        let source = format!("src=\"{site}{locale}/{PAGE}\" title=\"{title}\"");
        let size = format!("width=\"100%\" height=\"{HEIGHT}\" frameborder=\"0\"");
        let script = format!("<script async src=\"{site}{EMBED}\"></script>");
        Self {
            frame: format!("<iframe {source} {size} allow=\"{ALLOW}\"></iframe>"),
            scripted: format!(
                "<iframe data-which-guarantee {source} {size} style=\"{ROOM}\" allow=\"{ALLOW}\"></iframe>\n{script}"
            ),
            element: format!(
                "<which-guarantee lang=\"{locale}\"><a href=\"{site}{locale}/\">{title}</a></which-guarantee>\n{script}"
            ),
        }
    }
}

/// The page in a frame, below the folder of its language. It stands beside the tool's own page, so that every link in
/// the tool leads to the same place from both.
pub const PAGE: &str = "frame.html";
