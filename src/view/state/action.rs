//! Actions of readers, and the state after each.

use crate::{
    case::{AnswerId, GuaranteeId, QuestionId, ReadingId, permalink::Permalink},
    decide::{
        answers::{Guarantees, Questions},
        interview::{Choice, Choices, is_asked, remaining, unasked},
        landscape::Edge,
        rules::Readings,
    },
    view::{
        outcome::folds::Fold,
        share::state::{ShareAction, ShareState},
        state::{Notice, Place, REMEMBERED, Reader, Snapshot, State, load_state::Lost},
    },
};

/// Something that a reader does, or that the browser has done for one.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Arrive(Arrival),
    Choose(QuestionId, Choice),
    Next,
    Back,
    /// Go to a question, to answer it or to change its answer.
    Open(QuestionId),
    AnswerRest,
    /// Open or close the rung of an option.
    Unfold(GuaranteeId),
    /// Open or close a folded part of the outcome's page.
    Fold(Fold),
    StartAgain,
    /// Take the last change back.
    Undo,
    ToggleLadder,
    ToggleReading(ReadingId),
    BaseReadings,
    /// Pin an answer, or no longer.
    TogglePinned(QuestionId),
    ToggleOrigin(GuaranteeId),
    /// Compare with the link that somebody else has sent.
    Compare(String),
    CloseNotice,
    /// The outcome's page is there, or could not be fetched.
    ChunkCame(Result<(), Lost>),
    /// Give several answers at once: go to another world.
    Move(Vec<(QuestionId, AnswerId)>),
    /// Put another question at an edge of the landscape.
    Lay(Edge, Option<QuestionId>),
    /// Fetch the outcome's page once more.
    FetchAgain,
    /// Compare these guarantees.
    CompareGuarantees(Guarantees),
    /// Show below each answer where it leads, or no longer.
    ToggleLeads,
    /// The list of answers to start from is opened.
    LookAtPresets,
    /// Pass the outcome on.
    Share(ShareAction),
    /// Show the outcome in large type, or no longer.
    ToggleEnlarged,
    LeaveEnlarged,
    /// Others have taken fields or buttons out of the page: mount it afresh.
    Renew,
}

/// The arrival of a reader: a link, a place in it, and input from before the page was mounted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    pub link: Permalink,
    /// The place is known, from the history or a link between languages; otherwise answers lead to the outcome.
    pub has_place: bool,
    /// The link belongs to the walk that is going on: answers given since then are kept.
    pub same_walk: bool,
    /// The folded part of the outcome's page that the link leads to.
    pub part: Option<Fold>,
    /// Answered in the prerendered page before the script was there.
    pub early: Option<(QuestionId, Choice)>,
    /// "Next" was pressed there, too.
    pub early_next: bool,
}

impl State {
    /// The state after an action.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.take(&self.reader, action);
        if !next.reader.shows_the_same(&self.reader) {
            next.reader.share = ShareState::default();
        }
        next.table = self.table_of(next.reader.readings);
        // Where it did not come early, it is asked for once more when it is due.
        if next.reader.place == Place::Outcome && self.reader.place != Place::Outcome {
            next.reader.chunk = next.reader.chunk.again();
        }
        next
    }

    fn take(&mut self, before: &Reader, action: Action) {
        let reader = &mut self.reader;
        // Whoever does something meanwhile is not led away from there.
        if !matches!(action, Action::ChunkCame(_)) {
            reader.led_to = None;
        }
        match action {
            Action::Arrive(arrival) => {
                self.arrive(arrival);
                return;
            }
            Action::Choose(question, choice) => {
                reader.choices = reader.choices.with(question, choice);
                reader.unanswered = false;
            }
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::Open(question) => reader.go(Place::Question(question)),
            Action::AnswerRest => self.answer_rest(),
            Action::Unfold(guarantee) => reader.opened.toggle(guarantee),
            Action::Fold(fold) => reader.folds.toggle(fold),
            Action::Undo => {
                self.undo();
                return;
            }
            Action::StartAgain => {
                reader.choices = Choices::none(&self.base.rules);
                reader.readings = Readings::BASE;
                reader.notice = Notice::default();
                reader.begin_anew();
                reader.started = Vec::new();
                // The answers of before belong to the history of another walk: Back brings them back.
                reader.walks += 1;
                reader.go(Place::Question(QuestionId(0)));
            }
            Action::ToggleLadder => reader.ladder_open = !reader.ladder_open,
            Action::ToggleReading(reading) => reader.readings = reader.readings.toggled(reading),
            Action::TogglePinned(question) => reader.pinned.toggle(question),
            Action::ToggleOrigin(guarantee) => {
                reader.origin = (reader.origin != Some(guarantee)).then_some(guarantee);
            }
            Action::Compare(link) => reader.other = Some(link),
            Action::BaseReadings => reader.readings = Readings::BASE,
            Action::Move(answers) => {
                reader.choices = reader.choices.answered(&answers);
                reader.unanswered = false;
            }
            Action::Lay(edge, question) => reader.axes = reader.axes.with(edge, question),
            Action::ChunkCame(came) => reader.chunk = reader.chunk.came(came),
            Action::FetchAgain => reader.chunk = reader.chunk.again(),
            Action::CompareGuarantees(chosen) => reader.compared = Some(chosen),
            Action::LookAtPresets => reader.looking = true,
            Action::ToggleLeads => reader.leads = !reader.leads,
            Action::ToggleEnlarged => reader.enlarged = !reader.enlarged,
            Action::LeaveEnlarged => reader.enlarged = false,
            Action::Renew => reader.renewals += 1,
            Action::CloseNotice => reader.notice = Notice::default(),
            Action::Share(action) => reader.share = reader.share.after(action),
        }
        self.reader.remember(before);
    }

    fn arrive(&mut self, arrival: Arrival) {
        let readings = Readings::of(&arrival.link.readings);
        if !arrival.same_walk {
            self.table = self.table_of(readings);
        }
        let reader = &mut self.reader;
        reader.led_to = arrival.part;
        if let Some(part) = arrival.part {
            reader.folds.open(part);
        }
        let model = &self.edition.model;
        let rules = &self.base.rules;
        let link = arrival.link;
        if !arrival.same_walk {
            reader.choices = Choices::of(rules, &link.answers);
            for question in &link.unsure {
                reader.choices = reader.choices.with(*question, Choice::Unsure);
            }
            reader.readings = readings;
            reader.notice = Notice {
                dropped: link.dropped,
                overruled: rules.contradictions(rules.space.with_answers(&link.answers)),
            };
            reader.begin_anew();
            // A place or a "not sure" in the link is of a walk on which somebody has been.
            let is_start = link.readings.is_empty() && link.unsure.is_empty() && link.at.is_none();
            reader.started = if is_start { link.answers.clone() } else { Vec::new() };
            // What was done in another walk can't be undone in this one.
            reader.undo.clear();
            if reader.arrived {
                // A link within the page leads on from where it stood.
                reader.moves += 1;
            }
        }
        let brought = !link.answers.is_empty() || !link.readings.is_empty();
        let place = match link.at {
            Some(question) => Place::Question(question),
            None if arrival.has_place || brought => Place::Outcome,
            None => Place::Question(model.question_ids().next().expect("loading rejects a case without questions")),
        };
        // Back and Forward of the browser lead to another place, as the page's own buttons do.
        if reader.arrived && arrival.same_walk && place != reader.place {
            reader.moves += 1;
        }
        reader.place = place;
        reader.leave_behind();
        reader.restored = true;
        reader.arrived = true;
        if let Some((question, choice)) = arrival.early {
            reader.choices = reader.choices.with(question, choice);
            if arrival.early_next && reader.place == Place::Question(question) {
                self.next();
            }
        }
    }

    fn next(&mut self) {
        let Place::Question(now) = self.reader.place else { return };
        let decision = self.decision();
        let Self { table, reader, .. } = self;
        if !reader.is_answering_rest && !is_asked(&table.rules, &reader.choices, decision.answers, now) {
            reader.unanswered = true;
            return;
        }
        let rest = || {
            unasked(&table.rules, &reader.choices, decision.answers)
                .ids()
                .find(|it| reader.is_answering_rest && *it > now)
        };
        let next = remaining(&table.rules, &reader.choices, &decision).ids().next().or_else(rest);
        reader.go(next.map_or(Place::Outcome, Place::Question));
    }

    fn back(&mut self) {
        let Self { table, reader, .. } = self;
        if let Some(question) = reader.earlier(&table.rules) {
            reader.go(Place::Question(question));
        }
    }

    fn answer_rest(&mut self) {
        let Self { table, reader, .. } = self;
        let answers = reader.choices.answers(&table.rules);
        reader.is_answering_rest = true;
        if let Some(question) = unasked(&table.rules, &reader.choices, answers).ids().next() {
            reader.go(Place::Question(question));
        }
    }

    fn undo(&mut self) {
        let Self { base, reader, .. } = self;
        let Some(snapshot) = reader.undo.pop() else { return };
        reader.choices = snapshot.choices;
        reader.readings = snapshot.readings;
        reader.pinned = snapshot.pinned;
        reader.started = snapshot.started;
        if snapshot.place != reader.place && reader.choices != Choices::none(&base.rules) {
            reader.go(snapshot.place);
        }
    }
}

impl Reader {
    /// Remembers what was chosen before this change. What arrives with a link is no change of the reader's.
    fn remember(&mut self, before: &Self) {
        if self.decides_as(before) {
            return;
        }
        if self.undo.len() == REMEMBERED {
            self.undo.remove(0);
        }
        let Self { choices, readings, pinned, place, started, .. } = before.clone();
        self.undo.push(Snapshot { choices, readings, pinned, place, started });
    }

    /// Whether what a reader would pass on is the same.
    fn shows_the_same(&self, other: &Self) -> bool {
        self.decides_as(other) && self.place == other.place
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.moves += 1;
        self.restored = false;
        self.leave_behind();
    }

    /// Drops state that belongs to one place only.
    fn leave_behind(&mut self) {
        self.unanswered = false;
        self.ladder_open = false;
        self.enlarged = false;
    }

    /// Nor what belongs to the answers of one walk to another.
    fn begin_anew(&mut self) {
        self.is_answering_rest = false;
        self.pinned = Questions::default();
        self.origin = None;
        self.other = None;
        self.compared = None;
    }
}
