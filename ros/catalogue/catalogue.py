"""Reads the catalogue that comes with the product."""

from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from prosess.documents import read
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import ControlId, RiskId
from prosess.domain.text import LocalisedText
from ros.assets import AssetKind
from ros.criteria.dimension import Dimension
from ros.model.control import Control
from ros.model.selector import TypePattern

_HERE = Path(__file__).parent

PathwayFact = Literal[
    "several_data_controllers",
    "task_relation",
    "break_the_glass",
    "blocks",
    "measurements",
    "thresholds",
    "red_alerts",
    "integrations",
    "partner_tests",
    "hand_over",
]
"""What a pathway's manifest may tell that makes a scenario apply."""


class Condition(Model):
    """What makes a scenario apply: always, one of these types in the plan, or one of these facts of the pathway."""

    always: bool = False
    graph: tuple[TypePattern, ...] = ()
    pathway: tuple[PathwayFact, ...] = ()

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if not (self.always or self.graph or self.pathway):
            raise DomainError("SCENARIO_NEVER", "nothing makes the scenario apply", hint="write `always: true`")
        return self


class Scenario(Model):
    """An unwanted event that every digital follow-up has to think about."""

    id: RiskId
    title: LocalisedText
    event: LocalisedText
    """Because of …, it may happen that …, with the result that …"""
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    """What it is first of all a risk to."""
    controls: tuple[ControlId, ...] = Field(min_length=1)
    """Controls that are worth thinking of, in the order that they are usually introduced."""
    assets: tuple[AssetKind, ...] = Field(min_length=1)
    """Kinds of assets that it usually harms."""
    resources: tuple[TypePattern, ...] = ()
    """Types that usually carry it; empty where people do."""
    applies_when: Condition

    @property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules and Checkov checks that its controls lean on, sorted."""
        by_id = {control.id: control for control in catalogue_controls()}
        return tuple(sorted({check.rule for id_ in self.controls for check in by_id[id_].rule_checks}))


class _Scenarios(Model):
    schema_: Literal["scenarios/1"] = Field(alias="schema")
    scenarios: tuple[Scenario, ...]


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Give the starter scenarios R01–R20."""
    return read(_Scenarios, _HERE / "scenarios.yaml").scenarios


@cache
def catalogue_controls() -> tuple[Control, ...]:
    """Give the catalogue's controls, by id."""
    files = sorted((_HERE / "controls").glob("*.yaml"))
    return tuple(sorted((read(Control, path) for path in files), key=lambda control: control.id))
