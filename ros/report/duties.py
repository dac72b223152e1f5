"""What data protection law asks for, as a person reads it."""

from prosess.contracts.assessment import DutyReason, PrivacyDuty
from prosess.domain.text import Language
from prosess.domain.text.wording import date_in
from ros.wording.text import say


def duty_words(duty: PrivacyDuty, language: Language) -> tuple[str, str, tuple[str, ...]]:
    """Give a duty's name, its state and the reasons, as a person reads them."""
    return (
        say(f"duty.{duty.duty}", language),
        say(f"duty_state.{duty.state}", language),
        tuple(reason_words(reason, language) for reason in duty.because),
    )


def reason_words(reason: DutyReason, language: Language) -> str:
    """Say why a duty holds, or does not."""
    return say(
        f"duty_reason.{reason.code}",
        language,
        **{name: _fact(name, fact, language) for name, fact in reason.facts.items()},
    )


def _fact(name: str, fact: object, language: Language) -> str:
    if name == "signs" and isinstance(fact, list):
        return ", ".join(say(f"sign.{one}", language) for one in fact)
    if name == "ground":
        return say(f"ground.{fact}", language)
    if name in ("on", "by"):
        return date_in(str(fact), language)
    return ", ".join(str(one) for one in fact) if isinstance(fact, list) else str(fact)
