//! The engine for JavaScript, without the page. `src/js/package` wraps it: data crosses as JSON texts, errors as texts, too.
//! It makes no decision itself; everything follows from `decide`, as in the page.

use std::{cell::RefCell, rc::Rc};

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{
    case::{
        AnswerId, Case, Kind, Model, Question, QuestionId,
        by_id::{ById, SentencesById},
        checksum, permalink,
        sentences::Sentences,
    },
    decide::{
        answers::World,
        decision::Decision,
        interview::{Choice, Choices, remaining},
        outcomes::outcomes,
        report::{self, Refused, Report},
        rules::{Readings, Rules},
        table::Table,
    },
    unpack::unpacked,
};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// One case with its tables. A table is built when its interpretations are first asked for, and kept.
#[wasm_bindgen]
pub struct Engine {
    model: &'static Model,
    sentences: &'static Sentences,
    tables: RefCell<Vec<Rc<Table>>>,
}

/// The model, as far as a program needs it to ask questions and to read positions.
#[derive(Serialize)]
struct About {
    version: &'static str,
    worlds: u32,
    questions: Vec<Asked>,
    guarantees: Vec<&'static str>,
    readings: Vec<&'static str>,
    locale: &'static str,
}

#[derive(Serialize)]
struct Asked {
    id: &'static str,
    chapter: &'static str,
    ordered: bool,
    answers: &'static [String],
    assumed: &'static str,
}

#[derive(Serialize)]
struct Parsed<'a> {
    answers: ById<'a, &'a str>,
    readings: Vec<&'a str>,
    unsure: Vec<&'a str>,
    unknown: Vec<String>,
}

#[derive(Serialize)]
struct Thrown<'a> {
    code: &'a str,
    message: &'a str,
}

#[wasm_bindgen]
impl Engine {
    /// An engine for a case as `cargo site package` packed it, with the sentences of one language.
    ///
    /// # Errors
    /// `damaged-case` where the bytes are not what was packed, `too-large` where the case has more combinations of answers
    /// than a table may hold.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Engine, JsValue> {
        let packed: &'static [u8] = Box::leak(bytes.to_vec().into_boxed_slice());
        let case: Option<&Case> = checksum::opened(packed).and_then(unpacked);
        let Some(Case { model, sentences }) = case else {
            return Err(thrown(
                "damaged-case",
                "This is no packed case, or it is damaged. Pack it again: cargo site package --case DIR.",
            ));
        };
        if checksum::worlds(model) > checksum::MOST_WORLDS {
            return Err(thrown(
                "too-large",
                "The case has too many combinations of answers. Leave questions or answers out.",
            ));
        }
        Ok(Self { model, sentences, tables: RefCell::default() })
    }

    /// Everything about the model that a program needs to ask questions and to read positions, as JSON.
    pub fn about(&self) -> String {
        let model = self.model;
        let asked = |it: &'static Question| Asked {
            id: &it.id,
            chapter: &model.chapters[it.chapter.index()],
            ordered: it.kind == Kind::Ordinal,
            answers: &it.answers,
            assumed: &it.answers[it.article_value.index()],
        };
        text(&About {
            version: &model.version,
            worlds: self.table(Readings::BASE).rules.space.worlds(),
            questions: model.questions.iter().map(asked).collect(),
            guarantees: model.guarantees.iter().map(|it| it.id.as_str()).collect(),
            readings: model.readings.iter().map(|it| it.id.as_str()).collect(),
            locale: &self.sentences.locale,
        })
    }

    /// The whole decision that follows from a link, as JSON: the keys of `cargo site decide`.
    ///
    /// # Errors
    /// `unknown-part`, `cut-off`, `unknown-reading`.
    pub fn decide(&self, link: &str, readings: &str) -> Result<String, JsValue> {
        let (link, table) = self.understood(link, readings)?;
        let decision = Decision::of(self.model, &table, table.rules.space.with_answers(&link.answers));
        Ok(text(&Report::of(self.model, &table, &decision)))
    }

    /// The outcome of every combination of answers, in the order of `cargo site table`: each its position in the list of
    /// guarantees.
    ///
    /// # Errors
    /// `unknown-reading`.
    pub fn outcomes(&self, readings: &str) -> Result<Vec<u8>, JsValue> {
        let readings = Readings::of(&report::readings(self.model, readings).map_err(|it| refused(&it))?);
        let rules = Rules::of(self.model, readings);
        Ok(outcomes(&rules).unwrap_or_else(|| {
            let table = self.table(readings);
            (0..rules.space.worlds()).map(|it| table.outcome(World(it)).0).collect()
        }))
    }

    /// The id of the question that comes next after these answers, but for those left unsure; none where nothing is left
    /// that can change the outcome.
    ///
    /// # Errors
    /// As `decide`.
    pub fn next(&self, link: &str, readings: &str) -> Result<Option<String>, JsValue> {
        let (link, table) = self.understood(link, readings)?;
        let given = Choices::of(&table.rules, &link.answers);
        let choices = link.unsure.iter().fold(given, |all, it| all.with(*it, Choice::Unsure));
        let decision = Decision::of(self.model, &table, choices.answers(&table.rules));
        let next = remaining(&table.rules, &choices, &decision).ids().next();
        Ok(next.map(|it| self.model.question(it).id.clone()))
    }

    /// The content of a link, as JSON. Never fails: what means nothing is listed.
    pub fn parse(&self, link: &str) -> String {
        let read = report::link(self.model, link);
        let model = self.model;
        let answer = |&(question, answer): &(QuestionId, AnswerId)| {
            let question = model.question(question);
            (question.id.as_str(), question.answers[answer.index()].as_str())
        };
        let unknown = |it: (String, String)| if it.1.is_empty() { it.0 } else { it.0 + "=" + &it.1 };
        text(&Parsed {
            answers: read.answers.iter().map(answer).collect(),
            readings: read.readings.iter().map(|it| model.readings[it.index()].id.as_str()).collect(),
            unsure: read.unsure.iter().map(|it| model.question(*it).id.as_str()).collect(),
            unknown: report::unknown(model, link).into_iter().map(unknown).collect(),
        })
    }

    /// The link of answers, as the page writes it: in the order of the questions, with contradictions resolved.
    ///
    /// # Errors
    /// As `decide`.
    pub fn link(&self, link: &str, readings: &str) -> Result<String, JsValue> {
        let (link, table) = self.understood(link, readings)?;
        let choices = Choices::of(&table.rules, &link.answers);
        Ok(permalink::format(self.model, &choices.listed(&table.rules), &table.readings.ids()))
    }

    /// All sentences by the ids of the case, as JSON.
    pub fn sentences(&self) -> String {
        text(&SentencesById::of(self.model, self.sentences))
    }
}

impl Engine {
    /// The content of a link and the table under its readings and these.
    fn understood(&self, link: &str, readings: &str) -> Result<(permalink::Permalink, Rc<Table>), JsValue> {
        let link = report::understood(self.model, link).map_err(|it| refused(&it))?;
        let more = report::readings(self.model, readings).map_err(|it| refused(&it))?;
        let table = self.table(Readings::of(&[link.readings.as_slice(), &more].concat()));
        Ok((link, table))
    }

    fn table(&self, readings: Readings) -> Rc<Table> {
        let mut tables = self.tables.borrow_mut();
        if let Some(table) = tables.iter().find(|it| it.readings == readings) {
            return table.clone();
        }
        let table = Rc::new(Table::build(self.model, readings));
        tables.push(table.clone());
        table
    }
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these types have nothing that JSON has not")
}

fn refused(why: &Refused) -> JsValue {
    thrown(why.code.slug(), &why.says)
}

/// An error as the JavaScript around it takes it apart.
fn thrown(code: &str, message: &str) -> JsValue {
    JsValue::from_str(&text(&Thrown { code, message }))
}
