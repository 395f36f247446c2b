//! Answers as sets: for every question the answers that are still allowed, one bit each.
//! A world allows one answer to every question. All of it fits a machine word, so every test is one `and`.

use crate::case::{AnswerId, GuaranteeId, Model, Pattern, QuestionId};

/// The shape of all answers: which bits belong to which question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Space {
    questions: Vec<Digits>,
    worlds: u32,
}

/// One question's part: its bits in a set of answers, its weight in the number of a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Digits {
    first_bit: u32,
    answers: u32,
    /// How far two worlds are apart that differ by one step in this question alone.
    weight: u32,
}

/// For every question the set of answers that are allowed; open where all are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answers(pub(super) u64);

/// One answer to every question, as its number in the table: the last question counts fastest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct World(pub u32);

/// A set of guarantees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Guarantees(u32);

/// A set of questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Questions(pub(super) u32);

impl Space {
    pub fn of(model: &Model) -> Self {
        let mut first_bit = 0;
        let mut questions: Vec<Digits> = model
            .questions
            .iter()
            .map(|it| {
                let answers = u32::try_from(it.answers.len()).expect("loading bounds the answers");
                let digits = Digits { first_bit, answers, weight: 1 };
                first_bit += answers;
                digits
            })
            .collect();
        let mut worlds = 1;
        for digits in questions.iter_mut().rev() {
            digits.weight = worlds;
            worlds *= digits.answers;
        }
        Self { questions, worlds }
    }

    /// Number of combinations of one answer to every question.
    pub fn worlds(&self) -> u32 {
        self.worlds
    }

    pub fn question_ids(&self) -> impl DoubleEndedIterator<Item = QuestionId> + Clone + use<> {
        QuestionId::all(self.questions.len())
    }

    pub fn answer_ids(&self, question: QuestionId) -> impl DoubleEndedIterator<Item = AnswerId> + Clone + use<> {
        AnswerId::all(self.digits(question).answers as usize)
    }

    /// Nothing answered.
    pub fn open(&self) -> Answers {
        Answers(self.questions.iter().fold(0, |bits, it| bits | it.bits()))
    }

    /// All answers to one question, and no other.
    pub fn whole(&self, question: QuestionId) -> Answers {
        Answers(self.digits(question).bits())
    }

    /// One answer, and no other of any question.
    pub fn only(&self, question: QuestionId, answer: AnswerId) -> Answers {
        Answers(1 << (self.digits(question).first_bit + u32::from(answer.0)))
    }

    /// The answers of a pattern; questions that it does not name are open.
    pub fn pattern(&self, pattern: &Pattern) -> Answers {
        pattern.iter().fold(self.open(), |answers, (question, allowed)| self.narrow(answers, *question, allowed))
    }

    /// These answers, one a question; questions that they do not name are open.
    pub fn with_answers(&self, answers: &[(QuestionId, AnswerId)]) -> Answers {
        answers.iter().fold(self.open(), |all, (question, answer)| self.answered(all, *question, *answer))
    }

    /// Allows only these of a question's answers.
    pub fn narrow(&self, answers: Answers, question: QuestionId, allowed: &[AnswerId]) -> Answers {
        let kept = allowed.iter().fold(0, |bits, it| bits | self.only(question, *it).0);
        Answers(answers.0 & (!self.digits(question).bits() | kept))
    }

    /// Answers a question, whatever was answered before.
    pub fn answered(&self, answers: Answers, question: QuestionId, answer: AnswerId) -> Answers {
        Answers((answers.0 & !self.digits(question).bits()) | self.only(question, answer).0)
    }

    /// Forgets the answer to a question.
    pub fn opened(&self, answers: Answers, question: QuestionId) -> Answers {
        Answers(answers.0 | self.digits(question).bits())
    }

    /// The answer to a question where exactly one is allowed.
    pub fn answer(&self, answers: Answers, question: QuestionId) -> Option<AnswerId> {
        let digits = self.digits(question);
        let bits = answers.0 & digits.bits();
        bits.is_power_of_two().then(|| AnswerId((bits.trailing_zeros() - digits.first_bit) as u8))
    }

    pub fn world(&self, answers: &[AnswerId]) -> World {
        World(
            self.questions.iter().zip(answers).fold(0, |number, (it, answer)| number + it.weight * u32::from(answer.0)),
        )
    }

    pub fn answer_in(&self, world: World, question: QuestionId) -> AnswerId {
        let digits = self.digits(question);
        AnswerId((world.0 / digits.weight % digits.answers) as u8)
    }

    /// The world as a set of answers.
    pub fn answers_of(&self, world: World) -> Answers {
        Answers(
            self.question_ids().fold(0, |bits, question| bits | self.only(question, self.answer_in(world, question)).0),
        )
    }

    /// The world that these answers leave, where every question has exactly one.
    pub fn world_of(&self, answers: Answers) -> World {
        World(self.questions.iter().fold(0, |number, it| {
            let bits = (answers.0 & it.bits()) >> it.first_bit;
            number + it.weight * bits.trailing_zeros()
        }))
    }

    /// Calls `visit` with every world that agrees with the answers, as its number and as answers,
    /// in ascending order, until it returns false.
    pub fn visit(&self, answers: Answers, mut visit: impl FnMut(World, Answers) -> bool) {
        visit_rest(&self.questions, answers, (World(0), Answers(0)), &mut visit);
    }

    /// How far apart in the table two worlds are that differ by one step in this question alone.
    pub fn weight(&self, question: QuestionId) -> u32 {
        self.digits(question).weight
    }

    /// The questions whose answers differ between two worlds given as answers.
    pub fn differing(&self, one: Answers, other: Answers) -> Questions {
        let difference = one.0 ^ other.0;
        let mut found = 0;
        for (index, it) in self.questions.iter().enumerate() {
            if difference & it.bits() != 0 {
                found |= 1 << index;
            }
        }
        Questions(found)
    }

    fn digits(&self, question: QuestionId) -> Digits {
        self.questions[question.index()]
    }
}

/// Goes through the allowed answers of the first question left, and for each through the rest.
fn visit_rest(
    questions: &[Digits],
    answers: Answers,
    (World(number), Answers(chosen)): (World, Answers),
    visit: &mut impl FnMut(World, Answers) -> bool,
) -> bool {
    let Some((digits, rest)) = questions.split_first() else { return visit(World(number), Answers(chosen)) };
    let mut bits = (answers.0 & digits.bits()) >> digits.first_bit;
    while bits != 0 {
        let step = bits.trailing_zeros();
        bits &= bits - 1;
        let next = (World(number + digits.weight * step), Answers(chosen | (1 << (digits.first_bit + step))));
        if !visit_rest(rest, answers, next, visit) {
            return false;
        }
    }
    true
}

impl Digits {
    fn bits(self) -> u64 {
        // A case has two questions at least, so that no question alone has all of the 64 answers.
        ((1 << self.answers) - 1) << self.first_bit
    }
}

impl Answers {
    /// No answer to any question: what nothing has been added to.
    pub const NONE: Self = Self(0);

    /// Whether every answer allowed here is allowed there.
    pub fn within(self, other: Answers) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether any of the other's answers is allowed.
    pub fn allows(self, other: Answers) -> bool {
        self.0 & other.0 != 0
    }

    /// The answers that both allow. A question may be left without any.
    pub fn both(self, other: Answers) -> Answers {
        Answers(self.0 & other.0)
    }

    /// The answers that either allows.
    pub fn or(self, other: Answers) -> Answers {
        Answers(self.0 | other.0)
    }
}

impl Guarantees {
    pub fn insert(&mut self, guarantee: GuaranteeId) {
        self.0 |= 1 << guarantee.0;
    }

    pub fn remove(&mut self, guarantee: GuaranteeId) {
        self.0 &= !(1 << guarantee.0);
    }

    pub fn toggle(&mut self, guarantee: GuaranteeId) {
        self.0 ^= 1 << guarantee.0;
    }

    pub fn contains(self, guarantee: GuaranteeId) -> bool {
        self.0 & (1 << guarantee.0) != 0
    }

    /// The members of either.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Questions {
    pub fn toggle(&mut self, question: QuestionId) {
        self.0 ^= 1 << question.0;
    }

    pub fn insert(&mut self, question: QuestionId) {
        self.0 |= 1 << question.0;
    }

    pub fn contains(self, question: QuestionId) -> bool {
        self.0 & (1 << question.0) != 0
    }

    /// Those for which this holds.
    pub fn filter(self, holds: impl Fn(QuestionId) -> bool) -> Self {
        let mut some = Self::default();
        for question in self.ids().filter(|it| holds(*it)) {
            some.insert(question);
        }
        some
    }

    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn within(self, other: Questions) -> bool {
        self.0 & !other.0 == 0
    }

    pub fn ids(self) -> impl Iterator<Item = QuestionId> {
        (0..32).filter(move |it| self.0 & (1 << it) != 0).map(QuestionId)
    }
}
