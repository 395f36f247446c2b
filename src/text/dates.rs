//! Dates as a language writes them.

use serde::Serialize;

use crate::unpack::packed;
use crate::{case::dates::Date, text::message::fill};

packed! {
    /// How a language writes dates. `{day}`, `{month}`, `{year}` stand for the parts.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct DatesText {
        /// A month that stands alone.
        pub months: [&'static str; 12],
        /// A month behind a day.
        pub months_of_days: [&'static str; 12],
        pub year: &'static str,
        pub month: &'static str,
        pub day: &'static str,
        /// The first day of a month: "1", or "1er".
        pub first_day: &'static str,
        /// Days of one month, in digits. `{from}`, `{to}`
        pub days: &'static str,
    }
}

impl DatesText {
    pub fn says(&self, date: Date) -> String {
        let name = |months: &[&'static str; 12], month: u8| months[usize::from(month.clamp(1, 12)) - 1];
        match date {
            Date::Year(year) => fill(self.year, &[("year", &year.to_string())]),
            Date::Month(year, month) => {
                fill(self.month, &[("month", name(&self.months, month)), ("year", &year.to_string())])
            }
            Date::Day(year, month, day) => self.days((year, month), &self.digits(day)),
        }
    }

    /// Days of one month, in digits, from the first to the last.
    pub fn range(&self, from: u8, to: u8) -> String {
        fill(self.days, &[("from", &self.digits(from)), ("to", &to.to_string())])
    }

    fn digits(&self, day: u8) -> String {
        if day == 1 { self.first_day.to_owned() } else { day.to_string() }
    }

    /// One or more days of a month, already in digits.
    pub fn days(&self, (year, month): (u16, u8), days: &str) -> String {
        let month = self.months_of_days[usize::from(month.clamp(1, 12)) - 1];
        fill(self.day, &[("day", days), ("month", month), ("year", &year.to_string())])
    }
}
