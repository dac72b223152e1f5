"""Type × Checkov × our own rules: every type has a check or a rule that judges it, or the reason why none does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from infra.scanning.binding import Bound
from prosess.contracts.scan import Coverage, Gap, GapCode
from prosess.domain.base import Model
from prosess.domain.text import LocalisedText

if TYPE_CHECKING:
    from infra.arm import Rendering

FILE = Path(__file__).with_name("coverage.yaml")


class Uncovered(Model):
    """``infra/scanning/coverage.yaml``."""

    schema_: Literal["uncovered/1"] = Field(alias="schema")
    types: dict[str, LocalisedText]


@cache
def own_reasons() -> dict[str, LocalisedText]:
    """Read why some types have neither a check nor a rule: type → reason."""
    from prosess.documents import read  # brings a YAML parser: only who scans needs it

    return read(Uncovered, FILE).types


def coverage(
    bound: Bound,
    rendering: "Rendering",
    resources: Mapping[str, str],
    own: Mapping[str, Sequence[str]],
    reasons: Mapping[str, LocalisedText],
) -> tuple[tuple[Coverage, ...], list[Gap]]:
    """Give a row for every type, and a gap for every type that nothing judges and nobody has explained.

    Args:
        bound: what Checkov said.
        rendering: what it was said of.
        resources: URN → type of the plan, of every resource that is the plan's to make.
        own: type of the plan → our own rules that judge it.
        reasons: type of the plan → why nothing judges it.
    """
    arm_types = {urn: type_ for one in rendering.templates for (type_, _), urn in one.resources.items()}
    of_type: dict[str, list[str]] = {}
    for urn, type_ in resources.items():
        of_type.setdefault(type_, []).append(urn)
    rows, gaps = [], []
    for type_, urns in sorted(of_type.items()):
        silent: Counter[str] = Counter()
        for urn in urns:
            silent.update(bound.not_covered.get(urn, {}))
        row = Coverage(
            type=type_,
            arm_type=next((arm_types[urn] for urn in urns if urn in arm_types), None),
            resources=len(urns),
            checkov=tuple(sorted({check for urn in urns for check in bound.believed.get(urn, ())})),
            not_covered=dict(sorted(silent.items())),
            own=tuple(own.get(type_, ())),
        )
        if not row.covered and type_ in reasons:
            reason = reasons[type_]
            row = row.model_copy(update={"not_assessed": reason.en or reason.nb})
        elif not row.covered:
            gaps.append(Gap(code=GapCode.TYPE_WITHOUT_REASON, subject=type_))
        rows.append(row)
    return tuple(rows), gaps
