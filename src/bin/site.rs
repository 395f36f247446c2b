//! `cargo site …`: reads the command line and hands over to the library.

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand, ValueEnum};
use which_guarantee::{
    decide::{decision_graph::DecisionGraph, rules::Readings, table::Table, verify::proofs::prove},
    site::{
        build::{self, pwa::Worker},
        commands::{certificate, check, decide, diff, dmn, package, reading_grade, table, traffic},
        dev::{bench, reproduce, serve, test},
        failure::Failure,
        files::Folders,
        hosting,
        pages::method::graph,
    },
};

/// Builds, serves and checks the tool, and answers questions about its rules.
#[derive(Parser)]
#[command(name = "cargo site", bin_name = "cargo site", version, propagate_version = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build what has changed and serve it on this machine.
    #[command(after_help = "Example: cargo site serve --port 8081")]
    Serve {
        /// The port to serve at.
        #[arg(long, default_value_t = 8080, value_name = "N")]
        port: u16,
        #[command(flatten)]
        case: CaseFolder,
    },
    /// Run every test, including those in browsers. Installs what they need first.
    #[command(
        after_help = "Example: cargo site test\n\nOne kind alone: cargo test (the case and the engine, no browser)."
    )]
    Test,
    /// Write the finished site to dist/.
    #[command(after_help = "Example: cargo site build\n\nThe folder dist/ can be copied to any web host as it is.")]
    Build {
        /// Build a service worker that removes itself and everything that earlier ones stored on readers' devices.
        #[arg(long)]
        kill_worker: bool,
        #[command(flatten)]
        case: CaseFolder,
    },
    /// Print the configuration of a web server for the site in dist/.
    #[command(
        after_help = "Example: cargo site hosting nginx --files /srv/guarantee --out /etc/nginx/conf.d/guarantee.conf\n\n\
                            Static hosts that read _headers find that file in dist/."
    )]
    Hosting {
        server: Server,
        /// Where dist/ is copied to on the server.
        #[arg(long, default_value = "/srv/which-guarantee", value_name = "DIR")]
        files: PathBuf,
        /// A copy of the dist/ that is online now. The configuration then allows both versions, so it can be installed
        /// before the files are copied.
        #[arg(long, value_name = "DIST")]
        and: Option<PathBuf>,
        #[command(flatten)]
        case: CaseFolder,
        #[command(flatten)]
        out: OutFile,
    },
    /// Print how many bytes and requests to expect when a front page links to the tool, from the sizes in dist/.
    #[command(after_help = "Example: cargo site scale --readers 50000")]
    Scale {
        /// Readers in an hour.
        #[arg(long, default_value_t = 1_000_000, value_name = "N")]
        readers: u64,
    },
    /// Build the site a second time, in another folder, and compare every byte; takes some minutes.
    #[command(
        after_help = "Example: cargo site reproduce\n\nExit status: 0 if every file is the same, 1 if one differs."
    )]
    Reproduce,
    /// Measure speed against the same questions and rules in other tools. Installs what it needs first.
    Bench {
        #[command(subcommand)]
        what: Bench,
    },
    /// Write the engine as an npm package to target/site/package/, ready to publish.
    #[command(after_help = "Example: cargo site package && npm publish target/site/package\n\n\
                            With --case, take only cases/ from it: name and README are those of the first case.")]
    Package {
        #[command(flatten)]
        case: CaseFolder,
    },
    /// Check the case: every mistake at once, with file, line and what to do.
    #[command(after_help = "Example: cargo site check\n\nExit status: 0 if the case holds, 2 if it has mistakes.")]
    Check {
        #[command(flatten)]
        case: CaseFolder,
    },
    /// Print the decision that follows from answers, as JSON.
    #[command(after_help = "Example: cargo site decide \"QUESTION=ANSWER&QUESTION=ANSWER\" --readings READING\n\n\
                            A link to the tool is as good: the answers are its part after the #.")]
    Decide {
        /// Answers as question=answer, joined by &; questions left out are open.
        #[arg(default_value = "", value_name = "FRAGMENT")]
        fragment: String,
        #[command(flatten)]
        readings: ReadingList,
        #[command(flatten)]
        case: CaseFolder,
        #[command(flatten)]
        out: OutFile,
    },
    /// Print what is proven about the rules, as JSON.
    #[command(
        after_help = "Example: cargo site certificate\n\nExit status: 0 if every property holds, 2 if one fails."
    )]
    Certificate {
        #[command(flatten)]
        case: CaseFolder,
        #[command(flatten)]
        out: OutFile,
    },
    /// Print which combinations of answers change outcome between an older version of the case and this one.
    #[command(after_help = "Example: git worktree add ../before HEAD~1 && cargo site diff ../before/case")]
    Diff {
        /// The folder of the older case.
        #[arg(value_name = "OLD_CASE")]
        old: PathBuf,
        #[command(flatten)]
        case: CaseFolder,
        #[command(flatten)]
        out: OutFile,
    },
    /// Print the reduced decision graph in the DOT language.
    #[command(after_help = "Example: cargo site graph | dot -Tsvg > walk.svg")]
    Graph {
        #[command(flatten)]
        readings: ReadingList,
        #[command(flatten)]
        case: CaseFolder,
        #[command(flatten)]
        out: OutFile,
    },
    /// Print the rules in the Decision Model and Notation (DMN 1.3 XML), for other rule engines and modelling tools.
    #[command(after_help = "Example: cargo site dmn --out rules.dmn\n\n\
                            Whether an outcome is final, what would change it and why are more than DMN can say.")]
    Dmn {
        /// The language of labels and descriptions, such as en; the first of the case unless given.
        #[arg(long, value_name = "LOCALE")]
        locale: Option<String>,
        #[command(flatten)]
        readings: ReadingList,
        #[command(flatten)]
        case: CaseFolder,
        #[command(flatten)]
        out: OutFile,
    },
    /// Print the outcome of every combination of answers, as CSV.
    #[command(after_help = "Example: cargo site table --out table.csv\n\n\
                            For a spreadsheet that expects semicolons: cargo site table --separator semicolon --out table.csv")]
    Table {
        /// The separator between columns.
        #[arg(long, value_enum, default_value_t = Separator::Comma)]
        separator: Separator,
        #[command(flatten)]
        readings: ReadingList,
        #[command(flatten)]
        case: CaseFolder,
        #[command(flatten)]
        out: OutFile,
    },
}

#[derive(Subcommand)]
enum Bench {
    /// The page in Chromium on a slow line and processor, beside the same questions in SurveyJS, React and Preact.
    #[command(after_help = "Example: cargo site bench page --runs 3 --json > page.json")]
    Page {
        /// How often each page is loaded; the medians are printed.
        #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=99))]
        runs: u8,
        /// Print JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// The engine's wasm in Chromium, beside plain JavaScript, json-rules-engine and zen on the same decision table.
    #[command(after_help = "Example: cargo site bench engine --runs 3 --json > engine.json\n\n\
                            Every engine has to agree on every combination of answers before it is timed.")]
    Engine {
        /// How often each engine is timed; the medians are printed.
        #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=99))]
        runs: u8,
        /// Print JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Server {
    Nginx,
    Caddy,
}

#[derive(Args)]
struct CaseFolder {
    /// Use the case in this folder instead of this package's own.
    #[arg(long = "case", value_name = "DIR")]
    folder: Option<PathBuf>,
}

#[derive(Args)]
struct OutFile {
    /// Write to this file instead of standard output, always in UTF-8.
    #[arg(long = "out", value_name = "FILE")]
    file: Option<PathBuf>,
}

impl OutFile {
    fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let Some(file) = &self.file else { return write_all(bytes) };
        fs::write(file, bytes).map_err(|it| {
            Failure::Input(format!("{} can't be written: {it}. Name a file in a folder that is there.", file.display()))
        })
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Separator {
    #[value(alias = ",")]
    Comma,
    #[value(alias = ";")]
    Semicolon,
    #[value(alias = "\t")]
    Tab,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

#[derive(Args)]
struct ReadingList {
    /// Interpretations to switch from ours to the other one: their ids, separated by commas.
    #[arg(long = "readings", value_name = "IDS", default_value = "", hide_default_value = true)]
    ids: String,
}

fn main() -> ExitCode {
    let line = CommandLine::parse();
    match run(line.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let message = failure.to_string();
            if !message.is_empty() {
                eprintln!("{message}");
            }
            ExitCode::from(failure.status())
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    let folders = Folders::of_package();
    let with =
        |case: CaseFolder| case.folder.map_or_else(|| folders.clone(), |it| Folders { case: it, ..folders.clone() });
    let rules = |case: CaseFolder| check::rules(&with(case).case);
    match command {
        Command::Serve { port, case } => {
            let listener = serve::listen(port)?;
            build::build(&with(case), Worker::Keeps)?;
            serve::serve(&folders.dist, listener)
        }
        Command::Test => test::test(&folders),
        Command::Build { kill_worker, case } => {
            build::build(&with(case), if kill_worker { Worker::RemovesItself } else { Worker::Keeps })
        }
        Command::Hosting { server, files, and, case, out } => {
            let publisher = check::checked(&with(case).case)?.publisher;
            let wanted = hosting::Wanted { files, and };
            let write = match server {
                Server::Nginx => hosting::nginx::configuration,
                Server::Caddy => hosting::caddy::configuration,
            };
            out.write(hosting::configuration(&folders, &publisher, wanted, write)?.as_bytes())
        }
        Command::Scale { readers } => write_all(traffic::scale(&folders, readers)?.as_bytes()),
        Command::Reproduce => reproduce::reproduce(&folders),
        Command::Bench { what } => {
            let form = |json| if json { bench::Form::Json } else { bench::Form::Table };
            match what {
                Bench::Page { runs, json } => bench::page(&folders, runs, form(json)),
                Bench::Engine { runs, json } => bench::engine(&folders, runs, form(json)),
            }
        }
        Command::Package { case } => {
            let written = package::package(&with(case))?;
            eprintln!("{written}");
            Ok(())
        }
        Command::Check { case } => {
            let loaded = check::checked(&with(case).case)?;
            eprintln!("{}", check::summary(&loaded));
            for line in check::unread(&loaded).into_iter().chain(reading_grade::summary(&loaded)) {
                eprintln!("{line}");
            }
            Ok(())
        }
        Command::Decide { fragment, readings, case, out } => {
            let model = rules(case)?.model;
            let report = decide::report(&model, &fragment, &decide::readings(&model, &readings.ids)?)?;
            let mut json = serde_json::to_string_pretty(&report).map_err(|it| unwritten(&it.into()))?;
            json.push('\n');
            out.write(json.as_bytes())
        }
        Command::Certificate { case, out } => {
            let loaded = rules(case)?;
            let proven = prove(&loaded.model, &loaded.claims);
            let json = serde_json::to_string_pretty(&certificate::certificate(&loaded, &proven));
            out.write((json.map_err(|it| unwritten(&it.into()))? + "\n").as_bytes())?;
            let fails = || Failure::Input("A property of the rules fails; the certificate names it.".to_owned());
            proven.holds().then_some(()).ok_or_else(fails)
        }
        Command::Diff { old, case, out } => {
            let before = check::rules(&old)?.model;
            out.write(diff::diff(&before, &rules(case)?.model).as_bytes())
        }
        Command::Graph { readings, case, out } => {
            let model = rules(case)?.model;
            let table = Table::build(&model, Readings::of(&decide::readings(&model, &readings.ids)?));
            out.write(graph::dot(&model, &DecisionGraph::of(&model, &table)).as_bytes())
        }
        Command::Dmn { locale, readings, case, out } => {
            let loaded = check::checked(&with(case).case)?;
            let readings = decide::readings(&loaded.model, &readings.ids)?;
            out.write(dmn::dmn(&loaded, locale.as_deref(), &readings)?.as_bytes())
        }
        Command::Table { separator, readings, case, out } => {
            let model = rules(case)?.model;
            let readings = decide::readings(&model, &readings.ids)?;
            let mut rows = Vec::new();
            table::write(&model, &readings, separator.byte(), &mut rows).map_err(|it| unwritten(&it))?;
            out.write(&rows)
        }
    }
}

/// A reader that has gone, such as a closed `head`, is no error.
fn write_all(bytes: &[u8]) -> Result<(), Failure> {
    match io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(unwritten(&error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn unwritten(error: &io::Error) -> Failure {
    Failure::step("writing to standard output", error, "Make room where it leads.")
}
