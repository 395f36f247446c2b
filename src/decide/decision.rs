//! The decision: where every guarantee stands under the answers so far.

use serde::Serialize;

use crate::{
    case::{AnswerId, ConditionId, FlagId, GuaranteeId, Kind, Model, QuestionId},
    decide::{
        answers::{Answers, Guarantees, Questions},
        rules::Row,
        table::Table,
    },
};

/// Everything that follows from answers, of which any may be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The answers as they count: contradictions reconciled.
    pub answers: Answers,
    /// The headline's world: open answers take the article's value.
    pub world: Answers,
    /// The outcome of that world.
    pub headline: GuaranteeId,
    /// The outcomes of all completions.
    pub possible: Guarantees,
    /// The weakest and the strongest of them by the order of the rows.
    pub at_least: GuaranteeId,
    pub at_best: GuaranteeId,
    /// All guarantees: the headline, the other feasible ones, those that lack least, those never chosen.
    pub ranking: Vec<Standing>,
    /// The guarantee that would hold until the headline takes effect. None if the headline needs no waiting.
    pub interim: Option<GuaranteeId>,
    /// Questions whose answer can still change the outcome. Those already answered are not among them.
    pub deciding: Questions,
    pub flags: Vec<FlagId>,
    /// Positions of the normalisations that had to overrule an answer.
    pub overruled: Vec<usize>,
}

/// The standing of one guarantee in the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub guarantee: GuaranteeId,
    pub status: Status,
    /// The conditions that do not hold in the headline's world; empty for those never chosen.
    pub missing: Vec<ConditionId>,
    /// Steps along ordinal answers, one for a nominal answer, that the missing conditions are away.
    pub steps: u32,
}

/// The status of a guarantee. Of two that fit, the earlier counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is the headline.
    MostPlausible,
    /// Its conditions hold in the headline's world, and a stronger one's do too.
    AlsoPossible,
    /// Some completion makes it the outcome.
    Open,
    /// Exactly one condition is missing.
    OneAnswerAway,
    /// Several conditions are missing.
    Blocked,
    /// Never chosen; the case says why.
    RuledOut,
    /// Never chosen, and not a subject in this world.
    DoesNotApply,
}

impl Decision {
    pub fn of(model: &Model, table: &Table, answers: Answers) -> Self {
        let rules = &table.rules;
        let space = &rules.space;
        let overruled = rules.contradictions(answers);
        let answers = rules.reconcile(answers);
        let world = headline_world(model, table, answers);
        let headline = table.outcome(space.world_of(world));
        let possible = table.possible(answers);
        let outcomes = || rules.rows.iter().map(|it| it.guarantee).filter(|it| possible.contains(*it));
        let ranking = ranking(model, table, world, headline, possible);
        let interim = model.guarantee(headline).interim.then(|| {
            ranking.iter().find(|it| it.status == Status::AlsoPossible && !model.guarantee(it.guarantee).interim)
        });
        let mut deciding = Questions::default();
        for question in space.question_ids() {
            if space.answer(answers, question).is_none() && table.matters(answers, question) {
                deciding.insert(question);
            }
        }
        let flags = FlagId::all(model.flags.len())
            .filter(|id| {
                let flag = &model.flags[id.index()];
                world.within(space.pattern(&flag.when))
                    && (flag.outcomes.is_empty() || flag.outcomes.contains(&headline))
            })
            .collect();
        Self {
            answers,
            world,
            headline,
            possible,
            at_least: outcomes().next_back().unwrap_or(headline),
            at_best: outcomes().next().unwrap_or(headline),
            interim: interim.flatten().map(|it| it.guarantee),
            ranking,
            deciding,
            flags,
            overruled,
        }
    }

    /// Whether the outcome is the same whatever the open answers are.
    pub fn is_settled(&self) -> bool {
        self.possible.len() == 1
    }

    pub fn standing(&self, guarantee: GuaranteeId) -> &Standing {
        self.ranking.iter().find(|it| it.guarantee == guarantee).expect("the ranking lists every guarantee")
    }
}

/// The headline's world: open answers take the article's value, and idle questions too.
pub fn headline_world(model: &Model, table: &Table, answers: Answers) -> Answers {
    table.rules.normalise(article_completion(model, table, answers))
}

/// The world in which every open answer takes the article's value.
fn article_completion(model: &Model, table: &Table, answers: Answers) -> Answers {
    let space = &table.rules.space;
    space.question_ids().fold(answers, |world, question| {
        let value = model.question(question).article_value;
        if space.answer(world, question).is_none() { space.answered(world, question, value) } else { world }
    })
}

fn ranking(model: &Model, table: &Table, world: Answers, headline: GuaranteeId, possible: Guarantees) -> Vec<Standing> {
    let mut standings: Vec<Standing> = Vec::with_capacity(model.guarantees.len());
    for row in &table.rules.rows {
        let missing = missing(model, table, world, row);
        let steps = missing.iter().map(|it| steps(model, table, world, *it)).sum();
        let status = if row.guarantee == headline {
            Status::MostPlausible
        } else if missing.is_empty() {
            Status::AlsoPossible
        } else if possible.contains(row.guarantee) {
            Status::Open
        } else if missing.len() == 1 {
            Status::OneAnswerAway
        } else {
            Status::Blocked
        };
        let standing = Standing { guarantee: row.guarantee, status, missing, steps };
        // What is equally far away stays in the order of the rows. The library's sort weighs 4 kB in the browser.
        let place = standings.partition_point(|it| it.distance() <= standing.distance());
        standings.insert(place, standing);
    }
    let never = model.guarantee_ids().filter(|it| table.rules.row(*it).is_none()).map(|id| {
        let applies = world.within(table.rules.space.pattern(&model.guarantee(id).applies));
        let status = if applies { Status::RuledOut } else { Status::DoesNotApply };
        Standing { guarantee: id, status, missing: Vec::new(), steps: 0 }
    });
    standings.extend(never);
    standings
}

impl Standing {
    /// The sort key of the ranking: the headline first, then guarantees by how little they lack.
    fn distance(&self) -> (bool, usize, u32) {
        (self.status != Status::MostPlausible, self.missing.len(), self.steps)
    }
}

/// The conditions of a row that do not hold in a world.
pub fn missing(model: &Model, table: &Table, world: Answers, row: &Row) -> Vec<ConditionId> {
    let space = &table.rules.space;
    let lacks = |id: &ConditionId| {
        let condition = model.condition(*id);
        let answer = space.answer(world, condition.question);
        answer.is_some_and(|it| !condition.answers.contains(&it))
    };
    row.needs.iter().copied().filter(lacks).collect()
}

/// How far the answer is from the nearest one with which the condition holds.
fn steps(model: &Model, table: &Table, world: Answers, condition: ConditionId) -> u32 {
    let condition = model.condition(condition);
    let Some(AnswerId(now)) = table.rules.space.answer(world, condition.question) else { return 0 };
    match model.question(condition.question).kind {
        Kind::Nominal => 1,
        Kind::Ordinal => condition.answers.iter().map(|it| u32::from(it.0.abs_diff(now))).min().unwrap_or(0),
    }
}

/// The condition of a row that asks about this question, for tables that show one column a question.
pub fn condition_on(model: &Model, row: &Row, question: QuestionId) -> Option<ConditionId> {
    row.needs.iter().copied().find(|it| model.condition(*it).question == question)
}
