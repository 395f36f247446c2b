//! The pages at the root, in every language at once: the choice of a language, and what is said where nothing is.

use yew::prelude::*;

use crate::{site::surroundings::pages, text::Interface, view::Edition};

/// For those who come without a language.
pub fn front(editions: &[&Edition]) -> Html {
    let entry = |it: &&Edition| {
        let sentences = &it.case.sentences;
        let locale = &sentences.locale;
        html! {
            <section class="front__language" lang={locale.clone()}>
                <h2>{ sentences.title.clone() }</h2>
                <p>{ sentences.standfirst.clone() }</p>
                <p><a class="button" href={format!("{locale}/")} hreflang={locale.clone()}>{ sentences.name.clone() }</a></p>
                <p class="front__disclaimer">{ sentences.disclaimer.clone() }</p>
            </section>
        }
    };
    html! {
        <main class="front">
            <h1 class="hidden">{ title(editions) }</h1>
            { for editions.iter().map(entry) }
        </main>
    }
}

/// The site's name in every language.
pub fn title(editions: &[&Edition]) -> String {
    editions.iter().map(|it| it.case.sentences.title.as_str()).collect::<Vec<_>>().join(" · ")
}

/// For addresses at which nothing is. It is served at any depth, so its links start from the root of the host;
/// `folder` is where the site stands there.
pub fn missing(editions: &[(&Edition, Interface)], folder: &str) -> Html {
    let entry = |(edition, interface): &(&Edition, Interface)| {
        let locale = &edition.case.sentences.locale;
        let link = |(to, name): (&'static str, &'static str)| {
            html! { <li><a href={format!("{folder}{locale}/{to}")}>{ name }</a></li> }
        };
        html! {
            <section class="front__language" lang={locale.clone()}>
                <h2>{ interface.pages.missing.title }</h2>
                <p>{ interface.pages.missing.says }</p>
                <noscript><p>{ interface.pages.missing.hash }</p></noscript>
                <ul class="front__ways">{ for pages(interface).into_iter().map(link) }</ul>
            </section>
        }
    };
    html! {
        <main class="front">
            <h1 class="hidden">{ "404" }</h1>
            { for editions.iter().map(entry) }
        </main>
    }
}
