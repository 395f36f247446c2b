//! What is known beside the article: that it is all there, and that the page finds its part of it.

use which_guarantee::case::{background::Published, dates::Date, load::Loaded};

use crate::support::case;

#[test]
fn the_timeline_and_the_list_of_sources_are_whole() {
    let Loaded { background, background_texts, languages, .. } = case();
    assert_eq!(background.timeline.events.len(), 38);
    assert_eq!(background.timeline.kept_until, Date::Day(2026, 6, 30));
    let ids: Vec<String> = background.sources.iter().map(|it| it.id.clone()).collect();
    let numbered: Vec<String> = (1..=95).map(|it| format!("S{it:02}")).collect();
    assert_eq!(ids, numbered);
    assert_eq!(background_texts.len(), languages.len());
    for text in &background_texts {
        assert_eq!(text.events.len(), background.timeline.events.len());
        assert_eq!(text.precedents.len(), background.precedents.len());
    }
}

#[test]
fn every_event_is_found_from_each_guarantee_that_it_touches_and_from_no_other() {
    let Loaded { model, background, .. } = case();
    let mut found = 0;
    for guarantee in model.guarantee_ids() {
        let events = background.events_for(guarantee);
        assert!(events.is_sorted_by_key(|(id, _)| *id), "{guarantee:?} has its events in order");
        for (id, direction) in &events {
            let touches = &background.timeline.events[id.index()].touches;
            assert!(touches.iter().any(|it| it.guarantee == guarantee && it.direction == *direction));
        }
        found += events.len();
    }
    let touches: usize = background.timeline.events.iter().map(|it| it.touches.len()).sum();
    assert_eq!(found, touches);
}

#[test]
fn a_guarantee_has_the_precedent_that_was_chosen_for_it_or_none() {
    let Loaded { model, background, background_texts, .. } = case();
    let shown: Vec<(&str, &str)> = model
        .guarantee_ids()
        .filter_map(|it| Some((model.guarantee(it).id.as_str(), background.precedent_for(it)?)))
        .map(|(guarantee, id)| (guarantee, background.precedent(id).id.as_str()))
        .collect();
    let expected = [
        ("nato_full", "sweden_2024"),
        ("nato_law", "west_germany_1955"),
        ("alliance", "bosnia_1995"),
        ("us_pact", "south_korea_1953"),
        ("partners_pact", "poland_1939"),
        ("porcupine", "taiwan_1979"),
        ("rhetoric", "georgia_2008"),
        ("paper", "ukraine_1994"),
    ];
    assert_eq!(shown, expected);
    for text in &background_texts {
        for (precedent, sentences) in background.precedents.iter().zip(&text.precedents) {
            assert_eq!(precedent.shown, sentences.likeness.is_some(), "{}", precedent.id);
        }
    }
}

#[test]
fn a_date_is_read_as_far_as_it_is_known() {
    for (text, date) in [
        ("2023", Date::Year(2023)),
        ("2023-07", Date::Month(2023, 7)),
        ("2023-07-11", Date::Day(2023, 7, 11)),
        ("2024-02-29", Date::Day(2024, 2, 29)),
        ("1954-10-23", Date::Day(1954, 10, 23)),
    ] {
        assert_eq!(Date::read(text), Some(date), "{text}");
        assert_eq!(date.to_string(), text, "it is written as it was read");
    }
    let none =
        ["", "23", "2023-", "2023-7", "2023-00", "2023-07-00", "2023-07-32", "1900-02-29", "+023", "2023-07-11-1"];
    for text in none {
        assert_eq!(Date::read(text), None, "{text}");
    }
}

#[test]
fn a_date_that_may_be_the_same_day_is_not_surely_after() {
    let (day, month, year) = (Date::Day(2026, 1, 25), Date::Month(2026, 1), Date::Year(2026));
    for (one, other) in [(day, day), (day, month), (month, day), (year, day), (day, year), (year, month)] {
        assert!(!one.surely_after(other), "{one} and {other}");
    }
    assert!(Date::Day(2026, 2, 1).surely_after(month));
    assert!(Date::Month(2026, 2).surely_after(Date::Day(2026, 1, 31)));
    assert!(year.surely_after(Date::Day(2025, 12, 31)));
}

#[test]
fn a_source_without_a_date_says_when_it_was_seen() {
    let sources = case().background.sources;
    let published = |id: &str| sources.iter().find(|it| it.id == id).expect("the source is there").main.published;
    assert_eq!(published("S57"), Published::Undated { seen: Date::Year(2026) });
    assert_eq!(published("S02"), Published::On(Date::Day(2023, 7, 11)));
}

#[test]
fn what_rests_on_second_hand_sources_alone_is_told() {
    let Loaded { background, .. } = case();
    let events: Vec<&str> = background
        .timeline
        .events
        .iter()
        .filter(|it| background.only_second_hand(&it.sources))
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(events, ["workable_line_2024", "donbas_report_2026", "unsigned_2026", "donbas_condition_2026"]);
    let precedents: Vec<&str> = background
        .precedents
        .iter()
        .filter(|it| background.only_second_hand(&it.sources))
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(precedents, ["poland_1939", "cyprus_1960"]);
}

#[test]
fn reposts_and_encyclopaedias_are_marked_as_second_hand() {
    let Loaded { background, .. } = case();
    let places = background.sources.iter().flat_map(|it| std::iter::once(&it.main).chain(&it.also));
    for it in places.filter(|it| !it.second_hand) {
        let publisher = it.publisher.to_lowercase();
        for word in ["repost", "mirror", "wikipedia"] {
            assert!(!publisher.contains(word), "{} at {}", it.publisher, it.address);
        }
    }
}

#[test]
fn every_address_is_a_plain_one() {
    let Loaded { background, .. } = case();
    let places = background.sources.iter().flat_map(|it| std::iter::once(&it.main).chain(&it.also));
    for it in places {
        let host = it.address.split('/').nth(2).expect("an address has a host");
        assert!(!host.contains(':'), "{} names a port", it.address);
        assert!(host.contains(|it: char| it.is_ascii_alphabetic()), "{} has a bare number for a host", it.address);
    }
}
