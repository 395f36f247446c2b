//! The state of the page for a group, and the actions that change it.

use std::rc::Rc;

use yew::prelude::*;

/// The pasted links and the settings of the view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The pasted text at the press of the button.
    pub pasted: Option<Rc<str>>,
    /// It is the example.
    pub is_example: bool,
    /// Counts how often one of the buttons was pressed.
    pub shown: u32,
    /// The type is large, for a projector.
    pub enlarged: bool,
    /// The page is alive.
    pub arrived: bool,
    /// Counts how often the page was mounted afresh because others had altered it.
    pub renewals: u32,
}

/// An action on the page for a group.
pub enum Action {
    Arrive,
    Show(String),
    /// Show the group of the example. The field stays as it is.
    ShowExample(String),
    ToggleEnlarged,
    Leave,
    Renew,
}

impl State {
    fn show(&mut self, links: String, is_example: bool) {
        self.pasted = Some(links.into());
        self.is_example = is_example;
        self.shown += 1;
    }
}

impl Reducible for State {
    /// With 1 where others have altered the page, otherwise 0.
    type Action = (Action, u32);

    fn reduce(self: Rc<Self>, (action, renewals): (Action, u32)) -> Rc<Self> {
        let mut next = (*self).clone();
        next.renewals += renewals;
        match action {
            Action::Arrive => next.arrived = true,
            Action::Show(pasted) => next.show(pasted, false),
            Action::ShowExample(links) => next.show(links, true),
            Action::ToggleEnlarged => next.enlarged = !next.enlarged,
            Action::Leave => next.enlarged = false,
            Action::Renew => {}
        }
        Rc::new(next)
    }
}
