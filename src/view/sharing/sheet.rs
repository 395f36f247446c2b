//! The sheet: the outcome on one page of paper, printed in place of the page. It is never seen on a screen.

use yew::prelude::*;

use crate::{
    case::FlagId,
    decide::decision::{Standing, Status},
    text::{annex::SharingText, fill},
    view::{ladder, outcome::sides, scale, scene::Whole, sharing::words},
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
            <h1>{ words::name(scene).to_owned() }</h1>
            { sides(scene.words, sentences.guarantee(scene.decision.headline)) }
            <p class="sheet__what">{ sentences.guarantee(scene.decision.headline).what.clone() }</p>
            { scale::scale(scene) }
            <p>{ words::settledness(scene).join(" ") }{ " " }{ scene.text.how_it_works }</p>
            <div class="sheet__columns">
                { facts(scene.words.because_title, &words::because(scene)) }
                { facts(text.card_answers, &words::answers(scene)) }
            </div>
            <section class="sheet__others">
                <h2>{ text.sheet_others }</h2>
                <ul>{ for others(scene).map(|it| other(scene, it)) }</ul>
            </section>
            <section hidden={scene.decision.flags.is_empty()}>
                <h2>{ scene.words.flags_title }</h2>
                { for scene.decision.flags.iter().map(|it| flag(scene, *it)) }
            </section>
            { for words::readings(scene).map(|it| html! { <p>{ it }</p> }) }
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

/// Questions with what was answered, under a heading; hidden where there are none.
fn facts<S: ToString>(title: &'static str, facts: &[(&str, S)]) -> Html {
    html! {
        <section hidden={facts.is_empty()}>
            <h2>{ title }</h2>
            <dl>
                { for facts.iter().map(|(question, answer)| html! {
                    <div><dt>{ (*question).to_owned() }</dt><dd>{ answer.to_string() }</dd></div>
                }) }
            </dl>
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
            ladder::status(scene.text, standing.status).to_owned()
        }
        Status::MostPlausible | Status::AlsoPossible | Status::Open | Status::OneAnswerAway => {
            words::other(scene, standing)
        }
    };
    html! {
        <li><b>{ scene.case.sentences.guarantee(standing.guarantee).name.clone() }</b>{ ": " }{ says }</li>
    }
}

fn flag(scene: &Whole, id: FlagId) -> Html {
    let sentences = scene.case.sentences.flag(id);
    html! { <p><b>{ sentences.title.clone() }</b>{ " " }{ sentences.says.clone() }</p> }
}
