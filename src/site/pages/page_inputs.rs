//! The inputs of every page, and the parts that several kinds of page make of them: metadata and foot.

use crate::site::{
    build::{assets::Assets, pwa::Page},
    html::{
        document::rendered,
        head::{About, Address, Kind, Site, preload, stylesheet, up},
        json_ld::{LinkedData, Told},
        layout::Surroundings,
    },
    pages::single_file::Offer,
    routes::{METHOD, Route},
    social::cards::{Pictures, Subject},
};

/// The inputs of every page.
pub struct PageInputs<'a> {
    pub site: Site<'a>,
    pub pictures: &'a Pictures,
    pub assets: &'a Assets,
    /// The tool in one file, for download.
    pub offers: &'a [Offer],
    /// `index.html` with its slots.
    pub shell: &'a str,
}

impl PageInputs<'_> {
    /// The tool in one file, in one language.
    pub fn offer(&self, locale: &str) -> Option<&Offer> {
        self.offers.iter().find(|it| it.locale == locale)
    }

    /// The metadata of a page with the tool's picture, for search engines and social networks.
    pub fn head(&self, surroundings: &Surroundings, title: &str, (name, description): (&str, &str)) -> Vec<String> {
        let Surroundings { edition, interface, path } = *surroundings;
        let sentences = &edition.case.sentences;
        let picture = self.pictures.of(&sentences.locale, Subject::Tool);
        let linked = LinkedData { site: self.site, edition };
        let image = self.site.absolute(&picture.path);
        let told = Told { path, name, description, image: &image };
        let data = match path {
            "" => linked.tool(told),
            METHOD => linked.method(told, &interface.method),
            _ => linked.page_below("WebPage", told, &[]),
        };
        let up = format!("{}../", up(path));
        let mut lines = self.assets.pwa.head(Page { up: &up, locale: Some(&sentences.locale) });
        lines.extend(self.site.head(&About {
            address: Address::Localized { locale: &sentences.locale, path },
            title,
            name,
            description,
            site_name: &sentences.title,
            territory: interface.pages.territory,
            picture,
            kind: Kind::Website,
            data,
        }));
        lines
    }

    /// The lines of the head for what a page of this kind waits for: its style sheets, and what its script asks for at
    /// once. `up` leads to the root of the site.
    pub fn loading(&self, route: Route, locale: &str, up: &str) -> Vec<String> {
        let page = self.assets.of_page(route, locale);
        let styles = page.styles.iter().map(|it| stylesheet(&format!("{up}{it}")));
        styles.chain(page.preloaded.iter().map(|it| preload(&format!("{up}{it}")))).collect()
    }

    /// The foot of a page that has no script of its own: the way to the others, and what keeps the site for use offline.
    pub async fn foot(&self, surroundings: &Surroundings<'_>) -> String {
        let up = format!("{}../", up(surroundings.path));
        let keeper =
            self.assets.pwa.keeper(Page { up: &up, locale: Some(&surroundings.edition.case.sentences.locale) });
        format!("\n    {}\n    {keeper}", rendered(surroundings.links()).await)
    }
}
