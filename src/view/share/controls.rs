//! The buttons of the section that passes an outcome on, and what came of pressing them.

use yew::prelude::*;

use crate::{
    text::outcome::SharingText,
    view::{
        outcome::model::OutcomeModel,
        share::{
            plain_text,
            state::{Content, Panel, ShareAction, SharePayload, ShareResult},
        },
        state::action::Action,
    },
};

/// The inputs that the parts of the section share.
pub struct ShareContext<'a> {
    pub outcome: &'a OutcomeModel<'a>,
    pub text: &'a SharingText,
    pub act: &'a Callback<Action>,
    /// The whole permalink.
    pub link: String,
}

impl ShareContext<'_> {
    /// Others can open the page; a file on somebody's disk has no address that they could be told.
    pub fn has_address(&self) -> bool {
        !self.outcome.share_capabilities.device.address.is_empty()
    }

    /// Something has come of copying or sharing this.
    pub fn is_told(&self, content: Content) -> bool {
        self.outcome.page.reader.share.told.is_some_and(|it| it.0 == content)
    }

    pub fn is_open(&self, panel: Panel) -> bool {
        let state = &self.outcome.page.reader.share;
        match panel {
            Panel::Pictures => state.pictures_open,
            Panel::Code => state.code_open,
            Panel::Citation => state.citation_open,
        }
    }

    pub fn toggle(&self, id: &'static str, panel: Panel, label: &'static str) -> Html {
        disclosure(id, self.is_open(panel), label, self.act.reform(move |_| Action::Share(ShareAction::Toggle(panel))))
    }

    pub fn copy_button(&self, content: Content, label: &'static str, what: &str) -> Html {
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
    pub fn share(&self, content: Content) -> Callback<MouseEvent> {
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
    pub fn told(&self, content: Content, what: &str) -> Html {
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
pub fn disclosure(id: &'static str, open: bool, label: &'static str, toggle: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="button button--second" aria-expanded={open.to_string()} aria-controls={id} onclick={toggle}>
            { label }
        </button>
    }
}
