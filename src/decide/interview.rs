//! The interview: what a reader has chosen so far, what is asked next, and which answers are on offer.

use crate::{
    case::{AnswerId, QuestionId},
    decide::{
        answers::{Answers, Questions},
        decision::Decision,
        rules::Rules,
    },
};

/// A reader's choice at one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    #[default]
    Unasked,
    /// "Not sure": the question stays open and is not asked again.
    Unsure,
    Answer(AnswerId),
}

/// A choice for every question, in their order. Nothing chosen is ever lost: an answer that an earlier one
/// has made impossible is set aside, and counts again when the earlier one changes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// Nothing chosen.
    pub fn none(rules: &Rules) -> Self {
        Self(rules.space.question_ids().map(|_| Choice::Unasked).collect())
    }

    /// The answers of a permalink, or of a preset. Those that contradict each other are reconciled.
    pub fn of(rules: &Rules, answers: &[(QuestionId, AnswerId)]) -> Self {
        let space = &rules.space;
        let counted = rules.reconcile(space.with_answers(answers));
        Self(
            space
                .question_ids()
                .map(|question| space.answer(counted, question).map_or(Choice::Unasked, Choice::Answer))
                .collect(),
        )
    }

    pub fn get(&self, question: QuestionId) -> Choice {
        self.0[question.index()]
    }

    pub fn with(&self, question: QuestionId, choice: Choice) -> Self {
        let mut choices = self.clone();
        choices.0[question.index()] = choice;
        choices
    }

    /// The answers that count: taken in the order of asking, without those set aside.
    pub fn answers(&self, rules: &Rules) -> Answers {
        rules.space.question_ids().fold(rules.space.open(), |answers, question| match self.get(question) {
            Choice::Answer(answer) => {
                let next = rules.space.answered(answers, question, answer);
                if rules.contradicts(next) { answers } else { next }
            }
            Choice::Unasked | Choice::Unsure => answers,
        })
    }

    /// Questions whose answer an earlier one has set aside.
    pub fn set_aside(&self, rules: &Rules) -> Questions {
        let answers = self.answers(rules);
        let mut aside = Questions::default();
        for question in rules.space.question_ids() {
            if matches!(self.get(question), Choice::Answer(_)) && rules.space.answer(answers, question).is_none() {
                aside.insert(question);
            }
        }
        aside
    }

    /// The answers that count, as a permalink lists them.
    pub fn listed(&self, rules: &Rules) -> Vec<(QuestionId, AnswerId)> {
        let answers = self.answers(rules);
        let space = &rules.space;
        space.question_ids().filter_map(|it| space.answer(answers, it).map(|answer| (it, answer))).collect()
    }
}

/// Whether a question has been put to the reader: answered in a way that counts, or left at "not sure".
pub fn is_asked(rules: &Rules, choices: &Choices, answers: Answers, question: QuestionId) -> bool {
    rules.space.answer(answers, question).is_some() || choices.get(question) == Choice::Unsure
}

/// Questions still to ask: not asked yet, and able to change the outcome.
/// Their number is also the most that can still come, since every answer can only make questions idle.
pub fn remaining(rules: &Rules, choices: &Choices, decision: &Decision) -> Questions {
    let mut remaining = Questions::default();
    for question in decision.deciding.ids().filter(|it| !is_asked(rules, choices, decision.answers, *it)) {
        remaining.insert(question);
    }
    remaining
}

/// Questions that were never put to the reader, whether or not they can change the outcome:
/// those of "answer the rest anyway". Idle questions, and those that earlier answers have settled, are left out.
pub fn unasked(rules: &Rules, choices: &Choices, answers: Answers) -> Questions {
    let mut unasked = Questions::default();
    for question in rules.space.question_ids() {
        let asked = is_asked(rules, choices, answers, question);
        if !asked && offered(rules, choices, question).len() > 1 && !rules.is_idle(answers, question) {
            unasked.insert(question);
        }
    }
    unasked
}

/// The answers on offer to a question: those that contradict no earlier answer.
pub fn offered(rules: &Rules, choices: &Choices, question: QuestionId) -> Vec<AnswerId> {
    let mut earlier = choices.clone();
    for later in rules.space.question_ids().filter(|it| *it >= question) {
        earlier = earlier.with(later, Choice::Unasked);
    }
    let answers = earlier.answers(rules);
    rules
        .space
        .answer_ids(question)
        .filter(|it| !rules.contradicts(rules.space.answered(answers, question, *it)))
        .collect()
}
