//! The sentences of the interface; the case has its own. They are one typed struct, with one file for each language.
//! A sentence that is missing in a language does not compile.
//! The browser gets them inside the edition, so that the wasm holds no sentence.

pub mod message;
pub mod tool;
pub mod outcome;
pub mod dates;
pub mod group;
#[cfg(feature = "authoring")]
pub mod embed;
#[cfg(feature = "authoring")]
pub mod method;
#[cfg(feature = "authoring")]
pub mod pages;
#[cfg(feature = "authoring")]
mod plural;
#[cfg(feature = "authoring")]
pub mod offline;

pub use crate::text::{
    message::{Plural, fill},
    tool::Text,
};

/// One language of the interface.
#[cfg(feature = "authoring")]
#[derive(Clone, Copy, Debug)]
pub struct Interface {
    pub text: Text,
    pub outcome_page: outcome::OutcomePageText,
    pub method: method::MethodText,
    pub group: group::GroupText,
    pub pages: pages::PagesText,
    pub embed: embed::EmbedText,
    pub offline: offline::OfflineText,
}

/// Declares the folder of each language, and lists what it holds.
#[cfg(feature = "authoring")]
macro_rules! languages {
    ($($tag:ident)*) => {
        $(mod $tag;)*

        /// Every language of the interface.
        pub fn all() -> Vec<Interface> {
            vec![$(Interface {
                text: $tag::tool::TEXT,
                outcome_page: $tag::outcome::OUTCOME_PAGE,
                method: $tag::method::METHOD,
                group: $tag::group::GROUP,
                pages: $tag::pages::PAGES,
                embed: $tag::embed::EMBED,
                offline: $tag::offline::OFFLINE,
            }),*]
        }
    };
}

// The list is a file of its own, so that a new language leaves the wasm as it is.
#[cfg(feature = "authoring")]
include!("text/languages.rs");

/// The interface in a language, by its BCP 47 tag. None where nobody has translated it.
#[cfg(feature = "authoring")]
pub fn interface(locale: &str) -> Option<Interface> {
    all().into_iter().find(|it| it.text.locale == locale)
}
