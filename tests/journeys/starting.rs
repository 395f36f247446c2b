//! Before the script is there, and without it.

use libtest_mimic::Failed;
use scraper::{Html, Selector};

use crate::{
    Told,
    browser::Kind,
    engine::Engine,
    gate::{Gate, Wasm},
    reader::Reader,
};

pub async fn an_answer_before_the_script_is_kept(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::Waits).await?;
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
        .filter((it) => /\\/(later|annex-en|style|gathering-en)\\./.test(it)).length";
    assert_eq!(reader.script(later, Vec::new()).await?, 0);
    reader.choose("war", "peace").await?;
    reader.until_true("the outcome's parts after the first answer", &format!("{later} === 3")).await?;
    Ok(())
}

pub async fn an_answer_and_next_before_the_script_lead_to_the_second_question(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    for (answer, fragment) in [("peace", "war=peace"), ("unsure", "")] {
        let gate = Gate::open(Wasm::Waits).await?;
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
    }
    Ok(())
}

pub async fn without_the_wasm_the_page_says_what_to_do(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::IsMissing).await?;
    let reader = reader.at(&gate.site);
    reader.begin("/en/").await?;
    let page = reader.sees("the note", |it| it.trouble).await?;
    assert!(!page.ready);
    let note = reader.element("#trouble p").await?;
    assert!(note.is_displayed().await? && note.text().await? == engine.links("en").trouble);
    assert!(reader.element("#trouble a[href=\"walk/\"]").await?.is_displayed().await?, "there is another way");
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

/// None of the browsers here is as old. What such a browser would run is run in its place.
pub async fn a_browser_without_modules_is_shown_the_way_on(reader: &Reader, _: &Engine) -> Told {
    let gate = Gate::open(Wasm::Waits).await?;
    let reader = reader.at(&gate.site);
    for path in ["/en/", "/uk/class/"] {
        reader.begin(path).await?;
        assert!(!reader.page().await?.trouble, "{path}: this browser needs no note");
        let run = "const script = document.createElement('script');
            script.src = document.querySelector('script[nomodule]').src;
            document.body.append(script);";
        reader.script(run, Vec::new()).await?;
        reader.sees("the note", |it| it.trouble).await?;
    }
    // What waits for a server that goes away would fail, and show the note by itself.
    gate.now(Wasm::Comes);
    reader.open("/en/").await?;
    reader.leaves_a_sound_page().await
}

pub async fn a_script_that_fails_in_the_page_says_what_to_do(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::SentencesAreDamaged).await?;
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
    for locale in ["en", "uk"] {
        let sentences = engine.sentences(locale);
        let text = engine.text(locale);
        let first = &sentences.questions[0];
        let read = read(reader, locale).await?;
        assert!(read.title.contains(&first.asks) && read.title.contains(&sentences.title), "{}", read.title);
        assert_eq!(read.heading, first.asks);
        let answers: Vec<&str> = first.answers.iter().map(|it| it.says.as_str()).chain([text.not_sure]).collect();
        assert_eq!(read.answers, answers);
        let names: Vec<&str> = engine.model().guarantee_ids().map(|it| sentences.guarantee(it).name.as_str()).collect();
        assert_eq!(read.guarantees, names);
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
const ANSWERS: &str = ".answer label";
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
    let source = crate::driver::fetched(&address)?;
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
