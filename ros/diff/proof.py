"""What became of a risk's controls, down to the row of evidence."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from pydantic import JsonValue

from prosess.contracts.assessment import Assessment, ControlDerivation, ResourceEvidence, Risk
from prosess.contracts.findings import State
from prosess.contracts.movements import Cause, CauseKind, ControlMoved
from ros.evidence import REFUSALS

_Row = tuple[str, str, str]
"""Source, rule and resource; the resource without stack and project."""

_INSTEAD = ("a_stronger_control_counts", "a_stronger_control_counts_in_part")


class Renames:
    """Tells which row of evidence before is which after, and what a rule could have seen."""

    def __init__(self, renamed: Mapping[str, str], *, same_rules: bool | None) -> None:
        """Take URNs of before to those of after; ``same_rules`` is None where nobody knows."""
        self._renamed = {tail(old): tail(new) for old, new in renamed.items()}
        self.same_rules = same_rules
        self.same_graph = False
        self.before: frozenset[str] = frozenset()
        self.after: frozenset[str] = frozenset()

    def learn(self, before: Assessment, after: Assessment) -> None:
        """Note which resources each assessment saw anything of."""
        self.same_graph = before.graph == after.graph
        self.before = frozenset(self.now(urn) for urn in _seen(before))
        self.after = frozenset(tail(urn) for urn in _seen(after))

    def now(self, urn: str) -> str:
        """Give the name after of a resource before, without stack and project."""
        short = tail(urn)
        return self._renamed.get(short, short)


def _seen(assessment: Assessment) -> set[str]:
    return {
        row.resource for risk in assessment.risks for derived in risk.derivation.controls for row in derived.evidence
    }


def tail(urn: str) -> str:
    """Give a URN without stack and project; what is no URN stays."""
    return urn.split("::", 2)[2] if urn.startswith("urn:pulumi:") and urn.count("::") >= 3 else urn


def controls_moved(was: Risk, now: Risk, names: Renames) -> tuple[tuple[ControlMoved, ...], list[Cause]]:
    """Give what became of each control that moved, and why."""
    earlier, later = _numbered(was), _numbered(now)
    moved: list[ControlMoved] = []
    causes: list[Cause] = []
    for key in sorted(earlier.keys() | later.keys()):
        before, after = earlier.get(key), later.get(key)
        found = list(_causes(before, after, names, was, now))
        causes += found
        if found:
            moved.append(_control(key[0], before, after))
    return tuple(moved), causes


def _numbered(risk: Risk) -> dict[tuple[str, int], ControlDerivation]:
    """A risk may lean on one control in several ways: number them."""
    ordered = sorted(risk.derivation.controls, key=lambda one: (one.control, one.mechanism, sorted(one.declared)))
    groups = groupby(ordered, key=lambda one: one.control)
    return {(control, place): one for control, group in groups for place, one in enumerate(group)}


def _control(id_: str, before: ControlDerivation | None, after: ControlDerivation | None) -> ControlMoved:
    was, now = (one.counted if one else {} for one in (before, after))
    steps = {facet: now.get(facet, 0) - was.get(facet, 0) for facet in sorted(was.keys() | now.keys())}
    return ControlMoved(
        control=id_,
        state_before=before.state if before else None,
        state_after=after.state if after else None,
        because_before=before.because if before else None,
        because_after=after.because if after else None,
        steps={facet: step for facet, step in steps.items() if step},
    )


def _causes(
    before: ControlDerivation | None, after: ControlDerivation | None, names: Renames, was: Risk, now: Risk
) -> Iterator[Cause]:
    id_ = (after or before).control  # type: ignore[union-attr]
    if before is None or after is None:
        yield Cause(kind=CauseKind.CONTROL, subject=id_, control=id_, before=_declared(before), after=_declared(after))
        return
    found = list(_rows(before, after, names))
    if _declared(before) != _declared(after):
        found.append(
            Cause(kind=CauseKind.CONTROL, subject=id_, control=id_, before=_declared(before), after=_declared(after))
        )
    refused = {before.because, after.because} & REFUSALS
    if before.because != after.because and refused:
        yield _reason(CauseKind.EVIDENCE, before, after)
        return
    if "effect_not_approved" in (before.because, after.because) and before.because != after.because:
        found.append(_reason(CauseKind.APPROVAL, before, after))
    instead = before.because in _INSTEAD or after.because in _INSTEAD
    if instead and before.counted != after.counted:
        found.append(_reason(CauseKind.MECHANISM, before, after))
    if not found and (before.state, _proven(before)) != (after.state, _proven(after)):
        found.append(_reason(CauseKind.CONTROL if was.material != now.material else _selected(after), before, after))
    if not found and before.counted != after.counted:
        found.append(_reason(CauseKind.MECHANISM, before, after))
    yield from found


def _selected(after: ControlDerivation) -> CauseKind:
    return CauseKind.SELECTION if after.because.startswith(("selector", "no_selector")) else CauseKind.RESOURCE


def _proven(derived: ControlDerivation) -> str:
    """Give the reason without what other controls, the approval and time add to a pass."""
    return "all_pass" if derived.state is State.PASS else derived.because


def _declared(derived: ControlDerivation | None) -> JsonValue:
    return None if derived is None else {**derived.declared, "mechanism": derived.mechanism}


def _reason(kind: CauseKind, before: ControlDerivation, after: ControlDerivation) -> Cause:
    return Cause(kind=kind, subject=after.control, control=after.control, before=before.because, after=after.because)


# --- rows of evidence ------------------------------------------------------------------------------------------------


def _rows(before: ControlDerivation, after: ControlDerivation, names: Renames) -> Iterator[Cause]:
    """Rows whose state differs, and rows that came or went where that is why the control's proof is another one."""
    earlier = {_key(row, names.now(row.resource)): row for row in before.evidence}
    later = {_key(row, tail(row.resource)): row for row in after.evidence}
    other_proof = (before.state, _proven(before)) != (after.state, _proven(after))
    for key in sorted(earlier.keys() | later.keys()):
        was, now = earlier.get(key), later.get(key)
        lone = was is None or now is None
        trouble = any(row is not None and row.state is not State.PASS for row in (was, now))
        differs = was is not None and now is not None and was.state is not now.state
        if differs or (lone and (other_proof or trouble)):
            yield _row(after.control, key, was, now, names)


def _key(row: ResourceEvidence, resource: str) -> _Row:
    return _origin(row.source), row.rule, resource


def _origin(source: str) -> str:
    return source.partition(":")[0]


def _row(control: str, key: _Row, was: ResourceEvidence | None, now: ResourceEvidence | None, names: Renames) -> Cause:
    shown = now or was
    assert shown is not None, "a key comes from one of them"  # noqa: S101
    return Cause(
        kind=_kind(key, was, now, names),
        subject=shown.resource,
        control=control,
        rule=shown.rule,
        path=shown.path,
        before=_told(was),
        after=_told(now),
    )


def _told(row: ResourceEvidence | None) -> JsonValue:
    if row is None:
        return None
    return {"state": row.state.value, "expected": row.expected, "actual": row.actual}


def _kind(key: _Row, was: ResourceEvidence | None, now: ResourceEvidence | None, names: Renames) -> CauseKind:
    source, _, resource = key
    if source in ("tests", "attestation"):
        return CauseKind.TEST if source == "tests" else CauseKind.ATTESTATION
    if was is None or now is None:
        there = resource in names.before and resource in names.after
        return CauseKind.RULE if there and names.same_rules is False else CauseKind.RESOURCE
    if was.actual != now.actual:
        return CauseKind.RESOURCE
    if State.SUPPRESSED in (was.state, now.state):
        return CauseKind.EXEMPTION
    if names.same_rules is not None:
        return CauseKind.RESOURCE if names.same_rules else CauseKind.RULE
    return CauseKind.RULE if was.expected != now.expected or names.same_graph else CauseKind.RESOURCE
