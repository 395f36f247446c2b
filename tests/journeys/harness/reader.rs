//! A reader at a page: does what readers do, by mouse and keyboard, and sees what they see.

use std::{
    fmt::Debug,
    path::PathBuf,
    time::{Duration, Instant},
};

use axum::http::Method;
use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
    error::{CmdError, ErrorStatus, WebDriver},
    key::Key,
    wd::WebDriverCompatibleCommand,
};
use libtest_mimic::Failed;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};
use url::{ParseError, Url};

use crate::{
    Told,
    harness::{browser::Kind, engine::Shown},
};

/// Answers to every question that is asked with them, as they stand in a link: it leads to an outcome.
pub const OUTCOME: &str = "war=armistice&land=claimed&nato=words&us=troops&partners=troops&backing=broad&supply=medium";

pub struct Reader {
    pub browser: Kind,
    pub client: Client,
    /// Address of the site, without a slash at its end.
    pub site: String,
    /// The file that Firefox prints to.
    pub paper: PathBuf,
}

/// What is on the page, in one look.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Page {
    /// The page is alive, and waits for nothing.
    pub ready: bool,
    pub lang: String,
    pub title: String,
    pub heading: String,
    /// The question on show, or `outcome`.
    pub place: String,
    pub offered: Vec<String>,
    pub chosen: String,
    pub outcome: String,
    pub settled: bool,
    pub possible: String,
    pub ladder: Vec<(String, String)>,
    pub fragment: String,
    /// What has the focus: `heading`, a radio as `question=answer`, or an element.
    pub focus: String,
    pub alert: String,
    /// The note about the link, sentence by sentence.
    pub notice: Option<Vec<String>>,
    /// What the summary says of each question.
    pub summary: std::collections::BTreeMap<String, String>,
    /// The note that the page could not start.
    pub trouble: bool,
}

/// Longer than anything takes on a busy machine; what is waited for is a condition.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is last seen of a driver that was lost while the page was waited for.
pub const NO_ANSWER: &str = "no answer of the driver";

/// Between two looks at what is waited for; a look keeps the page from its work.
const LONGEST_PAUSE: Duration = Duration::from_millis(80);

impl Page {
    /// The part that the engine has to agree with.
    pub fn shown(&self) -> Shown {
        Shown {
            outcome: self.outcome.clone(),
            settled: self.settled,
            possible: self.possible.clone(),
            ladder: self.ladder.clone(),
            fragment: self.fragment.clone(),
        }
    }
}

/// A text as WebDriver gives it: with spaces for no-break spaces.
pub fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

impl Reader {
    /// The same reader at another server.
    pub fn at(&self, site: &str) -> Self {
        Self { browser: self.browser, client: self.client.clone(), site: site.to_owned(), paper: self.paper.clone() }
    }

    /// Opens a page as from a link elsewhere, and waits until it is alive.
    pub async fn open(&self, path: &str) -> Result<Page, Failed> {
        self.begin(path).await?;
        self.sees("the page alive", |it| it.ready).await
    }

    /// Opens a page and does not wait for its script.
    pub async fn begin(&self, path: &str) -> Result<(), Failed> {
        self.leaves_for(&format!("{}{path}", self.site)).await?;
        self.until_there("the page", "html:not([data-before]) .colophon").await
    }

    /// Opens any page by its whole address, and waits until all of it has come.
    pub async fn visit(&self, address: &str) -> Told {
        self.leaves_for(address).await?;
        let has_come = "return !('before' in document.documentElement.dataset) && document.readyState === 'complete'";
        self.until_true(address, has_come).await
    }

    /// Begins to load a page; whoever calls this waits for it. No empty page comes first: in Chromium and WebKit it would get
    /// a process of its own, which takes as long as the page itself.
    async fn leaves_for(&self, address: &str) -> Told {
        let script = "document.documentElement.dataset.before = '';
            const to = new URL(arguments[0]);
            return to.origin === location.origin && to.pathname === location.pathname;";
        // The page before may itself be on its way.
        let is_same = self
            .until("a page to leave", async || {
                Ok(Ok::<_, ()>(self.client.execute(script, vec![json!(address)]).await?))
            })
            .await?;
        // A link that differs in its fragment alone would not load anything.
        if is_same == json!(true) {
            let again = "history.replaceState(null, '', arguments[0]); location.reload();";
            self.script(again, vec![json!(address)]).await?;
            return Ok(());
        }
        Ok(self.client.goto(address).await?)
    }

    /// Chooses an answer by a click on its label.
    pub async fn choose(&self, question: &str, answer: &str) -> Result<Page, Failed> {
        self.click(&format!("label[for=\"{question}-{answer}\"]")).await?;
        self.sees(&format!("{question}={answer} chosen"), |it| it.place == question && it.chosen == answer).await
    }

    /// Presses "Next" and waits for the place where it must lead.
    pub async fn next(&self, to: &str) -> Result<Page, Failed> {
        self.click("[data-next]").await?;
        self.arrives(to).await
    }

    pub async fn back(&self, to: &str) -> Result<Page, Failed> {
        self.click("[data-back]").await?;
        self.arrives(to).await
    }

    /// Presses "Change" beside an answer in the summary.
    pub async fn change(&self, question: &str) -> Result<Page, Failed> {
        self.click(&format!("[data-question=\"{question}\"] button")).await?;
        self.arrives(question).await
    }

    /// The browser's own way back, to the place where it must lead.
    pub async fn goes_back(&self, place: &str) -> Result<Page, Failed> {
        self.paints().await?;
        match self.browser {
            Kind::Chromium | Kind::Firefox => self.client.back().await?,
            // WebKitGTK's driver waits for a page to load even where the way back stays within one.
            Kind::WebKit => drop(self.script("history.back()", Vec::new()).await?),
        }
        self.arrives(place).await
    }

    pub async fn goes_forward(&self, place: &str) -> Result<Page, Failed> {
        self.paints().await?;
        match self.browser {
            Kind::Chromium | Kind::Firefox => self.client.forward().await?,
            Kind::WebKit => drop(self.script("history.forward()", Vec::new()).await?),
        }
        self.arrives(place).await
    }

    /// Waits for two paints. After the first, the page writes its address and its entry in the history.
    pub async fn paints(&self) -> Told {
        let script = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(arguments[0])))";
        self.client.execute_async(script, Vec::new()).await?;
        Ok(())
    }

    /// Whether an element can be seen; the drivers disagree on what is folded away.
    pub async fn is_visible(&self, selector: &str) -> Result<bool, Failed> {
        let script = "return document.querySelector(arguments[0]).checkVisibility()";
        Ok(self.script(script, vec![json!(selector)]).await? == json!(true))
    }

    /// Reloads the page, and waits for the place in the new one.
    pub async fn reload(&self, place: &str) -> Result<Page, Failed> {
        // As below.
        let script = "document.querySelector('.tool').dataset.ready = 'before';
            requestAnimationFrame(() => setTimeout(arguments[0]));";
        self.client.execute_async(script, Vec::new()).await?;
        self.client.refresh().await?;
        self.arrives(place).await
    }

    /// Reloads the page as a reader does. The command of Firefox's driver passes by a service worker.
    /// No reader does so before what was chosen is painted, and after that the address is written.
    pub async fn reloads(&self, place: &str) -> Result<Page, Failed> {
        let script = "document.querySelector('.tool').dataset.ready = 'before';
            requestAnimationFrame(() => setTimeout(() => location.reload()));";
        self.script(script, Vec::new()).await?;
        self.arrives(place).await
    }

    pub async fn arrives(&self, place: &str) -> Result<Page, Failed> {
        // The title follows last.
        let is_there = |it: &Page| it.ready && it.place == place && it.title.contains(&it.heading);
        self.sees(&format!("the place {place}"), is_there).await
    }

    /// Waits until the page shows this; where it never does, fails with the difference.
    pub async fn shows(&self, shown: &Shown, why: &str) -> Result<Page, Failed> {
        let seen = self.sees(why, |it| it.ready && it.shown() == *shown).await;
        if seen.is_err() {
            assert_eq!(self.page().await?.shown(), *shown, "{why}: the page, then the engine");
        }
        seen
    }

    pub async fn click(&self, selector: &str) -> Result<(), Failed> {
        if self.browser == Kind::WebKit {
            return self.clicks_in_webkit(selector).await;
        }
        self.element(selector).await?.click().await.map_err(|it| format!("clicking {selector}: {it:?}").into())
    }

    /// Follows the link to a language out of the menu.
    pub async fn chooses_language(&self, locale: &str) -> Result<(), Failed> {
        self.click(".masthead__languages summary").await?;
        self.click(&format!(".masthead__language[lang={locale}]")).await
    }

    /// WebKitGTK's driver does not scroll up to what is above the window, clicks by what was painted last, misses in
    /// frames once the page around has scrolled, and on a busy machine loses a click now and then. So the page is
    /// painted where it has scrolled to, a frame gets its click by script, and a click that no page has heard of is
    /// made again.
    async fn clicks_in_webkit(&self, selector: &str) -> Told {
        const HEARD: Duration = Duration::from_secs(3);
        self.until_true("all drawn", "return !document.querySelector('.outcome [aria-busy=true]')").await?;
        let prepare = "const [selector, done] = arguments;
            const it = document.querySelector(selector);
            const marks = document.documentElement.dataset;
            marks.click = 'due';
            addEventListener('click', () => delete marks.click, { capture: true, once: true });
            if (self !== top) {
                it?.click();
                return done(true);
            }
            it?.scrollIntoView({ block: 'center', behavior: 'instant' });
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0, false)));";
        for _ in 0..3 {
            let is_framed = self.client.execute_async(prepare, vec![json!(selector)]).await? == json!(true);
            let element = self.element(selector).await?;
            if is_framed {
                return Ok(());
            }
            element.click().await.map_err(|it| format!("clicking {selector}: {it:?}"))?;
            let deadline = Instant::now() + HEARD;
            while Instant::now() < deadline {
                let is_due = "return document.documentElement.dataset.click === 'due'";
                // A page that gives way to another has heard of it.
                if self.client.execute(is_due, Vec::new()).await.ok() != Some(json!(true)) {
                    return Ok(());
                }
                sleep(LONGEST_PAUSE).await;
            }
            eprintln!("WebKit's driver has lost a click on {selector}");
        }
        Err(format!("the driver has lost three clicks on {selector}").into())
    }

    /// Opens a folded part of the outcome's page.
    pub async fn unfolds(&self, fold: &str) -> Told {
        self.opens_by(&format!("[data-fold={fold}]")).await
    }

    /// Opens the rung of an option in the list.
    pub async fn opens_rung(&self, option: &str) -> Told {
        self.opens_by(&format!("[data-guarantee={option}] > button")).await
    }

    async fn opens_by(&self, button: &str) -> Told {
        let state =
            |is: &str| format!("return document.querySelector('{button}')?.getAttribute('aria-expanded') === '{is}'");
        self.until_true("what is to be opened", &state("false")).await?;
        // Where it is narrow, a click must not meet the bar at the foot.
        self.script(&format!("document.querySelector('{button}').scrollIntoView({{ block: 'center' }})"), Vec::new())
            .await?;
        self.click(button).await?;
        self.until_true("it open", &state("true")).await
    }

    /// Focuses and clicks an element as the page has it now, also where others have put something over it.
    pub async fn press_by_script(&self, selector: &str) -> Told {
        self.until_there(selector, selector).await?;
        let focus = "const it = document.querySelector(arguments[0]); (it.control ?? it).focus();";
        self.script(focus, vec![json!(selector)]).await?;
        // WebKit's driver lets microtasks run after the focus has moved, in the middle of a script. An altered page for which
        // the rest of the tool comes just then is mounted afresh, and the element is another.
        self.until_there(selector, selector).await?;
        self.script("document.querySelector(arguments[0]).click()", vec![json!(selector)]).await?;
        Ok(())
    }

    pub async fn element(&self, selector: &str) -> Result<Element, Failed> {
        let found = self.client.find(Locator::Css(selector)).await;
        Ok(found.map_err(|it| format!("looking for {selector}: {it}"))?)
    }

    /// The texts of all elements that match, as they are shown.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>, Failed> {
        let mut texts = Vec::new();
        for element in self.client.find_all(Locator::Css(selector)).await? {
            texts.push(element.text().await?.trim().to_owned());
        }
        Ok(texts)
    }

    /// Presses and releases one key, wherever the focus is.
    pub async fn press(&self, key: Key) -> Result<(), Failed> {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        Ok(self.client.perform_actions(keys).await?)
    }

    /// One look at the page.
    pub async fn page(&self) -> Result<Page, Failed> {
        Ok(self.look().await?)
    }

    async fn look(&self) -> Result<Page, CmdError> {
        let seen = self.client.execute(include_str!("../in_page/page.js"), Vec::new()).await?;
        serde_json::from_value(seen).map_err(CmdError::from)
    }

    /// Waits until the page is as described.
    pub async fn sees(&self, what: &str, is_seen: impl Fn(&Page) -> bool) -> Result<Page, Failed> {
        self.until(what, async || {
            let page = self.look().await?;
            if is_seen(&page) { Ok(Ok(page)) } else { Ok(Err(page)) }
        })
        .await
    }

    /// Waits until something is found. While a page gives way to another, looking at it may fail; it is tried again.
    pub async fn until<T, N: Debug>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Result<Result<T, N>, CmdError>,
    ) -> Result<T, Failed> {
        let deadline = Instant::now() + PATIENCE;
        let mut pause = Duration::from_millis(10);
        loop {
            // A driver may stop answering.
            let last = match timeout(PATIENCE, look()).await {
                Ok(Ok(Ok(found))) => return Ok(found),
                Ok(Ok(Err(other))) => format!("{other:#?}"),
                Ok(Err(error)) => error.to_string(),
                Err(_) => NO_ANSWER.to_owned(),
            };
            if Instant::now() > deadline {
                return Err(format!("waited in vain for {what}; last seen: {last}").into());
            }
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    async fn until_there(&self, what: &str, selector: &str) -> Result<(), Failed> {
        self.until(what, async || {
            self.client.find(Locator::Css(selector)).await?;
            Ok(Ok::<_, ()>(()))
        })
        .await
    }
    /// Runs a script in the page and returns what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Failed> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Runs the body of an async function in the page and returns what it resolves to.
    ///
    /// # Errors
    /// `JavascriptError` as soon as it rejects. A driver alone would wait for a script that never calls back.
    pub async fn resolved(&self, body: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async () => {{ {body}\n }})().then((it) => done([it]), (error) => done(String(error)));"
        );
        match self.client.execute_async(&script, arguments).await? {
            Value::Array(mut resolved) => Ok(resolved.pop().unwrap_or_default()),
            rejected => Err(CmdError::Standard(WebDriver::new(ErrorStatus::JavascriptError, rejected.to_string()))),
        }
    }

    /// The end of every journey: nothing broke on the way.
    pub async fn leaves_a_sound_page(&self) -> Result<(), Failed> {
        assert!(!self.page().await?.trouble, "the note that the page could not start is shown");
        // Such a page has a live region of its own, and loses the focus with every change.
        let is_wrong = "return !!document.querySelector('body > .hidden[role=status]') && !document.documentElement.dataset.altered";
        assert_eq!(
            self.script(is_wrong, Vec::new()).await?,
            json!(false),
            "the page takes its own changes for another's"
        );
        let errors = self.console_errors().await?;
        assert!(errors.is_empty(), "the console has errors: {errors:#?}");
        Ok(())
    }

    /// What the page's console has of errors since it was last asked; only Chromium's driver tells.
    pub async fn console_errors(&self) -> Result<Vec<String>, Failed> {
        if self.browser != Kind::Chromium {
            return Ok(Vec::new());
        }
        self.console(&["SEVERE"]).await
    }

    /// Complaints of Chromium since its console was last asked, mild ones included.
    pub async fn complaints(&self) -> Result<Vec<String>, Failed> {
        self.console(&["SEVERE", "WARNING", "INFO"]).await
    }

    async fn console(&self, levels: &[&str]) -> Result<Vec<String>, Failed> {
        let entries = self.client.issue_cmd(Own("se/log", json!({ "type": "browser" }))).await?;
        let is_meant = |it: &&Value| levels.iter().any(|level| it["level"] == *level);
        Ok(entries.as_array().into_iter().flatten().filter(is_meant).map(|it| it["message"].to_string()).collect())
    }

    /// Leaves the page, and with it the errors of a server that is gone. They may come late; none comes after the mark.
    pub async fn forgets_errors(&self) -> Told {
        self.client.goto("about:blank").await?;
        self.until_true("the empty page", "return location.href === 'about:blank'").await?;
        if self.browser == Kind::Chromium {
            self.script("console.error('nothing more')", Vec::new()).await?;
            while !self.console_errors().await?.iter().any(|it| it.contains("nothing more")) {}
        }
        Ok(())
    }

    /// A command of Chromium's own protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Failed> {
        Ok(self.client.issue_cmd(Own("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))).await?)
    }

    /// Waits for the sections below an outcome's head, which come with the outcome data.
    pub async fn sees_the_sections(&self) -> Told {
        self.until_true("the sections", "return !!document.querySelector('.closer')").await
    }

    /// Waits until a script in the page returns true.
    pub async fn until_true(&self, what: &str, script: &str) -> Result<(), Failed> {
        self.until(what, async || {
            let seen = self.client.execute(script, Vec::new()).await?;
            Ok(if seen == json!(true) { Ok(()) } else { Err(seen) })
        })
        .await
    }
}

#[derive(Debug)]
struct Own(&'static str, Value);

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.1.to_string()))
    }
}
