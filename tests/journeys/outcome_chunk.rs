//! While the chunk of the wasm with the outcome's page is on its way, and where it does not come.

use serde_json::json;

use crate::{
    Told,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{Page, Reader},
        slow_server::{Gate, Wasm},
        unreliable_host::{Host, Lie, SECOND, dist, second},
    },
};

const LINK: &str = "war=dictated&supply=low";

pub async fn the_outcome_is_waited_for_while_everything_else_works(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::LaterWaits)?;
    let reader = reader.at(&gate.site);
    reader.open("/en/").await?;
    reader.choose("war", "dictated").await?;
    reader.next("supply").await?;
    reader.choose("supply", "low").await?;
    reader.click("[data-next]").await?;
    let shown = engine.shown(&engine.linked(LINK).0);
    let waits = |it: &Page| it.heading == engine.text("en").outcome_coming && it.focus == "heading";
    reader.sees("the ladder and the address, which do not wait", |it| waits(it) && it.shown() == shown).await?;
    // The way back does not wait either.
    reader.goes_back("supply").await?;
    reader.click("[data-next]").await?;
    reader.sees("what is waited for", waits).await?;
    gate.now(Wasm::Comes);
    let page = reader.arrives("outcome").await?;
    assert_eq!(page.shown(), shown);
    reader.sees("the focus on the outcome", |it| it.focus == "heading").await?;
    reader.leaves_a_sound_page().await
}

pub async fn an_outcome_that_does_not_come_can_be_asked_for_again(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let gate = Gate::open(Wasm::LaterIsMissing)?;
        let reader = reader.at(&gate.site);
        let shown = engine.shown(&engine.linked(LINK).0);
        let is_missing = |it: &Page| it.heading == engine.text(locale).outcome_gone;
        reader.begin(&format!("/{locale}/#{LINK}")).await?;
        let page = reader.sees("that it is missing", is_missing).await?;
        assert!(!page.trouble);
        reader.sees("the ladder and the address, which do without", |it| it.shown() == shown).await?;
        // Asked for in vain, it is still missing, and the sentence that says so is read out.
        reader.click("[data-again]").await?;
        reader.sees("that it is still missing", |it| is_missing(it) && it.focus == "heading").await?;
        let errors = reader.console_errors().await?;
        assert!(errors.iter().all(|it| it.contains("/later.") || it.contains("/chunk_loader.")), "{errors:#?}");
        gate.now(Wasm::Comes);
        reader.click("[data-again]").await?;
        let page = reader.arrives("outcome").await?;
        assert_eq!(page.shown(), shown);
        reader.forgets_errors().await?;
    }
    Ok(())
}

pub async fn a_switch_that_can_show_nothing_says_why(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::LaterIsMissing)?;
    let reader = reader.at(&gate.site);
    reader.open("/en/").await?;
    reader.click(".leads").await?;
    let says = format!(
        "return document.querySelector('.leads + .coming p')?.textContent === {}",
        json!(engine.text("en").outcome_gone)
    );
    reader.until_true("why it shows nothing", &says).await?;
    // A rung that is opened says the same. Its button goes while it is tried again, and the focus stays in the rung.
    reader.opens_rung("treaty").await?;
    reader.click("#rung-treaty [data-again]").await?;
    let has_it = "return document.activeElement.id === 'rung-treaty-opens'";
    reader.until_true("the focus on the rung", has_it).await?;
    reader.until_true("that it is missing again", &says).await?;
    gate.now(Wasm::Comes);
    reader.click(".leads + .coming [data-again]").await?;
    let shows = "return !document.querySelector('.leads + .coming')
        && [...document.querySelectorAll('.answer')].every((it) => it.querySelector('[data-lead]'))";
    reader.until_true("where each answer leads", shows).await?;
    reader.forgets_errors().await
}

/// A line that neither brings nor breaks. Only Chromium can be given another clock before the page's scripts run.
pub async fn one_that_hangs_is_given_up(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let hasty = "const wait = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = () => wait(1000);";
    let script = reader.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": hasty })).await?;
    let gate = Gate::open(Wasm::LaterWaits)?;
    let reader = reader.at(&gate.site);
    let shown = engine.shown(&engine.linked(LINK).0);
    reader.begin(&format!("/en/#{LINK}")).await?;
    reader
        .sees("that it is missing", |it| it.heading == engine.text("en").outcome_missing && it.shown() == shown)
        .await?;
    gate.now(Wasm::Comes);
    reader.click("[data-again]").await?;
    let page = reader.arrives("outcome").await?;
    assert_eq!(page.shown(), shown);
    reader.devtools("Page.removeScriptToEvaluateOnNewDocument", script).await?;
    reader.forgets_errors().await
}

pub async fn one_that_did_not_come_early_comes_when_it_is_due(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::LaterIsMissing)?;
    let reader = reader.at(&gate.site);
    reader.open("/en/").await?;
    reader.choose("war", "dictated").await?;
    let asked = "return performance.getEntriesByType('resource').some((it) => it.name.includes('/later.'))";
    reader.until_true("the first answer asks for the chunk", asked).await?;
    gate.now(Wasm::Comes);
    reader.next("supply").await?;
    reader.choose("supply", "low").await?;
    let page = reader.next("outcome").await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    reader.forgets_errors().await
}

/// Another version has taken the place of the one that the reader has open, and left none of its files.
pub async fn a_page_of_a_version_that_is_gone_is_loaded_anew_with_its_answers(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    let next = second(engine)?;
    for path in ["/en/", "/uk/", "/uk/frame.html"] {
        let locale = &path[1..3];
        let mut host = Host::open(&dist())?;
        // The worker would have kept them.
        host.lies(Some(("/sw.js", Lie::Missing)));
        let reader = reader.at(&host.site);
        reader.open(path).await?;
        host.start(next)?;
        reader.choose("war", "dictated").await?;
        reader.next("supply").await?;
        reader.choose("supply", "low").await?;
        reader.click("[data-next]").await?;
        let gone = engine.text(locale).outcome_gone;
        let page = reader.sees("that it is gone", |it| it.heading == gone).await?;
        assert!(page.focus == "heading", "it is read out");
        let anew = reader.element("[data-anew]").await?;
        assert_eq!(anew.text().await?, engine.text(locale).load_anew);
        reader.click("[data-anew]").await?;
        reader.until_true("the new version", SECOND).await?;
        let page = reader.arrives("outcome").await?;
        assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0), "{path}");
        reader.forgets_errors().await?;
    }
    Ok(())
}

pub async fn what_can_not_be_reached_is_tried_again_before_the_page_is_loaded_anew(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    let mut host = Host::open(&dist())?;
    host.lies(Some(("/sw.js", Lie::Missing)));
    let reader = reader.at(&host.site);
    reader.open("/en/").await?;
    host.stop();
    // Whoever opens the list of presets waits for the same.
    reader.click(".presets summary").await?;
    let says = |text: &'static str| {
        format!("return document.querySelector('.coming p')?.textContent === {}", serde_json::json!(text))
    };
    reader.until_true("that it is missing", &says(engine.text("en").outcome_missing)).await?;
    assert!(!reader.is_visible("[data-anew]").await?, "the line may be back in a moment");
    reader.click("[data-again]").await?;
    reader
        .until_true("the focus on what was opened", "return document.activeElement.matches('.presets summary')")
        .await?;
    reader.until_true("the way to load anew", "return document.querySelector('[data-anew]').checkVisibility()").await?;
    assert!(reader.is_visible("[data-again]").await?);
    reader.forgets_errors().await
}

pub async fn looks_that_are_gone_are_told_and_can_be_done_without(reader: &Reader, engine: &Engine) -> Told {
    let host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    host.lies(Some(("/assets/style.", Lie::Missing)));
    reader.begin(&format!("/en/#{LINK}")).await?;
    reader.sees("that they are gone", |it| it.heading == engine.text("en").outcome_gone).await?;
    reader.click("[data-again]").await?;
    let page = reader.arrives("outcome").await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    reader.forgets_errors().await
}
