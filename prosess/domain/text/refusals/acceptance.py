"""What is refused of the acceptance of a residual risk."""

from prosess.domain.text.wording import RefusalText, Wording

ACCEPTANCES: dict[str, RefusalText] = {
    "ACCEPTANCE_OF_NOTHING": RefusalText(
        Wording("Ingen risiko er oppgitt.", "Ingen risiko er oppgitt.", "No risk is named."),
        Wording("Oppgi minst én risiko.", "Oppgi minst éin risiko.", "Name at least one risk."),
    ),
    "ACCEPTANCE_NOT_ASSESSED": RefusalText(
        Wording(
            "{risk} har ikke noe nivå, så ingen vet hva som blir akseptert.",
            "{risk} har ikkje noko nivå, så ingen veit kva som blir akseptert.",
            "{risk} has no level, so nobody knows what would be accepted.",
        ),
        Wording(
            "Se hvorfor med prosess ros explain, og få risikoen vurdert først.",
            "Sjå kvifor med prosess ros explain, og få risikoen vurdert først.",
            "See why with prosess ros explain, and have the risk assessed first.",
        ),
    ),
    "ACCEPTANCE_BY_AUTHOR": RefusalText(
        Wording(
            "Den som har laget vurderingen, aksepterer aldri risikoene i den.",
            "Den som har laga vurderinga, aksepterer aldri risikoane i ho.",
            "Whoever wrote the assessment never accepts its risks.",
        ),
        Wording(
            "Spør en annen risikoeier hos den dataansvarlige.",
            "Spør ein annan risikoeigar hos den dataansvarlege.",
            "Ask another risk owner of the data controller.",
        ),
    ),
    "ACCEPTANCE_BY_REVIEWER": RefusalText(
        Wording(
            "Den som har kontrollert vurderingen, aksepterer aldri risikoene i den.",
            "Den som har kontrollert vurderinga, aksepterer aldri risikoane i ho.",
            "Whoever reviewed the assessment never accepts its risks.",
        ),
        Wording(
            "Spør en risikoeier hos den dataansvarlige.",
            "Spør ein risikoeigar hos den dataansvarlege.",
            "Ask a risk owner of the data controller.",
        ),
    ),
    "ACCEPTANCE_OTHER_CONTROLLER": RefusalText(
        Wording(
            "{organisation} er ikke dataansvarlig for {risk}.",
            "{organisation} er ikkje dataansvarleg for {risk}.",
            "{organisation} is not a data controller of {risk}.",
        ),
        Wording(
            "Hver dataansvarlig aksepterer for seg selv: {controllers}.",
            "Kvar dataansvarleg aksepterer for seg sjølv: {controllers}.",
            "Each data controller accepts its own: {controllers}.",
        ),
    ),
    "ACCEPTANCE_BY_NOBODY": RefusalText(
        Wording(
            "{risk} er på nivået {level}, som ingen kan akseptere.",
            "{risk} er på nivået {level}, som ingen kan akseptere.",
            "{risk} is at {level}, which nobody may accept.",
        ),
        Wording("Reduser eller unngå risikoen.", "Reduser eller unngå risikoen.", "Reduce the risk, or avoid it."),
    ),
    "ACCEPTANCE_WITHOUT_MANDATE": RefusalText(
        Wording(
            "{risk} er på nivået {level}, som bare kan aksepteres av {acceptors}. Her er rollen {has}.",
            "{risk} er på nivået {level}, som berre kan aksepterast av {acceptors}. Her er rolla {has}.",
            "{risk} is at {level}, which may be accepted by {acceptors} only. The role here is {has}.",
        ),
        Wording(
            "Spør den som har rollen {acceptors} hos den dataansvarlige.",
            "Spør den som har rolla {acceptors} hos den dataansvarlege.",
            "Ask whoever is {acceptors} of the data controller.",
        ),
    ),
    "ACCEPTANCE_IN_TWO_ROLES": RefusalText(
        Wording(
            "Ingen enkelt rolle kan akseptere alle av {ids}.",
            "Inga einskild rolle kan akseptere alle av {ids}.",
            "No one role may accept all of {ids}.",
        ),
        Wording(
            "Aksepter risikoene på hvert nivå for seg.",
            "Aksepter risikoane på kvart nivå for seg.",
            "Accept the risks of each level by themselves.",
        ),
    ),
    "ACCEPTANCE_WITHOUT_REASON": RefusalText(
        Wording("Begrunnelsen mangler.", "Grunngivinga manglar.", "The reason is missing."),
        Wording("Skriv hvorfor.", "Skriv kvifor.", "Say why."),
    ),
    "ACCEPTANCE_WITHOUT_END": RefusalText(
        Wording("Siste dag mangler.", "Siste dag manglar.", "The last day is missing."),
        Wording(
            "Enhver aksept går ut: oppgi siste dag.",
            "Kvar aksept går ut: oppgi siste dag.",
            "Every acceptance expires: give its last day.",
        ),
    ),
    "ACCEPTANCE_ENDED": RefusalText(
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
    "ACCEPTANCE_TOO_LONG": RefusalText(
        Wording(
            "{risk} er på nivået {level}, som kan aksepteres i høyst {days} dager.",
            "{risk} er på nivået {level}, som kan aksepterast i høgst {days} dagar.",
            "{risk} is at {level}, which may be accepted for {days} days at most.",
        ),
        Wording(
            "Oppgi {latest} eller en tidligere dag.",
            "Oppgi {latest} eller ein tidlegare dag.",
            "Give {latest} or an earlier day.",
        ),
    ),
    "ACCEPTANCE_NOT_YOURS": RefusalText(
        Wording(
            "Bare rollen {role} hos {organisation} kan trekke aksepten.",
            "Berre rolla {role} hos {organisation} kan trekkje aksepten.",
            "Only a {role} of {organisation} may take the acceptance back.",
        ),
        Wording("Spør den som har rollen der.", "Spør den som har rolla der.", "Ask whoever has that role there."),
    ),
    "ACCEPTANCE_OTHER_ANALYSIS": RefusalText(
        Wording(
            "Aksepten gjelder analysen {analysis}, ikke denne.",
            "Aksepten gjeld analysen {analysis}, ikkje denne.",
            "The acceptance is of the analysis {analysis}, not of this one.",
        ),
        Wording(
            "Flytt filen til den analysens mappe.",
            "Flytt fila til mappa for den analysen.",
            "Move the file to that analysis' folder.",
        ),
    ),
    "ACCEPTANCE_TWICE": RefusalText(
        Wording("To filer har aksepten {id}.", "To filer har aksepten {id}.", "Two files hold the acceptance {id}."),
        Wording("Fjern den ene filen.", "Fjern den eine fila.", "Remove one of the files."),
    ),
    "ACCEPTANCE_UNKNOWN": RefusalText(
        Wording(
            "Ingen aksept her har id {id}.", "Ingen aksept her har id {id}.", "No acceptance here has the id {id}."
        ),
        Wording(
            "Se hvilke som finnes med prosess ros verify.",
            "Sjå kva for nokre som finst med prosess ros verify.",
            "See which there are with prosess ros verify.",
        ),
    ),
}
