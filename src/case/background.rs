//! Background: what is known beside the article, namely precedents, what has happened since, and where all of it stands.
//! Nothing of it decides anything. It is data for the page, which fetches it once a reader wants to see it.

use serde::Serialize;

use crate::case::{
    EventId, GuaranteeId, PrecedentId, SourceId,
    dates::Date,
    precedents::{Precedent, PrecedentText},
    timeline::{Direction, Event, EventText, Timeline},
};
use crate::unpack::packed;

packed! {
    /// Timeline, precedents and sources, without sentences: equal in every language.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Background {
        pub timeline: Timeline,
        pub precedents: Vec<Precedent>,
        pub sources: Vec<Source>,
        /// The tag of the case's first language: of the names of publishers, and of titles that name no other.
        pub lang: String,
    }

    /// Its sentences in one language; each list is as long as the one of the same name.
    #[derive(Clone, Debug, Default, PartialEq, Serialize)]
    pub struct BackgroundText {
        pub events: Vec<EventText>,
        pub precedents: Vec<PrecedentText>,
    }

    /// A source that supports a fact.
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
        /// The tag of the title's language.
        pub lang: String,
        pub publisher: String,
        pub published: Published,
        /// It repeats another publisher's report, is a repost or a mirror, or is an encyclopaedia.
        pub second_hand: bool,
        /// URL.
        pub address: String,
    }

    /// When a source was published, as far as the source says it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    pub enum Published {
        On(Date),
        /// It carries no date; all that is known is when it was seen.
        Undated {
            seen: Date,
        },
    }
}

impl Background {
    /// The source with an id of this background.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// All places to read what something rests on.
    pub fn references<'a>(&'a self, ids: &'a [SourceId]) -> impl Iterator<Item = &'a Reference> {
        ids.iter().map(|id| self.source(*id)).flat_map(|it| std::iter::once(&it.main).chain(&it.also))
    }

    /// Nothing but second-hand sources was found, as for what one repost says.
    pub fn only_second_hand(&self, ids: &[SourceId]) -> bool {
        self.references(ids).all(|it| it.second_hand)
    }

    /// The precedent with an id of this background.
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

impl BackgroundText {
    /// The sentences of an event.
    pub fn event(&self, id: EventId) -> &EventText {
        &self.events[id.index()]
    }

    /// The sentences of a precedent.
    pub fn precedent(&self, id: PrecedentId) -> &PrecedentText {
        &self.precedents[id.index()]
    }
}
