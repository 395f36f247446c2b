//! Sets of answers in one machine word, each operation against the same sets kept as lists.

use std::collections::BTreeSet;

use which_guarantee::{
    case::{AnswerId, GuaranteeId, Model, QuestionId},
    decide::{
        answers::{Answers, Guarantees, Questions, Space, World},
        rules::Readings,
    },
};

use crate::support::case;

/// For every question the answers that are allowed.
type Naive = Vec<BTreeSet<u8>>;

#[test]
fn the_space_has_as_many_worlds_as_answers_multiply_to() {
    let space = Space::of(&case().model);
    assert_eq!(space.worlds(), 5 * 3 * 4 * 3_u32.pow(6));
    let mut seen = Vec::new();
    space.visit(space.open(), |world, _| {
        seen.push(world.0);
        true
    });
    assert!(seen.iter().copied().eq(0..43_740), "all of them, in ascending order");
}

#[test]
fn a_visit_ends_where_it_is_told_to() {
    let space = Space::of(&case().model);
    for wanted in [1, 2, 7, 500] {
        let mut count = 0;
        space.visit(space.open(), |_, _| {
            count += 1;
            count < wanted
        });
        assert_eq!(count, wanted);
    }
}

#[test]
fn every_world_is_the_number_of_its_answers_and_back() {
    let model = case().model;
    let space = Space::of(&model);
    let mut number = 0;
    space.visit(space.open(), |world, chosen| {
        let answers: Vec<AnswerId> = space.question_ids().map(|it| space.answer_in(world, it)).collect();
        // The last question counts fastest.
        let naive = model
            .questions
            .iter()
            .zip(&answers)
            .fold(0, |number, (question, answer)| number * question.answers.len() as u32 + u32::from(answer.0));
        assert_eq!((world, naive), (World(number), number));
        assert_eq!(space.world(&answers), world);
        assert_eq!((space.answers_of(world), space.world_of(chosen)), (chosen, world));
        assert!(space.question_ids().zip(&answers).all(|(it, answer)| space.answer(chosen, it) == Some(*answer)));
        number += 1;
        true
    });
    for question in space.question_ids() {
        let rest = &model.questions[question.index() + 1..];
        assert_eq!(space.weight(question), rest.iter().map(|it| it.answers.len() as u32).product::<u32>());
    }
}

#[test]
fn every_operation_does_to_bits_what_it_does_to_lists() {
    let model = case().model;
    let space = Space::of(&model);
    let mut random = Random(11);
    for _ in 0..2_000 {
        let (one, naive) = random.set(&space);
        let (other, naive_other) = random.set(&space);
        for question in space.question_ids() {
            let at = question.index();
            let answer = AnswerId(random.below(model.question(question).answers.len()));
            let changed = |set: BTreeSet<u8>| {
                let mut changed = naive.clone();
                changed[at] = set;
                changed
            };
            let all: BTreeSet<u8> = space.answer_ids(question).map(|it| it.0).collect();
            assert_eq!(lists(&space, space.answered(one, question, answer)), changed(BTreeSet::from([answer.0])));
            assert_eq!(lists(&space, space.opened(one, question)), changed(all.clone()));
            // The same answer twice is that answer.
            let allowed = [answer, answer, AnswerId(0)];
            let kept = naive[at].iter().copied().filter(|it| [answer.0, 0].contains(it)).collect();
            assert_eq!(lists(&space, space.narrow(one, question, &allowed)), changed(kept));
            let alone = (naive[at].len() == 1).then(|| AnswerId(naive[at].first().copied().unwrap_or_default()));
            assert_eq!(space.answer(one, question), alone);
            let nothing: Naive = vec![BTreeSet::new(); naive.len()];
            let only = |set: BTreeSet<u8>| {
                let mut only = nothing.clone();
                only[at] = set;
                only
            };
            assert_eq!(lists(&space, space.whole(question)), only(all));
            assert_eq!(lists(&space, space.only(question, answer)), only(BTreeSet::from([answer.0])));
        }
        let each = |joined: fn(&BTreeSet<u8>, &BTreeSet<u8>) -> BTreeSet<u8>| -> Naive {
            naive.iter().zip(&naive_other).map(|(one, other)| joined(one, other)).collect()
        };
        assert_eq!(lists(&space, one.both(other)), each(|one, other| one & other));
        assert_eq!(lists(&space, one.or(other)), each(|one, other| one | other));
        assert_eq!(one.within(other), naive.iter().zip(&naive_other).all(|(one, other)| one.is_subset(other)));
        assert_eq!(one.allows(other), naive.iter().zip(&naive_other).any(|(one, other)| !one.is_disjoint(other)));
        let differing: Vec<usize> = (0..naive.len()).filter(|it| naive[*it] != naive_other[*it]).collect();
        assert!(space.differing(one, other).ids().map(QuestionId::index).eq(differing));
        let mut visited = 0;
        space.visit(one, |_, chosen| {
            assert!(chosen.within(one));
            visited += 1;
            true
        });
        assert_eq!(visited, naive.iter().map(BTreeSet::len).product::<usize>());
    }
    assert_eq!(lists(&space, Answers::NONE), vec![BTreeSet::new(); model.questions.len()]);
}

#[test]
fn sets_of_guarantees_are_sets() {
    let mut random = Random(12);
    let mut set = Guarantees::default();
    let mut naive = BTreeSet::new();
    for _ in 0..1_000 {
        let id = random.below(32);
        match random.below(3) {
            0 => {
                set.insert(GuaranteeId(id));
                naive.insert(id);
            }
            1 => {
                set.remove(GuaranteeId(id));
                naive.remove(&id);
            }
            _ => {
                let mut one = Guarantees::default();
                one.insert(GuaranteeId(id));
                assert!(!one.is_empty() && one.len() == 1);
                set = set.or(one);
                naive.insert(id);
            }
        }
        assert!((0..32).all(|it| set.contains(GuaranteeId(it)) == naive.contains(&it)));
        assert_eq!((set.len() as usize, set.is_empty()), (naive.len(), naive.is_empty()));
    }
    assert!(Guarantees::default().is_empty());
}

#[test]
fn sets_of_questions_are_sets() {
    let mut random = Random(13);
    let mut set = Questions::default();
    let mut naive = BTreeSet::new();
    for _ in 0..1_000 {
        let id = random.below(32);
        if random.below(2) == 0 {
            set.insert(QuestionId(id));
            naive.insert(id);
        } else {
            set.toggle(QuestionId(id));
            if !naive.remove(&id) {
                naive.insert(id);
            }
        }
        assert!(set.ids().map(|it| it.0).eq(naive.iter().copied()));
        assert!((0..32).all(|it| set.contains(QuestionId(it)) == naive.contains(&it)));
        assert_eq!((set.len() as usize, set.is_empty()), (naive.len(), naive.is_empty()));
        let mut less = set;
        let mut more = set;
        less.toggle(QuestionId(id));
        more.insert(QuestionId(id));
        assert!(set.within(set) && set.within(more));
        assert_eq!(set.within(less), !naive.contains(&id));
    }
}

#[test]
fn sets_of_readings_are_sets() {
    for bits in 0..=u8::MAX {
        let readings = Readings(bits);
        let ids = readings.ids();
        assert!((0..8).all(|it| ids.iter().any(|id| id.0 == it) == (bits >> it & 1 == 1)));
        assert_eq!(Readings::of(&[ids.as_slice(), &ids].concat()), readings);
        for id in (0..8).map(which_guarantee::case::ReadingId) {
            assert_eq!(readings.contains(id), ids.contains(&id));
            assert_eq!(readings.toggled(id).contains(id), !ids.contains(&id));
            assert_eq!(readings.toggled(id).toggled(id), readings);
        }
    }
}

/// The set as lists, read bit by bit.
fn lists(space: &Space, answers: Answers) -> Naive {
    let allowed = |question| {
        let allows = move |it: &AnswerId| answers.allows(space.only(question, *it));
        space.answer_ids(question).filter(allows).map(|it| it.0).collect()
    };
    space.question_ids().map(allowed).collect()
}

/// Numbers that look random and are the same each time.
struct Random(u32);

impl Random {
    fn below(&mut self, end: usize) -> u8 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((self.0 >> 16) as usize % end) as u8
    }

    /// A set that leaves at least one answer to every question, open ones among them.
    fn set(&mut self, space: &Space) -> (Answers, Naive) {
        let mut answers = space.open();
        let mut naive = Naive::new();
        for question in space.question_ids() {
            let count = space.answer_ids(question).count();
            let kept: BTreeSet<u8> = (0..=self.below(count)).map(|_| self.below(count)).collect();
            let ids: Vec<AnswerId> = kept.iter().map(|it| AnswerId(*it)).collect();
            answers = space.narrow(answers, question, &ids);
            naive.push(kept);
        }
        (answers, naive)
    }
}

/// The pattern of a rule is the answers that it names, and every answer of every other question.
#[test]
fn a_pattern_allows_what_it_names_and_all_that_it_does_not() {
    let model: Model = case().model;
    let space = Space::of(&model);
    for it in &model.normalisations {
        let pattern = lists(&space, space.pattern(&it.when));
        for question in space.question_ids() {
            let named = it.when.iter().find(|it| it.0 == question).map(|it| it.1.iter().map(|it| it.0).collect());
            let all = || space.answer_ids(question).map(|it| it.0).collect();
            assert_eq!(pattern[question.index()], named.unwrap_or_else(all));
        }
    }
}
