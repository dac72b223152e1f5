"""How movements are told: listings for the terminal, and a page for a pull request."""

from collections.abc import Iterator
from typing import Any

from prosess.contracts.assessment import Rating
from prosess.contracts.movements import Cause, CauseKind, Moved, Movement, Movements
from prosess.domain.text import Language
from ros.diff.movements import ordinal
from ros.explain import control_words, level_words, value_words
from ros.model.files import AnalysisFiles
from ros.page import Listing, page
from ros.wording.parties import who
from ros.wording.text import known, resource_words, say

_CAUSES_SHOWN = 3
_WORST_FIRST = (Moved.HIGHER, Moved.UNASSESSED, Moved.ADDED, Moved.REMOVED, Moved.WITHIN, Moved.ASSESSED, Moved.LOWER)


def headline(moved: Movements, language: Language) -> str:
    """Count what became of the risks."""
    if not moved.movements:
        return say("moved.nothing", language)
    if not moved.moved:
        return say("moved.nothing_moved", language)
    return say("moved.counts", language, **{one.value: moved.count(one) for one in Moved})


def listings(
    moved: Movements, language: Language, files: AnalysisFiles | None, *, all_causes: bool
) -> tuple[Listing, Listing, Listing]:
    """Give what moved, the worst first; what else changed; and who must look again."""
    first = sorted(moved.moved, key=lambda one: (_WORST_FIRST.index(one.moved), one.risk))
    others = [one for one in moved.movements if one.moved is Moved.STOOD]
    headings = tuple(say(f"moved.col.{one}", language) for one in ("risk", "moved", "level", "ordinals", "why"))
    rows = tuple(_row(one, language, files, all_causes=all_causes) for one in first)
    other_rows = tuple(
        (one.risk, *(" · ".join(part),))
        for one in others
        if (part := _why(one, language, files, all_causes=all_causes))
    )
    return (
        Listing(say("moved.title", language), headings, rows, folded=False),
        Listing(say("moved.other", language), (headings[0], headings[4]), other_rows),
        _look(moved, language, files),
    )


def markdown(moved: Movements, names: tuple[str, str], language: Language, files: AnalysisFiles | None) -> str:
    """Give a page of at most forty lines: what moved and who must look again first, the rest folded."""
    first, other, look = listings(moved, language, files, all_causes=False)
    opening = [f"**{names[0]} → {names[1]}**: {headline(moved, language)}"]
    closing = f"<sub>{moved.before.digest} → {moved.after.digest}</sub>"
    return page(opening, (first, look, other), language, closing=closing)


def _row(movement: Movement, language: Language, files: AnalysisFiles | None, *, all_causes: bool) -> tuple[str, ...]:
    levels = [
        level_words(rating.level, language, files) if rating else "–"
        for rating in (movement.current_before, movement.current_after)
    ]
    return (
        movement.risk,
        say(f"moved.{movement.moved.value}", language),
        " → ".join(levels) if levels[0] != levels[1] else levels[0],
        ", ".join(_ordinals(movement.current_before, movement.current_after, language)),
        " · ".join(_why(movement, language, files, all_causes=all_causes)),
    )


def _ordinals(before: Rating | None, after: Rating | None, language: Language) -> Iterator[str]:
    """Say likelihood and each dimension that moved."""
    if before is None or after is None:
        return
    for facet in ("likelihood", *sorted(before.consequence.keys() | after.consequence.keys())):
        was, now = ordinal(before, facet), ordinal(after, facet)
        if was != now:
            yield f"{say(f'facet.{facet}', language)} {was} → {now}"


def _why(movement: Movement, language: Language, files: AnalysisFiles | None, *, all_causes: bool) -> list[str]:
    """Say the causes, each once however many controls it works through; those of a level come first."""
    told = list(dict.fromkeys(cause_words(cause, language, files) for cause in movement.causes))
    if all_causes or len(told) <= _CAUSES_SHOWN + 1:
        return told
    return [*told[:_CAUSES_SHOWN], say("page.more", language, count=len(told) - _CAUSES_SHOWN)]


def cause_words(cause: Cause, language: Language, files: AnalysisFiles | None) -> str:
    """Say one cause."""
    kind, before, after = cause.kind, cause.before, cause.after
    facts: dict[str, object] = {"control": control_words(cause.control or cause.subject, language, files)}
    key = f"cause.{kind.value}"
    if kind in (CauseKind.RESOURCE, CauseKind.RULE, CauseKind.EXEMPTION, CauseKind.TEST, CauseKind.ATTESTATION):
        return _row_words(cause, key, language)
    if kind is CauseKind.MECHANISM:
        return say(f"{key}.{_mechanism(after)}", language, **facts)
    if kind in (CauseKind.EVIDENCE, CauseKind.APPROVAL):
        facts |= {name: say(f"because.{side}", language) for name, side in (("before", before), ("after", after))}
    elif kind is CauseKind.STALENESS:
        key += ".true" if after else ".false"
    elif kind in (CauseKind.CONTROL, CauseKind.RAISE, CauseKind.TREATMENT):
        key += _side(cause)
        facts |= {"by": who(cause.subject, language, files), "number": cause.subject}
        facts |= {"before": _mapping(before, language), "after": _mapping(after, language)}
        if kind is CauseKind.CONTROL and isinstance(before, str):
            facts |= {name: say(f"because.{side}", language) for name, side in (("before", before), ("after", after))}
    elif kind in (CauseKind.JUDGEMENT, CauseKind.TARGET):
        facts |= {"facet": say(f"facet.{cause.subject}", language), "before": _plain(before), "after": _plain(after)}
    elif kind is CauseKind.ACCEPTANCE:
        facts |= {"who": who(cause.subject, language, files)}
        facts |= {"before": _acceptance(before, language), "after": _acceptance(after, language)}
    elif kind is CauseKind.OWNERSHIP:
        key += f".{cause.subject}"
        facts |= {name: _parties(side, language, files) for name, side in (("before", before), ("after", after))}
    elif kind is CauseKind.ENGINE:
        facts |= {
            name: level_words(str(side), language, files) for name, side in (("before", before), ("after", after))
        }
    elif kind is CauseKind.TEXT:
        facts |= {"path": cause.subject}
    else:
        facts |= {"before": _plain(before), "after": _plain(after)}
    return say(key, language, **facts)


def _mechanism(after: Any) -> str:
    return "yields" if str(after).startswith("a_stronger_control") else "counts"


def _side(cause: Cause) -> str:
    if cause.before is None and cause.after is None:
        return ".checks"
    return ".added" if cause.before is None else ".removed" if cause.after is None else ".changed"


def _row_words(cause: Cause, key: str, language: Language) -> str:
    """Say what one rule found on one resource, and the value where that is what differs."""
    before, after = (side if isinstance(side, dict) else None for side in (cause.before, cause.after))
    states = [
        say(f"state.{side['state']}", language).lower() if side else say(absent, language)
        for side, absent in ((before, "cause.absent"), (after, "cause.gone"))
    ]
    resource = resource_words(cause.subject, language) if cause.subject.startswith("urn:") else cause.subject
    told = say(key, language, rule=cause.rule, resource=resource, before=states[0], after=states[1])
    if cause.path and before and after and before.get("actual") != after.get("actual"):
        values = [value_words(side.get("actual"), language) for side in (before, after)]
        told += f" ({say('cause.value', language, path=cause.path, before=values[0], after=values[1])})"
    return told


def _mapping(value: Any, language: Language) -> str:
    """Say steps, ordinals or a measure."""
    if not isinstance(value, dict):
        return _plain(value)
    told = []
    for name, one in value.items():
        if known(f"facet.{name}"):
            told.append(f"{say(f'facet.{name}', language)} {one}")
        elif known(f"{name}.{one}") or known(f"treatment.{one}"):
            told.append(say(f"{name}.{one}" if known(f"{name}.{one}") else f"treatment.{one}", language).lower())
        elif one is not None:
            told.append(str(one))
    return ", ".join(told)


def _acceptance(value: Any, language: Language) -> str:
    if not isinstance(value, dict):
        return say("acceptance.none", language).lower()
    return say(f"acceptance.{value['state']}", language, until=value.get("until", "")).lower()


def _parties(value: Any, language: Language, files: AnalysisFiles | None) -> str:
    named = value if isinstance(value, list) else [value]
    return ", ".join(who(str(one), language, files) for one in named)


def _plain(value: Any) -> str:
    return "–" if value is None else str(value)


def _look(moved: Movements, language: Language, files: AnalysisFiles | None) -> Listing:
    """One row for each who must look again and why, with the risks."""
    asked: dict[tuple[str, str], list[str]] = {}
    for movement in moved.movements:
        for one in movement.look_again:
            asked.setdefault((one.id, one.because), []).append(movement.risk)
    rows = []
    for (id_, because), risks in sorted(asked.items()):
        person = say("look.reviewer", language) if id_ == "reviewer" else who(id_, language, files)
        rows.append((person, say(f"look.{because}", language), ", ".join(sorted(risks))))
    headings = tuple(say(f"moved.col.{one}", language) for one in ("who", "because", "risk"))
    return Listing(say("moved.look", language), headings, tuple(rows), folded=False)
