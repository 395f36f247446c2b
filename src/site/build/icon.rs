//! The icon: rungs of the ladder, the strongest on top, in the colours of the scale by day. Boxes and nothing else, so
//! that the drawing and the pictures of it agree at any size.

use serde::{Deserialize, Serialize};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};

use crate::view::share::card::shape::{GROUND, STEPS};

/// A picture of the icon, for one use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Icon {
    Small,
    Large,
    /// Up to the edges, for devices that cut icons to a shape of their own.
    Maskable,
    /// For home screens of Apple's devices, which round the corners themselves.
    Touch,
}

/// The side of the square that the boxes are given in.
const SIDE: f32 = 512.0;
const CORNER: f32 = 96.0;
/// From the left edge to the rungs, which are as long as they are strong.
const START: f32 = 104.0;
const RUNGS: [(usize, f32); 5] = [(8, 304.0), (7, 244.0), (5, 184.0), (3, 124.0), (1, 64.0)];
const TOP: f32 = 106.0;
const HEIGHT: f32 = 44.0;
const PITCH: f32 = 64.0;
/// Devices may cut off what lies outside a circle of four fifths of the side.
const SAFE: f32 = 0.8;

impl Icon {
    pub const ALL: [Self; 4] = [Self::Small, Self::Large, Self::Maskable, Self::Touch];

    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "icon-192",
            Self::Large => "icon-512",
            Self::Maskable => "icon-maskable",
            Self::Touch => "icon-touch",
        }
    }

    /// Width and height in pixels.
    pub fn size(self) -> u32 {
        match self {
            Self::Small => 192,
            Self::Large | Self::Maskable => 512,
            Self::Touch => 180,
        }
    }

    /// As a manifest has it.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Small | Self::Large | Self::Touch => "any",
            Self::Maskable => "maskable",
        }
    }

    fn is_rounded(self) -> bool {
        match self {
            Self::Small | Self::Large => true,
            Self::Maskable | Self::Touch => false,
        }
    }

    pub fn png(self) -> Vec<u8> {
        let mut picture = Pixmap::new(self.size(), self.size()).expect("the size is more than nothing");
        let whole = Transform::from_scale(self.size() as f32 / SIDE, self.size() as f32 / SIDE);
        let corner = if self.is_rounded() { CORNER } else { 0.0 };
        fill(&mut picture, [0.0, 0.0, SIDE, SIDE], corner, GROUND, whole);
        let inner = match self {
            Self::Small | Self::Large | Self::Touch => whole,
            Self::Maskable => {
                let edge = SIDE * (1.0 - SAFE) / 2.0;
                whole.pre_concat(Transform::from_row(SAFE, 0.0, 0.0, SAFE, edge, edge))
            }
        };
        for (index, (step, length)) in RUNGS.into_iter().enumerate() {
            fill(&mut picture, [START, top(index), length, HEIGHT], 0.0, STEPS[step], inner);
        }
        picture.encode_png().expect("memory takes any picture")
    }
}

pub fn svg() -> String {
    let rungs = RUNGS.iter().enumerate().map(|(index, (step, length))| {
        let (top, colour) = (top(index), STEPS[*step]);
        format!("<path fill=\"{colour}\" d=\"M{START} {top}h{length}v{HEIGHT}h-{length}z\"/>")
    });
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\"><rect width=\"{SIDE}\" height=\"{SIDE}\" rx=\"{CORNER}\" fill=\"{GROUND}\"/>{}</svg>\n",
        rungs.collect::<String>()
    )
}

fn top(rung: usize) -> f32 {
    TOP + PITCH * rung as f32
}

fn fill(picture: &mut Pixmap, [x, y, width, height]: [f32; 4], corner: f32, colour: &str, place: Transform) {
    let mut path = PathBuilder::new();
    let (right, bottom) = (x + width, y + height);
    if corner > 0.0 {
        path.move_to(x + corner, y);
        path.line_to(right - corner, y);
        path.quad_to(right, y, right, y + corner);
        path.line_to(right, bottom - corner);
        path.quad_to(right, bottom, right - corner, bottom);
        path.line_to(x + corner, bottom);
        path.quad_to(x, bottom, x, bottom - corner);
        path.line_to(x, y + corner);
        path.quad_to(x, y, x + corner, y);
        path.close();
    } else {
        path.push_rect(Rect::from_xywh(x, y, width, height).expect("every box has a size"));
    }
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(read(colour));
    let path = path.finish().expect("the path is not empty");
    picture.fill_path(&path, &paint, FillRule::Winding, place, None);
}

/// A colour such as `#1a2b3c`.
fn read(colour: &str) -> Color {
    let number = u32::from_str_radix(colour.trim_start_matches('#'), 16).expect("the card's colours are hexadecimal");
    let [_, red, green, blue] = number.to_be_bytes();
    Color::from_rgba8(red, green, blue, 255)
}
