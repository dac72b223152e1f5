"""What is refused of an analysis that inherits another: texts of what ros asks."""

from prosess.domain.text.wording import RefusalText, Wording

INHERITANCE: dict[str, RefusalText] = {
    "ROS_INHERITS_CIRCLE": RefusalText(
        Wording(
            "Analysene arver hverandre i ring: {chain}.",
            "Analysane arvar kvarandre i ring: {chain}.",
            "The analyses inherit from one another in a ring: {chain}.",
        ),
        Wording(
            "La den mest generelle analysen ikke arve noen av de andre.",
            "La den mest generelle analysen ikkje arve nokon av dei andre.",
            "Let the most general of them inherit from none of the others.",
        ),
    ),
    "ROS_INHERITS_NOTHING": RefusalText(
        Wording(
            "Mappen som skulle ha {analysis}, har ingen ros.yaml.",
            "Mappa som skulle ha {analysis}, har ingen ros.yaml.",
            "The folder that should hold {analysis} has no ros.yaml.",
        ),
        Wording(
            "Oppgi mappen til analysen, sett fra denne.",
            "Oppgi mappa til analysen, sett frå denne.",
            "Name the folder of the analysis, relative to this one.",
        ),
    ),
    "ROS_INHERITS_OTHER": RefusalText(
        Wording(
            "Mappen har analysen {found}, ikke {expected}.",
            "Mappa har analysen {found}, ikkje {expected}.",
            "The folder holds {found}, not {expected}.",
        ),
        Wording(
            "Rett mappen eller id-en under inherits.",
            "Rett mappa eller id-en under inherits.",
            "Correct the folder or the id under inherits.",
        ),
    ),
    "ROS_INHERITS_CRITERIA": RefusalText(
        Wording(
            "{analysis} er laget med {theirs}, og denne med {mine}. Nivåene kan ikke sammenlignes.",
            "{analysis} er laga med {theirs}, og denne med {mine}. Nivåa kan ikkje samanliknast.",
            "{analysis} was made with {theirs}, and this one with {mine}. Their levels cannot be compared.",
        ),
        Wording(
            "Bruk samme kriterier i begge, eller flytt den ene med prosess ros migrate.",
            "Bruk same kriterium i begge, eller flytt den eine med prosess ros migrate.",
            "Use one profile in both, or move one of them with prosess ros migrate.",
        ),
    ),
    "ROS_PARTY_OF_PARENT": RefusalText(
        Wording(
            "{party} er en annen part i {analysis}, som arves.",
            "{party} er ein annan part i {analysis}, som blir arva.",
            "{party} is another party in {analysis}, which is inherited.",
        ),
        Wording(
            "Gi parten en egen id her.",
            "Gi parten ein eigen id her.",
            "Give the party an id of its own here.",
        ),
    ),
    "ROS_NOT_INHERITED": RefusalText(
        Wording(
            "Ingen analyse som arves, har risikoen {risk}.",
            "Ingen analyse som blir arva, har risikoen {risk}.",
            "No analysis that is inherited has the risk {risk}.",
        ),
        Wording(
            "Rett id-en, eller skriv risikoen som analysens egen, med schema: risk/1.",
            "Rett id-en, eller skriv risikoen som analysen sin eigen, med schema: risk/1.",
            "Correct the id, or write the risk as this analysis' own, with schema: risk/1.",
        ),
    ),
    "ROS_OTHER_ORIGIN": RefusalText(
        Wording(
            "Risikoen {risk} kommer fra {origin}.",
            "Risikoen {risk} kjem frå {origin}.",
            "The risk {risk} comes from {origin}.",
        ),
        Wording(
            "Skriv origin: {origin}.",
            "Skriv origin: {origin}.",
            "Write origin: {origin}.",
        ),
    ),
}
