//! German.

use crate::text::offline::OfflineText;

pub const OFFLINE: OfflineText = OfflineText {
    ready: "Offline einsatzbereit.",
    update: "Eine neue Version ist da.",
    keeps: "Ihre Antworten bleiben, wie sie sind.",
    changed: "Was sich an den Regeln geändert hat:",
    take: "Jetzt aktualisieren",
    later: "Später",
    close: "Schließen",

    missing_title: "Diese Seite ist nicht auf Ihrem Gerät",
    missing: "Sie sind offline, und diese Seite wurde nicht gespeichert. Seiten, die Sie schon geöffnet hatten, funktionieren weiter.",
    again: "Noch einmal versuchen",

    file_title: "Herunterladen",
    file_lead: "Das ganze Tool in einer Datei: speichern und per Doppelklick öffnen. Es funktioniert offline und sendet nichts.",
    file_link: "{name} ({size} kB)",
    file_hash: "SHA-256: {hash}",
};
