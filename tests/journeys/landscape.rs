//! Looking around from an outcome: the landscape, changing answers in their place, and taking a change back.

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    Told,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{Page, Reader, spaced},
    },
};

const BESIDES: &str = "backing=broad&supply=medium";
const HERE: &str = "document.querySelector('.cell--here button')";

/// The edges of the shipped case: the ending down; the United States, divided by the partners, across.
pub async fn arrow_keys_walk_the_landscape_and_the_page_follows(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/#{}", answers("armistice", "treaty", "treaty"))).await?;
        reader.unfolds("landscape").await?;
        reader.script(&format!("{HERE}.focus()"), Vec::new()).await?;
        let steps = [
            (Key::Right, ("armistice", "treaty", "troops")),
            (Key::Right, ("armistice", "troops", "none")),
            (Key::Right, ("armistice", "troops", "treaty")),
            (Key::Right, ("armistice", "troops", "troops")),
            // At the edge nothing happens.
            (Key::Right, ("armistice", "troops", "troops")),
            (Key::Down, ("peace", "troops", "troops")),
            (Key::Left, ("peace", "troops", "treaty")),
            (Key::Up, ("armistice", "troops", "treaty")),
        ];
        for (key, (war, us, partners)) in steps {
            reader.press(key).await?;
            let shown = engine.shown(&engine.linked(&answers(war, us, partners)).0);
            reader.shows(&shown, &format!("{war}, {us}, {partners}")).await?;
            let focused = format!("return document.activeElement === {HERE}");
            reader.until_true("the focus in the reader's cell", &focused).await?;
            let cell = reader.script(&format!("return {HERE}.parentElement.dataset.cell"), Vec::new()).await?;
            assert_eq!(cell, json!(shown.outcome), "the cell says what the page says");
        }
        // With another key they are the browser's own.
        let prevented = "return ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'].filter((held) => {
            const press = new KeyboardEvent('keydown', { key: 'ArrowUp', [held]: true, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(press);
            return press.defaultPrevented;
        })";
        assert_eq!(reader.script(prevented, Vec::new()).await?, json!([]));
        reader.leaves_a_sound_page().await?;
    }
    Ok(())
}

/// An article may start the tool at any question.
pub async fn back_is_offered_where_it_leads_somewhere(reader: &Reader, _: &Engine) -> Told {
    reader.open("/en/#at=us").await?;
    let offered = "return document.querySelectorAll('[data-back]').length";
    assert_eq!(reader.script(offered, Vec::new()).await?, json!(0));
    reader.open("/en/#war=armistice&at=us").await?;
    assert_eq!(reader.script(offered, Vec::new()).await?, json!(1));
    reader.back("war").await?;
    reader.leaves_a_sound_page().await
}

pub async fn the_pointer_moves_in_the_landscape_but_not_past_what_is_given(reader: &Reader, engine: &Engine) -> Told {
    reader.open(&format!("/en/#{}", answers("armistice", "treaty", "treaty"))).await?;
    reader.unfolds("landscape").await?;
    reader.click("label[for=given-us]").await?;
    reader.until_true("excluded cells", "return document.querySelectorAll('.cell--excluded').length === 30").await?;
    // Promise and troops of the United States, a promise of the partners, after an armistice.
    let cell = ".landscape__grid tbody tr:nth-of-type(3) td:nth-of-type(8) button";
    assert_eq!(reader.element(cell).await?.attr("aria-disabled").await?.as_deref(), Some("true"));
    reader.click(cell).await?;
    // What follows the click shows that the click did nothing.
    reader.click("label[for=given-us]").await?;
    reader.until_true("no excluded cells", "return document.querySelectorAll('.cell--excluded').length === 0").await?;
    reader.shows(&engine.shown(&engine.linked(&answers("armistice", "treaty", "treaty")).0), "nothing moved").await?;
    reader.click(cell).await?;
    reader.shows(&engine.shown(&engine.linked(&answers("armistice", "troops", "treaty")).0), "moved").await?;
    reader.leaves_a_sound_page().await
}

pub async fn other_questions_can_stand_at_the_edges(reader: &Reader, engine: &Engine) -> Told {
    reader.open(&format!("/en/#{}", answers("peace", "treaty", "treaty"))).await?;
    reader.unfolds("landscape").await?;
    let lay = |edge: &str, question: &str| {
        format!(
            "const menu = document.querySelector('#edge-{edge}'); menu.value = '{question}';
             menu.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        )
    };
    let size = "const rows = [...document.querySelectorAll('.landscape__grid tbody tr')];
        return [rows.length, ...new Set(rows.map((it) => it.querySelectorAll('td').length))].join()";
    for (edge, question, expected) in [
        ("across", "war", "3,15"),
        ("within", "", "3,5"),
        ("down", "supply", "3,5"),
        ("down", "land", "3,5"),
        ("within", "pledge", "3,15"),
    ] {
        reader.script(&lay(edge, question), Vec::new()).await?;
        reader
            .until_true(&format!("{question} {edge}"), &size.replace(".join()", &format!(".join() === '{expected}'")))
            .await?;
    }
    // While the land is free after an armistice, the two contradict each other: no such cell can be chosen.
    let none = "return document.querySelectorAll('.cell--impossible').length > 0";
    reader.until_true("cells that contradict themselves", none).await?;
    let shown = engine.shown(&engine.linked(&answers("peace", "treaty", "treaty")).0);
    reader.shows(&shown, "other edges change no answer").await?;
    reader.leaves_a_sound_page().await
}

pub async fn an_answer_changes_in_its_place_and_undo_takes_it_back(reader: &Reader, engine: &Engine) -> Told {
    let before = answers("armistice", "treaty", "treaty");
    let after = answers("armistice", "troops", "treaty");
    reader.open(&format!("/uk/#{before}")).await?;
    let undo = "#answers [data-undo][aria-disabled=true]";
    reader.click(undo).await?;
    reader.shows(&engine.shown(&engine.linked(&before).0), "nothing to take back yet").await?;
    reader.click("label[for=us-troops]").await?;
    let page = reader.shows(&engine.shown(&engine.linked(&after).0), "the new answer").await?;
    assert_eq!((page.place.as_str(), page.focus.as_str()), ("outcome", "us=troops"), "the reader stays where they are");
    let moved = reader.texts(".scale__before").await?.concat();
    let earlier = engine.sentences("uk").guarantee(engine.decision(&engine.linked(&before).0).headline);
    assert!(spaced(&moved).contains(&spaced(&earlier.name)), "the scale names the outcome before: {moved}");
    reader.click("#answers [data-undo]").await?;
    reader.shows(&engine.shown(&engine.linked(&before).0), "the answer as before").await?;
    let is_there = format!("return !!document.activeElement.closest('{undo}')");
    // WebKit gives no button the focus by a click; by the keyboard it has it, and then keeps it as elsewhere.
    if reader.browser != Kind::WebKit {
        assert_eq!(reader.script(&is_there, Vec::new()).await?, json!(true), "the focus is not lost");
    }
    // Starting again can be taken back, too.
    reader.click("#answers [data-start-again]").await?;
    reader.sees("the first question", |it: &Page| it.place == "war" && it.fragment.is_empty()).await?;
    reader.click("[data-notice=cleared] [data-undo]").await?;
    let shown = engine.shown(&engine.linked(&before).0);
    reader.sees("all answers again", |it: &Page| it.place == "outcome" && it.shown() == shown).await?;
    reader.leaves_a_sound_page().await
}

fn answers(war: &str, us: &str, partners: &str) -> String {
    format!("war={war}&us={us}&partners={partners}&{BESIDES}")
}
