//! The edition: the case and the interface in one language, and the place of its page.

#[cfg(feature = "authoring")]
pub mod from_case;

use serde::Serialize;

use crate::{
    case::{Model, first_sentences::FirstSentences},
    text::Text,
    unpack::packed,
};

packed! {
    /// Everything that one language's page needs for its questions. The browser fetches it as one small file.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Edition {
        pub model: Model,
        pub sentences: FirstSentences,
        pub text: Text,
        /// All languages of the site, this one included.
        pub languages: Vec<Language>,
        /// A sentence for the reader: that no native editor has read the translation; empty where one has.
        pub unread: String,
        pub deployment: Deployment,
    }

    /// Where a page is deployed: on the site or in a file of its own. It decides how links lead to other pages.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub enum Deployment {
        /// On the site, beside the other pages.
        Site,
        /// Alone in a file. `site` is the address of the site, if the publisher has named one.
        SingleFile { site: Option<String> },
    }
}

impl Edition {
    /// The address of a page, given by the way from this one on the site. None where there is no way.
    pub fn href(&self, path: &str) -> Option<String> {
        match &self.deployment {
            Deployment::Site => Some(path.to_owned()),
            Deployment::SingleFile { site } => {
                let site = site.as_ref()?;
                let below = path.strip_prefix("../").map(str::to_owned);
                Some(format!("{site}{}", below.unwrap_or_else(|| format!("{}/{path}", self.text.locale))))
            }
        }
    }
}

packed! {
    /// A language of the site.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Language {
        /// BCP 47 tag, and the name of the folder.
        pub locale: String,
        /// The language's own name.
        pub name: String,
    }
}
