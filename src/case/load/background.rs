//! From `timeline.toml`, `precedents.toml` and `sources.toml`, as editors write them, to the background.

use crate::case::{
    SourceId,
    background::{Background, Published, Reference, Source},
    dates::Date,
    load::{
        resolver::{Names, word},
        schema::*,
        toml_file::Document,
    },
    precedents::Precedent,
    timeline::{Event, Timeline, Touch},
};

/// The entries of the three files.
pub struct BackgroundSource {
    kept_until: Option<Placed>,
    events: Vec<EventSource>,
    precedents: Vec<PrecedentSource>,
    pub sources: Vec<SourceSource>,
}

impl BackgroundSource {
    /// Takes all entries out of the three files, and reports what else is in them.
    pub fn read<'a>(timeline: &mut Document<'a>, precedents: &mut Document<'a>, sources: &mut Document<'a>) -> Self {
        let read = BackgroundSource {
            kept_until: timeline.string("kept_until", "2023-07-11"),
            events: timeline.list("event"),
            precedents: precedents.list("precedent"),
            sources: sources.list("source"),
        };
        for file in [timeline, precedents, sources] {
            file.nothing_else();
        }
        read
    }
}

impl Names {
    /// The background with its ids resolved. Reports what is wrong in each entry, and what they are together.
    pub fn make_background(&mut self, it: &BackgroundSource) -> Background {
        self.file = "sources.toml";
        self.distinct("source", it.sources.iter().map(|it| &it.id));
        let sources = it.sources.iter().map(|it| self.make_source(it)).collect();
        self.file = "precedents.toml";
        self.distinct("precedent", it.precedents.iter().map(|it| &it.id));
        let precedents = it.precedents.iter().map(|it| self.make_precedent(it)).collect();
        self.shown_alone(&it.precedents);
        self.file = "timeline.toml";
        self.distinct("event", it.events.iter().map(|it| &it.id));
        let events = it.events.iter().map(|it| self.make_event(it)).collect();
        let kept_until = it.kept_until.as_ref().and_then(|it| self.date(it));
        self.in_order(kept_until, &it.events);
        Background {
            timeline: Timeline { kept_until: kept_until.unwrap_or(UNREAD), events },
            precedents,
            sources,
            lang: self.first_language.clone(),
        }
    }

    fn make_event(&mut self, it: &EventSource) -> Event {
        let date = self.date(&it.date);
        let until = it.until.as_ref().and_then(|it| self.date(it));
        if let (Some(date), Some(until), Some(at)) = (date, until, &it.until)
            && date.surely_after(until)
        {
            self.problem(
                at,
                format!("The event `{}` ends before it begins.", it.id.get_ref()),
                "Correct its date or its until.".to_owned(),
            );
        }
        let mut touches: Vec<Touch> = it
            .touches
            .iter()
            .map(|(guarantee, direction)| Touch { guarantee: self.guarantee(guarantee), direction: *direction })
            .collect();
        touches.sort_unstable_by_key(|it| it.guarantee);
        if touches.is_empty() {
            self.problem(
                &it.id,
                format!("The event `{}` touches no guarantee, so no page would show it.", it.id.get_ref()),
                "Name at least one guarantee and the way it points, as in touches = { guarantee = \"for\" }."
                    .to_owned(),
            );
        }
        Event {
            id: word(&it.id),
            date: date.unwrap_or(UNREAD),
            until,
            undated: it.undated,
            touches,
            reading: it.reading.as_ref().map(|id| self.reading(id)),
            sources: self.sourced("event", &it.id, &it.sources),
        }
    }

    /// The order by date, and that nobody tells of a day up to which nobody has looked.
    fn in_order(&mut self, kept_until: Option<Date>, events: &[EventSource]) {
        let mut latest: Option<(Date, &Placed)> = None;
        for event in events {
            // What is no date has been reported.
            let Some(date) = Date::read(event.date.get_ref()) else { continue };
            let ends = event.until.as_ref().and_then(|it| Some((Date::read(it.get_ref())?, it)));
            let (end, at) = ends.unwrap_or((date, &event.date));
            if let Some(kept) = kept_until
                && end.surely_after(kept)
            {
                self.problem(
                    at,
                    format!(
                        "The event `{}` is later than {kept}, up to which the timeline was kept.",
                        event.id.get_ref()
                    ),
                    "Correct the date, or set kept_until to the last day up to which you have looked for events."
                        .to_owned(),
                );
            }
            if let Some((before, id)) = latest
                && before.surely_after(date)
            {
                self.problem(
                    &event.date,
                    format!("The event `{}` stands below `{}`, which is later.", event.id.get_ref(), id.get_ref()),
                    "Sort the events by date, the earliest first, or correct one of the two dates.".to_owned(),
                );
            }
            if latest.is_none_or(|(before, _)| before.first_day() < date.first_day()) {
                latest = Some((date, &event.id));
            }
        }
    }

    fn make_precedent(&mut self, it: &PrecedentSource) -> Precedent {
        Precedent {
            id: word(&it.id),
            answers: self.answers(&it.answers),
            given: self.guarantee(&it.given),
            held: it.held,
            shown: it.shown,
            sources: self.sourced("precedent", &it.id, &it.sources),
        }
    }

    /// The page has one place for a precedent beside each guarantee.
    fn shown_alone(&mut self, precedents: &[PrecedentSource]) {
        let shown: Vec<&PrecedentSource> = precedents.iter().filter(|it| it.shown).collect();
        for (index, it) in shown.iter().enumerate() {
            let rival = shown[..index].iter().find(|before| before.given.get_ref() == it.given.get_ref());
            if let Some(before) = rival {
                self.problem(
                    &it.id,
                    format!(
                        "The precedents `{}` and `{}` are both shown beside `{}`.",
                        before.id.get_ref(),
                        it.id.get_ref(),
                        it.given.get_ref()
                    ),
                    "Remove shown = true from one of the two; a page shows at most one.".to_owned(),
                );
            }
        }
    }

    fn make_source(&mut self, it: &SourceSource) -> Source {
        let main = ReferenceSource {
            title: Some(it.title.clone()),
            lang: it.lang.clone(),
            publisher: it.publisher.clone(),
            date: it.date.clone(),
            seen: it.seen.clone(),
            second_hand: it.second_hand,
            address: it.address.clone(),
        };
        Source {
            id: word(&it.id),
            main: self.make_reference(it, &main),
            also: it.also.iter().map(|also| self.make_reference(it, also)).collect(),
        }
    }

    fn make_reference(&mut self, owner: &SourceSource, it: &ReferenceSource) -> Reference {
        let source = owner.id.get_ref();
        let title = it.title.as_ref().unwrap_or(&owner.title);
        let own = it.title.iter().map(|it| (it, "title"));
        for (value, what) in own.chain([(&it.publisher, "publisher")]) {
            if value.get_ref().trim().is_empty() {
                self.problem(value, format!("The source `{source}` has no {what}."), "Fill it in.".to_owned());
            }
        }
        if !it.address.get_ref().starts_with("https://") && !it.address.get_ref().starts_with("http://") {
            self.problem(
                &it.address,
                format!("The address of the source `{source}` is not a web address."),
                "Begin it with https:// or http://.".to_owned(),
            );
        }
        // A title that is left out is that of the source, in its language.
        let lang = it.lang.as_ref().or(owner.lang.as_ref().filter(|_| it.title.is_none()));
        let is_tag = |it: &str| {
            let mut parts = it.split('-');
            let first = parts.next().is_some_and(|it| (2..=3).contains(&it.len()));
            first && it.split('-').all(|it| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric()))
        };
        if let Some(lang) = it.lang.as_ref().filter(|it| !is_tag(it.get_ref())) {
            self.problem(
                lang,
                format!("`{}` is not the tag of a language.", lang.get_ref()),
                "Write a tag such as en, uk or pt-BR, or leave the line out.".to_owned(),
            );
        }
        let lang = lang.map_or_else(|| self.first_language.clone(), word);
        let published = match (it.date.get_ref() == "undated", &it.seen) {
            (true, Some(seen)) => Published::Undated { seen: self.date(seen).unwrap_or(UNREAD) },
            (true, None) => {
                self.problem(
                    &it.date,
                    format!("The source `{source}` has no date."),
                    "Give its date, or the day it was seen: seen = \"2026-03\".".to_owned(),
                );
                Published::Undated { seen: UNREAD }
            }
            (false, Some(seen)) => {
                self.problem(
                    seen,
                    format!("The source `{source}` has a date and a day it was seen; one of the two is enough."),
                    "Remove seen, or write date = \"undated\".".to_owned(),
                );
                Published::On(UNREAD)
            }
            (false, None) => Published::On(self.date(&it.date).unwrap_or(UNREAD)),
        };
        Reference {
            title: word(title),
            lang,
            publisher: word(&it.publisher),
            published,
            second_hand: it.second_hand,
            address: word(&it.address),
        }
    }

    /// Requires at least one source, and resolves the ids.
    pub fn sourced(&mut self, what: &str, id: &Placed, sources: &[Placed]) -> Vec<SourceId> {
        if sources.is_empty() {
            self.problem(
                id,
                format!("The {what} `{}` has no source.", id.get_ref()),
                "Name at least one entry of sources.toml.".to_owned(),
            );
        }
        sources.iter().map(|it| SourceId(self.find("source", it, |names| &names.sources))).collect()
    }
}

/// Stands in for a date that can't be read, which has been reported.
const UNREAD: Date = Date::Year(0);
