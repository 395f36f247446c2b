//! The board: the reader's answers, and where every other answer would lead. A row is a question, a cell an answer; its
//! foot names the outcome that this answer alone would lead to.

use yew::prelude::*;

use crate::{
    case::QuestionId,
    decide::{
        answers::Questions,
        board::{self, Board, BoardCell, BoardRow},
        interview::Choice,
    },
    text::fill,
    view::{
        outcome::{
            sections::{assumed, rests_on},
            whole::Whole,
        },
        outcome_chunk::OutcomeChunk,
        question::{
            answers_so_far::{said, start_again, undo},
            input_id,
        },
        scale::step,
        scene::Scene,
        state::action::Action,
    },
};

/// The section of the outcome's page with the reader's answers and all others.
pub fn board(whole: &Whole, act: &Callback<Action>) -> Html {
    let words = whole.words;
    let board = Board::of(
        &whole.case.model,
        whole.scene.table,
        &whole.scene.reader.choices,
        whole.scene.decision,
        whole.scene.remaining,
    );
    let rests = rests_on(whole);
    let has_open = board.rows.iter().flat_map(|it| &it.cells).any(|it| says_open(*it));
    let lead = if whole.reasons.is_empty() { words.because_open } else { words.because_lead };
    html! {
        <section class="answers-board" id="answers" aria-labelledby="board-title">
            <h2 id="board-title">{ words.board_title }</h2>
            <p class="board__lead">{ words.board_lead }</p>
            <div class="board" data-board="true">
                { for board.rows.iter().map(|it| row(whole, it, rests.contains(&it.question), act)) }
            </div>
            <ul class="board__key">
                <li class="board__key--rests" hidden={rests.is_empty()}>{ lead }</li>
                <li class="board__key--assumed" hidden={whole.scene.decision.is_settled()}>{ words.open_assumed }</li>
                <li class="board__key--open" hidden={!has_open}>{ words.board_open_key }</li>
            </ul>
            { left_out(whole, board.left_out, act) }
            { other_reasons(whole) }
            <p class="board__actions">
                { undo(whole.scene, act) }
                { start_again(whole.scene, act) }
            </p>
        </section>
    }
}

fn row(whole: &Whole, row: &BoardRow, rests: bool, act: &Callback<Action>) -> Html {
    let question = whole.case.model.question(row.question);
    let sentences = whole.case.sentences.question(row.question);
    let name = format!("row-{}", question.id);
    html! {
        <div
            class="board__row"
            role="radiogroup"
            aria-labelledby={name.clone()}
            key={question.id.clone()}
            data-question={question.id.clone()}
            data-rests={rests.to_string()}
        >
            <div class="board__head">
                <p class="board__name" id={name} title={sentences.asks.clone()}>
                    { sentences.short.clone() }
                    <span class="hidden">
                        { format!("{}{}", whole.words.colon, sentences.asks) }
                        if rests { { format!(" {}", whole.words.board_rests) } }
                    </span>
                </p>
                { note(whole, row) }
                { keep(whole, row.question, act) }
            </div>
            <div class="board__cells">{ for row.cells.iter().map(|it| cell(whole, row.question, *it, act)) }</div>
        </div>
    }
}

/// What stands in for an answer that is open, or why one does not count.
fn note(whole: &Whole, row: &BoardRow) -> Html {
    let is_chosen = row.cells.iter().any(|it| it.chosen);
    let says = if is_chosen { assumed(whole, row.question) } else { Some(said(whole.scene, row.question)) };
    html! { <p class="board__note" hidden={says.is_none()}>{ says }</p> }
}

/// Keeps an answer fixed; only those that the reader gave can be.
fn keep(whole: &Whole, id: QuestionId, act: &Callback<Action>) -> Html {
    let answered = whole.scene.table.rules.space.answer(whole.scene.decision.answers, id).is_some();
    let input = format!("given-{}", whole.case.model.question(id).id);
    html! {
        <span class="switch" hidden={!answered}>
            <input
                type="checkbox"
                id={input.clone()}
                checked={whole.scene.reader.pinned.contains(id)}
                onchange={act.reform(move |_| Action::TogglePinned(id))}
            />
            <label for={input} title={whole.words.given_lead}>
                { whole.words.given }
                <span class="hidden">{ format!("{}{}", whole.words.colon, whole.case.sentences.question(id).short) }</span>
            </label>
        </span>
    }
}

fn cell(whole: &Whole, id: QuestionId, cell: BoardCell, act: &Callback<Action>) -> Html {
    let question = whole.case.model.question(id);
    let sentences = whole.case.sentences.question(id);
    let (answer, value, says, title) = match cell.choice {
        Choice::Answer(answer) => {
            let text = &sentences.answers[answer.index()];
            (Some(answer), question.answers[answer.index()].as_str(), text.short.as_str(), Some(text.says.clone()))
        }
        Choice::Unsure | Choice::Unasked => (None, "unsure", whole.scene.text.not_sure, None),
    };
    if !cell.offered {
        return html! {
            <p class="board__cell board__cell--barred" key={value.to_owned()} data-barred={value.to_owned()} title={title}>
                <span class="board__says">{ says.to_owned() }</span>
                <span class="board__to">{ whole.words.board_barred }</span>
            </p>
        };
    }
    let input = input_id(whole.scene, id, answer);
    let choice = cell.choice;
    let moves = cell.headline != whole.scene.decision.headline;
    html! {
        <label
            class={classes!(
                "board__cell",
                cell.chosen.then_some("board__cell--now"),
                cell.assumed.then_some("board__cell--assumed"),
                moves.then_some("board__cell--moves"),
                answer.is_none().then_some("board__cell--open"),
            )}
            for={input.clone()}
            key={value.to_owned()}
            data-leads={whole.case.model.guarantee(cell.headline).id.clone()}
            data-settled={cell.settled.to_string()}
            data-step={step(whole.scene, cell.headline).filter(|_| moves).map(|it| it.to_string())}
            title={title}
        >
            <span class="board__says">
                <input
                    type="radio"
                    id={input}
                    name={question.id.clone()}
                    value={value.to_owned()}
                    checked={cell.chosen}
                    onchange={act.reform(move |_| Action::Choose(id, choice))}
                />
                <span>{ says.to_owned() }</span>
            </span>
            { foot(whole, id, cell) }
        </label>
    }
}

/// Whether the cell says that its outcome is open. For the reader's own answers the head of the page says it.
fn says_open(cell: BoardCell) -> bool {
    cell.offered && !cell.settled && !cell.chosen && !cell.assumed
}

/// Where the cell leads: for the eye the step and the short name, for the ear a sentence.
fn foot(whole: &Whole, id: QuestionId, cell: BoardCell) -> Html {
    let words = whole.words;
    let sentences = whole.case.sentences.guarantee(cell.headline);
    let moves = cell.headline != whole.scene.decision.headline;
    let is_asked = whole.scene.reader.choices.get(id) != Choice::Unasked;
    let word = match (cell.chosen, cell.assumed, moves) {
        (true, ..) if is_asked => words.board_yours,
        (true, ..) => words.board_unanswered,
        (false, true, _) => words.board_assumed,
        (false, false, false) => words.board_same,
        (false, false, true) => "",
    };
    html! {
        <span class="board__to">
            if moves {
                <span class="hidden">{ fill(words.board_leads, &[("name", &sentences.in_text)]) }</span>
                <span aria-hidden="true">
                    <b>{ step(whole.scene, cell.headline).map(|it| it.to_string()) }</b>{ "\u{a0}" }{ sentences.short.clone() }
                </span>
            } else {
                <span><span class="hidden">{ ", " }</span>{ word }</span>
            }
            if says_open(cell) {
                <span aria-hidden="true">{ "\u{a0}…" }</span>
                <span class="hidden">{ format!(", {}", whole.outcome_data.text.landscape.open) }</span>
            }
        </span>
    }
}

/// Below an answer to a question: where it leads.
pub fn lead(scene: &Scene, chunk: &OutcomeChunk, id: QuestionId, choice: Choice) -> Html {
    let (headline, settled) = board::lead(scene.model, scene.table, &scene.reader.choices, id, choice);
    let sentences = chunk.case.sentences.guarantee(headline);
    let step = step(scene, headline).map(|it| it.to_string());
    html! {
        <span class="answer__lead" data-lead={scene.model.guarantee(headline).id.clone()} data-step={step.clone()}>
            <b aria-hidden="true">{ step }</b>
            <span class="hidden">{ fill(chunk.outcome_data.text.outcome.board_leads, &[("name", &sentences.in_text)]) }</span>
            <span aria-hidden="true">{ sentences.short.clone() }{ if settled { "" } else { "\u{a0}…" } }</span>
            if !settled { <span class="hidden">{ format!(", {}", chunk.outcome_data.text.landscape.open) }</span> }
        </span>
    }
}

/// The questions that no answer makes count, each a way to answer it in any case.
fn left_out(whole: &Whole, questions: Questions, act: &Callback<Action>) -> Html {
    let entry = |id: QuestionId| {
        let sentences = whole.case.sentences.question(id);
        html! {
            <li key={whole.case.model.question(id).id.clone()} data-left-out={whole.case.model.question(id).id.clone()}>
                <button type="button" class="button button--quiet" onclick={act.reform(move |_| Action::Open(id))}>
                    { sentences.short.clone() }
                </button>
                if matches!(whole.scene.reader.choices.get(id), Choice::Answer(_)) {
                    <span>{ format!("{}{}", whole.words.colon, said(whole.scene, id)) }</span>
                }
            </li>
        }
    };
    html! {
        <div class="board__left-out" hidden={questions.is_empty()}>
            <p>{ whole.words.board_left_out }</p>
            <ul>{ for questions.ids().map(entry) }</ul>
            <p class="board__rest" hidden={whole.unasked.is_empty() || !whole.scene.remaining.is_empty()}>
                { whole.words.rest_says }{ " " }
                <button type="button" class="button button--quiet" data-rest="true" onclick={act.reform(|_| Action::AnswerRest)}>
                    { whole.words.rest_title }
                </button>
            </p>
        </div>
    }
}

/// Other smallest sets of answers that would be enough for the outcome.
fn other_reasons(whole: &Whole) -> Html {
    let others = whole.reasons.get(1..).unwrap_or_default();
    let fact = |it: QuestionId| {
        let answer = whole.scene.table.rules.space.answer(whole.scene.decision.world, it)?;
        let sentences = whole.case.sentences.question(it);
        Some(format!("{}{}{}", sentences.short, whole.words.colon, sentences.answers[answer.index()].short))
    };
    html! {
        <details class="board__reasons" hidden={others.is_empty()}>
            <summary>{ whole.scene.text.count(whole.words.more_reasons, others.len() as u32) }</summary>
            <ul>
                { for others.iter().map(|it| html! { <li>{ it.ids().filter_map(fact).collect::<Vec<_>>().join(whole.words.semicolon) }</li> }) }
            </ul>
        </details>
    }
}
