//! The pages that need no script: an outcome is walked to by links alone, and everyone can use them.

use std::collections::BTreeSet;

use fantoccini::{Locator, error::CmdError};
use libtest_mimic::Failed;
use serde_json::json;
use which_guarantee::{case::GuaranteeId, decide::answers::World};

use crate::{
    Told,
    axe_and_windows::{inspect, resize, restore, widths},
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{Reader, spaced},
    },
};

/// One page of every kind.
const PAGES: [&str; 8] = [
    "",
    "404.html",
    "{}/walk/",
    "{}/walk/war-armistice/nato-words-loose/us-troops/",
    "{}/guarantees/",
    "{}/guarantees/treaty/",
    "{}/guarantees/nuclear/",
    "{}/about/",
];

/// With JavaScript switched off in Chromium and Firefox. WebKit's driver is blind without it; its links are the same.
pub async fn links_alone_lead_to_every_outcome(reader: &Reader, engine: &Engine) -> Told {
    for (guarantee, worlds) in engine.worlds_by_outcome() {
        // Every outcome once, by turns in one language and the other.
        let locale = if guarantee.0 % 2 == 0 { "en" } else { "uk" };
        let world = worlds[worlds.len() / 2];
        start(reader, locale).await?;
        walk(reader, engine, |question| engine.value_in(world, engine.question(question)).to_owned()).await?;
        arrived(reader, engine, locale, guarantee, Some(world)).await?;
    }
    Ok(())
}

pub async fn not_sure_to_every_question_leads_to_the_articles_own_outcome(reader: &Reader, engine: &Engine) -> Told {
    let outcome = engine.decision(&engine.nothing()).headline;
    for locale in locales() {
        start(reader, locale).await?;
        walk(reader, engine, |_| "unsure".to_owned()).await?;
        arrived(reader, engine, locale, outcome, None).await?;
        // From there the walk starts again.
        follow(reader, "#outcome .button--second").await?;
        assert_eq!(question(reader).await?.as_deref(), Some("war"));
    }
    Ok(())
}

pub async fn the_way_back_leads_back(reader: &Reader, _: &Engine) -> Told {
    reader.begin("/en/walk/").await?;
    follow(reader, "[data-answer=armistice]").await?;
    let here = reader.client.current_url().await?;
    follow(reader, "[data-answer=full]").await?;
    assert_eq!(question(reader).await?.as_deref(), Some("pledge"));
    follow(reader, ".step__back li a").await?;
    assert_eq!(reader.client.current_url().await?, here);
    follow(reader, ".step__tool a").await?;
    assert_eq!(reader.client.current_url().await?.path(), "/en/");
    Ok(())
}

/// Who comes from elsewhere is not told that this is their outcome.
pub async fn a_guarantee_is_called_an_outcome_only_at_the_end_of_a_walk(reader: &Reader, _: &Engine) -> Told {
    for (path, expected) in [("/en/guarantees/treaty/", false), ("/en/guarantees/treaty/#outcome", true)] {
        reader.begin(path).await?;
        // The styles may come a moment after the text.
        let shown = async || {
            let shown = reader.client.find(Locator::Css("#outcome")).await?.is_displayed().await?;
            Ok(if shown == expected { Ok(()) } else { Err(shown) })
        };
        reader.until(path, shown).await?;
    }
    Ok(())
}

pub async fn axe_finds_nothing_on_pages_without_script(reader: &Reader, _: &Engine) -> Told {
    inspect_all(reader).await
}

pub async fn axe_finds_nothing_on_dark_pages_without_script(reader: &Reader, _: &Engine) -> Told {
    if reader.browser == Kind::Chromium {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        reader.devtools("Emulation.setEmulatedMedia", dark).await?;
    }
    inspect_all(reader).await
}

async fn inspect_all(reader: &Reader) -> Told {
    for locale in locales() {
        for page in pages(locale) {
            open(reader, &page).await?;
            inspect(reader, &page).await?;
        }
    }
    open(reader, "en/guarantees/treaty/#outcome").await?;
    inspect(reader, "the outcome of a walk").await?;
    open(reader, "en/method/").await?;
    inspect(reader, "the method").await
}

pub async fn pages_without_script_fit_every_window(reader: &Reader, _: &Engine) -> Told {
    for width in widths(reader.browser) {
        resize(reader, *width).await?;
        for page in locales().into_iter().flat_map(pages) {
            open(reader, &page).await?;
            let found = reader.script(include_str!("in_page/layout.js"), Vec::new()).await?;
            assert_eq!(found, json!([]), "/{page} in a window of {width}");
        }
    }
    restore(reader).await
}

fn pages(locale: &str) -> Vec<String> {
    let all: BTreeSet<String> = PAGES.iter().map(|it| it.replace("{}", locale)).collect();
    all.into_iter().collect()
}

async fn open(reader: &Reader, page: &str) -> Told {
    let address = format!("{}/{page}", reader.site);
    reader.visit(&address).await?;
    loaded(reader, &address).await
}

/// Waits for a page by its address: WebKit's driver does not wait, and would see the page before it.
async fn loaded(reader: &Reader, address: &str) -> Told {
    let script = "return location.href === arguments[0] && document.readyState === 'complete'";
    reader
        .until(&format!("the page {address}"), async || {
            let seen = reader.client.execute(script, vec![json!(address)]).await?;
            Ok(if seen == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await
}

/// To the first question of the walk; where there is no script, by way of the tool's page.
async fn start(reader: &Reader, locale: &str) -> Told {
    if reader.browser == Kind::WebKit {
        return reader.begin(&format!("/{locale}/walk/")).await;
    }
    reader.begin(&format!("/{locale}/")).await?;
    follow(reader, "noscript a").await
}

/// Follows links until an outcome.
async fn walk(reader: &Reader, engine: &Engine, answer: impl Fn(&str) -> String) -> Told {
    for _ in 0..=engine.model().questions.len() {
        let Some(asked) = question(reader).await? else { return Ok(()) };
        follow(reader, &format!("[data-answer=\"{}\"]", answer(&asked))).await?;
    }
    Err("the walk does not end".into())
}

/// The question on the page; none on that of a guarantee.
async fn question(reader: &Reader) -> Result<Option<String>, Failed> {
    let found = reader.client.find_all(Locator::Css("[data-question]")).await?;
    match found.first() {
        Some(element) => Ok(element.attr("data-question").await?),
        None => Ok(None),
    }
}

/// Clicks a link and waits for the page that it names.
async fn follow(reader: &Reader, link: &str) -> Told {
    let to = reader.element(link).await?.prop("href").await?.ok_or("a link leads somewhere")?;
    reader.click(link).await?;
    if reader.browser == Kind::WebKit {
        return loaded(reader, &to).await;
    }
    reader
        .until(&format!("the page {to}"), async || {
            let now = reader.client.current_url().await?;
            reader.client.find(Locator::Css("h1")).await?;
            Ok::<_, CmdError>(if now.as_str() == to { Ok(()) } else { Err(now) })
        })
        .await
}

async fn arrived(reader: &Reader, engine: &Engine, locale: &str, outcome: GuaranteeId, world: Option<World>) -> Told {
    let id = &engine.model().guarantee(outcome).id;
    let address = reader.client.current_url().await?;
    assert_eq!(address.path(), format!("/{locale}/guarantees/{id}/"), "{world:?}");
    let name = &engine.sentences(locale).guarantee(outcome).name;
    assert_eq!(spaced(&reader.element("h1").await?.text().await?), spaced(name));
    assert!(reader.element("#outcome").await?.is_displayed().await?, "it says that this is the outcome");
    Ok(())
}
