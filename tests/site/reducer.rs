//! The page's state after every action, without a browser: tables of a start, of what the reader does and of all that
//! follows, and rules that hold for every action from every place.
//! The address, the focus and what is fetched are those that `view::effects` asks of the browser.

mod tables;
mod page;
mod actions;

use std::collections::BTreeSet;

use which_guarantee::{
    case::{AnswerId, QuestionId, permalink},
    decide::{
        explain::counterfactuals::{changes, taking},
        interview::{Choice, Choices, is_asked, remaining, unasked},
        landscape::{Edge, Landscape},
    },
    view::{
        address::{self, Address},
        outcome::folds::Fold,
        page_model::Evaluated,
        share::state::{Content, Format, Panel, ShareAction, ShareResult},
        state::{
            Place, State,
            action::{Action, Arrival},
            load_state::Lost,
        },
    },
};

use self::{
    actions::{again, arrive, arrive_at, choose, choose_first, edition, go_to, guarantees, keep, lay, model, switch},
    page::{after, facts, open, told},
    tables::{Row, answering, arriving, fetching, looking, sharing, tables, undoing, walking},
};

/// Lists every variant of an enum. A new one does not compile until it is here, with what it may change.
macro_rules! kinds {
    ($all:ident, $kind:ident, $type:ident { $($name:ident => $says:expr),* $(,)? }) => {
        const $all: &[&str] = &[$(stringify!($name)),*];

        fn $kind(it: &$type) -> (&'static str, &'static str) {
            match it {
                $($type::$name { .. } => (stringify!($name), $says)),*
            }
        }
    };
}

const A_MOVE: &str = "place moves restored unanswered ladder large sharing chunk";
const ANOTHER_WALK: &str = "answers aside undo sharing readings notes kept origin other compared started resting place moves walks \
                            restored unanswered ladder large chunk";

// The facts that each action may change. Any but the arrival of the outcome's page ends the way to a part.
kinds!(ACTIONS, kind, Action {
    Arrive => ANOTHER_WALK,
    Choose => "answers aside undo sharing unanswered",
    Next => A_MOVE,
    Back => A_MOVE,
    Open => A_MOVE,
    AnswerRest => "resting place moves restored unanswered ladder large sharing",
    Unfold => "rungs",
    Fold => "folds",
    StartAgain => ANOTHER_WALK,
    Undo => "answers aside undo sharing readings kept started place moves restored unanswered ladder large chunk",
    ToggleLadder => "ladder",
    ToggleReading => "readings undo sharing",
    BaseReadings => "readings undo sharing",
    TogglePinned => "kept",
    ToggleOrigin => "origin",
    Compare => "other",
    CloseNotice => "notes",
    ChunkCame => "chunk",
    Move => "answers aside undo sharing unanswered",
    Lay => "edges",
    FetchAgain => "chunk",
    CompareGuarantees => "compared",
    ToggleLeads => "leads",
    LookAtPresets => "looking",
    Share => "sharing",
    ToggleEnlarged => "large",
    LeaveEnlarged => "large",
    Renew => "renewed",
});

kinds!(SHARE_ACTIONS, share_kind, ShareAction { Toggle => "", Begin => "", Ended => "", Drawn => "" });

#[test]
fn the_next_question_is_the_first_that_can_change_the_outcome() {
    hold(walking());
}

#[test]
fn an_answer_that_an_earlier_one_makes_impossible_is_set_aside_and_comes_back() {
    hold(answering());
}

#[test]
fn undo_takes_back_one_change_after_another_and_leads_to_its_place() {
    hold(undoing());
    let mut state = open("").evaluated.state;
    let worlds = ["us=none", "us=treaty"];
    for turn in 0..103 {
        state = state.after(choose(worlds[turn % 2]));
    }
    assert_eq!(state.reader.undo.len(), 100, "so many changes are remembered");
    for _ in 0..100 {
        state = state.after(Action::Undo);
    }
    assert_eq!(told(&state), "#us=none&at=war", "the first three are forgotten");
    assert!(state.after(Action::Undo).reader == state.reader);
}

#[test]
fn what_is_unfolded_or_compared_changes_no_answer() {
    hold(looking());
}

#[test]
fn the_outcomes_page_is_fetched_until_it_is_there() {
    hold(fetching());
}

#[test]
fn a_link_leads_to_its_answers_its_place_and_its_part() {
    hold(arriving());
}

#[test]
fn what_is_told_of_passing_on_ends_with_the_outcome_that_it_is_about() {
    hold(sharing());
    let passes: BTreeSet<_> =
        sharing().iter().flat_map(|it| &it.1).filter_map(share_action_of).map(|it| share_kind(it).0).collect();
    assert!(SHARE_ACTIONS.iter().all(|it| passes.contains(it)), "each way to pass on has a row: {passes:?}");
}

fn share_action_of(action: &Action) -> Option<&ShareAction> {
    if let Action::Share(it) = action { Some(it) } else { None }
}

#[test]
fn each_action_has_a_row_and_is_tried_from_every_place() {
    let named = |actions: &[Action]| -> BTreeSet<&str> { actions.iter().map(|it| kind(it).0).collect() };
    let rows: Vec<Action> = tables().into_iter().flat_map(|it| it.1).collect();
    let all: BTreeSet<&str> = ACTIONS.iter().copied().collect();
    assert_eq!(named(&rows), all);
    assert_eq!(named(&every_action()), all);
}

/// Where this fails, `told` leaves out a fact, and the tables with it.
#[test]
fn states_of_which_all_the_same_is_told_are_equal() {
    let mut states: Vec<State> = tables().into_iter().map(|it| after(it.0, it.1).evaluated.state).collect();
    states.extend(every_action().into_iter().map(|it| open("war=peace&us=none&nato=no").evaluated.state.after(it)));
    let told: Vec<String> = states.iter().map(told).collect();
    for (index, one) in states.iter().enumerate() {
        for other in 0..index {
            assert_eq!(
                one.reader == states[other].reader,
                told[index] == told[other],
                "{} and {}",
                told[index],
                told[other]
            );
        }
    }
}

#[test]
fn no_action_changes_more_than_its_own() {
    from_every_place(|before, action, after| {
        let (name, own) = kind(action);
        let own: Vec<&str> = own.split_whitespace().collect();
        for (was, is) in facts(before).iter().zip(facts(after)) {
            let may = own.contains(&was.0) || (name != "LaterCame" && was.0 == "led to" && is.1.is_empty());
            assert!(may || was.1 == is.1, "{name} at {}: {} was {} and is {}", told(before), was.0, was.1, is.1);
        }
        let is_restored = after.reader.moves == before.reader.moves && before.reader.restored;
        assert!(
            !is_own(action) || after.reader.restored == is_restored,
            "{name}: whoever moves has moved by themselves"
        );
        assert!(
            after.reader.moves > before.reader.moves || after.reader.place == before.reader.place || !is_own(action),
            "{name} moves unseen"
        );
        let is_left = !after.reader.unanswered && !after.reader.ladder_open && !after.reader.enlarged;
        assert!(after.reader.moves == before.reader.moves || is_left, "{name} leaves something of the last place");
    });
}

#[test]
fn undo_after_any_action_brings_back_answers_readings_what_is_kept_and_the_place() {
    from_every_place(|before, action, after| {
        let name = kind(action).0;
        if !is_own(action) {
            return;
        }
        if after.reader.decides_as(&before.reader) {
            assert!(after.reader.undo == before.reader.undo, "{name} changes nothing, and so there is nothing to undo");
            return;
        }
        let undone = after.after(Action::Undo);
        assert!(undone.reader.decides_as(&before.reader), "{name} at {}", told(before));
        assert!(
            undone.reader.pinned == before.reader.pinned && undone.reader.started == before.reader.started,
            "{name} at {}",
            told(before)
        );
        assert!(undone.reader.undo == before.reader.undo, "{name} at {}", told(before));
        // Nobody is led to an outcome of no answers.
        let has_answers = before.reader.choices != Choices::none(&before.table.rules);
        assert!(undone.reader.place == before.reader.place || !has_answers, "{name} at {}", told(before));
        assert_eq!(undone.table.readings, before.reader.readings);
    });
}

#[test]
fn only_a_new_place_large_type_and_a_refused_text_get_the_focus() {
    for link in STARTS {
        for action in every_action().into_iter().filter(is_own) {
            let mut page = open(link);
            let before = page.evaluated.state.clone();
            page.does(action.clone());
            let after = &page.evaluated.state;
            let is_led = after.reader.place != before.reader.place
                || matches!(action, Action::Open(_) | Action::StartAgain | Action::AnswerRest);
            let is_due = is_led || (after.reader.is_enlarged() && !before.reader.is_enlarged());
            let is_refused = after.reader.share.refused().is_some();
            let asked = page.asked.borrow();
            assert_eq!(asked.contains(&"heading".to_owned()), is_due, "{action:?} from {link}");
            assert_eq!(asked.iter().any(|it| it.starts_with("pass-")), is_refused, "{action:?} from {link}");
        }
    }
}

#[test]
fn the_second_time_an_action_does_nothing_or_takes_itself_back() {
    from_every_place(|before, action, after| {
        let again = after.after(action.clone());
        match action {
            Action::Choose(..)
            | Action::Move(_)
            | Action::BaseReadings
            | Action::Lay(..)
            | Action::Compare(_)
            | Action::CompareGuarantees(_)
            | Action::CloseNotice
            | Action::LookAtPresets
            | Action::LeaveEnlarged
            | Action::FetchAgain
            | Action::ChunkCame(_)
            | Action::Share(ShareAction::Begin | ShareAction::Ended(..) | ShareAction::Drawn(..)) => {
                assert!(again.reader == after.reader, "{action:?} at {}", told(before));
            }
            Action::Unfold(_)
            | Action::Fold(_)
            | Action::ToggleLadder
            | Action::TogglePinned(_)
            | Action::ToggleOrigin(_)
            | Action::ToggleLeads
            | Action::ToggleEnlarged
            | Action::ToggleReading(_)
            | Action::Share(ShareAction::Toggle(_)) => is_back(&again, before),
            // They count, or lead on.
            Action::Arrive(_)
            | Action::Next
            | Action::Back
            | Action::Open(_)
            | Action::AnswerRest
            | Action::StartAgain
            | Action::Undo
            | Action::Renew => {}
        }
    });
}

/// Whether a state is as before but for what can be undone.
fn is_back(now: &State, before: &State) {
    for (was, is) in facts(before).iter().zip(facts(now)) {
        assert!(was.1 == is.1 || ["undo", "sharing", "led to"].contains(&was.0), "{was:?} {is:?}");
    }
}

#[test]
fn next_and_back_lead_where_the_engine_says_from_every_place_and_any_two_answers() {
    let model = model();
    let each: Vec<(QuestionId, AnswerId)> = model
        .question_ids()
        .flat_map(|it| AnswerId::all(model.question(it).answers.len()).map(move |answer| (it, answer)))
        .collect();
    let start = open("").evaluated.state;
    let rules = &start.table.rules;
    for (index, one) in each.iter().enumerate() {
        for other in &each[index..] {
            let answered = start.after(Action::Move(vec![*one, *other]));
            let decision = answered.decision();
            let left = remaining(rules, &answered.reader.choices, &decision)
                .ids()
                .next()
                .map_or(Place::Outcome, Place::Question);
            let asked = |it: QuestionId| is_asked(rules, &answered.reader.choices, decision.answers, it);
            for place in places() {
                let mut now = answered.clone();
                now.reader.place = place;
                let next = now.after(Action::Next);
                let (at, earlier) = match place {
                    Place::Question(at) => (Some(at), (0..at.0).rev().map(QuestionId).collect::<Vec<_>>()),
                    Place::Outcome => (None, model.question_ids().rev().collect()),
                };
                let goes = at.is_some_and(asked);
                assert_eq!(next.reader.place, if goes { left } else { place }, "next at {}", told(&now));
                assert_eq!(next.reader.unanswered, at.is_some() && !goes, "next at {}", told(&now));
                let back = earlier.into_iter().find(|it| asked(*it) && !rules.is_idle(decision.answers, *it));
                let there = now.after(Action::Back);
                assert_eq!(there.reader.place, back.map_or(place, Place::Question), "back at {}", told(&now));
                assert!(back.is_some() || there.reader == now.reader);
            }
        }
    }
}

#[test]
fn answers_that_contradict_each_other_are_resolved_as_the_engine_does() {
    let model = model();
    let start = open("").evaluated.state;
    let rules = &start.table.rules;
    let named: BTreeSet<QuestionId> = model.normalisations.iter().flat_map(|it| &it.when).map(|it| it.0).collect();
    let mut links = vec![Vec::new()];
    for question in named {
        let with = |link: &Vec<_>, answer| [link.clone(), vec![(question, answer)]].concat();
        let more: Vec<Vec<_>> = links
            .iter()
            .flat_map(|link| AnswerId::all(model.question(question).answers.len()).map(move |it| with(link, it)))
            .collect();
        links.extend(more);
    }
    let mut overruled = BTreeSet::new();
    let mut aside = 0;
    for answers in links {
        let given = rules.space.with_answers(&answers);
        let arrived = open(permalink::format(model, &answers, &[]).leak()).evaluated.state;
        assert_eq!(arrived.reader.choices.answers(rules), rules.reconcile(given), "{answers:?}");
        assert_eq!(arrived.reader.notice.overruled, rules.contradictions(given), "{answers:?}");
        assert_eq!(arrived.reader.started, answers);
        assert!(arrived.reader.choices.set_aside(rules).is_empty(), "{answers:?}");
        overruled.extend(arrived.reader.notice.overruled);
        // One after another, in either order: nothing chosen is lost, and the earlier question counts.
        let one = |state: State, it: &(QuestionId, AnswerId)| state.after(Action::Choose(it.0, Choice::Answer(it.1)));
        let chosen = answers.iter().fold(start.clone(), one);
        let reversed = answers.iter().rev().fold(start.clone(), one);
        assert!(
            chosen.reader.choices == reversed.reader.choices
                && chosen.reader.choices == start.reader.choices.answered(&answers)
        );
        assert!(
            chosen.reader.notice == start.reader.notice && !rules.contradicts(chosen.reader.choices.answers(rules))
        );
        let is_aside = chosen.reader.choices.set_aside(rules);
        assert_eq!(is_aside.is_empty(), !rules.contradicts(given), "{answers:?}");
        aside += is_aside.len();
    }
    assert_eq!((overruled.len(), aside > 0), (2, true), "both contradictions of the case come up");
}

#[test]
fn going_to_another_world_and_answering_the_rest_leave_alone_what_is_kept_fixed() {
    for link in STARTS {
        let start = open(link).evaluated.state;
        let (model, table, rules) = (model(), &start.table, &start.table.rules);
        let listed = start.reader.choices.listed(rules);
        let idle = |it: QuestionId| rules.is_idle(start.reader.choices.answers(rules), it);
        // Each answer by itself, and all of them.
        let mut kept: Vec<Vec<QuestionId>> = listed.iter().map(|it| vec![it.0]).collect();
        kept.push(listed.iter().map(|it| it.0).filter(|it| !idle(*it)).collect());
        for questions in kept {
            let held = questions.iter().fold(start.clone(), |it, question| it.after(Action::TogglePinned(*question)));
            let decision = held.decision();
            let held_answers = Evaluated::start(edition(), held.clone()).page().kept();
            let holds = |it: &State| {
                let of = |state: &State, it| rules.space.answer(state.reader.choices.answers(rules), it);
                it.reader.pinned == held.reader.pinned
                    && questions.iter().all(|question| of(it, *question) == of(&held, *question))
            };
            let grid =
                Landscape::of(model, table, &held.reader.choices, decision.world, held.reader.pinned, held.reader.axes);
            for cell in grid.rows.iter().flat_map(|it| &it.cells).filter(|it| it.is_open()) {
                assert!(holds(&held.after(Action::Move(cell.answers.clone()))), "{link} {cell:?}");
            }
            for to in model.guarantee_ids() {
                for change in changes(table, decision.world, to, held_answers) {
                    let answers = taking(model, table, &held.reader.choices, (decision.world, to), &change);
                    let moved = held.after(Action::Move(answers));
                    assert!(holds(&moved), "{link} {change:?}");
                    assert_eq!(moved.decision().headline, to, "{link} {change:?}");
                }
            }
            let mut resting = held.after(Action::AnswerRest);
            let rest = unasked(rules, &held.reader.choices, decision.answers);
            let mut visited = Vec::new();
            while let Place::Question(at) = resting.reader.place {
                if visited.contains(&at) {
                    break;
                }
                assert!(holds(&resting) && (rest.contains(at) || visited.is_empty()), "{}", told(&resting));
                assert!(rest.is_empty() || !questions.contains(&at), "{}", told(&resting));
                visited.push(at);
                resting = resting.after(choose_first(at)).after(Action::Next);
            }
        }
    }
}

#[test]
fn an_answer_that_was_kept_and_is_open_again_keeps_nothing_fixed() {
    let kept = |it: &State| Evaluated::start(edition(), it.clone()).page().kept();
    for link in STARTS {
        let start = open(link).evaluated.state;
        let (rules, open) = (&start.table.rules, kept(&start));
        for (question, answer) in start.reader.choices.listed(rules) {
            let held = start.after(Action::TogglePinned(question));
            assert_eq!(kept(&held), rules.space.answered(open, question, answer), "{link}");
            assert_eq!(kept(&held.after(Action::Choose(question, Choice::Unsure))), open, "{link}");
        }
    }
}

#[test]
fn the_address_brings_back_answers_readings_and_place() {
    from_every_place(|_, _, after| {
        let evaluated = Evaluated::start(edition(), after.clone());
        let Address { fragment, place, .. } = address::address(&evaluated.page());
        let link = permalink::parse(model(), &format!("{fragment} &{place}"));
        assert_eq!(link.dropped, 0, "{fragment} {place}");
        let there = after.after(Action::Arrive(Arrival { link, has_place: true, ..Arrival::default() }));
        let rules = &after.table.rules;
        assert_eq!(there.reader.choices.listed(rules), after.reader.choices.listed(rules), "{}", told(after));
        assert_eq!(
            (there.reader.readings, there.reader.place),
            (after.reader.readings, after.reader.place),
            "{}",
            told(after)
        );
        assert!(
            there.reader.notice == Default::default()
                && there.reader.undo.is_empty()
                && there.table.readings == after.reader.readings
        );
    });
}

/// The links from which every action is tried: nothing, open and settled outcomes, an answer that is idle, readings, a
/// question left open, answers that contradict each other.
const STARTS: [&str; 8] = [
    "",
    "war=armistice",
    "war=armistice&land=claimed&nato=words&us=troops&partners=troops&backing=broad&supply=medium",
    "war=dictated&supply=low",
    "war=ongoing&land=ceded&nato=no",
    "war=peace&readings=J1,J5",
    "war=victory&unsure=us,land&at=us",
    "war=armistice&land=all&us=never",
];

/// Calls with the state before, an action, and the state after it.
fn from_every_place(check: impl Fn(&State, &Action, &State)) {
    let mut starts: Vec<State> = STARTS.iter().map(|it| open(it).evaluated.state).collect();
    // An answer that is set aside, and something to undo.
    starts.push(after(Some("war=peace&land=ceded&us=none"), vec![keep("us"), choose("war=armistice")]).evaluated.state);
    // Everything that can be open is.
    let busy = vec![
        arrive_at("war=dictated&supply=low", Fold::Readings),
        Action::ChunkCame(Ok(())),
        Action::ToggleLadder,
        Action::ToggleEnlarged,
        Action::Share(ShareAction::Toggle(Panel::Code)),
        Action::Compare("us=none".to_owned()),
    ];
    starts.push(after(None, busy).evaluated.state);
    for start in starts {
        for place in places() {
            let mut before = start.clone();
            before.reader.place = place;
            for action in every_action() {
                check(&before, &action, &before.after(action.clone()));
            }
        }
    }
}

fn places() -> Vec<Place> {
    model().question_ids().map(Place::Question).chain([Place::Outcome]).collect()
}

/// Every kind of action, each with all that it can be about where that is little.
fn every_action() -> Vec<Action> {
    let model = model();
    let mut all = vec![
        Action::Next,
        Action::Back,
        Action::AnswerRest,
        Action::StartAgain,
        Action::Undo,
        Action::ToggleLadder,
        Action::BaseReadings,
        Action::Compare("us=treaty".to_owned()),
        Action::CloseNotice,
        Action::ChunkCame(Err(Lost::Gone)),
        Action::ChunkCame(Ok(())),
        Action::FetchAgain,
        Action::CompareGuarantees(guarantees(&["treaty", "paper"])),
        Action::ToggleLeads,
        Action::LookAtPresets,
        Action::Share(ShareAction::Toggle(Panel::Citation)),
        Action::Share(ShareAction::Begin),
        Action::Share(ShareAction::Ended(Content::Link, ShareResult::ShareRefused)),
        Action::Share(ShareAction::Drawn(Format::Wide, None)),
        Action::ToggleEnlarged,
        Action::LeaveEnlarged,
        Action::Renew,
        go_to("us=troops&partners=none"),
        go_to("war=armistice&land=ceded"),
        arrive("war=peace&us=none"),
        again("at=nato"),
        lay(Edge::Within, None),
        switch("J2"),
        switch("J5"),
    ];
    for it in model.question_ids() {
        let answers = AnswerId::all(model.question(it).answers.len()).map(Choice::Answer);
        all.extend(answers.chain([Choice::Unsure, Choice::Unasked]).map(|choice| Action::Choose(it, choice)));
        all.extend([Action::Open(it), Action::TogglePinned(it), Action::Lay(Edge::Across, Some(it))]);
    }
    all.extend(model.guarantee_ids().flat_map(|it| [Action::Unfold(it), Action::ToggleOrigin(it)]));
    all.extend(Fold::ALL.map(Action::Fold));
    all
}

/// Whether it is the reader who does it, here and for the first time.
fn is_own(action: &Action) -> bool {
    !matches!(action, Action::Arrive(_) | Action::Undo | Action::ChunkCame(_))
}

fn hold(rows: Vec<Row>) {
    let mut wrong = Vec::new();
    for (start, actions, follows, asked) in rows {
        let does = format!("{start:?} {actions:?}");
        let page = after(start, actions);
        let seen = (told(&page.evaluated.state), page.asked.borrow().join(" "));
        if (seen.0.as_str(), seen.1.as_str()) != (follows, asked) {
            wrong.push(format!("{does}\n  is        {seen:?}\n  should be {:?}\n", (follows, asked)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}
