//! The layout of the picture: text broken into lines, parts below one another, and the largest type that fits.

use crate::view::share::{
    card::{
        Card,
        block::{Block, Run, Type, band},
        shape::{Face, GROUND, INK, MUTED, RULE, STEPS, Shape},
    },
    state::Format,
};

impl Card {
    /// The picture in one format. Answers stand below their questions while there is room for that, then beside them;
    /// type shrinks before answers are left out, and nothing else ever is.
    pub fn arrange(&self, format: Format, width_of: &dyn Fn(&str, Face, f64) -> f64) -> Vec<Shape> {
        let (width, height) = format.size();
        let page = Page { card: self, width_of, width: f64::from(width), height: f64::from(height) };
        // The foot has its full size unless nothing else gets room beside it.
        first_fitting((10..=20).rev().map(|foot| match format {
            Format::Wide => page.wide(foot),
            Format::Square => page.square(foot),
        }))
    }
}

/// How answers can be set, the best first: type in twentieths, how many are shown, and whether each stands below
/// its question.
fn tries(card: &Card) -> impl Iterator<Item = (i32, usize, bool)> + use<> {
    let all = card.answers.len();
    let least = all.min(FEWEST_ANSWERS);
    let stacked = (20..=24).rev().map(move |it| (it, all, true));
    let shrinking = (16..=24).rev().map(move |it| (it, all, false));
    let cutting = (least..all).rev().map(|it| (16, it, false));
    let last = (8..16).rev().map(move |it| (it, least, false));
    stacked.chain(shrinking).chain(cutting).chain(last)
}

/// The first try that fits, or the last of all.
fn first_fitting<T: Default>(tries: impl Iterator<Item = (T, bool)>) -> T {
    let mut last = T::default();
    for (it, fits) in tries {
        last = it;
        if fits {
            break;
        }
    }
    last
}

/// Fewer are not left on the picture.
const FEWEST_ANSWERS: usize = 4;

const MARGIN: f64 = 56.0;
/// Between the parts of a picture, and between columns.
const GAP: f64 = 28.0;
const GUTTER: f64 = 48.0;

/// A card on a ground of this size.
#[derive(Clone, Copy)]
struct Page<'a> {
    card: &'a Card,
    width_of: &'a dyn Fn(&str, Face, f64) -> f64,
    width: f64,
    height: f64,
}

/// Parts of a card at one scale of type.
struct Setting<'a> {
    page: Page<'a>,
    scale: f64,
}

impl<'a> Page<'a> {
    fn at(self, twentieths: i32) -> Setting<'a> {
        Setting { page: self, scale: f64::from(twentieths) / 20.0 }
    }

    fn inner(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }

    /// The outcome on the left, the answers on the right; each side with the largest type that it has room for.
    fn wide(self, foot: i32) -> (Vec<Shape>, bool) {
        let (mut shapes, bottom) = self.ground(foot);
        let room = bottom - MARGIN;
        let beside = if self.card.answers.is_empty() { 0.0 } else { self.inner() * 0.37 };
        let main = self.inner() - beside - if beside > 0.0 { GUTTER } else { 0.0 };
        let (head, scale) = first_fitting((10..=24).rev().map(|it| {
            let parts = (self.at(it).head(main), self.at(it).scale_block(main));
            let fits = parts.0.height + GAP + parts.1.height <= room;
            (parts, fits)
        }));
        let answers = first_fitting(tries(self.card).map(|(it, shown, stacked)| {
            let answers = self.at(it).answers(&[beside], shown, stacked);
            let fits = answers.height <= room;
            (answers, fits)
        }));
        shapes.extend(head.at(MARGIN, MARGIN));
        shapes.extend(scale.at(MARGIN, bottom - scale.height));
        shapes.extend(answers.at(self.width - MARGIN - beside, MARGIN));
        (shapes, head.height + GAP + scale.height <= room && answers.height <= room)
    }

    /// The outcome above the answers, which stand in two columns.
    fn square(self, foot: i32) -> (Vec<Shape>, bool) {
        let (ground, bottom) = self.ground(foot);
        let column = (self.inner() - GUTTER) / 2.0;
        let tries = tries(self.card).map(|(it, shown, stacked)| {
            let (head, scale) = (self.at(it).head(self.inner()), self.at(it).scale_block(self.inner()));
            let answers = self.at(it).answers(&[column, column], shown, stacked);
            let answers_top = bottom - answers.height;
            let scale_top = answers_top - scale.height - if answers.height > 0.0 { 1.3 * GAP } else { 0.0 };
            let mut shapes = ground.clone();
            shapes.extend(head.at(MARGIN, MARGIN));
            shapes.extend(scale.at(MARGIN, scale_top));
            shapes.extend(answers.at(MARGIN, answers_top));
            let fits = MARGIN + head.height + GAP <= scale_top;
            ((shapes, fits), fits)
        });
        first_fitting(tries)
    }

    /// The ground with its foot, and where above it the other parts end.
    fn ground(self, foot: i32) -> (Vec<Shape>, f64) {
        let foot = self.at(foot).foot(self.inner());
        let top = self.height - MARGIN * 0.75 - foot.height;
        let mut shapes =
            vec![band(0.0, 0.0, self.width, self.height, GROUND), band(0.0, 0.0, self.width, 10.0, STEPS[8])];
        shapes.extend(foot.at(MARGIN, top));
        (shapes, top - GAP)
    }
}

impl Setting<'_> {
    /// Whose tool it is, the outcome, what speaks for and against it, and what it is.
    fn head(&self, width: f64) -> Block {
        let card = self.page.card;
        let mut head = self
            .text(&[(&card.site, Face::SerifBold, INK)], 24.0, 1.2, width)
            .below(26.0 * self.scale, &self.text(&[(&card.kicker, Face::Sans, MUTED)], 23.0, 1.3, width))
            .below(6.0 * self.scale, &self.text(&[(&card.name, Face::SerifBold, INK)], 58.0, 1.08, width));
        let mut gap = 14.0;
        for (title, says) in &card.sides {
            let runs = [(title.as_str(), Face::SansBold, INK), (says.as_str(), Face::Sans, INK)];
            head = head.below(gap * self.scale, &self.text(&runs, 22.0, 1.3, width));
            gap = 3.0;
        }
        head.below(16.0 * self.scale, &self.text(&[(&card.what, Face::Serif, INK)], 27.0, 1.36, width))
    }

    fn scale_block(&self, width: f64) -> Block {
        let legend = &self.page.card.legend;
        let mut block = self.steps(width).below(10.0 * self.scale, &self.legend(legend, width));
        let mut gap = 14.0;
        for line in &self.page.card.settled {
            block = block.below(gap * self.scale, &self.text(&[(line, Face::SansBold, INK)], 21.0, 1.3, width));
            gap = 2.0;
        }
        block
    }

    fn steps(&self, width: f64) -> Block {
        let count = self.page.card.scale.len().max(1) as f64;
        let (gap, tall, low, line) = (5.0, 46.0 * self.scale, 24.0 * self.scale, 3.0);
        let each = (width - gap * (count - 1.0)) / count;
        let mut shapes = Vec::new();
        for (index, mark) in self.page.card.scale.iter().enumerate() {
            let x = index as f64 * (each + gap);
            let colour = STEPS[index.min(STEPS.len() - 1)];
            if mark.here {
                shapes.push(band(x, 0.0, each, tall, INK));
                shapes.push(band(x + line, line, each - 2.0 * line, tall - 2.0 * line, GROUND));
                shapes.push(band(x + 2.0 * line, 2.0 * line, each - 4.0 * line, tall - 4.0 * line, colour));
            } else {
                shapes.push(band(x, tall - low, each, low, colour));
            }
            let next = self.page.card.scale.get(index + 1).is_some_and(|it| it.possible);
            let before = index > 0 && self.page.card.scale[index - 1].possible;
            if mark.possible {
                let bottom = tall + 7.0;
                shapes.push(band(x, bottom + 5.0, each + if next { gap } else { 0.0 }, 4.0, INK));
                // The ends turn up, so that it reads as a bracket.
                if !before {
                    shapes.push(band(x, bottom, 4.0, 9.0, INK));
                }
                if !next {
                    shapes.push(band(x + each - 4.0, bottom, 4.0, 9.0, INK));
                }
            }
        }
        let bracket = if self.page.card.scale.iter().any(|it| it.possible) { 16.0 } else { 0.0 };
        Block { shapes, height: tall + bracket }
    }

    /// Weakest on the left, strongest on the right, and between them where the outcome stands.
    fn legend(&self, [weakest, here, strongest]: &[String; 3], width: f64) -> Block {
        let size = (18.0 * self.scale).round();
        let line = |x: f64, text: &str, colour| Shape::Line {
            x,
            y: size,
            text: text.to_owned(),
            face: Face::Sans,
            size,
            colour,
        };
        let wide = |it: &str| (self.page.width_of)(it, Face::Sans, size);
        let mut shapes = vec![line(0.0, weakest, MUTED), line(width - wide(strongest), strongest, MUTED)];
        let free = (wide(weakest), width - wide(strongest));
        shapes.push(line((free.0 + free.1 - wide(here)) / 2.0, here, INK));
        Block { shapes, height: size * 1.35 }
    }

    /// So many answers in columns of these widths, and how many more there are.
    fn answers(&self, columns: &[f64], shown: usize, stacked: bool) -> Block {
        let card = self.page.card;
        if card.answers.is_empty() {
            return Block::default();
        }
        let mut items: Vec<(&str, &str)> =
            card.answers[..shown].iter().map(|(question, said)| (question.as_str(), said.as_str())).collect();
        let left = card.answers.len() - shown;
        if left > 0 {
            items.push((card.more[left - 1].as_str(), ""));
        }
        let each = items.len().div_ceil(columns.len());
        let mut block = Block::default();
        let mut left = 0.0;
        for (width, part) in columns.iter().zip(items.chunks(each.max(1))) {
            let mut column = Block::default();
            for (index, (question, said)) in part.iter().enumerate() {
                let gap = if index == 0 { 0.0 } else { 9.0 * self.scale };
                let answer = (*said, Face::SansBold, INK);
                column = if stacked {
                    let above = self.text(&[(question, Face::Sans, MUTED)], 17.0, 1.28, *width);
                    column.below(gap, &above).below(0.0, &self.text(&[answer], 21.0, 1.28, *width))
                } else {
                    let colon = if said.is_empty() { "" } else { card.colon };
                    let before = format!("{question}{colon}");
                    column.below(gap, &self.text(&[(&before, Face::Sans, MUTED), answer], 20.0, 1.28, *width))
                };
            }
            block.shapes.extend(column.at(left, 0.0));
            block.height = block.height.max(column.height);
            left += width + GUTTER;
        }
        let whole = columns.iter().sum::<f64>() + GUTTER * (columns.len() as f64 - 1.0);
        let title = self.text(&[(&card.answers_title, Face::SansBold, MUTED)], 18.0, 1.3, whole);
        Block { shapes: vec![band(0.0, 0.0, whole, 2.0, INK)], height: 2.0 }
            .below(10.0, &title)
            .below(10.0 * self.scale, &block)
    }

    /// The switched interpretations, the disclaimer, and the address of the tool.
    fn foot(&self, width: f64) -> Block {
        let card = self.page.card;
        let mut block = Block { shapes: vec![band(0.0, 0.0, width, 1.0, RULE)], height: 1.0 };
        if let Some(readings) = &card.readings {
            block = block.below(12.0 * self.scale, &self.text(&[(readings, Face::Sans, INK)], 18.0, 1.3, width));
        }
        block
            .below(12.0 * self.scale, &self.text(&[(&card.disclaimer, Face::Sans, INK)], 18.0, 1.3, width))
            .below(4.0 * self.scale, &self.text(&[(&card.address, Face::SansBold, INK)], 18.0, 1.3, width))
    }

    /// Text in lines no wider than `width`; `size` before scaling.
    fn text(&self, runs: &[Run], size: f64, leading: f64, width: f64) -> Block {
        Type { width_of: self.page.width_of, size: (size * self.scale).round(), leading }.set(runs, width)
    }
}
