//! The lazily loaded outcome page: its code, its sentences and its computations. It is fetched when that page comes
//! near, so that no reader waits for it before the first question.
//! Here it is known by its functions' types alone; `view::outcome::chunk` puts it together.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{Case, GuaranteeId, QuestionId},
    decide::{asking::Choice, reverse::Origin, table::Table},
    view::{
        annex::Annex,
        host::Host,
        outcome::marks::Marks,
        scene::{Followed, Scene},
        share::state::Means,
        state::action::Action,
    },
};

/// The outcome's page, once it is here.
#[derive(Clone)]
pub struct Later {
    pub outcome: fn(&Rc<Followed>, &Later, Option<&Rc<Origin>>, &Host, &Marks, &Callback<Action>) -> Html,
    pub presets: fn(&Scene, &Later) -> Html,
    /// The content of an opened rung.
    pub rung: fn(&Scene, &Later, Option<&Origin>, GuaranteeId, &Callback<Action>) -> Html,
    /// Where an answer to a question leads, below it.
    pub lead: fn(&Scene, &Later, QuestionId, Choice) -> Html,
    pub origin: fn(&Table, GuaranteeId) -> Origin,
    pub annex: &'static Annex,
    /// The case with every sentence.
    pub case: &'static Case,
    /// For passing the outcome on.
    pub means: Means,
    /// Called with what is to happen once what is there has been painted. Where nothing is painted, it happens soon.
    pub painted: Callback<Callback<()>>,
}

/// Why the outcome's page could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The host has it no longer, as after a new version of the site.
    Gone,
    /// It could not be reached, or is damaged.
    Unreached,
}

/// How far the outcome's page has come.
#[derive(Clone)]
pub enum Fetched {
    /// It is to be fetched, for the first time or once more.
    Wanted {
        tries: u32,
    },
    Missing {
        tries: u32,
        lost: Lost,
    },
    Here(Later),
}

impl Fetched {
    /// The try that is going on.
    pub fn wanted(&self) -> Option<u32> {
        match self {
            Self::Wanted { tries } => Some(*tries),
            Self::Missing { .. } | Self::Here(_) => None,
        }
    }

    pub fn here(&self) -> Option<&Later> {
        match self {
            Self::Here(later) => Some(later),
            Self::Wanted { .. } | Self::Missing { .. } => None,
        }
    }

    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing { .. })
    }

    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Missing { lost: Lost::Gone, .. })
    }

    /// Whether another try is of little use, and the page is better loaded anew.
    pub fn is_given_up(&self) -> bool {
        matches!(self, Self::Missing { tries: 1.., .. }) || self.is_gone()
    }

    /// After a try that brought it, or did not.
    pub fn came(&self, later: Result<Later, Lost>) -> Self {
        match (self, later) {
            (Self::Here(_), _) => self.clone(),
            (_, Ok(later)) => Self::Here(later),
            (Self::Wanted { tries } | Self::Missing { tries, .. }, Err(lost)) => Self::Missing { tries: *tries, lost },
        }
    }

    pub fn again(&self) -> Self {
        match self {
            Self::Missing { tries, .. } => Self::Wanted { tries: tries + 1 },
            Self::Wanted { .. } | Self::Here(_) => self.clone(),
        }
    }
}

/// Once it is here it never changes.
impl PartialEq for Fetched {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Wanted { tries: one }, Self::Wanted { tries: other }) => one == other,
            (Self::Missing { tries: one, lost }, Self::Missing { tries: other, lost: other_lost }) => {
                one == other && lost == other_lost
            }
            (Self::Here(_), Self::Here(_)) => true,
            _ => false,
        }
    }
}

impl PartialEq for Later {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.annex, other.annex)
    }
}

impl std::fmt::Debug for Later {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Later")
    }
}
