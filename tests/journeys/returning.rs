//! Going back, changing answers, reloading, and changing the language: nothing that was answered is lost.

use crate::{
    Told,
    harness::{engine::Engine, reader::Reader, walk::Walk},
};

const WALK: [(&str, &str); 4] = [("war", "peace"), ("land", "claimed"), ("nato", "unsure"), ("pledge", "promise")];

pub async fn back_keeps_the_answer(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let page = walk.answers(&WALK).await?;
    let last = page.place;
    for (question, answer) in WALK.iter().rev() {
        let page = reader.back(question).await?;
        assert_eq!(page.chosen, *answer, "the answer that was given to {question}");
        walk.agrees(&page);
    }
    // From the first question "Next" leads past all that is answered.
    walk.agrees(&reader.next(&last).await?);
    Ok(())
}

pub async fn changing_an_answer_in_the_summary_keeps_the_others(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let before = walk.answers(&WALK).await?;
    let page = reader.change("land").await?;
    assert_eq!(page.chosen, "claimed");
    walk.answer("land", "ceded").await?;
    let page = reader.next(&before.place).await?;
    walk.agrees(&page);
    for question in ["war", "nato"] {
        assert_eq!(page.summary.get(question), before.summary.get(question), "what was said of {question}");
    }
    assert_ne!(page.summary.get("land"), before.summary.get("land"));
    Ok(())
}

pub async fn an_answer_set_aside_counts_again_when_the_earlier_one_changes_back(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let before = walk.answers(&[("war", "victory"), ("land", "all"), ("nato", "words")]).await?;
    reader.change("war").await?;
    let page = walk.answer("war", "armistice").await?;
    let aside = engine.text("en").set_aside;
    assert!(page.summary["land"].contains(aside), "the summary says of land: {}", page.summary["land"]);
    assert!(!page.fragment.contains("land="), "what is set aside is not in the link: {}", page.fragment);
    let page = reader.change("land").await?;
    assert!(!page.offered.contains(&"all".to_owned()), "an armistice leaves no such answer: {:?}", page.offered);
    reader.change("war").await?;
    let page = walk.answer("war", "victory").await?;
    assert!(page.fragment.contains("land=all"), "it counts again: {}", page.fragment);
    let page = reader.next(&before.place).await?;
    assert_eq!(page.shown(), before.shown());
    Ok(())
}

pub async fn the_browsers_back_and_forward_lose_no_answer(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let last = walk.answers(&WALK).await?.place;
    let mut places: Vec<&str> = WALK.iter().map(|it| it.0).collect();
    places.push(&last);
    for (index, place) in places.iter().enumerate().rev().skip(1) {
        let page = reader.goes_back(place).await?;
        assert_eq!(page.chosen, WALK[index].1, "the answer to {place} on the way back");
        reader.sees("the focus on the heading", |it| it.place == *place && it.focus == "heading").await?;
        walk.settles().await?;
    }
    for place in &places[1..] {
        reader.goes_forward(place).await?;
        walk.settles().await?;
    }
    // An answer that is changed on the way back stays changed.
    reader.goes_back("pledge").await?;
    walk.answer("pledge", "law").await?;
    reader.goes_back("nato").await?;
    walk.settles().await?;
    Ok(())
}

pub async fn back_after_starting_again_brings_the_answers_back(reader: &Reader, engine: &Engine) -> Told {
    let link = "war=armistice&us=treaty&partners=treaty&backing=broad";
    reader.open(&format!("/en/#{link}")).await?;
    let before = engine.shown(&engine.linked(link).0);
    reader.shows(&before, "the outcome").await?;
    reader.click("#answers [data-start-again]").await?;
    reader.sees("the first question", |it| it.place == "war" && it.fragment.is_empty()).await?;
    reader.choose("war", "peace").await?;
    reader.goes_back("outcome").await?;
    reader.shows(&before, "the answers of before").await?;
    let page = reader.goes_forward("war").await?;
    assert_eq!((page.chosen.as_str(), page.fragment.as_str()), ("peace", "war=peace"), "and those of after");
    Ok(())
}

pub async fn reloading_keeps_answers_and_place(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let before = walk.answers(&WALK).await?;
    let page = reader.reload(&before.place).await?;
    walk.agrees(&page);
    assert_eq!(page.summary, before.summary, "answers and \"not sure\" alike");
    assert_eq!(page.notice, None, "a link of our own is never mended");
    // And the page goes on from there.
    let place = page.place.clone();
    walk.answer_and_go_on(&place, &page.offered[0]).await?;
    Ok(())
}

pub async fn changing_the_language_keeps_answers_and_place(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let english = walk.answers(&WALK).await?;
    let ukrainian = switch(reader, "uk").await?;
    assert_eq!(ukrainian.place, english.place);
    walk.agrees(&ukrainian);
    assert_eq!(ukrainian.summary["nato"], engine.text("uk").not_sure);
    assert_eq!(ukrainian.summary.keys().collect::<Vec<_>>(), english.summary.keys().collect::<Vec<_>>());
    assert_eq!(ukrainian.notice, None);
    let world = engine.worlds_by_outcome()[4].1[0];
    let outcome = walk.through(world).await?;
    assert_eq!(outcome.lang, "uk");
    let english = switch(reader, "en").await?;
    assert_eq!(english.place, "outcome");
    walk.agrees(&english);
    assert_eq!(english.summary["nato"], engine.text("en").not_sure);
    assert_ne!(english.heading, outcome.heading, "the same outcome in another language");
    Ok(())
}

async fn switch(reader: &Reader, to: &str) -> Result<crate::harness::reader::Page, libtest_mimic::Failed> {
    reader.chooses_language(to).await?;
    reader.sees(&format!("the page in {to}"), |it| it.ready && it.lang == to && it.title.contains(&it.heading)).await
}
