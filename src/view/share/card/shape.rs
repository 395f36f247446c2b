//! What a picture is made of: filled boxes and lines of text, in the colours and faces of the page.

// Colours and type as `styles/tokens.css` has them by day; a test compares.

/// The ground of the picture.
pub const GROUND: &str = "#fbf9f4";
/// Text.
pub const INK: &str = "#1a1b1e";
/// Text of less weight.
pub const MUTED: &str = "#5a574f";
/// Lines and frames.
pub const RULE: &str = "#857f70";
/// The steps of the scale, the weakest first.
pub const STEPS: [&str; 9] =
    ["#efe2c4", "#e0dabf", "#cad2bd", "#abc5bf", "#89b3bd", "#669cb7", "#3d769e", "#296191", "#144273"];
/// The family of names and sentences.
pub const SERIF: &str = r#"Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", serif"#;
/// The family of labels.
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
