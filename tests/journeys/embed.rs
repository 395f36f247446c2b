//! The tool in other people's pages, on another origin: as a frame, with the script, as an element; with pages around
//! that are hostile, strict, narrow, or know other loaders.

use fantoccini::{elements::Element, error::CmdError};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{
    Told,
    axe_and_windows::{inspect, resize, restore, widths},
    harness::{article_server::Newspaper, browser::Kind, engine::Engine, reader::Reader},
};

const ANSWERS: &str = "war=armistice&us=troops&backing=broad";

pub async fn three_frames_in_an_article_are_as_high_as_their_content_and_tell_what_happens(
    reader: &Reader,
    engine: &Engine,
) -> Told {
    let paper = Newspaper::open()?;
    let site = &reader.site;
    paper.publish(
        "/",
        &format!(
            r#"<iframe id="one" data-which-guarantee src="{site}/en/frame.html" title="One" width="100%" height="1400" frameborder="0"></iframe>
               {script}
               <which-guarantee id="two" lang="uk" theme="dark" compact><a href="{site}/uk/">Яка гарантія?</a></which-guarantee>
               {script}
               <which-guarantee id="three" lang="en" start="{ANSWERS}"></which-guarantee>"#,
            script = script(reader),
        ),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    let names = "return [...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it).map((it) => it.title)";
    reader.until_true("three frames", "return [...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it).filter((it) => it.src).length === 3").await?;
    let title = &engine.sentences("uk").title;
    assert_eq!(reader.script(names, Vec::new()).await?, json!(["One", title, engine.sentences("en").title]));
    // Each tells its own; the third starts at the outcome of its answers.
    for id in ["one", "two", "three"] {
        heard(reader, id, "ready").await?;
        heard(reader, id, "outcome").await?;
    }
    assert_eq!(last(reader, "two", "ready").await?["language"], json!("uk"));
    let (linked, _) = engine.linked(ANSWERS);
    let expected = engine.shown(&linked);
    let outcome =
        format!("return heard.some((it) => it.id === 'three' && it.detail.outcome === '{}')", expected.outcome);
    reader.until_true("the outcome of the third", &outcome).await?;
    for index in 0..3 {
        fits(reader, index).await?;
    }

    // One answers; the others hear nothing of it.
    enter(reader, 0).await?;
    reader.sees("the tool alive", |it| it.ready).await?;
    reader.choose("war", "armistice").await?;
    leave(reader).await?;
    heard(reader, "one", "answered").await?;
    assert_eq!(last(reader, "one", "answered").await?, json!({ "question": "war" }), "which, and not how");
    let (chosen, _) = engine.linked("war=armistice");
    let shown = engine.shown(&chosen);
    let possible: Vec<&str> = shown.possible.split(' ').collect();
    let told = json!({ "outcome": shown.outcome, "settled": shown.settled, "possible": possible });
    reader
        .until("the outcome", async || {
            let seen = reader.client.execute(LAST, vec![json!("one"), json!("outcome")]).await?;
            Ok(if seen == told { Ok(()) } else { Err(seen) })
        })
        .await?;
    let leak = "return messages.filter((it) => /armistice/.test(JSON.stringify(it.data))).length";
    assert_eq!(reader.script(leak, Vec::new()).await?, json!(0), "no message has an answer in it");
    let others = "return heard.filter((it) => it.event === 'answered' && it.id !== 'one').length";
    assert_eq!(reader.script(others, Vec::new()).await?, json!(0));

    // The height follows up and down.
    let before = height(reader, 0).await?;
    for (is_higher, what) in [(true, "unfolded"), (false, "folded")] {
        enter(reader, 0).await?;
        reader.click(".ladder__toggle").await?;
        leave(reader).await?;
        reader
            .until(what, async || {
                let now = height(reader, 0).await.map_err(|_| CmdError::NotW3C(json!("no height")))?;
                let follows = if is_higher { now > before + 100.0 } else { (now - before).abs() < 1.5 };
                Ok(if follows { Ok(()) } else { Err((before, now)) })
            })
            .await?;
        fits(reader, 0).await?;
    }

    // Only the second is dark, and stays so when its wishes change.
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    enter(reader, 1).await?;
    assert_eq!(reader.script(scheme, Vec::new()).await?, json!("dark"));
    assert!(!reader.is_visible(".masthead__languages").await?, "compact");
    leave(reader).await?;
    enter(reader, 0).await?;
    assert_eq!(reader.script(scheme, Vec::new()).await?, json!("light dark"));
    leave(reader).await
}

pub async fn nothing_below_moves_while_the_tool_loads(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    paper.publish("/", &format!(r#"<which-guarantee id="it" lang="en"></which-guarantee>{}"#, script(reader)));
    let snippet = which_guarantee::site::pages::embed::snippets::HEIGHT;
    paper.publish(
        "/frame/",
        &format!(
            r#"<iframe id="it" data-which-guarantee src="{}/en/frame.html" title="It" width="100%" height="{snippet}" frameborder="0"></iframe>{}"#,
            reader.site,
            script(reader)
        ),
    );
    let reader = &reader.at(&paper.site);
    for path in ["/", "/frame/"] {
        reader.begin(path).await?;
        reader.until_true("a frame", "return !![...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[0]?.src").await?;
        let below = "return document.getElementById('below').getBoundingClientRect().top";
        let before = reader.script(below, Vec::new()).await?;
        heard(reader, "it", "ready").await?;
        heard(reader, "it", "height").await?;
        assert_eq!(reader.script(below, Vec::new()).await?, before, "{path}: what follows the tool has moved");
    }
    Ok(())
}

pub async fn hostile_messages_move_nothing(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let tool = reader.site.clone();
    paper.publish(
        "/",
        &format!(
            r#"<iframe id="it" data-which-guarantee src="{tool}/en/frame.html" title="It" width="100%" height="1500"></iframe>
               <iframe id="hostile" data-which-guarantee src="/hostile/" title="Hostile"></iframe>{}"#,
            script(reader)
        ),
    );
    paper.publish("/hostile/", "");
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "outcome").await?;
    let count = "return heard.length";
    let before = (height(reader, 0).await?, reader.script(count, Vec::new()).await?);

    // From the page itself, which is no frame; from a frame to the page, in the tool's name; and to the tool.
    let forged =
        "const say = (to, event, detail) => to.postMessage({ tool: 'which-guarantee', v: 1, event, detail }, '*');";
    let page =
        format!("{forged} say(window, 'height', {{ height: 44 }}); say(window, 'outcome', {{ outcome: 'forged' }});");
    reader.script(&page, Vec::new()).await?;
    enter(reader, 1).await?;
    let hostile = format!(
        "{forged} say(parent.frames[0], 'hello');
        parent.frames[0].postMessage({{ tool: 'which-guarantee', v: 1, event: 'hello', detail: null }}, '*');"
    );
    reader.script(&hostile, Vec::new()).await?;
    leave(reader).await?;

    // From the right frame, in the wrong shape.
    enter(reader, 0).await?;
    let wrong = format!(
        "{forged}
        for (const height of [-1, NaN, Infinity, 1e9, '900', null, [900], {{ valueOf: undefined }}]) say(parent, 'height', {{ height }});
        for (const event of ['constructor', '__proto__', 'toString', 'load', 7, null, {{}}]) say(parent, event, {{ height: 44 }});
        for (const detail of [null, undefined, 7, 'height', [44], {{}}]) {{
            for (const event of ['height', 'outcome', 'answered', 'ready', 'focus']) say(parent, event, detail);
        }}
        say(parent, 'focus', {{ top: -1e12, bottom: NaN }});
        for (const data of [null, undefined, 'which-guarantee', 7, [], {{ tool: 'which-guarantee' }},
            {{ tool: 'which-guarantee', v: 2, event: 'height', detail: {{ height: 44 }} }}]) parent.postMessage(data, '*');"
    );
    reader.script(&wrong, Vec::new()).await?;
    leave(reader).await?;
    reader.until_true("all messages", "return messages.length > 40").await?;
    assert_eq!(
        before,
        (height(reader, 0).await?, reader.script(count, Vec::new()).await?),
        "the page has heard something"
    );
    enter(reader, 1).await?;
    let answered = "return messages.filter((it) => it.origin === arguments[0]).length";
    assert_eq!(
        reader.script(answered, vec![json!(tool)]).await?,
        json!(0),
        "the tool speaks to the page around and to nobody else"
    );
    leave(reader).await?;

    // What is well formed and comes from the right place is heard.
    enter(reader, 0).await?;
    reader.script(&format!("{forged} say(parent, 'height', {{ height: 1777 }})"), Vec::new()).await?;
    leave(reader).await?;
    reader.until_true("the height", "return document.getElementById('it').style.height === '1777px'").await?;
    // Another page in the same frame is not the tool, whatever it says.
    let elsewhere = "const it = document.getElementById('it'); it.contentWindow.location.replace(arguments[0])";
    reader.script(elsewhere, vec![json!(format!("{}/hostile/", paper.site))]).await?;
    enter(reader, 0).await?;
    reader.until_true("the other page", "return !!document.getElementById('below')").await?;
    reader
        .script(
            &format!("{forged} say(parent, 'height', {{ height: 44 }}); parent.postMessage('last', '*')"),
            Vec::new(),
        )
        .await?;
    leave(reader).await?;
    reader.until_true("the last message", "return messages.at(-1)?.data === 'last'").await?;
    // The tool itself may have said its own once more before it went; 44 it never says.
    let forged = "return heard.some((it) => it.detail?.height === 44)
        || document.getElementById('it').style.height === '44px'";
    assert_eq!(
        reader.script(forged, Vec::new()).await?,
        json!(false),
        "a page that is not the tool has set the height"
    );
    Ok(())
}

pub async fn a_page_that_asks_for_answers_gets_them_and_its_readers_are_told(reader: &Reader, engine: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let told = "[data-told]";
    paper.publish(
        "/",
        &format!(
            r#"<which-guarantee id="it" lang="en" answers="shared" accent="ffee00" font="comic"></which-guarantee>{}"#,
            script(reader)
        ),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "ready").await?;
    // Yellow can be read by night alone, and the font is on no list.
    assert_eq!(last(reader, "it", "ready").await?["refused"], json!(["font", "accent"]));
    enter(reader, 0).await?;
    assert!(reader.is_visible(told).await?);
    let accent = "return getComputedStyle(document.documentElement).getPropertyValue('--accent').replaceAll(' ', '')";
    assert_eq!(reader.script(accent, Vec::new()).await?, json!("light-dark(#1b4b85,#ffee00)"));
    assert_eq!(reader.texts(told).await?, [text(engine, "en").told]);
    assert!(!reader.is_visible(".frame__private").await?, "nothing else is said of where the answers stay");
    reader.choose("war", "peace").await?;
    leave(reader).await?;
    heard(reader, "it", "answered").await?;
    assert_eq!(last(reader, "it", "answered").await?, json!({ "question": "war", "answer": "peace" }));

    // A page without the tool's colours, as where a host has taken its styles away, speaks although it can wear no accent.
    enter(reader, 0).await?;
    let frames_own = "return [...document.scripts].find((it) => /\\/frame[^/]*\\.js$/.test(it.src)).src";
    let source = reader.script(frames_own, Vec::new()).await?;
    leave(reader).await?;
    paper.publish("/bare/", &format!("<script src={source}></script>"));
    paper.publish("/around/", r#"<iframe src="/bare/?accent=1b4b85" title="Bare"></iframe>"#);
    reader.begin("/around/").await?;
    reader.until_true("its word", "return messages.some((it) => it.data?.event === 'ready')").await
}

pub async fn a_sandboxed_frame_under_a_strict_policy_works(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let site = &reader.site;
    let policy = format!("frame-src {site}; script-src {site}/embed.js 'nonce-own'");
    paper.publish_under(
        "/",
        &policy,
        &format!(
            r#"<iframe id="one" data-which-guarantee sandbox="allow-scripts" src="{site}/uk/frame.html" title="One" width="100%" height="1500"></iframe>
               <which-guarantee id="two" lang="en"></which-guarantee>{}"#,
            script(reader)
        ),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    for id in ["one", "two"] {
        heard(reader, id, "ready").await?;
    }
    enter(reader, 0).await?;
    let no_storage = "try { return localStorage.length } catch { return 'none' }";
    assert_eq!(reader.script(no_storage, Vec::new()).await?, json!("none"), "a sandbox has no storage");
    reader.sees("the tool alive", |it| it.ready).await?;
    reader.choose("war", "peace").await?;
    reader.click("[data-next]").await?;
    let page = reader.arrives("land").await?;
    assert!(!page.trouble);
    leave(reader).await?;
    heard(reader, "one", "answered").await?;
    fits(reader, 0).await?;
    assert_eq!(reader.script("return breaches", Vec::new()).await?, json!([]), "the policy is broken");

    // No window may open there, so the full tool opens in the frame, with the answers.
    enter(reader, 0).await?;
    reader.click("[data-full]").await?;
    reader.until_true("the full tool", "return location.pathname === '/uk/'").await?;
    let fragment = reader.script("return location.hash", Vec::new()).await?;
    assert!(fragment.as_str().is_some_and(|it| it.contains("war=peace")), "{fragment}");
    leave(reader).await
}

pub async fn the_frame_keeps_nothing_asks_nobody_else_and_leads_out_with_the_answers(
    reader: &Reader,
    _: &Engine,
) -> Told {
    let paper = Newspaper::open()?;
    let site = reader.site.clone();
    paper.publish(
        "/",
        &format!(r#"<which-guarantee id="it" lang="en" start="{ANSWERS}"></which-guarantee>{}"#, script(reader)),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "outcome").await?;
    enter(reader, 0).await?;
    reader.until_true("the whole outcome", "return !!document.querySelector('.closer')").await?;
    // Where a browser refuses to say, there is nothing.
    let kept = "
        const ask = async (it) => { try { return (await it()).length } catch (error) { return error.name === 'SecurityError' ? 0 : String(error) } };
        return Promise.all([
            () => document.cookie, () => localStorage, () => sessionStorage,
            () => navigator.serviceWorker?.getRegistrations() ?? [], () => indexedDB.databases?.() ?? [],
        ].map(ask))";
    assert_eq!(reader.resolved(kept, Vec::new()).await?, json!([0, 0, 0, 0, 0]));
    let asked = "return performance.getEntriesByType('resource').map((it) => new URL(it.name).origin)";
    let asked: Vec<String> = serde_json::from_value(reader.script(asked, Vec::new()).await?)?;
    assert!(asked.len() > 4 && asked.iter().all(|it| *it == site), "{asked:?}");
    // What is passed on leads to the tool's own page.
    let link = reader.script("return document.querySelector('[data-link]').dataset.link", Vec::new()).await?;
    assert_eq!(link, json!(format!("{site}/en/#{ANSWERS}")));
    let press =
        "document.querySelector('[data-full]').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))";
    reader.script(press, Vec::new()).await?;
    let href = reader.script("return document.querySelector('[data-full]').href", Vec::new()).await?;
    assert_eq!(href, json!(format!("{site}/en/#{ANSWERS}")));
    inspect(reader, "a frame at the outcome").await?;
    // The skip link has the answers in its address, and leads no further than to the heading.
    let windows = reader.client.windows().await?;
    reader.press_by_script(".skip").await?;
    // WebKit gives a script the focus only in the frame that the reader is in.
    if reader.browser != Kind::WebKit {
        reader.sees("the focus on the heading", |it| it.focus == "heading").await?;
    }
    reader.paints().await?;
    let place = "return location.pathname";
    assert_eq!(reader.script(place, Vec::new()).await?, json!("/en/frame.html"), "the frame stays");
    if reader.browser == Kind::WebKit {
        // MiniBrowser opens no second window for its driver.
        return leave(reader).await;
    }
    assert_eq!(reader.client.windows().await?, windows, "the skip link opens no window");
    reader.click("[data-full]").await?;
    let opened = reader
        .until("a second window", async || {
            let now = reader.client.windows().await?;
            Ok(now.into_iter().find(|it| !windows.contains(it)).ok_or(windows.len()))
        })
        .await?;
    reader.client.switch_to_window(opened).await?;
    let page = reader.sees("the full tool", |it| it.ready && it.place == "outcome").await?;
    assert_eq!(page.fragment, ANSWERS);
    assert_eq!(reader.script("return opener", Vec::new()).await?, Value::Null);
    reader.client.close_window().await?;
    reader.client.switch_to_window(windows[0].clone()).await?;
    Ok(())
}

pub async fn the_next_question_comes_into_view_and_nothing_else_scrolls(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    paper.publish(
        "/",
        &format!(r#"<p style="height:1200px">Much.</p><which-guarantee id="it" lang="en"></which-guarantee>{}<p style="height:2000px">More.</p>"#, script(reader)),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "outcome").await?;
    assert_eq!(reader.script("return scrollY", Vec::new()).await?, json!(0), "the page has scrolled by itself");
    enter(reader, 0).await?;
    reader.sees("the tool alive", |it| it.ready).await?;
    // The foot of the question, as a reader has it in view after the last answer.
    reader.click("label[for=war-victory]").await?;
    leave(reader).await?;
    let foot = "const it = [...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[0].getBoundingClientRect();
        scrollTo(0, scrollY + it.top + 700)";
    reader.script(foot, Vec::new()).await?;
    // As after a click by hand; a click by script alone moves no focus into the frame.
    reader.script("[...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[0].focus({ preventScroll: true })", Vec::new()).await?;
    enter(reader, 0).await?;
    reader.click("[data-next]").await?;
    reader.arrives("land").await?;
    if reader.browser == Kind::WebKit {
        // Without a window manager no window is active, and WebKit tells no page of a focus in it.
        let focused = "document.querySelector('main h1').dispatchEvent(new FocusEvent('focusin', { bubbles: true }))";
        reader.script(focused, Vec::new()).await?;
    }
    let at = reader.script("return document.querySelector('main h1').getBoundingClientRect().top", Vec::new()).await?;
    leave(reader).await?;
    // Windows scroll by whole pixels, frames need not lie at one.
    let seen = "const at = [...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[0].getBoundingClientRect().top + arguments[0];
        return [at > -1 && at < innerHeight, at, scrollY, document.activeElement.tagName, messages.filter((it) => it.data.event === 'focus')]";
    reader
        .until("the heading in view", async || {
            let seen = reader.client.execute(seen, vec![at.clone()]).await?;
            Ok(if seen[0] == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await?;
    // An answer scrolls nothing.
    let before = reader.script("return scrollY", Vec::new()).await?;
    enter(reader, 0).await?;
    let choose =
        "const it = document.querySelector('main input[type=radio]'); it.focus({ preventScroll: true }); it.click()";
    reader.script(choose, Vec::new()).await?;
    leave(reader).await?;
    reader.until_true("two answers", "return heard.filter((it) => it.event === 'answered').length === 2").await?;
    assert_eq!(reader.script("return scrollY", Vec::new()).await?, before);
    Ok(())
}

pub async fn loaders_of_other_houses_understand_the_frame(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let site = reader.site.clone();
    // As AMP does it, and the loaders that have learned it from there.
    let amp = "<script>addEventListener('message', ({ source, data }) => {
        const it = document.getElementById('it');
        if (source !== it.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
        it.height = data.height;
    })</script>";
    let frame = |wish: &str| {
        format!(r#"<iframe id="it" {wish} title="It" width="100%" height="200" frameborder="0"></iframe>"#)
    };
    paper.publish(
        "/amp/",
        &(frame(&format!("sandbox=\"allow-scripts allow-popups\" src=\"{site}/en/frame.html\"")) + amp),
    );
    // As WordPress does it: a secret, a cap on the height, and links that lead the whole page on.
    let wordpress = "<script>addEventListener('message', ({ source, data }) => {
        const it = document.getElementById('it');
        if (source !== it.contentWindow || data?.secret !== it.dataset.secret) return;
        if (data.message === 'height') it.height = Math.min(Math.max(data.value, 200), 1000);
        if (data.message === 'link') window.link = data.value;
    })</script>";
    let secret = format!(
        "sandbox=\"allow-scripts\" data-secret=\"s3cret\" src=\"{site}/en/frame.html#{ANSWERS}#?secret=s3cret\""
    );
    paper.publish("/wordpress/", &(frame(&secret) + wordpress));
    let reader = &reader.at(&paper.site);

    reader.begin("/amp/").await?;
    reader.until_true("the height", "return Number(document.getElementById('it').height) > 900").await?;
    fits(reader, 0).await?;

    reader.begin("/wordpress/").await?;
    reader.until_true("the height", "return document.getElementById('it').height === '1000'").await?;
    enter(reader, 0).await?;
    let page = reader.sees("the outcome", |it| it.ready && it.place == "outcome").await?;
    assert_eq!((page.notice, page.fragment.as_str()), (None, ANSWERS), "the secret is no answer");
    // The frame is lower than its content, so it has its scroll bar back.
    reader
        .until_true("room to scroll", "return getComputedStyle(document.documentElement).overflowY !== 'hidden'")
        .await?;
    reader.click("[data-full]").await?;
    leave(reader).await?;
    reader.until_true("the link", "return Boolean(window.link)").await?;
    assert_eq!(reader.script("return link", Vec::new()).await?, json!(format!("{site}/en/#{ANSWERS}")));
    Ok(())
}

pub async fn a_narrow_column_in_a_page_from_right_to_left_holds_the_tool(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let content = format!(
        r#"<div class="narrow"><which-guarantee id="it" lang="uk" font="georgia"></which-guarantee></div>{}"#,
        script(reader)
    );
    paper.publish_right_to_left("/", &content);
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "ready").await?;
    let page = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(reader.script(page, Vec::new()).await?, json!(true), "the page is wider than its window");
    fits(reader, 0).await?;
    enter(reader, 0).await?;
    let direction = "return [innerWidth, getComputedStyle(document.body).direction]";
    assert_eq!(reader.script(direction, Vec::new()).await?, json!([300, "ltr"]));
    // The page around follows what the look at the layout unfolds.
    reader.script("for (const it of document.querySelectorAll('details')) it.open = true", Vec::new()).await?;
    leave(reader).await?;
    fits(reader, 0).await?;
    enter(reader, 0).await?;
    let found = reader.script(include_str!("in_page/layout.js"), Vec::new()).await?;
    assert_eq!(found, json!([]));
    inspect(reader, "a narrow frame").await?;
    leave(reader).await
}

pub async fn a_snippet_is_made_copied_and_works(reader: &Reader, engine: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let path = format!("/uk/embed/#{ANSWERS}");
    reader.begin(&path).await?;
    let code = "return Object.fromEntries([...document.querySelectorAll('[data-code]')].map((it) => [it.dataset.code, it.value]))";
    // Opened from an outcome, it starts there; what the codes reserve is measured meanwhile.
    let measured = "return /room=\"\\d+ \\d+\"/.test(document.querySelector('[data-code=element]').value)";
    reader.until_true("the room for this start", measured).await?;
    let made = reader.script(code, Vec::new()).await?;
    let site = &reader.site;
    for name in ["frame", "scripted", "element"] {
        let code = made[name].as_str().unwrap_or_default();
        assert!(code.contains(site) && code.contains(&ANSWERS.replace('&', "&amp;")), "{code}");
    }
    let choose = "const form = document.getElementById('wishes').elements;
        form.language.value = 'en'; form.theme.value = 'dark'; form.extent.value = 'compact'; form.start.value = 'at=land';
        document.getElementById('wishes').dispatchEvent(new Event('input'))";
    reader.script(choose, Vec::new()).await?;
    let made = reader.script(code, Vec::new()).await?;
    let frame = format!("src=\"{site}/en/frame.html?theme=dark&amp;compact#at=land\"");
    assert!(made["scripted"].as_str().is_some_and(|it| it.contains(&frame)), "{made}");
    assert!(made["frame"].as_str().is_some_and(|it| it.contains(&frame) && !it.contains("script")), "{made}");
    reader
        .until_true(
            "the preview",
            "return document.getElementById('heard').textContent.includes('\"language\":\"en\"')",
        )
        .await?;
    inspect(reader, "the page for snippets").await?;
    let choose = "const form = document.getElementById('wishes').elements;
        form.start.value = 'guarantees/treaty/'; document.getElementById('wishes').dispatchEvent(new Event('input'))";
    reader.script(choose, Vec::new()).await?;
    let others = reader.script(code, Vec::new()).await?;
    let frame = format!("src=\"{site}/en/guarantees/treaty/frame.html?theme=dark&amp;compact\"");
    assert!(others["frame"].as_str().is_some_and(|it| it.contains(&frame)), "{others}");
    let previewed =
        "return [...document.querySelectorAll('iframe')].some((it) => it.contentDocument?.querySelector('h1')
        && it.contentWindow.location.pathname.endsWith('/guarantees/treaty/frame.html'))";
    reader.until_true("the guarantee's page in the preview", previewed).await?;
    let choose = choose.replace("guarantees/treaty/", "at=land");
    reader.script(&choose, Vec::new()).await?;

    reader.until_true("the room for this start", measured).await?;

    // Copied, or where that is refused, selected.
    // A measurement may change the code a moment later, so what was shown is noted with what was written.
    let noting = "navigator.clipboard.writeText = async (it) => {
            window.written = it;
            window.shown = document.querySelector('[data-code=element]').value;
        }";
    reader.script(noting, Vec::new()).await?;
    reader.click("[data-copies=element]").await?;
    let copied = text_of(reader, "[data-told=element]").await?;
    let words = engine.embed("uk").code;
    if reader.browser == Kind::Firefox {
        assert!([words.copied, words.copy_refused].contains(&copied.as_str()), "{copied}");
    } else {
        assert_eq!(copied, words.copied);
        let noted = reader.script("return [written, shown]", Vec::new()).await?;
        assert!(noted[0] == noted[1] && noted[0].as_str().is_some_and(|it| it.contains("<which-guarantee")), "{noted}");
    }
    // What is chosen after that has not been copied.
    let choose = choose.replace("at=land", "at=us");
    reader.script(&choose, Vec::new()).await?;
    assert_eq!(reader.texts("[data-told=element]").await?, [""]);
    reader
        .script("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })", Vec::new())
        .await?;
    reader.click("[data-copies=scripted]").await?;
    let selected = "const it = document.activeElement; return it.dataset.code === 'scripted' && it.selectionEnd === it.value.length";
    if reader.browser != Kind::Firefox {
        // What its driver runs lives in a world apart, where the page's own clipboard stays.
        reader.until_true("the code, selected", selected).await?;
    }

    // A page that never says how high it is, here one that knows nothing of frames, does not keep the next from its turn.
    let choose = "const form = document.getElementById('wishes');
        const start = (it) => { form.elements.start.value = it; form.dispatchEvent(new Event('input')); };
        form.elements.start.append(new Option('Silent', 'about/?/'));
        start('about/?/');
        start('at=us');";
    reader.script(choose, Vec::new()).await?;
    let measured =
        "return /start=\"at=us\".*room=\"\\d+ \\d+\"/.test(document.querySelector('[data-code=element]').value)";
    reader.until_true("the room for the next start", measured).await?;

    paper.publish("/", made["element"].as_str().unwrap_or_default());
    paper.publish("/frame/", made["scripted"].as_str().unwrap_or_default());
    let guest = &reader.at(&paper.site);
    for path in ["/", "/frame/"] {
        guest.begin(path).await?;
        guest.until_true("ready", "return heard.some((it) => it.event === 'ready')").await?;
        enter(guest, 0).await?;
        guest.sees("the question", |it| it.ready && it.place == "land" && it.lang == "en").await?;
        leave(guest).await?;
    }
    for width in widths(reader.browser) {
        resize(reader, *width).await?;
        reader.begin("/uk/embed/").await?;
        reader.until_true("its looks", "return document.readyState === 'complete'").await?;
        let found = reader.script(include_str!("in_page/layout.js"), Vec::new()).await?;
        assert_eq!(found, json!([]), "the page for snippets, {width} wide");
    }
    restore(reader).await?;
    // Loaded anew, it begins with what the publisher gave, whatever the browser has kept in its fields.
    reader.client.refresh().await?;
    let anew = "const codes = [...document.querySelectorAll('[data-code]')].map((it) => it.value);
        return document.readyState === 'complete' && codes.length === 3 && !codes.some((it) => it.includes('dark'))";
    reader.until_true("codes without what was chosen", anew).await
}

pub fn script(reader: &Reader) -> String {
    format!(r#"<script async src="{}/embed.js"></script>"#, reader.site)
}

fn text(engine: &Engine, locale: &str) -> which_guarantee::text::embed::FrameText {
    engine.embed(locale).frame
}

async fn text_of(reader: &Reader, selector: &str) -> Result<String, Failed> {
    reader
        .until("a word on it", async || {
            let script = "return document.querySelector(arguments[0]).textContent";
            let seen = reader.client.execute(script, vec![json!(selector)]).await?;
            Ok(seen.as_str().filter(|it| !it.is_empty()).map(str::to_owned).ok_or(()))
        })
        .await
}

const LAST: &str =
    "return heard.filter((it) => it.id === arguments[0] && it.event === arguments[1]).at(-1)?.detail ?? null";

/// Waits until the page has heard this from the frame or the element with this id.
pub async fn heard(reader: &Reader, id: &str, event: &str) -> Told {
    reader
        .until(&format!("{event} from {id}"), async || {
            let seen = reader.client.execute(LAST, vec![json!(id), json!(event)]).await?;
            Ok(if seen.is_null() { Err(()) } else { Ok(()) })
        })
        .await
}

/// What it heard last.
pub async fn last(reader: &Reader, id: &str, event: &str) -> Result<Value, Failed> {
    reader.script(LAST, vec![json!(id), json!(event)]).await
}

pub async fn enter(reader: &Reader, index: u16) -> Told {
    Ok(frame(reader, index).await?.enter_frame().await?)
}

/// One of the frames of a page, by its place among them. Those in the tree of an element have no number of their own.
async fn frame(reader: &Reader, index: u16) -> Result<Element, CmdError> {
    let script = "return [...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[arguments[0]]";
    let found = reader.client.execute(script, vec![json!(index)]).await?;
    let name = found.as_object().and_then(|it| it.values().next()).and_then(Value::as_str).unwrap_or_default();
    Ok(Element::from_element_id(reader.client.clone(), name.to_owned().into()))
}

pub async fn leave(reader: &Reader) -> Told {
    Ok(reader.client.enter_parent_frame().await?)
}

/// The height of a frame's content box.
async fn height(reader: &Reader, index: u16) -> Result<f64, Failed> {
    let script = "return [...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[arguments[0]].clientHeight";
    Ok(reader.script(script, vec![json!(index)]).await?.as_f64().unwrap_or_default())
}

/// Waits until a frame is just as high as its content, and has no scroll bar. The page around says how high it is:
/// a frame out of sight learns its own height late.
pub async fn fits(reader: &Reader, index: u16) -> Told {
    let content =
        "return [document.body.getBoundingClientRect().height, innerWidth - document.documentElement.clientWidth]";
    let outside = "return [...document.querySelectorAll('iframe, which-guarantee')].map((it) => it.shadowRoot?.querySelector('iframe') ?? it)[arguments[0]].clientHeight";
    reader
        .until(&format!("frame {index} as high as its content"), async || {
            frame(reader, index).await?.enter_frame().await?;
            let inside = reader.client.execute(content, Vec::new()).await;
            reader.client.clone().enter_parent_frame().await?;
            let inside = inside?;
            let outside = reader.client.execute(outside, vec![json!(index)]).await?;
            let difference = inside[0].as_f64().unwrap_or_default() - outside.as_f64().unwrap_or_default();
            let fits = difference.abs() <= 1.5 && inside[1] == json!(0);
            Ok(if fits { Ok(()) } else { Err((inside, outside)) })
        })
        .await
}
