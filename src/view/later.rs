//! The piece of the wasm that loads later: the outcome's page, and what only it computes.
//! Nothing else may name what is in here, or the splitter leaves it in the main piece (see `site::link`).

use std::mem;

use yew::prelude::*;

use crate::{
    case::GuaranteeId,
    decide::{
        reverse::{self, Origin},
        table::Table,
    },
    view::{
        annex::{self, Annex},
        host::Host,
        outcome::{self, Marks},
        presets,
        state::{Action, Scene},
    },
};

/// The ways into the piece.
#[derive(Clone, Copy)]
pub struct Later {
    pub outcome: fn(&Scene, &Host, &Marks, &Callback<Action>) -> Html,
    pub origin: fn(&Table, GuaranteeId) -> Origin,
    pub presets: fn(&Scene, &Annex) -> Html,
    pub annex: fn(&'static [u8]) -> Option<&'static Annex>,
}

const LATER: Later =
    Later { outcome: outcome::outcome, origin: reverse::origin, presets: presets::list, annex: annex::unpacked };

/// How far the piece is.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "split"), expect(dead_code, reason = "where all is one piece, it is always here"))]
pub enum Piece {
    Coming,
    /// It could not be fetched.
    Missing,
    Here(Later),
}

impl Piece {
    pub fn here(self) -> Option<Later> {
        match self {
            Self::Here(later) => Some(later),
            Self::Coming | Self::Missing => None,
        }
    }
}

/// A piece that is here never changes.
impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        mem::discriminant(self) == mem::discriminant(other)
    }
}

#[cfg(not(feature = "split"))]
impl Piece {
    /// All of it is one piece.
    pub const AT_START: Self = Self::Here(LATER);

    #[expect(clippy::unused_async, reason = "in a browser it has to be waited for")]
    pub async fn fetch() -> Self {
        Self::AT_START
    }
}

#[cfg(feature = "split")]
impl Piece {
    pub const AT_START: Self = Self::Coming;

    /// Fetches the piece. Once it is here, it stays; where it could not be fetched, the next call tries again.
    pub async fn fetch() -> Self {
        later().await.map_or(Self::Missing, Self::Here)
    }
}

/// Where the wasm is split: this function, and all that is reached through it alone, becomes the piece `later`.
/// The macro makes it `async`; its `unsafe` is that of calling into the other piece, whose types are those of this one.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
// Not `expect`: the macro puts attributes on two functions, of which one gives rise to it.
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the way to fail")]
fn later() -> Result<Later, wasm_split_helpers::SplitLoaderError> {
    Ok(LATER)
}
