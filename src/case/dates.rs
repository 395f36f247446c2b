//! Dates as far as they are known: a year, a month or a day. Nothing here knows which day it is.

use std::fmt;

use serde::Serialize;

use crate::unpack::packed;

packed! {
    /// In the order of ISO 8601; months and days count from 1.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    pub enum Date {
        Year(u16),
        Month(u16, u8),
        Day(u16, u8, u8),
    }
}

impl Date {
    /// Reads `2023`, `2023-07` or `2023-07-11`; None for anything else, and for days that no calendar has.
    pub fn read(text: &str) -> Option<Date> {
        let number = |part: &str, digits: usize| {
            let right = part.len() == digits && part.bytes().all(|it| it.is_ascii_digit());
            if right { part.parse::<u16>().ok() } else { None }
        };
        let month = |part: &str| number(part, 2).map(|it| it as u8).filter(|it| (1..=12).contains(it));
        match text.split('-').collect::<Vec<_>>()[..] {
            [year] => Some(Date::Year(number(year, 4)?)),
            [year, in_year] => Some(Date::Month(number(year, 4)?, month(in_year)?)),
            [year, in_year, day] => {
                let (year, month, day) = (number(year, 4)?, month(in_year)?, number(day, 2)? as u8);
                (1..=days(year, month)).contains(&day).then_some(Date::Day(year, month, day))
            }
            _ => None,
        }
    }

    /// Whether this is after the other, whichever days the two really are.
    pub fn surely_after(self, other: Date) -> bool {
        self.first_day() > other.last_day()
    }

    /// The first day that it can be: year, month and day.
    pub fn first_day(self) -> (u16, u8, u8) {
        match self {
            Date::Year(year) => (year, 1, 1),
            Date::Month(year, month) => (year, month, 1),
            Date::Day(year, month, day) => (year, month, day),
        }
    }

    /// The last day that it can be: year, month and day.
    pub fn last_day(self) -> (u16, u8, u8) {
        match self {
            Date::Year(year) => (year, 12, 31),
            Date::Month(year, month) => (year, month, days(year, month)),
            Date::Day(year, month, day) => (year, month, day),
        }
    }
}

/// As ISO 8601 has it, which is also what the `datetime` of HTML takes.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Date::Year(year) => write!(formatter, "{year:04}"),
            Date::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Date::Day(year, month, day) => write!(formatter, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// How many days a month has.
fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
