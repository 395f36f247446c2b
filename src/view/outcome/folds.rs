//! The folded parts of the outcome's page.

/// A part that is drawn when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    Readings,
    Landscape,
    Comparison,
    Timeline,
    CompareLink,
    ForGroups,
    Presets,
}

impl Fold {
    /// In the order of the page: what is most about the reader's outcome first.
    pub const ALL: [Self; 7] = [
        Self::Readings,
        Self::Landscape,
        Self::Comparison,
        Self::Timeline,
        Self::CompareLink,
        Self::ForGroups,
        Self::Presets,
    ];

    /// The part with this id.
    pub fn named(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// The id of the part, for links within the page.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Readings => "doubt",
            Self::Landscape => "landscape",
            Self::Comparison => "comparison",
            Self::Timeline => "timeline",
            Self::CompareLink => "versus",
            Self::ForGroups => "together",
            Self::Presets => "presets",
        }
    }

    /// The id of the button that opens it.
    pub fn button(self) -> String {
        format!("{}-opens", self.slug())
    }
}

/// The parts that are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folds(u8);

impl Folds {
    /// Whether a part is open.
    pub fn contains(self, fold: Fold) -> bool {
        self.0 & (1 << fold as u8) != 0
    }

    /// Opens a part; one that is open stays so.
    pub fn open(&mut self, fold: Fold) {
        self.0 |= 1 << fold as u8;
    }

    /// Opens a part that is closed, and closes one that is open.
    pub fn toggle(&mut self, fold: Fold) {
        self.0 ^= 1 << fold as u8;
    }
}
