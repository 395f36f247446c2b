//! Lighthouse on what `cargo site build` has written: four kinds of page have no fault in accessibility, best practices
//! and search, and hardly move while they load.
//! The score of performance is printed and not asserted: it counts how long this machine took, and on a busy one the same
//! page got 66 and 94. Bytes have their limits in `budgets.rs`, times are measured by `cargo site bench page`.

use std::{path::Path, process::Command};

use serde::Deserialize;
use which_guarantee::site::{
    dev::serve,
    programs::{self, program},
};

/// The tool, an outcome, a question of the walk, a guarantee.
const PAGES: [&str; 4] = ["en/", "en/#war=armistice&us=troops&backing=broad", "en/walk/", "en/guarantees/alliance/"];

/// The most that may move while a page loads, in Lighthouse's cumulative layout shift (no unit; good is up to 0.1).
const SHIFT: f64 = 0.01;

/// Lighthouse's categories that do not depend on speed. Each has to be 100.
const WHOLE: [&str; 3] = ["accessibility", "best-practices", "seo"];

#[derive(Deserialize)]
struct Report {
    address: String,
    scores: std::collections::BTreeMap<String, u32>,
    /// The audits that keep a category below 100.
    below: std::collections::BTreeMap<String, Vec<String>>,
    shift: f64,
}

#[test]
fn every_kind_of_page_is_without_fault_and_nothing_moves() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(root.join("dist/index.html").is_file(), "There is no site to look at. Type: cargo site build");
    let runtime = tokio::runtime::Runtime::new().expect("the system has threads");
    let server = runtime.block_on(serve::spawn(&root.join("dist"))).expect("the system has a port");
    let mut command = Command::new(program("node"));
    command
        .current_dir(root.join("tests/site"))
        .env("PATH", programs::path())
        .arg("lighthouse.mjs")
        .arg(program("chromium"));
    command.args(PAGES.iter().map(|path| format!("http://{}/{path}", server.address)));
    let output = command.output().expect("Node runs; `cargo site test` installs it");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stderr));
    let reports: Vec<Report> =
        told.lines().map(|it| serde_json::from_str(it).expect("one JSON object a line")).collect();
    assert_eq!(reports.len(), PAGES.len(), "{told}");
    let mut low = Vec::new();
    for Report { address, scores, below, shift } in reports {
        for (category, score) in scores {
            println!("{score:>3} {category}, {address}");
            if WHOLE.contains(&category.as_str()) && score < 100 {
                let why = below[&category].join("\n    ");
                low.push(format!("{address}: {score} in {category}, not 100\n    {why}"));
            }
        }
        if shift > SHIFT {
            low.push(format!("{address}: moves by {shift:.3} while it loads, at most {SHIFT}"));
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}
