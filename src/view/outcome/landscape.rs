//! The landscape as a reader sees it: a grid to walk in with the arrow keys or the pointer, and the same as a table.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{AnswerId, Axes, GuaranteeId, QuestionId},
    decide::landscape::{Cell, Edge, Landscape, LandscapeColumn, LandscapeRow},
    text::{fill, outcome::LandscapeText},
    view::{
        host::Host,
        outcome::{element_refs::MenuRefs, model::OutcomeModel},
        outcome_data::OutcomeData,
        question::answers_so_far,
        scale::step,
        state::action::Action,
    },
};

/// The grid of outcomes with the menus for its edges, and the same as a table.
pub fn landscape(
    outcome: &OutcomeModel,
    outcome_data: &OutcomeData,
    menus: &MenuRefs,
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Html {
    let text = &outcome_data.text.landscape;
    let reader = outcome.page.reader;
    let world = outcome.page.decision.world;
    let grid =
        Landscape::of(&outcome.case.model, outcome.page.table, &reader.choices, world, reader.pinned, reader.axes);
    html! {
        <div class="landscape">
            <p class="landscape__lead">{ text.lead }</p>
            <div class="landscape__edges">
                { menu(outcome, text, Edge::Down, &menus.down, host, act) }
                { menu(outcome, text, Edge::Across, &menus.across, host, act) }
                { menu(outcome, text, Edge::Within, &menus.within, host, act) }
            </div>
            <div class="landscape__frame">{ cells(outcome, text, &grid, host, act) }</div>
            { key(outcome, text, &grid) }
            <p>{ answers_so_far::undo(outcome.page, "landscape-undo", act) }</p>
            <p class="landscape__keys">{ text.keys }</p>
            <details>
                <summary>{ text.as_table }</summary>
                { plain(outcome, text, &grid) }
            </details>
        </div>
    }
}

fn menu(
    outcome: &OutcomeModel,
    text: &LandscapeText,
    edge: Edge,
    field: &NodeRef,
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Html {
    let (id, label) = match edge {
        Edge::Across => ("edge-across", text.across),
        Edge::Down => ("edge-down", text.down),
        Edge::Within => ("edge-within", text.within),
    };
    let chosen = outcome.page.reader.axes.at(edge);
    let ids: Vec<String> = outcome.case.model.questions.iter().map(|it| it.id.clone()).collect();
    let lay = act.reform(move |value: String| {
        let index = ids.iter().position(|it| *it == value);
        Action::Lay(edge, index.map(|it| QuestionId(it as u8)))
    });
    let change = {
        let (host, field) = (host.clone(), field.clone());
        move |_| {
            if let Some(chosen) = host.value(&field) {
                lay.emit(chosen);
            }
        }
    };
    let option = |id: QuestionId| {
        let question = &outcome.case.model.question(id).id;
        html! {
            <option key={question.clone()} value={question.clone()} selected={chosen == Some(id)}>
                { outcome.case.sentences.question(id).short.clone() }
            </option>
        }
    };
    html! {
        <p class="landscape__edge">
            <label for={id}>{ label }</label>
            <select id={id} ref={field.clone()} onchange={change}>
                if edge == Edge::Within {
                    <option value="" selected={chosen.is_none()}>{ text.within_none }</option>
                }
                { for outcome.case.model.question_ids().filter(|it| outcome.page.reader.axes.offers(edge, Some(*it))).map(option) }
            </select>
        </p>
    }
}

/// Up to so many columns have room for the names of the outcomes; with more the key has them.
const NAMED: usize = 5;

fn cells(
    outcome: &OutcomeModel,
    text: &LandscapeText,
    grid: &Landscape,
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Html {
    let axes = grid.axes;
    let short = |it: QuestionId| outcome.case.sentences.question(it).short.as_str();
    let across = match axes.within {
        Some(within) => outcome.page.text.list(&[short(axes.across), short(within)]),
        None => short(axes.across).to_owned(),
    };
    let name = fill(text.grid_name, &[("down", short(axes.down)), ("across", &across)]);
    let is_compact = grid.columns.len() > NAMED;
    let row = |(index, it): (usize, &LandscapeRow)| row(outcome, text, grid, index, it, host, act);
    html! {
        <table
            class={classes!("landscape__grid", is_compact.then_some("landscape__grid--compact"))}
            role="grid"
            aria-label={name}
            key={format!("{axes:?}")}
        >
            { head(outcome, grid) }
            <tbody>{ for grid.rows.iter().enumerate().map(row) }</tbody>
        </table>
    }
}

/// The answers across; where a third question divides them, its answers below each.
fn head(outcome: &OutcomeModel, grid: &Landscape) -> Html {
    let short = |it: QuestionId| outcome.case.sentences.question(it).short.clone();
    let says = |question: QuestionId, it: AnswerId| outcome.case.sentences.answer(question, it).short.clone();
    let corner = |it: QuestionId| html! { <th class="landscape__corner" scope="col">{ short(it) }</th> };
    let Axes { across, down, within } = grid.axes;
    let Some(within) = within else {
        let column = |it: &LandscapeColumn| html! { <th scope="col">{ says(across, it.across) }</th> };
        return html! { <thead><tr>{ corner(down) }{ for grid.columns.iter().map(column) }</tr></thead> };
    };
    let groups = grid.columns.chunk_by(|one, other| one.across == other.across);
    let group = |it: &[LandscapeColumn]| {
        html! {
            <th class="landscape__group" scope="colgroup" colspan={it.len().to_string()}>
                <span class="landscape__question">{ short(across) }</span>{ " " }{ says(across, it[0].across) }
            </th>
        }
    };
    let column = |it: &LandscapeColumn| html! { <th scope="col">{ for it.within.map(|it| says(within, it)) }</th> };
    html! {
        <thead>
            <tr><td></td>{ for groups.map(group) }</tr>
            <tr>{ corner(within) }{ for grid.columns.iter().map(column) }</tr>
        </thead>
    }
}

fn row_head(outcome: &OutcomeModel, grid: &Landscape, row: &LandscapeRow) -> Html {
    html! { <th scope="row">{ outcome.case.sentences.answer(grid.axes.down, row.down).short.clone() }</th> }
}

/// The steps that stand in the cells, with their names.
fn key(outcome: &OutcomeModel, text: &LandscapeText, grid: &Landscape) -> Html {
    let outcomes = || grid.rows.iter().flat_map(|it| &it.cells).filter_map(|it| it.outcome);
    let stands = |it: &GuaranteeId| outcomes().any(|held| held.headline == *it);
    let entry = |it: GuaranteeId| {
        let step = step(outcome.page, it).map(|it| it.to_string());
        html! {
            <li key={outcome.case.model.guarantee(it).id.clone()}>
                <span class="cell landscape__step" data-step={step.clone()}>{ step }</span>
                { outcome.case.sentences.guarantee(it).short.clone() }
            </li>
        }
    };
    html! {
        <ul class="landscape__legend">
            { for outcome.case.model.choosable().filter(stands).map(entry) }
            <li><span aria-hidden="true">{ "●" }</span>{ text.here }</li>
            if outcomes().any(|it| !it.settled) { <li><span aria-hidden="true">{ "…" }</span>{ text.open }</li> }
        </ul>
    }
}

fn row(
    outcome: &OutcomeModel,
    text: &LandscapeText,
    grid: &Landscape,
    index: usize,
    row: &LandscapeRow,
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Html {
    html! {
        <tr key={index}>
            { row_head(outcome, grid, row) }
            { for row.cells.iter().enumerate().map(|(column, it)| cell(outcome, text, grid, (index, column), it, host, act)) }
        </tr>
    }
}

fn cell(
    outcome: &OutcomeModel,
    text: &LandscapeText,
    grid: &Landscape,
    place: (usize, usize),
    cell: &Cell,
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Html {
    let Some(held) = cell.outcome else {
        return html! {
            <td class="cell cell--impossible" role="gridcell" key={place.1} title={text.impossible}>
                <span aria-hidden="true">{ "–" }</span>
                <span class="hidden">{ text.impossible }</span>
            </td>
        };
    };
    let guarantee = outcome.case.model.guarantee(held.headline);
    let name = &outcome.case.sentences.guarantee(held.headline).short;
    let step = step(outcome.page, held.headline);
    let here = cell.here;
    let walk = walk(outcome, grid, place, host, act);
    let choose = if cell.excluded { Callback::noop() } else { move_to(cell, act) };
    html! {
        <td
            class={classes!("cell", here.then_some("cell--here"), cell.excluded.then_some("cell--excluded"))}
            role="gridcell"
            key={place.1}
            aria-selected={here.to_string()}
            data-step={step.map(|it| it.to_string())}
            data-cell={guarantee.id.clone()}
            data-settled={held.settled.to_string()}
        >
            <button
                type="button"
                id={cell_id(place)}
                tabindex={if here { "0" } else { "-1" }}
                aria-disabled={cell.excluded.then_some("true")}
                onclick={choose}
                onkeydown={walk}
                title={name.clone()}
            >
                <span class="cell__mark" aria-hidden="true">
                    if here { <span class="cell__here">{ "● " }</span> }
                    { step.map(|it| it.to_string()) }
                    if !held.settled { { "…" } }
                </span>
                <span class="cell__name">{ name.clone() }</span>
                if !held.settled { <span class="hidden">{ format!(", {}", text.open) }</span> }
                if here { <span class="hidden">{ format!(", {}", text.here) }</span> }
                if cell.excluded { <span class="hidden">{ format!(", {}", text.excluded) }</span> }
            </button>
        </td>
    }
}

fn move_to(cell: &Cell, act: &Callback<Action>) -> Callback<MouseEvent> {
    let answers = cell.answers.clone();
    act.reform(move |_| Action::Move(answers.clone()))
}

/// The arrow keys move the focus and the reader's answers together, past cells that can't be chosen.
fn walk(
    outcome: &OutcomeModel,
    grid: &Landscape,
    place: (usize, usize),
    host: &Rc<dyn Host>,
    act: &Callback<Action>,
) -> Callback<KeyboardEvent> {
    let right = if outcome.page.text.direction == "rtl" { -1 } else { 1 };
    let ways = [("ArrowLeft", (0, -right)), ("ArrowRight", (0, right)), ("ArrowUp", (-1, 0)), ("ArrowDown", (1, 0))];
    let ways = ways.map(|(key, step)| {
        let target = grid.next(place, step).map(|it| (cell_id(it), grid.rows[it.0].cells[it.1].answers.clone()));
        (key, target)
    });
    let (host, act) = (host.clone(), act.clone());
    Callback::from(move |event: KeyboardEvent| {
        // With another key they are the browser's own, such as the way back.
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let Some((_, target)) = ways.iter().find(|it| it.0 == event.key()) else { return };
        // At the edge, too: the arrows belong to the grid and do not scroll the page.
        event.prevent_default();
        if let Some((id, answers)) = target {
            host.focus_on(id);
            act.emit(Action::Move(answers.clone()));
        }
    })
}

fn cell_id((row, column): (usize, usize)) -> String {
    format!("cell-{row}-{column}")
}

/// The grid as a table to read or to print.
fn plain(outcome: &OutcomeModel, text: &LandscapeText, grid: &Landscape) -> Html {
    let says = |cell: &Cell| {
        let Some(held) = cell.outcome else { return text.impossible.to_owned() };
        let mut parts = vec![outcome.case.sentences.guarantee(held.headline).name.as_str()];
        parts.extend(cell.here.then_some(text.here));
        parts.extend((!held.settled).then_some(text.open));
        parts.extend(cell.excluded.then_some(text.excluded));
        parts.join(" · ")
    };
    let row = |(index, it): (usize, &LandscapeRow)| {
        html! {
            <tr key={index}>
                { row_head(outcome, grid, it) }
                { for it.cells.iter().map(|cell| html! { <td>{ says(cell) }</td> }) }
            </tr>
        }
    };
    html! {
        <div class="landscape__frame" tabindex="0" role="group" aria-label={text.as_table}>
            <table class="plain">
                { head(outcome, grid) }
                <tbody>{ for grid.rows.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}
