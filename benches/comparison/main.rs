//! Benchmarks that compare the page and the engine with other tools, in Chromium and, for one engine, in Node.
//! `cargo site bench page` and `cargo site bench engine` build what is measured, then start this program.

mod page;
mod twins;
mod engine;
mod median;

use std::{fs, path::Path, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use serde::de::DeserializeOwned;
use which_guarantee::site::{failure::Failure, files::Folders};

const STEP: &str = "measuring";

#[derive(Parser)]
struct CommandLine {
    #[command(subcommand)]
    what: Option<What>,
    /// Cargo gives it to every benchmark.
    #[arg(long, global = true, hide = true)]
    bench: bool,
}

#[derive(Subcommand)]
enum What {
    Page(Options),
    Engine(Options),
}

#[derive(Args)]
struct Options {
    #[arg(long, default_value_t = 5)]
    runs: u8,
    #[arg(long)]
    json: bool,
}

/// How the figures are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Table,
    Json,
}

impl Options {
    fn form(&self) -> Form {
        if self.json { Form::Json } else { Form::Table }
    }
}

fn main() -> ExitCode {
    let folders = Folders::of_package();
    let measured = match CommandLine::parse().what {
        Some(What::Page(it)) => page::page(&folders, it.runs, it.form()),
        Some(What::Engine(it)) => engine::engine(&folders, it.runs, it.form()),
        // As `cargo bench` starts it among others.
        None => {
            eprintln!("These take minutes and a browser. Type: cargo site bench page, or: cargo site bench engine");
            return ExitCode::SUCCESS;
        }
    };
    match measured {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.status())
        }
    }
}

/// The lines that a script has printed, each a JSON object.
fn read<T: DeserializeOwned>(log: &Path, script: &str) -> Result<Vec<T>, Failure> {
    let failed = |why: String| Failure::step(STEP, why, &format!("This is a mistake in {script}."));
    let text = fs::read_to_string(log).map_err(|it| failed(it.to_string()))?;
    // Node and the browser print messages of their own between the lines.
    let lines = text.lines().filter(|it| it.starts_with('{'));
    lines.map(|it| serde_json::from_str(it).map_err(|why| failed(format!("{why}: {it}")))).collect()
}
