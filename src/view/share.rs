//! "Pass it on": link, text, picture, QR code, paper and citation. Everything is made on the device, and where the
//! browser refuses to copy, the text is shown to be copied by hand.

pub mod card;
pub mod qr_code;
pub mod print_page;
pub mod plain_text;
pub mod state;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::permalink::OPEN,
    text::{fill, outcome::SharingText},
    view::{
        address::fragment,
        outcome::{folds::Fold, model::OutcomeModel},
        share::{
            card::Card,
            state::{Content, Format, Panel, Picture, ShareAction, SharePayload, ShareResult},
        },
        state::action::Action,
    },
};

/// The inputs that the parts of the section share.
struct ShareContext<'a> {
    outcome: &'a OutcomeModel<'a>,
    text: &'a SharingText,
    act: &'a Callback<Action>,
    /// The whole permalink.
    link: String,
}

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
    /// Others can open the page; a file on somebody's disk has no address that they could be told.
    fn has_address(&self) -> bool {
        !self.outcome.share_capabilities.device.address.is_empty()
    }

    /// Something has come of copying or sharing this.
    fn is_told(&self, content: Content) -> bool {
        self.outcome.page.reader.share.told.is_some_and(|it| it.0 == content)
    }

    fn is_open(&self, panel: Panel) -> bool {
        let state = &self.outcome.page.reader.share;
        match panel {
            Panel::Pictures => state.pictures_open,
            Panel::Code => state.code_open,
            Panel::Citation => state.citation_open,
        }
    }

    fn toggle(&self, id: &'static str, panel: Panel, label: &'static str) -> Html {
        disclosure(id, self.is_open(panel), label, self.act.reform(move |_| Action::Share(ShareAction::Toggle(panel))))
    }

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

    /// Opens or closes the panel of pictures, which are drawn when it opens.
    fn draw_pictures(&self, address: &str) -> Callback<MouseEvent> {
        let open = self.is_open(Panel::Pictures);
        let card = Rc::new(Card::of(self.outcome, self.text, address));
        let guarantee = self.outcome.case.model.guarantee(self.outcome.page.decision.headline).id.clone();
        let (draw, act) = (self.outcome.share_capabilities.draw.clone(), self.act.clone());
        Callback::from(move |_| {
            act.emit(Action::Share(ShareAction::Toggle(Panel::Pictures)));
            for format in Format::ALL.into_iter().filter(|_| !open) {
                let card = card.clone();
                let picture = Picture {
                    format,
                    file: file_name(&guarantee, format),
                    arrange: Rc::new(move |width_of| card.arrange(format, width_of)),
                };
                draw.emit((picture, act.reform(move |it| Action::Share(ShareAction::Drawn(format, it)))));
            }
        })
    }

    fn pictures(&self) -> Html {
        let open = self.is_open(Panel::Pictures);
        html! {
            <div id="sharing-pictures" class="sharing__panel" hidden={!open}>
                <p>{ self.text.picture_lead }</p>
                <div class="pictures">{ for Format::ALL.into_iter().map(|it| self.picture(it)) }</div>
                <p role="status">{ if open && self.outcome.page.reader.share.undrawn { self.text.picture_failed } else { "" } }</p>
            </div>
        }
    }

    /// One picture with what can be done with it; an empty frame until it is drawn.
    fn picture(&self, format: Format) -> Html {
        let Some(drawn) = self.outcome.page.reader.share.drawn(format) else {
            return html! { <div class="picture" key={Content::Picture(format).slug()}></div> };
        };
        let content = Content::Picture(format);
        let (width, height) = format.size();
        let label = match format {
            Format::Wide => self.text.picture_wide,
            Format::Square => self.text.picture_square,
        };
        let guarantee = &self.outcome.case.model.guarantee(self.outcome.page.decision.headline).id;
        // Whether a file came of it no browser tells.
        let save = self.act.reform(move |_| Action::Share(ShareAction::Ended(content, ShareResult::Saving)));
        html! {
            <div class="picture" key={content.slug()} data-picture={content.slug()}>
                <img
                    src={drawn.address.clone()}
                    width={width.to_string()}
                    height={height.to_string()}
                    alt={fill(self.text.picture_alt, &[("name", plain_text::name(self.outcome))])}
                />
                <p class="picture__label">{ label }</p>
                <p class="sharing__do">
                    <a class="button button--second" href={drawn.address.clone()} download={file_name(guarantee, format)} onclick={save}>
                        { self.text.picture_save }<span class="hidden">{ format!(": {label}") }</span>
                    </a>
                    if drawn.can_share {
                        <button type="button" class="button button--second" data-share={content.slug()} onclick={self.share(content)}>
                            { self.text.picture_share }<span class="hidden">{ format!(": {label}") }</span>
                        </button>
                    }
                </p>
                { self.told(content, "") }
            </div>
        }
    }

    fn copy_button(&self, content: Content, label: &'static str, what: &str) -> Html {
        let (copy, act, what) = (self.outcome.share_capabilities.copy.clone(), self.act.clone(), what.to_owned());
        let press = Callback::from(move |_| {
            act.emit(Action::Share(ShareAction::Begin));
            copy.emit((what.clone(), act.reform(move |end| Action::Share(ShareAction::Ended(content, end)))));
        });
        html! {
            <button type="button" class="button button--second" data-copy={content.slug()} onclick={press}>{ label }</button>
        }
    }

    /// Hands the link, or a picture with it, to the share sheet. The disclaimer goes along.
    fn share(&self, content: Content) -> Callback<MouseEvent> {
        let sentences = &self.outcome.case.sentences;
        let payload = SharePayload {
            title: sentences.title.clone(),
            text: format!(
                "{}{}{}. {}",
                self.text.kicker,
                self.outcome.words.colon,
                plain_text::name(self.outcome),
                sentences.disclaimer
            ),
            address: if self.has_address() { self.link.clone() } else { String::new() },
            picture: match content {
                Content::Picture(format) => Some(format),
                Content::Link | Content::Fold(_) | Content::Words | Content::Citation | Content::Paper => None,
            },
        };
        let (share, act) = (self.outcome.share_capabilities.share.clone(), self.act.clone());
        Callback::from(move |_| {
            act.emit(Action::Share(ShareAction::Begin));
            share.emit((payload.clone(), act.reform(move |end| Action::Share(ShareAction::Ended(content, end)))));
        })
    }

    /// The result of copying or sharing. The live region stays; if the browser refused, the text follows.
    fn told(&self, content: Content, what: &str) -> Html {
        let end = self.outcome.page.reader.share.told.filter(|it| it.0 == content).map(|it| it.1);
        let says = match end {
            None | Some(ShareResult::Over) => "",
            Some(ShareResult::Copied) => self.text.copied,
            Some(ShareResult::Saving) => self.text.picture_saving,
            Some(ShareResult::PrintRefused) => self.text.print_refused,
            Some(ShareResult::CopyRefused) => self.text.copy_refused,
            Some(ShareResult::ShareRefused) if what.is_empty() => self.text.picture_refused,
            Some(ShareResult::ShareRefused) => self.text.share_refused,
        };
        let by_hand = matches!(end, Some(ShareResult::CopyRefused | ShareResult::ShareRefused)) && !what.is_empty();
        let rows = (what.lines().count() + 1).clamp(2, 12).to_string();
        html! {
            <div class="told">
                <p role="status" data-told={content.slug()}>{ says }</p>
                if by_hand {
                    <textarea
                        id={content.field()}
                        readonly=true
                        rows={rows}
                        aria-label={self.text.by_hand}
                        value={what.to_owned()}
                    />
                }
            </div>
        }
    }
}

/// A button that opens and closes what has this id.
fn disclosure(id: &'static str, open: bool, label: &'static str, toggle: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="button button--second" aria-expanded={open.to_string()} aria-controls={id} onclick={toggle}>
            { label }
        </button>
    }
}

fn file_name(guarantee: &str, format: Format) -> String {
    let (width, height) = format.size();
    format!("{}-{width}x{height}.png", guarantee.replace('_', "-"))
}
