//! Many permalinks at once, as a group pastes them: whole addresses or only the part behind the `#`, with whatever mails,
//! chats and tables put around them.

use crate::case::{
    Model,
    permalink::{self, Permalink, Word, question, read, reading, undamaged, words},
};

/// A link in what was pasted, or a line without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, blank lines included; of a link that is broken over several lines the first.
    pub number: u32,
    /// Without answers where the line has no link to any.
    pub link: Permalink,
}

/// Reads every line that is not blank. Several links on a line are several, and a link broken over lines is one.
/// The language of an address does not matter, and what stands around a link neither.
pub fn lines(model: &Model, pasted: &str) -> Vec<Line> {
    let mut whole: Vec<(u32, String)> = Vec::new();
    let mut is_after_blank = true;
    for (line, number) in pasted.lines().zip(1..) {
        let line = line.trim();
        let open = whole.last_mut().filter(|_| !is_after_blank);
        is_after_blank = line.is_empty();
        if let Some((joined, open)) = open.and_then(|it| Some((joined(model, &it.1, line)?, it))) {
            open.1 = joined;
        } else if !line.is_empty() {
            whole.push((number, line.to_owned()));
        }
    }
    whole
        .into_iter()
        .flat_map(|(number, line)| on_a_line(model, &line).into_iter().map(move |link| Line { number, link }))
        .collect()
}

/// The first link with answers in a text, or else what the text says.
pub fn first(model: &Model, text: &str) -> Permalink {
    let mut all = lines(model, text);
    let answered = all.iter().position(|it| !it.link.answers.is_empty());
    let first = answered.or_else(|| all.iter().position(|it| !it.link.readings.is_empty())).unwrap_or(0);
    if all.is_empty() { Permalink::default() } else { all.swap_remove(first).link }
}

/// An address that leads on to another (as mail filters make them) ends where the other does: at an `&` that is not
/// encoded like the rest of it.
pub fn without_redirect(address: &str) -> &str {
    let Some(at) = address.find("%23").or_else(|| address.find("%2523")) else { return address };
    let (before, inner) = address.split_at(at);
    let inner = inner.split('&').next().unwrap_or_default();
    let is_encoded = ["%3D", "%3d", "%253D", "%253d"].iter().any(|it| inner.contains(it));
    if before.contains('?') && is_encoded { &address[..at + inner.len()] } else { address }
}

fn on_a_line(model: &Model, line: &str) -> Vec<Permalink> {
    let text = plain(line);
    let mut links: Vec<Permalink> = Vec::new();
    let mut end = 0;
    for run in runs(model, &text) {
        let link = read(model, &text[run.start..run.end]);
        // An address that stands there twice: as what is shown and as where it leads.
        let is_shown = text[end..run.start].contains(['|', '<', '>', '(', ']']) && links.last() == Some(&link);
        if !is_shown {
            links.push(link);
        }
        end = run.end;
    }
    if links.is_empty() {
        links.push(Permalink { dropped: read(model, &text).dropped, ..Permalink::default() });
    }
    links
}

fn plain(line: &str) -> String {
    let pieces: Vec<&str> = line.split_whitespace().map(without_redirect).collect();
    undamaged(&pieces.join(" "))
}

/// The position of a link in a text.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
    /// Has a key of the case.
    is_known: bool,
    /// Its last key is one of a list.
    is_list: bool,
}

fn runs(model: &Model, text: &str) -> Vec<Run> {
    let mut all = Vec::new();
    let mut run: Option<Run> = None;
    for word in words(text) {
        if let Some(open) = run.filter(|it| !goes_on(model, &text[it.start..it.end], it.is_list, word)) {
            all.push(open);
            run = None;
        }
        let is_own = word.text.eq_ignore_ascii_case("readings") || question(model, word.text).is_some();
        let begins = word.names() && (is_own || word.before.contains('#') || word.start == word.before.len());
        if run.is_none() && begins {
            run = Some(Run { start: word.start, end: 0, is_known: false, is_list: false });
        }
        if let Some(run) = &mut run {
            run.end = word.start + word.text.len();
            run.is_known |= word.is_key(model);
            if word.names() {
                run.is_list = ["readings", "unsure"].iter().any(|it| it.eq_ignore_ascii_case(word.text));
            }
        }
    }
    all.extend(run);
    all.retain(|it| it.is_known);
    all
}

/// Whether a link that has come so far has this word, too.
fn goes_on(model: &Model, so_far: &str, is_list: bool, word: Word) -> bool {
    let before = word.before.trim();
    if word.after.starts_with("://") {
        return false;
    }
    if word.is_key(model) && !before.contains('&') {
        let is_said = |it: Word| it.names() && question(model, it.text) == question(model, word.text);
        return !before.contains('#') && !words(so_far).any(is_said);
    }
    let is_item =
        || !word.before.contains(' ') || reading(model, word.text).is_some() || question(model, word.text).is_some();
    let is_joined = matches!(word.before, "#" | "?") || (is_list && before == "," && is_item());
    before.contains('&') || word.is_value() || is_joined
}

/// A line and the next one, where a link is broken between them.
fn joined(model: &Model, line: &str, next: &str) -> Option<String> {
    let next = next.trim_start_matches(['>', ' ', '\t']);
    let (head, tail) = (next.split_whitespace().next()?, line.split_whitespace().next_back()?);
    if head.contains("://") {
        return None;
    }
    let last = |text: &str| {
        let text = plain(text);
        runs(model, &text).last().map(|it| read(model, &text[it.start..it.end]))
    };
    let together = |whole: &str| whole[line.len() - tail.len()..].split_whitespace().next().and_then(last);
    let with = |line: &str| [line, next].concat();
    let Some(so_far) = last(tail) else {
        // Broken within the address, or right behind it.
        let has_hash = |it: &str| it.contains('#') || it.contains("%23");
        let whole = with(line.strip_suffix('=').unwrap_or(line));
        let is_one = together(&whole).is_some_and(|it| known(&it) > 0);
        let is_broken = last(head).is_none() || has_hash(tail) != has_hash(head);
        return (tail.contains("://") && is_one && is_broken).then_some(whole);
    };
    let (end, start) = (undamaged(tail), undamaged(head));
    let is_open = end.trim_end().ends_with(['&', '=']) || start.starts_with(['&', '=']);
    let apart = u32::from(so_far.dropped) + u32::from(permalink::parse(model, head).dropped);
    // A mail's source ends such a line with a `=` of its own.
    let ways = [line.strip_suffix('='), Some(line)].into_iter().flatten().map(with).filter_map(|it| {
        let together = together(&it).unwrap_or_default();
        let (known, dropped) = (known(&together), u32::from(together.dropped));
        let is_one = known >= self::known(&so_far).max(1) && (dropped < apart || (is_open && dropped <= apart));
        is_one.then_some((known, std::cmp::Reverse(dropped), it))
    });
    ways.max_by_key(|it| (it.0, it.1)).map(|it| it.2)
}

/// How much of a link the model knows.
fn known(it: &Permalink) -> usize {
    it.answers.len() + it.readings.len() + it.unsure.len()
}
