//! The pages as readers see them: Yew components, pure functions of the state, the case and the text.
//! The build prerenders these components; in the browser they are mounted in place of the prerendered page.
//! This module never touches `web_sys`. It asks the browser for everything through `Host`.

pub mod app;

pub mod edition;
pub mod state;
pub mod page_model;
pub mod address;
pub mod host;
pub mod outcome_chunk;
pub mod effects;

pub mod outcome_data;
pub mod chrome;
pub mod ladder;
pub mod scale;
pub mod question;
pub mod outcome;
pub mod share;
pub mod group;
