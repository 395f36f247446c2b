//! The colours: every pair of tokens that text or a mark uses, by day and by night, at the contrast of WCAG 2.2 AA.
#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeMap, fs, path::Path};

/// What text of any size needs on its ground.
const TEXT: f64 = 4.5;
/// What a mark, a border of a control or the ring of the focus needs.
const MARK: f64 = 3.0;

#[test]
fn every_pair_of_tokens_has_the_contrast_that_it_needs() {
    let tokens = tokens();
    let grounds = ["ground", "raised", "accent-soft"];
    let texts = ["ink", "muted", "accent", "alert"];
    let mut pairs: Vec<(String, String, f64)> = Vec::new();
    for ground in grounds {
        pairs.extend(texts.map(|it| (it.to_owned(), ground.to_owned(), TEXT)));
        pairs.push(("rule-strong".to_owned(), ground.to_owned(), MARK));
    }
    pairs.extend((1..=9).map(|it| (format!("on-step-{it}"), format!("step-{it}"), TEXT)));
    for (front, back, least) in pairs {
        for (mode, name) in ["by day", "by night"].iter().enumerate() {
            let found = contrast(tokens[&front][mode], tokens[&back][mode]);
            assert!(found >= least, "--{front} on --{back} {name}: {found:.2} to 1, not {least}");
        }
    }
}

#[test]
fn the_scale_gets_darker_by_day_and_brighter_by_night_step_by_step() {
    let tokens = tokens();
    for step in 1..9 {
        let light = |step: u32, mode: usize| luminance(tokens[&format!("step-{step}")][mode]);
        assert!(light(step, 0) > light(step + 1, 0), "by day, step {step}");
        assert!(light(step, 1) < light(step + 1, 1), "by night, step {step}");
    }
}

/// Every colour by name: by day, by night.
fn tokens() -> BTreeMap<String, [u32; 2]> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/tokens.css");
    let css = fs::read_to_string(path).expect("the tokens can be read");
    let colour =
        |it: &str| u32::from_str_radix(it.trim().trim_start_matches('#'), 16).expect("a colour such as #1a2b3c");
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
            let (day, night) = value.strip_suffix(");")?.split_once(',')?;
            Some((name.to_owned(), [colour(day), colour(night)]))
        })
        .collect()
}

/// As WCAG 2.2 defines the contrast ratio.
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// As WCAG 2.2 defines relative luminance.
fn luminance(colour: u32) -> f64 {
    let channel = |shift: u32| {
        let value = f64::from((colour >> shift) & 0xff) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}
