//! The tool in articles of every make: the script loaded in every way, frames out of sight, sandboxes that open
//! nothing, the article's history, and what browsers complain of.

use libtest_mimic::Failed;
use serde_json::json;
use which_guarantee::site::pages::embed::snippets::ROOM;

use crate::{
    Told,
    axe_and_windows::{resize, restore},
    harness::{
        article_server::Newspaper,
        browser::Kind,
        embedded::{enter, fits, heard, last, leave, script},
        engine::Engine,
        reader::Reader,
    },
    wordpress::foreign_links_say_so,
};

const ANSWERS: &str = "war=armistice&us=troops&backing=broad";

pub async fn the_script_works_however_it_is_loaded(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let site = reader.site.clone();
    let source = format!("{site}/embed.js");
    let text = format!("fetch('{source}').then((it) => it.text())");
    let inline = "const it = document.createElement('script'); it.textContent = text; document.body.append(it);";
    let ways = [
        ("head", format!(r#"<script src="{source}"></script>"#), ""),
        ("async", format!(r#"<script async src="{source}"></script>"#), ""),
        ("deferred", format!(r#"<script defer src="{source}"></script>"#), ""),
        ("module", format!(r#"<script type="module" src="{source}"></script>"#), ""),
        ("imported", String::new(), &*format!("<script>import('{source}')</script>")),
        ("evaluated", String::new(), &format!("<script>{text}.then((it) => new Function(it)())</script>")),
        ("inline", String::new(), &format!("<script>{text}.then((text) => {{ {inline} }})</script>")),
        (
            "bundled",
            String::new(),
            &format!(
                "<script>{text}.then((text) => {{
                    const it = document.createElement('script');
                    it.src = `data:text/javascript;charset=utf-8,${{encodeURIComponent(text)}}`;
                    document.body.append(it);
                }})</script>"
            ),
        ),
        (
            "twice",
            format!(r#"<script src="{source}"></script>"#),
            &format!(r#"<script async src="{source}"></script>"#),
        ),
    ];
    for (way, before, after) in &ways {
        paper.publish(
            &format!("/{way}/"),
            &format!(
                r#"{before}
                <which-guarantee id="it" lang="en"><a id="link" href="{site}/en/">Which guarantee?</a></which-guarantee>
                <iframe id="plain" data-which-guarantee src="{site}/uk/guarantees/treaty/frame.html" title="Plain" width="100%" height="222"></iframe>
                {after}"#
            ),
        );
    }
    let reader = &reader.at(&paper.site);
    for (way, ..) in &ways {
        reader.begin(&format!("/{way}/")).await?;
        heard(reader, "it", "ready").await.map_err(|it| named(way, &it))?;
        heard(reader, "plain", "height").await.map_err(|it| named(way, &it))?;
        let seen = "const [it, link, plain] = ['it', 'link', 'plain'].map((id) => document.getElementById(id));
            const frames = it.shadowRoot.querySelectorAll('iframe');
            return [frames.length, frames[0].src, link.checkVisibility(), link.isConnected, plain.clientHeight > 1000]";
        let expected = json!([1, format!("{site}/en/frame.html"), false, true, true]);
        assert_eq!(reader.script(seen, Vec::new()).await?, expected, "{way}");
    }

    // The last page stays, and what frameworks do to an element's children goes well and shows nothing of them.
    let owned = "const it = document.getElementById('it');
        const frame = it.shadowRoot.firstElementChild;
        const link = document.getElementById('link');
        link.before(document.createElement('b'));
        link.replaceWith(document.createElement('i'));
        it.removeChild(it.firstElementChild);
        it.textContent = 'Other words';
        it.append(link);
        const late = document.createElement('which-guarantee');
        it.after(late);
        late.append(link);
        const copy = it.cloneNode(true);
        document.body.append(copy, it);
        return [it, late, copy].map((each) => each.shadowRoot.querySelectorAll('iframe').length).concat(
            it.shadowRoot.firstElementChild === frame, link.checkVisibility())";
    assert_eq!(reader.script(owned, Vec::new()).await?, json!([1, 1, 1, true, false]));
    Ok(())
}

pub async fn neither_answers_nor_attributes_add_to_the_articles_history(reader: &Reader, engine: &Engine) -> Told {
    let paper = Newspaper::open()?;
    paper.publish(
        "/",
        &format!(r#"<input id="search"><which-guarantee id="it" lang="en"></which-guarantee>{}"#, script(reader)),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "it", "outcome").await?;
    let length = "return history.length";
    let before = reader.script(length, Vec::new()).await?;
    enter(reader, 0).await?;
    reader.choose("war", "peace").await?;
    reader.click("[data-next]").await?;
    reader.arrives("land").await?;
    leave(reader).await?;
    assert_eq!(reader.script(length, Vec::new()).await?, before, "answers");
    for change in [
        "it.setAttribute('theme', 'dark')",
        "it.lang = 'uk'; it.setAttribute('start', 'war=peace'); it.toggleAttribute('compact')",
    ] {
        let change = format!("heard.length = 0; const it = document.getElementById('it'); {change}");
        reader.script(&change, Vec::new()).await?;
        heard(reader, "it", "ready").await?;
        assert_eq!(reader.script(length, Vec::new()).await?, before, "{change}");
    }
    // A reader who is elsewhere in the article stays there.
    for start in ["war=armistice&us=treaty&partners=treaty&backing=broad", "war=peace&open=doubt"] {
        let change = "document.getElementById('search').focus();
            heard.length = 0; document.getElementById('it').setAttribute('start', arguments[0])";
        reader.script(change, vec![json!(start)]).await?;
        heard(reader, "it", "outcome").await?;
        // All of it is drawn.
        enter(reader, 0).await?;
        reader.until_true("the sections", "return !!document.querySelector('.closer')").await?;
        leave(reader).await?;
        let focused = "return document.activeElement.id";
        assert_eq!(reader.script(focused, Vec::new()).await?, json!("search"), "{start}");
    }
    // The way back leads out of the article.
    enter(reader, 0).await?;
    reader.sees("the other language", |it| it.ready && it.lang == "uk").await?;
    leave(reader).await?;
    // The frame has its name in that language, too.
    let name = "return document.getElementById('it').shadowRoot.querySelector('iframe').title";
    assert_eq!(reader.script(name, Vec::new()).await?, json!(engine.sentences("uk").title));
    // The reader's own, or else the site's first.
    reader.script("heard.length = 0; document.getElementById('it').lang = 'auto'", Vec::new()).await?;
    heard(reader, "it", "ready").await?;
    assert_eq!(last(reader, "it", "ready").await?["language"], json!("en"));
    // With a region, in capitals, and one that is no language but a name that every object knows.
    for (lang, language) in [("uk-UA", "uk"), ("EN", "en"), ("UK", "uk"), ("constructor", "en")] {
        let change = format!("heard.length = 0; document.getElementById('it').lang = '{lang}'");
        reader.script(&change, Vec::new()).await?;
        heard(reader, "it", "ready").await?;
        assert_eq!(last(reader, "it", "ready").await?["language"], json!(language), "{lang}");
    }
    Ok(())
}

pub async fn a_frame_out_of_sight_fits_once_it_is_seen(reader: &Reader, _: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let site = &reader.site;
    paper.publish(
        "/",
        &format!(
            r#"<details><summary>A tool</summary>
               <iframe id="folded" data-which-guarantee src="{site}/en/frame.html" title="Folded" width="100%" height="300"></iframe></details>
               <div id="tab" class="narrow" style="display:none"><which-guarantee id="hidden" lang="uk"></which-guarantee></div>{}"#,
            script(reader)
        ),
    );
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    heard(reader, "folded", "ready").await?;
    heard(reader, "hidden", "ready").await?;
    let show = "document.querySelector('details').open = true; document.getElementById('tab').style.display = 'block'";
    reader.script(show, Vec::new()).await?;
    for index in 0..2 {
        fits(reader, index).await?;
        // What the room has to spare is given back with the first answer.
        enter(reader, index).await?;
        reader.click("label[for=war-peace]").await?;
        reader.sees("the answer chosen", |it| it.chosen == "peace").await?;
        leave(reader).await?;
        fits(reader, index).await?;
    }
    Ok(())
}

pub async fn a_link_that_a_sandbox_keeps_closed_says_so(reader: &Reader, engine: &Engine) -> Told {
    let paper = Newspaper::open()?;
    let site = reader.site.clone();
    let frame = |sandbox: &str, page: &str| {
        format!(r#"<iframe sandbox="{sandbox}" src="{site}/{page}" title="It" width="100%" height="900"></iframe>"#)
    };
    let frames = [
        frame("allow-scripts", &format!("en/frame.html#{ANSWERS}")),
        frame("allow-scripts allow-same-origin", "uk/guarantees/treaty/frame.html"),
    ];
    paper.publish("/", &frames.concat());
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    said_ready(reader, 2).await?;
    for (index, locale) in [(0, "en"), (1, "uk")] {
        enter(reader, index).await?;
        let there = "return document.querySelector('.closer') !== null || !document.querySelector('[data-ready]')";
        reader.until_true("the whole page", there).await?;
        foreign_links_say_so(reader, engine, locale).await?;
        leave(reader).await?;
    }
    // A file that may not be saved, and a page of the site that stands in nobody's frame.
    enter(reader, 0).await?;
    let made = "const main = document.querySelector('main');
        main.insertAdjacentHTML('beforeend', `<p><a id=\"file\" download=\"a.txt\" href=\"data:text/plain,a\">a</a> <a id=\"apart\" href=\"./class/\">b</a></p>`)";
    reader.script(made, Vec::new()).await?;
    let words = engine.embed("en").frame;
    for (id, says) in [
        ("file", format!("{} {site}/en/#{ANSWERS}", words.unsaved)),
        ("apart", format!("{} {site}/en/class/", words.closed)),
    ] {
        // The bar at the foot lies over what was put there.
        reader.press_by_script(&format!("#{id}")).await?;
        let note = "return document.querySelector('[data-closed]').textContent";
        assert_eq!(reader.script(note, Vec::new()).await?, json!(says));
    }
    leave(reader).await
}

pub async fn a_frames_page_by_itself_never_scrolls_sideways(reader: &Reader, _: &Engine) -> Told {
    let wide = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
    for page in ["en/frame.html", "uk/frame.html", "uk/guarantees/treaty/frame.html"] {
        reader.begin(&format!("/{page}")).await?;
        let there =
            "return document.querySelector('[data-ready=true]') !== null || !document.querySelector('[data-ready]')";
        reader.until_true("the page alive", there).await?;
        let widths: Vec<u32> = match reader.browser {
            Kind::Chromium => (280..=1280).step_by(20).collect(),
            Kind::Firefox | Kind::WebKit => vec![600, 800, 900, 1280],
        };
        for width in widths {
            resize(reader, width).await?;
            assert_eq!(reader.script(wide, Vec::new()).await?, json!(0), "/{page} in a window of {width}");
        }
    }
    restore(reader).await
}

/// Of the room that snippets keep: measured in Chromium, for other browsers choose other fonts.
pub async fn the_room_of_a_snippet_is_what_the_first_question_needs(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let paper = Newspaper::open()?;
    let widths = [300, 360, 640, 1000];
    let frames: Vec<String> = widths
        .iter()
        .flat_map(|width| engine.case.languages.iter().map(move |it| (width, &it.locale)))
        .map(|(width, it)| format!(r#"<iframe src="{}/{it}/frame.html" title="It" style="width:{width}px;height:5000px;border:0"></iframe>"#, reader.site))
        .collect();
    let told = "<script>addEventListener('message', ({ source, data }) => {
        const it = [...document.querySelectorAll('iframe')].find((it) => it.contentWindow === source);
        if (data.event === 'height') it.dataset.height = data.detail.height;
        if (data.event === 'ready') it.dataset.ready = '';
    })</script>";
    paper.publish("/", &(told.to_owned() + &frames.concat()));
    let reader = &reader.at(&paper.site);
    reader.begin("/").await?;
    // What is far too much is given back after the start. In a frame too low a scroll bar would make the column narrower.
    let rest = "return [...document.querySelectorAll('iframe')].every((it) => 'ready' in it.dataset && it.dataset.height < 4900)";
    reader.until_true("every frame at rest", rest).await?;
    let heights = "return [...document.querySelectorAll('iframe')].map((it) => Number(it.dataset.height))";
    let heights: Vec<u32> = serde_json::from_value(reader.script(heights, Vec::new()).await?)?;
    for ((width, needed), room) in widths.iter().zip(heights.chunks(engine.case.languages.len())).zip(ROOM) {
        let most = needed.iter().copied().max().unwrap_or_default();
        assert!(
            most <= room + 40,
            "{width} px: {needed:?} of {room}: ROOM in src/site/pages/embed/snippets.rs, and embed.js"
        );
        assert!(
            needed.iter().all(|it| room.saturating_sub(*it) <= 420),
            "{width} px: {needed:?} of {room}: SPARE in frame_page.js"
        );
    }
    Ok(())
}

/// Whatever the level: a complaint is a complaint to whoever opens the console of their newspaper.
pub async fn chromium_has_no_complaint_of_any_page_or_embed(reader: &Reader, _: &Engine) -> Told {
    if reader.browser != Kind::Chromium {
        return Ok(());
    }
    let paper = Newspaper::open()?;
    let site = reader.site.clone();
    let snippets: String = {
        let case = crate::support::case();
        let edition = &which_guarantee::view::edition::from_case::editions(&case)[0].0;
        let it = which_guarantee::site::pages::embed::snippets::Snippets::of(edition, &format!("{site}/"));
        [it.frame, it.scripted, it.element].join("\n")
    };
    let sandboxed = format!(r#"<iframe sandbox="allow-scripts" src="{site}/uk/frame.html" title="It"></iframe>"#);
    paper.publish("/", &(snippets + &sandboxed));
    let pages = [
        "",
        "en/",
        "uk/#war=armistice&us=troops&backing=broad",
        "en/class/",
        "uk/embed/",
        "en/about/",
        "en/method/",
        "uk/walk/",
        "en/guarantees/",
        "en/guarantees/treaty/",
        "en/frame.html",
        "uk/guarantees/treaty/frame.html",
    ];
    for page in pages.map(|it| format!("{site}/{it}")).into_iter().chain([format!("{}/", paper.site)]) {
        reader.visit(&page).await?;
        reader.until_true("a page at rest", "return document.readyState === 'complete'").await?;
        if page.starts_with(&paper.site) {
            reader.until_true("two tools", "return heard.filter((it) => it.event === 'ready').length === 2").await?;
        } else {
            let alive = "return !document.querySelector('[data-ready=false]')";
            reader.until_true("a page alive", alive).await?;
        }
        assert_eq!(reader.complaints().await?, Vec::<String>::new(), "{page}");
    }
    Ok(())
}

/// Waits until so many frames have said that they are ready; before that a driver may enter a page that is on its way out.
pub async fn said_ready(reader: &Reader, frames: usize) -> Told {
    let script = format!("return messages.filter((it) => it.data?.event === 'ready').length >= {frames}");
    reader.until_true(&format!("{frames} tools ready"), &script).await
}

fn named(way: &str, failed: &Failed) -> Failed {
    format!("{way}: {}", failed.message().unwrap_or_default()).into()
}
