//! A second case in browsers: the same wasm asks its questions and decides as the engine does.

use std::{path::PathBuf, sync::OnceLock, thread};

use libtest_mimic::Failed;
use which_guarantee::site::{
    build::{self, pwa::Worker},
    commands::check,
    files::Folders,
};

use crate::{
    Told,
    harness::{engine::Engine, reader::Reader, unreliable_host::Host, walk::Walk},
};

const CASE: &str = "tests/cases/river";

pub async fn another_case_asks_its_own_questions_and_decides_as_its_engine(reader: &Reader, _: &Engine) -> Told {
    let folders = built()?;
    let engine = &Engine::of(check::checked(&folders.case).map_err(|it| it.to_string())?);
    let mut host = Host::open(&folders.dist)?;
    let reader = &reader.at(&host.site);
    for (outcome, worlds) in engine.worlds_by_outcome() {
        let page = Walk::start(reader, engine, "en").await?.through(worlds[0]).await?;
        assert_eq!(page.outcome, engine.model().guarantee(outcome).id);
    }
    // A link of its first version, in the other language.
    let link = "factory=cleaned&signature=contract&province=enforces&readings=R2";
    let page = reader.open(&format!("/uk/#{link}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(link).0));
    let steps =
        "return getComputedStyle(document.querySelector('.scale__steps')).gridTemplateColumns.split(' ').length";
    let whole = format!("return Boolean(document.querySelector('.closer')) && (() => {{ {steps} }})() === 6");
    reader.until_true("the whole page, with a step for each of its guarantees", &whole).await?;
    reader.leaves_a_sound_page().await?;
    reader.visit("about:blank").await?;
    host.stop();
    Ok(())
}

/// The site of that case beside the first one's, built once for all browsers.
fn built() -> Result<Folders, Failed> {
    static BUILT: OnceLock<Result<Folders, String>> = OnceLock::new();
    let build = || {
        let package = Folders::of_package();
        let folders = Folders { case: PathBuf::from(CASE), dist: package.work.join("river"), ..package };
        // The build waits in a runtime of its own, which can't be done in the one of the journeys.
        let built = thread::spawn(move || build::build(&folders, Worker::Keeps).map(|()| folders)).join();
        built.map_err(|_| "the build panicked".to_owned())?.map_err(|it| it.to_string())
    };
    Ok(BUILT.get_or_init(build).clone()?)
}
