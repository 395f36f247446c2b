//! Every page as HTML, by the same components that take over in the browser.

pub mod page_inputs;
pub mod tool;
pub mod group;
pub mod front;
pub mod method;
pub mod static_pages;
pub mod walk;
pub mod guarantee;
pub mod guarantees;
pub mod about;
pub mod embed;
pub mod single_file;
pub mod sitemap;
pub mod security_txt;

use std::rc::Rc;

use yew::LocalServerRenderer;

use crate::{
    case::{
        load::{Loaded, versions::RuleChange},
        precedents::{Precedent, PrecedentText},
        sentences::Sentences,
    },
    decide::verify::proofs::Certificate,
    site::{
        build::pwa::Page,
        html::{
            document::{page, rendered, trouble},
            head::{self, Address, Kind, meta},
            json_ld,
            layout::Surroundings,
        },
        pages::{
            embed::{configurator, oembed::Pasted},
            method::{Method, MethodProps},
            page_inputs::PageInputs,
            static_pages::static_pages,
        },
        routes::{self, EMBED, EMBED_SCRIPT, FRONT, GROUP, METHOD, NOT_FOUND, Route},
        social::cards::Subject,
    },
    text::{self, Interface, fill},
    view::{edition::from_case::WholeEdition, outcome_data::OutcomeData},
};

/// Renders every page of the site: its path below `dist/`, and its HTML.
pub async fn pages(
    inputs: &PageInputs<'_>,
    editions: &[(WholeEdition, OutcomeData)],
    loaded: &Loaded,
    certificate: &Certificate,
) -> Vec<(String, String)> {
    let all: Vec<&WholeEdition> = editions.iter().map(|it| &it.0).collect();
    let mut pages =
        vec![(FRONT.to_owned(), front(inputs, &all).await), (NOT_FOUND.to_owned(), missing(inputs, &all).await)];
    for (edition, outcome_data) in editions {
        let locale = &edition.case.sentences.locale;
        let interface = interface_of(edition);
        let surroundings = |path| Surroundings { edition, interface: &interface, path };
        pages.push((routes::page(locale, ""), tool::page(inputs, &surroundings("")).await));
        pages.push((routes::frame(locale, ""), tool::framed(inputs, &surroundings("")).await));
        let props = MethodProps {
            edition: Rc::new(edition.clone()),
            text: interface.method,
            words: interface.outcome_page.outcome,
            dates: interface.outcome_page.dates,
            certificate: Rc::new(certificate.clone()),
            precedents: Rc::new(precedents(loaded, locale)),
            changes: Rc::new(changes(loaded, locale)),
        };
        pages.push((routes::page(locale, METHOD), method(inputs, &surroundings(METHOD), props).await));
        pages.push((routes::page(locale, GROUP), group::page(inputs, &surroundings(GROUP)).await));
        pages.push((routes::page(locale, EMBED), snippet_maker(inputs, &surroundings(EMBED), editions).await));
        pages.extend(static_pages(inputs, (edition, outcome_data), &interface, loaded.review(locale)).await);
    }
    pages
}

/// How the tool decides and what is proven about it, in one language.
async fn method(inputs: &PageInputs<'_>, surroundings: &Surroundings<'_>, props: MethodProps) -> String {
    let text = props.text;
    let sentences = &surroundings.edition.case.sentences;
    let app = LocalServerRenderer::<Method>::with_props(props).hydratable(false).render().await;
    let title = fill(surroundings.edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    let mut head = inputs.head(surroundings, &title, (text.title, text.lead));
    head.extend(inputs.loading(Route::Method, &sentences.locale, "../../"));
    page(inputs.shell, &surroundings.edition.text, &title, &head, "", &app, &inputs.foot(surroundings).await)
}

/// The page that makes snippets for other people's pages, in one language.
async fn snippet_maker(
    inputs: &PageInputs<'_>,
    surroundings: &Surroundings<'_>,
    editions: &[(WholeEdition, OutcomeData)],
) -> String {
    let Surroundings { edition, interface, .. } = surroundings;
    let (assets, text) = (inputs.assets, &interface.embed);
    let sentences = &edition.case.sentences;
    let site = inputs.site.absolute("");
    let app = configurator::app(edition, editions, text, &site).await;
    let up = |path: &str| format!("../../{path}");
    let title = fill(edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    let mut head = inputs.head(surroundings, &title, (text.title, text.lead));
    head.extend(inputs.loading(Route::Embed, &sentences.locale, "../../"));
    head.push(Pasted::tool(edition).link(&site));
    let scripts = format!(
        "{}\n    <script async src=\"{}\"></script>\n    <script type=\"module\" src=\"{}\"></script>",
        inputs.foot(surroundings).await,
        up(EMBED_SCRIPT),
        up(&assets.configurator.script)
    );
    // Without JavaScript the page says so itself.
    page(inputs.shell, &edition.text, &title, &head, &trouble(text.trouble, ""), &app, &scripts)
}

/// Every precedent with its sentences in one language.
fn precedents(loaded: &Loaded, locale: &str) -> Vec<(Precedent, PrecedentText)> {
    let language = loaded.languages.iter().position(|it| it.locale == locale);
    let texts = language.map(|it| loaded.background_texts[it].precedents.as_slice()).unwrap_or_default();
    loaded.background.precedents.iter().cloned().zip(texts.iter().cloned()).collect()
}

/// Every version of the rules with what it changed, in one language.
fn changes(loaded: &Loaded, locale: &str) -> Vec<(RuleChange, String)> {
    let language = loaded.languages.iter().position(|it| it.locale == locale);
    let says = language.map(|it| loaded.change_texts[it].as_slice()).unwrap_or_default();
    loaded.changes.iter().cloned().zip(says.iter().cloned()).collect()
}

/// The choice of a language, for those who come without one.
async fn front(inputs: &PageInputs<'_>, editions: &[&WholeEdition]) -> String {
    // Eight titles in one are none; the script on the page shows that of the reader's language.
    let first = editions[0];
    let Sentences { title, description, .. } = &first.case.sentences;
    let about = head::About {
        address: Address::Front,
        title,
        name: title,
        description,
        site_name: title,
        territory: interface_of(first).pages.territory,
        picture: inputs.pictures.of(&first.case.sentences.locale, Subject::Tool),
        kind: Kind::Website,
        data: json_ld::front(&inputs.site, title, description),
    };
    let here = Page { up: "", locale: None };
    let mut head = inputs.assets.pwa.head(here);
    head.extend(inputs.site.head(&about));
    head.extend(inputs.loading(Route::Front, &first.case.sentences.locale, here.up));
    let both: Vec<_> = editions.iter().map(|it| (*it, interface_of(it))).collect();
    let app = rendered(front::front(&both)).await;
    let keeper = format!("\n    {}\n    {}", leading("", inputs), inputs.assets.pwa.keeper(here));
    page(inputs.shell, &first.text, title, &head, "", &app, &keeper)
}

/// The 404 page.
async fn missing(inputs: &PageInputs<'_>, editions: &[&WholeEdition]) -> String {
    let folder = inputs.site.publisher.folder();
    let both: Vec<_> = editions.iter().map(|it| (*it, interface_of(it))).collect();
    let original = both[0].1.pages.missing;
    let mut head = inputs.assets.pwa.head(Page { up: folder, locale: None });
    head.extend([meta("description", original.says), meta("robots", "noindex")]);
    head.extend(inputs.loading(Route::NotFound, &editions[0].case.sentences.locale, folder));
    let app = rendered(front::missing(&both, folder)).await;
    let text = &editions[0].text;
    page(inputs.shell, text, original.title, &head, "", &app, &format!("\n    {}", leading(folder, inputs)))
}

/// The script that keeps a fragment across links and repairs an address whose `#` was lost.
fn leading(up: &str, inputs: &PageInputs) -> String {
    format!("<script src=\"{up}{}\"></script>", inputs.assets.root_pages)
}

/// The interface in the language of an edition.
fn interface_of(edition: &WholeEdition) -> Interface {
    let found = text::interface(edition.text.locale);
    found.expect("an edition's sentences are those of an interface")
}
