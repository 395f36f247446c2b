//! Reading aids: fields on a telephone, forced colours, lists, and text that can be selected.

use std::{collections::BTreeSet, path::Path};

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use libtest_mimic::Failed;
use serde_json::json;
use walkdir::WalkDir;

use crate::{
    Told,
    axe_and_windows::{resize, restore, widths},
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{OUTCOME, Reader},
        unreliable_host::dist,
    },
};

/// Below 16 px an iPhone enlarges the page with the focus.
pub async fn every_field_is_set_in_16_pixels_or_more(reader: &Reader, _: &Engine) -> Told {
    let mut kinds = BTreeSet::new();
    let file = dist();
    for locale in locales() {
        let site = &reader.site;
        let pages = [
            format!("{site}/{locale}/#{OUTCOME}"),
            format!("{site}/{locale}/frame.html?compact&font=times#{OUTCOME}"),
            format!("{site}/{locale}/frame.html?theme=dark&font=verdana#{OUTCOME}"),
            format!("file://{}", file.join(format!("which-guarantee-{locale}.html#{OUTCOME}")).display()),
            format!("{site}/{locale}/class/"),
            format!("{site}/{locale}/embed/"),
        ];
        for page in pages {
            reader.visit(&page).await?;
            if page.ends_with(OUTCOME) {
                reader.sees_the_sections().await?;
                let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
                    for (const it of document.querySelectorAll('[data-copy]')) it.click();";
                reader.script(refuse, Vec::new()).await?;
                let refused = "return !!document.querySelector('.told textarea')";
                reader.until_true("a text to copy by hand", refused).await?;
            } else {
                reader.until_true("a page with fields", "return !!document.querySelector('textarea')").await?;
            }
            let found = "return [...document.querySelectorAll('input, select, textarea')]
                .map((it) => [it.localName, it.id, parseFloat(getComputedStyle(it).fontSize)])";
            let found: Vec<(String, String, f64)> = serde_json::from_value(reader.script(found, Vec::new()).await?)?;
            for (kind, id, size) in found {
                assert!(size >= 16.0, "{page}: {kind}#{id} is set in {size} px");
                kinds.insert(kind);
            }
        }
    }
    assert_eq!(kinds.len(), 3, "{kinds:?}");
    reader.visit("about:blank").await
}

/// Every page that the build has written, but for the tool's own and those that lead on at once.
pub fn static_pages() -> Vec<String> {
    let root = dist();
    let pages = WalkDir::new(&root).into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    let names = pages.filter_map(|it| Some(it.strip_prefix(&root).ok()?.to_str()?.to_owned()));
    let is_page =
        |it: &String| Path::new(it).extension().is_some_and(|it| it == "html") && !it.starts_with("which-guarantee");
    let mut names: Vec<String> =
        names.filter(is_page).map(|it| it.strip_suffix("index.html").unwrap_or(&it).to_owned()).collect();
    names.sort();
    names
}

/// Whether a page is of no language, or of one that is walked today.
fn is_walked(page: &str) -> bool {
    page.split_once('/').is_none_or(|(locale, _)| locales().contains(&locale))
}

pub async fn every_page_fits_every_window_and_every_list_stays_a_list(reader: &Reader, engine: &Engine) -> Told {
    let pages = static_pages();
    assert!(pages.len() > 50 * engine.case.languages.len(), "{pages:?}");
    let mut lists = 0;
    for page in pages {
        // The languages that are not walked today are looked at in one browser, at the width of a small phone.
        let sizes = if is_walked(&page) { widths(reader.browser) } else { &[320] };
        if sizes == [320] && reader.browser != Kind::Chromium {
            continue;
        }
        // How the frame's page looks by itself has a journey of its own.
        if page.ends_with("frame.html") {
            continue;
        }
        reader.visit(&format!("{}/{page}", reader.site)).await?;
        lists += lists_that_stay(reader, &page).await?;
        for width in sizes {
            resize(reader, *width).await?;
            let found = reader.script(include_str!("in_page/layout.js"), Vec::new()).await?;
            assert_eq!(found, json!([]), "/{page} in a window of {width}");
        }
    }
    for locale in locales() {
        let page = format!("{locale}/#{OUTCOME}");
        reader.visit(&format!("{}/{page}", reader.site)).await?;
        reader.sees_the_sections().await?;
        lists += lists_that_stay(reader, &page).await?;
    }
    assert!(lists > 100, "{lists}");
    restore(reader).await
}

/// Counts the lists on the page. None is without a marker, for Safari would take the role of a list away.
async fn lists_that_stay(reader: &Reader, page: &str) -> Result<u64, Failed> {
    let script = "const lists = [...document.querySelectorAll('ul, ol')].filter((it) => !it.closest('nav'));
        const bare = lists.filter((it) => getComputedStyle(it).listStyleType === 'none');
        return [lists.length, bare.map((it) => it.outerHTML.slice(0, 99))]";
    let (all, bare): (u64, Vec<String>) = serde_json::from_value(reader.script(script, Vec::new()).await?)?;
    assert!(bare.is_empty(), "Safari takes the role of lists without markers away: /{page}: {bare:#?}");
    Ok(all)
}

/// Only Chromium can be told to force colours.
pub async fn forced_colours_keep_current_chosen_and_focused_apart(reader: &Reader, _: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let forced = |value: &str| json!({ "features": [{ "name": "forced-colors", "value": value }] });
    let mut seen = BTreeSet::new();
    for width in [390, 1200] {
        resize(reader, width).await?;
        for page in [
            "en/#war=armistice&nato=words&at=nato",
            "uk/",
            &format!("en/#{OUTCOME}&readings=J1&open=doubt"),
            "en/class/",
            "en/embed/",
        ] {
            reader.begin(&format!("/{page}")).await?;
            if page.contains("J1") {
                reader.sees_the_sections().await?;
            }
            let rests = "return !document.querySelector('[data-ready=false]') && document.getAnimations().length === 0";
            reader.until_true("the page at rest", rests).await?;
            // An edge that is to be seen by its colour alone is everywhere the same there.
            reader.script(UNSEEN_EDGES, Vec::new()).await?;
            reader.devtools("Emulation.setEmulatedMedia", forced("active")).await?;
            reader.until_true("forced colours", "return matchMedia('(forced-colors: active)').matches").await?;
            let appeared = reader.script("return window.appeared()", Vec::new()).await?;
            assert_eq!(appeared, json!([]), "/{page}, {width} px wide: edges that only forced colours show");
            let alike = reader.script(ALIKE, vec![json!(MARKED)]).await?;
            reader.devtools("Emulation.setEmulatedMedia", forced("none")).await?;
            for (pair, is_alike) in MARKED.iter().zip(serde_json::from_value::<Vec<Option<bool>>>(alike)?) {
                assert_ne!(is_alike, Some(true), "/{page}, {width} px wide: {} looks as the others do", pair[0]);
                seen.extend(is_alike.map(|_| pair));
            }
        }
    }
    assert_eq!(seen, MARKED.iter().collect(), "every pair is on one of the pages");
    restore(reader).await
}

const UNSEEN_EDGES: &str = "
    const sides = ['Top', 'Right', 'Bottom', 'Left'];
    const seen = (style, side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0
        && !/, 0\\)$|transparent/.test(style[`border${side}Color`])
        // In forced colours, an edge that is not meant to be seen has the colour of the page.
        && !(matchMedia('(forced-colors: active)').matches && style[`border${side}Color`] === getComputedStyle(document.body).backgroundColor);
    const edges = (it) => [null, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(it, part);
        if (part && style.content === 'none') return [];
        const named = `${it.localName}.${it.className.baseVal ?? it.className}${part ?? ''}`;
        return sides.filter((side) => seen(style, side)).map((side) => `${named} ${side}`);
    });
    // What comes while this goes on is not compared.
    const before = new Map([...document.querySelectorAll('body *')].map((it) => [it, edges(it)]));
    window.appeared = () => [...new Set([...before].flatMap(([it, had]) => edges(it).filter((edge) => !had.includes(edge))))]
        // A browser's own controls have an edge of their own.
        .filter((it) => !/^(input|select|option|textarea|dialog|fieldset)/.test(it));";

/// Marks of what is current, chosen or switched, each with its fellow that is not.
const MARKED: [[&str; 2]; 6] = [
    [".chapters [aria-current]", ".chapters li:not([aria-current])"],
    [".masthead__language[aria-current]", ".masthead__language:not([aria-current])"],
    [".answer :checked + label", ".answer :not(:checked) + label"],
    [".board__cell--now", ".board__cell:not(.board__cell--now)"],
    [".reading[data-switched=true]", ".reading:not([data-switched=true])"],
    [".rung[data-status=most-plausible]", ".rung:not([data-status=most-plausible])"],
];

/// Whether the two of each pair look alike, as if nothing had been chosen or selected; null where a page lacks one.
const ALIKE: &str = "
    const look = (it) => [null, '::before', '::after'].map((part) => {
        const s = getComputedStyle(it, part);
        return [s.borderTopColor, s.borderTopWidth, s.borderBottomColor, s.borderBottomWidth, s.outlineColor, s.outlineStyle, s.textDecorationLine].join();
    }).join();
    return arguments[0].map((pair) => {
        const [it, other] = pair.map((query) => document.querySelector(query));
        return it && other ? look(it) === look(other) : null;
    });";

/// Dragging over a card selects its text and chooses nothing; a press anywhere on it chooses.
/// Not in WebKitGTK 2.50, where a drag over any label selects nothing and counts as a press.
pub async fn the_text_of_an_answer_can_be_selected(reader: &Reader, _: &Engine) -> Told {
    if reader.browser == Kind::WebKit {
        return Ok(());
    }
    for (locale, page) in [("en", "index.html"), ("uk", "frame.html")] {
        for text in [".answer__says", ".answer__more"] {
            reader.visit(&format!("{}/{locale}/{page}", reader.site)).await?;
            reader
                .until_true("the page alive", "return document.querySelector('.tool').dataset.ready === 'true'")
                .await?;
            let script = "const it = document.querySelectorAll(arguments[0])[1];
                it.scrollIntoView({ block: 'center' });
                const range = document.createRange();
                range.setStart(it.firstChild, 0);
                range.setEnd(it.firstChild, 12);
                const { left, right, top, bottom } = range.getClientRects()[0];
                return [left + 1, right - 1, (top + bottom) / 2].map(Math.round);";
            let at: Vec<i64> = serde_json::from_value(reader.script(script, vec![json!(text)]).await?)?;
            drag(reader, (at[0], at[2]), (at[1], at[2])).await?;
            let seen =
                "return [getSelection().toString().length > 5, document.querySelectorAll('.answer :checked').length]";
            assert_eq!(reader.script(seen, Vec::new()).await?, json!([true, 0]), "{locale}, dragged over {text}");
            reader.script("getSelection().removeAllRanges()", Vec::new()).await?;
            let middle = (i64::midpoint(at[0], at[1]), at[2]);
            // At another place than below, or the two make a triple click.
            press(reader, (at[0], at[2]), 1).await?;
            let chosen = "return document.querySelectorAll('.answer')[1].querySelector('input').checked";
            reader.until_true("the answer chosen", chosen).await?;
            // A double click selects the word under it.
            press(reader, middle, 2).await?;
            let word = "return document.querySelectorAll(arguments[0])[1].contains(getSelection().anchorNode)
                && getSelection().toString().trim().length > 0";
            assert_eq!(reader.script(word, vec![json!(text)]).await?, json!(true), "{locale}, a word of {text}");
        }
    }
    Ok(())
}

fn move_to((x, y): (i64, i64)) -> PointerAction {
    PointerAction::MoveTo { duration: None, x: x as f64, y: y as f64 }
}

async fn drag(reader: &Reader, from: (i64, i64), to: (i64, i64)) -> Told {
    let button = 0;
    let steps = MouseActions::new("mouse".to_owned())
        .then(move_to(from))
        .then(PointerAction::Down { button })
        .then(move_to((i64::midpoint(from.0, to.0), from.1)))
        .then(move_to(to))
        .then(PointerAction::Up { button });
    perform(reader, steps, 1).await
}

async fn press(reader: &Reader, at: (i64, i64), times: usize) -> Told {
    let button = 0;
    let mut steps = MouseActions::new("mouse".to_owned()).then(move_to(at));
    for _ in 0..times {
        steps = steps.then(PointerAction::Down { button }).then(PointerAction::Up { button });
    }
    perform(reader, steps, times).await
}

/// Firefox's driver does not wait until the page has heard of what it does, so the page counts releases of the button.
async fn perform(reader: &Reader, steps: MouseActions, releases: usize) -> Told {
    let count = "const marks = document.documentElement.dataset;
        if (!marks.releases) addEventListener('mouseup', () => (marks.releases = Number(marks.releases) + 1), true);
        marks.releases = 0;";
    reader.script(count, Vec::new()).await?;
    reader.client.perform_actions(steps).await?;
    let all = format!("return document.documentElement.dataset.releases === '{releases}'");
    reader.until_true("every release of the button", &all).await
}
