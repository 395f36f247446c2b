//! The timeline: what has happened since the article, with dates and sources. It changes no rule and no answer.

use serde::{Deserialize, Serialize};

use crate::case::{GuaranteeId, ReadingId, SourceId, dates::Date};
use crate::unpack::packed;

packed! {
    /// The events since the article, without their sentences.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Timeline {
        /// The last day up to which somebody has looked for events.
        pub kept_until: Date,
        /// By date; where one begins while another goes on, the one that began first comes first.
        pub events: Vec<Event>,
    }

    /// Something that has happened, and the guarantees that it bears on.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Event {
        pub id: String,
        /// The day, or the first of several.
        pub date: Date,
        /// The last day of what took more than one.
        pub until: Option<Date>,
        /// The reports carry no date; the one given is as near as can be told.
        pub undated: bool,
        /// The guarantees that it bears on, in the order of the model. Never empty.
        pub touches: Vec<Touch>,
        /// The reading that it bears on.
        pub reading: Option<ReadingId>,
        /// Never empty.
        pub sources: Vec<SourceId>,
    }

    /// A guarantee that an event bears on, and which way it points.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    pub struct Touch {
        pub guarantee: GuaranteeId,
        pub direction: Direction,
    }

    /// Which way an event points, seen from a guarantee. It says nothing about how much weight that has.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Direction {
        /// The event points towards the guarantee.
        For,
        /// The event points away from the guarantee.
        Against,
        /// It concerns it and points neither way, or both.
        Open,
    }

    /// An event in one language.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct EventText {
        pub title: String,
        pub says: String,
    }
}
