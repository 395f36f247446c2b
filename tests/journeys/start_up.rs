//! Before the script is there, and without it.

use libtest_mimic::Failed;
use scraper::{Html, Selector};
use serde_json::json;

use crate::{
    Told,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{Reader, spaced},
        slow_server::{Gate, Wasm},
        unreliable_host::{Host, Lie, dist},
    },
};

pub async fn an_answer_before_the_script_is_kept(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::Waits)?;
    let reader = reader.at(&gate.site);
    reader.begin("/en/").await?;
    let early = reader.choose("war", "peace").await?;
    assert!(!early.ready, "the script is still held back");
    // A term is unfolded, and the focus is where the reader left it.
    reader.click(".term summary").await?;
    reader.script("document.getElementById('war-peace').focus()", Vec::new()).await?;
    gate.now(Wasm::Comes);
    let shown = engine.shown(&engine.linked("war=peace").0);
    let page = reader.sees("the page alive, with the answer", |it| it.ready && it.shown() == shown).await?;
    assert_eq!((page.place.as_str(), page.chosen.as_str()), ("war", "peace"));
    reader.until_true("the unfolded term", "return document.querySelector('.term').open").await?;
    reader.until_true("the focus", "return document.activeElement.id === 'war-peace'").await?;
    // It counts like any other answer.
    reader.next("land").await?;
    reader.back("war").await?;
    reader.leaves_a_sound_page().await
}

pub async fn before_the_first_answer_nothing_is_fetched_that_only_the_outcome_needs(
    reader: &Reader,
    _: &Engine,
) -> Told {
    reader.open("/en/").await?;
    let later = "return performance.getEntriesByType('resource').map((it) => it.name)
        .filter((it) => /\\/(later|outcome-data-en|style|group-en)\\./.test(it)).length";
    assert_eq!(reader.script(later, Vec::new()).await?, 0);
    reader.choose("war", "peace").await?;
    reader.until_true("the outcome's parts after the first answer", &format!("{later} === 3")).await?;
    Ok(())
}

/// Requests within a press hold back its paint: a style sheet that comes meanwhile has to be applied first.
pub async fn an_answer_is_done_with_before_the_outcome_is_asked_for(reader: &Reader, _: &Engine) -> Told {
    reader.open("/en/").await?;
    let watch = "window.order = [];
        const own = window.fetch.bind(window);
        window.fetch = (...asked) => { window.order.push('asked'); return own(...asked); };
        addEventListener('change', () => setTimeout(() => window.order.push('answered')), { capture: true, once: true })";
    reader.script(watch, Vec::new()).await?;
    reader.choose("war", "peace").await?;
    reader.until_true("the outcome's parts asked for", "return window.order.includes('asked')").await?;
    assert_eq!(reader.script("return window.order[0]", Vec::new()).await?, "answered");
    Ok(())
}

pub async fn an_answer_and_next_before_the_script_lead_to_the_second_question(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    for (answer, fragment) in [("peace", "war=peace"), ("unsure", "")] {
        let gate = Gate::open(Wasm::Waits)?;
        let reader = reader.at(&gate.site);
        reader.begin("/uk/").await?;
        // The small script that keeps the press has run; the wasm has not come.
        let has_run = "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd > 0";
        reader.until_true("the first script", has_run).await?;
        reader.choose("war", answer).await?;
        reader.click("[data-next]").await?;
        let early = reader.page().await?;
        assert!(!early.ready && early.place == "war", "the script is still held back");
        gate.now(Wasm::Comes);
        let shown = engine.shown(&engine.linked(fragment).0);
        let page =
            reader.sees("the second question", |it| it.ready && it.place == "land" && it.shown() == shown).await?;
        assert_eq!(page.fragment, fragment);
        let page = reader.back("war").await?;
        assert_eq!(page.chosen, answer);
        reader.leaves_a_sound_page().await?;
        // The page may still ask for its worker when its server is gone.
        reader.forgets_errors().await?;
    }
    Ok(())
}

pub async fn without_the_wasm_the_page_says_what_to_do(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::IsMissing)?;
    let reader = reader.at(&gate.site);
    reader.begin("/en/").await?;
    let page = reader.sees("the note", |it| it.trouble).await?;
    assert!(!page.ready);
    let note = reader.element("#trouble p").await?;
    assert!(note.is_displayed().await? && note.text().await? == engine.links("en").trouble);
    assert!(reader.element("#trouble a[href=\"../en/walk/\"]").await?.is_displayed().await?, "there is another way");
    let expected = engine.shown(&engine.nothing());
    assert_eq!(page.ladder, expected.ladder, "the ladder can be read");
    assert_eq!(reader.texts(".rung__name").await?.len(), expected.ladder.len());
    // What went wrong is in the console, and nothing else is.
    let errors = reader.console_errors().await?;
    assert!(errors.iter().all(|it| it.contains(".wasm")), "{errors:#?}");
    gate.now(Wasm::Comes);
    reader.open("/en/").await?;
    reader.choose("war", "peace").await?;
    reader.leaves_a_sound_page().await
}

/// Every page that needs a script, and every way in which it may not run: not there, of another kind, of another time
/// or cut off, out of order.
pub async fn a_first_script_that_never_runs_leaves_a_note_that_leads_on(reader: &Reader, engine: &Engine) -> Told {
    let lies = [Lie::Missing, Lie::WrongType, Lie::CutShort, Lie::Broken];
    let pages =
        ["/en/", "/uk/frame.html", "/en/class/", "/uk/embed/", "/uk/", "/en/frame.html", "/uk/class/", "/en/embed/"];
    for (path, lie) in pages.into_iter().zip(lies.into_iter().cycle()) {
        let script = if path.contains("embed/") { "/assets/configurator." } else { "/assets/boot." };
        // The linked pages keep the site for use offline, and with it the script: each page has a host of its own.
        let host = Host::open(&dist())?;
        let reader = reader.at(&host.site);
        host.lies(Some((script, lie)));
        reader.begin(path).await?;
        assert!(!reader.page().await?.trouble, "{path}: it may come yet");
        reader.sees(&format!("the note of {path} after {lie:?}"), |it| it.trouble).await?;
        let note = reader.element("#trouble p").await?;
        assert!(note.is_displayed().await? && !note.text().await?.is_empty());
        if path.contains("embed/") {
            continue;
        }
        let locale = &path[1..3];
        assert!(reader.element("#trouble a").await?.text().await?.contains(engine.links(locale).instead));
        reader.click("#trouble a").await?;
        let walk =
            format!("return location.pathname === '/{locale}/walk/' && Boolean(document.querySelector('.step'))");
        reader.until_true("the questions as pages", &walk).await?;
        reader.forgets_errors().await?;
    }
    Ok(())
}

/// A copy that somebody has saved of a living page has neither its scripts nor what they would fetch.
pub async fn a_saved_copy_shows_the_note(reader: &Reader, engine: &Engine) -> Told {
    let folder = tempfile::tempdir()?;
    let host = Host::open(&dist())?;
    let living = reader.at(&host.site);
    living.open("/en/").await?;
    living.choose("war", "peace").await?;
    living.next("land").await?;
    let source = living.client.source().await?;
    assert!(source.contains("data-ready=\"true\""), "the copy says that it is alive");
    let mut copies =
        vec![folder.path().join("copy.html"), dist().join("uk/index.html"), dist().join("en/class/index.html")];
    std::fs::write(&copies[0], source)?;
    if reader.browser == Kind::Chromium {
        // As telephones download a page.
        let saved = living.devtools("Page.captureSnapshot", json!({ "format": "mhtml" })).await?;
        copies.push(folder.path().join("copy.mhtml"));
        std::fs::write(&copies[3], saved["data"].as_str().unwrap_or_default())?;
    }
    drop(living);
    for copy in copies {
        reader.visit(&format!("file://{}", copy.display())).await?;
        let is_site = copy.starts_with(dist());
        // Firefox starts the site's own files from a disk.
        let page =
            reader.sees(&format!("the note of {}", copy.display()), |it| it.trouble || (is_site && it.ready)).await?;
        if !page.trouble {
            continue;
        }
        let locale = if copy.ends_with("uk/index.html") { "uk" } else { "en" };
        // WebKitGTK's driver sees no text for a moment after the note has come.
        let says = format!(
            "return document.querySelector('#trouble a[href$=\"which-guarantee-{locale}.html\"]')?.innerText === {}",
            json!(engine.links(locale).saved)
        );
        reader.until_true("the way to the one file", &says).await?;
    }
    reader.forgets_errors().await
}

pub async fn what_comes_late_is_told_and_taken_back(reader: &Reader, _: &Engine) -> Told {
    for path in ["/uk/", "/en/class/"] {
        let gate = Gate::open(Wasm::Waits)?;
        let reader = reader.at(&gate.site);
        reader.begin(path).await?;
        reader.sees("the note", |it| it.trouble).await?;
        gate.now(Wasm::Comes);
        let is_alive = "return document.querySelector('.tool')?.dataset.ready === 'true'";
        reader.until_true("the page alive", is_alive).await?;
        reader.sees("the note gone", |it| !it.trouble).await?;
        reader.forgets_errors().await?;
    }
    Ok(())
}

/// As in Lockdown Mode, or where a policy forbids it.
pub async fn without_web_assembly_every_page_says_so_at_once_and_leads_on(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let without = json!({ "source": "delete globalThis.WebAssembly" });
    let script = reader.devtools("Page.addScriptToEvaluateOnNewDocument", without).await?;
    let file = format!("file://{}", dist().join("which-guarantee-uk.html").display());
    for path in ["/en/", "/uk/", "/en/class/", "/uk/frame.html", &file] {
        let address = if path.starts_with('/') { format!("{}{path}", reader.site) } else { path.to_owned() };
        reader.visit(&address).await?;
        reader.sees(&format!("the note of {path}"), |it| it.trouble).await?;
        let links = reader.client.find_all(fantoccini::Locator::Css("#trouble a")).await?;
        // Nobody has said yet where the site is, so that the file knows no way.
        assert_eq!(links.is_empty(), path == file, "{path}");
        assert!(reader.element("#trouble p").await?.text().await?.contains("WebAssembly"));
        let again = "dispatchEvent(new ErrorEvent('error', { error: new Error('another') }))";
        drop(reader.console_errors().await?);
        reader.script(again, Vec::new()).await?;
        let errors = reader.console_errors().await?;
        assert!(errors.iter().all(|it| !it.contains("not defined")), "{errors:#?}");
    }
    assert!(!engine.links("uk").no_script.contains("посторінково"), "the file promises no way that it has not");
    reader.devtools("Page.removeScriptToEvaluateOnNewDocument", script).await?;
    reader.forgets_errors().await
}

pub async fn a_script_that_fails_in_the_page_says_what_to_do(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::SentencesAreDamaged)?;
    let reader = reader.at(&gate.site);
    reader.begin("/en/").await?;
    let page = reader.sees("the note", |it| it.trouble).await?;
    assert_eq!(page.ladder, engine.shown(&engine.nothing()).ladder, "the ladder can be read");
    assert!(reader.element("#trouble").await?.is_displayed().await?);
    let errors = reader.console_errors().await?;
    assert!(reader.browser != Kind::Chromium || errors.iter().any(|it| it.contains("can't be read")), "{errors:#?}");
    // As the note says: loaded anew, and whole, the page works.
    gate.now(Wasm::Comes);
    reader.open("/en/").await?;
    reader.choose("war", "peace").await?;
    reader.leaves_a_sound_page().await
}

pub async fn without_script_the_page_reads(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let sentences = engine.sentences(locale);
        let text = engine.text(locale);
        let first = &sentences.questions[0];
        let read = read(reader, locale).await?;
        let title = spaced(&read.title);
        assert!(title.contains(&spaced(&first.asks)) && title.contains(&spaced(&sentences.title)), "{title}");
        assert_eq!(spaced(&read.heading), spaced(&first.asks));
        let answers = first.answers.iter().map(|it| it.says.as_str()).chain([text.not_sure]);
        assert!(read.answers.iter().map(|it| spaced(it)).eq(answers.map(spaced)), "{:?}", read.answers);
        let names = engine.model().guarantee_ids().map(|it| spaced(&sentences.guarantee(it).name));
        assert!(read.guarantees.iter().map(|it| spaced(it)).eq(names), "{:?}", read.guarantees);
        assert_eq!(read.note, engine.links(locale).no_script);
    }
    Ok(())
}

/// What is there to read without script.
struct Read {
    title: String,
    heading: String,
    answers: Vec<String>,
    guarantees: Vec<String>,
    note: String,
}

const HEADING: &str = "main h1";
const ANSWERS: &str = ".answer .answer__says";
const GUARANTEES: &str = "[data-guarantee] .rung__name";

async fn read(reader: &Reader, locale: &str) -> Result<Read, Failed> {
    if reader.browser == Kind::WebKit {
        return read_as_served(reader, locale);
    }
    reader.begin(&format!("/{locale}/")).await?;
    let read = Read {
        title: reader.client.title().await?,
        heading: reader.element(HEADING).await?.text().await?,
        answers: reader.texts(ANSWERS).await?,
        guarantees: reader.texts(GUARANTEES).await?,
        note: reader.element("noscript p").await?.text().await?,
    };
    // Answering goes nowhere, and breaks nothing.
    reader.click("label[for=war-peace]").await?;
    reader.click("[data-next]").await?;
    assert_eq!(reader.element(HEADING).await?.text().await?, read.heading);
    Ok(read)
}

/// WebKit's driver works by scripts in the page, so with JavaScript off it sees nothing. What the browser is sent
/// is read instead, by the rules of HTML for browsers without script.
fn read_as_served(reader: &Reader, locale: &str) -> Result<Read, Failed> {
    let address = format!("{}/{locale}/", reader.site);
    let source = crate::harness::driver::fetched(&address)?;
    let page = Html::parse_document(&source);
    let texts = |selector: &str| texts_in(&page, selector);
    let first = |selector: &str| texts(selector).into_iter().next().unwrap_or_default();
    Ok(Read {
        title: first("title"),
        heading: first(HEADING),
        answers: texts(ANSWERS),
        guarantees: texts(GUARANTEES),
        // To a parser that knows of scripts, what stands in here is text.
        note: texts_in(&Html::parse_fragment(&first("noscript")), "p").into_iter().next().unwrap_or_default(),
    })
}

fn texts_in(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("the selector is valid");
    page.select(&selector).map(|it| it.text().collect::<String>().trim().to_owned()).collect()
}
