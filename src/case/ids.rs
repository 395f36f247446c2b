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
    /// Position in `Model::sections`.
    SectionId,
    /// Position in `Model::actors`.
    ActorId,
    /// Position in `Model::terms`.
    TermId,
    /// Position in `Model::chapters`.
    ChapterId,
    /// Position in `Model::questions`.
    QuestionId,
    /// Position among the answers of one question.
    AnswerId,
    /// Position in `Model::conditions`.
    ConditionId,
    /// Position in `Model::guarantees`.
    GuaranteeId,
    /// Position in `Model::readings`.
    ReadingId,
    /// Position in `Model::flags`.
    FlagId,
    /// Position in `Model::presets`.
    PresetId,
    /// Position in `Background::sources`.
    SourceId,
    /// Position in `Timeline::events`.
    EventId,
    /// Position in `Background::precedents`.
    PrecedentId,
}
