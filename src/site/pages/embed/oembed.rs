//! oEmbed: what a pasted address turns into, as static JSON beside the pages, and the links by which systems find it.
//! `maxwidth` and `maxheight` are left aside, as the standard allows nothing else to a file; the frame takes any width.

use serde_json::json;

use crate::{
    site::{
        files::SiteFile,
        html::head::escape,
        pages::embed::snippets::{HEIGHT, Snippets},
        routes::{self, OEMBED},
    },
    view::edition::from_case::WholeEdition,
};

/// The width of a column of text; systems want a number.
const WIDTH: u32 = 640;
/// For how many seconds a system may keep it.
const KEPT: u32 = 86_400;

/// A page whose address may be pasted.
#[derive(Clone, Copy)]
pub struct Pasted<'a> {
    pub edition: &'a WholeEdition,
    /// Below the folder of the language, with a slash at its end; empty for the tool.
    pub path: &'a str,
    pub title: &'a str,
}

/// The answers for all pages of one language: the tool's, and that of every guarantee.
pub fn files(edition: &WholeEdition, site: &str) -> Vec<SiteFile> {
    let case = &edition.case;
    let guarantees = case.model.guarantee_ids().map(|id| {
        let path = routes::guarantee(&case.model.guarantee(id).id);
        Pasted { edition, path: &path, title: &case.sentences.guarantee(id).name }.file(site)
    });
    [Pasted::tool(edition).file(site)].into_iter().chain(guarantees).collect()
}

impl<'a> Pasted<'a> {
    pub fn tool(edition: &'a WholeEdition) -> Self {
        Self { edition, path: "", title: &edition.case.sentences.title }
    }

    /// The link to the answer in the head of the page. Systems don't know what a relative address is relative to.
    pub fn link(&self, site: &str) -> String {
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{site}{}\" title=\"{}\">",
            self.answer(),
            escape(self.title)
        )
    }

    /// `site` is the address of the whole site, with a slash at its end.
    fn file(&self, site: &str) -> SiteFile {
        let sentences = &self.edition.case.sentences;
        let answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": self.title,
            "provider_name": sentences.title,
            "provider_url": format!("{site}{}/", sentences.locale),
            "cache_age": KEPT,
            "width": WIDTH,
            "height": HEIGHT,
            "html": html(&Snippets::showing(&sentences.locale, self.path, self.title, site)),
        });
        SiteFile { path: self.answer(), bytes: format!("{answer:#}\n").into_bytes() }
    }

    /// The path of the answer below `dist/`.
    fn answer(&self) -> String {
        let page = format!("{}/{}", self.edition.case.sentences.locale, self.path);
        format!("{OEMBED}{}.json", page.trim_end_matches('/'))
    }
}

/// The quotation comes first. WordPress marks it and hides it once the frame is there, loads the script that gives the
/// frame its height and follows its links only where there is one, and shows it in feeds and mail.
pub fn html(snippets: &Snippets) -> String {
    format!("<blockquote>{}</blockquote>\n{}", snippets.link, snippets.scripted)
}
