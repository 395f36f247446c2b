//! What a frame and the page around it tell each other, and whom neither believes.

use serde_json::json;

use crate::{
    Told,
    harness::{
        article_server::Newspaper,
        embedded::{LAST, enter, heard, height, last, leave, script},
        engine::Engine,
        reader::Reader,
    },
};

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
    assert_eq!(reader.texts(told).await?, [engine.embed("en").frame.told]);
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

pub async fn a_page_that_changes_the_looks_leaves_the_answers(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let element = r#"<which-guarantee id="it" lang="en" theme="light"></which-guarantee>"#;
    paper.publish("/", &format!("{element}{}", script(reader)));
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "outcome").await?;
    enter(reader, 0).await?;
    reader.choose("war", "peace").await?;
    reader.click("[data-next]").await?;
    reader.arrives("land").await?;
    let answers = reader.script("return location.hash", Vec::new()).await?;
    leave(reader).await?;

    // What the page does, and how the tool then looks: its colours, its accent by day, its first font, whether it is compact.
    let looks = "const style = getComputedStyle(document.documentElement);
        const [accent, font] = ['--accent', '--sans'].map((it) => style.getPropertyValue(it));
        return [style.colorScheme, accent.match(/#\\w+/)[0], font.trim().split(',')[0], document.documentElement.matches('[data-compact]')]";
    enter(reader, 0).await?;
    let own = reader.script(looks, Vec::new()).await?;
    leave(reader).await?;
    let (accent, font) = (&own[1], &own[2]);
    for (change, seen, refused) in [
        ("it.setAttribute('theme', 'dark')", json!(["dark", accent, font, false]), json!([])),
        (
            "it.setAttribute('accent', '7a1f3d'); it.setAttribute('theme', 'auto'); it.toggleAttribute('compact')",
            json!(["light dark", "#7a1f3d", font, true]),
            json!(["accent"]),
        ),
        ("it.setAttribute('font', 'verdana')", json!(["light dark", "#7a1f3d", "Verdana", true]), json!(["accent"])),
        (
            "for (const wish of ['theme', 'accent', 'font', 'compact']) it.removeAttribute(wish)",
            json!(["light dark", accent, font, false]),
            json!([]),
        ),
        ("it.setAttribute('theme', 'light')", own.clone(), json!([])),
    ] {
        reader
            .script(&format!("heard.length = 0; const it = document.getElementById('it'); {change}"), Vec::new())
            .await?;
        enter(reader, 0).await?;
        reader
            .until(change, async || {
                let now = reader.client.execute(looks, Vec::new()).await?;
                Ok(if now == seen { Ok(()) } else { Err(now) })
            })
            .await?;
        reader.sees("the question that was open", |it| it.ready && it.place == "land").await?;
        assert_eq!(reader.script("return location.hash", Vec::new()).await?, answers, "{change}");
        leave(reader).await?;
        reader
            .until(&format!("what was refused after {change}"), async || {
                let said = reader.client.execute(LAST, vec![json!("it"), json!("ready")]).await?["refused"].clone();
                Ok(if said == refused { Ok(()) } else { Err(said) })
            })
            .await?;
    }

    // Where a frame is on its way elsewhere, what it is told meanwhile is not lost.
    let change = "const it = document.getElementById('it'); it.setAttribute('start', 'war=armistice'); it.setAttribute('theme', 'dark')";
    reader.script(change, Vec::new()).await?;
    enter(reader, 0).await?;
    reader
        .until_true("the new start in other colours", "return location.hash.includes('war=armistice') && getComputedStyle(document.documentElement).colorScheme === 'dark'")
        .await?;
    leave(reader).await
}
