//! Lighthouse on what `cargo site build` has written: the floors under the scores of the four kinds of page.
//! Scores and no times: the line is simulated from sizes, so that a slow machine fails nothing.
#![cfg(not(target_arch = "wasm32"))]

use std::{path::Path, process::Command};

use serde::Deserialize;
use which_guarantee::site::dev::{
    serve,
    setup::{self, program},
};

/// The tool, an outcome, a question of the walk, a guarantee; below each the least that it has to reach in performance.
/// All were 100 when this was written; what is left is room for a busy machine.
const PAGES: [(&str, u32); 4] =
    [("en/", 95), ("en/#war=armistice&us=troops&backing=broad", 95), ("en/walk/", 98), ("en/guarantees/alliance/", 98)];

/// The other three of Lighthouse's categories, which know no chance.
const WHOLE: [&str; 3] = ["accessibility", "best-practices", "seo"];

#[derive(Deserialize)]
struct Report {
    address: String,
    scores: std::collections::BTreeMap<String, u32>,
    below: std::collections::BTreeMap<String, Vec<String>>,
}

#[test]
fn every_kind_of_page_stays_above_its_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(root.join("dist/index.html").is_file(), "There is no site to look at. Type: cargo site build");
    let runtime = tokio::runtime::Runtime::new().expect("the system has threads");
    let server = runtime.block_on(serve::spawn(&root.join("dist"))).expect("the system has a port");
    let mut command = Command::new(program("node"));
    command.current_dir(root.join("tests")).env("PATH", setup::path()).arg("lighthouse.mjs").arg(program("chromium"));
    command.args(PAGES.iter().map(|(path, _)| format!("http://{}/{path}", server.address)));
    let output = command.output().expect("Node runs; `cargo site test` installs it");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stderr));
    let reports: Vec<Report> =
        told.lines().map(|it| serde_json::from_str(it).expect("one JSON object a line")).collect();
    assert_eq!(reports.len(), PAGES.len(), "{told}");
    let mut low = Vec::new();
    for (report, (_, performance)) in reports.iter().zip(PAGES) {
        let floors = WHOLE.map(|it| (it, 100)).into_iter().chain([("performance", performance)]);
        for (category, floor) in floors {
            let score = report.scores[category];
            println!("{score:>3} {category}, {}", report.address);
            if score < floor {
                let why = report.below[category].join("\n    ");
                low.push(format!("{}: {score} in {category}, not {floor}\n    {why}", report.address));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}
