//! The page without a browser, and the words in which the tables speak of its state.

use std::{cell::RefCell, rc::Rc};

use which_guarantee::{
    case::{AnswerId, GuaranteeId, QuestionId, permalink},
    decide::{
        answers::{Guarantees, Questions},
        interview::{Choice, Choices},
        rules::Readings,
    },
    view::{
        effects::Effects,
        host::Host,
        outcome::folds::Fold,
        page_model::Evaluated,
        state::{
            Place, Snapshot, State,
            action::Action,
            load_state::{LoadState, Lost},
        },
    },
};
use yew::{Callback, NodeRef};

use super::actions::{arrive, edition, model};

/// The page as `view::app::App` holds it, with a browser that writes down what it is asked.
pub struct Page {
    pub evaluated: Evaluated,
    effects: Effects,
    host: Rc<dyn Host>,
    fetch: Callback<()>,
    /// For the last action.
    pub asked: Rc<RefCell<Vec<String>>>,
}

/// A browser that writes down what it is asked to focus.
struct Notes(Rc<RefCell<Vec<String>>>);

impl Host for Notes {
    fn focus(&self, _: &NodeRef) {
        self.0.borrow_mut().push("heading".to_owned());
    }

    fn focus_on(&self, id: &str) {
        self.0.borrow_mut().push(id.to_owned());
    }
}

/// Opened by a link.
pub fn open(link: &str) -> Page {
    let mut page = prerendered();
    page.does(arrive(link));
    page.asked.borrow_mut().clear();
    page
}

/// After actions, from a link or before anything has arrived.
pub fn after(start: Option<&str>, actions: Vec<Action>) -> Page {
    let mut page = start.map_or_else(prerendered, open);
    for action in actions {
        page.does(action);
    }
    page
}

fn prerendered() -> Page {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let host: Rc<dyn Host> = Rc::new(Notes(asked.clone()));
    let fetch = Callback::from({
        let asked = asked.clone();
        move |()| asked.borrow_mut().push("chunk".to_owned())
    });
    let evaluated = Evaluated::start(edition(), State::start(edition()));
    Page { evaluated, effects: Effects::default(), host, fetch, asked }
}

impl Page {
    pub fn does(&mut self, action: Action) {
        self.asked.borrow_mut().clear();
        let next = self.evaluated.state.after(action);
        // As `App::update` does: what changes nothing is not drawn.
        if next.reader != self.evaluated.state.reader {
            self.evaluated = self.evaluated.next(next);
            self.effects.follow(
                &self.evaluated.page(),
                &self.host,
                &self.fetch,
                &NodeRef::default(),
                &Callback::noop(),
            );
        }
    }
}

/// The state in a line: the link of answers and place, and every fact that is not as at the start.
pub fn told(state: &State) -> String {
    let link = link(state, &state.reader.choices, state.reader.readings, state.reader.place);
    let more =
        facts(state).into_iter().filter(|it| !it.1.is_empty() && !["answers", "readings", "place"].contains(&it.0));
    let more = more.map(|(name, value)| if value == "yes" { name.to_owned() } else { format!("{name} {value}") });
    // What is told of a note has its own name.
    let more = more.map(|it| it.strip_prefix("notes ").map_or(it.clone(), str::to_owned).replace("restored no", "own"));
    [link].into_iter().chain(more).collect::<Vec<_>>().join("; ")
}

/// Every fact of a state, by its name; empty where it is as at the start of a page that is alive.
pub fn facts(state: &State) -> Vec<(&'static str, String)> {
    let model = model();
    let rules = &state.table.rules;
    let yes = |it: bool| if it { "yes".to_owned() } else { String::new() };
    let questions = |it: Questions| it.ids().map(|it| model.question(it).id.clone()).collect::<Vec<_>>().join(",");
    let name = |it: GuaranteeId| model.guarantee(it).id.clone();
    let names =
        |all: Guarantees| model.guarantee_ids().filter(|it| all.contains(*it)).map(name).collect::<Vec<_>>().join(",");
    let format = |it: &[(QuestionId, AnswerId)]| permalink::format(model, it, &[]);
    let aside = |it: &Choices| {
        let answer =
            |question| if let Choice::Answer(answer) = it.get(question) { Some((question, answer)) } else { None };
        format(&it.set_aside(rules).ids().filter_map(answer).collect::<Vec<_>>())
    };
    let snapshot = |it: &Snapshot| {
        let parts = [("aside", aside(&it.choices)), ("kept", questions(it.pinned)), ("started", format(&it.started))];
        let parts = parts.iter().filter(|it| !it.1.is_empty()).map(|(name, value)| format!(" {name} {value}"));
        format!("[{}{}]", link(state, &it.choices, it.readings, it.place), parts.collect::<String>())
    };
    let notes = {
        let dropped = (state.reader.notice.dropped > 0).then(|| format!("dropped {}", state.reader.notice.dropped));
        let overruled =
            state.reader.notice.overruled.iter().map(|it| format!("overruled {}", model.normalisations[*it].id));
        dropped.into_iter().chain(overruled).collect::<Vec<_>>().join("; ")
    };
    let edges = [Some(state.reader.axes.across), Some(state.reader.axes.down), state.reader.axes.within];
    let edges = edges.into_iter().flatten().map(|it| model.question(it).id.as_str()).collect::<Vec<_>>().join("/");
    let chunk = match state.reader.chunk {
        LoadState::Wanted { tries: 0 } => String::new(),
        LoadState::Wanted { tries } => tries.to_string(),
        LoadState::Missing { tries, lost: Lost::Gone } => format!("gone {tries}"),
        LoadState::Missing { tries, lost: Lost::Unreached } => format!("unreached {tries}"),
        LoadState::Here => "here".to_owned(),
    };
    let sharing = &state.reader.share;
    let parts = [
        ("pictures", sharing.pictures_open),
        ("code", sharing.code_open),
        ("citation", sharing.citation_open),
        ("wide", sharing.wide.is_some()),
        ("square", sharing.square.is_some()),
        ("undrawn", sharing.undrawn),
    ];
    let ended = sharing.told.map(|(content, end)| format!("{} {end:?}", content.slug()));
    let parts = ended.into_iter().chain(parts.iter().filter(|it| it.1).map(|it| it.0.to_owned()));
    let parts = parts.collect::<Vec<_>>().join(" ");
    let number = |it: u32| if it == 0 { String::new() } else { it.to_string() };
    vec![
        ("answers", link(state, &state.reader.choices, Readings::BASE, Place::Outcome)),
        ("readings", format!("{:?}", state.reader.readings)),
        ("place", format!("{:?}", state.reader.place)),
        ("aside", aside(&state.reader.choices)),
        ("kept", questions(state.reader.pinned)),
        ("undo", state.reader.undo.iter().map(snapshot).collect::<Vec<_>>().join(" ")),
        ("moves", number(state.reader.moves)),
        ("walks", number(state.reader.walks)),
        ("restored", if state.reader.restored { String::new() } else { "no".to_owned() }),
        ("not alive", yes(!state.reader.arrived)),
        ("resting", yes(state.reader.is_answering_rest)),
        ("unanswered", yes(state.reader.unanswered)),
        ("looking", yes(state.reader.looking)),
        ("large", yes(state.reader.enlarged)),
        ("ladder", yes(state.reader.ladder_open)),
        ("notes", notes),
        ("rungs", names(state.reader.opened)),
        (
            "folds",
            Fold::ALL
                .into_iter()
                .filter(|it| state.reader.folds.contains(*it))
                .map(Fold::slug)
                .collect::<Vec<_>>()
                .join(","),
        ),
        ("led to", state.reader.led_to.map_or_else(String::new, |it| it.slug().to_owned())),
        ("leads", yes(state.reader.leads)),
        ("origin", state.reader.origin.map_or_else(String::new, name)),
        ("other", state.reader.other.clone().unwrap_or_default()),
        (
            "compared",
            state
                .reader
                .compared
                .map_or_else(String::new, |it| if it.is_empty() { "none".to_owned() } else { names(it) }),
        ),
        ("edges", if state.reader.axes == model.landscape { String::new() } else { edges }),
        ("chunk", chunk),
        ("started", format(&state.reader.started)),
        ("sharing", parts),
        ("renewed", number(state.reader.renewals)),
    ]
}

/// The link of what was chosen, with the place in the walk.
fn link(state: &State, choices: &Choices, readings: Readings, place: Place) -> String {
    let model = model();
    let unsure: Vec<_> = model.question_ids().filter(|it| choices.get(*it) == Choice::Unsure).collect();
    let at = if let Place::Question(it) = place { Some(it) } else { None };
    let answers = permalink::format(model, &choices.listed(&state.table.rules), &readings.ids());
    let parts = [answers, permalink::format_place(model, &unsure, at)];
    format!("#{}", parts.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join("&"))
}
