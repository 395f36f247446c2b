//! Slovak.

use crate::text::offline::OfflineText;

pub const OFFLINE: OfflineText = OfflineText {
    ready: "Funguje už aj bez internetu.",
    update: "Je pripravená nová verzia.",
    keeps: "Vaše odpovede zostanú, ako sú.",
    changed: "Čo sa zmenilo v pravidlách:",
    take: "Aktualizovať teraz",
    later: "Teraz nie",
    close: "Zavrieť",

    missing_title: "Táto stránka vo vašom zariadení nie je",
    missing: "Ste bez internetu a táto stránka sa neuložila. Stránky, ktoré ste už otvorili, fungujú ďalej.",
    again: "Skúsiť znova",

    file_title: "Stiahnuť",
    file_lead: "Celý nástroj v jednom súbore. Uložte ho a otvorte dvojitým kliknutím. Funguje bez internetu a nič neposiela.",
    file_link: "{name} ({size} kB)",
    file_hash: "SHA-256: {hash}",
};
