//! The sentences of the tool itself: its questions, its list of options, and what stands on every page.

use serde::Serialize;

use crate::{
    text::message::{Plural, fill},
    unpack::packed,
};

packed! {
    /// All sentences of the interface in one language. `{n}`, `{name}` … stand for what `fill` puts in.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct Text {
        /// BCP 47 tag.
        pub locale: &'static str,
        /// Reading direction: `ltr` or `rtl`, as in the attribute `dir`.
        pub direction: &'static str,
        /// Which form of a `Plural` stands for which number; one of `plural`.
        pub plural: &'static str,
        /// Between the thousands of a number.
        pub thousands: &'static str,

        pub skip_to_content: &'static str,
        pub languages: &'static str,
        /// `{page}`, `{site}`
        pub page_title: &'static str,
        /// `{title}`, `{authors}`, `{publisher}`, `{published}`
        pub credit: &'static str,
        pub group_link: &'static str,
        /// On the first screen and under every outcome: which option is named, and whose the order of strength is.
        pub how_it_works: &'static str,

        pub chapters: &'static str,
        pub terms: &'static str,
        pub not_sure: &'static str,
        pub not_sure_more: &'static str,
        pub next: &'static str,
        pub see_outcome: &'static str,
        pub back: &'static str,
        /// `{n}`
        pub more_questions: Plural,
        pub last_question: &'static str,
        pub settled_already: &'static str,
        pub problem_title: &'static str,
        pub problem_choose: &'static str,
        /// `{page}`
        pub problem_page_title: &'static str,

        pub ladder_title: &'static str,
        pub ladder_lead: &'static str,
        /// `{n}`, `{total}`
        pub still_possible: Plural,
        pub changed: &'static str,
        /// Before the first answer.
        pub nothing_yet: &'static str,
        /// How the option stands then that the authors call the most likely.
        pub forecast: &'static str,
        pub most_plausible_now: &'static str,
        pub settled_on: &'static str,
        pub ladder_show: &'static str,
        pub ladder_hide: &'static str,
        pub most_plausible: &'static str,
        pub also_possible: &'static str,
        pub still_open: &'static str,
        pub one_answer_away: &'static str,
        pub blocked: &'static str,
        pub ruled_out: &'static str,
        pub does_not_apply: &'static str,
        /// `{list}`: questions as they stand in running text
        pub depends_on: &'static str,
        pub list_and: &'static str,

        pub outcome_coming: &'static str,
        pub outcome_missing: &'static str,
        /// The host has another version by now.
        pub outcome_gone: &'static str,
        pub load_anew: &'static str,
        pub try_again: &'static str,

        pub answers_title: &'static str,
        pub change: &'static str,
        pub not_asked: &'static str,
        pub idle: &'static str,
        pub set_aside: &'static str,
        pub undo: &'static str,
        pub cleared: &'static str,
        pub start_again: &'static str,

        /// `{n}`
        pub dropped: Plural,
        /// `{list}`
        pub readings_switched: &'static str,
        pub readings_base: &'static str,
        pub close: &'static str,

        pub presets_title: &'static str,
        pub show_leads: &'static str,
    }
}

impl Text {
    /// The form of a sentence for a number, with the number filled in.
    pub fn count(&self, plural: Plural, number: u32) -> String {
        let place = if number < 100 { number } else { 100 + number % 100 };
        let form = match self.plural.as_bytes().get(place as usize) {
            Some(b'1') => plural.one,
            Some(b'2') => plural.few,
            _ => plural.many,
        };
        fill(form, &[("n", &self.number(number))])
    }

    /// A number as the language writes it: 43,740 in English, and 43 740 with a no-break space in Ukrainian.
    pub fn number(&self, number: u32) -> String {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(self.thousands);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// Several names in one sentence: "a, b and c".
    pub fn list(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => format!("{}{}{last}", first.join(", "), self.list_and),
        }
    }
}
