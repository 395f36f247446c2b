//! The tool in one file, opened from a disk where nothing else is.

use std::fs;

use serde_json::json;
use which_guarantee::{
    decide::{answers::World, rules::Readings, table::Table},
    site::{html::csp::hash, pages::single_file::MOST_BYTES},
};

use crate::{
    Told,
    harness::{
        engine::{Engine, locales},
        reader::{OUTCOME, Reader},
        unreliable_host::dist,
        walk::Walk,
    },
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
        assert!(fs::read(&path)?.len() < MOST_BYTES, "as large as promised");
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
        fs::write(folder.path().join("early.html"), with_script(&fs::read_to_string(&path)?, EARLY))?;
        let early = reader.at(&format!("file://{}/early.html", folder.path().display()));
        let shown = engine.shown(&engine.linked("war=peace").0);
        early.begin("").await?;
        early.sees("the file alive, with the answer", |it| it.ready && it.shown() == shown).await?;
        early.until_true("the unfolded term", "return document.querySelector('.term').open").await?;
        early.until_true("the focus", "return document.activeElement.id === 'war-peace'").await?;
    }
    reader.visit("about:blank").await
}

/// A browser that can't decompress, and copies of the file that were damaged on their way.
pub async fn a_one_file_that_cannot_start_says_so(reader: &Reader, engine: &Engine) -> Told {
    let folder = tempfile::tempdir()?;
    for locale in locales() {
        let file = fs::read_to_string(dist().join(format!("which-guarantee-{locale}.html")))?;
        let copies = [
            ("old browser", with_script(&file, "delete globalThis.DecompressionStream;")),
            ("other letter", with_another_letter(&file, "carried-wasm")),
            ("other sentence", with_another_letter(&file, "carried-edition")),
        ];
        for (name, copy) in copies {
            let path = folder.path().join(format!("{name}.html"));
            fs::write(&path, copy)?;
            let reader = reader.at(&format!("file://{}", path.display()));
            reader.begin("").await?;
            let page = reader.sees(&format!("{locale}: the note, {name}"), |it| it.trouble).await?;
            assert_eq!(page.ladder, engine.shown(&engine.nothing()).ladder, "the ladder can be read");
            let says = format!(
                "const note = document.getElementById('trouble');
                return 'shown' in note.dataset && note.querySelector('p').innerText === {}",
                json!(engine.links(locale).trouble)
            );
            reader.until_true("the note by the script, in words", &says).await?;
            reader.forgets_errors().await?;
        }
    }
    Ok(())
}

/// The file with a script before its own. Its policy lets its own scripts run and no other, so it has to know this one.
fn with_script(file: &str, script: &str) -> String {
    let page = file.replacen("script-src ", &format!("script-src {} ", hash(script)), 1);
    let (before, after) = page.split_once(CARRIED).expect("the file carries its parts");
    [before, "<script>", script, "</script>", CARRIED, after].concat()
}

/// The file with one letter of a part altered, far from its ends.
fn with_another_letter(file: &str, id: &str) -> String {
    let start = format!("id=\"{id}\">");
    let at = file.find(&start).expect("the file carries the part") + start.len() + 2_000;
    let other = if file[at..].starts_with('A') { "B" } else { "A" };
    [&file[..at], other, &file[at + 1..]].concat()
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

/// The file's own place is nobody's business: not in a text, a link, the code, a picture or on paper.
pub async fn the_one_file_tells_nobody_where_it_is_kept(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        let folder = tempfile::Builder::new().prefix("private-").tempdir()?;
        let path = folder.path().join("kept.html");
        std::fs::copy(dist().join(format!("which-guarantee-{locale}.html")), &path)?;
        reader.visit(&format!("file://{}#{OUTCOME}", path.display())).await?;
        reader.sees_the_sections().await?;
        let listen = "window.drawn = []; window.copied = [];
            const draw = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) { drawn.push(text); draw.call(this, text, ...rest); };
            Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (it) => { copied.push(it); } }, configurable: true });";
        reader.script(listen, Vec::new()).await?;
        reader.click("[aria-controls=sharing-citation]").await?;
        for way in ["link", "words", "citation"] {
            reader.click(&format!("[data-copy={way}]")).await?;
        }
        reader.until_true("three texts", "return copied.length === 3").await?;
        reader.click("[aria-controls=sharing-pictures]").await?;
        reader.until_true("pictures", "return document.querySelectorAll('[data-picture]').length === 2").await?;
        let told = "return [document.documentElement.outerHTML, ...drawn, ...copied].join('\\n')";
        let told = reader.script(told, Vec::new()).await?;
        let told = told.as_str().unwrap_or_default().replace("&nbsp;", "\u{a0}");
        let name = folder.path().file_name().and_then(|it| it.to_str()).unwrap_or_default();
        for private in ["file://", name, "kept.html"] {
            let at = told.find(private);
            assert!(at.is_none(), "{locale}: {private} in {:?}", at.map(|it| &told[it.saturating_sub(60)..it + 60]));
        }
        assert!(told.contains(&format!("#{OUTCOME}").replace('&', "&amp;")), "what stands behind # is passed on");
        let text = engine.outcome_page(locale).sharing;
        assert!(told.contains(text.link_nowhere), "{locale}: it says why there is no address");
        assert!(!told.contains(text.code_title), "{locale}: a code that leads nowhere");
    }
    reader.visit("about:blank").await
}
