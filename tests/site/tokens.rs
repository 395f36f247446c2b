//! The colours: every pair of tokens that text or a mark uses, by day and by night, at the contrast of WCAG 2.2 AA.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use which_guarantee::site::build::styles;

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
    let on = |step| {
        if step < 6 {
            "on-pale"
        } else if step < 7 {
            "on-middle"
        } else {
            "on-deep"
        }
    };
    pairs.extend((1..=9).map(|it| (on(it).to_owned(), format!("step-{it}"), TEXT)));
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

/// In the sheets as they are built: a browser that runs the wasm may know nothing newer than what these values need.
/// Where a property has a newer value as well, that stands in `@supports` and the older one before it.
#[test]
fn every_custom_property_has_a_value_that_old_browsers_know() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let joined = styles::joined(root).expect("the sheets are joined");
    let alone = ["pages/embed/frame_page", "pages/embed/configurator", "offline"]
        .map(|it| styles::alone(root, &format!("blocks/{it}.css")).expect("a sheet alone"));
    let in_one_file = styles::joined_for_one_file(root).expect("the sheets of the one file are joined");
    let mut plain = BTreeSet::new();
    let mut newer = BTreeSet::new();
    for sheet in alone.iter().chain([&joined.first, &joined.rest, &in_one_file]) {
        let mut rules = sheet.split("@supports");
        // The rule ends with three braces in a row: of its style rule, its own, and its layer's.
        let parts: Vec<_> = rules
            .by_ref()
            .enumerate()
            .map(|(at, it)| if at == 0 { ("", it) } else { it.split_once("}}}").expect("its end") })
            .collect();
        for (asked, besides) in parts {
            newer.extend(custom_properties(asked).map(|it| it.0));
            for (name, value) in custom_properties(besides) {
                assert!(is_old(value), "--{name}: {value} has no older value before it");
                plain.insert(name);
            }
        }
    }
    assert!(newer.len() > 20 && newer.is_subset(&plain), "{:?}", newer.difference(&plain));
    for (name, [day, _]) in tokens() {
        let both = custom_properties(&joined.first).chain(custom_properties(&joined.rest));
        let first = both.into_iter().find(|it| it.0 == name).expect("it is in the first sheet").1;
        assert_eq!(u32::from_str_radix(&long(first), 16), Ok(day), "--{name} by day comes first");
    }
}

/// `1a2b3c` of `#1a2b3c` or `#123`.
fn long(colour: &str) -> String {
    let digits = colour.trim_start_matches('#');
    if digits.len() == 3 { digits.chars().flat_map(|it| [it, it]).collect() } else { digits.to_owned() }
}

/// Names without their dashes, and values, of whatever is set in a sheet.
fn custom_properties(sheet: &str) -> impl Iterator<Item = (&str, &str)> {
    let declaration = |it: &'_ str| -> Option<(usize, usize)> {
        let colon = it.find(':')?;
        let end = it.find([';', '}']).unwrap_or(it.len());
        (colon < end && it[..colon].chars().all(|it| it.is_ascii_alphanumeric() || it == '-')).then_some((colon, end))
    };
    sheet
        .match_indices("--")
        .filter(|(at, _)| *at == 0 || sheet[..*at].ends_with(['{', ';', '}', ' ', '\n']))
        .filter_map(move |(at, _)| {
            let rest = &sheet[at + 2..];
            let (colon, end) = declaration(rest)?;
            Some((&rest[..colon], rest[colon + 1..end].trim()))
        })
}

/// Functions and units of before 2021.
fn is_old(value: &str) -> bool {
    let functions = value.match_indices('(').map(|(at, _)| {
        let name = value[..at].rfind(|it: char| !it.is_ascii_alphanumeric() && it != '-').map_or(0, |it| it + 1);
        &value[name..at]
    });
    let units = value.split(|it: char| !it.is_ascii_alphanumeric() && it != '.' && it != '%' && it != '#');
    let units = units.filter(|it| it.starts_with(|it: char| it.is_ascii_digit() || it == '.'));
    let unit = |it: &str| it.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.').to_owned();
    functions.into_iter().all(|it| ["", "var", "calc", "min", "max", "clamp", "rgb"].contains(&it))
        && units.map(unit).all(|it| ["", "%", "px", "em", "rem", "ch", "vw", "vh", "ms", "s"].contains(&it.as_str()))
}

/// Every colour by name: by day, by night.
fn tokens() -> BTreeMap<String, [u32; 2]> {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let css = ["tokens.css", "scale_tokens.css"]
        .map(|it| fs::read_to_string(styles.join(it)).expect("the tokens can be read"));
    let css = css.concat();
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

/// A language is read from its own side: nothing but the direction of the page turns a sheet around.
#[test]
fn no_sheet_tells_left_from_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut count = 0;
    for entry in walkdir::WalkDir::new(root).into_iter().flatten().filter(|it| it.file_type().is_file()) {
        let text = fs::read_to_string(entry.path()).expect("a sheet is text");
        let declared = text.lines().filter_map(|it| it.trim().strip_suffix(';')?.split_once(": "));
        for (property, value) in declared {
            let named = format!("{}: {property}: {value}", entry.path().display());
            let sided = |it: &str| it.split('-').any(|it| it == "left" || it == "right");
            assert!(!sided(property) && !sided(value), "{named}");
            let parts = parts(value);
            let has_sides = ["margin", "padding", "border-width", "inset"].contains(&property) && parts.len() == 4;
            assert!(!has_sides || parts[1] == parts[3], "{named}: write {property}-block and {property}-inline");
            count += 1;
        }
    }
    assert!(count > 1000, "the sheets are there: {count}");
}

/// The parts of a value between spaces outside of parentheses.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in value.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' if depth == 0 => parts.push(String::new()),
            _ => {}
        }
        parts.last_mut().expect("there is one from the start").push(letter);
    }
    parts.iter().map(|it| it.trim().to_owned()).collect()
}
