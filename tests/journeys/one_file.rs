//! The tool in one file, opened from a disk where nothing else is.

use std::fs;

use serde_json::json;
use which_guarantee::{
    decide::{answers::World, rules::Readings, table::Table},
    site::html::csp::hash,
};

use crate::{
    Told,
    engine::{Engine, locales},
    host::dist,
    reader::Reader,
    walk::Walk,
};

/// Where in the file what it carries begins; its start stands behind that.
const CARRIED: &str = "<script type=\"application/octet-stream\"";

/// What a quick reader does before the start: unfolds a term, answers, and stays there.
const EARLY: &str = "
    document.querySelector('.term summary').click();
    document.getElementById('war-peace').click();
    document.getElementById('war-peace').focus();
";

pub async fn the_one_file_opens_from_a_disk_and_asks_for_nothing(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("kept.html");
        fs::copy(dist().join(format!("which-guarantee-{locale}.html")), &path)?;
        assert!(fs::metadata(&path)?.len() < 400_000, "as large as promised");
        let reader = reader.at(&format!("file://{}", path.display()));

        let mut walk = Walk { reader: &reader, engine, chosen: engine.nothing() };
        walk.agrees(&reader.open("").await?);
        walk.through(engine.worlds_by_outcome()[1].1[0]).await?;
        let whole = "return Boolean(document.querySelector('.closer'))";
        reader.until_true("the whole page of the outcome", whole).await?;
        walk.agrees(&reader.reloads("outcome").await?);
        let link = "#war=armistice&us=troops&backing=g7&readings=J1";
        let page = reader.open(link).await?;
        assert_eq!(page.shown(), engine.shown(&engine.linked(link).0));
        reader.open("#war=dictated&at=supply").await?;
        reader.choose("supply", "low").await?;
        reader.next("outcome").await?;
        reader.goes_back("supply").await?;
        reader.goes_forward("outcome").await?;

        // Nobody was asked for anything, and no link leads to a page that is not there.
        let asked = "return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith('data:'))";
        assert_eq!(reader.script(asked, Vec::new()).await?, json!([]));
        let dead = "return [...document.querySelectorAll('a[href]')].map((it) => it.getAttribute('href')).filter((it) => !/^(#|https?:)/.test(it))";
        assert_eq!(reader.script(dead, Vec::new()).await?, json!([]));

        every_world_is_the_same(&reader, engine).await?;

        // Who is faster than the start loses nothing.
        // The file's policy lets its own scripts run and no other, so it has to know this one.
        let known = format!("script-src {} ", hash(EARLY));
        let page = fs::read_to_string(&path)?.replacen("script-src ", &known, 1);
        let (before, after) = page.split_once(CARRIED).expect("the file carries its parts");
        fs::write(folder.path().join("early.html"), [before, "<script>", EARLY, "</script>", CARRIED, after].concat())?;
        let early = reader.at(&format!("file://{}/early.html", folder.path().display()));
        let shown = engine.shown(&engine.linked("war=peace").0);
        early.begin("").await?;
        early.sees("the file alive, with the answer", |it| it.ready && it.shown() == shown).await?;
        early.until_true("the unfolded term", "return document.querySelector('.term').open").await?;
        early.until_true("the focus", "return document.activeElement.id === 'war-peace'").await?;
    }
    reader.visit("about:blank").await
}

/// As the page itself computes it, at base readings and with each reading switched.
async fn every_world_is_the_same(reader: &Reader, engine: &Engine) -> Told {
    let model = engine.model();
    let fragments = model.readings.iter().map(|it| format!("readings={}", it.id)).chain([String::new()]);
    for fragment in fragments {
        let readings = Readings::of(&engine.linked(&fragment).1.readings);
        let table = Table::build(model, readings);
        let expected: Vec<u8> = (0..table.rules.space.worlds()).map(|it| table.outcome(World(it)).0).collect();
        let computed = reader.script("return Array.from(outcomes(arguments[0]))", vec![json!(fragment)]).await?;
        let computed: Vec<u8> = serde_json::from_value(computed)?;
        assert_eq!(computed.len(), 43_740);
        assert!(computed == expected, "another outcome with {fragment}");
    }
    Ok(())
}
