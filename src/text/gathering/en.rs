//! English, British spelling.

use crate::text::{Plural, gathering::GatheringText};

pub const GATHERING: GatheringText = GatheringText {
    title: "Together: for a class or a meeting",
    lead: "Everyone answers alone and sends you the address of their outcome. Put the addresses together and see where the group arrives, and which question keeps it apart.",
    no_script: "This page counts links on your own device. For that it needs JavaScript, which is switched off or did not load.",
    trouble: "This page could not start in this browser. Reload it; if that does not help, open it in a newer browser.",

    label: "The links, one a line",
    hint: "Whole addresses, in any language of this site, or only the part behind the # sign. They stay on this device; nothing is sent.",
    show: "Put them together",
    nothing: "No line has an answer that this tool knows. Copy each link whole, with everything behind the # sign.",

    faults_title: "Lines with a problem",
    line: "Line {line}",
    no_answer: "It has no answer that this tool knows, so it is not counted.",
    dropped: two("{n} part was not understood and is left out.", "{n} parts were not understood and are left out."),
    more_faults: two("And {n} more line.", "And {n} more lines."),
    left_out: two(
        "{n} more link is left out: this page takes {most} at once.",
        "{n} more links are left out: this page takes {most} at once.",
    ),

    result_title: "Where this group arrives",
    no_survey: "These are the answers of this group, not a survey: they say nothing about anybody else.",
    readers: two("{n} reader", "{n} readers"),
    settled: two("{n} outcome is settled", "{n} outcomes are settled"),
    open: two("{n} is still open", "{n} are still open"),
    switched: two(
        "{n} reader has switched a reading of the article; every link is taken as its reader reads it.",
        "{n} readers have switched a reading of the article; every link is taken as its reader reads it.",
    ),
    guarantee: "Guarantee, strongest first",
    count: "Readers",
    open_here: two("{n} still open", "{n} still open"),

    divisions_title: "What divides the group most",
    divisions_lead: "For each question: how many pairs of readers with different outcomes would have the same one if one of the two took over the other’s answer to this question alone.",
    apart: two("{n} pair of readers has different outcomes.", "{n} pairs of readers have different outcomes."),
    together: "All arrive at the same outcome, so no question divides the group.",
    joined: two("{n} of {total} pairs would then agree.", "{n} of {total} pairs would then agree."),
    differing: two("{n} pair answered it differently.", "{n} pairs answered it differently."),
    answer: "Answer",
    unanswered: "Left open or not asked",

    enlarge: "Large type for a projector",
    leave: "Back to normal type (Esc)",
};

const fn two(one: &'static str, many: &'static str) -> Plural {
    Plural { one, few: many, many }
}
