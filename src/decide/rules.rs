//! The decision table as it is evaluated: rows strongest first under the switched readings, and the normalisations.

use crate::{
    case::{Amendment, ConditionId, Effect, GuaranteeId, Model, QuestionId, ReadingId},
    decide::answers::{Answers, Space},
};

/// The switched readings, one bit each; none is the base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Readings(pub u8);

#[derive(Clone, Debug)]
pub struct Rules {
    pub space: Space,
    /// Hit policy PRIORITY: the first whose conditions all hold gives the outcome.
    pub rows: Vec<Row>,
    pub(super) normalisations: Vec<Rule>,
}

/// One row of the decision table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub guarantee: GuaranteeId,
    /// Larger is stronger; rows may share a number.
    pub strength: u8,
    pub needs: Vec<ConditionId>,
    /// The answers with which every condition holds.
    pub(super) meets: Answers,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    when: Answers,
    question: Answers,
    becomes: Answers,
    contradiction: bool,
}

impl Readings {
    pub const BASE: Self = Self(0);

    pub fn of(ids: &[ReadingId]) -> Self {
        Self(ids.iter().fold(0, |bits, it| bits | (1 << it.0)))
    }

    pub fn contains(self, reading: ReadingId) -> bool {
        self.0 & (1 << reading.0) != 0
    }

    pub fn toggled(self, reading: ReadingId) -> Self {
        Self(self.0 ^ (1 << reading.0))
    }

    pub fn ids(self) -> Vec<ReadingId> {
        ReadingId::all(8).filter(|it| self.contains(*it)).collect()
    }
}

impl Rules {
    pub fn of(model: &Model, readings: Readings) -> Self {
        let space = Space::of(model);
        let mut rows: Vec<Row> = model
            .guarantee_ids()
            .filter(|it| !model.guarantee(*it).never)
            .map(|id| {
                let guarantee = model.guarantee(id);
                Row { guarantee: id, strength: guarantee.strength, needs: guarantee.needs.clone(), meets: space.open() }
            })
            .collect();
        for reading in readings.ids().iter().filter_map(|it| model.readings.get(it.index())) {
            for amendment in &reading.amendments {
                amend(&mut rows, amendment, space.open());
            }
        }
        for row in &mut rows {
            row.meets = row.needs.iter().fold(space.open(), |answers, it| {
                let condition = model.condition(*it);
                space.narrow(answers, condition.question, &condition.answers)
            });
        }
        let normalisations = model
            .normalisations
            .iter()
            .map(|it| {
                let (question, answer, contradiction) = match it.effect {
                    Effect::Set(question, answer) => (question, answer, true),
                    Effect::Idle(question) => (question, model.question(question).article_value, false),
                };
                Rule {
                    when: space.pattern(&it.when),
                    question: space.whole(question),
                    becomes: space.only(question, answer),
                    contradiction,
                }
            })
            .collect();
        Self { space, rows, normalisations }
    }

    /// The outcome of a normalised world: the first guarantee whose conditions all hold. None in an incomplete case.
    pub fn outcome(&self, world: Answers) -> Option<GuaranteeId> {
        self.rows.iter().find(|it| it.holds(world)).map(|it| it.guarantee)
    }

    /// All guarantees as they are listed: the rows strongest first, then those never chosen, in the order of the case.
    pub fn in_order(&self, model: &Model) -> impl Iterator<Item = GuaranteeId> {
        let never = model.guarantee_ids().filter(|it| self.row(*it).is_none());
        self.rows.iter().map(|it| it.guarantee).chain(never)
    }

    /// The row of a guarantee; none where it is never chosen under the switched readings.
    pub fn row(&self, guarantee: GuaranteeId) -> Option<&Row> {
        self.rows.iter().find(|it| it.guarantee == guarantee)
    }

    /// Answers brought to ones that a reader can give. A normalisation applies where the answers leave no doubt
    /// that its pattern holds; for a world that is always known.
    pub fn normalise(&self, answers: Answers) -> Answers {
        self.normalisations.iter().fold(answers, |it, rule| rule.apply(it))
    }

    /// All answers to the questions up to the last that a normalisation names, all those to the questions after it, and
    /// the number of the former questions.
    pub(super) fn parts(&self) -> (Answers, Answers, usize) {
        let (mut first, mut rest, mut count) = (Answers::NONE, Answers::NONE, 0);
        for question in self.space.question_ids().rev() {
            let whole = self.space.whole(question);
            let names = |it: &Rule| it.question == whole || !whole.within(it.when);
            if count > 0 || self.normalisations.iter().any(names) {
                first = first.or(whole);
                count += 1;
            } else {
                rest = rest.or(whole);
            }
        }
        (first, rest, count)
    }

    /// Whether answers contradict each other, so that no reader can mean them as they stand.
    pub fn contradicts(&self, answers: Answers) -> bool {
        self.normalisations.iter().any(|it| it.contradiction && answers.within(it.when))
    }

    /// Whether a question is not asked under these answers; whatever was answered does not count.
    pub fn is_idle(&self, answers: Answers, question: QuestionId) -> bool {
        let whole = self.space.whole(question);
        self.normalisations.iter().any(|it| !it.contradiction && it.question == whole && answers.within(it.when))
    }

    /// The positions of the normalisations that change the meaning of the answers by a contradiction.
    pub fn contradictions(&self, answers: Answers) -> Vec<usize> {
        let mut now = answers;
        let mut applied = Vec::new();
        for (index, rule) in self.normalisations.iter().enumerate() {
            if rule.contradiction && now.within(rule.when) {
                applied.push(index);
            }
            now = rule.apply(now);
        }
        applied
    }

    /// Only contradictions resolved; answers to questions that are idle stay as they were given.
    pub fn reconcile(&self, answers: Answers) -> Answers {
        self.normalisations.iter().filter(|it| it.contradiction).fold(answers, |it, rule| rule.apply(it))
    }
}

impl Row {
    /// Whether all conditions hold in a normalised world.
    pub fn holds(&self, world: Answers) -> bool {
        world.within(self.meets)
    }
}

impl Rule {
    fn apply(self, answers: Answers) -> Answers {
        if answers.within(self.when) { Answers((answers.0 & !self.question.0) | self.becomes.0) } else { answers }
    }
}

fn amend(rows: &mut Vec<Row>, amendment: &Amendment, open: Answers) {
    match amendment {
        Amendment::Swap { guarantee, from, to } => {
            for row in rows.iter_mut().filter(|it| it.guarantee == *guarantee) {
                for need in row.needs.iter_mut().filter(|it| *it == from) {
                    *need = *to;
                }
            }
        }
        Amendment::Drop(guarantee) => rows.retain(|it| it.guarantee != *guarantee),
        Amendment::Add { guarantee, needs, above } => {
            if let Some(index) = rows.iter().position(|it| it.guarantee == *above) {
                let strength = rows[index].strength;
                rows.insert(index, Row { guarantee: *guarantee, strength, needs: needs.clone(), meets: open });
            }
        }
        Amendment::Above { guarantee, over } => {
            let place = |id: &GuaranteeId| rows.iter().position(|it| it.guarantee == *id);
            let (Some(from), Some(to)) = (place(guarantee), place(over)) else { return };
            let strength = rows[to].strength;
            let row = Row { strength, ..rows.remove(from) };
            // What stood above the other has made room by leaving.
            rows.insert(if from < to { to - 1 } else { to }, row);
        }
    }
}
