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
            sections::{could_become, open_questions, rests_on},
            whole::Whole,
        },
        question::answers_so_far::{is_set_aside, said},
        scale::step,
    },
};

/// The permalink of what is on show, as a whole address.
pub fn link(whole: &Whole, page: &str) -> String {
    let fragment = fragment(whole.scene);
    if fragment.is_empty() { page.to_owned() } else { format!("{page}#{fragment}") }
}

/// The address of the page as people write it: without scheme and fragment.
pub fn short_address(page: &str) -> &str {
    page.split_once("://").map_or(page, |it| it.1).trim_end_matches('/')
}

/// The name of the outcome.
pub fn name<'a>(whole: &'a Whole) -> &'a str {
    &whole.case.sentences.guarantee(whole.scene.decision.headline).name
}

/// One line for the outcome and one against, each with its heading.
pub fn sides<'a>(whole: &'a Whole) -> [(&'static str, &'a str); 2] {
    let sentences = whole.case.sentences.guarantee(whole.scene.decision.headline);
    [(whole.words.pro_title, &sentences.line_for), (whole.words.contra_title, &sentences.line_against)]
}

/// The outcome, what speaks for and against it, how settled it is, why, the answers, the readings, the disclaimer and the address.
pub fn plain(whole: &Whole, text: &SharingText, page: &str) -> String {
    let sentences = &whole.case.sentences;
    let mut parts = vec![
        format!("{}\n{}", text.kicker, name(whole)),
        sides(whole).map(|(title, says)| line(whole, title, says)).join("\n"),
        sentences.guarantee(whole.scene.decision.headline).what.clone(),
        settledness(whole).join("\n"),
    ];
    let because: Vec<String> = because(whole).iter().map(|(question, answer)| line(whole, question, answer)).collect();
    if !because.is_empty() {
        parts.push(format!("{}\n{}", whole.words.because_title, because.join("\n")));
    }
    let answers: Vec<String> = answers(whole).iter().map(|(question, answer)| line(whole, question, answer)).collect();
    if !answers.is_empty() {
        parts.push(format!("{}\n{}", whole.scene.text.answers_title, answers.join("\n")));
    }
    parts.extend(readings(whole));
    parts.push(whole.scene.text.how_it_works.to_owned());
    parts.push(sentences.disclaimer.clone());
    parts.extend(Some(link(whole, page)).filter(|it| !it.is_empty()));
    parts.join("\n\n")
}

/// A reference, with the version of the rules, without which an outcome can't be checked.
pub fn citation(whole: &Whole, text: &SharingText, page: &str) -> String {
    let sentences = &whole.case.sentences;
    fill(
        text.citation,
        &[
            ("tool", &sentences.title),
            ("version", &whole.case.model.version),
            ("title", &sentences.article.title),
            ("authors", &sentences.article.authors),
            ("publisher", &sentences.article.publisher),
            ("published", &sentences.article.published),
            ("name", name(whole)),
            ("address", &link(whole, page)),
        ],
    )
}

/// In sentences how settled the outcome is, and what stands until it takes effect.
pub fn settledness(whole: &Whole) -> Vec<String> {
    let text = whole.scene.text;
    let decision = &whole.scene.decision;
    let mut says = Vec::new();
    if decision.is_settled() {
        let open = open_questions(whole);
        let how = if open == 0 {
            whole.words.settled_complete.to_owned()
        } else {
            text.count(whole.words.settled_open, open)
        };
        says.push(format!("{} {how}", whole.words.settled_title));
    } else {
        says.push(format!("{} {}", whole.words.open_title, text.count(whole.words.open_says, decision.possible.len())));
        says.push(could_become(whole));
    }
    let in_text = |it| ("name", whole.case.sentences.guarantee(it).in_text.as_str());
    says.extend(decision.interim.map(|it| fill(whole.words.interim, &[in_text(it)])));
    says
}

/// The answers on which the outcome rests: names of questions, and what was answered.
pub fn because<'a>(whole: &'a Whole) -> Vec<(&'a str, &'a str)> {
    let said = |question: QuestionId| {
        let answer = whole.scene.table.rules.space.answer(whole.scene.decision.world, question)?;
        let sentences = whole.case.sentences.question(question);
        Some((sentences.short.as_str(), sentences.answers[answer.index()].short.as_str()))
    };
    rests_on(whole).into_iter().filter_map(said).collect()
}

/// The reader's own answers that count, short.
pub fn answers<'a>(whole: &'a Whole) -> Vec<(&'a str, String)> {
    let given = |it: &QuestionId| whole.scene.table.rules.space.answer(whole.scene.decision.answers, *it).is_some();
    whole
        .case
        .model
        .question_ids()
        .filter(|it| given(it) && !is_set_aside(whole.scene, *it))
        .map(|it| (whole.case.sentences.question(it).short.as_str(), said(whole.scene, it)))
        .collect()
}

/// The board in words: each question, what is answered to it, and the answers that alone would lead to another outcome.
pub fn board(whole: &Whole) -> Vec<(QuestionId, String, String)> {
    let board = Board::of(
        &whole.case.model,
        whole.scene.table,
        &whole.scene.reader.choices,
        whole.scene.decision,
        whole.scene.remaining,
    );
    let lead = |question: QuestionId, it: &BoardCell| {
        let says = match it.choice {
            Choice::Answer(answer) => &whole.case.sentences.answer(question, answer).short,
            Choice::Unsure | Choice::Unasked => whole.scene.text.not_sure,
        };
        let (step, name) = (step(whole.scene, it.headline), &whole.case.sentences.guarantee(it.headline).short);
        let step = step.map_or_else(String::new, |it| format!("{it} "));
        format!("{says} → {step}{name}{}", if it.settled { "" } else { " …" })
    };
    let row = |it: &BoardRow| {
        let moves = |cell: &&BoardCell| cell.offered && !cell.chosen && cell.headline != whole.scene.decision.headline;
        let leads: Vec<String> = it.cells.iter().filter(moves).map(|cell| lead(it.question, cell)).collect();
        let leads =
            if leads.is_empty() { whole.words.board_same.to_owned() } else { leads.join(whole.words.semicolon) };
        (it.question, said(whole.scene, it.question), leads)
    };
    board.rows.iter().map(row).collect()
}

/// Which readings are switched; none where none is.
pub fn readings(whole: &Whole) -> Option<String> {
    let switched = whole.scene.reader.readings.ids();
    let names: Vec<&str> = switched.iter().map(|it| whole.case.sentences.reading(*it).brief.as_str()).collect();
    (!names.is_empty()).then(|| fill(whole.scene.text.readings_switched, &[("list", &names.join(", "))]))
}

/// Another guarantee in brief: where it stands, and the fewest changes that would make it the outcome.
pub fn other(whole: &Whole, standing: &Standing) -> String {
    let status = status(whole.scene, standing.guarantee, standing.status);
    let found = changes(whole.scene.table, whole.scene.decision.world, standing.guarantee, whole.scene.reader.pinned);
    let rests_on = match standing.status {
        Status::RuledOut => {
            let never = whole.case.sentences.guarantee(standing.guarantee).never.as_ref();
            never.map(|it| it.brief.clone())
        }
        Status::MostPlausible
        | Status::AlsoPossible
        | Status::Open
        | Status::OneAnswerAway
        | Status::Blocked
        | Status::DoesNotApply => found.first().map(|it| change(whole, it)),
    };
    rests_on.map_or_else(|| status.to_owned(), |it| format!("{status} – {it}"))
}

fn change(whole: &Whole, change: &Change) -> String {
    let alter = |(question, answers): &(QuestionId, Vec<AnswerId>)| {
        let sentences = whole.case.sentences.question(*question);
        let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
        line(whole, &sentences.short, &answers.join(whole.words.change_or))
    };
    change.answers.iter().map(alter).collect::<Vec<_>>().join(whole.words.semicolon)
}

fn line(whole: &Whole, question: &str, answer: &str) -> String {
    format!("{question}{}{answer}", whole.words.colon)
}
