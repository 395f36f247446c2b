//! The top and the foot of every page: name, languages, disclaimer, and whose argument this is.

use yew::prelude::*;

use crate::{
    case::{Case, QuestionId},
    text::{Text, fill},
    view::{Language, effects, scene::Scene, state::Place},
};

pub fn masthead(scene: &Scene, languages: &[Language], skip: Callback<MouseEvent>) -> Html {
    let fragment = effects::fragment(scene);
    let place = effects::place(scene);
    let carried = [fragment, place].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("&");
    let address = |it: &Language| {
        let page = scene.edition.way(&format!("../{}/", it.locale)).unwrap_or_default();
        if carried.is_empty() { page } else { format!("{page}#{carried}") }
    };
    // A file that does not know where the site is has no other language to lead to.
    let leads = scene.edition.way("../").is_some();
    let first = scene.state.place == Place::Question(QuestionId(0));
    html! {
        <header class={if first { "masthead masthead--opening" } else { "masthead" }}>
            <a class="skip" href="#main" onclick={skip}>{ scene.text.skip_to_content }</a>
            <div class="masthead__row">
                <p class="masthead__name">{ scene.case.sentences.title.clone() }</p>
                if leads { { language_links(languages, scene.text, address) } }
            </div>
            <p class="masthead__standfirst">{ scene.case.sentences.standfirst.clone() }</p>
        </header>
    }
}

/// The same page in every language; `address` says where.
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
    html! {
        <nav class="masthead__languages" aria-label={text.languages}>
            <ul>{ for languages.iter().map(link) }</ul>
        </nav>
    }
}

/// Whose argument this is.
pub fn credit(case: &Case, text: &Text) -> String {
    let article = &case.sentences.article;
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

pub fn colophon(scene: &Scene) -> Html {
    html! {
        <footer class="colophon">
            <p class="colophon__disclaimer">{ scene.case.sentences.disclaimer.clone() }</p>
            <p>{ credit(scene.case, scene.text) }</p>
        </footer>
    }
}
