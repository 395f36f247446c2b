//! Damaged and hostile inputs of every kind, made at random: whatever comes in from outside is read without a panic,
//! and what can't be read is said.
//!
//! Here each property sees a fixed number of inputs from a fixed seed, so that a red test speaks of the change.
//! `PROPTEST_CASES=100000 cargo test --release --features site --test site fuzzed::` tries as many as one likes, other ones each time.

mod arguments;
mod cases;
mod links;
mod messages;
mod packed;

use std::env;

use proptest::{
    prelude::ProptestConfig,
    test_runner::{RngSeed, TestCaseError, TestRunner},
};

/// Tries a property on `usual` inputs, or on as many as `PROPTEST_CASES` says.
fn holds<S: proptest::strategy::Strategy>(
    usual: u32,
    inputs: &S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let asked = env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok());
    let config = ProptestConfig {
        cases: asked.unwrap_or(usual),
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(20_230_711) },
        // What fails is written down as a test of its own.
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if let Err(failure) = TestRunner::new(config).run(inputs, property) {
        panic!("{failure}");
    }
}
