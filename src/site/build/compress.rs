//! Precompression: brotli and gzip beside every file that gains by it, as small as they get.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use brotli::{
    BrotliCompress,
    enc::{BrotliEncoderParams, backward_references::BrotliEncoderMode},
};
use flate2::{Compression, write::GzEncoder};

use crate::site::files::SiteFile;

/// File types worth compressing. Pictures and fonts are compressed already.
const GAINS: [&str; 11] = ["csv", "html", "css", "js", "wasm", "json", "svg", "txt", "xml", "webmanifest", "bin"];

/// The files, and beside those that gain by it `.br` and `.gz`.
/// Unchanged files are taken from the last site if they were compressed with these settings, because the highest levels
/// are slow.
pub fn compressed(files: Vec<SiteFile>, last: Option<&Path>) -> Vec<SiteFile> {
    let next = AtomicUsize::new(0);
    let made = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let neighbours = neighbours(file, last);
                    made.lock().expect("no thread panics while it holds the list").extend(neighbours);
                }
            });
        }
    });
    let mut all = files;
    all.extend(made.into_inner().expect("no thread panics while it holds the list"));
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

fn neighbours(file: &SiteFile, last: Option<&Path>) -> Vec<SiteFile> {
    let gains = file.path.rsplit_once('.').is_some_and(|(_, extension)| GAINS.contains(&extension));
    if !gains {
        return Vec::new();
    }
    let unchanged = last.filter(|it| fs::read(it.join(&file.path)).is_ok_and(|it| it == file.bytes));
    let encodings: [(&str, Encode); 2] = [("br", brotli), ("gz", gzip)];
    let made = encodings.into_iter().filter_map(|(ending, encode)| {
        let path = format!("{}.{ending}", file.path);
        let kept = unchanged.and_then(|it| fs::read(it.join(&path)).ok());
        let bytes = kept.or_else(|| encode(&file.path, &file.bytes).ok())?;
        // Very short files grow; they are served as they are.
        (bytes.len() < file.bytes.len()).then_some(SiteFile { path, bytes })
    });
    made.collect()
}

type Encode = fn(&str, &[u8]) -> io::Result<Vec<u8>>;

/// Compresses the bytes of the file at this path with brotli at its highest level. Wasm, scripts, styles and `.bin` files
/// are tried in the encoder's mode for fonts too, and the shorter result is taken. That mode takes 150 bytes off the wasm
/// that every reader waits for. It saves next to nothing on a page and would double the time for it.
///
/// # Errors
/// None, unless memory runs out.
pub fn brotli(path: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    const MODES: [BrotliEncoderMode; 2] = [BrotliEncoderMode::BROTLI_MODE_GENERIC, BrotliEncoderMode::BROTLI_MODE_FONT];
    let is_loaded = [".wasm", ".js", ".css", ".bin"].iter().any(|it| path.ends_with(it));
    let modes = if is_loaded { &MODES[..] } else { &MODES[..1] };
    let mut shortest: Option<Vec<u8>> = None;
    for mode in modes {
        let best = BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            size_hint: bytes.len(),
            mode: *mode,
            ..BrotliEncoderParams::default()
        };
        let mut out = Vec::new();
        BrotliCompress(&mut &*bytes, &mut out, &best)?;
        if shortest.as_ref().is_none_or(|it| out.len() < it.len()) {
            shortest = Some(out);
        }
    }
    Ok(shortest.unwrap_or_default())
}

fn gzip(_: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
