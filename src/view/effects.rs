//! All effects, named for what the reader notices. They run in the browser alone, after hydration.

use yew::{platform::spawn_local, prelude::*};

use crate::{
    case::permalink,
    decide::asking::Choice,
    text::fill,
    view::{
        host::{Address, Host, arrivals},
        later::Piece,
        passing::Content,
        state::{Action, Place, Scene, State},
    },
};

/// What the reader brought along takes effect once the page is alive. It can't be in the first render, which must
/// have the structure of the prerendered HTML.
#[hook]
pub fn use_arrival(host: &Host, act: &Callback<Action>) {
    let host = host.clone();
    let act = act.clone();
    use_effect_with((), move |()| host.arrive.emit(arrivals(&act)));
}

/// The address, the history and the title follow the state.
#[hook]
pub fn use_address(host: &Host, address: Address, arrived: bool) {
    let callback = host.address.clone();
    use_effect_with((arrived, address), move |(arrived, address)| {
        if *arrived {
            callback.emit(address.clone());
        }
    });
}

/// The outcome's page is whole when the reader comes to it: what it needs besides is fetched after the first answer.
#[hook]
pub fn use_annex(host: &Host, state: &State, act: &Callback<Action>) {
    let wanted = state.wants_annex();
    let fetch = host.annex.clone();
    let came = act.reform(Action::AnnexCame);
    use_effect_with(wanted, move |wanted| {
        if wanted.is_some() {
            fetch.emit(came);
        }
    });
}

/// The outcome's page is on its way from the first answer on, and asked for again where it is due and has not come.
/// Gives how far it is, and a way to ask for it once more.
#[hook]
pub fn use_later(is_begun: bool, is_due: bool) -> (Piece, Callback<()>) {
    let piece = use_state_eq(|| Piece::AT_START);
    let fetch = use_callback(piece.setter(), |(), setter| {
        let setter = setter.clone();
        setter.set(Piece::Coming);
        spawn_local(async move { setter.set(Piece::fetch().await) });
    });
    use_effect_with((is_begun, is_due), {
        let (piece, fetch) = (*piece, fetch.clone());
        move |(is_begun, is_due)| match piece {
            Piece::Coming | Piece::Missing if *is_begun || *is_due => fetch.emit(()),
            Piece::Coming | Piece::Missing | Piece::Here(_) => {}
        }
    });
    (*piece, fetch)
}

/// Escape leads back from what fills the page.
#[hook]
pub fn use_escape(host: &Host, leave: &Callback<()>) {
    let (escape, leave) = (host.escape.clone(), leave.clone());
    use_effect_with((), move |()| escape.emit(leave));
}

/// The heading of a new place gets the focus, so that a screen reader reads it and the keyboard goes on from there.
/// An answer moves nothing.
#[hook]
pub fn use_focus_on_new_place(host: &Host, moves: u32, waits: Option<Piece>, heading: &NodeRef) {
    let focus = host.focus.clone();
    let heading = heading.clone();
    use_effect_with((moves, waits), move |(moves, _)| {
        if *moves > 0 {
            focus.emit(heading.clone());
        }
    });
}

/// A text that could not be copied is shown, and has the focus with all of it selected, ready to be copied by hand.
#[hook]
pub fn use_focus_on_refused_text(host: &Host, refused: Option<Content>) {
    let focus_on = host.focus_on.clone();
    use_effect_with(refused, move |refused| {
        if let Some(content) = refused {
            focus_on.emit(content.field());
        }
    });
}

/// The address of what is on show.
pub fn address(scene: &Scene) -> Address {
    let state = scene.state;
    let page = match state.place {
        Place::Question(id) => scene.case.sentences.question(id).asks.as_str(),
        Place::Outcome => scene.case.sentences.guarantee(scene.decision.headline).name.as_str(),
    };
    let titled = fill(scene.text.page_title, &[("page", page), ("site", &scene.case.sentences.title)]);
    let title = if state.unanswered { fill(scene.text.problem_page_title, &[("page", &titled)]) } else { titled };
    Address { fragment: fragment(scene), place: place(scene), title, moves: state.moves, restored: state.restored }
}

/// The permalink of what is on show, without `#`.
pub fn fragment(scene: &Scene) -> String {
    let rules = &scene.table.rules;
    permalink::format(&scene.case.model, &scene.state.choices.listed(rules), &scene.state.readings.ids())
}

/// The place in the walk, as links between languages and the history keep it.
pub fn place(scene: &Scene) -> String {
    let model = &scene.case.model;
    let unsure: Vec<_> = model.question_ids().filter(|it| scene.state.choices.get(*it) == Choice::Unsure).collect();
    let at = match scene.state.place {
        Place::Question(id) => Some(id),
        Place::Outcome => None,
    };
    permalink::format_place(model, &unsure, at)
}
