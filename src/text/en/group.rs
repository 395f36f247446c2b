//! English, British spelling.

use crate::text::{group::GroupText, message::two};

pub const GROUP: GroupText = GroupText {
    title: "For a class or a meeting",
    lead: "Everyone answers on their own and sends you the link to their outcome. Paste the links here to see the group’s outcomes and which question divides it most.",
    no_script: "This page counts links on your own device. For that it needs JavaScript, which is off or did not load.",
    trouble: "This page is not running. Reload it. If that does not help, the browser is too old or blocks WebAssembly, as Lockdown Mode does.",

    label: "The links, one per line",
    hint: "Full links, in any language of this site, or just the part after the #. They stay on this device; nothing is sent.",
    show: "Show the result",
    try_example: "Try an example",
    example_says: "An example: five readers whom we made up.",
    nothing: "We found no answers in these lines. Copy each link in full, including everything after the #.",

    faults_title: "Lines with a problem",
    line: "Line {line}:",
    no_answer: "We found no answers in it, so it is not counted.",
    dropped: two("We could not read {n} part and left it out.", "We could not read {n} parts and left them out."),
    more_faults: two("And {n} more line.", "And {n} more lines."),
    left_out: two(
        "{n} more link was left out: this page takes {most} at once.",
        "{n} more links were left out: this page takes {most} at once.",
    ),

    result_title: "This group’s outcomes",
    no_survey: "This is this group only, not a survey. It says nothing about anyone else.",
    readers: two("{n} reader", "{n} readers"),
    settled: two("{n} outcome is final", "{n} outcomes are final"),
    open: two("{n} is not final yet", "{n} are not final yet"),
    switched: two(
        "{n} reader uses another interpretation. Each link counts with its own interpretation.",
        "{n} readers use another interpretation. Each link counts with its own interpretation.",
    ),
    guarantee: "Option, strongest first (our ranking)",
    count: "Readers",
    open_here: two("{n} not final yet", "{n} not final yet"),

    divisions_title: "What divides the group most",
    divisions_lead: "We look at every pair of readers with different outcomes. For each question: how many pairs would agree if one of them copied the other’s answer?",
    apart: two("{n} pair of readers has different outcomes.", "{n} pairs of readers have different outcomes."),
    together: "Everyone reached the same outcome, so no question divides the group.",
    joined: two("{n} of {total} pairs would then agree.", "{n} of {total} pairs would then agree."),
    differing: two("{n} pair answered it differently.", "{n} pairs answered it differently."),
    answer: "Answer",
    unanswered: "Not sure or not asked",

    enlarge: "Large type for a projector",
    leave: "Back to normal type (Esc)",
};
