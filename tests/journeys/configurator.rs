//! The page that makes snippets, and the codes that it makes.

use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Told,
    axe_and_windows::{inspect, resize, restore, widths},
    harness::{
        article_server::Newspaper,
        browser::Kind,
        embedded::{enter, leave},
        engine::Engine,
        reader::Reader,
    },
};

const ANSWERS: &str = "war=armistice&us=troops&backing=broad";

/// The codes on the page, by their kind.
const CODES: &str =
    "return Object.fromEntries([...document.querySelectorAll('[data-code]')].map((it) => [it.dataset.code, it.value]))";

pub async fn a_snippet_is_made_copied_and_works(reader: &Reader, engine: &Engine) -> Told {
    reader.begin(&format!("/uk/embed/#{ANSWERS}")).await?;
    // Opened from an outcome, it starts there; what the codes reserve is measured meanwhile.
    is_measured(reader, "").await?;
    let made = reader.script(CODES, Vec::new()).await?;
    let site = &reader.site;
    for name in ["frame", "scripted", "element"] {
        let code = made[name].as_str().unwrap_or_default();
        assert!(code.contains(site) && code.contains(&ANSWERS.replace('&', "&amp;")), "{code}");
    }
    choose(reader, &[("language", "en"), ("theme", "dark"), ("extent", "compact"), ("start", "at=land")]).await?;
    let made = reader.script(CODES, Vec::new()).await?;
    let frame = format!("src=\"{site}/en/frame.html?theme=dark&amp;compact#at=land\"");
    assert!(made["scripted"].as_str().is_some_and(|it| it.contains(&frame)), "{made}");
    assert!(made["frame"].as_str().is_some_and(|it| it.contains(&frame) && !it.contains("script")), "{made}");
    let previewed = "return document.getElementById('heard').textContent.includes('\"language\":\"en\"')";
    reader.until_true("the preview", previewed).await?;
    inspect(reader, "the page for snippets").await?;
    is_measured(reader, "at=land").await?;
    is_copied_or_selected(reader, engine).await?;

    // A page that never says how high it is, here one that knows nothing of frames, does not keep the next from its turn.
    reader
        .script("document.getElementById('wishes').elements.start.append(new Option('Silent', 'about/?/'))", Vec::new())
        .await?;
    choose(reader, &[("start", "about/?/")]).await?;
    choose(reader, &[("start", "at=us")]).await?;
    is_measured(reader, "at=us").await?;

    let paper = Newspaper::open()?;
    paper.publish("/", made["element"].as_str().unwrap_or_default());
    paper.publish("/frame/", made["scripted"].as_str().unwrap_or_default());
    let guest = &reader.at(&paper.site);
    for path in ["/", "/frame/"] {
        guest.begin(path).await?;
        guest.until_true("ready", "return heard.some((it) => it.event === 'ready')").await?;
        enter(guest, 0).await?;
        guest.sees("the question", |it| it.ready && it.place == "land" && it.lang == "en").await?;
        leave(guest).await?;
    }
    Ok(())
}

pub async fn the_page_for_snippets_fits_and_starts_with_what_the_publisher_gave(reader: &Reader, _: &Engine) -> Told {
    for width in widths(reader.browser) {
        resize(reader, *width).await?;
        reader.begin("/uk/embed/").await?;
        reader.until_true("its looks", "return document.readyState === 'complete'").await?;
        let found = reader.script(include_str!("in_page/layout.js"), Vec::new()).await?;
        assert_eq!(found, json!([]), "the page for snippets, {width} wide");
    }
    restore(reader).await?;
    choose(reader, &[("theme", "dark")]).await?;
    // Loaded anew, it begins with that, whatever the browser has kept in its fields.
    reader.client.refresh().await?;
    let anew = "const codes = [...document.querySelectorAll('[data-code]')].map((it) => it.value);
        return document.readyState === 'complete' && codes.length === 3 && !codes.some((it) => it.includes('dark'))";
    reader.until_true("codes without what was chosen", anew).await
}

pub async fn the_page_of_an_option_is_previewed_and_named_in_its_language(reader: &Reader, engine: &Engine) -> Told {
    reader.begin("/uk/embed/").await?;
    choose(reader, &[("language", "en"), ("extent", "compact"), ("start", "guarantees/treaty/")]).await?;
    let codes = reader.script(CODES, Vec::new()).await?;
    let site = &reader.site;
    let frame = format!("src=\"{site}/en/guarantees/treaty/frame.html?compact\"");
    assert!(codes["frame"].as_str().is_some_and(|it| it.contains(&frame)), "{codes}");
    let previewed = "return [...document.querySelectorAll('iframe')].some((it) =>
        it.contentDocument?.querySelector('h1')
        && it.contentWindow.location.pathname.endsWith('/guarantees/treaty/frame.html'))";
    reader.until_true("the option's page in the preview", previewed).await?;
    let model = engine.model();
    let treaty = model.guarantee_ids().find(|it| model.guarantee(*it).id == "treaty").expect("the case has it");
    let option = engine.sentences("uk").guarantee(treaty);
    // The option's own name is there in the language of this page, and its own page in every language.
    for (language, name) in [("en", &engine.sentences("en").title), ("uk", &option.name)] {
        choose(reader, &[("language", language)]).await?;
        let codes = reader.script(CODES, Vec::new()).await?;
        let has = |kind: &str, part: &str| codes[kind].as_str().is_some_and(|it| it.contains(part));
        let link = format!("<a href=\"{site}/{language}/guarantees/treaty/\">{name}</a>");
        assert!(["frame", "scripted", "element"].iter().all(|it| has(it, &link)), "{codes}");
        let title = format!("title=\"{name}\"");
        assert!(["frame", "scripted"].iter().all(|it| has(it, &title)), "{codes}");
    }
    Ok(())
}

/// What the browser refuses to copy is selected.
async fn is_copied_or_selected(reader: &Reader, engine: &Engine) -> Told {
    // A measurement may change the code a moment later, so what was shown is noted with what was written.
    let noting = "navigator.clipboard.writeText = async (it) => {
            window.written = it;
            window.shown = document.querySelector('[data-code=element]').value;
        }";
    reader.script(noting, Vec::new()).await?;
    reader.click("[data-copies=element]").await?;
    let copied = text_of(reader, "[data-told=element]").await?;
    let words = engine.embed("uk").code;
    // What Firefox's driver runs lives in a world apart, where the page's own clipboard stays.
    let is_apart = reader.browser == Kind::Firefox;
    if is_apart {
        assert!([words.copied, words.copy_refused].contains(&copied.as_str()), "{copied}");
    } else {
        assert_eq!(copied, words.copied);
        let noted = reader.script("return [written, shown]", Vec::new()).await?;
        assert!(noted[0] == noted[1] && noted[0].as_str().is_some_and(|it| it.contains("<which-guarantee")), "{noted}");
    }
    // What is chosen after that has not been copied.
    choose(reader, &[("start", "at=us")]).await?;
    assert_eq!(reader.texts("[data-told=element]").await?, [""]);
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })";
    reader.script(refuse, Vec::new()).await?;
    reader.click("[data-copies=scripted]").await?;
    let selected = "const it = document.activeElement;
        return it.dataset.code === 'scripted' && it.selectionEnd === it.value.length";
    if is_apart { Ok(()) } else { reader.until_true("the code, selected", selected).await }
}

/// The room that the tool needs at a start has been measured, and is in the code.
async fn is_measured(reader: &Reader, start: &str) -> Told {
    let it = "const { value } = document.querySelector('[data-code=element]');
        return /room=\"\\d+ \\d+\"/.test(value) && value.includes(arguments[0])";
    reader
        .until("the room for this start", async || {
            let seen = reader.client.execute(it, vec![json!(start)]).await?;
            Ok(if seen == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await
}

/// Sets fields of the form as a publisher would.
async fn choose(reader: &Reader, values: &[(&str, &str)]) -> Told {
    let script = "const form = document.getElementById('wishes');
        for (const [field, value] of arguments[0]) form.elements[field].value = value;
        form.dispatchEvent(new Event('input'))";
    reader.script(script, vec![json!(values)]).await?;
    Ok(())
}

async fn text_of(reader: &Reader, selector: &str) -> Result<String, Failed> {
    reader
        .until("a word on it", async || {
            let script = "return document.querySelector(arguments[0]).textContent";
            let seen = reader.client.execute(script, vec![json!(selector)]).await?;
            Ok(seen.as_str().filter(|it| !it.is_empty()).map(str::to_owned).ok_or(()))
        })
        .await
}
