//! The audit of a case over the whole space of worlds: it finds mistakes in the rules that no single line reveals.
//! Findings are ids; `site` turns them into sentences with places.

use crate::{
    case::{
        AnswerId, ConditionId, GuaranteeId, Improvement, Kind, Model, QuestionId, ReadingId,
        claims::{Claim, Expectation},
    },
    decide::{
        answers::{Answers, World},
        decision::missing,
        rules::{Readings, Row, Rules},
        table::Table,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Under these readings some worlds have no outcome at all; this is the first.
    Incomplete { readings: Readings, world: World },
    /// The conditions hold in no world.
    Unreachable { guarantee: GuaranteeId },
    /// Wherever the conditions hold, stronger rows take the world.
    Shadowed { guarantee: GuaranteeId },
    /// Two rows have the same conditions.
    Conflicting { stronger: GuaranteeId, weaker: GuaranteeId },
    /// A row stands above one that is stronger.
    OutOfOrder { above: GuaranteeId, below: GuaranteeId },
    /// No answer to the question changes any outcome.
    QuestionNeverMatters { question: QuestionId },
    /// The answer leads to the same outcome as its twin in every world, and the case does not say so.
    AnswerNeverMatters { question: QuestionId, answer: AnswerId, twin: AnswerId },
    /// The case says that two answers share every outcome, but in this world they do not.
    TwinsDiffer { question: QuestionId, answer: AnswerId, twin: AnswerId, world: World },
    /// A stronger answer makes the outcome weaker.
    Weakens { question: QuestionId, world: World, from: GuaranteeId, to: GuaranteeId },
    /// An improvement that the case names makes the outcome weaker. The position is that in the model's list.
    ImprovementWeakens { improvement: usize, world: World, from: GuaranteeId, to: GuaranteeId },
    /// In this world the guarantee lacks one condition alone, and still one when that is met: a question that it asks
    /// is not asked there.
    StaysAway { guarantee: GuaranteeId, condition: ConditionId, world: World },
    /// Switching the reading changes no outcome.
    ReadingChangesNothing { reading: ReadingId },
    /// The authors call the guarantee the most likely, but with nothing answered this is the outcome.
    ForecastFails { guarantee: GuaranteeId, outcome: GuaranteeId },
    /// A claim does not hold; this is the outcome instead. The position is that in the list of claims.
    ClaimFails { claim: usize, outcome: GuaranteeId },
}

/// Everything that is wrong with the rules, at base readings unless the finding names one.
pub fn audit(model: &Model, claims: &[Claim]) -> Vec<Finding> {
    if let Some(incomplete) = incomplete(model) {
        return vec![incomplete];
    }
    let table = Table::build(model, Readings::BASE);
    let mut findings = rows(model, &table);
    findings.extend(model.question_ids().flat_map(|it| answers(model, &table, it)));
    findings.extend(model.question_ids().filter_map(|it| weakens(model, &table, it)));
    findings.extend((0..model.improvements.len()).filter_map(|it| improvement_weakens(model, &table, it)));
    findings.extend(table.rules.rows.iter().filter_map(|it| stays_away(model, &table, it)));
    findings.extend(readings(model, &table));
    findings.extend(forecasts(model, &table));
    findings.extend(failing_claims(model, &table, claims));
    findings
}

fn forecasts(model: &Model, table: &Table) -> Vec<Finding> {
    let outcome = table.outcome(table.rules.space.world(&article_world(model, &[])));
    let fails = |it: &GuaranteeId| model.guarantee(*it).forecast && *it != outcome;
    model.guarantee_ids().filter(fails).map(|guarantee| Finding::ForecastFails { guarantee, outcome }).collect()
}

/// The outcome of a claim's scenario: its answers, and the article's value for every other question.
pub fn claim_outcome(model: &Model, table: &Table, claim: &Claim) -> GuaranteeId {
    table.outcome(table.rules.space.world(&article_world(model, &claim.answers)))
}

/// The world with these answers and the article's value for every other question, one answer a question.
pub fn article_world(model: &Model, answers: &[(QuestionId, AnswerId)]) -> Vec<AnswerId> {
    let mut world: Vec<AnswerId> = model.questions.iter().map(|it| it.article_value).collect();
    for (question, answer) in answers {
        world[question.index()] = *answer;
    }
    world
}

/// The first set of readings under which not every world has an outcome. Readers may switch any of them together.
pub fn incomplete(model: &Model) -> Option<Finding> {
    (0..1_u16 << model.readings.len()).map(|it| Readings(it as u8)).find_map(|readings| {
        // As a rule the last row holds everywhere, and no table has to be built.
        let rules = Rules::of(model, readings);
        let open = rules.space.open();
        if rules.rows.iter().any(|it| it.holds(open)) {
            return None;
        }
        let world = Table::build(model, readings).first_without_outcome()?;
        Some(Finding::Incomplete { readings, world })
    })
}

fn rows(model: &Model, table: &Table) -> Vec<Finding> {
    let rules = &table.rules;
    let mut holds = vec![false; rules.rows.len()];
    let mut wins = vec![false; rules.rows.len()];
    rules.space.visit(rules.space.open(), |_, chosen| {
        let normalised = rules.normalise(chosen);
        let held: Vec<usize> = (0..rules.rows.len()).filter(|it| rules.rows[*it].holds(normalised)).collect();
        for index in &held {
            holds[*index] = true;
        }
        wins[held[0]] = true;
        true
    });
    let mut findings = Vec::new();
    for (index, row) in rules.rows.iter().enumerate() {
        let guarantee = row.guarantee;
        let above = &rules.rows[..index];
        if let Some(same) = above.iter().find(|it| it.meets == row.meets) {
            findings.push(Finding::Conflicting { stronger: same.guarantee, weaker: guarantee });
        } else if !holds[index] {
            findings.push(Finding::Unreachable { guarantee });
        } else if !wins[index] {
            findings.push(Finding::Shadowed { guarantee });
        }
        if let Some(weaker) = above.iter().find(|it| it.strength < row.strength) {
            findings.push(Finding::OutOfOrder { above: weaker.guarantee, below: guarantee });
        }
    }
    // A guarantee that only a reading can add must have somewhere to stand then.
    for reading in ReadingId::all(model.readings.len()) {
        let switched = Table::build(model, Readings::of(&[reading]));
        let added = |it: &&Row| table.rules.row(it.guarantee).is_none();
        for row in switched.rules.rows.iter().filter(added) {
            if !switched.possible(rules.space.open()).contains(row.guarantee) {
                findings.push(Finding::Shadowed { guarantee: row.guarantee });
            }
        }
    }
    findings
}

fn answers(model: &Model, table: &Table, question: QuestionId) -> Vec<Finding> {
    let space = &table.rules.space;
    if !table.matters(space.open(), question) {
        return vec![Finding::QuestionNeverMatters { question }];
    }
    let declared = &model.question(question).same_outcome;
    let mut findings = Vec::new();
    for answer in space.answer_ids(question) {
        for twin in space.answer_ids(question).filter(|it| *it < answer) {
            let said = declared.iter().any(|it| it.contains(&answer) && it.contains(&twin));
            match (difference(table, question, answer, twin), said) {
                (None, false) => findings.push(Finding::AnswerNeverMatters { question, answer, twin }),
                (Some(world), true) => findings.push(Finding::TwinsDiffer { question, answer, twin, world }),
                (None, true) | (Some(_), false) => {}
            }
        }
    }
    findings
}

/// The first world in which these two answers to a question lead to different outcomes.
fn difference(table: &Table, question: QuestionId, answer: AnswerId, twin: AnswerId) -> Option<World> {
    let space = &table.rules.space;
    let mut found = None;
    space.visit(space.answered(space.open(), question, answer), |world, chosen| {
        let other = space.world_of(space.answered(chosen, question, twin));
        if table.outcome(world) != table.outcome(other) {
            found = Some(world);
        }
        found.is_none()
    });
    found
}

/// The first step to a stronger answer that makes the outcome weaker.
fn weakens(model: &Model, table: &Table, question: QuestionId) -> Option<Finding> {
    if model.question(question).kind == Kind::Nominal {
        return None;
    }
    let mut found = None;
    steps_up(table, question, |world, from, to| {
        if strength(table, to) < strength(table, from) {
            found = Some(Finding::Weakens { question, world, from, to });
        }
        found.is_none()
    });
    found
}

fn improvement_weakens(model: &Model, table: &Table, improvement: usize) -> Option<Finding> {
    let mut found = None;
    improved(table, &model.improvements[improvement], |world, from, to| {
        if strength(table, to) < strength(table, from) {
            found = Some(Finding::ImprovementWeakens { improvement, world, from, to });
        }
        found.is_none()
    });
    found
}

/// Calls `visit` for every world that can improve so, with the outcomes before and after.
pub fn improved(table: &Table, it: &Improvement, mut visit: impl FnMut(World, GuaranteeId, GuaranteeId) -> bool) {
    let space = &table.rules.space;
    space.visit(space.answered(space.open(), it.question, it.from), |world, chosen| {
        let after = space.world_of(space.answered(chosen, it.question, it.to));
        visit(world, table.outcome(world), table.outcome(after))
    });
}

fn stays_away(model: &Model, table: &Table, row: &Row) -> Option<Finding> {
    let space = &table.rules.space;
    let mut worlds = model.guarantee_ids().flat_map(|it| table.canonical_worlds(it));
    worlds.find_map(|world| {
        let missing = missing(model, table, *world, row);
        let [condition] = missing[..] else { return None };
        let question = model.condition(condition).question;
        let raised = |it: &AnswerId| table.rules.normalise(space.answered(*world, question, *it));
        let is_met = model.condition(condition).answers.iter().all(|it| row.holds(raised(it)));
        let world = space.world_of(*world);
        (!is_met).then_some(Finding::StaysAway { guarantee: row.guarantee, condition, world })
    })
}

/// Calls `visit` for every world and the one that answers this question one step stronger, with both outcomes.
pub fn steps_up(table: &Table, question: QuestionId, mut visit: impl FnMut(World, GuaranteeId, GuaranteeId) -> bool) {
    let space = &table.rules.space;
    let strongest = space.answer_ids(question).next_back();
    space.visit(space.open(), |world, _| {
        if Some(space.answer_in(world, question)) == strongest {
            return true;
        }
        let next = World(world.0 + space.weight(question));
        visit(world, table.outcome(world), table.outcome(next))
    });
}

/// How strong an outcome is; larger is stronger.
pub fn strength(table: &Table, guarantee: GuaranteeId) -> u8 {
    table.rules.row(guarantee).map_or(0, |it| it.strength)
}

fn readings(model: &Model, base: &Table) -> Vec<Finding> {
    let changes = |reading: &ReadingId| {
        let switched = Table::build(model, Readings::of(&[*reading]));
        let mut changes = false;
        base.rules.space.visit(base.rules.space.open(), |world, _: Answers| {
            changes = base.outcome(world) != switched.outcome(world);
            !changes
        });
        changes
    };
    ReadingId::all(model.readings.len())
        .filter(|it| !changes(it))
        .map(|reading| Finding::ReadingChangesNothing { reading })
        .collect()
}

fn failing_claims(model: &Model, table: &Table, claims: &[Claim]) -> Vec<Finding> {
    let fails = |(claim, it): (usize, &Claim)| {
        let outcome = claim_outcome(model, table, it);
        let holds = match &it.expects {
            Expectation::Outcome(expected) => outcome == *expected,
            Expectation::Excludes(excluded) => !excluded.contains(&outcome),
        };
        (!holds).then_some(Finding::ClaimFails { claim, outcome })
    };
    claims.iter().enumerate().filter_map(fails).collect()
}
