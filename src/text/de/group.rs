//! German.

use crate::text::{group::GroupText, message::two};

pub const GROUP: GroupText = GroupText {
    title: "Für Unterricht oder Treffen",
    lead: "Alle antworten für sich und schicken Ihnen den Link zu ihrem Ergebnis. Fügen Sie die Links hier ein: Sie sehen die Ergebnisse der Gruppe und die Frage, die sie am stärksten trennt.",
    no_script: "Diese Seite wertet Links auf Ihrem eigenen Gerät aus. Dafür braucht sie JavaScript; es ist ausgeschaltet oder wurde nicht geladen.",
    trouble: "Diese Seite funktioniert nicht. Laden Sie sie neu. Hilft das nicht, ist der Browser zu alt oder blockiert WebAssembly, wie im Blockierungsmodus.",

    label: "Die Links, einer pro Zeile",
    hint: "Ganze Links, in jeder Sprache dieser Website, oder nur der Teil nach dem #. Alles bleibt auf diesem Gerät; nichts wird gesendet.",
    show: "Auswertung zeigen",
    try_example: "Beispiel ausprobieren",
    example_says: "Ein Beispiel: fünf Personen, die wir erfunden haben.",
    nothing: "In diesen Zeilen haben wir keine Antworten gefunden. Kopieren Sie jeden Link ganz, mit allem nach dem #.",

    faults_title: "Zeilen mit einem Problem",
    line: "Zeile {line}:",
    no_answer: "Darin haben wir keine Antworten gefunden, sie zählt also nicht mit.",
    dropped: two(
        "{n} Teil war nicht lesbar, wir haben ihn weggelassen.",
        "{n} Teile waren nicht lesbar, wir haben sie weggelassen.",
    ),
    more_faults: two("Und {n} weitere Zeile.", "Und {n} weitere Zeilen."),
    left_out: two(
        "{n} weiterer Link blieb unberücksichtigt: Diese Seite nimmt höchstens {most} auf einmal.",
        "{n} weitere Links blieben unberücksichtigt: Diese Seite nimmt höchstens {most} auf einmal.",
    ),

    result_title: "Die Ergebnisse dieser Gruppe",
    no_survey: "Das gilt nur für diese Gruppe und ist keine Umfrage. Über andere sagt es nichts.",
    readers: two("{n} Person", "{n} Personen"),
    settled: two("{n} Ergebnis ist endgültig", "{n} Ergebnisse sind endgültig"),
    open: two("{n} ist noch nicht endgültig", "{n} sind noch nicht endgültig"),
    switched: two(
        "{n} Person verwendet eine andere Lesart. Jeder Link zählt mit seiner eigenen Lesart.",
        "{n} Personen verwenden eine andere Lesart. Jeder Link zählt mit seiner eigenen Lesart.",
    ),
    guarantee: "Option, stärkste zuerst (unsere Rangfolge)",
    count: "Personen",
    open_here: two("{n} noch nicht endgültig", "{n} noch nicht endgültig"),

    divisions_title: "Was die Gruppe am stärksten trennt",
    divisions_lead: "Wir betrachten jedes Paar von Personen mit verschiedenen Ergebnissen. Zu jeder Frage: Wie viele Paare wären sich einig, wenn eine Person die Antwort der anderen übernähme?",
    apart: two("{n} Paar hat verschiedene Ergebnisse.", "{n} Paare haben verschiedene Ergebnisse."),
    together: "Alle kommen zum selben Ergebnis, also trennt keine Frage die Gruppe.",
    joined: two("{n} von {total} Paaren wäre sich dann einig.", "{n} von {total} Paaren wären sich dann einig."),
    differing: two("{n} Paar hat sie verschieden beantwortet.", "{n} Paare haben sie verschieden beantwortet."),
    answer: "Antwort",
    unanswered: "Unsicher oder nicht gefragt",

    enlarge: "Große Schrift für den Beamer",
    leave: "Zurück zur normalen Schrift (Esc)",
};
