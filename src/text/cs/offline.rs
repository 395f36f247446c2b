//! Czech.

use crate::text::offline::OfflineText;

pub const OFFLINE: OfflineText = OfflineText {
    ready: "Připraveno i pro práci offline.",
    update: "Je připravena nová verze.",
    keeps: "Vaše odpovědi zůstanou, jak jsou.",
    changed: "Co se změnilo v pravidlech:",
    take: "Aktualizovat",
    later: "Teď ne",
    close: "Zavřít",

    missing_title: "Tato stránka není ve vašem zařízení",
    missing: "Jste offline a tato stránka se neuložila. Stránky, které jste otevřeli dříve, fungují dál.",
    again: "Zkusit znovu",

    file_title: "Stáhnout",
    file_lead: "Celý nástroj v jednom souboru. Uložte ho a otevřete dvojitým kliknutím. Funguje offline a nic neposílá.",
    file_link: "{name} ({size} kB)",
    file_hash: "SHA-256: {hash}",
};
