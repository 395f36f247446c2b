//! The address of what is on show: the permalink, the place in the walk, and the title.

use crate::{
    case::permalink,
    decide::interview::Choice,
    text::fill,
    view::{page_model::PageModel, state::Place},
};

/// The content of the address bar, the history entry and the window title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The permalink, without `#`.
    pub fragment: String,
    /// The place in the walk, for the history.
    pub place: String,
    pub title: String,
    /// Counts the reader's moves; a new one makes a new entry in the history.
    pub moves: u32,
    /// Counts how often the reader has started again; a new one makes the entries from then on those of another walk.
    pub walks: u32,
    /// Whether the state came from the address, so that no new entry is due.
    pub restored: bool,
}

/// The address of what is on show.
pub fn address(page: &PageModel) -> Address {
    let reader = page.reader;
    let shown = match reader.place {
        Place::Question(id) => page.sentences.question(id).asks.as_str(),
        Place::Outcome => page.sentences.guarantee(page.decision.headline).name.as_str(),
    };
    let titled = fill(page.text.page_title, &[("page", shown), ("site", &page.sentences.title)]);
    let title = if reader.unanswered { fill(page.text.problem_page_title, &[("page", &titled)]) } else { titled };
    Address {
        fragment: fragment(page),
        place: place(page),
        title,
        moves: reader.moves,
        walks: reader.walks,
        restored: reader.restored,
    }
}

/// The permalink of what is on show, without `#`.
pub fn fragment(page: &PageModel) -> String {
    let rules = &page.table.rules;
    permalink::format(page.model, &page.reader.choices.listed(rules), &page.reader.readings.ids())
}

/// The place in the walk, as links between languages and the history keep it.
pub fn place(page: &PageModel) -> String {
    let model = page.model;
    let unsure: Vec<_> = model.question_ids().filter(|it| page.reader.choices.get(*it) == Choice::Unsure).collect();
    let at = match page.reader.place {
        Place::Question(id) => Some(id),
        Place::Outcome => None,
    };
    permalink::format_place(model, &unsure, at)
}
