//! The remedies, followed as an editor would: each leads out of its problem.

use which_guarantee::{
    case::load::problem::{CaseFile, Problem},
    site::commands::check,
};

use crate::check::{Damage, case, damaged};

#[test]
fn every_remedy_leads_out() {
    const SHORT: &str = "short = \"Ending\"";
    for (file, over, now) in [
        ("model.toml", "\"us_promise\"]", "\"us_\u{440}romise\"]"),
        ("model.toml", "\"us_promise\"]", "\"us_promise\u{200b}\"]"),
        ("model.toml", "\"us_promise\"]", "\" us_promise\"]"),
        ("model.toml", "section = \"gloomy\"", "section = \"gl\u{43e}omy\""),
        ("model.toml", "\nkind = \"ordinal\"", "\nkind = \"ordin\u{430}l\""),
        ("text/uk.toml", "[question.war]", "[question.\"w\u{430}r\"]"),
        ("text/uk.toml", "[question.war]", "[question.\"war\u{200b}\"]"),
        ("text/en.toml", SHORT, "short = \u{201c}Ending\u{201d}"),
        ("text/en.toml", SHORT, "short = \u{ab}Ending\u{bb}"),
        ("text/en.toml", SHORT, "short = \"Ending\u{201d}"),
        ("text/en.toml", SHORT, "short\u{a0}=\u{a0}\"Ending\""),
        ("text/en.toml", SHORT, "\u{200b}short = \"Ending\""),
        ("text/en.toml", SHORT, "short \u{2013} \"Ending\""),
        ("text/en.toml", SHORT, "\u{455}hort = \"Ending\""),
        ("text/en.toml", SHORT, "short = \"Which \"no\" guarantee?\""),
        ("text/en.toml", SHORT, "short = \"C:\\path\""),
        ("text/uk.toml", "short = \"Перебіг", "short = \"Пере\u{301}біг"),
        ("text/uk.toml", "short = \"Перебіг", "short = \"Пе\u{ad}ребіг"),
    ] {
        println!("{file}: {now:?}");
        let rounds = follow(damaged(&[Damage::Wrote { file, over, now }]));
        assert!(rounds > 0, "{now} is noticed");
    }
}

#[test]
fn a_version_with_dots_or_blanks_leads_out() {
    for (version, headings) in [
        ("1.1", ["[change.1.1]", "[change.\"1.1\"]"]),
        ("1.1.2", ["[change.1.1.2]", "[change.\"1.1.2\"]"]),
        ("2 beta", ["[change.2 beta]", "[change.\"2 beta\"]"]),
    ] {
        for heading in headings {
            let mut files = case();
            for it in &mut files {
                if it.name == "changes.toml" {
                    it.text = [
                        it.text.as_str(),
                        format!("\n[[change]]\nversion = \"{version}\"\ndate = \"2099-01\"\n").as_str(),
                    ]
                    .concat();
                } else if it.name == "model.toml" {
                    let line = it.text.lines().find(|it| it.starts_with("version")).expect("there is one").to_owned();
                    it.text = it.text.replacen(&line, &format!("version = \"{version}\""), 1);
                } else if it.name.starts_with("text/") {
                    it.text = [it.text.as_str(), format!("\n{heading}\nsays = \"It differs.\"\n").as_str()].concat();
                }
            }
            follow(files);
        }
    }
}

/// Sets what an editor would: follows the remedies of every problem in a case, mechanically, until none is left.
fn follow(mut files: Vec<CaseFile>) -> usize {
    for round in 0..4 {
        let Err(problems) = check::check(&files) else { return round };
        let mut places: Vec<_> = problems.iter().collect();
        // From the end, so that the places before stay what they are; one mend a line.
        places.sort_by_key(|it| std::cmp::Reverse(it.place.span.start));
        let mut mended = None;
        for it in places {
            let file = files.iter_mut().find(|file| file.name == it.place.file).expect("the file is there");
            let line = file.text[..it.place.span.start].matches('\n').count();
            if mended != Some((file.name.clone(), line)) && mend(&mut file.text, it) {
                mended = Some((file.name.clone(), line));
            }
        }
        assert!(mended.is_some(), "no remedy can be followed: {problems:#?}");
    }
    panic!("the remedies lead in a circle: {:#?}", check::check(&files).err());
}

/// Does what a remedy says, at the place of the problem.
fn mend(text: &mut String, it: &Problem) -> bool {
    let span = it.place.span.clone();
    let echo = it.says.split('`').nth(1).unwrap_or_default();
    let between = |before: &str, after: &str| {
        let rest = &it.remedy[it.remedy.find(before)? + before.len()..];
        Some(rest[..rest.find(after)?].to_owned())
    };
    if let Some(near) = between("Did you mean `", "`?") {
        text.replace_range(span.clone(), &text[span].replace(echo, &near));
    } else if let Some(key) = between("Write ", " in its place. The ") {
        let (start, end) = line_around(text, span.start);
        text.replace_range(start..end, &format!("[{key}]"));
    } else if let Some(key) = between("Write [", "] here, with the quotes.").or_else(|| between("Write [", "] here.")) {
        let (start, end) = line_around(text, span.start);
        text.replace_range(start..end, &format!("[{key}]"));
    } else if it.remedy.contains("ordinary space") {
        text.replace_range(span, " ");
    } else if let Some(sign) = between("Write ", " in its place") {
        text.replace_range(span, &sign);
    } else if it.remedy.starts_with("Write = between") {
        text.replace_range(span, "=");
    } else if it.remedy.contains("a backslash before each straight one") {
        let (start, end) = line_around(text, span.start);
        let (key, value) = text[start..end].split_once('=').expect("a line has a key");
        let inner = value.trim().trim_matches('"').replace('"', "\\\"");
        let line = format!("{key}= \"{inner}\"");
        text.replace_range(start..end, &line);
    } else if it.remedy.contains("for the backslash itself") {
        let (start, end) = line_around(text, span.start);
        let line = text[start..end].replace('\\', "\\\\");
        text.replace_range(start..end, &line);
    } else if it.remedy.starts_with("Remove it: delete") {
        let odd = |it: char| matches!(it, '\u{200b}' | '\u{ad}');
        let mended = text[span.clone()].replace(odd, "");
        text.replace_range(span, &mended);
    } else if it.remedy.starts_with("Remove the mark") {
        let mended = text[span.clone()].replace('\u{301}', "");
        text.replace_range(span, &mended);
    } else if let Some(rest) = it.remedy.strip_prefix("Move the line with ") {
        let key = rest.split(' ').next().expect("a key");
        let (start, end) = line_around(text, span.start);
        assert!(text[start..end].starts_with(key));
        let line = text[start..end].to_owned();
        text.replace_range(start..end, "");
        text.insert_str(0, &format!("{line}\n"));
    } else {
        return false;
    }
    true
}

fn line_around(text: &str, at: usize) -> (usize, usize) {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    (start, text[at..].find('\n').map_or(text.len(), |it| at + it))
}
