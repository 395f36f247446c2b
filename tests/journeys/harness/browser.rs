//! The three browsers: what each needs, how it is started, and one session in it that journeys share.

use std::{
    env, fmt,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use libtest_mimic::Failed;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::timeout;

use crate::harness::driver::Driver;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

/// How a browser is set up for a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Plain,
    /// A session of its own, for what a site keeps in a browser outlives a journey.
    Alone,
    /// The reader's system prefers dark colours.
    Dark,
    /// JavaScript is switched off.
    WithoutScript,
    /// Frames of another site may keep nothing that knows the reader elsewhere.
    WithoutThirdPartyCookies,
    /// Sites may keep next to nothing. Only Firefox has an option for it.
    WithoutRoom,
}

/// How long a browser may take to start, on a busy machine.
const LONGEST_START: Duration = Duration::from_secs(60);

/// One browser. It is started by the first journey that needs it.
pub struct Browser {
    pub kind: Kind,
    session: Option<(Setting, Client)>,
    driver: Option<Driver>,
    profile: TempDir,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What is missing to start this browser: the program, and the package that brings it.
    pub fn missing(self) -> Option<String> {
        let needs: &[(&str, &str)] = match self {
            Self::Chromium => &[("chromium", "chromium"), ("chromedriver", "chromium-driver")],
            Self::Firefox => &[("firefox-esr", "firefox-esr")],
            Self::WebKit => &[("WebKitWebDriver", "webkit2gtk-driver"), ("xvfb-run", "xvfb"), ("xauth", "xauth")],
        };
        for (program, package) in needs {
            if on_path(program).is_none() {
                return Some(format!("{program} is missing. Type: apt-get install {package}"));
            }
        }
        match self {
            Self::Firefox if on_path("geckodriver").is_none() => {
                Some("geckodriver is missing. Type: cargo install geckodriver --locked".to_owned())
            }
            Self::WebKit if mini_browser().is_none() => {
                Some("MiniBrowser is missing. Type: apt-get install webkit2gtk-driver".to_owned())
            }
            _ => None,
        }
    }

    fn command(self, port: u16) -> Command {
        let port = format!("--port={port}");
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new(on_path("geckodriver").unwrap_or_else(|| "geckodriver".into())),
            Self::WebKit => {
                let mut command = Command::new("xvfb-run");
                command.args(["-a", "-s", "-screen 0 1400x1000x24", "WebKitWebDriver"]);
                command
            }
        };
        command.arg(port);
        command
    }

    fn capabilities(self, setting: Setting, profile: &Path) -> Value {
        let without_third_parties = setting == Setting::WithoutThirdPartyCookies;
        let own = match self {
            Self::Chromium => {
                let script = if setting == Setting::WithoutScript { 2 } else { 1 };
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": {
                        "binary": on_path("chromium"),
                        "args": [
                            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync",
                            "--disable-dev-shm-usage", "--window-size=1280,900",
                            format!("--user-data-dir={}", profile.display()),
                        ],
                        "prefs": {
                            "profile.managed_default_content_settings.javascript": script,
                            // 0 all cookies, 1 none of third parties.
                            "profile.cookie_controls_mode": i32::from(without_third_parties),
                            "profile.block_third_party_cookies": without_third_parties,
                        },
                    },
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": on_path("firefox-esr"),
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": {
                        "app.update.enabled": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "javascript.enabled": setting != Setting::WithoutScript,
                        // 5 third parties keep theirs apart, 1 they keep none.
                        "network.cookie.cookieBehavior": if without_third_parties { 1 } else { 5 },
                        // In kilobytes for all sites together; less than nothing stands for what the disk allows.
                        "dom.quotaManager.temporaryStorage.fixedLimit": if setting == Setting::WithoutRoom { 200 } else { -1 },
                        // What a page prints goes into a file, without a dialogue.
                        "print.always_print_silent": true,
                        "print_printer": "Mozilla Save to PDF",
                        "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
                        "print.printer_Mozilla_Save_to_PDF.print_to_filename": printed(profile),
                        // 0 dark, 1 light: what pages are told that the reader prefers.
                        "layout.css.prefers-color-scheme.content-override": i32::from(setting != Setting::Dark),
                    },
                },
            }),
            Self::WebKit => {
                let mut arguments = vec!["--automation", "--geometry=1280x900"];
                if without_third_parties {
                    arguments.push("--cookies-policy=no-third-party");
                }
                if setting == Setting::Dark {
                    arguments.push("--dark-mode");
                }
                json!({
                    "browserName": "MiniBrowser",
                    "webkitgtk:browserOptions": { "binary": mini_browser(), "args": arguments },
                })
            }
        };
        // Pages are waited for by what they show; some hold their `load` back on purpose.
        // WebKitGTK's driver sometimes misses that a page has loaded, so it waits for none.
        let strategy = if self == Self::WebKit { "none" } else { "eager" };
        let mut all = json!({ "pageLoadStrategy": strategy, "timeouts": { "pageLoad": 60_000, "script": 60_000 } });
        for (key, value) in own.as_object().into_iter().flatten() {
            all[key] = value.clone();
        }
        all
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl Browser {
    pub fn new(kind: Kind) -> Self {
        let profile = tempfile::tempdir().expect("the system has a folder for temporary files");
        Self { kind, session: None, driver: None, profile }
    }

    /// A session with this setting: the one that is open, or a new one.
    pub async fn session(&mut self, setting: Setting) -> Result<Client, Failed> {
        if let Some((open, client)) = &self.session
            && *open == setting
            && setting != Setting::Alone
        {
            return Ok(client.clone());
        }
        self.leave().await;
        let port = match &self.driver {
            Some(driver) => driver.port,
            None => self.driver.insert(Driver::start(|port| self.kind.command(port))?).port,
        };
        let folder = self.folder(setting);
        let capabilities: Capabilities = serde_json::from_value(self.kind.capabilities(setting, &folder))?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = format!("http://127.0.0.1:{port}");
        // WebKitGTK's driver waits for ever where the browser that it has started ends at once.
        let client = timeout(LONGEST_START, builder.capabilities(capabilities).connect(&address))
            .await
            .map_err(|_| format!("{} gave no session within {LONGEST_START:?}", self.kind))?
            .map_err(|it| format!("{} gave no session: {it}", self.kind))?;
        client.set_window_size(1280, 900).await?;
        self.session = Some((setting, client.clone()));
        Ok(client)
    }

    /// The file that Firefox prints to with this setting.
    pub fn paper(&self, setting: Setting) -> PathBuf {
        printed(&self.folder(setting))
    }

    fn folder(&self, setting: Setting) -> PathBuf {
        self.profile.path().join(format!("{setting:?}"))
    }

    /// Whether the driver still answers for the session that is open. A page that never rests again, and does not even
    /// run a script, counts as lost: its journey then fails when it begins again.
    pub async fn answers(&self) -> bool {
        let Some((_, client)) = &self.session else { return false };
        let answer = timeout(Duration::from_secs(20), client.execute("return true", Vec::new())).await;
        matches!(answer, Ok(Ok(Value::Bool(true))))
    }

    /// Closes the session, so that the next journey starts in a fresh one.
    pub async fn leave(&mut self) {
        if let Some((_, client)) = self.session.take() {
            // A driver that no longer answers is not waited for.
            let _ = timeout(Duration::from_secs(10), client.close()).await;
        }
    }

    /// Closes the session and ends the driver.
    pub async fn stop(&mut self) {
        self.leave().await;
        self.driver = None;
    }
}

/// Where Firefox prints to in a session with this profile.
fn printed(profile: &Path) -> PathBuf {
    profile.with_extension("pdf")
}

/// A program by its whole path. Cargo's own folder counts; not every machine has it on its PATH.
fn on_path(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let cargo = env::home_dir().map(|it| it.join(".cargo/bin"));
    env::split_paths(&folders).chain(cargo).map(|it| it.join(name)).find(|it| it.is_file())
}

/// Debian keeps WebKitGTK's small browser beside its libraries, in a folder named for the version.
fn mini_browser() -> Option<PathBuf> {
    let below = |folder: PathBuf| folder.read_dir().into_iter().flatten().flatten().map(|it| it.path());
    let mut found: Vec<PathBuf> = below("/usr/lib".into())
        .flat_map(below)
        .filter(|it| it.file_name().is_some_and(|it| it.to_string_lossy().starts_with("webkit")))
        .map(|it| it.join("MiniBrowser"))
        .filter(|it| it.is_file())
        .collect();
    found.sort();
    found.pop()
}
