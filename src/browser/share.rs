//! Passing an outcome on: clipboard, share sheet, pictures, printer. Each is asked for by name, because any of them
//! may be missing or forbidden, in frames above all; what is refused is answered, never thrown.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, Location, Url};
use yew::prelude::*;

use crate::{
    browser::page::document,
    view::{
        edition::{Deployment, Edition},
        share::{
            card::shape::{Face, Shape},
            state::{Device, Drawn, Format, Picture, ShareCapabilities, SharePayload, ShareResult},
        },
    },
};

/// The last picture of each format, as a file and under its address.
type Files = Rc<RefCell<Vec<(Format, File, String)>>>;

/// The browser's functions for sharing an outcome of this edition. What the browser lacks is answered as refused.
pub fn capabilities(edition: &Edition) -> ShareCapabilities {
    let files = Files::default();
    let sent = files.clone();
    ShareCapabilities {
        device: device(edition),
        copy: Callback::from(|(text, done): (String, Callback<ShareResult>)| copy(&text, done)),
        share: Callback::from(move |(payload, done)| share(&payload, &sent, done)),
        draw: Callback::from(move |(picture, done): (Picture, Callback<_>)| {
            if draw(&picture, &files, done.clone()).is_none() {
                done.emit(None);
            }
        }),
        print: Callback::from(print),
    }
}

fn device(edition: &Edition) -> Device {
    // What is passed on from a file on somebody's disk leads to the site.
    let site = (edition.deployment != Deployment::Site).then(|| edition.href("")).flatten();
    let location = || web_sys::window().map(|it| it.location());
    let part = |it: Result<String, JsValue>| it.unwrap_or_default();
    // Of the folder, which is the tool's own page: a link from within a frame leads to that, not to the frame's.
    let folder = |it: String| it.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    // From a disk, another app or another page's text: such an address leads nobody here, and may tell whose disk it is.
    let is_public = |it: &Location| part(it.protocol()).starts_with("http");
    let here = || location().filter(is_public).map(|it| part(it.origin()) + &folder(part(it.pathname())));
    Device {
        address: site.or_else(here).unwrap_or_default(),
        shares: navigator().and_then(|it| method(&it, "share")).is_some(),
    }
}

/// How long a browser may take to begin to print, in milliseconds.
const PATIENCE: i32 = 1000;

/// Asks the browser to print. One that does says so before; in a sandbox or inside another app nothing may come of it.
fn print(done: Callback<ShareResult>) {
    let Some(window) = web_sys::window() else { return };
    let begun = Rc::new(Cell::new(false));
    let noted = begun.clone();
    let listener = EventListener::once(&window, "beforeprint", move |_| noted.set(true));
    if let Some(print) = method(&window, "print") {
        let _ = print.call0(&window);
    }
    let then = Closure::once_into_js(move || {
        drop(listener);
        if !begun.get() {
            done.emit(ShareResult::PrintRefused);
        }
    });
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), PATIENCE);
}

fn copy(text: &str, done: Callback<ShareResult>) {
    let clipboard = navigator().and_then(|it| Reflect::get(&it, &"clipboard".into()).ok());
    let written = clipboard.and_then(|it| method(&it, "writeText")?.call1(&it, &text.into()).ok());
    answer(written, done, |result| if result.is_ok() { ShareResult::Copied } else { ShareResult::CopyRefused });
}

fn share(payload: &SharePayload, files: &Files, done: Callback<ShareResult>) {
    let data = Object::new();
    for (key, value) in [("title", &payload.title), ("text", &payload.text), ("url", &payload.address)] {
        if !value.is_empty() {
            let _ = Reflect::set(&data, &key.into(), &value.into());
        }
    }
    if let Some((_, file, _)) = files.borrow().iter().find(|it| Some(it.0) == payload.picture) {
        let _ = Reflect::set(&data, &"files".into(), &Array::of1(file));
    }
    let shared = navigator().and_then(|it| method(&it, "share")?.call1(&it, &data).ok());
    answer(shared, done, |result| match result {
        Ok(_) => ShareResult::Over,
        // The reader closed the share sheet.
        Err(error) if named(&error, "AbortError") => ShareResult::Over,
        Err(_) => ShareResult::ShareRefused,
    });
}

/// Tells how a promise ended; where there is none, the request was refused.
fn answer(promised: Option<JsValue>, done: Callback<ShareResult>, end: fn(Result<JsValue, JsValue>) -> ShareResult) {
    match promised.and_then(|it| it.dyn_into::<Promise>().ok()) {
        Some(promise) => spawn_local(async move { done.emit(end(JsFuture::from(promise).await)) }),
        None => done.emit(end(Err(JsValue::NULL))),
    }
}

/// Draws on a canvas that is never in the page. None where this browser gives no canvas, or, to keep readers from
/// being recognised, gives back another picture than was drawn.
fn draw(picture: &Picture, files: &Files, done: Callback<Option<Drawn>>) -> Option<()> {
    let (width, height) = picture.format.size();
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let width_of = |text: &str, face: Face, size: f64| {
        context.set_font(&face.font(size));
        context.measure_text(text).map_or(0.0, |it| it.width())
    };
    let shapes = (picture.arrange)(&width_of);
    for shape in &shapes {
        paint(&context, shape);
    }
    if !is_as_painted(&context, &shapes, picture.format) {
        return None;
    }
    let (format, name, files) = (picture.format, picture.file.clone(), files.clone());
    let kept = Closure::once_into_js(move |blob: Option<Blob>| {
        done.emit(blob.and_then(|it| keep(&it, &name, format, &files)));
    });
    canvas.to_blob_with_type(kept.unchecked_ref(), "image/png").ok()
}

fn paint(context: &CanvasRenderingContext2d, shape: &Shape) {
    match shape {
        Shape::Fill { x, y, width, height, colour } => {
            context.set_fill_style_str(colour);
            context.fill_rect(*x, *y, *width, *height);
        }
        Shape::Line { x, y, text, face, size, colour } => {
            context.set_fill_style_str(colour);
            context.set_font(&face.font(*size));
            let _ = context.fill_text(text, *x, *y);
        }
    }
}

/// Whether the canvas gives back the colours that it has just been given, in every spot of both its edges. No text
/// reaches those; the band at the top is dark and the ground bright.
fn is_as_painted(context: &CanvasRenderingContext2d, shapes: &[Shape], format: Format) -> bool {
    let (width, height) = format.size();
    let (width, height) = (f64::from(width), f64::from(height));
    [0.5, width - 0.5].into_iter().all(|across| {
        let given = context.get_image_data(across - 0.5, 0.0, 1.0, height).map(|it| it.data().0);
        given.is_ok_and(|it| {
            let spots = it.chunks_exact(4).zip(0_u32..);
            spots.clone().count() > 0
                && spots.into_iter().all(|(spot, down)| {
                    let painted = shapes.iter().rev().find_map(|it| it.covers(across, f64::from(down) + 0.5));
                    painted.is_some_and(|it| *spot == [it[0], it[1], it[2], 255])
                })
        })
    })
}

/// Makes a file of a picture, in place of the last one of its format.
fn keep(blob: &Blob, name: &str, format: Format, files: &Files) -> Option<Drawn> {
    let options = FilePropertyBag::new();
    options.set_type("image/png");
    let file = File::new_with_blob_sequence_and_options(&Array::of1(blob), name, &options).ok()?;
    let address = Url::create_object_url_with_blob(&file).ok()?;
    let can_share = can_share(&file);
    let mut files = files.borrow_mut();
    for (_, _, old) in files.extract_if(.., |it| it.0 == format) {
        let _ = Url::revoke_object_url(&old);
    }
    files.push((format, file, address.clone()));
    Some(Drawn { address, can_share })
}

fn can_share(file: &File) -> bool {
    let data = Object::new();
    let _ = Reflect::set(&data, &"files".into(), &Array::of1(file));
    let answer = navigator().and_then(|it| method(&it, "canShare")?.call1(&it, &data).ok());
    answer.is_some_and(|it| it.is_truthy())
}

fn navigator() -> Option<JsValue> {
    Reflect::get(&web_sys::window()?.into(), &"navigator".into()).ok()
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

fn named(error: &JsValue, name: &str) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|it| it == name)
}
