//! The method page: the decision table as a lawyer can read it, the walk as a drawing, what is proven, and what has
//! changed in the rules.
//! It is prerendered only; nothing on it needs script.

pub mod graph;
pub mod graph_svg;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{
        Case, GuaranteeId, Improvement, Normalisation, QuestionId, ReadingId,
        load::versions::RuleChange,
        precedents::{Precedent, PrecedentText},
        sentences::NormalisationText,
    },
    decide::{
        decision::condition_on,
        decision_graph::DecisionGraph,
        rules::Readings,
        table::Table,
        verify::{
            audit::article_world,
            proofs::{Certificate, Proven},
        },
    },
    site::{
        commands::certificate::rules_hash,
        pages::method::graph_svg::drawing,
        routes::{self, DATA, METHOD},
    },
    text::{dates::DatesText, fill, method::MethodText, outcome::OutcomeText},
    view::{
        chrome::masthead::language_links,
        edition::from_case::WholeEdition,
        outcome::common_parts::{origin_line, value_origin},
        scale::step_of,
    },
};

#[derive(Clone, PartialEq, Properties)]
pub struct MethodProps {
    pub edition: Rc<WholeEdition>,
    pub text: MethodText,
    pub words: OutcomeText,
    pub dates: DatesText,
    pub certificate: Rc<Certificate>,
    /// Every precedent with its sentences.
    pub precedents: Rc<Vec<(Precedent, PrecedentText)>>,
    /// Every version of the rules with what it changed, oldest first.
    pub changes: Rc<Vec<(RuleChange, String)>>,
}

#[component]
pub fn Method(props: &MethodProps) -> Html {
    let MethodProps { edition, text, words, dates, certificate, precedents: past, changes: versions } = props;
    let case = &edition.case;
    let table = Table::build(&case.model, Readings::BASE);
    let graph = DecisionGraph::of(&case.model, &table);
    let version = fill(text.version, &[("version", &case.model.version), ("hash", &rules_hash(&case.model))]);
    html! {
        <div class="tool method">
            <header class="masthead">
                <div class="masthead__row">
                    <p class="masthead__name"><a href="../">{ case.sentences.short_title.clone() }</a></p>
                    { language_links(&edition.languages, &edition.text, |it| format!("../../{}/{METHOD}", it.locale)) }
                </div>
            </header>
            <main>
                <h1>{ text.title }</h1>
                <p class="method__lead">{ text.lead }</p>
                <p><a class="button" href="../">{ text.back }</a></p>
                { decision_table(edition, text, words, &table) }
                { drawing(edition, text, &graph) }
                { normalisations(edition, text, words) }
                { assumptions(edition, text, words) }
                { proofs(edition, text, words, certificate) }
                { counts(edition, text, certificate) }
                if !case.model.readings.is_empty() { { readings(edition, text, certificate) } }
                if !past.is_empty() { { precedents(edition, text, &table, past) } }
                if !versions.is_empty() { { changes(text, dates, versions) } }
                { as_data(edition, text, certificate) }
                <p class="method__version">{ version }</p>
            </main>
            <footer class="colophon"><p class="colophon__disclaimer">{ case.sentences.disclaimer.clone() }</p></footer>
        </div>
    }
}

fn decision_table(edition: &WholeEdition, text: &MethodText, words: &OutcomeText, table: &Table) -> Html {
    let case = &edition.case;
    let questions: Vec<QuestionId> = case.model.question_ids().collect();
    let cell = |row: &crate::decide::rules::Row, question: QuestionId| {
        let condition = condition_on(&case.model, row, question).map(|it| case.model.condition(it));
        let answers: Vec<&str> = condition
            .map(|it| it.answers.iter().map(|answer| case.sentences.answer(question, *answer).short.as_str()).collect())
            .unwrap_or_default();
        let items = answers.iter().map(|it| html! { <li>{ (*it).to_owned() }</li> });
        if answers.is_empty() {
            return html! { <td class="method__any" role="cell"><span class="hidden">{ text.table_any }</span></td> };
        }
        let label = case.sentences.question(question).short.clone();
        html! { <td role="cell" data-label={label}><ul>{ for items }</ul></td> }
    };
    let row = |it: &crate::decide::rules::Row| {
        let guarantee = case.model.guarantee(it.guarantee);
        let inferred = guarantee.inferred || it.needs.iter().any(|id| case.model.condition(*id).inferred);
        let mut source = fill(words.section, &[("section", case.sentences.section(guarantee.section))]);
        if inferred {
            source = format!("{source} · {}", words.our_reading);
        }
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ case.sentences.guarantee(it.guarantee).name.clone() }</th>
                { for questions.iter().map(|question| cell(it, *question)) }
                <td class="method__source" role="cell">{ source }</td>
            </tr>
        }
    };
    let heading = |it: &QuestionId| html! { <th scope="col" role="columnheader">{ case.sentences.question(*it).short.clone() }</th> };
    html! {
        <section aria-labelledby="table-title">
            <h2 id="table-title">{ text.table_title }</h2>
            <p>{ text.table_lead }</p>
            // Where it is narrow each row is a card, and stays a row for those who hear it.
            <table class="method__table" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ text.table_guarantee }</th>
                        { for questions.iter().map(heading) }
                        <th scope="col" role="columnheader">{ text.table_section }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for table.rules.rows.iter().map(row) }</tbody>
            </table>
        </section>
    }
}

/// Where the same can be had as data.
fn as_data(edition: &WholeEdition, text: &MethodText, certificate: &Certificate) -> Html {
    let locale = &edition.case.sentences.locale;
    let worlds = edition.text.number(certificate.worlds);
    let offers = [
        (routes::OUTCOMES.to_owned(), fill(text.data_outcomes, &[("worlds", &worlds)])),
        (routes::decision_table(locale), text.data_table.to_owned()),
        (routes::sentences(locale), text.data_sentences.to_owned()),
        (routes::CERTIFICATE.to_owned(), text.data_certificate.to_owned()),
    ];
    let offer = |(name, says): (String, String)| {
        html! { <li><a href={format!("../../{DATA}{name}")}>{ says }</a></li> }
    };
    html! {
        <section id="data" aria-labelledby="data-title">
            <h2 id="data-title">{ text.data_title }</h2>
            <p>{ text.data_lead }{ " " }{ text.data_licence }</p>
            <ul class="method__list">{ for offers.into_iter().map(offer) }</ul>
        </section>
    }
}

/// Newest first, as a reader looks for what is new.
fn changes(text: &MethodText, dates: &DatesText, versions: &[(RuleChange, String)]) -> Html {
    let entry = |(it, says): &(RuleChange, String)| {
        let when = fill(text.changes_version, &[("version", &it.version), ("date", &dates.says(it.date))]);
        html! {
            <li data-version={it.version.clone()}>
                <b><time datetime={it.date.to_string()}>{ when }</time></b>
                { format!(" {says}") }
            </li>
        }
    };
    html! {
        <section id="changes" aria-labelledby="changes-title">
            <h2 id="changes-title">{ text.changes_title }</h2>
            <p>{ text.changes_lead }</p>
            <ul class="method__list">{ for versions.iter().rev().map(entry) }</ul>
        </section>
    }
}

fn normalisations(edition: &WholeEdition, text: &MethodText, words: &OutcomeText) -> Html {
    let sentences = edition.case.sentences.normalisations.iter();
    let entry = |(sentences, it): (&NormalisationText, &Normalisation)| {
        let origin = origin_line(&edition.case, words, it.section, it.inferred);
        html! { <li>{ sentences.method.clone() }{ " " }<span class="source">{ origin }</span></li> }
    };
    html! {
        <section aria-labelledby="normalise-title">
            <h2 id="normalise-title">{ text.normalise_title }</h2>
            <ul class="method__list">{ for sentences.zip(&edition.case.model.normalisations).map(entry) }</ul>
        </section>
    }
}

/// The starting assumptions, each with its section of the article or the mark that it is ours.
fn assumptions(edition: &WholeEdition, text: &MethodText, words: &OutcomeText) -> Html {
    let Case { model, sentences } = &edition.case;
    let row = |it: QuestionId| {
        let question = model.question(it);
        html! {
            <tr data-assumption={question.id.clone()}>
                <th scope="row">{ sentences.question(it).short.clone() }</th>
                <td>{ sentences.answer(it, question.article_value).short.clone() }</td>
                <td class="method__source">{ value_origin(&edition.case, words, question) }</td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="assumptions-title">
            <h2 id="assumptions-title">{ text.assumptions_title }</h2>
            <p>{ text.assumptions_lead }</p>
            <table><tbody>{ for model.question_ids().map(row) }</tbody></table>
        </section>
    }
}

fn proofs(edition: &WholeEdition, text: &MethodText, words: &OutcomeText, certificate: &Certificate) -> Html {
    let Case { model, sentences } = &edition.case;
    let improvement = |it: &Improvement| {
        let short = |answer| sentences.answer(it.question, answer).short.as_str();
        let question = &sentences.question(it.question).short;
        html! { <li>{ format!("{question}{}{} → {}", words.colon, short(it.from), short(it.to)) }</li> }
    };
    let improvements = html! { <ul>{ for model.improvements.iter().map(improvement) }</ul> };
    let row = |it: &crate::decide::verify::proofs::Property| {
        html! {
            <tr>
                <th scope="row">
                    { text.property(it.kind) }
                    if it.kind == Proven::Improvements { { improvements.clone() } }
                </th>
                <td class="method__number">{ edition.text.number(it.checked) }</td>
                <td>{ if it.failed == 0 { text.proofs_holds } else { text.proofs_fails } }</td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="proofs-title">
            <h2 id="proofs-title">{ text.proofs_title }</h2>
            <p>{ text.proofs_lead }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ text.proofs_property }</th>
                        <th scope="col" class="method__number">{ text.proofs_checked }</th>
                        <th scope="col">{ text.proofs_result }</th>
                    </tr>
                </thead>
                <tbody>{ for certificate.properties.iter().filter(|it| it.checked > 0).map(row) }</tbody>
            </table>
            <h3>{ text.unproven_title }</h3>
            <p>{ text.unproven }</p>
        </section>
    }
}

fn counts(edition: &WholeEdition, text: &MethodText, certificate: &Certificate) -> Html {
    let case = &edition.case;
    let (worlds, given) = (edition.text.number(certificate.worlds), edition.text.number(certificate.canonical));
    let chosen = case.model.choosable();
    let outcome = |it: GuaranteeId| {
        let (all, given) = certificate.outcomes[it.index()];
        html! {
            <tr data-step={step_of(&case.model, it).map(|it| it.to_string())}>
                <th scope="row">{ case.sentences.guarantee(it).name.clone() }</th>
                <td class="method__number">{ edition.text.number(all) }</td>
                <td class="method__number">{ edition.text.number(given) }</td>
                <td class="method__bar">{ bar(all, certificate.worlds) }</td>
            </tr>
        }
    };
    let heaviest = certificate.influence.iter().copied().max().unwrap_or_default();
    let weight = |it: QuestionId| {
        number_row(edition, &case.sentences.question(it).short, certificate.influence[it.index()], heaviest)
    };
    html! {
        <section aria-labelledby="counts-title">
            <h2 id="counts-title">{ text.counts_title }</h2>
            <p>{ fill(text.counts_lead, &[("worlds", &worlds), ("given", &given)]) }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ text.table_guarantee }</th>
                        <th scope="col" class="method__number">{ text.counts_all }</th>
                        <th scope="col" class="method__number">{ text.counts_given }</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{ for chosen.map(outcome) }</tbody>
            </table>
            <h3>{ text.influence_title }</h3>
            <p>{ fill(text.influence_lead, &[("given", &given)]) }</p>
            <table><tbody>{ for case.model.question_ids().map(weight) }</tbody></table>
        </section>
    }
}

fn readings(edition: &WholeEdition, text: &MethodText, certificate: &Certificate) -> Html {
    let case = &edition.case;
    let most = certificate.moved.iter().copied().max().unwrap_or_default();
    let row =
        |it: ReadingId| number_row(edition, &case.sentences.reading(it).name, certificate.moved[it.index()], most);
    html! {
        <section aria-labelledby="readings-title">
            <h2 id="readings-title">{ text.readings_title }</h2>
            <p>{ fill(text.readings_lead, &[("given", &edition.text.number(certificate.canonical))]) }</p>
            <table><tbody>{ for ReadingId::all(case.model.readings.len()).map(row) }</tbody></table>
        </section>
    }
}

fn precedents(edition: &WholeEdition, text: &MethodText, table: &Table, past: &[(Precedent, PrecedentText)]) -> Html {
    let case = &edition.case;
    let said = |it: &Precedent| table.outcome(table.rules.space.world(&article_world(&case.model, &it.answers)));
    let matched = past.iter().filter(|(it, _)| said(it) == it.given).count().to_string();
    let total = past.len().to_string();
    let row = |(it, sentences): &(Precedent, PrecedentText)| {
        let outcome = said(it);
        let matches = outcome == it.given;
        let name = &case.sentences.guarantee(outcome).name;
        let rules =
            if matches { text.precedents_match.to_owned() } else { fill(text.precedents_miss, &[("name", name)]) };
        html! {
            <tr data-precedent={it.id.clone()} data-match={matches.to_string()}>
                <th scope="row">{ sentences.name.clone() }</th>
                <td>{ sentences.given.clone() }</td>
                <td>{ sentences.held.clone() }</td>
                <td>if matches { { rules } } else { <b>{ rules }</b> }</td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="precedents-title">
            <h2 id="precedents-title">{ text.precedents_title }</h2>
            <p>{ text.precedents_lead }</p>
            <p>{ fill(text.precedents_matched, &[("n", &matched), ("total", &total)]) }</p>
            <div class="method__scroll" tabindex="0" role="group" aria-labelledby="precedents-title">
                <table class="method__past">
                    <thead>
                        <tr>
                            <th scope="col">{ text.precedents_case }</th>
                            <th scope="col">{ text.precedents_given }</th>
                            <th scope="col">{ text.precedents_held }</th>
                            <th scope="col">{ text.precedents_rules }</th>
                        </tr>
                    </thead>
                    <tbody>{ for past.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// `most` is the number whose bar is as wide as the column.
fn number_row(edition: &WholeEdition, name: &str, number: u32, most: u32) -> Html {
    html! {
        <tr>
            <th scope="row">{ name.to_owned() }</th>
            <td class="method__number">{ edition.text.number(number) }</td>
            <td class="method__bar">{ bar(number, most) }</td>
        </tr>
    }
}

/// A number as a bar beside it, in hundredths of the largest.
fn bar(number: u32, most: u32) -> Html {
    let width = f64::from(number) * 100.0 / f64::from(most.max(1));
    html! {
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={format!("{width:.1}")} height="10" />
        </svg>
    }
}
