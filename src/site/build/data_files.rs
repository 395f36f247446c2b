//! `data/`: what the site says about its rules, as data for other people's graphics and checks.
//! The columns of `outcomes.csv` are those of `commands/table.rs`.

use std::io;

use serde_json::{Value, json};

use crate::{
    case::{
        ConditionId, GuaranteeId, Model, Pattern, SectionId, by_id::SentencesById, load::Loaded, sentences::Sentences,
    },
    decide::{rules::Readings, table::Table, verify::proofs::Certificate},
    site::{
        commands::{certificate::certificate, package, table},
        files::SiteFile,
        routes::{self, CERTIFICATE, DATA, OUTCOMES},
    },
};

/// All files of the folder.
///
/// # Errors
/// None, unless memory runs out.
pub fn files(loaded: &Loaded, proven: &Certificate) -> io::Result<Vec<SiteFile>> {
    let model = &loaded.model;
    let mut outcomes = Vec::new();
    table::write(model, &[], b',', &mut outcomes)?;
    let mut files = vec![
        (OUTCOMES.to_owned(), outcomes),
        (CERTIFICATE.to_owned(), pretty(&certificate(loaded, proven))),
        ("decision.schema.json".to_owned(), pretty(&package::decision_schema())),
        ("sentences.schema.json".to_owned(), pretty(&package::sentences_schema())),
    ];
    let table = Table::build(model, Readings::BASE);
    for sentences in &loaded.languages {
        let by_id = serde_json::to_value(SentencesById::of(model, sentences))?;
        files.push((routes::sentences(&sentences.locale), pretty(&by_id)));
        files.push((routes::decision_table(&sentences.locale), pretty(&decision_table(model, sentences, &table))));
    }
    Ok(files.into_iter().map(|(name, bytes)| SiteFile { path: format!("{DATA}{name}"), bytes }).collect())
}

/// The rows in their order, of which the first that fits counts, and what is done to answers before that.
pub fn decision_table(model: &Model, sentences: &Sentences, table: &Table) -> Value {
    let section = |it: SectionId| json!({ "id": model.sections[it.index()], "name": sentences.section(it) });
    let needs = |id: &ConditionId| {
        let it = model.condition(*id);
        let question = model.question(it.question);
        let answers = it.answers.iter().map(|answer| &question.answers[answer.index()]);
        let says = it.answers.iter().map(|answer| &sentences.answer(it.question, *answer).short);
        json!({
            "condition": it.id,
            "question": question.id,
            "name": sentences.question(it.question).short,
            "answers": answers.collect::<Vec<_>>(),
            "says": says.collect::<Vec<_>>(),
            "section": section(it.section),
            "inferred": it.inferred,
        })
    };
    let named = |it: GuaranteeId| (&model.guarantee(it).id, &sentences.guarantee(it).name);
    let row = |it: &crate::decide::rules::Row| {
        let (id, name) = named(it.guarantee);
        json!({
            "guarantee": id,
            "name": name,
            "strength": it.strength,
            "needs": it.needs.iter().map(needs).collect::<Vec<_>>(),
            "section": section(model.guarantee(it.guarantee).section),
            "inferred": model.guarantee(it.guarantee).inferred,
        })
    };
    let before = model.normalisations.iter().zip(&sentences.normalisations).map(|(it, text)| {
        let (question, answer) = match it.effect {
            crate::case::Effect::Set(question, answer) => (question, Some(answer)),
            crate::case::Effect::Idle(question) => (question, None),
        };
        let answer = answer.unwrap_or(model.question(question).article_value);
        json!({
            "id": it.id,
            "when": pattern(model, &it.when),
            "question": model.question(question).id,
            "takes": model.question(question).answers[answer.index()],
            "says": text.method,
        })
    });
    json!({
        "version": model.version,
        "locale": sentences.locale,
        "hit_policy": "FIRST",
        "normalisations": before.collect::<Vec<_>>(),
        "rows": table.rules.rows.iter().map(row).collect::<Vec<_>>(),
    })
}

fn pattern(model: &Model, pattern: &Pattern) -> Value {
    let entry = |(question, answers): &(crate::case::QuestionId, Vec<crate::case::AnswerId>)| {
        let question = model.question(*question);
        let answers: Vec<&String> = answers.iter().map(|it| &question.answers[it.index()]).collect();
        (question.id.clone(), json!(answers))
    };
    pattern.iter().map(entry).collect::<serde_json::Map<_, _>>().into()
}

fn pretty(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}
