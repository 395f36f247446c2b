//! A tool for one article that ranks options by conditions. It asks a reader a few short questions. It shows which option
//! is the most plausible under the answers, why, whether that is final, and what would lead to each of the others.
//! Everything is computed in the reader's browser.
//!
//! # Bird's-eye view
//!
//! One article is data: questions, guarantees with their conditions, and every sentence, in TOML under `case/`. The
//! space of answers is small (at most 250,000 worlds). On start the engine evaluates all of it into a table of one byte
//! each. Every statement to a reader is an exact look-up in that table, never an estimate. Every page is prerendered by
//! the Yew components that are later mounted in the browser.
//!
//! # Map
//!
//! | module | what it is | what it never does |
//! |---|---|---|
//! | [`unpack`] | the browser's decoder for data that the site has packed | know the types it decodes |
//! | [`case`] | the case: its types, background and sources, loading with every mistake at once, permalinks | decide, show |
//! | [`decide`] | the engine: table, decision, interview, explanations, decision graph, landscape, comparison, a group, checks of a whole case | fail, hold sentences, know a browser |
//! | [`text`] | sentences of the interface: one typed struct, one folder a language | know the case |
//! | `view` | the pages: components as functions of state, case and text | touch `web_sys` |
//! | `browser` | the browser side: boot, address, focus, lazy loading, sharing | know a rule |
//! | `package` | the engine for other people's JavaScript | know the page |
//! | `site` | the native side: check, prerender, build, serve, test | run in a browser |
//!
//! JavaScript lies in `src/js`, one folder a runtime: pages, service worker, frames and other people's pages, the one file, the npm package. `lost_hash.js` belongs to two of them.
//!
//! Start reading at [`case::Model`], [`decide::table::Table`] and [`decide::decision::Decision`].
//! Then read `view::app::App`, `view::state::State`, `site::routes` and `site::build`.
//!
//! # Invariants
//!
//! - Dependencies point one way: `case` → `decide` → `view` → `browser` and `site`. Nothing points back, and no file
//!   leads back to itself.
//! - `decide` has no sentence, no language, no browser, no Yew and no file, and cannot fail.
//! - `view` has no `web_sys`. It asks the browser through `view::host::Host`.
//! - Only `site` touches files. Only `text` holds sentences. The code of `src/` has no word of the article's subject.
//! - Without an arrival the first render depends on the edition alone. The prerendered page is what a browser shows
//!   first.
//! - No request leaves the origin. There are no cookies, and nothing about a reader is stored. Answers live in memory
//!   and in the fragment of the URL, which no server sees. A service worker keeps only the site's own files on the
//!   device.
//! - Ids in `case/` are public: links, hosts and tests rely on them. Old links keep the old name of a renamed id.
//!
//! # Data flow
//!
//! ```text
//! permalink ─┐  radios ─┐             prerender: nothing chosen
//!            ▼          ▼                  │
//!          Choices: what the reader did with every question
//!            │  without choices that are set aside: Answers, a set of allowed answers for each question, one machine word
//!            ▼
//!          Decision: headline, possible outcomes, status and missing conditions of every guarantee
//!            │  sentences of the case and of the interface
//!            ▼
//!          PageModel -> Html, natively and in the browser
//!            │  Action
//!            ▼
//!          State::after -> new Choices ...
//!            └─ effects through Host: address, history, title, focus
//! ```
//!
//! The browser loads two things in parallel: the wasm, which holds no sentence, and the *edition*. The edition is the
//! rules, the first sentences and the interface in one language, packed. An edited sentence changes no wasm, and
//! another language costs no reader anything.
//!
//! The outcome page is a second wasm chunk, `view::outcome_chunk`. It is fetched after the first answer. The two chunks
//! share memory and functions, so they come from one link step and fit no others.
//!
//! The app starts once the prerendered page is painted. The extra files for a link with answers are requested then, so
//! nothing competes with the first paint (`src/js/page/boot.js`).
//!
//! # In other people's pages
//!
//! `<locale>/frame.html` is the tool's page with one more script and style sheet (`site::pages::embed::frame_page`,
//! `src/js/embed/frame_page.js`). The script reads the settings of the page around it from the query (`theme`, `accent`,
//! `font`, `compact`, `answers`), which a server may see. Answers stay in the fragment. The script reads the tool only
//! through its public contract, radios and `[data-outcome]`, and sends messages of version 1 to the page around.
//!
//! `embed.js` receives them there: it checks source, origin and shape, sets the height, and raises DOM events.
//!
//! Snippets (`site::pages::embed::snippets`) are in pages that we cannot change, so everything in them is public and lasting: the
//! addresses `<locale>/frame.html`, `<locale>/guarantees/<id>/frame.html` and `embed.js`, the settings,
//! `data-which-guarantee`, and the element with its attributes.
//!
//! Why it is so: `docs/decisions/`, one decision a file.

pub mod unpack;
pub mod case;
pub mod decide;
pub mod text;

#[cfg(feature = "view")]
pub mod view;

#[cfg(feature = "browser")]
pub mod browser;

#[cfg(feature = "package")]
pub mod package;

#[cfg(feature = "site")]
pub mod site;
