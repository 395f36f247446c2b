//! By keyboard alone, and what a screen reader is told.

use fantoccini::key::Key;
use libtest_mimic::Failed;
use serde_json::json;

use crate::{
    Told,
    harness::{
        engine::Engine,
        reader::{Page, Reader},
        walk::Walk,
    },
};

pub async fn the_keyboard_alone_leads_to_an_outcome(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let world = engine.worlds_by_outcome()[4].1[7];
    let mut page = reader.page().await?;
    for presses_enter in [true, false].into_iter().cycle() {
        if page.place == "outcome" {
            break;
        }
        let question = engine.question(&page.place);
        let value = engine.value_in(world, question);
        tab_to(reader, &format!("{}={}", page.place, page.offered[0])).await?;
        reader.press(Key::Space).await?;
        let steps = page.offered.iter().position(|it| it == value).expect("the world's answer is on offer");
        for _ in 0..steps {
            reader.press(Key::Down).await?;
        }
        walk.chosen.choices = walk.chosen.choices.with(question, engine.choice(question, value));
        let answered = walk.settles().await?;
        assert_eq!(answered.focus, format!("{}={value}", page.place), "an answer leaves the focus where it is");
        if presses_enter {
            reader.press(Key::Enter).await?;
        } else {
            tab_to_next(reader).await?;
            reader.press(Key::Space).await?;
        }
        let next = engine.next(&walk.chosen);
        let place = next.map_or("outcome", |it| engine.model().question(it).id.as_str());
        page = reader
            .sees(&format!("the focus on the heading of {place}"), |it| it.place == place && it.focus == "heading")
            .await?;
    }
    walk.agrees(&page);
    assert!(page.settled);
    Ok(())
}

pub async fn next_without_an_answer_says_so_and_stays(reader: &Reader, engine: &Engine) -> Told {
    let text = engine.text("en");
    let mut walk = Walk::start(reader, engine, "en").await?;
    for _ in 0..2 {
        let before = reader.page().await?;
        assert_eq!(before.alert, "");
        reader.click("[data-next]").await?;
        let page =
            reader.sees("the error", |it| it.alert.contains(text.problem_title) && it.title != before.title).await?;
        assert!(page.alert.contains(text.problem_choose), "the error says what to do: {}", page.alert);
        assert_eq!(page.place, before.place);
        assert_eq!(page.title, text.problem_page_title.replace("{page}", &before.title));
        // An answer takes the error away, and the walk goes on.
        let answered = walk.answer(&before.place, "unsure").await?;
        assert_eq!(answered.alert, "");
        reader.sees("the title as before", |it| it.title == before.title).await?;
        walk.answer_and_go_on(&before.place, &before.offered[0]).await?;
    }
    Ok(())
}

/// A browser that has to take an element out of the page while it has the focus lays out the page first.
pub async fn what_is_left_loses_the_focus_before_it_is_taken_out(reader: &Reader, _: &Engine) -> Told {
    reader.open("/en/").await?;
    reader.choose("war", "peace").await?;
    let watch = "window.left = [];
        addEventListener('blur', ({ target }) => {
            if (target !== window) window.left.push([target.isConnected, document.querySelectorAll('.question').length]);
        }, { capture: true });
        document.querySelector('[data-next]').focus();
        window.left.length = 0";
    reader.script(watch, Vec::new()).await?;
    reader.next("land").await?;
    assert_eq!(reader.script("return window.left", Vec::new()).await?, json!([[true, 1]]));
    Ok(())
}

pub async fn the_link_in_the_error_leads_to_the_answers(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let page = walk.answers(&[("war", "peace")]).await?;
    reader.click("[data-next]").await?;
    reader.sees("the error", |it| !it.alert.is_empty()).await?;
    reader.click(".problem a").await?;
    let first = format!("{}=", page.place);
    let seen = reader.sees("the focus on an answer", |it| it.focus.starts_with(&first)).await?;
    walk.agrees(&seen);
    assert_eq!(seen.notice, None);
    Ok(())
}

pub async fn the_skip_link_leads_to_the_question_and_keeps_the_answers(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let before = walk.answers(&[("war", "peace"), ("land", "all")]).await?;
    // As a reader would who starts anew at the top of the page.
    reader.script("document.querySelector('.skip').focus()", Vec::new()).await?;
    reader.press(Key::Enter).await?;
    let page = reader.sees("the focus on the heading", |it| it.focus == "heading").await?;
    walk.agrees(&page);
    assert_eq!((&page.place, page.notice), (&before.place, None));
    // What a press of the middle button opens in another tab.
    let opened = reader.script("return document.querySelector('.skip').href", Vec::new()).await?;
    reader.begin("/en/method/").await?;
    reader.visit(opened.as_str().unwrap_or_default()).await?;
    let page = reader.arrives(&before.place).await?;
    walk.agrees(&page);
    assert_eq!(page.notice, None);
    Ok(())
}

pub async fn every_term_opens_in_place(reader: &Reader, engine: &Engine) -> Told {
    let sentences = engine.sentences("uk");
    for question in engine.model().question_ids() {
        let id = &engine.model().question(question).id;
        let page = reader.open(&format!("/uk/#at={id}")).await?;
        assert_eq!((&page.place, page.notice), (id, None));
        let terms = &engine.model().question(question).terms;
        assert_eq!(reader.texts(".term summary").await?.len(), terms.len(), "the terms of {id}");
        for (index, term) in terms.iter().enumerate() {
            let nth = format!(".term:nth-child({})", index + 1);
            let meaning = format!("{nth} p");
            assert!(!reader.is_visible(&meaning).await?, "{id}: a term opens when it is asked for");
            reader.click(&format!("{nth} summary")).await?;
            assert!(reader.is_visible(&meaning).await?, "{id}: the term opens");
            assert_eq!(reader.texts(&meaning).await?, [sentences.term(*term).means.as_str()]);
        }
        // An answer closes none of them.
        reader.choose(id, &page.offered[0]).await?;
        let open = reader.texts(".term[open] p").await?;
        assert_eq!(open.len(), terms.len(), "{id}: the terms stay open");
    }
    Ok(())
}

/// Presses Tab until the focus is on the element described.
async fn tab_to(reader: &Reader, focus: &str) -> Result<Page, Failed> {
    tab_until(reader, focus, |it| it.focus == focus).await
}

async fn tab_to_next(reader: &Reader) -> Result<Page, Failed> {
    tab_until(reader, "the button", |it| it.focus == "button.button").await
}

async fn tab_until(reader: &Reader, what: &str, is_there: impl Fn(&Page) -> bool) -> Result<Page, Failed> {
    let mut passed = Vec::new();
    for _ in 0..25 {
        reader.press(Key::Tab).await?;
        let page = reader.page().await?;
        if is_there(&page) {
            return Ok(page);
        }
        passed.push(page.focus);
    }
    Err(format!("Tab never came to {what}; it passed {passed:?}").into())
}
