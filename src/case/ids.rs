//! Typed indices: each is a position in one of the lists of a case, below 256.

use serde::Serialize;

use crate::unpack::{Packed, Unpack};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(pub u8);

        impl Unpack for $name {
            fn unpack(packed: &mut Packed) -> Self {
                Self(packed.read())
            }
        }

        impl $name {
            /// Position in the model's list, for indexing.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            /// All ids of a list of this length.
            pub fn all(length: usize) -> impl DoubleEndedIterator<Item = $name> + Clone {
                let end = u8::try_from(length).expect("loading rejects lists that a byte can't index");
                (0..end).map($name)
            }
        }
    )*};
}

ids! {
    SectionId, ActorId, TermId, ChapterId, QuestionId,
    /// Position among the answers of one question.
    AnswerId,
    ConditionId, GuaranteeId, ReadingId, FlagId, PresetId,
    /// Position in the history's list.
    SourceId,
    /// Position in the history's list.
    EventId,
    /// Position in the history's list.
    PrecedentId,
}
