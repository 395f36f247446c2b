//! The parts that journeys share: the engine that says what has to follow, the reader and the browsers that a reader looks
//! through, the tool in a page around it, and servers that are slow, unreliable or somebody else's.

pub mod engine;
pub mod walk;
pub mod reader;
pub mod browser;
pub mod driver;
pub mod embedded;
pub mod article_server;
pub mod slow_server;
pub mod unreliable_host;
