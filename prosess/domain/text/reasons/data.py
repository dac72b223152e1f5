"""Why gate G1 is closed: data and law."""

from prosess.domain.role import Role
from prosess.domain.text.wording import ReasonText, Wording

REASONS: dict[str, ReasonText] = {
    "G1_LEGAL_BASIS_MISSING": ReasonText(
        Wording(
            "Utvekslingen {integration} går til en annen organisasjon, men ingen dataflyt oppgir rettslig grunnlag.",
            "Utvekslinga {integration} går til ein annan organisasjon, men ingen dataflyt oppgir rettsleg grunnlag.",
            "Exchange {integration} is with another organisation, but no data flow states a legal basis for it.",
        ),
        ("integration",),
        "state_legal_basis",
        Role.DATA_CONTROLLER_REP,
    ),
    "G1_AUTOMATIC_LOOKUP_NOT_ASSESSED": ReasonText(
        Wording(
            "Utvekslingen {integration} gjør automatiske oppslag, og grunnlaget for det er ikke vurdert.",
            "Utvekslinga {integration} gjer automatiske oppslag, og grunnlaget for det er ikkje vurdert.",
            "Exchange {integration} looks up automatically, and the ground for that is not assessed.",
        ),
        ("integration",),
        "assess_automatic_lookup",
        Role.DATA_CONTROLLER_REP,
    ),
    "G1_DATA_CLASS_NOT_ALLOWED": ReasonText(
        Wording(
            "Pasientforløpet behandler {data_class}; miljøet {environment} er laget for {data_class_allowed}.",
            "Pasientforløpet behandlar {data_class}; miljøet {environment} er laga for {data_class_allowed}.",
            "The pathway processes {data_class}; environment {environment} is made for {data_class_allowed}.",
        ),
        ("data_class", "data_class_allowed", "environment"),
        "choose_environment",
        Role.PLATFORM_OWNER,
    ),
    "G1_STORAGE_COUNTRY_NOT_ALLOWED": ReasonText(
        Wording(
            "Data skal lagres i et land som miljøet {environment} ikke tillater: {country}.",
            "Data skal lagrast i eit land som miljøet {environment} ikkje tillèt: {country}.",
            "Data would be stored in a country that environment {environment} does not allow: {country}.",
        ),
        ("country", "environment"),
        "keep_to_allowed_countries",
        Role.PRODUCT_OWNER,
    ),
    "G1_OPERATOR_COUNTRY_NOT_ALLOWED": ReasonText(
        Wording(
            "Drift eller support skal skje fra et land som miljøet {environment} ikke tillater: {country}.",
            "Drift eller støtte skal skje frå eit land som miljøet {environment} ikkje tillèt: {country}.",
            "Operation or support would take place from a country that environment {environment} does not allow: "
            "{country}.",
        ),
        ("country", "environment"),
        "keep_to_allowed_countries",
        Role.PRODUCT_OWNER,
    ),
    "G1_DPIA_UNDECIDED": ReasonText(
        Wording(
            "Det er ikke avgjort om vurdering av personvernkonsekvenser (DPIA) trengs.",
            "Det er ikkje avgjort om vurdering av personvernkonsekvensar (DPIA) trengst.",
            "It is not decided whether a data protection impact assessment (DPIA) is needed.",
        ),
        (),
        "decide_dpia",
        Role.DATA_CONTROLLER_REP,
    ),
}

REMEDIES: dict[str, Wording] = {
    "state_legal_basis": Wording(
        "Beskriv dataflyten i manifestet med GDPR artikkel 6 og 9 og nasjonale bestemmelser.",
        "Skildre dataflyten i manifestet med GDPR artikkel 6 og 9 og nasjonale føresegner.",
        "Describe the data flow in the manifest with GDPR articles 6 and 9 and national provisions.",
    ),
    "assess_automatic_lookup": Wording(
        "Vurder og noter grunnlaget, eller la helsepersonell eller pasient starte oppslaget.",
        "Vurder og noter grunnlaget, eller la helsepersonell eller pasient starte oppslaget.",
        "Assess and record the ground, or let a clinician or the patient start the look-up.",
    ),
    "choose_environment": Wording(
        "Velg et miljø som er laget for slike opplysninger, eller be om at dette blir det.",
        "Vel eit miljø som er laga for slike opplysningar, eller be om at dette blir det.",
        "Choose an environment made for such data, or ask for this one to become so.",
    ),
    "keep_to_allowed_countries": Wording(
        "Hold lagring, drift og support i land som miljøet tillater. Fjernsupport regnes som overføring.",
        "Hald lagring, drift og støtte i land som miljøet tillèt. Fjernstøtte blir rekna som overføring.",
        "Keep storage, operation and support in countries that the environment allows. Remote support is a transfer.",
    ),
    "decide_dpia": Wording(
        "Avgjør det med råd fra personvernombudet, og sett data.dpia i manifestet.",
        "Avgjer det med råd frå personvernombodet, og set data.dpia i manifestet.",
        "Decide with the advice of the data protection officer, and set data.dpia in the manifest.",
    ),
}
