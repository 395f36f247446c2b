//! Messages between the frame and the page around it: the two scripts that listen, under Node, by the thousand.

use std::{env, path::Path, process::Command};

use serde_json::Value;

/// For each of the two scripts.
const USUAL: u32 = 20_000;

#[test]
fn of_messages_made_at_random_only_the_right_ones_are_followed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let count = env::var("PROPTEST_CASES").unwrap_or_else(|_| USUAL.to_string());
    let scripts = ["embed.js", "frame_page.js"].map(|it| root.join("src/js/embed").join(it));
    let mut telling = Command::new("node");
    telling.arg(root.join("tests/site/fuzzed/messages.mjs")).args(scripts).args(["20230711", &count]);
    let told = telling.output().expect("node is installed");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).expect("it prints JSON");
    let number = |key: &str| told[key].as_u64().unwrap_or_default();
    assert!(number("sent") >= 2_000);
    assert!(number("followed") > number("sent") / 5, "of those that are right, many: {told}");
}
