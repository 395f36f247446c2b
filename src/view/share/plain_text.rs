//! An outcome in plain words: to copy, to cite, and for the printed sheet.

use crate::{
    case::{AnswerId, QuestionId},
    decide::{
        asking::Choice,
        board::{Board, BoardCell, BoardRow},
        changes::{Change, changes},
        decision::{Standing, Status},
    },
    text::{annex::SharingText, fill},
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
pub fn link(scene: &Whole, page: &str) -> String {
    let fragment = fragment(scene);
    if fragment.is_empty() { page.to_owned() } else { format!("{page}#{fragment}") }
}

/// The address of the page as people write it: without scheme and fragment.
pub fn short_address(page: &str) -> &str {
    page.split_once("://").map_or(page, |it| it.1).trim_end_matches('/')
}

pub fn name<'a>(scene: &'a Whole) -> &'a str {
    &scene.case.sentences.guarantee(scene.decision.headline).name
}

/// One line for the outcome and one against, each with its heading.
pub fn sides<'a>(scene: &'a Whole) -> [(&'static str, &'a str); 2] {
    let sentences = scene.case.sentences.guarantee(scene.decision.headline);
    [(scene.words.pro_title, &sentences.line_for), (scene.words.contra_title, &sentences.line_against)]
}

/// The outcome, what speaks for and against it, how settled it is, why, the answers, the readings, the disclaimer and the address.
pub fn plain(scene: &Whole, text: &SharingText, page: &str) -> String {
    let sentences = &scene.case.sentences;
    let mut parts = vec![
        format!("{}\n{}", text.kicker, name(scene)),
        sides(scene).map(|(title, says)| line(scene, title, says)).join("\n"),
        sentences.guarantee(scene.decision.headline).what.clone(),
        settledness(scene).join("\n"),
    ];
    let because: Vec<String> = because(scene).iter().map(|(question, answer)| line(scene, question, answer)).collect();
    if !because.is_empty() {
        parts.push(format!("{}\n{}", scene.words.because_title, because.join("\n")));
    }
    let answers: Vec<String> = answers(scene).iter().map(|(question, answer)| line(scene, question, answer)).collect();
    if !answers.is_empty() {
        parts.push(format!("{}\n{}", scene.text.answers_title, answers.join("\n")));
    }
    parts.extend(readings(scene));
    parts.push(scene.text.how_it_works.to_owned());
    parts.push(sentences.disclaimer.clone());
    parts.extend(Some(link(scene, page)).filter(|it| !it.is_empty()));
    parts.join("\n\n")
}

/// A reference, with the version of the rules, without which an outcome can't be checked.
pub fn citation(scene: &Whole, text: &SharingText, page: &str) -> String {
    let sentences = &scene.case.sentences;
    fill(
        text.citation,
        &[
            ("tool", &sentences.title),
            ("version", &scene.case.model.version),
            ("title", &sentences.article.title),
            ("authors", &sentences.article.authors),
            ("publisher", &sentences.article.publisher),
            ("published", &sentences.article.published),
            ("name", name(scene)),
            ("address", &link(scene, page)),
        ],
    )
}

/// In sentences how settled the outcome is, and what stands until it takes effect.
pub fn settledness(scene: &Whole) -> Vec<String> {
    let text = scene.text;
    let decision = &scene.decision;
    let mut says = Vec::new();
    if decision.is_settled() {
        let open = open_questions(scene);
        let how = if open == 0 {
            scene.words.settled_complete.to_owned()
        } else {
            text.count(scene.words.settled_open, open)
        };
        says.push(format!("{} {how}", scene.words.settled_title));
    } else {
        says.push(format!("{} {}", scene.words.open_title, text.count(scene.words.open_says, decision.possible.len())));
        says.push(could_become(scene));
    }
    let in_text = |it| ("name", scene.case.sentences.guarantee(it).in_text.as_str());
    says.extend(decision.interim.map(|it| fill(scene.words.interim, &[in_text(it)])));
    says
}

/// The answers on which the outcome rests: names of questions, and what was answered.
pub fn because<'a>(scene: &'a Whole) -> Vec<(&'a str, &'a str)> {
    let said = |question: QuestionId| {
        let answer = scene.table.rules.space.answer(scene.decision.world, question)?;
        let sentences = scene.case.sentences.question(question);
        Some((sentences.short.as_str(), sentences.answers[answer.index()].short.as_str()))
    };
    rests_on(scene).into_iter().filter_map(said).collect()
}

/// The reader's own answers that count, short.
pub fn answers<'a>(scene: &'a Whole) -> Vec<(&'a str, String)> {
    let given = |it: &QuestionId| scene.table.rules.space.answer(scene.decision.answers, *it).is_some();
    scene
        .case
        .model
        .question_ids()
        .filter(|it| given(it) && !is_set_aside(scene, *it))
        .map(|it| (scene.case.sentences.question(it).short.as_str(), said(scene, it)))
        .collect()
}

/// The board in words: each question, what is answered to it, and the answers that alone would lead to another outcome.
pub fn board(scene: &Whole) -> Vec<(QuestionId, String, String)> {
    let board = Board::of(&scene.case.model, scene.table, &scene.reader.choices, scene.decision, scene.remaining);
    let lead = |question: QuestionId, it: &BoardCell| {
        let says = match it.choice {
            Choice::Answer(answer) => &scene.case.sentences.answer(question, answer).short,
            Choice::Unsure | Choice::Unasked => scene.text.not_sure,
        };
        let (step, name) = (step(scene, it.headline), &scene.case.sentences.guarantee(it.headline).short);
        let step = step.map_or_else(String::new, |it| format!("{it} "));
        format!("{says} → {step}{name}{}", if it.settled { "" } else { " …" })
    };
    let row = |it: &BoardRow| {
        let moves = |cell: &&BoardCell| cell.offered && !cell.chosen && cell.headline != scene.decision.headline;
        let leads: Vec<String> = it.cells.iter().filter(moves).map(|cell| lead(it.question, cell)).collect();
        let leads =
            if leads.is_empty() { scene.words.board_same.to_owned() } else { leads.join(scene.words.semicolon) };
        (it.question, said(scene, it.question), leads)
    };
    board.rows.iter().map(row).collect()
}

/// Which readings are switched; none where none is.
pub fn readings(scene: &Whole) -> Option<String> {
    let switched = scene.reader.readings.ids();
    let names: Vec<&str> = switched.iter().map(|it| scene.case.sentences.reading(*it).brief.as_str()).collect();
    (!names.is_empty()).then(|| fill(scene.text.readings_switched, &[("list", &names.join(", "))]))
}

/// Another guarantee in brief: where it stands, and the fewest changes that would make it the outcome.
pub fn other(scene: &Whole, standing: &Standing) -> String {
    let status = status(scene, standing.guarantee, standing.status);
    let found = changes(scene.table, scene.decision.world, standing.guarantee, scene.reader.given);
    let rests_on = match standing.status {
        Status::RuledOut => {
            let never = scene.case.sentences.guarantee(standing.guarantee).never.as_ref();
            never.map(|it| it.brief.clone())
        }
        Status::MostPlausible
        | Status::AlsoPossible
        | Status::Open
        | Status::OneAnswerAway
        | Status::Blocked
        | Status::DoesNotApply => found.first().map(|it| change(scene, it)),
    };
    rests_on.map_or_else(|| status.to_owned(), |it| format!("{status} – {it}"))
}

fn change(scene: &Whole, change: &Change) -> String {
    let alter = |(question, answers): &(QuestionId, Vec<AnswerId>)| {
        let sentences = scene.case.sentences.question(*question);
        let answers: Vec<&str> = answers.iter().map(|it| sentences.answers[it.index()].short.as_str()).collect();
        line(scene, &sentences.short, &answers.join(scene.words.change_or))
    };
    change.answers.iter().map(alter).collect::<Vec<_>>().join(scene.words.semicolon)
}

fn line(scene: &Whole, question: &str, answer: &str) -> String {
    format!("{question}{}{answer}", scene.words.colon)
}
