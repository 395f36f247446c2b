//! *Which guarantee?* asks a reader up to nine short questions and shows which security guarantee is the most
//! plausible under the answers, why, how settled that is, and what would lead to each of the others.
//! All of it happens in the reader's browser.
//!
//! # Bird's-eye view
//!
//! One article is data: questions, guarantees with their conditions, and every sentence, in TOML under `case/`.
//! The space of answers is small (43,740 worlds), so on start the engine evaluates all of it into a table of one byte
//! a world. Everything that is said to a reader is an exact look-up in that table, never an estimate.
//! Every page is prerendered by the same Yew components that later take over.
//!
//! # Map
//!
//! | module | what it is | what it never does |
//! |---|---|---|
//! | [`unpack`] | how the browser reads what the site has packed | know what it reads |
//! | [`case`] | the claims: types of the case, its history and sources, loading with every mistake at once, permalinks | decide, show |
//! | [`decide`] | what follows: table, decision, asking, changes, reasons, reverse, landscape, comparison, a group, proofs | fail, speak, know a browser |
//! | [`text`] | the interface's sentences, one typed struct, one file a language | speak of the case |
//! | `view` | how it is shown: components as functions of state, case and text | touch `web_sys` |
//! | `browser` | where it runs for readers: boot, address, focus, fetching what comes later, passing on | know a rule |
//! | `site` | where it runs natively: check, prerender, build, serve, test | run in a browser |
//!
//! Start reading at [`case::Model`], [`decide::table::Table`] and [`decide::decision::Decision`];
//! then `view::App`, `view::state::State` and `site::build`.
//!
//! # Invariants
//!
//! - One direction: `case` → `decide` → `view` → `browser` and `site`. Nothing points back.
//! - `decide` has no sentence, no language, no browser, no Yew, no file, and can't fail.
//! - `view` has no `web_sys`; what a browser must do for it goes through `view::host::Host`.
//! - Only `site` touches files. Only `text` holds sentences. No word of the article's subject stands in the code of `src/`.
//! - Without an arrival the first render depends on the edition alone: what is prerendered is what a browser shows first.
//! - No request leaves the origin; no cookie; nothing about a reader is stored. Answers live in memory and in the URL's
//!   fragment, which no server sees. What a service worker keeps on the device are the site's own files.
//! - Ids in `case/` are public: links, hosts and tests rely on them. One that is renamed leaves its name to old links.
//!
//! # Data flow
//!
//! ```text
//! permalink ─┐  radios ─┐             prerender: nothing chosen
//!            ▼          ▼                  │
//!          Choices: what the reader did with every question
//!            │  without those set aside: Answers, a set of allowed answers for each question, one machine word
//!            ▼
//!          Decision: headline, possible outcomes, status and missing conditions of every guarantee
//!            │  sentences of the case and of the interface
//!            ▼
//!          Scene -> Html, the same natively and in the browser
//!            │  Action
//!            ▼
//!          State::after -> new Choices ...
//!            └─ effects through Host: address, history, title, focus
//! ```
//!
//! The browser loads two things side by side: the wasm, which holds no sentence, and the *edition*, the case and the
//! interface in one language, packed. An edited sentence changes no wasm, and another language costs nobody anything.
//! The outcome's page is a second piece of wasm, `view::later`. It is fetched after the first answer and shares memory
//! and functions with the first piece, so the two come from the same link and fit no others.
//! The app starts once the prerendered page is painted, and what a link with answers needs besides is asked for then:
//! nothing competes with the first paint (`src/browser/boot.js`).
//!
//! # In other people's pages
//!
//! `<locale>/frame.html` is the tool's page with a script and a sheet more (`site::framed`, `src/browser/frame.js`). The
//! script takes the wishes of the page around from the query (`theme`, `accent`, `font`, `compact`, `answers`), which a
//! server may see; answers stay in the fragment. It reads the tool by its public contract alone, radios and
//! `[data-outcome]`, and tells the page around by messages of version 1.
//! `embed.js` listens there: it checks source, origin and shape, sets the height, and raises DOM events.
//! Snippets (`site::snippets`) stand in pages that nobody here can change, so what they contain is public and lasting:
//! the addresses `<locale>/frame.html`, `<locale>/guarantees/<id>/frame.html` and `embed.js`, the wishes, `data-which-guarantee`, the element and its attributes.
//!
//! # Decisions
//!
//! **2026-11: what completes partial answers.** Two kinds of normalisation make the table total.
//! A *contradiction* (an armistice while all land is free) is never offered to a reader, so worlds that contradict
//! themselves complete nothing. An *idle* question (land while the fighting goes on) is not asked, so its answer,
//! which may well be there from before, does not count, and nothing is excluded by it.
//! With this the walk has the 21 nodes and 727 paths of the domain's own count; if contradictions counted as
//! completions it would have 991 paths and ask about land after an armistice.
//!
//! **2026-11: an answer is never lost.** What an earlier answer makes impossible is set aside, not deleted, and counts
//! again when the earlier one changes back. The alternative, letting the newest answer overrule, would have an
//! armistice silently read as a victory.
//!
//! **2026-11: rendering over, not hydrating.** Attaching to the prerendered elements costs 13 kB of compressed wasm more
//! than rendering anew in their place: Yew 0.23.0 compares tag names in lower case, and the tables for that alone weigh
//! more than its hydration. The page is rendered in one step, so nothing flashes; the choice, a press of the button, what
//! is typed and unfolded, and the focus are taken over (`boot.js`, `begun.js`). A screen reader that was reading may have to find
//! its place again, which hydration would have spared it.
//!
//! **2026-11: a component without hooks.** `App` is a struct: its one state needs no reducer in a hook, what goes out to
//! the browser is compared with what went out last (`view::effects`), and the hooks' machinery weighs 5 kB.
//!
//! **2026-11: two halves.** What the questions need (the edition, brief) comes at once; the outcome's page, all of its
//! sentences (the annex) and its looks come after the first answer, together or not at all. A link that brings answers
//! leads to the outcome, so there the second half comes beside the first; before, it was last in a chain of four.
//!
//! **2026-11: no `:has` in what the questions look like.** Where a card asks by `:has` whether the radio in it is chosen,
//! a browser looks through it with every press; with cards that change their layer as well, an answer took a slow phone
//! 39 ms to paint, and takes 24 without. What is chosen is coloured by a box of its label's, under the card's text.
//!
//! **2026-11: the outcome's page part by part.** It has two thousand elements, and a slow phone needs half a second to
//! lay them out. The outcome itself is rendered at once; `view::rest` draws a few parts after each paint, the one in which the
//! reader has just done something first, and keeps what each shows until it is due, which costs a frame or two of an
//! older answer below the window. Until all is drawn the rest says `aria-busy`. Writing the address waits for the paint,
//! too: `replaceState` takes longer than everything else that follows from an answer.
//!
//! **2026-11: editions are read by hand.** The site packs them by serde and postcard. In the browser serde's visitors
//! would weigh 4 kB more than `unpack`, of which a test reads back everything that is packed.
//!
//! **2026-11: the proofs run where the site is built.** They take seconds, a reader's phone has none to spare, and a
//! property that fails must stop the build. The method page shows what was checked, with the hash of the rule data.
//!
//! **2026-11: one wasm in two pieces.** The pieces are split off after linking, by the relocations, so that shared code
//! is there once and the way in is an ordinary function. Two builds of the crate would have brought Yew twice and handed
//! the state over as text. The splitter has to run between linker and wasm-bindgen, where wasm-pack has no opening of
//! its own; so `site` is the linker that rustc calls (`site::link`). The alternative without wasm-pack is wasm-bindgen
//! as a library of `site`: no linker and no renamed export, but more to compile.
//!
//! **2026-11: what divides a group.** The page for a class orders questions by the pairs of readers whom one question
//! alone keeps apart, not by how many answered it differently: an answer on which all disagree may change nobody's
//! outcome. Spread and shares were left out, since they would make a poll of a dozen people.
//!
//! **2026-11: "not sure" in the walk of linked pages.** A page can't remember what was left open, so there "not sure"
//! goes on with the article's own value, which is what the headline takes for every open answer. So the walk ends where
//! the tool's headline stands, as a test shows for every way there is, and stays at one page for each node of the reduced
//! graph. What else stays possible is on every page; what remains possible in the end only the tool can say. Pages that
//! keep "not sure" apart would be many more, and their addresses would tell a server more about the reader.
//!
//! **2026-11: where a question of the walk stands.** Its address is made of the answers on the shortest way to it, so that
//! it can be read, each part of it is a page, and it stays when rules change that this way does not touch. A number would
//! move with every rule, and a hash could not be read.
//!
//! **2026-11: the cards are drawn from shapes.** The picture that readers share is laid out as boxes and lines of text for
//! a canvas; the build draws the same shapes with two small crates and fonts that lie in the repository. An SVG renderer
//! would bring much more to compile and lay the text out a second time.
//!
//! **2026-11: a page of its own for frames.** The tool's page could look whether it is framed and fetch the rest; then
//! every reader would carry the look, and colours would change after the first paint. The frame's page blocks on its
//! script instead. It lies beside the tool's page and not in a folder, so that every relative link works in both.
//!
//! **2026-11: room before height.** A frame that starts with the wrong height moves the article. Snippets reserve what
//! was measured for just this start, and the frame keeps a little too much until the reader acts.
//!
//! **2026-11: offline by hash.** The service worker (`src/browser/worker.js`) is written by hand behind a list that
//! `site::worker` computes from the finished site: every page and asset of a language with the SHA-256 of its content.
//! Nothing enters or leaves a cache without its hash, so error pages, sign-in pages and damage need no rules of their
//! own; the price is that hosts may not alter files on the way. A new version waits for the reader's word, or for the
//! last page of the old one to close. Pages that stay open beside it get the pieces of their own version from its cache.
//! Pages that need no script load the one that registers the worker all the same, last of all and after everything else:
//! whoever has read one page in a train can answer the questions in the tunnel.
//!
//! **2026-11: one file by LZMA.** The tool in one file is a build of its own, in one piece and no module, because a page
//! that is opened from a disk may import nothing. Packed with deflate, which browsers unpack themselves, it would have
//! stood at the limit of 400 kB; LZMA with an unpacker of 5 kB (`src/browser/unpack.js`) leaves a tenth.
//!
//! **2026-11: what is measured, and what is tested.** `cargo site bench page` measures times, which differ from machine to
//! machine, so no test rests on them; its figures count beside those of its twins in the same run. Tests hold sizes and
//! Lighthouse's scores, for which time on the line is simulated from what was loaded.
//!
//! **2026-11: rules can be looked at before all of it holds.** `decide`, `table`, `diff`, `graph` and `certificate` want
//! rules that give every world an outcome, and no more: an editor has to see what a rule does while a claim still speaks
//! against it. What is built and published holds as a whole.
//!
//! **2026-11: the day in security.txt is a promise.** RFC 9116 wants a day on which the file expires. Taken from the
//! clock, it would make every build another and promise what nobody has looked at; so the publisher names it.
//!
//! **2026-11: the policy stands in the page.** Every page says its content security policy itself, and headers are made of
//! what pages say (`site::policy`, `site::hosting`). In headers alone it would be missing on hosts that send none; and
//! a page weighs about 160 bytes more for it. What is inline in a page is known by its hash, so that a server's configuration
//! has to change with the styles; `cargo site hosting --and` covers the moment between.
//!
//! **2026-11: no paths of the machine.** rustc is told other names for the folders that it would write into the wasm
//! (`site::remap`), and a second build elsewhere gives the same bytes (`site::reproduce`).
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
