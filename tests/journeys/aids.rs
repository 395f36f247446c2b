//! Reading aids: fields on a telephone, forced colours, lists, text that can be selected, and paper.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use serde_json::json;
use walkdir::WalkDir;
use which_guarantee::{
    case::{Model, ReadingId, permalink},
    decide::{explain::reasons::reasons, rules::Readings, table::Table},
    view::{
        edition::Edition,
        editions::editions,
        outcome::{model::OutcomeModel, sections::rests_on},
        outcome_chunk::OutcomeChunk,
        page_model::Evaluated,
        share::{
            plain_text,
            print_page::sheet,
            qr_code,
            state::{Device, ShareCapabilities},
        },
        state::{
            State,
            action::{Action, Arrival},
        },
    },
};
use yew::{LocalServerRenderer, prelude::*};

use crate::{
    Told,
    browser::Kind,
    engine::{Engine, locales},
    host::dist,
    reader::Reader,
    seeing::{resize, restore, widths},
};

const ANSWERS: &str = "war=armistice&land=claimed&nato=words&us=troops&partners=troops&backing=broad&supply=medium";

/// Below 16 px an iPhone enlarges the page with the focus.
pub async fn every_field_is_set_in_16_pixels_or_more(reader: &Reader, _: &Engine) -> Told {
    let mut kinds = BTreeSet::new();
    let file = dist();
    for locale in locales() {
        let site = &reader.site;
        let pages = [
            format!("{site}/{locale}/#{ANSWERS}"),
            format!("{site}/{locale}/frame.html?compact&font=times#{ANSWERS}"),
            format!("{site}/{locale}/frame.html?theme=dark&font=verdana#{ANSWERS}"),
            format!("file://{}", file.join(format!("which-guarantee-{locale}.html#{ANSWERS}")).display()),
            format!("{site}/{locale}/class/"),
            format!("{site}/{locale}/embed/"),
        ];
        for page in pages {
            reader.visit(&page).await?;
            if page.ends_with(ANSWERS) {
                there(reader).await?;
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

pub async fn every_list_stays_a_list(reader: &Reader, _: &Engine) -> Told {
    let mut lists = 0;
    for page in
        static_pages().into_iter().filter(|it| is_walked(it)).chain(locales().map(|it| format!("{it}/#{ANSWERS}")))
    {
        reader.visit(&format!("{}/{page}", reader.site)).await?;
        if page.ends_with(ANSWERS) {
            there(reader).await?;
        }
        let script = "const lists = [...document.querySelectorAll('ul, ol')].filter((it) => !it.closest('nav'));
            return [lists.length, lists.filter((it) => getComputedStyle(it).listStyleType === 'none').map((it) => it.outerHTML.slice(0, 99))]";
        let (all, bare): (u64, Vec<String>) = serde_json::from_value(reader.script(script, Vec::new()).await?)?;
        assert!(bare.is_empty(), "Safari takes the role of lists without markers away: /{page}: {bare:#?}");
        lists += all;
    }
    assert!(lists > 100, "{lists}");
    Ok(())
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

pub async fn every_page_fits_every_window(reader: &Reader, engine: &Engine) -> Told {
    let pages = static_pages();
    assert!(pages.len() > 50 * engine.case.languages.len(), "{pages:?}");
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
        for width in sizes {
            resize(reader, *width).await?;
            let found = reader.script(include_str!("layout.js"), Vec::new()).await?;
            assert_eq!(found, json!([]), "/{page} in a window of {width}");
        }
    }
    restore(reader).await
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
            &format!("en/#{ANSWERS}&readings=J1&open=doubt"),
            "en/class/",
            "en/embed/",
        ] {
            reader.begin(&format!("/{page}")).await?;
            if page.contains("J1") {
                there(reader).await?;
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

/// What a page around has wished is for screens; paper is dark on white.
pub async fn a_dark_frame_prints_black_on_white(reader: &Reader, _: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let wishes = "theme=dark&accent=ffd700&font=verdana";
    for page in [
        format!("en/frame.html?{wishes}#{ANSWERS}"),
        format!("uk/frame.html?{wishes}"),
        format!("uk/guarantees/treaty/frame.html?{wishes}"),
    ] {
        reader.begin(&format!("/{page}")).await?;
        if page.ends_with(ANSWERS) {
            there(reader).await?;
        }
        let dark = reader.script("return getComputedStyle(document.documentElement).colorScheme", Vec::new()).await?;
        assert_eq!(dark, json!("dark"), "/{page} on a screen");
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let pale = reader.script(PALE, Vec::new()).await?;
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        assert_eq!(pale, json!([]), "/{page} on paper");
    }
    Ok(())
}

/// Texts on paper with less than 4.5 to 1 on white, and wishes that are still followed.
const PALE: &str = "
    const light = (colour) => {
        const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3)
            .map((it) => it / 255).map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { parentElement: owner, data } = texts.currentNode;
        if (!data.trim() || !owner.checkVisibility() || owner.closest('script, noscript, [data-step], .skip, .button')) continue;
        const { color, fontFamily } = getComputedStyle(owner);
        if (1.05 / (light(color) + 0.05) < 4.5 || fontFamily.startsWith('Verdana')) found.push([color, fontFamily, data.slice(0, 40)]);
    }
    if (light(getComputedStyle(document.body).backgroundColor) < 0.9) found.push('a dark ground');
    return found;";

/// Where nothing comes of "Print" or may have come of "Save image", a sentence says what else to do.
pub async fn a_press_that_may_do_nothing_says_what_else_to_do(reader: &Reader, engine: &Engine) -> Told {
    for (locale, print) in [("en", "() => {}"), ("uk", "undefined")] {
        reader.open(&format!("/{locale}/#{ANSWERS}")).await?;
        there(reader).await?;
        let text = engine.outcome_page(locale).sharing;
        let replace =
            format!("Object.defineProperty(window, 'print', {{ value: {print}, configurable: true, writable: true }})");
        reader.script(&replace, Vec::new()).await?;
        reader.click("[data-print]").await?;
        let said = |what: &str, says: &str| {
            format!("return document.querySelector('[data-told={what}]').textContent === {}", json!(says))
        };
        reader.until_true("the sentence on printing", &said("paper", text.print_refused)).await?;
        // A browser that begins to print is not contradicted: the next answer on this desk is another's.
        let begins = "window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true; }";
        reader.script(begins, Vec::new()).await?;
        reader.click("[data-print]").await?;
        reader.until_true("nothing more to say", &said("paper", "")).await?;

        reader.click("[aria-controls=sharing-pictures]").await?;
        let wide = "return !!document.querySelector('[data-picture=wide] a[download]')";
        reader.until_true("a picture", wide).await?;
        reader
            .script(
                "document.addEventListener('click', (it) => it.target.closest('[download]') && it.preventDefault())",
                Vec::new(),
            )
            .await?;
        reader.click("[data-picture=wide] a[download]").await?;
        reader.until_true("the sentence on saving", &said("wide", text.picture_saving)).await?;
    }
    Ok(())
}

/// A browser that gives back other pixels than were drawn, so that nobody is recognised by them.
pub async fn a_picture_that_comes_out_otherwise_is_not_offered(reader: &Reader, engine: &Engine) -> Told {
    let noise = [
        ("all", "data.map(() => Math.random() * 256)"),
        ("white", "data.fill(255)"),
        ("a little", "data.map((it, at) => at % 396 === 5 ? it ^ 1 : it)"),
        ("the square one", "this.canvas.width === 1080 ? data.fill(30) : data"),
    ];
    for (what, other) in noise {
        reader.open(&format!("/en/#{ANSWERS}")).await?;
        there(reader).await?;
        let script = format!(
            "return (() => {{
            const given = CanvasRenderingContext2D.prototype.getImageData;
            CanvasRenderingContext2D.prototype.getImageData = function (...where) {{
                const image = given.apply(this, where);
                const data = image.data;
                image.data.set(({other}));
                return image;
            }} }})()"
        );
        reader.script(&script, Vec::new()).await?;
        reader.click("[aria-controls=sharing-pictures]").await?;
        let says = json!(engine.outcome_page("en").sharing.picture_failed);
        let failed =
            format!("return document.querySelector('#sharing-pictures > [role=status]').textContent === {says}");
        reader.until_true(&format!("the sentence ({what})"), &failed).await?;
        if what == "the square one" {
            reader.until_true("the wide picture", "return !!document.querySelector('[data-picture=wide]')").await?;
        } else {
            let none = "return document.querySelectorAll('[data-picture]').length";
            assert_eq!(reader.script(none, Vec::new()).await?, json!(0), "{what}");
        }
        assert_eq!(
            reader.script("return !!document.querySelector('[data-picture=square]')", Vec::new()).await?,
            json!(false)
        );
    }
    Ok(())
}

/// The file's own place is nobody's business: not in a text, a link, the code, a picture or on paper.
pub async fn the_one_file_tells_nobody_where_it_is_kept(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let folder = tempfile::Builder::new().prefix("private-").tempdir()?;
        let path = folder.path().join("kept.html");
        std::fs::copy(dist().join(format!("which-guarantee-{locale}.html")), &path)?;
        reader.visit(&format!("file://{}#{ANSWERS}", path.display())).await?;
        there(reader).await?;
        let listen = "window.drawn = []; window.copied = [];
            const draw = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) { drawn.push(text); draw.call(this, text, ...rest); };
            Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (it) => { copied.push(it); } }, configurable: true });";
        reader.script(listen, Vec::new()).await?;
        reader.click("[aria-controls=sharing-citation]").await?;
        for way in ["link", "words", "citation"] {
            reader.click(&format!("[data-copy={way}]")).await?;
        }
        reader.until_true("three texts", "return copied.length === 3").await?;
        reader.click("[aria-controls=sharing-pictures]").await?;
        reader.until_true("pictures", "return document.querySelectorAll('[data-picture]').length === 2").await?;
        let told = "return [document.documentElement.outerHTML, ...drawn, ...copied].join('\\n')";
        let told = reader.script(told, Vec::new()).await?;
        let told = told.as_str().unwrap_or_default().replace("&nbsp;", "\u{a0}");
        let name = folder.path().file_name().and_then(|it| it.to_str()).unwrap_or_default();
        for private in ["file://", name, "kept.html"] {
            let at = told.find(private);
            assert!(at.is_none(), "{locale}: {private} in {:?}", at.map(|it| &told[it.saturating_sub(60)..it + 60]));
        }
        assert!(told.contains(&format!("#{ANSWERS}").replace('&', "&amp;")), "what stands behind # is passed on");
        let text = engine.outcome_page(locale).sharing;
        assert!(told.contains(text.link_nowhere), "{locale}: it says why there is no address");
        assert!(!told.contains(text.code_title), "{locale}: a code that leads nowhere");
    }
    reader.visit("about:blank").await
}

/// Height of the smaller paper less its margins, in CSS pixels: US Letter, and the narrower width of A4. A twelfth is
/// left over for the fonts of other systems.
const PAPER: (u32, f64) = (718, 980.0 / 12.0 * 11.0);

/// Every sheet that a walk can end with is put together from a few thousand parts. Chromium measures each of those once;
/// no sum of parts that belong together may be higher than the paper.
pub async fn every_sheet_fits_one_page(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    resize(reader, PAPER.0).await?;
    for (edition, outcome_data) in editions(&engine.case).into_iter().filter(|it| locales().contains(&it.0.text.locale))
    {
        let locale = edition.text.locale;
        let (edition, outcome_data) = (edition.first_load().lasting(), &*Box::leak(Box::new(outcome_data)));
        let address = format!("https://{}.example.org/{locale}/", "guarantee".repeat(4));
        let device = Device { address: address.clone(), shares: false };
        let chunk = OutcomeChunk::of(
            outcome_data,
            edition,
            ShareCapabilities { device, ..ShareCapabilities::default() },
            yew::Callback::noop(),
        );
        reader.open(&format!("/{locale}/#{ANSWERS}")).await?;
        there(reader).await?;
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;

        let mut heights: BTreeMap<String, f64> = BTreeMap::new();
        let mut sums: BTreeSet<[String; 5]> = BTreeSet::new();
        let mut batch = Vec::new();
        for fragment in fragments(&edition.model) {
            let evaluated = Evaluated::start(edition, arrived(edition, &fragment));
            let page = evaluated.page();
            let reasons = reasons(page.table, page.decision.answers);
            let outcome = OutcomeModel::of(&page, &chunk, None, &reasons);
            let parts = parts(&outcome, &address);
            if parts.iter().any(|it| !heights.contains_key(it)) {
                for it in &parts {
                    heights.entry(it.clone()).or_insert(f64::NAN);
                }
                batch.push((parts.clone(), rendered(&outcome, &address).await));
            }
            sums.insert(parts);
            if batch.len() == 300 {
                measure(reader, &mut batch, &mut heights).await?;
            }
        }
        measure(reader, &mut batch, &mut heights).await?;
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        let height = |parts: &[String; 5]| parts.iter().map(|it| heights[it]).sum::<f64>();
        let highest = sums.iter().max_by(|a, b| height(a).total_cmp(&height(b))).ok_or("there are sheets")?;
        let most = height(highest);
        eprintln!("{locale}: {} sheets of {} parts, the highest {most:.0} px", sums.len(), heights.len());
        let told: Vec<_> = highest.iter().map(|it| (heights[it], it)).collect();
        assert!(most <= PAPER.1, "{locale}: {most} px are higher than {}: {told:#?}", PAPER.1);
    }
    restore(reader).await?;
    // A page in which others have put so much says that it is taken apart.
    reader.visit("about:blank").await
}

/// Every eighth world of each outcome with the ways to it, for all of them take ten minutes, and the longest permalink.
fn fragments(model: &Model) -> BTreeSet<String> {
    let table = Table::build(model, Readings::BASE);
    let all: Vec<ReadingId> = ReadingId::all(model.readings.len()).collect();
    let mut fragments = BTreeSet::from([format!(
        "readings={}",
        all.iter().map(|it| model.readings[it.index()].id.as_str()).collect::<Vec<_>>().join(",")
    )]);
    for guarantee in model.guarantee_ids() {
        for world in table.canonical_worlds(guarantee).iter().step_by(8) {
            let answers: Vec<_> =
                model.question_ids().filter_map(|it| Some((it, table.rules.space.answer(*world, it)?))).collect();
            for most in 1..=answers.len() {
                fragments.insert(permalink::format(model, &answers[..most], &[]));
            }
        }
    }
    fragments
}

fn arrived(edition: &'static Edition, fragment: &str) -> State {
    let link = permalink::parse(&edition.model, fragment);
    State::start(edition).after(Action::Arrive(Arrival { link, has_place: true, ..Arrival::default() }))
}

/// What decides the height of each part of a sheet.
fn parts(outcome: &OutcomeModel, address: &str) -> [String; 5] {
    let others = outcome
        .page
        .decision
        .ranking
        .iter()
        .map(|it| format!("{:?} {}\n", it.guarantee, plain_text::other(outcome, it)));
    [
        format!("head {:?} {}", outcome.page.decision.headline, plain_text::settledness(outcome).join(" ")),
        format!("board {:?} {:?}", plain_text::board(outcome), rests_on(outcome)),
        format!("others {:?} {}", outcome.page.decision.headline, others.collect::<String>()),
        format!("flags {:?}", outcome.page.decision.flags),
        format!(
            "foot {} {}",
            plain_text::readings(outcome).unwrap_or_default(),
            plain_text::link(outcome, address).len()
        ),
    ]
}

#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

async fn rendered(outcome: &OutcomeModel<'_>, address: &str) -> String {
    let link = plain_text::link(outcome, address);
    let code = qr_code::code(&link).map(|it| qr_code::drawing(&it, "code"));
    let html = sheet(outcome, &outcome.data.text.sharing, &link, code);
    LocalServerRenderer::<Shown>::with_props(ShownProps { html }).hydratable(false).render().await
}

/// Has Chromium lay out a batch of sheets, and notes the heights of their parts.
async fn measure(reader: &Reader, batch: &mut Vec<([String; 5], String)>, heights: &mut BTreeMap<String, f64>) -> Told {
    let sheets: Vec<&String> = batch.iter().map(|it| &it.1).collect();
    let found = reader.script(MEASURE, vec![json!(sheets)]).await?;
    let found: Vec<Vec<f64>> = serde_json::from_value(found)?;
    for ((parts, _), measured) in batch.drain(..).zip(found) {
        for (part, height) in parts.into_iter().zip(&measured) {
            let noted = heights.entry(part).or_insert(*height);
            *noted = noted.max(*height);
        }
    }
    Ok(())
}

/// Head, board, others, flags and the foot with the interpretations, each with the gap above it.
const MEASURE: &str = "
    const [sheets] = arguments;
    const place = document.querySelector('.paper');
    place.innerHTML = sheets.join('');
    const result = [...place.querySelectorAll('.sheet')].map((sheet) => {
        const gap = parseFloat(getComputedStyle(sheet).rowGap);
        const high = (it) => it.getBoundingClientRect().height && it.getBoundingClientRect().height + gap;
        const children = [...sheet.children];
        const board = children.findIndex((it) => it.matches('.sheet__board'));
        const sum = (some) => some.map(high).reduce((a, b) => a + b, 0);
        return [sum(children.slice(0, board)), ...children.slice(board, board + 3).map(high), sum(children.slice(board + 3))];
    });
    place.textContent = '';
    return result;";

/// The section comes with the outcome data.
async fn there(reader: &Reader) -> Told {
    reader.until_true("the section", "return !!document.querySelector('.closer')").await
}
