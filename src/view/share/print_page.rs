//! The sheet: the outcome on one page of paper, printed in place of the page. It is never seen on a screen.

use yew::prelude::*;

use crate::{
    case::{FlagId, QuestionId},
    decide::decision::{Standing, Status},
    text::{fill, outcome::SharingText},
    view::{
        ladder,
        outcome::{
            sections::{rests_on, sides},
            whole::Whole,
        },
        scale,
        share::plain_text,
    },
};

/// The printed page. `link` is the whole permalink, `code` its QR code.
pub fn sheet(whole: &Whole, text: &SharingText, link: &str, code: Option<Html>) -> Html {
    let sentences = &whole.case.sentences;
    let article = &sentences.article;
    let credit = fill(
        whole.scene.text.credit,
        &[
            ("title", &article.title),
            ("authors", &article.authors),
            ("publisher", &article.publisher),
            ("published", &article.published),
        ],
    );
    html! {
        <div class="sheet">
            <p class="sheet__site">{ sentences.title.clone() }</p>
            <p class="kicker">{ text.kicker }</p>
            <h1>{ plain_text::name(whole).to_owned() }</h1>
            { sides(whole.words, sentences.guarantee(whole.scene.decision.headline)) }
            <p class="sheet__what">{ sentences.guarantee(whole.scene.decision.headline).what.clone() }</p>
            { scale::scale(whole) }
            <p>{ plain_text::settledness(whole).join(" ") }{ " " }{ whole.scene.text.how_it_works }</p>
            { board(whole) }
            <section class="sheet__others">
                <h2>{ text.sheet_others }</h2>
                <ul>{ for others(whole).map(|it| other(whole, it)) }</ul>
            </section>
            <section hidden={whole.scene.decision.flags.is_empty()}>
                <h2>{ whole.words.flags_title }</h2>
                { for whole.scene.decision.flags.iter().map(|it| flag(whole, *it)) }
            </section>
            { for plain_text::readings(whole).map(|it| html! { <p>{ it }</p> }) }
            <div class="sheet__foot">
                <div>
                    <p>{ sentences.disclaimer.clone() }</p>
                    <p>{ credit }{ " " }{ article.address.clone() }</p>
                    <p>{ link.to_owned() }</p>
                </div>
                <div class="sheet__code">{ code }</div>
            </div>
        </div>
    }
}

/// The board as a table: what was answered, and the other answers that alone would lead elsewhere. The bar is on the rows
/// that the outcome rests on.
fn board(whole: &Whole) -> Html {
    let rests = rests_on(whole);
    let row = |(question, rests, says, leads): (QuestionId, bool, String, String)| {
        html! {
            <tr data-rests={rests.to_string()}>
                <th scope="row">{ whole.case.sentences.question(question).short.clone() }</th>
                <td>{ says }</td>
                <td>{ leads }</td>
            </tr>
        }
    };
    html! {
        <section class="sheet__board">
            <h2>{ whole.words.board_title }</h2>
            <table><tbody>{ for plain_text::board(whole).into_iter().map(|(it, says, leads)| row((it, rests.contains(&it), says, leads))) }</tbody></table>
            <p hidden={rests.is_empty()}>
                { if whole.reasons.is_empty() { whole.words.because_open } else { whole.words.because_lead } }
            </p>
        </section>
    }
}

/// All but the outcome itself, and the floor where anything else is on offer.
fn others<'a>(whole: &'a Whole) -> impl Iterator<Item = &'a Standing> {
    let model = &whole.case.model;
    whole
        .scene
        .decision
        .ranking
        .iter()
        .filter(|it| it.status != Status::MostPlausible)
        .filter(|it| !(model.guarantee(it.guarantee).floor && it.status == Status::AlsoPossible))
}

/// Another guarantee: where it stands, and what would lead there. On paper that is left out for those that no single
/// answer would make the outcome, so that one page has room for every outcome.
fn other(whole: &Whole, standing: &Standing) -> Html {
    let says = match standing.status {
        Status::Blocked | Status::RuledOut | Status::DoesNotApply => {
            ladder::status(whole.scene, standing.guarantee, standing.status).to_owned()
        }
        Status::MostPlausible | Status::AlsoPossible | Status::Open | Status::OneAnswerAway => {
            plain_text::other(whole, standing)
        }
    };
    html! {
        <li><b>{ whole.case.sentences.guarantee(standing.guarantee).name.clone() }</b>{ whole.words.colon }{ says }</li>
    }
}

fn flag(whole: &Whole, id: FlagId) -> Html {
    let sentences = whole.case.sentences.flag(id);
    html! { <p><b>{ sentences.title.clone() }</b>{ " " }{ sentences.says.clone() }</p> }
}
