//! Every page as HTML, by the same components that take over in the browser.

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
use yew::prelude::*;

use crate::{
    case::{
        changes::RuleChange,
        load::Loaded,
        precedents::{Precedent, PrecedentText},
        sentences::Sentences,
    },
    decide::proofs::Certificate,
    site::{
        build::{
            assets::{Assets, EMBED},
            pwa::Page,
        },
        html::{
            head::{self, Address, Kind, Site, escape, meta, stylesheet, up},
            json_ld::{self, LinkedData, Told},
            layout::Surroundings,
        },
        pages::{
            embed::{configurator, frame_page, oembed::Pasted, snippets},
            method::{Method, MethodProps},
            single_file::Offer,
            static_pages::leaves,
            walk::page::WALK,
        },
        social::cards::{Pictures, Subject},
    },
    text::{self, Interface, Text, fill},
    view::{
        annex::Annex,
        app::{App, AppProps},
        class::{Together, TogetherProps},
        edition::Edition,
    },
};

/// The inputs of every page.
pub struct Materials<'a> {
    pub site: Site<'a>,
    pub pictures: &'a Pictures,
    pub assets: &'a Assets,
    /// The tool in one file, for download.
    pub offers: &'a [Offer],
    /// `index.html` with its slots.
    pub shell: &'a str,
}

impl Materials<'_> {
    /// The tool in one file, in one language.
    pub fn offer(&self, locale: &str) -> Option<&Offer> {
        self.offers.iter().find(|it| it.locale == locale)
    }
}

/// Renders every page of the site: its path below `dist/`, and its HTML.
pub async fn pages(
    materials: &Materials<'_>,
    editions: &[(Edition, Annex)],
    loaded: &Loaded,
    certificate: &Certificate,
) -> Vec<(String, String)> {
    let all: Vec<&Edition> = editions.iter().map(|it| &it.0).collect();
    let mut pages = vec![
        ("index.html".to_owned(), front(materials, &all).await),
        ("404.html".to_owned(), missing(materials, &all).await),
    ];
    for (edition, annex) in editions {
        let locale = &edition.case.sentences.locale;
        let interface = interface_of(edition);
        let surroundings = |path| Surroundings { edition, interface: &interface, path };
        pages.push((format!("{locale}/index.html"), alone(materials, &surroundings("")).await));
        pages.push((format!("{locale}/{}", snippets::PAGE), in_frame(materials, &surroundings("")).await));
        let props = MethodProps {
            edition: Rc::new(edition.clone()),
            text: interface.method,
            words: interface.annex.outcome,
            dates: interface.annex.dates,
            certificate: Rc::new(certificate.clone()),
            precedents: Rc::new(precedents(loaded, locale)),
            changes: Rc::new(changes(loaded, locale)),
        };
        pages.push((format!("{locale}/method/index.html"), method(materials, &surroundings(METHOD), props).await));
        pages.push((format!("{locale}/class/index.html"), gathering(materials, &surroundings("class/")).await));
        pages.push((
            format!("{locale}/embed/index.html"),
            snippet_maker(materials, &surroundings("embed/"), editions).await,
        ));
        pages.extend(leaves(materials, (edition, annex), &interface, loaded.review(locale)).await);
    }
    pages
}

/// The path of the method page below the folder of a language.
const METHOD: &str = "method/";

/// The paths of all pages below the folder of a language that are to be found.
pub fn paths(edition: &Edition) -> Vec<String> {
    let here = ["", METHOD, "class/", "embed/"].map(str::to_owned);
    here.into_iter().chain(crate::site::pages::static_pages::paths(edition)).collect()
}

/// Optional additions to the tool's page: in the head, and before and after the tool.
#[derive(Default)]
pub struct Around {
    pub head: Vec<String>,
    pub before: String,
    pub after: String,
    pub is_framed: bool,
}

/// The tool on its own page, in one language.
async fn alone(materials: &Materials<'_>, surroundings: &Surroundings<'_>) -> String {
    let head = vec![Pasted::tool(surroundings.edition).link(&materials.site.absolute(""))];
    let around = Around { head, after: rendered(surroundings.links()).await, ..Around::default() };
    tool(materials, surroundings, &around).await
}

/// The tool for a frame in somebody else's page, in one language.
async fn in_frame(materials: &Materials<'_>, surroundings: &Surroundings<'_>) -> String {
    let text = &surroundings.interface.embedding.frame;
    tool(materials, surroundings, &frame_page::around(text, materials.assets, "../").await).await
}

/// The tool in one language.
async fn tool(materials: &Materials<'_>, surroundings: &Surroundings<'_>, around: &Around) -> String {
    let Surroundings { edition, interface, .. } = surroundings;
    let assets = materials.assets;
    let sentences = &edition.case.sentences;
    // As the browser has it, so that nothing is prerendered that the browser would not show.
    let props = AppProps::prerendered(edition.brief().lasting());
    let app = LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await;
    let up = |path: &str| format!("../{path}");
    let bundle = up(&assets.editions[&sentences.locale]);
    let first = &sentences.questions[0].asks;
    let title = fill(edition.text.page_title, &[("page", first), ("site", &sentences.title)]);
    let mut head = told(materials, surroundings, &title, (&sentences.title, &sentences.description));
    // All that the first answer needs is fetched at once, not one after the other.
    for path in [&assets.glue, &assets.loader] {
        head.push(format!("<link rel=\"modulepreload\" href=\"{}\">", up(path)));
    }
    for path in [&up(&assets.wasm), &bundle] {
        head.push(format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{path}\">"));
    }
    head.extend(around.head.iter().cloned());
    let links = &interface.pages.links;
    let instead = way(&format!("../{}/{WALK}", sentences.locale), links.instead);
    // A frame is no page that anybody saves.
    let offer = (!around.is_framed).then(|| materials.offer(&sentences.locale)).flatten();
    let saved = offer.map(|it| way(&up(&it.name), links.saved)).unwrap_or_default();
    let notes = [
        around.before.as_str(),
        &no_script(links.no_script, &instead),
        &trouble(links.trouble, &(instead.clone() + &saved)),
    ]
    .concat();
    let annex = up(&assets.annexes[&sentences.locale]);
    let boot = format!(
        "\n    {}\n    <script type=\"module\" id=\"boot\" src=\"{}\" data-edition=\"{bundle}\" data-annex=\"{annex}\" data-later=\"{}\" data-style=\"{}\" data-offline=\"{}\"></script>",
        around.after,
        up(&assets.boot),
        up(&assets.later),
        up(&assets.style),
        up(&assets.kit.offline[&sentences.locale]),
    );
    page(materials.shell, &edition.text, &title, &head, &notes, &app, &boot)
}

/// How the tool decides and what is proven about it, in one language.
async fn method(materials: &Materials<'_>, surroundings: &Surroundings<'_>, props: MethodProps) -> String {
    let text = props.text;
    let sentences = &surroundings.edition.case.sentences;
    let app = LocalServerRenderer::<Method>::with_props(props).hydratable(false).render().await;
    let title = fill(surroundings.edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    let mut head = told(materials, surroundings, &title, (text.title, text.lead));
    head.push(stylesheet(&format!("../../{}", materials.assets.style)));
    page(materials.shell, &surroundings.edition.text, &title, &head, "", &app, &foot(materials, surroundings).await)
}

/// The page that makes snippets for other people's pages, in one language.
async fn snippet_maker(
    materials: &Materials<'_>,
    surroundings: &Surroundings<'_>,
    editions: &[(Edition, Annex)],
) -> String {
    let Surroundings { edition, interface, .. } = surroundings;
    let (assets, text) = (materials.assets, &interface.embedding);
    let sentences = &edition.case.sentences;
    let site = materials.site.absolute("");
    let app = configurator::app(edition, editions, text, &site).await;
    let up = |path: &str| format!("../../{path}");
    let title = fill(edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    let mut head = told(materials, surroundings, &title, (text.title, text.lead));
    head.extend([
        stylesheet(&up(&assets.style)),
        stylesheet(&up(&assets.embedding.style)),
        Pasted::tool(edition).link(&site),
    ]);
    let scripts = format!(
        "{}\n    <script async src=\"{}\"></script>\n    <script type=\"module\" src=\"{}\"></script>",
        foot(materials, surroundings).await,
        up(EMBED),
        up(&assets.embedding.script)
    );
    // Without JavaScript the page says so itself.
    page(materials.shell, &edition.text, &title, &head, &trouble(text.trouble, ""), &app, &scripts)
}

/// The foot of a page that has no script of its own: the way to the others, and what keeps the site for use offline.
pub async fn foot(materials: &Materials<'_>, surroundings: &Surroundings<'_>) -> String {
    let up = format!("{}../", up(surroundings.path));
    let keeper =
        materials.assets.kit.keeper(Page { up: &up, locale: Some(&surroundings.edition.case.sentences.locale) });
    format!("\n    {}\n    {keeper}", rendered(surroundings.links()).await)
}

/// The page for a class or a meeting, in one language.
async fn gathering(materials: &Materials<'_>, surroundings: &Surroundings<'_>) -> String {
    let Surroundings { edition, interface, .. } = surroundings;
    let (assets, text) = (materials.assets, &interface.gathering);
    let sentences = &edition.case.sentences;
    let locale = &sentences.locale;
    let props = TogetherProps::prerendered(edition.brief().lasting(), *text);
    let app = LocalServerRenderer::<Together>::with_props(props).hydratable(false).render().await;
    let up = |path: &str| format!("../../{path}");
    let title = fill(edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    let mut head = told(materials, surroundings, &title, (text.title, text.lead));
    head.push(stylesheet(&up(&assets.style)));
    head.push(format!("<link rel=\"modulepreload\" href=\"{}\">", up(&assets.glue)));
    let (bundle, own) = (up(&assets.editions[locale]), up(&assets.gatherings[locale]));
    for path in [&up(&assets.wasm), &bundle, &own] {
        head.push(format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{path}\">"));
    }
    let boot = format!(
        "<script type=\"module\" id=\"boot\" src=\"{}\" data-edition=\"{bundle}\" data-gathering=\"{own}\" data-offline=\"{}\"></script>",
        up(&assets.boot),
        up(&assets.kit.offline[locale]),
    );
    let data = format!("\n    {}\n    {boot}", rendered(surroundings.links()).await);
    let links = &interface.pages.links;
    let instead = way(&up(&format!("{locale}/{WALK}")), links.instead);
    let saved = materials.offer(locale).map(|it| way(&up(&it.name), links.saved)).unwrap_or_default();
    let notes = no_script(text.no_script, &instead) + &trouble(text.trouble, &(instead.clone() + &saved));
    page(materials.shell, &surroundings.edition.text, &title, &head, &notes, &app, &data)
}

/// The metadata of a page with the tool's picture, for search engines and social networks.
fn told(
    materials: &Materials,
    surroundings: &Surroundings,
    title: &str,
    (name, description): (&str, &str),
) -> Vec<String> {
    let Surroundings { edition, interface, path } = *surroundings;
    let sentences = &edition.case.sentences;
    let picture = materials.pictures.of(&sentences.locale, Subject::Tool);
    let linked = LinkedData { site: materials.site, edition };
    let image = materials.site.absolute(&picture.path);
    let told = Told { path, name, description, image: &image };
    let data = match path {
        "" => linked.tool(told),
        METHOD => linked.method(told, &interface.method),
        _ => linked.leaf("WebPage", told, &[]),
    };
    let up = format!("{}../", up(path));
    let mut lines = materials.assets.kit.head(Page { up: &up, locale: Some(&sentences.locale) });
    lines.extend(materials.site.head(&head::About {
        address: Address::Leaf { locale: &sentences.locale, path },
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

/// The note for when the script of a page does not run, whatever keeps it from that. It stands ready, and shows itself
/// after a while where no script has kept it back (see `note.js`). `ways` lead on.
pub fn trouble(says: &str, ways: &str) -> String {
    format!("<div id=\"trouble\" role=\"alert\"><div class=\"trouble\"><p>{}</p>{ways}</div></div>\n    ", escape(says))
}

/// The note for readers without JavaScript.
pub fn no_script(says: &str, ways: &str) -> String {
    format!("<noscript><div class=\"trouble\"><p>{}</p>{ways}</div></noscript>\n    ", escape(says))
}

/// A way on from a note.
pub fn way(address: &str, name: &str) -> String {
    format!("<p><a href=\"{}\">{}</a></p>", escape(address), escape(name))
}

/// Every precedent with its sentences in one language.
fn precedents(loaded: &Loaded, locale: &str) -> Vec<(Precedent, PrecedentText)> {
    let language = loaded.languages.iter().position(|it| it.locale == locale);
    let texts = language.map(|it| loaded.history_texts[it].precedents.as_slice()).unwrap_or_default();
    loaded.history.precedents.iter().cloned().zip(texts.iter().cloned()).collect()
}

/// Every version of the rules with what it changed, in one language.
fn changes(loaded: &Loaded, locale: &str) -> Vec<(RuleChange, String)> {
    let language = loaded.languages.iter().position(|it| it.locale == locale);
    let says = language.map(|it| loaded.change_texts[it].as_slice()).unwrap_or_default();
    loaded.changes.iter().cloned().zip(says.iter().cloned()).collect()
}

/// The choice of a language, for those who come without one.
async fn front(materials: &Materials<'_>, editions: &[&Edition]) -> String {
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
        picture: materials.pictures.of(&first.case.sentences.locale, Subject::Tool),
        kind: Kind::Website,
        data: json_ld::front(&materials.site, title, description),
    };
    let here = Page { up: "", locale: None };
    let mut head = materials.assets.kit.head(here);
    head.extend(materials.site.head(&about));
    head.push(stylesheet(&materials.assets.style));
    let both: Vec<_> = editions.iter().map(|it| (*it, interface_of(it))).collect();
    let app = rendered(front::front(&both)).await;
    let keeper = format!("\n    {}\n    {}", leading("", materials), materials.assets.kit.keeper(here));
    page(materials.shell, &first.text, title, &head, "", &app, &keeper)
}

/// The 404 page.
async fn missing(materials: &Materials<'_>, editions: &[&Edition]) -> String {
    let folder = materials.site.publisher.folder();
    let both: Vec<_> = editions.iter().map(|it| (*it, interface_of(it))).collect();
    let original = both[0].1.pages.missing;
    let mut head = materials.assets.kit.head(Page { up: folder, locale: None });
    head.extend([
        meta("description", original.says),
        meta("robots", "noindex"),
        stylesheet(&format!("{folder}{}", materials.assets.style)),
    ]);
    let app = rendered(front::missing(&both, folder)).await;
    let text = &editions[0].text;
    page(materials.shell, text, original.title, &head, "", &app, &format!("\n    {}", leading(folder, materials)))
}

/// The script that keeps a fragment across links and repairs an address whose `#` was lost.
fn leading(up: &str, materials: &Materials) -> String {
    format!("<script src=\"{up}{}\"></script>", materials.assets.lead)
}

/// The interface in the language of an edition.
fn interface_of(edition: &Edition) -> Interface {
    let found = text::interface(edition.text.locale);
    found.expect("an edition's sentences are those of an interface")
}

#[derive(PartialEq, Properties)]
struct WholeProps {
    html: Html,
}

#[component]
fn Whole(props: &WholeProps) -> Html {
    props.html.clone()
}

/// HTML that nothing changes.
pub async fn rendered(html: Html) -> String {
    LocalServerRenderer::<Whole>::with_props(WholeProps { html }).hydratable(false).render().await
}

pub fn page(shell: &str, text: &Text, title: &str, head: &[String], notes: &str, app: &str, data: &str) -> String {
    let mut joined = vec!["<meta name=\"color-scheme\" content=\"light dark\">".to_owned()];
    joined.extend(head.iter().cloned());
    let (title, head) = (escape(title), joined.join("\n    "));
    // One pass, so that nothing that is put in can be taken for a slot.
    let mut page = String::with_capacity(shell.len() + app.len() + head.len());
    let mut rest = shell;
    while let Some((before, after)) = rest.split_once("{{") {
        let (slot, after) = after.split_once("}}").unwrap_or((after, ""));
        page.push_str(before);
        page.push_str(match slot {
            "lang" => text.locale,
            "dir" => text.direction,
            "title" => &title,
            "head" => &head,
            "notes" => notes,
            "app" => app,
            "data" => data,
            _ => "",
        });
        rest = after;
    }
    page.push_str(rest);
    page
}
