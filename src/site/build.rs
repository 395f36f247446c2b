//! `cargo site build`: writes `dist/`, and nothing where nothing has changed.

pub mod assets;
pub mod asset_graph;
pub mod asset_manifest;
pub mod compilers;
pub mod compress;
pub mod data_files;
pub mod icon;
pub mod pwa;
pub mod scripts;
pub mod styles;
pub mod service_worker;
pub mod budgets;

use std::{fs, io, path::Path, time::SystemTime};

use crate::{
    case::load::Loaded,
    decide::verify::proofs::{Certificate, prove},
    site::{
        build::{
            asset_manifest::AssetManifest, assets::Assets, budgets::Weights, compress::compressed, pwa::Worker,
            service_worker::Kept,
        },
        commands::{certificate, check},
        failure::Failure,
        files::{self, Folders, SiteFile},
        hosting::{self, Hosting},
        html::{csp, head::Site},
        pages::{
            self,
            embed::oembed,
            page_inputs::PageInputs,
            security_txt,
            single_file::{self, Offer},
            sitemap::found,
        },
        progress,
        social::cards::{Pictures, pictures},
        wasm,
    },
    view::{
        edition::from_case::{WholeEdition, editions},
        outcome_data::OutcomeData,
    },
};

/// Everything but the case that the site is made of; the code that makes it is in `src`.
const INPUTS: [&str; 7] = [".cargo", "Cargo.toml", "Cargo.lock", "fonts", "index.html", "src", "styles"];

/// What decides how a file is compressed.
const COMPRESSOR: [&str; 2] = ["Cargo.lock", "src/site/build/compress.rs"];

/// Brings `dist/` up to date.
///
/// # Errors
/// The first step that failed; nothing of `dist/` has changed then.
pub fn build(folders: &Folders, worker: Worker) -> Result<(), Failure> {
    let before = sources_hash(folders, worker)?;
    let key = format!("{before} {}", compilers::hash());
    if is_fresh(folders, &key) {
        progress::say("Nothing has changed since dist/ was built.");
        return Ok(());
    }
    let Made { files, editions, manifest } = made(folders, worker)?;
    let last = is_compressed_alike(folders, &key).then_some(folders.dist.as_path());
    let files = progress::work("Compressing", || Ok(compressed(files, last)))?;
    for (edition, _) in &editions {
        progress::say(&Weights::of(edition, &manifest.assets, &files).says());
    }
    if hosting::is_news_to(&folders.dist, &files) {
        progress::say(
            "The headers that a web server must send with the files have changed. On nginx or Caddy, install the new \
             configuration before you copy the files (docs/hosting.md).",
        );
    }
    // The first build of a machine installs a compiler.
    let key = format!("{before} {}", compilers::hash());
    replace(folders, &files, &manifest, &key)
        .map_err(|it| Failure::step("writing dist/", it, "Make room on the disk, and let nothing else write there."))
}

/// A whole site, before it is compressed.
pub struct Made {
    pub files: Vec<SiteFile>,
    editions: Vec<(WholeEdition, OutcomeData)>,
    manifest: AssetManifest,
}

/// Makes every file of the site.
///
/// # Errors
/// The first step that failed.
pub fn made(folders: &Folders, worker: Worker) -> Result<Made, Failure> {
    let loaded = check::checked(&folders.case)?;
    progress::say(&check::summary(&loaded));
    if loaded.publisher.is_example() {
        progress::say(
            "The site's address is still the example's: name yours in the case's publisher.toml before it goes online.",
        );
    }
    if loaded.publisher.security_until.is_some_and(|it| security_txt::has_expired(it, SystemTime::now())) {
        progress::say(
            "security_until in the case's publisher.toml has passed: see whether the contact is right, and renew the day.",
        );
    }
    let wasm = wasm::built(folders)?;
    let whole = wasm::whole(folders)?;
    let editions = editions(&loaded);
    let all: Vec<&WholeEdition> = editions.iter().map(|it| &it.0).collect();
    let site = Site { publisher: &loaded.publisher, languages: &editions[0].0.languages };
    let (assets, mut files) = progress::work("Joining styles and naming assets", || {
        assets::assets(&folders.root, &wasm, &editions, worker, &site.absolute(""))
    })?;
    let there = (!loaded.publisher.is_example()).then(|| site.absolute(""));
    let one_files = progress::work("Packing the tool in one file", || {
        waited(single_file::files(&folders.root, &whole, &editions, there.as_deref()))?
    })?;
    let offers = single_file::offers(&loaded, &one_files);
    files.extend(one_files);
    let certificate = progress::work("Proving what the site says about its rules", || proven(&loaded))?;
    files.extend(
        data_files::files(&loaded, &certificate).map_err(|it| Failure::step("writing the data", it, "Try again."))?,
    );
    let (pictures, drawn) =
        progress::work("Drawing the card images", || pictures(&folders.root, &all, &loaded.publisher))?;
    files.extend(drawn);
    files.extend(progress::work("Prerendering the pages", || {
        prerendered(folders, &editions, &loaded, &certificate, &assets, &pictures, &offers)
    })?);
    files.extend(editions.iter().flat_map(|(it, _)| oembed::files(it, &site.absolute(""))));
    files.extend(assets.pwa.manifests(&all));
    let kept = match worker {
        Worker::Keeps => Kept::of(&files, &assets, loaded.languages.iter().map(|it| it.locale.as_str())),
        Worker::RemovesItself => Kept::default(),
    };
    files.push(service_worker(folders, &files, &kept, &loaded, worker)?);
    files.extend(security_txt::security(&site));
    files.push(Hosting::of(&files, loaded.publisher.folder()).file());
    Ok(Made { files, editions, manifest: AssetManifest { assets, kept } })
}

/// The hashes of everything that the site is made of and made by, but for the compilers.
fn sources_hash(folders: &Folders, worker: Worker) -> Result<String, Failure> {
    let unread = |it| Failure::step("reading what the site is made of", it, "Make the file readable.");
    let compressor = files::digest(&folders.root, &COMPRESSOR, |_| true).map_err(unread)?;
    let package = files::digest(&folders.root, &INPUTS, |_| true).map_err(unread)?;
    let case = files::digest(&folders.case, &[""], |_| true).map_err(unread)?;
    Ok(format!("{compressor} {package} {case} {worker:?}"))
}

/// It comes last, for it lists the others.
fn service_worker(
    folders: &Folders,
    files: &[SiteFile],
    kept: &Kept,
    loaded: &Loaded,
    worker: Worker,
) -> Result<SiteFile, Failure> {
    match worker {
        Worker::Keeps => service_worker::worker(
            &folders.root,
            files,
            kept,
            &service_worker::worker_languages(loaded),
            &service_worker::rules(loaded),
        ),
        Worker::RemovesItself => service_worker::removal(&folders.root),
    }
}

/// The proofs; one that fails fails the build.
fn proven(loaded: &Loaded) -> Result<Certificate, Failure> {
    let certificate = prove(&loaded.model, &loaded.claims);
    let fails: Vec<&str> =
        certificate.properties.iter().filter(|it| it.failed > 0).map(|it| certificate::slug(it.kind)).collect();
    if fails.is_empty() {
        return Ok(certificate);
    }
    let why = format!("These do not hold: {}.", fails.join(", "));
    Err(Failure::step("proving the rules", why, "Correct case/model.toml; `cargo site certificate` shows all of it."))
}

fn prerendered(
    folders: &Folders,
    editions: &[(WholeEdition, OutcomeData)],
    loaded: &Loaded,
    certificate: &Certificate,
    assets: &Assets,
    pictures: &Pictures,
    offers: &[Offer],
) -> Result<Vec<SiteFile>, Failure> {
    let step = "prerendering the pages";
    let site = Site { publisher: &loaded.publisher, languages: &editions[0].0.languages };
    let shell = files::read_text(&folders.root.join("index.html"))
        .map_err(|it| Failure::step(step, format!("index.html can't be read: {it}."), "Put index.html back."))?
        .replace("{{policy}}", &csp::meta(&csp::of_pages(&assets.first_style, site.origin())))
        .replace("{{style}}", &assets.first_style);
    let inputs = PageInputs { site, pictures, assets, offers, shell: &shell };
    let pages = waited(pages::pages(&inputs, editions, loaded, certificate))?;
    let files = pages.into_iter().map(|(path, content)| SiteFile { path, bytes: content.into_bytes() });
    Ok(files.chain(found(&site, &editions[0].0.case.model)).collect())
}

/// Waits for what renders.
fn waited<T>(rendering: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime
        .map_err(|it| Failure::step("prerendering the pages", it, "Try again; the system has no threads to spare."))?;
    Ok(runtime.block_on(rendering))
}

/// Puts the new site in the place of the old one in one move, so that a server never hands out halves of both.
fn replace(folders: &Folders, files: &[SiteFile], manifest: &AssetManifest, key: &str) -> io::Result<()> {
    let (next, last) = (folders.beside_dist("next"), folders.beside_dist("last"));
    for left_over in [&next, &last] {
        remove(left_over)?;
    }
    for file in files {
        let path = next.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&next))?;
        fs::write(path, &file.bytes)?;
    }
    if folders.dist.exists() {
        fs::rename(&folders.dist, &last)?;
    }
    fs::rename(&next, &folders.dist)?;
    remove(&last)?;
    fs::create_dir_all(&folders.work)?;
    manifest.write(folders)?;
    fs::write(folders.dist_stamp(), stamp(key, files))
}

fn remove(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}

/// What a finished site is known by: the key of what it was made of, then the length and path of every file.
fn stamp(key: &str, files: &[SiteFile]) -> String {
    let lines = files.iter().map(|it| format!("{} {}\n", it.bytes.len(), it.path));
    format!("{key}\n{}", lines.collect::<String>())
}

/// Whether the files of the last site were compressed as those of this one are: the first word of both keys says so.
fn is_compressed_alike(folders: &Folders, key: &str) -> bool {
    let stamp = fs::read_to_string(folders.dist_stamp()).unwrap_or_default();
    stamp.split_whitespace().next() == key.split_whitespace().next()
}

/// Whether `dist/` was made of just this, and all of it is still there, its manifest included.
fn is_fresh(folders: &Folders, key: &str) -> bool {
    let stamp = fs::read_to_string(folders.dist_stamp()).unwrap_or_default();
    let mut lines = stamp.lines();
    let is_there = |line: &str| {
        line.split_once(' ').is_some_and(|(length, path)| {
            fs::metadata(folders.dist.join(path)).is_ok_and(|it| it.len().to_string() == length)
        })
    };
    lines.next() == Some(key) && lines.all(is_there) && folders.asset_manifest().is_file()
}
