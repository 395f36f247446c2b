//! Posts as a real WordPress has made them (`tests/recorded/wordpress.json`), under a host script that does what the
//! documentation of WordPress's own one says, and is stricter where that one is lax.

use serde_json::{Value, json};

use crate::{
    Told,
    axe_and_windows::inspect,
    embed_script::said_ready,
    harness::{
        article_server::Newspaper,
        browser::Kind,
        embedded::{enter, leave},
        engine::Engine,
        reader::Reader,
    },
};

/// Takes messages only from a frame whose secret they name and before which stands a quotation with that secret. Shows
/// the frame in place of the quotation, gives it 200 to 1,000 pixels, and follows links to the frame's own host while
/// the frame has the focus. It comes last and late, as it does at the foot of a page: `host` starts it.
const HOST: &str = r#"<script>
    window.led = [];
    window.refused = [];
    const hear = ({ source, data }) => {
        const { secret, message, value } = Object(data);
        if (typeof secret !== "string" || !/^[a-z0-9]+$/i.test(secret)) return;
        const frame = [...document.querySelectorAll(`iframe[data-secret="${secret}"]`)].find((it) => it.contentWindow === source);
        const quotation = document.querySelector(`blockquote[data-secret="${secret}"]`);
        if (!frame || !quotation || !(quotation.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
        if (message === "height" && Number.isInteger(value)) {
            quotation.hidden = true;
            frame.removeAttribute("style");
            frame.height = Math.min(1000, Math.max(200, value));
        }
        if (message === "link") {
            const to = new URL(value);
            const follows = /^https?:$/.test(to.protocol) && to.host === new URL(frame.src).host && document.activeElement === frame;
            (follows ? led : refused).push(to.href);
        }
    };
    window.host = () => {
        addEventListener("message", hear);
        for (const it of document.querySelectorAll("iframe.wp-embedded-content")) {
            it.contentWindow.postMessage({ message: "ready", secret: it.dataset.secret }, "*");
        }
    };
</script>"#;

const ANSWERS: &str = "war=armistice&us=troops&backing=broad";

pub async fn an_address_in_wordpress_becomes_a_tool_of_1000_pixels(reader: &Reader, engine: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let site = reader.site.clone();
    let given = [("address", "en"), ("address alone", "uk"), ("address of an option", "uk")];
    let posts: Vec<String> = given
        .iter()
        .enumerate()
        // Each has a secret of its own in WordPress, and in the record the same.
        .map(|(at, (given, locale))| post(&site, given, locale, "author").replace("s3cr3ts3cr", &format!("s3cr3t{at}")))
        .collect();
    paper.publish("/", &(posts.concat() + HOST));
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    said_ready(reader, 3).await?;
    // The frames have said their heights to nobody.
    reader.script("host()", Vec::new()).await?;
    let shown = "return [...document.querySelectorAll('iframe')].map((it) =>
        [it.clientHeight, getComputedStyle(it).position]).join() === '1000,static,1000,static,1000,static'
        && [...document.querySelectorAll('blockquote')].every((it) => it.hidden)";
    reader.until_true("three frames in place of their quotations", shown).await?;

    for (index, (_, locale)) in (0..).zip(&given[..2]) {
        enter(reader, index).await?;
        // Both are in sight at once: the answers, and the way on, which nothing covers.
        let seen = "const button = document.querySelector('[data-next]').getBoundingClientRect();
            return scrollY === 0 && innerHeight === 1000
                && document.elementFromPoint(button.x + button.width / 2, button.bottom - 2)?.closest('[data-next]') !== null";
        reader.until_true("the button in sight", seen).await?;
        reader.click("label[for=war-peace]").await?;
        reader.sees("the answer chosen", |it| it.chosen == "peace").await?;
        reader.click("[data-next]").await?;
        reader.arrives("land").await?;
        // Whoever scrolls past the end scrolls the page around.
        let chained = "return [document.documentElement, document.body].every((it) => getComputedStyle(it).overscrollBehaviorY === 'auto')
            && getComputedStyle(document.documentElement).overflowY !== 'hidden'";
        reader.until_true("a frame that scrolls and lets go", chained).await?;
        if *locale == "uk" {
            reader.script("location.hash = arguments[0]", vec![json!(ANSWERS)]).await?;
            reader.until_true("the whole outcome", "return !!document.querySelector('.closer')").await?;
            foreign_links_say_so(reader, engine, locale).await?;
        }
        leave(reader).await?;
    }

    // What leads to the site goes to the page around, with the answers.
    focus(reader, 0).await?;
    enter(reader, 0).await?;
    reader.click("[data-full]").await?;
    leave(reader).await?;
    if reader.browser == Kind::WebKit {
        // Without a window manager no frame has the focus, and the full tool opens in the frame itself.
        return Ok(());
    }
    reader.until_true("the link", "return led.length === 1").await?;
    let led = reader.script("return led[0]", Vec::new()).await?;
    assert!(led.as_str().is_some_and(|it| it.starts_with(&format!("{site}/en/#war=peace"))), "{led}");
    assert_eq!(reader.script("return refused", Vec::new()).await?, json!([]), "links that WordPress would not follow");

    // A page longer than that scrolls inside, to its end.
    enter(reader, 2).await?;
    let end = "scrollTo(0, 1e6); const { bottom } = document.querySelector('[data-full]').getBoundingClientRect();
        return document.documentElement.scrollHeight > 2000 && bottom <= innerHeight";
    reader.until_true("the end of the option's page", end).await?;
    foreign_links_say_so(reader, engine, "uk").await?;
    inspect(reader, "an option's page in WordPress, with the note at a link").await?;
    leave(reader).await
}

pub async fn what_wordpress_leaves_of_a_snippet_works_or_is_a_link(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let site = reader.site.clone();
    let snippets = ["scripted", "element", "frame"];
    let given = |role: &str| snippets.map(|it| post(&site, it, "uk", role)).concat();
    paper.publish("/administrator/", &given("administrator"));
    paper.publish("/author/", &given("author"));
    let reader = &reader.at(&paper.site);
    reader.begin("/author/").await?;
    let links = "return [...document.querySelectorAll('.column a')].filter((it) => it.checkVisibility() && it.textContent.trim()).map((it) => it.href)";
    assert_eq!(reader.script(links, Vec::new()).await?, json!(vec![format!("{site}/uk/"); 3]));
    reader.begin("/administrator/").await?;
    for index in 0..3_usize {
        // WordPress has made them lazy.
        let scroll = "document.querySelectorAll('iframe, which-guarantee')[arguments[0]].scrollIntoView()";
        reader.script(scroll, vec![json!(index)]).await?;
        said_ready(reader, index + 1).await?;
        enter(reader, index as u16).await?;
        reader.sees("the tool alive", |it| it.ready && it.lang == "uk" && it.place == "war").await?;
        leave(reader).await?;
    }
    let links = reader.script(links, Vec::new()).await?;
    assert_eq!(links, json!(vec![format!("{site}/uk/"); 2]), "the frames have a link below them, and the element none");
    Ok(())
}

/// Presses a link to another site: the note is there, in sight and with its address, and the page is still there.
pub async fn foreign_links_say_so(reader: &Reader, engine: &Engine, locale: &str) -> Told {
    let find = "const own = [location.host, ''];
        const link = [...document.querySelectorAll('main a[href], .colophon a[href]')].find((it) => !own.includes(it.host));
        for (let it = link; it; it = it.parentElement) if (it.localName === 'details') it.open = true;
        link.scrollIntoView({ block: 'center' });
        link.id ||= 'foreign';
        window.stays = true;
        return [link.id, link.href]";
    let found = reader.script(find, Vec::new()).await?;
    let [Some(id), Some(address)] = [0, 1].map(|it| found[it].as_str()) else { return Err("no foreign link".into()) };
    reader.click(&format!("#{id}")).await?;
    let said = "const note = document.querySelector('[data-closed]');
        const [box, link] = [note, document.getElementById(arguments[0])].map((it) => it.getBoundingClientRect());
        return [window.stays === true, note.textContent, note.getAttribute('role'),
            box.height > 20 && Math.abs(box.top - link.bottom) < 250 && box.left >= 0 && box.right <= innerWidth]";
    let expected = json!([true, format!("{} {address}", engine.embed(locale).frame.closed), "status", true]);
    reader
        .until("the note at the link", async || {
            let seen: Value = reader.client.execute(said, vec![json!(id)]).await?;
            Ok(if seen == expected { Ok(()) } else { Err(seen) })
        })
        .await?;
    // It goes with the next press.
    reader.script("document.querySelector('main').click()", Vec::new()).await?;
    let gone = "return document.querySelector('[data-closed]').getBoundingClientRect().height";
    assert_eq!(reader.script(gone, Vec::new()).await?, json!(0), "the note stays");
    // A mark that is put on the tool's node is none of the tool's.
    reader.script("document.getElementById('foreign')?.removeAttribute('id')", Vec::new()).await.map(drop)
}

/// Focuses a frame as a press in it does; a press by script alone moves no focus there.
async fn focus(reader: &Reader, index: u16) -> Told {
    let script = "document.querySelectorAll('iframe')[arguments[0]].focus({ preventScroll: true })";
    reader.script(script, vec![json!(index)]).await.map(drop)
}

/// A post's content as WordPress shows it, with this site in place of the published one.
fn post(site: &str, given: &str, locale: &str, role: &str) -> String {
    let recorded: Value =
        serde_json::from_str(include_str!("../recorded/wordpress.json")).expect("the record is whole");
    let published = recorded["site"].as_str().expect("a record names its site").to_owned();
    let is_meant = |it: &&Value| it["given"] == given && it["locale"] == locale && it["role"] == role;
    let found = recorded["posts"].as_array().into_iter().flatten().find(is_meant);
    let page = found.and_then(|it| it["page"].as_str()).expect("every post is on record");
    page.replace(&published, &format!("{site}/"))
}
