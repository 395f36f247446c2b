//! The engine: how many decisions a second the package's wasm makes in Chromium, beside other engines on the same decision
//! table, checked and timed in the same run by the same script.

use std::{fmt::Write, fs, process::Command};

use serde::{Deserialize, Serialize};
use serde_json::json;
use which_guarantee::{
    decide::{rules::Readings, table::Table},
    site::{
        build::data_files,
        commands::{check, package},
        failure::Failure,
        files::Folders,
        programs::{self, program},
        progress,
    },
};

use crate::{Form, STEP, read};

/// Measures the engine in the package and the others; the report is for standard output.
///
/// # Errors
/// `Failure::Step` if there is no package, an engine disagrees, or something went wrong in the browser.
pub fn engine(folders: &Folders, runs: u8, form: Form) -> Result<String, Failure> {
    let figures = measured(folders, runs)?;
    Ok(match form {
        Form::Table => table(&figures, runs),
        Form::Json => serde_json::to_string_pretty(&figures).unwrap_or_default() + "\n",
    })
}

/// The output of the script: the medians of all runs.
#[derive(Deserialize, Serialize)]
struct Figures {
    worlds: u32,
    /// Ours first.
    engines: Vec<Engine>,
    whole_decision: Whole,
}

#[derive(Deserialize, Serialize)]
struct Engine {
    name: String,
    runs_in: String,
    decisions_per_second: u64,
    ours_is_times_as_fast: f64,
    /// The number of worlds that one pass decides; a run has one or more passes.
    timed_worlds: u32,
    /// How long the engine took to decide every world once, for the comparison with ours.
    check_ms: u64,
}

/// The times of whole decisions, each with changes and reasons as a JavaScript object, in milliseconds.
#[derive(Deserialize, Serialize)]
struct Whole {
    sets_of_answers: u32,
    median_ms: f64,
    slowest_ms: f64,
}

fn measured(folders: &Folders, runs: u8) -> Result<Figures, Failure> {
    let loaded = check::checked(&folders.case)?;
    let built = Table::build(&loaded.model, Readings::BASE);
    let table = folders.work.join("bench-table.json");
    fs::write(&table, data_files::decision_table(&loaded.model, &loaded.languages[0], &built).to_string())
        .map_err(|it| Failure::step(STEP, it, "Make room on the disk."))?;
    let given = json!({ "runs": runs, "package": package::folder(folders), "table": table });
    let log = folders.work.join("log/bench-engine.txt");
    let mut command = Command::new(program("node"));
    command.current_dir(folders.root.join("benches/engine")).env("PATH", programs::path());
    command.arg("measure.mjs").arg(program("chromium")).arg(given.to_string());
    let title = format!("Measuring engines {runs} times, after all of them have decided every combination of answers");
    progress::run(&title, &mut command, &log, "Try again while the machine has nothing else to do.")?;
    let lines: Vec<Figures> = read(&log, "benches/engine/measure.mjs")?;
    let none = || Failure::step(STEP, "There are no figures.", "This is a mistake in benches/engine/measure.mjs.");
    lines.into_iter().next().ok_or_else(none)
}

fn table(figures: &Figures, runs: u8) -> String {
    let Figures { worlds, engines, whole_decision: whole } = figures;
    let mut text = format!(
        "Medians of {runs} runs over one decision table. Each engine agrees with ours on all {worlds} combinations.\n\n"
    );
    let mut line = |cells: [&str; 6]| {
        let [name, runs_in, rate, ratio, timed, check] = cells;
        writeln!(text, "{name:<33}{runs_in:<16}{rate:>14}{ratio:>24}{timed:>15}{check:>11}")
            .expect("a string takes all that is written");
    };
    line(["", "runs in", "decisions/s", "ours is times as fast", "timed worlds", "check, ms"]);
    for it in engines {
        let ratio = match it.ours_is_times_as_fast {
            few if few < 10.0 => format!("{few:.2}"),
            many => format!("{many:.0}"),
        };
        let [rate, check] = [it.decisions_per_second, it.check_ms].map(|it| it.to_string());
        line([&it.name, &it.runs_in, &rate, &ratio, &it.timed_worlds.to_string(), &check]);
    }
    write!(
        text,
        "\nOurs builds its table from the rules in every pass. The check is the first time that an engine decides every \
         combination.\nA whole decision of ours with changes and reasons takes {:.2} ms. The slowest of {} takes {:.2} ms.\n",
        whole.median_ms, whole.sets_of_answers, whole.slowest_ms,
    )
    .expect("a string takes all that is written");
    text
}
