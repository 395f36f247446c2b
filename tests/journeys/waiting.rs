//! While the piece of the wasm with the outcome's page is on its way, and where it does not come.

use crate::{
    Told,
    engine::Engine,
    gate::{Gate, Wasm},
    reader::{Page, Reader},
};

const LINK: &str = "war=dictated&supply=low";

pub async fn the_outcome_is_waited_for_while_everything_else_works(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::LaterWaits).await?;
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
    for locale in ["en", "uk"] {
        let gate = Gate::open(Wasm::LaterIsMissing).await?;
        let reader = reader.at(&gate.site);
        let shown = engine.shown(&engine.linked(LINK).0);
        let is_missing = |it: &Page| it.heading == engine.text(locale).outcome_missing;
        reader.begin(&format!("/{locale}/#{LINK}")).await?;
        let page = reader.sees("that it is missing", is_missing).await?;
        assert!(!page.trouble);
        reader.sees("the ladder and the address, which do without", |it| it.shown() == shown).await?;
        // Asked for in vain, it is still missing, and the sentence that says so is read out.
        reader.click("[data-again]").await?;
        reader.sees("that it is still missing", is_missing).await?;
        let errors = reader.console_errors().await?;
        assert!(errors.iter().all(|it| it.contains("/later.") || it.contains("/pieces.")), "{errors:#?}");
        gate.now(Wasm::Comes);
        reader.click("[data-again]").await?;
        let page = reader.arrives("outcome").await?;
        assert_eq!(page.shown(), shown);
        drop(reader.console_errors().await?);
    }
    Ok(())
}

pub async fn one_that_did_not_come_early_comes_when_it_is_due(reader: &Reader, engine: &Engine) -> Told {
    let gate = Gate::open(Wasm::LaterIsMissing).await?;
    let reader = reader.at(&gate.site);
    reader.open("/en/").await?;
    reader.choose("war", "dictated").await?;
    let asked = "return performance.getEntriesByType('resource').some((it) => it.name.includes('/later.'))";
    reader.until_true("the first answer asks for the piece", asked).await?;
    gate.now(Wasm::Comes);
    reader.next("supply").await?;
    reader.choose("supply", "low").await?;
    let page = reader.next("outcome").await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    drop(reader.console_errors().await?);
    Ok(())
}
