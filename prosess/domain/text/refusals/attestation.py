"""What is refused of an attestation: what somebody says that no machine can see."""

from prosess.domain.text.wording import RefusalText, Wording

ATTESTATIONS: dict[str, RefusalText] = {
    "ATTESTATION_WITHOUT_MANDATE": RefusalText(
        Wording(
            "{control} kan bare bekreftes av {acceptors}. Her er rollen {has}.",
            "{control} kan berre stadfestast av {acceptors}. Her er rolla {has}.",
            "{control} may be attested by {acceptors} only. The role here is {has}.",
        ),
        Wording(
            "Spør den som har rollen {acceptors}.",
            "Spør den som har rolla {acceptors}.",
            "Ask whoever is {acceptors}.",
        ),
    ),
    "ATTESTATION_OTHER_ORGANISATION": RefusalText(
        Wording(
            "{organisation} er ikke blant partene i analysen.",
            "{organisation} er ikkje blant partane i analysen.",
            "{organisation} is not among the parties of the analysis.",
        ),
        Wording(
            "Spør en av partene: {organisations}.",
            "Spør ein av partane: {organisations}.",
            "Ask one of the parties: {organisations}.",
        ),
    ),
    "ATTESTATION_OF_NOTHING": RefusalText(
        Wording(
            "{control} har ingenting som en person skal bekrefte.",
            "{control} har ingenting som ein person skal stadfeste.",
            "{control} has nothing that a person is to attest.",
        ),
        Wording("Velg en av {known}.", "Vel ein av {known}.", "Choose one of {known}."),
    ),
    "ATTESTATION_FACTS": RefusalText(
        Wording(
            "{control} krever at disse oppgis, og ingen andre: {facts_asked}.",
            "{control} krev at desse blir oppgitt, og ingen andre: {facts_asked}.",
            "{control} asks for these facts, and no others: {facts_asked}.",
        ),
        Wording(
            "Oppgi hver av dem med --fact navn=verdi.",
            "Oppgi kvar av dei med --fact namn=verdi.",
            "Give each with --fact name=value.",
        ),
    ),
    "ATTESTATION_ENDED": RefusalText(
        Wording(
            "{until} er passert; i dag er det {today}.",
            "{until} er passert; i dag er det {today}.",
            "{until} is over; today is {today}.",
        ),
        Wording(
            "Oppgi en dag som ikke er passert.",
            "Oppgi ein dag som ikkje er passert.",
            "Give a day that is still to come.",
        ),
    ),
    "ATTESTATION_TOO_LONG": RefusalText(
        Wording(
            "{control} skal bekreftes minst hver {days}. dag.",
            "{control} skal stadfestast minst kvar {days}. dag.",
            "{control} is to be attested at least every {days} days.",
        ),
        Wording(
            "Oppgi {latest} eller en tidligere dag.",
            "Oppgi {latest} eller ein tidlegare dag.",
            "Give {latest} or an earlier day.",
        ),
    ),
}
