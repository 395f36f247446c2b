//! Parts around every page: its top and foot, notes, and large type.

pub mod masthead;
pub mod notice;
pub mod large_type;
