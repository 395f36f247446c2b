//! Two to four guarantees side by side: what each is, needs, costs and is worth, and how it stands now.
//! It is one table. Where it is narrow the styles lay each row out as a group, so every part says its role itself:
//! browsers take the roles of a table away from parts that are not laid out as one.

use yew::prelude::*;

use crate::{
    case::{ActorId, GuaranteeId, QuestionId},
    decide::{
        answers::Guarantees,
        comparison::{Compared, LEAST_COMPARED, MOST_COMPARED, Need, NeedState, compare, preselected},
    },
    text::{fill, outcome::ComparisonText},
    view::{
        ladder::rung::status_line,
        outcome::{common_parts::source_line, model::OutcomeModel},
        outcome_data::OutcomeData,
        scale::step,
        state::action::Action,
    },
};

/// The table of up to four guarantees side by side, and the choice of them.
pub fn comparison(outcome: &OutcomeModel, outcome_data: &OutcomeData, act: &Callback<Action>) -> Html {
    let text = &outcome_data.text.comparison;
    let model = &outcome.case.model;
    let chosen =
        outcome.page.reader.compared.unwrap_or_else(|| preselected(model, outcome.page.table, outcome.page.decision));
    let is_full = chosen.len() >= MOST_COMPARED;
    let columns = compare(model, outcome.page.table, outcome.page.decision, chosen);
    let enough = chosen.len() >= LEAST_COMPARED;
    let says = match (enough, is_full) {
        (false, _) => text.fewer,
        (true, true) => text.most,
        (true, false) => "",
    };
    let choice = |it: GuaranteeId| choice(outcome, it, chosen, is_full, act);
    html! {
        <div class="comparison">
            <p>{ text.lead }</p>
            <fieldset class="comparison__choices" aria-describedby="comparison-says">
                <legend class="hidden">{ text.choose }</legend>
                { for outcome.page.table.rules.in_order(model).map(choice) }
            </fieldset>
            <p class="comparison__says" id="comparison-says" role="status">{ says }</p>
            <div>
                if enough { { table(outcome, outcome_data, &columns) } }
            </div>
        </div>
    }
}

fn choice(outcome: &OutcomeModel, id: GuaranteeId, all: Guarantees, is_full: bool, act: &Callback<Action>) -> Html {
    let chosen = all.contains(id);
    let toggled = all.toggled(id);
    let guarantee = outcome.case.model.guarantee(id);
    let input = format!("compare-{}", guarantee.id);
    html! {
        <div class="comparison__choice" key={guarantee.id.clone()} data-step={step(outcome.page, id).map(|it| it.to_string())}>
            <input
                type="checkbox"
                id={input.clone()}
                checked={chosen}
                disabled={is_full && !chosen}
                onchange={act.reform(move |_| Action::CompareGuarantees(toggled))}
            />
            <label for={input}>{ outcome.case.sentences.guarantee(id).short.clone() }</label>
        </div>
    }
}

fn table(outcome: &OutcomeModel, outcome_data: &OutcomeData, columns: &[Compared]) -> Html {
    let text = &outcome_data.text.comparison;
    let sentences = |it: &Compared| outcome.case.sentences.guarantee(it.guarantee);
    let says = |it: &str| html! { <p>{ it.to_owned() }</p> };
    let names: Vec<&str> = columns.iter().map(|it| sentences(it).short.as_str()).collect();
    let row = |title: &'static str, cell: &dyn Fn(&Compared) -> Html| row(outcome, title, columns, cell);
    html! {
        <table class="comparison__table" role="table" data-columns={columns.len().to_string()}>
            <caption class="hidden">{ fill(text.caption, &[("list", &outcome.page.text.list(&names))]) }</caption>
            { head(outcome, text, columns) }
            <tbody role="rowgroup">
                { row(text.what, &|it| says(&sentences(it).what)) }
                { row(text.needs, &|it| needs(outcome, text, it)) }
                { row(text.depends, &|it| actors(outcome, text, it)) }
                { row(outcome.words.price_title, &|it| price(outcome, it)) }
                { row(outcome.words.pro_title, &|it| says(&sentences(it).pro)) }
                { row(outcome.words.contra_title, &|it| says(&sentences(it).contra)) }
                { row(outcome.words.rated_title, &|it| rated(outcome, it)) }
                { row(text.status, &|it| says(&status_line(outcome, outcome.page.decision.standing(it.guarantee)))) }
                { row(text.precedent, &|it| precedent(outcome_data, it)) }
            </tbody>
        </table>
    }
}

fn head(outcome: &OutcomeModel, text: &ComparisonText, columns: &[Compared]) -> Html {
    let column = |it: &Compared| {
        let id = &outcome.case.model.guarantee(it.guarantee).id;
        html! {
            <th
                scope="col"
                role="columnheader"
                class="comparison__head"
                key={id.clone()}
                data-compared={id.clone()}
                data-step={step(outcome.page, it.guarantee).map(|it| it.to_string())}
            >
                { outcome.case.sentences.guarantee(it.guarantee).name.clone() }
            </th>
        }
    };
    html! {
        <thead role="rowgroup">
            <tr role="row" class="comparison__row">
                <th scope="col" role="columnheader" class="comparison__corner">
                    <span class="hidden">{ text.row }</span>
                </th>
                { for columns.iter().map(column) }
            </tr>
        </thead>
    }
}

fn row(outcome: &OutcomeModel, title: &'static str, columns: &[Compared], cell: &dyn Fn(&Compared) -> Html) -> Html {
    let column = |it: &Compared| {
        html! {
            <td
                role="cell"
                class="comparison__cell"
                key={outcome.case.model.guarantee(it.guarantee).id.clone()}
                data-step={step(outcome.page, it.guarantee).map(|it| it.to_string())}
            >
                // Where the columns are gone, for the eye alone: the head of the column is read out in any case.
                <p class="comparison__of" aria-hidden="true">
                    { outcome.case.sentences.guarantee(it.guarantee).short.clone() }
                </p>
                { cell(it) }
            </td>
        }
    };
    html! {
        <tr role="row" class="comparison__row">
            <th scope="row" role="rowheader" class="comparison__title">{ title }</th>
            { for columns.iter().map(column) }
        </tr>
    }
}

/// Its conditions, each with how it stands under the reader's answers, in a mark and in words.
fn needs(outcome: &OutcomeModel, text: &ComparisonText, column: &Compared) -> Html {
    if column.needs.is_empty() {
        let says = if column.never { text.never } else { text.needs_nothing };
        return html! { <p>{ says }</p> };
    }
    let need = |it: &Need| {
        let (slug, says) = match it.state {
            NeedState::Met => ("met", text.met),
            NeedState::Missing => ("missing", text.missing),
            NeedState::Open => ("open", text.open),
        };
        html! {
            <li class="need" key={outcome.case.model.condition(it.condition).id.clone()} data-need={slug}>
                <span>{ outcome.case.sentences.condition(it.condition).needs.clone() }</span>{ " " }
                <span class="need__state">{ says }</span>
            </li>
        }
    };
    html! { <ul class="needs">{ for column.needs.iter().map(need) }</ul> }
}

/// The actors who decide the questions of its conditions, each with these questions.
fn actors(outcome: &OutcomeModel, text: &ComparisonText, column: &Compared) -> Html {
    if column.actors.is_empty() {
        let says = if column.never { text.never } else { text.depends_on_nobody };
        return html! { <p>{ says }</p> };
    }
    let actor = |(actor, questions): &(ActorId, Vec<QuestionId>)| {
        let name = outcome.case.sentences.actor(*actor);
        let short = |it: &QuestionId| outcome.case.sentences.question(*it).short.as_str();
        // A question that is named for the one who decides it would say the name twice.
        let questions: Vec<&str> = questions.iter().map(short).filter(|it| *it != name).collect();
        html! {
            <li key={outcome.case.model.actors[actor.index()].clone()}>
                <b>{ name }</b>
                if !questions.is_empty() { { format!("{}{}", outcome.words.colon, questions.join(", ")) } }
            </li>
        }
    };
    html! { <ul class="comparison__actors">{ for column.actors.iter().map(actor) }</ul> }
}

/// The price of an option; marked where the article does not say so.
fn price(outcome: &OutcomeModel, it: &Compared) -> Html {
    let is_ours = outcome.case.model.guarantee(it.guarantee).price_inferred;
    html! {
        <>
            <p>{ outcome.case.sentences.guarantee(it.guarantee).price.clone() }</p>
            if is_ours { <p class="source">{ outcome.words.our_reading }</p> }
        </>
    }
}

fn rated(outcome: &OutcomeModel, column: &Compared) -> Html {
    let guarantee = outcome.case.model.guarantee(column.guarantee);
    html! {
        <div>
            <p>{ outcome.case.sentences.guarantee(column.guarantee).rated.clone() }</p>
            <p class="source">{ source_line(outcome, Some(guarantee.section), guarantee.inferred) }</p>
        </div>
    }
}

/// The one historical case that stands beside a guarantee; similar, not the same.
fn precedent(outcome_data: &OutcomeData, column: &Compared) -> Html {
    let text = &outcome_data.text.comparison;
    let Some(id) = outcome_data.background.precedent_for(column.guarantee) else {
        return html! { <p class="comparison__none">{ text.no_precedent }</p> };
    };
    let precedent = outcome_data.background_text.precedent(id);
    html! {
        <div data-precedent={outcome_data.background.precedent(id).id.clone()}>
            <p><b>{ precedent.name.clone() }</b></p>
            <p>{ precedent.given.clone() }</p>
            <p>{ precedent.held.clone() }</p>
            <p class="source">{ text.alike }</p>
        </div>
    }
}
