"""How the answers of the gates are told: a listing for the terminal, and a page for a pull request."""

from prosess.contracts.assessment import GateAnswer, GateReason
from prosess.domain.text import Language
from ros.explain import level_words
from ros.gate.gates import Given
from ros.page import Listing, page
from ros.wording.parties import who
from ros.wording.text import say

MARKS = {"open": "✓", "closed": "✗", "not_assessed": "?"}
_LEVELS = ("level", "before", "after", "lapsed")


def listing(answers: tuple[GateAnswer, ...], given: Given, language: Language) -> Listing:
    """Give a row for each gate, and one more for each further reason."""
    rows: list[tuple[str, ...]] = []
    for answer in answers:
        state = f"{MARKS[answer.state]} {say(f'gate.state.{answer.state}', language)}"
        first = (say(f"gate.{answer.gate}", language), state)
        if not answer.reasons:
            rows.append((*first, "", "", ""))
        for place, reason in enumerate(answer.reasons):
            rows.append((*(first if place == 0 else ("", "")), *_reason(reason, given, language)))
    headings = tuple(say(f"gate.col.{one}", language) for one in ("gate", "answer", "about", "reason", "who"))
    return Listing(say("gate.reasons", language), headings, tuple(rows), folded=False)


def _reason(reason: GateReason, given: Given, language: Language) -> tuple[str, str, str]:
    files = given.check.files
    who_can = "; ".join(who(one, language, files) for one in reason.unblocked_by)
    if reason.code == "refused":
        return reason.subject, say(f"refused.{reason.facts['because']}", language), who_can
    facts = {
        name: level_words(str(value), language, files) if name in _LEVELS and reason.code != "other_criteria" else value
        for name, value in reason.facts.items()
    }
    return reason.subject, say(f"gate.because.{reason.code}", language, **facts), who_can


def better(given: Given, language: Language) -> str | None:
    """Say how many risks are better than the baseline, if any: it never follows by itself."""
    then = given.baseline
    if then is None or then.criteria_digest != given.check.assessment.criteria_digest:
        return None
    ranks, earlier = given.check.files.profile.ranks, {risk.id: risk.current.level for risk in then.risks}
    count = sum(
        ranks.get(risk.current.level, len(ranks)) < ranks.get(earlier.get(risk.id, ""), -1) for risk in given.risks
    )
    return say("gate.better", language, count=count) if count else None


def markdown(answers: tuple[GateAnswer, ...], given: Given, language: Language, *more: Listing) -> str:
    """Give a page of at most forty lines: the verdict, the gates, then everything else folded."""
    check = given.check
    opening = [f"**{check.assessment.scope}**: {check.headline(language)}"]
    told = better(given, language)
    opening += ["", told] if told else []
    opening += [line for duty in check.duties(language) for line in ("", duty)]
    register = Listing(
        say("gate.register", language),
        (say("col.id", language), say("gate.col.level", language), say("gate.col.risk", language)),
        tuple(
            (risk.id, level_words(risk.current.level, language, check.files), risk.title[language])
            for risk in given.risks
        ),
    )
    closing = f"<sub>{check.assessment.graph} · {check.assessment.as_of.isoformat()}</sub>"
    return page(opening, [listing(answers, given, language), *more, register], language, closing=closing)
