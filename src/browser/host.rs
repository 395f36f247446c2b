//! The browser as the view asks for it.

use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::{
    browser::{address::Visit, alterations::Alterations, element, keys, page::kept},
    view::{address::Address, host::Host, state::action::Arrival},
};

/// One page in the browser.
pub struct Browser {
    /// Brings back what the reader has begun in the prerendered page.
    restore: Option<Function>,
    alterations: Alterations,
    /// None where the address says nothing about the state.
    visit: Option<Visit>,
}

impl Browser {
    /// `keep` and `observer` are as in `start`.
    pub fn new(keep: &Function, observer: Function, visit: Option<Visit>) -> Self {
        Self { restore: kept(keep), alterations: Alterations(observer), visit }
    }
}

impl Host for Browser {
    fn alive(&self) {
        if let Some(restore) = &self.restore {
            let _ = restore.call0(&JsValue::UNDEFINED);
        }
    }

    fn on_arrival(&self, arrive: Callback<Arrival>) {
        if let Some(visit) = &self.visit {
            visit.on_arrival(arrive);
        }
    }

    fn on_escape(&self, leave: Callback<()>) {
        keys::on_escape(leave);
    }

    fn on_loss(&self, renew: Callback<()>) {
        self.alterations.on_loss(renew);
    }

    fn show_address(&self, address: Address) {
        if let Some(visit) = &self.visit {
            visit.show(address);
        }
    }

    fn value(&self, field: &NodeRef) -> Option<String> {
        element::value(field)
    }

    fn blur(&self) {
        element::blur();
    }

    fn focus(&self, heading: &NodeRef) {
        element::focus(heading);
    }

    fn focus_on(&self, id: &str) {
        element::focus_on(id);
    }

    fn drawn(&self) {
        self.alterations.drawn();
    }

    fn draws(&self) {
        self.alterations.draws();
    }

    fn renewals(&self) -> u32 {
        u32::from(self.alterations.have_emptied())
    }

    fn load_anew(&self) {
        let _ = web_sys::window().map(|it| it.location().reload());
    }
}
