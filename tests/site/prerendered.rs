//! Every page of a case as the build prerenders it, without the wasm.

use std::collections::BTreeMap;

use which_guarantee::{
    case::load::Loaded,
    decide::verify::proofs::prove,
    site::{
        build::{
            assets::{Assets, Pair},
            pwa::PwaAssets,
        },
        html::head::Site,
        pages::{page_inputs::PageInputs, pages, single_file::Offer},
        social::cards::pictures,
    },
    view::edition::from_case::editions,
};

pub const FIRST_STYLE: &str = ".tool{margin:0}";

/// Path and HTML of every page, with assets that are named and not there.
pub fn prerendered(case: &Loaded) -> Vec<(String, String)> {
    let editions = editions(case);
    let in_assets = |name: &str| format!("assets/{name}");
    let in_every_language = |name: &str| -> BTreeMap<String, String> {
        editions.iter().map(|(it, _)| (it.text.locale.to_owned(), in_assets(name))).collect()
    };
    let assets = Assets {
        boot: in_assets("boot.js"),
        root_pages: in_assets("root_pages.js"),
        glue: in_assets("glue.js"),
        loader: in_assets("chunk_loader.js"),
        chunk: in_assets("later.wasm"),
        wasm: in_assets("app.wasm"),
        style: in_assets("style.css"),
        first_style: FIRST_STYLE.to_owned(),
        editions: in_every_language("edition.bin"),
        outcome_data: in_every_language("outcome-data.bin"),
        group_texts: in_every_language("group.bin"),
        frame: Pair { script: in_assets("frame_page.js"), style: in_assets("frame_page.css") },
        configurator: Pair { script: in_assets("configurator.js"), style: in_assets("configurator.css") },
        pwa: PwaAssets { offline: in_every_language("offline.js"), ..PwaAssets::default() },
    };
    let certificate = prove(&case.model, &case.claims);
    let shell =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).expect("the shell is there");
    let shell = shell.replace("{{style}}", FIRST_STYLE);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let all: Vec<_> = editions.iter().map(|it| &it.0).collect();
    let (pictures, _) = pictures(root, &all, &case.publisher).expect("the pictures can be drawn");
    let site = Site { publisher: &case.publisher, languages: &editions[0].0.languages };
    let offers = case.languages.iter().map(|it| Offer {
        locale: it.locale.clone(),
        name: format!("which-guarantee-{}.html", it.locale),
        size: 360_000,
        hash: "00".repeat(32),
    });
    let offers: Vec<Offer> = offers.collect();
    let inputs = PageInputs { site, pictures: &pictures, assets: &assets, offers: &offers, shell: &shell };
    runtime.block_on(pages(&inputs, &editions, case, &certificate))
}
