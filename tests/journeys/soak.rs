//! Long use: thousands of presses by chance, after each of which the page has to say what the engine says.
//! `SOAK=20000 cargo test --features journeys --test journeys -- soak` goes on for longer.

use std::env;

use libtest_mimic::Failed;
use serde::Deserialize;
use serde_json::json;

use crate::{
    Told,
    harness::{browser::Kind, engine::Engine, reader::Reader},
};

/// Presses in every browser, where `SOAK` names no other number.
pub const PRESSES: usize = 400;
/// So many in one call of the driver, which gives up after half a minute.
const AT_ONCE: usize = 100;
/// A page that grows in so many rounds, one after the other, does not stop growing.
const ROUNDS: usize = 4;
/// A page of memory, as WebAssembly grows by.
const PAGE: f64 = 65_536.0;

pub fn presses() -> usize {
    env::var("SOAK").ok().and_then(|it| it.parse().ok()).unwrap_or(PRESSES)
}

/// What a number of presses brought about.
#[derive(Deserialize)]
struct Pressed {
    /// After each press: the permalink, and the outcome, whether it is settled, and what is possible.
    seen: Vec<(String, String, String, String)>,
    /// Errors that nothing caught.
    troubles: Vec<String>,
}

pub async fn soaked_in_presses_the_page_agrees_with_the_table_and_does_not_grow(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    let presses = presses();
    reader.open("/en/").await?;
    let half = presses / 2;
    press(reader, engine, 0..half).await?;
    let mut sizes = vec![Size::of(reader).await?];
    // What it takes at most depends on what is on show together, which chance and the browser's pace decide: it may find
    // another such moment, but not again and again.
    for round in 1..=ROUNDS {
        press(reader, engine, round * half..(round + 1) * half).await?;
        sizes.push(Size::of(reader).await?);
        if sizes[round].is_no_more_than(&sizes[round - 1]) {
            return Ok(());
        }
    }
    Err(format!("the page grows with every {half} presses: {sizes:#?}").into())
}

async fn press(reader: &Reader, engine: &Engine, presses: std::ops::Range<usize>) -> Told {
    for seed in presses.step_by(AT_ONCE) {
        let arguments = vec![json!(AT_ONCE), json!(seed)];
        let told = reader.client.execute_async(include_str!("in_page/soak.js"), arguments).await?;
        let Pressed { seen, troubles } = serde_json::from_value(told)?;
        assert_eq!(troubles, Vec::<String>::new(), "seed {seed}, after {} presses", seen.len());
        assert_eq!(seen.len(), AT_ONCE);
        for (index, (fragment, outcome, settled, possible)) in seen.into_iter().enumerate() {
            let shown = engine.shown(&engine.linked(&fragment).0);
            let says = (shown.outcome, shown.settled.to_string(), shown.possible);
            assert_eq!((outcome, settled, possible), says, "seed {seed}, press {index}: #{fragment}");
        }
    }
    Ok(())
}

/// How much the page takes at its start, to where it is led first.
#[derive(Debug)]
struct Size {
    /// Of the wasm, in bytes.
    memory: f64,
    /// Of the document, and what scripts still hold of it; only Chromium tells, elsewhere 0.
    nodes: f64,
    /// Of the script, in bytes, likewise.
    heap: f64,
}

impl Size {
    /// Whether nothing of it has grown, but for what is about to be thrown away.
    fn is_no_more_than(&self, before: &Self) -> bool {
        self.memory <= before.memory + PAGE && self.nodes <= before.nodes * 1.25 && self.heap <= before.heap * 1.25
    }

    async fn of(reader: &Reader) -> Result<Self, Failed> {
        let start = "document.querySelector('[data-start-again]')?.click()";
        reader.script(start, Vec::new()).await?;
        reader.sees("the first question, unanswered", |it| it.place == "war" && it.fragment.is_empty()).await?;
        let memory = "
            const glue = await import(document.querySelector('link[rel=modulepreload][href*=which_guarantee]').href);
            return (await glue.default()).memory.buffer.byteLength";
        let memory = reader.resolved(memory, Vec::new()).await?;
        let memory = memory.as_f64().ok_or_else(|| format!("the size of the memory is {memory}"))?;
        if reader.browser != Kind::Chromium {
            return Ok(Self { memory, nodes: 0.0, heap: 0.0 });
        }
        reader.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        reader.devtools("Performance.enable", json!({})).await?;
        let metrics = reader.devtools("Performance.getMetrics", json!({})).await?;
        let metric = |name: &str| {
            let all = metrics["metrics"].as_array().into_iter().flatten();
            all.filter(|it| it["name"] == name).find_map(|it| it["value"].as_f64()).unwrap_or_default()
        };
        Ok(Self { memory, nodes: metric("Nodes"), heap: metric("JSHeapUsedSize") })
    }
}
