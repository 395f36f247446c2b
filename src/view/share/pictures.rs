//! The pictures of an outcome, to be saved or shared.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    text::fill,
    view::{
        share::{
            card::Card,
            controls::ShareContext,
            plain_text,
            state::{Content, Format, Panel, Picture, ShareAction, ShareResult},
        },
        state::action::Action,
    },
};

impl ShareContext<'_> {
    /// Opens or closes the panel of pictures, which are drawn when it opens.
    pub fn draw_pictures(&self, address: &str) -> Callback<MouseEvent> {
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

    pub fn pictures(&self) -> Html {
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
}

fn file_name(guarantee: &str, format: Format) -> String {
    let (width, height) = format.size();
    format!("{}-{width}x{height}.png", guarantee.replace('_', "-"))
}
