//! Latvian.

use crate::text::{group::GroupText, message::Plural};

pub const GROUP: GroupText = GroupText {
    title: "Nodarbībai vai sanāksmei",
    lead: "Katrs atbild pats un atsūta jums saiti uz savu rezultātu. Ielīmējiet saites šeit, lai redzētu grupas rezultātus un jautājumu, kas to visvairāk šķir.",
    no_script: "Šī lapa skaita saites jūsu ierīcē. Tam vajadzīgs JavaScript, kas ir izslēgts vai netika ielādēts.",
    trouble: "Šī lapa nedarbojas. Pārlādējiet to. Ja tas nepalīdz, pārlūks ir pārāk vecs vai bloķē WebAssembly, kā to dara bloķēšanas režīms (Lockdown Mode).",

    label: "Saites, pa vienai rindā",
    hint: "Pilnas saites jebkurā šīs vietnes valodā vai tikai daļa aiz #. Tās paliek šajā ierīcē; nekas netiek sūtīts.",
    show: "Rādīt rezultātu",
    try_example: "Izmēģināt piemēru",
    example_says: "Piemērs: pieci lasītāji, ko mēs izdomājām.",
    nothing: "Šajās rindās atbildes neatradām. Nokopējiet katru saiti pilnībā, kopā ar visu, kas ir aiz #.",

    faults_title: "Rindas, kurās ir kļūda",
    line: "{line}. rinda:",
    no_answer: "Atbildes tajā neatradām, tāpēc tā nav ieskaitīta.",
    dropped: Plural {
        one: "Nevarējām nolasīt {n} daļu un to izlaidām.",
        few: "Nevarējām nolasīt {n} daļas un tās izlaidām.",
        many: "Nevarējām nolasīt {n} daļu un tās izlaidām.",
    },
    more_faults: Plural { one: "Un vēl {n} rinda.", few: "Un vēl {n} rindas.", many: "Un vēl {n} rindu." },
    left_out: Plural {
        one: "Izlaista vēl {n} saite: šī lapa vienā reizē pieņem {most}.",
        few: "Izlaistas vēl {n} saites: šī lapa vienā reizē pieņem {most}.",
        many: "Izlaistas vēl {n} saites: šī lapa vienā reizē pieņem {most}.",
    },

    result_title: "Šīs grupas rezultāti",
    no_survey: "Tā ir tikai šī grupa, nevis aptauja. Par citiem cilvēkiem tas neko nesaka.",
    readers: Plural { one: "{n} lasītājs", few: "{n} lasītāji", many: "{n} lasītāju" },
    settled: Plural {
        one: "{n} rezultāts ir galīgs", few: "{n} rezultāti ir galīgi", many: "{n} rezultāti ir galīgi"
    },
    open: Plural { one: "{n} vēl nav galīgs", few: "{n} vēl nav galīgi", many: "{n} vēl nav galīgi" },
    switched: Plural {
        one: "{n} lasītājs izmanto citu interpretāciju. Katru saiti skaitām ar tās interpretāciju.",
        few: "{n} lasītāji izmanto citu interpretāciju. Katru saiti skaitām ar tās interpretāciju.",
        many: "{n} lasītāju izmanto citu interpretāciju. Katru saiti skaitām ar tās interpretāciju.",
    },
    guarantee: "Variants, sākot ar spēcīgāko (mūsu secībā)",
    count: "Lasītāji",
    open_here: Plural { one: "{n} vēl nav galīgs", few: "{n} vēl nav galīgi", many: "{n} vēl nav galīgi" },

    divisions_title: "Kas grupu šķir visvairāk",
    divisions_lead: "Aplūkojam katru lasītāju pāri ar atšķirīgiem rezultātiem. Katram jautājumam: cik pāru rezultāti sakristu, ja viens pārņemtu otra atbildi?",
    apart: Plural {
        one: "{n} lasītāju pārim rezultāti atšķiras.",
        few: "{n} lasītāju pāriem rezultāti atšķiras.",
        many: "{n} lasītāju pāriem rezultāti atšķiras.",
    },
    together: "Visi nonāca pie viena un tā paša rezultāta, tāpēc grupu nešķir neviens jautājums.",
    joined: Plural {
        one: "Tad rezultāti sakristu {n} pārim no {total}.",
        few: "Tad rezultāti sakristu {n} pāriem no {total}.",
        many: "Tad rezultāti sakristu {n} pāriem no {total}.",
    },
    differing: Plural {
        one: "{n} pāris uz to atbildēja atšķirīgi.",
        few: "{n} pāri uz to atbildēja atšķirīgi.",
        many: "{n} pāru uz to atbildēja atšķirīgi.",
    },
    answer: "Atbilde",
    unanswered: "Grūti pateikt vai nav jautāts",

    enlarge: "Lieli burti projektoram",
    leave: "Atpakaļ pie parastiem burtiem (Esc)",
};
