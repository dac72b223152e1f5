"""Decisions that the service words itself: those about people and workflow, which no policy file speaks of."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from prosess.contracts import Decision, Reason, canonical_bytes, digest

_ENGINE = f"prosess {version('prosess')}"


def reason(code: str, *, unblocked_by: str, **facts: Any) -> Reason:
    """Give a reason whose words stand under its code in ``kit/texts.yaml``."""
    return Reason(code=code, facts=dict(facts), remedy=code, unblocked_by=unblocked_by)


def decide(facts: Mapping[str, Any], reasons: Iterable[Reason]) -> Decision:
    """Give a decision on facts: allowed exactly where there is no reason against."""
    ordered = tuple(sorted(reasons, key=lambda one: (one.code, canonical_bytes(one.facts))))
    input_digest = digest(canonical_bytes(dict(facts)))
    return Decision(
        allow=not ordered,
        reasons=ordered,
        policy_revision=_ENGINE,
        data_revision=input_digest,
        input_digest=input_digest,
        engine=_ENGINE,
    )
