//! The page for a group: many readers' links, where each of them leads, and what divides the group.
//! It counts the answers of one group. It is no survey, shows no shares and ranks nobody.

mod state;
mod input;
mod result;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::permalink,
    decide::rules::{Readings, Rules},
    text::group::GroupText,
    view::{
        chrome::{
            large_type,
            masthead::{credit, language_links},
        },
        edition::Edition,
        group::{
            input::ParsedLinks,
            result::{GroupModel, result},
            state::{Action, State},
        },
        host::{Host, NoBrowser},
    },
};

/// The inputs of the page for a group, given once.
#[derive(Clone, Properties)]
pub struct GroupPageProps {
    pub edition: &'static Edition,
    pub text: GroupText,
    /// The button was pressed before the page was alive.
    pub pressed: bool,
    pub host: Rc<dyn Host>,
}

/// The page is given its properties once.
impl PartialEq for GroupPageProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.edition, other.edition)
    }
}

impl GroupPageProps {
    /// The properties while prerendering, when nothing is mounted.
    pub fn prerendered(edition: &'static Edition, text: GroupText) -> Self {
        Self { edition, text, pressed: false, host: Rc::new(NoBrowser) }
    }
}

/// The page for a group.
#[component]
pub fn GroupPage(props: &GroupPageProps) -> Html {
    let GroupPageProps { edition, text, pressed, host } = props;
    // Yew may have put this off to a later task than that of the action.
    host.draws();
    let state = use_reducer_eq(State::default);
    let field = use_node_ref();
    let heading = use_node_ref();
    let act = Callback::from({
        let (dispatcher, host) = (state.dispatcher(), host.clone());
        move |action: Action| dispatcher.dispatch((action, u32::from(host.empty_if_altered())))
    });
    let show = Callback::from({
        let (host, field, act) = (host.clone(), field.clone(), act.clone());
        move |()| {
            if let Some(pasted) = host.value(&field) {
                act.emit(Action::Show(pasted));
            }
        }
    });
    let early = pressed.then(|| show.clone());
    // Before any other effect acts.
    use_effect({
        let host = host.clone();
        move || host.drawn()
    });
    use_effect_with((), {
        let (act, host) = (act.clone(), host.clone());
        move |()| {
            host.alive();
            host.on_loss(act.reform(|()| Action::Renew));
            act.emit(Action::Arrive);
            if let Some(show) = early {
                show.emit(());
            }
        }
    });
    use_escape(host, &act.reform(|()| Action::Leave));
    use_focus(host, state.shown, &heading);
    use_focus(host, u32::from(state.enlarged), &heading);
    let parsed = use_memo(state.pasted.clone(), |pasted| pasted.as_ref().map(|it| ParsedLinks::of(edition, it)));

    let sentences = &edition.sentences;
    let submit = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        show.emit(());
    });
    html! {
        <div key={state.renewals} class={classes!("gathering", if state.enlarged { large_type::TOOL } else { "tool" })} data-ready={state.arrived.to_string()}>
            <header class="masthead">
                <div class="masthead__row">
                    <p class="masthead__name"><a href="../">{ sentences.short_title.clone() }</a></p>
                    { language_links(&edition.languages, &edition.text, |it| format!("../../{}/class/", it.locale)) }
                </div>
            </header>
            <main id="main">
                <h1 class="gathering__title">{ text.title }</h1>
                { form(text, &field, submit, state.arrived, act.reform(|_| Action::ShowExample(example(edition)))) }
                <div class="gathering__result">
                    <p class="gathering__example" hidden={!state.is_example}>{ text.example_says }</p>
                    { match parsed.as_ref() {
                        Some(parsed) => result(&GroupModel { edition, text, parsed, enlarged: state.enlarged }, &heading, &act),
                        None => html! { <div hidden=true></div> },
                    } }
                </div>
            </main>
            <footer class="colophon">
                <p class="colophon__disclaimer">{ sentences.disclaimer.clone() }</p>
                <p>{ credit(&edition.sentences.article, &edition.text) }</p>
            </footer>
        </div>
    }
}

/// Escape leads back from large type.
#[hook]
fn use_escape(host: &Rc<dyn Host>, leave: &Callback<()>) {
    let (host, leave) = (host.clone(), leave.clone());
    use_effect_with((), move |()| host.on_escape(leave));
}

/// Moves the focus to the heading of the result or of the enlarged view.
#[hook]
fn use_focus(host: &Rc<dyn Host>, shown: u32, heading: &NodeRef) {
    let (host, heading) = (host.clone(), heading.clone());
    use_effect_with(shown, move |shown| {
        if *shown > 0 {
            host.focus(&heading);
        }
    });
}

/// The links of a few invented readers: the last example of the case, and four who differ from it in one answer.
fn example(edition: &Edition) -> String {
    let model = &edition.model;
    let rules = Rules::of(model, Readings::BASE);
    let start = model.presets.last().map(|it| it.answers.clone()).unwrap_or_default();
    let differing = model.question_ids().flat_map(|question| {
        let answers = rules.space.answer_ids(question).rev();
        let start = start.clone();
        answers.map(move |answer| {
            let rest = start.iter().filter(move |it| it.0 != question).copied();
            rest.chain([(question, answer)]).collect::<Vec<_>>()
        })
    });
    let is_sound = |it: &Vec<_>| rules.contradictions(rules.space.with_answers(it)).is_empty();
    let links = [start.clone()].into_iter().chain(differing.filter(is_sound).take(4));
    links.map(|it| permalink::format(model, &it, &[])).collect::<Vec<_>>().join("\n")
}

fn form(
    text: &GroupText,
    field: &NodeRef,
    submit: Callback<MouseEvent>,
    is_alive: bool,
    try_example: Callback<MouseEvent>,
) -> Html {
    html! {
        <div class="gathering__form">
            <p class="gathering__lead">{ text.lead }</p>
            // What stands in the field belongs to the reader: it is read when the button is pressed, and never set.
            <form method="dialog">
                <label for="links">{ text.label }</label>
                <p class="gathering__hint" id="links-hint">{ text.hint }</p>
                <textarea
                    id="links"
                    ref={field.clone()}
                    rows="8"
                    aria-describedby="links-hint"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                />
                <p class="gathering__do">
                    <button type="submit" class="button" data-show="true" onclick={submit}>{ text.show }</button>
                    <button
                        type="button"
                        class="button button--quiet"
                        data-example="true"
                        disabled={!is_alive}
                        onclick={try_example}
                    >
                        { text.try_example }
                    </button>
                </p>
            </form>
        </div>
    }
}
