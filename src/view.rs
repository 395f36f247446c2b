//! What a reader sees: Yew components, pure functions of the state, the case and the text.
//! The same components are prerendered and hydrated, so the first render depends on the props alone.
//! It never touches `web_sys`; what a browser must do for it goes through `Host`.

pub mod host;
pub mod state;

mod effects;
mod later;

pub mod annex;
pub mod gathering;
mod doubt;
mod history;
mod ladder;
mod landscape;
mod comparison;
mod presets;
mod sources;
mod coming;
pub mod masthead;
mod notice;
mod origin;
mod others;
mod outcome;
pub mod passing;
mod projector;
mod question;
mod scale;
pub mod sharing;
mod summary;
mod together;
mod versus;
mod waiting;

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::prelude::*;

use crate::{
    case::Case,
    decide::{asking::Choices, rules::Readings, table::Table},
    text::Text,
    view::{
        effects::{
            use_address, use_annex, use_arrival, use_escape, use_focus_on_new_place, use_focus_on_refused_text,
            use_later,
        },
        host::Host,
        later::Piece,
        state::{Action, Place, Scene, State},
    },
};

/// Everything that one language's page is made of. The browser fetches it as one small file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Edition {
    pub case: Case,
    pub text: Text,
    /// For every reading, in how many worlds that a reader can give it alone changes the outcome.
    pub moved: Vec<u32>,
    /// All languages of the site, this one included.
    pub languages: Vec<Language>,
    pub stand: Stand,
}

/// Where a page stands, and with it the way to the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stand {
    /// On the site, beside them.
    Site,
    /// Alone in a file; the site is at this address, if anybody has said where.
    File { site: Option<String> },
}

impl Edition {
    /// The address of a page, given by the way from this one on the site. None where there is no way.
    pub fn way(&self, path: &str) -> Option<String> {
        match &self.stand {
            Stand::Site => Some(path.to_owned()),
            Stand::File { site } => {
                let site = site.as_ref()?;
                let below = path.strip_prefix("../").map(str::to_owned);
                Some(format!("{site}{}", below.unwrap_or_else(|| format!("{}/{path}", self.text.locale))))
            }
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// BCP 47 tag, and the name of the folder.
    pub locale: String,
    /// The language's own name.
    pub name: String,
}

#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    pub edition: Rc<Edition>,
    /// None while prerendering.
    #[prop_or_default]
    pub host: Host,
}

/// The tool. Owns the state; everything below is a function of it.
#[component]
pub fn App(props: &AppProps) -> Html {
    let edition = &props.edition;
    let model = &edition.case.model;
    let base = use_memo((), |()| Table::build(model, Readings::BASE));
    let state = use_reducer_eq(|| State::start(edition.clone(), base.clone()));
    let table = use_memo(state.readings, |readings| {
        if *readings == Readings::BASE { (*base).clone() } else { Table::build(model, *readings) }
    });
    let is_begun = state.choices != Choices::none(&base.rules);
    let (piece, again) = use_later(is_begun || state.looking, state.place == Place::Outcome);
    // A look at many sets of answers: made when a reader asks for it, and kept while it is on show.
    let origin = use_memo((state.origin, state.readings), |(guarantee, _)| match piece {
        Piece::Here(later) => guarantee.map(|it| (later.origin)(&table, it)),
        Piece::Coming | Piece::Missing => None,
    });
    let annex = use_memo((state.annex.clone(), piece), |(annex, piece)| match piece {
        Piece::Here(later) => annex.here().and_then(later.annex),
        Piece::Coming | Piece::Missing => None,
    });
    let scene = Scene::of(edition, &table, &state, (*origin).as_ref(), piece.here(), *annex);
    let marks = use_memo((), |()| outcome::Marks::default());
    let heading = &marks.heading;
    let first_answer = use_node_ref();
    let act = Callback::from({
        let dispatcher = state.dispatcher();
        move |action: Action| dispatcher.dispatch(action)
    });
    use_arrival(&props.host, &act);
    use_address(&props.host, effects::address(&scene), state.arrived);
    use_annex(&props.host, &state, &act);
    // What stands in for the outcome's page is a place of its own, and so is the page once it is here.
    let waits = match (state.place, piece) {
        (Place::Question(_), _) | (Place::Outcome, Piece::Here(_)) => None,
        (Place::Outcome, Piece::Coming | Piece::Missing) => Some(piece),
    };
    use_focus_on_new_place(&props.host, state.moves, waits, heading);
    use_focus_on_refused_text(&props.host, state.passing.refused());
    use_escape(&props.host, &act.reform(|()| Action::LeaveEnlarged));
    use_focus_on_new_place(&props.host, u32::from(state.is_enlarged()), None, heading);

    // One `match` in one slot: siblings that come and go crash Yew 0.23.0 (issue 4092).
    let panel = match state.place {
        Place::Question(id) => question::question(&scene, id, &props.host, heading, &first_answer, &act),
        Place::Outcome => match piece {
            Piece::Here(later) => (later.outcome)(&scene, &props.host, &marks, &act),
            Piece::Coming | Piece::Missing => waiting::waiting(&scene, piece, heading, &again),
        },
    };
    html! {
        <div class={classes!("tool", state.is_enlarged().then_some(projector::CLASS))} data-ready={state.arrived.to_string()}>
            { masthead::masthead(&scene, &edition.languages, props.host.lead_to(heading)) }
            { notice::notice(&scene, &act) }
            <div class="columns">
                <main id="main" class="columns__main">{ panel }</main>
                { ladder::ladder(&scene, &act) }
            </div>
            { masthead::colophon(&scene) }
        </div>
    }
}
