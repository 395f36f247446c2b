//! What the site packs, the browser reads back: every edition, outcome data and page for a group, and
//! nothing that is damaged.

use std::{any::type_name, collections::BTreeSet, fmt::Debug, fs, path::Path};

use serde::Serialize;
use walkdir::WalkDir;
use which_guarantee::{
    case::{
        Amendment, AnswerId, ConditionId, Effect, GuaranteeId, Kind, Model, QuestionId, background::Published,
        dates::Date, precedents::Held, timeline::Direction,
    },
    text,
    unpack::{Unpack, unpacked},
    view::{
        edition::from_case::editions,
        edition::{Deployment, Edition},
        outcome_data::OutcomeData,
    },
};

use crate::support::case;

#[test]
fn everything_that_is_packed_is_read_back_the_same() {
    for (edition, outcome_data) in editions(&case()) {
        comes_back(&edition.first_load());
        comes_back(&outcome_data);
    }
    for interface in text::all() {
        comes_back(&interface.group);
    }
}

#[test]
fn an_edition_that_ends_early_or_goes_on_is_not_read() {
    for (edition, _) in editions(&case()) {
        let bytes = packed(&edition.first_load());
        for end in 0..bytes.len() {
            assert_eq!(unpacked::<Edition>(bytes[..end].to_vec().leak()), None, "cut off at {end}");
        }
        assert_eq!(unpacked::<Edition>([&bytes, &[0][..]].concat().leak()), None);
    }
}

#[test]
fn every_variant_comes_back_and_a_number_that_none_has_is_a_fault() {
    let (one, two, three) = (GuaranteeId(1), GuaranteeId(2), ConditionId(3));
    let date = Date::Month(2023, 7);
    let mut tried = BTreeSet::new();
    tried.insert(variants(&[Kind::Nominal, Kind::Ordinal]));
    tried.insert(variants(&[Effect::Set(QuestionId(1), AnswerId(2)), Effect::Idle(QuestionId(1))]));
    tried.insert(variants(&[
        Amendment::Swap { guarantee: one, from: three, to: ConditionId(4) },
        Amendment::Drop(one),
        Amendment::Add { guarantee: one, needs: vec![three], above: two },
        Amendment::Above { guarantee: one, over: two },
    ]));
    tried.insert(variants(&[Date::Year(2023), date, Date::Day(2023, 7, 11)]));
    tried.insert(variants(&[Published::On(date), Published::Undated { seen: date }]));
    tried.insert(variants(&[Held::Yes, Held::Price, Held::Partly, Held::SoFar, Held::No, Held::Open]));
    tried.insert(variants(&[Direction::For, Direction::Against, Direction::Open]));
    tried.insert(variants(&[
        Deployment::Site,
        Deployment::SingleFile { site: Some("https://example.org/".to_owned()) },
    ]));
    assert_eq!(tried, enums_that_are_packed(), "every enum is tried here");
}

#[test]
fn a_flag_that_is_neither_yes_nor_no_is_a_fault() {
    assert_eq!([0, 1].map(|it| unpacked::<bool>(vec![it].leak()).copied()), [Some(false), Some(true)]);
    for byte in 2..=u8::MAX {
        assert_eq!(unpacked::<bool>(vec![byte].leak()), None, "{byte}");
        assert_eq!(unpacked::<Option<u8>>(vec![byte, 1].leak()), None, "{byte}");
        assert_eq!(unpacked::<Option<u8>>(vec![byte].leak()), None, "{byte}");
    }
}

#[test]
fn a_number_that_is_too_large_or_longer_than_it_needs_is_a_fault() {
    let read = |bytes: &[u8]| unpacked::<u32>(bytes.to_vec().leak()).copied();
    let read_short = |bytes: &[u8]| unpacked::<u16>(bytes.to_vec().leak()).copied();
    assert_eq!(read(&[0xff, 0xff, 0xff, 0xff, 0x0f]), Some(u32::MAX));
    assert_eq!(read(&[0xff, 0xff, 0xff, 0xff, 0x1f]), None);
    assert_eq!(read(&[0xff, 0xff, 0xff, 0xff, 0x8f]), None);
    assert_eq!(read(&[0]), Some(0));
    assert_eq!(read(&[0x80, 0]), None);
    assert_eq!(read_short(&[0xff, 0xff, 0x03]), Some(u16::MAX));
    assert_eq!(read_short(&[0x80, 0x80, 0x04]), None);
}

/// A legal number in the place of another can't be told from it; then all that is read is what the bytes say.
#[test]
fn rules_with_a_changed_bit_are_refused_or_read_as_they_say() {
    let model = case().model;
    let bytes = packed(&model);
    let (mut refused, mut read) = (0, 0);
    for (index, bit) in (0..bytes.len()).flat_map(|index| (0..8).map(move |bit| (index, bit))) {
        let mut changed = bytes.clone();
        changed[index] ^= 1 << bit;
        match unpacked::<Model>(changed.clone().leak()) {
            None => refused += 1,
            Some(it) => {
                read += 1;
                assert_eq!(packed(it), changed, "bit {bit} of byte {index}");
            }
        }
    }
    assert!(refused > 1000 && read > 1000, "{refused} were refused, {read} were read");
}

/// It may make no sense, but it ends, and nothing panics.
#[test]
fn damaged_outcome_data_do_no_harm() {
    let (_, outcome_data) = editions(&case()).remove(0);
    let bytes = packed(&outcome_data);
    for index in (0..bytes.len()).step_by(7) {
        let mut damaged = bytes.clone();
        damaged[index] = !damaged[index];
        if let Some(read) = unpacked::<OutcomeData>(damaged.clone().leak()) {
            assert_eq!(packed(read), damaged, "byte {index}");
        }
    }
}

/// Tries all variants of an enum, in the order of their declaration, and every other number. Gives the enum's name.
fn variants<T: Serialize + Unpack + PartialEq + Debug + 'static>(all: &[T]) -> String {
    let name = type_name::<T>().rsplit("::").next().unwrap_or_default();
    for (number, variant) in all.iter().enumerate() {
        assert_eq!(usize::from(packed(variant)[0]), number, "{name}: the variants are not in order");
        comes_back(variant);
    }
    for number in u32::try_from(all.len()).unwrap()..300 {
        // Whatever follows it.
        for tail in all.iter().map(|it| packed(it)[1..].to_vec()).chain((0..9).map(|it| vec![0; it])) {
            let bytes = [packed(&number), tail].concat();
            assert_eq!(unpacked::<T>(bytes.clone().leak()), None, "{name}: {bytes:?}");
        }
    }
    name.to_owned()
}

/// The names of all enums for which the source has a way to read them.
fn enums_that_are_packed() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut names = BTreeSet::new();
    for entry in WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|it| it.path().extension().is_some_and(|it| it == "rs"))
    {
        let text = fs::read_to_string(entry.path()).unwrap();
        assert!(!text.contains(".variant()") || entry.path().ends_with("src/unpack.rs"), "{}", entry.path().display());
        for block in text.split("\npacked! {\n").skip(1) {
            let lines = block.lines().take_while(|it| *it != "}");
            let heads = lines.filter_map(|it| it.strip_prefix("    pub enum "));
            names.extend(heads.filter_map(|it| it.split_whitespace().next()).map(str::to_owned));
        }
    }
    names
}

fn comes_back<T: Serialize + Unpack + PartialEq + Debug + 'static>(value: &T) {
    assert_eq!(unpacked::<T>(packed(value).leak()), Some(value));
}

fn packed(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("all that is packed has a length")
}
