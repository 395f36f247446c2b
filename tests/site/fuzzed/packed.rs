//! Packed editions that were damaged on the way or in a cache: they are refused, or read as what their bytes say, and
//! reading ends. A page that then can't go on says so (`boot.rs`); here it is seen that it gets as far as that.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::LazyLock,
    time::{Duration, Instant},
};

use proptest::{collection::vec, prelude::*, sample::Index};
use serde::Serialize;
use which_guarantee::{
    case::Model,
    decide::{decision::Decision, interview::Choices, rules::Readings, table::Table},
    text::{self, group::GroupText},
    unpack::{Unpack, unpacked},
    view::{edition::Edition, edition::from_case::editions, outcome_data::OutcomeData},
};

use crate::{fuzzed::holds, support::case};

/// Only what does not end takes longer, on a machine however loaded.
const PATIENCE: Duration = Duration::from_secs(60);

struct Packed {
    edition: Vec<u8>,
    outcome_data: Vec<u8>,
    group: Vec<u8>,
}

static PACKED: LazyLock<Packed> = LazyLock::new(|| {
    let (edition, outcome_data) = editions(&case()).remove(0);
    let group = text::all().into_iter().next().expect("there is a language").group;
    Packed { edition: packed(&edition.first_load()), outcome_data: packed(&outcome_data), group: packed(&group) }
});

#[derive(Clone, Copy, Debug)]
enum Damage {
    Wrote(u8),
    Turned(u8),
    Lost,
    Doubled,
    CutOff,
    /// A length that is as long as lengths get.
    Endless,
}

#[test]
fn a_damaged_edition_is_read_to_an_end_and_does_no_harm() {
    holds(500, &damages(), |damages| {
        if let Some(edition) = read::<Edition>(&PACKED.edition, damages)? {
            comes_to_an_end(&edition.model)?;
        }
        Ok(())
    });
}

#[test]
fn damaged_sentences_are_read_to_an_end() {
    holds(500, &damages(), |damages| {
        read::<OutcomeData>(&PACKED.outcome_data, damages.clone())?;
        read::<GroupText>(&PACKED.group, damages)?;
        Ok(())
    });
}

#[test]
fn bytes_of_any_kind_are_read_to_an_end() {
    holds(2_000, &vec(prop_oneof![any::<u8>(), Just(0xff), Just(0)], 0..300), |bytes| {
        read::<Edition>(&bytes, Vec::new())?;
        read::<OutcomeData>(&bytes, Vec::new())?;
        read::<Vec<Vec<Vec<String>>>>(&bytes, Vec::new())?;
        Ok(())
    });
}

#[test]
fn a_length_that_is_not_true_is_not_believed() {
    // Four thousand million, six times.
    let bytes = [0xff, 0xff, 0xff, 0xff, 0x0f].repeat(6);
    let start = Instant::now();
    assert_eq!(unpacked::<Vec<String>>(bytes.clone().leak()), None);
    assert_eq!(unpacked::<Vec<Vec<u32>>>(bytes.clone().leak()), None);
    assert_eq!(unpacked::<Vec<Option<[Vec<u8>; 3]>>>(bytes.leak()), None);
    assert!(start.elapsed() < PATIENCE);
}

fn damages() -> impl Strategy<Value = Vec<(Index, Damage)>> {
    let damage = prop_oneof![
        any::<u8>().prop_map(Damage::Wrote),
        (0..8_u8).prop_map(Damage::Turned),
        Just(Damage::Lost),
        Just(Damage::Doubled),
        Just(Damage::CutOff),
        Just(Damage::Endless),
    ];
    vec((any::<Index>(), damage), 0..4)
}

/// Reads damaged bytes, in a time that only an endless loop takes longer than, and sees that they mean what was read.
fn read<T: Unpack + Serialize>(
    whole: &[u8],
    damages: Vec<(Index, Damage)>,
) -> Result<Option<&'static T>, TestCaseError> {
    let mut bytes = whole.to_vec();
    for (at, damage) in damages {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match damage {
            Damage::Wrote(it) => bytes[at] = it,
            Damage::Turned(bit) => bytes[at] ^= 1 << bit,
            Damage::Lost => {
                bytes.remove(at);
            }
            Damage::Doubled => bytes.insert(at, bytes[at]),
            Damage::CutOff => bytes.truncate(at),
            Damage::Endless => {
                bytes.splice(at..at, [0xff, 0xff, 0xff, 0xff, 0x0f]);
            }
        }
    }
    let bytes: &'static [u8] = bytes.leak();
    let start = Instant::now();
    let read = unpacked::<T>(bytes);
    prop_assert!(start.elapsed() < PATIENCE);
    // Nothing is read as what it is not: the bytes of what was read are those that were there.
    if let Some(read) = read {
        prop_assert!(packed(read) == bytes, "{} bytes are read as something else", bytes.len());
    }
    Ok(read)
}

/// What the page does first with rules that were read: it gets on or panics, upon which the reader is told.
fn comes_to_an_end(model: &Model) -> Result<(), TestCaseError> {
    let worlds = model.questions.iter().fold(1_usize, |product, it| product.saturating_mul(it.answers.len()));
    prop_assert!(worlds <= 1 << 22, "{} worlds would keep a reader waiting", worlds);
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let table = Table::build(model, Readings::BASE);
        Decision::of(model, &table, Choices::none(&table.rules).answers(&table.rules))
    }));
    Ok(())
}

fn packed(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("all that is packed has a length")
}
