//! The service worker under Node: the scripts of this folder have the cases, and `browser.mjs` the browser around it, made of
//! stand-ins.

use std::{fs, process::Command};

use serde_json::{Value, json};
use which_guarantee::site::{
    build::service_worker::{Rules, removal, worker},
    files::SiteFile,
    programs::{self, program},
};

use crate::{
    needed_files::needed_files,
    offline::{LANGUAGES, root, site},
};

#[test]
fn it_keeps_the_site_whole_through_every_fault_of_hosts_networks_and_devices() {
    let first = site();
    // A file under another name, a page less and a page more.
    let mut second = first.clone();
    second.retain(|it| it.path != "assets/edition-en.1.bin" && it.path != "en/walk/war/index.html");
    for (path, text) in [
        ("en/index.html", "<script src=\"../assets/boot.1.js\" data-edition=\"../assets/edition-en.2.bin\"></script>"),
        ("assets/edition-en.2.bin", "second"),
        ("en/about/index.html", "<p>about"),
    ] {
        second.retain(|it| it.path != path);
        second.push(SiteFile { path: path.to_owned(), bytes: text.into() });
    }
    let mut third = second.clone();
    let method = third.iter_mut().find(|it| it.path == "en/method/index.html").expect("the page is there");
    method.bytes.extend(b" anew");
    let removal = removal(root()).expect("the script is there");
    let given = json!({
        "versions": [version(&first, 1), version(&second, 2), version(&third, 3)],
        "removal": text(&removal),
    });

    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("given.json");
    fs::write(&file, given.to_string()).expect("there is room for a file");
    let mut command = Command::new(program("node"));
    command.env("PATH", programs::path()).arg(root().join("tests/site/offline/worker.mjs")).arg(file);
    let output = command.output().expect("Node is there; `cargo site test` installs it");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    println!("{said}");
}

/// The worker and the files of a site whose rules have changed with each version.
fn version(files: &[SiteFile], number: usize) -> Value {
    let said = |number: usize| json!({ "en": format!("Change {number}."), "uk": format!("Зміна {number}.") });
    let changes = (1..=number).map(|it| json!({ "version": it.to_string(), "says": said(it) }));
    let rules = Rules { version: number.to_string(), changes: changes.collect() };
    let kept = needed_files(files, &LANGUAGES.map(|it| it.locale));
    let made = worker(root(), files, &kept, &LANGUAGES, &rules).expect("the script is there");
    let files: Value = files.iter().map(|it| (it.path.clone(), Value::from(text(it)))).collect();
    json!({ "script": text(&made), "files": files })
}

fn text(file: &SiteFile) -> &str {
    str::from_utf8(&file.bytes).expect("the files of this site are text")
}
