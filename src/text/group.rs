//! The sentences of the page for a group. They travel in a file of their own, to that page alone.

use serde::Serialize;

use crate::text::message::Plural;
use crate::unpack::packed;

packed! {
    /// The page for a group in one language. `{n}`, `{name}` … stand for what `fill` puts in.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct GroupText {
        pub title: &'static str,
        pub lead: &'static str,
        pub no_script: &'static str,
        pub trouble: &'static str,

        pub label: &'static str,
        pub hint: &'static str,
        pub show: &'static str,
        pub try_example: &'static str,
        /// Over the result of the example.
        pub example_says: &'static str,
        /// No line has an answer.
        pub nothing: &'static str,

        pub faults_title: &'static str,
        /// `{line}`
        pub line: &'static str,
        pub no_answer: &'static str,
        /// `{n}`
        pub dropped: Plural,
        /// `{n}`: lines with a problem that are not listed.
        pub more_faults: Plural,
        /// `{n}`, `{most}`: links that were not taken.
        pub left_out: Plural,

        pub result_title: &'static str,
        pub no_survey: &'static str,
        /// `{n}`
        pub readers: Plural,
        /// `{n}`
        pub settled: Plural,
        /// `{n}`
        pub open: Plural,
        /// `{n}`
        pub switched: Plural,
        pub guarantee: &'static str,
        pub count: &'static str,
        /// `{n}`: of those at one guarantee.
        pub open_here: Plural,

        pub divisions_title: &'static str,
        pub divisions_lead: &'static str,
        /// `{n}`
        pub apart: Plural,
        /// Instead, where no pair has different outcomes.
        pub together: &'static str,
        /// `{n}`, `{total}`
        pub joined: Plural,
        /// `{n}`
        pub differing: Plural,
        pub answer: &'static str,
        pub unanswered: &'static str,

        pub enlarge: &'static str,
        pub leave: &'static str,
    }
}
