//! `cargo site check` on damaged copies of the case: every kind of mistake is found where it stands,
//! and the message says what is wrong and what to do.

mod files;
mod rules;
mod readings;
mod background;
mod sources;
mod publisher;
mod versions;
mod characters;
mod remedies;
mod reading_grades;

use std::path::Path;

use which_guarantee::{
    case::load::problem::{CaseFile, Problem},
    site::{commands::check, files::case_files},
};

/// A change that an editor made to a copy of the case.
enum Damage {
    /// Wrote something else in the place of the first occurrence.
    Wrote { file: &'static str, over: &'static str, now: &'static str },
    /// Lost a whole file.
    Lost { file: &'static str },
    /// Saved a file under another name too.
    Copied { file: &'static str, to: &'static str },
}

/// The problems that must be among those found.
struct Expected {
    file: &'static str,
    /// The whole line that is pointed at, without the space around it; empty for the top of a file.
    line: &'static str,
    /// A part of what is wrong.
    says: &'static str,
    /// A part of what to do.
    remedy: &'static str,
}

fn wrote(file: &'static str, over: &'static str, now: &'static str) -> Damage {
    Damage::Wrote { file, over, now }
}

fn case() -> Vec<CaseFile> {
    case_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("case")).expect("the case can be read")
}

fn damaged(damages: &[Damage]) -> Vec<CaseFile> {
    let mut files = case();
    for damage in damages {
        match damage {
            Damage::Wrote { file, over, now } => {
                let file = files.iter_mut().find(|it| it.name == *file).expect("the file is there");
                assert!(file.text.contains(over), "{} has no `{over}` to damage", file.name);
                file.text = file.text.replacen(over, now, 1);
            }
            Damage::Lost { file } => files.retain(|it| it.name != *file),
            Damage::Copied { file, to } => {
                let text = files.iter().find(|it| it.name == *file).expect("the file is there").text.clone();
                files.push(CaseFile { name: (*to).to_owned(), text });
            }
        }
    }
    files
}

/// Checks that these are among the problems, and returns all.
fn check_among(damages: &[Damage], expected: &[Expected]) -> Vec<Problem> {
    let files = damaged(damages);
    let problems = check::check(&files).expect_err("the damage is noticed");
    for it in expected {
        let found = problems.iter().any(|problem| {
            problem.place.file == it.file
                && problem.says.contains(it.says)
                && problem.remedy.contains(it.remedy)
                && line(&files, problem) == it.line
        });
        assert!(found, "no problem says `{}` at `{}` in {}: {problems:#?}", it.says, it.line, it.file);
    }
    problems
}

/// Checks one mistake that has no other consequence.
fn check_alone(damage: Damage, expected: Expected) {
    let problems = check_among(&[damage], &[expected]);
    assert_eq!(problems.len(), 1, "one mistake is one problem: {problems:#?}");
}

/// The line that a problem points at.
fn line<'a>(files: &'a [CaseFile], problem: &Problem) -> &'a str {
    let Some(file) = files.iter().find(|it| it.name == problem.place.file) else { return "" };
    let number = file.text[..problem.place.span.start].matches('\n').count();
    if problem.place.span.is_empty() && number == 0 {
        return "";
    }
    file.text.lines().nth(number).unwrap_or_default().trim()
}

/// The first problem of a case with one damage.
fn first(damage: Damage) -> (Vec<CaseFile>, Vec<Problem>) {
    let files = damaged(&[damage]);
    let problems = check::check(&files).expect_err("the damage is noticed");
    (files, problems)
}

#[test]
fn the_case_as_it_stands_holds() {
    let loaded = check::check(&case()).expect("the case holds");
    assert!(check::summary(&loaded).contains("9 questions, 43740 worlds, 12 guarantees, 8 languages"));
}

#[test]
fn mistakes_of_all_kinds_are_shown_in_one_run() {
    let problems = check_among(
        &[
            wrote("claims.toml", r#"outcome = "us_pact""#, r#"outcome = "treaty""#),
            wrote("text/uk.toml", "\nstandfirst = ", "\n# standfirst = "),
            wrote("model.toml", r#"same_outcome = [["no", "promise"]]"#, ""),
        ],
        &[
            Expected { file: "claims.toml", line: r#"id = "P06""#, says: "The claim `P06` fails", remedy: "Correct" },
            Expected { file: "text/uk.toml", line: "[case]", says: "case.standfirst is missing", remedy: "Write" },
            Expected {
                file: "model.toml",
                line: r#"answers = ["no", "promise", "law"]"#,
                says: "The answer `promise` to `pledge` never matters",
                remedy: "Remove one of the two",
            },
        ],
    );
    assert_eq!(problems.len(), 3, "{problems:#?}");
    check_among(
        &[
            wrote("model.toml", r#"terms = ["borders"]"#, r#"terms = ["bordes"]"#),
            wrote("text/en.toml", "locale = \"en\"", "locale = en"),
        ],
        &[
            Expected {
                file: "model.toml",
                line: r#"terms = ["bordes"]"#,
                says: "There is no term `bordes`.",
                remedy: "Did you mean",
            },
            Expected { file: "text/en.toml", line: "locale = en", says: "This is not TOML", remedy: "missing quote" },
        ],
    );
}

#[test]
fn columns_count_characters() {
    let folder = Path::new("case");
    for (over, now) in [
        ("short = \"Перебіг війни\"", "short = \"Перебіг війни"),
        ("short = \"Перебіг війни\"", "short = \"Перебіг війни\" x"),
    ] {
        let (files, problems) = first(wrote("text/uk.toml", over, now));
        let it = problems.first().expect("there is one");
        let text =
            &files.iter().find(|file| file.name == it.place.file).expect("it is there").text[..it.place.span.start];
        let (line, column) =
            (text.matches('\n').count() + 1, text.chars().rev().take_while(|it| *it != '\n').count() + 1);
        assert!(column < text.len() - text.rfind('\n').unwrap_or(0), "there are letters of two bytes before it");
        let printed = check::printed(it, &files, folder);
        assert!(printed.contains(&format!("[case/text/uk.toml:{line}:{column}]")), "{line}:{column}: {printed}");
    }
}
