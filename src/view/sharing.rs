//! "Pass it on": link, text, picture, QR code, paper and citation. Everything is made on the device, and where the
//! browser refuses to copy, the text is shown to be copied by hand.

pub mod card;
pub mod code;
pub mod sheet;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    text::{annex::SharingText, fill},
    view::{
        effects::fragment,
        passing::{Content, End, Format, Panel, Parcel, Pass, Picture},
        scene::Whole,
        sharing::card::Card,
        state::action::Action,
    },
};

/// The inputs that the parts of the section share.
struct Desk<'a> {
    scene: &'a Whole<'a>,
    text: &'a SharingText,
    act: &'a Callback<Action>,
    /// The whole permalink.
    link: String,
}

/// The section, and the sheet that is printed in place of the page.
pub fn sharing(scene: &Whole, act: &Callback<Action>) -> Html {
    let text = &scene.annex.text.sharing;
    let page = scene.means.device.address.as_str();
    let desk = Desk { scene, text, act, link: words::link(scene, page) };
    let plain = words::plain(scene, text, page);
    let citation = words::citation(scene, text, page);
    let code = code::code(&desk.link).filter(|_| desk.has_address()).map(|it| code::drawing(&it, text.code_name));
    html! {
        <div class="passing">
            <section class="sharing" id="sharing" aria-labelledby="sharing-title">
                <h2 id="sharing-title">{ text.title }</h2>
                <p>{ text.lead }</p>
                <div class="sharing__ways">
                    { desk.link_way() }
                    { desk.words_way(&plain) }
                    { desk.picture_way(page) }
                    { desk.code_way(code.clone()) }
                    { desk.paper_way() }
                    { desk.embed_way() }
                    { desk.citation_way(&citation) }
                </div>
            </section>
            { sheet::sheet(scene, text, &desk.link, code) }
        </div>
    }
}

impl Desk<'_> {
    /// Others can open the page; a file on somebody's disk has no address that they could be told.
    fn has_address(&self) -> bool {
        !self.scene.means.device.address.is_empty()
    }

    fn link_way(&self) -> Html {
        let content = Content::Link;
        let says = html! {
            <>
                if !self.has_address() { <p>{ self.text.link_nowhere }</p> }
                <p class="address" data-link={self.link.clone()}>{ self.link.clone() }</p>
            </>
        };
        let buttons = html! {
            <>
                { self.copy_button(content, self.text.link_copy, &self.link) }
                if self.scene.means.device.shares && self.has_address() {
                    <button type="button" class="button button--second" data-share="link" onclick={self.share(content)}>
                        { self.text.link_share }
                    </button>
                }
            </>
        };
        Self::way(self.text.link_title, says, buttons, self.told(content, &self.link))
    }

    fn words_way(&self, plain: &str) -> Html {
        let says = html! { <p>{ self.text.words_lead }</p> };
        let button = self.copy_button(Content::Words, self.text.words_copy, plain);
        Self::way(self.text.words_title, says, button, self.told(Content::Words, plain))
    }

    fn citation_way(&self, citation: &str) -> Html {
        let says = html! { <p class="address">{ citation.to_owned() }</p> };
        let button = self.copy_button(Content::Citation, self.text.citation_copy, citation);
        Self::way(self.text.citation_title, says, button, self.told(Content::Citation, citation))
    }

    fn paper_way(&self) -> Html {
        let (print, act) = (self.scene.means.print.clone(), self.act.clone());
        let print = Callback::from(move |_| {
            act.emit(Action::Pass(Pass::Begin));
            print.emit(act.reform(|end| Action::Pass(Pass::Ended(Content::Paper, end))));
        });
        let button = html! {
            <button type="button" class="button button--second" data-print="true" onclick={print}>{ self.text.paper_print }</button>
        };
        let told = self.told(Content::Paper, "");
        Self::way(self.text.paper_title, html! { <p>{ self.text.paper_lead }</p> }, button, told)
    }

    /// The page on which a snippet is made, with this outcome for a start.
    fn embed_way(&self) -> Html {
        let link = fragment(self.scene);
        let page = if link.is_empty() { "embed/".to_owned() } else { format!("embed/#{link}") };
        // From a file on somebody's disk there may be no way to that page.
        let Some(address) = self.scene.edition.way(&page) else { return html! { <div hidden=true></div> } };
        let button = html! { <a class="button button--second" href={address}>{ self.text.embed_link }</a> };
        Self::way(self.text.embed_title, html! { <p>{ self.text.embed_lead }</p> }, button, html! { <div></div> })
    }

    fn code_way(&self, code: Option<Html>) -> Html {
        // A code that leads nowhere is worse than none.
        if !self.has_address() {
            return html! { <div hidden=true></div> };
        }
        let open = self.scene.state.passing.code_open;
        let toggle = self.act.reform(|_| Action::Pass(Pass::Toggle(Panel::Code)));
        let panel = html! {
            <div id="sharing-code" class="sharing__panel" hidden={!open}>
                if open {
                    <>
                        <div>{ code }</div>
                        <p class="address">{ self.link.clone() }</p>
                    </>
                }
            </div>
        };
        let button = disclosure("sharing-code", open, self.text.code_show, toggle);
        Self::way(self.text.code_title, html! { <p>{ self.text.code_lead }</p> }, button, panel)
    }

    fn picture_way(&self, page: &str) -> Html {
        let passing = &self.scene.state.passing;
        let open = passing.pictures_open;
        let card = Rc::new(Card::of(self.scene, self.text, page));
        let guarantee = self.scene.case.model.guarantee(self.scene.decision.headline).id.clone();
        let (draw, act) = (self.scene.means.draw.clone(), self.act.clone());
        let toggle = Callback::from(move |_| {
            act.emit(Action::Pass(Pass::Toggle(Panel::Pictures)));
            for format in Format::ALL.into_iter().filter(|_| !open) {
                let card = card.clone();
                let picture = Picture {
                    format,
                    file: file_name(&guarantee, format),
                    arrange: Rc::new(move |width_of| card.arrange(format, width_of)),
                };
                draw.emit((picture, act.reform(move |it| Action::Pass(Pass::Drawn(format, it)))));
            }
        });
        let panel = html! {
            <div id="sharing-pictures" class="sharing__panel" hidden={!open}>
                <div class="pictures">{ for Format::ALL.into_iter().map(|it| self.picture(it)) }</div>
                <p role="status">{ if open && passing.undrawn { self.text.picture_failed } else { "" } }</p>
            </div>
        };
        let button = disclosure("sharing-pictures", open, self.text.picture_show, toggle);
        Self::way(self.text.picture_title, html! { <p>{ self.text.picture_lead }</p> }, button, panel)
    }

    /// One picture with what can be done with it; an empty frame until it is drawn.
    fn picture(&self, format: Format) -> Html {
        let Some(drawn) = self.scene.state.passing.drawn(format) else {
            return html! { <div class="picture" key={Content::Picture(format).slug()}></div> };
        };
        let content = Content::Picture(format);
        let (width, height) = format.size();
        let label = match format {
            Format::Wide => self.text.picture_wide,
            Format::Square => self.text.picture_square,
        };
        let guarantee = &self.scene.case.model.guarantee(self.scene.decision.headline).id;
        // Whether a file came of it no browser tells.
        let save = self.act.reform(move |_| Action::Pass(Pass::Ended(content, End::Saving)));
        html! {
            <div class="picture" key={content.slug()} data-picture={content.slug()}>
                <img
                    src={drawn.address.clone()}
                    width={width.to_string()}
                    height={height.to_string()}
                    alt={fill(self.text.picture_alt, &[("name", words::name(self.scene))])}
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

    /// One way to pass the outcome on: what it is, what to press, and what came of it.
    fn way(title: &'static str, says: Html, buttons: Html, below: Html) -> Html {
        html! {
            <div class="way" key={title}>
                <div class="way__says"><h3>{ title }</h3>{ says }</div>
                <div class="sharing__do">{ buttons }</div>
                <div class="way__below">{ below }</div>
            </div>
        }
    }

    fn copy_button(&self, content: Content, label: &'static str, what: &str) -> Html {
        let (copy, act, what) = (self.scene.means.copy.clone(), self.act.clone(), what.to_owned());
        let press = Callback::from(move |_| {
            act.emit(Action::Pass(Pass::Begin));
            copy.emit((what.clone(), act.reform(move |end| Action::Pass(Pass::Ended(content, end)))));
        });
        html! {
            <button type="button" class="button button--second" data-copy={content.slug()} onclick={press}>{ label }</button>
        }
    }

    /// Hands the link, or a picture with it, to the share sheet. The disclaimer goes along.
    fn share(&self, content: Content) -> Callback<MouseEvent> {
        let sentences = &self.scene.case.sentences;
        let parcel = Parcel {
            title: sentences.title.clone(),
            text: format!("{}: {}. {}", self.text.kicker, words::name(self.scene), sentences.disclaimer),
            address: if self.has_address() { self.link.clone() } else { String::new() },
            picture: match content {
                Content::Picture(format) => Some(format),
                Content::Link | Content::Words | Content::Citation | Content::Paper => None,
            },
        };
        let (share, act) = (self.scene.means.share.clone(), self.act.clone());
        Callback::from(move |_| {
            act.emit(Action::Pass(Pass::Begin));
            share.emit((parcel.clone(), act.reform(move |end| Action::Pass(Pass::Ended(content, end)))));
        })
    }

    /// The result of copying or sharing. The live region stays; if the browser refused, the text follows.
    fn told(&self, content: Content, what: &str) -> Html {
        let end = self.scene.state.passing.told.filter(|it| it.0 == content).map(|it| it.1);
        let says = match end {
            None | Some(End::Over) => "",
            Some(End::Copied) => self.text.copied,
            Some(End::Saving) => self.text.picture_saving,
            Some(End::PrintRefused) => self.text.print_refused,
            Some(End::CopyRefused) => self.text.copy_refused,
            Some(End::ShareRefused) if what.is_empty() => self.text.picture_refused,
            Some(End::ShareRefused) => self.text.share_refused,
        };
        let by_hand = matches!(end, Some(End::CopyRefused | End::ShareRefused)) && !what.is_empty();
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
