//! Journeys of readers through the page, in Chromium, Firefox and WebKit, each by its WebDriver.
//! `cargo test --features journeys --test journeys` runs them on what `cargo site build` has written;
//! `… -- firefox::` runs those of one browser. A browser that is missing fails the run.

mod walking;
mod returning;
mod links;
mod keyboard;
mod starting;
mod waiting;
mod altering;
mod reasoning;
mod exploring;
mod comparing;
mod seeing;
mod glance;
mod picturing;
mod sharing;
mod group;
mod linked;
mod embedding;
mod framing;
mod articles;
mod wordpress;
mod offline;
mod package;
mod one_file;
mod soak;
mod updating;
mod hosts;
mod another_case;
mod aids;

mod walk;

mod reader;
mod engine;
mod gate;
mod newspaper;
mod host;
mod browser;
mod driver;
#[path = "../support/kept.rs"]
mod kept;
#[path = "../support/server.rs"]
mod server;
#[path = "../support/mod.rs"]
mod support;

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

use libtest_mimic::{Arguments, Failed, Trial};
use tempfile::TempDir;
use tokio::{runtime::Runtime, sync::Mutex, time::timeout};
use which_guarantee::site::dev::serve::{self, Server};

use crate::{
    browser::{Browser, Kind, Setting},
    engine::Engine,
    reader::{NO_ANSWER, Reader},
};

/// What no journey takes, not even on a busy machine. A longer soak takes longer.
fn limit() -> Duration {
    Duration::from_secs(900) * soak::presses().div_ceil(soak::PRESSES).max(1) as u32
}

/// How many drivers may be lost in a run. WebKitGTK's stops answering now and then in a session of many
/// journeys; where it happens more often, the page or a journey has a part in it.
const MOST_LOST: usize = 3;

/// How many of the slowest journeys are named at the end.
const SLOWEST: usize = 12;

/// How a journey ends.
pub type Told = Result<(), Failed>;

/// A journey. Behind a pointer, so that what runs it is compiled once and not for each of them.
type Journey = for<'a> fn(&'a Reader, &'a Engine) -> Pin<Box<dyn Future<Output = Told> + 'a>>;

/// What all journeys share.
struct House {
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

/// Lists journeys by the names of their functions, each for every browser.
macro_rules! journeys {
    ($house:expr, $($setting:ident $module:ident::$name:ident),* $(,)?) => {
        [$(in_every_browser($house, Setting::$setting, stringify!($name), |reader, engine| {
            Box::pin($module::$name(reader, engine))
        })),*].into_iter().flatten().collect()
    };
}

fn main() -> ExitCode {
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

#[allow(clippy::too_many_lines, reason = "a list, and no more to read at once than its longest line")]
fn every_journey(house: &Arc<House>) -> Vec<Trial> {
    journeys!(
        house,
        Plain walking::every_outcome_can_be_walked_to_with_the_mouse,
        Plain walking::not_sure_to_every_question_leaves_every_outcome_possible,
        Plain walking::answering_the_rest_anyway_leaves_the_outcome,
        Plain returning::back_keeps_the_answer,
        Plain returning::changing_an_answer_in_the_summary_keeps_the_others,
        Plain returning::an_answer_set_aside_counts_again_when_the_earlier_one_changes_back,
        Plain returning::the_browsers_back_and_forward_lose_no_answer,
        Plain returning::reloading_keeps_answers_and_place,
        Plain returning::changing_the_language_keeps_answers_and_place,
        Plain links::a_link_leads_to_the_outcome_of_its_answers,
        Plain links::the_address_is_a_link_to_what_is_shown,
        Plain links::a_link_edited_in_the_address_bar_is_followed,
        Plain links::a_broken_link_is_mended_with_a_note,
        Plain links::a_link_as_mails_and_chats_make_it_leads_where_it_led,
        Plain links::what_was_not_understood_stays_in_the_address_until_something_else_is_shown,
        Plain links::what_a_reader_does_before_the_address_is_written_is_kept,
        Plain links::links_of_the_page_keep_the_answers_before_the_script,
        Plain links::an_address_without_its_hash_leads_to_the_answers,
        Plain links::the_front_page_proposes_the_readers_language,
        Plain keyboard::the_keyboard_alone_leads_to_an_outcome,
        Plain keyboard::next_without_an_answer_says_so_and_stays,
        Plain keyboard::what_is_left_loses_the_focus_before_it_is_taken_out,
        Plain keyboard::the_link_in_the_error_leads_to_the_answers,
        Plain keyboard::the_skip_link_leads_to_the_question_and_keeps_the_answers,
        Plain keyboard::every_term_opens_in_place,
        Plain starting::an_answer_before_the_script_is_kept,
        Plain starting::before_the_first_answer_nothing_is_fetched_that_only_the_outcome_needs,
        Plain starting::an_answer_is_done_with_before_the_outcome_is_asked_for,
        Plain starting::an_answer_and_next_before_the_script_lead_to_the_second_question,
        Plain starting::without_the_wasm_the_page_says_what_to_do,
        Plain starting::a_first_script_that_never_runs_leaves_a_note_that_leads_on,
        Plain starting::a_saved_copy_shows_the_note,
        Plain starting::what_comes_late_is_told_and_taken_back,
        Plain starting::without_web_assembly_every_page_says_so_at_once_and_leads_on,
        Plain starting::a_script_that_fails_in_the_page_says_what_to_do,
        Plain waiting::the_outcome_is_waited_for_while_everything_else_works,
        Plain waiting::an_outcome_that_does_not_come_can_be_asked_for_again,
        Plain waiting::a_switch_that_can_show_nothing_says_why,
        Plain waiting::one_that_did_not_come_early_comes_when_it_is_due,
        Plain waiting::one_that_hangs_is_given_up,
        Plain altering::what_is_shown_follows_from_the_answers_whatever_a_translator_has_done,
        Plain altering::a_page_that_others_have_taken_apart_is_put_together_again,
        Plain altering::an_altered_page_still_tells_what_has_changed,
        Plain altering::a_slow_device_is_not_taken_for_a_translator,
        Plain altering::a_text_to_copy_by_hand_is_selected_in_an_altered_page,
        Plain altering::the_page_of_a_group_follows_what_is_pasted_whatever_a_translator_has_done,
        Plain waiting::a_page_of_a_version_that_is_gone_is_loaded_anew_with_its_answers,
        Plain waiting::what_can_not_be_reached_is_tried_again_before_the_page_is_loaded_anew,
        Plain waiting::looks_that_are_gone_are_told_and_can_be_done_without,
        Plain reasoning::a_switched_reading_changes_the_outcome_and_travels_in_the_link,
        Plain reasoning::changes_leave_what_is_given_alone,
        Plain reasoning::a_walk_can_start_from_a_guarantee,
        Plain reasoning::another_readers_link_is_compared_and_explained,
        Plain exploring::arrow_keys_walk_the_landscape_and_the_page_follows,
        Plain exploring::back_is_offered_where_it_leads_somewhere,
        Plain exploring::the_pointer_moves_in_the_landscape_but_not_past_what_is_given,
        Plain exploring::other_questions_can_stand_at_the_edges,
        Plain exploring::an_answer_changes_in_its_place_and_undo_takes_it_back,
        Plain comparing::two_three_and_four_guarantees_stand_side_by_side,
        Plain comparing::a_fifth_is_refused_and_a_single_one_is_no_comparison,
        Plain comparing::a_comparison_fits_a_narrow_window_and_keeps_its_table,
        Plain comparing::a_walk_from_the_news_says_whose_answers_these_are,
        Plain comparing::a_walk_from_a_precedent_says_that_it_is_an_analogy,
        Plain comparing::axe_finds_nothing_with_everything_open,
        Plain sharing::the_link_and_the_text_are_copied,
        Plain sharing::what_may_not_be_copied_is_shown_and_selected,
        Plain sharing::the_share_sheet_gets_the_link_and_may_be_closed,
        Plain sharing::a_link_leads_to_a_folded_part,
        Plain sharing::pictures_are_drawn_in_both_formats,
        Plain sharing::the_qr_code_is_there_with_title_and_address,
        Plain sharing::the_outcome_prints_on_one_page,
        Plain glance::every_outcome_is_seen_at_a_glance,
        Plain glance::the_first_two_answers_are_above_the_bar,
        Plain glance::the_list_below_an_outcome_is_laid_out_once_it_is_seen,
        Plain glance::before_the_first_answer_nothing_is_called_plausible,
        Plain glance::where_each_answer_leads_is_said_when_asked,
        Plain seeing::axe_finds_nothing,
        Plain seeing::no_text_runs_out_is_cut_off_or_lies_on_other_text,
        Plain picturing::every_page_has_its_picture_taken,
        Plain group::the_links_of_a_group_are_counted,
        Plain group::links_without_answers_are_said_to_have_none,
        Plain group::links_put_together_before_the_script_are_counted,
        Plain group::thousands_of_links_are_counted,
        Plain group::an_example_is_one_press_away,
        Plain group::type_is_large_for_a_projector_and_escape_leaves,
        Plain group::a_groups_page_is_no_wider_than_the_window,
        Plain embedding::three_frames_in_an_article_are_as_high_as_their_content_and_tell_what_happens,
        Plain embedding::nothing_below_moves_while_the_tool_loads,
        Plain embedding::hostile_messages_move_nothing,
        Plain embedding::a_page_that_asks_for_answers_gets_them_and_its_readers_are_told,
        Plain embedding::a_sandboxed_frame_under_a_strict_policy_works,
        Plain embedding::the_frame_keeps_nothing_asks_nobody_else_and_leads_out_with_the_answers,
        Plain embedding::the_next_question_comes_into_view_and_nothing_else_scrolls,
        Plain embedding::loaders_of_other_houses_understand_the_frame,
        Plain embedding::a_narrow_column_in_a_page_from_right_to_left_holds_the_tool,
        Plain embedding::a_snippet_is_made_copied_and_works,
        Plain framing::the_height_follows_the_content_within_two_frames,
        Plain framing::a_frame_prints_the_tool_alone,
        Plain articles::the_script_works_however_it_is_loaded,
        Plain articles::neither_answers_nor_attributes_add_to_the_articles_history,
        Plain articles::a_frame_out_of_sight_fits_once_it_is_seen,
        Plain articles::a_link_that_a_sandbox_keeps_closed_says_so,
        Plain articles::a_frames_page_by_itself_never_scrolls_sideways,
        Plain articles::the_room_of_a_snippet_is_what_the_first_question_needs,
        Plain articles::chromium_has_no_complaint_of_any_page_or_embed,
        Plain wordpress::an_address_in_wordpress_becomes_a_tool_of_1000_pixels,
        Plain wordpress::what_wordpress_leaves_of_a_snippet_works_or_is_a_link,
        Alone offline::after_one_visit_the_tool_works_without_the_server,
        Alone offline::one_visit_of_any_page_is_enough,
        Alone offline::another_language_is_kept_once_it_is_visited,
        Alone offline::what_is_no_file_of_the_site_is_never_kept,
        Alone offline::a_damaged_or_evicted_file_is_fetched_again,
        Alone offline::a_first_visit_that_was_interrupted_is_made_up_for,
        Alone offline::what_an_earlier_page_began_the_next_one_finishes,
        Alone offline::that_all_is_kept_is_said_on_whatever_page_is_there,
        Alone offline::on_a_full_device_the_page_works_on,
        Alone offline::a_frame_keeps_nothing,
        Alone offline::a_host_that_alters_files_is_left_alone_for_a_day,
        Alone offline::a_host_that_takes_slashes_away_leads_everywhere,
        Alone offline::a_browser_can_install_the_tool,
        Alone updating::a_new_version_waits_for_the_readers_word_and_keeps_the_answers,
        Alone updating::one_that_comes_between_visits_says_what_changed_in_the_rules,
        Alone updating::pages_of_two_versions_work_side_by_side,
        Alone updating::half_a_version_never_takes_over,
        Alone updating::not_now_is_not_for_ever,
        Alone updating::the_kill_switch_removes_the_worker_and_what_it_kept,
        Alone updating::everyone_can_read_the_notes,
        Plain soak::soaked_in_presses_the_page_agrees_with_the_table_and_does_not_grow,
        Alone one_file::the_one_file_opens_from_a_disk_and_asks_for_nothing,
        Alone one_file::a_one_file_that_cannot_start_says_so,
        Plain hosts::nginx_serves_every_page_without_a_breach_of_its_policy,
        Plain hosts::caddy_serves_every_page_without_a_breach_of_its_policy,
        Plain package::the_package_works_in_a_page,
        Plain another_case::another_case_asks_its_own_questions_and_decides_as_its_engine,
        Plain aids::every_field_is_set_in_16_pixels_or_more,
        Plain aids::every_list_stays_a_list,
        Plain aids::every_page_fits_every_window,
        Plain aids::forced_colours_keep_current_chosen_and_focused_apart,
        Plain aids::the_text_of_an_answer_can_be_selected,
        Plain aids::a_dark_frame_prints_black_on_white,
        Plain aids::a_press_that_may_do_nothing_says_what_else_to_do,
        Plain aids::a_picture_that_comes_out_otherwise_is_not_offered,
        Alone aids::the_one_file_tells_nobody_where_it_is_kept,
        Plain aids::every_sheet_fits_one_page,
        Dark seeing::axe_finds_nothing_in_dark_colours,
        Dark updating::everyone_can_read_the_notes_in_dark_colours,
        Plain linked::axe_finds_nothing_on_pages_without_script,
        Plain linked::pages_without_script_fit_every_window,
        Dark linked::axe_finds_nothing_on_dark_pages_without_script,
        WithoutThirdPartyCookies framing::third_party_cookies_make_no_difference,
        WithoutRoom offline::on_a_device_that_was_full_before_the_page_works_on,
        WithoutScript starting::without_script_the_page_reads,
        WithoutScript linked::links_alone_lead_to_every_outcome,
        WithoutScript linked::not_sure_to_every_question_leads_to_the_articles_own_outcome,
        WithoutScript linked::the_way_back_leads_back,
        WithoutScript linked::a_guarantee_is_called_an_outcome_only_at_the_end_of_a_walk,
    )
}

fn in_every_browser(house: &Arc<House>, setting: Setting, name: &'static str, journey: Journey) -> Vec<Trial> {
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
        let files = host::at_home(&format!("http://{address}")).expect("the system has room");
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
