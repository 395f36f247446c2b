//! The page on which a snippet is made for somebody else's page, with a preview and a word for those who run that page.
//! It is prerendered only. Its snippets work as they stand; a small script of its own lets readers choose.

use std::rc::Rc;

use yew::{LocalServerRenderer, prelude::*};

use crate::{
    case::{GuaranteeId, PresetId, QuestionId, permalink},
    site::{
        pages::embed::snippets::Snippets,
        routes::{self, EMBED, EMBED_SCRIPT, FRAME},
    },
    text::embed::EmbedText,
    view::{chrome::masthead::language_links, edition::from_case::WholeEdition, outcome_data::OutcomeData},
};

/// The fonts that a page may choose from: their names in src/js/embed/frame_page.js, and as people call them.
const FONTS: [(&str, &str); 5] = [
    ("system", "System"),
    ("helvetica", "Helvetica / Arial"),
    ("verdana", "Verdana"),
    ("georgia", "Georgia"),
    ("times", "Times"),
];

#[derive(Clone, PartialEq, Properties)]
struct ConfiguratorProps {
    edition: Rc<WholeEdition>,
    /// Locale, name of the language, title of the tool.
    languages: Vec<[String; 3]>,
    text: EmbedText,
    /// Address of the whole site.
    site: String,
}

/// The page in one language, without its head. `site` is the address of the whole site.
pub async fn app(
    edition: &WholeEdition,
    editions: &[(WholeEdition, OutcomeData)],
    text: &EmbedText,
    site: &str,
) -> String {
    let titled = |(it, _): &(WholeEdition, OutcomeData)| {
        let it = &it.case.sentences;
        [it.locale.clone(), it.name.clone(), it.title.clone()]
    };
    let props = ConfiguratorProps {
        edition: Rc::new(edition.clone()),
        languages: editions.iter().map(titled).collect(),
        text: *text,
        site: site.to_owned(),
    };
    LocalServerRenderer::<Configurator>::with_props(props).hydratable(false).render().await
}

#[component]
fn Configurator(props: &ConfiguratorProps) -> Html {
    let ConfiguratorProps { edition, text, site, .. } = props;
    let sentences = &edition.case.sentences;
    html! {
        <div class="tool embedding">
            <header class="masthead">
                <div class="masthead__row">
                    <p class="masthead__name"><a href="../">{ sentences.short_title.clone() }</a></p>
                    { language_links(&edition.languages, &edition.text, |it| format!("../../{}/{EMBED}", it.locale)) }
                </div>
            </header>
            <main>
                <h1>{ text.title }</h1>
                <p class="embedding__lead">{ text.lead }</p>
                <noscript><p class="embedding__no-script">{ text.no_script }</p></noscript>
                <div class="workshop">
                    { wishes(props) }
                    <div class="workshop__results">
                        { codes(text, &Snippets::of(edition, site)) }
                        { preview(props) }
                    </div>
                </div>
                { help(props) }
                <p><a class="button button--second" href="../">{ text.back }</a></p>
            </main>
            <footer class="colophon"><p class="colophon__disclaimer">{ sentences.disclaimer.clone() }</p></footer>
        </div>
    }
}

/// The form. Its names are those of the frame's parameters (src/js/embed/frame_page.js).
fn wishes(props: &ConfiguratorProps) -> Html {
    let form = &props.text.form;
    let language = |[locale, name, title]: &[String; 3]| {
        let chosen = *locale == props.edition.case.sentences.locale;
        html! {
            <option value={locale.clone()} selected={chosen} lang={locale.clone()} data-title={title.clone()}>
                { name.clone() }
            </option>
        }
    };
    let font = |(value, name): &(&'static str, &'static str)| html! { <option value={*value}>{ *name }</option> };
    html! {
        <form class="wishes" id="wishes" autocomplete="off" data-site={props.site.clone()} aria-labelledby="wishes-title">
            <h2 id="wishes-title">{ form.title }</h2>
            <p class="wish">
                <label for="wish-language">{ form.language }</label>
                <select id="wish-language" name="language">{ for props.languages.iter().map(language) }</select>
            </p>
            { start(props) }
            <fieldset class="wish">
                <legend>{ form.colours }</legend>
                { radio("theme", "auto", form.auto, None, true) }
                { radio("theme", "light", form.light, None, false) }
                { radio("theme", "dark", form.dark, None, false) }
                <div class="wish__accent">
                    { checkbox("accent", form.accent, None) }
                    <input type="color" id="wish-colour" name="colour" value="#7a1f3d" aria-label={form.accent_colour} />
                </div>
                <p class="wish__problem" role="status" id="accent-refused" data-says={form.accent_refused}></p>
            </fieldset>
            <p class="wish">
                <label for="wish-font">{ form.font }</label>
                <select id="wish-font" name="font">
                    <option value="">{ form.own_font }</option>
                    { for FONTS.iter().map(font) }
                </select>
            </p>
            <fieldset class="wish">
                <legend>{ form.extent }</legend>
                { radio("extent", "full", form.full, Some(form.full_more), true) }
                { radio("extent", "compact", form.compact, Some(form.compact_more), false) }
            </fieldset>
            <fieldset class="wish">
                <legend>{ form.more }</legend>
                { checkbox("lazily", form.lazily, Some(form.lazily_more)) }
                { checkbox("answers", form.answers, Some(form.answers_more)) }
            </fieldset>
        </form>
    }
}

/// Where the tool starts: every choice has for its value what stands behind the sign # in a link.
fn start(props: &ConfiguratorProps) -> Html {
    let (form, case) = (&props.text.form, &props.edition.case);
    let preset = |id: PresetId| {
        let link = permalink::format(&case.model, &case.model.presets[id.index()].answers, &[]);
        html! { <option value={link}>{ case.sentences.preset(id).name.clone() }</option> }
    };
    let question = |id: QuestionId| {
        let link = permalink::format_place(&case.model, &[], Some(id));
        html! { <option value={link}>{ case.sentences.question(id).asks.clone() }</option> }
    };
    // A page of its own, which a slash at the end tells the scripts.
    let guarantee = |id: GuaranteeId| {
        let page = routes::guarantee(&case.model.guarantee(id).id);
        html! { <option value={page}>{ case.sentences.guarantee(id).name.clone() }</option> }
    };
    html! {
        <div class="wish">
            <label for="wish-start">{ form.start }</label>
            <select id="wish-start" name="start">
                <option value="">{ form.beginning }</option>
                <optgroup label={form.presets}>{ for PresetId::all(case.model.presets.len()).map(preset) }</optgroup>
                <optgroup label={form.questions}>{ for case.model.question_ids().map(question) }</optgroup>
                <optgroup label={form.guarantees}>{ for case.model.guarantee_ids().map(guarantee) }</optgroup>
                <optgroup label={form.fixed}><option value="link">{ form.by_link }</option></optgroup>
            </select>
            <div class="wish__link" id="by-link" hidden=true>
                <label for="wish-link">{ form.link }</label>
                <p class="wish__more" id="wish-link-hint">{ form.link_hint }</p>
                <input type="text" id="wish-link" name="link" inputmode="url" spellcheck="false" autocapitalize="off" aria-describedby="wish-link-hint link-problem" />
                <p class="wish__problem" role="status" id="link-problem" data-says={form.link_unreadable}></p>
            </div>
        </div>
    }
}

fn radio(name: &'static str, value: &'static str, label: &'static str, more: Option<&'static str>, on: bool) -> Html {
    let id = format!("wish-{name}-{value}");
    let described = more.map(|_| format!("{id}-more"));
    html! {
        <div class="wish__line">
            <input type="radio" id={id.clone()} {name} {value} checked={on} aria-describedby={described.clone()} />
            <label for={id}>{ label }</label>
            { for more.map(|it| html! { <p class="wish__more" id={described.clone()}>{ it }</p> }) }
        </div>
    }
}

fn checkbox(name: &'static str, label: &'static str, more: Option<&'static str>) -> Html {
    let id = format!("wish-{name}");
    let described = more.map(|_| format!("{id}-more"));
    html! {
        <div class="wish__line">
            <input type="checkbox" id={id.clone()} {name} aria-describedby={described.clone()} />
            <label for={id}>{ label }</label>
            { for more.map(|it| html! { <p class="wish__more" id={described.clone()}>{ it }</p> }) }
        </div>
    }
}

/// The page that readers will see, in columns of several widths.
fn preview(props: &ConfiguratorProps) -> Html {
    let text = &props.text.preview;
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <div class="preview__head">
                <h2 id="preview-title">{ text.title }</h2>
                <fieldset class="preview__widths" id="widths">
                    <legend class="hidden">{ text.width }</legend>
                    { radio("width", "narrow", text.narrow, None, false) }
                    { radio("width", "column", text.column, None, true) }
                    { radio("width", "whole", text.whole, None, false) }
                </fieldset>
            </div>
            <div class="preview__column" id="column" data-width="column">
                <iframe
                    class="preview__frame"
                    id="preview"
                    data-which-guarantee="true"
                    src={format!("../{FRAME}")}
                    title={props.edition.case.sentences.title.clone()}
                />
            </div>
            <h3>{ text.heard }</h3>
            <p class="wish__more">{ text.heard_lead }</p>
            <ol class="preview__heard" id="heard"></ol>
            <div class="gauge" id="gauge" aria-hidden="true"></div>
        </section>
    }
}

fn codes(text: &EmbedText, snippets: &Snippets) -> Html {
    let code = &text.code;
    let one = |name: &'static str, title: &'static str, says: &'static str, snippet: &str| {
        let id = format!("code-{name}");
        html! {
            <div class="code-way" key={name}>
                <h3 id={format!("{id}-title")}>{ title }</h3>
                <p>{ says }</p>
                <textarea {id} data-code={name} readonly=true rows="4" spellcheck="false" aria-labelledby={format!("code-{name}-title")} value={snippet.to_owned()} />
                <div class="code-way__do">
                    <button type="button" class="button button--second" data-copies={name} aria-describedby={format!("code-{name}-title")}>{ code.copy }</button>
                    <p role="status" data-told={name}></p>
                </div>
            </div>
        }
    };
    html! {
        <section class="codes" aria-labelledby="codes-title" data-copied={code.copied} data-refused={code.copy_refused}>
            <h2 id="codes-title">{ code.title }</h2>
            <div class="codes__ways">
                { one("scripted", code.script, code.script_says, &snippets.scripted) }
                { one("element", code.element, code.element_says, &snippets.element) }
                { one("frame", code.frame, code.frame_says, &snippets.frame) }
            </div>
        </section>
    }
}

const LISTENS: &str = r#"addEventListener("which-guarantee:outcome", ({ target, detail }) => {
  console.log(target, detail.outcome, detail.settled);
});"#;
const MESSAGE: &str = r#"{ tool: "which-guarantee", v: 1, event: "height", detail: { height: 912 } }"#;
const HELLO: &str = r#"frame.contentWindow.postMessage({ tool: "which-guarantee", v: 1, event: "hello" }, "*");"#;

fn help(props: &ConfiguratorProps) -> Html {
    let text = &props.text.help;
    let site = props.site.trim_end_matches('/');
    let part = |title: &'static str, content: Html| html! { <div class="help__part" key={title}><h3>{ title }</h3>{ content }</div> };
    let code = |it: &str| html! { <pre class="code-text" tabindex="0"><code>{ it.to_owned() }</code></pre> };
    let policy = format!("frame-src {site}; script-src {site}/{EMBED_SCRIPT}");
    let page = format!("{site}/{}/", props.edition.case.sentences.locale);
    let model = &props.edition.case.model;
    let options: Vec<String> =
        model.guarantees.iter().take(1).map(|it| page.clone() + &routes::guarantee(&it.id)).collect();
    html! {
        <section class="help" aria-labelledby="help-title">
            <h2 id="help-title">{ text.title }</h2>
            <div class="help__parts">
            { part(text.height, html! { <p>{ text.height_says }</p> }) }
            { part(text.looks, html! { <p>{ text.looks_says }</p> }) }
            { part(text.privacy, html! { <p>{ text.privacy_says }</p> }) }
            { part(text.oembed, html! {
                <>
                    <p>{ text.oembed_says }</p>
                    { code(&page) }
                    { for options.iter().map(|it| code(it)) }
                    <p>{ text.oembed_fragment }</p>
                    <p>{ text.oembed_wordpress }</p>
                </>
            }) }
            { part(text.events, html! { <><p>{ text.events_says }</p>{ events(props) }{ code(LISTENS) }</> }) }
            { part(text.messages, html! {
                <><p>{ text.messages_says }</p>{ code(MESSAGE) }<p>{ text.messages_hello }</p>{ code(HELLO) }<p>{ text.messages_others }</p></>
            }) }
            { part(text.policy, html! { <><p>{ text.policy_says }</p>{ code(&policy) }<p>{ text.sandbox_says }</p></> }) }
            </div>
        </section>
    }
}

fn events(props: &ConfiguratorProps) -> Html {
    let text = &props.text.help;
    let row = |name: &'static str, when: &'static str, detail: &'static str| {
        html! {
            <tr key={name}>
                <th scope="row"><code>{ format!("which-guarantee:{name}") }</code></th>
                <td>{ when }</td>
                <td><code>{ detail }</code></td>
            </tr>
        }
    };
    html! {
        <div class="help__scroll" tabindex="0" role="region" aria-label={text.events}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ text.event }</th>
                        <th scope="col">{ text.event_when }</th>
                        <th scope="col">{ text.event_detail }</th>
                    </tr>
                </thead>
                <tbody>
                    { row("ready", text.ready, "{ language, refused: [] }") }
                    { row("answered", text.answered, "{ question, answer? }") }
                    { row("outcome", text.outcome, "{ outcome, settled, possible: [] }") }
                    { row("height", text.height_event, "{ height }") }
                </tbody>
            </table>
        </div>
    }
}
