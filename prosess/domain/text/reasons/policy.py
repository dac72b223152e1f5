"""Why no gate could be judged: the rules gave no answer."""

from prosess.domain.role import Role
from prosess.domain.text.wording import ReasonText, Wording

REASONS: dict[str, ReasonText] = {
    "POLICY_UNAVAILABLE": ReasonText(
        Wording(
            "Reglene kunne ikke prøves nå, så svaret er nei.",
            "Reglane kunne ikkje prøvast no, så svaret er nei.",
            "The rules could not be evaluated now, so the answer is no.",
        ),
        (),
        "try_again",
        Role.PLATFORM_ENGINEER,
    ),
    "POLICY_MALFORMED": ReasonText(
        Wording(
            "Svaret fra reglene kunne ikke leses, så svaret er nei.",
            "Svaret frå reglane kunne ikkje lesast, så svaret er nei.",
            "The answer of the rules could not be read, so the answer is no.",
        ),
        (),
        "report_rules",
        Role.PLATFORM_ENGINEER,
    ),
}

REMEDIES: dict[str, Wording] = {
    "try_again": Wording(
        "Prøv igjen. Hjelper det ikke, se etter om regelmotoren svarer.",
        "Prøv igjen. Hjelper det ikkje, sjå etter om regelmotoren svarer.",
        "Try again. If that does not help, see whether the policy engine answers.",
    ),
    "report_rules": Wording(
        "Meld fra til den som forvalter reglene; de må rettes.",
        "Meld frå til den som forvaltar reglane; dei må rettast.",
        "Tell whoever keeps the rules; they must be corrected.",
    ),
}
