//! Every rule of the case, changed one at a time in every way there is: a claim or a property must fail, or the outcomes
//! differ from those that are recorded. What no test notices is named here with the reason, and proved to make no
//! difference under any readings.

use std::{collections::BTreeMap, fs, path::PathBuf, sync::LazyLock};

use which_guarantee::{
    case::{
        Amendment, AnswerId, Condition, ConditionId, Effect, GuaranteeId, Kind, Model, Pattern, QuestionId,
        claims::{Claim, Expectation},
        load::Loaded,
    },
    decide::{
        decision::Decision,
        rules::Readings,
        table::Table,
        verify::audit::{audit, claim_outcome},
    },
};

use crate::{
    outcomes::{self, Lines},
    support::case,
};

static CASE: LazyLock<Loaded> = LazyLock::new(case);
static RECORD: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| read(&fs::read_to_string(file()).expect("the record can be read")));

/// What follows from the case under every set of readings that there is.
static EVERYWHERE: LazyLock<Vec<Under>> = LazyLock::new(|| {
    let readings = (0..1_u16 << CASE.model.readings.len()).map(|it| Readings(it as u8));
    readings.map(|it| Under::of(Table::build(&CASE.model, it))).collect()
});

struct Under {
    table: Table,
    outcomes: (String, String),
    flags: (String, String),
}

impl Under {
    fn of(table: Table) -> Self {
        Self { outcomes: outcomes::table(&CASE.model, &table), flags: outcomes::flags(&CASE.model, &table), table }
    }
}

/// Changes that no test can notice, since they change nothing, each under its reason. Every other one is noticed.
const EQUAL: &[(&str, &[&str])] = &[
    (
        "Another need asks for more of the same question already.",
        &[
            "nato_full with ended besides",
            "nato_full with not_dictated besides",
            "nato_full with allies_words besides",
            "nato_full with allies_any_consent besides",
            "nato_law with not_dictated besides",
            "nato_law with allies_words besides",
            "nato_law with allies_any_consent besides",
            "nato_law with peaceful_promise besides",
            "alliance with not_dictated besides",
            "alliance with partners_promise besides",
            "alliance with g7_backing besides",
            "us_pact with not_dictated besides",
            "us_pact with us_promise besides",
            "us_pact with g7_backing besides",
            "treaty with not_dictated besides",
            "partners_pact with not_dictated besides",
            "porcupine with steady_arms besides",
            "J7 (1) with or without not_dictated",
            "J7 (1) with or without allies_words",
        ],
    ),
    (
        "Borders are settled by a peace or a victory alone: while the war goes on or was dictated nobody is asked about \
         the land, and an armistice with settled borders is read as one of the two.",
        &[
            "nato_full with ended for ended_for_good",
            "nato_full: ended_for_good with armistice",
            "J3 (1) from ended_for_good",
        ],
    ),
    (
        "A pledge is asked for only where the war has ended and land is claimed; elsewhere it counts as none.",
        &["J2 (1) from claim_kept"],
    ),
    (
        "The normalisations before or after do the same, or the two never meet.",
        &[
            "N1: land with ceded",
            "N2 before its neighbour",
            "N3: war with armistice",
            "N3 before its neighbour",
            "N4a before its neighbour",
            "N4b before its neighbour",
        ],
    ),
    (
        "The outcomes that the flag names come up under no other answer than those it names besides.",
        &[
            "step_by_step: war with dictated",
            "price_of_the_law whatever land is",
            "price_of_the_law: land with ceded",
            "price_of_the_law: land with all",
            "wide_backing: us with none",
            "arms_fade: us with none",
            "without_washington whatever us is",
            "without_washington: us with treaty",
            "without_washington: us with troops",
            "korea: war with ongoing",
            "korea: war with dictated",
            "treaty_with_troops: war with ongoing",
            "treaty_with_troops: war with dictated",
        ],
    ),
    (
        "Under the answers that the flag names this is never the outcome.",
        &[
            "step_by_step: nato_full or not",
            "step_by_step: nato_law or not",
            "step_by_step: alliance or not",
            "step_by_step: us_pact or not",
            "step_by_step: treaty or not",
            "step_by_step: partners_pact or not",
            "step_by_step: porcupine or not",
            "price_of_the_law: nato_full or not",
            "wide_backing: partners_pact or not",
            "arms_fade: alliance or not",
            "arms_fade: us_pact or not",
            "arms_fade: partners_pact or not",
            "arms_fade: porcupine or not",
            "without_washington: alliance or not",
            "without_washington: us_pact or not",
            "without_washington: treaty or not",
            "needs_no_promise: nato_full or not",
            "needs_no_promise: nato_law or not",
            "needs_no_promise: rhetoric or not",
            "korea: nato_full or not",
        ],
    ),
    (
        "All land free is a victory, and a victory leaves no land ceded.",
        &[
            "victory_not_enough: war with ongoing",
            "victory_not_enough: war with dictated",
            "victory_not_enough: war with armistice",
            "victory_not_enough: land with ceded",
        ],
    ),
];

#[test]
fn the_outcomes_are_those_that_were_recorded() {
    let model = &CASE.model;
    let base = Table::build(model, Readings::BASE);
    let mut lines = outcomes::walk(model, &base);
    for table in outcomes::readings(model).into_iter().map(|it| Table::build(model, it)) {
        lines.extend([outcomes::table(model, &table), outcomes::flags(model, &table)]);
    }
    lines.extend(outcomes::beside(model, &base));
    let now = written(&lines);
    if std::env::var_os("RECORD_OUTCOMES").is_some() {
        fs::write(file(), &now).expect("the record can be written");
        return;
    }
    let remedy = "If the rules were meant to change: RECORD_OUTCOMES=1 cargo test --test engine mutated_case::, and read the diff.";
    assert_eq!(now, fs::read_to_string(file()).expect("the record can be read"), "{remedy}");
}

#[test]
fn the_flags_on_record_are_those_that_decisions_raise() {
    let model = &CASE.model;
    let base = Table::build(model, Readings::BASE);
    let mut raised = vec![0; model.flags.len()];
    for world in model.guarantee_ids().flat_map(|it| base.canonical_worlds(it)) {
        for it in Decision::of(model, &base, *world).flags {
            raised[it.index()] += 1;
        }
    }
    for (flag, count) in model.flags.iter().zip(raised) {
        assert!(RECORD["flags base"].contains(&format!("{} {count},", flag.id)), "{} {count}", flag.id);
    }
}

#[test]
fn every_need_of_every_guarantee_counts() {
    let mut changed = Changed::default();
    for id in rows() {
        let guarantee = CASE.model.guarantee(id);
        let name = &guarantee.id;
        for (index, need) in guarantee.needs.iter().enumerate() {
            let condition = CASE.model.condition(*need);
            changed.by(format!("{name} without {}", condition.id), |model| {
                model.guarantees[id.index()].needs.remove(index);
                unswap(model, id, *need);
            });
            for (other, twin) in conditions().filter(|it| it.0 != *need && it.1.question == condition.question) {
                changed.by(format!("{name} with {} for {}", twin.id, condition.id), |model| {
                    model.guarantees[id.index()].needs[index] = other;
                    unswap(model, id, *need);
                });
            }
            // One answer more or less for this guarantee alone.
            for answer in answers(condition.question) {
                let says = toggled_name(&condition.answers, condition.question, answer);
                changed.by(format!("{name}: {} {says}", condition.id), |model| {
                    let own = ConditionId(model.conditions.len() as u8);
                    let mut copy = condition.clone();
                    toggle(&mut copy.answers, answer);
                    model.conditions.push(copy);
                    model.guarantees[id.index()].needs[index] = own;
                    reswap(model, id, *need, own);
                });
            }
        }
        for (other, condition) in conditions().filter(|it| !guarantee.needs.contains(&it.0)) {
            changed.by(format!("{name} with {} besides", condition.id), |model| {
                model.guarantees[id.index()].needs.push(other);
            });
        }
    }
    changed.are_noticed();
}

#[test]
fn every_answer_of_every_condition_counts() {
    let mut changed = Changed::default();
    for (id, condition) in conditions() {
        for answer in answers(condition.question) {
            let says = toggled_name(&condition.answers, condition.question, answer);
            changed.by(format!("{} {says}", condition.id), |model| {
                toggle(&mut model.conditions[id.index()].answers, answer);
            });
        }
    }
    changed.are_noticed();
}

#[test]
fn every_normalisation_counts_in_every_part() {
    let mut changed = Changed::default();
    for (index, it) in CASE.model.normalisations.iter().enumerate() {
        let name = &it.id;
        changed.by(format!("{name} dropped"), |model| {
            model.normalisations.remove(index);
        });
        changed.patterns(name, &it.when, |model| &mut model.normalisations[index].when);
        match it.effect {
            Effect::Set(question, now) => {
                for answer in answers(question).filter(|it| *it != now) {
                    let says = &CASE.model.question(question).answers[answer.index()];
                    changed.by(format!("{name} sets {says}"), |model| {
                        model.normalisations[index].effect = Effect::Set(question, answer);
                    });
                }
            }
            Effect::Idle(now) => {
                for question in CASE.model.question_ids().filter(|it| *it != now) {
                    changed.by(format!("{name} lets {} rest", CASE.model.question(question).id), |model| {
                        model.normalisations[index].effect = Effect::Idle(question);
                    });
                }
            }
        }
        if index > 0 {
            changed.by(format!("{name} before its neighbour"), |model| model.normalisations.swap(index - 1, index));
        }
    }
    changed.are_noticed();
}

#[test]
fn every_amendment_of_every_reading_counts() {
    let mut changed = Changed::default();
    for (at, reading) in CASE.model.readings.iter().enumerate() {
        for (index, amendment) in reading.amendments.iter().enumerate() {
            let name = format!("{} ({})", reading.id, index + 1);
            changed.by(format!("{name} dropped"), |model| {
                model.readings[at].amendments.remove(index);
            });
            let mut becomes = |says: String, it: Amendment| {
                changed.by(format!("{name} {says}"), |model| model.readings[at].amendments[index] = it);
            };
            match amendment {
                Amendment::Swap { guarantee, from, to } => {
                    for (other, condition) in conditions().filter(|it| it.0 != *to) {
                        let it = Amendment::Swap { guarantee: *guarantee, from: *from, to: other };
                        becomes(format!("to {}", condition.id), it);
                    }
                    for other in CASE.model.guarantee(*guarantee).needs.iter().filter(|it| *it != from) {
                        let it = Amendment::Swap { guarantee: *guarantee, from: *other, to: *to };
                        becomes(format!("from {}", CASE.model.condition(*other).id), it);
                    }
                }
                Amendment::Drop(guarantee) => {
                    for other in rows().filter(|it| it != guarantee) {
                        becomes(format!("drops {}", id_of(other)), Amendment::Drop(other));
                    }
                }
                Amendment::Add { guarantee, needs, above } => {
                    for row in rows().filter(|it| it != above) {
                        let it = Amendment::Add { guarantee: *guarantee, needs: needs.clone(), above: row };
                        becomes(format!("above {}", id_of(row)), it);
                    }
                    for (other, condition) in conditions() {
                        let mut needs = needs.clone();
                        toggle(&mut needs, other);
                        let it = Amendment::Add { guarantee: *guarantee, needs, above: *above };
                        becomes(format!("with or without {}", condition.id), it);
                    }
                }
                Amendment::Above { guarantee, over } => {
                    for row in rows().filter(|it| it != over) {
                        let it = Amendment::Above { guarantee: *guarantee, over: row };
                        becomes(format!("over {}", id_of(row)), it);
                    }
                    for row in rows().filter(|it| it != guarantee) {
                        becomes(format!("moves {}", id_of(row)), Amendment::Above { guarantee: row, over: *over });
                    }
                }
            }
        }
    }
    changed.are_noticed();
}

#[test]
fn every_place_and_mark_of_every_guarantee_counts() {
    let mut changed = Changed::default();
    for (index, it) in CASE.model.guarantees.iter().enumerate() {
        let name = &it.id;
        if index > 0 && !it.never {
            changed.by(format!("{name} before its neighbour"), |model| exchange(model, index - 1, index));
        }
        for (says, strength) in [("stronger", it.strength + 1), ("weaker", it.strength.wrapping_sub(1))] {
            changed.by(format!("{name} {says}"), |model| model.guarantees[index].strength = strength);
        }
        changed.by(format!("{name} never, or not"), |model| model.guarantees[index].never ^= true);
        changed.by(format!("{name} interim, or not"), |model| model.guarantees[index].interim ^= true);
        changed.by(format!("{name} the floor, or not"), |model| model.guarantees[index].floor ^= true);
        changed.patterns(name, &it.applies, |model| &mut model.guarantees[index].applies);
    }
    changed.are_noticed();
}

#[test]
fn every_value_kind_and_twin_of_every_question_counts() {
    let mut changed = Changed::default();
    for id in CASE.model.question_ids() {
        let question = CASE.model.question(id);
        let name = &question.id;
        for answer in answers(id).filter(|it| *it != question.article_value) {
            changed.by(format!("{name}: the article says {}", question.answers[answer.index()]), |model| {
                model.questions[id.index()].article_value = answer;
            });
        }
        changed.by(format!("{name}: of the other kind"), |model| {
            let kind = &mut model.questions[id.index()].kind;
            *kind = if *kind == Kind::Nominal { Kind::Ordinal } else { Kind::Nominal };
        });
        for group in 0..question.same_outcome.len() {
            for answer in answers(id) {
                let says = toggled_name(&question.same_outcome[group], id, answer);
                changed.by(format!("{name}: twins {says}"), |model| {
                    toggle(&mut model.questions[id.index()].same_outcome[group], answer);
                });
            }
        }
    }
    for index in 0..CASE.model.improvements.len() {
        changed.by(format!("improvement {} dropped", index + 1), |model| {
            model.improvements.remove(index);
        });
    }
    changed.are_noticed();
}

#[test]
fn every_part_of_every_flag_counts() {
    let mut changed = Changed::default();
    for (index, flag) in CASE.model.flags.iter().enumerate() {
        let name = &flag.id;
        changed.by(format!("{name} dropped"), |model| {
            model.flags.remove(index);
        });
        changed.patterns(name, &flag.when, |model| &mut model.flags[index].when);
        for guarantee in rows() {
            changed.by(format!("{name}: {} or not", id_of(guarantee)), |model| {
                toggle(&mut model.flags[index].outcomes, guarantee);
            });
        }
    }
    changed.are_noticed();
}

/// Copies of the rules with one change each, by name.
#[derive(Default)]
struct Changed(Vec<(String, Model)>);

/// What notices a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Noticed {
    Claim,
    Record,
    Property,
}

impl Changed {
    fn by(&mut self, name: String, change: impl FnOnce(&mut Model)) {
        let mut model = CASE.model.clone();
        change(&mut model);
        self.0.push((name, model));
    }

    /// Every answer of every question in a pattern, toggled; and a question taken out of it.
    fn patterns(&mut self, name: &str, now: &Pattern, part: impl Fn(&mut Model) -> &mut Pattern) {
        for (index, (question, allowed)) in now.iter().enumerate() {
            let id = &CASE.model.question(*question).id;
            self.by(format!("{name} whatever {id} is"), |model| {
                part(model).remove(index);
            });
            for answer in answers(*question) {
                let says = toggled_name(allowed, *question, answer);
                self.by(format!("{name}: {id} {says}"), |model| toggle(&mut part(model)[index].1, answer));
            }
        }
    }

    fn are_noticed(self) {
        let mut counts: BTreeMap<Option<Noticed>, u32> = BTreeMap::new();
        let mut survivors = Vec::new();
        for (name, model) in &self.0 {
            let by = noticed(model);
            *counts.entry(by).or_default() += 1;
            let explained = EQUAL.iter().any(|it| it.1.contains(&name.as_str()));
            if by.is_some() {
                assert!(!explained, "`{name}` is noticed by a {by:?}, so it needs no reason");
                continue;
            }
            if !explained {
                survivors.push(name.as_str());
            }
            assert_eq!(difference(model), None, "`{name}` makes a difference where nobody looks");
        }
        println!("{} changes, noticed by: {counts:?}", self.0.len());
        assert!(
            survivors.is_empty(),
            "no test notices {} of {} changes: {survivors:#?}",
            survivors.len(),
            self.0.len()
        );
    }
}

fn noticed(model: &Model) -> Option<Noticed> {
    let base = Table::build(model, Readings::BASE);
    if !CASE.claims.iter().all(|it| claim_holds(model, &base, it)) {
        return Some(Noticed::Claim);
    }
    let is_on_record = |(name, line): (String, String)| RECORD.get(&name) == Some(&line);
    let are_same =
        |table: &Table| is_on_record(outcomes::table(model, table)) && is_on_record(outcomes::flags(model, table));
    let same = are_same(&base)
        && model.improvements.len() == CASE.model.improvements.len()
        && outcomes::beside(model, &base).into_iter().all(is_on_record)
        && outcomes::readings(model).into_iter().skip(1).all(|it| are_same(&Table::build(model, it)));
    if !same {
        return Some(Noticed::Record);
    }
    (!audit(model, &CASE.claims).is_empty()).then_some(Noticed::Property)
}

/// The first set of readings under which anything is different.
fn difference(model: &Model) -> Option<Readings> {
    let same_rules = Model { flags: CASE.model.flags.clone(), ..model.clone() } == CASE.model;
    let differs = |before: &&Under| {
        if same_rules {
            return outcomes::flags(model, &before.table) != before.flags;
        }
        outcomes::table(model, &Table::build(model, before.table.readings)) != before.outcomes
    };
    EVERYWHERE.iter().find(differs).map(|it| it.table.readings)
}

fn claim_holds(model: &Model, table: &Table, claim: &Claim) -> bool {
    // By the id, for changed rules may list the guarantees in another order. An incomplete table names none.
    let outcome = model.guarantees.get(claim_outcome(model, table, claim).index()).map(|it| it.id.as_str());
    match &claim.expects {
        Expectation::Outcome(expected) => outcome == Some(id_of(*expected)),
        Expectation::Excludes(excluded) => excluded.iter().all(|it| outcome != Some(id_of(*it))),
    }
}

/// Takes a swap of a condition that the guarantee no longer has out of the readings, as loading would ask for.
fn unswap(model: &mut Model, of: GuaranteeId, gone: ConditionId) {
    for reading in &mut model.readings {
        let gone =
            |it: &Amendment| matches!(it, Amendment::Swap { guarantee, from, .. } if *guarantee == of && *from == gone);
        reading.amendments.retain(|it| !gone(it));
    }
}

/// Lets the readings swap the guarantee's own condition in the place of the one it was copied from.
fn reswap(model: &mut Model, of: GuaranteeId, before: ConditionId, now: ConditionId) {
    for amendment in model.readings.iter_mut().flat_map(|it| &mut it.amendments) {
        if let Amendment::Swap { guarantee, from, .. } = amendment
            && *guarantee == of
            && *from == before
        {
            *from = now;
        }
    }
}

/// Lets two guarantees change places, with all that refers to them.
fn exchange(model: &mut Model, first: usize, second: usize) {
    let moved = |id: &mut GuaranteeId| {
        if id.index() == first {
            id.0 = second as u8;
        } else if id.index() == second {
            id.0 = first as u8;
        }
    };
    model.guarantees.swap(first, second);
    model.flags.iter_mut().flat_map(|it| &mut it.outcomes).for_each(moved);
    for amendment in model.readings.iter_mut().flat_map(|it| &mut it.amendments) {
        match amendment {
            Amendment::Swap { guarantee, .. } | Amendment::Drop(guarantee) => moved(guarantee),
            Amendment::Add { guarantee, above: other, .. } | Amendment::Above { guarantee, over: other } => {
                moved(guarantee);
                moved(other);
            }
        }
    }
}

fn rows() -> impl Iterator<Item = GuaranteeId> {
    CASE.model.guarantee_ids().filter(|it| !CASE.model.guarantee(*it).never)
}

fn conditions() -> impl Iterator<Item = (ConditionId, &'static Condition)> {
    ConditionId::all(CASE.model.conditions.len()).map(|it| (it, CASE.model.condition(it)))
}

fn answers(question: QuestionId) -> impl Iterator<Item = AnswerId> {
    AnswerId::all(CASE.model.question(question).answers.len())
}

fn id_of(guarantee: GuaranteeId) -> &'static str {
    &CASE.model.guarantee(guarantee).id
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|it| *it == item) {
        Some(index) => {
            list.remove(index);
        }
        None => list.push(item),
    }
}

fn toggled_name(list: &[AnswerId], question: QuestionId, answer: AnswerId) -> String {
    let verb = if list.contains(&answer) { "without" } else { "with" };
    format!("{verb} {}", CASE.model.question(question).answers[answer.index()])
}

fn written(lines: &Lines) -> String {
    let head = "# What follows from the rules, kept so that no change of a rule goes unseen. Written by tests/engine/mutated_case.rs.\n";
    lines.iter().fold(head.to_owned(), |text, (name, line)| text + name + " = " + line + "\n")
}

fn read(record: &str) -> BTreeMap<String, String> {
    let lines = record.lines().filter_map(|it| it.split_once(" = "));
    lines.map(|(name, line)| (name.to_owned(), line.to_owned())).collect()
}

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/outcomes.txt")
}
