//! Pictures of every kind of page, in `target/site/pictures/`. Chromium's are compared with those in
//! `tests/screenshots/`, and what looks otherwise fails. `PICTURES=all cargo test --features journeys --test journeys --
//! picture` takes those of every width, colour scheme and browser as well, to be looked at.
//! The README's picture is the one of `open` in English, 1280 px wide, by daylight.

use std::{collections::BTreeSet, env, fs, path::Path};

use image::{DynamicImage, ImageFormat, imageops::FilterType};
use image_compare::{Algorithm, gray_similarity_structure};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Told,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::Reader,
    },
};

/// Kinds of page, by name and address below the folder of the language. `mended` has a note about its link.
const PAGES: [(&str, &str); 10] = [
    ("first", ""),
    ("question", "#war=armistice&nato=words&us=treaty&at=partners"),
    ("mended", "#war=armistice&us=troops&backing=broad&supply=massive&nato=words&pledge=none&partners=treaty"),
    ("open", "#war=armistice&us=troops"),
    ("class", "class/"),
    ("method", "method/"),
    ("option", "guarantees/us_pact/"),
    ("walk", "walk/"),
    ("embed", "embed/"),
    ("front", "../"),
];
/// As alike as two pictures of a page are whose letters are drawn by another version of the fonts (mean structural
/// similarity, 1 for the same picture).
const ALIKE: f64 = 0.85;
/// Pictures with a reference: every kind of page, wide in one language and narrow in the other.
const COMPARED: [(&str, u32, &str); 2] = [("en", 1280, "light"), ("uk", 360, "light")];
/// References are kept at a third of the size: enough to see what moved, and fonts matter less.
const SMALLER: u32 = 3;

/// A window and what its reader prefers.
#[derive(Clone, Copy)]
struct Setting {
    width: u32,
    colours: &'static str,
}

const fn setting(width: u32, colours: &'static str) -> Setting {
    Setting { width, colours }
}

pub async fn every_page_has_its_picture_taken(reader: &Reader, _: &Engine) -> Told {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site/pictures");
    fs::create_dir_all(&folder)?;
    let mut other = Vec::new();
    let are_all_taken = env::var_os("PICTURES").is_some();
    let is_compared = |locale: &str, it: &Setting| {
        reader.browser == Kind::Chromium && COMPARED.contains(&(locale, it.width, it.colours))
    };
    for it in settings(reader.browser) {
        // The references are in English and Ukrainian. The language of the day is seen on a phone and on a desk.
        let of_the_day = (it.colours == "light" && [360, 1280].contains(&it.width)).then_some(locales()[1]);
        let mut languages: BTreeSet<_> = ["en", "uk"].into_iter().chain(of_the_day).collect();
        languages.retain(|locale| are_all_taken || is_compared(locale, it));
        if !languages.is_empty() {
            prefers(reader, it).await?;
        }
        for locale in languages {
            for (page, address) in PAGES {
                goes_to(reader, page, &format!("/{locale}/{address}")).await?;
                let picture = reader.client.screenshot().await?;
                let name = format!("{page}-{locale}-{}-{}.png", it.width, it.colours);
                fs::write(folder.join(format!("{}-{name}", reader.browser)), &picture)?;
                if is_compared(locale, it) {
                    let small = smaller(&picture)?;
                    small.save(folder.join(&name))?;
                    other.extend(compared(&small, &name).err());
                }
            }
        }
    }
    if reader.browser == Kind::Chromium {
        let none = || Value::Object(serde_json::Map::new());
        reader.devtools("Emulation.clearDeviceMetricsOverride", none()).await?;
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] })).await?;
    }
    reader.visit("about:blank").await?;
    let advice =
        "Look at them in target/site/pictures/. Where they are as they should be, copy them to tests/screenshots/.";
    assert!(other.is_empty(), "These look otherwise: {other:#?}. {advice}");
    Ok(())
}

async fn goes_to(reader: &Reader, page: &str, address: &str) -> Told {
    match page {
        "front" => reader.visit(&format!("{}/", reader.site)).await?,
        "method" | "option" | "walk" | "embed" => reader.begin(address).await?,
        _ => {
            reader.open(address).await?;
        }
    }
    if ["mended", "open"].contains(&page) {
        reader.until_true("the whole outcome", "return !!document.querySelector('.closer')").await?;
    }
    // The notes of the worker come when it is ready, and the preview of the embed page has its own time.
    let hide = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('.offline, .preview iframe { visibility: hidden !important }');
        document.adoptedStyleSheets = [sheet];
        document.activeElement?.blur();
        scrollTo(0, 0);";
    reader.script(hide, Vec::new()).await?;
    reader
        .until_true(
            "a page at rest",
            "return document.getAnimations().length === 0 && document.fonts.status === 'loaded'",
        )
        .await
}

fn smaller(picture: &[u8]) -> Result<DynamicImage, Failed> {
    let whole = image::load_from_memory_with_format(picture, ImageFormat::Png)?;
    let (width, height) = (whole.width() / SMALLER, whole.height() / SMALLER);
    Ok(DynamicImage::ImageRgb8(whole.resize_exact(width, height, FilterType::Triangle).into_rgb8()))
}

/// Says how far a picture is from its reference, where that is too far.
fn compared(picture: &DynamicImage, name: &str) -> Result<(), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screenshots").join(name);
    let reference = image::open(&path).map_err(|it| format!("{name} has no reference: {it}"))?;
    let (seen, kept) = (picture.to_luma8(), reference.to_luma8());
    let found =
        gray_similarity_structure(&Algorithm::MSSIMSimple, &kept, &seen).map_err(|it| format!("{name}: {it}"))?;
    if found.score < ALIKE { Err(format!("{name}: {:.3} alike", found.score)) } else { Ok(()) }
}

async fn prefers(reader: &Reader, it: &Setting) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let metrics = json!({ "width": it.width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    reader.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    let media = match it.colours {
        "print" => json!({ "media": "print", "features": [] }),
        "forced" => json!({ "media": "", "features": [{ "name": "forced-colors", "value": "active" }] }),
        colours => json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": colours }] }),
    };
    reader.devtools("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

/// Only Chromium can be told all of it.
fn settings(browser: Kind) -> &'static [Setting] {
    match browser {
        Kind::Chromium => {
            &const {
                [
                    setting(320, "light"),
                    setting(360, "light"),
                    setting(360, "dark"),
                    setting(768, "light"),
                    setting(1280, "light"),
                    setting(1280, "dark"),
                    setting(1280, "forced"),
                    setting(1920, "light"),
                    setting(718, "print"),
                ]
            }
        }
        Kind::Firefox | Kind::WebKit => &const { [setting(1280, "light")] },
    }
}
