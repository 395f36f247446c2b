//! `cargo site table`: the outcome of every raw combination of answers as CSV, for checks by others.

use std::io::{self, Write};

use csv::{Error, ErrorKind, WriterBuilder};

use crate::{
    case::{Model, ReadingId},
    decide::{answers::World, rules::Readings, table::Table},
};

/// Writes one row for each world in the order of the table: its answers, then `outcome`.
/// A reader that stops early, such as `head`, is no error.
///
/// # Errors
/// Any error of writing other than a closed pipe.
pub fn write(model: &Model, readings: &[ReadingId], separator: u8, to: impl Write) -> io::Result<()> {
    match rows(model, readings, separator, to).map_err(Error::into_kind) {
        Err(ErrorKind::Io(error)) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn rows(model: &Model, readings: &[ReadingId], separator: u8, to: impl Write) -> csv::Result<()> {
    let table = Table::build(model, Readings::of(readings));
    let space = &table.rules.space;
    let mut writer = WriterBuilder::new().delimiter(separator).from_writer(to);
    writer.write_record(model.questions.iter().map(|it| it.id.as_str()).chain(["outcome"]))?;
    for world in (0..space.worlds()).map(World) {
        let answers = space.question_ids().map(|question| {
            let answer = space.answer_in(world, question);
            model.question(question).answers[answer.index()].as_str()
        });
        let outcome = model.guarantee(table.outcome(world)).id.as_str();
        writer.write_record(answers.chain([outcome]))?;
    }
    writer.flush()?;
    Ok(())
}
