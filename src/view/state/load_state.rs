//! How far the outcome's page has come. The page itself belongs to `App`, not to the state.

/// Why the outcome's page could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The host has it no longer, as after a new version of the site.
    Gone,
    /// It could not be reached, or is damaged.
    Unreached,
}

/// How far the outcome's page has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadState {
    /// It is to be fetched, for the first time or once more.
    Wanted {
        tries: u32,
    },
    Missing {
        tries: u32,
        lost: Lost,
    },
    Here,
}

impl LoadState {
    /// The try that is going on.
    pub fn wanted(self) -> Option<u32> {
        match self {
            Self::Wanted { tries } => Some(tries),
            Self::Missing { .. } | Self::Here => None,
        }
    }

    /// Whether it is there to be shown.
    pub fn is_here(self) -> bool {
        self == Self::Here
    }

    /// Whether the last try has failed.
    pub fn is_missing(self) -> bool {
        matches!(self, Self::Missing { .. })
    }

    /// Whether the last try has failed because the host has it no longer.
    pub fn is_gone(self) -> bool {
        matches!(self, Self::Missing { lost: Lost::Gone, .. })
    }

    /// Whether another try is of little use, and the page is better loaded anew.
    pub fn is_given_up(self) -> bool {
        matches!(self, Self::Missing { tries: 1.., .. }) || self.is_gone()
    }

    /// After a try that brought it, or did not. Once it is here it stays.
    pub fn came(self, came: Result<(), Lost>) -> Self {
        match (self, came) {
            (Self::Here, _) | (_, Ok(())) => Self::Here,
            (Self::Wanted { tries } | Self::Missing { tries, .. }, Err(lost)) => Self::Missing { tries, lost },
        }
    }

    /// With one more try where the last one has failed.
    pub fn again(self) -> Self {
        match self {
            Self::Missing { tries, .. } => Self::Wanted { tries: tries + 1 },
            Self::Wanted { .. } | Self::Here => self,
        }
    }
}
