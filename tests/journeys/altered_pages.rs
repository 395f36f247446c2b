//! Pages that others have altered: translators, extensions, reading aids. What is shown follows from the answers.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Told, group,
    harness::{
        engine::Engine,
        reader::Reader,
        slow_server::{Gate, Wasm},
    },
};

/// Alterations that a page meets time and again, as its translator follows it.
const LASTING: [&str; 6] = ["fonts", "words", "both", "inside", "back", "torn"];

/// Alterations that happen once.
const SINGLE: [&str; 3] = ["wrapped", "copied", "exchanged"];

/// Letters of all that is on show, without regard to their case, the title and the focus.
const SHOWN: &str = "const all = (selector) => [...document.querySelectorAll(selector)];
    const focus = document.activeElement;
    return {
        text: document.getElementById('app').textContent.replace(/\\s+/g, ' ').toLowerCase(),
        title: document.title.toLowerCase(),
        focus: focus.id || `${focus.localName} ${focus.className}`,
        unfolded: all('#app details').map((it) => it.open),
        apps: all('#app').length,
    };";

/// What the page was told last: its address, and which answers are chosen.
const STATE: &str = "return [location.hash, [...document.querySelectorAll('input:checked')].map((it) => it.id)]";

struct Way {
    opens: &'static str,
    presses: &'static [&'static str],
}

/// From the first question on, and on the outcome's page.
const WAYS: [Way; 2] = [
    Way {
        opens: "/en/",
        presses: &[
            "details.term summary",
            "label[for=war-peace]",
            "label[for=war-armistice]",
            "[data-next]",
            "[data-next]",
            "[data-back]",
            "[data-next]",
        ],
    },
    Way {
        opens: "/uk/#war=armistice&us=troops&backing=broad",
        presses: &[
            "label[for=us-none]",
            "[data-fold=doubt]",
            "[data-reading=J1] input",
            "#answers [data-undo]",
            "#answers [data-undo]",
            "#answers [data-start-again]",
            "[data-notice=cleared] [data-undo]",
        ],
    },
];

pub async fn what_is_shown_follows_from_the_answers_whatever_a_translator_has_done(
    reader: &Reader,
    _: &Engine,
) -> Told {
    // On the outcome's page, which takes longer to draw, two that differ most.
    for (way, alterations) in WAYS.iter().zip([&LASTING[..], &LASTING[..2]]) {
        let expected = walked(reader, way).await?;
        for &alteration in alterations {
            let mut page = reader.open(way.opens).await?;
            for (press, expected) in way.presses.iter().zip(&expected) {
                alter(reader, alteration).await?;
                reader.press_by_script(press).await?;
                // Where nothing changes that the page knows of, what others have done stays.
                if !press.contains("summary") {
                    let mut expected = expected.clone();
                    // Whoever moves what has the focus takes the focus away.
                    if alteration == "back" {
                        expected["focus"] = Value::Null;
                    }
                    shows(reader, &expected, &format!("{alteration}, {press}")).await?;
                }
                page = reader.page().await?;
            }
            assert!(page.ready && !page.trouble, "{alteration}");
        }
    }
    Ok(())
}

pub async fn a_page_that_others_have_taken_apart_is_put_together_again(reader: &Reader, _: &Engine) -> Told {
    for (way, places) in WAYS.iter().zip([1..3, 1..2]) {
        let expected = walked(reader, way).await?;
        for alteration in SINGLE {
            for (at, is_at_once) in places.clone().map(|it| (it, false)).chain([(places.end - 1, true)]) {
                reader.open(way.opens).await?;
                for (index, (press, expected)) in way.presses.iter().zip(&expected).enumerate() {
                    if index == at && is_at_once {
                        press_and_alter(reader, press, alteration).await?;
                    } else {
                        if index == at {
                            alter(reader, alteration).await?;
                        }
                        reader.press_by_script(press).await?;
                    }
                    // What was unfolded and focused in a copy is not known any more.
                    let mut expected = expected.clone();
                    expected["unfolded"] = Value::Null;
                    expected["focus"] = Value::Null;
                    let when = if is_at_once { "with" } else { "before" };
                    shows(reader, &expected, &format!("{alteration} {when} {at}, {press}")).await?;
                }
            }
        }
    }
    Ok(())
}

pub async fn an_altered_page_still_tells_what_has_changed(reader: &Reader, engine: &Engine) -> Told {
    reader.open("/en/#war=armistice&us=troops&backing=broad").await?;
    alter(reader, "fonts").await?;
    for answers in ["war=armistice&us=none&backing=broad", "war=victory&us=none&backing=broad"] {
        reader.script(&format!("location.hash = '{answers}'"), Vec::new()).await?;
        let chosen = engine.linked(answers).0;
        reader.shows(&engine.shown(&chosen), "the other outcome").await?;
        let name = &engine.sentences("en").guarantee(engine.decision(&chosen).headline).name;
        let told = format!(
            "return document.querySelector('body > [role=status].hidden')?.textContent.includes({}) === true",
            json!(name)
        );
        reader.until_true(&format!("{name} announced"), &told).await?;
        alter(reader, "fonts").await?;
    }
    Ok(())
}

/// Makes every component take 16 ms, where Yew puts off what is left to draw.
const SLOW: &str = "const now = window.Date.now;
    let passed = 0;
    window.Date.now = () => now() + (passed += 20);";

pub async fn a_slow_device_is_not_taken_for_a_translator(reader: &Reader, _: &Engine) -> Told {
    reader.open("/en/#war=armistice&us=troops&backing=broad").await?;
    reader.script(SLOW, Vec::new()).await?;
    for press in ["label[for=us-none]", "label[for=us-treaty]", "#answers [data-undo]"] {
        reader.press_by_script(press).await?;
        reader.sees("all drawn", |it| it.ready).await?;
        reader.paints().await?;
        let is_taken = "return !!document.querySelector('body > .hidden[role=status]')";
        assert_eq!(reader.script(is_taken, Vec::new()).await?, json!(false), "{press}");
    }
    slow_from_the_start(reader).await
}

/// The page of a group, on which the button was pressed before the script was there: two actions come at once.
async fn slow_from_the_start(reader: &Reader) -> Told {
    let gate = Gate::open(Wasm::Waits)?;
    let reader = reader.at(&gate.site);
    reader.begin("/en/class/").await?;
    reader.until_true("the first script", group::HAS_RUN).await?;
    reader.script(SLOW, Vec::new()).await?;
    group::put_together(&reader, &group::pasted()).await?;
    gate.now(Wasm::Comes);
    reader
        .until_true("four readers", "return document.querySelector('[data-readers]')?.dataset.readers === '4'")
        .await?;
    reader.paints().await?;
    reader.leaves_a_sound_page().await
}

/// Its part of the page is drawn later than the rest of what is mounted afresh.
pub async fn a_text_to_copy_by_hand_is_selected_in_an_altered_page(reader: &Reader, engine: &Engine) -> Told {
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })";
    for alteration in ["fonts", "both"] {
        reader.open("/en/#war=armistice&us=troops&backing=broad").await?;
        reader.until_true("the section", "return !!document.querySelector('[data-copy]')").await?;
        reader.script(refuse, Vec::new()).await?;
        reader.click("[aria-controls=sharing-citation]").await?;
        for content in ["link", "words"] {
            alter(reader, alteration).await?;
            reader.press_by_script(&format!("[data-copy={content}]")).await?;
            let selected = format!(
                "const it = document.getElementById('pass-{content}-text');
                return !!it && it === document.activeElement && it.selectionStart === 0
                    && it.selectionEnd === it.value.length"
            );
            reader.until_true(&format!("the text of the {content}, selected, after {alteration}"), &selected).await?;
        }
        // It keeps to itself what it has, and does not take the focus with every change.
        reader.press_by_script("label[for=us-none]").await?;
        let shown = engine.shown(&engine.linked("war=armistice&us=none&backing=broad").0);
        reader.shows(&shown, alteration).await?;
        reader.until_true("the focus on the answer", "return document.activeElement.id === 'us-none'").await?;
    }
    Ok(())
}

pub async fn the_page_of_a_group_follows_what_is_pasted_whatever_a_translator_has_done(
    reader: &Reader,
    _: &Engine,
) -> Told {
    let steps = [group::pasted(), "hello".to_owned(), group::pasted()];
    let mut expected = Vec::new();
    reader.open("/uk/class/").await?;
    for pasted in &steps {
        group::put_together(reader, pasted).await?;
        reader.until_true("the focus on the result", "return document.activeElement.matches('h2')").await?;
        expected.push(reader.script(SHOWN, Vec::new()).await?);
    }
    for alteration in LASTING.into_iter().chain(SINGLE) {
        reader.open("/uk/class/").await?;
        for (pasted, expected) in steps.iter().zip(&expected) {
            alter(reader, alteration).await?;
            group::put_together(reader, pasted).await?;
            shows(reader, expected, alteration).await?;
        }
    }
    Ok(())
}

/// The page after each press, with nothing altered.
async fn walked(reader: &Reader, way: &Way) -> Result<Vec<Value>, Failed> {
    reader.open(way.opens).await?;
    let mut shown = Vec::new();
    for press in way.presses {
        reader.press_by_script(press).await?;
        // The title follows last, and the focus once all is painted.
        reader.sees("all drawn", |it| it.ready && it.title.contains(&it.heading)).await?;
        reader.paints().await?;
        shown.push(reader.script(SHOWN, Vec::new()).await?);
    }
    Ok(shown)
}

async fn alter(reader: &Reader, how: &str) -> Told {
    reader.script(include_str!("in_page/altering.js"), vec![json!(how)]).await?;
    lives(reader, how).await
}

/// Presses an element and alters the page in one script, before the change is drawn.
async fn press_and_alter(reader: &Reader, press: &str, how: &str) -> Told {
    let script = format!("document.querySelector(arguments[1]).click(); {}", include_str!("in_page/altering.js"));
    reader.script(&script, vec![json!(how), json!(press)]).await?;
    lives(reader, how).await
}

async fn lives(reader: &Reader, how: &str) -> Told {
    // A page whose fields are gone is mounted at once, before a reader can press anything in the copy.
    reader
        .until_true(&format!("a page that lives, after {how}"), "return !document.querySelector('[data-replica]')")
        .await
}

/// Waits until the page is as expected; parts that are null may be anything.
async fn shows(reader: &Reader, expected: &Value, why: &str) -> Told {
    reader
        .until(why, async || {
            let seen = reader.client.execute(SHOWN, Vec::new()).await?;
            let parts = expected.as_object().into_iter().flatten();
            let differing: Vec<_> = parts
                .filter(|(key, it)| !it.is_null() && seen[key.as_str()] != **it)
                .map(|(key, it)| format!("{key}: {}", difference(&seen[key.as_str()].to_string(), &it.to_string())))
                .collect();
            Ok(if differing.is_empty() {
                Ok(())
            } else {
                Err((differing, reader.client.execute(STATE, Vec::new()).await?))
            })
        })
        .await
}

/// The first difference of two texts, with some of what is before and behind it.
fn difference(seen: &str, expected: &str) -> String {
    let alike = seen.chars().zip(expected.chars()).take_while(|(a, b)| a == b).count();
    let around = |it: &str| it.chars().skip(alike.saturating_sub(40)).take(120).collect::<String>();
    format!("…{}… instead of …{}…", around(seen), around(expected))
}
