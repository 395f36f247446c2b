//! Polish.

use crate::text::{group::GroupText, message::Plural};

pub const GROUP: GroupText = GroupText {
    title: "Na lekcję lub spotkanie",
    lead: "Każda osoba odpowiada samodzielnie i przesyła ci link do swojego wyniku. Wklej tu linki, a zobaczysz wyniki grupy i pytanie, które najbardziej ją dzieli.",
    no_script: "Ta strona podlicza linki na twoim urządzeniu. Potrzebuje do tego JavaScriptu, który jest wyłączony albo się nie wczytał.",
    trouble: "Ta strona nie działa. Odśwież ją. Jeśli to nie pomoże, przeglądarka jest za stara albo blokuje WebAssembly, jak tryb blokady (Lockdown Mode).",

    label: "Linki, po jednym w wierszu",
    hint: "Całe linki, w dowolnym języku tej witryny, albo tylko część po #. Pozostają na tym urządzeniu; nic nie jest wysyłane.",
    show: "Pokaż wynik grupy",
    try_example: "Wypróbuj przykład",
    example_says: "Przykład: pięć osób, które wymyśliliśmy.",
    nothing: "W tych wierszach nie znaleźliśmy odpowiedzi. Skopiuj każdy link w całości, razem ze wszystkim, co stoi po #.",

    faults_title: "Wiersze z\u{a0}błędami",
    line: "Wiersz {line}:",
    no_answer: "Nie znaleźliśmy w nim odpowiedzi, więc się nie liczy.",
    dropped: Plural {
        one: "{n} część była nieczytelna, więc ją pominęliśmy.",
        few: "{n} części były nieczytelne, więc je pominęliśmy.",
        many: "{n} części było nieczytelnych, więc je pominęliśmy.",
    },
    more_faults: Plural { one: "I jeszcze {n} wiersz.", few: "I jeszcze {n} wiersze.", many: "I jeszcze {n} wierszy." },
    left_out: Plural {
        one: "Pominęliśmy jeszcze {n} link: ta strona przyjmuje naraz najwyżej {most}.",
        few: "Pominęliśmy jeszcze {n} linki: ta strona przyjmuje naraz najwyżej {most}.",
        many: "Pominęliśmy jeszcze {n} linków: ta strona przyjmuje naraz najwyżej {most}.",
    },

    result_title: "Wyniki tej grupy",
    no_survey: "To tylko ta grupa, a nie sondaż. O nikim innym nic to nie mówi.",
    readers: Plural { one: "{n} osoba", few: "{n} osoby", many: "{n} osób" },
    settled: Plural {
        one: "{n} wynik jest ostateczny",
        few: "{n} wyniki są ostateczne",
        many: "{n} wyników jest ostatecznych",
    },
    open: Plural {
        one: "{n} jeszcze nieostateczny",
        few: "{n} jeszcze nieostateczne",
        many: "{n} jeszcze nieostatecznych",
    },
    switched: Plural {
        one: "{n} osoba korzysta z innej interpretacji. Każdy link liczy się ze swoją interpretacją.",
        few: "{n} osoby korzystają z innej interpretacji. Każdy link liczy się ze swoją interpretacją.",
        many: "{n} osób korzysta z innej interpretacji. Każdy link liczy się ze swoją interpretacją.",
    },
    guarantee: "Wariant, od najsilniejszego (nasza kolejność)",
    count: "Osoby",
    open_here: Plural {
        one: "{n} jeszcze nieostateczny",
        few: "{n} jeszcze nieostateczne",
        many: "{n} jeszcze nieostatecznych",
    },

    divisions_title: "Co najbardziej dzieli grupę",
    divisions_lead: "Bierzemy każdą parę osób o różnych wynikach. Dla każdego pytania: ile par miałoby ten sam wynik, gdyby jedna osoba przejęła odpowiedź drugiej?",
    apart: Plural {
        one: "{n} para osób ma różne wyniki.",
        few: "{n} pary osób mają różne wyniki.",
        many: "{n} par osób ma różne wyniki.",
    },
    together: "Wszyscy mają ten sam wynik, więc żadne pytanie nie dzieli grupy.",
    joined: Plural {
        one: "Wtedy ten sam wynik miałaby {n} para z {total}.",
        few: "Wtedy ten sam wynik miałyby {n} pary z {total}.",
        many: "Wtedy ten sam wynik miałoby {n} par z {total}.",
    },
    differing: Plural {
        one: "{n} para odpowiedziała na nie różnie.",
        few: "{n} pary odpowiedziały na nie różnie.",
        many: "{n} par odpowiedziało na nie różnie.",
    },
    answer: "Odpowiedź",
    unanswered: "Trudno powiedzieć albo nie pytano",

    enlarge: "Duża czcionka na rzutnik",
    leave: "Powrót do zwykłej czcionki (Esc)",
};
