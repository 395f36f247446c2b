//! History: what is known beside the article, namely precedents, what has happened since, and where all of it stands.
//! Nothing of it decides anything. It is data for the page, which fetches it once a reader wants to see it.

use serde::Serialize;

use crate::case::{
    EventId, GuaranteeId, PrecedentId, SourceId,
    dates::Date,
    precedents::{Precedent, PrecedentText},
    timeline::{Direction, Event, EventText, Timeline},
};
use crate::unpack::{Packed, Unpack, unpack};

/// The same in every language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct History {
    pub timeline: Timeline,
    pub precedents: Vec<Precedent>,
    pub sources: Vec<Source>,
}

/// Its sentences in one language; each list is as long as the one of the same name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HistoryText {
    pub events: Vec<EventText>,
    pub precedents: Vec<PrecedentText>,
}

/// What a fact rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    pub id: String,
    /// The one to cite.
    pub main: Reference,
    /// More places that say the same or add to it.
    pub also: Vec<Reference>,
}

/// One place to read it. Titles stand in the language in which they were published, or describe it in English.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reference {
    pub title: String,
    pub publisher: String,
    pub published: Published,
    /// URL.
    pub address: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Published {
    On(Date),
    /// It carries no date; all that is known is when it was seen.
    Undated {
        seen: Date,
    },
}

unpack! {
    History { timeline, precedents, sources }
    HistoryText { events, precedents }
    Source { id, main, also }
    Reference { title, publisher, published, address }
}

impl Unpack for Published {
    fn unpack(packed: &mut Packed) -> Self {
        match packed.variant() {
            0 => Self::On(packed.read()),
            _ => Self::Undated { seen: packed.read() },
        }
    }
}

impl History {
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    pub fn precedent(&self, id: PrecedentId) -> &Precedent {
        &self.precedents[id.index()]
    }

    /// The one precedent that is shown beside a guarantee.
    pub fn precedent_for(&self, guarantee: GuaranteeId) -> Option<PrecedentId> {
        PrecedentId::all(self.precedents.len()).find(|id| {
            let it = self.precedent(*id);
            it.shown && it.given == guarantee
        })
    }

    /// The events that touch a guarantee, in the order of their dates, and which way each of them points.
    pub fn events_for(&self, guarantee: GuaranteeId) -> Vec<(EventId, Direction)> {
        let events = EventId::all(self.timeline.events.len()).zip(&self.timeline.events);
        let touching = |(id, event): (EventId, &Event)| {
            event.touches.iter().find(|it| it.guarantee == guarantee).map(|it| (id, it.direction))
        };
        events.filter_map(touching).collect()
    }
}

impl HistoryText {
    pub fn event(&self, id: EventId) -> &EventText {
        &self.events[id.index()]
    }

    pub fn precedent(&self, id: PrecedentId) -> &PrecedentText {
        &self.precedents[id.index()]
    }
}
