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
        outcome::{sections::source_line, whole::Whole},
        outcome_data::OutcomeData,
        scale::step,
        state::action::Action,
    },
};

/// The table of up to four guarantees side by side, and the choice of them.
pub fn comparison(whole: &Whole, outcome_data: &OutcomeData, act: &Callback<Action>) -> Html {
    let text = &outcome_data.text.comparison;
    let model = &whole.case.model;
    let chosen =
        whole.scene.reader.compared.unwrap_or_else(|| preselected(model, whole.scene.table, whole.scene.decision));
    let is_full = chosen.len() >= MOST_COMPARED;
    let columns = compare(model, whole.scene.table, whole.scene.decision, chosen);
    let enough = chosen.len() >= LEAST_COMPARED;
    let says = match (enough, is_full) {
        (false, _) => text.fewer,
        (true, true) => text.most,
        (true, false) => "",
    };
    let choice = |it: GuaranteeId| choice(whole, it, chosen, is_full, act);
    html! {
        <div class="comparison">
            <p>{ text.lead }</p>
            <fieldset class="comparison__choices" aria-describedby="comparison-says">
                <legend class="hidden">{ text.choose }</legend>
                { for whole.scene.table.rules.in_order(model).map(choice) }
            </fieldset>
            <p class="comparison__says" id="comparison-says" role="status">{ says }</p>
            <div>
                if enough { { table(whole, outcome_data, &columns) } }
            </div>
        </div>
    }
}

fn choice(whole: &Whole, id: GuaranteeId, all: Guarantees, is_full: bool, act: &Callback<Action>) -> Html {
    let chosen = all.contains(id);
    let toggled = all.toggled(id);
    let guarantee = whole.case.model.guarantee(id);
    let input = format!("compare-{}", guarantee.id);
    html! {
        <div class="comparison__choice" key={guarantee.id.clone()} data-step={step(whole.scene, id).map(|it| it.to_string())}>
            <input
                type="checkbox"
                id={input.clone()}
                checked={chosen}
                disabled={is_full && !chosen}
                onchange={act.reform(move |_| Action::CompareGuarantees(toggled))}
            />
            <label for={input}>{ whole.case.sentences.guarantee(id).short.clone() }</label>
        </div>
    }
}

fn table(whole: &Whole, outcome_data: &OutcomeData, columns: &[Compared]) -> Html {
    let text = &outcome_data.text.comparison;
    let sentences = |it: &Compared| whole.case.sentences.guarantee(it.guarantee);
    let says = |it: &str| html! { <p>{ it.to_owned() }</p> };
    let names: Vec<&str> = columns.iter().map(|it| sentences(it).short.as_str()).collect();
    let row = |title: &'static str, cell: &dyn Fn(&Compared) -> Html| row(whole, title, columns, cell);
    html! {
        <table class="comparison__table" role="table" data-columns={columns.len().to_string()}>
            <caption class="hidden">{ fill(text.caption, &[("list", &whole.scene.text.list(&names))]) }</caption>
            { head(whole, text, columns) }
            <tbody role="rowgroup">
                { row(text.what, &|it| says(&sentences(it).what)) }
                { row(text.needs, &|it| needs(whole, text, it)) }
                { row(text.depends, &|it| actors(whole, text, it)) }
                { row(whole.words.price_title, &|it| price(whole, it)) }
                { row(whole.words.pro_title, &|it| says(&sentences(it).pro)) }
                { row(whole.words.contra_title, &|it| says(&sentences(it).contra)) }
                { row(whole.words.rated_title, &|it| rated(whole, it)) }
                { row(text.status, &|it| says(&status_line(whole, whole.scene.decision.standing(it.guarantee)))) }
                { row(text.precedent, &|it| precedent(outcome_data, it)) }
            </tbody>
        </table>
    }
}

fn head(whole: &Whole, text: &ComparisonText, columns: &[Compared]) -> Html {
    let column = |it: &Compared| {
        let id = &whole.case.model.guarantee(it.guarantee).id;
        html! {
            <th
                scope="col"
                role="columnheader"
                class="comparison__head"
                key={id.clone()}
                data-compared={id.clone()}
                data-step={step(whole.scene, it.guarantee).map(|it| it.to_string())}
            >
                { whole.case.sentences.guarantee(it.guarantee).name.clone() }
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

fn row(whole: &Whole, title: &'static str, columns: &[Compared], cell: &dyn Fn(&Compared) -> Html) -> Html {
    let column = |it: &Compared| {
        html! {
            <td
                role="cell"
                class="comparison__cell"
                key={whole.case.model.guarantee(it.guarantee).id.clone()}
                data-step={step(whole.scene, it.guarantee).map(|it| it.to_string())}
            >
                // Where the columns are gone, for the eye alone: the head of the column is read out in any case.
                <p class="comparison__of" aria-hidden="true">
                    { whole.case.sentences.guarantee(it.guarantee).short.clone() }
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
fn needs(whole: &Whole, text: &ComparisonText, column: &Compared) -> Html {
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
            <li class="need" key={whole.case.model.condition(it.condition).id.clone()} data-need={slug}>
                <span>{ whole.case.sentences.condition(it.condition).needs.clone() }</span>{ " " }
                <span class="need__state">{ says }</span>
            </li>
        }
    };
    html! { <ul class="needs">{ for column.needs.iter().map(need) }</ul> }
}

/// The actors who decide the questions of its conditions, each with these questions.
fn actors(whole: &Whole, text: &ComparisonText, column: &Compared) -> Html {
    if column.actors.is_empty() {
        let says = if column.never { text.never } else { text.depends_on_nobody };
        return html! { <p>{ says }</p> };
    }
    let actor = |(actor, questions): &(ActorId, Vec<QuestionId>)| {
        let name = whole.case.sentences.actor(*actor);
        let short = |it: &QuestionId| whole.case.sentences.question(*it).short.as_str();
        // A question that is named for the one who decides it would say the name twice.
        let questions: Vec<&str> = questions.iter().map(short).filter(|it| *it != name).collect();
        html! {
            <li key={whole.case.model.actors[actor.index()].clone()}>
                <b>{ name }</b>
                if !questions.is_empty() { { format!("{}{}", whole.words.colon, questions.join(", ")) } }
            </li>
        }
    };
    html! { <ul class="comparison__actors">{ for column.actors.iter().map(actor) }</ul> }
}

/// The price of an option; marked where the article does not say so.
fn price(whole: &Whole, it: &Compared) -> Html {
    let is_ours = whole.case.model.guarantee(it.guarantee).price_inferred;
    html! {
        <>
            <p>{ whole.case.sentences.guarantee(it.guarantee).price.clone() }</p>
            if is_ours { <p class="source">{ whole.words.our_reading }</p> }
        </>
    }
}

fn rated(whole: &Whole, column: &Compared) -> Html {
    let guarantee = whole.case.model.guarantee(column.guarantee);
    html! {
        <div>
            <p>{ whole.case.sentences.guarantee(column.guarantee).rated.clone() }</p>
            <p class="source">{ source_line(whole, Some(guarantee.section), guarantee.inferred) }</p>
        </div>
    }
}

/// The one historical case that stands beside a guarantee; similar, not the same.
fn precedent(outcome_data: &OutcomeData, column: &Compared) -> Html {
    let text = &outcome_data.text.comparison;
    let Some(id) = outcome_data.history.precedent_for(column.guarantee) else {
        return html! { <p class="comparison__none">{ text.no_precedent }</p> };
    };
    let precedent = outcome_data.history_text.precedent(id);
    html! {
        <div data-precedent={outcome_data.history.precedent(id).id.clone()}>
            <p><b>{ precedent.name.clone() }</b></p>
            <p>{ precedent.given.clone() }</p>
            <p>{ precedent.held.clone() }</p>
            <p class="source">{ text.alike }</p>
        </div>
    }
}
