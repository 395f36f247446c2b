//! Counterfactuals: the fewest answers to alter so that another guarantee becomes the outcome.

use crate::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{
        answers::{Answers, Questions},
        decision::headline_world,
        interview::Choices,
        table::Table,
    },
};

/// Answers to alter together; with no smaller part of them does the guarantee become the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the order of asking. Any combination of these answers will do.
    pub answers: Vec<(QuestionId, Vec<AnswerId>)>,
}

/// All changes from a world to a guarantee, fewest answers first, then in the order of asking: complete and minimal
/// over the worlds that a reader can give. The answers in `kept` stay as they are, where they count; questions that are
/// open there may change.
/// Empty where the guarantee is the outcome already, or can't be reached.
///
/// Method: every world with that outcome names the questions in which it differs; those sets that contain no other
/// are the changes, and the worlds behind each say which answers will do.
pub fn changes(table: &Table, from: Answers, to: GuaranteeId, kept: Answers) -> Vec<Change> {
    let space = &table.rules.space;
    if table.outcome(space.world_of(from)) == to {
        return Vec::new();
    }
    let mut minimal: Vec<(Questions, Vec<Answers>)> = Vec::new();
    // Where a question is idle, its world's answer is nobody's, and what was kept still stands.
    let keeps = |world: Answers| {
        let stays = |it| space.answer(kept, it).is_none_or(|answer| space.answer(world, it) == Some(answer));
        space.question_ids().all(|it| stays(it) || table.rules.is_idle(world, it))
    };
    for chosen in table.canonical_worlds(to).iter().copied().filter(|it| keeps(*it)) {
        let altered = space.differing(from, chosen).filter(|it| space.answer(kept, it).is_none());
        if let Some((_, worlds)) = minimal.iter_mut().find(|it| it.0 == altered) {
            worlds.push(chosen);
        } else if !minimal.iter().any(|it| it.0.within(altered)) {
            minimal.retain(|it| !altered.within(it.0));
            minimal.push((altered, vec![chosen]));
        }
    }
    minimal.sort_by_key(|(questions, _)| (questions.len(), questions.ids().collect::<Vec<_>>()));
    minimal.into_iter().flat_map(|(questions, worlds)| boxes(table, questions, &worlds)).collect()
}

/// Splits worlds that alter the same questions into as few lists of freely combined answers as their first
/// questions allow.
fn boxes(table: &Table, questions: Questions, worlds: &[Answers]) -> Vec<Change> {
    let space = &table.rules.space;
    let answers: Vec<(QuestionId, Vec<AnswerId>)> = questions
        .ids()
        .map(|question| {
            let mut used: Vec<AnswerId> = worlds.iter().filter_map(|it| space.answer(*it, question)).collect();
            used.sort_unstable();
            used.dedup();
            (question, used)
        })
        .collect();
    let combinations: usize = answers.iter().map(|it| it.1.len()).product();
    if combinations == worlds.len() {
        return vec![Change { answers }];
    }
    let split = answers.iter().find(|it| it.1.len() > 1).expect("a single combination is a single world");
    split
        .1
        .iter()
        .flat_map(|answer| {
            let part: Vec<Answers> =
                worlds.iter().copied().filter(|it| space.answer(*it, split.0) == Some(*answer)).collect();
            boxes(table, questions, &part)
        })
        .collect()
}

/// The answers to give so that a change from a headline's world takes effect: the first ones of the change. Where an
/// answer that was set aside would count again and stand in the way, all answers that count in the world that it leads to.
pub fn taking(
    model: &Model,
    table: &Table,
    choices: &Choices,
    (from, to): (Answers, GuaranteeId),
    change: &Change,
) -> Vec<(QuestionId, AnswerId)> {
    let space = &table.rules.space;
    let first: Vec<_> = change.answers.iter().filter_map(|(question, all)| Some((*question, *all.first()?))).collect();
    let moved = headline_world(model, table, choices.answered(&first).answers(&table.rules));
    if table.outcome(space.world_of(moved)) == to {
        return first;
    }
    let world = first.iter().fold(from, |world, (question, answer)| space.answered(world, *question, *answer));
    let counts = |it: &QuestionId| !table.rules.is_idle(world, *it);
    space.question_ids().filter(counts).filter_map(|it| Some((it, space.answer(world, it)?))).collect()
}
