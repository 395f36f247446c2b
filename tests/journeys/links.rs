//! Permalinks: what comes in, what goes out, and what is broken.

use serde_json::json;
use which_guarantee::{case::permalink, site::dev::serve};

use crate::{
    Told,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::Reader,
        slow_server::{Gate, Wasm},
        unreliable_host::dist,
        walk::Walk,
    },
    server,
};

pub async fn a_link_leads_to_the_outcome_of_its_answers(reader: &Reader, engine: &Engine) -> Told {
    let links = [
        "war=ongoing",
        "#war=armistice&us=troops&backing=broad",
        "backing=broad&us=troops&war=armistice",
        "v=1&war=peace&land=ceded&nato=full",
        "nato=full&pledge=law&land=claimed&war=armistice",
        "supply=high&society=full",
        "war=armistice&us=troops&backing=g7&readings=J1",
        "war=victory&land=all&readings=J3,J7",
        "readings=J5",
    ];
    for (link, locale) in links.into_iter().zip(locales().into_iter().cycle()) {
        let (chosen, _) = engine.linked(link);
        reader.open(&format!("/{locale}/#{}", link.trim_start_matches('#'))).await?;
        let page = reader.shows(&engine.shown(&chosen), &format!("the link {link}")).await?;
        assert_eq!(page.place, "outcome", "the link {link}");
        assert_eq!(page.notice, None, "the link {link}");
    }
    Ok(())
}

pub async fn the_address_is_a_link_to_what_is_shown(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "uk").await?;
    let page = walk.answers(&[("war", "peace"), ("land", "claimed"), ("nato", "no"), ("us", "treaty")]).await?;
    assert_eq!(page.fragment, "war=peace&land=claimed&nato=no&us=treaty", "in question order, open answers left out");
    let world = engine.worlds_by_outcome()[4].1[0];
    let outcome = walk.through(world).await?;
    let answers = walk.chosen.choices.listed(&engine.table.rules);
    assert_eq!(outcome.fragment, permalink::format(engine.model(), &answers, &[]));
    let again = reader.open(&format!("/uk/#{}", outcome.fragment)).await?;
    assert_eq!(again.shown(), outcome.shown());
    assert_eq!((again.place, again.heading), (outcome.place, outcome.heading));
    Ok(())
}

pub async fn a_link_edited_in_the_address_bar_is_followed(reader: &Reader, engine: &Engine) -> Told {
    reader.open("/en/").await?;
    // Until a page has loaded, a new fragment makes no entry in the history.
    reader.until_true("the page loaded", "return document.readyState === 'complete'").await?;
    for link in ["war=armistice&us=treaty", "war=dictated", "war=dictated&supply=high&readings=J8"] {
        reader.script("location.hash = arguments[0]", vec![json!(link)]).await?;
        let shown = engine.shown(&engine.linked(link).0);
        let page = reader.shows(&shown, link).await?;
        assert_eq!((page.place.as_str(), page.notice), ("outcome", None));
    }
    reader.goes_back("outcome").await?;
    let before = engine.shown(&engine.linked("war=dictated").0);
    reader.shows(&before, "the link before").await?;
    Ok(())
}

/// A broken link, what is left of it once it is mended, how many parts are dropped, how many answers overruled.
type Broken = (&'static str, &'static str, u32, usize);

/// So many links are tried in a page.
const TYPED: usize = 6;

const BROKEN: [Broken; 34] = [
    ("nonsense", "", 1, 0),
    ("=", "", 0, 0),
    ("#=&&=", "", 0, 0),
    ("&&&&", "", 0, 0),
    ("war", "", 1, 0),
    ("war=", "", 1, 0),
    ("=armistice", "", 1, 0),
    ("war=armistice=peace", "war=armistice", 1, 0),
    ("war=Armistice", "war=armistice", 0, 0),
    ("WAR=armistice&us=troops", "war=armistice&us=troops", 0, 0),
    ("war=armistice&us=maybe", "war=armistice", 1, 0),
    ("war=armistice&weather=rain", "war=armistice", 1, 0),
    ("war=armistice&war=peace", "war=armistice", 1, 0),
    ("war=armistice&war=armistice", "war=armistice", 1, 0),
    ("war=rain&war=peace", "war=peace", 1, 0),
    ("war=troops&us=armistice", "", 2, 0),
    ("war=unsure", "", 1, 0),
    ("war=armistice,peace", "war=armistice", 1, 0),
    ("war=%", "", 1, 0),
    ("war=%zz&us=%E0%A4%A&nato=full", "nato=full", 2, 0),
    ("war%3Darmistice", "war=armistice", 0, 0),
    ("war=%00&%00=war", "", 2, 0),
    ("war=<script>document.title='x'</script>&us=troops", "us=troops", 1, 0),
    ("\"><img src=x onerror=alert(1)>", "", 1, 0),
    ("war=мир&земля=уся", "", 2, 0),
    ("readings=J9", "", 1, 0),
    ("readings=", "", 1, 0),
    ("readings=J1,J99,j2", "readings=J1,J2", 1, 0),
    ("v=2&war=peace", "war=peace", 1, 0),
    ("at=nowhere&unsure=nothing", "", 2, 0),
    ("constructor=prototype&__proto__=x", "", 2, 0),
    ("war=armistice&land=all", "war=victory&land=all", 0, 1),
    ("war=victory&land=ceded", "war=peace&land=ceded", 0, 1),
    ("war=armistice&land=ceded&rain=1", "war=peace&land=ceded", 1, 1),
];

pub async fn a_broken_link_is_mended_with_a_note(reader: &Reader, engine: &Engine) -> Told {
    // Most are typed over one another; every page that is opened takes a second in three browsers.
    for (index, broken) in BROKEN.into_iter().enumerate() {
        let locale = locales()[index / TYPED % 2];
        if index.is_multiple_of(TYPED) {
            open(reader, locale, broken.0).await?;
        } else {
            // Over one that is whole, so that what is seen is this one's.
            for link in ["supply=high", broken.0] {
                reader.script("location.hash = arguments[0]", vec![json!(link)]).await?;
                let is_broken = link == broken.0 && broken.2 > 0;
                let mut shown = engine.shown(&engine.linked(if link == broken.0 { broken.1 } else { link }).0);
                if is_broken && broken.3 == 0 {
                    shown.fragment = as_an_address(reader, link).await?;
                }
                reader.shows(&shown, link).await?;
            }
        }
        is_mended(reader, engine, locale, broken).await?;
    }
    let long = format!("war={}&us=troops", "x".repeat(20_000));
    open(reader, "en", &long).await?;
    is_mended(reader, engine, "en", (&long, "us=troops", 1, 0)).await?;
    let many = format!("{}war=peace", "a=b&".repeat(200));
    open(reader, "uk", &many).await?;
    is_mended(reader, engine, "uk", (&many, "war=peace", 200, 0)).await?;
    // The page is alive after all that: the note closes, and answers count.
    reader.click("[data-notice=link] button").await?;
    reader.sees("no note, and the focus not lost", |it| it.notice.is_none() && it.focus == "heading").await?;
    reader.click("label[for=land-all]").await?;
    reader.shows(&engine.shown(&engine.linked("war=peace&land=all").0), "the answer").await?;
    Ok(())
}

/// The address is written once what has changed is painted. What comes before that counts.
pub async fn what_a_reader_does_before_the_address_is_written_is_kept(reader: &Reader, engine: &Engine) -> Told {
    let (broken, understood) = ("war=armistice&us=maybe", "war=armistice");
    open(reader, "en", "supply=low").await?;
    let edit = "const [first, second] = arguments;
        addEventListener('popstate', () => setTimeout(() => (location.hash = second)), { once: true });
        location.hash = first;";
    reader.script(edit, vec![json!("supply=high"), json!(broken)]).await?;
    let mut shown = engine.shown(&engine.linked(understood).0);
    shown.fragment = broken.to_owned();
    reader.shows(&shown, "a broken link behind another").await?;
    reader.paints().await?;
    reader.shows(&shown, "still as it came").await?;

    reader.open("/en/").await?;
    reader.choose("war", "dictated").await?;
    reader.next("supply").await?;
    reader.choose("supply", "low").await?;
    reader.paints().await?;
    let both = "document.querySelector('[data-next]').click();
        history.back();
        return history.length";
    let entries = reader.script(both, Vec::new()).await?;
    reader.arrives("war").await?;
    reader.paints().await?;
    assert_eq!(reader.script("return history.length", Vec::new()).await?, entries, "no entry on top");
    let page = reader.goes_forward("supply").await?;
    assert_eq!(page.shown(), engine.shown(&engine.linked("war=dictated&supply=low").0));
    reader.leaves_a_sound_page().await
}

const LINK: &str = "war=armistice&us=troops&backing=broad&readings=J1,J3";

pub async fn a_link_as_mails_and_chats_make_it_leads_where_it_led(reader: &Reader, engine: &Engine) -> Told {
    let shown = engine.shown(&engine.linked(LINK).0);
    let encoded = LINK.replace('=', "%3D").replace('&', "%26").replace(',', "%2C");
    let damaged = [
        encoded.clone(),
        encoded.replace('%', "%25"),
        LINK.replace('&', "&amp;"),
        LINK.replace('&', "\\&"),
        LINK.to_ascii_uppercase(),
        format!("{LINK}\u{201d}."),
        format!("{LINK}%E2%80%9D)"),
        format!("{LINK}?utm_source=a&utm_medium=b"),
        format!("{LINK}&fbclid=IwAR0-x#xtor=1"),
        format!("{LINK}:~:text=treaty"),
    ];
    for (link, locale) in damaged.iter().zip(locales().into_iter().cycle()) {
        open(reader, locale, link).await?;
        let page = reader.shows(&shown, link).await?;
        assert_eq!((page.place.as_str(), page.notice), ("outcome", None), "{link}");
    }
    Ok(())
}

pub async fn what_was_not_understood_stays_in_the_address_until_something_else_is_shown(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    let says = Some(vec![engine.text("en").count(engine.text("en").dropped, 1)]);
    let mut shown = engine.shown(&engine.linked("war=armistice").0);
    let answered = engine.shown(&engine.linked("war=armistice&us=treaty").0);
    "war=armistice&us=maybe".clone_into(&mut shown.fragment);
    open(reader, "en", &shown.fragment).await?;
    assert_eq!(reader.shows(&shown, "the link").await?.notice, says);
    let again = reader.reloads("outcome").await?;
    assert_eq!((again.shown(), again.notice), (shown.clone(), says), "it can be read anew");
    reader.click("label[for=us-treaty]").await?;
    reader.shows(&answered, "an answer of the reader's").await?;
    Ok(())
}

pub async fn links_of_the_page_keep_the_answers_before_the_script(reader: &Reader, engine: &Engine) -> Told {
    // What a press of the link leads to, where the focus is then, and whether the languages have the answers.
    let press = "document.querySelector('.skip').click();
        const links = [...document.querySelectorAll('.masthead__language')];
        return [location.hash, document.activeElement.id, links.every((it) => it.hash === location.hash)];";
    let has_run = "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd > 0";
    for (path, link) in [("/en/", LINK), ("/uk/frame.html", LINK), ("/uk/", ""), ("/en/frame.html", "")] {
        let gate = Gate::open(Wasm::Waits)?;
        let reader = reader.at(&gate.site);
        reader.begin(&format!("{path}#{link}")).await?;
        reader.until_true("the first script", has_run).await?;
        let hash = if link.is_empty() { String::new() } else { format!("#{link}") };
        assert_eq!(reader.script(press, Vec::new()).await?, json!([hash, "main", true]), "{path}#{link}");
        gate.now(Wasm::Comes);
        let page = reader.shows(&engine.shown(&engine.linked(link).0), &format!("{path}#{link}")).await?;
        assert_eq!(page.notice, None, "{path}#{link}");
        reader.until_true("the focus behind the link", "return document.activeElement.id === 'main'").await?;
        reader.forgets_errors().await?;
    }
    // Where the script does not come at all, the address still has what the note says.
    let gate = Gate::open(Wasm::IsMissing)?;
    let reader = reader.at(&gate.site);
    reader.begin(&format!("/en/#{LINK}")).await?;
    // The note stands in the page from the start, and is seen once the script has failed.
    reader.until_true("the first script", has_run).await?;
    reader.sees("the note", |it| it.trouble).await?;
    assert_eq!(reader.script(press, Vec::new()).await?, json!([format!("#{LINK}"), "main", true]));
    // The note lies over the head of a page that has scrolled a little.
    reader.script("scrollTo(0, 0)", Vec::new()).await?;
    reader.chooses_language("uk").await?;
    let arrives = format!("return location.pathname === '/uk/' && location.hash === '#{LINK}'");
    reader.until_true("the other language with the answers", &arrives).await?;
    reader.forgets_errors().await
}

pub async fn an_address_without_its_hash_leads_to_the_answers(reader: &Reader, engine: &Engine) -> Told {
    let site = serve::spawn_at(server::listener()?, &dist())?;
    let reader = reader.at(&format!("http://{}", site.address));
    let shown = engine.shown(&engine.linked(LINK).0);
    for path in [
        "/en/%23",
        "/uk/%20-%20",
        "/en/frame.html%2523",
        "/uk%23",
        "/uk/frame.html%20%23",
        "/en/%20%E2%80%93%20",
        "/en/?from=a-friend%23",
    ] {
        reader.visit(&format!("http://{}{path}{LINK}", site.address)).await?;
        let page = reader.sees(path, |it| it.ready && it.lang == path[1..3] && it.shown() == shown).await?;
        assert_eq!(page.notice, None, "{path}");
    }
    // Two slashes at the start of a path would name another site.
    reader.visit(&format!("http://{}//elsewhere.invalid/no-such-page%23{LINK}", site.address)).await?;
    let stays = format!(
        "return location.host === '{}' && location.pathname === '/elsewhere.invalid/no-such-page/'
            && location.hash === '#{LINK}'",
        site.address
    );
    reader.until_true("the same site", &stays).await?;
    for (path, locale) in [("/%23", "uk"), ("/uk/no-such-page/#", "uk"), ("/#", "en")] {
        reader.visit(&format!("http://{}{path}{LINK}", site.address)).await?;
        // The language of the address comes first.
        let first =
            if path.contains("no-such") { format!(" && languages[0].lang === '{locale}'") } else { String::new() };
        let leads = format!(
            "const languages = [...document.querySelectorAll('.front__language')];
            const links = languages.filter((it) => it.lang === '{locale}').flatMap((it) => [...it.querySelectorAll('a:not(.example a)')]);
            return links.length > 0 && links.every((it) => it.hash === '#{LINK}'){first};"
        );
        reader.until_true(path, &leads).await?;
        let press = format!(
            "[...document.querySelectorAll('.front__language a')].find((it) => it.pathname === '/{locale}/').click()"
        );
        reader.script(&press, Vec::new()).await?;
        let page = reader.shows(&shown, path).await?;
        assert_eq!(page.lang, locale, "{path}");
    }
    reader.forgets_errors().await
}

/// The front page shows the reader's language and sends nobody anywhere. Only Chromium's can be changed on the way.
pub async fn the_front_page_proposes_the_readers_language(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let agent = reader.script("return navigator.userAgent", Vec::new()).await?;
    let own = engine.case.languages.iter().map(|it| (it.locale.as_str(), it.locale.as_str()));
    let others = [("uk-UA,en", "uk"), ("it,uk", "uk"), ("it", "en"), ("en-GB", "en")];
    for (wanted, locale) in others.into_iter().chain(own) {
        reader
            .devtools("Emulation.setUserAgentOverride", json!({ "userAgent": agent, "acceptLanguage": wanted }))
            .await?;
        reader.visit(&format!("{}/", reader.site)).await?;
        let shown = "const shown = [...document.querySelectorAll('.front__language:not([hidden])')];
            return [shown.length, shown[0]?.lang, document.documentElement.lang, location.pathname, shown[0]?.querySelector('h2').innerText, document.title]";
        let title = &engine.sentences(locale).title;
        let seen = reader.script(shown, Vec::new()).await?;
        assert_eq!(seen, json!([1, locale, locale, "/", title, title]), "for {wanted}");
    }
    let languages = reader.texts(".front__languages a").await?;
    assert_eq!(languages.len(), engine.case.languages.len(), "every language is there: {languages:?}");
    reader.devtools("Emulation.setUserAgentOverride", json!({ "userAgent": agent, "acceptLanguage": "en" })).await?;
    Ok(())
}

/// A fragment as a browser writes it in an address.
async fn as_an_address(reader: &Reader, link: &str) -> Result<String, libtest_mimic::Failed> {
    let script = "return Object.assign(document.createElement('a'), { href: '#' + arguments[0] }).hash.slice(1)";
    let written = reader.script(script, vec![json!(link.trim_start_matches('#'))]).await?;
    Ok(written.as_str().unwrap_or_default().to_owned())
}

async fn open(reader: &Reader, locale: &str, link: &str) -> Told {
    reader.open(&format!("/{locale}/#{}", link.trim_start_matches('#'))).await?;
    Ok(())
}

async fn is_mended(
    reader: &Reader,
    engine: &Engine,
    locale: &str,
    (link, left, dropped, overruled): (&str, &str, u32, usize),
) -> Told {
    let start: String = link.chars().take(60).collect();
    let mut shown = engine.shown(&engine.linked(left).0);
    assert_eq!(shown.fragment, left, "what is left of {start}");
    // What was not understood is not thrown away as long as nothing else is shown.
    if dropped > 0 && overruled == 0 {
        shown.fragment = as_an_address(reader, link).await?;
    }
    let page = reader.shows(&shown, &format!("the broken link {start}")).await?;
    assert_eq!(page.place, if left.is_empty() { "war" } else { "outcome" }, "the broken link {start}");
    let text = engine.text(locale);
    let says = (dropped > 0).then(|| text.count(text.dropped, dropped));
    match page.notice {
        None => assert_eq!((dropped, overruled), (0, 0), "the broken link {start} has no note"),
        Some(note) => {
            assert_eq!(note.len(), overruled + usize::from(dropped > 0), "{start} has the note {note:?}");
            assert!(says.is_none_or(|it| it == note[0]), "{start} has the note {note:?}");
        }
    }
    Ok(())
}
