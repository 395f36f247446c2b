//! An outcome in plain words: to copy, to cite, and for the printed sheet.

use crate::{
    case::{AnswerId, QuestionId},
    decide::{
        board::{Board, BoardCell, BoardRow},
        decision::{Standing, Status},
        explain::counterfactuals::{Change, changes},
        interview::Choice,
    },
    text::{fill, outcome::SharingText},
    view::{
        address::fragment,
        ladder::status,
        outcome::{
            common_parts::{could_become, open_questions, rests_on},
            model::OutcomeModel,
        },
        question::answers_so_far::{is_set_aside, said},
        scale::step,
    },
};

/// The permalink of what is on show, as a whole address.
pub fn link(outcome: &OutcomeModel, address: &str) -> String {
    let fragment = fragment(outcome.page);
    if fragment.is_empty() { address.to_owned() } else { format!("{address}#{fragment}") }
}

/// The address of the page as people write it: without scheme and fragment.
pub fn short_address(address: &str) -> &str {
    address.split_once("://").map_or(address, |it| it.1).trim_end_matches('/')
}

/// The name of the outcome.
pub fn name<'a>(outcome: &'a OutcomeModel) -> &'a str {
    &outcome.case.sentences.guarantee(outcome.page.decision.headline).name
}

/// One line for the outcome and one against, each with its heading.
pub fn sides<'a>(outcome: &'a OutcomeModel) -> [(&'static str, &'a str); 2] {
    let sentences = outcome.case.sentences.guarantee(outcome.page.decision.headline);
    [(outcome.words.pro_title, &sentences.line_for), (outcome.words.contra_title, &sentences.line_against)]
}

/// The outcome, what speaks for and against it, how settled it is, why, the answers, the readings, the disclaimer and the address.
pub fn plain(outcome: &OutcomeModel, text: &SharingText, address: &str) -> String {
    let sentences = &outcome.case.sentences;
    let mut parts = vec![
        format!("{}\n{}", text.kicker, name(outcome)),
        sides(outcome).map(|(title, says)| line(outcome, title, says)).join("\n"),
        sentences.guarantee(outcome.page.decision.headline).what.clone(),
        settledness(outcome).join("\n"),
    ];
    let because: Vec<String> =
        because(outcome).iter().map(|(question, answer)| line(outcome, question, answer)).collect();
    if !because.is_empty() {
        parts.push(format!("{}\n{}", outcome.words.because_title, because.join("\n")));
    }
    let answers: Vec<String> =
        answers(outcome).iter().map(|(question, answer)| line(outcome, question, answer)).collect();
    if !answers.is_empty() {
        parts.push(format!("{}\n{}", outcome.page.text.answers_title, answers.join("\n")));
    }
    parts.extend(readings(outcome));
    parts.push(outcome.page.text.how_it_works.to_owned());
    parts.push(sentences.disclaimer.clone());
    parts.extend(Some(link(outcome, address)).filter(|it| !it.is_empty()));
    parts.join("\n\n")
}

/// A reference, with the version of the rules, without which an outcome can't be checked.
pub fn citation(outcome: &OutcomeModel, text: &SharingText, address: &str) -> String {
    let sentences = &outcome.case.sentences;
    fill(
        text.citation,
        &[
            ("tool", &sentences.title),
            ("version", &outcome.case.model.version),
            ("title", &sentences.article.title),
            ("authors", &sentences.article.authors),
            ("publisher", &sentences.article.publisher),
            ("published", &sentences.article.published),
            ("name", name(outcome)),
            ("address", &link(outcome, address)),
        ],
    )
}

/// In sentences how settled the outcome is, and what stands until it takes effect.
pub fn settledness(outcome: &OutcomeModel) -> Vec<String> {
    let text = outcome.page.text;
    let decision = &outcome.page.decision;
    let mut says = Vec::new();
    if decision.is_settled() {
        let open = open_questions(outcome);
        let how = if open == 0 {
            outcome.words.settled_complete.to_owned()
        } else {
            text.count(outcome.words.settled_open, open)
        };
        says.push(format!("{} {how}", outcome.words.settled_title));
    } else {
        says.push(format!(
            "{} {}",
            outcome.words.open_title,
            text.count(outcome.words.open_says, decision.possible.len())
        ));
        says.push(could_become(outcome));
    }
    let in_text = |it| ("name", outcome.case.sentences.guarantee(it).in_text.as_str());
    says.extend(decision.interim.map(|it| fill(outcome.words.interim, &[in_text(it)])));
    says
}

/// The answers on which the outcome rests: names of questions, and what was answered.
pub fn because<'a>(outcome: &'a OutcomeModel) -> Vec<(&'a str, &'a str)> {
    let said = |question: QuestionId| {
        let answer = outcome.page.table.rules.space.answer(outcome.page.decision.world, question)?;
        let sentences = outcome.case.sentences.question(question);
        Some((sentences.short.as_str(), sentences.answers[answer.index()].short.as_str()))
    };
    rests_on(outcome).into_iter().filter_map(said).collect()
}

/// The reader's own answers that count, short.
pub fn answers<'a>(outcome: &'a OutcomeModel) -> Vec<(&'a str, String)> {
    let given = |it: &QuestionId| outcome.page.table.rules.space.answer(outcome.page.decision.answers, *it).is_some();
    outcome
        .case
        .model
        .question_ids()
        .filter(|it| given(it) && !is_set_aside(outcome.page, *it))
        .map(|it| (outcome.case.sentences.question(it).short.as_str(), said(outcome.page, it)))
        .collect()
}

/// The board in words: each question, what is answered to it, and the answers that alone would lead to another outcome.
pub fn board(outcome: &OutcomeModel) -> Vec<(QuestionId, String, String)> {
    let board = Board::of(
        &outcome.case.model,
        outcome.page.table,
        &outcome.page.reader.choices,
        outcome.page.decision,
        outcome.page.remaining,
    );
    let lead = |question: QuestionId, it: &BoardCell| {
        let says = match it.choice {
            Choice::Answer(answer) => &outcome.case.sentences.answer(question, answer).short,
            Choice::Unsure | Choice::Unasked => outcome.page.text.not_sure,
        };
        let (step, name) = (step(outcome.page, it.headline), &outcome.case.sentences.guarantee(it.headline).short);
        let step = step.map_or_else(String::new, |it| format!("{it} "));
        format!("{says} → {step}{name}{}", if it.settled { "" } else { " …" })
    };
    let row = |it: &BoardRow| {
        let moves = |cell: &&BoardCell| cell.offered && !cell.chosen && cell.headline != outcome.page.decision.headline;
        let leads: Vec<String> = it.cells.iter().filter(moves).map(|cell| lead(it.question, cell)).collect();
        let leads =
            if leads.is_empty() { outcome.words.board_same.to_owned() } else { leads.join(outcome.words.semicolon) };
        (it.question, said(outcome.page, it.question), leads)
    };
    board.rows.iter().map(row).collect()
}

/// Which readings are switched; none where none is.
pub fn readings(outcome: &OutcomeModel) -> Option<String> {
    let switched = outcome.page.reader.readings.ids();
    let names: Vec<&str> = switched.iter().map(|it| outcome.case.sentences.reading(*it).brief.as_str()).collect();
    (!names.is_empty()).then(|| fill(outcome.page.text.readings_switched, &[("list", &names.join(", "))]))
}

/// Another guarantee in brief: where it stands, and the fewest changes that would make it the outcome.
pub fn other(outcome: &OutcomeModel, standing: &Standing) -> String {
    let status = status(outcome.page, standing.guarantee, standing.status);
    let found = changes(outcome.page.table, outcome.page.decision.world, standing.guarantee, outcome.page.kept());
    let rests_on = match standing.status {
        Status::RuledOut => {
            let never = outcome.case.sentences.guarantee(standing.guarantee).never.as_ref();
            never.map(|it| it.brief.clone())
        }
        Status::MostPlausible
        | Status::AlsoPossible
        | Status::Open
        | Status::OneAnswerAway
        | Status::Blocked
        | Status::DoesNotApply => found.first().map(|it| change(outcome, it)),
    };
    rests_on.map_or_else(|| status.to_owned(), |it| format!("{status} – {it}"))
}

fn change(outcome: &OutcomeModel, change: &Change) -> String {
    let alter = |(question, answers): &(QuestionId, Vec<AnswerId>)| {
        let sentences = outcome.case.sentences.question(*question);
        let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
        line(outcome, &sentences.short, &answers.join(outcome.words.change_or))
    };
    change.answers.iter().map(alter).collect::<Vec<_>>().join(outcome.words.semicolon)
}

fn line(outcome: &OutcomeModel, question: &str, answer: &str) -> String {
    format!("{question}{}{answer}", outcome.words.colon)
}
