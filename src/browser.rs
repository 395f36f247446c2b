//! The browser: the only user of `web_sys` and gloo.
//! Every call degrades silently if the browser refuses it, as browsers do in frames, in sandboxes and with blocked
//! storage.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

mod address;
pub mod boot;
mod element;
mod host;
mod share;
pub mod group;
mod keys;
mod outcome_chunk;
mod page;
mod page_script;
#[cfg(not(feature = "split"))]
mod table;
