//! Why a command stopped, and the exit status that tells it to other programs.

use std::fmt;

/// Shown to a person as one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The input is wrong: arguments or a folder.
    Input(String),
    /// The case has mistakes. They have been shown already, so that nothing is left to say.
    Case,
    /// A step failed: its name, the reason, and the remedy.
    Step { step: String, why: String, remedy: String },
}

impl Failure {
    pub fn step(step: &str, why: impl fmt::Display, remedy: &str) -> Self {
        Self::Step { step: step.to_owned(), why: why.to_string(), remedy: remedy.to_owned() }
    }

    /// 2 for bad input, 1 for a failed step.
    pub fn status(&self) -> u8 {
        match self {
            Self::Input(_) | Self::Case => 2,
            Self::Step { .. } => 1,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Input(says) => write!(formatter, "{says}"),
            Self::Case => Ok(()),
            Self::Step { step, why, remedy } => {
                write!(formatter, "This step failed: {step}.\n{}\n{remedy}", why.trim_end())
            }
        }
    }
}
