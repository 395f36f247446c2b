//! The permalink: answers and switched readings as a URL fragment, the same in every language.
//! Public contract: `war=armistice&us=troops`, in question order, open answers left out,
//! `readings=J1,J3` where switched, and `v=1` understood. What is unknown is dropped and counted.
//! Links of earlier versions are read by the names that things had then.
//!
//! `open=comparison` names a folded part of the outcome's page. It says nothing about answers (see `value`).
//!
//! Within one visit (a change of language, the browser's history) the place in the walk travels along:
//! `unsure=us,backing` for questions left at "not sure" and `at=land` for the question on show.

use crate::case::{AnswerId, Model, QuestionId, ReadingId};

/// The content of a fragment, as far as the model knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Permalink {
    /// In question order, at most one answer a question.
    pub answers: Vec<(QuestionId, AnswerId)>,
    /// In the model's order, each once.
    pub readings: Vec<ReadingId>,
    /// Questions left at "not sure", in question order, each once.
    pub unsure: Vec<QuestionId>,
    /// The question on show; none for the outcome.
    pub at: Option<QuestionId>,
    /// Parts that mean nothing here: unknown keys and values, repeated keys, broken text.
    pub dropped: u8,
}

/// Reads a fragment, with or without its `#`. Never fails: what can't be read is counted in `dropped`.
/// Of a repeated key the first readable value counts, and a question named as "not sure" has its value with that.
/// Damage by mails, chats and networks is undone first (see `undamaged`), and their additions are ignored.
pub fn parse(model: &Model, fragment: &str) -> Permalink {
    read(model, &undamaged(fragment))
}

/// The parts of a fragment that are counted as dropped: each with its key and its value, which may be empty.
pub fn unknown(model: &Model, fragment: &str) -> Vec<(String, String)> {
    let mut unknown = Vec::new();
    read_telling(model, &undamaged(fragment), |key, value| unknown.push((key.to_owned(), value.to_owned())));
    unknown
}

/// Reads a text in which nothing has to be undone.
pub(super) fn read(model: &Model, text: &str) -> Permalink {
    let mut dropped = 0_usize;
    let mut link = read_telling(model, text, |_, _| dropped += 1);
    link.dropped = u8::try_from(dropped).unwrap_or(u8::MAX);
    link
}

/// `lost` hears the key and the value of every part that means nothing.
fn read_telling(model: &Model, text: &str, mut lost: impl FnMut(&str, &str)) -> Permalink {
    let mut link = Permalink::default();
    // The part that is being read, whether its value is still to come, and whether it has been counted.
    let (mut key, mut is_bare, mut is_lost) = ("", false, false);
    let mut is_first = true;
    for word in words(text) {
        let Word { before, text: value, .. } = word;
        if is_first || before.bytes().any(|it| matches!(it, b'&' | b'?' | b'#' | b';')) || word.is_key(model) {
            if is_bare && !is_added(model, key) {
                lost(key, "");
            }
            (key, is_bare, is_lost) = (if word.is_value() { "" } else { value }, true, false);
            is_first = false;
            if !word.is_value() {
                continue;
            }
        }
        let is_item = is_bare || before.bytes().any(|it| it == b',');
        let is_key = |it: &str| key.eq_ignore_ascii_case(it);
        let is_known = match () {
            () if is_key("v") => is_bare && value == "1",
            () if is_key("at") => {
                let at = question(model, value).filter(|_| is_bare);
                at.is_some_and(|it| *link.at.get_or_insert(it) == it)
            }
            () if is_key("unsure") && is_item => {
                let open = |it: &QuestionId| link.answers.iter().all(|(question, _)| question != it);
                is_lost = false;
                put_once(&mut link.unsure, question(model, value).filter(open))
            }
            () if is_key("readings") && is_item => {
                is_lost = false;
                put_once(&mut link.readings, reading(model, value))
            }
            () if is_added(model, key) => true,
            () => match answer(model, key, value) {
                Some((question, answer))
                    if is_bare
                        && link.answers.iter().all(|it| it.0 != question)
                        && !link.unsure.contains(&question) =>
                {
                    put(&mut link.answers, (question, answer));
                    true
                }
                _ => false,
            },
        };
        is_bare = false;
        if !is_known && !is_lost {
            lost(key, value);
            is_lost = true;
        }
    }
    if is_bare && !is_added(model, key) {
        lost(key, "");
    }
    link
}

/// The key of a folded part of the outcome's page.
pub const OPEN: &str = "open";

/// The first value of a key in a fragment, whatever the key stands for.
pub fn value(fragment: &str, key: &str) -> Option<String> {
    let text = undamaged(fragment);
    let mut words = words(&text);
    words.find(|it| it.names() && it.text.eq_ignore_ascii_case(key))?;
    words.next().filter(Word::is_value).map(|it| it.text.to_owned())
}

/// Keys that networks, newsletters and skip links put into an address; one that ends with `_` stands for all that begin
/// with it. They say nothing about answers.
const ADDED: [&str; 25] = [
    "utm_", "mc_", "pk_", "mtm_", "hsa_", "ref_", "_hs", "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid",
    "twclid", "ttclid", "yclid", "igshid", "igsh", "xtor", "ref", "_ga", "_gl", "si", "main", OPEN,
];

fn is_added(model: &Model, key: &str) -> bool {
    let begins = |it: &str| key.get(..it.len()).is_some_and(|start| start.eq_ignore_ascii_case(it));
    let is_one = |it: &&str| begins(it) && (key.len() == it.len() || it.ends_with('_') || it.starts_with("_hs"));
    ADDED.iter().any(is_one) && question(model, key).is_none()
}

/// The text without what mails, chats and networks do to it: percent-encoding (up to three times), HTML's and JSON's
/// ways to write `&`, the `=3D` of mail sources, backslashes, characters that nobody sees, a text directive.
pub fn undamaged(text: &str) -> String {
    let mut whole = String::new();
    for piece in text.as_bytes().split(u8::is_ascii_whitespace) {
        let mut bytes = piece.to_vec();
        for _ in 0..3 {
            bytes = decoded(&bytes);
        }
        let mut rest = &bytes[..];
        while let [first, after @ ..] = rest {
            if rest.starts_with(b":~:") {
                break;
            }
            let (sign, length) = match rest {
                // Characters that nobody sees: the soft hyphen, those of no width, marks of direction, the byte order mark.
                [0xc2, 0xad, ..] => (None, 2),
                [0xe2, 0x80, 0x8b..=0x8f | 0xaa..=0xae, ..]
                | [0xe2, 0x81, 0xa0..=0xaf, ..]
                | [0xef, 0xb8, 0x80..=0x8f, ..]
                | [0xef, 0xbb, 0xbf, ..] => (None, 3),
                // The bytes of a character behind the first.
                [0x80..=0xbf, ..] => (None, 1),
                // Blocks of punctuation and signs, as nothing but a quote, and all others as a letter that is in no id.
                [0xc2 | 0xe2 | 0xef..=0xff, ..] | [0xe3, 0x80, ..] => (Some('"'), 1),
                [0xc0..=0xff, ..] => (Some(OTHER), 1),
                _ => (Some(*first as char), 1),
            };
            rest = if length == 1 { after } else { &rest[length..] };
            whole.extend(sign);
        }
        whole.push(' ');
    }
    whole
}

/// A letter of another script than that of ids, which are ASCII.
const OTHER: char = '\u{7f}';

fn decoded(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, after @ ..] = rest {
        rest = if let Some((byte, length)) = escaped(rest) {
            bytes.push(byte);
            &rest[length..]
        } else {
            if *first != b'\\' {
                bytes.push(*first);
            }
            after
        };
    }
    bytes
}

/// Ways to write a character that mean nothing but the character in a link.
const WRITTEN: [(&str, u8); 12] = [
    ("=3D", b'='),
    ("&amp;", b'&'),
    ("&#38;", b'&'),
    ("&#038;", b'&'),
    ("&#x26;", b'&'),
    ("&#61;", b'='),
    ("&quot;", b' '),
    ("&#34;", b' '),
    ("&#39;", b' '),
    ("&lt;", b' '),
    ("&gt;", b' '),
    ("&nbsp;", b' '),
];

/// The byte that is written at the start of this, and how long it is there.
fn escaped(rest: &[u8]) -> Option<(u8, usize)> {
    let digit = |it: u8| (it as char).to_digit(16).map(|it| it as u8);
    match rest {
        [b'%', high, low, ..] => Some((digit(*high)? * 16 + digit(*low)?, 3)),
        [b'\\', b'u', b'0', b'0', high, low, ..] => Some((digit(*high)? * 16 + digit(*low)?, 6)),
        [b'=' | b'&', ..] => {
            let written = WRITTEN.iter().find(|it| rest.starts_with(it.0.as_bytes()))?;
            Some((written.1, written.0.len()))
        }
        _ => None,
    }
}

/// Whether a byte stands around ids and never in one: punctuation, quotes, brackets, blanks.
fn is_around(it: u8) -> bool {
    !it.is_ascii_alphanumeric() && it != b'_' && it != OTHER as u8
}

/// A word of a link, with what stands around it. Letters of any script belong to it: what only looks like an id is none.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    /// Between the word before and this one.
    pub before: &'a str,
    pub text: &'a str,
    pub after: &'a str,
    /// Its start in the whole text.
    pub start: usize,
}

impl Word<'_> {
    /// Whether it stands behind a `=`.
    pub fn is_value(&self) -> bool {
        self.before.bytes().rev().find(|it| *it != b' ') == Some(b'=')
    }

    /// Whether it stands before a `=`, and not between two.
    pub fn names(&self) -> bool {
        !self.is_value() && self.after.bytes().find(|it| *it != b' ') == Some(b'=')
    }

    /// Whether it is a key that means something.
    pub fn is_key(&self, model: &Model) -> bool {
        let own = || ["readings", "unsure", "at", "v"].iter().any(|it| it.eq_ignore_ascii_case(self.text));
        self.names() && (own() || question(model, self.text).is_some())
    }
}

/// The words of a text in which nothing has to be undone; it is ASCII.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        let is_letter = |at: usize| bytes.get(at).is_some_and(|it| !is_around(*it));
        let start = (from..bytes.len()).find(|at| is_letter(*at))?;
        let goes_on = |at: &usize| is_letter(*at) || (bytes.get(*at) == Some(&b'-') && is_letter(at + 1));
        let end = (start..bytes.len()).find(|at| !goes_on(at)).unwrap_or(bytes.len());
        let word = Word { before: text.get(from..start)?, text: text.get(start..end)?, after: text.get(end..)?, start };
        from = end;
        Some(word)
    })
}

/// Puts an item in its place in a list, unless it is there; returns whether there is one.
fn put_once<T: Ord>(list: &mut Vec<T>, item: Option<T>) -> bool {
    let is_some = item.is_some();
    if let Some(item) = item.filter(|it| !list.contains(it)) {
        put(list, item);
    }
    is_some
}

/// Puts an item in its place in a sorted list. Lists are short here, and the library's sort weighs 4 kB in the browser.
fn put<T: Ord>(list: &mut Vec<T>, item: T) {
    list.insert(list.partition_point(|it| *it < item), item);
}

/// Writes answers and readings as a fragment without its `#`; empty where nothing is answered or switched.
pub fn format(model: &Model, answers: &[(QuestionId, AnswerId)], readings: &[ReadingId]) -> String {
    let mut parts: Vec<String> = answers
        .iter()
        .map(|&(question, answer)| {
            let question = model.question(question);
            format!("{}={}", question.id, question.answers[answer.index()])
        })
        .collect();
    if !readings.is_empty() {
        let ids: Vec<&str> = readings.iter().map(|it| model.readings[it.index()].id.as_str()).collect();
        parts.push(format!("readings={}", ids.join(",")));
    }
    parts.join("&")
}

/// Writes the place in the walk, to stand behind the permalink; empty at the outcome with nothing unsure.
pub fn format_place(model: &Model, unsure: &[QuestionId], at: Option<QuestionId>) -> String {
    let mut parts = Vec::new();
    if !unsure.is_empty() {
        let ids: Vec<&str> = unsure.iter().map(|it| model.question(*it).id.as_str()).collect();
        parts.push(format!("unsure={}", ids.join(",")));
    }
    parts.extend(at.map(|it| format!("at={}", model.question(it).id)));
    parts.join("&")
}

pub(super) fn question(model: &Model, id: &str) -> Option<QuestionId> {
    found(|is| {
        let now = model.question_ids().find(|it| is(&model.question(*it).id, id));
        now.or_else(|| model.former.questions.iter().find(|it| is(&it.0, id)).map(|it| it.1))
    })
}

fn answer(model: &Model, owner: &str, answer: &str) -> Option<(QuestionId, AnswerId)> {
    let id = question(model, owner)?;
    let answers = &model.question(id).answers;
    let answer = found(|is| {
        let now = AnswerId::all(answers.len()).find(|it| is(&answers[it.index()], answer));
        now.or_else(|| model.former.answers.iter().find(|it| it.0 == id && is(&it.1, answer)).map(|it| it.2))
    })?;
    Some((id, answer))
}

pub(super) fn reading(model: &Model, id: &str) -> Option<ReadingId> {
    found(|is| {
        let now = model.readings.iter().position(|it| is(&it.id, id)).map(|it| ReadingId(it as u8));
        now.or_else(|| model.former.readings.iter().find(|it| is(&it.0, id)).map(|it| it.1))
    })
}

/// Looks for an id as it is written, then in letters of another size or between the underscores of slanted type.
fn found<T>(find: impl Fn(fn(&str, &str) -> bool) -> Option<T>) -> Option<T> {
    find(|id, word| id == word).or_else(|| find(|id, word| id.eq_ignore_ascii_case(word.trim_matches('_'))))
}
