//! `sitemap.xml` and `robots.txt`.

use std::fmt::Write;

use crate::{
    case::Model,
    decide::{decision_graph::DecisionGraph, rules::Readings, table::Table},
    site::{
        files::SiteFile,
        html::head::{Address, Site, escape},
        pages::walk::routes::WalkRoutes,
        routes::{self, ROBOTS, Route, SITEMAP},
    },
};

/// `sitemap.xml` and `robots.txt`.
pub fn found(site: &Site, model: &Model) -> Vec<SiteFile> {
    let file = |path: &str, text: String| SiteFile { path: path.to_owned(), bytes: text.into_bytes() };
    vec![file(SITEMAP, sitemap(site, &listed(model))), file(ROBOTS, robots(site))]
}

/// The folders of all pages that the sitemap lists, below that of a language.
fn listed(model: &Model) -> Vec<String> {
    let walk_routes = WalkRoutes::of(model, &DecisionGraph::of(model, &Table::build(model, Readings::BASE)));
    let folders = |it: Route| match it {
        Route::Walk => walk_routes.pages.iter().map(|it| routes::walk(&it.path)).collect(),
        Route::Guarantee => model.guarantees.iter().map(|it| routes::guarantee(&it.id)).collect(),
        one => vec![one.folder().to_owned()],
    };
    Route::LOCALIZED.into_iter().filter(|it| it.is_in_sitemap()).flat_map(folders).collect()
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
            entry(Address::Localized { locale: &language.locale, path });
        }
    }
    xml + "</urlset>\n"
}

/// Everybody may read everything.
fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.absolute(SITEMAP))
}
