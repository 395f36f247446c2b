//! The contrastive explanation of two sets of answers: the fewest differing answers that make their outcomes differ.

use crate::decide::{
    answers::{Answers, Questions},
    table::Table,
};

/// All smallest sets of questions such that one reader, answering just those as the other does, reaches the other's
/// outcome. Both are worlds that a reader can give. Empty where the outcomes agree.
///
/// Method: every subset of the differing questions, by size; of those that lead there, the ones that contain no other.
/// Taking all of them leads there by definition, so two different outcomes always have an explanation.
pub fn difference(table: &Table, one: Answers, other: Answers) -> Vec<Questions> {
    let space = &table.rules.space;
    let goal = table.outcome(space.world_of(other));
    if table.outcome(space.world_of(one)) == goal {
        return Vec::new();
    }
    let differing: Vec<_> = space.differing(one, other).ids().collect();
    let mut subsets: Vec<u32> = (1..1 << differing.len()).collect();
    subsets.sort_by_key(|it| (it.count_ones(), *it));
    let mut found: Vec<Questions> = Vec::new();
    for subset in subsets {
        let mut taken = Questions::default();
        let mut world = one;
        for (index, question) in differing.iter().enumerate() {
            if subset & (1 << index) != 0 {
                taken.insert(*question);
                let answer = space.answer(other, *question).expect("a world answers every question");
                world = space.answered(world, *question, answer);
            }
        }
        let leads_there = table.outcome(space.world_of(world)) == goal;
        if leads_there && !found.iter().any(|it| it.within(taken)) {
            found.push(taken);
        }
    }
    found
}
