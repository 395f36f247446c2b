//! The annex: what only the outcome's page needs. It is fetched when that page comes near, so that nobody waits for it
//! before the first question.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::{
    case::history::{History, HistoryText},
    text::annex::AnnexText,
};

/// What the outcome's page needs besides the edition, in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Annex {
    pub text: AnnexText,
    pub history: History,
    pub history_text: HistoryText,
}

/// How far the annex has come.
#[derive(Clone, Debug)]
pub enum Fetched {
    /// It is to be fetched, for the first time or once more.
    Wanted {
        tries: u32,
    },
    Failed {
        tries: u32,
    },
    Here(Rc<Annex>),
}

impl Fetched {
    /// The try that is going on.
    pub fn wanted(&self) -> Option<u32> {
        match self {
            Fetched::Wanted { tries } => Some(*tries),
            Fetched::Failed { .. } | Fetched::Here(_) => None,
        }
    }

    pub fn here(&self) -> Option<&Annex> {
        match self {
            Fetched::Here(annex) => Some(annex),
            Fetched::Wanted { .. } | Fetched::Failed { .. } => None,
        }
    }

    /// After a try that brought it, or did not.
    pub fn came(&self, annex: Option<Rc<Annex>>) -> Self {
        match (self, annex) {
            (_, Some(annex)) => Fetched::Here(annex),
            (Fetched::Wanted { tries }, None) => Fetched::Failed { tries: *tries },
            (now, None) => now.clone(),
        }
    }

    pub fn again(&self) -> Self {
        match self {
            Fetched::Failed { tries } => Fetched::Wanted { tries: tries + 1 },
            now => now.clone(),
        }
    }
}

/// An annex never changes within a page, so it is only compared whether it is there.
impl PartialEq for Fetched {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Fetched::Wanted { tries: one }, Fetched::Wanted { tries: other })
            | (Fetched::Failed { tries: one }, Fetched::Failed { tries: other }) => one == other,
            (Fetched::Here(_), Fetched::Here(_)) => true,
            _ => false,
        }
    }
}
