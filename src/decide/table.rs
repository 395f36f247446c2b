//! The table: the outcome of every world, one byte each, built once for each set of switched readings.

use crate::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{
        answers::{Answers, Guarantees, World},
        rules::{Readings, Rules},
    },
};

/// Everything that follows from the rules under the switched readings. Building it takes about a millisecond.
#[derive(Clone, Debug)]
pub struct Table {
    pub rules: Rules,
    pub readings: Readings,
    /// For every world, in its order: the outcome, and `CONTRADICTION` where its answers contradict each other.
    outcomes: Vec<u8>,
    /// For every guarantee, the canonical worlds that lead to it.
    canonical: Vec<Vec<Answers>>,
}

/// Marks a world whose answers no reader can mean together; its outcome is that of the world it is read as.
const CONTRADICTION: u8 = 0x80;

impl Table {
    pub fn build(model: &Model, readings: Readings) -> Self {
        let rules = Rules::of(model, readings);
        let mut outcomes = Vec::with_capacity(rules.space.worlds() as usize);
        let mut canonical = vec![Vec::new(); model.guarantees.len()];
        rules.space.visit(rules.space.open(), |_, raw| {
            let normalised = rules.normalise(raw);
            let outcome = rules.outcome(normalised);
            if let Some(guarantee) = outcome.filter(|_| normalised == raw) {
                canonical[guarantee.index()].push(raw);
            }
            let mark = if rules.contradicts(raw) { CONTRADICTION } else { 0 };
            outcomes.push(mark | outcome.map_or(NO_OUTCOME, |it| it.0));
            true
        });
        Self { rules, readings, outcomes, canonical }
    }

    /// The canonical worlds that lead to a guarantee: a reader can give them, since nothing contradicts, and idle
    /// questions have their article value.
    pub fn canonical_worlds(&self, guarantee: GuaranteeId) -> &[Answers] {
        &self.canonical[guarantee.index()]
    }

    /// The outcome of a world: the first guarantee, strongest first, whose conditions all hold.
    /// A contradictory world has that of the world it is normalised to.
    pub fn outcome(&self, world: World) -> GuaranteeId {
        GuaranteeId(self.outcomes[world.0 as usize] & !CONTRADICTION)
    }

    /// The first world without any outcome. None in a case that passes its check: its last row holds everywhere.
    pub fn first_without_outcome(&self) -> Option<World> {
        let index = self.outcomes.iter().position(|it| it & !CONTRADICTION == NO_OUTCOME)?;
        Some(World(index as u32))
    }

    /// Whether a world's answers contradict each other.
    pub fn is_contradictory(&self, world: World) -> bool {
        self.outcomes[world.0 as usize] & CONTRADICTION != 0
    }

    /// Whether a world is canonical, so that normalising leaves it as it is: nothing contradicts, and idle questions
    /// have their article value.
    pub fn is_canonical(&self, world: World) -> bool {
        let raw = self.rules.space.answers_of(world);
        self.rules.normalise(raw) == raw
    }

    /// The outcomes of all completions of the answers. Worlds that contradict themselves complete nothing,
    /// unless the answers themselves do; then they are reconciled first.
    pub fn possible(&self, answers: Answers) -> Guarantees {
        let mut possible = Guarantees::default();
        self.completions(answers, |_, outcome| {
            possible.insert(outcome);
            true
        });
        possible
    }

    /// Whether all completions share one outcome.
    pub fn is_settled(&self, answers: Answers) -> bool {
        let mut first = None;
        let mut settled = true;
        self.completions(answers, |_, outcome| {
            settled = *first.get_or_insert(outcome) == outcome;
            settled
        });
        settled
    }

    /// Whether this is the outcome of every completion.
    pub fn settles_on(&self, answers: Answers, guarantee: GuaranteeId) -> bool {
        let mut settles = true;
        self.completions(answers, |_, outcome| {
            settles = outcome == guarantee;
            settles
        });
        settles
    }

    /// Whether the answer to a question can change the outcome, given the others; its own does not count.
    pub fn matters(&self, answers: Answers, question: QuestionId) -> bool {
        let space = &self.rules.space;
        let weight = space.weight(question);
        let mut differs = false;
        space.visit(space.answered(answers, question, AnswerId(0)), |world, _| {
            let mut seen = None;
            for answer in space.answer_ids(question) {
                let cell = self.outcomes[(world.0 + u32::from(answer.0) * weight) as usize];
                if cell & CONTRADICTION == 0 && seen.replace(cell).is_some_and(|it| it != cell) {
                    differs = true;
                    return false;
                }
            }
            true
        });
        differs
    }

    /// Visits every completion with its outcome, until `visit` returns false.
    pub fn completions(&self, answers: Answers, mut visit: impl FnMut(Answers, GuaranteeId) -> bool) {
        let reconciled = self.rules.reconcile(answers);
        self.rules.space.visit(reconciled, |world, chosen| {
            let cell = self.outcomes[world.0 as usize];
            cell & CONTRADICTION != 0 || visit(chosen, GuaranteeId(cell))
        });
    }
}

/// Stands in the table of an incomplete case only; `decide::verify::audit` reports it.
pub(super) const NO_OUTCOME: u8 = 0x7f;
