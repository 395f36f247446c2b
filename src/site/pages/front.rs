//! The pages at the root, in every language at once: the choice of a language, and what is said where nothing is.

use yew::prelude::*;

use crate::{
    case::{Case, PresetId, permalink, sentences::Sentences},
    decide::{
        answers::{Questions, Space},
        board::{Board, BoardCell, BoardRow},
        decision::Decision,
        interview::{Choice, Choices},
        rules::Readings,
        table::Table,
    },
    site::html::layout::pages,
    text::{self, Interface, fill, pages::FrontText},
    view::{
        chrome::masthead::credit,
        edition::from_case::WholeEdition,
        scale::{place, step_of},
    },
};

/// For those who come without a language: what this is, an example and the way in, in every language. The first is on
/// show; a script puts one that the browser asks for in its place. The others are a link away.
pub fn front(editions: &[(&WholeEdition, Interface)]) -> Html {
    let link = |(it, _): &(&WholeEdition, Interface)| {
        let Sentences { locale, name, .. } = &it.case.sentences;
        html! {
            <li>
                <a class="masthead__language" href={format!("{locale}/")} lang={locale.clone()} hreflang={locale.clone()}>
                    { name.clone() }
                </a>
            </li>
        }
    };
    let section = |(index, (edition, interface)): (usize, &(&WholeEdition, Interface))| {
        language(edition, &interface.pages.front, index == 0)
    };
    html! {
        <main class="front front--opening">
            <h1 class="hidden">{ editions[0].0.case.sentences.title.clone() }</h1>
            <ul class="front__languages">{ for editions.iter().map(link) }</ul>
            { for editions.iter().enumerate().map(section) }
        </main>
    }
}

fn language(edition: &WholeEdition, text: &FrontText, is_shown: bool) -> Html {
    let Case { model, sentences } = &edition.case;
    let locale = &sentences.locale;
    let questions = edition.text.count(text.start, model.questions.len() as u32);
    let combinations = edition.text.number(Space::of(model).worlds());
    html! {
        <section class="front__language" lang={locale.clone()} dir={edition.text.direction} hidden={!is_shown}>
            <p class="masthead__name">{ sentences.short_title.clone() }</p>
            <div class="front__opening">
                <div>
                    <h2>{ sentences.title.clone() }</h2>
                    <p class="front__lead">{ sentences.standfirst.clone() }</p>
                    <p><a class="button" href={format!("{locale}/")} hreflang={locale.clone()}>{ questions }</a></p>
                    <p class="source">{ text.terms }</p>
                </div>
                { example(edition, text) }
            </div>
            <div class="front__points">
                { point(text.article, credit(&edition.case.sentences.article, &edition.text)) }
                { point(text.combinations, fill(text.combinations_says, &[("worlds", &combinations)])) }
                { point(text.strength, edition.text.how_it_works.to_owned()) }
            </div>
            <p class="front__disclaimer">{ sentences.disclaimer.clone() }</p>
        </section>
    }
}

fn point(title: &'static str, says: String) -> Html {
    html! { <div><h3>{ title }</h3><p>{ says }</p></div> }
}

/// The last example of the case as a picture: its outcome, the scale, and where every other answer would lead.
fn example(edition: &WholeEdition, text: &FrontText) -> Html {
    let Case { model, sentences } = &edition.case;
    let Some(id) = PresetId::all(model.presets.len()).last() else { return html! {} };
    let preset = &model.presets[id.index()];
    let table = Table::build(model, Readings::BASE);
    let choices = Choices::none(&table.rules).answered(&preset.answers);
    let decision = Decision::of(model, &table, choices.answers(&table.rules));
    let board = Board::of(model, &table, &choices, &decision, Questions::default());
    let outcome = sentences.guarantee(decision.headline);
    let words = text::interface(edition.text.locale).expect("an edition's sentences are those of an interface");
    let cell = |it: &BoardCell| {
        let step = step_of(model, it.headline).filter(|_| it.offered && it.headline != decision.headline);
        html! { <i class={it.chosen.then_some("now")} data-step={step.map(|it| it.to_string())}></i> }
    };
    let row = |it: &BoardRow| {
        let answers = it.cells.iter().filter(|it| it.choice != Choice::Unsure);
        html! { <div><dt>{ sentences.question(it.question).short.clone() }</dt><dd>{ for answers.map(cell) }</dd></div> }
    };
    html! {
        <figure class="example">
            <p class="kicker">{ fill(text.example, &[("name", &sentences.preset(id).name)]) }</p>
            <p class="example__outcome">{ outcome.name.clone() }</p>
            { place(model, &words.outcome_page.outcome, decision.headline, "") }
            <dl class="example__board" aria-hidden="true">{ for board.rows.iter().map(row) }</dl>
            <figcaption>
                { text.boxes }{ " " }
                <a href={format!("{}/#{}", sentences.locale, permalink::format(model, &preset.answers, &[]))}>{ text.open }</a>
            </figcaption>
        </figure>
    }
}

/// For addresses at which nothing is. It is served at any depth, so its links start from the root of the host;
/// `folder` is where the site stands there.
pub fn missing(editions: &[(&WholeEdition, Interface)], folder: &str) -> Html {
    let entry = |(edition, interface): &(&WholeEdition, Interface)| {
        let locale = &edition.case.sentences.locale;
        let link = |(to, name): (&'static str, &'static str)| {
            html! { <li><a href={format!("{folder}{locale}/{to}")}>{ name }</a></li> }
        };
        html! {
            <section class="front__language" lang={locale.clone()} dir={edition.text.direction}>
                <h2>{ interface.pages.missing.title }</h2>
                <p>{ interface.pages.missing.says }</p>
                <noscript><p>{ interface.pages.missing.hash }</p></noscript>
                <ul class="front__ways">{ for pages(interface).into_iter().map(link) }</ul>
            </section>
        }
    };
    html! {
        <main class="front">
            <h1 class="hidden">{ "404" }</h1>
            { for editions.iter().map(entry) }
        </main>
    }
}
