//! The state: what the page is made with, and what the reader has done in it. Everything else is computed from it.

pub mod action;
pub mod load_state;

use std::rc::Rc;

use crate::{
    case::{AnswerId, Axes, GuaranteeId, QuestionId},
    decide::{
        answers::{Guarantees, Questions},
        decision::Decision,
        interview::{Choices, is_asked},
        rules::{Readings, Rules},
        table::Table,
    },
    view::{
        edition::Edition,
        outcome::folds::{Fold, Folds},
        share::state::ShareState,
        state::load_state::LoadState,
    },
};

/// The state of one page. The edition never changes within it, and the tables follow from the edition and the readings,
/// so two states of a page are equal where their readers are.
#[derive(Clone)]
pub struct State {
    edition: &'static Edition,
    base: Rc<Table>,
    /// The table under the switched readings.
    pub table: Rc<Table>,
    pub reader: Reader,
}

/// What the reader has chosen, where the reader is, and what is open there.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    pub choices: Choices,
    pub readings: Readings,
    pub place: Place,
    /// The reader answers questions that can't change the outcome.
    pub is_answering_rest: bool,
    /// "Next" was pressed without an answer.
    pub unanswered: bool,
    pub notice: Notice,
    /// Questions whose answers the reader has pinned, so that changes leave them alone.
    pub pinned: Questions,
    /// The guarantee of which it is shown what leads to it.
    pub origin: Option<GuaranteeId>,
    /// A second reader's link, to compare with.
    pub other: Option<String>,
    /// The ladder is unfolded where it is narrow.
    pub ladder_open: bool,
    /// The options whose rungs are opened.
    pub opened: Guarantees,
    /// The parts of the outcome's page that are unfolded.
    pub folds: Folds,
    /// The part that a link leads to: it comes into view once it is drawn.
    pub led_to: Option<Fold>,
    /// Below each answer it is shown where it leads.
    pub leads: bool,
    /// The choices before each change, the latest last.
    pub undo: Vec<Snapshot>,
    /// Counts the reader's moves from place to place.
    pub moves: u32,
    /// Counts how often the reader has started again.
    pub walks: u32,
    /// The last move was not the reader's own: it came from the address.
    pub restored: bool,
    /// The questions at the edges of the landscape.
    pub axes: Axes,
    /// The page is alive.
    pub arrived: bool,
    /// The outcome's page, as far as it has come.
    pub chunk: LoadState,
    /// The guarantees that the reader wants to compare; none as long as it is left to the tool.
    pub compared: Option<Guarantees>,
    /// The answers of the link that the walk started from, at base readings; empty where it started with none.
    pub started: Vec<(QuestionId, AnswerId)>,
    /// The reader has asked for answers to start from.
    pub looking: bool,
    /// How far the reader is with passing the outcome on.
    pub share: ShareState,
    /// The outcome is shown in large type, for a projector.
    pub enlarged: bool,
    /// Counts how often the page was mounted afresh because others had altered it.
    pub renewals: u32,
}

/// The most changes that can be undone: no more snapshots are kept in `Reader::undo`.
const REMEMBERED: usize = 100;

/// The choices before a change, for undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    pub choices: Choices,
    pub readings: Readings,
    pub pinned: Questions,
    pub place: Place,
    pub started: Vec<(QuestionId, AnswerId)>,
}

impl Snapshot {
    /// Whether this is what the reader has chosen.
    pub fn is_of(&self, reader: &Reader) -> bool {
        self.choices == reader.choices && self.readings == reader.readings
    }
}

/// Where in the walk the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Question(QuestionId),
    Outcome,
}

/// The parts of a link that could not be used as they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Parts that were not understood.
    pub dropped: u8,
    /// Positions of the normalisations that overruled an answer.
    pub overruled: Vec<usize>,
}

impl State {
    /// The state of a page at its first question, with nothing chosen.
    pub fn start(edition: &'static Edition) -> Self {
        let base = Rc::new(Table::build(&edition.model, Readings::BASE));
        let reader = Reader {
            choices: Choices::none(&base.rules),
            readings: Readings::BASE,
            place: Place::Question(QuestionId(0)),
            is_answering_rest: false,
            unanswered: false,
            notice: Notice::default(),
            pinned: Questions::default(),
            origin: None,
            other: None,
            ladder_open: false,
            opened: Guarantees::default(),
            folds: Folds::default(),
            led_to: None,
            undo: Vec::new(),
            moves: 0,
            walks: 0,
            restored: true,
            arrived: false,
            axes: edition.model.landscape,
            chunk: LoadState::Wanted { tries: 0 },
            compared: None,
            started: Vec::new(),
            looking: false,
            leads: false,
            share: ShareState::default(),
            enlarged: false,
            renewals: 0,
        };
        Self { edition, table: base.clone(), base, reader }
    }

    /// The decision under the answers and readings that the reader has chosen.
    pub fn decision(&self) -> Decision {
        self.decision_on(&self.reader.choices, &self.table)
    }

    /// The decision before the last change.
    pub fn decision_before(&self) -> Option<Decision> {
        let snapshot = self.reader.undo.last()?;
        Some(self.decision_on(&snapshot.choices, &self.table_of(snapshot.readings)))
    }

    fn decision_on(&self, choices: &Choices, table: &Table) -> Decision {
        Decision::of(&self.edition.model, table, choices.answers(&table.rules))
    }

    fn table_of(&self, readings: Readings) -> Rc<Table> {
        if readings == self.table.readings {
            self.table.clone()
        } else if readings == Readings::BASE {
            self.base.clone()
        } else {
            Rc::new(Table::build(&self.edition.model, readings))
        }
    }
}

impl Reader {
    /// Whether the decision is the same as another reader's, of this page.
    pub fn decides_as(&self, other: &Self) -> bool {
        self.choices == other.choices && self.readings == other.readings
    }

    /// The try at which the outcome's page is to be fetched; none while nothing is answered or asked for, or when it
    /// is there.
    pub fn wants_later(&self, rules: &Rules) -> Option<u32> {
        let begun = self.place == Place::Outcome || self.choices != Choices::none(rules);
        self.chunk.wanted().filter(|_| self.arrived && (begun || self.looking || !self.opened.is_empty() || self.leads))
    }

    /// The last question before this place that the reader was asked; none where the way began here.
    pub fn earlier(&self, rules: &Rules) -> Option<QuestionId> {
        let answers = self.choices.answers(rules);
        let before = |it: &QuestionId| match self.place {
            Place::Question(now) => *it < now,
            Place::Outcome => true,
        };
        let asked = |it: &QuestionId| is_asked(rules, &self.choices, answers, *it) && !rules.is_idle(answers, *it);
        rules.space.question_ids().rev().find(|it| before(it) && asked(it))
    }

    /// Whether the type is large: only at the outcome, where it can be made small again.
    pub fn is_enlarged(&self) -> bool {
        self.enlarged && self.place == Place::Outcome
    }
}
