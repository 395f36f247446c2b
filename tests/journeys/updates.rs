//! A new version of the site: fetched in the background, taken at the reader's word, and never by halves.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Told,
    axe_and_windows::{inspect, resize, restore, widths},
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::Reader,
        unreliable_host::{Host, Lie, SECOND, dist, second, second_rules, without_worker},
        walk::Walk,
    },
    offline::{CACHES, IS_KEPT, a_day_passes, note, says},
};

/// A page that is kept, whose server has another version by now. The reader has been told of it at a second visit.
struct Outdated {
    reader: Reader,
    _host: Host,
}

impl Outdated {
    async fn open(reader: &Reader, engine: &Engine, path: &str) -> Result<Self, Failed> {
        let next = second(engine)?;
        let mut host = Host::open(&dist())?;
        let reader = reader.at(&host.site);
        let text = engine.offline("en");
        reader.begin(path).await?;
        // Said now, it does not come in the place of another note later.
        says(&reader, "ready", text.ready).await?;
        reader.until_true("the site kept", IS_KEPT).await?;
        host.start(next)?;
        reader.begin(path).await?;
        says(&reader, "update", text.update).await?;
        Ok(Self { reader, _host: host })
    }
}

const WALK: [(&str, &str); 3] = [("war", "peace"), ("land", "claimed"), ("nato", "unsure")];

pub async fn a_new_version_waits_for_the_readers_word_and_keeps_the_answers(reader: &Reader, engine: &Engine) -> Told {
    let next = second(engine)?;
    for locale in locales() {
        let mut host = Host::open(&dist())?;
        let reader = reader.at(&host.site);
        let text = engine.offline(locale);
        let mut walk = Walk::start(&reader, engine, locale).await?;
        reader.until_true("the site kept", IS_KEPT).await?;
        let before = walk.answers(&WALK).await?;
        host.start(next)?;
        let place = before.place.clone();
        let page = reader.reloads(&place).await?;
        assert_eq!(page.shown(), before.shown());
        says(&reader, "update", text.update).await?;
        says(&reader, "update", &second_rules(locale)).await?;
        assert_eq!(reader.script(SECOND, Vec::new()).await?, json!(false), "nothing is swapped before the word");
        // Whoever does not want it now goes on with the old one.
        press(&reader, text.later).await?;
        assert_eq!(note(&reader).await?, json!(null));
        reader.choose(&place, &page.offered[0]).await?;
        reader.reloads(&place).await?;
        says(&reader, "update", text.update).await?;
        assert_eq!(reader.script(SECOND, Vec::new()).await?, json!(false));
        let old = reader.page().await?;
        press(&reader, text.take).await?;
        reader.until_true("the new version", SECOND).await?;
        let page = reader.arrives(&place).await?;
        assert_eq!(page.shown(), old.shown(), "the answers survive");
        assert_eq!((&page.summary, &page.chosen), (&old.summary, &old.chosen), "those that are not sure, too");
        assert_eq!(page.notice, None);
        // Nothing of the old one is left, and all of the new one is there.
        reader.until_true("the new worker", IS_KEPT).await?;
        reader
            .until("one cache", async || {
                let count = reader.resolved(CACHES, Vec::new()).await?;
                Ok(if count == json!(1) { Ok(()) } else { Err(count) })
            })
            .await?;
        host.stop();
        walk.answer_and_go_on(&place, &page.offered[1]).await?;
        reader.reloads(&reader.page().await?.place).await?;
        assert_eq!(reader.script(SECOND, Vec::new()).await?, json!(true));
        assert_eq!(note(&reader).await?, json!(null), "what was read before is not said again");
    }
    reader.forgets_errors().await
}

pub async fn one_that_comes_between_visits_says_what_changed_in_the_rules(reader: &Reader, engine: &Engine) -> Told {
    let Outdated { reader, .. } = &Outdated::open(reader, engine, "/en/").await?;
    // No page is open any more: the next visit is to the new version.
    reader
        .until("the new version", async || {
            reader.client.goto("about:blank").await?;
            reader.client.goto(&format!("{}/en/", reader.site)).await?;
            let seen = reader.client.execute(SECOND, Vec::new()).await?;
            Ok(if seen == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await?;
    says(reader, "update", &second_rules("en")).await?;
    press(reader, engine.offline("en").close).await?;
    reader.open("/en/#war=peace").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    assert_eq!(note(reader).await?, json!(null), "it is told once");
    reader.forgets_errors().await
}

pub async fn pages_of_two_versions_work_side_by_side(reader: &Reader, engine: &Engine) -> Told {
    let next = second(engine)?;
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    let walk = Walk::start(&reader, engine, "en").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    let old = reader.client.window().await?;
    let new = reader.client.new_window(true).await?.handle;
    host.start(next)?;
    reader.client.switch_to_window(new.clone()).await?;
    reader.open("/en/").await?;
    says(&reader, "update", engine.offline("en").update).await?;
    press(&reader, engine.offline("en").take).await?;
    reader.until_true("the new version", SECOND).await?;
    reader.sees("the new page alive", |it| it.ready).await?;

    reader.client.switch_to_window(old).await?;
    says(&reader, "update", engine.offline("en").update).await?;
    assert_eq!(reader.script(SECOND, Vec::new()).await?, json!(false), "nobody asked this page");
    // It goes on with the assets of its own version, which the server has no more.
    let mut walk = walk;
    walk.through(engine.worlds_by_outcome()[3].1[0]).await?;
    let whole = "return Boolean(document.querySelector('.closer'))";
    reader.until_true("the whole page of the outcome", whole).await?;
    press(&reader, engine.offline("en").take).await?;
    reader.until_true("the new version", SECOND).await?;
    let page = reader.arrives("outcome").await?;
    walk.agrees(&page);

    reader.client.switch_to_window(new).await?;
    reader.client.close_window().await?;
    let left = reader.client.windows().await?;
    reader.client.switch_to_window(left[0].clone()).await?;
    reader.forgets_errors().await
}

pub async fn half_a_version_never_takes_over(reader: &Reader, engine: &Engine) -> Told {
    let next = second(engine)?;
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    reader.open("/en/").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    // The new version is on its way, and a network that wants one to sign in comes between.
    host.start(next)?;
    host.lies(Some(("/method/", Lie::SignIn)));
    reader.reloads("war").await?;
    let failed = "
        const it = await navigator.serviceWorker.getRegistration();
        await it.update().catch(() => {});
        const worker = it.installing;
        if (worker) await new Promise((done) => {
          worker.addEventListener('statechange', () => worker.state !== 'installing' && done());
        });
        return Boolean(it.waiting);";
    assert_eq!(reader.resolved(failed, Vec::new()).await?, json!(false), "half a version waits");
    host.stop();
    let page = reader.reloads("war").await?;
    assert!(page.ready);
    assert_eq!(reader.script(SECOND, Vec::new()).await?, json!(false), "the old version is still whole");
    host.lies(None);
    host.start(next)?;
    // What the network gave was altered, and is asked for again a day later.
    a_day_passes(&reader).await?;
    reader.reloads("war").await?;
    says(&reader, "update", engine.offline("en").update).await?;
    reader.forgets_errors().await
}

/// Whoever never closes the page is asked again, in the note of a version that waits and in that of one that has taken over.
pub async fn not_now_is_not_for_ever(reader: &Reader, engine: &Engine) -> Told {
    let Outdated { reader, .. } = &Outdated::open(reader, engine, "/en/").await?;
    let text = engine.offline("en");
    // Firefox runs scripts of the driver with a clock of their own; the page has that of its window.
    let hours = |count: u32| {
        format!(
            "const {{ Date }} = window; const now = Date.now; Date.now = () => now() + {count} * 3600000; document.dispatchEvent(new Event('visibilitychange'))"
        )
    };
    for _ in 0..3 {
        reader.script("document.querySelector('.offline__note button:last-child').focus()", Vec::new()).await?;
        press(reader, text.later).await?;
        reader.sees("the focus, which is not lost", |it| it.focus == "heading").await?;
        reader.script(&hours(2), Vec::new()).await?;
        assert_eq!(note(reader).await?, json!(null), "not so soon");
        reader.script(&hours(19), Vec::new()).await?;
        says(reader, "update", text.update).await?;
    }
    // Another page takes it.
    let old = reader.client.window().await?;
    let new = reader.client.new_window(true).await?.handle;
    reader.client.switch_to_window(new.clone()).await?;
    reader.open("/en/").await?;
    says(reader, "update", text.update).await?;
    press(reader, text.take).await?;
    reader.until_true("the new version", SECOND).await?;
    reader.client.close_window().await?;
    reader.client.switch_to_window(old).await?;
    says(reader, "update", text.update).await?;
    press(reader, text.later).await?;
    assert_eq!(note(reader).await?, json!(null));
    reader.script(&hours(21), Vec::new()).await?;
    says(reader, "update", text.update).await?;
    press(reader, text.take).await?;
    reader.until_true("the new version", SECOND).await?;
    reader.forgets_errors().await
}

/// Taking a version loads the page anew, and what is pasted there is in no address.
pub async fn a_new_version_waits_while_the_links_of_a_group_are_pasted(reader: &Reader, engine: &Engine) -> Told {
    let Outdated { reader, .. } = &Outdated::open(reader, engine, "/en/class/").await?;
    let text = engine.offline("en");
    let keeps = json!(note(reader).await?.to_string().contains(text.keeps));
    assert_eq!(keeps, json!(false), "nothing is said to stay that would not");
    reader.element("#links").await?.send_keys("#war=peace").await?;
    assert_eq!(note(reader).await?, json!(null), "the note goes while there is something to lose");
    reader.element("#links").await?.clear().await?;
    reader.script("document.dispatchEvent(new Event('visibilitychange'))", Vec::new()).await?;
    says(reader, "update", text.update).await?;
    reader.forgets_errors().await
}

pub async fn the_kill_switch_removes_the_worker_and_what_it_kept(reader: &Reader, engine: &Engine) -> Told {
    let removed = without_worker()?;
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    let mut walk = Walk::start(&reader, engine, "en").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    let keeper = "return document.getElementById('boot').dataset.offline";
    let before = reader.script(keeper, Vec::new()).await?;
    host.start(removed)?;
    reader.reloads("war").await?;
    reader
        .until("nothing left", async || {
            let left = reader.resolved(LEFT, Vec::new()).await?;
            Ok(if left == json!([0, 0]) { Ok(()) } else { Err(left) })
        })
        .await?;
    // The open page works on, and the next one comes from the network.
    let page = walk.answers(&WALK).await?;
    let reloaded = reader.reloads(&page.place).await?;
    assert_eq!(reloaded.shown(), page.shown());
    assert_ne!(reader.script(keeper, Vec::new()).await?, before, "a page of the new build");
    for path in ["/en/", "/en/guarantees/treaty/"] {
        reader.begin(path).await?;
        let has_come =
            "return performance.getEntriesByType('resource').some((it) => /\\/offline[^/]*\\.js$/.test(it.name))";
        reader.until_true("the script that removes workers", has_come).await?;
        assert_eq!(reader.script(IS_KEPT, Vec::new()).await?, json!(false));
        assert_eq!(reader.resolved(LEFT, Vec::new()).await?, json!([0, 0]));
    }
    // No worker answers any more.
    host.stop();
    let _ = reader.client.goto(&format!("{}/en/", host.site)).await;
    reader.until_true("nothing", "return !document.querySelector('.tool')").await?;
    reader.forgets_errors().await
}

pub async fn everyone_can_read_the_notes(reader: &Reader, engine: &Engine) -> Told {
    notes_inspected(reader, engine, "light").await
}

pub async fn everyone_can_read_the_notes_in_dark_colours(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser == Kind::Chromium {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        reader.devtools("Emulation.setEmulatedMedia", dark).await?;
    }
    notes_inspected(reader, engine, "dark").await
}

/// Both notes, the second as long as it gets, by axe and in windows of every width; over the tool and over a page of text.
async fn notes_inspected(reader: &Reader, engine: &Engine, colours: &str) -> Told {
    let next = second(engine)?;
    for (locale, path) in [("en", "/en/"), ("uk", "/uk/guarantees/treaty/")] {
        let mut host = Host::open(&dist())?;
        let reader = reader.at(&host.site);
        reader.begin(path).await?;
        says(&reader, "ready", engine.offline(locale).ready).await?;
        let scheme = format!("return matchMedia('(prefers-color-scheme: {colours})').matches");
        assert_eq!(reader.script(&scheme, Vec::new()).await?, json!(true), "the browser prefers {colours} colours");
        // It goes by itself after a while; its copy stays to be looked at.
        let copy = "const it = document.querySelector('.offline__note'); it.parentElement.append(it.cloneNode(true)); it.remove()";
        reader.script(copy, Vec::new()).await?;
        fits(&reader, &format!("{path}, ready, {colours}")).await?;

        host.start(next)?;
        reader.begin(path).await?;
        says(&reader, "update", &second_rules(locale)).await?;
        fits(&reader, &format!("{path}, a new version, {colours}")).await?;
        // Whoever has taken it by the keyboard has seen where the focus was.
        let focused =
            "const it = document.querySelector('.offline button'); it.focus(); return document.activeElement === it";
        assert_eq!(reader.script(focused, Vec::new()).await?, json!(true));
    }
    reader.forgets_errors().await
}

/// Whether a note can be read: its contrasts, its place, and that nothing of it is cut off.
async fn fits(reader: &Reader, what: &str) -> Told {
    inspect(reader, what).await?;
    for width in widths(reader.browser) {
        resize(reader, *width).await?;
        let found = reader.script(include_str!("in_page/layout.js"), Vec::new()).await?;
        assert_eq!(found, json!([]), "{what} in a window of {width}");
        let inside =
            "const { top, bottom, left, right } = document.querySelector('.offline__note').getBoundingClientRect();
            return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth";
        assert_eq!(reader.script(inside, Vec::new()).await?, json!(true), "{what} in a window of {width}");
    }
    restore(reader).await
}

/// How many workers and caches are left.
const LEFT: &str = "return [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]";

/// Presses the button of a note that says this.
async fn press(reader: &Reader, text: &str) -> Result<Value, Failed> {
    let script = "
        const button = [...document.querySelectorAll('.offline button')].find((it) => it.textContent === arguments[0]);
        button.click();";
    reader.script(script, vec![json!(text)]).await
}
