//! The npm package in browsers: it agrees with the engine, and the examples of its README run there, too.

use std::{fs, path::PathBuf, sync::OnceLock, thread};

use libtest_mimic::Failed;
use serde_json::json;
use which_guarantee::{
    decide::{answers::World, rules::Readings, table::Table},
    site::{commands::package, dev::serve, files::Folders},
};

use crate::{
    Told,
    harness::{engine::Engine, reader::Reader},
    server,
};

/// A page that loads the package without a bundler.
const PAGE: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>An empty page</title>
<script type="importmap">{ "imports": { "which-guarantee": "./index.js" } }</script>
<script type="module">
  import { load } from "which-guarantee";
  import { examples } from "./examples.mjs";
  window.check = (seen, said) => {
    if (JSON.stringify(seen) !== JSON.stringify(said)) throw new Error(`${JSON.stringify(seen)}, not ${JSON.stringify(said)}`);
    window.checked += 1;
  };
  Object.assign(window, { engine: await load(), checked: 0, due: 0, errors: [] });
  addEventListener("error", ({ message }) => errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
  for (const example of examples(await (await fetch("README.md")).text())) {
    due += example.split("check(").length - 1;
    document.body.append(Object.assign(document.createElement("script"), { type: "module", textContent: example }));
  }
</script>
"#;

pub async fn the_package_works_in_a_page(reader: &Reader, engine: &Engine) -> Told {
    let server = serve::spawn_at(server::listener()?, &packed()?)?;
    let reader = &reader.at(&format!("http://{}", server.address));
    reader.visit(&format!("{}/page.html", reader.site)).await?;
    let run = "return window.errors?.length > 0 ? errors : (window.due >= 10 && checked === due) || [window.checked, window.due]";
    reader.until_true("every example has run", run).await?;
    let model = engine.model();
    for (list, readings) in [(Vec::new(), Readings::BASE), (vec![model.readings[0].id.clone()], Readings(1))] {
        let table = Table::build(model, readings);
        let outcomes: Vec<u8> =
            (0..table.rules.space.worlds()).map(|it| table.outcome(World(it)).index() as u8).collect();
        let same = "const [readings, expected] = arguments;
            const here = engine.outcomes({ readings });
            return here.length === expected.length && here.every((it, index) => it === expected[index]);";
        assert_eq!(reader.script(same, vec![json!(list), json!(outcomes)]).await?, json!(true), "{list:?}");
    }
    reader.visit("about:blank").await?;
    Ok(())
}

/// The folder of the package with a page in it, made once for all browsers.
fn packed() -> Result<PathBuf, Failed> {
    static PACKED: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let pack = || {
        let folders = Folders::of_package();
        package::package(&folders).map_err(|it| it.to_string())?;
        let folder = package::folder(&folders);
        let examples = folders.root.join("tests/site/package/examples.mjs");
        fs::copy(examples, folder.join("examples.mjs")).map_err(|it| it.to_string())?;
        fs::write(folder.join("page.html"), PAGE).map_err(|it| it.to_string())?;
        Ok(folder)
    };
    // It may have to be built, which can't be waited for in the runtime of the journeys.
    let packed =
        PACKED.get_or_init(|| thread::spawn(pack).join().unwrap_or_else(|_| Err("packing panicked".to_owned())));
    Ok(packed.clone()?)
}
