//! The tool in one file a language: everything is inside, so that it opens from a disk, without a network, for ever.
//! Its contents are compressed by Deflate, which browsers undo themselves, and written in base64: a page that is opened
//! from a disk may not fetch a thing, not even a file beside it.

use std::path::Path;

use data_encoding::BASE64;
use yew::{LocalServerRenderer, prelude::*};
use zopfli::{Format, Options};

use crate::{
    case::load::Loaded,
    site::{
        build::{
            icon,
            scripts::{self, Kind},
            styles,
        },
        failure::Failure,
        files::{SiteFile, read_text, whole_hash},
        html::{
            csp,
            document::{self, no_script, trouble, way},
            head,
        },
        routes::{self, WALK},
        wasm::{
            minify,
            names::{GLUE, WASM},
        },
    },
    text::{self, fill, offline::OfflineText},
    view::{
        app::{App, AppProps},
        edition::from_case::WholeEdition,
        edition::{Deployment, Edition},
        outcome_data::OutcomeData,
    },
};

/// What a page needs to offer a file for download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub locale: String,
    /// Its path below `dist/`, which is also its name.
    pub name: String,
    /// In bytes.
    pub size: usize,
    /// SHA-256 in hexadecimal.
    pub hash: String,
}

/// Small enough for a mail and an old telephone.
pub const MOST_BYTES: usize = 460_000;
const STEP: &str = "making the tool in one file";

/// The file of every language. `site` is the address where readers find the site, if that is known.
///
/// # Errors
/// A part can't be read or packed, or the whole is larger than promised.
pub async fn files(
    root: &Path,
    wasm: &Path,
    editions: &[(WholeEdition, OutcomeData)],
    site: Option<&str>,
) -> Result<Vec<SiteFile>, Failure> {
    let failed = |it: std::io::Error| Failure::step(STEP, it, "Type: cargo site build");
    let glue = read_text(&wasm.join(GLUE)).map_err(failed)?;
    let code = std::fs::read(wasm.join(WASM)).map_err(failed)?;
    let (glue, code) =
        minify::pair(&glue, &code).map_err(|it| Failure::step(STEP, it, "Type: cargo clean --release"))?;
    let glue = scripts::small(&glue, GLUE, Kind::Classic)?;
    let style = styles::joined_for_one_file(root)?;
    let scripts = [
        "page/trouble_note.js",
        "page/early_input.js",
        "page/after_paint.js",
        "page/lost_focus.js",
        "page/alterations.js",
        "single_file/single_file.js",
    ]
    .map(|it| scripts::source(root, it));
    let start = scripts.into_iter().collect::<Result<Vec<_>, _>>()?.join("\n");
    let shell = read_text(&root.join("index.html")).map_err(failed)?;
    // Nearly all that a file carries, and the same in every language.
    let program = [carried("glue", glue.as_bytes()), carried("wasm", &code)];
    let program = program.into_iter().collect::<Result<String, _>>().map_err(failed)?;
    let mut files = Vec::new();
    for (edition, outcome_data) in editions {
        let deployment = Deployment::SingleFile { site: site.map(str::to_owned) };
        let first_load = Edition { deployment, ..edition.first_load() };
        let sentences = [postcard::to_allocvec(&first_load), postcard::to_allocvec(outcome_data)];
        let [sentences, rest] = sentences.map(|it| it.expect("the site has packed the same before"));
        let sentences = [carried("edition", &sentences), carried("outcome-data", &rest)];
        let sentences = sentences.into_iter().collect::<Result<String, _>>().map_err(failed)?;
        let props = AppProps::prerendered(first_load.lasting());
        let policy = csp::of_one_file(&style, &[&in_page(&start), &glue]);
        let shell = shell.replace("{{policy}}", &csp::meta(&policy)).replace("{{style}}", &style);
        let page = page(&shell, edition, props, (site, &start, &(program.clone() + &sentences))).await;
        let file = SiteFile { path: routes::single_file(edition.text.locale), bytes: page.into_bytes() };
        if file.bytes.len() >= MOST_BYTES {
            let why = format!("{} has {} bytes; {MOST_BYTES} are too many.", file.path, file.bytes.len());
            return Err(Failure::step(STEP, why, "Leave something out of it."));
        }
        files.push(file);
    }
    Ok(files)
}

/// What pages say of these files.
pub fn offers(loaded: &Loaded, files: &[SiteFile]) -> Vec<Offer> {
    let offer = |locale: &String| {
        let file = files.iter().find(|it| it.path == routes::single_file(locale))?;
        Some(Offer {
            locale: locale.clone(),
            name: file.path.clone(),
            size: file.bytes.len(),
            hash: whole_hash(&file.bytes),
        })
    };
    loaded.languages.iter().filter_map(|it| offer(&it.locale)).collect()
}

/// The file for download, with what it takes to check that it is whole. `root` leads to the root of the site.
pub fn download(offer: &Offer, text: &OfflineText, root: &str) -> Html {
    let size = (offer.size.div_ceil(1000)).to_string();
    let name = fill(text.file_link, &[("name", &offer.name), ("size", &size)]);
    html! {
        <section aria-labelledby="file-title">
            <h2 id="file-title">{ text.file_title }</h2>
            <p>{ text.file_lead }</p>
            <p><a href={format!("{root}{}", offer.name)} download={offer.name.clone()}>{ name }</a></p>
            <p>{ fill(text.file_hash, &[("hash", &offer.hash)]) }</p>
        </section>
    }
}

/// The script that decompresses and starts, as it stands between its tags.
fn in_page(start: &str) -> String {
    format!("\n{start}")
}

async fn page(
    shell: &str,
    edition: &WholeEdition,
    props: AppProps,
    (site, start, carried): (Option<&str>, &str, &str),
) -> String {
    let sentences = &edition.case.sentences;
    let app = LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await;
    let icon = BASE64.encode(icon::svg().as_bytes());
    let head = [
        head::meta("description", &sentences.description),
        format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"),
    ];
    let links = text::interface(edition.text.locale).map(|it| it.pages.links);
    let notes = links.map(|it| {
        // Where nobody has said where the site is, there is no way to lead to.
        let instead = site.map(|site| way(&format!("{site}{}/{WALK}", edition.text.locale), it.instead));
        let instead = instead.unwrap_or_default();
        no_script(it.no_script, &instead) + &trouble(it.trouble, &instead)
    });
    let notes = notes.unwrap_or_default();
    let data = format!("{carried}<script>{}</script>", in_page(start));
    document::page(shell, &edition.text, &sentences.title, &head, &notes, &app, &data)
}

/// A part of the file, for the script that starts it. With the header and the checksum of zlib, so that a damaged copy
/// fails instead of deciding otherwise.
fn carried(name: &str, part: &[u8]) -> std::io::Result<String> {
    let mut compressed = Vec::new();
    zopfli::compress(Options::default(), Format::Zlib, part, &mut compressed)?;
    let text = BASE64.encode(&compressed);
    Ok(format!("<script type=\"application/octet-stream\" id=\"carried-{name}\">{text}</script>\n    "))
}
