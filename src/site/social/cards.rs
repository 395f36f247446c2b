//! The pictures that social networks show beside a link: one for the tool and one for every guarantee, in every
//! language. They are laid out like the picture that readers share, and drawn when the site is built.

use std::{collections::BTreeMap, path::Path, sync::Mutex, thread};

use crate::{
    case::{GuaranteeId, load::publisher::Publisher},
    site::{
        failure::Failure,
        files::{SiteFile, short_hash},
        html::head::Picture,
        pages::guarantee::kicker,
        routes::{self, CARDS},
        social::rasterize::{FontFiles, Painter},
    },
    text::{Interface, all, fill},
    view::{
        chrome::masthead::credit,
        edition::from_case::WholeEdition,
        scale::step_of,
        share::{
            card::{Card, Mark},
            plain_text::short_address,
            state::Format,
        },
    },
};

/// The subject of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Tool,
    Guarantee(GuaranteeId),
}

/// All pictures, by locale and subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<(String, Subject), Picture>);

impl Pictures {
    pub fn of(&self, locale: &str, subject: Subject) -> &Picture {
        self.0.get(&(locale.to_owned(), subject)).expect("every subject has its picture in every language")
    }
}

/// Draws every picture.
///
/// # Errors
/// A font that is missing, or a letter that the fonts do not have.
pub fn pictures(
    root: &Path,
    editions: &[&WholeEdition],
    publisher: &Publisher,
) -> Result<(Pictures, Vec<SiteFile>), Failure> {
    let fonts = FontFiles::read(root)?;
    let interfaces = all();
    let wanted: Vec<(&WholeEdition, &Interface, Subject)> = editions
        .iter()
        .filter_map(|edition| {
            let interface = interfaces.iter().find(|it| it.text.locale == edition.text.locale)?;
            Some(subjects(edition).into_iter().map(move |it| (*edition, interface, it)))
        })
        .flatten()
        .collect();
    let drawn = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for part in wanted.chunks(wanted.len().div_ceil(threads).max(1)) {
            scope.spawn(|| {
                let made = part.iter().map(|it| picture(&fonts, *it, publisher)).collect::<Vec<_>>();
                drawn.lock().expect("no thread panics while it holds the list").extend(made);
            });
        }
    });
    let mut pictures = Pictures::default();
    let mut files = Vec::new();
    for it in drawn.into_inner().expect("no thread panics while it holds the list") {
        let (key, picture, bytes) = it?;
        files.push(SiteFile { path: picture.path.clone(), bytes });
        pictures.0.insert(key, picture);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((pictures, files))
}

fn subjects(edition: &WholeEdition) -> Vec<Subject> {
    [Subject::Tool].into_iter().chain(edition.case.model.guarantee_ids().map(Subject::Guarantee)).collect()
}

fn picture(
    fonts: &FontFiles,
    (edition, interface, subject): (&WholeEdition, &Interface, Subject),
    publisher: &Publisher,
) -> Result<((String, Subject), Picture, Vec<u8>), Failure> {
    let painter = Painter::of(fonts)?;
    let locale = edition.case.sentences.locale.clone();
    let card = card(edition, interface, subject, publisher);
    let shapes = card.arrange(Format::Wide, &|text, face, size| painter.width_of(text, face, size));
    let (width, height) = Format::Wide.size();
    let bytes = painter.png(&shapes, (width, height))?;
    let name = match subject {
        Subject::Tool => "tool",
        Subject::Guarantee(id) => &edition.case.model.guarantee(id).id,
    };
    // The hash makes networks that keep pictures fetch a changed one.
    let path = format!("{CARDS}{locale}-{name}.{}.png", short_hash(&bytes));
    let alt = match subject {
        Subject::Tool => interface.pages.card.alt_tool,
        Subject::Guarantee(_) => interface.pages.card.alt,
    };
    let alt = fill(alt, &[("name", &card.name)]);
    Ok(((locale, subject), Picture { path, alt, width, height }, bytes))
}

/// The content of a picture. It always includes the disclaimer.
fn card(edition: &WholeEdition, interface: &Interface, subject: Subject, publisher: &Publisher) -> Card {
    let case = &edition.case;
    let model = &case.model;
    let (text, words, pages) = (&interface.text, &interface.outcome_page.outcome, &interface.pages);
    let steps: Vec<GuaranteeId> = model.choosable().rev().collect();
    let total = steps.len().to_string();
    let mark = |it: &GuaranteeId| Mark { here: subject == Subject::Guarantee(*it), possible: false };
    let folder = format!("{}{}/", publisher.address, case.sentences.locale);
    let (site, kicker, name, sides, what, here, address) = match subject {
        Subject::Tool => (
            fill(pages.card.tool, &[("published", &case.sentences.article.published)]),
            credit(&case.sentences.article, text),
            case.sentences.title.clone(),
            Vec::new(),
            case.sentences.standfirst.clone(),
            text.count(pages.card.scale, steps.len() as u32),
            folder,
        ),
        Subject::Guarantee(id) => {
            let sentences = case.sentences.guarantee(id);
            let place =
                step_of(model, id).map(|it| fill(words.scale_step, &[("n", &it.to_string()), ("total", &total)]));
            (
                case.sentences.title.clone(),
                kicker(model.guarantee(id), &pages.guarantee).to_owned(),
                sentences.name.clone(),
                vec![
                    (format!("{}{}", words.pro_title, words.colon.trim_end()), sentences.line_for.clone()),
                    (format!("{}{}", words.contra_title, words.colon.trim_end()), sentences.line_against.clone()),
                ],
                sentences.what.clone(),
                place.unwrap_or_else(|| pages.guarantee.never_step.to_owned()),
                folder + &routes::guarantee(&model.guarantee(id).id),
            )
        }
    };
    Card {
        site,
        kicker,
        name,
        sides,
        what,
        scale: steps.iter().map(mark).collect(),
        legend: [words.scale_weakest.to_owned(), here, words.scale_strongest.to_owned()],
        settled: Vec::new(),
        answers_title: String::new(),
        answers: Vec::new(),
        colon: words.colon.trim_end(),
        more: Vec::new(),
        readings: None,
        disclaimer: case.sentences.disclaimer.clone(),
        address: short_address(&address).to_owned(),
    }
}
