//! The HTML of a page: the shell `index.html` with its slots filled, and the notes for readers whose scripts do not run.

use yew::{LocalServerRenderer, prelude::*};

use crate::{site::html::head::escape, text::Text};

/// A whole page. `shell` is `index.html` with its slots; `head` is one element a line; `notes` stand before the app and
/// `data` after it.
pub fn page(shell: &str, text: &Text, title: &str, head: &[String], notes: &str, app: &str, data: &str) -> String {
    let mut joined = vec!["<meta name=\"color-scheme\" content=\"light dark\">".to_owned()];
    joined.extend(head.iter().cloned());
    let (title, head) = (escape(title), joined.join("\n    "));
    // One pass, so that nothing that is put in can be taken for a slot.
    let mut page = String::with_capacity(shell.len() + app.len() + head.len());
    let mut rest = shell;
    while let Some((before, after)) = rest.split_once("{{") {
        let (slot, after) = after.split_once("}}").unwrap_or((after, ""));
        page.push_str(before);
        page.push_str(match slot {
            "lang" => text.locale,
            "dir" => text.direction,
            "title" => &title,
            "head" => &head,
            "notes" => notes,
            "app" => app,
            "data" => data,
            _ => "",
        });
        rest = after;
    }
    page.push_str(rest);
    page
}

/// HTML that nothing changes.
pub async fn rendered(html: Html) -> String {
    LocalServerRenderer::<Whole>::with_props(WholeProps { html }).hydratable(false).render().await
}

#[derive(PartialEq, Properties)]
struct WholeProps {
    html: Html,
}

#[component]
fn Whole(props: &WholeProps) -> Html {
    props.html.clone()
}

/// Optional additions to a page: in the head, and before and after what is its own.
#[derive(Default)]
pub struct Around {
    pub head: Vec<String>,
    pub before: String,
    pub after: String,
    pub is_framed: bool,
}

/// The note for when the script of a page does not run, whatever keeps it from that. It stands ready, and shows itself
/// after a while where no script has kept it back (see `trouble_note.js`). `ways` lead on.
pub fn trouble(says: &str, ways: &str) -> String {
    format!("<div id=\"trouble\" role=\"alert\"><div class=\"trouble\"><p>{}</p>{ways}</div></div>\n    ", escape(says))
}

/// The note for readers without JavaScript.
pub fn no_script(says: &str, ways: &str) -> String {
    format!("<noscript><div class=\"trouble\"><p>{}</p>{ways}</div></noscript>\n    ", escape(says))
}

/// A way on from a note.
pub fn way(address: &str, name: &str) -> String {
    format!("<p><a href=\"{}\">{}</a></p>", escape(address), escape(name))
}
