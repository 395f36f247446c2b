//! The long memory: links that readers have kept go on meaning what they meant, version after version.

use std::{fs, path::Path};

use serde::Deserialize;
use which_guarantee::{
    case::{
        AnswerId, GuaranteeId, Model, QuestionId, ReadingId,
        links::{Line, first, lines},
        permalink::{self, Permalink},
    },
    decide::{decision::Decision, rules::Readings, table::Table},
};

use crate::support::case;

/// The links of one time.
#[derive(Deserialize)]
struct Kept {
    /// The version of the rules then.
    rules: String,
    link: Vec<Link>,
}

#[derive(Deserialize)]
struct Link {
    fragment: String,
    outcome: String,
    settled: bool,
    possible: Vec<String>,
}

#[test]
fn every_link_that_was_ever_kept_is_understood_whole() {
    let model = case().model;
    for link in kept().iter().flat_map(|it| &it.link) {
        assert_eq!(permalink::parse(&model, &link.fragment).dropped, 0, "{}", link.fragment);
    }
}

#[test]
fn under_the_rules_that_it_was_made_with_a_link_leads_where_it_led() {
    let model = case().model;
    for kept in kept().iter().filter(|it| it.rules == model.version) {
        leads_where_it_led(&model, kept);
    }
}

#[test]
fn the_links_of_this_version_have_every_question_answer_reading_and_preset() {
    let model = case().model;
    let all = kept();
    let links: Vec<&str> = all
        .iter()
        .filter(|it| it.rules == model.version)
        .flat_map(|it| &it.link)
        .map(|it| it.fragment.as_str())
        .collect();
    assert!(!links.is_empty(), "version {} of the rules has no file in tests/links/", model.version);
    let is_there = |part: &str| links.iter().any(|it| it.split('&').any(|it| it == part));
    for question in &model.questions {
        for answer in &question.answers {
            assert!(is_there(&format!("{}={answer}", question.id)), "{}={answer} is in no link", question.id);
        }
    }
    for reading in &model.readings {
        assert!(is_there(&format!("readings={}", reading.id)), "{} is in no link", reading.id);
    }
    for preset in &model.presets {
        assert!(links.contains(&permalink::format(&model, &preset.answers, &[]).as_str()), "{}", preset.id);
    }
}

#[test]
fn ids_that_were_renamed_change_no_link() {
    let mut model = case().model;
    let us = model.question_ids().find(|it| model.question(*it).id == "us").expect("the case asks about it");
    model.questions[us.index()].id = "washington".to_owned();
    model.former.questions.push(("us".to_owned(), us));
    let war = QuestionId(0);
    let answers = &mut model.questions[war.index()].answers;
    let armistice = answers.iter().position(|it| it == "armistice").expect("the question has this answer");
    answers[armistice] = "truce".to_owned();
    model.former.answers.push((war, "armistice".to_owned(), which_guarantee::case::AnswerId(armistice as u8)));
    model.readings[0].id = "backing".to_owned();
    model.former.readings.push(("J1".to_owned(), which_guarantee::case::ReadingId(0)));
    for kept in kept().iter().filter(|it| it.rules == model.version) {
        leads_where_it_led(&model, kept);
    }
    let link = permalink::parse(&model, "war=armistice&us=troops&readings=J1");
    let written = permalink::format(&model, &link.answers, &link.readings);
    assert_eq!(written, "war=truce&washington=troops&readings=backing", "what is passed on has the names of now");
    // Two names of one question are one question.
    assert_eq!(permalink::parse(&model, "us=troops&washington=none").dropped, 1);
    assert_eq!(permalink::parse(&model, "us=never&moscow=troops").dropped, 2, "what can't be carried is counted");
    // An answer's old name is one of its own question alone.
    assert_eq!(permalink::parse(&model, "war=rain&land=armistice").dropped, 2);
    assert_eq!(permalink::parse(&model, "readings=J99,J1,J98&war=truce").dropped, 2);
    let twice = permalink::parse(&model, "readings=J1,J1&unsure=land,land");
    assert_eq!((twice.readings.len(), twice.unsure.len(), twice.dropped), (1, 1, 0));
}

#[test]
fn a_question_that_is_answered_and_not_sure_has_what_stands_first() {
    let model = case().model;
    for (fragment, answers, unsure) in [("war=peace&unsure=war,us", 1, 1), ("unsure=war,us&war=peace", 0, 2)] {
        let link = permalink::parse(&model, fragment);
        assert_eq!((link.answers.len(), link.unsure.len(), link.dropped), (answers, unsure, 1), "{fragment}");
    }
}

fn leads_where_it_led(model: &Model, kept: &Kept) {
    for expected in &kept.link {
        let link = permalink::parse(model, &expected.fragment);
        assert_eq!(link.dropped, 0, "{}", expected.fragment);
        let table = Table::build(model, Readings::of(&link.readings));
        let space = &table.rules.space;
        let answers =
            link.answers.iter().fold(space.open(), |it, (question, answer)| space.answered(it, *question, *answer));
        let decision = Decision::of(model, &table, answers);
        let id = |it: GuaranteeId| model.guarantee(it).id.as_str();
        let rows = table.rules.rows.iter().map(|it| it.guarantee);
        let possible: Vec<&str> = rows.filter(|it| decision.possible.contains(*it)).map(id).collect();
        assert_eq!(id(decision.headline), expected.outcome, "{}", expected.fragment);
        assert_eq!(decision.is_settled(), expected.settled, "{}", expected.fragment);
        assert_eq!(possible, expected.possible, "{}", expected.fragment);
    }
}

fn kept() -> Vec<Kept> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder is there").map(|it| it.expect("it can be listed").path()).collect();
    paths.sort();
    let read = |it: &std::path::PathBuf| fs::read_to_string(it).expect("the links can be read");
    paths.iter().map(|it| toml::from_str(&read(it)).expect("the links are TOML")).collect()
}

/// What somebody or something does to a link.
type Damage = (&'static str, fn(&str) -> String);

/// Every character outside ids in percent-encoding.
fn encoded(link: &str) -> String {
    link.replace('%', "%25").replace('=', "%3D").replace('&', "%26").replace(',', "%2C").replace('_', "%5F")
}

/// What leaves the fragment a fragment.
const OF_FRAGMENTS: [Damage; 28] = [
    ("nothing", |it| it.to_owned()),
    ("a hash", |it| format!("#{it}")),
    ("encoded", encoded),
    ("encoded in small letters", |it| encoded(it).replace("%3D", "%3d").replace("%2C", "%2c")),
    ("encoded twice", |it| encoded(&encoded(it))),
    ("encoded in part", |it| it.replacen('=', "%3D", 1).replace(',', "%2C")),
    ("every byte encoded", |it| it.bytes().map(|it| format!("%{it:02X}")).collect::<Vec<_>>().concat()),
    ("entities", |it| it.replace('&', "&amp;")),
    ("entities twice", |it| it.replace('&', "&amp;amp;")),
    ("entities by number", |it| it.replace('&', "&#038;")),
    ("entities encoded", |it| it.replace('&', "%26amp%3B")),
    ("a mail's source", |it| it.replace('=', "=3D")),
    ("JSON", |it| it.replace('&', "\\u0026").replace('=', "\\u003d")),
    ("backslashes", |it| it.replace('&', "\\&").replace('_', "\\_").replace('=', "\\=")),
    ("capitals", str::to_ascii_uppercase),
    ("small letters", str::to_ascii_lowercase),
    ("blanks", |it| it.replace('=', " = ").replace('&', " & ").replace(',', ", ")),
    ("encoded blanks", |it| it.replace('&', "%20&%20")),
    ("invisible", |it| it.replace('=', "\u{200b}=\u{ad}").replace('a', "a\u{2060}")),
    ("invisible and encoded", |it| it.replace('&', "%E2%80%8B&%EF%BB%BF")),
    ("a newsletter's tail", |it| format!("{it}?utm_source=paper&utm_medium=e-mail&utm_campaign=a-b.c")),
    ("a newsletter's tail behind a hash", |it| format!("{it}#xtor=EPR-521-[news]-20251127")),
    ("networks", |it| {
        format!("{it}&fbclid=IwAR0-x_Y&gclid=Cj0&msclkid=1&mc_cid=a&mc_eid=b&igshid=c&ref=d&UTM_Source=e")
    }),
    ("a folded part", |it| format!("{it}&open=landscape")),
    ("a network before it", |it| format!("utm_source=paper&{it}")),
    ("a text directive", |it| format!("{it}:~:text=a%20treaty,all&text=us")),
    ("a text directive, encoded", |it| encoded(&format!("{it}:~:text=land=all"))),
    ("a skip link", |it| format!("{it}#main")),
];

const AROUND: [&str; 27] = [
    ".",
    ")",
    ",",
    ">",
    "%3E",
    "\u{201d}",
    "%E2%80%9D",
    "%94",
    "*",
    ";",
    "\"",
    "\u{2026}",
    "\u{2019}",
    "'",
    "]",
    "|",
    "!",
    "?",
    "\u{bb}",
    "/",
    "\\",
    "`",
    "\u{200b}",
    "\u{a0}",
    "%20",
    "&gt;",
    "...)",
];

#[test]
fn a_link_means_the_same_whatever_was_done_to_it() {
    let model = case().model;
    for link in links() {
        let clean = permalink::parse(&model, &link);
        assert_eq!(clean.dropped, 0, "{link}");
        for (what, damage) in OF_FRAGMENTS {
            assert_eq!(permalink::parse(&model, &damage(&link)), clean, "{what}: {}", damage(&link));
        }
        for behind in AROUND {
            for damaged in [format!("{link}{behind}"), encoded(&link) + behind, format!("{behind}{link}{behind}")] {
                assert_eq!(permalink::parse(&model, &damaged), clean, "{damaged}");
            }
            let between = link.replace('&', &format!("{behind}&"));
            assert_eq!(permalink::parse(&model, &between), clean, "{between}");
        }
    }
}

/// As a line of a mail, a chat or a table has it.
const OF_LINES: [Damage; 24] = [
    ("an address", |it| format!("https://paper.example/tools/en/#{it}")),
    ("an encoded hash", |it| format!("https://paper.example/uk/%23{it}")),
    ("an encoded hash and all of it", |it| format!("https://paper.example/uk/%23{}", encoded(it))),
    ("twice", |it| format!("https://paper.example/uk/%2523{}", encoded(&encoded(it)))),
    ("a dash", |it| format!("https://paper.example/uk/%20-%20{it}")),
    ("a name", |it| format!("Anna: https://paper.example/en/#{it}")),
    ("a class", |it| format!("#10B Anna https://paper.example/en/#{it}")),
    ("mine", |it| format!("https://paper.example/en/#{it} (mine)")),
    ("a sentence", |it| format!("I think (https://paper.example/en/#{it}). Do you?")),
    ("a table", |it| format!("Anna\thttps://paper.example/en/#{it}\t10\t#2")),
    ("quoted fields", |it| format!("\"Anna\",\"https://paper.example/en/#{it}\",\"10B\"")),
    ("fields", |it| format!("Anna;https://paper.example/en/#{it};10B")),
    ("a chat", |it| format!("<https://paper.example/en/#{it}|paper.example>")),
    ("a chat, shown", |it| format!("<https://paper.example/en/#{it}|https://paper.example/en/#{it}>")),
    ("Markdown", |it| format!("* [mine](https://paper.example/en/#{it})")),
    ("Markdown, shown", |it| format!("**[https://paper.example/en/#{it}](https://paper.example/en/#{it})**")),
    ("HTML", |it| {
        let it = it.replace('&', "&amp;");
        format!("<a href=\"https://paper.example/en/#{it}\">https://paper.example/en/#{it}</a>")
    }),
    ("an answer to a mail", |it| format!("> > <https://paper.example/en/#{it}>")),
    ("a mail filter", |it| {
        let inner = format!("https%3A%2F%2Fpaper.example%2Fen%2F%23{}", encoded(it));
        format!("https://eur01.safelinks.example/?url={inner}&data=05%7C02%7C%7C0&sdata=x%3D&reserved=0")
    }),
    ("a search engine", |it| {
        format!("https://www.example/url?q=https://paper.example/en/%23{}&sa=D&usg=x", encoded(it))
    }),
    ("a newsletter", |it| format!("https://paper.example/en/?utm_source=x#{it}?utm_medium=y")),
    ("a folded part", |it| format!("https://paper.example/en/#{it}&open=landscape")),
    ("slanted", |it| format!("_https://paper.example/en/#{it}_")),
    ("v", |it| format!("\u{201e}https://paper.example/en/#v=1&{it}\u{201c}")),
];

#[test]
fn the_value_of_a_key_is_found_in_any_link() {
    for (link, value) in [
        ("#war=peace&open=landscape", Some("landscape")),
        ("#open=landscape&war=peace", Some("landscape")),
        ("war%3Dpeace%26open%3Dlandscape", Some("landscape")),
        ("#war=peace&amp;OPEN=landscape.", Some("landscape")),
        ("#war=peace&open=", None),
        ("#war=peace&open", None),
        ("#war=open&us=none", None),
        ("", None),
    ] {
        assert_eq!(permalink::value(link, permalink::OPEN).as_deref(), value, "{link}");
    }
}

#[test]
fn a_line_of_a_group_is_the_link_in_it() {
    let model = case().model;
    for link in links() {
        let clean = permalink::parse(&model, &link);
        let expected = [Line { number: 1, link: clean.clone() }];
        for (what, damage) in OF_LINES {
            assert_eq!(lines(&model, &damage(&link)), expected, "{what}: {}", damage(&link));
            assert_eq!(first(&model, &format!("Look:\n{}", damage(&link))), clean, "{what}: {}", damage(&link));
        }
    }
}

#[test]
fn a_link_broken_over_two_lines_is_one_wherever_it_breaks() {
    let model = case().model;
    for link in links() {
        let address = format!("https://paper.example/en/#{link}");
        let clean = permalink::parse(&model, &link);
        for at in address.find('#').expect("it has one")..address.len() {
            let (before, after) = address.split_at(at);
            // Where both halves mean something, nobody can tell.
            let is_two = permalink::parse(&model, before.split_once('#').map_or("", |it| it.1)).dropped == 0
                && permalink::parse(&model, after).dropped == 0
                && !before.ends_with(['&', '=', '#'])
                && !after.starts_with(['&', '=', '#']);
            for damaged in [format!("{before}\n{after}"), format!("> {before}=\r\n> {after}")] {
                let found = lines(&model, &damaged);
                assert!(is_two || found == [Line { number: 1, link: clean.clone() }], "{damaged}\n{found:?}");
            }
        }
    }
}

#[test]
fn several_links_on_a_line_are_several_readers() {
    let model = case().model;
    let [one, other] = ["war=peace&us=treaty", "war=armistice&us=troops&readings=J1,J3"];
    for between in [" ", ", ", ",", "; ", " and ", "\t", " | ", ">, <", " (mine), Boris: "] {
        for [first, second] in [[one, other], [other, one], [one, one]] {
            let line = format!("https://paper.example/en/#{first}{between}https://paper.example/uk/#{second}.");
            let read = |it: &str| permalink::parse(&model, it);
            let expected: Vec<Permalink> = if first == second && between.contains(['|', '>', '(']) {
                vec![read(first)]
            } else {
                vec![read(first), read(second)]
            };
            let found: Vec<Permalink> = lines(&model, &line).into_iter().map(|it| it.link).collect();
            assert_eq!(found, expected, "{line}");
        }
    }
    // Lines that follow one another are not joined where each means something, or where neither does.
    let pasted = "war=peace&us=treaty\nwar=peace\nus=troops\n#war=rain\npeace to all\n\nland=all\nbye";
    let numbers: Vec<u32> = lines(&model, pasted).iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 7, 8]);
}

#[test]
fn what_means_nothing_is_counted_and_nothing_else_is_lost() {
    let model = case().model;
    for (fragment, left, dropped) in [
        ("w\u{430}r=armistice&us=troops", "us=troops", 1),
        ("war=\u{430}rmistice&us=troops", "us=troops", 1),
        ("war=armistice&moon=full", "war=armistice", 1),
        ("war=armistice,peace&us=troops", "war=armistice&us=troops", 1),
        ("war=armistice=peace", "war=armistice", 1),
        ("war=armistice-lite&us=troops", "us=troops", 1),
        ("war=peace&reform=yes&clid=1", "war=peace", 2),
        ("war=peace&ref=x&main", "war=peace", 0),
        ("readings=J1,J99,j3,X", "readings=J1,J3", 2),
        ("main", "", 0),
        ("#main", "", 0),
        ("mainly", "", 1),
        (".", "", 0),
        ("war=peace&", "war=peace", 0),
    ] {
        let link = permalink::parse(&model, fragment);
        assert_eq!(permalink::format(&model, &link.answers, &link.readings), left, "{fragment}");
        assert_eq!(link.dropped, dropped, "{fragment}");
        assert_eq!(permalink::unknown(&model, fragment).len(), usize::from(dropped), "{fragment}");
    }
}

/// All that were kept, and one with every id of now.
fn links() -> Vec<String> {
    let model = case().model;
    let mut links: Vec<String> = kept()
        .iter()
        .filter(|it| it.rules == model.version)
        .flat_map(|it| &it.link)
        .map(|it| it.fragment.clone())
        .filter(|it| permalink::parse(&model, it).answers.len() + permalink::parse(&model, it).readings.len() > 0)
        .collect();
    let readings: Vec<ReadingId> = ReadingId::all(model.readings.len()).collect();
    for question in model.question_ids() {
        for answer in AnswerId::all(model.question(question).answers.len()) {
            links.push(permalink::format(&model, &[(question, answer)], &readings));
            links.push(permalink::format(&model, &[(question, answer)], &[]));
        }
    }
    links
}
