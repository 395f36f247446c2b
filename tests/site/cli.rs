//! The command line as others use it: data on standard output, everything else on standard error, and exit statuses.

use std::process::{Command, Output};

use serde_json::Value;

use crate::support;

fn site(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site")).args(arguments).output().expect("the command starts")
}

fn stdout(arguments: &[&str]) -> String {
    let output = site(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the data is UTF-8")
}

fn decision(arguments: &[&str]) -> Value {
    let arguments = [&["decide"], arguments].concat();
    serde_json::from_str(&stdout(&arguments)).expect("the decision is JSON")
}

/// Bad input: status 2, nothing on standard output, and one message that names what is wrong.
fn check_refused(arguments: &[&str], named: &[&str]) {
    let output = site(arguments);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
    assert!(output.stdout.is_empty(), "{arguments:?} writes data");
    for part in named {
        assert!(message.contains(part), "{arguments:?} does not name `{part}`: {message}");
    }
}

#[test]
fn a_decision_has_every_part_of_the_contract() {
    let decision = decision(&["war=armistice&us=troops&backing=broad"]);
    let keys: Vec<&str> = decision.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut expected = vec![
        "outcome",
        "settled",
        "possible",
        "at_least",
        "at_best",
        "ranking",
        "changes",
        "reasons",
        "deciding",
        "interim",
        "flags",
        "answers",
        "overruled",
        "readings",
    ];
    expected.sort_unstable();
    assert_eq!(keys, expected);
    assert_eq!(decision["outcome"], "us_pact");
    assert_eq!(decision["settled"], false);
    assert_eq!(decision["answers"]["backing"], "broad");
    assert_eq!(decision["ranking"][0]["guarantee"], "us_pact");
    assert_eq!(decision["ranking"][0]["status"], "most-plausible");
    assert_eq!(decision["ranking"].as_array().map(Vec::len), Some(12));
    assert_eq!(decision["changes"].as_array().map(Vec::len), Some(11));
}

#[test]
fn a_missing_condition_names_its_question_and_the_answers_that_would_do() {
    let decision = decision(&["war=armistice&us=troops"]);
    let ranking = decision["ranking"].as_array().expect("a list");
    let pact = ranking.iter().find(|it| it["guarantee"] == "us_pact").expect("every guarantee is ranked");
    assert_eq!(pact["status"], "open");
    assert_eq!(pact["missing"], serde_json::json!(["backing"]));
    assert_eq!(pact["needs"], serde_json::json!({ "backing": ["broad"] }));
    let changes = decision["changes"].as_array().expect("a list");
    let change = changes.iter().find(|it| it["guarantee"] == "us_pact").expect("every other guarantee has changes");
    assert_eq!(change["sets"][0], serde_json::json!({ "answers": { "backing": ["broad"] }, "decided_by": ["world"] }));
}

#[test]
fn no_answers_are_answers_too() {
    for arguments in [&[][..], &[""], &["#"], &["v=1"]] {
        let decision = decision(arguments);
        assert_eq!(decision["outcome"], "rhetoric", "{arguments:?}");
        assert_eq!(decision["possible"].as_array().map(Vec::len), Some(9));
    }
}

#[test]
fn answers_that_contradict_each_other_are_reconciled_by_name() {
    let decision = decision(&["#war=armistice&land=all"]);
    assert_eq!(decision["answers"]["war"], "victory");
    assert_eq!(decision["overruled"], serde_json::json!(["N1"]));
}

#[test]
fn readings_are_switched_in_the_link_or_beside_it() {
    let answers = "war=armistice&us=troops&backing=g7";
    assert_eq!(decision(&[answers])["outcome"], "treaty");
    let beside = decision(&[answers, "--readings", "J1"]);
    let inside = decision(&[&format!("{answers}&readings=J1")]);
    assert_eq!(beside["outcome"], "us_pact");
    assert_eq!(beside, inside);
    assert_eq!(
        decision(&[&format!("{answers}&readings=J1"), "--readings", "J3"])["readings"].to_string(),
        r#"["J1","J3"]"#
    );
}

#[test]
fn the_table_has_a_row_for_every_combination() {
    let table = stdout(&["table"]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 43_741);
    assert_eq!(lines[0], "war,land,nato,pledge,us,partners,backing,supply,society,outcome");
    assert_eq!(lines[1], "ongoing,claimed,no,no,none,none,split,low,no,paper");
    assert_eq!(lines[43_740], "victory,all,full,law,troops,troops,broad,high,full,nato_full");
}

#[test]
fn a_switched_reading_changes_the_table() {
    let base = stdout(&["table"]);
    let switched = stdout(&["table", "--readings", "J1,J3"]);
    assert_eq!(switched.lines().count(), 43_741);
    assert_eq!(base.lines().next(), switched.lines().next());
    assert_ne!(base, switched);
}

#[test]
fn a_case_that_holds_passes_its_check_without_data() {
    let output = site(&["check"]);
    assert!(output.status.success());
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("The case holds: 9 questions"));
}

#[test]
fn a_damaged_case_is_shown_with_file_line_and_column() {
    let folder = changed_case(|text| text.replacen(".\nversion = \"1\"", ".\nversion = 1", 1));
    let path = folder.path().to_str().expect("a plain path");
    for command in ["check", "decide", "table", "certificate", "graph", "dmn"] {
        check_refused(
            &[command, "--case", path],
            &["model.toml:12:11", "`version` must be a text", "help: ", "1 problem in"],
        );
    }
    check_refused(&["diff", path], &["model.toml:12:11", "`version` must be a text"]);
}

#[test]
fn the_certificate_has_the_counts_of_the_domain_and_a_hash_of_the_rules_alone() {
    let certificate = |arguments: &[&str]| -> Value {
        let arguments = [&["certificate"], arguments].concat();
        serde_json::from_str(&stdout(&arguments)).expect("the certificate is JSON")
    };
    let own = certificate(&[]);
    assert_eq!(own["holds"], true);
    assert_eq!((&own["worlds"], &own["given_worlds"]), (&Value::from(43_740), &Value::from(13_608)));
    assert_eq!(own["walk_nodes"], 21);
    assert_eq!(own["properties"]["more_willingness_never_weakens"]["checked"], 207_765);
    assert_eq!(own["readings_move"]["J7"], 3_942);
    assert_eq!(own["influence"]["war"], 13_122);
    let reworded = changed_case(|text| text.replace("Ukraine prevails.", "Ukraine wins."));
    assert_eq!(
        certificate(&["--case", reworded.path().to_str().expect("a plain path")])["rules_sha256"],
        own["rules_sha256"]
    );
    let rules = changed_case(|text| {
        text.replacen("\nversion = \"1\"", "\nversion = \"2\"", 1).replace("[change.1]", "[change.2]")
    });
    assert_ne!(
        certificate(&["--case", rules.path().to_str().expect("a plain path")])["rules_sha256"],
        own["rules_sha256"]
    );
}

#[test]
fn a_diff_counts_the_worlds_that_change_outcome() {
    let same = changed_case(|text| text);
    let path = |it: &tempfile::TempDir| it.path().to_str().expect("a plain path").to_owned();
    assert!(stdout(&["diff", &path(&same)]).contains("\n0 of them change outcome."));
    // The older case lets a promise stand in for the law, as reading J4 does, and that moves 729 worlds.
    let older = changed_case(|text| {
        text.replacen(
            "question = \"pledge\"\nanswers = [\"law\"]",
            "question = \"pledge\"\nanswers = [\"promise\", \"law\"]",
            1,
        )
        .replace("same_outcome = [[\"no\", \"promise\"]]", "same_outcome = [[\"promise\", \"law\"]]")
        .replace("from = \"peaceful_law\", to = \"peaceful_promise\"", "from = \"peaceful_law\", to = \"claim_kept\"")
    });
    let report = stdout(&["diff", &path(&older)]);
    assert!(report.contains("729 of them change outcome."), "{report}");
    assert!(report.contains("worlds: nato_law -> rhetoric"), "{report}");
    assert!(report.contains("pledge = promise"), "{report}");
}

#[test]
fn a_diff_follows_ids_that_were_renamed() {
    let renamed = changed_case(|text| {
        let text =
            text.replace("[question.supply", "[question.arms").replace("question = \"supply\"", "question = \"arms\"");
        text.replace("id = \"supply\"", "id = \"arms\"\nwas = [\"supply\"]").replace(" supply = ", " arms = ")
    });
    let renamed = renamed.path().to_str().expect("a plain path");
    let report = stdout(&["diff", "case", "--case", renamed]);
    assert!(report.starts_with("Questions renamed: supply -> arms.\n13608 of 13608 worlds"), "{report}");
    assert!(report.contains("\n0 of them change outcome."), "{report}");
}

#[test]
fn a_rule_can_be_looked_at_while_a_claim_fails() {
    let changed = changed_case(|text| {
        let needs = "needs = [\"ended\", \"us_troops\", \"broad_backing\"";
        text.replace(&format!("{needs}, \"steady_arms\"]"), &format!("{needs}]"))
    });
    let changed = changed.path().to_str().expect("a plain path");
    check_refused(&["check", "--case", changed], &["The claim `S8` fails", "cargo site decide", "needs --case "]);
    let output = site(&["diff", "case", "--case", changed]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("1 problem in"), "it is not passed over in silence");
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    // The editors' guide shows just this change.
    let guide = std::fs::read_to_string("GUIDE.md").expect("the guide is there");
    for line in report.lines().map(str::trim).filter(|it| !it.is_empty()) {
        assert!(guide.contains(line), "GUIDE.md does not show `{line}`");
    }
    let decided = "war=armistice&us=troops&backing=broad&supply=low";
    assert_eq!(decision(&[decided, "--case", changed])["outcome"], "us_pact");
    let link = format!("https://news.example/en/#{decided}");
    assert_eq!(decision(&[&link, "--case", changed]), decision(&[decided, "--case", changed]));
    let certificate = site(&["certificate", "--case", changed]);
    assert_eq!(certificate.status.code(), Some(2));
    let json: Value = serde_json::from_slice(&certificate.stdout).expect("the certificate is JSON");
    assert_eq!(json["properties"]["claims_hold"]["failed"], 0);
    assert_eq!(json["properties"]["conclusions_hold"]["failed"], 1);
}

#[test]
fn the_graph_has_the_nodes_of_the_walk() {
    let dot = stdout(&["graph"]);
    assert!(dot.starts_with("digraph walk {") && dot.ends_with("}\n"));
    assert_eq!(dot.matches("[label=").count() - dot.matches("->").count(), 21);
    assert_eq!(dot.matches("[shape=box]").count(), 9);
    assert_ne!(dot, stdout(&["graph", "--readings", "J1"]));
}

/// A copy of the case with every file's text changed.
fn changed_case(change: impl Fn(String) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("text")).expect("a folder");
    for file in support::case_files() {
        std::fs::write(folder.path().join(file.name), change(file.text)).expect("a file");
    }
    folder
}

#[test]
fn bad_input_is_refused_with_one_message() {
    let expected = decision(&["war=armistice&us=troops&readings=J1"]);
    for damaged in [
        "'war=armistice&us=troops&readings=J1'",
        "\u{201c}https://news.example/uk/#WAR=armistice&amp;us=troops&amp;readings=j1\u{201d}",
        "https://news.example/uk/%23war=armistice&us=troops&readings=J1.",
        "https://safe.example/?url=https%3A%2F%2Fnews.example%2Fuk%2F%23war%3Darmistice%26us%3Dtroops%26readings%3DJ1&data=1",
        "war=armistice&us=troops&readings=J1&fbclid=x:~:text=treaty",
    ] {
        assert_eq!(decision(&[damaged]), expected, "{damaged}");
    }
    check_refused(&["decide", "war=peas"], &["1 part means nothing", "`war=peas`", "ongoing, dictated, armistice"]);
    check_refused(&["decide", "wor=peace&us=tropps"], &["2 parts", "`wor=peace`", "the questions are", "`us=tropps`"]);
    check_refused(&["decide", "war=peace&war=victory"], &["1 part", "twice"]);
    check_refused(&["decide", "wor=\u{201d}peace\u{201d}"], &["1 part", "`wor=peace`", "the questions are"]);
    check_refused(&["decide", "'war=armistice"], &["begins with '", "double quotes"]);
    check_refused(&["decide", "--readings", "J1,J99"], &["`J1,J99`", "J1,J2"]);
    check_refused(&["table", "--readings", "J0"], &["`J0`"]);
    check_refused(&["dmn", "--readings", "J0"], &["`J0`"]);
    check_refused(&["dmn", "--locale", "xx"], &["no sentences in `xx`", "The languages are en, cs, de"]);
    check_refused(&["table", "--case", "/no/such/folder"], &["/no/such/folder", "--case"]);
    check_refused(&["frobnicate"], &["frobnicate"]);
    check_refused(&["serve", "--port", "eighty"], &["eighty"]);
    check_refused(&[], &["Usage"]);
}

#[test]
fn a_table_goes_to_a_file_with_the_separator_that_a_spreadsheet_expects() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("table.csv");
    let path = file.to_str().expect("a path");
    for (name, sign) in [("comma", ','), ("semicolon", ';'), (";", ';'), (",", ','), ("tab", '\t')] {
        assert_eq!(stdout(&["table", "--separator", name, "--out", path]), "", "nothing goes elsewhere");
        let written = std::fs::read_to_string(&file).expect("the file is there, in UTF-8");
        let head = written.lines().next().expect("a line").split(sign).collect::<Vec<_>>();
        assert_eq!((head.len(), head[9]), (10, "outcome"), "{name}");
        assert_eq!(written.replace(sign, ","), stdout(&["table"]));
    }
    let nowhere = folder.path().join("nowhere/table.csv");
    check_refused(
        &["table", "--out", nowhere.to_str().expect("a path")],
        &["can't be written", "a folder that is there"],
    );
}

#[test]
fn what_is_meant_for_a_file_can_be_written_to_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("out");
    let path = file.to_str().expect("a path");
    for command in [&["decide", "war=peace"][..], &["graph"], &["dmn"]] {
        assert_eq!(stdout(&[command, &["--out", path]].concat()), "");
        assert_eq!(std::fs::read_to_string(&file).expect("UTF-8"), stdout(command), "{command:?}");
    }
}

#[test]
fn an_odd_letter_in_the_list_of_readings_is_named() {
    check_refused(
        &["decide", "--readings", "\u{408}1"],
        &["The 1st character of `\u{408}1` is Cyrillic \u{408} (U+0408)"],
    );
}

#[test]
fn commands_in_documents_and_help_stand_between_double_quotes() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["README.md", "GUIDE.md", "CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(root.join(name)).expect("the document is there");
        let line = text.lines().find(|it| it.contains("cargo site") && it.contains("decide '"));
        assert_eq!(line, None, "{name}: single quotes are no quotes in every shell");
    }
    assert!(stdout(&["decide", "--help"]).contains("cargo site decide \"QUESTION=ANSWER&QUESTION=ANSWER\""));
}

#[test]
fn every_bench_is_listed_in_help_with_an_example() {
    let listed = stdout(&["bench", "--help"]);
    for name in ["page", "engine"] {
        assert!(listed.lines().any(|it| it.split_whitespace().next() == Some(name)), "{name}: {listed}");
        let help = stdout(&["bench", name, "--help"]);
        assert!(help.contains(&format!("cargo site bench {name} --runs 3 --json")), "{help}");
    }
    check_refused(&["bench", "engine", "--runs", "0"], &["0 is not in 1..=99"]);
}
