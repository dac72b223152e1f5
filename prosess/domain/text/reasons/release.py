"""Why gate G6 is closed: what go-live rests on."""

from prosess.domain.role import Role
from prosess.domain.text.wording import ReasonText, Wording

REASONS: dict[str, ReasonText] = {
    "G6_EVIDENCE_STALE": ReasonText(
        Wording(
            "Bevisene fra miljøet {environment} mangler eller er for gamle.",
            "Bevisa frå miljøet {environment} manglar eller er for gamle.",
            "The evidence from environment {environment} is missing or too old.",
        ),
        ("environment",),
        "collect_evidence",
        Role.PLATFORM_ENGINEER,
    ),
    "G6_RESTORE_TEST_MISSING": ReasonText(
        Wording(
            "Gjenoppretting i miljøet {environment} er ikke prøvd innen fristen.",
            "Gjenoppretting i miljøet {environment} er ikkje prøvd innan fristen.",
            "Restoring in environment {environment} has not been tried within its deadline.",
        ),
        ("environment",),
        "try_restoring",
        Role.PLATFORM_ENGINEER,
    ),
    "G6_CLINICAL_SIGN_OFF_MISSING": ReasonText(
        Wording(
            "Grenser og regler er ikke klinisk godkjent slik de er nå.",
            "Grenser og reglar er ikkje klinisk godkjende slik dei er no.",
            "Thresholds and rules are not clinically signed off as they are now.",
        ),
        (),
        "sign_off_rules",
        Role.CLINICAL_SAFETY_LEAD,
    ),
    "G6_ILLUSTRATIVE_VALUES": ReasonText(
        Wording(
            "De kliniske verdiene er eksempler og må aldri brukes på pasienter.",
            "Dei kliniske verdiane er døme og må aldri brukast på pasientar.",
            "The clinical values are examples and must never be used on patients.",
        ),
        (),
        "replace_illustrative_values",
        Role.CLINICAL_SAFETY_LEAD,
    ),
    "G6_CHANGE_FREEZE": ReasonText(
        Wording(
            "Det er endringsstans til og med {frozen_until}.",
            "Det er endringsstans til og med {frozen_until}.",
            "There is a change freeze up to and including {frozen_until}.",
        ),
        ("frozen_until",),
        "await_end_of_freeze",
        Role.PRODUCT_OWNER,
    ),
    "G6_TOO_FEW_APPROVERS": ReasonText(
        Wording(
            "Antall personer som har godkjent, er {approvers}; det må være {approvers_needed}.",
            "Talet på personar som har godkjent, er {approvers}; det må vere {approvers_needed}.",
            "The number of people who have approved is {approvers}; it must be {approvers_needed}.",
        ),
        ("approvers", "approvers_needed"),
        "have_another_approve",
        Role.PLATFORM_OWNER,
    ),
}

REMEDIES: dict[str, Wording] = {
    "collect_evidence": Wording(
        "Kjør kontrollene mot miljøet på nytt.",
        "Køyr kontrollane mot miljøet på nytt.",
        "Run the checks against the environment again.",
    ),
    "try_restoring": Wording(
        "Prøv gjenoppretting, og registrer resultatet.",
        "Prøv gjenoppretting, og registrer resultatet.",
        "Try restoring, and register the result.",
    ),
    "sign_off_rules": Wording(
        "Gå gjennom grensene og beslutningstabellen, og godkjenn dem.",
        "Gå gjennom grensene og avgjerdstabellen, og godkjenn dei.",
        "Go through the thresholds and the decision table, and sign them off.",
    ),
    "replace_illustrative_values": Wording(
        "Sett inn klinisk fastsatte verdier, og fjern illustrative fra manifestet.",
        "Set inn klinisk fastsette verdiar, og fjern illustrative frå manifestet.",
        "Put in clinically determined values, and remove illustrative from the manifest.",
    ),
    "await_end_of_freeze": Wording(
        "Vent til stansen er over, eller avtal et unntak ved å endre manifestet.",
        "Vent til stansen er over, eller avtal eit unntak ved å endre manifestet.",
        "Wait until the freeze is over, or agree on an exception by changing the manifest.",
    ),
    "have_another_approve": Wording(
        "Be en person til om å godkjenne. Den som sendte inn, kan ikke.",
        "Be ein person til om å godkjenne. Den som sende inn, kan ikkje.",
        "Ask one more person to approve. Whoever submitted cannot.",
    ),
}
