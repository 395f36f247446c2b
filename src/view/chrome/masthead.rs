//! The top and the foot of every page: name, languages, disclaimer, and whose argument this is.

use yew::prelude::*;

use crate::{
    case::{QuestionId, sentences::ArticleText},
    text::{Text, fill},
    view::{address, edition::Language, page_model::PageModel, state::Place},
};

/// The head of the tool's page. `skip` leads to the main part.
pub fn masthead(page: &PageModel, languages: &[Language], skip: Callback<MouseEvent>) -> Html {
    let fragment = address::fragment(page);
    let first = page.reader.place == Place::Question(QuestionId(0));
    // Who has said nothing yet comes to the first question anyway; so a page has no place of its own before its script.
    let place = Some(address::place(page)).filter(|it| !first || !fragment.is_empty() || it.contains('&'));
    let carried =
        [Some(fragment), place].into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("&");
    let carrying = |href: String| if carried.is_empty() { href } else { format!("{href}#{carried}") };
    let address = |it: &Language| carrying(page.edition.href(&format!("../{}/", it.locale)).unwrap_or_default());
    // Opened in another tab it leads to the same place.
    let skips = page.edition.href("./").filter(|_| !carried.is_empty()).map_or_else(|| "#main".into(), carrying);
    // A file that does not know where the site is has no other language to lead to.
    let leads = page.edition.href("../").is_some();
    html! {
        <header class={if first { "masthead masthead--opening" } else { "masthead" }}>
            <a class="skip" href={skips} onclick={skip}>{ page.text.skip_to_content }</a>
            <div class="masthead__row">
                <p class="masthead__name">{ page.sentences.short_title.clone() }</p>
                if leads { { language_links(languages, page.text, address) } }
            </div>
            <p class="masthead__standfirst">
                { page.sentences.standfirst.clone() }{ " " }{ page.text.how_it_works }
            </p>
            if !page.edition.unread.is_empty() {
                <p class="masthead__unread">
                    <a href={page.edition.href("about/#contact")}>{ page.edition.unread.clone() }</a>
                </p>
            }
        </header>
    }
}

/// Links to this page in every language, behind the name of its own: eight names have no room in a row on a phone.
/// `address` gives each address.
pub fn language_links(languages: &[Language], text: &Text, address: impl Fn(&Language) -> String) -> Html {
    let link = |it: &Language| {
        let current = it.locale == text.locale;
        html! {
            <li key={it.locale.clone()}>
                <a
                    class="masthead__language"
                    href={address(it)}
                    lang={it.locale.clone()}
                    hreflang={it.locale.clone()}
                    aria-current={current.then_some("page")}
                >
                    { it.name.clone() }
                </a>
            </li>
        }
    };
    let own = languages.iter().find(|it| it.locale == text.locale).map(|it| it.name.clone());
    html! {
        <nav class="masthead__languages" aria-label={text.languages}>
            <details>
                <summary>{ own }</summary>
                <ul>{ for languages.iter().map(link) }</ul>
            </details>
        </nav>
    }
}

/// Whose argument this is.
pub fn credit(article: &ArticleText, text: &Text) -> String {
    fill(
        text.credit,
        &[
            ("title", &article.title),
            ("authors", &article.authors),
            ("publisher", &article.publisher),
            ("published", &article.published),
        ],
    )
}

/// The foot of the tool's page: the disclaimer, the credit and the ways to other pages.
pub fn colophon(page: &PageModel) -> Html {
    html! {
        <footer class="colophon">
            <p class="colophon__disclaimer">{ page.sentences.disclaimer.clone() }</p>
            <p>{ credit(&page.sentences.article, page.text) }</p>
        </footer>
    }
}
