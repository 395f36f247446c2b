//! The folded parts of the outcome's page.

/// A part that is drawn when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    Doubt,
    Landscape,
    Comparison,
    Timeline,
    Versus,
    Together,
    Presets,
}

impl Fold {
    /// The id of the part, for links within the page.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Doubt => "doubt",
            Self::Landscape => "landscape",
            Self::Comparison => "comparison",
            Self::Timeline => "timeline",
            Self::Versus => "versus",
            Self::Together => "together",
            Self::Presets => "presets",
        }
    }
}

/// The parts that are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folds(u8);

impl Folds {
    pub fn contains(self, fold: Fold) -> bool {
        self.0 & (1 << fold as u8) != 0
    }

    pub fn toggle(&mut self, fold: Fold) {
        self.0 ^= 1 << fold as u8;
    }
}
