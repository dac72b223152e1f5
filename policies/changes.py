"""Who may lose data: a change that takes some away is blocked, unless a reviewed exemption that holds names it."""

from collections.abc import Sequence
from datetime import date

from policies.exemptions import Exemption
from prosess.contracts import Change, Changes, Suppression
from prosess.contracts.changes import Verdict


def excuse(changes: Changes, exemptions: Sequence[Exemption], *, as_of: date) -> Changes:
    """Give the same changes, those exempted that an exemption names by rule and URN and that holds on a day.

    Args:
        changes: as they were found.
        exemptions: reviewed exceptions; one for a renamed resource may give its old URN or its new one.
        as_of: day in Europe/Oslo.
    """
    return changes.model_copy(update={"changes": tuple(_judged(one, exemptions, as_of) for one in changes.changes)})


def _judged(change: Change, exemptions: Sequence[Exemption], as_of: date) -> Change:
    if change.verdict is not Verdict.BLOCKED:
        return change
    named = [
        one
        for one in exemptions
        if one.rule == change.rule and one.resource in (change.urn, change.old_urn) and one.holds(as_of)
    ]
    if not named:
        return change
    last = max(named, key=lambda one: one.expires)
    suppression = Suppression(reason=last.reason, owner=last.owner, expires=last.expires)
    return change.model_copy(update={"verdict": Verdict.EXEMPTED, "suppression": suppression})
