"""What was taken from a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prosess.domain.text import Language
from ros.draft.drafting import DraftFile
from ros.model import RiskFile


@dataclass(frozen=True)
class Note:
    """Something in a cell that was not taken over as it stands, and why."""

    cell: str
    """``Sheet!B7``."""
    key: str
    """Its text is ``workbook.<key>``."""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def words(self, language: Language) -> dict[str, Any]:
        """Give the facts as the text shows them; a text in every language in the reader's."""
        return {
            name: value[language.value] if isinstance(value, Mapping) else value for name, value in self.facts.items()
        }


@dataclass(frozen=True)
class Taken:
    """A new assessment's files, and what the reader must know about them."""

    files: tuple[DraftFile, ...]
    risks: tuple[RiskFile, ...]
    notes: tuple[Note, ...] = ()
