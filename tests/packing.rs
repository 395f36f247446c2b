//! What the site packs, the browser reads back: every edition, annex and page for a group, and nothing that is damaged.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fmt::Debug;

use serde::Serialize;
use support::case;
use which_guarantee::{
    text,
    unpack::{Unpack, unpacked},
    view::{Edition, annex::Annex, editions::editions},
};

#[test]
fn everything_that_is_packed_is_read_back_the_same() {
    for (edition, annex) in editions(&case()) {
        comes_back(&edition.brief());
        comes_back(&annex);
    }
    for interface in text::all() {
        comes_back(&interface.gathering);
    }
}

#[test]
fn an_edition_that_ends_early_or_goes_on_is_not_read() {
    for (edition, _) in editions(&case()) {
        let bytes = packed(&edition.brief());
        for end in 0..bytes.len() {
            assert_eq!(unpacked::<Edition>(bytes[..end].to_vec().leak()), None, "cut off at {end}");
        }
        assert_eq!(unpacked::<Edition>([&bytes, &[0][..]].concat().leak()), None);
    }
}

/// It may make no sense, but it ends, and nothing panics.
#[test]
fn a_damaged_annex_does_no_harm() {
    let (_, annex) = editions(&case()).remove(0);
    let bytes = packed(&annex);
    for index in (0..bytes.len()).step_by(7) {
        let mut damaged = bytes.clone();
        damaged[index] = !damaged[index];
        let _ = unpacked::<Annex>(damaged.leak());
    }
}

fn comes_back<T: Serialize + Unpack + PartialEq + Debug + 'static>(value: &T) {
    assert_eq!(unpacked::<T>(packed(value).leak()), Some(value));
}

fn packed(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("all that is packed has a length")
}
