//! Runs journeys: all browsers side by side, in each of them one journey after the other.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    pin::Pin,
    process::ExitCode,
    sync::{
        Arc, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use libtest_mimic::{Arguments, Trial};
use tempfile::TempDir;
use tokio::{runtime::Runtime, sync::Mutex, time::timeout};
use which_guarantee::site::dev::serve::{self, Server};

use crate::{
    Told,
    harness::{
        browser::{Browser, Kind, Setting},
        driver,
        engine::Engine,
        reader::{NO_ANSWER, Reader},
        unreliable_host,
    },
    server, soak,
};

/// The time that no journey takes, not even on a busy machine. A longer soak takes longer.
fn limit() -> Duration {
    Duration::from_secs(900) * soak::presses().div_ceil(soak::PRESSES).max(1) as u32
}

/// How many drivers may be lost in a run. WebKitGTK's stops answering now and then in a session of many
/// journeys; where it happens more often, the page or a journey has a part in it.
const MOST_LOST: usize = 3;

/// How many of the slowest journeys are named at the end.
const SLOWEST: usize = 12;

/// A journey. Behind a pointer, so that what runs it is compiled once and not for each of them.
pub type Journey = for<'a> fn(&'a Reader, &'a Engine) -> Pin<Box<dyn Future<Output = Told> + 'a>>;

/// What all journeys share.
pub struct House {
    runtime: Runtime,
    site: Server,
    _files: TempDir,
    engine: Engine,
    browsers: [Mutex<Browser>; 3],
    /// How many journeys began again because their driver was lost.
    lost: AtomicUsize,
    /// How long each journey took, with its name.
    times: std::sync::Mutex<Vec<(Duration, String)>>,
}

/// The driver was lost on the way. What the journey saw of that.
struct Lost(String);

/// Runs all of the journeys that the arguments of this process ask for.
pub fn run(every_journey: fn(&Arc<House>) -> Vec<Trial>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    let house = Arc::new(House::open());
    let trials = every_journey(&house);
    if !arguments.list {
        for kind in Kind::ALL {
            let is_needed =
                trials.iter().any(|it| it.name().starts_with(&kind.to_string()) && !arguments.is_filtered_out(it));
            if let Some(missing) = kind.missing().filter(|_| is_needed) {
                eprintln!("The journeys in {kind} can't run: {missing}");
                return ExitCode::FAILURE;
            }
        }
    }
    // A thread for each: they queue for their browser, so that all browsers are busy all the time.
    arguments.test_threads.get_or_insert(trials.len().max(1));
    let conclusion = libtest_mimic::run(&arguments, trials);
    house.close();
    let lost = house.lost.load(Ordering::Relaxed);
    if lost > 0 {
        eprintln!("Journeys that began again because their driver was lost: {lost}; up to {MOST_LOST} pass.");
    }
    house.tell_the_slowest();
    if lost > MOST_LOST { ExitCode::FAILURE } else { conclusion.exit_code() }
}

/// One journey as a trial in each browser.
pub fn in_every_browser(house: &Arc<House>, setting: Setting, name: &'static str, journey: Journey) -> Vec<Trial> {
    let trial = |kind: Kind| {
        let house = house.clone();
        Trial::test(format!("{kind}::{name}"), move || house.walk(name, kind, setting, journey))
    };
    Kind::ALL.map(trial).into()
}

impl House {
    fn open() -> Self {
        let runtime = Runtime::new().expect("the system has threads for the tests");
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(dist.join("index.html").is_file(), "There is no site to walk through. Type: cargo site build");
        let listener = server::listener().expect("the system has a free port");
        let address = listener.local_addr().expect("it has an address");
        let files = unreliable_host::at_home(&format!("http://{address}")).expect("the system has room");
        let site = runtime.block_on(async { serve::spawn_at(listener, files.path()) }).expect("the site can be read");
        runtime.spawn(driver::stop_when_interrupted());
        Self {
            runtime,
            site,
            _files: files,
            engine: Engine::load(),
            browsers: Kind::ALL.map(|it| Mutex::new(Browser::new(it))),
            lost: AtomicUsize::new(0),
            times: std::sync::Mutex::default(),
        }
    }

    /// Lets a reader walk, alone in one browser. A journey that fails on an assertion, or waits in vain, has failed. One
    /// whose driver was lost begins again with a fresh one, once; it is named and counted.
    fn walk(&self, name: &str, kind: Kind, setting: Setting, journey: Journey) -> Told {
        // Waiting for the browser is none of the journey's time.
        let mut browser = self.runtime.block_on(self.browser(kind).lock());
        let start = Instant::now();
        let told = match self.attempt(&mut browser, setting, journey) {
            Err(Lost(why)) => {
                self.lost.fetch_add(1, Ordering::Relaxed);
                eprintln!("Once more, {kind}::{name}, for its driver was lost: {why}");
                self.attempt(&mut browser, setting, journey).unwrap_or_else(|Lost(why)| Err(why.into()))
            }
            Ok(told) => told,
        };
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        times.push((start.elapsed(), format!("{kind}::{name}")));
        told
    }

    fn attempt(&self, browser: &mut Browser, setting: Setting, journey: Journey) -> Result<Told, Lost> {
        let kind = browser.kind;
        let walked = catch_unwind(AssertUnwindSafe(|| {
            let whole = async {
                let client = browser.session(setting).await?;
                let site = format!("http://{}", self.site.address);
                let reader = Reader { browser: kind, client, site, paper: browser.paper(setting) };
                // What the page of the journey before still had under way is none of this one's errors.
                if kind == Kind::Chromium && setting != Setting::WithoutScript {
                    reader.forgets_errors().await?;
                }
                journey(&reader, &self.engine).await?;
                // A server of the journey's own is gone by now; such a journey looks itself before that.
                let is_at_home = reader.client.current_url().await?.as_str().starts_with(&reader.site);
                let is_looked_at = is_at_home && setting != Setting::WithoutScript;
                if is_looked_at { reader.leaves_a_sound_page().await } else { Ok(()) }
            };
            self.runtime.block_on(async { timeout(limit(), whole).await })
        }));
        let told = match walked {
            Ok(Ok(told)) => told,
            Ok(Err(_)) => Err(format!("the journey took longer than {:?}", limit()).into()),
            Err(panic) => Err(panic_message(&*panic).into()),
        };
        let Err(failed) = told else { return Ok(Ok(())) };
        let why = failed.message().unwrap_or_default();
        let is_lost = why.contains(NO_ANSWER) || !self.runtime.block_on(browser.answers());
        // Whatever state it is in, the next journey shall not start from there.
        self.runtime.block_on(browser.stop());
        if is_lost { Err(Lost(why.to_owned())) } else { Ok(Err(failed)) }
    }

    fn browser(&self, kind: Kind) -> &Mutex<Browser> {
        let index = Kind::ALL.iter().position(|it| *it == kind).expect("every kind is among all");
        &self.browsers[index]
    }

    /// Says how long each browser was at it and which journeys took longest, for whoever has to keep the whole run short.
    fn tell_the_slowest(&self) {
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        for kind in Kind::ALL.map(|it| it.to_string()) {
            let of_this = times.iter().filter(|it| it.1.starts_with(&kind));
            eprintln!("{:>5} s  all journeys in {kind}", of_this.map(|it| it.0).sum::<Duration>().as_secs());
        }
        times.sort_by(|one, other| other.cmp(one));
        for (time, name) in times.iter().take(SLOWEST) {
            eprintln!("{:>5} s  {name}", time.as_secs());
        }
    }

    fn close(&self) {
        self.runtime.block_on(async {
            for browser in &self.browsers {
                browser.lock().await.stop().await;
            }
        });
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let owned = panic.downcast_ref::<String>().cloned();
    owned.or_else(|| panic.downcast_ref::<&str>().map(|it| (*it).to_owned())).unwrap_or_default()
}
