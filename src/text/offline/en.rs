//! English, British spelling.

use crate::text::offline::OfflineText;

pub const OFFLINE: OfflineText = OfflineText {
    ready: "Ready to work offline.",
    update: "A new version is ready.",
    keeps: "Your answers stay as they are.",
    changed: "What has changed in the rules:",
    take: "Update now",
    later: "Not now",
    close: "Close",

    missing_title: "This page is not on your device",
    missing: "There is no connection, and this page was not kept. What you have opened before still works.",
    again: "Try again",

    file_title: "To keep",
    file_lead: "The whole tool in one file. Save it and open it with a double click; it needs no network and asks for nothing.",
    file_link: "{name} ({size} kB)",
    file_hash: "SHA-256: {hash}",
};
