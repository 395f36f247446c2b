//! Draws the shapes of a card into a PNG: boxes, and lines of text with the fonts of the repository, so that every
//! machine draws the same picture.

use std::{fs, path::Path};

use rustybuzz::{
    Face as Font, UnicodeBuffer, shape,
    ttf_parser::{GlyphId, OutlineBuilder},
};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};

use crate::{
    case::load::odd_characters::name,
    site::failure::Failure,
    view::share::card::shape::{Face, Shape},
};

const STEP: &str = "drawing the card images";
/// The remedy for a letter that the fonts lack, shared by the check and the build.
pub const LETTER_REMEDY: &str = "Write it in another way, or add it to the fonts; fonts/README.md says how.";

/// The files of the four faces.
pub struct FontFiles(Vec<Vec<u8>>);

/// The faces, ready to measure and to draw.
pub struct Painter<'a> {
    serif: Font<'a>,
    serif_bold: Font<'a>,
    sans: Font<'a>,
    sans_bold: Font<'a>,
}

/// One glyph of a line: which one, and where it starts, in the units of its font.
struct Glyph {
    id: GlyphId,
    x: f32,
    y: f32,
}

impl FontFiles {
    /// # Errors
    /// A font that is not there.
    pub fn read(root: &Path) -> Result<Self, Failure> {
        let names = ["NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"];
        let file = |name: &str| {
            fs::read(root.join("fonts").join(name))
                .map_err(|it| Failure::step(STEP, format!("fonts/{name} can't be read: {it}."), "Put the file back."))
        };
        names.into_iter().map(file).collect::<Result<_, _>>().map(Self)
    }
}

impl<'a> Painter<'a> {
    /// # Errors
    /// A file that is no font.
    pub fn of(files: &'a FontFiles) -> Result<Self, Failure> {
        let font = |index: usize| {
            Font::from_slice(&files.0[index], 0)
                .ok_or_else(|| Failure::step(STEP, "A file in fonts/ is no font.", "Put the file back."))
        };
        Ok(Self { serif: font(0)?, serif_bold: font(1)?, sans: font(2)?, sans_bold: font(3)? })
    }

    /// How wide a text runs, in pixels.
    pub fn width_of(&self, text: &str, face: Face, size: f64) -> f64 {
        let font = self.font(face);
        let (_, width) = glyphs(font, text);
        f64::from(width) * size / f64::from(font.units_per_em())
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// A letter that the fonts do not have.
    pub fn png(&self, shapes: &[Shape], (width, height): (u32, u32)) -> Result<Vec<u8>, Failure> {
        let mut canvas = Pixmap::new(width, height).expect("a card has a size");
        for it in shapes {
            match it {
                Shape::Fill { x, y, width, height, colour } => {
                    let area = Rect::from_xywh(*x as f32, *y as f32, *width as f32, *height as f32);
                    if let Some(area) = area {
                        canvas.fill_rect(area, &paint(colour), Transform::identity(), None);
                    }
                }
                Shape::Line { x, y, text, face, size, colour } => {
                    self.has_letters(text, *face)?;
                    self.line(&mut canvas, (*x as f32, *y as f32), text, (*face, *size as f32), colour);
                }
            }
        }
        canvas.encode_png().map_err(|it| Failure::step(STEP, it, "This is a mistake in src/site/social/rasterize.rs."))
    }

    fn line(
        &self,
        canvas: &mut Pixmap,
        (left, baseline): (f32, f32),
        text: &str,
        (face, size): (Face, f32),
        colour: &str,
    ) {
        let font = self.font(face);
        let scale = size / font.units_per_em() as f32;
        let mut outline = Outline { path: PathBuilder::new(), scale, x: 0.0, y: 0.0 };
        for glyph in glyphs(font, text).0 {
            outline.x = left + glyph.x * scale;
            outline.y = baseline - glyph.y * scale;
            font.outline_glyph(glyph.id, &mut outline);
        }
        if let Some(path) = outline.path.finish() {
            canvas.fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    fn has_letters(&self, text: &str, face: Face) -> Result<(), Failure> {
        match lacking(self.font(face), text) {
            Some(letter) => Err(Failure::step(STEP, format!("{}, as in: {text}", lacks(letter)), LETTER_REMEDY)),
            None => Ok(()),
        }
    }

    /// The first letter that one of the faces does not have.
    pub fn lacking(&self, text: &str) -> Option<char> {
        [&self.serif, &self.serif_bold, &self.sans, &self.sans_bold].into_iter().find_map(|it| lacking(it, text))
    }

    fn font(&self, face: Face) -> &Font<'a> {
        match face {
            Face::Serif => &self.serif,
            Face::SerifBold => &self.serif_bold,
            Face::Sans => &self.sans,
            Face::SansBold => &self.sans_bold,
        }
    }
}

fn lacking(font: &Font, text: &str) -> Option<char> {
    text.chars().find(|it| font.glyph_index(*it).is_none())
}

/// A letter that the fonts do not have, by its name.
pub fn lacks(letter: char) -> String {
    format!("The fonts of the pictures have no {}", name(letter))
}

/// The glyphs of a line with kerning, and how far they run.
fn glyphs(font: &Font, text: &str) -> (Vec<Glyph>, i32) {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaped = shape(font, &[], buffer);
    let mut run = 0;
    let glyphs = shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
        .map(|(info, position)| {
            let id = GlyphId(u16::try_from(info.glyph_id).unwrap_or_default());
            let glyph = Glyph { id, x: (run + position.x_offset) as f32, y: position.y_offset as f32 };
            run += position.x_advance;
            glyph
        })
        .collect();
    (glyphs, run)
}

/// A colour as the tokens have it: `#1a2b3c`.
fn paint(colour: &str) -> Paint<'static> {
    let number = u32::from_str_radix(colour.trim_start_matches('#'), 16).expect("cards use colours such as #1a2b3c");
    let [_, red, green, blue] = number.to_be_bytes();
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(Color::from_rgba8(red, green, blue, 255));
    paint
}

/// Brings outlines from the units of a font, which count upwards, to pixels, which count downwards.
struct Outline {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
