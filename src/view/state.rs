//! The state: what the reader has chosen and where the reader is. Everything else is computed from it.

use std::rc::Rc;

use crate::{
    case::{
        AnswerId, Axes, GuaranteeId, QuestionId, ReadingId,
        permalink::{self, Permalink},
    },
    decide::{
        answers::{Guarantees, Questions},
        asking::{Choice, Choices, is_asked, remaining, unasked},
        decision::Decision,
        landscape::Edge,
        rules::Readings,
        table::Table,
    },
    view::{
        Edition,
        later::{Fetched, Later},
        passing::{Pass, Passing},
    },
};

#[derive(Clone)]
pub struct State {
    edition: &'static Edition,
    base: Rc<Table>,
    /// The table under the switched readings.
    pub table: Rc<Table>,
    pub choices: Choices,
    pub readings: Readings,
    pub place: Place,
    /// The reader answers questions that can't change the outcome.
    pub resting: bool,
    /// "Next" was pressed without an answer.
    pub unanswered: bool,
    pub notice: Notice,
    /// Questions whose answers the reader takes as given, so that changes leave them alone.
    pub given: Questions,
    /// The guarantee of which it is shown what leads to it.
    pub origin: Option<GuaranteeId>,
    /// A second reader's link, to compare with.
    pub other: Option<Permalink>,
    /// The ladder is unfolded where it is narrow.
    pub ladder_open: bool,
    /// The question whose answer is being changed on the outcome's page.
    pub editing: Option<QuestionId>,
    /// What was chosen before each change, the last one last.
    pub past: Vec<Past>,
    /// Counts the reader's moves from place to place.
    pub moves: u32,
    /// The last move was not the reader's own: it came from the address.
    pub restored: bool,
    /// The questions at the edges of the landscape.
    pub axes: Axes,
    /// The page is alive.
    pub arrived: bool,
    /// The outcome's page, as far as it has come.
    pub later: Fetched,
    /// The guarantees that the reader wants to compare; none as long as it is left to the tool.
    pub compared: Option<Guarantees>,
    /// The answers of the link that the walk started from, at base readings; empty where it started with none.
    pub started: Vec<(QuestionId, AnswerId)>,
    /// The reader has asked for answers to start from.
    pub looking: bool,
    /// How far the reader is with passing the outcome on.
    pub passing: Passing,
    /// The outcome is shown in large type, for a projector.
    pub enlarged: bool,
}

/// What a reader had chosen before a change, to go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub choices: Choices,
    pub readings: Readings,
    pub given: Questions,
    pub place: Place,
    pub started: Vec<(QuestionId, AnswerId)>,
}

impl Past {
    /// Whether this is what was chosen in a state.
    pub fn is_of(&self, state: &State) -> bool {
        self.choices == state.choices && self.readings == state.readings
    }
}

/// So many changes can be undone.
const REMEMBERED: usize = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Question(QuestionId),
    Outcome,
}

/// What a link had that could not be taken as it stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Parts that were not understood.
    pub dropped: u8,
    /// Positions of the normalisations that overruled an answer.
    pub overruled: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Arrive(Arrival),
    Choose(QuestionId, Choice),
    Next,
    Back,
    /// Go to a question, to answer it or to change its answer.
    Open(QuestionId),
    AnswerRest,
    /// Change the answer to a question in its place on the outcome's page, or be done with it.
    Edit(QuestionId),
    StartAgain,
    /// Take the last change back.
    Undo,
    ToggleLadder,
    ToggleReading(ReadingId),
    BaseReadings,
    /// Take an answer as given, or no longer.
    ToggleGiven(QuestionId),
    ToggleOrigin(GuaranteeId),
    /// Compare with the link that somebody else has sent.
    Compare(String),
    CloseNotice,
    /// The outcome's page is there, or could not be fetched.
    LaterCame(Option<Later>),
    /// Give several answers at once: go to another world.
    Move(Vec<(QuestionId, AnswerId)>),
    /// Put another question at an edge of the landscape.
    Lay(Edge, Option<QuestionId>),
    /// Fetch the outcome's page once more.
    FetchAgain,
    /// Compare these guarantees.
    CompareGuarantees(Guarantees),
    /// The list of answers to start from is opened.
    LookAtPresets,
    /// Pass the outcome on.
    Pass(Pass),
    /// Show the outcome in large type, or no longer.
    ToggleEnlarged,
    LeaveEnlarged,
}

/// What a reader brings along: a link, a place in it, and what was done before the page was alive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    pub link: Permalink,
    /// The place is known, from the history or a link between languages; otherwise answers lead to the outcome.
    pub has_place: bool,
    /// The link belongs to the walk that is going on: answers given since then are kept.
    pub same_walk: bool,
    /// Answered in the prerendered page before the script was there.
    pub early: Option<(QuestionId, Choice)>,
    /// "Next" was pressed there, too.
    pub early_next: bool,
}

impl State {
    pub fn start(edition: &'static Edition) -> Self {
        let base = Rc::new(Table::build(&edition.case.model, Readings::BASE));
        Self {
            choices: Choices::none(&base.rules),
            readings: Readings::BASE,
            place: Place::Question(QuestionId(0)),
            resting: false,
            unanswered: false,
            notice: Notice::default(),
            given: Questions::default(),
            origin: None,
            other: None,
            ladder_open: false,
            editing: None,
            past: Vec::new(),
            moves: 0,
            restored: true,
            arrived: false,
            axes: edition.case.model.landscape,
            later: Fetched::Wanted { tries: 0 },
            compared: None,
            started: Vec::new(),
            looking: false,
            passing: Passing::default(),
            enlarged: false,
            table: base.clone(),
            edition,
            base,
        }
    }

    pub fn decision(&self) -> Decision {
        Decision::of(&self.edition.case.model, &self.table, self.choices.answers(&self.table.rules))
    }

    /// Whether the decision is the same as another state's, of this page.
    pub fn decides_as(&self, other: &Self) -> bool {
        self.choices == other.choices && self.readings == other.readings
    }

    /// What followed before the last change.
    pub fn decision_before(&self) -> Option<Decision> {
        let past = self.past.last()?;
        let table = self.table_of(past.readings);
        Some(Decision::of(&self.edition.case.model, &table, past.choices.answers(&table.rules)))
    }

    /// The try at which the outcome's page is to be fetched; none while nothing is answered or asked for, or when it
    /// is there.
    pub fn wants_later(&self) -> Option<u32> {
        let begun = self.place == Place::Outcome || self.choices != Choices::none(&self.base.rules);
        self.later.wanted().filter(|_| self.arrived && (begun || self.looking))
    }

    fn table_of(&self, readings: Readings) -> Rc<Table> {
        if readings == self.table.readings {
            self.table.clone()
        } else if readings == Readings::BASE {
            self.base.clone()
        } else {
            Rc::new(Table::build(&self.edition.case.model, readings))
        }
    }

    fn arrive(&mut self, arrival: Arrival) {
        let model = &self.edition.case.model;
        let rules = &self.base.rules;
        let link = arrival.link;
        if !arrival.same_walk {
            let given = link
                .answers
                .iter()
                .fold(rules.space.open(), |it, (question, answer)| rules.space.answered(it, *question, *answer));
            self.choices = Choices::given(rules, &link.answers);
            for question in &link.unsure {
                self.choices = self.choices.with(*question, Choice::Unsure);
            }
            self.readings = Readings::of(&link.readings);
            self.table = self.table_of(self.readings);
            self.notice = Notice { dropped: link.dropped, overruled: rules.contradictions(given) };
            self.resting = false;
            // A place or a "not sure" in the link is of a walk on which somebody has been.
            let is_start = link.readings.is_empty() && link.unsure.is_empty() && link.at.is_none();
            self.started = if is_start { link.answers.clone() } else { Vec::new() };
            // What was done in another walk can't be undone in this one.
            self.past.clear();
            if self.arrived {
                // A link within the page leads on from where it stood.
                self.moves += 1;
            }
        }
        let brought = !link.answers.is_empty() || !link.readings.is_empty();
        self.place = match link.at {
            Some(question) => Place::Question(question),
            None if arrival.has_place || brought => Place::Outcome,
            None => Place::Question(model.question_ids().next().expect("loading rejects a case without questions")),
        };
        self.restored = true;
        self.arrived = true;
        if let Some((question, choice)) = arrival.early {
            self.choices = self.choices.with(question, choice);
            if arrival.early_next && self.place == Place::Question(question) {
                self.next();
            }
        }
    }

    fn next(&mut self) {
        let Place::Question(now) = self.place else { return };
        let table = self.table.clone();
        let decision = self.decision();
        if !self.resting && !is_asked(&table.rules, &self.choices, decision.answers, now) {
            self.unanswered = true;
            return;
        }
        let rest = || unasked(&table.rules, &self.choices, decision.answers).ids().find(|it| self.resting && *it > now);
        let next = remaining(&table.rules, &self.choices, &decision).ids().next().or_else(rest);
        self.go(next.map_or(Place::Outcome, Place::Question));
    }

    fn back(&mut self) {
        let table = self.table.clone();
        let answers = self.choices.answers(&table.rules);
        let before = |it: &QuestionId| match self.place {
            Place::Question(now) => *it < now,
            Place::Outcome => true,
        };
        let asked =
            |it: &QuestionId| is_asked(&table.rules, &self.choices, answers, *it) && !table.rules.is_idle(answers, *it);
        let earlier = table.rules.space.question_ids().rev().find(|it| before(it) && asked(it));
        if let Some(question) = earlier {
            self.go(Place::Question(question));
        }
    }

    fn answer_rest(&mut self) {
        let table = self.table.clone();
        let answers = self.choices.answers(&table.rules);
        self.resting = true;
        if let Some(question) = unasked(&table.rules, &self.choices, answers).ids().next() {
            self.go(Place::Question(question));
        }
    }

    fn undo(&mut self) {
        let Some(past) = self.past.pop() else { return };
        self.choices = past.choices;
        self.readings = past.readings;
        self.given = past.given;
        self.started = past.started;
        if past.place != self.place && self.choices != Choices::none(&self.base.rules) {
            self.go(past.place);
        }
    }

    /// Remembers what was chosen before this change. What arrives with a link is no change of the reader's.
    fn remember(&mut self, before: &Self) {
        if self.decides_as(before) {
            return;
        }
        if self.past.len() == REMEMBERED {
            self.past.remove(0);
        }
        let Self { choices, readings, given, place, started, .. } = before.clone();
        self.past.push(Past { choices, readings, given, place, started });
    }

    /// Whether what a reader would pass on is the same.
    fn shows_the_same(&self, other: &Self) -> bool {
        self.decides_as(other) && self.place == other.place
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.editing = None;
        self.moves += 1;
        self.restored = false;
        self.unanswered = false;
        self.ladder_open = false;
        self.enlarged = false;
    }

    /// Whether the type is large: only at the outcome, where it can be made small again.
    pub fn is_enlarged(&self) -> bool {
        self.enlarged && self.place == Place::Outcome
    }
}

impl State {
    /// The state after an action.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.take(self, action);
        next.table = self.table_of(next.readings);
        // Where it did not come early, it is asked for once more when it is due.
        if next.place == Place::Outcome && self.place != Place::Outcome {
            next.later = next.later.again();
        }
        next
    }

    fn take(&mut self, before: &Self, action: Action) {
        match action {
            Action::Arrive(arrival) => {
                self.arrive(arrival);
                return;
            }
            Action::Choose(question, choice) => {
                self.choices = self.choices.with(question, choice);
                self.unanswered = false;
            }
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::Open(question) => self.go(Place::Question(question)),
            Action::AnswerRest => self.answer_rest(),
            Action::Edit(question) => self.editing = (self.editing != Some(question)).then_some(question),
            Action::Undo => {
                self.undo();
                return;
            }
            Action::StartAgain => {
                self.choices = Choices::none(&self.base.rules);
                self.readings = Readings::BASE;
                self.notice = Notice::default();
                self.resting = false;
                self.given = Questions::default();
                self.origin = None;
                self.other = None;
                self.compared = None;
                self.started = Vec::new();
                self.go(Place::Question(QuestionId(0)));
            }
            Action::ToggleLadder => self.ladder_open = !self.ladder_open,
            Action::ToggleReading(reading) => self.readings = self.readings.toggled(reading),
            Action::ToggleGiven(question) => self.given.toggle(question),
            Action::ToggleOrigin(guarantee) => {
                self.origin = (self.origin != Some(guarantee)).then_some(guarantee);
            }
            Action::Compare(link) => {
                let fragment = link.trim().split_once('#').map_or(link.trim(), |it| it.1);
                self.other = Some(permalink::parse(&self.edition.case.model, fragment));
            }
            Action::BaseReadings => self.readings = Readings::BASE,
            Action::Move(answers) => self.choices = self.choices.answered(&answers),
            Action::Lay(edge, question) => self.axes = self.axes.with(edge, question),
            Action::LaterCame(came) => self.later = self.later.came(came),
            Action::FetchAgain => self.later = self.later.again(),
            Action::CompareGuarantees(chosen) => self.compared = Some(chosen),
            Action::LookAtPresets => self.looking = true,
            Action::ToggleEnlarged => self.enlarged = !self.enlarged,
            Action::LeaveEnlarged => self.enlarged = false,
            Action::CloseNotice => self.notice = Notice::default(),
            Action::Pass(pass) => self.passing = self.passing.after(pass),
        }
        if !self.shows_the_same(before) {
            self.passing = Passing::default();
        }
        self.remember(before);
    }
}

/// The edition never changes within a page, and the tables follow from it and the readings, so only what the reader
/// did is compared.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.choices == other.choices
            && self.readings == other.readings
            && self.place == other.place
            && self.resting == other.resting
            && self.unanswered == other.unanswered
            && self.notice == other.notice
            && self.given == other.given
            && self.origin == other.origin
            && self.other == other.other
            && self.ladder_open == other.ladder_open
            && self.editing == other.editing
            && self.past == other.past
            && self.moves == other.moves
            && self.restored == other.restored
            && self.arrived == other.arrived
            && self.axes == other.axes
            && self.later == other.later
            && self.compared == other.compared
            && self.started == other.started
            && self.looking == other.looking
            && self.passing == other.passing
            && self.enlarged == other.enlarged
    }
}
