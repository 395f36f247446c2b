//! The outcome page below its head, drawn in batches: each batch follows the paint of the one before. The outcome is
//! on the screen at once, and the page responds to input while the rest is drawn.
//! After a change, the section in which it was made is drawn first.

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use crate::view::{
    outcome::{
        board, common_parts,
        folds::Fold,
        inputs::{OutcomeContext, OutcomeInputs},
        look_closer,
        model::OutcomeModel,
    },
    share,
    state::action::Action,
};

type Draw = fn(&OutcomeModel, &OutcomeContext) -> Html;

/// In the order of the page. Each returns one element.
const SECTIONS: [Draw; 5] = [
    |outcome, shared| share::sharing(outcome, &shared.act),
    |outcome, shared| board::board(outcome, &shared.act),
    |outcome, _| common_parts::assessment(outcome),
    look_closer::closer,
    |outcome, _| share::paper(outcome),
];

/// End index of each batch in `SECTIONS`: what one screen shows, and the rest.
const BATCH_ENDS: [usize; 2] = [2, SECTIONS.len()];

/// The inputs of the page below its head.
#[derive(Clone, Properties)]
pub struct SectionsProps {
    pub inputs: Rc<OutcomeInputs>,
    pub shared: OutcomeContext,
}

/// `OutcomeInputs` is created afresh with every change, and only then.
impl PartialEq for SectionsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inputs, &other.inputs)
    }
}

/// The page below its head.
pub struct Sections {
    /// The inputs with which each section was last drawn, for the sections drawn so far.
    drawn: Vec<Rc<OutcomeInputs>>,
    /// The section in which the reader has last done something.
    in_hand: Rc<Cell<Option<usize>>>,
    awaits_paint: bool,
    /// The last fold that a link led to, and the move with which it came.
    led_to: Option<(Fold, u32)>,
}

/// The message that the current batch has been painted.
pub struct Painted;

impl Component for Sections {
    type Message = Painted;
    type Properties = SectionsProps;

    fn create(_: &Context<Self>) -> Self {
        Self { drawn: Vec::new(), in_hand: Rc::default(), awaits_paint: false, led_to: None }
    }

    fn changed(&mut self, context: &Context<Self>, _: &SectionsProps) -> bool {
        context.props().shared.host.draws();
        // It stays in hand: one action may bring several changes, such as the press of a button and what came of it.
        let in_hand = self.in_hand.get().and_then(|it| self.drawn.get_mut(it));
        if let Some(section) = in_hand {
            *section = context.props().inputs.clone();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, Painted: Painted) -> bool {
        self.awaits_paint = false;
        context.props().shared.host.draws();
        let Some(from) = self.next(context) else { return false };
        let to = BATCH_ENDS.into_iter().find(|it| *it > from).unwrap_or(SECTIONS.len());
        let inputs = &context.props().inputs;
        self.drawn.resize(self.drawn.len().max(to), inputs.clone());
        self.drawn[from..to].fill(inputs.clone());
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let section = |(index, inputs): (usize, &Rc<OutcomeInputs>)| {
            let (shared, in_hand) = (context.props().shared.clone(), self.in_hand.clone());
            html! { <Section key={index} {index} inputs={inputs.clone()} {shared} {in_hand} /> }
        };
        // A screen reader may hold back a busy region until it is complete.
        html! {
            <div class="outcome__rest" aria-busy={self.next(context).is_some().to_string()}>
                { for self.drawn.iter().enumerate().map(section) }
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().shared.host.drawn();
        if !self.awaits_paint && self.next(context).is_some() {
            self.awaits_paint = true;
            context.props().shared.painted.emit(context.link().callback(|()| Painted));
        }
        if self.next(context).is_none() {
            self.lead(context);
        }
    }
}

impl Sections {
    /// Once everything is drawn, the fold that a link leads to comes into view, with the focus on its title.
    fn lead(&mut self, context: &Context<Self>) {
        let SectionsProps { inputs, shared } = context.props();
        if let Some((fold, came_with)) = inputs.led_to().filter(|it| self.led_to != Some(*it)) {
            self.led_to = Some((fold, came_with));
            if shared.host.is_in_use() {
                shared.host.focus_on(&fold.button());
            }
        }
    }

    /// The first section that does not show what is to be seen.
    fn next(&self, context: &Context<Self>) -> Option<usize> {
        let is_due = |it: &usize| self.drawn.get(*it).is_none_or(|it| !Rc::ptr_eq(it, &context.props().inputs));
        (0..SECTIONS.len()).find(is_due)
    }
}

#[derive(Clone, Properties)]
struct SectionProps {
    index: usize,
    inputs: Rc<OutcomeInputs>,
    shared: OutcomeContext,
    in_hand: Rc<Cell<Option<usize>>>,
}

impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inputs, &other.inputs)
    }
}

/// One section, drawn again only if its inputs are replaced.
struct Section {
    shared: OutcomeContext,
}

impl Component for Section {
    type Message = ();
    type Properties = SectionProps;

    fn create(context: &Context<Self>) -> Self {
        let SectionProps { index, shared, in_hand, .. } = context.props().clone();
        let act = shared.act.reform(move |action: Action| {
            in_hand.set(Some(index));
            action
        });
        Self { shared: OutcomeContext { act, ..shared } }
    }

    fn changed(&mut self, _: &Context<Self>, _: &SectionProps) -> bool {
        self.shared.host.draws();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let SectionProps { index, inputs, .. } = context.props();
        inputs.draw(|outcome| SECTIONS[*index](outcome, &self.shared))
    }
}
