//! French.

use crate::text::{group::GroupText, message::two};

pub const GROUP: GroupText = GroupText {
    title: "Pour une classe ou une réunion",
    lead: "Chaque personne répond de son côté et vous envoie le lien vers son résultat. Collez les liens ici pour voir les résultats du groupe et la question qui le divise le plus.",
    no_script: "Cette page compte les liens sur votre propre appareil. Elle a besoin pour cela de JavaScript, qui est désactivé ou n’a pas été chargé.",
    trouble: "Cette page ne fonctionne pas. Rechargez-la. Si cela ne suffit pas, le navigateur est trop ancien ou bloque WebAssembly, comme le fait le mode Isolement.",

    label: "Les liens, un par ligne",
    hint: "Des liens complets, dans n’importe quelle langue de ce site, ou seulement la partie après le #. Ils restent sur cet appareil ; rien n’est envoyé.",
    show: "Afficher les résultats",
    try_example: "Essayer un exemple",
    example_says: "Un exemple : cinq personnes que nous avons inventées.",
    nothing: "Nous n’avons trouvé aucune réponse dans ces lignes. Copiez chaque lien en entier, avec tout ce qui suit le #.",

    faults_title: "Lignes posant problème",
    line: "Ligne {line} :",
    no_answer: "Nous n’y avons trouvé aucune réponse ; elle n’est donc pas comptée.",
    dropped: two("{n} partie, illisible, a été laissée de côté.", "{n} parties, illisibles, ont été laissées de côté."),
    more_faults: two("Et {n} autre ligne.", "Et {n} autres lignes."),
    left_out: two(
        "{n} autre lien a été laissé de côté : cette page en traite {most} à la fois.",
        "{n} autres liens ont été laissés de côté : cette page en traite {most} à la fois.",
    ),

    result_title: "Les résultats de ce groupe",
    no_survey: "Il s’agit de ce seul groupe, pas d’un sondage. Cela ne dit rien de personne d’autre.",
    readers: two("{n} personne", "{n} personnes"),
    settled: two("{n} résultat est définitif", "{n} résultats sont définitifs"),
    open: two("{n} n’est pas encore définitif", "{n} ne sont pas encore définitifs"),
    switched: two(
        "{n} personne utilise une autre interprétation. Chaque lien compte avec sa propre interprétation.",
        "{n} personnes utilisent une autre interprétation. Chaque lien compte avec sa propre interprétation.",
    ),
    guarantee: "Option, de la plus forte à la plus faible (notre classement)",
    count: "Personnes",
    open_here: two("{n} pas encore définitif", "{n} pas encore définitifs"),

    divisions_title: "Ce qui divise le plus le groupe",
    divisions_lead: "Nous examinons toutes les paires de personnes aux résultats différents. Pour chaque question : combien de paires s’accorderaient si l’une des deux reprenait la réponse de l’autre ?",
    apart: two(
        "{n} paire de personnes a des résultats différents.",
        "{n} paires de personnes ont des résultats différents.",
    ),
    together: "Tout le monde arrive au même résultat : aucune question ne divise donc le groupe.",
    joined: two("{n} paire sur {total} s’accorderait alors.", "{n} paires sur {total} s’accorderaient alors."),
    differing: two("{n} paire y a répondu différemment.", "{n} paires y ont répondu différemment."),
    answer: "Réponse",
    unanswered: "« Je ne sais pas », ou question non posée",

    enlarge: "Gros caractères pour la projection",
    leave: "Caractères normaux (Échap)",
};
