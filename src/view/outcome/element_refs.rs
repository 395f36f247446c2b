//! References to elements of the outcome's page.

use yew::prelude::*;

/// The places in the outcome's page that something is read from or that get the focus.
#[derive(Clone, Default, PartialEq)]
pub struct OutcomeRefs {
    pub heading: NodeRef,
    pub other_link: NodeRef,
    pub menus: MenuRefs,
}

/// The menus that choose which questions are at the edges of the landscape.
#[derive(Clone, Default, PartialEq)]
pub struct MenuRefs {
    pub across: NodeRef,
    pub down: NodeRef,
    pub within: NodeRef,
}
