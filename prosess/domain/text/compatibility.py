"""Why access options do not go together, and the way out."""

from typing import NamedTuple

from prosess.domain.text.wording import Wording


class RuleText(NamedTuple):
    """A compatibility rule that is broken: what is wrong, and what to do."""

    text: Wording
    hint: Wording


RULES: dict[str, RuleText] = {
    "NO_ACCESS_OPTION": RuleText(
        Wording(
            "ingen alternativer for tilgangskontroll er valgt",
            "ingen alternativ for tilgangskontroll er valde",
            "no access option is chosen",
        ),
        Wording("velg minst ett av AC1–AC6", "vel minst eitt av AC1–AC6", "choose at least one of AC1–AC6"),
    ),
    "OTHER_CONTROLLERS_NEED_ATTESTATION": RuleText(
        Wording(
            "kommuner og fastleger kan ikke slippes inn med de valgte alternativene",
            "kommunar og fastlegar kan ikkje sleppast inn med dei valde alternativa",
            "municipalities and general practices cannot be let in by the chosen options",
        ),
        Wording(
            "legg til helseid_attested, eller epj_delegated fra deres eget journalsystem",
            "legg til helseid_attested, eller epj_delegated frå deira eige journalsystem",
            "add helseid_attested, or epj_delegated from their own record system",
        ),
    ),
    "PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN": RuleText(
        Wording(
            "pasienter logger inn, men ingen alternativer autentiserer innbyggere",
            "pasientar loggar inn, men ingen alternativ autentiserer innbyggjarar",
            "patients log in, but no option authenticates citizens",
        ),
        Wording(
            "legg til citizen_idporten, eller et begrunnet unntak med siste dag for leverandørens egen innlogging",
            "legg til citizen_idporten, eller eit grunngitt unntak med siste dag for leverandøren si eiga innlogging",
            "add citizen_idporten, or a reasoned exception with a last day for a supplier's own log-in",
        ),
    ),
    "GROUPS_ALONE_FOR_HEALTH_DATA": RuleText(
        Wording(
            "grupper alene viser ikke tjenstlig behov per pasient, slik helseopplysninger i produksjon krever",
            "grupper åleine viser ikkje tenestleg behov per pasient, slik helseopplysningar i produksjon krev",
            "groups alone show no need to know per patient, which health data in production asks for",
        ),
        Wording(
            "legg til et alternativ som avgjør per pasient, for eksempel epj_delegated eller task_relation",
            "legg til eit alternativ som avgjer per pasient, til dømes epj_delegated eller task_relation",
            "add an option that decides per patient, such as epj_delegated or task_relation",
        ),
    ),
    "TASK_RELATION_NEEDS_AUTHENTICATION": RuleText(
        Wording(
            "task_relation avgjør på en relasjon, men ingenting autentiserer helsepersonellet",
            "task_relation avgjer på ein relasjon, men ingenting autentiserer helsepersonellet",
            "task_relation decides on a relation, but nothing authenticates the clinician",
        ),
        Wording(
            "legg til entra_groups, regional_iam, helseid_attested eller epj_delegated",
            "legg til entra_groups, regional_iam, helseid_attested eller epj_delegated",
            "add entra_groups, regional_iam, helseid_attested or epj_delegated",
        ),
    ),
    "BREAK_THE_GLASS_NEEDS_CLINICAL_OPTION": RuleText(
        Wording(
            "nødtilgang går foran et alternativ som avgjør klinisk tilgang, og ingen slike er valgt",
            "nødtilgang går framom eit alternativ som avgjer klinisk tilgang, og ingen slike er valde",
            "break-the-glass overrides an option that decides clinical access, and none is chosen",
        ),
        Wording(
            "legg til regional_iam, helseid_attested eller epj_delegated",
            "legg til regional_iam, helseid_attested eller epj_delegated",
            "add regional_iam, helseid_attested or epj_delegated",
        ),
    ),
    "BREAK_THE_GLASS_NEEDS_ACCESS_LOG": RuleText(
        Wording(
            "nødtilgang skal gjennomgås etterpå, og det er ingen logg over klinisk tilgang",
            "nødtilgang skal gjennomgåast etterpå, og det er ingen logg over klinisk tilgang",
            "break-the-glass is reviewed afterwards, and there is no log of clinical access",
        ),
        Wording(
            "slå på loggen over klinisk tilgang i miljøet",
            "slå på loggen over klinisk tilgang i miljøet",
            "turn the log of clinical access on in the environment",
        ),
    ),
    "BLOCKS_CANNOT_BE_OFF_IN_PROD": RuleText(
        Wording(
            "pasientens sperring må respekteres i produksjon",
            "sperringa til pasienten må respekterast i produksjon",
            "a patient's block must be honoured in production",
        ),
        Wording("legg til blocks under overlays", "legg til blocks under overlays", "add blocks under overlays"),
    ),
}
"""Code of the rule (``Incompatibility.code``) → text."""
