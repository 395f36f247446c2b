//! The tool in a page around it: frames and elements, entered and left, heard and measured.

use fantoccini::{elements::Element, error::CmdError};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{Told, harness::reader::Reader};

/// The tag that loads the script of the site which the reader is at.
pub fn script(reader: &Reader) -> String {
    format!(r#"<script async src="{}/embed.js"></script>"#, reader.site)
}

/// The detail of the last event of a frame or an element, by its id and the name of the event.
pub const LAST: &str =
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

/// Goes on inside one of the frames of a page, by its place among them.
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

/// Goes on in the page around.
pub async fn leave(reader: &Reader) -> Told {
    Ok(reader.client.enter_parent_frame().await?)
}

/// The height of a frame's content box.
pub async fn height(reader: &Reader, index: u16) -> Result<f64, Failed> {
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
