//! Progress: what is being done, on standard error; a spinner where a person watches, plain lines elsewhere.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, IsTerminal},
    path::Path,
    process::{Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::site::failure::Failure;

/// Says one line.
pub fn say(line: &str) {
    eprintln!("{line}");
}

/// Does some work under a title such as "Prerendering the pages".
///
/// # Errors
/// Returns the error of `work`.
pub fn work<T>(title: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let progress = Progress::start(title);
    let done = work();
    progress.end(done.is_ok());
    done
}

/// Runs a program that may take long, under a title. Its output goes to a log, and is shown where it fails.
///
/// # Errors
/// The step failed: the end of the output, and where the whole of it is.
pub fn run(title: &str, command: &mut Command, log: &Path, remedy: &str) -> Result<(), Failure> {
    let cant = |why: io::Error| Failure::step(title, why, remedy);
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(cant)?;
    }
    let file = File::create(log).map_err(cant)?;
    command.stdin(std::process::Stdio::null()).stdout(file.try_clone().map_err(cant)?).stderr(file);
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .spawn()
        .map_err(|it| Failure::step(title, format!("The program {program} could not be started: {it}."), remedy))?;
    let progress = Progress::start(title);
    let status = loop {
        match child.try_wait().map_err(cant)? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(100)),
        }
        progress.note(log);
    };
    progress.end(status.success());
    if status.success() { Ok(()) } else { Err(Failure::step(title, ending(command, status, log), remedy)) }
}

struct Progress {
    title: String,
    since: Instant,
    /// None where nobody watches.
    spinner: Option<ProgressBar>,
}

impl Progress {
    fn start(title: &str) -> Self {
        let spinner = io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{spinner} {prefix} … {elapsed} {wide_msg:.dim}")
                .expect("the template is fixed and valid");
            let spinner = ProgressBar::new_spinner().with_style(style).with_prefix(title.to_owned());
            spinner.enable_steady_tick(Duration::from_millis(100));
            spinner
        });
        if spinner.is_none() {
            say(&format!("{title} …"));
        }
        Self { title: title.to_owned(), since: Instant::now(), spinner }
    }

    /// Shows the last line that a program has written.
    fn note(&self, log: &Path) {
        if let Some(spinner) = &self.spinner {
            let text = fs::read(log).unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            spinner.set_message(text.lines().next_back().unwrap_or_default().trim().to_owned());
        }
    }

    fn end(self, is_done: bool) {
        let seconds = self.since.elapsed().as_secs_f32();
        if let Some(spinner) = self.spinner {
            spinner.finish_and_clear();
            if is_done {
                say(&format!("{}: done in {seconds:.1} s", self.title));
            }
        } else if is_done && seconds >= 1.0 {
            say(&format!("  done in {seconds:.1} s"));
        }
    }
}

/// How a program ended, and the last lines of what it said.
fn ending(command: &Command, status: ExitStatus, log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    let tail = lines[lines.len().saturating_sub(30)..].join("\n");
    let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
    let program = command.get_program().to_string_lossy();
    format!(
        "{tail}\n`{program} {}` ended with {status}; all that it said is in {}.",
        arguments.join(" "),
        log.display()
    )
}
