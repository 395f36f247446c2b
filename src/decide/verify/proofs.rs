//! The proofs: properties of the rules as they are, each checked in every case there is, none sampled.
//! They prove what follows from the rules; that the rules are right they can't prove.

use crate::{
    case::{GuaranteeId, Kind, Model, QuestionId, ReadingId, claims::Claim},
    decide::{
        answers::{Answers, Questions},
        decision::{Decision, Status},
        decision_graph::DecisionGraph,
        explain::counterfactuals::{Change, changes},
        rules::Readings,
        table::Table,
        verify::audit::{Finding, audit, improved, steps_up, strength},
    },
};

/// The properties and counts of a case that were checked exhaustively at base readings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certificate {
    /// Worlds: one answer to every question.
    pub worlds: u32,
    /// The worlds that a reader can give: normalising leaves them as they are.
    pub canonical: u32,
    /// Sets of answers that leave any questions open.
    pub partial: u32,
    /// For every guarantee of the model, how many worlds lead to it: all, and the canonical ones.
    pub outcomes: Vec<(u32, u32)>,
    pub properties: Vec<Property>,
    /// For every question, in how many canonical worlds its answer alone can change the outcome.
    pub influence: Vec<u32>,
    /// For every reading, in how many canonical worlds switching it changes the outcome.
    pub moved: Vec<u32>,
    /// Questions of the decision graph, after joining what is alike.
    pub nodes: u32,
}

/// A property, how many cases were checked, and in how many it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Property {
    pub kind: Proven,
    pub checked: u32,
    pub failed: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proven {
    /// Every world has an outcome.
    Total,
    /// Every guarantee that can be chosen is the outcome of a world that can be given.
    Reachable,
    /// Every answer of every question changes some outcome.
    AnswersMatter,
    /// No row is shadowed, duplicate, conflicting or out of order.
    RowsSound,
    /// A step to a stronger answer never weakens the outcome.
    Monotone,
    /// A turn for the better, as the case names it, never weakens the outcome.
    Improvements,
    /// A settled outcome stays, whatever else is answered.
    SettledIsFinal,
    /// A guarantee that is one answer away becomes feasible with that answer.
    OneAnswerAway,
    /// Every change leads to its guarantee, no part of it does, and every way there contains one.
    ChangesMinimal,
    /// Every claim of the article holds.
    Claims,
    /// Every conclusion of ours holds.
    Conclusions,
}

/// Checks everything. Takes seconds, so it belongs to the build, not to the browser.
/// If some world has no outcome, the certificate has that property alone.
pub fn prove(model: &Model, claims: &[Claim]) -> Certificate {
    let table = Table::build(model, Readings::BASE);
    let findings = audit(model, claims);
    let space = &table.rules.space;
    let total = Property { kind: Proven::Total, checked: space.worlds(), failed: failed(&findings, is_incomplete) };
    if total.failed > 0 {
        return Certificate { worlds: space.worlds(), properties: vec![total], ..Certificate::default() };
    }
    let mut all = vec![0; model.guarantees.len()];
    space.visit(space.open(), |world, _| {
        all[table.outcome(world).index()] += 1;
        true
    });
    let outcomes: Vec<(u32, u32)> =
        model.guarantee_ids().map(|it| (all[it.index()], table.canonical_worlds(it).len() as u32)).collect();
    let canonical: Vec<Answers> =
        model.guarantee_ids().flat_map(|it| table.canonical_worlds(it).iter().copied()).collect();
    let partial = model.questions.iter().map(|it| it.answers.len() as u32 + 1).product();
    Certificate {
        worlds: space.worlds(),
        canonical: canonical.len() as u32,
        partial,
        properties: vec![
            total,
            reachable(&table, &outcomes),
            Property {
                kind: Proven::AnswersMatter,
                checked: model.questions.iter().map(|it| it.answers.len() as u32).sum(),
                failed: failed(&findings, is_idle_answer),
            },
            Property {
                kind: Proven::RowsSound,
                checked: table.rules.rows.len() as u32,
                failed: failed(&findings, is_unsound_row),
            },
            monotone(model, &table),
            improvements(model, &table),
            settled_is_final(&table),
            one_answer_away(model, &table, &canonical),
            changes_minimal(&table, &canonical),
            holding(Proven::Claims, claims, &findings, false),
            holding(Proven::Conclusions, claims, &findings, true),
        ],
        influence: space.question_ids().map(|it| influence(&table, &canonical, it)).collect(),
        moved: moved(model, &table),
        nodes: DecisionGraph::of(model, &table).nodes.len() as u32,
        outcomes,
    }
}

impl Certificate {
    /// Whether every property holds in every case.
    pub fn holds(&self) -> bool {
        self.properties.iter().all(|it| it.failed == 0)
    }
}

fn failed(findings: &[Finding], counts: fn(&Finding) -> bool) -> u32 {
    findings.iter().filter(|it| counts(it)).count() as u32
}

/// The claims of the article, or the conclusions that are ours.
fn holding(kind: Proven, claims: &[Claim], findings: &[Finding], inferred: bool) -> Property {
    let fails = |it: &&Finding| matches!(it, Finding::ClaimFails { claim, .. } if claims[*claim].inferred == inferred);
    Property {
        kind,
        checked: claims.iter().filter(|it| it.inferred == inferred).count() as u32,
        failed: findings.iter().filter(fails).count() as u32,
    }
}

fn is_incomplete(finding: &Finding) -> bool {
    matches!(finding, Finding::Incomplete { .. })
}

fn is_idle_answer(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::QuestionNeverMatters { .. } | Finding::AnswerNeverMatters { .. } | Finding::TwinsDiffer { .. }
    )
}

fn is_unsound_row(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::Unreachable { .. }
            | Finding::Shadowed { .. }
            | Finding::Conflicting { .. }
            | Finding::OutOfOrder { .. }
    )
}

fn reachable(table: &Table, outcomes: &[(u32, u32)]) -> Property {
    let rows = &table.rules.rows;
    let failed = rows.iter().filter(|it| outcomes[it.guarantee.index()].1 == 0).count();
    Property { kind: Proven::Reachable, checked: rows.len() as u32, failed: failed as u32 }
}

fn monotone(model: &Model, table: &Table) -> Property {
    let mut property = Property { kind: Proven::Monotone, checked: 0, failed: 0 };
    for question in model.question_ids().filter(|it| model.question(*it).kind == Kind::Ordinal) {
        steps_up(table, question, |_, from, to| {
            property.count(strength(table, to) >= strength(table, from));
            true
        });
    }
    property
}

fn improvements(model: &Model, table: &Table) -> Property {
    let mut property = Property { kind: Proven::Improvements, checked: 0, failed: 0 };
    for it in &model.improvements {
        improved(table, it, |_, from, to| {
            property.count(strength(table, to) >= strength(table, from));
            true
        });
    }
    property
}

/// Goes through every set of partial answers and every answer more that does not contradict it.
fn settled_is_final(table: &Table) -> Property {
    let space = &table.rules.space;
    let mut property = Property { kind: Proven::SettledIsFinal, checked: 0, failed: 0 };
    for_each_partial(table, space.open(), &mut space.question_ids(), &mut |partial| {
        let possible = table.possible(partial);
        if possible.len() != 1 || table.rules.contradicts(partial) {
            return;
        }
        for question in space.question_ids().filter(|it| space.answer(partial, *it).is_none()) {
            for answer in space.answer_ids(question) {
                let more = space.answered(partial, question, answer);
                if !table.rules.contradicts(more) {
                    property.count(table.possible(more) == possible);
                }
            }
        }
    });
    property
}

fn for_each_partial(
    table: &Table,
    partial: Answers,
    rest: &mut (impl Iterator<Item = QuestionId> + Clone),
    visit: &mut dyn FnMut(Answers),
) {
    let Some(question) = rest.next() else { return visit(partial) };
    let space = &table.rules.space;
    for_each_partial(table, partial, &mut rest.clone(), visit);
    for answer in space.answer_ids(question) {
        for_each_partial(table, space.answered(partial, question, answer), &mut rest.clone(), visit);
    }
}

fn one_answer_away(model: &Model, table: &Table, canonical: &[Answers]) -> Property {
    let space = &table.rules.space;
    let mut property = Property { kind: Proven::OneAnswerAway, checked: 0, failed: 0 };
    for world in canonical {
        let decision = Decision::of(model, table, *world);
        for standing in decision.ranking.iter().filter(|it| it.status == Status::OneAnswerAway) {
            let condition = model.condition(standing.missing[0]);
            for answer in &condition.answers {
                let raised = table.rules.normalise(space.answered(*world, condition.question, *answer));
                property.count(table.rules.row(standing.guarantee).is_some_and(|it| it.holds(raised)));
            }
        }
    }
    property
}

fn changes_minimal(table: &Table, canonical: &[Answers]) -> Property {
    let mut property = Property { kind: Proven::ChangesMinimal, checked: 0, failed: 0 };
    for from in canonical {
        let outcome = table.outcome(table.rules.space.world_of(*from));
        for to in table.rules.rows.iter().map(|it| it.guarantee).filter(|it| *it != outcome) {
            let found = changes(table, *from, to, table.rules.space.open());
            property.count(are_all_changes(table, *from, to, &found));
        }
    }
    property
}

/// Whether these are the changes from a canonical world to another guarantee: each leads there with any of its answers,
/// no set of questions contains another, and every world of the guarantee differs by at least one of them.
pub fn are_all_changes(table: &Table, from: Answers, to: GuaranteeId, found: &[Change]) -> bool {
    let space = &table.rules.space;
    let leads = found.iter().all(|it| {
        let altered = it
            .answers
            .iter()
            .fold(from, |world, (question, answers)| space.narrow(space.opened(world, *question), *question, answers));
        let mut all = true;
        space.visit(altered, |world, _| {
            all = table.outcome(world) == to;
            all
        });
        all
    });
    let sets: Vec<Questions> = found
        .iter()
        .map(|it| {
            let mut questions = Questions::default();
            it.answers.iter().for_each(|it| questions.insert(it.0));
            questions
        })
        .collect();
    let apart = sets.iter().all(|it| !sets.iter().any(|other| other != it && other.within(*it)));
    let complete = table
        .canonical_worlds(to)
        .iter()
        .map(|it| space.differing(from, *it))
        .all(|altered| sets.iter().any(|it| it.within(altered)));
    leads && apart && complete
}

fn influence(table: &Table, canonical: &[Answers], question: QuestionId) -> u32 {
    let space = &table.rules.space;
    let outcome = |it: Answers| table.outcome(space.world_of(it));
    let can_change = |world: &&Answers| {
        space.answer_ids(question).any(|it| outcome(space.answered(**world, question, it)) != outcome(**world))
    };
    canonical.iter().filter(can_change).count() as u32
}

/// For every reading, in how many canonical worlds switching it alone changes the outcome of the base.
pub fn moved(model: &Model, base: &Table) -> Vec<u32> {
    let by = |reading: ReadingId| {
        let switched = Table::build(model, Readings::of(&[reading]));
        let moves = |it: &&Answers, from: GuaranteeId| switched.outcome(base.rules.space.world_of(**it)) != from;
        let rows = base.rules.rows.iter().map(|it| it.guarantee);
        rows.map(|from| base.canonical_worlds(from).iter().filter(|it| moves(it, from)).count() as u32).sum()
    };
    ReadingId::all(model.readings.len()).map(by).collect()
}

impl Property {
    fn count(&mut self, holds: bool) {
        self.checked += 1;
        self.failed += u32::from(!holds);
    }
}
