//! A small case, and what becomes of it when its rules are changed: everything that the engine says, in every state that
//! there is, beside a second reading by lists and by definitions. What takes minutes for the shipped case takes
//! milliseconds here, and rules that are wrong are here too.

mod findings;
mod proven;
mod slow;
mod variations;

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use which_guarantee::{
    case::{AnswerId, GuaranteeId, Model, QuestionId, ReadingId},
    decide::{
        answers::{Answers, Guarantees, Questions},
        decision::{Decision, Standing, Status, condition_on},
        decision_graph::{DecisionGraph, Next},
        explain::{
            contrast::difference,
            counterfactuals::changes,
            most_informative::{deciding, narrowing},
            preconditions::origin,
            reasons::reasons,
        },
        interview::{Choice, Choices, is_asked, offered, remaining, unasked},
        rules::Readings,
        table::Table,
    },
};

use crate::small_case::{
    slow::{Ids, Outcomes, Partial, Slow, World, fits, smallest, whole},
    variations::{Variation, amended, small, variations},
};

#[test]
fn every_set_of_answers_leads_to_what_the_definitions_say() {
    for_each(|model, table, slow| {
        for partial in slow.partials() {
            let answers = answers(table, &partial);
            let decision = Decision::of(model, table, answers);
            let counted = slow.reconciled(&partial);
            let world = slow.headline_world(&counted);
            let headline = slow.fate(&world).outcome.expect("the variation is complete");
            let possible = slow.possible(&partial);
            assert_eq!(decision.answers, self::answers(table, &counted));
            assert_eq!(decision.world, self::answers(table, &whole(&world)));
            assert_eq!(decision.headline, headline);
            assert_eq!(outcomes(model, decision.possible), possible);
            let in_order: Vec<GuaranteeId> =
                slow.rows.iter().map(|it| it.guarantee).filter(|it| possible.contains(it)).collect();
            assert_eq!((Some(&decision.at_best), Some(&decision.at_least)), (in_order.first(), in_order.last()));
            let ranking = ranking(slow, &world, headline, &possible);
            assert_eq!(decision.ranking, ranking);
            let stands = |it: &&Standing| it.status == Status::AlsoPossible && !model.guarantee(it.guarantee).interim;
            let interim = ranking.iter().find(stands).filter(|_| model.guarantee(headline).interim);
            assert_eq!(decision.interim, interim.map(|it| it.guarantee));
            assert_eq!(decision.flags, slow.flags(&world, headline));
            assert_eq!(decision.overruled, slow.overruled(&partial));
            let open = slow.questions().filter(|it| counted[it.index()].is_none());
            let matter: Ids = open.filter(|it| slow.matters(&counted, *it)).collect();
            assert_eq!(ids(decision.deciding), matter);
            assert_eq!(table.is_settled(answers), possible.len() == 1);
            assert_eq!(decision.is_settled(), possible.len() == 1);
            for guarantee in model.guarantee_ids() {
                let settles = slow.completions(&partial).all(|it| it.outcome == Some(guarantee));
                assert_eq!(table.settles_on(answers, guarantee), settles);
            }
            assert_eq!(table.rules.contradicts(answers), slow.contradicts(&partial));
            for question in slow.questions() {
                assert_eq!(table.rules.is_idle(answers, question), slow.is_idle(&partial, question));
            }
        }
    });
}

fn ranking(slow: &Slow, world: &World, headline: GuaranteeId, possible: &Outcomes) -> Vec<Standing> {
    let standing = |row: &slow::Row| {
        let missing = slow.missing(row, world);
        let status = match missing.len() {
            _ if row.guarantee == headline => Status::MostPlausible,
            0 => Status::AlsoPossible,
            _ if possible.contains(&row.guarantee) => Status::Open,
            1 => Status::OneAnswerAway,
            _ => Status::Blocked,
        };
        Standing { guarantee: row.guarantee, status, missing, steps: slow.steps(row, world) }
    };
    let mut ranking: Vec<Standing> = slow.rows.iter().map(standing).collect();
    // What is equally far away stays in the order of the rows.
    ranking.sort_by_key(|it| (it.status != Status::MostPlausible, it.missing.len(), it.steps));
    let rows: Vec<GuaranteeId> = slow.rows.iter().map(|it| it.guarantee).collect();
    for guarantee in slow.model.guarantee_ids().filter(|it| !rows.contains(it)) {
        let applies = slow.agrees(&whole(world), &slow.model.guarantee(guarantee).applies);
        let status = if applies { Status::RuledOut } else { Status::DoesNotApply };
        ranking.push(Standing { guarantee, status, missing: Vec::new(), steps: 0 });
    }
    ranking
}

#[test]
fn every_world_is_in_the_table_as_it_is_read() {
    for_each(|model, table, slow| {
        for (number, fate) in (0..).zip(&slow.worlds) {
            let world = which_guarantee::decide::answers::World(number);
            assert_eq!(Some(table.outcome(world)), fate.outcome);
            assert_eq!(table.is_contradictory(world), fate.contradicts);
            assert_eq!(table.is_canonical(world), fate.given);
        }
        for guarantee in model.guarantee_ids() {
            let given = slow.given().filter(|it| it.outcome == Some(guarantee));
            let given: Vec<Answers> = given.map(|it| answers(table, &whole(&it.world))).collect();
            assert_eq!(table.canonical_worlds(guarantee), given);
        }
        assert_eq!(table.first_without_outcome(), None);
        for (row, slow) in table.rules.rows.iter().zip(&slow.rows) {
            assert_eq!((row.guarantee, row.strength, &row.needs), (slow.guarantee, slow.strength, &slow.needs));
            for question in model.question_ids() {
                let on = row.needs.iter().find(|it| model.condition(**it).question == question);
                assert_eq!(condition_on(model, row, question).as_ref(), on);
            }
        }
        assert_eq!(table.rules.rows.len(), slow.rows.len());
    });
}

#[test]
fn the_first_world_without_an_outcome_is_found() {
    let (mut found, small) = (0, small());
    for (index, needed) in small.model.conditions.iter().enumerate() {
        let mut model = small.model.clone();
        let floor = model.guarantees.iter_mut().find(|it| it.floor).expect("the case has a floor");
        floor.needs = vec![which_guarantee::case::ConditionId(u8::try_from(index).expect("a small case"))];
        let table = Table::build(&model, Readings::BASE);
        let slow = Slow::of(&model, &[]);
        let first = slow.worlds.iter().position(|it| it.outcome.is_none());
        assert_eq!(table.first_without_outcome().map(|it| it.0 as usize), first, "{}", needed.id);
        found += usize::from(first.is_some());
    }
    assert!(found > 0);
}

#[test]
fn reasons_are_the_smallest_parts_of_the_answers_that_force_the_outcome() {
    for_each(|_, table, slow| {
        for partial in slow.partials() {
            let counted = slow.reconciled(&partial);
            let answered: Vec<QuestionId> = slow.questions().filter(|it| counted[it.index()].is_some()).collect();
            let forces = |kept: &Ids| {
                let part = slow.questions().map(|it| counted[it.index()].filter(|_| kept.contains(&it))).collect();
                slow.possible(&part).len() == 1
            };
            let expected = if forces(&answered.iter().copied().collect()) {
                smallest(subsets(&answered).into_iter().filter(forces).collect())
            } else {
                Vec::new()
            };
            let mut found: Vec<Ids> = reasons(table, answers(table, &partial)).into_iter().map(ids).collect();
            assert!(found.is_sorted_by_key(Ids::len));
            found.sort_by_key(|it| (it.len(), it.iter().copied().collect::<Vec<_>>()));
            assert_eq!(found, expected, "{partial:?}");
        }
    });
}

#[test]
fn what_decides_is_the_first_question_that_leaves_least_on_the_average() {
    let undecided = Cell::new(0);
    for_each(|model, table, slow| {
        for partial in slow.partials().into_iter().filter(|it| !slow.contradicts(it)) {
            let decision = Decision::of(model, table, answers(table, &partial));
            let now = slow.possible(&partial).len();
            let mut best: Option<(QuestionId, Vec<(AnswerId, Outcomes)>)> = None;
            for question in ids(decision.deciding) {
                let left = left(slow, &partial, question);
                // In whole numbers: an average is smaller where its sum times the other's count is.
                let sum = |it: &[(AnswerId, Outcomes)]| it.iter().map(|it| it.1.len()).sum::<usize>();
                let narrows = left.iter().any(|it| it.1.len() < now);
                let is_less = |it: &[(AnswerId, Outcomes)]| sum(&left) * it.len() < sum(it) * left.len();
                if narrows && best.as_ref().is_none_or(|it| is_less(&it.1)) {
                    best = Some((question, left));
                }
            }
            let found = deciding(table, decision.answers, decision.deciding);
            let found = found.map(|it| (it.question, named(model, it.answers)));
            assert_eq!(found, best, "{partial:?}");
            undecided.set(undecided.get() + u32::from(best.is_none() && !decision.deciding.is_empty()));
            for question in slow.questions() {
                let narrowing = narrowing(table, decision.answers, question);
                assert_eq!(named(model, narrowing.answers), left(slow, &partial, question));
            }
        }
    });
    assert!(undecided.get() > 0, "somewhere no single answer narrows anything");
}

/// What each answer that contradicts nothing leaves possible.
fn left(slow: &Slow, partial: &Partial, question: QuestionId) -> Vec<(AnswerId, Outcomes)> {
    let after = |it: AnswerId| with(partial, question, it);
    let fitting = slow.answers(question).filter(|it| !slow.contradicts(&after(*it)));
    fitting.map(|it| (it, slow.possible(&after(it)))).collect()
}

#[test]
fn changes_are_the_smallest_that_lead_there_and_all_of_them() {
    for_each(|model, table, slow| {
        for from in slow.given() {
            for to in model.guarantee_ids() {
                // Of an idle question any answer can be kept: the world's is nobody's.
                let is_own = |(it, answer): &(QuestionId, AnswerId)| {
                    from.world[it.index()] == *answer || slow.is_idle(&whole(&from.world), *it)
                };
                let every = slow.questions().flat_map(|it| slow.answers(it).map(move |answer| (it, answer)));
                for kept in [None].into_iter().chain(every.filter(is_own).map(Some)) {
                    let open = table.rules.space.open();
                    let held = kept.map_or(open, |(it, answer)| table.rules.space.answered(open, it, answer));
                    let found = changes(table, answers(table, &whole(&from.world)), to, held);
                    let found: Vec<_> = found.into_iter().map(|it| it.answers).collect();
                    assert_eq!(found, fewest(slow, &from.world, to, kept), "{:?} {to:?} {kept:?}", from.world);
                }
            }
        }
    });
}

type Alterations = Vec<(QuestionId, Vec<AnswerId>)>;

fn fewest(slow: &Slow, from: &World, to: GuaranteeId, kept: Option<(QuestionId, AnswerId)>) -> Vec<Alterations> {
    if slow.fate(from).outcome == Some(to) {
        return Vec::new();
    }
    let stays = |it: &World| {
        kept.is_none_or(|(question, answer)| it[question.index()] == answer || slow.is_idle(&whole(it), question))
    };
    let leads = slow.given().filter(|it| it.outcome == Some(to) && stays(&it.world)).map(|it| &it.world);
    let mut by_questions: BTreeMap<Ids, Vec<&World>> = BTreeMap::new();
    for world in leads {
        let altered = slow.differing(from, world).into_iter().filter(|it| kept.is_none_or(|kept| kept.0 != *it));
        by_questions.entry(altered.collect()).or_default().push(world);
    }
    let sets = smallest(by_questions.keys().cloned().collect());
    sets.iter().flat_map(|it| lists(it, &by_questions[it])).collect()
}

/// Freely combined answers: one list where all combinations lead there, else one for every answer to the first
/// question that has several.
fn lists(questions: &Ids, worlds: &[&World]) -> Vec<Alterations> {
    let used = |it: &QuestionId| worlds.iter().map(|world| world[it.index()]).collect::<BTreeSet<_>>();
    let answers: Alterations = questions.iter().map(|it| (*it, used(it).into_iter().collect())).collect();
    if answers.iter().map(|it| it.1.len()).product::<usize>() == worlds.len() {
        return vec![answers];
    }
    let (question, several) = answers.iter().find(|it| it.1.len() > 1).expect("one combination is one world");
    let part = |answer: &AnswerId| worlds.iter().filter(|it| it[question.index()] == *answer).copied().collect();
    several.iter().map(part).flat_map(|it: Vec<&World>| lists(questions, &it)).collect()
}

#[test]
fn an_origin_is_what_its_worlds_share_and_the_fewest_answers_that_lead_there() {
    for_each(|model, table, slow| {
        let partials: Vec<Partial> = slow.partials().into_iter().filter(|it| !slow.contradicts(it)).collect();
        for guarantee in model.guarantee_ids() {
            let found = origin(table, guarantee);
            let worlds: Vec<&World> =
                slow.given().filter(|it| it.outcome == Some(guarantee)).map(|it| &it.world).collect();
            assert_eq!(found.worlds as usize, worlds.len());
            let leads = |question: QuestionId, answer: AnswerId| {
                worlds.iter().any(|it| it[question.index()] == answer || slow.is_idle(&whole(it), question))
            };
            let certain: Vec<(QuestionId, Vec<AnswerId>)> = slow
                .questions()
                .map(|question| (question, slow.answers(question).filter(|it| leads(question, *it)).collect()))
                .filter(|(question, answers): &(_, Vec<_>)| answers.len() < slow.answers(*question).count())
                .filter(|_| !worlds.is_empty())
                .collect();
            assert_eq!(found.certain, certain);
            let is_way = |it: &&Partial| {
                worlds.iter().any(|world| fits(it, world))
                    && slow.completions(it).all(|it| it.outcome == Some(guarantee))
            };
            let ways: Vec<&Partial> = partials.iter().filter(is_way).collect();
            let size = |it: &Partial| it.iter().flatten().count();
            let least = ways.iter().map(|it| size(it)).min();
            let expected: BTreeSet<Vec<(QuestionId, AnswerId)>> =
                ways.into_iter().filter(|it| Some(size(it)) == least).map(listed).collect();
            assert!(found.ways.is_sorted());
            assert_eq!(found.ways.into_iter().collect::<BTreeSet<_>>(), expected);
        }
    });
}

#[test]
fn a_difference_is_the_smallest_part_that_leads_to_the_other_outcome() {
    let small = small();
    let (table, slow) = (Table::build(&small.model, Readings::BASE), Slow::of(&small.model, &[]));
    for one in slow.given() {
        for other in slow.given() {
            let differing: Vec<QuestionId> = slow.differing(&one.world, &other.world).into_iter().collect();
            let leads = |taken: &Ids| {
                let choose = |it: QuestionId| if taken.contains(&it) { &other.world } else { &one.world }[it.index()];
                slow.fate(&slow.questions().map(choose).collect()).outcome == other.outcome
            };
            let differs = one.outcome != other.outcome;
            let expected = smallest(subsets(&differing).into_iter().filter(|it| differs && leads(it)).collect());
            let worlds = [one, other].map(|it| answers(&table, &whole(&it.world)));
            let found: Vec<Ids> = difference(&table, worlds[0], worlds[1]).into_iter().map(ids).collect();
            assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected.into_iter().collect());
        }
    }
}

#[test]
fn what_is_asked_set_aside_and_on_offer_is_as_defined() {
    for Variation { name, model, .. } in variations().into_iter().filter(|it| it.is_about_asking) {
        let table = Table::build(&model, Readings::BASE);
        let slow = Slow::of(&model, &[]);
        for chosen in states(&slow) {
            let rules = &table.rules;
            let choices = (slow.questions().zip(&chosen))
                .fold(Choices::none(rules), |it, (question, choice)| it.with(question, *choice));
            let counted = counted(&slow, &chosen, model.questions.len());
            assert_eq!(choices.answers(rules), answers(&table, &counted), "{name} {chosen:?}");
            assert_eq!(choices.listed(rules), listed(&counted));
            let aside =
                |it: &QuestionId| matches!(chosen[it.index()], Choice::Answer(_)) && counted[it.index()].is_none();
            assert_eq!(ids(choices.set_aside(rules)), slow.questions().filter(aside).collect());
            let was_asked = |it: &QuestionId| counted[it.index()].is_some() || chosen[it.index()] == Choice::Unsure;
            let on_offer = |question: QuestionId| {
                let before = self::counted(&slow, &chosen, question.index());
                slow.answers(question).filter(|it| !slow.contradicts(&with(&before, question, *it))).collect::<Vec<_>>()
            };
            for question in slow.questions() {
                assert_eq!(offered(rules, &choices, question), on_offer(question), "{name} {chosen:?}");
                let asked = is_asked(rules, &choices, choices.answers(rules), question);
                assert_eq!(asked, was_asked(&question));
            }
            let never = |it: &QuestionId| !was_asked(it) && on_offer(*it).len() > 1 && !slow.is_idle(&counted, *it);
            let expected: Ids = slow.questions().filter(never).collect();
            assert_eq!(ids(unasked(rules, &choices, choices.answers(rules))), expected, "{name} {chosen:?}");
            let decision = Decision::of(&model, &table, choices.answers(rules));
            let to_come: Ids = ids(decision.deciding).into_iter().filter(|it| !was_asked(it)).collect();
            assert_eq!(ids(remaining(rules, &choices, &decision)), to_come);
        }
    }
}

/// Everything that a reader can have done with each question.
fn states(slow: &Slow) -> Vec<Vec<Choice>> {
    let mut states: Vec<Vec<Choice>> = vec![Vec::new()];
    for question in slow.questions() {
        let choices =
            || [Choice::Unasked, Choice::Unsure].into_iter().chain(slow.answers(question).map(Choice::Answer));
        states = states.iter().flat_map(|it| choices().map(|choice| [&it[..], &[choice]].concat())).collect();
    }
    states
}

/// The answers to the first questions that count: one that contradicts those before it does not.
fn counted(slow: &Slow, chosen: &[Choice], first: usize) -> Partial {
    let mut counted = vec![None; chosen.len()];
    for (question, choice) in slow.questions().zip(chosen).take(first) {
        if let Choice::Answer(answer) = choice {
            let more = with(&counted, question, *answer);
            if !slow.contradicts(&more) {
                counted = more;
            }
        }
    }
    counted
}

#[test]
fn the_walk_joins_what_is_alike_and_leads_where_the_answers_do() {
    for_each(|model, table, slow| {
        let graph = DecisionGraph::of(model, table);
        let mut seen = BTreeSet::new();
        let expected = tree(slow, &vec![None; model.questions.len()], &mut seen);
        let drawn = match graph.nodes.first() {
            Some(_) => unfolded(&graph, Next::Node(0)),
            None => expected.clone(),
        };
        assert_eq!(drawn, expected);
        assert_eq!(graph.nodes.len(), seen.len());
        for (index, node) in graph.nodes.iter().enumerate() {
            let is_later = |it: &Next| !matches!(it, Next::Node(next) if *next <= index);
            assert!(node.answers.iter().all(|(_, next)| is_later(next)));
        }
    });
}

/// All ways through the questions from here, as text.
fn tree(slow: &Slow, partial: &Partial, seen: &mut BTreeSet<String>) -> String {
    let open = |it: &QuestionId| partial[it.index()].is_none() && slow.matters(partial, *it);
    let Some(question) = slow.questions().find(open) else {
        return format!("{:?}", slow.fate(&slow.headline_world(partial)).outcome.expect("it is complete"));
    };
    let fitting = slow.answers(question).filter(|it| !slow.contradicts(&with(partial, question, *it)));
    let ways: Vec<String> =
        fitting.map(|it| format!("{it:?} {}", tree(slow, &with(partial, question, it), seen))).collect();
    let tree = format!("{question:?} [{}]", ways.join(", "));
    seen.insert(tree.clone());
    tree
}

fn unfolded(graph: &DecisionGraph, next: Next) -> String {
    match next {
        Next::Outcome(outcome) => format!("{outcome:?}"),
        Next::Node(index) => {
            let node = &graph.nodes[index];
            let ways: Vec<String> =
                node.answers.iter().map(|(answer, next)| format!("{answer:?} {}", unfolded(graph, *next))).collect();
            format!("{:?} [{}]", node.question, ways.join(", "))
        }
    }
}

/// Every variation that has an outcome everywhere; the case itself under every set of readings, and under every reading
/// that moves or adds one row.
fn for_each(visit: impl Fn(&Model, &Table, &Slow)) {
    for model in amended() {
        visit(&model, &Table::build(&model, Readings(1)), &Slow::of(&model, &[ReadingId(0)]));
    }
    for Variation { model, is_complete, .. } in variations() {
        if is_complete {
            visit(&model, &Table::build(&model, Readings::BASE), &Slow::of(&model, &[]));
        }
    }
    let small = small();
    for readings in (1..1_u16 << small.model.readings.len()).map(|it| Readings(it as u8)) {
        let switched: Vec<ReadingId> =
            ReadingId::all(small.model.readings.len()).filter(|it| readings.0 & (1 << it.0) != 0).collect();
        visit(&small.model, &Table::build(&small.model, readings), &Slow::of(&small.model, &switched));
    }
}

fn answers(table: &Table, partial: &Partial) -> Answers {
    table.rules.space.with_answers(&listed(partial))
}

fn listed(partial: &Partial) -> Vec<(QuestionId, AnswerId)> {
    QuestionId::all(partial.len()).zip(partial).filter_map(|(question, it)| it.map(|it| (question, it))).collect()
}

fn with(partial: &Partial, question: QuestionId, answer: AnswerId) -> Partial {
    let mut more = partial.clone();
    more[question.index()] = Some(answer);
    more
}

fn subsets(questions: &[QuestionId]) -> Vec<Ids> {
    let mut subsets = vec![Ids::new()];
    for question in questions {
        let more = subsets.clone().into_iter().map(|mut it| {
            it.insert(*question);
            it
        });
        subsets.extend(more.collect::<Vec<_>>());
    }
    subsets
}

fn ids(questions: Questions) -> Ids {
    questions.ids().collect()
}

fn outcomes(model: &Model, guarantees: Guarantees) -> Outcomes {
    model.guarantee_ids().filter(|it| guarantees.contains(*it)).collect()
}

fn named(model: &Model, answers: Vec<(AnswerId, Guarantees)>) -> Vec<(AnswerId, Outcomes)> {
    answers.into_iter().map(|(answer, possible)| (answer, outcomes(model, possible))).collect()
}
