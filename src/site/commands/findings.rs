//! The engine's findings about the rules, as sentences for the editor, each with its place.

use crate::{
    case::{
        AnswerId, ConditionId, GuaranteeId, QuestionId,
        claims::Expectation,
        load::{
            Loaded,
            problem::{Place, Problem},
        },
        permalink,
    },
    decide::{
        answers::{Space, World},
        rules::Readings,
        verify::audit::Finding,
    },
};

/// The finding where it stands in the case.
pub fn problem(loaded: &Loaded, finding: &Finding) -> Problem {
    let words = Words { loaded };
    let places = &loaded.places;
    let (place, says, remedy) = match *finding {
        Finding::Incomplete { readings, world } => words.incomplete(readings, world),
        Finding::Unreachable { guarantee } => (
            words.guarantee_place(guarantee),
            format!("The guarantee `{}` can't be reached: its conditions hold together in no world.", words.guarantee(guarantee)),
            "Take out one of two needs that exclude each other, or say never = true instead of needs and strength.".to_owned(),
        ),
        Finding::Shadowed { guarantee } => (
            words.guarantee_place(guarantee),
            format!(
                "The guarantee `{}` is never the outcome: wherever its conditions hold, those of one above it hold too.",
                words.guarantee(guarantee)
            ),
            "Move it further up, or give those above it a condition that it does not have.".to_owned(),
        ),
        Finding::Conflicting { stronger, weaker } => (
            words.guarantee_place(weaker),
            format!(
                "The guarantees `{}` and `{}` have the same conditions, so only the first can be the outcome.",
                words.guarantee(stronger),
                words.guarantee(weaker)
            ),
            "Change the needs of one of the two, or remove it.".to_owned(),
        ),
        Finding::OutOfOrder { above, below } => (
            words.guarantee_place(above),
            format!("The guarantee `{}` stands above `{}`, which is stronger.", words.guarantee(above), words.guarantee(below)),
            "Sort the guarantees strongest first, or correct one strength.".to_owned(),
        ),
        Finding::QuestionNeverMatters { question } => (
            places.questions[question.index()].clone(),
            format!("The question `{}` never matters: no answer to it changes any outcome.", words.question(question)),
            "Remove it, or let a guarantee need a condition that asks for it.".to_owned(),
        ),
        Finding::AnswerNeverMatters { question, answer, twin } => (
            words.answer_place(question, answer),
            format!(
                "The answer `{}` to `{}` never matters: it leads to the same outcomes as `{}` in every world.",
                words.answer(question, answer),
                words.question(question),
                words.answer(question, twin)
            ),
            format!(
                "Remove one of the two, let a condition tell them apart, or say that it is meant: same_outcome = [[\"{}\", \"{}\"]].",
                words.answer(question, twin),
                words.answer(question, answer)
            ),
        ),
        Finding::TwinsDiffer { question, answer, twin, world } => (
            words.answer_place(question, answer),
            format!(
                "The answers `{}` and `{}` to `{}` do not share every outcome, first in `{}`.",
                words.answer(question, twin),
                words.answer(question, answer),
                words.question(question),
                words.world(world)
            ),
            "Take one of them out of same_outcome, or correct the condition that tells them apart.".to_owned(),
        ),
        Finding::Weakens { question, world, from, to } => (
            places.questions[question.index()].clone(),
            format!(
                "A stronger answer to `{}` makes the outcome weaker: from `{}` to `{}`, one step up from `{}`.",
                words.question(question),
                words.guarantee(from),
                words.guarantee(to),
                words.world(world)
            ),
            "Let the conditions on this question hold for every stronger answer too, sort its answers weakest first, or say kind = \"nominal\".".to_owned(),
        ),
        Finding::ImprovementWeakens { improvement, world, from, to } => (
            places.improvements[improvement].clone(),
            format!(
                "This improvement makes the outcome weaker: from `{}` to `{}`, in `{}`.",
                words.guarantee(from),
                words.guarantee(to),
                words.world(world)
            ),
            "Swap from and to, or correct the conditions on this question.".to_owned(),
        ),
        Finding::StaysAway { guarantee, condition, world } => words.stays_away(guarantee, condition, world),
        Finding::ReadingChangesNothing { reading } => (
            places.readings[reading.index()].clone(),
            format!("The reading `{}` changes no outcome.", loaded.model.readings[reading.index()].id),
            "Remove it, or correct what it swaps, drops, adds or moves.".to_owned(),
        ),
        Finding::ForecastFails { guarantee, outcome } => (
            places.guarantees[guarantee.index()].clone(),
            format!(
                "`{}` is marked as the authors' forecast, but with nothing answered the rules give `{}`.",
                loaded.model.guarantee(guarantee).id,
                loaded.model.guarantee(outcome).id
            ),
            "Remove forecast = true, or correct the starting assumptions (`article_value`) or the rules.".to_owned(),
        ),
        Finding::ClaimFails { claim, outcome } => words.failing_claim(claim, outcome),
    };
    Problem { place, says, remedy }
}

/// Ids and places by index.
struct Words<'a> {
    loaded: &'a Loaded,
}

impl Words<'_> {
    fn incomplete(&self, readings: Readings, world: World) -> (Place, String, String) {
        let places = &self.loaded.places;
        let world = self.world(world);
        let switched = readings.ids();
        let Some(last) = switched.last() else {
            return (
                places.guarantees[self.last_row().index()].clone(),
                format!("In some worlds no guarantee's conditions hold, first in `{world}`."),
                "Give the last guarantee that can be chosen `needs = []`, or add one for such worlds.".to_owned(),
            );
        };
        let ids: Vec<&str> = switched.iter().map(|it| self.loaded.model.readings[it.index()].id.as_str()).collect();
        (
            places.readings[last.index()].clone(),
            format!(
                "With {} switched no guarantee's conditions hold in some worlds, first in `{world}`.",
                ids.join(", ")
            ),
            "Leave at least one guarantee without needs: drop another, or swap another's.".to_owned(),
        )
    }

    fn stays_away(&self, guarantee: GuaranteeId, condition: ConditionId, world: World) -> (Place, String, String) {
        let says = format!(
            "The guarantee `{}` seems to lack `{}` alone in `{}`, but lacks more there: one of its questions is idle.",
            self.guarantee(guarantee),
            self.loaded.model.condition(condition).id,
            self.world(world)
        );
        let remedy = "Let it also need the answers with which that question is asked.".to_owned();
        (self.guarantee_place(guarantee), says, remedy)
    }

    fn failing_claim(&self, index: usize, outcome: GuaranteeId) -> (Place, String, String) {
        let claim = &self.loaded.claims[index];
        let expected = match &claim.expects {
            Expectation::Outcome(expected) => format!("not `{}`", self.guarantee(*expected)),
            Expectation::Excludes(_) => "which it excludes".to_owned(),
        };
        let scenario = permalink::format(&self.loaded.model, &claim.answers, &[]);
        (
            self.loaded.places.claims[index].clone(),
            format!("The claim `{}` fails: the outcome is `{}`, {expected}.", claim.id, self.guarantee(outcome)),
            format!("Correct the claim, or the rule that decides it; `cargo site decide \"{scenario}\"` shows how."),
        )
    }

    /// The world as a permalink, which `cargo site decide` reads.
    fn world(&self, world: World) -> String {
        let space = Space::of(&self.loaded.model);
        let answers: Vec<_> = space.question_ids().map(|it| (it, space.answer_in(world, it))).collect();
        permalink::format(&self.loaded.model, &answers, &[])
    }

    fn last_row(&self) -> GuaranteeId {
        self.loaded.model.choosable().next_back().unwrap_or(GuaranteeId(0))
    }

    fn question(&self, id: QuestionId) -> &str {
        &self.loaded.model.question(id).id
    }

    fn answer(&self, question: QuestionId, id: AnswerId) -> &str {
        &self.loaded.model.question(question).answers[id.index()]
    }

    fn guarantee(&self, id: GuaranteeId) -> &str {
        &self.loaded.model.guarantee(id).id
    }

    fn guarantee_place(&self, id: GuaranteeId) -> Place {
        self.loaded.places.guarantees[id.index()].clone()
    }

    fn answer_place(&self, question: QuestionId, id: AnswerId) -> Place {
        self.loaded.places.answers[question.index()][id.index()].clone()
    }
}
