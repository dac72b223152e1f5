"""Reviewed exceptions: a rule that may fail on one resource, for a reason, by someone's leave, until a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field

from prosess.contracts import Findings, State
from prosess.domain.base import Model
from prosess.domain.identifiers import RuleId, Text
from prosess.domain.notice import NOTICE_DAYS

OF_CHANGES = frozenset(("PP-CHG-001", "PP-CHG-002"))
"""Rules of what a change takes away (``policies.changes``): no finding over a plan speaks of them."""


class Exemption(Model):
    """One exception. It is for one resource by its URN: what holds in test does not hold in prod."""

    rule: RuleId
    resource: str = Field(pattern=r"^urn:pulumi:[^*]+$")
    reason: Text
    owner: Text
    """A role and its organisation, never a person."""
    expires: date
    """The last day on which it holds."""

    def holds(self, as_of: date) -> bool:
        """Tell whether it holds on a day (in Europe/Oslo)."""
        return as_of <= self.expires


class Exemptions(Model):
    """``policies/exemptions.yaml``."""

    schema_: Literal["exemptions/1"] = Field(alias="schema")
    exemptions: tuple[Exemption, ...] = ()


class NoticeKind(StrEnum):
    """What is worth telling of an exemption."""

    EXPIRED = "EXEMPTION_EXPIRED"
    EXPIRES_SOON = "EXEMPTION_EXPIRES_SOON"
    UNUSED = "EXEMPTION_UNUSED"


@dataclass(frozen=True)
class Notice:
    """Something to tell an exemption's owner."""

    kind: NoticeKind
    exemption: Exemption
    days_left: int


def load(path: Path) -> tuple[Exemption, ...]:
    """Read the exemptions of a file.

    Raises:
        prosess.documents.DocumentError: where the file is not one of exemptions, with file, line and column.
    """
    from prosess.documents import read  # the reader brings a YAML parser: only who has a file needs it

    return read(Exemptions, path).exemptions


def notices(exemptions: Sequence[Exemption], findings: Findings, *, as_of: date) -> tuple[Notice, ...]:
    """Tell what is worth knowing about exemptions: expired, soon expiring, or excusing nothing."""
    excused = {(one.rule, one.resource) for one in findings.findings if one.state is State.SUPPRESSED}
    found = []
    for one in sorted(exemptions, key=lambda each: (each.rule, each.resource, each.expires)):
        left = (one.expires - as_of).days
        if not one.holds(as_of):
            found.append(Notice(NoticeKind.EXPIRED, one, left))
        elif one.rule not in OF_CHANGES and (one.rule, one.resource) not in excused:
            found.append(Notice(NoticeKind.UNUSED, one, left))
        elif left <= max(NOTICE_DAYS):
            found.append(Notice(NoticeKind.EXPIRES_SOON, one, left))
    return tuple(found)
