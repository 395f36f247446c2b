//! Blocks of shapes, and text set into one.

use crate::view::share::card::shape::{Face, Shape};

/// Shapes below and right of 0, 0, and how much height they take.
#[derive(Default)]
pub struct Block {
    pub shapes: Vec<Shape>,
    pub height: f64,
}

/// A stretch of text in one face and colour.
pub type Run<'a> = (&'a str, Face, &'static str);

impl Block {
    /// Puts another block below, after a gap.
    pub fn below(mut self, gap: f64, other: &Block) -> Self {
        let top = self.height + gap;
        self.shapes.extend(other.at(0.0, top));
        self.height = top + other.height;
        self
    }

    /// The shapes moved right and down, in pixels.
    pub fn at(&self, left: f64, top: f64) -> impl Iterator<Item = Shape> + '_ {
        self.shapes.iter().cloned().map(move |mut it| {
            let (x, y) = match &mut it {
                Shape::Fill { x, y, .. } | Shape::Line { x, y, .. } => (x, y),
            };
            *x += left;
            *y += top;
            it
        })
    }
}

/// How text is set.
pub struct Type<'a> {
    pub width_of: &'a dyn Fn(&str, Face, f64) -> f64,
    /// In pixels.
    pub size: f64,
    /// From line to line, in sizes.
    pub leading: f64,
}

impl Type<'_> {
    /// Text in lines no wider than `width`.
    pub fn set(&self, runs: &[Run], width: f64) -> Block {
        let size = self.size;
        let leading = size * self.leading;
        let mut shapes: Vec<Shape> = Vec::new();
        let (mut x, mut lines) = (0.0, 1.0);
        for (text, face, colour) in runs {
            let space = (self.width_of)(" ", *face, size);
            for word in text.split(' ').filter(|it| !it.is_empty()).flat_map(|it| self.pieces(it, *face, width)) {
                let wide = (self.width_of)(&word, *face, size);
                if x > 0.0 && x + space + wide > width {
                    (x, lines) = (0.0, lines + 1.0);
                }
                let start = if x > 0.0 { x + space } else { 0.0 };
                let y = (lines - 1.0) * leading + (leading - size) / 2.0 + size * 0.8;
                match shapes.last_mut() {
                    // Words of one line and look are one text, so that the browser sets the spaces between them.
                    Some(Shape::Line { text, face: same, y: line, colour: like, x: from, .. })
                        if start > 0.0 && same == face && like == colour && (*line - y).abs() < 0.1 =>
                    {
                        text.push(' ');
                        text.push_str(&word);
                        x = *from + (self.width_of)(text, *face, size);
                    }
                    _ => {
                        shapes.push(Shape::Line { x: start, y, text: word, face: *face, size, colour });
                        x = start + wide;
                    }
                }
            }
        }
        Block { shapes, height: lines * leading }
    }

    /// A word whole, or cut where it is wider than a line, as an address can be.
    fn pieces(&self, word: &str, face: Face, width: f64) -> Vec<String> {
        if (self.width_of)(word, face, self.size) <= width {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        for letter in word.chars() {
            let piece = pieces.last_mut().expect("there is one from the start");
            piece.push(letter);
            if (self.width_of)(piece, face, self.size) > width && piece.chars().count() > 1 {
                piece.pop();
                pieces.push(letter.to_string());
            }
        }
        pieces
    }
}

/// A filled box, in pixels.
pub fn band(x: f64, y: f64, width: f64, height: f64, colour: &'static str) -> Shape {
    Shape::Fill { x, y, width, height, colour }
}
