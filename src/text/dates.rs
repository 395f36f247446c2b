//! Dates as a language writes them.

use serde::Serialize;

use crate::unpack::unpack;
use crate::{case::dates::Date, text::fill};

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
}

unpack! {
    DatesText { months, months_of_days, year, month, day }
}

impl DatesText {
    pub fn says(&self, date: Date) -> String {
        let name = |months: &[&'static str; 12], month: u8| months[usize::from(month.clamp(1, 12)) - 1];
        match date {
            Date::Year(year) => fill(self.year, &[("year", &year.to_string())]),
            Date::Month(year, month) => {
                fill(self.month, &[("month", name(&self.months, month)), ("year", &year.to_string())])
            }
            Date::Day(year, month, day) => self.days((year, month), &day.to_string()),
        }
    }

    /// One or more days of a month, already in digits.
    pub fn days(&self, (year, month): (u16, u8), days: &str) -> String {
        let month = self.months_of_days[usize::from(month.clamp(1, 12)) - 1];
        fill(self.day, &[("day", days), ("month", month), ("year", &year.to_string())])
    }
}
