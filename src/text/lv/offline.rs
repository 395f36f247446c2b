//! Latvian.

use crate::text::offline::OfflineText;

pub const OFFLINE: OfflineText = OfflineText {
    ready: "Gatavs darbam bezsaistē.",
    update: "Ir gatava jauna versija.",
    keeps: "Jūsu atbildes paliek, kādas ir.",
    changed: "Kas mainījies noteikumos:",
    take: "Atjaunināt tagad",
    later: "Ne tagad",
    close: "Aizvērt",

    missing_title: "Šīs lapas jūsu ierīcē nav",
    missing: "Jūs esat bezsaistē, un šī lapa nav saglabāta. Lapas, ko atvērāt agrāk, joprojām darbojas.",
    again: "Mēģināt vēlreiz",

    file_title: "Lejupielādēt",
    file_lead: "Viss rīks vienā failā. Saglabājiet to un atveriet ar dubultklikšķi. Tas darbojas bezsaistē un neko nesūta.",
    file_link: "{name} ({size} kB)",
    file_hash: "SHA-256: {hash}",
};
