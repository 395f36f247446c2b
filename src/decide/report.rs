//! A whole decision by the ids of the case, for programs: `cargo site decide` and the package print it as JSON. Its keys
//! are a public contract.

use std::fmt;

use serde::Serialize;

use crate::{
    case::{
        AnswerId, ConditionId, GuaranteeId, Model, QuestionId, ReadingId,
        by_id::ById,
        links,
        permalink::{self, Permalink},
    },
    decide::{
        answers::{Answers, Questions},
        decision::{Decision, Standing, Status},
        explain::{
            counterfactuals::{Change, changes},
            reasons::reasons,
        },
        table::Table,
    },
};

/// Every id is that of the case.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(title = "Decision"))]
pub struct Report<'a> {
    /// The headline.
    outcome: &'a str,
    settled: bool,
    /// Strongest first.
    possible: Vec<&'a str>,
    at_least: &'a str,
    at_best: &'a str,
    ranking: Vec<Ranked<'a>>,
    /// For every guarantee but the outcome, in the order of the ranking.
    changes: Vec<Changes<'a>>,
    /// The smallest sets of questions whose answers alone force the outcome.
    reasons: Vec<Vec<&'a str>>,
    /// Questions whose answer can still change the outcome.
    deciding: Vec<&'a str>,
    interim: Option<&'a str>,
    flags: Vec<&'a str>,
    /// The answers given, with contradictions resolved; those to questions that are not asked under the others, too.
    answers: ById<'a, &'a str>,
    /// Normalisations that had to overrule an answer.
    overruled: Vec<&'a str>,
    readings: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
struct Ranked<'a> {
    guarantee: &'a str,
    status: Status,
    /// The questions of the missing conditions.
    missing: Vec<&'a str>,
    /// The answers that would do, for each of these questions.
    needs: ById<'a, Vec<&'a str>>,
    /// The missing conditions themselves.
    conditions: Vec<&'a str>,
    steps: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
struct Changes<'a> {
    guarantee: &'a str,
    sets: Vec<AlteredAnswers<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
struct AlteredAnswers<'a> {
    answers: ById<'a, Vec<&'a str>>,
    decided_by: Vec<&'a str>,
}

/// So many unknown parts of a link are named; the others are counted.
const MOST_NAMED: usize = 5;

/// Why a link or a list of readings can't be used, in one sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub code: Code,
    pub says: String,
}

/// The kinds of refusal, as programs tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The link begins with a quote and has no other.
    CutOff,
    /// A part of the link means nothing to the case, or answers a question a second time.
    UnknownPart,
    /// A reading is not one of the case.
    UnknownReading,
}

impl Code {
    /// As programs read it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::CutOff => "cut-off",
            Self::UnknownPart => "unknown-part",
            Self::UnknownReading => "unknown-reading",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}", self.says)
    }
}

/// The content of a permalink, with or without the address before its `#`.
///
/// # Errors
/// `Code::CutOff` where a shell may have cut it, `Code::UnknownPart` where the case does not know a part of it.
pub fn understood(model: &Model, fragment: &str) -> Result<Permalink, Refused> {
    if let Some(quote) = half_quoted(fragment) {
        return Err(Refused {
            code: Code::CutOff,
            says: format!(
                "The permalink begins with {quote} and does not end with it, so a part of it may be lost. Put it in double quotes."
            ),
        });
    }
    let link = link(model, fragment);
    if link.dropped > 0 { Err(unknown_parts(model, behind_the_address(fragment))) } else { Ok(link) }
}

/// As `understood`, where what means nothing is left out and counted.
pub fn link(model: &Model, fragment: &str) -> Permalink {
    permalink::parse(model, behind_the_address(fragment))
}

/// The parts of a link that mean nothing to the case, each with its key and its value.
pub fn unknown(model: &Model, fragment: &str) -> Vec<(String, String)> {
    permalink::unknown(model, behind_the_address(fragment))
}

/// The readings in a list such as `J1,J3`.
///
/// # Errors
/// `Code::UnknownReading` where one is not of the case.
pub fn readings(model: &Model, list: &str) -> Result<Vec<ReadingId>, Refused> {
    let items = list.split(',').map(|it| it.trim_matches(|it: char| !it.is_alphanumeric() && it != '_'));
    let is_known = |it: &str| it.is_empty() || model.readings.iter().any(|reading| reading.id.eq_ignore_ascii_case(it));
    if !list.contains('&') && items.clone().all(is_known) {
        let items: Vec<&str> = items.filter(|it| !it.is_empty()).collect();
        return Ok(permalink::parse(model, &format!("readings={}", items.join(","))).readings);
    }
    let known: Vec<&str> = model.readings.iter().map(|it| it.id.as_str()).collect();
    Err(Refused {
        code: Code::UnknownReading,
        says: format!(
            "The readings `{list}` are not all known to this case. Separate them by commas: {}.",
            known.join(",")
        ),
    })
}

impl<'a> Report<'a> {
    /// Reports a decision that was made with this table.
    pub fn of(model: &'a Model, table: &Table, decision: &Decision) -> Self {
        Ids { model, table, decision }.report()
    }
}

struct Ids<'a, 'b> {
    model: &'a Model,
    table: &'b Table,
    decision: &'b Decision,
}

impl<'a> Ids<'a, '_> {
    fn report(&self) -> Report<'a> {
        let Self { model, table, decision } = *self;
        let space = &table.rules.space;
        let rows = table.rules.rows.iter().map(|it| it.guarantee);
        let others = decision.ranking.iter().map(|it| it.guarantee).filter(|it| *it != decision.headline);
        let answered = space.question_ids().filter_map(|it| Some((it, space.answer(decision.answers, it)?)));
        Report {
            outcome: self.guarantee(decision.headline),
            settled: decision.is_settled(),
            possible: rows.filter(|it| decision.possible.contains(*it)).map(|it| self.guarantee(it)).collect(),
            at_least: self.guarantee(decision.at_least),
            at_best: self.guarantee(decision.at_best),
            ranking: decision.ranking.iter().map(|it| self.ranked(it)).collect(),
            changes: others.map(|it| self.changes(decision.world, it)).collect(),
            reasons: reasons(table, decision.answers).into_iter().map(|it| self.questions(it)).collect(),
            deciding: self.questions(decision.deciding),
            interim: decision.interim.map(|it| self.guarantee(it)),
            flags: decision.flags.iter().map(|it| model.flags[it.index()].id.as_str()).collect(),
            answers: answered
                .map(|(question, answer)| (self.question(question), self.answer(question, answer)))
                .collect(),
            overruled: decision.overruled.iter().map(|it| model.normalisations[*it].id.as_str()).collect(),
            readings: table.readings.ids().iter().map(|it| model.readings[it.index()].id.as_str()).collect(),
        }
    }

    fn ranked(&self, standing: &Standing) -> Ranked<'a> {
        let conditions = standing.missing.iter().map(|it| self.model.condition(*it));
        Ranked {
            guarantee: self.guarantee(standing.guarantee),
            status: standing.status,
            missing: conditions.clone().map(|it| self.question(it.question)).collect(),
            needs: standing.missing.iter().map(|it| self.needs(*it)).collect(),
            conditions: conditions.map(|it| it.id.as_str()).collect(),
            steps: standing.steps,
        }
    }

    fn needs(&self, condition: ConditionId) -> (&'a str, Vec<&'a str>) {
        let condition = self.model.condition(condition);
        (self.question(condition.question), self.answers(condition.question, &condition.answers))
    }

    fn changes(&self, from: Answers, to: GuaranteeId) -> Changes<'a> {
        let found = changes(self.table, from, to, self.table.rules.space.open());
        Changes { guarantee: self.guarantee(to), sets: found.iter().map(|it| self.altered(it)).collect() }
    }

    fn altered(&self, change: &Change) -> AlteredAnswers<'a> {
        let actors = self.model.actors.iter().enumerate().filter(|(index, _)| {
            let decides = |question: &QuestionId| {
                self.model.question(*question).decided_by.iter().any(|actor| actor.index() == *index)
            };
            change.answers.iter().any(|it| decides(&it.0))
        });
        AlteredAnswers {
            answers: change.answers.iter().map(|it| (self.question(it.0), self.answers(it.0, &it.1))).collect(),
            decided_by: actors.map(|it| it.1.as_str()).collect(),
        }
    }

    fn questions(&self, questions: Questions) -> Vec<&'a str> {
        questions.ids().map(|it| self.question(it)).collect()
    }

    fn answers(&self, question: QuestionId, answers: &[AnswerId]) -> Vec<&'a str> {
        answers.iter().map(|it| self.answer(question, *it)).collect()
    }

    fn guarantee(&self, id: GuaranteeId) -> &'a str {
        &self.model.guarantee(id).id
    }

    fn question(&self, id: QuestionId) -> &'a str {
        &self.model.question(id).id
    }

    fn answer(&self, question: QuestionId, id: AnswerId) -> &'a str {
        &self.model.question(question).answers[id.index()]
    }
}

/// The quote that a permalink begins with, where it does not end with one: a shell that does not know it has cut there.
fn half_quoted(fragment: &str) -> Option<char> {
    let quotes = ['\'', '"', '`', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}'];
    let first = fragment.trim().chars().next().filter(|it| quotes.contains(it))?;
    let rest = &fragment.trim()[first.len_utf8()..];
    (!rest.contains(quotes)).then_some(first)
}

/// The permalink of an address, also where its `#` is encoded or another address leads to it. An address that holds no
/// answers, such as that of the tool's first page, is an empty one.
fn behind_the_address(text: &str) -> &str {
    let text = links::without_redirect(text);
    let Some(address) = text.find("://").or_else(|| text.find("%3A%2F%2F")) else { return text };
    // An address within a value belongs to that value.
    if text[..address].contains(['#', '&']) {
        return text;
    }
    let hashes = ["#", "%23", "%2523"].into_iter();
    let found = hashes.filter_map(|it| Some((address + text[address..].find(it)?, it.len()))).min();
    let query = text[address..].split_once('?').map(|it| it.1);
    let whole = query.unwrap_or(if text[address..].contains('=') { text } else { "" });
    found.map_or(whole, |(at, length)| &text[at + length..])
}

/// Names each part that means nothing here, with what would.
fn unknown_parts(model: &Model, fragment: &str) -> Refused {
    let all = permalink::unknown(model, fragment);
    let mut named: Vec<String> = all
        .iter()
        .take(MOST_NAMED)
        .map(|(key, value)| {
            let part = if value.is_empty() { key.clone() } else { format!("{key}={value}") };
            let question = model.questions.iter().find(|it| it.id.eq_ignore_ascii_case(key));
            let says = match question {
                _ if key.eq_ignore_ascii_case("readings") => {
                    format!("the readings are {}", list(model.readings.iter().map(|it| &it.id)))
                }
                Some(question) if permalink::parse(model, &part).dropped == 0 => {
                    format!("{} is answered twice", question.id)
                }
                Some(question) => format!("the answers to {} are {}", question.id, list(question.answers.iter())),
                None => format!("the questions are {}", list(model.questions.iter().map(|it| &it.id))),
            };
            format!("`{part}` ({says})")
        })
        .collect();
    let count = all.len();
    if count > MOST_NAMED {
        named.push(format!("and {} more", count - MOST_NAMED));
    }
    let noun = if count == 1 { "part means" } else { "parts mean" };
    Refused { code: Code::UnknownPart, says: format!("{count} {noun} nothing to this case: {}.", named.join("; ")) }
}

fn list<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    ids.map(String::as_str).collect::<Vec<_>>().join(", ")
}
