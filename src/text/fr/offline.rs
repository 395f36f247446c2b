//! French.

use crate::text::offline::OfflineText;

pub const OFFLINE: OfflineText = OfflineText {
    ready: "Prêt à fonctionner hors ligne.",
    update: "Une nouvelle version est prête.",
    keeps: "Vos réponses restent telles quelles.",
    changed: "Ce qui a changé dans les règles :",
    take: "Mettre à jour",
    later: "Plus tard",
    close: "Fermer",

    missing_title: "Cette page n’est pas sur votre appareil",
    missing: "Vous êtes hors ligne, et cette page n’a pas été enregistrée. Les pages déjà ouvertes fonctionnent toujours.",
    again: "Réessayer",

    file_title: "Télécharger",
    file_lead: "Tout l’outil dans un seul fichier. Enregistrez-le et ouvrez-le d’un double clic. Il fonctionne hors ligne et n’envoie rien.",
    file_link: "{name} ({size} ko)",
    file_hash: "SHA-256 : {hash}",
};
