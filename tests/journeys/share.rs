//! Passing the outcome on: link, text, share sheet, pictures, QR code and paper, with the browser's leave and without.

use libtest_mimic::Failed;
use serde_json::json;

use which_guarantee::view::outcome::folds::Fold;

use crate::{
    Told,
    axe_and_windows::inspect,
    harness::{
        browser::Kind,
        engine::{Engine, locales},
        reader::{OUTCOME, Reader},
        slow_server::{Gate, SHEET, Wasm},
    },
};

/// A note of what arrives at the clipboard, on its way; only Chromium lets a script read it back unasked.
const NOTED: &str = "const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (it) => { window.written = it; return write(it); }";

pub async fn the_link_and_the_text_are_copied(reader: &Reader, engine: &Engine) -> Told {
    if reader.browser == Kind::Chromium {
        let leave = json!({ "origin": reader.site, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        reader.devtools("Browser.grantPermissions", leave).await?;
    }
    for locale in locales() {
        reader.open(&format!("/{locale}/#{OUTCOME}&readings=J1")).await?;
        let address = format!("{}/{locale}/#{OUTCOME}&readings=J1", reader.site);
        reader.sees_the_sections().await?;
        reader.script(NOTED, Vec::new()).await?;
        let disclaimer = &engine.sentences(locale).disclaimer;
        reader.click("[aria-controls=sharing-citation]").await?;
        for (content, parts) in [("link", vec![]), ("words", vec![disclaimer]), ("citation", vec![])] {
            reader.click(&format!("[data-copy={content}]")).await?;
            told(reader, content, copied(engine, locale)).await?;
            let written = reader.script("return window.written", Vec::new()).await?;
            let written = written.as_str().unwrap_or_default();
            assert!(written.ends_with(&address), "{written}");
            assert!(content != "link" || written == address, "{written}");
            assert!(parts.iter().all(|it| written.contains(it.as_str())), "{written}");
            if reader.browser == Kind::Chromium {
                let read = "return navigator.clipboard.readText()";
                assert_eq!(reader.resolved(read, Vec::new()).await?, json!(written));
            }
        }
        assert_eq!(
            reader.script("return document.querySelectorAll('.told textarea').length", Vec::new()).await?,
            json!(0)
        );
    }
    Ok(())
}

/// A folded part has an address of its own: what its button copies opens it, in view and with the focus on its title.
pub async fn a_link_leads_to_a_folded_part(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        for fold in Fold::ALL.map(Fold::slug) {
            reader.visit("about:blank").await?;
            let page = reader.open(&format!("/{locale}/#{OUTCOME}&open={fold}")).await?;
            assert_eq!((page.notice, page.fragment.as_str()), (None, OUTCOME), "the part is no answer");
            let led = format!(
                "const button = document.activeElement;
                const {{ top, bottom }} = button.getBoundingClientRect();
                const holds = [
                    button.id === '{fold}-opens', button.getAttribute('aria-expanded') === 'true', top >= 0,
                    bottom <= innerHeight, document.querySelectorAll('.fold [aria-expanded=true]').length === 1,
                    !!document.querySelector('#{fold}-inside > div'),
                ];
                return holds.every(Boolean) || holds"
            );
            reader.until_true(fold, &led).await?;
            reader.script(NOTED, Vec::new()).await?;
            reader.click(&format!("[data-copy={fold}]")).await?;
            told(reader, fold, copied(engine, locale)).await?;
            let written = reader.script("return window.written", Vec::new()).await?;
            assert_eq!(written, json!(format!("{}/{locale}/#{OUTCOME}&open={fold}", reader.site)));
        }
    }
    // Within the page, too; and a part that is none is nothing to speak of.
    reader.script("location.hash += '&open=comparison'", Vec::new()).await?;
    reader.until_true("the focus", "return document.activeElement?.id === 'comparison-opens'").await?;
    let page = reader.open(&format!("/en/#{OUTCOME}&open=nothing")).await?;
    assert_eq!(page.notice, None);
    Ok(())
}

pub async fn what_may_not_be_copied_is_shown_and_selected(reader: &Reader, engine: &Engine) -> Told {
    let refusing = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))";
    let missing = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })";
    for (locale, without) in [("en", refusing), ("uk", missing)] {
        reader.open(&format!("/{locale}/#{OUTCOME}")).await?;
        reader.sees_the_sections().await?;
        reader.script(without, Vec::new()).await?;
        let sentence = engine.outcome_page(locale).sharing.copy_refused;
        reader.click("[aria-controls=sharing-citation]").await?;
        for content in ["link", "words", "citation"] {
            reader.click(&format!("[data-copy={content}]")).await?;
            told(reader, content, sentence).await?;
            let selected = format!(
                "const it = document.getElementById('pass-{content}-text');
                const holds = [
                    it === document.activeElement, it.readOnly, it.selectionStart === 0,
                    it.selectionEnd === it.value.length, it.value.endsWith(location.href),
                ];
                return holds.every(Boolean) || holds"
            );
            reader.until_true("the text, selected", &selected).await?;
        }
        inspect(reader, &format!("{locale}, a text to copy by hand")).await?;
        // Another outcome begins anew.
        reader.unfolds("doubt").await?;
        reader.click("[data-reading=J1] summary").await?;
        reader.click("label[for=reading-J1]").await?;
        reader.until_true("no text", "return !document.querySelector('.told textarea')").await?;
    }
    Ok(())
}

pub async fn the_share_sheet_gets_the_link_and_may_be_closed(reader: &Reader, engine: &Engine) -> Told {
    reader.open(&format!("/en/#{OUTCOME}")).await?;
    reader.sees_the_sections().await?;
    let agree = "return ('share' in navigator) === !!document.querySelector('[data-share=link]')";
    assert_eq!(
        reader.script(agree, Vec::new()).await?,
        json!(true),
        "a button without a share sheet, or none with one"
    );

    // A share sheet that is there before the page comes to life.
    let gate = Gate::open(Wasm::Waits)?;
    let reader = &reader.at(&gate.site);
    reader.begin(&format!("/en/#{OUTCOME}")).await?;
    // In a script of the page's own: what Firefox's driver runs lives in a world apart, and so would its errors.
    let sheet = "const own = document.createElement('script');
        own.src = arguments[0];
        document.head.append(own);";
    reader.script(sheet, vec![json!(SHEET)]).await?;
    reader.until_true("the share sheet", "return Array.isArray(window.sent)").await?;
    gate.now(Wasm::Comes);
    reader.sees("the page alive", |it| it.ready).await?;
    reader.sees_the_sections().await?;
    reader.click("[data-share=link]").await?;
    let sent = "return sent.length === 1 && sent[0].url === location.href && sent[0].text.includes(arguments[0] ?? '')";
    reader.until_true("the link in the share sheet", sent).await?;
    let text = reader.script("return sent[0].text", Vec::new()).await?;
    assert!(text.as_str().is_some_and(|it| it.contains(&engine.sentences("en").disclaimer)), "{text}");

    reader.script("window.answer = 'AbortError'", Vec::new()).await?;
    reader.click("[data-share=link]").await?;
    reader.until_true("the share sheet again", "return sent.length === 2").await?;
    told(reader, "link", "").await?;

    reader.click("[aria-controls=sharing-pictures]").await?;
    reader.until_true("a picture to share", "return !!document.querySelector('[data-share=wide]')").await?;
    reader.click("[data-share=wide]").await?;
    let file = "return sent.length === 3 && sent[2].files[0].type === 'image/png' && sent[2].files[0].size > 9999";
    reader.until_true("the picture in the share sheet", file).await?;

    reader.script("window.answer = 'NotAllowedError'", Vec::new()).await?;
    reader.click("[data-share=link]").await?;
    told(reader, "link", engine.outcome_page("en").sharing.share_refused).await?;
    reader.until_true("the link to copy", "return document.activeElement.value === location.href").await
}

pub async fn pictures_are_drawn_in_both_formats(reader: &Reader, _: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/#{OUTCOME}")).await?;
        reader.sees_the_sections().await?;
        reader.click("[aria-controls=sharing-pictures]").await?;
        for (content, width, height) in [("wide", 1200, 630), ("square", 1080, 1080)] {
            let drawn = format!("return !!document.querySelector('[data-picture={content}] a[download$=\".png\"]')");
            reader.until_true(content, &drawn).await?;
            let seen = reader.resolved(include_str!("in_page/picture.js"), vec![json!(content)]).await?;
            assert_eq!((&seen["width"], &seen["height"]), (&json!(width), &json!(height)), "{seen}");
            // Ink in each quarter from top to bottom, ground between, and the colours of the scale.
            for share in seen["ink"].as_array().into_iter().flatten() {
                let share = share.as_f64().unwrap_or_default();
                assert!((0.001..0.2).contains(&share), "{locale}, {content}: {seen}");
            }
            assert_eq!(seen["steps"], json!(9), "{locale}, {content}: {seen}");
        }
        inspect(reader, &format!("{locale}, pictures")).await?;
    }
    Ok(())
}

pub async fn the_qr_code_is_there_with_title_and_address(reader: &Reader, engine: &Engine) -> Told {
    for locale in locales() {
        reader.open(&format!("/{locale}/#{OUTCOME}")).await?;
        reader.sees_the_sections().await?;
        reader.click("[aria-controls=sharing-code]").await?;
        reader
            .until_true("the code", "return document.querySelector('#sharing-code .code')?.checkVisibility()")
            .await?;
        let seen = "const it = document.getElementById('sharing-code');
            return [it.querySelector('svg > title').textContent, it.querySelector('.address').textContent]";
        let address = format!("{}/{locale}/#{OUTCOME}", reader.site);
        let title = engine.outcome_page(locale).sharing.code_name;
        assert_eq!(reader.script(seen, Vec::new()).await?, json!([title, address]));
        inspect(reader, &format!("{locale}, QR code")).await?;
    }
    Ok(())
}

pub async fn the_outcome_prints_on_one_page(reader: &Reader, _: &Engine) -> Told {
    for (locale, answers) in [("en", OUTCOME), ("uk", OUTCOME), ("en", "war=armistice"), ("uk", "war=armistice")] {
        reader.open(&format!("/{locale}/#{answers}")).await?;
        reader.sees_the_sections().await?;
        reader.script("window.print = () => { window.printed = true; }", Vec::new()).await?;
        reader.click("[data-print]").await?;
        reader.until_true("the printer asked", "return window.printed === true").await?;
        if reader.browser == Kind::Chromium {
            let pages = pages_on_paper(reader).await?;
            assert_eq!(pages, 1, "{locale}/#{answers} takes {pages} pages");
        }
    }
    Ok(())
}

/// How many pages Chromium prints.
pub async fn pages_on_paper(reader: &Reader) -> Result<u32, Failed> {
    let paper = json!({ "preferCSSPageSize": true, "printBackground": false, "generateTaggedPDF": false });
    let printed = reader.devtools("Page.printToPDF", paper).await?;
    Ok(pages(printed["data"].as_str().unwrap_or_default()))
}

/// How many pages a PDF in base 64 has: the count that its tree of pages gives.
fn pages(base64: &str) -> u32 {
    let value = |it: u8| match it {
        b'A'..=b'Z' => Some(it - b'A'),
        b'a'..=b'z' => Some(it - b'a' + 26),
        b'0'..=b'9' => Some(it - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let sextets: Vec<u8> = base64.bytes().filter_map(value).collect();
    let bytes: Vec<u8> = sextets
        .chunks(4)
        .flat_map(|it| {
            let joined = it.iter().fold(0_u32, |sum, it| sum << 6 | u32::from(*it)) << (6 * (4 - it.len()));
            joined.to_be_bytes().into_iter().skip(1).take(it.len() - 1)
        })
        .collect();
    let text = String::from_utf8_lossy(&bytes);
    let tree = text.split("/Type /Pages").nth(1).unwrap_or_default();
    let count = tree.split("/Count ").nth(1).unwrap_or_default();
    count.split(|it: char| !it.is_ascii_digit()).next().and_then(|it| it.parse().ok()).unwrap_or_default()
}

async fn told(reader: &Reader, content: &str, sentence: &str) -> Result<(), Failed> {
    reader
        .until(&format!("{content}: {sentence}"), async || {
            let script = "return document.querySelector(`[data-told=${arguments[0]}]`).textContent";
            let seen = reader.client.execute(script, vec![json!(content)]).await?;
            Ok(if seen == sentence { Ok(()) } else { Err(seen) })
        })
        .await
}

fn copied(engine: &Engine, locale: &str) -> &'static str {
    engine.outcome_page(locale).sharing.copied
}

/// Where nothing comes of "Print" or may have come of "Save image", a sentence says what else to do.
pub async fn a_press_that_may_do_nothing_says_what_else_to_do(reader: &Reader, engine: &Engine) -> Told {
    for (locale, print) in [("en", "() => {}"), ("uk", "undefined")] {
        reader.open(&format!("/{locale}/#{OUTCOME}")).await?;
        reader.sees_the_sections().await?;
        let text = engine.outcome_page(locale).sharing;
        let replace =
            format!("Object.defineProperty(window, 'print', {{ value: {print}, configurable: true, writable: true }})");
        reader.script(&replace, Vec::new()).await?;
        reader.click("[data-print]").await?;
        let said = |what: &str, says: &str| {
            format!("return document.querySelector('[data-told={what}]').textContent === {}", json!(says))
        };
        reader.until_true("the sentence on printing", &said("paper", text.print_refused)).await?;
        // A browser that begins to print is not contradicted: the next answer on this desk is another's.
        let begins = "window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true; }";
        reader.script(begins, Vec::new()).await?;
        reader.click("[data-print]").await?;
        reader.until_true("nothing more to say", &said("paper", "")).await?;

        reader.click("[aria-controls=sharing-pictures]").await?;
        let wide = "return !!document.querySelector('[data-picture=wide] a[download]')";
        reader.until_true("a picture", wide).await?;
        reader
            .script(
                "document.addEventListener('click', (it) => it.target.closest('[download]') && it.preventDefault())",
                Vec::new(),
            )
            .await?;
        reader.click("[data-picture=wide] a[download]").await?;
        reader.until_true("the sentence on saving", &said("wide", text.picture_saving)).await?;
    }
    Ok(())
}

/// A browser that gives back other pixels than were drawn, so that nobody is recognised by them.
pub async fn a_picture_that_comes_out_otherwise_is_not_offered(reader: &Reader, engine: &Engine) -> Told {
    let noise = [
        ("all", "data.map(() => Math.random() * 256)"),
        ("white", "data.fill(255)"),
        ("a little", "data.map((it, at) => at % 396 === 5 ? it ^ 1 : it)"),
        ("the square one", "this.canvas.width === 1080 ? data.fill(30) : data"),
    ];
    for (what, other) in noise {
        reader.open(&format!("/en/#{OUTCOME}")).await?;
        reader.sees_the_sections().await?;
        let script = format!(
            "return (() => {{
            const given = CanvasRenderingContext2D.prototype.getImageData;
            CanvasRenderingContext2D.prototype.getImageData = function (...where) {{
                const image = given.apply(this, where);
                const data = image.data;
                image.data.set(({other}));
                return image;
            }} }})()"
        );
        reader.script(&script, Vec::new()).await?;
        reader.click("[aria-controls=sharing-pictures]").await?;
        let says = json!(engine.outcome_page("en").sharing.picture_failed);
        let failed =
            format!("return document.querySelector('#sharing-pictures > [role=status]').textContent === {says}");
        reader.until_true(&format!("the sentence ({what})"), &failed).await?;
        if what == "the square one" {
            reader.until_true("the wide picture", "return !!document.querySelector('[data-picture=wide]')").await?;
        } else {
            let none = "return document.querySelectorAll('[data-picture]').length";
            assert_eq!(reader.script(none, Vec::new()).await?, json!(0), "{what}");
        }
        assert_eq!(
            reader.script("return !!document.querySelector('[data-picture=square]')", Vec::new()).await?,
            json!(false)
        );
    }
    Ok(())
}
