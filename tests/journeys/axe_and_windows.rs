//! For everyone to see: accessibility by axe-core, and no sideways scrolling.

use std::{fs, path::Path};

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Told,
    group::{pasted, put_together},
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::Reader,
    },
};

const OUTCOME: &str = "war=armistice&land=claimed&us=troops&backing=broad";

pub async fn axe_finds_nothing(reader: &Reader, engine: &Engine) -> Told {
    inspect_pages(reader, engine, "light").await
}

pub async fn axe_finds_nothing_in_dark_colours(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser == Kind::Chromium {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        reader.devtools("Emulation.setEmulatedMedia", dark).await?;
    }
    inspect_pages(reader, engine, "dark").await
}

async fn inspect_pages(reader: &Reader, engine: &Engine, colours: &str) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/")).await?;
        let scheme = format!("return matchMedia('(prefers-color-scheme: {colours})').matches");
        assert_eq!(reader.script(&scheme, Vec::new()).await?, json!(true), "the browser prefers {colours} colours");
        inspect(reader, &format!("{locale}, first question")).await?;

        reader.open(&format!("/{locale}/#war=peace&nato=words&unsure=us&at=land")).await?;
        reader.click("[data-next]").await?;
        reader.sees("the error", |it| it.alert.contains(engine.text(locale).problem_title)).await?;
        inspect(reader, &format!("{locale}, a later question with its error")).await?;

        let page = reader.open(&format!("/{locale}/#{OUTCOME}&rain=1&readings=J7")).await?;
        assert!(page.place == "outcome" && page.notice.is_some());
        inspect(reader, &format!("{locale}, the outcome with notes")).await?;

        reader.open(&format!("/{locale}/class/")).await?;
        inspect(reader, &format!("{locale}, the page for a group")).await?;
        put_together(reader, &pasted()).await?;
        reader.until_true("a result", "return Boolean(document.querySelector('[data-readers]'))").await?;
        inspect(reader, &format!("{locale}, a group")).await?;
    }
    Ok(())
}

/// Runs axe-core on the page as it stands.
pub async fn inspect(reader: &Reader, what: &str) -> Told {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&path).map_err(|_| "axe-core is missing. Type: npm ci --prefix tests")?;
    reader.script(&axe, Vec::new()).await?;
    // Colours that are still changing have contrasts of their own.
    reader.until_true("the colours at rest", "return document.getAnimations().length === 0").await?;
    let found = reader.resolved(include_str!("in_page/axe.js"), Vec::new()).await?;
    let found: Vec<String> = serde_json::from_value(found)?;
    assert!(found.is_empty(), "{what}: {found:#?}");
    Ok(())
}

pub async fn no_text_runs_out_is_cut_off_or_lies_on_other_text(reader: &Reader, _: &Engine) -> Told {
    let pages = [
        "",
        "#at=war",
        "#war=armistice&nato=words&at=land",
        "#war=armistice&at=backing",
        &format!("#{OUTCOME}&rain=1&readings=J7"),
    ]
    .map(str::to_owned);
    for width in widths(reader.browser) {
        resize(reader, *width).await?;
        for (page, locale) in pages.iter().flat_map(|page| locales().map(|it| (page, it))) {
            reader.open(&format!("/{locale}/{page}")).await?;
            reader
                .until_true(
                    "the outcome data",
                    "return !document.querySelector('.outcome') || !!document.querySelector('.closer')",
                )
                .await?;
            let window = reader.script("return innerWidth", Vec::new()).await?;
            assert_eq!(window.as_u64(), Some(u64::from(*width)), "the width of the window");
            let found = reader.script(include_str!("in_page/layout.js"), Vec::new()).await?;
            assert_eq!(found, json!([]), "/{locale}/{page} in a window of {width}");
        }
    }
    restore(reader).await
}

/// 280 is a folded telephone; 320 is also what a window of 1280 shows at 400 %. Only Chromium shows pages as narrow as a small telephone; the others' windows have a least width.
pub fn widths(browser: Kind) -> &'static [u32] {
    match browser {
        Kind::Chromium => &[280, 320, 360, 768, 1280, 2560],
        Kind::Firefox | Kind::WebKit => &[600, 1280],
    }
}

pub async fn resize(reader: &Reader, width: u32) -> Result<(), Failed> {
    if reader.browser == Kind::Chromium {
        let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        reader.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        return Ok(());
    }
    // The frame around the page has a width of its own.
    let frame = reader.script("return outerWidth - innerWidth", Vec::new()).await?;
    let frame = frame.as_u64().unwrap_or_default() as u32;
    reader.client.set_window_size(width + frame, 900).await?;
    reader.until_true("the new width", &format!("return innerWidth === {width}")).await
}

pub async fn restore(reader: &Reader) -> Result<(), Failed> {
    if reader.browser == Kind::Chromium {
        reader.devtools("Emulation.clearDeviceMetricsOverride", Value::Object(serde_json::Map::new())).await?;
        return Ok(());
    }
    Ok(reader.client.set_window_size(1280, 900).await?)
}
