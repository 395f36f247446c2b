//! The tool in other people's pages, on another origin: as a frame, with the script, as an element; with pages around
//! that are strict, narrow, or know other loaders.

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::{
    Told,
    axe_and_windows::inspect,
    harness::{
        article_server::Newspaper,
        browser::Kind,
        embedded::{LAST, enter, fits, heard, height, last, leave, script},
        engine::Engine,
        reader::Reader,
    },
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
