//! The content security policy: what a page may load and run, which is its own files and nothing else.
//! Every page says it itself, so that it holds on hosts that can't send headers, and offline; `site::hosting` reads it
//! there, so that headers and pages never say different things.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// For every page but the tool in one file. What every page carries itself is the looks of its first paint.
/// In a sandboxed frame WebKitGTK 2.x takes nobody for 'self', so the site is named by its origin as well.
pub fn of_pages(style: &str, origin: &str) -> String {
    [
        "default-src 'none'",
        // Wasm is compiled; no text is ever run as a script.
        &format!("script-src 'self' {origin} 'wasm-unsafe-eval'"),
        &format!("style-src 'self' {origin} {}", hash(style)),
        // Pictures to share are drawn in the page.
        &format!("img-src 'self' {origin} blob:"),
        &format!("connect-src 'self' {origin}"),
        "manifest-src 'self'",
        // The preview on the page that makes snippets.
        "frame-src 'self'",
        "base-uri 'none'",
        // No form is ever sent: what is answered stays in the page.
        "form-action 'none'",
    ]
    .join(";")
}

/// For the tool in one file: all that it needs is in it, so that nothing can be fetched, and nothing sent.
/// `scripts` are those that the file brings as text.
pub fn of_one_file(style: &str, scripts: &[&str]) -> String {
    let scripts: Vec<String> = scripts.iter().map(|it| hash(it)).collect();
    [
        "default-src 'none'",
        &format!("script-src {} 'wasm-unsafe-eval'", scripts.join(" ")),
        &format!("style-src {}", hash(style)),
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join(";")
}

/// As a page says it, before anything that it is to hold for.
pub fn meta(policy: &str) -> String {
    format!("{START}{policy}{END}")
}

/// What a page says of it.
pub fn said_by(page: &str) -> Option<&str> {
    Some(page.split_once(START)?.1.split_once(END)?.0)
}

const START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
const END: &str = "\">";

/// By what a policy knows a text.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())))
}
