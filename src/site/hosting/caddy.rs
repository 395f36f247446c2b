//! The configuration for Caddy: a site for its Caddyfile, or a file that the Caddyfile imports.

use std::fmt::Write;

use crate::site::{
    hosting::{ALWAYS, Differing, HSTS, Hosting, Paths, Place, Said, TYPES, addresses},
    routes::NOT_FOUND,
};

/// Caddy gets and renews the certificate for HTTPS by itself.
pub fn configuration(hosting: &Hosting, place: &Place) -> String {
    let Place { name, files, .. } = place;
    let (folder, files) = (&hosting.folder, files.display());
    let mut text = format!(
        "# Made by `cargo site hosting caddy`; `cargo site build` tells when it has to be made anew.\n{name} {{\n"
    );
    text += "\theader {\n";
    for (header, value) in ALWAYS {
        let _ = writeln!(text, "\t\t{header} \"{value}\"");
    }
    let _ = writeln!(
        text,
        "\t\t# Binds the whole name to HTTPS; for when you are sure.\n\t\t# {} \"{}\"\n\t}}",
        HSTS.0, HSTS.1
    );
    for differing in &hosting.differing {
        for index in 0..differing.said.len() {
            let _ = write!(text, "\n{}", matched(differing, index, folder));
        }
    }
    // What a system does not know by its ending, Caddy would guess.
    text += "\n";
    for (ending, kind) in TYPES {
        let charset = if kind.starts_with("text/") { "; charset=utf-8" } else { "" };
        let _ = writeln!(text, "\t@{ending} path *.{ending}\n\theader @{ending} Content-Type \"{kind}{charset}\"");
    }
    let serving = "root * \"{files}\"\n\t\t# The build has packed every file as small as it gets.\n\t\tfile_server {\n\t\t\tprecompressed br gzip\n\t\t}"
        .replace("{files}", &files.to_string());
    if folder == "/" {
        let _ = writeln!(text, "\n\thandle {{\n\t\t{serving}\n\t}}");
    } else {
        let bare = folder.trim_end_matches('/');
        let _ = writeln!(text, "\n\tredir {bare} {folder}\n\thandle_path {folder}* {{\n\t\t{serving}\n\t}}");
    }
    let missing = hosting.headers_of_missing();
    let missing = missing[ALWAYS.len()..].iter().map(|(header, value)| format!("\t\theader {header} \"{value}\"\n"));
    let missing = missing.collect::<Vec<_>>().concat();
    let _ = write!(
        text,
        "\n\thandle_errors {{\n{missing}\t\theader Content-Type \"text/html; charset=utf-8\"\n\t\trewrite * /{NOT_FOUND}\n\t\troot * \"{files}\"\n\t\tfile_server {{\n\t\t\tprecompressed br gzip\n\t\t}}\n\t}}\n}}\n"
    );
    text
}

/// A header for some files. Caddy does what every matcher says, so each leaves out what those before it cover.
fn matched(differing: &Differing, index: usize, folder: &str) -> String {
    let (before, from_here) = differing.said.split_at(index);
    let Some(Said { paths, value }) = from_here.first() else { return String::new() };
    let name = format!("{}_{index}", differing.word);
    let listed = |paths: &[Paths]| {
        let all = paths.iter().flat_map(addresses).map(|it| format!("{}{it}", folder.trim_end_matches('/')));
        all.collect::<Vec<_>>().join(" ")
    };
    let before: Vec<Paths> = before.iter().flat_map(|it| it.paths.clone()).collect();
    let except = if before.is_empty() { String::new() } else { format!("\t\tnot path {}\n", listed(&before)) };
    format!(
        "\t@{name} {{\n\t\tpath {}\n{except}\t}}\n\theader @{name} {} \"{}\"\n",
        listed(paths),
        differing.header,
        value
    )
}
