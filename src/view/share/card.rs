//! The picture to share: what stands on it, and where. Plain boxes and lines of text, in pixels, so that a canvas has
//! nothing to decide; how wide a text runs is the browser's to say. Always in the colours of the day.
//! It never goes without the disclaimer.

pub mod shape;
mod block;
mod typesetting;

use crate::{
    text::{fill, outcome::SharingText},
    view::{
        outcome::model::OutcomeModel,
        scale::step,
        share::plain_text::{self, short_address},
    },
};

/// All that stands on the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub site: String,
    pub kicker: String,
    pub name: String,
    /// The lines for and against, each with its heading.
    pub sides: Vec<(String, String)>,
    pub what: String,
    /// Weakest first.
    pub scale: Vec<Mark>,
    /// Weakest, the outcome's own, strongest.
    pub legend: [String; 3],
    pub settled: Vec<String>,
    pub answers_title: String,
    pub answers: Vec<(String, String)>,
    /// Between a question and its answer on one line.
    pub colon: &'static str,
    /// "And one more", "and two more" ...: said where that many answers find no room.
    pub more: Vec<String>,
    pub readings: Option<String>,
    pub disclaimer: String,
    pub address: String,
}

/// One step of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub here: bool,
    /// Under the bracket of what is possible while the outcome is open.
    pub possible: bool,
}

impl Card {
    /// The content of a picture of this outcome. `address` is that of the tool's page; empty where it has none.
    pub fn of(outcome: &OutcomeModel, text: &SharingText, address: &str) -> Self {
        let model = &outcome.case.model;
        let decision = &outcome.page.decision;
        let sentences = &outcome.case.sentences;
        let name = |it| ("name", sentences.guarantee(it).name.as_str());
        let open = !decision.is_settled();
        let settled = if open {
            vec![
                outcome.words.open_title.to_owned(),
                fill(outcome.words.at_least, &[name(decision.at_least)]),
                fill(outcome.words.at_best, &[name(decision.at_best)]),
            ]
        } else {
            vec![text.card_settled.to_owned()]
        };
        let steps: Vec<_> = model.choosable().rev().collect();
        let total = steps.len().to_string();
        let here = step(outcome.page, decision.headline)
            .map(|it| fill(outcome.words.scale_step, &[("n", &it.to_string()), ("total", &total)]));
        let answers: Vec<_> =
            plain_text::answers(outcome).into_iter().map(|(it, said)| (it.to_owned(), said)).collect();
        Self {
            site: sentences.title.clone(),
            kicker: text.kicker.to_owned(),
            name: plain_text::name(outcome).to_owned(),
            sides: plain_text::sides(outcome)
                .map(|(title, says)| (format!("{title}{}", outcome.words.colon.trim_end()), says.to_owned()))
                .to_vec(),
            what: sentences.guarantee(decision.headline).what.clone(),
            scale: steps
                .iter()
                .map(|it| Mark { here: *it == decision.headline, possible: open && decision.possible.contains(*it) })
                .collect(),
            legend: [
                outcome.words.scale_weakest.to_owned(),
                here.unwrap_or_default(),
                outcome.words.scale_strongest.to_owned(),
            ],
            settled,
            answers_title: text.card_answers.to_owned(),
            more: (1..=answers.len()).map(|it| outcome.page.text.count(text.card_more, it as u32)).collect(),
            answers,
            colon: outcome.words.colon.trim_end(),
            readings: plain_text::readings(outcome),
            disclaimer: sentences.disclaimer.clone(),
            address: short_address(address).to_owned(),
        }
    }
}
