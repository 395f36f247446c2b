//! Czech.

use crate::text::{group::GroupText, message::Plural};

pub const GROUP: GroupText = GroupText {
    title: "Pro třídu nebo setkání",
    lead: "Každý odpoví sám a pošle vám odkaz na svůj výsledek. Vložte odkazy sem a uvidíte výsledky skupiny i otázku, která ji nejvíc rozděluje.",
    no_script: "Tato stránka počítá odkazy ve vašem vlastním zařízení. Potřebuje k tomu JavaScript, který je vypnutý nebo se nenačetl.",
    trouble: "Tato stránka nefunguje. Načtěte ji znovu. Pokud to nepomůže, je prohlížeč příliš starý nebo blokuje WebAssembly, jako to dělá režim blokování (Lockdown Mode).",

    label: "Odkazy, na každém řádku jeden",
    hint: "Celé odkazy v kterémkoli jazyce tohoto webu, nebo jen část za znakem #. Zůstanou v tomto zařízení; nic se neposílá.",
    show: "Zobrazit výsledky",
    try_example: "Vyzkoušet příklad",
    example_says: "Příklad: pět čtenářů, které jsme si vymysleli.",
    nothing: "V těchto řádcích jsme nenašli odpovědi. Zkopírujte každý odkaz celý, včetně všeho za znakem #.",

    faults_title: "Řádky s\u{a0}chybou",
    line: "Řádek {line}:",
    no_answer: "Nenašli jsme v něm odpovědi, proto se nepočítá.",
    dropped: Plural {
        one: "{n} část jsme nedokázali přečíst a vynechali jsme ji.",
        few: "{n} části jsme nedokázali přečíst a vynechali jsme je.",
        many: "{n} částí jsme nedokázali přečíst a vynechali jsme je.",
    },
    more_faults: Plural {
        one: "A ještě {n} řádek.", few: "A ještě {n} řádky.", many: "A ještě {n} řádků."
    },
    left_out: Plural {
        one: "Vynechán byl ještě {n} odkaz: tato stránka jich přijme najednou {most}.",
        few: "Vynechány byly ještě {n} odkazy: tato stránka jich přijme najednou {most}.",
        many: "Vynecháno bylo ještě {n} odkazů: tato stránka jich přijme najednou {most}.",
    },

    result_title: "Výsledky této skupiny",
    no_survey: "Je to jen tato skupina, ne průzkum. O nikom jiném nic neříká.",
    readers: Plural { one: "{n} čtenář", few: "{n} čtenáři", many: "{n} čtenářů" },
    settled: Plural {
        one: "{n} výsledek je konečný",
        few: "{n} výsledky jsou konečné",
        many: "{n} výsledků je konečných",
    },
    open: Plural {
        one: "{n} ještě není konečný", few: "{n} ještě nejsou konečné", many: "{n} ještě není konečných"
    },
    switched: Plural {
        one: "{n} čtenář používá jiný výklad. Každý odkaz se počítá se svým výkladem.",
        few: "{n} čtenáři používají jiný výklad. Každý odkaz se počítá se svým výkladem.",
        many: "{n} čtenářů používá jiný výklad. Každý odkaz se počítá se svým výkladem.",
    },
    guarantee: "Varianta, od nejsilnější (naše pořadí)",
    count: "Čtenáři",
    open_here: Plural {
        one: "{n} ještě není konečný",
        few: "{n} ještě nejsou konečné",
        many: "{n} ještě není konečných",
    },

    divisions_title: "Co skupinu nejvíc rozděluje",
    divisions_lead: "Díváme se na každou dvojici čtenářů s různými výsledky. U každé otázky: kolik dvojic by se shodlo, kdyby jeden převzal odpověď druhého?",
    apart: Plural {
        one: "{n} dvojice čtenářů má různé výsledky.",
        few: "{n} dvojice čtenářů mají různé výsledky.",
        many: "{n} dvojic čtenářů má různé výsledky.",
    },
    together: "Všichni došli ke stejnému výsledku, žádná otázka tedy skupinu nerozděluje.",
    joined: Plural {
        one: "Pak by se shodla {n} dvojice z {total}.",
        few: "Pak by se shodly {n} dvojice z {total}.",
        many: "Pak by se shodlo {n} dvojic z {total}.",
    },
    differing: Plural {
        one: "{n} dvojice na ni odpověděla různě.",
        few: "{n} dvojice na ni odpověděly různě.",
        many: "{n} dvojic na ni odpovědělo různě.",
    },
    answer: "Odpověď",
    unanswered: "Těžko říct, nebo bez otázky",

    enlarge: "Velké písmo pro projektor",
    leave: "Zpět k běžnému písmu (Esc)",
};
