//! Without a server: what was visited once works, and nothing that is no file of the site is ever kept.

use fantoccini::Locator;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Told,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::Reader,
        unreliable_host::{Host, Lie, PLAIN, dist},
        walk::Walk,
    },
};

const LINK: &str = "war=armistice&us=troops&backing=broad";

/// The worker answers for this page, so everything that it keeps is there.
pub const IS_KEPT: &str = "return Boolean(navigator.serviceWorker?.controller)";

pub async fn after_one_visit_the_tool_works_without_the_server(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    reader.open("/en/").await?;
    says(&reader, "ready", engine.offline("en").ready).await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    host.stop();

    // The page that is open goes on to what it has not loaded yet.
    let mut walk = Walk { reader: &reader, engine, chosen: engine.nothing() };
    let world = engine.worlds_by_outcome()[2].1[0];
    walk.through(world).await?;
    has_the_rest(&reader).await?;
    let outcome = reader.reloads("outcome").await?;
    walk.agrees(&outcome);
    assert_eq!(note(&reader).await?, json!(null), "that it is ready is said once");

    let page = reader.open(&format!("/en/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    has_the_rest(&reader).await?;
    let mut walk = Walk::start(&reader, engine, "en").await?;
    walk.through(engine.worlds_by_outcome()[5].1[0]).await?;
    // However the address is written.
    for address in [
        format!("/en/index.html#{LINK}"),
        format!("/en/?from=a-friend#{LINK}"),
        format!("/en#{LINK}"),
        format!("/en/%23{LINK}"),
        format!("/en%2523{LINK}"),
        format!("/en/%20-%20{LINK}"),
    ] {
        let page = reader.open(&address).await?;
        assert_eq!(page.outcome, engine.shown(&engine.linked(LINK).0).outcome, "{address}");
    }
    reader.begin("/en/method/").await?;
    reader.visit(&format!("{}/en/class/", host.site)).await?;
    let is_alive = "return document.querySelector('.tool')?.dataset.ready === 'true'";
    reader.until_true("the page for a group", is_alive).await?;
    reader.visit(&format!("{}/", host.site)).await?;
    reader.until_true("the choice of a language", "return Boolean(document.querySelector('.front'))").await?;
    reader.forgets_errors().await
}

pub async fn one_visit_of_any_page_is_enough(reader: &Reader, engine: &Engine) -> Told {
    // Where no language is chosen yet, it is the one that the browser asks for, or else the site's first: in these
    // browsers English.
    for (path, locale) in [("/", "en"), ("/uk/guarantees/treaty/", "uk"), ("/en/walk/", "en"), ("/en/embed/", "en")] {
        let mut host = Host::open(&dist())?;
        let reader = reader.at(&host.site);
        reader.visit(&format!("{}{path}", host.site)).await?;
        says(&reader, "ready", engine.offline(locale).ready).await?;
        host.stop();
        if path == "/" {
            reader.forgets_errors().await?;
            reader.until_true("another page", "return location.href === 'about:blank'").await?;
            reader.visit(&format!("{}/", host.site)).await?;
            reader.until_true("the choice of a language", "return Boolean(document.querySelector('.front'))").await?;
            reader.click(&format!("a[hreflang={locale}]")).await?;
            reader.sees("the tool", |it| it.ready && it.lang == locale).await?;
        }
        let page = reader.open(&format!("/{locale}/#{LINK}")).await?;
        assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0), "{path}");
        has_the_rest(&reader).await?;
        for page in ["walk/", "guarantees/", "guarantees/nuclear/", "method/", "about/"] {
            reader.begin(&format!("/{locale}/{page}")).await?;
        }
        // The page for snippets needs a network.
        reader.visit(&format!("{}/{locale}/embed/", host.site)).await?;
        let title = engine.offline(locale).missing_title;
        reader.until_true("a calm page", &format!("return document.title === {}", json!(title))).await?;
        reader.forgets_errors().await?;
    }
    Ok(())
}

pub async fn another_language_is_kept_once_it_is_visited(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    reader.open("/en/").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    assert!(!host.was_asked_for("/uk/"), "a language that nobody reads is not fetched");
    host.stop();
    // One that was never visited is missed calmly, in its own words, with the way to what is there.
    reader.visit(&format!("{}/uk/", host.site)).await?;
    let text = engine.offline("uk");
    let says = "return document.querySelector('h1')?.textContent === arguments[0]";
    reader
        .until(text.missing_title, async || {
            let seen = reader.client.execute(says, vec![json!(text.missing_title)]).await?;
            Ok(if seen == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await?;
    reader.click("nav a[lang=en]").await?;
    reader.sees("the page in English", |it| it.ready && it.lang == "en").await?;

    host.start(&dist())?;
    let page = reader.open(&format!("/uk/#{LINK}")).await?;
    assert_eq!(page.lang, "uk");
    reader
        .until("all of the language kept", async || {
            let kept = reader.resolved(KEPT, vec![json!("uk/method/")]).await?;
            Ok(if kept == json!(true) { Ok(()) } else { Err(kept) })
        })
        .await?;
    host.stop();
    let page = reader.open(&format!("/uk/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    reader.chooses_language("en").await?;
    let page = reader.sees("the page in English", |it| it.ready && it.lang == "en").await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    reader.forgets_errors().await
}

const LIES: [(&str, Lie); 8] = [
    (".wasm", Lie::SignIn),
    (".wasm", Lie::WrongType),
    (".wasm", Lie::CutShort),
    ("/method/", Lie::SignIn),
    ("/method/", Lie::Elsewhere),
    ("/method/", Lie::CutShort),
    (".css", Lie::Broken),
    (".bin", Lie::SignIn),
];

pub async fn what_is_no_file_of_the_site_is_never_kept(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    // From a page of the language that does not register by itself.
    opens_plain(&reader, "/en").await?;
    for (path, lie) in LIES {
        host.lies(Some((path, lie)));
        // What came whole at an earlier try would be kept.
        let none = "for (const it of await caches.keys()) await caches.delete(it);";
        reader.resolved(none, Vec::new()).await?;
        assert_eq!(installs(&reader).await?, json!("redundant"), "{lie:?} for {path}");
        let kept = reader.resolved(KEPT, vec![json!(path)]).await?;
        assert_eq!(kept, json!(false), "{lie:?} for {path}");
    }
    host.lies(None);
    a_day_passes(&reader).await?;
    assert_eq!(installs(&reader).await?, json!("activated"), "the truth");
    // Later it is no different, for another language or a file that was lost.
    host.lies(Some((".bin", Lie::SignIn)));
    reader.begin("/uk/").await?;
    reader.sees("the note that the page could not start", |it| it.trouble).await?;
    assert_eq!(reader.resolved(KEPT, vec![json!("edition-uk.")]).await?, json!(false));
    // The worker has noted the day from which it asks again.
    noted(&reader, "?altered-uk").await?;
    host.lies(None);
    a_day_passes(&reader).await?;
    reader.open("/uk/").await?;
    for page in ["/uk/guarantees/nuclear/", "/outcome-data-uk."] {
        is_kept(&reader, page).await?;
    }
    // A network that says the same to everything.
    host.lies(Some(("", Lie::SignIn)));
    let page = reader.open(&format!("/en/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    has_the_rest(&reader).await?;
    reader.begin("/uk/guarantees/nuclear/").await?;
    host.stop();
    let page = reader.open(&format!("/en/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    reader.forgets_errors().await
}

pub async fn a_damaged_or_evicted_file_is_fetched_again(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    reader.open("/en/").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    for (path, harm) in [
        ("/edition-en.", "damage"),
        ("_bg.", "damage"),
        ("/outcome-data-en.", "evict"),
        ("/en/", "damage"),
        // Nobody asks for these before the server is gone.
        ("/en/about/", "damage"),
        ("/en/guarantees/", "evict"),
    ] {
        assert_eq!(harmed(&reader, path, harm).await?, json!(1), "{path}");
    }
    let page = reader.open(&format!("/en/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    has_the_rest(&reader).await?;
    for path in ["/edition-en.", "_bg.", "/outcome-data-en.", "/en/", "/en/guarantees/"] {
        is_kept(&reader, path).await?;
    }
    reader
        .until("nothing damaged", async || {
            let noise = reader.resolved(NOISE, Vec::new()).await?;
            Ok(if noise == json!([]) { Ok(()) } else { Err(noise) })
        })
        .await?;
    is_kept(&reader, "/en/about/").await?;
    host.stop();
    for page in ["/en/about/", "/en/guarantees/"] {
        reader.begin(page).await?;
    }
    let page = reader.open(&format!("/en/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0), "all is there again");
    has_the_rest(&reader).await?;

    // Nothing can bring a file back without a network; what is left works, and says so.
    harmed(&reader, "/outcome-data-en.", "damage").await?;
    reader.begin(&format!("/en/#{LINK}")).await?;
    let text = engine.text("en").outcome_missing;
    let page = reader.sees("that the rest is missing", |it| it.heading == text).await?;
    assert_eq!(page.outcome, engine.shown(&engine.linked(LINK).0).outcome);
    harmed(&reader, "/en/", "evict").await?;
    reader.visit(&format!("{}/en/", host.site)).await?;
    let title = engine.offline("en").missing_title;
    reader.until_true("a calm page", &format!("return document.title === {}", json!(title))).await?;
    // Back online it mends itself.
    host.start(&dist())?;
    let page = reader.open(&format!("/en/#{LINK}")).await?;
    assert_eq!(page.place, "outcome");
    has_the_rest(&reader).await?;
    reader.forgets_errors().await
}

pub async fn a_first_visit_that_was_interrupted_is_made_up_for(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    host.lies(Some(("/method/", Lie::Silence)));
    reader.open("/en/").await?;
    // The worker has begun, and waits for a page that the reader has not asked for.
    host.is_asked_for("/method/").await;
    host.stop();
    reader.choose("war", "peace").await?;
    assert_eq!(reader.script(IS_KEPT, Vec::new()).await?, json!(false), "half a site is none");
    host.lies(None);
    host.start(&dist())?;
    reader.open("/en/").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    assert_eq!(reader.resolved(CACHES, Vec::new()).await?, json!(1), "nothing is left of the first try");
    host.stop();
    let page = reader.open(&format!("/en/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    has_the_rest(&reader).await?;
    reader.forgets_errors().await
}

/// The try to keep the site outlives the page that began it, and the next page takes it up where it fails.
pub async fn what_an_earlier_page_began_the_next_one_finishes(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    host.lies(Some(("/about/", Lie::Silence)));
    reader.visit(&format!("{}/", host.site)).await?;
    host.is_asked_for("/en/about/").await;
    reader.open("/uk/").await?;
    // It looks for the worker right after it has made room for notes, and finds it at work.
    reader.until_true("the page as far as the worker", "return !!document.querySelector('.offline')").await?;
    // What is waited for in silence fails, and the page is still there.
    host.lies(None);
    says(&reader, "ready", engine.offline("uk").ready).await?;
    host.stop();
    let page = reader.open(&format!("/uk/#{LINK}")).await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    has_the_rest(&reader).await?;
    reader.begin("/uk/method/").await?;
    reader.forgets_errors().await
}

/// Whoever has left the page that began it hears it on the next one, once.
pub async fn that_all_is_kept_is_said_on_whatever_page_is_there(reader: &Reader, engine: &Engine) -> Told {
    let host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    reader.visit(&format!("{}{PLAIN}", host.site)).await?;
    let plain = "return document.title === 'Plain' && document.readyState === 'complete'";
    reader.until_true("a page that says nothing", plain).await?;
    reader.script("navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })", Vec::new()).await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    reader.open("/uk/").await?;
    says(&reader, "ready", engine.offline("uk").ready).await?;
    reader.reloads("war").await?;
    // The page asks for news and for what is kept before it says anything; what it asked for has been answered.
    reader.until_true("the page as far as the worker", "return !!document.querySelector('.offline')").await?;
    let answered = "
        const done = arguments[0];
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => done(data);
        navigator.serviceWorker.controller.postMessage({ ask: 'keep', language: 'uk' }, [port2]);";
    assert_eq!(reader.client.execute_async(answered, Vec::new()).await?, json!(false), "it has been said");
    assert_eq!(note(&reader).await?, json!(null), "that it is ready is said once");
    Ok(())
}

/// One that puts a script of its own into pages, in every way in which the site may come to be kept.
pub async fn a_host_that_alters_files_is_left_alone_for_a_day(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    host.lies(Some(("/", Lie::Altered)));
    reader.open("/en/").await?;
    noted(&reader, "?altered").await?;
    // What the reader opens is all that is asked for from now on.
    let before = host.pages_asked_for();
    let first = when_altered(&reader, "?altered").await?;
    let visits = ["/en/method/", "/en/about/", "/en/", "/en/class/"];
    for path in visits {
        reader.begin(path).await?;
        said_altered(&reader).await?;
    }
    // WebKitGTK's driver has private sessions. Such a session forgets what was kept while no page of the site is open,
    // as it may happen on the way from one page to the next; with the note gone, all is asked for again.
    let is_forgotten = when_altered(&reader, "?altered").await? != first;
    assert!(!is_forgotten || reader.browser == Kind::WebKit, "the note is another");
    if is_forgotten {
        return reader.forgets_errors().await;
    }
    assert_eq!(host.pages_asked_for() - before, visits.len());
    // A day later it has mended itself.
    host.lies(None);
    a_day_passes(&reader).await?;
    reader.open("/en/").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    says(&reader, "ready", engine.offline("en").ready).await?;

    // What follows needs a session that forgets nothing between two pages.
    if reader.browser == Kind::WebKit {
        return reader.forgets_errors().await;
    }

    // A second language, beside a worker that works.
    host.lies(Some(("/", Lie::Altered)));
    reader.open("/uk/").await?;
    noted(&reader, "?altered-uk").await?;
    let second = when_altered(&reader, "?altered-uk").await?;
    let before = host.pages_asked_for();
    for path in ["/uk/method/", "/uk/about/"] {
        reader.begin(path).await?;
        said_altered(&reader).await?;
    }
    assert_eq!(when_altered(&reader, "?altered-uk").await?, second, "the note is another");
    assert_eq!(host.pages_asked_for() - before, 2);
    a_day_passes(&reader).await?;
    host.lies(None);
    reader.open("/uk/").await?;
    is_kept(&reader, "/outcome-data-uk.").await?;

    // An update.
    let next = crate::harness::unreliable_host::second(engine)?;
    host.start(next)?;
    host.lies(Some(("/", Lie::Altered)));
    reader.open("/en/").await?;
    said_altered(&reader).await?;
    noted(&reader, "?altered").await?;
    let third = when_altered(&reader, "?altered").await?;
    let before = host.pages_asked_for();
    for path in ["/en/method/", "/en/"] {
        reader.begin(path).await?;
        said_altered(&reader).await?;
    }
    assert_eq!(when_altered(&reader, "?altered").await?, third, "the note is another");
    assert_eq!(host.pages_asked_for(), before, "the worker that works has the pages");
    host.lies(None);
    a_day_passes(&reader).await?;
    reader.open("/en/").await?;
    says(&reader, "update", engine.offline("en").update).await?;
    reader.forgets_errors().await
}

/// Waits for a note of the worker's.
async fn noted(reader: &Reader, note: &str) -> Told {
    let there = "
        const [note] = arguments;
        for (const name of await caches.keys()) {
          if (await (await caches.open(name)).match(`${location.origin}/${note}`)) return true;
        }
        return false;";
    reader
        .until(note, async || {
            let seen = reader.resolved(there, vec![json!(note)]).await?;
            Ok(if seen == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await
}

/// When the worker noted that files are altered; null where it has no such note.
async fn when_altered(reader: &Reader, note: &str) -> Result<Value, Failed> {
    let when = "
        const note = await caches.match(`${location.origin}/${arguments[0]}`);
        return note ? (await note.json()).at : null;";
    Ok(reader.resolved(when, vec![json!(note)]).await?)
}

/// Waits until the page has told whoever runs the host.
async fn said_altered(reader: &Reader) -> Told {
    reader
        .until_true("the word to the host", "return document.querySelector('.offline')?.dataset.altered !== undefined")
        .await
}

/// The worker's notes on what was altered become a day older.
pub async fn a_day_passes(reader: &Reader) -> Told {
    let age = "
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const { url } of await cache.keys()) {
            if (!url.includes('?altered')) continue;
            const { path, at } = await (await cache.match(url)).json();
            await cache.put(url, new Response(JSON.stringify({ path, at: at - 86_400_000 })));
          }
        }";
    reader.resolved(age, Vec::new()).await?;
    Ok(())
}

/// Links, the link to pass on, and what the worker keeps.
pub async fn a_host_that_takes_slashes_away_leads_everywhere(reader: &Reader, engine: &Engine) -> Told {
    let mut host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    host.lies(Some(("", Lie::Slashless)));
    let own = "return [...document.querySelectorAll('a[href]')].map((it) => it.href.replace(/#.*/, ''))
        .filter((it) => it.startsWith(location.origin)).filter((it) => !/\\/(|en|uk|which-guarantee-..\\.html|(en|uk)\\/.*)\\/?$/.test(new URL(it).pathname))";
    for path in ["/en", "/uk/guarantees/treaty", "/en/walk", "/uk/class", "/en/about", &format!("/en#{LINK}")] {
        reader.begin(path).await?;
        let slash = "return location.pathname.endsWith('/')";
        reader.until_true(&format!("the slash of {path}"), slash).await?;
        assert_eq!(reader.script(own, Vec::new()).await?, json!([]), "{path}");
    }
    let page = reader.arrives("outcome").await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked(LINK).0));
    let link = "return document.querySelector('[data-link]')?.dataset.link ?? null";
    let expected = format!("{}/en/#{LINK}", host.site);
    reader
        .until(&expected, async || {
            let seen = reader.client.execute(link, Vec::new()).await?;
            Ok(if seen == json!(expected) { Ok(()) } else { Err(seen) })
        })
        .await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    let page = reader.open("/uk").await?;
    assert_eq!(page.lang, "uk");
    for part in ["/uk/guarantees/treaty/", "/outcome-data-uk.", "/en/method/"] {
        is_kept(&reader, part).await?;
    }
    host.stop();
    for path in ["/uk/guarantees/treaty", "/en/method"] {
        reader.begin(path).await?;
    }
    reader.forgets_errors().await
}

/// Chromium is told in passing how much room there is; WebKitGTK can't be told.
pub async fn on_a_full_device_the_page_works_on(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    let room = json!({ "origin": host.site, "quotaSize": 200_000 });
    reader.devtools("Storage.overrideQuotaForOrigin", room).await?;
    works_without_room(&reader, engine).await?;
    // The page and the journey have tried one after the other.
    reader
        .until("nothing that lies about", async || {
            let left = reader.resolved(CACHES, Vec::new()).await?;
            Ok(if left == json!(0) { Ok(()) } else { Err(left) })
        })
        .await?;
    // With room again the site is kept at the next visit.
    reader.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": host.site })).await?;
    reader.open("/en/").await?;
    reader.until_true("the site kept", IS_KEPT).await?;
    reader.forgets_errors().await
}

/// The same in Firefox, which has to be told at its start. It needs some room even to throw away what was kept in vain.
pub async fn on_a_device_that_was_full_before_the_page_works_on(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Firefox {
        return Ok(());
    }
    let host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    works_without_room(&reader, engine).await?;
    reader.forgets_errors().await
}

async fn works_without_room(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    assert_eq!(installs(reader).await?, json!("redundant"));
    walk.through(engine.worlds_by_outcome()[0].1[0]).await?;
    has_the_rest(reader).await?;
    assert_eq!(note(reader).await?, json!(null));
    Ok(())
}

pub async fn a_frame_keeps_nothing(reader: &Reader, _: &Engine) -> Told {
    let host = Host::open(&dist())?;
    opens_plain(&reader.at(&host.site), "").await?;
    let frame = format!("{}/en/", host.site);
    let script = "document.body.innerHTML = '<iframe width=800 height=600></iframe>'; document.querySelector('iframe').src = arguments[0]";
    reader.script(script, vec![json!(frame)]).await?;
    reader.client.find(Locator::Css("iframe")).await?.enter_frame().await?;
    reader.sees("the page alive in the frame", |it| it.ready).await?;
    // What the page puts off until it is idle has had its turn.
    reader.until_true("the page at rest", "return 'settled' in document.documentElement.dataset").await?;
    assert!(!host.was_asked_for("/sw.js"));
    reader.client.enter_parent_frame().await?;
    Ok(())
}

pub async fn a_browser_can_install_the_tool(reader: &Reader, engine: &Engine) -> Told {
    let host = Host::open(&dist())?;
    let reader = reader.at(&host.site);
    for locale in locales() {
        reader.open(&format!("/{locale}/")).await?;
        let address = "return document.querySelector('link[rel=manifest]').href";
        let address = reader.script(address, Vec::new()).await?;
        let fetched = "return (await fetch(arguments[0])).json()";
        let manifest = reader.resolved(fetched, vec![address]).await?;
        assert_eq!(manifest["name"], json!(engine.sentences(locale).title));
        assert_eq!((&manifest["lang"], &manifest["display"]), (&json!(locale), &json!("standalone")));
        // Whether the browser itself finds nothing amiss; only Chromium tells.
        if reader.browser == Kind::Chromium {
            reader.until_true("the site kept", IS_KEPT).await?;
            let seen = reader.devtools("Page.getAppManifest", json!({})).await?;
            assert_eq!(seen["errors"], json!([]), "{seen:#}");
            assert!(seen["url"].as_str().is_some_and(|it| it.ends_with(&format!("/{locale}/manifest.webmanifest"))));
            let amiss = reader.devtools("Page.getInstallabilityErrors", json!({})).await?;
            assert_eq!(amiss["installabilityErrors"], json!([]));
        }
    }
    Ok(())
}

/// Registers the worker, and says how that ended.
async fn installs(reader: &Reader) -> Result<Value, Failed> {
    let script = "
        const registration = await navigator.serviceWorker.register('/sw.js');
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        // WebKitGTK does not always tell of a change.
        while (!['activated', 'redundant'].includes(worker.state)) await new Promise((it) => setTimeout(it, 50));
        return worker.state;";
    Ok(reader.resolved(script, Vec::new()).await?)
}

async fn opens_plain(reader: &Reader, folder: &str) -> Told {
    reader.visit(&format!("{}{folder}{PLAIN}", reader.site)).await?;
    reader.until_true("the plain page", "return document.title === 'Plain'").await
}

/// Whether a cache has an address with this in it.
const KEPT: &str = "
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) if (url.includes(arguments[0])) return true;
    }
    return false;";

/// How many caches there are.
pub const CACHES: &str = "return (await caches.keys()).length";

async fn is_kept(reader: &Reader, part: &str) -> Told {
    reader
        .until(part, async || {
            let kept = reader.resolved(KEPT, vec![json!(part)]).await?;
            Ok(if kept == json!(true) { Ok(()) } else { Err(kept) })
        })
        .await
}

/// The addresses of what `harmed` has damaged and nobody has mended.
const NOISE: &str = "
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const it of await cache.keys()) if ((await (await cache.match(it)).text()) === 'noise') found.push(it.url);
    }
    return found;";

/// Damages or removes every kept file whose address ends or goes on so, and counts them.
async fn harmed(reader: &Reader, part: &str, harm: &str) -> Result<Value, Failed> {
    let script = "
        const [part, harm] = arguments;
        let count = 0;
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const { url } of await cache.keys()) {
            if (!(part.endsWith('/') ? url.endsWith(part) : url.includes(part))) continue;
            count += 1;
            const { headers } = await cache.match(url);
            if (harm === 'evict') await cache.delete(url);
            else await cache.put(url, new Response('noise', { headers }));
          }
        }
        return count;";
    Ok(reader.resolved(script, vec![json!(part), json!(harm)]).await?)
}

/// The outcome's page is whole.
async fn has_the_rest(reader: &Reader) -> Told {
    reader.until_true("the whole page of the outcome", "return Boolean(document.querySelector('.closer'))").await
}

/// Waits for a note of this kind that says this.
pub async fn says(reader: &Reader, kind: &str, text: &str) -> Told {
    let script = "return document.querySelector(`.offline [data-offline=${arguments[0]}]`)?.innerText ?? null";
    reader
        .until(text, async || {
            let seen = reader.client.execute(script, vec![json!(kind)]).await?;
            Ok(if seen.as_str().is_some_and(|it| it.contains(text)) { Ok(()) } else { Err(seen) })
        })
        .await
}

/// The note that is on show.
pub async fn note(reader: &Reader) -> Result<Value, Failed> {
    reader.script("return document.querySelector('.offline__note')?.innerText ?? null", Vec::new()).await
}
