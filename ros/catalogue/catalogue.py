"""Reads the catalogue that comes with the product."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from prosess.documents import read
from prosess.domain.base import Model
from prosess.domain.identifiers import ControlId, RiskId
from prosess.domain.text import LocalisedText
from ros.criteria.dimension import Dimension
from ros.model.control import Control

_HERE = Path(__file__).parent


class Scenario(Model):
    """An unwanted event that every digital follow-up has to think about."""

    id: RiskId
    title: LocalisedText
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    """What it is first of all a risk to."""
    controls: tuple[ControlId, ...] = Field(min_length=1)
    """Controls that are worth thinking of, in the order that they are usually introduced."""


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
