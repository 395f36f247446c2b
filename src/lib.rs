//! *Which security guarantee for Ukraine?* asks a reader up to nine short questions. It shows which option is the most
//! plausible under the answers, why, whether that is final, and what would lead to each of the others.
//! Everything is computed in the reader's browser.
//!
//! # Bird's-eye view
//!
//! One article is data: questions, guarantees with their conditions, and every sentence, in TOML under `case/`. The
//! space of answers is small (43,740 worlds). On start the engine evaluates all of it into a table of one byte each.
//! Every statement to a reader is an exact look-up in that table, never an estimate. Every page is prerendered by the
//! Yew components that are later mounted in the browser.
//!
//! # Map
//!
//! | module | what it is | what it never does |
//! |---|---|---|
//! | [`unpack`] | the browser's decoder for data that the site has packed | know the types it decodes |
//! | [`case`] | the case: its types, history and sources, loading with every mistake at once, permalinks | decide, show |
//! | [`decide`] | the engine: table, decision, asking, changes, reasons, reverse, landscape, comparison, a group, proofs | fail, hold sentences, know a browser |
//! | [`text`] | sentences of the interface: one typed struct, one file a language | know the case |
//! | `view` | the pages: components as functions of state, case and text | touch `web_sys` |
//! | `browser` | the browser side: boot, address, focus, lazy loading, sharing | know a rule |
//! | `site` | the native side: check, prerender, build, serve, test | run in a browser |
//!
//! Start reading at [`case::Model`], [`decide::table::Table`] and [`decide::decision::Decision`].
//! Then read `view::App`, `view::state::State` and `site::build`.
//!
//! # Invariants
//!
//! - Dependencies point one way: `case` → `decide` → `view` → `browser` and `site`. Nothing points back.
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
//!          Scene -> Html, natively and in the browser
//!            │  Action
//!            ▼
//!          State::after -> new Choices ...
//!            └─ effects through Host: address, history, title, focus
//! ```
//!
//! The browser loads two things in parallel: the wasm, which holds no sentence, and the *edition*. The edition is the
//! case and the interface in one language, packed. An edited sentence changes no wasm, and another language costs no
//! reader anything.
//!
//! The outcome page is a second wasm chunk, `view::later`. It is fetched after the first answer. The two chunks share
//! memory and functions, so they come from one link step and fit no others.
//!
//! The app starts once the prerendered page is painted. The extra files for a link with answers are requested then, so
//! nothing competes with the first paint (`src/browser/boot.js`).
//!
//! # In other people's pages
//!
//! `<locale>/frame.html` is the tool's page with one more script and style sheet (`site::framed`,
//! `src/browser/frame.js`). The script reads the settings of the page around it from the query (`theme`, `accent`,
//! `font`, `compact`, `answers`), which a server may see. Answers stay in the fragment. The script reads the tool only
//! through its public contract, radios and `[data-outcome]`, and sends messages of version 1 to the page around.
//!
//! `embed.js` receives them there: it checks source, origin and shape, sets the height, and raises DOM events.
//!
//! Snippets (`site::snippets`) are in pages that we cannot change, so everything in them is public and lasting: the
//! addresses `<locale>/frame.html`, `<locale>/guarantees/<id>/frame.html` and `embed.js`, the settings,
//! `data-which-guarantee`, and the element with its attributes.
//!
//! # Decisions
//!
//! **2026-11: completions of partial answers.** Two kinds of normalisation make the table total. A *contradiction* (an
//! armistice while all land is free) is never offered to a reader, so a world that contradicts itself is no completion.
//! An *idle* question (land while the fighting goes on) is not asked. It may still have an answer from before. That
//! answer does not count and excludes nothing. The walk then has the 21 nodes and 727 paths of the domain's own count.
//! If contradictions were completions, it would have 991 paths and ask about land after an armistice.
//!
//! **2026-11: an answer is never lost.** If an earlier answer makes a later one impossible, the later one is set aside,
//! not deleted. It counts again when the earlier one changes back. The alternative, letting the newest answer overrule,
//! would silently turn an armistice into a victory.
//!
//! **2026-11: rendering over, not hydrating.** Hydration costs 13 kB more of compressed wasm than rendering afresh. Yew
//! 0.23.0 compares tag names in lower case, and the tables for that alone weigh more than its hydration. The page is
//! rendered in one step, so nothing flashes. The chosen radio, a click on "Next", typed text, open sections and the
//! focus are restored (`boot.js`, `begun.js`). A screen reader in mid-sentence may lose its place, which hydration
//! would avoid.
//!
//! **2026-11: a component without hooks.** `App` is a struct. Its one state needs no reducer in a hook, outgoing
//! effects are compared with the last ones (`view::effects`), and the hooks' machinery weighs 5 kB.
//!
//! **2026-11: two halves.** The questions need only the edition, which comes at once. The outcome page, its sentences
//! (the annex) and its styles come after the first answer, together or not at all. A link with answers leads to an
//! outcome, so there the second half loads beside the first. Before, it was last in a chain of four requests.
//!
//! **2026-11: no `:has` in the styles of the questions.** If a card asks by `:has` whether its radio is chosen, the
//! browser searches the card at every press. With cards that also change their layer, an answer took a slow phone 39 ms
//! to paint; without, it takes 24. A box inside the label, under the card's text, colours the chosen card instead.
//!
//! **2026-11: the outcome page in batches.** It has two thousand elements, and a slow phone needs half a second to lay
//! them out. The outcome itself is rendered at once. `view::rest` draws a few parts after each paint, beginning with
//! the part that the reader has just used. Each part shows its old content until it is due, which costs a frame or two
//! of an older answer below the window. Until all is drawn the rest has `aria-busy`. The address is written after the
//! paint too: `replaceState` takes longer than everything else that follows from an answer.
//!
//! **2026-11: a decoder of our own.** The site packs editions with serde and postcard. In the browser serde's visitors
//! would weigh 4 kB more than `unpack`. A test reads back everything that is packed.
//!
//! **2026-11: the proofs run at build time.** They take seconds, which a phone cannot spare, and a failed property must
//! stop the build. The method page shows what was checked, with the hash of the rules.
//!
//! **2026-11: one wasm in two chunks.** The chunks are split after linking, by the relocations. Shared code exists
//! once, and the entry is an ordinary function. Two builds of the crate would have shipped Yew twice and passed the
//! state as text. The splitter has to run between linker and wasm-bindgen, where wasm-pack has no hook, so `site` is
//! the linker that rustc calls (`site::link`). The alternative is wasm-bindgen as a library of `site`: no linker and no
//! renamed export, but more to compile.
//!
//! **2026-11: questions that divide a group.** The page for a class orders questions by the pairs of readers whom one
//! question alone keeps apart. It does not order by how many answered differently, because an answer on which all
//! disagree may change no outcome. Spread and shares were left out: they would make a poll of a dozen people.
//!
//! **2026-11: "not sure" in the linked pages.** A static page cannot remember an open question. There "not sure" goes
//! on with the starting value of the question, which the headline takes for every open answer. So the linked pages end
//! at the tool's headline, as a test shows for every route, and need one page for each node of the reduced graph. Each
//! page shows what is still possible after it; only the tool can say what remains possible in the end. Separate pages
//! for "not sure" would be many more, and their addresses would tell a server more about the reader.
//!
//! **2026-11: addresses of the linked pages.** An address is made of the answers on the shortest route to its question.
//! It is readable, each part of it is a page, and it stays when rules change that do not touch the route. A number
//! would move with every rule, and a hash would not be readable.
//!
//! **2026-11: pictures from shapes.** The share picture is laid out as boxes and lines of text for a canvas. The build
//! draws these shapes with two small crates and the fonts of the repository. An SVG renderer would bring much more to
//! compile and lay out the text a second time.
//!
//! **2026-11: a page of its own for frames.** The tool's page could detect that it is framed and fetch the rest. But
//! every reader would carry the styles, and colours would change after the first paint. The frame's page blocks on its
//! script instead. It lies beside the tool's page and not in a folder, so that every relative link works in both.
//!
//! **2026-11: space before height.** A frame that starts with the wrong height moves the article. Snippets reserve the
//! height that was measured for their start, and the frame keeps a little too much until the reader acts.
//!
//! **2026-11: offline by hash.** The service worker (`src/browser/worker.js`) is hand-written. Its list is computed by
//! `site::worker` from the finished site: every page and asset of a language with its SHA-256. Nothing enters or leaves
//! a cache without a matching hash, so error pages, sign-in pages and damage need no rules of their own. The price is
//! that hosts may not alter files. A new version waits for the reader's consent, or for the last page of the old
//! version to close. Pages of the old version that stay open get their own chunks from its cache. Pages without script
//! also load the script that registers the worker, after everything else. A reader who opens one page in a train can
//! then answer the questions in the tunnel.
//!
//! **2026-11: one file by LZMA.** The tool in one file is a separate build, in one chunk and no module, because a page
//! opened from a disk may import nothing. Deflate, which browsers decompress themselves, would make it a fifth larger
//! than LZMA with a decoder of 5 kB (`src/browser/unpack.js`): 416 kB instead of 349 in English, 435 kB instead of 359 in
//! Ukrainian. The limit is 400 kB.
//!
//! **2026-11: measured and tested.** `cargo site bench page` measures times. They differ between machines, so no test
//! relies on them, and its figures are comparable only with those of its twins in one run. Tests hold sizes and
//! Lighthouse scores, which simulate the time on the line from the bytes loaded.
//!
//! **2026-11: rules can be inspected early.** `decide`, `table`, `diff`, `graph` and `certificate` need only rules that
//! give every world an outcome. An editor has to see the effect of a rule while a claim still contradicts it. What is
//! built and published is correct as a whole.
//!
//! **2026-11: the day in security.txt is a promise.** RFC 9116 requires an expiry date. A date from the clock would
//! change every build and promise something that nobody has checked, so the publisher sets it.
//!
//! **2026-11: the policy is in the page.** Every page states its content security policy itself, and headers are
//! generated from the pages (`site::policy`, `site::hosting`). In headers alone it would be missing on hosts that send
//! none. A page weighs about 160 bytes more for it. Inline content is allowed by its hash, so a server's configuration
//! changes with the styles; `cargo site hosting --and` covers the moment between.
//!
//! **2026-11: no local paths.** rustc gets other names for the folders that it would write into the wasm
//! (`site::remap`), and a second build elsewhere gives equal bytes (`site::reproduce`).
//!
//! **2026-11: 6,000 bytes more for the first answer.** The limit was 100,000. The additions are needed before the first
//! answer: an observer that distinguishes translators' changes from our own, tolerant links, a note that needs no
//! script, plain colours for older browsers, and the line that says how an outcome is found. The way back is in the
//! parts of the first chunk that only the outcome needs; the aim is 90,000.
//!
//! **2026-11: no wasm-opt.** It makes the raw module smaller and the compressed one larger (see `Cargo.toml`).

pub mod unpack;
pub mod case;
pub mod decide;
pub mod text;

#[cfg(feature = "view")]
pub mod view;

#[cfg(feature = "browser")]
pub mod browser;

#[cfg(feature = "site")]
pub mod site;
