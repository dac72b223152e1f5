"""What turns if nobody does anything: evidence that lapses, acceptances, exemptions and deadlines that run out.

The engine is asked again on each day that something it reads runs out, and on no other: between them nothing can move.
So a forecast costs as many assessments as there are such days, and a level in it is never computed by another rule
than the gate's.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from pydantic import JsonValue

from prosess.contracts.assessment import Assessment, Risk
from prosess.contracts.findings import State
from prosess.domain.notice import NOTICE_DAYS, notice_day
from prosess.domain.role import Role
from ros.engine import UNASSIGNED, assess
from ros.evidence import OSLO, Gathered, last_moment
from ros.forecast.exceptions import Excepted, notices
from ros.forecast.turn import KINDS, LevelTurn, Turn, TurnKind
from ros.model.acceptance import AcceptedRisk
from ros.model.files import AnalysisFiles
from ros.model.risk import Review

_DONE: Final = ("implemented", "verified")


def forecast(
    files: AnalysisFiles,
    gathered: Gathered,
    *,
    as_of: date,
    days: int = 90,
    acceptances: Iterable[AcceptedRisk] = (),
    excepted: Iterable[Excepted] = (),
) -> tuple[Turn, ...]:
    """Tell what turns from a day, and for so many days on; sorted by day, kind and subject.

    What was due before the first day stands on the first day. ``excepted`` is what reviewed files exempt.
    """
    known = tuple(acceptances)
    last = as_of + timedelta(days=days)
    first = assess(files, gathered, as_of=as_of, acceptances=known)
    turns = [*_of_evidence(files, gathered, first, last, known), *_of_acceptances(first, last)]
    turns += [*notices(excepted, as_of, last), *_of_deadlines(files, as_of, last)]
    return tuple(sorted(turns, key=lambda one: (one.on, KINDS.index(one.kind), one.subject)))


# --- evidence and exemptions -----------------------------------------------------------------------------------------


def _of_evidence(
    files: AnalysisFiles, gathered: Gathered, first: Assessment, last: date, acceptances: tuple[AcceptedRisk, ...]
) -> Iterator[Turn]:
    before = first
    for day in sorted(one for one in _days(files, gathered, first) if first.as_of < one <= last):
        now = assess(files, gathered, as_of=day, acceptances=acceptances)
        yield from _lapsed(before, now, files)
        yield from _exemptions(gathered, before, now)
        before = now


def _days(files: AnalysisFiles, gathered: Gathered, first: Assessment) -> set[date]:
    """Give the first day on which each thing that the engine reads has run out."""
    found = {_first_stale(source.expires) for source in first.sources}
    every = {check.every_days for control in files.controls for check in control.test_checks}
    found |= {_first_stale(run.collected + timedelta(days=days)) for run in gathered.tests for days in every}
    asked = {(control.id, check.every_days) for control in files.controls for check in control.attestations}
    for one in gathered.attestations:
        found.add(one.until + timedelta(days=1))
        found |= {one.on + timedelta(days=days + 1) for control, days in asked if control == one.control}
    for documents in (gathered.findings, *(scan.findings for scan in gathered.scans)):
        found |= {
            finding.suppression.expires + timedelta(days=1)
            for finding in documents.findings
            if finding.state is State.SUPPRESSED and finding.suppression
        }
    return found


def _first_stale(expires: datetime) -> date:
    """Give the first day whose end is later than a moment."""
    day = expires.astimezone(OSLO).date()
    return day if last_moment(day) > expires else day + timedelta(days=1)


def _lapsed(before: Assessment, now: Assessment, files: AnalysisFiles) -> Iterator[Turn]:
    """Risks that rest on a source whose time is over, by that source, whether its controls count or not."""
    touched: dict[str, set[str]] = {}
    asked: dict[str, set[str]] = {}
    over, fresh = (
        {one.id for one in each.sources if one.stale == stale} for each, stale in ((now, True), (before, False))
    )
    for was, risk in _pairs(before, now):
        for earlier, later in zip(was.derivation.controls, risk.derivation.controls, strict=True):
            sources = {row.source for row in later.evidence}
            # Tests lapse check by check, and their source with the first.
            lapsed = sources & over if later.stale and not earlier.stale else sources & over & fresh
            for source in lapsed if risk.stale else ():
                touched.setdefault(source, set()).add(risk.id)
                control = files.control(later.control)
                asked.setdefault(source, set()).update(
                    one.by.value for one in (control.attestations if control else ())
                )
    risks = {risk.id: risk for risk in now.risks}
    for source, ids in sorted(touched.items()):
        levels = tuple(
            LevelTurn(risk=id_, before=risks[id_].current.level, after=risks[id_].if_stale_evidence_lapses.level)
            for id_ in sorted(ids)
        )
        who = asked[source] if source.startswith("attestation") else {Role.PLATFORM_ENGINEER.value}
        owners = {risks[one.risk].owner for one in levels if one.before != one.after}
        facts: dict[str, JsonValue] = {"source": source}
        yield Turn(
            on=now.as_of,
            kind="evidence_lapses",
            subject=source,
            facts=facts,
            levels=levels,
            tell=_told(who | owners),
        )


def _exemptions(gathered: Gathered, before: Assessment, now: Assessment) -> Iterator[Turn]:
    """Failures whose exemption's last day was before this day, with the risks that see them."""
    seen: dict[tuple[str, str], list[tuple[Risk, Risk]]] = {}
    for was, risk in _pairs(before, now):
        rows = {(row.rule, row.resource) for one in risk.derivation.controls for row in one.evidence}
        for key in rows:
            seen.setdefault(key, []).append((was, risk))
    for documents in (gathered.findings, *(scan.findings for scan in gathered.scans)):
        for finding in documents.findings:
            excused = finding.suppression if finding.state is State.SUPPRESSED else None
            if excused and before.as_of <= excused.expires < now.as_of:
                pairs = seen.get((finding.rule, finding.resource), [])
                yield Turn(
                    on=now.as_of,
                    kind="exemption_expires",
                    subject=f"{finding.rule} {finding.resource}",
                    facts={
                        "rule": finding.rule,
                        "resource": finding.resource,
                        "until": excused.expires.isoformat(),
                        "reason": excused.reason,
                    },
                    levels=tuple(
                        LevelTurn(risk=risk.id, before=was.current.level, after=risk.current.level)
                        for was, risk in pairs
                    ),
                    tell=_told({excused.owner, *(risk.owner for _, risk in pairs)}),
                )


def _pairs(before: Assessment, now: Assessment) -> Iterator[tuple[Risk, Risk]]:
    """Each risk on both days: the files are the same, so the risks are."""
    yield from zip(before.risks, now.risks, strict=True)


def _told(who: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(who) - {UNASSIGNED}))


# --- acceptances and deadlines ---------------------------------------------------------------------------------------


def _of_acceptances(first: Assessment, last: date) -> Iterator[Turn]:
    """Each notice of an acceptance that is in force, until its last day."""
    above = {level.id for level in first.levels if level.above_limit}
    for risk in first.risks:
        for one in risk.acceptances:
            if one.state != "active" or one.until is None:
                continue
            for ahead in NOTICE_DAYS:
                on = notice_day(one.until, ahead)
                if first.as_of <= on <= last:
                    yield Turn(
                        on=on,
                        kind="acceptance_expires",
                        subject=f"{risk.id} {one.data_controller}",
                        facts={
                            "risk": risk.id,
                            "data_controller": one.data_controller,
                            "until": one.until.isoformat(),
                            "days": ahead,
                            "closes": risk.current.level in above,
                        },
                        tell=_told({one.data_controller, risk.owner}),
                    )


def _of_deadlines(files: AnalysisFiles, first: date, last: date) -> Iterator[Turn]:
    analysis = files.analysis
    if analysis.asked and analysis.state not in ("accepted", "rejected", "superseded"):
        asked = analysis.asked
        yield from _due("decision_due", analysis.id, asked.by, first, last, {}, {asked.of})
    yield from _review(analysis.id, analysis.review, first, last, {analysis.author})
    for risk in files.risks:
        yield from _review(risk.id, risk.review, first, last, {risk.owner or analysis.author})
        for number, action in enumerate(risk.treatment, 1):
            if action.due and action.state not in _DONE:
                facts: dict[str, JsonValue] = {"risk": risk.id, "number": number, "state": action.state}
                yield from _due(
                    "measure_due", f"{risk.id} {number}", action.due, first, last, facts, {action.responsible}
                )


def _review(id_: str, review: Review | None, first: date, last: date, who: set[str]) -> Iterator[Turn]:
    if review:
        due = review.last + timedelta(days=review.every_days)
        yield from _due("review_due", id_, due, first, last, {"last": review.last.isoformat()}, who)


def _due(
    kind: TurnKind, subject: str, due: date, first: date, last: date, facts: dict[str, JsonValue], who: set[str]
) -> Iterator[Turn]:
    if due <= last:
        told = {**facts, "due": due.isoformat(), "overdue": due < first}
        yield Turn(on=max(due, first), kind=kind, subject=subject, facts=told, tell=_told(who))
