//! The tool in other people's pages: its own page for frames, the code to paste, and where that code is made.

pub mod configurator;
pub mod frame_page;
pub mod snippets;
pub mod oembed;
