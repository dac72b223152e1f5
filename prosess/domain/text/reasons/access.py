"""Why gate G2 is closed: the access design."""

from prosess.domain.role import Role
from prosess.domain.text.wording import ReasonText, Wording

REASONS: dict[str, ReasonText] = {
    "G2_ACCESS_INCOMPATIBLE": ReasonText(
        Wording(
            "Alternativene for tilgangskontroll passer ikke: {rule}.",
            "Alternativa for tilgangskontroll passar ikkje: {rule}.",
            "The access options do not fit: {rule}.",
        ),
        ("rule",),
        "change_access_options",
        Role.PRODUCT_OWNER,
    ),
    "G2_OPTION_NOT_PROVIDED": ReasonText(
        Wording(
            "Miljøet {environment} tilbyr ikke «{option}».",
            "Miljøet {environment} tilbyr ikkje «{option}».",
            "Environment {environment} does not provide “{option}”.",
        ),
        ("environment", "option"),
        "provide_option",
        Role.PLATFORM_OWNER,
    ),
    "G2_OVERLAY_NOT_PROVIDED": ReasonText(
        Wording(
            "Miljøet {environment} tilbyr ikke «{overlay}».",
            "Miljøet {environment} tilbyr ikkje «{overlay}».",
            "Environment {environment} does not provide “{overlay}”.",
        ),
        ("environment", "overlay"),
        "provide_option",
        Role.PLATFORM_OWNER,
    ),
    "G2_NO_DECISION_RECORD": ReasonText(
        Wording(
            "Valget av tilgangskontroll er ikke begrunnet i et beslutningsnotat.",
            "Valet av tilgangskontroll er ikkje grunngitt i eit avgjerdsnotat.",
            "The choice of access options is not explained in a decision record.",
        ),
        (),
        "write_decision_record",
        Role.PRODUCT_OWNER,
    ),
    "G2_NO_ACCESS_LOG": ReasonText(
        Wording(
            "Miljøet {environment} har ingen logg over klinisk tilgang.",
            "Miljøet {environment} har ingen logg over klinisk tilgang.",
            "Environment {environment} has no log of clinical access.",
        ),
        ("environment",),
        "turn_access_log_on",
        Role.PLATFORM_OWNER,
    ),
    "G2_NO_BREAK_THE_GLASS_REVIEWER": ReasonText(
        Wording(
            "Pasientforløpet har nødtilgang, men ingen rolle gjennomgår bruken av den.",
            "Pasientforløpet har nødtilgang, men inga rolle gjennomgår bruken av han.",
            "The pathway has break-the-glass, but no role reviews its use.",
        ),
        (),
        "name_reviewer",
        Role.DATA_CONTROLLER_REP,
    ),
}

REMEDIES: dict[str, Wording] = {
    "change_access_options": Wording(
        "Endre valget under access i manifestet: {rule_hint}.",
        "Endre valet under access i manifestet: {rule_hint}.",
        "Change the choice under access in the manifest: {rule_hint}.",
    ),
    "provide_option": Wording(
        "Legg det til i miljøet, eller velg noe som miljøet har.",
        "Legg det til i miljøet, eller vel noko som miljøet har.",
        "Add it to the environment, or choose what the environment has.",
    ),
    "write_decision_record": Wording(
        "Skriv beslutningsnotatet, og vis til det i access.decision_record.",
        "Skriv avgjerdsnotatet, og vis til det i access.decision_record.",
        "Write the decision record, and refer to it in access.decision_record.",
    ),
    "turn_access_log_on": Wording(
        "Slå på access_log_stream i miljøets revisjonslager.",
        "Slå på access_log_stream i revisjonslageret til miljøet.",
        "Turn access_log_stream on in the environment's audit store.",
    ),
    "name_reviewer": Wording(
        "Oppgi rollen som gjennomgår, i access.break_the_glass_reviewer.",
        "Oppgi rolla som gjennomgår, i access.break_the_glass_reviewer.",
        "Name the role that reviews in access.break_the_glass_reviewer.",
    ),
}
