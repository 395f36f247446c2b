//! Parts of every page: its document, its head, its policy, its header and footer.

pub mod document;
pub mod head;
pub mod csp;
pub mod json_ld;
pub mod layout;
