//! The outcome data: the sentences and the background that only the outcome's page needs, in one language.

use serde::Serialize;

use crate::unpack::packed;
use crate::{
    case::{
        background::{Background, BackgroundText},
        sentences::Sentences,
    },
    text::outcome::OutcomePageText,
};

packed! {
    /// The data of the outcome page that the edition does not hold.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct OutcomeData {
        pub text: OutcomePageText,
        /// All of them, those of the first load included.
        pub sentences: Sentences,
        /// For every reading, in how many worlds that a reader can give it alone changes the outcome.
        pub moved: Vec<u32>,
        pub background: Background,
        pub background_text: BackgroundText,
    }
}
