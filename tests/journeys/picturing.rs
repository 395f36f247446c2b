//! Pictures of every page in every state, in `target/site/pictures/`, to be looked at.
//! The README's picture is the one of the outcome in English, 1280 px wide, by daylight.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::{Told, browser::Kind, engine::Engine, reader::Reader};

const PAGES: [(&str, &str); 4] = [
    ("first", ""),
    ("question", "#war=armistice&nato=words&us=treaty&at=partners"),
    ("outcome", "#war=armistice&us=troops&backing=broad"),
    ("class", "class/"),
];

pub async fn every_page_has_its_picture_taken(reader: &Reader, _: &Engine) -> Told {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site/pictures");
    fs::create_dir_all(&folder)?;
    for (width, colours) in settings(reader.browser) {
        if reader.browser == Kind::Chromium {
            let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
            reader.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": colours }] });
            reader.devtools("Emulation.setEmulatedMedia", media).await?;
        }
        for locale in ["en", "uk"] {
            for (name, fragment) in PAGES {
                reader.open(&format!("/{locale}/{fragment}")).await?;
                reader.until_true("a page at rest", "return document.getAnimations().length === 0").await?;
                let picture = reader.client.screenshot().await?;
                fs::write(folder.join(format!("{}-{name}-{locale}-{width}-{colours}.png", reader.browser)), picture)?;
            }
        }
    }
    if reader.browser == Kind::Chromium {
        let none = || Value::Object(serde_json::Map::new());
        reader.devtools("Emulation.clearDeviceMetricsOverride", none()).await?;
        reader.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    }
    Ok(())
}

/// Width and colours; only Chromium can be told both.
fn settings(browser: Kind) -> &'static [(u32, &'static str)] {
    match browser {
        Kind::Chromium => &[(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")],
        Kind::Firefox | Kind::WebKit => &[(1280, "light")],
    }
}
