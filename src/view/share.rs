//! "Pass it on": link, text, picture, QR code, paper and citation. Everything is made on the device, and where the
//! browser refuses to copy, the text is shown to be copied by hand.

pub mod card;
mod controls;
mod pictures;
pub mod qr_code;
pub mod print_page;
pub mod plain_text;
pub mod state;

use yew::prelude::*;

use crate::{
    case::permalink::OPEN,
    view::{
        address::fragment,
        outcome::{folds::Fold, model::OutcomeModel},
        share::{
            controls::{ShareContext, disclosure},
            state::{Content, Panel, ShareAction},
        },
        state::action::Action,
    },
};

/// The section: a row of buttons, and below it what they open or say.
pub fn sharing(outcome: &OutcomeModel, act: &Callback<Action>) -> Html {
    let text = &outcome.data.text.sharing;
    let address = outcome.share_capabilities.device.address.as_str();
    let context = ShareContext { outcome, text, act, link: plain_text::link(outcome, address) };
    html! {
        <section class="sharing" id="sharing" aria-labelledby="sharing-title" data-link={context.link.clone()}>
            <h2 class="hidden" id="sharing-title">{ text.title }</h2>
            <div class="sharing__row">
                { context.copy_button(Content::Link, text.link_copy, &context.link) }
                if outcome.share_capabilities.device.shares && context.has_address() {
                    <button type="button" class="button button--second" data-share="link" onclick={context.share(Content::Link)}>
                        { text.link_share }
                    </button>
                }
                { disclosure("sharing-pictures", outcome.page.reader.share.pictures_open, text.picture_title, context.draw_pictures(address)) }
                { context.print_button() }
                { context.toggle("sharing-citation", Panel::Citation, text.citation_title) }
                { context.embed_link() }
                if context.has_address() { { context.toggle("sharing-code", Panel::Code, text.code_title) } }
            </div>
            <div class="sharing__below">
                { context.told(Content::Link, &context.link) }
                <p class="source" hidden={!context.is_told(Content::Link)}>{ text.lead }</p>
                { context.told(Content::Paper, "") }
                if !context.has_address() {
                    <div>
                        <p>{ text.link_nowhere }</p>
                        <p class="address">{ context.link.clone() }</p>
                    </div>
                }
                { context.pictures() }
                { context.citation(address) }
                { context.code() }
            </div>
        </section>
    }
}

/// The sheet that is printed in place of the page.
pub fn paper(outcome: &OutcomeModel) -> Html {
    let text = &outcome.data.text.sharing;
    let address = outcome.share_capabilities.device.address.as_str();
    let link = plain_text::link(outcome, address);
    let code = qr_code::code(&link).filter(|_| !address.is_empty()).map(|it| qr_code::drawing(&it, text.code_name));
    html! { <div class="paper">{ print_page::sheet(outcome, text, &link, code) }</div> }
}

/// A button that copies the link to the outcome with this part open, and what came of it. Nothing where nobody else could
/// open it.
pub fn link_to_fold(outcome: &OutcomeModel, fold: Fold, act: &Callback<Action>) -> Html {
    let text = &outcome.data.text.sharing;
    let link = fragment(outcome.page);
    let address = outcome.share_capabilities.device.address.as_str();
    if link.is_empty() || address.is_empty() {
        return html! { <div hidden=true></div> };
    }
    let link = format!("{address}#{link}&{OPEN}={}", fold.slug());
    let context = ShareContext { outcome, text, act, link: link.clone() };
    html! {
        <div class="fold__link">
            { context.copy_button(Content::Fold(fold), text.fold_copy, &link) }
            { context.told(Content::Fold(fold), &link) }
        </div>
    }
}

impl ShareContext<'_> {
    /// The citation, and the outcome with its reasons as plain text.
    fn citation(&self, address: &str) -> Html {
        let open = self.is_open(Panel::Citation);
        let inside = || {
            let plain = plain_text::plain(self.outcome, self.text, address);
            let citation = plain_text::citation(self.outcome, self.text, address);
            html! {
                <div>
                    <p class="address">{ citation.clone() }</p>
                    <p class="sharing__do">
                        { self.copy_button(Content::Citation, self.text.citation_copy, &citation) }
                        { self.copy_button(Content::Words, self.text.words_copy, &plain) }
                    </p>
                    { self.told(Content::Citation, &citation) }
                    { self.told(Content::Words, &plain) }
                </div>
            }
        };
        html! {
            <div id="sharing-citation" class="sharing__panel" hidden={!open}>
                if open { { inside() } }
            </div>
        }
    }

    fn print_button(&self) -> Html {
        let (print, act) = (self.outcome.share_capabilities.print.clone(), self.act.clone());
        let print = Callback::from(move |_| {
            act.emit(Action::Share(ShareAction::Begin));
            print.emit(act.reform(|end| Action::Share(ShareAction::Ended(Content::Paper, end))));
        });
        html! {
            <button type="button" class="button button--second" data-print="true" onclick={print} title={self.text.paper_lead}>
                { self.text.paper_print }
            </button>
        }
    }

    /// The page on which a snippet is made, with this outcome for a start.
    fn embed_link(&self) -> Html {
        let link = fragment(self.outcome.page);
        let path = if link.is_empty() { "embed/".to_owned() } else { format!("embed/#{link}") };
        // From a file on somebody's disk there may be no way to that page.
        let Some(address) = self.outcome.page.edition.href(&path) else { return html! { <span hidden=true></span> } };
        html! { <a class="button button--second" href={address} title={self.text.embed_lead}>{ self.text.embed_title }</a> }
    }

    fn code(&self) -> Html {
        let open = self.is_open(Panel::Code);
        // A code that leads nowhere is worse than none.
        let code = qr_code::code(&self.link).filter(|_| open && self.has_address());
        html! {
            <div id="sharing-code" class="sharing__panel" hidden={!open}>
                if open {
                    <div>
                        <p>{ self.text.code_lead }{ " " }{ self.text.lead }</p>
                        <div>{ code.map(|it| qr_code::drawing(&it, self.text.code_name)) }</div>
                        <p class="address">{ self.link.clone() }</p>
                    </div>
                }
            </div>
        }
    }
}
