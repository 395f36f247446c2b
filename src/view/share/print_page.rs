//! The sheet: the outcome on one page of paper, printed in place of the page. It is never seen on a screen.

use yew::prelude::*;

use crate::{
    case::{FlagId, QuestionId},
    decide::decision::{Standing, Status},
    text::{annex::SharingText, fill},
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

pub fn sheet(scene: &Whole, text: &SharingText, link: &str, code: Option<Html>) -> Html {
    let sentences = &scene.case.sentences;
    let article = &sentences.article;
    let credit = fill(
        scene.text.credit,
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
            <h1>{ plain_text::name(scene).to_owned() }</h1>
            { sides(scene.words, sentences.guarantee(scene.decision.headline)) }
            <p class="sheet__what">{ sentences.guarantee(scene.decision.headline).what.clone() }</p>
            { scale::scale(scene) }
            <p>{ plain_text::settledness(scene).join(" ") }{ " " }{ scene.text.how_it_works }</p>
            { board(scene) }
            <section class="sheet__others">
                <h2>{ text.sheet_others }</h2>
                <ul>{ for others(scene).map(|it| other(scene, it)) }</ul>
            </section>
            <section hidden={scene.decision.flags.is_empty()}>
                <h2>{ scene.words.flags_title }</h2>
                { for scene.decision.flags.iter().map(|it| flag(scene, *it)) }
            </section>
            { for plain_text::readings(scene).map(|it| html! { <p>{ it }</p> }) }
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
fn board(scene: &Whole) -> Html {
    let rests = rests_on(scene);
    let row = |(question, rests, says, leads): (QuestionId, bool, String, String)| {
        html! {
            <tr data-rests={rests.to_string()}>
                <th scope="row">{ scene.case.sentences.question(question).short.clone() }</th>
                <td>{ says }</td>
                <td>{ leads }</td>
            </tr>
        }
    };
    html! {
        <section class="sheet__board">
            <h2>{ scene.words.board_title }</h2>
            <table><tbody>{ for plain_text::board(scene).into_iter().map(|(it, says, leads)| row((it, rests.contains(&it), says, leads))) }</tbody></table>
            <p hidden={rests.is_empty()}>
                { if scene.reasons.is_empty() { scene.words.because_open } else { scene.words.because_lead } }
            </p>
        </section>
    }
}

/// All but the outcome itself, and the floor where anything else is on offer.
fn others<'a>(scene: &'a Whole) -> impl Iterator<Item = &'a Standing> {
    let model = &scene.case.model;
    scene
        .decision
        .ranking
        .iter()
        .filter(|it| it.status != Status::MostPlausible)
        .filter(|it| !(model.guarantee(it.guarantee).floor && it.status == Status::AlsoPossible))
}

/// Another guarantee: where it stands, and what would lead there. On paper that is left out for those that no single
/// answer would make the outcome, so that one page has room for every outcome.
fn other(scene: &Whole, standing: &Standing) -> Html {
    let says = match standing.status {
        Status::Blocked | Status::RuledOut | Status::DoesNotApply => {
            ladder::status(scene, standing.guarantee, standing.status).to_owned()
        }
        Status::MostPlausible | Status::AlsoPossible | Status::Open | Status::OneAnswerAway => {
            plain_text::other(scene, standing)
        }
    };
    html! {
        <li><b>{ scene.case.sentences.guarantee(standing.guarantee).name.clone() }</b>{ scene.words.colon }{ says }</li>
    }
}

fn flag(scene: &Whole, id: FlagId) -> Html {
    let sentences = scene.case.sentences.flag(id);
    html! { <p><b>{ sentences.title.clone() }</b>{ " " }{ sentences.says.clone() }</p> }
}
