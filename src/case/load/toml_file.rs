//! One TOML file of a case, taken apart entry by entry, so that one bad entry does not hide the next.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use crate::case::load::{
    odd_characters::{Oddity, column, meant, name, oddity, stands_for},
    problem::{CaseFile, Place, Problem},
    schema::Placed,
};

/// A parsed file whose entries are taken one by one, so that one bad entry does not hide the next.
pub struct Document<'a> {
    pub file: &'a CaseFile,
    table: DeTable<'a>,
    /// Keys that stand at the top, before any entry.
    tops: Vec<String>,
    /// Ids of entries that do not fit the schema.
    pub unreadable: Vec<String>,
    pub problems: Vec<Problem>,
}

impl<'a> Document<'a> {
    /// Parses a file by its name. None, and problems, where the file is missing or is no TOML.
    pub fn open(files: &'a [CaseFile], name: &str, problems: &mut Vec<Problem>) -> Option<Self> {
        let Some(file) = files.iter().find(|it| it.name == name) else {
            problems.push(Problem {
                place: Place { file: name.to_owned(), span: 0..0 },
                says: format!("The file {name} is missing from the case."),
                remedy: format!("Put {name} back; the other cases in version control show its form."),
            });
            return None;
        };
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        if errors.is_empty() {
            return Some(Document {
                file,
                table: table.into_inner(),
                tops: Vec::new(),
                unreadable: Vec::new(),
                problems: Vec::new(),
            });
        }
        problems.extend(syntax_problems(file, &errors));
        None
    }

    /// The text under a key at the top; None and a problem where there is none, with an example in the remedy.
    pub fn string(&mut self, key: &str, example: &str) -> Option<Placed> {
        self.tops.push(key.to_owned());
        let found = self.table.remove(key);
        let span = found.as_ref().map_or(0..0, Spanned::span);
        let wrong = if found.is_none() { "is missing" } else { "must be a text" };
        let text = found.and_then(|it| it.get_ref().as_str().map(str::to_owned));
        if text.is_none() {
            let remedy = format!("Write {key} = \"{example}\" at the top.");
            self.problem(span.clone(), format!("`{key}` {wrong}."), remedy);
        }
        text.map(|it| Spanned::new(span, it))
    }

    /// Whether there is a value under a key at the top that has not been taken.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// All entries `[[key]]` that fit the schema; the others become problems.
    pub fn list<T: DeserializeOwned>(&mut self, key: &str) -> Vec<T> {
        let Some(value) = self.table.remove(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(entries) = value.into_inner() else {
            self.problem(span, format!("`{key}` must be a list."), format!("Begin each entry with [[{key}]]."));
            return Vec::new();
        };
        let mut made = Vec::new();
        for entry in entries {
            let entry_span = entry.span();
            let id = entry.get_ref().get("id").and_then(|it| it.get_ref().as_str()).map(str::to_owned);
            match T::deserialize(ValueDeserializer::from(entry)) {
                Ok(it) => made.push(it),
                Err(error) => {
                    self.unreadable.extend(id);
                    let remedy = misfit(error.message(), &self.tops).unwrap_or_else(|| "Compare it with its neighbours, or with “Every entry of a case” in GUIDE.md; text and dates stand in quotes.".to_owned());
                    self.problem(
                        error.span().unwrap_or(entry_span),
                        format!("This [[{key}]] can't be read: {}.", error.message().trim_end_matches('.')),
                        remedy,
                    );
                }
            }
        }
        made
    }

    /// The one table `[key]`; none where it is missing or does not fit the schema, which becomes a problem.
    pub fn entry<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let value = self.table.remove(key)?;
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(it) => Some(it),
            Err(error) => {
                let remedy = misfit(error.message(), &self.tops);
                self.problem(
                    error.span().unwrap_or(span),
                    format!("[{key}] can't be read: {}.", error.message().trim_end_matches('.')),
                    remedy.unwrap_or_else(|| "The comment above it says what belongs in.".to_owned()),
                );
                None
            }
        }
    }

    /// Reports every key that nobody has taken out.
    pub fn nothing_else(&mut self) {
        for (key, value) in std::mem::take(&mut self.table) {
            let span = if key.span().is_empty() { value.span() } else { key.span() };
            self.problem(
                span,
                format!("`{}` is not a part of {}.", key.get_ref(), self.file.name),
                "Correct its spelling or remove it.".to_owned(),
            );
        }
    }

    fn problem(&mut self, span: Range<usize>, says: String, remedy: String) {
        self.problems.push(Problem { place: Place { file: self.file.name.clone(), span }, says, remedy });
    }
}

/// The mistakes against TOML itself; one character that causes several is named once.
pub fn syntax_problems(file: &CaseFile, errors: &[toml::de::Error]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for it in errors.iter().map(|it| syntax_problem(file, it)) {
        if !problems.contains(&it) {
            problems.push(it);
        }
    }
    problems
}

fn syntax_problem(file: &CaseFile, error: &toml::de::Error) -> Problem {
    let text = file.text.as_str();
    let message = error.message().trim_end_matches('.');
    let span = error.span().unwrap_or(0..0);
    let line = line_at(text, span.start);
    let before = line_at(text, line.start.saturating_sub(1));
    let problem = |span: Range<usize>, says: String, remedy: String| Problem {
        place: Place { file: file.name.clone(), span },
        says: format!("This is not TOML: {says}."),
        remedy,
    };
    if let Some((at, it)) = stray(text, &line).or_else(|| stray(text, &before)) {
        let says = format!("{} stands at column {}", name(it), column(text, at));
        return problem(at..at + it.len_utf8(), says, stray_remedy(it, &text[at + it.len_utf8()..]));
    }
    if let Some(at) = inner_quote(&text[line.clone()]).map(|it| line.start + it) {
        let says = format!("the straight quote at column {} ends the sentence", column(text, at));
        let remedy = "Inside a sentence write curly quotes, “ ” or « », or a backslash before each straight one: \\\".";
        return problem(at..at + 1, says, remedy.to_owned());
    }
    if message.contains("escape") {
        let says = "a backslash has a meaning of its own in a text".to_owned();
        return problem(span, says, "Write \\\\ for the backslash itself.".to_owned());
    }
    if let Some(heading) = unquoted_heading(&text[line.clone()]) {
        let says = "a key with other characters than English letters, digits, _ and - needs quotes".to_owned();
        return problem(span, says, format!("Write {heading} here."));
    }
    let remedy = if message.contains("duplicate") {
        "It stands in this file twice; remove one of the two."
    } else {
        "Look for a missing quote, bracket or equals sign here or just before."
    };
    problem(span, message.to_owned(), remedy.to_owned())
}

/// The line around a place, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text.as_bytes()[..at].iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
    let end = text.as_bytes()[at..].iter().position(|it| *it == b'\n').map_or(text.len(), |it| at + it);
    start..end
}

/// The first character on a line, outside of texts and comments, that TOML has no use for; or the curly quote that was
/// meant to end a text.
fn stray(text: &str, line: &Range<usize>) -> Option<(usize, char)> {
    const MARKS: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];
    let mut open: Option<&str> = None;
    // A mark of byte order at the beginning of a file is allowed.
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while at < line.end {
        let rest = &text[at..];
        let first = rest.chars().next()?;
        at += match open {
            Some(mark) if rest.starts_with(mark) => {
                open = None;
                mark.len()
            }
            Some(mark) if first == '\n' && mark.len() == 1 => {
                open = None;
                1
            }
            Some(mark) if first == '\\' && mark.starts_with('"') => {
                1 + rest[1..].chars().next().filter(|it| *it != '\n').map_or(0, char::len_utf8)
            }
            Some(_) => first.len_utf8(),
            None => match MARKS.into_iter().find(|it| rest.starts_with(it)) {
                Some(mark) => {
                    open = Some(mark);
                    mark.len()
                }
                None if first == '#' => rest.find('\n').unwrap_or(rest.len()),
                None if oddity(first).is_some() && line.contains(&at) => return Some((at, first)),
                None => first.len_utf8(),
            },
        };
    }
    open.filter(|it| it.len() == 1)?;
    let is_quote = |it: char| oddity(it) == Some(Oddity::Quote);
    let (at, it) = text[line.clone()].char_indices().rfind(|(_, it)| is_quote(*it))?;
    let behind = &text[line.start + at + it.len_utf8()..line.end];
    // A curly quote further inside belongs to the sentence.
    behind.chars().all(|it| it.is_whitespace() || matches!(it, ',' | ']' | '}')).then_some((line.start + at, it))
}

fn stray_remedy(it: char, behind: &str) -> String {
    let stands_before_a_value = behind.trim_start().starts_with(|it: char| "\"'[{".contains(it) || it.is_ascii_digit());
    match (oddity(it), stands_for(it)) {
        (Some(Oddity::Blank), _) => "Write an ordinary space in its place, or nothing.".to_owned(),
        (Some(Oddity::Invisible | Oddity::Mark), _) => {
            "Remove it: delete the two characters around it as well and type them anew.".to_owned()
        }
        (Some(Oddity::Quote), _) => "Write \" in its place: texts begin and end with straight quotes.".to_owned(),
        (Some(Oddity::Dash), _) if stands_before_a_value => "Write = between a key and its value.".to_owned(),
        (_, Some(ordinary)) => format!("Write {ordinary} in its place."),
        (_, None) => {
            "Outside of quotes there are only English letters, digits and signs; write such, or add the quotes."
                .to_owned()
        }
    }
}

/// The quote on a line that ends a text too early: a word follows, and another quote.
fn inner_quote(line: &str) -> Option<usize> {
    let mut is_open = false;
    let mut letters = line.char_indices();
    while let Some((at, it)) = letters.next() {
        match it {
            '\\' if is_open => {
                letters.next();
            }
            '"' => {
                is_open = !is_open;
                let behind = line[at + 1..].trim_start();
                let word = behind.trim_start_matches(|it: char| it.is_ascii_alphanumeric() || it == '_' || it == '-');
                let begins_a_word = behind.starts_with(|it: char| !",]}#=.\"'".contains(it));
                if !is_open && begins_a_word && behind.contains('"') && !word.trim_start().starts_with('=') {
                    return Some(at);
                }
            }
            '#' if !is_open => return None,
            _ => {}
        }
    }
    None
}

/// A heading whose keys lack their quotes, with them.
fn unquoted_heading(line: &str) -> Option<String> {
    let keys = line.trim().strip_prefix('[')?.strip_suffix(']')?;
    if keys.starts_with('[') || keys.contains(['"', '\'', '=']) {
        return None;
    }
    let path = keys.split('.').fold(String::new(), |path, key| join(&path, key.trim()));
    (path != keys).then(|| format!("[{path}]"))
}

/// The remedy for an entry that does not fit the schema, if the parser's message allows one.
fn misfit(message: &str, tops: &[String]) -> Option<String> {
    let mut words = message.split('`').skip(1).step_by(2);
    let wrong = words.next()?;
    if !message.starts_with("unknown ") {
        return None;
    }
    if tops.iter().any(|it| it == wrong) {
        return Some(format!("Move the line with {wrong} to the top of the file, above the first [heading]."));
    }
    meant(wrong, words).map(|near| format!("Did you mean `{near}`?"))
}

/// The path of a key inside a table, as TOML wants it written.
pub fn join(path: &str, key: &str) -> String {
    let is_bare = !key.is_empty() && key.chars().all(|it| it.is_ascii_alphanumeric() || it == '_' || it == '-');
    let key = if is_bare { key.to_owned() } else { quoted(key) };
    if path.is_empty() { key } else { format!("{path}.{key}") }
}

/// A text between straight quotes, as TOML wants it written.
pub fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|it| match it {
        '"' | '\\' => format!("\\{it}"),
        it if it.is_control() => format!("\\u{:04X}", u32::from(it)),
        it => it.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
