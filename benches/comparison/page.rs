//! The page: how fast the tool comes to a phone on a slow line, beside the same questionnaire built with other libraries,
//! measured in the same run by the same script.

use std::{fmt::Write, process::Command};

use serde::{Deserialize, Serialize};
use which_guarantee::site::{
    commands::check,
    dev::serve,
    failure::Failure,
    files::Folders,
    programs::{self, program},
    progress,
};

use crate::{Form, STEP, median::median, read, twins};

/// Measures the tool in `dist/` and its twins; the report is for standard output.
///
/// # Errors
/// `Failure::Step` if there is no site, a twin can't be bundled, or something went wrong in the browser.
pub fn page(folders: &Folders, runs: u8, form: Form) -> Result<String, Failure> {
    let loaded = check::checked(&folders.case)?;
    let twins = twins::built(folders, &loaded)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|it| Failure::step(STEP, it, "Try again."))?;
    let [tool, others] = [&folders.dist, &twins].map(|it| {
        runtime.block_on(serve::spawn(it)).map_err(|it| Failure::step(STEP, it, "Type: cargo site bench page"))
    });
    let (tool, others) = (tool?, others?);
    let mut pages = vec![Page {
        name: "tool",
        // The twins ask in this language, too.
        address: format!("http://{}/{}/", tool.address, loaded.languages[0].locale),
        answers: ".question .answer label",
        next: ".question__form button[type=submit]",
        end: "article.outcome",
    }];
    pages.extend(twins::TWINS.iter().map(|it| Page {
        name: it.name,
        address: format!("http://{}/{}/", others.address, it.name),
        answers: it.answers,
        next: it.next,
        end: it.end,
    }));
    let loads = measured(folders, &Measure { runs, pages: &pages })?;
    let figures: Vec<Figures> = pages.iter().filter_map(|it| Figures::of(it.name, &loads)).collect();
    Ok(match form {
        Form::Table => table(&figures, runs),
        Form::Json => serde_json::to_string_pretty(&figures).unwrap_or_default() + "\n",
    })
}

/// The input of the script.
#[derive(Serialize)]
struct Measure<'a> {
    runs: u8,
    pages: &'a [Page<'a>],
}

/// A page to measure: its address, and the CSS selectors of its parts.
#[derive(Serialize)]
struct Page<'a> {
    name: &'a str,
    address: String,
    answers: &'a str,
    next: &'a str,
    end: &'a str,
}

/// The output of the script for one page in one run; times in milliseconds.
#[derive(Deserialize)]
struct Load {
    name: String,
    bytes: f64,
    painted: f64,
    accepted: f64,
    kept: bool,
    ready: f64,
    paints: Paints,
}

/// Click to paint.
#[derive(Deserialize)]
struct Paints {
    answer: Vec<f64>,
    step: Vec<f64>,
    end: f64,
}

fn measured(folders: &Folders, measure: &Measure) -> Result<Vec<Load>, Failure> {
    let log = folders.work.join("log/bench.txt");
    let mut command = Command::new(program("node"));
    command.current_dir(twins::folder(folders)).env("PATH", programs::path()).arg("measure.mjs");
    command.arg(program("chromium")).arg(serde_json::to_string(measure).unwrap_or_default());
    let title = format!("Measuring {} pages {} times, each on a slow line", measure.pages.len(), measure.runs);
    progress::run(&title, &mut command, &log, "Try again while the machine has nothing else to do.")?;
    read(&log, "benches/page/measure.mjs")
}

/// The medians of one page. Times in milliseconds.
#[derive(Serialize)]
struct Figures {
    name: String,
    bytes: f64,
    first_paint: f64,
    /// From when on a chosen answer is never lost.
    answer_kept_from: f64,
    /// Whether an answer chosen at the first paint of the question was kept in every run.
    keeps_the_first: bool,
    taken_over: f64,
    answer_to_paint: f64,
    step_to_paint: f64,
    end_to_paint: f64,
}

impl Figures {
    fn of(name: &str, loads: &[Load]) -> Option<Self> {
        let own: Vec<&Load> = loads.iter().filter(|it| it.name == name).collect();
        let of = |value: fn(&Load) -> f64| median(own.iter().map(|it| value(it)).collect());
        let of_all = |values: fn(&Load) -> &[f64]| median(own.iter().flat_map(|it| values(it)).copied().collect());
        Some(Self {
            name: name.to_owned(),
            bytes: of(|it| it.bytes)?,
            first_paint: of(|it| it.painted)?,
            answer_kept_from: of(|it| it.accepted)?,
            keeps_the_first: own.iter().all(|it| it.kept),
            taken_over: of(|it| it.ready)?,
            answer_to_paint: of_all(|it| &it.paints.answer)?,
            step_to_paint: of_all(|it| &it.paints.step)?,
            end_to_paint: of(|it| it.paints.end)?,
        })
    }
}

/// One line a figure: what it is, in what unit, and the figure.
const LINES: [(&str, fn(&Figures) -> f64); 7] = [
    ("transferred, bytes", |it| it.bytes),
    ("first contentful paint, ms", |it| it.first_paint),
    ("an answer is never lost from, ms", |it| it.answer_kept_from),
    ("taken over, ms", |it| it.taken_over),
    ("answer clicked to paint, ms", |it| it.answer_to_paint),
    ("next clicked to paint, ms", |it| it.step_to_paint),
    ("last next clicked to end painted, ms", |it| it.end_to_paint),
];

/// The figures side by side, each with how many times the tool's it is.
fn table(figures: &[Figures], runs: u8) -> String {
    let mut text = format!(
        "Medians of {runs} cold loads: 1.6 Mbit/s, 150 ms, processor slowed 4 times. In brackets: times the tool's.\n\n"
    );
    let mut line = |name: &str, cells: Vec<String>| {
        let cells = cells.iter().map(|it| format!("{it:>18}")).collect::<Vec<_>>().concat();
        writeln!(text, "{name:<38}{cells}").expect("a string takes all that is written");
    };
    line("", figures.iter().map(|it| it.name.clone()).collect());
    for (name, value) in LINES {
        let own = figures.first().map_or(f64::NAN, value);
        let cell = |(index, it): (usize, &Figures)| match index {
            0 => format!("{own:.0}"),
            _ => format!("{:.0} ({:.1}x)", value(it), value(it) / own),
        };
        line(name, figures.iter().enumerate().map(cell).collect());
    }
    text.push_str(
        "\nThe twins decide nothing and end with a list of the answers; the tool ends with the whole outcome.\n",
    );
    text
}
