"""How threads and gaps are told."""

from itertools import groupby

from prosess.contracts.findings import State
from prosess.domain.text import Language
from ros.catalogue import scenarios
from ros.explain import control_words
from ros.model.files import AnalysisFiles
from ros.page import Listing, page
from ros.trace.threads import Gap, Thread
from ros.wording.text import resource_words, say

_MARKS = {State.PASS: "✓", State.FAIL: "✗", State.NOT_EVALUATED: "?", State.SUPPRESSED: "~"}


def threads_listing(found: tuple[Thread, ...], language: Language, files: AnalysisFiles, *, each: bool) -> Listing:
    """Give a row for each check of each control, with every resource where ``each``; else those in the way by name."""
    rows: list[tuple[str, ...]] = []
    before = ("", "")
    for (risk, control, _, _), group in groupby(found, key=lambda one: (one.risk, one.control, one.kind, one.check)):
        members = list(group)
        first = (
            "" if risk == before[0] else risk,
            "" if (risk, control) == before else _control(members[0], language, files),
        )
        before = (risk, control)
        check = _check(members[0], language)
        shown = members if each else [one for one in members if one.state is not State.PASS]
        if not each and members[0].resource is not None:
            met = sum(one.state is State.PASS for one in members)
            mark = _MARKS[State.PASS] if met == len(members) else _MARKS[State.FAIL]
            rows.append((*first, check, "", f"{mark} {say('trace.met', language, met=met, count=len(members))}"))
            first, check = ("", ""), ""
        for one in shown:
            rows.append((*first, check, _resource(one, language), _state(one, language)))
            first, check = ("", ""), ""
    headings = tuple(say(f"trace.col.{one}", language) for one in ("risk", "control", "check", "resource", "state"))
    return Listing(say("trace.threads", language), headings, tuple(rows), folded=False)


def _control(one: Thread, language: Language, files: AnalysisFiles) -> str:
    return f"{'+' if one.counts else '-'} {control_words(one.control, language, files)}"


def _check(one: Thread, language: Language) -> str:
    if one.kind in ("attestation", "nothing"):
        return say(f"trace.kind.{one.kind}", language)
    return say("trace.kind.tests", language, check=one.check) if one.kind == "tests" else one.check or ""


def _resource(one: Thread, language: Language) -> str:
    if one.resource is None:
        return ""
    return resource_words(one.resource, language) if one.resource.startswith("urn:") else one.resource


def _state(one: Thread, language: Language) -> str:
    if one.resource is None:
        return f"? {say('trace.unseen', language)}"
    return f"{_MARKS[one.state]} {say(f'state.{one.state.value}', language).lower()}"


def gaps_listing(found: tuple[Gap, ...], language: Language, files: AnalysisFiles) -> Listing:
    """Give a row for each gap."""
    headings = tuple(say(f"trace.col.{one}", language) for one in ("gap", "subject", "told"))
    rows = tuple((say(f"gap.{one.kind}", language), *_gap(one, language, files)) for one in found)
    return Listing(say("trace.gaps", language), headings, rows, folded=False)


def _gap(one: Gap, language: Language, files: AnalysisFiles) -> tuple[str, str]:
    facts = dict(one.facts)
    if one.kind == "resource_without_risk":
        return resource_words(one.subject, language), say(f"gap.{one.kind}.{facts['why']}", language)
    subject = one.subject
    if one.kind == "control_without_check":
        subject = control_words(subject, language, files)
        risks = facts["risks"]
        facts["risks"] = ", ".join(map(str, risks if isinstance(risks, list) else []))
    if one.kind == "scenario_not_judged":
        facts["title"] = next(each.title.in_language(language) for each in scenarios() if each.id == subject)
    return subject, say(f"gap.{one.kind}.told", language, **facts)


def threads_headline(found: tuple[Thread, ...], language: Language) -> str:
    """Count what the threads run through."""
    return say(
        "trace.thread_count",
        language,
        risks=len({one.risk for one in found}),
        controls=len({one.control for one in found}),
        resources=len({one.resource for one in found if one.resource and one.resource.startswith("urn:")}),
    )


def gaps_headline(found: tuple[Gap, ...], language: Language) -> str:
    """Count the gaps."""
    return say("trace.gap_count", language, count=len(found)) if found else say("trace.no_gaps", language)


def markdown(headline: str, listing: Listing, language: Language) -> str:
    """Give a page of at most forty lines."""
    return page([headline], (listing,), language)
