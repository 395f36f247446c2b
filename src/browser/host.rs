//! The browser as the view asks for it.

use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::{
    browser::{
        address::{Visit, is_framed},
        element, keys,
        page::document,
        page_script::PageScript,
    },
    view::{address::Address, host::Host, state::action::Arrival},
};

/// One page in the browser.
pub struct Browser {
    script: PageScript,
    /// Brings back what the reader has begun in the prerendered page.
    restore: Option<Function>,
    /// None where the address says nothing about the state.
    visit: Option<Visit>,
}

impl Browser {
    pub fn new(script: PageScript, visit: Option<Visit>) -> Self {
        Self { restore: script.keep().ok(), script, visit }
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
        self.script.call_on_loss(renew);
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

    fn is_in_use(&self) -> bool {
        !is_framed() || document().is_some_and(|it| it.has_focus().unwrap_or_default())
    }

    fn focus(&self, heading: &NodeRef) {
        element::focus(heading);
    }

    fn focus_on(&self, id: &str) {
        element::focus_on(id);
    }

    fn drawn(&self) {
        let _ = self.script.drawn();
    }

    fn draws(&self) {
        let _ = self.script.draws();
    }

    fn empty_if_altered(&self) -> bool {
        self.script.empty_if_altered().unwrap_or_default()
    }

    fn load_anew(&self) {
        let _ = web_sys::window().map(|it| it.location().reload());
    }
}
