//! The picture to share: what stands on it, and where. Plain boxes and lines of text, in pixels, so that a canvas has
//! nothing to decide; how wide a text runs is the browser's to say. Always in the colours of the day.
//! It never goes without the disclaimer.

mod block;
mod setting;

use crate::{
    text::{annex::SharingText, fill},
    view::{
        scale::step,
        scene::Whole,
        share::{
            plain_text::{self, short_address},
            state::Format,
        },
    },
};

/// Colours and type as `styles/tokens.css` has them by day; a test compares.
pub const GROUND: &str = "#fbf9f4";
pub const INK: &str = "#1a1b1e";
pub const MUTED: &str = "#5a574f";
pub const RULE: &str = "#857f70";
pub const STEPS: [&str; 9] =
    ["#efe2c4", "#e0dabf", "#cad2bd", "#abc5bf", "#89b3bd", "#669cb7", "#3d769e", "#296191", "#144273"];
pub const SERIF: &str = r#"Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", serif"#;
pub const SANS: &str = r#"system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif"#;

/// A typeface with its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Serif,
    SerifBold,
    Sans,
    SansBold,
}

impl Face {
    /// As a canvas takes it. In whole pixels: printing fractions would cost more wasm than the rest of this file.
    pub fn font(self, size: f64) -> String {
        let (weight, family) = match self {
            Face::Serif => (400, SERIF),
            Face::SerifBold => (700, SERIF),
            Face::Sans => (400, SANS),
            Face::SansBold => (600, SANS),
        };
        #[expect(clippy::cast_sign_loss, reason = "no type is smaller than nothing")]
        let pixels = size as u32;
        format!("{weight} {pixels}px {family}")
    }
}

/// The shapes on a canvas, in the order of drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Fill {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        colour: &'static str,
    },
    /// One line; `y` is its baseline.
    Line {
        x: f64,
        y: f64,
        text: String,
        face: Face,
        size: f64,
        colour: &'static str,
    },
}

impl Shape {
    /// The colour that a shape gives to a spot, in red, green and blue; none where it leaves it alone.
    pub fn covers(&self, across: f64, down: f64) -> Option<[u8; 3]> {
        match self {
            Shape::Fill { x, y, width, height, colour } => {
                let within = (*x..*x + *width).contains(&across) && (*y..*y + *height).contains(&down);
                let digit = |it: u8| u32::from(if it > b'9' { it - b'a' + 10 } else { it - b'0' });
                let value = colour.bytes().skip(1).fold(0, |sum, it| sum << 4 | digit(it));
                let [_, red, green, blue] = value.to_be_bytes();
                within.then_some([red, green, blue])
            }
            Shape::Line { .. } => None,
        }
    }
}

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
    pub fn of(scene: &Whole, text: &SharingText, page: &str) -> Self {
        let model = &scene.case.model;
        let decision = &scene.decision;
        let sentences = &scene.case.sentences;
        let name = |it| ("name", sentences.guarantee(it).name.as_str());
        let open = !decision.is_settled();
        let settled = if open {
            vec![
                scene.words.open_title.to_owned(),
                fill(scene.words.at_least, &[name(decision.at_least)]),
                fill(scene.words.at_best, &[name(decision.at_best)]),
            ]
        } else {
            vec![text.card_settled.to_owned()]
        };
        let steps: Vec<_> = model.choosable().rev().collect();
        let total = steps.len().to_string();
        let here = step(scene, decision.headline)
            .map(|it| fill(scene.words.scale_step, &[("n", &it.to_string()), ("total", &total)]));
        let answers: Vec<_> = plain_text::answers(scene).into_iter().map(|(it, said)| (it.to_owned(), said)).collect();
        Self {
            site: sentences.title.clone(),
            kicker: text.kicker.to_owned(),
            name: plain_text::name(scene).to_owned(),
            sides: plain_text::sides(scene)
                .map(|(title, says)| (format!("{title}{}", scene.words.colon.trim_end()), says.to_owned()))
                .to_vec(),
            what: sentences.guarantee(decision.headline).what.clone(),
            scale: steps
                .iter()
                .map(|it| Mark { here: *it == decision.headline, possible: open && decision.possible.contains(*it) })
                .collect(),
            legend: [
                scene.words.scale_weakest.to_owned(),
                here.unwrap_or_default(),
                scene.words.scale_strongest.to_owned(),
            ],
            settled,
            answers_title: text.card_answers.to_owned(),
            more: (1..=answers.len()).map(|it| scene.text.count(text.card_more, it as u32)).collect(),
            answers,
            colon: scene.words.colon.trim_end(),
            readings: plain_text::readings(scene),
            disclaimer: sentences.disclaimer.clone(),
            address: short_address(page).to_owned(),
        }
    }

    /// The picture in one format. Answers stand below their questions while there is room for that, then beside them;
    /// type shrinks before answers are left out, and nothing else ever is.
    pub fn arrange(&self, format: Format, width_of: &dyn Fn(&str, Face, f64) -> f64) -> Vec<Shape> {
        setting::arranged(self, format, width_of)
    }
}
