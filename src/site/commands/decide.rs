//! `cargo site decide`: a whole decision as JSON, for scripts and for checks by others.

use crate::{
    case::{
        Model, ReadingId,
        load::odd_characters::{capital, describe},
    },
    decide::{
        decision::Decision,
        report::{self, Code, Report},
        rules::Readings,
        table::Table,
    },
    site::failure::Failure,
};

/// Reports what follows from a permalink, with or without the address before its `#`. The readings of the link and of
/// `more` are combined.
///
/// # Errors
/// `Failure::Input` if the case does not know a part of the permalink.
pub fn report<'a>(model: &'a Model, fragment: &str, more: &[ReadingId]) -> Result<Report<'a>, Failure> {
    let link = report::understood(model, fragment).map_err(|it| {
        let more = if it.code == Code::UnknownPart { " `cargo site table` shows every id in its columns." } else { "" };
        Failure::Input(format!("{it}{more}"))
    })?;
    let table = Table::build(model, Readings::of(&[link.readings.as_slice(), more].concat()));
    let decision = Decision::of(model, &table, table.rules.space.with_answers(&link.answers));
    Ok(Report::of(model, &table, &decision))
}

/// Reads a list of readings such as `J1,J3`.
///
/// # Errors
/// `Failure::Input` where one is unknown to the case.
pub fn readings(model: &Model, list: &str) -> Result<Vec<ReadingId>, Failure> {
    report::readings(model, list).map_err(|it| {
        let odd = describe(list).map(|it| format!(" {}.", capital(&it))).unwrap_or_default();
        Failure::Input(format!("{it}{odd}"))
    })
}
