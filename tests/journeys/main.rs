//! Journeys of readers through the page, in Chromium, Firefox and WebKit, each by its WebDriver.
//! `cargo test --features journeys --test journeys` runs them on what `cargo site build` has written;
//! `… -- firefox::` runs those of one browser. A browser that is missing fails the run. How they are run is in `runner`.

mod answering;
mod returning;
mod links;
mod keyboard;
mod start_up;
mod outcome_chunk;
mod altered_pages;
mod look_closer;
mod landscape;
mod comparison;
mod first_screens;
mod axe_and_windows;
mod reading_aids;
mod printing;
mod screenshots;
mod share;
mod group;
mod without_script;
mod embed;
mod embed_messages;
mod embed_script;
mod frames;
mod configurator;
mod wordpress;
mod offline;
mod updates;
mod real_servers;
mod single_file;
mod package;
mod another_case;
mod soak;

mod runner;
mod harness;
#[path = "../support/needed_files.rs"]
mod needed_files;
#[path = "../support/server.rs"]
mod server;
#[path = "../support/mod.rs"]
mod support;

use std::{process::ExitCode, sync::Arc};

use libtest_mimic::{Failed, Trial};

use crate::{
    harness::browser::Setting,
    runner::{House, in_every_browser},
};

/// How a journey ends.
pub type Told = Result<(), Failed>;

/// Lists journeys by the names of their functions, each for every browser.
macro_rules! journeys {
    ($house:expr, $($setting:ident $module:ident::$name:ident),* $(,)?) => {
        [$(in_every_browser($house, Setting::$setting, stringify!($name), |reader, engine| {
            Box::pin($module::$name(reader, engine))
        })),*].into_iter().flatten().collect()
    };
}

fn main() -> ExitCode {
    runner::run(every_journey)
}

#[allow(clippy::too_many_lines, reason = "a list, and no more to read at once than its longest line")]
fn every_journey(house: &Arc<House>) -> Vec<Trial> {
    journeys!(
        house,
        Plain answering::every_outcome_can_be_walked_to_with_the_mouse,
        Plain answering::not_sure_to_every_question_leaves_every_outcome_possible,
        Plain answering::answering_the_rest_anyway_leaves_the_outcome,
        Plain returning::back_keeps_the_answer,
        Plain returning::changing_an_answer_in_the_summary_keeps_the_others,
        Plain returning::an_answer_set_aside_counts_again_when_the_earlier_one_changes_back,
        Plain returning::the_browsers_back_and_forward_lose_no_answer,
        Plain returning::back_after_starting_again_brings_the_answers_back,
        Plain returning::reloading_keeps_answers_and_place,
        Plain look_closer::a_press_that_takes_its_button_away_leaves_the_focus_near,
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
        Plain start_up::an_answer_before_the_script_is_kept,
        Plain start_up::before_the_first_answer_nothing_is_fetched_that_only_the_outcome_needs,
        Plain start_up::an_answer_is_done_with_before_the_outcome_is_asked_for,
        Plain start_up::an_answer_and_next_before_the_script_lead_to_the_second_question,
        Plain start_up::without_the_wasm_the_page_says_what_to_do,
        Plain start_up::a_first_script_that_never_runs_leaves_a_note_that_leads_on,
        Plain start_up::a_saved_copy_shows_the_note,
        Plain start_up::what_comes_late_is_told_and_taken_back,
        Plain start_up::without_web_assembly_every_page_says_so_at_once_and_leads_on,
        Plain start_up::a_script_that_fails_in_the_page_says_what_to_do,
        Plain outcome_chunk::the_outcome_is_waited_for_while_everything_else_works,
        Plain outcome_chunk::an_outcome_that_does_not_come_can_be_asked_for_again,
        Plain outcome_chunk::a_switch_that_can_show_nothing_says_why,
        Plain outcome_chunk::one_that_did_not_come_early_comes_when_it_is_due,
        Plain outcome_chunk::one_that_hangs_is_given_up,
        Plain altered_pages::what_is_shown_follows_from_the_answers_whatever_a_translator_has_done,
        Plain altered_pages::a_page_that_others_have_taken_apart_is_put_together_again,
        Plain altered_pages::an_altered_page_still_tells_what_has_changed,
        Plain altered_pages::a_slow_device_is_not_taken_for_a_translator,
        Plain altered_pages::a_text_to_copy_by_hand_is_selected_in_an_altered_page,
        Plain altered_pages::the_page_of_a_group_follows_what_is_pasted_whatever_a_translator_has_done,
        Plain outcome_chunk::a_page_of_a_version_that_is_gone_is_loaded_anew_with_its_answers,
        Plain outcome_chunk::what_can_not_be_reached_is_tried_again_before_the_page_is_loaded_anew,
        Plain outcome_chunk::looks_that_are_gone_are_told_and_can_be_done_without,
        Plain look_closer::a_switched_reading_changes_the_outcome_and_travels_in_the_link,
        Plain look_closer::changes_leave_what_is_given_alone,
        Plain look_closer::a_walk_can_start_from_a_guarantee,
        Plain look_closer::another_readers_link_is_compared_and_explained,
        Plain landscape::arrow_keys_walk_the_landscape_and_the_page_follows,
        Plain landscape::back_is_offered_where_it_leads_somewhere,
        Plain landscape::the_pointer_moves_in_the_landscape_but_not_past_what_is_given,
        Plain landscape::other_questions_can_stand_at_the_edges,
        Plain landscape::an_answer_changes_in_its_place_and_undo_takes_it_back,
        Plain comparison::two_three_and_four_guarantees_stand_side_by_side,
        Plain comparison::a_fifth_is_refused_and_a_single_one_is_no_comparison,
        Plain comparison::a_comparison_fits_a_narrow_window_and_keeps_its_table,
        Plain comparison::a_walk_from_the_news_says_whose_answers_these_are,
        Plain comparison::a_walk_from_a_precedent_says_that_it_is_an_analogy,
        Plain comparison::axe_finds_nothing_with_everything_open,
        Plain share::the_link_and_the_text_are_copied,
        Plain share::what_may_not_be_copied_is_shown_and_selected,
        Plain share::the_share_sheet_gets_the_link_and_may_be_closed,
        Plain share::a_link_leads_to_a_folded_part,
        Plain share::pictures_are_drawn_in_both_formats,
        Plain share::the_qr_code_is_there_with_title_and_address,
        Plain share::the_outcome_prints_on_one_page,
        Plain first_screens::every_outcome_is_seen_at_a_glance,
        Plain first_screens::the_first_two_answers_are_above_the_bar,
        Plain first_screens::the_list_below_an_outcome_is_laid_out_once_it_is_seen,
        Plain first_screens::before_the_first_answer_nothing_is_called_plausible,
        Plain first_screens::where_each_answer_leads_is_said_when_asked,
        Plain axe_and_windows::axe_finds_nothing,
        Plain axe_and_windows::no_text_runs_out_is_cut_off_or_lies_on_other_text,
        Plain screenshots::every_page_has_its_picture_taken,
        Plain group::the_links_of_a_group_are_counted,
        Plain group::links_without_answers_are_said_to_have_none,
        Plain group::links_put_together_before_the_script_are_counted,
        Plain group::thousands_of_links_are_counted,
        Plain group::an_example_is_one_press_away,
        Plain group::type_is_large_for_a_projector_and_escape_leaves,
        Plain group::a_groups_page_is_no_wider_than_the_window,
        Plain embed::three_frames_in_an_article_are_as_high_as_their_content_and_tell_what_happens,
        Plain embed::nothing_below_moves_while_the_tool_loads,
        Plain embed_messages::hostile_messages_move_nothing,
        Plain embed_messages::a_page_that_asks_for_answers_gets_them_and_its_readers_are_told,
        Plain embed_messages::a_page_that_changes_the_looks_leaves_the_answers,
        Plain embed::a_sandboxed_frame_under_a_strict_policy_works,
        Plain embed::the_frame_keeps_nothing_asks_nobody_else_and_leads_out_with_the_answers,
        Plain embed::the_next_question_comes_into_view_and_nothing_else_scrolls,
        Plain embed::loaders_of_other_houses_understand_the_frame,
        Plain embed::a_narrow_column_in_a_page_from_right_to_left_holds_the_tool,
        Plain configurator::a_snippet_is_made_copied_and_works,
        Plain configurator::the_page_of_an_option_is_previewed_and_named_in_its_language,
        Plain configurator::the_page_for_snippets_fits_and_starts_with_what_the_publisher_gave,
        Plain frames::an_article_in_a_sandbox_hears_its_frames,
        Plain frames::the_height_follows_the_content_within_two_frames,
        Plain frames::a_frame_prints_the_tool_alone,
        Plain embed_script::the_script_works_however_it_is_loaded,
        Plain embed_script::neither_answers_nor_attributes_add_to_the_articles_history,
        Plain embed_script::a_frame_out_of_sight_fits_once_it_is_seen,
        Plain embed_script::a_link_that_a_sandbox_keeps_closed_says_so,
        Plain embed_script::a_frames_page_by_itself_never_scrolls_sideways,
        Plain embed_script::the_room_of_a_snippet_is_what_the_first_question_needs,
        Plain embed_script::chromium_has_no_complaint_of_any_page_or_embed,
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
        Alone updates::a_new_version_waits_for_the_readers_word_and_keeps_the_answers,
        Alone updates::one_that_comes_between_visits_says_what_changed_in_the_rules,
        Alone updates::pages_of_two_versions_work_side_by_side,
        Alone updates::half_a_version_never_takes_over,
        Alone updates::not_now_is_not_for_ever,
        Alone updates::a_new_version_waits_while_the_links_of_a_group_are_pasted,
        Alone updates::the_kill_switch_removes_the_worker_and_what_it_kept,
        Alone updates::everyone_can_read_the_notes,
        Plain soak::soaked_in_presses_the_page_agrees_with_the_table_and_does_not_grow,
        Alone single_file::the_one_file_opens_from_a_disk_and_asks_for_nothing,
        Alone single_file::a_one_file_that_cannot_start_says_so,
        Plain real_servers::nginx_serves_every_page_without_a_breach_of_its_policy,
        Plain real_servers::caddy_serves_every_page_without_a_breach_of_its_policy,
        Plain package::the_package_works_in_a_page,
        Plain another_case::another_case_asks_its_own_questions_and_decides_as_its_engine,
        Plain reading_aids::every_field_is_set_in_16_pixels_or_more,
        Plain reading_aids::every_page_fits_every_window_and_every_list_stays_a_list,
        Plain reading_aids::forced_colours_keep_current_chosen_and_focused_apart,
        Plain reading_aids::the_text_of_an_answer_can_be_selected,
        Plain printing::a_dark_frame_prints_black_on_white,
        Plain share::a_press_that_may_do_nothing_says_what_else_to_do,
        Plain share::a_picture_that_comes_out_otherwise_is_not_offered,
        Alone single_file::the_one_file_tells_nobody_where_it_is_kept,
        Plain printing::every_sheet_fits_one_page,
        Dark axe_and_windows::axe_finds_nothing_in_dark_colours,
        Dark updates::everyone_can_read_the_notes_in_dark_colours,
        Plain without_script::axe_finds_nothing_on_pages_without_script,
        Plain without_script::pages_without_script_fit_every_window,
        Dark without_script::axe_finds_nothing_on_dark_pages_without_script,
        WithoutThirdPartyCookies frames::third_party_cookies_make_no_difference,
        WithoutRoom offline::on_a_device_that_was_full_before_the_page_works_on,
        WithoutScript start_up::without_script_the_page_reads,
        WithoutScript without_script::links_alone_lead_to_every_outcome,
        WithoutScript without_script::not_sure_to_every_question_leads_to_the_articles_own_outcome,
        WithoutScript without_script::the_way_back_leads_back,
        WithoutScript without_script::a_guarantee_is_called_an_outcome_only_at_the_end_of_a_walk,
    )
}
