//! `cargo site check`: every mistake of a case at once, each with file, line, what is wrong and what to do.

use std::{
    collections::BTreeSet,
    io::{self, IsTerminal},
    ops::Range,
    path::Path,
};

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError, MietteSpanContents, Report,
    SourceCode, SourceSpan, SpanContents,
};
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

use crate::{
    case::load::{
        Loaded,
        language_text::Review,
        load,
        odd_characters::{self, column, in_sentence},
        problem::{CaseFile, Place, Problem},
        rules_alone,
    },
    decide::{answers::Space, rules::Readings, table::Table, verify::audit::audit},
    site::{
        commands::findings::problem,
        failure::Failure,
        files,
        progress::say,
        social::rasterize::{FontFiles, LETTER_REMEDY, Painter, lacks},
    },
    text,
};

/// Reads and checks the case in a folder, and shows what is wrong with it on standard error.
///
/// # Errors
/// `Failure::Case` if there are problems, `Failure::Input` if the folder cannot be read.
pub fn checked(folder: &Path) -> Result<Loaded, Failure> {
    let files = files::case_files(folder)?;
    check(&files).map_err(|problems| {
        show(&problems, &files, folder);
        Failure::Case
    })
}

/// Reads the rules of a case that may still have mistakes elsewhere: an editor who changes a rule wants to see what it
/// does before every claim and every sentence fits it.
///
/// # Errors
/// `Failure::Input` if the folder cannot be read; `Failure::Case` if the rules cannot be read or leave a world without
/// an outcome.
pub fn rules(folder: &Path) -> Result<Loaded, Failure> {
    let files = files::case_files(folder)?;
    let problems = match check(&files) {
        Ok(loaded) => return Ok(loaded),
        Err(problems) => problems,
    };
    let is_total = |it: &Loaded| Table::build(&it.model, Readings::BASE).first_without_outcome().is_none();
    let Some(rules) = rules_alone(&files).filter(is_total) else {
        show(&problems, &files, folder);
        return Err(Failure::Case);
    };
    let (count, shown) = (counted(problems.len()), shown_folder(folder));
    say(&format!("{count} in {shown}/; `cargo site check{}` says more.", named(folder).unwrap_or_default()));
    Ok(rules)
}

/// Checks a case: file by file, over the whole space of worlds, and against the interface's languages.
///
/// # Errors
/// Every problem, sorted by file and place.
pub fn check(files: &[CaseFile]) -> Result<Loaded, Vec<Problem>> {
    let interface: Vec<&str> = text::all().iter().map(|it| it.text.locale).collect();
    let mut problems = languages(files, &interface);
    problems.extend(letters(files));
    if let Some(rules) = rules_alone(files) {
        let findings = audit(&rules.model, &rules.claims);
        problems.extend(findings.iter().map(|it| problem(&rules, it)));
    }
    match load(files) {
        Ok(loaded) if problems.is_empty() => return Ok(loaded),
        Ok(_) => {}
        Err(found) => problems.extend(found),
    }
    problems.iter_mut().for_each(odd_characters::named);
    problems.sort_by(|a, b| (&a.place.file, a.place.span.start).cmp(&(&b.place.file, b.place.span.start)));
    Err(problems)
}

/// One line about a case that holds.
pub fn summary(loaded: &Loaded) -> String {
    let model = &loaded.model;
    let conclusions = loaded.claims.iter().filter(|it| it.inferred).count();
    format!(
        "The case holds: {} questions, {} worlds, {} guarantees, {} languages, {} claims of the article, {conclusions} of ours.",
        model.questions.len(),
        Space::of(model).worlds(),
        model.guarantees.len(),
        loaded.languages.len(),
        loaded.claims.len() - conclusions
    )
}

/// The translations that no native editor has read, in one line; none where all are read.
pub fn unread(loaded: &Loaded) -> Option<String> {
    let unread = loaded.languages.iter().zip(&loaded.reviews).filter(|it| *it.1 == Review::Unread);
    let locales: Vec<&str> = unread.map(|it| it.0.locale.as_str()).collect();
    (!locales.is_empty()).then(|| {
        format!(
            "Not yet read by a native editor: {}. Once one has, add reviewed_by and reviewed_on to text/<tag>.toml.",
            locales.join(", ")
        )
    })
}

/// A page needs the sentences of the case and those of the interface. A case may leave out languages of the interface.
fn languages(files: &[CaseFile], interface: &[&str]) -> Vec<Problem> {
    let in_case: BTreeSet<&str> =
        files.iter().filter_map(|it| it.name.strip_prefix("text/")?.strip_suffix(".toml")).collect();
    let whole = |tag: &str| Place { file: format!("text/{tag}.toml"), span: 0..0 };
    let only_case = in_case.into_iter().filter(|it| !interface.contains(it)).map(|tag| Problem {
        place: whole(tag),
        says: format!("The interface has no sentences in `{tag}`, but the case has."),
        remedy: format!("Copy the folder src/text/en to src/text/{tag}, have it translated, and add {tag} to src/text/languages.rs, as CONTRIBUTING.md says, or remove this file."),
    });
    only_case.collect()
}

/// The sentences that stand on pictures, by their keys; a star is every id.
const ON_PICTURES: [[&str; 3]; 9] = [
    ["case", "title", ""],
    ["case", "standfirst", ""],
    ["case", "disclaimer", ""],
    ["article", "title", ""],
    ["article", "authors", ""],
    ["article", "publisher", ""],
    ["article", "published", ""],
    ["guarantee", "*", "name"],
    ["guarantee", "*", "what"],
];

/// The letters that the fonts of the pictures lack. Fonts that can't be read are the business of the build.
fn letters(files: &[CaseFile]) -> Vec<Problem> {
    let Ok(fonts) = FontFiles::read(&files::Folders::of_package().root) else { return Vec::new() };
    let Ok(painter) = Painter::of(&fonts) else { return Vec::new() };
    let mut problems = Vec::new();
    for file in files.iter().filter(|it| it.name.starts_with("text/")) {
        let (table, _) = DeTable::parse_recoverable(&file.text);
        let root = DeValue::Table(table.into_inner());
        for keys in ON_PICTURES {
            for (span, text) in texts(&root, &keys) {
                let text: String = text.trim().replace(['\n', '\r', '\t'], " ").nfc().collect();
                // That one has been named already.
                let letter = painter.lacking(&text).filter(|_| in_sentence(&text).is_none());
                problems.extend(letter.map(|it| Problem {
                    place: Place { file: file.name.clone(), span },
                    says: format!("{}.", lacks(it)),
                    remedy: LETTER_REMEDY.to_owned(),
                }));
            }
        }
    }
    problems
}

/// The texts under a path of keys.
fn texts<'a>(value: &'a DeValue, keys: &[&str]) -> Vec<(Range<usize>, &'a str)> {
    let [key, rest @ ..] = keys else { return Vec::new() };
    let DeValue::Table(table) = value else { return Vec::new() };
    let entries = table.iter().filter(|(name, _)| *key == "*" || name.get_ref() == key);
    let found = entries.flat_map(|(_, entry)| match entry.get_ref() {
        DeValue::String(text) => vec![(entry.span(), &**text)],
        inner => texts(inner, rest),
    });
    found.collect()
}

/// A file of the case, for a report that counts columns as editors do: in characters.
struct Source {
    name: String,
    text: String,
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let read = self.text.read_span(span, before, after)?;
        let column = column(&self.text, read.span().offset()) - 1;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            read.data(),
            *read.span(),
            read.line(),
            column,
            read.line_count(),
        )))
    }
}

fn show(problems: &[Problem], files: &[CaseFile], folder: &Path) {
    // A narrow or piped standard error gets no drawing characters and no broken lines, so that tools can read it.
    let handler = if io::stderr().is_terminal() {
        GraphicalReportHandler::new_themed(GraphicalTheme::unicode())
    } else {
        plain()
    };
    let handler = handler.with_links(false).with_context_lines(1);
    for problem in problems {
        say(&drawn(problem, files, folder, &handler));
    }
    let (count, shown) = (counted(problems.len()), shown_folder(folder));
    let more = named(folder).map(|it| format!(" Every command that is named here needs{it}, too.")).unwrap_or_default();
    say(&format!("{count} in {shown}/.{more}"));
}

/// A problem as it is printed where nobody watches.
pub fn printed(problem: &Problem, files: &[CaseFile], folder: &Path) -> String {
    drawn(problem, files, folder, &plain().with_links(false).with_context_lines(1))
}

fn plain() -> GraphicalReportHandler {
    GraphicalReportHandler::new_themed(GraphicalTheme::none()).with_wrap_lines(false)
}

fn drawn(problem: &Problem, files: &[CaseFile], folder: &Path, handler: &GraphicalReportHandler) -> String {
    let mut shown = String::new();
    if handler.render_report(&mut shown, report(problem, files, folder).as_ref()).is_err() {
        shown = format!("{}: {} {}", problem.place.file, problem.says, problem.remedy);
    }
    shown
}

fn counted(problems: usize) -> String {
    if problems == 1 { "1 problem".to_owned() } else { format!("{problems} problems") }
}

fn report(problem: &Problem, files: &[CaseFile], folder: &Path) -> Report {
    let text = files.iter().find(|it| it.name == problem.place.file).map_or("", |it| it.text.as_str());
    // One line is shown; a mistake that spans a whole table is pointed at where it begins.
    let start = problem.place.span.start.min(text.len());
    let line_end = text[start..].find('\n').map_or(text.len(), |it| start + it);
    let end = problem.place.span.end.clamp(start, line_end);
    let diagnostic = MietteDiagnostic::new(problem.says.clone())
        .with_help(problem.remedy.clone())
        .with_label(LabeledSpan::underline(start..end));
    let name = format!("{}/{}", shown_folder(folder), problem.place.file);
    Report::new(diagnostic).with_source_code(Source { name, text: text.to_owned() })
}

/// The argument that names the case to a command. None for the package's own case, the default of every command.
fn named(folder: &Path) -> Option<String> {
    let is_own = folder == files::Folders::of_package().case;
    (!is_own).then(|| format!(" --case {}", shown_folder(folder)))
}

/// The folder as a person would type it: below the current one without what leads there.
fn shown_folder(folder: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    folder.strip_prefix(here).unwrap_or(folder).display().to_string().trim_end_matches('/').to_owned()
}
