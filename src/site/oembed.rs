//! oEmbed: what a pasted address turns into, as static JSON beside the pages, and the links by which systems find it.
//! `maxwidth` and `maxheight` are left aside, as the standard allows nothing else to a file; the frame takes any width.

use serde_json::json;

use crate::{
    site::{
        build::SiteFile,
        head::escape,
        snippets::{HEIGHT, Snippets},
    },
    view::Edition,
};

/// The width of a column of text; systems want a number.
const WIDTH: u32 = 640;
/// For how many seconds a system may keep it.
const KEPT: u32 = 86_400;

/// The answer for the tool's page in one language.
pub fn file(edition: &Edition, site: &str) -> SiteFile {
    let sentences = &edition.case.sentences;
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": sentences.title,
        "provider_name": sentences.title,
        "provider_url": format!("{site}{}/", sentences.locale),
        "cache_age": KEPT,
        "width": WIDTH,
        "height": HEIGHT,
        "html": Snippets::of(edition, site).scripted,
    });
    SiteFile { path: path(&sentences.locale), bytes: format!("{answer:#}\n").into_bytes() }
}

/// The link to it in the head of that page. Systems don't know what a relative address is relative to.
pub fn link(edition: &Edition, site: &str) -> String {
    let sentences = &edition.case.sentences;
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{site}{}\" title=\"{}\">",
        path(&sentences.locale),
        escape(&sentences.title)
    )
}

fn path(locale: &str) -> String {
    format!("oembed/{locale}.json")
}
