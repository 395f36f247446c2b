//! Slovak.

use crate::text::{group::GroupText, message::Plural};

pub const GROUP: GroupText = GroupText {
    title: "Pre triedu alebo stretnutie",
    lead: "Každý odpovie sám a pošle vám odkaz na svoj výsledok. Vložte odkazy sem a uvidíte výsledky skupiny aj to, ktorá otázka ju rozdeľuje najviac.",
    no_script: "Táto stránka počíta odkazy vo vašom zariadení. Potrebuje na to JavaScript, ktorý je vypnutý alebo sa nenačítal.",
    trouble: "Táto stránka nefunguje. Načítajte ju znova. Ak to nepomôže, prehliadač je pristarý alebo blokuje WebAssembly, ako to robí režim blokovania (Lockdown Mode).",

    label: "Odkazy, každý na samostatnom riadku",
    hint: "Celé odkazy v ktoromkoľvek jazyku tohto webu alebo len časť za znakom #. Zostanú v tomto zariadení; nič sa neposiela.",
    show: "Zobraziť výsledok",
    try_example: "Skúsiť príklad",
    example_says: "Príklad: päť ľudí, ktorých sme si vymysleli.",
    nothing: "V týchto riadkoch sme nenašli odpovede. Skopírujte každý odkaz celý vrátane všetkého za znakom #.",

    faults_title: "Riadky s\u{a0}problémom",
    line: "Riadok {line}:",
    no_answer: "Nenašli sme v ňom odpovede, preto sa neráta.",
    dropped: Plural {
        one: "{n} časť sme nevedeli prečítať a vynechali sme ju.",
        few: "{n} časti sme nevedeli prečítať a vynechali sme ich.",
        many: "{n} častí sme nevedeli prečítať a vynechali sme ich.",
    },
    more_faults: Plural {
        one: "A {n} ďalší riadok.", few: "A {n} ďalšie riadky.", many: "A {n} ďalších riadkov."
    },
    left_out: Plural {
        one: "{n} ďalší odkaz sme vynechali: táto stránka ich naraz prijme najviac {most}.",
        few: "{n} ďalšie odkazy sme vynechali: táto stránka ich naraz prijme najviac {most}.",
        many: "{n} ďalších odkazov sme vynechali: táto stránka ich naraz prijme najviac {most}.",
    },

    result_title: "Výsledky tejto skupiny",
    no_survey: "Je to len táto skupina, nie prieskum. O nikom inom to nevypovedá.",
    readers: Plural { one: "{n} človek", few: "{n} ľudia", many: "{n} ľudí" },
    settled: Plural {
        one: "{n} výsledok je konečný",
        few: "{n} výsledky sú konečné",
        many: "{n} výsledkov je konečných",
    },
    open: Plural {
        one: "{n} zatiaľ nie je konečný",
        few: "{n} zatiaľ nie sú konečné",
        many: "{n} zatiaľ nie je konečných",
    },
    switched: Plural {
        one: "{n} človek používa iný výklad. Každý odkaz sa ráta s vlastným výkladom.",
        few: "{n} ľudia používajú iný výklad. Každý odkaz sa ráta s vlastným výkladom.",
        many: "{n} ľudí používa iný výklad. Každý odkaz sa ráta s vlastným výkladom.",
    },
    guarantee: "Variant, od najsilnejšieho (naše poradie)",
    count: "Ľudia",
    open_here: Plural {
        one: "{n} zatiaľ nie je konečný",
        few: "{n} zatiaľ nie sú konečné",
        many: "{n} zatiaľ nie je konečných",
    },

    divisions_title: "Čo skupinu rozdeľuje najviac",
    divisions_lead: "Pozeráme na všetky dvojice ľudí s rôznymi výsledkami. Pri každej otázke: koľko dvojíc by sa zhodlo, keby jeden prevzal odpoveď druhého?",
    apart: Plural {
        one: "{n} dvojica má rôzne výsledky.",
        few: "{n} dvojice majú rôzne výsledky.",
        many: "{n} dvojíc má rôzne výsledky.",
    },
    together: "Všetci prišli k rovnakému výsledku, takže skupinu nerozdeľuje žiadna otázka.",
    joined: Plural {
        one: "Dvojice, ktoré by sa potom zhodli: {n} z {total}.",
        few: "Dvojice, ktoré by sa potom zhodli: {n} z {total}.",
        many: "Dvojice, ktoré by sa potom zhodli: {n} z {total}.",
    },
    differing: Plural {
        one: "{n} dvojica na ňu odpovedala rozdielne.",
        few: "{n} dvojice na ňu odpovedali rozdielne.",
        many: "{n} dvojíc na ňu odpovedalo rozdielne.",
    },
    answer: "Odpoveď",
    unanswered: "Ťažko povedať alebo sme sa nepýtali",

    enlarge: "Veľké písmo pre projektor",
    leave: "Späť k bežnému písmu (Esc)",
};
