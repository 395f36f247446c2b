//! Contents of one window: the first answers, the outcome with its board, and how long the page gets.

use serde_json::{Value, json};
use which_guarantee::{
    case::permalink,
    decide::{board, interview::Choice},
};

use crate::{
    Told,
    axe_and_windows::restore,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{Page, Reader},
    },
};

/// A window, and what an outcome in it may take: the height of the page, and where the board begins.
const WINDOWS: [(u32, u32, f64, f64); 2] = [(1280, 900, 3600.0, 900.0), (360, 740, 7000.0, 1.6 * 740.0)];
const MOST_ELEMENTS: u64 = 1300;

/// Every outcome, final and not, with all parts folded. The fonts of all browsers are the same; one measures.
pub async fn every_outcome_is_seen_at_a_glance(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let model = engine.model();
    let mut links = Vec::new();
    for (_, worlds) in engine.worlds_by_outcome() {
        let world = worlds[worlds.len() / 2];
        let answers: Vec<_> =
            model.question_ids().map(|it| (it, engine.table.rules.space.answer_in(world, it))).collect();
        for most in [2, 4, answers.len()] {
            links.push(permalink::format(model, &answers[..most], &[]));
        }
    }
    for (width, height, most, latest) in WINDOWS {
        window(reader, width, height).await?;
        for locale in locales() {
            let mut highest = (0.0, 0.0, 0);
            reader.open(&format!("/{locale}/")).await?;
            for link in &links {
                reader.script("location.hash = arguments[0]", vec![json!(link)]).await?;
                reader.shows(&engine.shown(&engine.linked(link).0), link).await?;
                reader.sees_the_sections().await?;
                let seen = "return [document.documentElement.scrollHeight, document.querySelector('#answers').getBoundingClientRect().top + scrollY,
                    document.querySelectorAll('*').length, document.documentElement.scrollWidth]";
                let seen: (f64, f64, u64, u32) = serde_json::from_value(reader.script(seen, Vec::new()).await?)?;
                assert!(seen.0 <= most, "{locale}, {width} px, {link}: the page is {} px high", seen.0);
                assert!(seen.1 <= latest, "{locale}, {width} px, {link}: the board begins at {} px", seen.1);
                assert!(seen.2 <= MOST_ELEMENTS, "{locale}, {link}: {} elements", seen.2);
                assert!(seen.3 <= width, "{locale}, {link}: the page is {} px wide", seen.3);
                highest = (seen.0.max(highest.0), seen.1.max(highest.1), seen.2.max(highest.2));
            }
            eprintln!("{locale}, {width} px: at most {highest:?}: height, begin of the board, elements");
        }
    }
    restore(reader).await
}

pub async fn the_first_two_answers_are_above_the_bar(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    window(reader, 360, 740).await?;
    let model = engine.model();
    for locale in locales() {
        for question in model.question_ids() {
            let link = permalink::format_place(model, &[], Some(question));
            reader.open(&format!("/{locale}/#{link}")).await?;
            let seen = "const answers = document.querySelectorAll('.question .answer');
                scrollTo(0, 0);
                return [answers[1].getBoundingClientRect().bottom, document.querySelector('.ladder').getBoundingClientRect().top]";
            let (second, bar): (f64, f64) = serde_json::from_value(reader.script(seen, Vec::new()).await?)?;
            assert!(
                second <= bar,
                "{locale}, {link}: the second answer ends at {second} px, the bar begins at {bar} px"
            );
        }
    }
    restore(reader).await
}

/// On a phone the list of options is below an outcome, and a press on the board does not wait for its layout.
pub async fn the_list_below_an_outcome_is_laid_out_once_it_is_seen(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    window(reader, 360, 740).await?;
    let model = engine.model();
    let world = engine.worlds_by_outcome()[0].1[0];
    let answers: Vec<_> = model.question_ids().map(|it| (it, engine.table.rules.space.answer_in(world, it))).collect();
    let link = permalink::format(model, &answers, &[]);
    let is_laid_out = "document.querySelector('.ladder__list .rung').checkVisibility({ contentVisibilityAuto: true })";
    for locale in locales() {
        reader.open(&format!("/{locale}/#{link}")).await?;
        reader.until_true("the whole outcome", "return !!document.querySelector('.closer')").await?;
        reader.until_true("a list that is not laid out", &format!("return !{is_laid_out}")).await?;
        reader.script("document.querySelector('.ladder__list').scrollIntoView()", Vec::new()).await?;
        reader.until_true("the list", &format!("return {is_laid_out}")).await?;
    }
    // Nor with the first of a new outcome, whose head alone would leave the list just below the window.
    reader.open(&format!("/en/#{link}&at=supply")).await?;
    let frames = "document.querySelector('[data-next]').click();
        const frames = [];
        do {
            await new Promise(requestAnimationFrame);
            const sections = document.querySelector('.outcome__rest')?.children.length;
            const list = getComputedStyle(document.querySelector('.ladder__list')).contentVisibility;
            if (sections !== undefined) frames.push([sections, list]);
        } while (!document.querySelector('.closer'));
        return frames;";
    let frames: Vec<(u32, String)> = serde_json::from_value(reader.resolved(frames, Vec::new()).await?)?;
    assert!(frames.iter().any(|it| it.0 == 0), "{frames:?}");
    assert!(frames.iter().all(|it| it.1 == if it.0 < 3 { "hidden" } else { "auto" }), "{frames:?}");
    restore(reader).await
}

/// Until something is answered nothing is called plausible; what the authors expect is said to be theirs.
pub async fn before_the_first_answer_nothing_is_called_plausible(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/")).await?;
        let text = engine.text(locale);
        let calling = [text.most_plausible, text.also_possible, text.most_plausible_now];
        let standing = reader.texts(".standing").await?.concat();
        assert!(standing.contains(text.nothing_yet) && standing.contains(text.forecast), "{locale}: {standing}");
        let stands = reader.script(STANDS, Vec::new()).await?;
        let stands: Vec<(String, String)> = serde_json::from_value(stands)?;
        for (id, says) in &stands {
            assert!(!calling.iter().any(|it| says.contains(it)), "{locale}, {id}: {says}");
        }
        let theirs: Vec<&String> = stands.iter().filter(|it| it.1 == text.forecast).map(|it| &it.0).collect();
        assert_eq!(theirs, ["rhetoric"], "{locale}");
        reader.click("label[for=war-peace]").await?;
        reader
            .until_true(
                "an outcome so far",
                &format!("return {}.includes({})", STANDING, json!(text.most_plausible_now)),
            )
            .await?;
        let stands: Vec<(String, String)> = serde_json::from_value(reader.script(STANDS, Vec::new()).await?)?;
        assert!(stands.iter().all(|it| it.1 != text.forecast), "{locale}");
    }
    Ok(())
}

const STANDING: &str = "document.querySelector('.standing').textContent";
const STANDS: &str = "return [...document.querySelectorAll('.rung')].map((it) => [it.dataset.guarantee, it.querySelector('.rung__status').firstChild.textContent.trim()])";

/// Off at first; then every answer to every question of a walk says what the engine says.
pub async fn where_each_answer_leads_is_said_when_asked(reader: &Reader, engine: &Engine) -> Told {
    let model = engine.model();
    let mut chosen = engine.nothing();
    reader.open("/en/").await?;
    let leads = "return [...document.querySelectorAll('.question .answer')].map((it) => [it.querySelector('input').value, it.querySelector('[data-lead]')?.dataset.lead ?? null])";
    let off: Vec<(String, Option<String>)> = serde_json::from_value(reader.script(leads, Vec::new()).await?)?;
    assert!(off.iter().all(|it| it.1.is_none()), "nobody is led: {off:?}");
    reader.click("[role=switch]").await?;
    let path = [("war", "armistice"), ("nato", "full"), ("pledge", "unsure"), ("us", "treaty")];
    for (id, value) in path {
        let question = engine.question(id);
        let answers = &model.question(question).answers;
        let table = &engine.table;
        let offered = which_guarantee::decide::interview::offered(&table.rules, &chosen.choices, question);
        let choices = offered.iter().map(|it| Choice::Answer(*it)).chain([Choice::Unsure]);
        let expected: Vec<Value> = choices
            .map(|it| {
                let value = match it {
                    Choice::Answer(answer) => answers[answer.index()].as_str(),
                    Choice::Unsure | Choice::Unasked => "unsure",
                };
                let (headline, _) = board::lead(model, table, &chosen.choices, question, it);
                json!([value, model.guarantee(headline).id])
            })
            .collect();
        reader
            .until(&format!("where the answers to {id} lead"), async || {
                let seen = reader.client.execute(leads, Vec::new()).await?;
                Ok(if seen == json!(expected) { Ok(()) } else { Err(seen) })
            })
            .await?;
        let answer = answers.iter().position(|it| it == value);
        let choice = answer.map_or(Choice::Unsure, |it| Choice::Answer(which_guarantee::case::AnswerId(it as u8)));
        chosen.choices = chosen.choices.with(question, choice);
        reader.click(&format!("label[for={id}-{value}]")).await?;
        reader.click("[data-next]").await?;
        reader.sees("the next question", |it: &Page| it.place != id).await?;
    }
    Ok(())
}

async fn window(reader: &Reader, width: u32, height: u32) -> Told {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    reader.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    Ok(())
}
