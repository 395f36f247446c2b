//! The QR code: an address as dark and light modules.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// Modules of quiet ground that the standard asks for on every side.
const QUIET: i32 = 4;

/// The code of an address at error correction M, or a higher level where that costs no larger code.
/// None where the address is longer than any code holds.
pub fn code(address: &str) -> Option<QrCode> {
    QrCode::encode_binary(address.as_bytes(), QrCodeEcc::Medium).ok()
}

/// The code as a drawing, dark on light whatever the page's colours are: scanners expect that.
pub fn drawing(code: &QrCode, title: &str) -> Html {
    let side = code.size() + 2 * QUIET;
    html! {
        <svg class="code" role="img" viewBox={format!("0 0 {side} {side}")} shape-rendering="crispEdges">
            <title>{ title.to_owned() }</title>
            <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
            <path fill="#000" d={path(code)} />
        </svg>
    }
}

/// Every run of dark modules in a line, as one box `M{x} {y}h{length}v1h-{length}z` of a path.
pub fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|it| code.get_module(*it, y)).fold(0, |run, _| run + 1);
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}
