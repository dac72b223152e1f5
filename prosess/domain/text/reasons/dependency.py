"""Why gate G4 is closed: dependencies and agreements."""

from prosess.domain.role import Role
from prosess.domain.text.wording import ReasonText, Wording

REASONS: dict[str, ReasonText] = {
    "G4_DEPENDENCY_NOT_CONFIRMED": ReasonText(
        Wording(
            "{actor} har ikke bekreftet sin del av avhengigheten «{dependency}». Fristen er {deadline}.",
            "{actor} har ikkje stadfesta sin del av avhengnaden «{dependency}». Fristen er {deadline}.",
            "{actor} has not confirmed its part of the dependency “{dependency}”. The deadline is {deadline}.",
        ),
        ("actor", "deadline", "dependency", "organisation"),
        "confirm_own_part",
        Role.DEPENDENCY_ACTOR,
    ),
    "G4_DEPENDENCY_OVERDUE": ReasonText(
        Wording(
            "Avhengigheten «{dependency}» skulle vært levert {deadline}.",
            "Avhengnaden «{dependency}» skulle ha vore levert {deadline}.",
            "The dependency “{dependency}” was to be delivered by {deadline}.",
        ),
        ("deadline", "dependency"),
        "deliver_or_agree_new_deadline",
        Role.PRODUCT_OWNER,
    ),
    "G4_ACTOR_UNKNOWN": ReasonText(
        Wording(
            "Avhengigheten «{dependency}» navngir aktøren {actor}, som regionen ikke kjenner; ingen kan bekrefte.",
            "Avhengnaden «{dependency}» nemner aktøren {actor}, som regionen ikkje kjenner; ingen kan stadfeste.",
            "The dependency “{dependency}” names the actor {actor}, whom the region does not know; nobody can confirm.",
        ),
        ("actor", "dependency"),
        "name_known_actor",
        Role.PRODUCT_OWNER,
    ),
    "G4_AGREEMENT_MISSING": ReasonText(
        Wording(
            "{organisation} mangler avtale: {agreement_kind}.",
            "{organisation} manglar avtale: {agreement_kind}.",
            "{organisation} lacks an agreement: {agreement_kind}.",
        ),
        ("agreement_kind", "organisation"),
        "enter_into_agreement",
        Role.DATA_CONTROLLER_REP,
    ),
    "G4_AGREEMENT_EXPIRED": ReasonText(
        Wording(
            "Avtalen til {organisation} gikk ut {expires}: {agreement_kind}.",
            "Avtalen til {organisation} gjekk ut {expires}: {agreement_kind}.",
            "An agreement of {organisation} expired on {expires}: {agreement_kind}.",
        ),
        ("agreement_kind", "expires", "organisation"),
        "renew_agreement",
        Role.DATA_CONTROLLER_REP,
    ),
    "G4_AGREEMENT_NOT_YET_IN_FORCE": ReasonText(
        Wording(
            "Avtalen til {organisation} gjelder først fra {in_force_from}: {agreement_kind}.",
            "Avtalen til {organisation} gjeld først frå {in_force_from}: {agreement_kind}.",
            "An agreement of {organisation} is not in force until {in_force_from}: {agreement_kind}.",
        ),
        ("agreement_kind", "in_force_from", "organisation"),
        "await_agreement",
        Role.DATA_CONTROLLER_REP,
    ),
}

REMEDIES: dict[str, Wording] = {
    "confirm_own_part": Wording(
        "Bekreft egen del i tjenesten, eller foreslå en annen frist.",
        "Stadfest eigen del i tenesta, eller foreslå ein annan frist.",
        "Confirm your own part in the service, or propose another deadline.",
    ),
    "deliver_or_agree_new_deadline": Wording(
        "Få det levert, eller avtal en ny frist og få den bekreftet av hver aktør.",
        "Få det levert, eller avtal ein ny frist og få han stadfesta av kvar aktør.",
        "Have it delivered, or agree on a new deadline and have each actor confirm it.",
    ),
    "name_known_actor": Wording(
        "Rett id-en, eller få aktøren ført inn i regionens fil.",
        "Rett id-en, eller få aktøren ført inn i fila til regionen.",
        "Correct the id, or have the actor added to the region's file.",
    ),
    "enter_into_agreement": Wording(
        "Inngå avtalen, og før den inn i manifestet.",
        "Inngå avtalen, og før han inn i manifestet.",
        "Enter into the agreement, and add it to the manifest.",
    ),
    "renew_agreement": Wording(
        "Forny avtalen, og oppdater den siste dagen i manifestet.",
        "Forny avtalen, og oppdater den siste dagen i manifestet.",
        "Renew the agreement, and update its last day in the manifest.",
    ),
    "await_agreement": Wording(
        "Vent til avtalen gjelder, eller la den gjelde tidligere.",
        "Vent til avtalen gjeld, eller la han gjelde tidlegare.",
        "Wait until the agreement is in force, or let it begin earlier.",
    ),
}
