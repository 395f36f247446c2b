//! The pictures that social networks show beside a link.

pub mod cards;
pub mod rasterize;
