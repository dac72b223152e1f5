"""One thing that turns on one day, and the levels that follow."""

from datetime import date
from typing import Final, Literal

from pydantic import JsonValue

from prosess.domain.base import Model

TurnKind = Literal[
    "evidence_lapses",
    "exemption_expires",
    "exception_ends",
    "acceptance_expires",
    "measure_due",
    "decision_due",
    "review_due",
]
KINDS: Final[tuple[TurnKind, ...]] = (
    *("evidence_lapses", "exemption_expires", "exception_ends", "acceptance_expires"),
    *("decision_due", "measure_due", "review_due"),
)


class LevelTurn(Model):
    """What a risk's level becomes."""

    risk: str
    before: str
    after: str
    """The level that the gate would read: where evidence lapses, the level without it."""


class Turn(Model):
    """One thing that turns on one day."""

    on: date
    kind: TurnKind
    subject: str
    """Source of evidence, ``<rule> <urn>``, risk and data controller, or what is due."""
    facts: dict[str, JsonValue] = {}
    levels: tuple[LevelTurn, ...] = ()
    """The risks that it touches, by id."""
    tell: tuple[str, ...] = ()
    """Parties of the analysis, organisation numbers, roles, or owners of exemptions; sorted."""
