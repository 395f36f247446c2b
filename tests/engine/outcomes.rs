//! What follows from a case, short enough to be kept in a file and whole enough that no change of a rule escapes it.

use std::fmt::Write;

use which_guarantee::{
    case::{GuaranteeId, Kind, Model, ReadingId},
    decide::{
        answers::Answers,
        decision_graph::{DecisionGraph, Next},
        rules::Readings,
        table::Table,
        verify::audit::steps_up,
    },
};

/// One line for each thing that can differ, by its name.
pub type Lines = Vec<(String, String)>;

/// The outcomes under one set of readings: of how many worlds each guarantee is the outcome, those that a reader can
/// give and all, and a digest of every single one of them and of what it is read as.
pub fn table(model: &Model, table: &Table) -> (String, String) {
    let space = &table.rules.space;
    let mut counts = vec![(0_u32, 0_u32); model.guarantees.len()];
    // By the ids, for a case is the same one whatever the order in which it lists what is equally strong.
    let names: Vec<[u8; 8]> = model.guarantees.iter().map(|it| Digest::of(it.id.as_bytes()).0.to_le_bytes()).collect();
    let mut digest = Digest::default();
    space.visit(space.open(), |world, raw| {
        let outcome = table.outcome(world);
        let read_as = space.world_of(table.rules.normalise(raw));
        let given = read_as == world;
        // An incomplete table, which only damaged rules have, has outcomes that are no guarantee.
        if let Some(count) = counts.get_mut(outcome.index()) {
            count.0 += u32::from(given);
            count.1 += 1;
            digest.add(&names[outcome.index()]);
        }
        digest.add(&read_as.0.to_le_bytes());
        digest.add(&[u8::from(table.is_contradictory(world))]);
        true
    });
    let mut line = String::new();
    for (guarantee, (given, all)) in model.guarantees.iter().zip(counts).filter(|it| it.1.1 > 0) {
        let _ = write!(line, "{} {given}/{all}, ", guarantee.id);
    }
    (format!("outcomes {}", switched(model, table.readings)), line + &format!("digest {:016x}", digest.0))
}

/// The readings that are kept: none, each alone, and all together.
pub fn readings(model: &Model) -> Vec<Readings> {
    let all: Vec<ReadingId> = ReadingId::all(model.readings.len()).collect();
    let each = all.iter().map(|it| Readings::of(&[*it]));
    [Readings::BASE].into_iter().chain(each).chain([Readings::of(&all)]).collect()
}

/// In how many worlds each flag is raised under one set of readings, and a digest of every one of them.
pub fn flags(model: &Model, table: &Table) -> (String, String) {
    let given = given(model, table);
    let mut line = String::new();
    let mut digest = Digest::default();
    for flag in &model.flags {
        let pattern = table.rules.space.pattern(&flag.when);
        let raised = |(world, outcome): &&(Answers, GuaranteeId)| {
            world.within(pattern) && (flag.outcomes.is_empty() || flag.outcomes.contains(outcome))
        };
        let (count, worlds) = counted(table, given.iter().filter(raised));
        let _ = write!(line, "{} {count}, ", flag.id);
        digest.add(flag.id.as_bytes());
        digest.add(&worlds.0.to_le_bytes());
    }
    (format!("flags {}", switched(model, table.readings)), line + &format!("digest {:016x}", digest.0))
}

/// The worlds that a reader can give, with their outcomes.
fn given(model: &Model, table: &Table) -> Vec<(Answers, GuaranteeId)> {
    let of = |guarantee: GuaranteeId| table.canonical_worlds(guarantee).iter().map(move |it| (*it, guarantee));
    model.guarantee_ids().flat_map(of).collect()
}

/// What else is said of guarantees and questions, and what the proofs go by.
pub fn beside(model: &Model, base: &Table) -> Lines {
    let space = &base.rules.space;
    let given = given(model, base);
    let mut lines = Lines::new();
    for guarantee in &model.guarantees {
        let mut line = format!("strength {}", guarantee.strength);
        for (mark, word) in [(guarantee.interim, "interim"), (guarantee.floor, "floor"), (guarantee.never, "never")] {
            if mark {
                let _ = write!(line, ", {word}");
            }
        }
        if guarantee.never {
            let applies = space.pattern(&guarantee.applies);
            let subject = given.iter().filter(|it| it.0.within(applies));
            let (count, worlds) = counted(base, subject);
            let _ = write!(line, ", a subject in {count} worlds, digest {:016x}", worlds.0);
        }
        lines.push((format!("guarantee {}", guarantee.id), line));
    }
    for id in model.question_ids() {
        let question = model.question(id);
        let mut steps = 0;
        if question.kind == Kind::Ordinal {
            steps_up(base, id, |_, _, _| {
                steps += 1;
                true
            });
        }
        let value = &question.answers[question.article_value.index()];
        lines.push((format!("question {}", question.id), format!("article {value}, {steps} steps up")));
    }
    for it in &model.improvements {
        let question = model.question(it.question);
        let answers = [it.from, it.to].map(|answer| question.answers[answer.index()].as_str());
        lines.push((format!("improvement {}", question.id), answers.join(" to ")));
    }
    lines
}

/// The walk of the base, as a reader of the file may follow it.
pub fn walk(model: &Model, base: &Table) -> Lines {
    let name = |index: usize| format!("walk {index}");
    let line = |node: &which_guarantee::decide::decision_graph::Node| {
        let question = model.question(node.question);
        let leads = node.answers.iter().map(|(answer, next)| {
            let next = match next {
                Next::Node(index) => index.to_string(),
                Next::Outcome(outcome) => model.guarantee(*outcome).id.clone(),
            };
            format!("{} to {next}", question.answers[answer.index()])
        });
        format!("{}: {}", question.id, leads.collect::<Vec<_>>().join(", "))
    };
    DecisionGraph::of(model, base).nodes.iter().enumerate().map(|(index, node)| (name(index), line(node))).collect()
}

fn switched(model: &Model, readings: Readings) -> String {
    let ids: Vec<&str> = readings.ids().iter().map(|it| model.readings[it.index()].id.as_str()).collect();
    if ids.is_empty() { "base".to_owned() } else { ids.join(",") }
}

fn counted<'a>(table: &Table, worlds: impl Iterator<Item = &'a (Answers, GuaranteeId)>) -> (usize, Digest) {
    let mut numbers: Vec<u32> = worlds.map(|it| table.rules.space.world_of(it.0).0).collect();
    numbers.sort_unstable();
    let mut digest = Digest::default();
    for it in &numbers {
        digest.add(&it.to_le_bytes());
    }
    (numbers.len(), digest)
}

/// FNV-1a: it has to stay the same on every machine and with every version of Rust, and need not be more.
struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    fn of(bytes: &[u8]) -> Self {
        let mut digest = Self::default();
        digest.add(bytes);
        digest
    }

    fn add(&mut self, bytes: &[u8]) {
        for it in bytes {
            self.0 = (self.0 ^ u64::from(*it)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
