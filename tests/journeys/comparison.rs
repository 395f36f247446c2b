//! Guarantees side by side, and walks that start from somebody else's answers.

use libtest_mimic::Failed;
use serde_json::{Value, json};
use which_guarantee::{
    case::{permalink, sentences::Sentences},
    decide::starting_point::in_full,
};

use crate::{
    Told,
    axe_and_windows::{inspect, resize, restore},
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{Reader, spaced},
    },
};

/// With these answers the outcome is a pact, and a stronger guarantee lacks one answer.
const ANSWERS: &str = "war=armistice&nato=words&us=none&partners=treaty&backing=g7&supply=medium&society=partial";

pub async fn two_three_and_four_guarantees_stand_side_by_side(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let sentences = engine.sentences(locale);
        reader.open(&format!("/{locale}/#{ANSWERS}")).await?;
        reader.unfolds("comparison").await?;
        let mut names = compares(reader, sentences, engine, &["treaty", "partners_pact"]).await?;
        for more in ["porcupine", "nuclear"] {
            reader.click(&format!("label[for=compare-{more}]")).await?;
            let ids: Vec<&str> = match more {
                "porcupine" => vec!["treaty", "partners_pact", "porcupine"],
                _ => vec!["treaty", "partners_pact", "porcupine", "nuclear"],
            };
            names = compares(reader, sentences, engine, &ids).await?;
        }
        assert_eq!(names.len(), 4);
        // What the treaty needs: the fighting has ended, and there is no promise.
        let needs = "return [...document.querySelectorAll('.comparison__row')[2].querySelectorAll('.comparison__cell')].map((it) => [...it.querySelectorAll('[data-need]')].map((it) => it.dataset.need))";
        let needs: Vec<Vec<String>> = serde_json::from_value(reader.script(needs, Vec::new()).await?)?;
        assert_eq!(needs, [vec!["met", "missing"], vec!["met", "met"], vec!["missing", "missing"], vec![]]);
        // Of these four, two have a precedent.
        let precedents =
            "return [...document.querySelectorAll('.comparison [data-precedent]')].map((it) => it.dataset.precedent)";
        assert_eq!(reader.script(precedents, Vec::new()).await?, json!(["poland_1939", "taiwan_1979"]));
        reader.click("label[for=compare-treaty]").await?;
        compares(reader, sentences, engine, &["partners_pact", "porcupine", "nuclear"]).await?;
    }
    reader.leaves_a_sound_page().await
}

pub async fn a_fifth_is_refused_and_a_single_one_is_no_comparison(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let text = engine.outcome_page(locale).comparison;
        reader.open(&format!("/{locale}/#{ANSWERS}")).await?;
        reader.unfolds("comparison").await?;
        says(reader, "").await?;
        for more in ["nato_full", "paper"] {
            reader.click(&format!("label[for=compare-{more}]")).await?;
        }
        says(reader, text.most).await?;
        let enabled = "return [...document.querySelectorAll('.comparison__choice input:enabled')].map((it) => it.id)";
        let four = ["nato_full", "treaty", "partners_pact", "paper"].map(|it| format!("compare-{it}"));
        assert_eq!(reader.script(enabled, Vec::new()).await?, json!(four), "no fifth can be chosen");
        // By script, too: a disabled box does nothing.
        reader.script("document.getElementById('compare-nuclear').click()", Vec::new()).await?;
        assert_eq!(reader.script(COLUMNS, Vec::new()).await?.as_array().map(Vec::len), Some(4));
        for fewer in ["nato_full", "paper", "treaty"] {
            reader.click(&format!("label[for=compare-{fewer}]")).await?;
        }
        says(reader, text.fewer).await?;
        reader.until_true("no table", "return !document.querySelector('.comparison__table')").await?;
        reader.click("label[for=compare-alliance]").await?;
        compares(reader, engine.sentences(locale), engine, &["alliance", "partners_pact"]).await?;
    }
    reader.leaves_a_sound_page().await
}

pub async fn a_comparison_fits_a_narrow_window_and_keeps_its_table(reader: &Reader, _: &Engine) -> Told {
    let widths: &[u32] = match reader.browser {
        Kind::Chromium => &[320, 360, 700, 1280],
        Kind::Firefox | Kind::WebKit => &[600, 1280],
    };
    for width in widths {
        resize(reader, *width).await?;
        for locale in locales() {
            reader.open(&format!("/{locale}/#{ANSWERS}")).await?;
            reader.unfolds("comparison").await?;
            for more in ["nato_law", "nato_loose"] {
                // Where it is narrow, a click must not meet the folded ladder.
                let centred =
                    format!("document.querySelector('#compare-{more}').scrollIntoView({{ block: 'center' }})");
                reader.script(&centred, Vec::new()).await?;
                reader.click(&format!("label[for=compare-{more}]")).await?;
            }
            reader.until_true("four columns", &format!("return (() => {{ {COLUMNS} }})().length === 4")).await?;
            reader.unfolds("presets").await?;
            let wide = "const out = [...document.querySelectorAll('.comparison *, .presets__body *')].filter((it) => !it.closest('.hidden') && it.getBoundingClientRect().right > innerWidth + 1); \
                        const inner = [...document.querySelectorAll('.comparison__cell, .comparison__head, .comparison__choice, .preset')].filter((it) => it.scrollWidth > it.clientWidth + 1); \
                        return [document.documentElement.scrollWidth <= innerWidth, ...[...out, ...inner].map((it) => it.outerHTML.slice(0, 200))]";
            assert_eq!(reader.script(wide, Vec::new()).await?, json!([true]), "{locale} at {width} px");
            // The name in each cell is for the eye, where the columns are gone.
            // The window's scroll bar takes some of its width, in some browsers.
            let narrow = "const rem = parseFloat(getComputedStyle(document.documentElement).fontSize); \
                          return document.querySelector('.comparison').clientWidth <= 40 * rem";
            let narrow = reader.script(narrow, Vec::new()).await? == json!(true);
            assert!(narrow || *width > 600, "{width} px are narrow");
            // WebKitGTK looks at the width of the column a paint later.
            let shown = format!(
                "return [...document.querySelectorAll('.comparison__of')].filter((it) => it.checkVisibility()).length === {}",
                if narrow { 36 } else { 0 }
            );
            reader.until_true(&format!("{locale} at {width} px"), &shown).await?;
        }
    }
    restore(reader).await
}

pub async fn a_walk_from_the_news_says_whose_answers_these_are(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let text = engine.outcome_page(locale);
        let model = engine.model();
        let index =
            model.presets.iter().position(|it| it.id == "news_2026_02").expect("the case has a reading of the news");
        let (preset, sentences) = (&model.presets[index], &engine.sentences(locale).presets[index]);
        reader.open(&format!("/{locale}/")).await?;
        reader.click(".presets > summary").await?;
        let there = "return !!document.querySelector('[data-preset=news_2026_02] a')";
        reader.until_true("the list of presets", there).await?;
        assert_eq!(reader.page().await?.chosen, "", "nothing is filled in");
        reader.click("[data-preset=news_2026_02] .preset__name").await?;
        let page = reader.arrives("outcome").await?;
        assert_eq!(page.fragment, permalink::format(model, &preset.answers, &[]));
        assert_eq!(page.shown(), engine.shown(&engine.linked(&page.fragment).0));
        let banner = borrowed(reader, "news_2026_02", "0").await?;
        let banner = spaced(&banner);
        assert!(banner.contains(&spaced(&sentences.name)) && banner.contains(&spaced(&sentences.says)), "{banner}");
        // The date, and every source with its address.
        let date = "return document.querySelector('.borrowed .preset__dated time').dateTime";
        assert_eq!(reader.script(date, Vec::new()).await?, json!("2026-02"));
        let says = which_guarantee::case::dates::Date::read("2026-02").map(|it| text.dates.says(it));
        assert!(banner.contains(&says.expect("a date")), "{banner}");
        let links = "return [...document.querySelectorAll('.borrowed .sources a')].map((it) => it.href)";
        let links: Vec<String> = serde_json::from_value(reader.script(links, Vec::new()).await?)?;
        let named =
            preset.sources.iter().filter_map(|id| engine.case.background.sources.iter().find(|it| it.id == *id));
        let mut addresses = named.map(|it| it.main.address.trim_end_matches('/'));
        assert!(addresses.all(|it| links.iter().any(|link| link.trim_end_matches('/') == it)), "{links:#?}");
        assert!(links.len() >= preset.sources.len());

        // One other answer, and the banner says so.
        reader.click("label[for=backing-broad]").await?;
        let banner = borrowed(reader, "news_2026_02", "1").await?;
        let quoted = text.presets.quoted.replace("{name}", &sentences.name);
        let says = engine.text(locale).count(text.presets.changed, 1).replace("{list}", &quoted);
        assert!(banner.contains(&says), "{banner} has no {says}");
        reader.click("#answers [data-undo]").await?;
        borrowed(reader, "news_2026_02", "0").await?;
        // Starting again forgets them, and to take that back brings them back.
        reader.click("#answers [data-start-again]").await?;
        reader.arrives("war").await?;
        reader.click("[data-notice=cleared] [data-undo]").await?;
        borrowed(reader, "news_2026_02", "0").await?;
        reader.open(&format!("/{locale}/#{ANSWERS}")).await?;
        reader.until_true("the whole page", "return !!document.querySelector('.closer')").await?;
        reader.until_true("no banner", "return !document.querySelector('[data-borrowed]')").await?;
    }
    reader.leaves_a_sound_page().await
}

pub async fn a_walk_from_a_precedent_says_that_it_is_an_analogy(reader: &Reader, engine: &Engine) -> Told {
    for (locale, id, shares) in [("en", "japan_1951", None), ("uk", "austria_1955", Some("ukraine_1994"))] {
        let background = &engine.case.background;
        let index = |id: &str| background.precedents.iter().position(|it| it.id == id).expect("the case has it");
        let texts = &engine.background(locale).precedents;
        // From the end of another outcome's page.
        reader.open(&format!("/{locale}/#{ANSWERS}")).await?;
        reader.unfolds("presets").await?;
        reader.click(&format!("[data-preset={id}] .preset__name")).await?;
        let full = in_full(engine.model(), &background.precedents[index(id)].answers);
        let fragment = permalink::format(engine.model(), &full, &[]);
        let page = reader.sees("its outcome", |it| it.place == "outcome" && it.fragment == fragment).await?;
        assert_eq!(page.shown(), engine.shown(&engine.linked(&fragment).0));
        let banner = borrowed(reader, id, "0").await?;
        assert!(banner.contains(engine.outcome_page(locale).presets.analogy), "{banner}");
        for it in std::iter::once(id).chain(shares) {
            let text = &texts[index(it)];
            assert!([&text.name, &text.given, &text.held].iter().all(|it| banner.contains(it.as_str())), "{banner}");
        }
        // The focus is at the outcome, with the banner in view, and the heading refers to it.
        reader.sees("the focus at the outcome", |it| it.focus == "heading").await?;
        let seen = "const box = document.querySelector('.borrowed__says').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight";
        reader.until_true("the banner in view", seen).await?;
        let described =
            "return document.getElementById(document.querySelector('h1').getAttribute('aria-describedby'))?.className";
        assert_eq!(reader.script(described, Vec::new()).await?, json!("borrowed__says"));
        // Reloading keeps it; starting again forgets it.
        reader.reload("outcome").await?;
        borrowed(reader, id, "0").await?;
        reader.click("#answers [data-start-again]").await?;
        reader.arrives("war").await?;
    }
    reader.leaves_a_sound_page().await
}

pub async fn axe_finds_nothing_with_everything_open(reader: &Reader, engine: &Engine) -> Told {
    let news = engine.model().presets.iter().find(|it| it.id == "news_2026_02").expect("a reading of the news");
    let news = permalink::format(engine.model(), &news.answers, &[]);
    for locale in locales() {
        reader.open(&format!("/{locale}/")).await?;
        reader.click(".presets > summary").await?;
        reader.until_true("the presets", "return !!document.querySelector('.preset')").await?;
        open_all(reader).await?;
        inspect(reader, &format!("{locale}, the presets")).await?;
        reader.open(&format!("/{locale}/#{news}")).await?;
        borrowed(reader, "news_2026_02", "0").await?;
        for fold in ["doubt", "landscape", "comparison", "timeline", "versus", "together", "presets"] {
            reader.unfolds(fold).await?;
        }
        for more in ["porcupine", "nuclear"] {
            reader.click(&format!("label[for=compare-{more}]")).await?;
        }
        for option in ["nato_full", "alliance", "paper", "nuclear"] {
            reader.opens_rung(option).await?;
        }
        open_all(reader).await?;
        inspect(reader, &format!("{locale}, a comparison and somebody else's answers")).await?;
    }
    Ok(())
}

const COLUMNS: &str = "return [...document.querySelectorAll('[data-compared]')].map((it) => it.dataset.compared)";

/// Waits for these columns, and checks that each row has a cell for each. Returns the names at their heads.
async fn compares(
    reader: &Reader,
    sentences: &Sentences,
    engine: &Engine,
    ids: &[&str],
) -> Result<Vec<String>, Failed> {
    let ids = json!(ids);
    let what = format!("the columns {ids}");
    reader
        .until(&what, async || {
            let seen = reader.client.execute(COLUMNS, Vec::new()).await?;
            Ok(if seen == ids { Ok(()) } else { Err(seen) })
        })
        .await?;
    let names = reader.texts(".comparison__head").await?;
    let model = engine.model();
    let expected: Vec<String> = model
        .guarantee_ids()
        .filter(|it| ids.as_array().is_some_and(|ids| ids.contains(&json!(model.guarantee(*it).id))))
        .map(|it| spaced(&sentences.guarantee(it).name))
        .collect();
    assert_eq!(names.iter().map(|it| spaced(it)).collect::<Vec<_>>(), expected);
    let rows = "return [...document.querySelectorAll('.comparison__table tbody tr')].map((it) => [it.cells.length - 1, [...it.cells].every((it) => it.textContent.trim())])";
    let rows = reader.script(rows, Vec::new()).await?;
    assert_eq!(rows, Value::from(vec![json!([names.len(), true]); 9]));
    Ok(names)
}

/// Waits for what is said about the choice.
async fn says(reader: &Reader, sentence: &str) -> Told {
    let sentence = json!(sentence);
    reader
        .until_true(
            "what is said",
            &format!("return document.querySelector('.comparison__says')?.textContent === {sentence}"),
        )
        .await
}

/// Waits for the banner, and returns all that it says, what is folded too.
async fn borrowed(reader: &Reader, whose: &str, changed: &str) -> Result<String, Failed> {
    let script = "const it = document.querySelector('[data-borrowed]'); return it && [it.dataset.borrowed, it.dataset.changed, it.textContent]";
    reader
        .until("the banner", async || {
            let seen = reader.client.execute(script, Vec::new()).await?;
            let is_it = seen[0] == json!(whose) && seen[1] == json!(changed);
            Ok(if is_it { Ok(seen[2].as_str().unwrap_or_default().to_owned()) } else { Err(seen) })
        })
        .await
}

async fn open_all(reader: &Reader) -> Told {
    let script = "for (const it of document.querySelectorAll('main details')) it.open = true; return true";
    reader.until_true("everything open", script).await
}
