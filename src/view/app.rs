//! The tool: the one component that owns the state. Everything below it is a function of the state.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::GuaranteeId,
    decide::{reverse::Origin, rules::Readings},
    view::{
        chrome,
        edition::Edition,
        effects::Effects,
        host::Host,
        ladder,
        outcome::marks::Marks,
        question,
        scene::Followed,
        state::{
            Place, State,
            action::{Action, Arrival},
        },
    },
};

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
