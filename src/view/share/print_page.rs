//! The sheet: the outcome on one page of paper, printed in place of the page. It is never seen on a screen.

use yew::prelude::*;

use crate::{
    case::{FlagId, QuestionId},
    decide::decision::{Standing, Status},
    text::{fill, outcome::SharingText},
    view::{
        ladder,
        outcome::{
            common_parts::{rests_on, sides},
            model::OutcomeModel,
        },
        scale,
        share::plain_text,
    },
};

/// The printed page. `link` is the whole permalink, `code` its QR code.
pub fn sheet(outcome: &OutcomeModel, text: &SharingText, link: &str, code: Option<Html>) -> Html {
    let sentences = &outcome.case.sentences;
    let article = &sentences.article;
    let credit = fill(
        outcome.page.text.credit,
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
            <h1>{ plain_text::name(outcome).to_owned() }</h1>
            { sides(outcome.words, sentences.guarantee(outcome.page.decision.headline)) }
            <p class="sheet__what">{ sentences.guarantee(outcome.page.decision.headline).what.clone() }</p>
            { scale::scale(outcome) }
            <p>{ plain_text::settledness(outcome).join(" ") }{ " " }{ outcome.page.text.how_it_works }</p>
            { board(outcome) }
            <section class="sheet__others">
                <h2>{ text.sheet_others }</h2>
                <ul>{ for others(outcome).map(|it| other(outcome, it)) }</ul>
            </section>
            <section hidden={outcome.page.decision.flags.is_empty()}>
                <h2>{ outcome.words.flags_title }</h2>
                { for outcome.page.decision.flags.iter().map(|it| flag(outcome, *it)) }
            </section>
            { for plain_text::readings(outcome).map(|it| html! { <p>{ it }</p> }) }
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
fn board(outcome: &OutcomeModel) -> Html {
    let rests = rests_on(outcome);
    let row = |(question, rests, says, leads): (QuestionId, bool, String, String)| {
        html! {
            <tr data-rests={rests.to_string()}>
                <th scope="row">{ outcome.case.sentences.question(question).short.clone() }</th>
                <td>{ says }</td>
                <td>{ leads }</td>
            </tr>
        }
    };
    html! {
        <section class="sheet__board">
            <h2>{ outcome.words.board_title }</h2>
            <table><tbody>{ for plain_text::board(outcome).into_iter().map(|(it, says, leads)| row((it, rests.contains(&it), says, leads))) }</tbody></table>
            <p hidden={rests.is_empty()}>
                { if outcome.reasons.is_empty() { outcome.words.because_open } else { outcome.words.because_lead } }
            </p>
        </section>
    }
}

/// All but the outcome itself, and the floor where anything else is on offer.
fn others<'a>(outcome: &'a OutcomeModel) -> impl Iterator<Item = &'a Standing> {
    let model = &outcome.case.model;
    outcome
        .page
        .decision
        .ranking
        .iter()
        .filter(|it| it.status != Status::MostPlausible)
        .filter(|it| !(model.guarantee(it.guarantee).floor && it.status == Status::AlsoPossible))
}

/// Another guarantee: where it stands, and what would lead there. On paper that is left out for those that no single
/// answer would make the outcome, so that one page has room for every outcome.
fn other(outcome: &OutcomeModel, standing: &Standing) -> Html {
    let says = match standing.status {
        Status::Blocked | Status::RuledOut | Status::DoesNotApply => {
            ladder::status(outcome.page, standing.guarantee, standing.status).to_owned()
        }
        Status::MostPlausible | Status::AlsoPossible | Status::Open | Status::OneAnswerAway => {
            plain_text::other(outcome, standing)
        }
    };
    html! {
        <li><b>{ outcome.case.sentences.guarantee(standing.guarantee).name.clone() }</b>{ outcome.words.colon }{ says }</li>
    }
}

fn flag(outcome: &OutcomeModel, id: FlagId) -> Html {
    let sentences = outcome.case.sentences.flag(id);
    html! { <p><b>{ sentences.title.clone() }</b>{ " " }{ sentences.says.clone() }</p> }
}
