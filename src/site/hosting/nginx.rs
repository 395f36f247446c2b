//! The configuration for nginx: a file for the folder that its `http` block includes.

use std::fmt::Write;

use crate::site::{
    hosting::{ALWAYS, Differing, HSTS, Hosting, Paths, Place, TYPES},
    routes::NOT_FOUND,
};

/// Headers stand in one place and depend on variables, for a `location` with a header of its own would lose all others.
pub fn configuration(hosting: &Hosting, place: &Place) -> String {
    let Place { name, listen, files } = place;
    let folder = &hosting.folder;
    let mut text = String::from(
        "# Made by `cargo site hosting nginx`; `cargo site build` tells when it has to be made anew.\n\
         # Debian: apt-get install nginx libnginx-mod-http-brotli-static\n",
    );
    for differing in &hosting.differing {
        let _ = write!(text, "\n{}", map(differing, folder));
    }
    let listen = listen.iter().map(|it| format!("    listen {it};\n")).collect::<Vec<_>>().concat();
    let types = TYPES.map(|(ending, kind)| format!("        {kind} {ending};\n")).concat();
    let always = ALWAYS.map(|(header, value)| format!("    add_header {header} \"{value}\" always;\n")).concat();
    let said = |it: &Differing| format!("    add_header {} ${} always;\n", it.header, variable(it));
    let differing = hosting.differing.each_ref().map(said).concat();
    let bare = folder.trim_end_matches('/');
    let bare =
        if bare.is_empty() { String::new() } else { format!("    location = {bare} {{ return 301 {folder}; }}\n") };
    let files = files.display();
    let _ = write!(
        text,
        r#"
server {{
{listen}    server_name {name};

    types {{
{types}    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types text/css text/csv text/javascript text/plain text/xml;

    # Where a value is empty, nginx sends no header.
{always}{differing}    # Binds the whole name to HTTPS; for when you are sure.
    # add_header {} "{}" always;

    # The build has packed every file as small as it gets.
    brotli_static on;
    gzip_static on;
    gzip_vary on;

    absolute_redirect off;
    error_page 404 {folder}{NOT_FOUND};
{bare}    location {folder} {{
        alias "{files}/";
        index index.html;
    }}
}}
"#,
        HSTS.0, HSTS.1
    );
    text
}

/// nginx looks among whole paths first and then takes the first pattern that fits, which is the order of what is said.
fn map(differing: &Differing, folder: &str) -> String {
    let mut text = format!("map $uri ${} {{\n", variable(differing));
    for said in &differing.said {
        for paths in &said.paths {
            let key = match paths {
                Paths::One(path) => format!("\"{folder}{path}\""),
                Paths::Below(path) => format!("\"~^{}\"", literal(&format!("{folder}{path}"))),
            };
            let _ = writeln!(text, "    {key} \"{}\";", said.value);
        }
    }
    text + "}\n"
}

fn variable(differing: &Differing) -> String {
    format!("which_guarantee_{}", differing.word)
}

/// In a pattern, only what is meant.
fn literal(path: &str) -> String {
    path.chars()
        .map(|it| if it.is_alphanumeric() || "/_-".contains(it) { it.to_string() } else { format!("\\{it}") })
        .collect()
}
