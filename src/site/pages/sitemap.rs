//! `sitemap.xml` and `robots.txt`.

use std::fmt::Write;

use crate::site::{
    files::SiteFile,
    html::head::{Address, Site, escape},
};

/// `sitemap.xml` and `robots.txt`. `paths` are those below the folder of each language.
pub fn found(site: &Site, paths: &[String]) -> Vec<SiteFile> {
    let file = |path: &str, text: String| SiteFile { path: path.to_owned(), bytes: text.into_bytes() };
    vec![file("sitemap.xml", sitemap(site, paths)), file("robots.txt", robots(site))]
}

/// Every page in every language, each with its siblings.
fn sitemap(site: &Site, paths: &[String]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let mut entry = |address: Address| {
        let _ = writeln!(xml, "  <url>\n    <loc>{}</loc>", escape(&site.canonical(address)));
        for (language, sibling) in site.alternates(address) {
            let sibling = escape(&sibling);
            let _ = writeln!(xml, "    <xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{sibling}\"/>");
        }
        let _ = writeln!(xml, "  </url>");
    };
    entry(Address::Front);
    for path in paths {
        for language in site.languages {
            entry(Address::Leaf { locale: &language.locale, path });
        }
    }
    xml + "</urlset>\n"
}

/// Everybody may read everything.
fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.absolute("sitemap.xml"))
}
