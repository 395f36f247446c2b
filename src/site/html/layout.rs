//! The header and footer of every page without script: name and languages above, the disclaimer and links to all other
//! pages below.

use yew::prelude::*;

use crate::{
    site::{html::head::up, routes::Route},
    text::{Interface, outcome::OutcomeText},
    view::{
        chrome::masthead::{credit, language_links},
        edition::from_case::WholeEdition,
    },
};

/// A page's surroundings.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    pub edition: &'a WholeEdition,
    pub interface: &'a Interface,
    /// Below the folder of the language, with a slash at its end.
    pub path: &'a str,
}

impl<'a> Surroundings<'a> {
    /// Header and footer for another page.
    pub fn at<'b>(&self, path: &'b str) -> Surroundings<'b>
    where
        'a: 'b,
    {
        Surroundings { edition: self.edition, interface: self.interface, path }
    }

    /// From this page to the folder of its language, by way of the site's own: at the root of a host that leads to the
    /// right place also where the host takes the slash from the end of the page's address.
    pub fn home(&self) -> String {
        format!("{}../{}/", up(self.path), self.edition.text.locale)
    }

    /// The page around what is its own.
    pub fn around(&self, main: Html) -> Html {
        let Self { edition, path, .. } = *self;
        let sentences = &edition.case.sentences;
        let root = self.home();
        html! {
            <div class="tool leaf">
                <header class="masthead">
                    <div class="masthead__row">
                        <p class="masthead__name"><a href={root.clone()}>{ sentences.short_title.clone() }</a></p>
                        { language_links(&edition.languages, &edition.text, |it| format!("{}../{}/{path}", up(path), it.locale)) }
                    </div>
                </header>
                <main id="main">{ main }</main>
                <footer class="colophon">
                    <p class="colophon__disclaimer">{ sentences.disclaimer.clone() }</p>
                    <p>{ credit(&edition.case.sentences.article, &edition.text) }</p>
                </footer>
            </div>
        }
    }

    /// From this page to every other kind of page.
    pub fn links(&self) -> Html {
        let Self { interface, path, .. } = *self;
        let root = self.home();
        let link = |(to, name): (&'static str, &'static str)| {
            html! { <li><a href={format!("{root}{to}")} aria-current={(to == path).then_some("page")}>{ name }</a></li> }
        };
        let article = &self.edition.case.sentences.article;
        html! {
            <nav class="links" aria-label={interface.pages.links.name}>
                <ul>
                    { for pages(interface).into_iter().map(link) }
                    <li><a href={article.address.clone()} rel="noreferrer">{ interface.pages.links.article }</a></li>
                </ul>
            </nav>
        }
    }

    /// The words of the outcome's page.
    pub fn words(&self) -> &'a OutcomeText {
        &self.interface.outcome_page.outcome
    }
}

/// The page of every kind to which all pages link: its folder below that of the language, and its name.
pub fn pages(interface: &Interface) -> [(&'static str, &'static str); 7] {
    let links = &interface.pages.links;
    Route::LINKED.map(|it| {
        let name = match it {
            Route::Front | Route::NotFound | Route::SingleFile | Route::Tool => links.tool,
            Route::Walk => links.walk,
            Route::Guarantees | Route::Guarantee => links.guarantees,
            Route::Method => links.method,
            Route::Group => interface.text.group_link,
            Route::Embed => interface.embed.title,
            Route::About => links.about,
        };
        (it.folder(), name)
    })
}
