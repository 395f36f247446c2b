//! Each row is a start, what the reader does, and all that follows, in the words of `page::told`.

use which_guarantee::{
    decide::{answers::Guarantees, landscape::Edge},
    view::{
        outcome::folds::Fold,
        share::state::{Content, Drawn, Format, Panel, ShareAction, ShareResult},
        state::{
            action::{Action, Arrival},
            load_state::Lost,
        },
    },
};

use super::actions::{
    again, arrive, arrive_at, choose, go_to, guarantee, guarantees, keep, lay, question, switch, unsure,
};

/// A start, by a link or before anything has arrived; what is done; what follows, as `told` says it; and what the last
/// action asks of the browser besides an address.
pub type Row = (Option<&'static str>, Vec<Action>, &'static str, &'static str);

pub fn tables() -> Vec<Row> {
    [walking(), answering(), undoing(), looking(), fetching(), arriving(), sharing()].concat()
}

pub fn walking() -> Vec<Row> {
    let none = Some("");
    vec![
        (none, vec![choose("war=armistice")], "#war=armistice&at=war; undo [#at=war]", "chunk"),
        (none, vec![choose("war=peace"), Action::Next], "#war=peace&at=land; undo [#at=war]; moves 1; own", "heading"),
        // To the next question one answer alone is left here. In an ongoing war it is idle.
        (
            none,
            vec![choose("war=armistice"), Action::Next],
            "#war=armistice&at=nato; undo [#at=war]; moves 1; own",
            "heading",
        ),
        (
            none,
            vec![choose("war=ongoing"), Action::Next],
            "#war=ongoing&at=nato; undo [#at=war]; moves 1; own",
            "heading",
        ),
        (
            none,
            vec![choose("war=dictated"), Action::Next],
            "#war=dictated&at=supply; undo [#at=war]; moves 1; own",
            "heading",
        ),
        (none, vec![unsure("war"), Action::Next], "#unsure=war&at=land; undo [#at=war]; moves 1; own", "heading"),
        (none, vec![Action::Next], "#at=war; unanswered", ""),
        (none, vec![Action::Next, Action::Next], "#at=war; unanswered", ""),
        (none, vec![Action::Next, choose("war=peace")], "#war=peace&at=war; undo [#at=war]", "chunk"),
        (none, vec![Action::Next, go_to("war=peace")], "#war=peace&at=war; undo [#at=war]", "chunk"),
        (none, vec![Action::Next, Action::Open(question("us"))], "#at=us; moves 1; own", "heading"),
        (
            Some("war=dictated&at=supply"),
            vec![choose("supply=low"), Action::Next],
            "#war=dictated&supply=low; undo [#war=dictated&at=supply]; moves 1; own",
            "heading",
        ),
        (Some("war=armistice"), vec![Action::Next], "#war=armistice; started war=armistice", ""),
        // Back leads to what was asked, past what is idle.
        (
            Some("war=ongoing&land=ceded&nato=no&at=nato"),
            vec![Action::Back],
            "#war=ongoing&land=ceded&nato=no&at=war; moves 1; own",
            "heading",
        ),
        (
            Some("war=peace&unsure=nato&at=us"),
            vec![Action::Back],
            "#war=peace&unsure=nato&at=nato; moves 1; own",
            "heading",
        ),
        (
            Some("war=armistice"),
            vec![Action::Back],
            "#war=armistice&at=war; moves 1; own; started war=armistice",
            "heading",
        ),
        (none, vec![Action::Back], "#at=war", ""),
        (Some("at=land"), vec![Action::Back], "#at=land", ""),
        // A question on show that is opened once more has the focus again.
        (Some("at=us"), vec![Action::Open(question("us"))], "#at=us; moves 1; own", "heading"),
        (
            Some("war=dictated&supply=low"),
            vec![Action::AnswerRest],
            "#war=dictated&supply=low&at=nato; moves 1; own; resting; started war=dictated&supply=low",
            "heading",
        ),
        (
            Some("war=dictated&supply=low"),
            vec![Action::AnswerRest, Action::Next],
            "#war=dictated&supply=low&at=us; moves 2; own; resting; started war=dictated&supply=low",
            "heading",
        ),
        (
            Some("war=dictated&supply=low"),
            vec![Action::AnswerRest, Action::Open(question("society")), Action::Next],
            "#war=dictated&supply=low; moves 3; own; resting; started war=dictated&supply=low",
            "heading",
        ),
    ]
}

pub fn answering() -> Vec<Row> {
    let start = Some("war=peace&land=ceded&at=war");
    vec![
        (
            start,
            vec![choose("war=armistice")],
            "#war=armistice&at=war; aside land=ceded; undo [#war=peace&land=ceded&at=war]",
            "",
        ),
        (
            start,
            vec![choose("war=armistice"), choose("war=peace")],
            "#war=peace&land=ceded&at=war; undo [#war=peace&land=ceded&at=war] [#war=armistice&at=war aside land=ceded]",
            "",
        ),
        (start, vec![choose("war=armistice"), Action::Undo], "#war=peace&land=ceded&at=war", ""),
        (
            start,
            vec![go_to("war=armistice")],
            "#war=armistice&at=war; aside land=ceded; undo [#war=peace&land=ceded&at=war]",
            "",
        ),
        (start, vec![choose("war=peace")], "#war=peace&land=ceded&at=war", ""),
        (start, vec![unsure("land")], "#war=peace&unsure=land&at=war; undo [#war=peace&land=ceded&at=war]", ""),
        (
            Some("war=armistice&us=none"),
            vec![choose("us=troops")],
            "#war=armistice&us=troops; undo [#war=armistice&us=none started war=armistice&us=none]; started war=armistice&us=none",
            "",
        ),
        (
            Some("war=armistice&us=none"),
            vec![go_to("us=troops&partners=troops")],
            "#war=armistice&us=troops&partners=troops; undo [#war=armistice&us=none started war=armistice&us=none]; started war=armistice&us=none",
            "",
        ),
        (
            Some("war=armistice&us=none"),
            vec![keep("us"), go_to("partners=troops")],
            "#war=armistice&us=none&partners=troops; kept us; undo [#war=armistice&us=none kept us started war=armistice&us=none]; started war=armistice&us=none",
            "",
        ),
        (Some("war=armistice"), vec![go_to("")], "#war=armistice; started war=armistice", ""),
        (
            Some("war=armistice"),
            vec![keep("war"), keep("us"), keep("war")],
            "#war=armistice; kept us; started war=armistice",
            "",
        ),
        (
            Some("war=armistice"),
            vec![switch("J1")],
            "#war=armistice&readings=J1; undo [#war=armistice started war=armistice]; started war=armistice",
            "",
        ),
        (
            Some("war=armistice"),
            vec![switch("J1"), switch("J1")],
            "#war=armistice; undo [#war=armistice started war=armistice] [#war=armistice&readings=J1 started war=armistice]; started war=armistice",
            "",
        ),
        (
            Some("war=armistice&readings=J1,J5"),
            vec![Action::BaseReadings],
            "#war=armistice; undo [#war=armistice&readings=J1,J5]",
            "",
        ),
        (Some("war=armistice"), vec![Action::BaseReadings], "#war=armistice; started war=armistice", ""),
    ]
}

pub fn undoing() -> Vec<Row> {
    let link = Some("war=armistice&us=none");
    let walked = || vec![choose("war=peace"), Action::Next, choose("land=claimed"), Action::Next];
    let and = |mut before: Vec<Action>, then: &[Action]| {
        before.extend_from_slice(then);
        before
    };
    vec![
        (Some(""), vec![Action::Undo], "#at=war", ""),
        (link, vec![Action::Undo], "#war=armistice&us=none; started war=armistice&us=none", ""),
        (Some(""), and(walked(), &[Action::Undo]), "#war=peace&at=land; undo [#at=war]; moves 3; own", "heading"),
        (
            link,
            vec![Action::StartAgain],
            "#at=war; undo [#war=armistice&us=none started war=armistice&us=none]; moves 1; walks 1; own",
            "heading",
        ),
        (
            link,
            vec![Action::StartAgain, Action::Undo],
            "#war=armistice&us=none; moves 2; walks 1; own; started war=armistice&us=none",
            "chunk heading",
        ),
        (
            link,
            vec![keep("us"), Action::StartAgain],
            "#at=war; undo [#war=armistice&us=none kept us started war=armistice&us=none]; moves 1; walks 1; own",
            "heading",
        ),
        (
            link,
            vec![keep("us"), Action::StartAgain, Action::Undo],
            "#war=armistice&us=none; kept us; moves 2; walks 1; own; started war=armistice&us=none",
            "chunk heading",
        ),
        (
            link,
            vec![choose("us=troops"), Action::Open(question("war")), Action::Undo],
            "#war=armistice&us=none; moves 2; own; started war=armistice&us=none",
            "heading",
        ),
        (
            Some("war=peace&readings=J1,J5"),
            vec![Action::StartAgain],
            "#at=war; undo [#war=peace&readings=J1,J5]; moves 1; walks 1; own",
            "heading",
        ),
        (
            Some("war=peace&readings=J1,J5"),
            vec![Action::StartAgain, Action::Undo],
            "#war=peace&readings=J1,J5; moves 2; walks 1; own",
            "chunk heading",
        ),
        (link, vec![switch("J5"), Action::Undo], "#war=armistice&us=none; started war=armistice&us=none", ""),
        (
            Some("war=armistice&land=all&us=never"),
            vec![Action::StartAgain],
            "#at=war; undo [#war=victory&land=all started war=armistice&land=all]; moves 1; walks 1; own",
            "heading",
        ),
        // All that belongs to the walk is over with it; what is unfolded stays.
        (
            Some("war=dictated&supply=low"),
            vec![
                Action::ToggleOrigin(guarantee("treaty")),
                Action::Compare("us=troops".to_owned()),
                Action::CompareGuarantees(guarantees(&["treaty", "paper"])),
                Action::Fold(Fold::Readings),
                Action::Unfold(guarantee("paper")),
                Action::ToggleLeads,
                Action::AnswerRest,
                Action::StartAgain,
            ],
            "#at=war; undo [#war=dictated&supply=low&at=nato started war=dictated&supply=low]; moves 2; walks 1; own; rungs paper; folds doubt; leads",
            "heading",
        ),
    ]
}

pub fn looking() -> Vec<Row> {
    let link = Some("war=peace&at=us");
    let outcome = Some("war=peace&unsure=us");
    let origin = |it: &str| Action::ToggleOrigin(guarantee(it));
    vec![
        (
            link,
            vec![Action::Unfold(guarantee("treaty")), Action::Unfold(guarantee("paper"))],
            "#war=peace&at=us; rungs treaty,paper",
            "",
        ),
        (link, vec![Action::Unfold(guarantee("treaty")), Action::Unfold(guarantee("treaty"))], "#war=peace&at=us", ""),
        // An opened rung needs the outcome's page, and so do a look at the examples and at where answers lead.
        (Some(""), vec![Action::Unfold(guarantee("treaty"))], "#at=war; rungs treaty", "chunk"),
        (Some(""), vec![Action::LookAtPresets], "#at=war; looking", "chunk"),
        (Some(""), vec![Action::ToggleLeads], "#at=war; leads", "chunk"),
        (link, vec![Action::ToggleLeads, Action::ToggleLeads], "#war=peace&at=us", ""),
        (link, vec![Action::ToggleLadder], "#war=peace&at=us; ladder", ""),
        (link, vec![Action::ToggleLadder, Action::ToggleLadder], "#war=peace&at=us", ""),
        (link, vec![Action::ToggleLadder, Action::Back], "#war=peace&at=war; moves 1; own", "heading"),
        (
            outcome,
            vec![Action::Fold(Fold::Readings), Action::Fold(Fold::CompareLink)],
            "#war=peace&unsure=us; folds doubt,versus",
            "",
        ),
        (outcome, vec![Action::Fold(Fold::Readings), Action::Fold(Fold::Readings)], "#war=peace&unsure=us", ""),
        (outcome, vec![origin("treaty")], "#war=peace&unsure=us; origin treaty", ""),
        (outcome, vec![origin("treaty"), origin("paper")], "#war=peace&unsure=us; origin paper", ""),
        (outcome, vec![origin("treaty"), origin("treaty")], "#war=peace&unsure=us", ""),
        (
            outcome,
            vec![Action::Compare("x".to_owned()), Action::Compare("us=none".to_owned())],
            "#war=peace&unsure=us; other us=none",
            "",
        ),
        (
            outcome,
            vec![Action::CompareGuarantees(guarantees(&["treaty", "paper"]))],
            "#war=peace&unsure=us; compared treaty,paper",
            "",
        ),
        (outcome, vec![Action::CompareGuarantees(Guarantees::default())], "#war=peace&unsure=us; compared none", ""),
        (outcome, vec![lay(Edge::Down, Some("nato"))], "#war=peace&unsure=us; edges us/nato/partners", ""),
        (outcome, vec![lay(Edge::Down, Some("us"))], "#war=peace&unsure=us; edges war/us/partners", ""),
        (outcome, vec![lay(Edge::Within, None)], "#war=peace&unsure=us; edges us/war", ""),
        (
            outcome,
            vec![lay(Edge::Within, None), lay(Edge::Within, Some("war"))],
            "#war=peace&unsure=us; edges us/war",
            "",
        ),
        (outcome, vec![lay(Edge::Across, None)], "#war=peace&unsure=us", ""),
        (outcome, vec![lay(Edge::Across, Some("us"))], "#war=peace&unsure=us", ""),
        (outcome, vec![Action::Renew], "#war=peace&unsure=us; renewed 1", ""),
        // Large type is for the outcome. It ends with it.
        (outcome, vec![Action::ToggleEnlarged], "#war=peace&unsure=us; large", "heading"),
        (outcome, vec![Action::ToggleEnlarged, Action::ToggleEnlarged], "#war=peace&unsure=us", ""),
        (outcome, vec![Action::ToggleEnlarged, Action::LeaveEnlarged], "#war=peace&unsure=us", ""),
        (outcome, vec![Action::ToggleEnlarged, Action::Back], "#war=peace&unsure=us&at=us; moves 1; own", "heading"),
        (outcome, vec![Action::LeaveEnlarged], "#war=peace&unsure=us", ""),
        (link, vec![Action::LeaveEnlarged], "#war=peace&at=us", ""),
    ]
}

pub fn fetching() -> Vec<Row> {
    let link = Some("war=peace&unsure=us");
    let lost = |it: Lost| Action::ChunkCame(Err(it));
    let came = || Action::ChunkCame(Ok(()));
    vec![
        // Nobody has moved: the page has just opened, and the focus stays where it is.
        (link, vec![lost(Lost::Unreached)], "#war=peace&unsure=us; chunk unreached 0", ""),
        (link, vec![lost(Lost::Gone)], "#war=peace&unsure=us; chunk gone 0", ""),
        (link, vec![came()], "#war=peace&unsure=us; chunk here", ""),
        (link, vec![came(), came()], "#war=peace&unsure=us; chunk here", ""),
        (link, vec![came(), lost(Lost::Gone)], "#war=peace&unsure=us; chunk here", ""),
        (link, vec![lost(Lost::Gone), came()], "#war=peace&unsure=us; chunk here", ""),
        (link, vec![lost(Lost::Unreached), Action::FetchAgain], "#war=peace&unsure=us; chunk 1", "chunk"),
        (
            link,
            vec![lost(Lost::Unreached), Action::FetchAgain, lost(Lost::Unreached)],
            "#war=peace&unsure=us; chunk unreached 1",
            "",
        ),
        (link, vec![Action::FetchAgain], "#war=peace&unsure=us", ""),
        (link, vec![came(), Action::FetchAgain], "#war=peace&unsure=us; chunk here", ""),
        // Whoever has moved to it gets its heading when it comes, and what says that it does not come.
        (
            link,
            vec![Action::Back, lost(Lost::Unreached)],
            "#war=peace&unsure=us&at=us; moves 1; own; chunk unreached 0",
            "",
        ),
        (
            Some("war=dictated&supply=low&at=supply"),
            vec![Action::Next, came()],
            "#war=dictated&supply=low; moves 1; own; chunk here",
            "heading",
        ),
        (
            Some("war=dictated&supply=low&at=supply"),
            vec![Action::Next, lost(Lost::Gone)],
            "#war=dictated&supply=low; moves 1; own; chunk gone 0",
            "heading",
        ),
        // Where it did not come early, it is asked for once more when it is due.
        (
            Some("war=dictated&supply=low&at=supply"),
            vec![lost(Lost::Unreached), Action::Next],
            "#war=dictated&supply=low; moves 1; own; chunk 1",
            "chunk heading",
        ),
        // What a link leads to waits for it, unless the reader does something meanwhile.
        (
            None,
            vec![arrive_at("war=peace", Fold::Comparison), came()],
            "#war=peace; folds comparison; led to comparison; chunk here; started war=peace",
            "",
        ),
        (
            None,
            vec![arrive_at("war=peace", Fold::Comparison), Action::ToggleLadder, came()],
            "#war=peace; ladder; folds comparison; chunk here; started war=peace",
            "",
        ),
    ]
}

pub fn arriving() -> Vec<Row> {
    let early = |link: &str, answer: &str, early_next| {
        let Action::Choose(question, choice) = choose(answer) else { unreachable!() };
        let Action::Arrive(arrival) = arrive(link) else { unreachable!() };
        Action::Arrive(Arrival { early: Some((question, choice)), early_next, ..arrival })
    };
    let busy = || vec![choose("us=troops"), keep("us"), Action::Compare("x".to_owned()), switch("J1")];
    let and = |mut before: Vec<Action>, then: Action| {
        before.push(then);
        before
    };
    vec![
        (None, vec![], "#at=war; not alive", ""),
        (None, vec![arrive("")], "#at=war", ""),
        (None, vec![arrive("war=peace")], "#war=peace; started war=peace", "chunk"),
        (None, vec![arrive("readings=J1")], "#readings=J1", "chunk"),
        (None, vec![arrive("war=peace&readings=J1")], "#war=peace&readings=J1", "chunk"),
        (None, vec![arrive("war=peace&at=nato")], "#war=peace&at=nato", "chunk"),
        (None, vec![arrive("war=peace&unsure=us")], "#war=peace&unsure=us", "chunk"),
        (None, vec![arrive("unsure=us")], "#unsure=us", "chunk"),
        (None, vec![arrive("us=never&war=peace&weather=rain")], "#war=peace; dropped 2; started war=peace", "chunk"),
        (
            None,
            vec![arrive("war=armistice&land=all")],
            "#war=victory&land=all; overruled N1; started war=armistice&land=all",
            "chunk",
        ),
        (
            None,
            vec![arrive("war=victory&land=ceded")],
            "#war=peace&land=ceded; overruled N2; started war=victory&land=ceded",
            "chunk",
        ),
        (Some("us=never"), vec![Action::CloseNotice], "#at=war", ""),
        (
            Some("war=armistice&land=all"),
            vec![Action::CloseNotice],
            "#war=victory&land=all; started war=armistice&land=all",
            "",
        ),
        (None, vec![arrive_at("", Fold::Presets)], "#at=war; folds presets; led to presets", ""),
        (
            Some("war=peace"),
            vec![Action::Fold(Fold::Readings), arrive_at("war=peace", Fold::Readings)],
            "#war=peace; moves 1; folds doubt; led to doubt; started war=peace",
            "heading",
        ),
        // Answered before the script was there.
        (None, vec![early("", "war=peace", false)], "#war=peace&at=war", "chunk"),
        (None, vec![early("", "war=peace", true)], "#war=peace&at=land; moves 1; own", "chunk heading"),
        (None, vec![early("at=land", "war=peace", true)], "#war=peace&at=land", "chunk"),
        (None, vec![early("war=armistice&at=war", "war=peace", false)], "#war=peace&at=war", "chunk"),
        // Another link within the page is another walk; the history of this one brings back the place alone.
        (
            Some("war=peace"),
            and(busy(), arrive("war=dictated")),
            "#war=dictated; moves 1; started war=dictated",
            "heading",
        ),
        (
            Some("war=peace"),
            and(busy(), again("war=peace&at=us")),
            "#war=peace&us=troops&readings=J1&at=us; kept us; undo [#war=peace started war=peace] [#war=peace&us=troops kept us started war=peace]; moves 1; other x; started war=peace",
            "heading",
        ),
        (
            Some("war=peace&at=us"),
            vec![Action::Next, Action::ToggleLadder, again("war=peace")],
            "#war=peace; moves 1",
            "heading",
        ),
        // Where it brings back the place on show, nobody has moved.
        (Some("war=peace&at=us"), vec![again("war=peace&at=us")], "#war=peace&at=us", ""),
    ]
}

pub fn sharing() -> Vec<Row> {
    let link = Some("war=peace&unsure=us");
    let toggle = |it: Panel| Action::Share(ShareAction::Toggle(it));
    let ended = |content, end| Action::Share(ShareAction::Ended(content, end));
    let drawn = |it: Format| {
        Action::Share(ShareAction::Drawn(it, Some(Drawn { address: "blob:it".to_owned(), can_share: true })))
    };
    let refused = || ended(Content::Words, ShareResult::CopyRefused);
    vec![
        (
            link,
            vec![toggle(Panel::Pictures), toggle(Panel::Code), toggle(Panel::Citation)],
            "#war=peace&unsure=us; sharing pictures code citation",
            "",
        ),
        (link, vec![toggle(Panel::Code), toggle(Panel::Code)], "#war=peace&unsure=us", ""),
        (link, vec![ended(Content::Link, ShareResult::Copied)], "#war=peace&unsure=us; sharing link Copied", ""),
        (
            link,
            vec![ended(Content::Link, ShareResult::Copied), Action::Share(ShareAction::Begin)],
            "#war=peace&unsure=us",
            "",
        ),
        (link, vec![refused()], "#war=peace&unsure=us; sharing words CopyRefused", "pass-words-text"),
        (link, vec![refused(), toggle(Panel::Code)], "#war=peace&unsure=us; sharing words CopyRefused code", ""),
        (link, vec![drawn(Format::Wide), drawn(Format::Square)], "#war=peace&unsure=us; sharing wide square", ""),
        (
            link,
            vec![Action::Share(ShareAction::Drawn(Format::Square, None))],
            "#war=peace&unsure=us; sharing undrawn",
            "",
        ),
        (link, vec![refused(), Action::ToggleLadder], "#war=peace&unsure=us; ladder; sharing words CopyRefused", ""),
        (link, vec![refused(), keep("war")], "#war=peace&unsure=us; kept war; sharing words CopyRefused", ""),
        (link, vec![refused(), choose("war=peace")], "#war=peace&unsure=us; sharing words CopyRefused", ""),
        (link, vec![refused(), choose("us=none")], "#war=peace&us=none; undo [#war=peace&unsure=us]", ""),
        (link, vec![refused(), switch("J1")], "#war=peace&readings=J1&unsure=us; undo [#war=peace&unsure=us]", ""),
        (link, vec![refused(), Action::Back], "#war=peace&unsure=us&at=us; moves 1; own", "heading"),
    ]
}
