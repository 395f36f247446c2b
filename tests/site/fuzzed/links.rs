//! Permalinks: anything can stand behind a `#`, and people paste anything into the page for a group.

use std::sync::LazyLock;

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select, subsequence},
};
use which_guarantee::{
    case::{
        AnswerId, Model, QuestionId, ReadingId,
        links::lines,
        permalink::{self, Permalink},
    },
    decide::{
        answers::Answers,
        decision::Decision,
        interview::{Choice, Choices, offered},
        rules::Readings,
        table::Table,
    },
};

use crate::{fuzzed::holds, support::case};

static MODEL: LazyLock<Model> = LazyLock::new(|| case().model);
static TABLE: LazyLock<Table> = LazyLock::new(|| Table::build(&MODEL, Readings::BASE));

#[test]
fn whatever_stands_behind_the_hash_is_read() {
    holds(4_000, &anything(), |fragment| {
        is_sound(&permalink::parse(&MODEL, &fragment))?;
        let unknown = permalink::unknown(&MODEL, &fragment).len();
        prop_assert_eq!(usize::from(permalink::parse(&MODEL, &fragment).dropped), unknown.min(255));
        Ok(())
    });
}

#[test]
fn a_damaged_link_is_read_and_leads_somewhere() {
    let damaged = (good(), vec((any::<Index>(), damage()), 0..6)).prop_map(|(link, damages)| {
        let mut text: Vec<char> = link.text().chars().collect();
        for (at, damage) in damages {
            damage.done_to(&mut text, at);
        }
        text.into_iter().collect::<String>()
    });
    holds(2_000, &damaged, |fragment| {
        let link = permalink::parse(&MODEL, &fragment);
        is_sound(&link)?;
        leads_somewhere(&link)
    });
}

#[test]
fn a_link_that_is_written_is_read_back_the_same() {
    holds(2_000, &good(), |link| {
        let read = permalink::parse(&MODEL, &link.text());
        prop_assert_eq!(&read, &link.0);
        prop_assert_eq!(permalink::parse(&MODEL, &format!("#v=1&{}", link.text())), read);
        Ok(())
    });
}

/// Parts of which it is known whether they mean something, in any order.
#[test]
fn every_part_that_means_nothing_is_counted_and_none_that_means_something() {
    let parts =
        vec(prop_oneof![part_without_meaning().prop_map(|it| (it, 1)), repeated().prop_map(|it| (it, 0))], 0..12);
    holds(2_000, &(good(), parts), |(link, parts)| {
        let expected: usize = parts.iter().map(|it| it.1).sum();
        let more: Vec<String> = parts.into_iter().map(|it| it.0).collect();
        // Of a repeated key the first value counts, so what is good stands first.
        let read = permalink::parse(&MODEL, &[&[link.text()], more.as_slice()].concat().join("&"));
        prop_assert_eq!(usize::from(read.dropped), expected);
        prop_assert_eq!(Permalink { dropped: 0, ..read }, link.0);
        Ok(())
    });
}

#[test]
fn a_link_of_any_length_counts_to_255_and_no_further() {
    holds(20, &(250_usize..5_000), |count| {
        let read = permalink::parse(&MODEL, &"x=y&".repeat(count));
        prop_assert_eq!(usize::from(read.dropped), count.min(255));
        Ok(())
    });
}

#[test]
fn whatever_a_group_pastes_every_line_keeps_its_number() {
    let pasted =
        vec(prop_oneof![anything(), good().prop_map(|it| format!("https://a.example/en/#{}", it.text()))], 0..8);
    holds(1_000, &pasted, |pasted| {
        let pasted = pasted.join("\n");
        let found = lines(&MODEL, &pasted);
        prop_assert!(found.is_sorted_by_key(|it| it.number));
        prop_assert_eq!(found.is_empty(), pasted.trim().is_empty());
        for line in found {
            prop_assert!(!pasted.lines().nth(line.number as usize - 1).is_none_or(|it| it.trim().is_empty()));
            is_sound(&line.link)?;
        }
        Ok(())
    });
}

/// Whatever a reader does, in whatever order, nothing is lost, and what is asked and offered fits.
#[test]
fn any_choices_in_any_order_lead_to_a_decision() {
    let choice = prop_oneof![Just(None), any::<Index>().prop_map(Some)];
    let steps = vec((question(), choice), 0..24);
    holds(1_000, &steps, |steps| {
        let mut choices = Choices::none(&TABLE.rules);
        for (question, chosen) in steps {
            let answers = MODEL.question(question).answers.len();
            let choice = chosen.map_or(Choice::Unsure, |it| Choice::Answer(AnswerId(it.index(answers) as u8)));
            choices = choices.with(question, choice);
            prop_assert_eq!(choices.get(question), choice);
            for question in MODEL.question_ids() {
                prop_assert!(!offered(&TABLE.rules, &choices, question).is_empty());
            }
            is_a_decision(choices.answers(&TABLE.rules))?;
        }
        Ok(())
    });
}

/// What a parsed link promises, whatever it was parsed from.
fn is_sound(link: &Permalink) -> Result<(), TestCaseError> {
    prop_assert!(link.answers.is_sorted_by(|one, other| one.0 < other.0), "in question order, each once");
    prop_assert!(link.answers.iter().all(|it| it.1.index() < MODEL.question(it.0).answers.len()));
    prop_assert!(link.readings.is_sorted_by(|one, other| one < other));
    prop_assert!(link.readings.iter().all(|it| it.index() < MODEL.readings.len()));
    prop_assert!(link.unsure.is_sorted_by(|one, other| one < other));
    prop_assert!(link.answers.iter().all(|(question, _)| !link.unsure.contains(question)));
    let written = permalink::format(&MODEL, &link.answers, &link.readings);
    let again = permalink::parse(&MODEL, &written);
    prop_assert_eq!((&again.answers, &again.readings, again.dropped), (&link.answers, &link.readings, 0));
    Ok(())
}

fn leads_somewhere(link: &Permalink) -> Result<(), TestCaseError> {
    let choices = Choices::of(&TABLE.rules, &link.answers);
    let answers = choices.answers(&TABLE.rules);
    is_a_decision(answers)?;
    // What counts, as the address would have it after this, leads to the same place.
    let listed = permalink::format(&MODEL, &choices.listed(&TABLE.rules), &[]);
    let again = Choices::of(&TABLE.rules, &permalink::parse(&MODEL, &listed).answers);
    prop_assert_eq!(again.answers(&TABLE.rules), answers);
    Ok(())
}

fn is_a_decision(answers: Answers) -> Result<(), TestCaseError> {
    let decision = Decision::of(&MODEL, &TABLE, answers);
    prop_assert!(decision.possible.contains(decision.headline));
    prop_assert_eq!(decision.ranking.len(), MODEL.guarantees.len());
    Ok(())
}

/// A link whose every part means something.
#[derive(Clone, Debug)]
pub struct Good(Permalink);

impl Good {
    pub fn text(&self) -> String {
        let Permalink { answers, readings, unsure, at, .. } = &self.0;
        let parts = [permalink::format(&MODEL, answers, readings), permalink::format_place(&MODEL, unsure, *at)];
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("&")
    }
}

pub fn good() -> impl Strategy<Value = Good> {
    let questions: Vec<QuestionId> = MODEL.question_ids().collect();
    let count = questions.len();
    let readings: Vec<ReadingId> = ReadingId::all(MODEL.readings.len()).collect();
    let switched = readings.len();
    (
        subsequence(questions.clone(), 0..=count),
        vec(any::<Index>(), count),
        subsequence(readings, 0..=switched),
        subsequence(questions.clone(), 0..=count),
        proptest::option::of(select(questions)),
    )
        .prop_map(|(answered, chosen, readings, unsure, at)| {
            let answer = |(question, index): (QuestionId, Index)| {
                (question, AnswerId(index.index(MODEL.question(question).answers.len()) as u8))
            };
            let unsure = unsure.into_iter().filter(|it| !answered.contains(it)).collect();
            let answers = answered.into_iter().zip(chosen).map(answer).collect();
            Good(Permalink { answers, readings, unsure, at, dropped: 0 })
        })
}

fn question() -> impl Strategy<Value = QuestionId> {
    select(MODEL.question_ids().collect::<Vec<_>>())
}

/// Text of any kind, above all such that it nearly is a link.
pub fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[#&=,%a-z0-9_ ]{0,60}",
        "(war|land|readings|unsure|at|v|nato)?[=&,#]{0,3}(peace|J1|J9|all|1|us,us)?[=&,#]{0,3}(war=peace&war=victory)?",
        vec(prop_oneof![Just("war=".to_owned()), "(&|=|,|#)", any::<char>().prop_map(String::from)], 0..30)
            .prop_map(|it| it.concat()),
    ]
}

fn part_without_meaning() -> impl Strategy<Value = String> {
    let unknown = |it: &str| permalink::parse(&MODEL, it).dropped == 1;
    prop_oneof![
        "[a-z]{1,8}=[a-z]{1,8}",
        "war=[a-z]{0,8}",
        "unsure=[a-z]{1,8}",
        "readings=[A-Z][0-9]{0,2}",
        Just("at=nowhere".to_owned()),
        Just("v=2".to_owned()),
        Just("war".to_owned()),
    ]
    // A word made at random may be an id.
    .prop_filter("it means nothing", move |it| unknown(it))
}

/// What may be said twice.
fn repeated() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("v=1".to_owned())]
}

#[derive(Clone, Copy, Debug)]
pub enum Damage {
    Lost,
    Doubled,
    Swapped,
    CutOff,
    Wrote(char),
}

pub fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        Just(Damage::Lost),
        Just(Damage::Doubled),
        Just(Damage::Swapped),
        Just(Damage::CutOff),
        prop_oneof![any::<char>(), select(vec!['&', '=', ',', '#', '%', '\0'])].prop_map(Damage::Wrote),
    ]
}

impl Damage {
    fn done_to(self, text: &mut Vec<char>, at: Index) {
        if text.is_empty() {
            return;
        }
        let at = at.index(text.len());
        match self {
            Damage::Lost => {
                text.remove(at);
            }
            Damage::Doubled => text.insert(at, text[at]),
            Damage::Swapped => {
                let last = text.len() - 1;
                text.swap(at, last);
            }
            Damage::CutOff => text.truncate(at),
            Damage::Wrote(it) => text[at] = it,
        }
    }
}
