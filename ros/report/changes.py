"""What differs from the former assessment, as the movements between the two tell it."""

from prosess.contracts.assessment import Assessment
from prosess.contracts.movements import Cause, CauseKind, Moved, Movement
from ros.diff import movements
from ros.report import model
from ros.report.told import Told
from ros.wording.text import resource_words

_ORDER = (
    Moved.ADDED,
    Moved.REMOVED,
    Moved.HIGHER,
    Moved.UNASSESSED,
    Moved.LOWER,
    Moved.ASSESSED,
    Moved.WITHIN,
    Moved.STOOD,
)
_CAUSES = 4
"""Causes that are named; the command that compares two assessments tells every one."""


def changes(told: Told, former: Assessment | None) -> model.Changes:
    """Tell what came, went or moved since the former assessment; nothing to compare with is said, too.

    ``former`` must hold no more than the audience may read, as the assessment that is told.
    """
    if former is None:
        return model.Changes(told.say("changes.none"), ())
    titles = {risk.id: risk.title[told.language] for one in (former, told.assessment) for risk in one.risks}
    found = sorted(movements(former, told.assessment).movements, key=lambda one: (_ORDER.index(one.moved), one.risk))
    rows = tuple(_row(told, one, titles[one.risk]) for one in found)
    day = told.day(former.as_of)
    if not rows:
        return model.Changes(told.say("changes.nothing", day=day), ())
    counts = []
    for kind in _ORDER:
        ids = [one.risk for one in found if one.moved is kind]
        if ids:
            counts.append(told.say("changes.count", change=told.say(f"change.{kind.value}"), ids=_few(told, ids)))
    return model.Changes(told.say("changes.line", day=day, counts="; ".join(counts)), rows)


def _few(told: Told, ids: list[str], shown: int = 6) -> str:
    named = ", ".join(ids[:shown])
    return told.say("changes.more", ids=named, count=len(ids) - shown) if len(ids) > shown else named


def _row(told: Told, one: Movement, title: str) -> model.ChangeRow:
    causes = list(dict.fromkeys(_cause(told, cause) for cause in one.causes))
    said = "; ".join(causes[:_CAUSES])
    if len(causes) > _CAUSES:
        said = told.say("changes.more", ids=said, count=len(causes) - _CAUSES)
    return model.ChangeRow(
        risk=one.risk,
        title=title,
        change=told.say(f"change.{one.moved.value}"),
        before=told.level(one.current_before.level) if one.current_before else None,
        now=told.level(one.current_after.level) if one.current_after else None,
        because=said or "–",
    )


def _cause(told: Told, cause: Cause) -> str:
    """Name what a change has come from: its kind, the control that it works through, and the rule and resource."""
    kind = told.say(f"cause_kind.{cause.kind.value}")
    subject = []
    if cause.control:
        control = told.control(cause.control)
        subject.append(control.title.in_language(told.language) if control else cause.control)
    if cause.kind in (CauseKind.RESOURCE, CauseKind.RULE, CauseKind.EXEMPTION):
        subject.append(f"{cause.rule or ''} {resource_words(cause.subject, told.language)}".strip())
    return f"{kind} ({', '.join(subject)})" if subject else kind
