//! Actions and ids of the shipped case, as the tables name them.

use std::sync::LazyLock;

use which_guarantee::{
    case::{AnswerId, GuaranteeId, Model, QuestionId, ReadingId, permalink},
    decide::{answers::Guarantees, interview::Choice, landscape::Edge},
    view::{
        edition::Edition,
        edition::from_case::editions,
        outcome::folds::Fold,
        state::action::{Action, Arrival},
    },
};

use crate::support::case;

/// An arrival as `browser::address` reads it from an address that is new to the history.
pub fn arrive(link: &str) -> Action {
    let link = permalink::parse(model(), link);
    let has_place = link.at.is_some() || !link.unsure.is_empty();
    Action::Arrive(Arrival { link, has_place, ..Arrival::default() })
}

/// An arrival at a folded part.
pub fn arrive_at(link: &str, part: Fold) -> Action {
    let link = permalink::parse(model(), link);
    Action::Arrive(Arrival { link, part: Some(part), ..Arrival::default() })
}

/// A return by the history within one walk.
pub fn again(link: &str) -> Action {
    let link = permalink::parse(model(), link);
    Action::Arrive(Arrival { link, has_place: true, same_walk: true, ..Arrival::default() })
}

pub fn choose(answer: &str) -> Action {
    let [(question, answer)] = answers(answer)[..] else { panic!("{answer} is no answer") };
    Action::Choose(question, Choice::Answer(answer))
}

pub fn choose_first(question: QuestionId) -> Action {
    Action::Choose(question, Choice::Answer(AnswerId(0)))
}

pub fn unsure(id: &str) -> Action {
    Action::Choose(question(id), Choice::Unsure)
}

pub fn go_to(link: &str) -> Action {
    Action::Move(answers(link))
}

pub fn keep(id: &str) -> Action {
    Action::TogglePinned(question(id))
}

pub fn switch(id: &str) -> Action {
    let reading = model().readings.iter().position(|it| it.id == id).expect("the case has it");
    Action::ToggleReading(ReadingId(reading as u8))
}

pub fn lay(edge: Edge, id: Option<&str>) -> Action {
    Action::Lay(edge, id.map(question))
}

fn answers(link: &str) -> Vec<(QuestionId, AnswerId)> {
    let read = permalink::parse(model(), link);
    assert_eq!(read.dropped, 0, "{link}");
    read.answers
}

pub fn question(id: &str) -> QuestionId {
    model().question_ids().find(|it| model().question(*it).id == id).expect("the case has it")
}

pub fn guarantee(id: &str) -> GuaranteeId {
    model().guarantee_ids().find(|it| model().guarantee(*it).id == id).expect("the case has it")
}

pub fn guarantees(ids: &[&str]) -> Guarantees {
    let mut all = Guarantees::default();
    for it in ids {
        all.insert(guarantee(it));
    }
    all
}

pub fn model() -> &'static Model {
    &edition().model
}

pub fn edition() -> &'static Edition {
    *EDITION
}

static EDITION: LazyLock<&Edition> = LazyLock::new(|| editions(&case()).swap_remove(0).0.first_load().lasting());
