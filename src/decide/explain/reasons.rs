//! Reasons: the smallest sets of the reader's answers that alone force the outcome (sufficient reasons).

use crate::decide::{
    answers::{Answers, Questions},
    table::Table,
};

/// All smallest sets of answered questions whose answers force the outcome, whatever every other answer is.
/// Fewest first, no set containing another. Empty where the outcome is not settled;
/// one empty set where it is settled with nothing answered.
///
/// Method: of all subsets of the answers, by size, those whose completions share one outcome and that contain no
/// smaller such subset.
pub fn reasons(table: &Table, answers: Answers) -> Vec<Questions> {
    let space = &table.rules.space;
    let answers = table.rules.reconcile(answers);
    if !table.is_settled(answers) {
        return Vec::new();
    }
    let answered: Vec<_> = space.question_ids().filter(|it| space.answer(answers, *it).is_some()).collect();
    let mut subsets: Vec<u32> = (0..1 << answered.len()).collect();
    subsets.sort_by_key(|it| (it.count_ones(), *it));
    let mut found: Vec<Questions> = Vec::new();
    for subset in subsets {
        let mut kept = Questions::default();
        let mut part = answers;
        for (index, question) in answered.iter().enumerate() {
            if subset & (1 << index) == 0 {
                part = space.opened(part, *question);
            } else {
                kept.insert(*question);
            }
        }
        if !found.iter().any(|it| it.within(kept)) && table.is_settled(part) {
            found.push(kept);
        }
    }
    found
}
