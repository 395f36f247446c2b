//! Polish.

use crate::text::offline::OfflineText;

pub const OFFLINE: OfflineText = OfflineText {
    ready: "Działa już bez internetu.",
    update: "Jest nowa wersja.",
    keeps: "Twoje odpowiedzi zostaną bez zmian.",
    changed: "Co się zmieniło w regułach:",
    take: "Aktualizuj teraz",
    later: "Nie teraz",
    close: "Zamknij",

    missing_title: "Tej strony nie ma na twoim urządzeniu",
    missing: "Nie masz połączenia, a ta strona nie została zapisana. Strony otwierane wcześniej nadal działają.",
    again: "Spróbuj jeszcze raz",

    file_title: "Pobierz",
    file_lead: "Całe narzędzie w jednym pliku. Zapisz go i otwórz podwójnym kliknięciem. Działa bez internetu i niczego nie wysyła.",
    file_link: "{name} ({size} kB)",
    file_hash: "SHA-256: {hash}",
};
