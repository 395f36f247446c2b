//! Doubting, taking as given, going back from a guarantee, and comparing with another reader.

use serde_json::json;

use crate::{
    Told,
    harness::{
        engine::{Engine, locales},
        reader::Reader,
    },
};

const ANSWERS: &str = "war=armistice&nato=words&us=troops&partners=troops&supply=medium";

pub async fn a_switched_reading_changes_the_outcome_and_travels_in_the_link(reader: &Reader, _: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/#{ANSWERS}&backing=g7")).await?;
        outcome_is(reader, "treaty").await?;
        reader.unfolds("doubt").await?;
        reader.click("[data-reading=J1] summary").await?;
        reader.click("label[for=reading-J1]").await?;
        outcome_is(reader, "alliance").await?;
        let link = "return location.hash.endsWith('&readings=J1')";
        reader.until_true("the reading in the link", link).await?;
        reader.reload("outcome").await?;
        outcome_is(reader, "alliance").await?;
        reader.click("[data-notice=readings] button").await?;
        outcome_is(reader, "treaty").await?;
        reader.until_true("a link without readings", "return !location.hash.includes('readings')").await?;
    }
    Ok(())
}

pub async fn changes_leave_what_is_given_alone(reader: &Reader, _: &Engine) -> Told {
    reader.open(&format!("/en/#{ANSWERS}&backing=g7")).await?;
    let unreachable = |count: u32| format!("return document.querySelectorAll('[data-unreachable]').length === {count}");
    for option in ["nato_full", "nato_law", "porcupine"] {
        reader.opens_rung(option).await?;
    }
    reader.until_true("everything within reach", &unreachable(0)).await?;
    // After an armistice, borders are never settled, so full membership is out of reach.
    reader.click("label[for=given-war]").await?;
    reader.until_true("one guarantee out of reach", &unreachable(1)).await?;
    reader.click("label[for=given-war]").await?;
    reader.until_true("everything within reach again", &unreachable(0)).await
}

pub async fn a_walk_can_start_from_a_guarantee(reader: &Reader, _: &Engine) -> Told {
    for guarantee in ["nato_full", "porcupine", "us_pact"] {
        reader.open(&format!("/en/#{ANSWERS}&backing=split")).await?;
        reader.opens_rung(guarantee).await?;
        reader.click(&format!("[data-origin={guarantee}]")).await?;
        reader.click(&format!("#origin-{guarantee} a")).await?;
        outcome_is(reader, guarantee).await?;
        let settled = "return document.querySelector('[data-outcome]').dataset.settled === 'true'";
        reader.until_true("a settled outcome", settled).await?;
    }
    Ok(())
}

/// A switch that moved, or a button that goes with what it has done, would leave a screen reader at no place at all.
pub async fn a_press_that_takes_its_button_away_leaves_the_focus_near(reader: &Reader, engine: &Engine) -> Told {
    reader.open(&format!("/en/#{ANSWERS}&backing=g7")).await?;
    reader.unfolds("doubt").await?;
    let press = "const it = document.getElementById(arguments[0]);
        it.closest('details').open = true; it.focus(); it.click()";
    let has_it = "return document.activeElement.id";
    for reading in &engine.case.model.readings {
        let id = format!("reading-{}", reading.id);
        for switched in [true, false] {
            reader.script(press, vec![json!(id)]).await?;
            let is = format!("return location.hash.includes('readings={}') === {switched}", reading.id);
            reader.until_true(&id, &is).await?;
            assert_eq!(reader.script(has_it, Vec::new()).await?, json!(id), "the focus stays, switched: {switched}");
        }
    }
    reader.opens_rung("alliance").await?;
    let show = "const it = document.querySelector('[data-show=alliance]'); it.focus(); it.click()";
    reader.script(show, Vec::new()).await?;
    outcome_is(reader, "alliance").await?;
    let is_near = "return document.activeElement.id === 'rung-alliance-opens'";
    reader.until_true("the focus on the rung's button", is_near).await?;
    Ok(())
}

pub async fn another_readers_link_is_compared_and_explained(reader: &Reader, _: &Engine) -> Told {
    let other = format!("https://example.org/uk/#{ANSWERS}&backing=broad");
    reader.open(&format!("/en/#{ANSWERS}&backing=g7")).await?;
    reader.unfolds("versus").await?;
    reader.element("#versus-link").await?.send_keys(&other).await?;
    reader.click(".versus__form button").await?;
    let compared = "return document.querySelector('[data-versus]')?.dataset.versus === 'alliance'";
    reader.until_true("the other outcome", compared).await?;
    let rows = "return document.querySelectorAll('.versus tbody tr').length";
    assert_eq!(reader.script(rows, Vec::new()).await?, json!(1), "one answer explains the difference");
    // A link may bring an interpretation and no answers; one without either says nothing.
    for (link, says) in [("https://example.org/en/#readings=J1", true), ("https://example.org/en/", false)] {
        reader.element("#versus-link").await?.clear().await?;
        reader.element("#versus-link").await?.send_keys(link).await?;
        reader.click(".versus__form button").await?;
        let is_read = format!(
            "const says = document.querySelector('.versus__says');
            return says.hasAttribute('data-versus') === {says} && says.dataset.versus !== 'alliance'"
        );
        reader.until_true(link, &is_read).await?;
    }
    outcome_is(reader, "treaty").await
}

async fn outcome_is(reader: &Reader, guarantee: &str) -> Told {
    let is = format!("return document.querySelector('[data-outcome]')?.dataset.outcome === '{guarantee}'");
    reader.until_true(guarantee, &is).await
}
