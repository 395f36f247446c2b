//! The address of what is on show: the permalink, the place in the walk, and the title.

use crate::{
    case::permalink,
    decide::interview::Choice,
    text::fill,
    view::{scene::Scene, state::Place},
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
    /// Whether the state came from the address, so that no new entry is due.
    pub restored: bool,
}

/// The address of what is on show.
pub fn address(scene: &Scene) -> Address {
    let reader = scene.reader;
    let page = match reader.place {
        Place::Question(id) => scene.sentences.question(id).asks.as_str(),
        Place::Outcome => scene.sentences.guarantee(scene.decision.headline).name.as_str(),
    };
    let titled = fill(scene.text.page_title, &[("page", page), ("site", &scene.sentences.title)]);
    let title = if reader.unanswered { fill(scene.text.problem_page_title, &[("page", &titled)]) } else { titled };
    Address { fragment: fragment(scene), place: place(scene), title, moves: reader.moves, restored: reader.restored }
}

/// The permalink of what is on show, without `#`.
pub fn fragment(scene: &Scene) -> String {
    let rules = &scene.table.rules;
    permalink::format(scene.model, &scene.reader.choices.listed(rules), &scene.reader.readings.ids())
}

/// The place in the walk, as links between languages and the history keep it.
pub fn place(scene: &Scene) -> String {
    let model = scene.model;
    let unsure: Vec<_> = model.question_ids().filter(|it| scene.reader.choices.get(*it) == Choice::Unsure).collect();
    let at = match scene.reader.place {
        Place::Question(id) => Some(id),
        Place::Outcome => None,
    };
    permalink::format_place(model, &unsure, at)
}
