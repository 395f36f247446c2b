//! A group of readers, each count against a naive reading of its definition.

use which_guarantee::{
    case::{
        AnswerId, GuaranteeId, Model, QuestionId,
        links::lines,
        permalink::{self, Permalink},
    },
    decide::{
        decision::Decision,
        group::{Ending, Group, MOST, QuestionEffect},
        interview::{Choice, Choices},
        rules::Readings,
        table::Table,
    },
};

use crate::support::case;

#[test]
fn every_count_of_a_group_is_that_of_all_its_pairs() {
    let model = case().model;
    let mut random = Random(7);
    let mut joined = 0;
    for size in [0, 1, 2, 3, 5, 9, 17, 30] {
        for kind in [Links::Complete, Links::Partial, Links::Anything] {
            let links: Vec<Permalink> = (0..size).map(|_| random.link(&model, kind)).collect();
            let group = Group::of(&model, &links);
            assert_eq!(group, naive(&model, &links), "{size} readers, {kind:?}");
            let settled = links.iter().filter(|it| is_settled(&model, it)).count();
            assert_eq!(group.settled() as usize, settled, "{size} readers, {kind:?}");
            joined += group.question_effects.iter().map(|it| it.reconciled_pairs).sum::<u32>();
        }
    }
    assert!(joined > 100, "the groups have pairs whom one question keeps apart");
}

/// All pairs of links with at most one answer to each of two questions: small enough for every one of them.
#[test]
fn every_pair_of_readers_with_two_answers_is_counted_as_defined() {
    let model = case().model;
    let mut links = Vec::new();
    for (one, other) in [(0, 1), (0, 2), (2, 4), (4, 5)] {
        for first in 0..model.questions[one].answers.len() {
            for second in 0..model.questions[other].answers.len() {
                let answers = [(one, first), (other, second)];
                let answers = answers.map(|(it, answer)| (QuestionId(it as u8), AnswerId(answer as u8)));
                links.push(Permalink { answers: answers.to_vec(), ..Permalink::default() });
            }
        }
    }
    for one in &links {
        for other in &links {
            let pair = [one.clone(), other.clone()];
            assert_eq!(Group::of(&model, &pair), naive(&model, &pair), "{pair:?}");
        }
    }
}

#[test]
fn one_question_that_alone_keeps_two_readers_apart_comes_first() {
    let model = case().model;
    let same = "war=armistice&nato=words&us=troops&partners=troops&supply=medium";
    let links = ["&backing=g7", "&backing=broad", "&backing=broad"].map(|it| format!("{same}{it}"));
    let group = Group::of(&model, &links.map(|it| permalink::parse(&model, &it)));
    let first = &group.question_effects[0];
    assert_eq!(model.question(first.question).id, "backing");
    assert_eq!((group.apart, first.reconciled_pairs, first.differing_pairs), (2, 2, 2));
    assert_eq!((first.answer_counts.as_slice(), first.open), ([0, 1, 2].as_slice(), 0));
    assert!(group.question_effects[1..].iter().all(|it| (it.reconciled_pairs, it.differing_pairs) == (0, 0)));
}

#[test]
fn each_link_is_evaluated_under_its_own_readings() {
    let model = case().model;
    let link = "war=armistice&nato=words&us=troops&partners=troops&supply=medium&backing=g7";
    let links = [link.to_owned(), format!("{link}&readings=J1")].map(|it| permalink::parse(&model, &it));
    let group = Group::of(&model, &links);
    let reached: Vec<&str> =
        group.spread.iter().filter(|it| it.readers > 0).map(|it| model.guarantee(it.guarantee).id.as_str()).collect();
    assert_eq!(reached, ["alliance", "treaty"]);
    assert_eq!((group.switched, group.apart), (1, 1));
}

#[test]
fn an_answer_that_does_not_count_is_nobodys_answer() {
    let model = case().model;
    // Land is not asked about while the fighting goes on.
    let links = ["war=ongoing&land=all", "war=peace&land=all"].map(|it| permalink::parse(&model, it));
    let group = Group::of(&model, &links);
    let land =
        group.question_effects.iter().find(|it| model.question(it.question).id == "land").expect("every question");
    assert_eq!((land.answer_counts.as_slice(), land.open, land.differing_pairs), ([0, 0, 1].as_slice(), 1, 0));
}

#[test]
fn readers_are_counted_whole_however_many_there_are() {
    let model = case().model;
    let mut random = Random(3);
    let mut links: Vec<Permalink> = (0..MOST).map(|_| random.link(&model, Links::Anything)).collect();
    let group = Group::of(&model, &links);
    assert_eq!(group.readers, MOST as u32);
    assert_eq!(group.spread.iter().map(|it| it.readers).sum::<u32>(), group.readers);
    for division in &group.question_effects {
        assert_eq!(division.answer_counts.iter().sum::<u32>() + division.open, group.readers);
        assert!(division.reconciled_pairs <= group.apart);
    }
    links.push(links[0].clone());
    assert_eq!(Group::of(&model, &links), group, "what is too much is left out");
}

#[test]
fn lines_keep_their_numbers_and_take_addresses_of_any_kind() {
    let model = case().model;
    let pasted = "https://example.org/uk/#war=peace&us=treaty\r\n\r\n  #war=peace&us=treaty  \nwar=peace&us=treaty\n\
                  https://example.org/en/\nAnna: http://localhost:8080/en/#war=peace&us=treaty\nwar=rain&us=treaty\n \n";
    let lines = lines(&model, pasted);
    let numbers: Vec<u32> = lines.iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 3, 4, 5, 6, 7]);
    let link = permalink::parse(&model, "war=peace&us=treaty");
    for index in [0, 1, 2, 4] {
        assert_eq!(lines[index].link, link, "line {}", lines[index].number);
    }
    assert!(lines[3].link.answers.is_empty());
    assert_eq!((lines[5].link.answers.len(), lines[5].link.dropped), (1, 1));
}

fn is_settled(model: &Model, link: &Permalink) -> bool {
    let table = Table::build(model, Readings::of(&link.readings));
    let answers = Choices::of(&table.rules, &link.answers).answers(&table.rules);
    Decision::of(model, &table, answers).is_settled()
}

/// Every reader and every pair on its own, by the definitions alone.
fn naive(model: &Model, links: &[Permalink]) -> Group {
    struct Reader {
        table: Table,
        choices: Choices,
        decision: Decision,
    }
    let outcome = |reader: &Reader, choices: &Choices| -> GuaranteeId {
        Decision::of(model, &reader.table, choices.answers(&reader.table.rules)).headline
    };
    let readers: Vec<Reader> = links
        .iter()
        .map(|link| {
            let table = Table::build(model, Readings::of(&link.readings));
            let choices = Choices::of(&table.rules, &link.answers);
            let decision = Decision::of(model, &table, choices.answers(&table.rules));
            Reader { table, choices, decision }
        })
        .collect();
    let answer = |it: &Reader, question: QuestionId| {
        let rules = &it.table.rules;
        let answer = rules.space.answer(it.decision.answers, question);
        if rules.is_idle(it.decision.answers, question) { None } else { answer }
    };
    let pairs: Vec<(&Reader, &Reader)> = (0..readers.len())
        .flat_map(|one| (0..one).map(move |other| (one, other)))
        .map(|(one, other)| (&readers[one], &readers[other]))
        .collect();
    let apart = pairs.iter().filter(|(one, other)| one.decision.headline != other.decision.headline).count() as u32;
    let spread = model
        .guarantee_ids()
        .map(|guarantee| {
            let here = || readers.iter().filter(|it| it.decision.headline == guarantee);
            let open = here().filter(|it| !it.decision.is_settled()).count() as u32;
            Ending { guarantee, readers: here().count() as u32, open }
        })
        .collect();
    let mut question_effects: Vec<QuestionEffect> = model
        .question_ids()
        .map(|question| {
            let answer_counts = AnswerId::all(model.question(question).answers.len())
                .map(|it| readers.iter().filter(|reader| answer(reader, question) == Some(it)).count() as u32)
                .collect();
            let would_join = |one: &Reader, other: &Reader| {
                answer(other, question).is_some_and(|it| {
                    outcome(one, &one.choices.with(question, Choice::Answer(it))) == other.decision.headline
                })
            };
            let differ = |(one, other): &&(&Reader, &Reader)| {
                let answers = (answer(one, question), answer(other, question));
                answers.0.is_some() && answers.1.is_some() && answers.0 != answers.1
            };
            let join = |(one, other): &&(&Reader, &Reader)| {
                one.decision.headline != other.decision.headline && (would_join(one, other) || would_join(other, one))
            };
            QuestionEffect {
                question,
                answer_counts,
                open: readers.iter().filter(|it| answer(it, question).is_none()).count() as u32,
                differing_pairs: pairs.iter().filter(differ).count() as u32,
                reconciled_pairs: pairs.iter().filter(join).count() as u32,
            }
        })
        .collect();
    question_effects.sort_by_key(|it| (u32::MAX - it.reconciled_pairs, u32::MAX - it.differing_pairs, it.question));
    let switched = links.iter().filter(|it| !it.readings.is_empty()).count() as u32;
    Group { readers: readers.len() as u32, switched, spread, apart, question_effects }
}

#[derive(Clone, Copy, Debug)]
enum Links {
    /// Every question answered, the article read as this tool does.
    Complete,
    /// Some questions answered.
    Partial,
    /// Some questions answered, some readings switched.
    Anything,
}

/// The same numbers in every run (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((it ^ (it >> 31)) % bound as u64) as usize
    }

    fn link(&mut self, model: &Model, kind: Links) -> Permalink {
        let mut parts = Vec::new();
        for question in &model.questions {
            let asked = matches!(kind, Links::Complete) || self.below(2) == 0;
            if asked {
                parts.push(format!("{}={}", question.id, question.answers[self.below(question.answers.len())]));
            }
        }
        if matches!(kind, Links::Anything) && self.below(3) == 0 {
            parts.push(format!("readings={}", model.readings[self.below(model.readings.len())].id));
        }
        permalink::parse(model, &parts.join("&"))
    }
}
