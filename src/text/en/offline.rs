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
    missing: "You are offline, and this page was not saved. Pages you opened before still work.",
    again: "Try again",

    file_title: "Download",
    file_lead: "The whole tool in one file. Save it and double-click to open it. It works offline and sends nothing.",
    file_link: "{name} ({size} kB)",
    file_hash: "SHA-256: {hash}",
};
