//! Setting up: what building and testing need from the machine, installed where that can be done without asking.
//! Nothing that is missing is passed over: it is installed, or named with the command to type.

use std::{env, fs, path::Path, process::Command};

use crate::site::{
    failure::Failure,
    files::{self, Folders},
    programs::{is_installed, path, program, rustc},
    progress,
};

/// Something that a package of the system brings.
struct Need {
    /// Shown where it has to be installed by hand.
    what: &'static str,
    sign: Sign,
    /// Its Debian package.
    package: &'static str,
}

/// By what it is known that something is there.
enum Sign {
    Program(&'static str),
    /// A file or a folder.
    Place(&'static str),
}

impl Sign {
    /// The program or the place.
    fn name(&self) -> &'static str {
        match self {
            Self::Program(name) | Self::Place(name) => name,
        }
    }
}

const TEST_NEEDS: [Need; 16] = [
    Need { what: "Chromium", sign: Sign::Program("chromium"), package: "chromium" },
    Need { what: "its driver chromedriver", sign: Sign::Program("chromedriver"), package: "chromium-driver" },
    Need { what: "Firefox ESR", sign: Sign::Program("firefox-esr"), package: "firefox-esr" },
    Need { what: "WebKitWebDriver", sign: Sign::Program("WebKitWebDriver"), package: "webkit2gtk-driver" },
    Need { what: "xvfb-run", sign: Sign::Program("xvfb-run"), package: "xvfb" },
    Need { what: "xauth", sign: Sign::Program("xauth"), package: "xauth" },
    // The servers that the site makes configurations for.
    Need { what: "nginx", sign: Sign::Program("nginx"), package: "nginx" },
    Need {
        what: "nginx's module for brotli",
        sign: Sign::Place("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
        package: "libnginx-mod-http-brotli-static",
    },
    Need { what: "Caddy", sign: Sign::Program("caddy"), package: "caddy" },
    Need { what: "Node", sign: Sign::Program("node"), package: "nodejs" },
    Need { what: "npm", sign: Sign::Program("npm"), package: "npm" },
    // The example of a notebook.
    Need { what: "Python", sign: Sign::Program("python3"), package: "python3" },
    Need { what: "fontconfig", sign: Sign::Program("fc-list"), package: "fontconfig" },
    // Without fonts that have Cyrillic letters the pictures of the page would show boxes.
    Need { what: "DejaVu", sign: Sign::Place("/usr/share/fonts/truetype/dejavu"), package: "fonts-dejavu-core" },
    Need { what: "Liberation", sign: Sign::Place("/usr/share/fonts/truetype/liberation"), package: "fonts-liberation" },
    Need { what: "Noto", sign: Sign::Place("/usr/share/fonts/truetype/noto"), package: "fonts-noto-core" },
];

/// In the version that the bytes of the site come from; one that is there already is taken as it is.
pub const WASM_PACK: &str = "wasm-pack@0.15.1";

/// Makes sure that the wasm can be built.
///
/// # Errors
/// What is missing and can't be installed.
pub fn for_wasm(folders: &Folders) -> Result<(), Failure> {
    wasm_target(folders)?;
    from_crates(folders, "wasm-pack", WASM_PACK, "Installing wasm-pack (one to three minutes)")
}

/// Makes sure that every test can run, in all three browsers.
///
/// # Errors
/// What is missing and can't be installed.
pub fn for_tests(folders: &Folders) -> Result<(), Failure> {
    for_wasm(folders)?;
    from_packages(folders, TEST_NEEDS.iter())?;
    from_crates(folders, "geckodriver", "geckodriver", "Installing geckodriver (about two minutes)")?;
    node_modules(folders, &FOR_TESTS)
}

/// Makes sure that the page can be measured beside its twins.
///
/// # Errors
/// What is missing and can't be installed.
pub fn for_page_bench(folders: &Folders) -> Result<(), Failure> {
    for_benches(folders, &FOR_PAGE_BENCH)
}

/// Makes sure that the engine can be measured beside others.
///
/// # Errors
/// What is missing and can't be installed.
pub fn for_engine_bench(folders: &Folders) -> Result<(), Failure> {
    for_benches(folders, &FOR_ENGINE_BENCH)
}

fn for_benches(folders: &Folders, modules: &Modules) -> Result<(), Failure> {
    let needed = ["chromium", "node", "npm"];
    from_packages(folders, TEST_NEEDS.iter().filter(|it| needed.contains(&it.sign.name())))?;
    node_modules(folders, modules)
}

fn wasm_target(folders: &Folders) -> Result<(), Failure> {
    let target = "wasm32-unknown-unknown";
    let library = rustc(&["--print", "target-libdir", "--target", target]);
    if library.is_some_and(|it| Path::new(it.trim()).is_dir()) {
        return Ok(());
    }
    let mut command = Command::new(program("rustup"));
    command.args(["target", "add", target]);
    progress::run(
        &format!("Adding the Rust target {target}"),
        &mut command,
        &folders.work.join("log/target.txt"),
        &format!(
            "Type it yourself to see more: rustup target add {target}. Rust without rustup: install the target as your system does."
        ),
    )
}

/// `package` is the crate that brings the program, with its version if that matters.
fn from_crates(folders: &Folders, name: &str, package: &str, title: &str) -> Result<(), Failure> {
    if is_installed(name) {
        return Ok(());
    }
    let mut command = Command::new("cargo");
    // Away from the package, whose settings are its own; and not into the target folder of a caller.
    command.current_dir(env::temp_dir()).env_remove("CARGO_TARGET_DIR").args(["install", package, "--locked"]);
    let log = folders.work.join(format!("log/{name}.txt"));
    progress::run(title, &mut command, &log, &format!("Type it yourself to see more: cargo install {package} --locked"))
}

/// Installs the Debian packages of what is missing.
fn from_packages(folders: &Folders, needs: impl Iterator<Item = &'static Need>) -> Result<(), Failure> {
    let missing: Vec<&Need> = needs.filter(|it| !is_there(&it.sign)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|it| it.package).collect();
    let by_hand = format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    if !is_installed("apt-get") || !is_root() {
        let names: Vec<&str> = missing.iter().map(|it| it.what).collect();
        let why = format!("Not installed: {}.", names.join(", "));
        let remedy = if is_installed("apt-get") {
            format!("Type: sudo sh -c '{by_hand}'")
        } else {
            format!("Install them as your system does, then try again. On Debian or Ubuntu: {by_hand}")
        };
        return Err(Failure::step("setting up this machine", why, &remedy));
    }
    let log = folders.work.join("log/packages.txt");
    let remedy = format!("Type it yourself to see more: {by_hand}");
    let mut update = Command::new("apt-get");
    update.arg("update");
    progress::run("Fetching the list of packages", &mut update, &log, &remedy)?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "--no-install-recommends"]);
    progress::run(&format!("Installing {}", packages.join(", ")), install.args(&packages), &log, &remedy)?;
    match missing.iter().find(|it| !is_there(&it.sign)) {
        Some(still) => Err(Failure::step(
            "setting up this machine",
            format!("The package {} was installed, but {} is still not to be found.", still.package, still.what),
            "Install it by hand so that it stands on the PATH.",
        )),
        None => Ok(()),
    }
}

fn is_there(sign: &Sign) -> bool {
    match sign {
        Sign::Program(name) => is_installed(name),
        Sign::Place(path) => Path::new(path).exists(),
    }
}

/// Asked of a program that is wherever `apt-get` is: the standard library knows no users on every system.
fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}

/// What comes from npm, in the versions of a lock file.
struct Modules {
    /// Where the lock file is, below the package.
    folder: &'static str,
    title: &'static str,
    remedy: &'static str,
    /// Files by which it is known that all of them are there.
    signs: &'static [&'static str],
}

const FOR_TESTS: Modules = Modules {
    folder: "tests",
    title: "Installing axe-core, Lighthouse, TypeScript, Vite, dmn-js and more for the tests",
    remedy: "Type it yourself to see more: npm ci --prefix tests",
    // Lighthouse 12.8.2 is the newest that runs with the Node of Debian 12; 13 needs Node 22.
    signs: &[
        "axe-core/axe.min.js",
        "html-validate/bin/html-validate.mjs",
        "@extractus/oembed-extractor/package.json",
        "lighthouse/package.json",
        "ajv/package.json",
        "typescript/bin/tsc",
        "dmn-js/package.json",
        "dmn-moddle/package.json",
        "feelin/package.json",
        "puppeteer-core/package.json",
        "vite/bin/vite.js",
        "svelte/package.json",
        "react-dom/package.json",
        "esbuild/bin/esbuild",
        "webpack/package.json",
    ],
};

const FOR_PAGE_BENCH: Modules = Modules {
    folder: "benches/page",
    title: "Installing SurveyJS, React, Preact, esbuild and puppeteer-core for the benchmark",
    remedy: "Type it yourself to see more: npm ci --prefix benches/page",
    signs: &[
        "esbuild/bin/esbuild",
        "preact/package.json",
        "puppeteer-core/package.json",
        "react-dom/package.json",
        "survey-js-ui/package.json",
    ],
};

const FOR_ENGINE_BENCH: Modules = Modules {
    folder: "benches/engine",
    title: "Installing zen-engine, json-rules-engine, esbuild and puppeteer-core for the benchmark",
    remedy: "Type it yourself to see more: npm ci --prefix benches/engine",
    signs: &[
        "@gorules/zen-engine/package.json",
        "@gorules/zen-engine-wasm/package.json",
        "esbuild/bin/esbuild",
        "json-rules-engine/package.json",
        "puppeteer-core/package.json",
    ],
};

fn node_modules(folders: &Folders, modules: &Modules) -> Result<(), Failure> {
    let Modules { title, remedy, .. } = *modules;
    let folder = folders.root.join(modules.folder);
    let stamp = folders.work.join(format!("npm-{}.stamp", modules.folder.replace('/', "-")));
    let key = files::digest(&folder, &["package.json", "package-lock.json"], |_| true)
        .map_err(|it| Failure::step(title, it, remedy))?;
    let is_fresh = fs::read_to_string(&stamp).is_ok_and(|it| it == key);
    if is_fresh && modules.signs.iter().all(|it| folder.join("node_modules").join(it).is_file()) {
        return Ok(());
    }
    let mut command = Command::new(program("npm"));
    command.current_dir(&folder).env("PATH", path()).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    progress::run(title, &mut command, &folders.work.join("log/npm.txt"), remedy)?;
    fs::write(stamp, key).map_err(|it| Failure::step(title, it, "Make room on the disk."))
}
