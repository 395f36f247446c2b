//! The page about the site: whose argument it is, who answers for it, privacy, accessibility and licence.

use yew::prelude::*;

use crate::{
    case::load::{
        language_text::Review,
        publisher::{Contact, Publisher},
    },
    site::{
        html::{
            head::up,
            layout::{Surroundings, pages},
        },
        pages::single_file::{self, Offer},
    },
    text::fill,
};

/// `offer` is the tool in one file, in the page's language.
pub fn about(surroundings: &Surroundings, publisher: &Publisher, review: &Review, offer: Option<&Offer>) -> Html {
    let text = &surroundings.interface.pages.about;
    html! {
        <div class="prose">
            <h1>{ text.title }</h1>
            <p class="leaf__lead">{ surroundings.edition.case.sentences.disclaimer_long.clone() }</p>
            { article(surroundings) }
            { contact(surroundings, publisher, review) }
            { section("privacy", text.privacy, paragraphs(text.privacy_says)) }
            { accessibility(surroundings) }
            { section("licence", text.licence, paragraphs(text.licence_says)) }
            { for offer.map(|it| single_file::download(it, &surroundings.interface.offline, &format!("{}../", up(surroundings.path)))) }
            { elsewhere(surroundings) }
        </div>
    }
}

fn section(id: &'static str, title: &'static str, content: Html) -> Html {
    html! {
        <section id={id} aria-labelledby={format!("{id}-title")}>
            <h2 id={format!("{id}-title")}>{ title }</h2>
            { content }
        </section>
    }
}

fn paragraphs(says: &[&'static str]) -> Html {
    html! { <div class="prose__part">{ for says.iter().map(|it| html! { <p>{ *it }</p> }) }</div> }
}

fn list(says: &[&'static str]) -> Html {
    html! { <ul>{ for says.iter().map(|it| html! { <li>{ *it }</li> }) }</ul> }
}

fn article(surroundings: &Surroundings) -> Html {
    let text = &surroundings.interface.pages.about;
    let article = &surroundings.edition.case.sentences.article;
    let says = fill(
        text.article_says,
        &[
            ("title", &article.title),
            ("authors", &article.authors),
            ("publisher", &article.publisher),
            ("published", &article.published),
        ],
    );
    let content = html! {
        <div class="prose__part">
            <p>{ says }</p>
            <p>{ text.article_reply }</p>
            <p><a href={article.address.clone()} rel="noreferrer">{ surroundings.interface.pages.links.article }</a></p>
        </div>
    };
    section("article", text.article, content)
}

/// All of it from `publisher.toml`; what is left empty there is said to be missing.
fn contact(surroundings: &Surroundings, publisher: &Publisher, review: &Review) -> Html {
    let text = &surroundings.interface.pages.about;
    let by =
        publisher.name.as_ref().map_or_else(|| text.unnamed.to_owned(), |it| fill(text.published_by, &[("name", it)]));
    let contact = publisher.contact.as_ref().map(|it| match it {
        Contact::Mail(address) => (format!("mailto:{address}"), address.clone()),
        Contact::Page(address) => (address.clone(), address.clone()),
    });
    let (words, edition) = (&surroundings.interface.outcome_page, surroundings.edition);
    let read = match review {
        Review::Original => None,
        Review::Read { by, on } => Some(fill(text.reviewed, &[("by", by), ("date", &words.dates.says(*on))])),
        Review::Unread => Some(format!("{} {}", edition.unread, text.unread_says)),
    };
    let content = html! {
        <div class="prose__part">
            <p>{ by }</p>
            if let Some(read) = read { <p>{ read }</p> }
            if let Some((address, shown)) = contact {
                <p>{ text.contact_says }{ " " }<a href={address}>{ shown }</a></p>
            } else {
                <p>{ text.no_contact }</p>
            }
            if let Some(imprint) = &publisher.imprint { <p><a href={imprint.clone()}>{ text.imprint }</a></p> }
        </div>
    };
    section("contact", text.contact, content)
}

fn accessibility(surroundings: &Surroundings) -> Html {
    let text = &surroundings.interface.pages.about;
    let content = html! {
        <div class="prose__part">
            <p>{ text.accessibility_aim }</p>
            <h3>{ text.tested }</h3>
            { list(text.tested_says) }
            <h3>{ text.wanting }</h3>
            { list(text.wanting_says) }
            <p>{ text.accessibility_contact }</p>
        </div>
    };
    section("accessibility", text.accessibility, content)
}

/// The other pages.
fn elsewhere(surroundings: &Surroundings) -> Html {
    let root = surroundings.home();
    let entry =
        |(to, name): (&'static str, &'static str)| html! { <li><a href={format!("{root}{to}")}>{ name }</a></li> };
    let others = pages(surroundings.interface).into_iter().filter(|(to, _)| *to != surroundings.path);
    section("elsewhere", surroundings.interface.pages.about.elsewhere, html! { <ul>{ for others.map(entry) }</ul> })
}
