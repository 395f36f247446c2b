//! Case files as hurried editors and broken tools leave them: every mistake is found where it stands, and a case that is
//! accepted can be decided under all readings, in every world.

use std::{fs, sync::LazyLock};

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};
use which_guarantee::{
    case::{
        ReadingId,
        load::{
            Loaded, load,
            problem::{CaseFile, Problem},
            rules_alone,
        },
    },
    decide::{
        decision_graph::DecisionGraph,
        interview::{Choices, offered},
        landscape::Landscape,
        rules::Readings,
        table::Table,
        verify::audit::audit,
    },
    site::{
        commands::{check, decide},
        files::case_files as read_files,
    },
};

use crate::{fuzzed::holds, support::case_files};

static FILES: LazyLock<Vec<CaseFile>> = LazyLock::new(case_files);

/// Files of which not every change is one of a sentence.
const RULES: [&str; 2] = ["model.toml", "claims.toml"];

#[derive(Clone, Debug)]
enum Damage {
    LostLine,
    LostLines(Index),
    DoubledLine,
    SwappedLines(Index),
    /// A word that stands elsewhere in the same file has taken the place of another.
    OtherWord(Index),
    Wrote(&'static str),
    LostCharacter,
    CutOff,
    LostFile,
}

#[test]
fn a_damaged_case_is_refused_with_places_or_can_be_decided() {
    holds(60, &damages(Vec::from(RULES)), |damages| {
        let files = damaged(&damages);
        match check::check(&files) {
            Ok(loaded) => can_be_decided(&loaded),
            Err(problems) => are_placed(&problems, &files),
        }
    });
}

/// Sentences, sources and dates are the larger part; what is wrong in them is found without evaluating any world.
#[test]
fn damage_in_any_file_is_found_where_it_stands() {
    let every: Vec<&'static str> = FILES.iter().map(|it| it.name.as_str()).collect();
    holds(150, &damages(every), |damages| {
        let files = damaged(&damages);
        load(&files).map_or_else(|problems| are_placed(&problems, &files), |_| Ok(()))
    });
}

/// Rules that pass file by file are seen as a whole, whatever they have become.
#[test]
fn rules_that_only_the_whole_space_can_refuse_are_refused_without_harm() {
    let damages = vec((Just("model.toml"), any::<Index>(), any::<Index>().prop_map(Damage::OtherWord)), 1..3);
    holds(60, &damages, |damages| {
        let Some(rules) = rules_alone(&damaged(&damages)) else { return Ok(()) };
        if audit(&rules.model, &rules.claims).is_empty() {
            return can_be_decided(&rules);
        }
        Ok(())
    });
}

#[test]
fn nesting_without_end_is_refused() {
    for (open, close) in [("[", "]"), ("{ a = ", "}"), ("a.", "a")] {
        let deep = format!("deep = {}{}\n", open.repeat(20_000), close.repeat(20_000));
        let dotted = format!("{}b = 1\n", "a.".repeat(20_000));
        for text in [deep, dotted] {
            let mut files = FILES.clone();
            let model = files.iter_mut().find(|it| it.name == "model.toml").expect("the case has a model");
            model.text.insert_str(0, &text);
            load(&files).expect_err("the damage is noticed");
        }
    }
}

#[test]
fn a_file_that_is_no_text_is_named_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("text")).expect("a folder");
    for file in FILES.iter() {
        fs::write(folder.path().join(&file.name), &file.text).expect("a file");
    }
    holds(100, &(any::<Index>(), any::<Index>(), vec(0x80_u8.., 1..4)), |(file, at, bytes)| {
        let file = file.get(&FILES[..]);
        let mut broken = file.text.clone().into_bytes();
        let at = at.index(broken.len());
        broken.splice(at..at, bytes);
        let line = |until: usize| broken[..until].split(|it| *it == b'\n').count();
        fs::write(folder.path().join(&file.name), &broken).expect("a file");
        let read = read_files(folder.path());
        fs::write(folder.path().join(&file.name), &file.text).expect("a file");
        // Bytes made at random may happen to be text; then TOML has its say.
        if let Err(error) = str::from_utf8(&broken) {
            let says = read.expect_err("it is no text").to_string();
            let expected = format!("{}, line {}", file.name, line(error.valid_up_to()));
            prop_assert!(says.contains(&expected), "{} lacks {}", says, expected);
        }
        Ok(())
    });
}

fn damages(files: Vec<&'static str>) -> impl Strategy<Value = Vec<(&'static str, Index, Damage)>> {
    let written = ["\"", "]", "[[x]]\n", "=", "€", "\u{feff}", "\0", "''", "99999999999999999999", "[]", "true"];
    let damage = prop_oneof![
        1 => Just(Damage::LostLine),
        1 => any::<Index>().prop_map(Damage::LostLines),
        1 => Just(Damage::DoubledLine),
        1 => any::<Index>().prop_map(Damage::SwappedLines),
        6 => any::<Index>().prop_map(Damage::OtherWord),
        1 => select(written.to_vec()).prop_map(Damage::Wrote),
        1 => Just(Damage::LostCharacter),
        1 => Just(Damage::CutOff),
        1 => Just(Damage::LostFile),
    ];
    vec((select(files), any::<Index>(), damage), 1..4)
}

fn damaged(damages: &[(&str, Index, Damage)]) -> Vec<CaseFile> {
    let mut files = FILES.clone();
    for (name, at, damage) in damages {
        if let Damage::LostFile = damage {
            files.retain(|it| it.name != *name);
        } else if let Some(file) = files.iter_mut().find(|it| it.name == *name && !it.text.is_empty()) {
            file.text = damage.done_to(&file.text, *at);
        }
    }
    files
}

impl Damage {
    fn done_to(&self, text: &str, at: Index) -> String {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let line = at.index(lines.len());
        let character = |at: Index| {
            let at = at.index(text.len());
            (0..=at).rfind(|it| text.is_char_boundary(*it)).unwrap_or(0)
        };
        match self {
            Damage::LostLine => {
                lines.remove(line);
            }
            Damage::LostLines(count) => {
                let count = 1 + count.index(12);
                lines.drain(line..(line + count).min(lines.len()));
            }
            Damage::DoubledLine => lines.insert(line, lines[line]),
            Damage::SwappedLines(other) => {
                let other = other.index(lines.len());
                lines.swap(line, other);
            }
            Damage::OtherWord(other) => {
                let words = words(text);
                if words.is_empty() {
                    return text.to_owned();
                }
                let (from, to) = (at.get(&words).clone(), &text[other.get(&words).clone()]);
                return [&text[..from.start], to, &text[from.end..]].concat();
            }
            Damage::Wrote(it) => {
                let at = character(at);
                return [&text[..at], it, &text[at..]].concat();
            }
            Damage::LostCharacter => {
                let at = character(at);
                let mut rest = text[at..].chars();
                rest.next();
                return [&text[..at], rest.as_str()].concat();
            }
            Damage::CutOff => return text[..character(at)].to_owned(),
            Damage::LostFile => unreachable!("the whole file is gone"),
        }
        lines.concat()
    }
}

/// Where the words of a file are, without those of its comments.
fn words(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let code = line.split('#').next().unwrap_or_default();
        let mut word = None;
        for (index, it) in code.char_indices().chain([(code.len(), ' ')]) {
            let belongs = it.is_alphanumeric() || it == '_';
            match word {
                None if belongs => word = Some(index),
                Some(first) if !belongs => {
                    words.push(start + first..start + index);
                    word = None;
                }
                _ => {}
            }
        }
        start += line.len();
    }
    words
}

/// Every problem says what is wrong and what to do, and points into a file where it can be shown.
fn are_placed(problems: &[Problem], files: &[CaseFile]) -> Result<(), TestCaseError> {
    prop_assert!(!problems.is_empty());
    for problem in problems {
        prop_assert!(!problem.says.is_empty() && !problem.remedy.is_empty());
        let span = &problem.place.span;
        match files.iter().find(|it| it.name == problem.place.file) {
            Some(file) => {
                prop_assert!(span.start <= span.end && span.end <= file.text.len(), "{:?}", problem);
                prop_assert!(file.text.is_char_boundary(span.start), "{:?}", problem);
                prop_assert!(file.text.is_char_boundary(span.end), "{:?}", problem);
            }
            // A file that is missing is pointed at as a whole.
            None => prop_assert!(span.is_empty(), "{:?}", problem),
        }
    }
    Ok(())
}

/// Everything that a reader or a script can do first with a case.
fn can_be_decided(loaded: &Loaded) -> Result<(), TestCaseError> {
    let model = &loaded.model;
    let readings: Vec<ReadingId> = ReadingId::all(model.readings.len()).collect();
    let presets = model.presets.iter().map(|it| it.answers.as_slice());
    let scenarios: Vec<String> = presets
        .chain(loaded.claims.iter().map(|it| it.answers.as_slice()))
        .map(|it| which_guarantee::case::permalink::format(model, it, &[]))
        .collect();
    for switched in readings.iter().map(std::slice::from_ref).chain([&[][..], &readings]) {
        for scenario in scenarios.iter().step_by(5) {
            let report = decide::report(model, scenario, switched);
            prop_assert!(report.is_ok(), "{:?} under {:?}", report, switched);
        }
        let table = Table::build(model, Readings::of(switched));
        prop_assert_eq!(table.first_without_outcome(), None);
        let none = Choices::none(&table.rules);
        let world = table.rules.normalise(table.rules.space.open());
        Landscape::of(model, &table, &none, world, Default::default(), model.landscape);
        for question in model.question_ids() {
            prop_assert!(!offered(&table.rules, &none, question).is_empty());
        }
    }
    DecisionGraph::of(model, &Table::build(model, Readings::BASE));
    Ok(())
}
