//! Notes about how the page came to be as it is: a link that was mended, readings that are switched.

use yew::prelude::*;

use crate::{
    decide::interview::Choices,
    text::fill,
    view::{page_model::PageModel, question::answers_so_far, state::action::Action},
};

/// The notices above the page: parts of a link that could not be used, and switched readings.
pub fn notice(page: &PageModel, act: &Callback<Action>) -> Html {
    let notice = &page.reader.notice;
    let mut says = Vec::new();
    if notice.dropped > 0 {
        says.push(page.text.count(page.text.dropped, u32::from(notice.dropped)));
    }
    says.extend(notice.overruled.iter().map(|it| page.sentences.normalisations[*it].clone()));
    let switched: Vec<&str> = page.reader.readings.ids().iter().map(|it| page.sentences.reading(*it)).collect();
    // The live region stays; only its content comes and goes, or a screen reader would not notice it.
    html! {
        <div class="notices" role="status">
            if !says.is_empty() {
                <div class="notice" data-notice="link">
                    { for says.into_iter().map(|it| html! { <p>{ it }</p> }) }
                    <button type="button" class="button button--quiet" onclick={act.reform(|_| Action::CloseNotice)}>
                        { page.text.close }
                    </button>
                </div>
            }
            if !switched.is_empty() {
                <div class="notice" data-notice="readings">
                    <p>{ fill(page.text.readings_switched, &[("list", &switched.join(", "))]) }</p>
                    <button type="button" class="button button--quiet" onclick={act.reform(|_| Action::BaseReadings)}>
                        { page.text.readings_base }
                    </button>
                </div>
            }
        </div>
    }
}

/// Right above the first question, where a reader who has started again looks: that the answers can come back.
pub fn cleared(page: &PageModel, act: &Callback<Action>) -> Html {
    html! {
        <div class="notices" role="status">
            if is_cleared(page) {
                <div class="notice" data-notice="cleared">
                    <p>{ page.text.cleared }</p>
                    { answers_so_far::undo(page, "cleared-undo", act) }
                </div>
            }
        </div>
    }
}

/// Whether the reader has just started again and may want the answers back.
fn is_cleared(page: &PageModel) -> bool {
    let none = Choices::none(&page.table.rules);
    page.reader.choices == none && page.reader.undo.last().is_some_and(|it| it.choices != none)
}
