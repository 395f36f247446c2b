//! The engine against the whole space: every world, every set of answers, every reading.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use which_guarantee::{
    case::{Amendment, AnswerId, GuaranteeId, Kind, Model, QuestionId, ReadingId},
    decide::{
        answers::{Answers, World},
        decision::{Decision, Status},
        explain::{counterfactuals::changes, reasons::reasons},
        interview::{Choice, Choices, offered, remaining},
        outcomes::outcomes,
        rules::{Readings, Rules},
        table::Table,
        verify::audit::{audit, steps_up, strength},
    },
};

use crate::support::{self, case};

#[test]
fn the_shipped_rules_have_no_fault() {
    let case = case();
    assert_eq!(audit(&case.model, &case.claims), []);
}

#[test]
fn every_world_agrees_with_a_naive_reading_of_the_same_rows() {
    let case = case();
    let model = &case.model;
    let source: toml::Table = support::case_files()
        .iter()
        .find(|it| it.name == "model.toml")
        .expect("the case has a model")
        .text
        .parse()
        .expect("the model is TOML");
    let none = [String::new()];
    let all = [model.readings.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(",")];
    let each: Vec<String> = model.readings.iter().map(|it| it.id.clone()).collect();
    for switched in none.iter().chain(&each).chain(&all) {
        let ids: Vec<&str> = switched.split(',').filter(|it| !it.is_empty()).collect();
        let readings: Vec<ReadingId> = ids
            .iter()
            .map(|id| {
                ReadingId(model.readings.iter().position(|it| it.id == *id).expect("a reading of the model") as u8)
            })
            .collect();
        let table = Table::build(model, Readings::of(&readings));
        let naive = naive::Rules::of(&source, &ids);
        let mut worlds = 0;
        table.rules.space.visit(table.rules.space.open(), |world, _| {
            let named = name(model, &table, world);
            assert_eq!(
                model.guarantee(table.outcome(world)).id,
                naive.outcome(named.clone()),
                "{named:?}, readings {switched:?}"
            );
            worlds += 1;
            true
        });
        assert_eq!(worlds, 43_740);
    }
}

#[test]
fn the_outcomes_alone_are_those_of_the_table() {
    let shipped = case().model.clone();
    let all: Vec<Readings> = (0..1_u16 << shipped.readings.len()).map(|bits| Readings(bits as u8)).collect();
    // Without one of its normalisations each, and with more rows than a word has bits.
    let mut models: Vec<Model> = vec![shipped.clone()];
    for left_out in 0..shipped.normalisations.len() {
        let mut model = shipped.clone();
        model.normalisations.remove(left_out);
        models.push(model);
    }
    let mut long = shipped.clone();
    for reading in &mut long.readings {
        let added = reading.amendments.iter().find(|it| matches!(it, Amendment::Add { .. })).cloned();
        reading.amendments.extend(added.iter().cycle().take(70 * added.iter().len()).cloned());
    }
    assert!(all.iter().any(|it| Rules::of(&long, *it).rows.len() > 64), "an interpretation adds a row");
    models.push(long);
    for model in &models {
        for readings in &all {
            let table = Table::build(model, *readings);
            let one_by_one = (0..table.rules.space.worlds()).map(|it| table.outcome(World(it)).0);
            let together = outcomes(&table.rules);
            assert_eq!(together.is_none(), table.rules.rows.len() > 64, "{readings:?}");
            assert!(together.is_none_or(|it| it.into_iter().eq(one_by_one)), "{readings:?}");
        }
    }
}

#[test]
fn the_counts_are_those_of_the_domain() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let mut raw: BTreeMap<&str, u32> = BTreeMap::new();
    let mut given: BTreeMap<&str, u32> = BTreeMap::new();
    table.rules.space.visit(table.rules.space.open(), |world, _| {
        let id = case.model.guarantee(table.outcome(world)).id.as_str();
        *raw.entry(id).or_default() += 1;
        *given.entry(id).or_default() += u32::from(table.is_canonical(world));
        true
    });
    let expected = [
        ("nato_full", 4_374, 729),
        ("nato_law", 729, 729),
        ("alliance", 1_044, 504),
        ("us_pact", 1_044, 504),
        ("treaty", 12_006, 5_796),
        ("partners_pact", 4_698, 2_268),
        ("porcupine", 2_205, 342),
        ("rhetoric", 7_272, 1_368),
        ("paper", 10_368, 1_368),
    ];
    assert_eq!(raw, expected.iter().map(|it| (it.0, it.1)).collect());
    assert_eq!(given, expected.iter().map(|it| (it.0, it.2)).collect());
    assert_eq!(given.values().sum::<u32>(), 13_608);
}

#[test]
fn each_reading_moves_as_many_worlds_as_the_domain_says() {
    let case = case();
    let base = Table::build(&case.model, Readings::BASE);
    let moved: Vec<(String, u32)> = ReadingId::all(case.model.readings.len())
        .map(|reading| {
            let switched = Table::build(&case.model, Readings::of(&[reading]));
            let mut count = 0;
            base.rules.space.visit(base.rules.space.open(), |world, _| {
                count += u32::from(base.is_canonical(world) && base.outcome(world) != switched.outcome(world));
                true
            });
            (case.model.readings[reading.index()].id.clone(), count)
        })
        .collect();
    let expected =
        [("J1", 1_008), ("J2", 243), ("J3", 243), ("J4", 729), ("J5", 2_268), ("J6", 744), ("J7", 3_942), ("J8", 252)];
    assert_eq!(moved, expected.map(|(id, count)| (id.to_owned(), count)));
}

#[test]
fn more_willingness_never_weakens_the_outcome() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let mut steps = 0;
    let mut stronger = 0;
    for question in case.model.question_ids().filter(|it| case.model.question(*it).kind == Kind::Ordinal) {
        steps_up(&table, question, |world, from, to| {
            assert!(strength(&table, to) >= strength(&table, from), "{:?}", name(&case.model, &table, world));
            steps += 1;
            stronger += u32::from(strength(&table, to) > strength(&table, from));
            true
        });
    }
    assert_eq!((steps, stronger), (207_765, 26_928));
}

#[test]
fn ending_the_fighting_or_regaining_all_land_never_weakens_the_outcome() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    let war = question(&case.model, "war");
    let land = question(&case.model, "land");
    let to = [
        (war, answer(&case.model, war, "ongoing"), answer(&case.model, war, "armistice")),
        (land, answer(&case.model, land, "claimed"), answer(&case.model, land, "all")),
    ];
    for (question, before, after) in to {
        space.visit(space.answered(space.open(), question, before), |world, chosen| {
            let other = space.world_of(space.answered(chosen, question, after));
            assert!(strength(&table, table.outcome(other)) >= strength(&table, table.outcome(world)));
            true
        });
    }
}

/// Every set of answers that leaves any questions open: 491,520 of them.
#[test]
fn the_possible_outcomes_of_all_partial_answers_are_those_of_their_completions() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    let questions: Vec<QuestionId> = space.question_ids().collect();
    // The naive way: the outcomes of partial answers are those of all ways to answer one more question.
    let mut known: HashMap<Answers, BTreeSet<GuaranteeId>> = HashMap::new();
    for partial in partial_answers(&table) {
        let open = questions.iter().rev().find(|it| space.answer(partial, **it).is_none());
        let outcomes = match open {
            None if table.is_contradictory(space.world_of(partial)) => BTreeSet::new(),
            None => BTreeSet::from([table.outcome(space.world_of(partial))]),
            Some(open) => space
                .answer_ids(*open)
                .flat_map(|it| known[&space.answered(partial, *open, it)].iter().copied().collect::<Vec<_>>())
                .collect(),
        };
        known.insert(partial, outcomes);
    }
    assert_eq!(known.len(), 491_520);
    for (partial, outcomes) in &known {
        let possible = table.possible(*partial);
        let reconciled = table.rules.reconcile(*partial);
        let expected = if outcomes.is_empty() { &known[&reconciled] } else { outcomes };
        let found: BTreeSet<GuaranteeId> = case.model.guarantee_ids().filter(|it| possible.contains(*it)).collect();
        assert_eq!(&found, expected);
        assert_eq!(table.is_settled(*partial), expected.len() == 1);
        if expected.len() == 1 && !outcomes.is_empty() {
            for open in questions.iter().filter(|it| space.answer(*partial, **it).is_none()) {
                for more in space.answer_ids(*open).map(|it| space.answered(*partial, *open, it)) {
                    let after = &known[&more];
                    assert!(after.is_empty() || after == expected, "a settled outcome changed when more was answered");
                }
            }
        }
    }
}

#[test]
fn the_headline_is_always_possible_and_every_status_is_what_it_says() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    space.visit(space.open(), |world, chosen| {
        let decision = Decision::of(&case.model, &table, chosen);
        assert_eq!(decision.headline, table.outcome(world));
        assert!(decision.is_settled() && decision.possible.contains(decision.headline));
        assert!(decision.deciding.is_empty());
        assert_eq!(decision.ranking.len(), 12);
        let ids: HashSet<_> = decision.ranking.iter().map(|it| it.guarantee).collect();
        assert_eq!(ids.len(), 12);
        let most: Vec<_> = decision.ranking.iter().filter(|it| it.status == Status::MostPlausible).collect();
        assert_eq!(most.iter().map(|it| it.guarantee).collect::<Vec<_>>(), [decision.headline]);
        for standing in &decision.ranking {
            match standing.status {
                Status::MostPlausible | Status::AlsoPossible => assert_eq!(standing.missing, []),
                Status::OneAnswerAway => {
                    // Raising exactly that answer makes it feasible.
                    let condition = case.model.condition(standing.missing[0]);
                    assert_eq!(standing.missing.len(), 1);
                    for answer in &condition.answers {
                        let raised = space.answered(decision.world, condition.question, *answer);
                        let given = table.rules.normalise(raised);
                        let row = table.rules.row(standing.guarantee).expect("only rows can be away");
                        assert!(row.holds(given), "{} from {:?}", case.model.guarantee(standing.guarantee).id, world);
                    }
                }
                Status::Blocked => assert!(standing.missing.len() > 1),
                Status::RuledOut | Status::DoesNotApply => {
                    assert!(case.model.guarantee(standing.guarantee).never);
                }
                Status::Open => panic!("nothing is open in a complete world"),
            }
        }
        true
    });
}

#[test]
fn the_walk_has_the_paths_and_nodes_of_the_domain() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let mut lengths = Vec::new();
    let mut nodes: HashSet<Vec<(Vec<u8>, u8)>> = HashSet::new();
    walk(&case.model, &table, &Choices::none(&table.rules), 0, &mut lengths, &mut nodes);
    assert_eq!(lengths.len(), 727);
    assert_eq!((lengths.iter().min(), lengths.iter().max()), (Some(&2), Some(&8)));
    assert_eq!(nodes.len(), 21);
}

/// Follows every definite answer of every question asked, until the outcome is settled.
/// Two partial answer sets are the same node where they ask the same question and lead everywhere to the same outcomes.
fn walk(
    model: &Model,
    table: &Table,
    choices: &Choices,
    asked: u32,
    lengths: &mut Vec<u32>,
    nodes: &mut HashSet<Vec<(Vec<u8>, u8)>>,
) -> Vec<(Vec<u8>, u8)> {
    let decision = Decision::of(model, table, choices.answers(&table.rules));
    let left = remaining(&table.rules, choices, &decision);
    let Some(question) = left.ids().next() else {
        assert!(decision.is_settled(), "the questions ended before the outcome was settled");
        lengths.push(asked);
        return vec![(Vec::new(), decision.headline.0)];
    };
    let mut node = Vec::new();
    let mut most_after = 0;
    for answer in offered(&table.rules, choices, question) {
        let next = choices.with(question, Choice::Answer(answer));
        let after = Decision::of(model, table, next.answers(&table.rules));
        most_after = most_after.max(remaining(&table.rules, &next, &after).len());
        for (mut path, outcome) in walk(model, table, &next, asked + 1, lengths, nodes) {
            path.splice(0..0, [question.0, answer.0]);
            node.push((path, outcome));
        }
    }
    assert!(most_after < left.len(), "every answer leaves at least one question less");
    nodes.insert(node.clone());
    node
}

#[test]
fn a_reason_alone_forces_the_outcome_and_no_part_of_it_does() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    for world in (0..space.worlds()).step_by(37).map(World).filter(|it| table.is_canonical(*it)) {
        let answers = space.answers_of(world);
        let found = reasons(&table, answers);
        assert!(!found.is_empty());
        for reason in found {
            let only = |kept: &dyn Fn(QuestionId) -> bool| {
                space.question_ids().filter(|it| !kept(*it)).fold(answers, |it, question| space.opened(it, question))
            };
            assert!(table.is_settled(only(&|it| reason.contains(it))));
            for dropped in reason.ids() {
                assert!(!table.is_settled(only(&|it| reason.contains(it) && it != dropped)));
            }
        }
    }
}

#[test]
fn every_change_leads_to_its_guarantee_and_none_is_missing() {
    let case = case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    let given: Vec<World> = (0..space.worlds()).map(World).filter(|it| table.is_canonical(*it)).collect();
    for from in given.iter().step_by(499) {
        let from = space.answers_of(*from);
        for target in table.rules.rows.iter().map(|it| it.guarantee) {
            let mut expected: Vec<BTreeSet<u8>> = given
                .iter()
                .filter(|it| table.outcome(**it) == target)
                .map(|it| space.differing(from, space.answers_of(*it)).ids().map(|it| it.0).collect())
                .collect();
            let all = expected.clone();
            expected.retain(|it| !it.is_empty() && !all.iter().any(|other| other.is_subset(it) && other != it));
            expected.sort();
            expected.dedup();
            let found = changes(&table, from, target, table.rules.space.open());
            let mut sets: Vec<BTreeSet<u8>> =
                found.iter().map(|it| it.answers.iter().map(|it| it.0.0).collect()).collect();
            sets.sort();
            sets.dedup();
            let expected = if table.outcome(space.world_of(from)) == target { Vec::new() } else { expected };
            assert_eq!(sets, expected);
            for change in found {
                for_each_combination(&change.answers, &mut |answers| {
                    let world =
                        answers.iter().fold(from, |it, (question, answer)| space.answered(it, *question, *answer));
                    assert_eq!(table.outcome(space.world_of(world)), target);
                    assert!(table.is_canonical(space.world_of(world)));
                });
            }
        }
    }
}

fn for_each_combination(answers: &[(QuestionId, Vec<AnswerId>)], visit: &mut dyn FnMut(&[(QuestionId, AnswerId)])) {
    fn go(
        rest: &[(QuestionId, Vec<AnswerId>)],
        chosen: &mut Vec<(QuestionId, AnswerId)>,
        visit: &mut dyn FnMut(&[(QuestionId, AnswerId)]),
    ) {
        let Some(((question, answers), rest)) = rest.split_first() else { return visit(chosen) };
        for answer in answers {
            chosen.push((*question, *answer));
            go(rest, chosen, visit);
            chosen.pop();
        }
    }
    go(answers, &mut Vec::new(), visit);
}

/// All sets of answers that answer each question or leave it open, the more complete before those they complete.
fn partial_answers(table: &Table) -> Vec<Answers> {
    let space = &table.rules.space;
    space.question_ids().fold(vec![space.open()], |partials, question| {
        let answered = space
            .answer_ids(question)
            .flat_map(|answer| partials.iter().map(move |it| space.answered(*it, question, answer)))
            .collect::<Vec<_>>();
        answered.into_iter().chain(partials.iter().copied()).collect()
    })
}

fn name(model: &Model, table: &Table, world: World) -> BTreeMap<String, String> {
    model
        .question_ids()
        .map(|it| {
            let question = model.question(it);
            (question.id.clone(), question.answers[table.rules.space.answer_in(world, it).index()].clone())
        })
        .collect()
}

fn question(model: &Model, id: &str) -> QuestionId {
    model.question_ids().find(|it| model.question(*it).id == id).expect("a question of the model")
}

fn answer(model: &Model, question: QuestionId, id: &str) -> AnswerId {
    let answers = &model.question(question).answers;
    AnswerId(answers.iter().position(|it| it == id).expect("an answer of the question") as u8)
}

/// The rows read a second time, by names and lists, straight from the TOML: slow, simple, and sharing no code.
mod naive {
    use std::collections::BTreeMap;

    use toml::{Table, Value};

    type World = BTreeMap<String, String>;

    pub struct Rules {
        normalisations: Vec<(Value, Option<(String, String)>)>,
        /// Guarantee and its conditions: question and answers.
        rows: Vec<(String, Vec<(String, Vec<String>)>)>,
    }

    impl Rules {
        pub fn of(source: &Table, switched: &[&str]) -> Self {
            let list = |key: &str| source[key].as_array().expect("a list").clone();
            let conditions: BTreeMap<String, (String, Vec<String>)> = list("condition")
                .iter()
                .map(|it| (text(&it["id"]), (text(&it["question"]), texts(&it["answers"]))))
                .collect();
            let mut rows: Vec<(String, Vec<String>)> = list("guarantee")
                .iter()
                .filter(|it| it.get("never").is_none())
                .map(|it| (text(&it["id"]), texts(&it["needs"])))
                .collect();
            for reading in list("reading").iter().filter(|it| switched.contains(&text(&it["id"]).as_str())) {
                for swap in entries(reading, "swap") {
                    for row in rows.iter_mut().filter(|it| it.0 == text(&swap["guarantee"])) {
                        row.1 = row
                            .1
                            .iter()
                            .map(|it| if *it == text(&swap["from"]) { text(&swap["to"]) } else { it.clone() })
                            .collect();
                    }
                }
                for id in entries(reading, "drop") {
                    rows.retain(|it| it.0 != text(&id));
                }
                for add in entries(reading, "add") {
                    let at = rows.iter().position(|it| it.0 == text(&add["above"])).expect("a row");
                    rows.insert(at, (text(&add["guarantee"]), texts(&add["needs"])));
                }
                for above in entries(reading, "above") {
                    let (Some(from), true) = (
                        rows.iter().position(|it| it.0 == text(&above["guarantee"])),
                        rows.iter().any(|it| it.0 == text(&above["over"])),
                    ) else {
                        continue;
                    };
                    let row = rows.remove(from);
                    let at = rows.iter().position(|it| it.0 == text(&above["over"])).expect("a row");
                    rows.insert(at, row);
                }
            }
            let article: BTreeMap<String, String> =
                list("question").iter().map(|it| (text(&it["id"]), text(&it["article_value"]))).collect();
            let normalisations = list("normalise")
                .iter()
                .map(|it| {
                    let set = it.get("set").and_then(Value::as_table).and_then(|it| it.iter().next());
                    let idle = it.get("idle").map(text);
                    let becomes = set.map(|(question, answer)| (question.clone(), text(answer)));
                    (it["when"].clone(), becomes.or(idle.map(|it| (it.clone(), article[&it].clone()))))
                })
                .collect();
            let rows = rows
                .into_iter()
                .map(|(id, needs)| (id, needs.iter().map(|it| conditions[it].clone()).collect()))
                .collect();
            Self { normalisations, rows }
        }

        pub fn outcome(&self, mut world: World) -> String {
            for (when, becomes) in &self.normalisations {
                let when = when.as_table().expect("a pattern");
                if when.iter().all(|(question, answers)| texts(answers).contains(&world[question])) {
                    let (question, answer) = becomes.clone().expect("set or idle");
                    world.insert(question, answer);
                }
            }
            let first =
                self.rows.iter().find(|row| row.1.iter().all(|(question, answers)| answers.contains(&world[question])));
            first.expect("the table is complete").0.clone()
        }
    }

    fn text(value: &Value) -> String {
        value.as_str().expect("a text").to_owned()
    }

    fn texts(value: &Value) -> Vec<String> {
        value.as_array().expect("a list").iter().map(text).collect()
    }

    fn entries(reading: &Value, key: &str) -> Vec<Value> {
        reading.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
    }
}
