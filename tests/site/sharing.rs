//! What a reader passes on: the text, the citation, the QR code and the picture, for every outcome in every language.

use std::{fs, path::Path};

use which_guarantee::{
    case::{Model, QuestionId, ReadingId, permalink},
    decide::{explain::reasons::reasons, rules::Readings, table::Table},
    view::{
        edition::Edition,
        edition::from_case::{WholeEdition, editions},
        outcome::model::OutcomeModel,
        outcome_chunk::OutcomeChunk,
        outcome_data::OutcomeData,
        page_model::Evaluated,
        share::{
            card::{
                Card,
                shape::{Face, GROUND, INK, MUTED, RULE, SANS, SERIF, STEPS, Shape},
            },
            plain_text::{citation, plain},
            qr_code,
            state::{Content, Device, Format, ShareAction, ShareCapabilities, ShareResult, ShareState},
        },
        state::{
            State,
            action::{Action, Arrival},
        },
    },
};

use crate::support::case;

const PAGE: &str = "https://guarantee.example.org/en/";
const SETTLED: &str = "war=armistice&land=claimed&nato=words&us=troops&partners=troops&backing=broad&supply=medium";
const OPEN: &str = "war=armistice&readings=J1,J5";

/// A browser's own button passes on the address that stands in the page's head, which has no answers.
#[test]
fn the_lead_names_the_button_that_keeps_the_answers() {
    each_language(|_, chunk| {
        let text = &chunk.outcome_data.text.sharing;
        assert!(text.lead.contains(text.link_copy), "{}", text.lead);
    });
}

#[test]
fn the_text_says_outcome_settledness_reasons_answers_disclaimer_and_address() {
    each_language(|edition, chunk| {
        shown(edition, chunk, SETTLED, |outcome| {
            let text = plain(outcome, &outcome.data.text.sharing, PAGE);
            let sentences = &chunk.case.sentences;
            let guarantee = sentences.guarantee(outcome.page.decision.headline);
            for part in [
                &guarantee.name,
                &format!("{}{}{}", outcome.words.pro_title, outcome.words.colon, guarantee.line_for),
                &format!("{}{}{}", outcome.words.contra_title, outcome.words.colon, guarantee.line_against),
                edition.text.how_it_works,
                outcome.words.settled_title,
                outcome.words.because_title,
                edition.text.answers_title,
                &sentences.disclaimer,
                &format!("{PAGE}#{SETTLED}"),
            ] {
                assert!(text.contains(part), "{part} is missing in: {text}");
            }
            assert!(text.matches(outcome.words.colon).count() >= 7, "the answers are missing in: {text}");
            is_finished(&text);
        });
    });
}

#[test]
fn the_text_of_an_open_outcome_says_between_what_it_stands_and_what_is_read_another_way() {
    each_language(|edition, chunk| {
        shown(edition, chunk, OPEN, |outcome| {
            let text = plain(outcome, &outcome.data.text.sharing, PAGE);
            let sentences = &chunk.case.sentences;
            let outer = [outcome.page.decision.at_least, outcome.page.decision.at_best];
            for guarantee in outer.into_iter().filter(|it| *it != outcome.page.decision.headline) {
                let name = &sentences.guarantee(guarantee).in_text;
                assert!(!name.is_empty() && text.contains(name), "{text}");
            }
            for reading in [ReadingId(0), ReadingId(4)] {
                let other = &sentences.reading(reading).brief;
                assert!(!other.is_empty() && text.contains(other), "{text}");
            }
            assert!(text.ends_with(&format!("{PAGE}#{OPEN}")), "{text}");
            is_finished(&text);
        });
    });
}

#[test]
fn a_citation_names_title_authors_version_and_permalink() {
    each_language(|edition, chunk| {
        shown(edition, chunk, SETTLED, |outcome| {
            let text = citation(outcome, &outcome.data.text.sharing, PAGE);
            let article = &edition.sentences.article;
            let version = &edition.model.version;
            let parts = [&edition.sentences.title, &article.title, &article.authors, &article.published, version];
            for part in parts {
                assert!(text.contains(part.as_str()), "{part} is missing in: {text}");
            }
            assert!(text.ends_with(&format!("{PAGE}#{SETTLED}")), "{text}");
            is_finished(&text);
        });
    });
}

#[test]
fn a_scanner_reads_the_permalink_from_the_code() {
    let case = case();
    let longest = longest(&case.model);
    let far = format!("https://{}.example.org/{}/en/", "tool".repeat(10), "folder/".repeat(6));
    for address in [
        PAGE.to_owned(),
        format!("{PAGE}#{SETTLED}"),
        format!("http://127.0.0.1:8080/uk/#{OPEN}"),
        format!("{PAGE}#{longest}"),
        format!("{far}#{longest}"),
    ] {
        assert_eq!(scanned(&address), address);
    }
}

#[test]
fn an_address_that_no_code_holds_has_none() {
    assert!(qr_code::code(&"x".repeat(4_000)).is_none());
}

/// Every outcome, settled and open, with no answers and with all of them, however wide the letters run.
#[test]
fn nothing_on_a_picture_is_clipped_or_lies_over_something_else() {
    each_language(|edition, chunk| {
        let model = &edition.model;
        let all: Vec<ReadingId> = ReadingId::all(model.readings.len()).collect();
        let mut fragments = vec![String::new(), longest(model)];
        let table = Table::build(model, Readings::BASE);
        for guarantee in model.guarantee_ids() {
            let Some(world) = table.canonical_worlds(guarantee).first() else { continue };
            let answers: Vec<_> =
                model.question_ids().filter_map(|it| Some((it, table.rules.space.answer(*world, it)?))).collect();
            fragments.push(permalink::format(model, &answers, &[]));
            fragments.push(permalink::format(model, &answers, &all));
            fragments.push(permalink::format(model, &answers[..2], &[]));
        }
        for fragment in fragments {
            shown(edition, chunk, &fragment, |outcome| {
                for (page, letter) in [(PAGE, 0.52), (&format!("https://{}.org/", "x".repeat(120)), 0.62)] {
                    let card = Card::of(outcome, &outcome.data.text.sharing, page);
                    for format in Format::ALL {
                        has_room(&card, format, letter, &fragment);
                    }
                }
            });
        }
    });
}

#[test]
fn answers_without_room_are_counted() {
    let (edition, chunk) = &both()[0];
    shown(edition, chunk, &longest(&edition.model), |outcome| {
        let mut card = Card::of(outcome, &outcome.data.text.sharing, PAGE);
        let all = card.answers.len();
        card.answers = card.answers.iter().map(|(it, said)| (it.clone(), said.repeat(5))).collect();
        let texts = texts(&card.arrange(Format::Wide, &|text, _, size| width(text, size, 0.5)));
        let shown = card.answers.iter().filter(|it| texts.contains(&format!("{}:", it.0))).count();
        assert!((4..all).contains(&shown), "{shown} of {all}");
        assert!(texts.contains(&card.more[all - shown - 1]), "{texts}");
    });
}

#[test]
fn pictures_have_the_colours_and_typefaces_of_the_page_by_day() {
    let tokens = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/tokens.css")).expect("tokens");
    for (name, colour) in [("ground", GROUND), ("ink", INK), ("muted", MUTED), ("rule-strong", RULE)] {
        assert!(tokens.contains(&format!("--{name}: light-dark({colour},")), "{name}");
    }
    for (index, colour) in STEPS.iter().enumerate() {
        assert!(tokens.contains(&format!("--step-{}: light-dark({colour},", index + 1)), "step {}", index + 1);
    }
    assert!(tokens.contains(&format!("--serif: {SERIF};")) && tokens.contains(&format!("--sans: {SANS};")));
}

#[test]
fn another_outcome_begins_anew() {
    let (edition, _) = &both()[0];
    let told = Action::Share(ShareAction::Ended(Content::Link, ShareResult::CopyRefused));
    let state = arrived(edition, SETTLED).after(told);
    assert_eq!(state.reader.share.refused(), Some(Content::Link));
    let ladder = state.after(Action::ToggleLadder);
    assert_eq!(ladder.reader.share.refused(), Some(Content::Link), "what is passed on is the same");
    let other = state.after(Action::ToggleReading(ReadingId(0)));
    assert_eq!(other.reader.share, ShareState::default());
    let told = Action::Share(ShareAction::Ended(Content::Link, ShareResult::CopyRefused));
    assert_eq!(other.after(told.clone()).after(Action::Undo).reader.share, ShareState::default());
    let elsewhere = Arrival { link: permalink::parse(&edition.model, "war=dictated"), ..Arrival::default() };
    assert_eq!(state.after(told).after(Action::Arrive(elsewhere)).reader.share, ShareState::default());
    assert_eq!(Device::default().address, "");
}

/// Decodes the code of an address as a telephone would: from the boxes of its drawing.
fn scanned(address: &str) -> String {
    const PIXELS: usize = 4;
    let code = qr_code::code(address).expect("permalinks are short enough");
    let side = usize::try_from(code.size()).expect("a size is positive") + 8;
    let mut dark = vec![false; side * side];
    for part in qr_code::path(&code).split('z').filter(|it| !it.is_empty()) {
        let numbers: Vec<usize> =
            part.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
        let [x, y, length, 1, back] = numbers[..] else { panic!("{part} is no box") };
        assert_eq!(length, back, "{part}");
        dark[y * side + x..][..length].fill(true);
    }
    let light = |x: usize, y: usize| if dark[y / PIXELS * side + x / PIXELS] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, light);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1, "one code for {address}");
    let (meta, content) = grids[0].decode().expect("the code can be read");
    // As the format's two bits have it: 1 is L, the only level below M.
    assert_ne!(meta.ecc_level, 1, "the code of {address}");
    content
}

/// Checks that a picture keeps within its margins, that no two of its texts meet, and that it has its disclaimer.
fn has_room(card: &Card, format: Format, letter: f64, why: &str) {
    let width_of = |text: &str, face: Face, size: f64| {
        width(text, size, if matches!(face, Face::SerifBold | Face::SansBold) { letter * 1.08 } else { letter })
    };
    let shapes = card.arrange(format, &width_of);
    let (right, bottom) = format.size();
    let boxes: Vec<(&str, [f64; 4])> = shapes
        .iter()
        .filter_map(|it| match it {
            Shape::Fill { .. } => None,
            Shape::Line { x, y, text, face, size, .. } => {
                let wide = width_of(text, *face, *size);
                (!text.is_empty()).then_some((text.as_str(), [*x, y - 0.72 * size, x + wide, y + 0.2 * size]))
            }
        })
        .collect();
    for (index, (text, one)) in boxes.iter().enumerate() {
        let within = one[0] >= 40.0 && one[1] >= 40.0;
        let within = within && one[2] <= f64::from(right) - 40.0 && one[3] <= f64::from(bottom) - 20.0;
        assert!(within, "{format:?} of {why}: {text} is clipped at {one:?}");
        for (other, two) in &boxes[index + 1..] {
            let apart = one[2] <= two[0] || two[2] <= one[0] || one[3] <= two[1] || two[3] <= one[1];
            assert!(apart, "{format:?} of {why}: {text} {one:?} meets {other} {two:?}");
        }
    }
    let texts = texts(&shapes);
    let whole = |it: &str| texts.replace(' ', "").contains(&it.replace(' ', ""));
    assert!(whole(&card.disclaimer), "{format:?} of {why} goes without its disclaimer");
    assert!(whole(&card.name) && whole(&card.what) && whole(&card.address), "{format:?} of {why}");
    assert!(card.sides.iter().all(|(_, line)| whole(line)), "{format:?} of {why} hides what speaks for and against");
    assert!(card.readings.as_ref().is_none_or(|it| whole(it)), "{format:?} of {why} hides its readings");
}

fn width(text: &str, size: f64, letter: f64) -> f64 {
    text.chars().count() as f64 * size * letter
}

fn texts(shapes: &[Shape]) -> String {
    let text = |it: &Shape| match it {
        Shape::Fill { .. } => None,
        Shape::Line { text, .. } => Some(text.clone()),
    };
    shapes.iter().filter_map(text).collect::<Vec<_>>().join(" ")
}

/// The longest of all permalinks: to every question the answer with the longest id, and every reading switched.
fn longest(model: &Model) -> String {
    let longest = |it: QuestionId| {
        let answers = &model.question(it).answers;
        (0..answers.len()).max_by_key(|index| answers[*index].len()).map(|index| (it, index as u8))
    };
    let answers: Vec<_> = model
        .question_ids()
        .filter_map(longest)
        .map(|(it, index)| (it, which_guarantee::case::AnswerId(index)))
        .collect();
    permalink::format(model, &answers, &ReadingId::all(model.readings.len()).collect::<Vec<_>>())
}

/// Nothing is left to be filled in.
fn is_finished(text: &str) {
    assert!(!text.contains(['{', '}']), "{text}");
}

/// As a browser has them once the outcome's page is there.
fn both() -> Vec<(&'static Edition, OutcomeChunk)> {
    let with_later = |(edition, outcome_data): (WholeEdition, OutcomeData)| {
        let (edition, outcome_data) = (edition.first_load().lasting(), Box::leak(Box::new(outcome_data)));
        (edition, OutcomeChunk::of(outcome_data, edition, ShareCapabilities::default(), yew::Callback::noop()))
    };
    editions(&case()).into_iter().map(with_later).collect()
}

fn each_language(check: impl Fn(&'static Edition, &OutcomeChunk)) {
    for (edition, chunk) in both() {
        check(edition, &chunk);
    }
}

/// The state of a reader who came by a link.
fn arrived(edition: &'static Edition, fragment: &str) -> State {
    let link = permalink::parse(&edition.model, fragment);
    State::start(edition).after(Action::Arrive(Arrival { link, has_place: true, ..Arrival::default() }))
}

fn shown(edition: &'static Edition, chunk: &OutcomeChunk, fragment: &str, check: impl Fn(&OutcomeModel)) {
    let evaluated = Evaluated::start(edition, arrived(edition, fragment));
    let page = evaluated.page();
    let reasons = reasons(page.table, page.decision.answers);
    check(&OutcomeModel::of(&page, chunk, None, &reasons));
}
