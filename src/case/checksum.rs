//! A packed case that travels by itself: behind a sign and a checksum, so that damage is noticed before anything is read.

use crate::case::Model;

/// The most combinations of answers for which a table is built.
pub const MOST_WORLDS: u64 = 250_000;

/// The first bytes of every sealed case; the digit is the version of the format.
const SIGN: &[u8; 4] = b"wgc1";

/// A packed case behind its sign and checksum.
pub fn sealed(packed: &[u8]) -> Vec<u8> {
    [SIGN.as_slice(), &checksum(packed).to_le_bytes(), packed].concat()
}

/// The packed case in sealed bytes; none where they are not what was sealed.
pub fn opened(bytes: &[u8]) -> Option<&[u8]> {
    let (sum, packed) = bytes.strip_prefix(SIGN)?.split_first_chunk()?;
    (checksum(packed) == u64::from_le_bytes(*sum)).then_some(packed)
}

/// How many combinations of answers a case has, as far as that can be counted.
pub fn worlds(model: &Model) -> u64 {
    model.questions.iter().fold(1, |worlds: u64, it| worlds.saturating_mul(it.answers.len() as u64))
}

/// FNV-1a of 64 bits: against accidents, not against forgers (<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>).
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, it| (sum ^ u64::from(*it)).wrapping_mul(0x0100_0000_01b3))
}
