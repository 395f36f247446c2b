//! The style sheets: the files of `styles/` as `styles/order` lists them, joined in two parts or each alone, and made
//! small.

use std::{collections::BTreeSet, path::Path};

use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};

use crate::site::{
    failure::Failure,
    files::{all_below, name_below, read_text},
};

const STEP: &str = "joining the styles";

/// The style sheet without comments and needless space. Nothing is rewritten for older browsers.
pub struct Styles {
    /// The styles inline in every page.
    pub first: String,
    /// The styles in a file of their own.
    pub rest: String,
}

/// Joins both parts.
///
/// # Errors
/// A file that is not listed, is listed but missing, or is no CSS.
pub fn joined(root: &Path) -> Result<Styles, Failure> {
    let folder = root.join("styles");
    let order = ordered(&folder)?;
    Ok(Styles { first: part(&folder, &order.first)?, rest: part(&folder, &order.rest)? })
}

/// The style sheet of the tool in one file, which has no other pages.
///
/// # Errors
/// `Failure::Step` if a style sheet cannot be read or parsed, as for `joined`.
pub fn joined_for_one_file(root: &Path) -> Result<String, Failure> {
    let folder = root.join("styles");
    let order = ordered(&folder)?;
    let is_of_the_tool = |name: &String| !ELSEWHERE.iter().any(|it| name.starts_with(it));
    part(&folder, &order.first.into_iter().chain(order.rest).filter(is_of_the_tool).collect::<Vec<_>>())
}

/// Where the blocks of other pages than the tool are.
const ELSEWHERE: [&str; 2] = ["blocks/pages/", "blocks/group.css"];

/// The sheets by their paths below `styles/`, as `styles/order` lists them.
struct Order {
    /// The sheets inline in every page.
    first: Vec<String>,
    /// The sheets joined in a file of their own, behind the line `REST`.
    rest: Vec<String>,
}

/// The line of `styles/order` after which the second part begins.
const REST: &str = "rest";
/// The line of `styles/order` after which the sheets stand that are not joined with others.
const ALONE: &str = "alone";

fn part(folder: &Path, names: &[String]) -> Result<String, Failure> {
    let mut joined = String::new();
    for name in names {
        let text = read_text(&folder.join(name)).map_err(|it| {
            Failure::step(STEP, format!("styles/{name} can't be read: {it}."), "Correct styles/order.")
        })?;
        // Parsed on its own first, so that a mistake is named with its file and line.
        small(&text, name)?;
        joined.push_str(&if text.contains("light-dark(") { with_plain_colours(&text) } else { text });
        joined.push('\n');
    }
    small(&joined, "all of them together")
}

/// A sheet of tokens, whose colours are all `light-dark(#…, #…)`, with the colours of the day first, for browsers that know no `light-dark()` and would have none at all;
/// the pairs follow for the others.
fn with_plain_colours(tokens: &str) -> String {
    let plain = |line: &str| match line.split_once("light-dark(").and_then(|it| Some((it.0, it.1.split_once(',')?.0))) {
        Some((before, day)) => format!("{before}{day};"),
        None => line.replace("color-scheme: light dark", "color-scheme: light"),
    };
    let pairs: String = tokens.lines().filter(|it| it.contains("light-dark(") || it.contains("color-scheme")).collect();
    let tokens: Vec<String> = tokens.lines().map(plain).collect();
    let pairs = format!(":root {{ {pairs} }}");
    format!("{}\n@layer tokens {{ @supports (color: light-dark(#000, #fff)) {{ {pairs} }} }}", tokens.join("\n"))
}

/// A sheet that is not joined with others, by its path below `styles/`, for pages that few readers open.
///
/// # Errors
/// A sheet that is not there or is no CSS.
pub fn alone(root: &Path, path: &str) -> Result<String, Failure> {
    let text = read_text(&root.join("styles").join(path))
        .map_err(|it| Failure::step(STEP, format!("styles/{path} can't be read: {it}."), "Put the sheet back."))?;
    small(&text, path)
}

/// A colour of `styles/tokens.css`, by day and by night.
///
/// # Errors
/// It is not there, or not as `light-dark(#…, #…)`.
pub fn token(root: &Path, name: &str) -> Result<[String; 2], Failure> {
    let failed = |why: String| Failure::step(STEP, why, "Correct styles/tokens.css.");
    let text = read_text(&root.join("styles/tokens.css")).map_err(|it| failed(it.to_string()))?;
    let both = text.split_once(&format!("--{name}: light-dark(")).and_then(|it| it.1.split_once(')'));
    let (day, night) =
        both.and_then(|it| it.0.split_once(',')).ok_or_else(|| failed(format!("It has no colour --{name}.")))?;
    Ok([day, night].map(|it| it.trim().to_owned()))
}

fn small(text: &str, name: &str) -> Result<String, Failure> {
    let failed = |why: String| Failure::step(STEP, format!("styles/{name}: {why}"), "Correct the style sheet.");
    let options = ParserOptions { filename: name.to_owned(), ..ParserOptions::default() };
    // Printed small but not minified: minifying merges and reorders rules, which is more than is wanted here.
    let sheet = StyleSheet::parse(text, options).map_err(|it| failed(it.to_string()))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, ..PrinterOptions::default() })
        .map_err(|it| failed(it.to_string()))?;
    Ok(printed.code)
}

/// Reads the order of the sheets from `styles/order`.
fn ordered(folder: &Path) -> Result<Order, Failure> {
    let there: BTreeSet<String> = all_below(folder)
        .map_err(|it| Failure::step(STEP, it, "Put the folder styles/ back."))?
        .iter()
        .map(|it| name_below(folder, it))
        .filter(|it| it.ends_with(".css"))
        .collect();
    let order = read_text(&folder.join("order"))
        .map_err(|it| Failure::step(STEP, format!("styles/order can't be read: {it}."), "Put the file back."))?;
    let listed: Vec<&str> = order.lines().map(|it| it.split('#').next().unwrap_or_default().trim()).collect();
    if let Some(left_out) = there.iter().find(|it| !listed.contains(&it.as_str())) {
        return Err(Failure::step(
            STEP,
            format!("styles/{left_out} is not in styles/order, so no page would get it."),
            "Add it to styles/order where it belongs, or remove it.",
        ));
    }
    let mut parts = listed.split(|it| [REST, ALONE].contains(it));
    let mut next =
        || parts.next().unwrap_or_default().iter().filter(|it| !it.is_empty()).map(|it| (*it).to_owned()).collect();
    Ok(Order { first: next(), rest: next() })
}
