//! A message: a sentence with places for values, in as many forms as numbers need.

use serde::Serialize;

use crate::unpack::packed;

packed! {
    /// A sentence that depends on a number; `{n}` stands for it. Which number takes which form, `Text::plural` says.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct Plural {
        pub one: &'static str,
        /// Latvian: CLDR's *other*. Like `many` in a language that has two forms.
        pub few: &'static str,
        /// Where CLDR has no *many*: its *other*; in Latvian *zero*.
        pub many: &'static str,
    }
}

/// The forms of a language that has two.
#[cfg(feature = "authoring")]
pub const fn two(one: &'static str, many: &'static str) -> Plural {
    Plural { one, few: many, many }
}

/// Puts values in the places of a sentence: `{name}` becomes the value of that name.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    for (index, part) in sentence.split(['{', '}']).enumerate() {
        // Every second part stands between braces. The library's search for a string weighs 1 kB in the browser.
        let value = values.iter().find(|it| index % 2 == 1 && it.0 == part);
        match value {
            Some((_, value)) => filled.push_str(value),
            None if index % 2 == 1 => {
                filled.push('{');
                filled.push_str(part);
                filled.push('}');
            }
            None => filled.push_str(part),
        }
    }
    filled
}
