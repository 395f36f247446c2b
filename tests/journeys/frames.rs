//! The tool in other people's pages, as far as it takes browsers by their own means: frames counted, a page printed,
//! third-party cookies switched off.

use std::{fs, io::Read, path::Path};

use flate2::read::ZlibDecoder;
use serde_json::json;

use crate::{
    Told,
    embed::the_frame_keeps_nothing_asks_nobody_else_and_leads_out_with_the_answers,
    harness::{
        article_server::Newspaper,
        browser::Kind,
        embedded::{enter, fits, heard, leave, script},
        engine::Engine,
        reader::Reader,
    },
    share::pages_on_paper,
};

const ANSWERS: &str = "war=armistice&us=troops&backing=broad";

/// Notes with every frame that is drawn how high the tool is in the page around.
const DRAWN: &str = "<script>
    window.drawn = [];
    const note = () => {
        drawn.push([performance.timeOrigin + performance.now(), (document.querySelector('which-guarantee')?.shadowRoot ?? document).querySelector('iframe')?.clientHeight ?? 0]);
        requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
</script>";

/// Unfolds or folds a term, and says when that was and how high the content is then.
const CHANGE: &str = "
    const done = arguments[0];
    requestAnimationFrame(() => {
        const term = document.querySelector('.term');
        term.open = !term.open;
        done([performance.timeOrigin + performance.now(), Math.ceil(document.body.getBoundingClientRect().height)]);
    });";

/// How many frames the page around drew after that moment with the tool at another height; none until it has this one.
const LATE: &str = "
    const [changed, height] = arguments;
    const since = drawn.filter(([at]) => at > changed);
    const follows = since.findIndex((it) => it[1] === height);
    return follows < 0 ? null : follows;";

/// Editors preview an article in a sandbox, where nothing has an origin of its own. WebKit's driver runs no script in there, so the article tells the page around what it hears.
pub async fn an_article_in_a_sandbox_hears_its_frames(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let tells = "<script>
        addEventListener('which-guarantee:height', ({ detail }) => parent.postMessage(detail.height, '*'));
    </script>";
    let notes = "<script>
        addEventListener('message', ({ data }) => (document.documentElement.dataset.height = data));
    </script>";
    let article = format!(r#"{tells}<which-guarantee lang="en"></which-guarantee>{}"#, script(reader));
    paper.publish("/article/", &article);
    let preview =
        r#"<iframe sandbox="allow-scripts" src="/article/" title="Preview" width="100%" height="2000"></iframe>"#;
    paper.publish("/", &format!("{notes}{preview}"));
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    reader.until_true("a height", "return document.documentElement.dataset.height > 0").await
}

pub async fn the_height_follows_the_content_within_two_frames(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    paper.publish("/", &format!(r#"<which-guarantee id="it" lang="en"></which-guarantee>{DRAWN}{}"#, script(reader)));
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "ready").await?;
    // The room that was kept for the start is given back with the first answer.
    enter(reader, 0).await?;
    reader.sees("the tool alive", |it| it.ready).await?;
    reader.choose("war", "peace").await?;
    leave(reader).await?;
    fits(reader, 0).await?;
    // Up and down by turns. A busy machine can only make a page look slower than it is, so the best of some counts.
    let mut best = [usize::MAX; 2];
    for turn in 0..10 {
        enter(reader, 0).await?;
        let change = reader.client.execute_async(CHANGE, Vec::new()).await?;
        leave(reader).await?;
        let late = reader
            .until("the height of the content", async || {
                let late = reader.client.execute(LATE, vec![change[0].clone(), change[1].clone()]).await?;
                Ok(late.as_u64().ok_or(late))
            })
            .await?;
        best[turn % 2] = best[turn % 2].min(late as usize);
    }
    assert!(best.iter().all(|it| *it <= 2), "frames at the old height, growing and shrinking: {best:?}");
    Ok(())
}

/// On paper in Firefox, which prints into a file; elsewhere as far as who is asked to print.
pub async fn a_frame_prints_the_tool_alone(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let tool = reader.site.clone();
    // An article of many pages.
    paper.publish(
        "/",
        &format!(
            r#"<which-guarantee id="it" lang="uk" start="{ANSWERS}"></which-guarantee>{}<div style="height: 9000px"></div>"#,
            script(reader)
        ),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "outcome").await?;
    let spy = "window.print = () => { window.printed = true; }";
    if reader.browser != Kind::Firefox {
        reader.script(spy, Vec::new()).await?;
    }
    enter(reader, 0).await?;
    reader.until_true("the whole outcome", "return !!document.querySelector('.closer')").await?;
    if reader.browser == Kind::Firefox {
        let _ = fs::remove_file(&reader.paper);
        reader.click("[data-print]").await?;
        let pages = reader.until("something printed", async || Ok(pages(&reader.paper).ok_or("no whole file"))).await?;
        assert_eq!(pages, 1, "the sheet of the outcome, and not the article around");
        return leave(reader).await;
    }
    reader.script(spy, Vec::new()).await?;
    reader.click("[data-print]").await?;
    reader.until_true("the frame asked to print", "return window.printed === true").await?;
    leave(reader).await?;
    assert_eq!(reader.script("return window.printed ?? false", Vec::new()).await?, json!(false), "the page around");
    if reader.browser == Kind::Chromium {
        // What it would print: its driver prints whole windows alone, so the frame's page has one of its own.
        reader.visit(&format!("{tool}/uk/frame.html#{ANSWERS}")).await?;
        reader.until_true("the whole outcome", "return !!document.querySelector('.closer')").await?;
        assert_eq!(pages_on_paper(reader).await?, 1);
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let besides = reader.script(BESIDES, Vec::new()).await?;
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        assert_eq!(besides, json!([]), "nothing is printed but the sheet of the outcome");
    }
    Ok(())
}

/// What can be read outside the sheet.
const BESIDES: &str = "
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const { parentElement: owner, data } = texts.currentNode;
        if (data.trim() && owner.checkVisibility({ visibilityProperty: true }) && !owner.closest('.sheet, script, noscript')) found.push(data);
    }
    return found;";

/// With the browser's own option, and no imitation of it.
pub async fn third_party_cookies_make_no_difference(reader: &Reader, engine: &Engine) -> Told {
    let paper = Newspaper::open()?;
    paper.publish("/", &format!(r#"<iframe src="{}/en/about/" title="About"></iframe>"#, reader.site));
    let guest = &reader.at(&paper.site);
    guest.begin("/").await?;
    enter(guest, 0).await?;
    guest.until_true("the frame", "return !!document.querySelector('.colophon')").await?;
    let refused = "document.cookie = 'kept=1; SameSite=None; Secure'; return document.cookie";
    assert_eq!(guest.script(refused, Vec::new()).await?, json!(""), "the browser refuses third parties' cookies");
    leave(guest).await?;
    the_frame_keeps_nothing_asks_nobody_else_and_leads_out_with_the_answers(reader, engine).await
}

/// How many pages a PDF has whose lists are packed, as Firefox writes it; none while it is not whole.
fn pages(path: &Path) -> Option<usize> {
    let bytes = fs::read(path).ok().filter(|it| it.trim_ascii_end().ends_with(b"%%EOF"))?;
    let starts = find(&bytes, b"stream\n");
    let lists = starts.into_iter().filter_map(|it| {
        let mut list = String::new();
        ZlibDecoder::new(&bytes[it + b"stream\n".len()..]).read_to_string(&mut list).ok()?;
        Some(list)
    });
    // The tree of pages has another type, `/Pages`.
    let count = |list: String| list.matches("/Type /Page ").count();
    Some(lists.map(count).sum()).filter(|it| *it > 0)
}

fn find(bytes: &[u8], part: &[u8]) -> Vec<usize> {
    bytes.windows(part.len()).enumerate().filter(|it| it.1 == part).map(|it| it.0).collect()
}
