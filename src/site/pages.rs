//! Every page as HTML, by the same components that the browser hydrates.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::{
    case::{
        load::Loaded,
        precedents::{Precedent, PrecedentText},
    },
    decide::proofs::Certificate,
    site::{
        assets::Assets,
        kit::Page,
        method::{Method, MethodProps},
        one_file::Offer,
    },
    text::{self, fill, gathering::GatheringText},
    view::{
        App, AppProps, Edition,
        annex::Annex,
        gathering::{Together, TogetherProps},
        host::Host,
    },
};

/// The path below `dist/` and the content of every page.
pub async fn pages(
    editions: &[(Edition, Annex)],
    loaded: &Loaded,
    certificate: &Certificate,
    assets: &Assets,
    offers: &[Offer],
    shell: &str,
) -> Vec<(String, String)> {
    let mut pages = vec![("index.html".to_owned(), front(editions, assets, shell).await)];
    for (edition, _) in editions {
        let locale = &edition.case.sentences.locale;
        pages.push((format!("{locale}/index.html"), tool(edition, assets, shell).await));
        let interface = text::all().into_iter().find(|it| it.text.locale == locale);
        if let Some(interface) = interface {
            let props = MethodProps {
                edition: Rc::new(edition.clone()),
                text: interface.method,
                words: interface.annex.outcome,
                certificate: Rc::new(certificate.clone()),
                precedents: Rc::new(precedents(loaded, locale)),
                offline: interface.offline,
                offer: offers.iter().find(|it| it.locale == *locale).cloned(),
            };
            let content = method(props, assets, shell).await;
            pages.push((format!("{locale}/method/index.html"), content));
            let content = gathering(edition, &interface.gathering, assets, shell).await;
            pages.push((format!("{locale}/class/index.html"), content));
        }
    }
    pages
}

/// The tool in one language.
async fn tool(edition: &Edition, assets: &Assets, shell: &str) -> String {
    let sentences = &edition.case.sentences;
    // As the browser has it, so that nothing is prerendered that the browser would not show.
    let props = AppProps { edition: edition.brief().lasting(), arrival: None, host: Host::default() };
    let app = LocalServerRenderer::<App>::with_props(props).render().await;
    let up = |path: &str| format!("../{path}");
    let bundle = up(&assets.editions[&sentences.locale]);
    let mut head = vec![meta("description", &sentences.description), stylesheet(&up(&assets.style))];
    let kept = Page { up: "../", locale: Some(&sentences.locale) };
    head.extend(assets.kit.head(kept));
    head.extend(
        edition
            .languages
            .iter()
            .map(|it| format!("<link rel=\"alternate\" hreflang=\"{0}\" href=\"../{0}/\">", it.locale)),
    );
    // All that the first answer needs is fetched at once, not one after the other.
    for path in [&assets.glue, &assets.loader] {
        head.push(format!("<link rel=\"modulepreload\" href=\"{}\">", up(path)));
    }
    for path in [&up(&assets.wasm), &bundle] {
        head.push(format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{path}\">"));
    }
    let notes = notes(edition.text.trouble, edition.text.no_script);
    let annex = up(&assets.annexes[&sentences.locale]);
    let boot = format!(
        "<script type=\"module\" id=\"boot\" src=\"{}\" data-edition=\"{bundle}\" data-annex=\"{annex}\" data-offline=\"{}\"></script>",
        up(&assets.boot),
        up(&assets.kit.offline[&sentences.locale]),
    );
    let first = &sentences.questions[0].asks;
    let title = fill(edition.text.page_title, &[("page", first), ("site", &sentences.title)]);
    page(shell, &sentences.locale, &title, &head, &notes, &app, &boot)
}

/// How the tool decides and what is proven about it, in one language.
async fn method(props: MethodProps, assets: &Assets, shell: &str) -> String {
    let (edition, text) = (props.edition.clone(), props.text);
    let sentences = &edition.case.sentences;
    let app = LocalServerRenderer::<Method>::with_props(props).hydratable(false).render().await;
    let mut head = vec![meta("description", text.lead), stylesheet(&format!("../../{}", assets.style))];
    let kept = Page { up: "../../", locale: Some(&sentences.locale) };
    head.extend(assets.kit.head(kept));
    head.extend(
        edition
            .languages
            .iter()
            .map(|it| format!("<link rel=\"alternate\" hreflang=\"{0}\" href=\"../../{0}/method/\">", it.locale)),
    );
    let title = fill(edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    page(shell, &sentences.locale, &title, &head, "", &app, &assets.kit.script(kept))
}

/// The page for a class or a meeting, in one language.
async fn gathering(edition: &Edition, text: &GatheringText, assets: &Assets, shell: &str) -> String {
    let sentences = &edition.case.sentences;
    let locale = &sentences.locale;
    let props =
        TogetherProps { edition: edition.brief().lasting(), text: *text, pressed: false, host: Host::default() };
    let app = LocalServerRenderer::<Together>::with_props(props).render().await;
    let up = |path: &str| format!("../../{path}");
    let mut head = vec![meta("description", text.lead), stylesheet(&up(&assets.style))];
    let kept = Page { up: "../../", locale: Some(&sentences.locale) };
    head.extend(assets.kit.head(kept));
    head.extend(
        edition
            .languages
            .iter()
            .map(|it| format!("<link rel=\"alternate\" hreflang=\"{0}\" href=\"../../{0}/class/\">", it.locale)),
    );
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
    let title = fill(edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    page(shell, locale, &title, &head, &notes(text.trouble, text.no_script), &app, &boot)
}

/// What stands ready in a page for when its script can't go on, and for those who have none.
pub fn notes(trouble: &str, no_script: &str) -> String {
    format!(
        "<div class=\"trouble\" id=\"trouble\" role=\"alert\" hidden><p>{}</p></div>\n    <noscript><p class=\"trouble\">{}</p></noscript>",
        escape(trouble),
        escape(no_script),
    )
}

/// Every precedent with its sentences in one language.
fn precedents(loaded: &Loaded, locale: &str) -> Vec<(Precedent, PrecedentText)> {
    let language = loaded.languages.iter().position(|it| it.locale == locale);
    let texts = language.map(|it| loaded.history_texts[it].precedents.as_slice()).unwrap_or_default();
    loaded.history.precedents.iter().cloned().zip(texts.iter().cloned()).collect()
}

/// The choice of a language, for those who come without one.
async fn front(editions: &[(Edition, Annex)], assets: &Assets, shell: &str) -> String {
    let entries: Vec<(String, String, String, String)> = editions
        .iter()
        .map(|(it, _)| {
            let it = &it.case.sentences;
            (it.locale.clone(), it.name.clone(), it.title.clone(), it.standfirst.clone())
        })
        .collect();
    let titles: Vec<&str> = entries.iter().map(|it| it.2.as_str()).collect();
    let title = titles.join(" · ");
    let descriptions: Vec<&str> = editions.iter().map(|(it, _)| it.case.sentences.description.as_str()).collect();
    let mut head = vec![meta("description", &descriptions.join(" ")), stylesheet(&assets.style)];
    head.extend(assets.kit.head(Page { up: "", locale: None }));
    let app = LocalServerRenderer::<Front>::with_props(FrontProps { entries }).hydratable(false).render().await;
    page(shell, &editions[0].0.case.sentences.locale, &title, &head, "", &app, "")
}

#[derive(Clone, PartialEq, Properties)]
struct FrontProps {
    /// Locale, name of the language, title and standfirst.
    entries: Vec<(String, String, String, String)>,
}

#[component]
fn Front(props: &FrontProps) -> Html {
    let entry = |(locale, name, title, standfirst): &(String, String, String, String)| {
        html! {
            <section class="front__language" lang={locale.clone()} key={locale.clone()}>
                <h1>{ title.clone() }</h1>
                <p>{ standfirst.clone() }</p>
                <p><a class="button" href={format!("{locale}/")} hreflang={locale.clone()}>{ name.clone() }</a></p>
            </section>
        }
    };
    html! { <main class="front">{ for props.entries.iter().map(entry) }</main> }
}

pub fn page(shell: &str, lang: &str, title: &str, head: &[String], notes: &str, app: &str, data: &str) -> String {
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
            "lang" => lang,
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

pub fn meta(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escape(content))
}

fn stylesheet(path: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{path}\">")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
