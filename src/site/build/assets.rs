//! Assets: the files that every page of a language shares. Each carries a hash of its content in its name,
//! so that browsers may keep it for ever.

use std::{collections::BTreeMap, fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    case::by_id::ById,
    site::{
        build::{
            pwa::{self, PwaAssets, Worker},
            scripts::{Kind, small, source},
            styles,
        },
        failure::Failure,
        files::{self, SiteFile, file_name, short_hash},
        routes::{ASSETS, EMBED_SCRIPT},
        wasm::{
            minify,
            names::{GLUE, LATER, LOADER, WASM},
        },
    },
    text,
    view::{edition::from_case::WholeEdition, outcome_data::OutcomeData},
};

const STEP: &str = "collecting the assets";

/// Paths below `dist/`, such as `assets/boot.1a2b3c4d.js`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assets {
    /// The module that a page starts; it loads the glue.
    pub boot: String,
    /// The script of the pages at the root.
    pub root_pages: String,
    pub glue: String,
    pub wasm: String,
    /// The loader of the lazy wasm chunk; the glue imports it.
    pub loader: String,
    /// Path of the lazy wasm chunk (outcome page).
    pub chunk: String,
    /// The part of the style sheet that is no page's own.
    pub style: String,
    /// The part that every page carries itself: the text, and not a path.
    #[serde(skip)]
    pub first_style: String,
    /// By locale: the case and the interface in one language, as the wasm reads it.
    pub editions: BTreeMap<String, String>,
    /// By locale: what only the outcome's page needs.
    pub outcome_data: BTreeMap<String, String>,
    /// By locale: the sentences of the page for a group.
    pub group_texts: BTreeMap<String, String>,
    /// The script and styles that only a framed tool needs.
    pub frame: Pair,
    /// The script and styles that only the page `embed/` needs.
    pub configurator: Pair,
    pub pwa: PwaAssets,
}

/// A script and a style sheet that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    pub script: String,
    pub style: String,
}

/// Makes all assets of the site.
///
/// # Errors
/// A file that can't be read, or styles that can't be parsed.
pub fn assets(
    root: &Path,
    wasm_folder: &Path,
    editions: &[(WholeEdition, OutcomeData)],
    worker: Worker,
    site: &str,
) -> Result<(Assets, Vec<SiteFile>), Failure> {
    let mut made = Made { files: Vec::new() };
    let unread = |it: String| Failure::step(STEP, it, "Type: cargo clean --release --target wasm32-unknown-unknown");
    let glue = script(&wasm_folder.join(GLUE))?;
    let (glue, wasm) = minify::pair(&glue, &read(&wasm_folder.join(WASM))?).map_err(unread)?;
    let chunk = minify::module(&read(&wasm_folder.join(LATER))?).map_err(unread)?;
    // Each script names the next file, so the names are filled in from the end.
    let wasm = made.add("which_guarantee_bg", "wasm", wasm);
    let chunk = made.add("later", "wasm", chunk);
    let glue = small(&glue.replace(WASM, file_name(&wasm)), GLUE, Kind::Module)?;
    let loader = source(root, &format!("page/{LOADER}"))?.replace(LATER, file_name(&chunk));
    let loader = small(&loader, LOADER, Kind::Module)?;
    let (glue, loader) = made.add_pair((GLUE, glue), (LOADER, loader));
    let before_boot = [
        "page/trailing_slash.js",
        "page/trouble_note.js",
        "page/early_input.js",
        "page/after_paint.js",
        "page/lost_focus.js",
        "page/alterations.js",
    ];
    let boot = script_after(root, &before_boot, "page/boot.js")?;
    let boot = boot.replace(GLUE, file_name(&glue));
    let boot = made.add("boot", "js", small(&boot, "boot.js", Kind::Module)?.into_bytes());
    let root_pages =
        small(&script_after(root, &["lost_hash.js"], "page/root_pages.js")?, "root_pages.js", Kind::Classic)?;
    let root_pages = made.add("root_pages", "js", root_pages.into_bytes());
    let styles = styles::joined(root)?;
    let style = made.add("style", "css", styles.rest.into_bytes());
    let frame = made.pair(root, "frame_page", &[], Kind::Classic)?;
    let configurator = made.pair(root, "configurator", &["page/trouble_note.js"], Kind::Module)?;
    made.files.push(SiteFile { path: EMBED_SCRIPT.to_owned(), bytes: embed(root, editions, site)?.into_bytes() });
    let languages: Vec<&WholeEdition> = editions.iter().map(|it| &it.0).collect();
    let pwa = pwa::assets(root, &languages, worker, |name, extension, bytes| made.add(name, extension, bytes))?;
    let mut assets = Assets {
        boot,
        root_pages,
        glue,
        wasm,
        loader,
        chunk,
        style,
        first_style: styles.first,
        editions: BTreeMap::new(),
        outcome_data: BTreeMap::new(),
        group_texts: BTreeMap::new(),
        frame,
        configurator,
        pwa,
    };
    for (edition, outcome_data) in editions {
        let locale = &edition.case.sentences.locale;
        assets
            .editions
            .insert(locale.clone(), made.add(&format!("edition-{locale}"), "bin", packed(&edition.first_load())?));
        assets
            .outcome_data
            .insert(locale.clone(), made.add(&format!("outcome-data-{locale}"), "bin", packed(outcome_data)?));
    }
    for interface in text::all() {
        let locale = interface.text.locale;
        let packed = packed(&interface.group)?;
        assets.group_texts.insert(locale.to_owned(), made.add(&format!("group-{locale}"), "bin", packed));
    }
    Ok((assets, made.files))
}

/// Makes `embed.js` with the title of the tool in every language, for the frames of articles.
///
/// # Errors
/// `Failure::Step` if the script is missing or cannot be parsed.
pub fn embed(root: &Path, editions: &[(WholeEdition, OutcomeData)], site: &str) -> Result<String, Failure> {
    let names = editions.iter().map(|(it, _)| &it.case.sentences);
    // In the order of the site: the first is for frames that name no language of it.
    let titles: ById<&str> = names.map(|it| (it.locale.as_str(), it.title.as_str())).collect();
    let titles = serde_json::to_string(&titles)
        .map_err(|it| Failure::step(STEP, it, "This is a mistake in src/site/build/assets.rs."))?;
    let source = source(root, &format!("embed/{EMBED_SCRIPT}"))?;
    let source = source.replace("{ en: \"\" }", &titles).replace("HOME = \"\"", &format!("HOME = {site:?}"));
    small(&source, EMBED_SCRIPT, Kind::Classic)
}

/// As the wasm reads it.
fn packed(part: &impl Serialize) -> Result<Vec<u8>, Failure> {
    postcard::to_allocvec(part)
        .map_err(|it| Failure::step("packing the sentences", it, "This is a mistake in src/case or src/text."))
}

struct Made {
    files: Vec<SiteFile>,
}

impl Made {
    /// Two scripts that import each other by the names given. Both carry the hash of both.
    fn add_pair(
        &mut self,
        (first_name, first): (&str, String),
        (second_name, second): (&str, String),
    ) -> (String, String) {
        let hash = short_hash(format!("{first}\n{second}").as_bytes());
        let named = |name: &str| name.replace(".js", &format!(".{hash}.js"));
        for (name, content, other) in [(first_name, first, second_name), (second_name, second, first_name)] {
            // Only where it imports: the wasm knows the other by the name that the linker gave it.
            let from = |other: &str| format!("from\"./{other}\"");
            let bytes = content.replace(&from(other), &from(&named(other))).into_bytes();
            self.files.push(SiteFile { path: format!("{ASSETS}{}", named(name)), bytes });
        }
        (format!("{ASSETS}{}", named(first_name)), format!("{ASSETS}{}", named(second_name)))
    }

    /// The script of this name and the style sheet of a page about embeds. What the script rests on stands before it.
    fn pair(&mut self, root: &Path, name: &str, before: &[&str], kind: Kind) -> Result<Pair, Failure> {
        let file = format!("{name}.js");
        let source = small(&script_after(root, before, &format!("embed/{file}"))?, &file, kind)?;
        let sheet = styles::alone(root, &format!("blocks/pages/embed/{name}.css"))?;
        Ok(Pair { script: self.add(name, "js", source.into_bytes()), style: self.add(name, "css", sheet.into_bytes()) })
    }

    fn add(&mut self, name: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = format!("{ASSETS}{name}.{}.{extension}", short_hash(&bytes));
        self.files.push(SiteFile { path: path.clone(), bytes });
        path
    }
}

/// A script of `src/js/` behind those that it rests on.
pub(super) fn script_after(root: &Path, before: &[&str], name: &str) -> Result<String, Failure> {
    let all = before.iter().chain([&name]).map(|it| source(root, it));
    Ok(all.collect::<Result<Vec<_>, _>>()?.join("\n"))
}

fn script(path: &Path) -> Result<String, Failure> {
    files::read_text(path).map_err(|it| unreadable(path, &it))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|it| unreadable(path, &it))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::step(STEP, format!("{} can't be read: {error}.", path.display()), "Put the file back.")
}
