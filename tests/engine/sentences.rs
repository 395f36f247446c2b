//! All sentences that readers see, each with the way to it.

use serde::Serialize;
use serde_json::Value;
use which_guarantee::{case::load::Loaded, text};

/// Words and their neighbours in lower case, with one space between them and at either end; placeholders are no words.
pub fn plain(sentence: &str) -> String {
    let mut plain = String::from(" ");
    let sentence: String = sentence.split('{').map(|it| it.split_once('}').map_or(it, |it| it.1)).collect();
    for word in sentence.split(|it: char| !it.is_alphanumeric() && it != '’' && it != '-').filter(|it| !it.is_empty())
    {
        plain.push_str(&word.to_lowercase());
        plain.push(' ');
    }
    plain
}

/// Whether a sentence has these words, whole and one after the other.
pub fn has(sentence: &str, words: &str) -> bool {
    plain(sentence).contains(&plain(words))
}

/// Whether a sentence has a word that begins with this, or words of which the last does.
pub fn has_stem(sentence: &str, stem: &str) -> bool {
    plain(sentence).contains(plain(stem).trim_end())
}

/// Every text with the way to it.
pub fn texts(of: &impl Serialize) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk("", &serde_json::to_value(of).expect("sentences can be told"), &mut found);
    found
}

fn walk(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, it)| walk(&format!("{path}.{index}"), it, found));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, it)| walk(&format!("{path}.{key}"), it, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The sentences of a case in one language; those of the article itself are not ours.
pub fn of_the_case(case: &Loaded, language: usize) -> Vec<(String, String)> {
    let mut found = texts(&case.languages[language]);
    found.extend(dated(case, language));
    found.extend(texts(&case.change_texts[language]));
    found.retain(|it| !it.0.starts_with(".article"));
    found
}

/// The reports of the news and of history.
pub fn dated(case: &Loaded, language: usize) -> Vec<(String, String)> {
    texts(&case.background_texts[language]).into_iter().map(|(path, it)| (format!(".history{path}"), it)).collect()
}

/// Every text of the interface in one language with the name of its field, in the order of the fields.
pub fn of_the_interface(interface: &text::Interface) -> Vec<(String, String)> {
    let told = format!("{interface:#?}").replace("\\u{", "\\u(");
    let field = |line: &str| {
        let (name, said) = line.trim().split_once(": \"").unwrap_or_else(|| ("", line.trim().trim_start_matches('"')));
        Some((name.to_owned(), said.strip_suffix("\",")?.to_owned()))
    };
    told.lines().filter(|it| it.contains('"')).filter_map(field).collect()
}
