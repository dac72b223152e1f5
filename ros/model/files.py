"""Everything that one folder of a risk assessment holds, with what it took from the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prosess.documents import Document
from ros.criteria.profile import Profile
from ros.model.analysis import Analysis, Party
from ros.model.control import Control
from ros.model.risk import RiskFile


@dataclass(frozen=True)
class AnalysisFiles:
    """What ``load_analysis`` read."""

    analysis: Analysis
    profile: Profile
    controls: tuple[Control, ...]
    """The catalogue's and the folder's own, by id."""
    risks: tuple[RiskFile, ...]
    """By id."""
    own_controls: frozenset[str] = frozenset()
    """Ids of the controls that the folder declares itself."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Inherited risk → id of the analysis that it comes from."""

    parents: tuple[Analysis, ...] = ()
    """The analyses that risks are inherited from, the nearest first."""
    known_criteria: tuple[str, ...] = ()
    """``<profile>@<version>`` of every profile that could have been used."""
    declared: Mapping[str, Document[Any]] = field(default_factory=dict, compare=False, repr=False)
    """``ros.yaml``, or id of a risk or an own control → the file that declares it, where it was read from one."""

    def party(self, id_: str) -> Party | None:
        """Give a party of the analysis or of one that it inherits from, or None.

        Two that share an id are the same function in the same organisation: loading refuses anything else.
        """
        analyses = (self.analysis, *self.parents)
        return next((party for one in analyses for party in one.parties if party.id == id_), None)

    def control(self, id_: str) -> Control | None:
        """Give a control by its id, or None."""
        return next((control for control in self.controls if control.id == id_), None)

    def risk(self, id_: str) -> RiskFile | None:
        """Give a risk by its id, or None."""
        return next((risk for risk in self.risks if risk.id == id_), None)
