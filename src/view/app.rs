//! The tool: the one component that owns the state. Everything below it is a function of the state.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::GuaranteeId,
    decide::{explain::preconditions::Origin, rules::Readings},
    view::{
        chrome,
        edition::Edition,
        effects::Effects,
        host::{Host, NoBrowser, lead_to},
        ladder,
        outcome::element_refs::OutcomeRefs,
        outcome_chunk::OutcomeChunk,
        page_model::Evaluated,
        question,
        state::{
            Place, State,
            action::{Action, Arrival},
            load_state::Lost,
        },
    },
};

/// The inputs of the tool, given once.
#[derive(Clone, Properties)]
pub struct AppProps {
    pub edition: &'static Edition,
    /// The answers and the input that the reader arrives with. None while prerendering, when nothing is mounted.
    pub arrival: Option<Arrival>,
    pub host: Rc<dyn Host>,
    /// Called when the outcome's page comes near; answers with it, or with why it could not be fetched.
    pub fetch_chunk: Callback<Callback<Result<OutcomeChunk, Lost>>>,
}

/// The page is given its properties once.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.edition, other.edition)
    }
}

/// A struct and no function: without Yew's hooks the wasm is 5 kB smaller, and its one state needs none.
pub struct App {
    evaluated: Rc<Evaluated>,
    act: Callback<Action>,
    /// The outcome's page, once it is here. It never changes, so the state knows only that it is.
    chunk: Option<OutcomeChunk>,
    fetch: Callback<()>,
    /// The origin of the guarantee that the reader asked about, under the readings of that moment. It takes a look at
    /// many sets of answers, so it is computed on request and kept while it is on show.
    origin: Option<((GuaranteeId, Readings), Rc<Origin>)>,
    effects: Effects,
    refs: OutcomeRefs,
    first_answer: NodeRef,
}

/// An action, or the end of a try to fetch the outcome's page.
pub enum Message {
    Act(Action),
    ChunkCame(Result<OutcomeChunk, Lost>),
}

impl AppProps {
    /// The properties while prerendering, when nothing is mounted.
    pub fn prerendered(edition: &'static Edition) -> Self {
        Self { edition, arrival: None, host: Rc::new(NoBrowser), fetch_chunk: Callback::noop() }
    }
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let AppProps { edition, arrival, fetch_chunk, .. } = context.props();
        let came = context.link().callback(Message::ChunkCame);
        let state = State::start(edition);
        let state = match arrival {
            Some(arrival) => state.after(Action::Arrive(arrival.clone())),
            None => state,
        };
        Self {
            evaluated: Rc::new(Evaluated::start(edition, state)),
            act: context.link().callback(Message::Act),
            chunk: None,
            fetch: fetch_chunk.reform(move |()| came.clone()),
            origin: None,
            effects: Effects::default(),
            refs: OutcomeRefs::default(),
            first_answer: NodeRef::default(),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let action = match message {
            Message::Act(action) => action,
            Message::ChunkCame(came) => Action::ChunkCame(came.map(|chunk| {
                self.chunk.get_or_insert(chunk);
            })),
        };
        let mut next = self.evaluated.state.after(action);
        let changes = next.reader != self.evaluated.state.reader;
        if changes {
            if next.reader.moves != self.evaluated.state.reader.moves {
                context.props().host.blur();
            }
            next.reader.renewals += u32::from(context.props().host.empty_if_altered());
            self.evaluated = Rc::new(self.evaluated.next(next));
            self.find_origin();
        }
        changes
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { edition, host, .. } = context.props();
        let (chunk, act) = (self.chunk.as_ref(), &self.act);
        let page = self.evaluated.page();
        let reader = page.reader;
        let heading = &self.refs.heading;
        // One `match` in one slot: siblings that come and go crash Yew 0.23.0 (issue 4092).
        let panel = match (reader.place, chunk) {
            (Place::Question(id), _) => question::question(&page, chunk, id, host, heading, &self.first_answer, act),
            (Place::Outcome, Some(chunk)) => {
                let origin = self.origin.as_ref().map(|it| &it.1);
                (chunk.outcome)(&self.evaluated, chunk, origin, host, &self.refs, act)
            }
            (Place::Outcome, None) => question::loading::waiting(&page, heading, host, act),
        };
        html! {
            // Another key mounts everything afresh.
            <div key={reader.renewals} class={if reader.is_enlarged() { chrome::large_type::TOOL } else { "tool" }} data-ready={reader.arrived.to_string()}>
                { chrome::masthead::masthead(&page, &edition.languages, lead_to(host, heading)) }
                { chrome::notice::notice(&page, act) }
                <div class="columns">
                    <main id="main" class="columns__main">{ panel }</main>
                    { ladder::ladder(&page, chunk, self.origin.as_ref().map(|it| &*it.1), host, act) }
                </div>
                { chrome::masthead::colophon(&page) }
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let AppProps { arrival, host, .. } = context.props();
        if arrival.is_some() {
            host.drawn();
            self.effects.follow(&self.evaluated.page(), host, &self.fetch, &self.refs.heading, &self.act);
        }
    }
}

impl App {
    fn find_origin(&mut self) {
        let state = &self.evaluated.state;
        let asked = state.reader.origin.map(|it| (it, state.reader.readings));
        if self.origin.as_ref().map(|it| it.0) != asked {
            self.origin =
                asked.zip(self.chunk.as_ref()).map(|(it, chunk)| (it, Rc::new((chunk.origin)(&state.table, it.0))));
        }
    }
}
