//! The code that other pages paste: a plain frame, a frame with the script, and the element.
//! The page's own script makes the same out of these when something is chosen (src/js/embed/configurator.js).

use crate::{
    site::{
        html::head::escape,
        routes::{EMBED_SCRIPT, FRAME},
    },
    view::edition::from_case::WholeEdition,
};

/// Room for the first question in a column of 640 pixels. The frame gives back what was too much once the reader acts.
pub const HEIGHT: u32 = 1580;
/// Room in columns of 300, 360, 640 and 1000 pixels: what the first question needs in the longest language. With less,
/// what stands below the frame moves down while the tool loads. Other languages need up to 420 pixels less, which the
/// frame keeps until the reader acts (`SPARE` in src/js/embed/frame_page.js). A taller first question needs new numbers: the
/// page's own script measures every start (src/js/embed/configurator.js), and a journey compares the result with these.
pub const ROOM: [u32; 4] = [2284, 1988, HEIGHT, HEIGHT];

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

/// Permission that the frame needs for copying. Not `web-share`, of which a browser without it complains; the
/// element asks for it where the browser has it.
const ALLOW: &str = "clipboard-write";

/// One language's three snippets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippets {
    pub frame: String,
    pub scripted: String,
    pub element: String,
    /// A link to the page: what is left for readers where a system takes the frame away.
    pub link: String,
}

impl Snippets {
    /// Those of the tool. `site` is the address of the whole site, with a slash at its end.
    pub fn of(edition: &WholeEdition, site: &str) -> Self {
        let sentences = &edition.case.sentences;
        Self::showing(&sentences.locale, "", &sentences.title, site)
    }

    /// Those of any page that has one for frames beside it; `path` leads there from the folder of its language.
    /// A page longer than the room that they reserve grows once the script is there.
    pub fn showing(locale: &str, path: &str, title: &str, site: &str) -> Self {
        let title = escape(title);
        let source = format!("src=\"{site}{locale}/{path}{FRAME}\" title=\"{title}\"");
        let size = format!("width=\"100%\" height=\"{HEIGHT}\" frameborder=\"0\"");
        let start = if path.is_empty() { String::new() } else { format!(" start=\"{path}\"") };
        let script = format!("<script async src=\"{site}{EMBED_SCRIPT}\"></script>");
        let link = format!("<a href=\"{site}{locale}/{path}\">{title}</a>");
        Self {
            frame: format!("<iframe {source} {size} allow=\"{ALLOW}\"></iframe>\n<p>{link}</p>"),
            scripted: format!(
                "<iframe data-which-guarantee {source} {size} style=\"{}\" allow=\"{ALLOW}\"></iframe>\n<p>{link}</p>\n{script}",
                room()
            ),
            element: format!("<which-guarantee lang=\"{locale}\"{start}>{link}</which-guarantee>\n{script}"),
            link,
        }
    }
}
