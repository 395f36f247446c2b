//! The scene: what is on show, and all that follows from it.

use std::ops::Deref;

use crate::{
    case::Case,
    decide::{
        answers::Questions,
        asking::{remaining, unasked},
        decision::Decision,
        reasons::reasons,
        reverse::Origin,
        table::Table,
    },
    text::{Text, annex::OutcomeText},
    view::{Edition, annex::Annex, later::Later, passing::Means, state::State},
};

/// What the page has while it asks.
pub struct Scene<'a> {
    pub edition: &'a Edition,
    /// Its sentences are those that the questions need.
    pub case: &'a Case,
    pub text: &'a Text,
    pub table: &'a Table,
    pub state: &'a State,
    pub decision: &'a Decision,
    /// What followed before the reader's last change.
    pub before: Option<&'a Decision>,
    /// Questions still to ask.
    pub remaining: Questions,
}

/// What follows from a state, kept until the next.
pub struct Followed {
    decision: Decision,
    before: Option<Decision>,
}

impl Followed {
    pub fn from(state: &State) -> Self {
        Self { decision: state.decision(), before: state.decision_before() }
    }
}

impl<'a> Scene<'a> {
    pub fn of(edition: &'a Edition, state: &'a State, followed: &'a Followed) -> Self {
        let (table, decision) = (&*state.table, &followed.decision);
        let remaining = remaining(&table.rules, &state.choices, decision);
        let Edition { case, text, .. } = edition;
        Self { edition, case, text, table, state, decision, before: followed.before.as_ref(), remaining }
    }
}

/// What the outcome's page has besides, once it is here.
pub struct Whole<'a> {
    pub scene: &'a Scene<'a>,
    /// With every sentence.
    pub case: &'a Case,
    pub words: &'a OutcomeText,
    pub annex: &'a Annex,
    pub means: &'a Means,
    /// What leads to the guarantee that the reader asked about.
    pub origin: Option<&'a Origin>,
    /// Questions that "answer the rest anyway" would ask.
    pub unasked: Questions,
}

impl<'a> Whole<'a> {
    pub fn of(scene: &'a Scene<'a>, later: &'a Later, origin: Option<&'a Origin>) -> Self {
        let unasked = unasked(&scene.table.rules, &scene.state.choices, scene.decision.answers);
        Self {
            scene,
            case: later.case,
            words: &later.annex.text.outcome,
            annex: later.annex,
            means: &later.means,
            origin,
            unasked,
        }
    }

    /// The smallest sets of answers that alone force the outcome; none while it is open.
    pub fn reasons(&self) -> Vec<Questions> {
        reasons(self.table, self.decision.answers)
    }
}

impl<'a> Deref for Whole<'a> {
    type Target = Scene<'a>;

    fn deref(&self) -> &Self::Target {
        self.scene
    }
}
