//! The pages as readers see them: Yew components, pure functions of the state, the case and the text.
//! The build prerenders these components; in the browser they are mounted in place of the prerendered page.
//! This module never touches `web_sys`. It asks the browser for everything through `Host`.

pub mod host;
pub mod state;
pub mod scene;

pub mod effects;
pub mod later;

pub mod annex;
#[cfg(feature = "authoring")]
pub mod editions;
pub mod chrome;
pub mod ladder;
pub mod scale;
pub mod question;
pub mod outcome;
pub mod share;
pub mod class;

use std::rc::Rc;

use serde::Serialize;
use yew::prelude::*;

use crate::unpack::{unpack, unpack_variants};
use crate::{
    case::{Case, GuaranteeId},
    decide::{reverse::Origin, rules::Readings},
    text::Text,
    view::{
        effects::Effects,
        host::Host,
        outcome::Marks,
        scene::Followed,
        state::{
            Place, State,
            action::{Action, Arrival},
        },
    },
};

/// Everything that one language's page needs for its questions. The browser fetches it as one small file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edition {
    pub case: Case,
    pub text: Text,
    /// All languages of the site, this one included.
    pub languages: Vec<Language>,
    /// A sentence for the reader: that no native editor has read the translation; empty where one has.
    pub unread: String,
    pub stand: Stand,
}

/// The place of a page: on the site or in a file of its own. It decides how links lead to other pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Stand {
    /// On the site, beside the other pages.
    Site,
    /// Alone in a file. `site` is the address of the site, if the publisher has named one.
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Language {
    /// BCP 47 tag, and the name of the folder.
    pub locale: String,
    /// The language's own name.
    pub name: String,
}

unpack! {
    Edition { case, text, languages, unread, stand }
    Language { locale, name }
}

unpack_variants! {
    Stand { Site, File { site } }
}

#[derive(Clone, Properties)]
pub struct AppProps {
    pub edition: &'static Edition,
    /// The answers and the input that the reader arrives with. None while prerendering, when nothing is mounted.
    pub arrival: Option<Arrival>,
    #[prop_or_default]
    pub host: Host,
}

/// The page is given its properties once.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.edition, other.edition)
    }
}

/// The tool. Owns the state; everything below is a function of it.
/// A struct and no function: without Yew's hooks the wasm is 5 kB smaller, and its one state needs none.
pub struct App {
    followed: Rc<Followed>,
    act: Callback<Action>,
    /// The origin of the guarantee that the reader asked about, under the readings of that moment. It takes a look at
    /// many sets of answers, so it is computed on request and kept while it is on show.
    origin: Option<((GuaranteeId, Readings), Rc<Origin>)>,
    effects: Effects,
    marks: Marks,
    first_answer: NodeRef,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let AppProps { edition, arrival, .. } = context.props();
        let state = State::start(edition);
        let state = match arrival {
            Some(arrival) => state.after(Action::Arrive(arrival.clone())),
            None => state,
        };
        Self {
            followed: Rc::new(Followed::start(edition, state)),
            act: context.link().callback(|action| action),
            origin: None,
            effects: Effects::default(),
            marks: Marks::default(),
            first_answer: NodeRef::default(),
        }
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        let mut next = self.followed.state.after(action);
        let changes = next != self.followed.state;
        if changes {
            next.renewals += context.props().host.renewals();
            self.followed = Rc::new(self.followed.next(next));
            self.find_origin();
        }
        changes
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { edition, host, .. } = context.props();
        let (state, act) = (&self.followed.state, &self.act);
        let scene = self.followed.scene();
        let heading = &self.marks.heading;
        // One `match` in one slot: siblings that come and go crash Yew 0.23.0 (issue 4092).
        let panel = match (state.place, state.later.here()) {
            (Place::Question(id), _) => question::question(&scene, id, host, heading, &self.first_answer, act),
            (Place::Outcome, Some(later)) => {
                let origin = self.origin.as_ref().map(|it| &it.1);
                (later.outcome)(&self.followed, later, origin, host, &self.marks, act)
            }
            (Place::Outcome, None) => question::loading::waiting(&scene, heading, host, act),
        };
        html! {
            // Another key mounts everything afresh.
            <div key={state.renewals} class={if state.is_enlarged() { chrome::large_type::TOOL } else { "tool" }} data-ready={state.arrived.to_string()}>
                { chrome::masthead::masthead(&scene, &edition.languages, host.lead_to(heading)) }
                { chrome::notice::notice(&scene, act) }
                <div class="columns">
                    <main id="main" class="columns__main">{ panel }</main>
                    { ladder::ladder(&scene, self.origin.as_ref().map(|it| &*it.1), host, act) }
                </div>
                { chrome::masthead::colophon(&scene) }
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let AppProps { arrival, host, .. } = context.props();
        if arrival.is_some() {
            host.drawn();
            self.effects.follow(&self.followed.scene(), host, &self.marks.heading, &self.act);
        }
    }
}

impl App {
    fn find_origin(&mut self) {
        let state = &self.followed.state;
        let asked = state.origin.map(|it| (it, state.readings));
        if self.origin.as_ref().map(|it| it.0) != asked {
            let later = state.later.here();
            self.origin = asked.zip(later).map(|(it, later)| (it, Rc::new((later.origin)(&state.table, it.0))));
        }
    }
}
