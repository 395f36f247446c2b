//! The code that other pages paste: a plain frame, a frame with the script, and the element.
//! The page's own script makes the same out of these when something is chosen (src/browser/embedding.js).

use crate::{
    site::{assets::EMBED, head::escape},
    view::Edition,
};

/// Room for the first question in a column of text. The frame gives back what was too much once the reader acts.
pub const HEIGHT: u32 = 1411;
/// The same in columns of 300, 360, 640 and 1000 pixels: the most that any language needs.
/// The page's own script measures it for every other start (src/browser/embedding.js).
const ROOM: [u32; 4] = [2127, 1781, HEIGHT, 1477];

/// The height for every width, as CSS: two slopes and a floor. A column is the window less 40 px of margins at first.
fn room() -> String {
    let [narrow, phone, column, wide] = ROOM.map(f64::from);
    let slope = |from: f64, to: f64, over: f64, at: f64| {
        let each = (from - to) / over;
        format!("{:.0}px - {:.0}vw", from + each * (at + 40.0), each * 100.0)
    };
    let floor = column.max(wide);
    format!("height:max({},{},{floor}px)", slope(narrow, phone, 60.0, 300.0), slope(phone, column, 280.0, 360.0))
}

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
    /// Those of the tool. `site` is the address of the whole site, with a slash at its end.
    pub fn of(edition: &Edition, site: &str) -> Self {
        let sentences = &edition.case.sentences;
        Self::showing(&sentences.locale, "", &sentences.title, site)
    }

    /// Those of any page that has one for frames beside it; `path` leads there from the folder of its language.
    /// A page longer than the room that they reserve grows once the script is there.
    pub fn showing(locale: &str, path: &str, title: &str, site: &str) -> Self {
        let title = escape(title);
        let source = format!("src=\"{site}{locale}/{path}{PAGE}\" title=\"{title}\"");
        let size = format!("width=\"100%\" height=\"{HEIGHT}\" frameborder=\"0\"");
        let start = if path.is_empty() { String::new() } else { format!(" start=\"{path}\"") };
        let script = format!("<script async src=\"{site}{EMBED}\"></script>");
        Self {
            frame: format!("<iframe {source} {size} allow=\"{ALLOW}\"></iframe>"),
            scripted: format!(
                "<iframe data-which-guarantee {source} {size} style=\"{}\" allow=\"{ALLOW}\"></iframe>\n{script}",
                room()
            ),
            element: format!(
                "<which-guarantee lang=\"{locale}\"{start}><a href=\"{site}{locale}/{path}\">{title}</a></which-guarantee>\n{script}"
            ),
        }
    }
}

/// The page in a frame, below the folder of its language. It stands beside the tool's own page, so that every link in
/// the tool leads to the same place from both.
pub const PAGE: &str = "frame.html";
