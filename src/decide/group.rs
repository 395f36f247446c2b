//! A group: many readers' answers side by side, where each of them leads, and which question parts the group.

use std::collections::BTreeMap;

use crate::{
    case::{AnswerId, GuaranteeId, Model, QuestionId, permalink::Permalink},
    decide::{
        answers::Answers,
        decision::headline_world,
        interview::{Choice, Choices},
        rules::Readings,
        table::Table,
    },
};

/// The answers of a group of readers and their outcomes, as counts of readers or of pairs of readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub readers: u32,
    /// Readers who read the article in another way somewhere.
    pub switched: u32,
    /// The number of readers who arrive at each guarantee, in the order of the case.
    pub spread: Vec<Ending>,
    /// Pairs of readers with different outcomes.
    pub apart: u32,
    /// Every question once, the one that divides most first.
    pub question_effects: Vec<QuestionEffect>,
}

/// How many readers arrive at one guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    pub guarantee: GuaranteeId,
    pub readers: u32,
    /// The readers among them whose outcome an open answer can still change.
    pub open: u32,
}

/// The effect of one question on a group: how far it divides its readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionEffect {
    pub question: QuestionId,
    /// How many readers gave each answer, in the order of the answers. An answer counts unless the reader's other
    /// answers set it aside or leave the question unasked.
    pub answer_counts: Vec<u32>,
    /// Readers without an answer that counts.
    pub open: u32,
    /// Pairs of readers who gave different answers.
    pub differing_pairs: u32,
    /// Pairs of readers with different outcomes who would have the same one if one of the two took over the other's
    /// answer to this question alone.
    pub reconciled_pairs: u32,
}

/// The most links that are taken at once: pairs of so many can be counted, and no page freezes over them.
pub const MOST: usize = 20_000;

impl Group {
    /// The group behind these links, each decided under its own readings. Links beyond `MOST` are left out.
    ///
    /// A question divides a group by the pairs of readers whom it alone keeps apart (`QuestionEffect::reconciled_pairs`): the
    /// contrastive explanation of size one, as `explain::contrast` finds it for two readers, counted over all pairs.
    /// To take over an answer is to change it in the tool: whatever does not fit an earlier answer is set aside.
    /// Of two questions that join equally many pairs, the one comes first to which more pairs gave different answers.
    ///
    /// Method: readers are told apart, question by question, by their answer and by where each answer to it would lead
    /// them. There are few such kinds, so pairs of kinds are compared instead of pairs of readers.
    pub fn of(model: &Model, links: &[Permalink]) -> Self {
        let links = &links[..links.len().min(MOST)];
        let groups = alike(links);
        let mut spread: Vec<Ending> =
            model.guarantee_ids().map(|guarantee| Ending { guarantee, readers: 0, open: 0 }).collect();
        let mut switched = 0;
        let mut kinds: Vec<BTreeMap<Kind, u32>> = model.question_ids().map(|_| BTreeMap::new()).collect();
        let mut now: Option<Table> = None;
        for ((readings, answers), readers) in groups {
            let table = match now.take() {
                Some(table) if table.readings == readings => table,
                _ => Table::build(model, readings),
            };
            let reader = Reader::of(model, &table, answers);
            let ending = &mut spread[reader.outcome.index()];
            ending.readers += readers;
            if !table.is_settled(reader.answers) {
                ending.open += readers;
            }
            if readings != Readings::BASE {
                switched += readers;
            }
            for (question, kinds) in model.question_ids().zip(&mut kinds) {
                *kinds.entry(reader.kind(model, &table, question)).or_default() += readers;
            }
            now = Some(table);
        }
        let mut question_effects: Vec<QuestionEffect> = model
            .question_ids()
            .zip(&kinds)
            .map(|(question, kinds)| QuestionEffect::of(model, question, kinds))
            .collect();
        // The sort is stable: what divides equally stays in the order of asking.
        question_effects.sort_by_key(|it| std::cmp::Reverse((it.reconciled_pairs, it.differing_pairs)));
        let apart = pairs_apart(&spread.iter().map(|it| it.readers).collect::<Vec<_>>());
        Self { readers: links.len() as u32, switched, spread, apart, question_effects }
    }

    /// Readers whose outcome no open answer can change.
    pub fn settled(&self) -> u32 {
        self.spread.iter().map(|it| it.readers - it.open).sum()
    }
}

/// Links that say the same, with their number; those with the same readings stand together.
fn alike(links: &[Permalink]) -> BTreeMap<(Readings, &[(QuestionId, AnswerId)]), u32> {
    let mut groups = BTreeMap::new();
    for link in links {
        *groups.entry((Readings::of(&link.readings), link.answers.as_slice())).or_default() += 1;
    }
    groups
}

/// One reader's answers as the tool takes them.
struct Reader {
    choices: Choices,
    answers: Answers,
    outcome: GuaranteeId,
}

/// A kind of reader at one question. Readers of one kind cannot be told apart there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    /// None where the reader has no answer that counts.
    answer: Option<AnswerId>,
    outcome: GuaranteeId,
    /// The outcome if the reader gave each of the answers, and left all else as it is.
    outcomes: Vec<GuaranteeId>,
}

impl Reader {
    fn of(model: &Model, table: &Table, answers: &[(QuestionId, AnswerId)]) -> Self {
        let choices = Choices::of(&table.rules, answers);
        let answers = choices.answers(&table.rules);
        Self { outcome: outcome(model, table, answers), choices, answers }
    }

    fn kind(&self, model: &Model, table: &Table, question: QuestionId) -> Kind {
        let rules = &table.rules;
        let answer = rules.space.answer(self.answers, question).filter(|_| !rules.is_idle(self.answers, question));
        let changed = |it| outcome(model, table, self.choices.with(question, Choice::Answer(it)).answers(rules));
        Kind { answer, outcome: self.outcome, outcomes: rules.space.answer_ids(question).map(changed).collect() }
    }
}

/// The outcome while open answers take the article's values.
fn outcome(model: &Model, table: &Table, answers: Answers) -> GuaranteeId {
    let answers = table.rules.reconcile(answers);
    table.outcome(table.rules.space.world_of(headline_world(model, table, answers)))
}

impl Kind {
    /// Whether this reader would arrive where the other does by taking over the other's answer.
    fn would_join(&self, other: &Kind) -> bool {
        other.answer.is_some_and(|it| self.outcomes[it.index()] == other.outcome)
    }
}

impl QuestionEffect {
    fn of(model: &Model, question: QuestionId, kinds: &BTreeMap<Kind, u32>) -> Self {
        let mut answer_counts = vec![0; model.question(question).answers.len()];
        let mut open = 0;
        let mut reconciled_pairs = 0;
        let all: Vec<(&Kind, u32)> = kinds.iter().map(|(kind, readers)| (kind, *readers)).collect();
        for (index, (kind, readers)) in all.iter().enumerate() {
            match kind.answer {
                Some(answer) => answer_counts[answer.index()] += readers,
                None => open += readers,
            }
            for (other, others) in &all[index + 1..] {
                if kind.outcome != other.outcome && (kind.would_join(other) || other.would_join(kind)) {
                    reconciled_pairs += readers * others;
                }
            }
        }
        Self { question, differing_pairs: pairs_apart(&answer_counts), answer_counts, open, reconciled_pairs }
    }
}

/// Pairs of readers who are in different ones of these groups.
fn pairs_apart(groups: &[u32]) -> u32 {
    let mut before = 0;
    let mut pairs = 0;
    for group in groups {
        pairs += before * group;
        before += group;
    }
    pairs
}
