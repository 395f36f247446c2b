//! The interface's sentences that only the outcome's page needs. They travel in the outcome data, not in the edition.

use serde::Serialize;

use crate::text::{dates::DatesText, message::Plural};
use crate::unpack::packed;

packed! {
    /// One language of the outcome's page. `{n}`, `{name}` … stand for what `fill` puts in.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct OutcomePageText {
        pub outcome: OutcomeText,
        pub landscape: LandscapeText,
        pub background: BackgroundWords,
        pub comparison: ComparisonText,
        pub presets: PresetsText,
        pub sources: SourcesText,
        pub dates: DatesText,
        pub sharing: SharingText,
        pub for_groups: ForGroupsText,
    }

    /// The outcome, its reasons, and the changes that lead elsewhere.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct OutcomeText {
        /// Between a name and what is said of it; with the spaces that the language sets around it.
        pub colon: &'static str,
        /// Between parts of a list that have commas themselves.
        pub semicolon: &'static str,
        pub outcome_kicker: &'static str,
        /// `{n}`, `{total}`
        pub scale_step: &'static str,
        pub scale_weakest: &'static str,
        pub scale_strongest: &'static str,
        /// `{name}`
        pub scale_before: &'static str,
        pub settled_title: &'static str,
        pub settled_complete: &'static str,
        /// `{n}`
        pub settled_open: Plural,
        pub open_title: &'static str,
        /// `{n}`
        pub open_says: Plural,
        /// `{name}`
        pub at_least: &'static str,
        /// `{name}`
        pub at_best: &'static str,
        /// `{name}`: an option as it stands in running text
        pub or_stronger: &'static str,
        /// `{name}`: an option as it stands in running text
        pub or_weaker: &'static str,
        /// `{weakest}`, `{strongest}`: options as they stand in running text
        pub or_either: &'static str,
        /// The question follows.
        pub decides: &'static str,
        /// `{name}`: an option as it stands in running text
        pub interim: &'static str,
        pub board_title: &'static str,
        pub board_lead: &'static str,
        /// Read out with a row on which the outcome rests.
        pub board_rests: &'static str,
        /// Read out after an answer. `{name}`
        pub board_leads: &'static str,
        pub board_same: &'static str,
        pub board_yours: &'static str,
        pub board_unanswered: &'static str,
        pub board_assumed: &'static str,
        pub board_barred: &'static str,
        pub board_left_out: &'static str,
        pub because_title: &'static str,
        pub because_lead: &'static str,
        pub because_open: &'static str,
        /// While the outcome is not final.
        pub open_assumed: &'static str,
        /// Explains the sign … of the board.
        pub board_open_key: &'static str,
        /// `{n}`
        pub more_reasons: Plural,
        pub flags_title: &'static str,
        pub our_reading: &'static str,
        /// Marks a starting assumption that the article does not say.
        pub our_assumption: &'static str,
        /// `{section}`
        pub section: &'static str,
        pub missing_title: &'static str,
        pub changes_title: &'static str,
        /// Follows the title where questions are open.
        pub changes_open: &'static str,
        pub show_me: &'static str,
        pub option_page: &'static str,
        pub also_possible_says: &'static str,
        pub change_or: &'static str,
        /// `{n}`
        pub more_ways: Plural,
        /// `{list}`
        pub not_while: &'static str,
        pub origin_title: &'static str,
        /// `{n}`
        pub origin_worlds: Plural,
        pub origin_certain: &'static str,
        pub origin_ways: &'static str,
        pub assessment_title: &'static str,
        pub pro_title: &'static str,
        pub contra_title: &'static str,
        pub price_title: &'static str,
        pub rated_title: &'static str,
        pub rest_title: &'static str,
        pub rest_says: &'static str,
        pub given: &'static str,
        pub given_lead: &'static str,
        pub closer_title: &'static str,
        /// `{n}`, `{total}`
        pub inside_doubt: Plural,
        pub inside_doubt_none: &'static str,
        pub inside_landscape: &'static str,
        pub inside_comparison: &'static str,
        /// `{n}`
        pub inside_timeline: Plural,
        pub inside_versus: &'static str,
        pub inside_for_groups: &'static str,
        /// `{n}`
        pub inside_presets: Plural,
        pub doubt_title: &'static str,
        pub doubt_lead: &'static str,
        pub reading_base: &'static str,
        pub reading_other: &'static str,
        pub reading_switch: &'static str,
        /// `{n}`
        pub reading_moved: Plural,
        pub reading_same: &'static str,
        /// `{name}`: an option as it stands in running text
        pub reading_moves: &'static str,
        pub versus_title: &'static str,
        pub versus_lead: &'static str,
        pub versus_label: &'static str,
        pub versus_compare: &'static str,
        pub versus_unreadable: &'static str,
        /// `{name}`: an option as it stands in running text
        pub versus_same: &'static str,
        /// `{name}`: an option as it stands in running text
        pub versus_differs: &'static str,
        pub versus_because: &'static str,
        pub versus_yours: &'static str,
        pub versus_theirs: &'static str,
        pub versus_readings: &'static str,
    }

    /// The grid of worlds.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct LandscapeText {
        pub title: &'static str,
        pub lead: &'static str,
        pub across: &'static str,
        pub down: &'static str,
        pub within: &'static str,
        pub within_none: &'static str,
        /// `{down}`, `{across}`
        pub grid_name: &'static str,
        pub here: &'static str,
        /// Said of a cell whose outcome is not settled.
        pub open: &'static str,
        pub excluded: &'static str,
        pub impossible: &'static str,
        pub as_table: &'static str,
        pub keys: &'static str,
    }

    /// Precedents and the timeline.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct BackgroundWords {
        pub precedent_title: &'static str,
        /// Above every precedent: similar, not the same.
        pub precedent_lead: &'static str,
        pub given: &'static str,
        pub held: &'static str,
        pub similar: &'static str,
        pub differs: &'static str,

        pub timeline_title: &'static str,
        pub timeline_lead: &'static str,
        /// `{date}`
        pub kept_until: &'static str,
        pub none: &'static str,
        pub towards: &'static str,
        pub away: &'static str,
        pub neither: &'static str,
        /// Said of an event whose reports carry no date; `{date}`
        pub undated: &'static str,
    }

    /// Guarantees side by side.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct ComparisonText {
        pub title: &'static str,
        pub lead: &'static str,
        pub choose: &'static str,
        /// Said when no more can be chosen.
        pub most: &'static str,
        /// Said in the place of the table.
        pub fewer: &'static str,
        /// `{list}`
        pub caption: &'static str,
        pub row: &'static str,
        pub what: &'static str,
        pub needs: &'static str,
        pub needs_nothing: &'static str,
        pub met: &'static str,
        pub missing: &'static str,
        pub open: &'static str,
        pub depends: &'static str,
        pub depends_on_nobody: &'static str,
        /// Said of what a guarantee needs that is never chosen.
        pub never: &'static str,
        pub status: &'static str,
        pub precedent: &'static str,
        pub alike: &'static str,
        pub no_precedent: &'static str,
    }

    /// Somebody else's answers, to start from.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct PresetsText {
        pub lead: &'static str,
        pub presets: &'static str,
        pub precedents: &'static str,
        /// A caveat on analogies.
        pub analogy: &'static str,
        /// `{date}`
        pub dated: &'static str,
        /// `{name}`
        pub quoted: &'static str,
        pub borrowed: &'static str,
        /// Above the outcome's name.
        pub kicker: &'static str,
        /// `{list}`
        pub unchanged: &'static str,
        /// `{list}`, `{n}`
        pub changed: Plural,
        /// Said where several precedents have these answers.
        pub shared: &'static str,
    }

    /// The list of sources of a statement.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct SourcesText {
        pub cited: &'static str,
        /// Behind a source that repeats another one.
        pub second_hand: &'static str,
        /// Said where all the sources of a fact do.
        pub only_second_hand: &'static str,
        /// `{n}`
        pub count: Plural,
        /// `{date}`
        pub undated: &'static str,
    }

    /// "Pass it on".
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct SharingText {
        pub title: &'static str,
        pub lead: &'static str,
        /// In place of an address, where nobody else could open it.
        pub link_nowhere: &'static str,
        pub link_copy: &'static str,
        pub link_share: &'static str,
        pub words_copy: &'static str,
        pub picture_title: &'static str,
        pub picture_lead: &'static str,
        pub picture_wide: &'static str,
        pub picture_square: &'static str,
        /// `{name}`
        pub picture_alt: &'static str,
        pub picture_save: &'static str,
        pub picture_share: &'static str,
        pub picture_failed: &'static str,
        pub picture_saving: &'static str,
        pub picture_refused: &'static str,
        pub code_title: &'static str,
        pub code_lead: &'static str,
        pub code_name: &'static str,
        pub paper_lead: &'static str,
        pub paper_print: &'static str,
        pub print_refused: &'static str,
        pub embed_title: &'static str,
        pub embed_lead: &'static str,
        pub citation_title: &'static str,
        pub citation_copy: &'static str,
        /// Copies the link that opens a folded part of the outcome's page.
        pub fold_copy: &'static str,
        /// `{tool}`, `{version}`, `{title}`, `{authors}`, `{publisher}`, `{published}`, `{name}`, `{address}`
        pub citation: &'static str,
        pub copied: &'static str,
        pub copy_refused: &'static str,
        pub share_refused: &'static str,
        /// Names the text field from which a text is copied by hand.
        pub by_hand: &'static str,
        /// Above the outcome where it is read without the page around it.
        pub kicker: &'static str,
        pub card_answers: &'static str,
        pub card_settled: &'static str,
        /// `{n}`
        pub card_more: Plural,
        pub sheet_others: &'static str,
    }

    /// The way from one reader's outcome to a group.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct ForGroupsText {
        pub title: &'static str,
        pub lead: &'static str,
        pub enlarge: &'static str,
        pub leave: &'static str,
    }
}
