//! Comparison: what each of a few guarantees needs, how far that is there, and on whom it depends.

use crate::{
    case::{ActorId, ConditionId, GuaranteeId, Model, QuestionId},
    decide::{
        answers::{Answers, Guarantees},
        decision::{Decision, Standing, Status},
        table::Table,
    },
};

/// How many guarantees fit beside one another.
pub const MOST_COMPARED: u32 = 4;
/// Fewer are no comparison.
pub const LEAST_COMPARED: u32 = 2;

/// One guarantee of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    pub guarantee: GuaranteeId,
    /// Its conditions under the switched readings; empty where it needs none, and where it is never chosen.
    pub needs: Vec<Need>,
    /// The actors who decide the questions of its conditions, in the model's order, each with these questions.
    pub actors: Vec<(ActorId, Vec<QuestionId>)>,
    /// It is never chosen under the switched readings.
    pub never: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    pub condition: ConditionId,
    pub state: NeedState,
}

/// How a condition stands under the reader's own answers; no value of the article stands in for an open one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NeedState {
    /// It holds whatever the open answers are.
    Met,
    /// It fails whatever the open answers are.
    Missing,
    Open,
}

/// The chosen guarantees, in the order of the ladder.
pub fn compare(model: &Model, table: &Table, decision: &Decision, chosen: Guarantees) -> Vec<Compared> {
    let left = left(table, decision.answers);
    table
        .rules
        .in_order(model)
        .filter(|it| chosen.contains(*it))
        .map(|guarantee| {
            let row = table.rules.row(guarantee);
            let needs: Vec<ConditionId> = row.map(|it| it.needs.clone()).unwrap_or_default();
            Compared {
                guarantee,
                actors: actors(model, &needs),
                needs: needs.iter().map(|it| Need { condition: *it, state: state(model, table, left, *it) }).collect(),
                never: row.is_none(),
            }
        })
        .collect()
}

/// Selects the guarantees that a reader most likely wants to compare: the outcome, and the strongest other that can
/// still become it or lacks one answer. If there is none, the first of the others.
pub fn preselected(model: &Model, table: &Table, decision: &Decision) -> Guarantees {
    let mut chosen = Guarantees::default();
    chosen.insert(decision.headline);
    let is_near = |it: &GuaranteeId| matches!(decision.standing(*it).status, Status::Open | Status::OneAnswerAway);
    let other = |it: &&Standing| it.guarantee != decision.headline;
    let first = decision.ranking.iter().find(other).map(|it| it.guarantee);
    if let Some(it) = table.rules.in_order(model).find(is_near).or(first) {
        chosen.insert(it);
    }
    chosen
}

impl Guarantees {
    /// Puts one in or takes it out; one that would be too many to compare is left out.
    pub fn toggled(self, guarantee: GuaranteeId) -> Self {
        let mut next = self;
        if self.contains(guarantee) {
            next.remove(guarantee);
        } else if self.len() < MOST_COMPARED {
            next.insert(guarantee);
        }
        next
    }
}

/// The answers that are left to a reader: those of any completion, where idle questions have the article's value.
fn left(table: &Table, answers: Answers) -> Answers {
    let mut left = Answers::NONE;
    table.completions(answers, |world, _| {
        left = left.or(table.rules.normalise(world));
        true
    });
    left
}

fn state(model: &Model, table: &Table, left: Answers, condition: ConditionId) -> NeedState {
    let condition = model.condition(condition);
    let space = &table.rules.space;
    let counts = |it: &crate::case::AnswerId| left.allows(space.only(condition.question, *it));
    let holds = space.answer_ids(condition.question).filter(counts).any(|it| condition.answers.contains(&it));
    let fails = space.answer_ids(condition.question).filter(counts).any(|it| !condition.answers.contains(&it));
    match (holds, fails) {
        (true, true) => NeedState::Open,
        (true, false) => NeedState::Met,
        (false, _) => NeedState::Missing,
    }
}

fn actors(model: &Model, needs: &[ConditionId]) -> Vec<(ActorId, Vec<QuestionId>)> {
    let questions = || {
        let mut questions: Vec<QuestionId> = needs.iter().map(|it| model.condition(*it).question).collect();
        questions.sort_unstable();
        questions.dedup();
        questions
    };
    ActorId::all(model.actors.len())
        .map(|actor| {
            let decides = |it: &QuestionId| model.question(*it).decided_by.contains(&actor);
            (actor, questions().into_iter().filter(decides).collect::<Vec<_>>())
        })
        .filter(|(_, questions)| !questions.is_empty())
        .collect()
}
