//! The outcome page below its head, drawn in batches: each batch follows the paint of the one before. The outcome is
//! on the screen at once, and the page responds to input while the rest is drawn.
//! After a change, the part in which it was made is drawn first.

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use crate::view::{
    outcome::{
        board,
        folds::Fold,
        inputs::{Seen, Tools},
        look_closer, sections,
        whole::Whole,
    },
    share,
    state::action::Action,
};

type Draw = fn(&Whole, &Tools) -> Html;

/// In the order of the page. Each returns one element.
const PARTS: [Draw; 5] = [
    |whole, tools| share::sharing(whole, &tools.act),
    |whole, tools| board::board(whole, &tools.act),
    |whole, _| sections::assessment(whole),
    look_closer::closer,
    |whole, _| share::paper(whole),
];

/// End index of each batch in `PARTS`: what one screen shows, and the rest.
const ENDS: [usize; 2] = [2, PARTS.len()];

/// The inputs of the page below its head.
#[derive(Clone, Properties)]
pub struct RestProps {
    pub seen: Rc<Seen>,
    pub tools: Tools,
}

/// `Seen` is created afresh with every change, and only then.
impl PartialEq for RestProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.seen, &other.seen)
    }
}

/// The page below its head.
pub struct Rest {
    /// The state that each part shows, as far as parts are drawn.
    drawn: Vec<Rc<Seen>>,
    /// The part in which the reader has last done something.
    in_hand: Rc<Cell<Option<usize>>>,
    awaits_paint: bool,
    /// The last part that a link led to, and the move with which it came.
    led_to: Option<(Fold, u32)>,
}

/// The message that the current batch has been painted.
pub struct Painted;

impl Component for Rest {
    type Message = Painted;
    type Properties = RestProps;

    fn create(_: &Context<Self>) -> Self {
        Self { drawn: Vec::new(), in_hand: Rc::default(), awaits_paint: false, led_to: None }
    }

    fn changed(&mut self, context: &Context<Self>, _: &RestProps) -> bool {
        context.props().tools.host.draws();
        // It stays in hand: one action may bring several changes, such as the press of a button and what came of it.
        let in_hand = self.in_hand.get().and_then(|it| self.drawn.get_mut(it));
        if let Some(part) = in_hand {
            *part = context.props().seen.clone();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, Painted: Painted) -> bool {
        self.awaits_paint = false;
        context.props().tools.host.draws();
        let Some(from) = self.next(context) else { return false };
        let to = ENDS.into_iter().find(|it| *it > from).unwrap_or(PARTS.len());
        let seen = &context.props().seen;
        self.drawn.resize(self.drawn.len().max(to), seen.clone());
        self.drawn[from..to].fill(seen.clone());
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let part = |(index, seen): (usize, &Rc<Seen>)| {
            let (tools, in_hand) = (context.props().tools.clone(), self.in_hand.clone());
            html! { <Part key={index} {index} seen={seen.clone()} {tools} {in_hand} /> }
        };
        // A screen reader waits with what is still being drawn.
        html! {
            <div class="outcome__rest" aria-busy={self.next(context).is_some().to_string()}>
                { for self.drawn.iter().enumerate().map(part) }
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().tools.host.drawn();
        if !self.awaits_paint && self.next(context).is_some() {
            self.awaits_paint = true;
            context.props().tools.painted.emit(context.link().callback(|()| Painted));
        }
        if self.next(context).is_none() {
            self.lead(context);
        }
    }
}

impl Rest {
    /// Once everything is drawn, the part that a link leads to comes into view, with the focus on its title.
    fn lead(&mut self, context: &Context<Self>) {
        let RestProps { seen, tools } = context.props();
        if let Some((fold, came_with)) = seen.led_to().filter(|it| self.led_to != Some(*it)) {
            self.led_to = Some((fold, came_with));
            tools.host.focus_on(&fold.button());
        }
    }

    /// The first part that does not show what is to be seen.
    fn next(&self, context: &Context<Self>) -> Option<usize> {
        let is_due = |it: &usize| self.drawn.get(*it).is_none_or(|it| !Rc::ptr_eq(it, &context.props().seen));
        (0..PARTS.len()).find(is_due)
    }
}

#[derive(Clone, Properties)]
struct PartProps {
    index: usize,
    seen: Rc<Seen>,
    tools: Tools,
    in_hand: Rc<Cell<Option<usize>>>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.seen, &other.seen)
    }
}

/// One part, drawn anew only where what it shows has changed.
struct Part {
    tools: Tools,
}

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(context: &Context<Self>) -> Self {
        let PartProps { index, tools, in_hand, .. } = context.props().clone();
        let act = tools.act.reform(move |action: Action| {
            in_hand.set(Some(index));
            action
        });
        Self { tools: Tools { act, ..tools } }
    }

    fn changed(&mut self, _: &Context<Self>, _: &PartProps) -> bool {
        self.tools.host.draws();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let PartProps { index, seen, .. } = context.props();
        seen.draw(|whole| PARTS[*index](whole, &self.tools))
    }
}
