//! Passing the outcome on: what the reader has asked for, how it went, and what the browser does for it.
//! `view::share` makes the content, only when the reader asks.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::{
    outcome::folds::Fold,
    share::card::shape::{Face, Shape},
};

/// The browser's functions for sharing an outcome. Nothing leaves the device before the reader sends it.
#[derive(Clone, Default, PartialEq)]
pub struct ShareCapabilities {
    pub device: Device,
    /// Called to put a text on the clipboard.
    pub copy: Callback<(String, Callback<ShareResult>)>,
    /// Called to hand something to the system's share sheet.
    pub share: Callback<(SharePayload, Callback<ShareResult>)>,
    /// Called to draw a picture; answers with none where the browser can't.
    pub draw: Callback<(Picture, Callback<Option<Drawn>>)>,
    /// Called to print; answers where nothing seems to come of it.
    pub print: Callback<Callback<ShareResult>>,
}

/// The browser's capabilities. They differ from the prerendered page, so the first render must not show them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// Address of the tool's page, without query and fragment; empty where nobody else could open it.
    pub address: String,
    /// There is a system share sheet.
    pub shares: bool,
}

/// The forms in which an outcome can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Link,
    /// The link that opens a folded part, too.
    Fold(Fold),
    Words,
    Citation,
    Picture(Format),
    Paper,
}

/// The shapes of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Wide,
    Square,
}

/// How a request to the browser ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareResult {
    Copied,
    /// Shared, or the reader closed the share sheet: nothing more to say.
    Over,
    CopyRefused,
    ShareRefused,
    /// A file may have been saved.
    Saving,
    /// The browser was asked to print and has not begun.
    PrintRefused,
}

/// For the share sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePayload {
    pub title: String,
    pub text: String,
    pub address: String,
    /// With the picture of this format, if it has been drawn.
    pub picture: Option<Format>,
}

/// A picture to draw.
#[derive(Clone)]
pub struct Picture {
    pub format: Format,
    /// Name of the file, should it be shared.
    pub file: String,
    /// Arranges the picture with the widths that texts have in this browser.
    pub arrange: Rc<dyn Fn(&dyn Fn(&str, Face, f64) -> f64) -> Vec<Shape>>,
}

/// A picture that has been drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// A `blob:` address; good until the same format is drawn again.
    pub address: String,
    /// The share sheet takes it.
    pub can_share: bool,
}

/// A panel that opens below a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Pictures,
    Code,
    Citation,
}

/// State of the share section. It is reset when the outcome changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShareState {
    /// The content that was last copied or shared, and the result.
    pub told: Option<(Content, ShareResult)>,
    pub pictures_open: bool,
    pub code_open: bool,
    pub citation_open: bool,
    pub wide: Option<Drawn>,
    pub square: Option<Drawn>,
    /// The browser can't draw one of them, or more.
    pub undrawn: bool,
}

/// A change of the share section's state.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareAction {
    Toggle(Panel),
    /// A request goes out; what was told of the last one is over.
    Begin,
    Ended(Content, ShareResult),
    Drawn(Format, Option<Drawn>),
}

impl Format {
    /// In the order of the page.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Square];

    /// Width and height in pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Format::Wide => (1200, 630),
            Format::Square => (1080, 1080),
        }
    }
}

impl ShareState {
    /// The state after a change of it.
    pub fn after(&self, action: ShareAction) -> Self {
        let mut next = self.clone();
        match action {
            ShareAction::Toggle(Panel::Pictures) => {
                next.pictures_open = !next.pictures_open;
                next.undrawn = false;
            }
            ShareAction::Toggle(Panel::Code) => next.code_open = !next.code_open,
            ShareAction::Toggle(Panel::Citation) => next.citation_open = !next.citation_open,
            ShareAction::Begin => next.told = None,
            ShareAction::Ended(content, end) => next.told = Some((content, end)),
            ShareAction::Drawn(format, drawn) => {
                next.undrawn |= drawn.is_none();
                *next.slot(format) = drawn;
            }
        }
        next
    }

    /// The picture of a format, once it is drawn.
    pub fn drawn(&self, format: Format) -> Option<&Drawn> {
        match format {
            Format::Wide => self.wide.as_ref(),
            Format::Square => self.square.as_ref(),
        }
    }

    fn slot(&mut self, format: Format) -> &mut Option<Drawn> {
        match format {
            Format::Wide => &mut self.wide,
            Format::Square => &mut self.square,
        }
    }

    /// The content that could not be copied or shared, so that its text is shown instead.
    pub fn refused(&self) -> Option<Content> {
        self.told.and_then(|(content, end)| match end {
            ShareResult::CopyRefused | ShareResult::ShareRefused => Some(content),
            ShareResult::Copied | ShareResult::Over | ShareResult::Saving | ShareResult::PrintRefused => None,
        })
    }
}

impl Content {
    /// As ids and tests name it.
    pub fn slug(self) -> &'static str {
        match self {
            Content::Link => "link",
            Content::Fold(fold) => fold.slug(),
            Content::Words => "words",
            Content::Citation => "citation",
            Content::Picture(Format::Wide) => "wide",
            Content::Picture(Format::Square) => "square",
            Content::Paper => "paper",
        }
    }

    /// Id of the text field that is shown when copying is refused.
    pub fn field(self) -> String {
        format!("pass-{}-text", self.slug())
    }
}
