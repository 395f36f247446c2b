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
            common_parts::{assumed, rests_on},
            model::OutcomeModel,
        },
        outcome_chunk::OutcomeChunk,
        page_model::PageModel,
        question::{
            answers_so_far::{said, start_again, undo},
            input_id,
        },
        scale::step,
        state::action::Action,
    },
};

/// The section of the outcome's page with the reader's answers and all others.
pub fn board(outcome: &OutcomeModel, act: &Callback<Action>) -> Html {
    let words = outcome.words;
    let board = Board::of(
        &outcome.case.model,
        outcome.page.table,
        &outcome.page.reader.choices,
        outcome.page.decision,
        outcome.page.remaining,
    );
    let rests = rests_on(outcome);
    let has_open = board.rows.iter().flat_map(|it| &it.cells).any(|it| says_open(*it));
    let lead = if outcome.reasons.is_empty() { words.because_open } else { words.because_lead };
    html! {
        <section class="answers-board" id="answers" aria-labelledby="board-title">
            <h2 id="board-title">{ words.board_title }</h2>
            <p class="board__lead">{ words.board_lead }</p>
            <div class="board" data-board="true">
                { for board.rows.iter().map(|it| row(outcome, it, rests.contains(&it.question), act)) }
            </div>
            <ul class="board__key">
                <li class="board__key--rests" hidden={rests.is_empty()}>{ lead }</li>
                <li class="board__key--assumed" hidden={outcome.page.decision.is_settled()}>{ words.open_assumed }</li>
                <li class="board__key--open" hidden={!has_open}>{ words.board_open_key }</li>
            </ul>
            { left_out(outcome, board.left_out, act) }
            { other_reasons(outcome) }
            <p class="board__actions">
                { undo(outcome.page, "answers-undo", act) }
                { start_again(outcome.page, act) }
            </p>
        </section>
    }
}

fn row(outcome: &OutcomeModel, row: &BoardRow, rests: bool, act: &Callback<Action>) -> Html {
    let question = outcome.case.model.question(row.question);
    let sentences = outcome.case.sentences.question(row.question);
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
                        { format!("{}{}", outcome.words.colon, sentences.asks) }
                        if rests { { format!(" {}", outcome.words.board_rests) } }
                    </span>
                </p>
                { note(outcome, row) }
                { keep(outcome, row.question, act) }
            </div>
            <div class="board__cells">{ for row.cells.iter().map(|it| cell(outcome, row.question, *it, act)) }</div>
        </div>
    }
}

/// What stands in for an answer that is open, or why one does not count.
fn note(outcome: &OutcomeModel, row: &BoardRow) -> Html {
    let is_chosen = row.cells.iter().any(|it| it.chosen);
    let says = if is_chosen { assumed(outcome, row.question) } else { Some(said(outcome.page, row.question)) };
    html! { <p class="board__note" hidden={says.is_none()}>{ says }</p> }
}

/// Keeps an answer fixed; only those that the reader gave can be.
fn keep(outcome: &OutcomeModel, id: QuestionId, act: &Callback<Action>) -> Html {
    let answered = outcome.page.table.rules.space.answer(outcome.page.decision.answers, id).is_some();
    let input = format!("given-{}", outcome.case.model.question(id).id);
    html! {
        <span class="switch" hidden={!answered}>
            <input
                type="checkbox"
                id={input.clone()}
                checked={outcome.page.reader.pinned.contains(id)}
                onchange={act.reform(move |_| Action::TogglePinned(id))}
            />
            <label for={input} title={outcome.words.given_lead}>
                { outcome.words.given }
                <span class="hidden">{ format!("{}{}", outcome.words.colon, outcome.case.sentences.question(id).short) }</span>
            </label>
        </span>
    }
}

fn cell(outcome: &OutcomeModel, id: QuestionId, cell: BoardCell, act: &Callback<Action>) -> Html {
    let question = outcome.case.model.question(id);
    let sentences = outcome.case.sentences.question(id);
    let (answer, value, says, title) = match cell.choice {
        Choice::Answer(answer) => {
            let text = &sentences.answers[answer.index()];
            (Some(answer), question.answers[answer.index()].as_str(), text.short.as_str(), Some(text.says.clone()))
        }
        Choice::Unsure | Choice::Unasked => (None, "unsure", outcome.page.text.not_sure, None),
    };
    if !cell.offered {
        return html! {
            <p class="board__cell board__cell--barred" key={value.to_owned()} data-barred={value.to_owned()} title={title}>
                <span class="board__says">{ says.to_owned() }</span>
                <span class="board__to">{ outcome.words.board_barred }</span>
            </p>
        };
    }
    let input = input_id(outcome.page, id, answer);
    let choice = cell.choice;
    let moves = cell.headline != outcome.page.decision.headline;
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
            data-leads={outcome.case.model.guarantee(cell.headline).id.clone()}
            data-settled={cell.settled.to_string()}
            data-step={step(outcome.page, cell.headline).filter(|_| moves).map(|it| it.to_string())}
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
            { foot(outcome, id, cell) }
        </label>
    }
}

/// Whether the cell says that its outcome is open. For the reader's own answers the head of the page says it.
fn says_open(cell: BoardCell) -> bool {
    cell.offered && !cell.settled && !cell.chosen && !cell.assumed
}

/// Where the cell leads: for the eye the step and the short name, for the ear a sentence.
fn foot(outcome: &OutcomeModel, id: QuestionId, cell: BoardCell) -> Html {
    let words = outcome.words;
    let sentences = outcome.case.sentences.guarantee(cell.headline);
    let moves = cell.headline != outcome.page.decision.headline;
    let is_asked = outcome.page.reader.choices.get(id) != Choice::Unasked;
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
                    <b>{ step(outcome.page, cell.headline).map(|it| it.to_string()) }</b>{ "\u{a0}" }{ sentences.short.clone() }
                </span>
            } else {
                <span><span class="hidden">{ ", " }</span>{ word }</span>
            }
            if says_open(cell) {
                <span aria-hidden="true">{ "\u{a0}…" }</span>
                <span class="hidden">{ format!(", {}", outcome.data.text.landscape.open) }</span>
            }
        </span>
    }
}

/// Below an answer to a question: where it leads.
pub fn lead(page: &PageModel, chunk: &OutcomeChunk, id: QuestionId, choice: Choice) -> Html {
    let (headline, settled) = board::lead(page.model, page.table, &page.reader.choices, id, choice);
    let sentences = chunk.case.sentences.guarantee(headline);
    let step = step(page, headline).map(|it| it.to_string());
    html! {
        <span class="answer__lead" data-lead={page.model.guarantee(headline).id.clone()} data-step={step.clone()}>
            <b aria-hidden="true">{ step }</b>
            <span class="hidden">{ fill(chunk.outcome_data.text.outcome.board_leads, &[("name", &sentences.in_text)]) }</span>
            <span aria-hidden="true">{ sentences.short.clone() }{ if settled { "" } else { "\u{a0}…" } }</span>
            if !settled { <span class="hidden">{ format!(", {}", chunk.outcome_data.text.landscape.open) }</span> }
        </span>
    }
}

/// The questions that no answer makes count, each a way to answer it in any case.
fn left_out(outcome: &OutcomeModel, questions: Questions, act: &Callback<Action>) -> Html {
    let entry = |id: QuestionId| {
        let sentences = outcome.case.sentences.question(id);
        html! {
            <li key={outcome.case.model.question(id).id.clone()} data-left-out={outcome.case.model.question(id).id.clone()}>
                <button type="button" class="button button--quiet" onclick={act.reform(move |_| Action::Open(id))}>
                    { sentences.short.clone() }
                </button>
                if matches!(outcome.page.reader.choices.get(id), Choice::Answer(_)) {
                    <span>{ format!("{}{}", outcome.words.colon, said(outcome.page, id)) }</span>
                }
            </li>
        }
    };
    html! {
        <div class="board__left-out" hidden={questions.is_empty()}>
            <p>{ outcome.words.board_left_out }</p>
            <ul>{ for questions.ids().map(entry) }</ul>
            <p class="board__rest" hidden={outcome.unasked.is_empty() || !outcome.page.remaining.is_empty()}>
                { outcome.words.rest_says }{ " " }
                <button type="button" class="button button--quiet" data-rest="true" onclick={act.reform(|_| Action::AnswerRest)}>
                    { outcome.words.rest_title }
                </button>
            </p>
        </div>
    }
}

/// Other smallest sets of answers that would be enough for the outcome.
fn other_reasons(outcome: &OutcomeModel) -> Html {
    let others = outcome.reasons.get(1..).unwrap_or_default();
    let fact = |it: QuestionId| {
        let answer = outcome.page.table.rules.space.answer(outcome.page.decision.world, it)?;
        let sentences = outcome.case.sentences.question(it);
        Some(format!("{}{}{}", sentences.short, outcome.words.colon, sentences.answers[answer.index()].short))
    };
    html! {
        <details class="board__reasons" hidden={others.is_empty()}>
            <summary>{ outcome.page.text.count(outcome.words.more_reasons, others.len() as u32) }</summary>
            <ul>
                { for others.iter().map(|it| html! { <li>{ it.ids().filter_map(fact).collect::<Vec<_>>().join(outcome.words.semicolon) }</li> }) }
            </ul>
        </details>
    }
}
