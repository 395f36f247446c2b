//! A group: many links on one page, and large type for a projector.

use std::fmt::Write;

use fantoccini::key::Key;
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Told,
    axe_and_windows::{inspect, resize, restore, widths},
    harness::{
        engine::{Engine, locales},
        reader::{Reader, spaced},
        slow_server::{Gate, Wasm},
    },
};

const SAME: &str = "war=armistice&nato=words&us=troops&partners=troops&supply=medium";

/// Five links as a group may send them. The fourth has no answer, the fifth a part that is not understood.
pub fn pasted() -> String {
    format!(
        "https://example.org/uk/#{SAME}&backing=g7\n#{SAME}&backing=broad\n\n{SAME}&backing=g7&readings=J1\n\
         https://example.org/en/\nhttps://example.org/en/#{SAME}&backing=g7&rain=1\n"
    )
}

pub async fn the_links_of_a_group_are_counted(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/class/")).await?;
        put_together(reader, &pasted()).await?;
        reader
            .until_true("four readers", "return document.querySelector('[data-readers]').dataset.readers === '4'")
            .await?;
        assert_eq!(counts(reader).await?, [("alliance".to_owned(), 2), ("treaty".to_owned(), 2)], "{locale}");
        let first = "return document.querySelector('[data-division]').dataset";
        let first = reader.script(first, Vec::new()).await?;
        // The second reader is kept apart from two others by this answer alone, the third from them by a reading.
        assert_eq!((&first["division"], &first["joined"]), (&json!("backing"), &json!("2")), "{locale}: {first}");
        let apart = reader.script("return document.querySelector('[data-apart]').dataset.apart", Vec::new()).await?;
        assert_eq!(apart, json!("4"), "{locale}");
        let switched = "return document.querySelector('[data-switched]').dataset.switched";
        assert_eq!(reader.script(switched, Vec::new()).await?, json!("1"), "{locale}");
        let lines = "return [...document.querySelectorAll('[data-line]')].map((it) => it.dataset.line)";
        assert_eq!(reader.script(lines, Vec::new()).await?, json!(["5", "6"]), "{locale}");
        let dropped = engine.text(locale).count(engine.group(locale).dropped, 1);
        assert!(reader.texts("[data-line='6']").await?[0].ends_with(&dropped), "{locale}");
        reader.until_true("the focus at the result", "return document.activeElement.id === 'spread-title'").await?;
    }
    Ok(())
}

pub async fn an_example_is_one_press_away(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/class/")).await?;
        reader.until_true("the page alive", "return document.querySelector('.tool').dataset.ready === 'true'").await?;
        reader.click("[data-example]").await?;
        reader
            .until_true("five readers", "return document.querySelector('[data-readers]')?.dataset.readers === '5'")
            .await?;
        assert!(counts(reader).await?.len() > 1, "{locale}: an example in which all agree shows nothing");
        let says = reader.texts(".gathering__example").await?.concat();
        assert_eq!(spaced(&says), spaced(engine.group(locale).example_says));
        let untouched =
            "return document.querySelector('textarea').value === '' && !document.querySelector('[data-line]')";
        assert_eq!(reader.script(untouched, Vec::new()).await?, json!(true), "{locale}: the field is the reader's");
        // The reader's own links take its place.
        put_together(reader, &pasted()).await?;
        reader
            .until_true("four readers", "return document.querySelector('[data-readers]').dataset.readers === '4'")
            .await?;
        reader.until_true("no example", "return document.querySelector('.gathering__example').hidden").await?;
    }
    Ok(())
}

pub async fn links_without_answers_are_said_to_have_none(reader: &Reader, engine: &Engine) -> Told {
    reader.open("/en/class/").await?;
    put_together(reader, "https://example.org/en/\nhello").await?;
    let nothing = engine.group("en").nothing;
    reader
        .until("the sentence", async || {
            let seen = reader
                .client
                .execute("return document.querySelector('.gathering__result').innerText", Vec::new())
                .await?;
            Ok(if seen.as_str().is_some_and(|it| it.contains(nothing)) { Ok(()) } else { Err(seen) })
        })
        .await?;
    // Result and note replace one another, again and again.
    for _ in 0..2 {
        reader.element("#links").await?.send_keys(&format!("{}{SAME}", char::from(Key::Enter))).await?;
        reader.click("[data-show]").await?;
        reader.until_true("the result", "return Boolean(document.querySelector('[data-readers]'))").await?;
        put_together(reader, "hello").await?;
        reader.until_true("no result", "return !document.querySelector('[data-readers]')").await?;
    }
    Ok(())
}

/// The first script has run, whether or not what it asks for has come.
pub const HAS_RUN: &str = "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd > 0";

pub async fn links_put_together_before_the_script_are_counted(reader: &Reader, _: &Engine) -> Told {
    let gate = Gate::open(Wasm::Waits)?;
    let reader = reader.at(&gate.site);
    reader.begin("/en/class/").await?;
    reader.until_true("the first script", HAS_RUN).await?;
    put_together(&reader, &pasted()).await?;
    assert!(!reader.page().await?.ready, "the script is still held back");
    gate.now(Wasm::Comes);
    reader
        .until_true("four readers", "return document.querySelector('[data-readers]')?.dataset.readers === '4'")
        .await?;
    reader.leaves_a_sound_page().await
}

pub async fn thousands_of_links_are_counted(reader: &Reader, _: &Engine) -> Told {
    reader.open("/uk/class/").await?;
    let mut many = String::new();
    let answers = [["us=none", "us=treaty", "us=troops"], ["backing=split", "backing=g7", "backing=broad"]];
    for index in 0..6_000 {
        let _ = writeln!(many, "war=armistice&{}&{}", answers[0][index % 3], answers[1][index / 3 % 3]);
    }
    let fill = "document.querySelector('#links').value = arguments[0]";
    reader.script(fill, vec![json!(many)]).await?;
    reader.click("[data-show]").await?;
    reader
        .until_true("all of them", "return document.querySelector('[data-readers]')?.dataset.readers === '6000'")
        .await?;
    let sum: u64 = counts(reader).await?.iter().map(|it| it.1).sum();
    assert_eq!(sum, 6_000);
    Ok(())
}

pub async fn type_is_large_for_a_projector_and_escape_leaves(reader: &Reader, _: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/class/")).await?;
        put_together(reader, &pasted()).await?;
        reader.until_true("a result", "return Boolean(document.querySelector('[data-readers]'))").await?;
        enlarges_and_leaves(reader, "#links").await?;

        // The same for one reader's outcome.
        reader.open(&format!("/{locale}/#{SAME}&backing=g7")).await?;
        reader.unfolds("together").await?;
        enlarges_and_leaves(reader, ".ladder").await?;
    }
    Ok(())
}

/// By keyboard alone. `chrome` goes while the type is large.
async fn enlarges_and_leaves(reader: &Reader, chrome: &str) -> Told {
    let size = async || -> Result<f64, Failed> {
        let script = "return parseFloat(getComputedStyle(document.querySelector('h2')).fontSize)";
        Ok(reader.script(script, Vec::new()).await?.as_f64().unwrap_or_default())
    };
    let before = size().await?;
    reader.script("document.querySelector('[data-enlarge]').focus()", Vec::new()).await?;
    reader.press(Key::Enter).await?;
    reader.until_true("large type", "return Boolean(document.querySelector('.tool--enlarged'))").await?;
    assert!(size().await? > before * 1.2, "the type is larger than {before}");
    assert!(!reader.is_visible(chrome).await?, "{chrome} has gone");
    assert!(reader.is_visible(".colophon__disclaimer").await?, "the disclaimer stays");
    let near = "const { top, bottom } = document.querySelector('[data-enlarge]').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight";
    reader.until_true("the way back within the window", near).await?;
    inspect(reader, "large type").await?;
    reader.press(Key::Escape).await?;
    reader.until_true("normal type", "return !document.querySelector('.tool--enlarged')").await?;
    assert!((size().await? - before).abs() < 0.01);
    assert!(reader.is_visible(chrome).await?, "{chrome} is back");
    // The button leads back, too.
    for there in [true, false] {
        reader.click("[data-enlarge]").await?;
        let is = format!("return Boolean(document.querySelector('.tool--enlarged')) === {there}");
        reader.until_true("the button's effect", &is).await?;
    }
    Ok(())
}

pub async fn a_groups_page_is_no_wider_than_the_window(reader: &Reader, _: &Engine) -> Told {
    for width in widths(reader.browser) {
        resize(reader, *width).await?;
        for locale in locales() {
            reader.open(&format!("/{locale}/class/")).await?;
            fits(reader, "the empty page").await?;
            put_together(reader, &pasted()).await?;
            reader.until_true("a result", "return Boolean(document.querySelector('[data-readers]'))").await?;
            fits(reader, "the result").await?;
            reader.click("[data-enlarge]").await?;
            reader.until_true("large type", "return Boolean(document.querySelector('.tool--enlarged'))").await?;
            fits(reader, "large type").await?;
        }
    }
    restore(reader).await
}

async fn fits(reader: &Reader, what: &str) -> Told {
    let seen = reader.script("return [document.documentElement.scrollWidth, innerWidth]", Vec::new()).await?;
    let [content, window]: [f64; 2] = serde_json::from_value(seen)?;
    assert!(content <= window, "{what} is {content} wide in a window of {window}");
    Ok(())
}

pub async fn put_together(reader: &Reader, links: &str) -> Told {
    let field = reader.element("#links").await?;
    field.clear().await?;
    // WebKit's driver drops a line feed; the key makes a new line in every browser.
    field.send_keys(&links.replace('\n', &char::from(Key::Enter).to_string())).await?;
    reader.click("[data-show]").await
}

/// Where readers arrive, and how many of them.
async fn counts(reader: &Reader) -> Result<Vec<(String, u64)>, Failed> {
    let script = "return [...document.querySelectorAll('[data-ending]')].map((it) => [it.dataset.ending, Number(it.querySelector('.tally__number').textContent)])";
    let all: Vec<(String, u64)> = serde_json::from_value(reader.script(script, Vec::new()).await?)?;
    assert!(all.len() >= 9, "every guarantee is listed");
    Ok(all.into_iter().filter(|it| it.1 > 0).collect())
}
