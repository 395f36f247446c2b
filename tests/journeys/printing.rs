//! Paper: every sheet fits one page, and what is dark on screens is printed black on white.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use which_guarantee::{
    case::{Model, ReadingId, permalink},
    decide::{explain::reasons::reasons, rules::Readings, table::Table},
    view::{
        edition::Edition,
        edition::from_case::editions,
        outcome::{common_parts::rests_on, model::OutcomeModel},
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
    axe_and_windows::{resize, restore},
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{OUTCOME, Reader},
    },
};

/// The wishes of a page around are for screens; paper is dark on white.
pub async fn a_dark_frame_prints_black_on_white(reader: &Reader, _: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let wishes = "theme=dark&accent=ffd700&font=verdana";
    for page in [
        format!("en/frame.html?{wishes}#{OUTCOME}"),
        format!("uk/frame.html?{wishes}"),
        format!("uk/guarantees/treaty/frame.html?{wishes}"),
    ] {
        reader.begin(&format!("/{page}")).await?;
        if page.ends_with(OUTCOME) {
            reader.sees_the_sections().await?;
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
        reader.open(&format!("/{locale}/#{OUTCOME}")).await?;
        reader.sees_the_sections().await?;
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

/// The facts that decide the height of each part of a sheet.
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
