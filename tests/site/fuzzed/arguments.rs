//! What is typed behind `cargo site decide`: a whole answer, or one message that says what is wrong.

use std::sync::LazyLock;

use proptest::prelude::*;
use which_guarantee::{
    case::Model,
    site::{commands::decide, failure::Failure},
};

use crate::{
    fuzzed::{
        holds,
        links::{anything, good},
    },
    support::case,
};

static MODEL: LazyLock<Model> = LazyLock::new(|| case().model);

#[test]
fn whatever_is_typed_is_decided_or_refused_with_a_message() {
    let address = prop_oneof![4 => Just(""), 1 => Just("https://news.example/uk/#"), 1 => Just("file:///tool.html#")];
    let fragment = prop_oneof![3 => anything(), 1 => good().prop_map(|it| it.text())];
    holds(300, &(address, fragment), |(address, fragment)| {
        match decide::report(&MODEL, &format!("{address}{fragment}"), &[]) {
            Ok(report) => {
                let json = serde_json::to_value(&report).expect("a report is JSON");
                prop_assert!(json["possible"].as_array().is_some_and(|it| it.contains(&json["outcome"])));
                prop_assert_eq!(json["ranking"].as_array().map(Vec::len), Some(MODEL.guarantees.len()));
            }
            Err(Failure::Input(says)) => {
                let is_counted = says.split_once(' ').is_some_and(|it| it.0.parse::<u8>().is_ok_and(|it| it > 0));
                prop_assert!(is_counted || says.contains("double quotes"), "{}", says);
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
        Ok(())
    });
}

#[test]
fn whatever_readings_are_named_they_are_known_or_refused() {
    let named = prop_oneof![anything(), "(J[0-9],?){0,5}", "J1&war=peace", "#?J[1-8]"];
    holds(2_000, &named, |list| {
        match decide::readings(&MODEL, &list) {
            Ok(readings) => {
                let ids: Vec<&str> = readings.iter().map(|it| MODEL.readings[it.index()].id.as_str()).collect();
                let named =
                    |it: &str| it.trim_matches(|it: char| !it.is_alphanumeric() && it != '_').to_ascii_uppercase();
                let mut all = list.split(',').map(named).filter(|it| !it.is_empty());
                prop_assert!(all.all(|it| ids.contains(&it.as_str())), "{:?}", ids);
            }
            Err(failure) => prop_assert!(failure.to_string().contains("J1,J2"), "{}", failure),
        }
        Ok(())
    });
}
