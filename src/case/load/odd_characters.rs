//! Characters that look like others or like nothing: letters of another alphabet, curly quotes, blanks that no eye sees.
//! Messages name them, because looking does not help, and guess which id was meant.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_script::{Script, UnicodeScript};
use unicode_security::skeleton;

use crate::case::load::problem::Problem;

/// The longest echo that is taken for a word of the author's.
const LONGEST_WORD: usize = 60;

/// How a character that is easily taken for another one is dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A space that is not the ordinary one.
    Blank,
    /// Nothing that can be seen.
    Invisible,
    Quote,
    Dash,
    /// A mark that is put on the letter before it.
    Mark,
    /// A letter, digit or sign of another alphabet or width.
    Foreign,
}

/// None for the characters that ids, keys and signs of TOML are made of.
pub fn oddity(it: char) -> Option<Oddity> {
    Some(match it {
        ' '..='~' | '\t' | '\n' | '\r' => return None,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Oddity::Blank,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Oddity::Invisible,
        it if it.is_control() => Oddity::Invisible,
        '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2036}' | '«' | '»' | '‹' | '›' | '´' | '＂' | '＇' => {
            Oddity::Quote
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Oddity::Dash,
        it if is_combining_mark(it) => Oddity::Mark,
        _ => Oddity::Foreign,
    })
}

/// The character by its name and number: "Cyrillic р (U+0440)", "a no-break space (U+00A0)".
pub fn name(it: char) -> String {
    let code = format!("U+{:04X}", u32::from(it));
    let what = match it {
        ' ' => "a space",
        '\t' => "a tab",
        '\n' | '\r' => "the end of a line",
        '\u{a0}' => "a no-break space",
        '\u{202f}' => "a narrow no-break space",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' | '\u{200d}' => "a zero-width joiner",
        '\u{2060}' => "a word joiner",
        '\u{feff}' => "a byte order mark",
        '\u{ad}' => "a soft hyphen",
        '\u{2028}' | '\u{2029}' => "a line separator",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "a direction mark",
        '\u{2010}' | '\u{2011}' => "a typographic hyphen",
        '\u{2212}' => "a minus sign",
        '\u{2032}'..='\u{2036}' => "a prime",
        '«' | '»' | '‹' | '›' => "an angle quote",
        '´' => "an accent",
        '،' => "an Arabic comma",
        '\u{301}' => "a stress mark",
        '\u{ff01}'..='\u{ff5e}' => "full-width",
        _ => "",
    };
    match (what, oddity(it)) {
        (what, Some(Oddity::Blank | Oddity::Invisible | Oddity::Mark) | None) if !what.is_empty() => {
            format!("{what} ({code})")
        }
        (_, Some(Oddity::Blank)) => format!("an unusual space ({code})"),
        (_, Some(Oddity::Invisible)) => format!("an invisible character ({code})"),
        (_, Some(Oddity::Mark)) => format!("a mark on the letter before it ({code})"),
        ("", Some(Oddity::Quote)) => format!("a curly quote {it} ({code})"),
        ("", Some(Oddity::Dash)) => format!("a dash {it} ({code})"),
        ("", _) => match it.script() {
            Script::Common | Script::Inherited | Script::Unknown => format!("{it} ({code})"),
            script => format!("{} {it} ({code})", script.full_name()),
        },
        (what, _) => format!("{what} {it} ({code})"),
    }
}

/// The ordinary character that this one is taken for.
pub fn stands_for(it: char) -> Option<char> {
    match oddity(it)? {
        Oddity::Quote => Some('"'),
        Oddity::Dash => Some('-'),
        Oddity::Blank => Some(' '),
        Oddity::Invisible | Oddity::Mark => None,
        Oddity::Foreign if it == '،' => Some(','),
        Oddity::Foreign => {
            let alike = looks(&it.to_string());
            let mut letters = alike.chars();
            letters.next().filter(|it| it.is_ascii_graphic() && letters.next().is_none())
        }
    }
}

/// The visual skeleton of a word: two words with equal skeletons cannot be told apart by eye.
pub fn looks(word: &str) -> String {
    let seen: String = word.nfkc().filter(|it| oddity(*it) != Some(Oddity::Invisible)).collect();
    let alike: String = skeleton(seen.trim()).collect();
    alike.chars().map(|it| if oddity(it) == Some(Oddity::Dash) { '-' } else { it }).collect()
}

/// The first character of an id, a key or a value that nobody would expect in it, as a clause:
/// "the 4th character of `usрromise` is Cyrillic р (U+0440)".
pub fn describe(word: &str) -> Option<String> {
    let (first, last) = (word.len() - word.trim_start_matches(' ').len(), word.trim_end_matches(' ').len());
    let is_odd = |at: usize, it: char| match it {
        ' ' => at < first || at >= last,
        it => !it.is_ascii_graphic(),
    };
    let (count, (_, it)) = word.char_indices().enumerate().find(|(_, (at, it))| is_odd(*at, *it))?;
    Some(format!("the {} character of `{word}` is {}", ordinal(count + 1), name(it)))
}

/// Adds to a problem which character of the echoed word is not what it seems to be.
pub fn named(problem: &mut Problem) {
    let words = problem.says.split('`').skip(1).step_by(2);
    let found = words.filter(|it| it.chars().count() <= LONGEST_WORD).find_map(describe);
    let is_said = problem.remedy.contains("(U+") || problem.says.contains("(U+");
    if let Some(clause) = found.filter(|_| !is_said) {
        problem.remedy = format!("{} {}.", problem.remedy, capital(&clause));
    }
}

/// A clause as a sentence begins.
pub fn capital(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The first character of a sentence that readers can't see, or that pictures and fonts can't show, with what to do.
pub fn in_sentence(sentence: &str) -> Option<(String, String)> {
    let (count, it) = sentence
        .chars()
        .enumerate()
        .find(|(_, it)| matches!(oddity(*it), Some(Oddity::Invisible | Oddity::Mark)) && !matches!(it, '\n' | '\r'))?;
    let remedy = if oddity(it) == Some(Oddity::Mark) {
        "Remove the mark, or write the letter with its mark as one character; fonts and searches know no other."
    } else {
        "Remove it: delete the two characters around it as well and type them anew."
    };
    let before: String = sentence.chars().take(count).collect();
    let near = before.split_whitespace().next_back().unwrap_or_default();
    Some((format!("{}, behind `{near}`", name(it)), remedy.to_owned()))
}

/// The id in `known` that an editor may have meant, as the end of a remedy.
pub fn meant<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let seen = looks(wrong);
    known
        .map(|it| (strsim::jaro_winkler(wrong, it).max(strsim::jaro_winkler(&seen, &looks(it))), it))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, it)| it)
}

/// The column of a place, as editors count: in characters, from 1.
pub fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    text[start..at].chars().count() + 1
}

fn ordinal(count: usize) -> String {
    let ending = match (count % 100, count % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{count}{ending}")
}
