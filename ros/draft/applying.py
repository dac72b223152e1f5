"""Which scenarios of the catalogue apply to a plan and a pathway, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from prosess.documents import read
from prosess.domain.base import Model
from prosess.domain.identifiers import RiskId, Slug
from ros.catalogue import Scenario, catalogue_controls, scenarios
from ros.draft.facts import PATHWAY_FACTS, Facts
from ros.model import Control, Selector
from ros.model.selector import TypePattern

_TABLE = Path(__file__).with_name("applies.yaml")


class Conditions(Model):
    """A scenario applies where one of these holds."""

    always: bool = False
    types: tuple[TypePattern, ...] = ()
    pathway: tuple[str, ...] = ()
    stages: tuple[Slug, ...] = ()


class _Table(Model):
    schema_: Literal["applies/1"] = Field(alias="schema")
    scenarios: dict[RiskId, Conditions]


@cache
def conditions() -> dict[str, Conditions]:
    """Give the conditions of every scenario of the catalogue."""
    return dict(read(_Table, _TABLE).scenarios)


@dataclass(frozen=True)
class Reason:
    """Why a scenario applies, or does not; ``key`` is its text under ``draft.``, ``of`` what the text speaks of."""

    key: str
    of: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class Applied:
    """One scenario, held against what is known."""

    scenario: Scenario
    applies: bool
    because: tuple[Reason, ...]
    selectors: tuple[Selector, ...] = ()
    """Types that the plan holds and the scenario speaks of."""
    controls: tuple[Control, ...] = ()
    """Those of the scenario's that can be told of this plan, or that a person answers for."""
    left_out: tuple[Control, ...] = ()
    """The scenario's other controls: the plan holds nothing that they are checked on."""


def applying(facts: Facts) -> tuple[Applied, ...]:
    """Hold every scenario of the catalogue against the facts, by id.

    One that needs a manifest where none is given does not apply yet, and says so.
    """
    known = {control.id: control for control in catalogue_controls()}
    table = conditions()
    return tuple(
        _held(scenario, table.get(scenario.id, Conditions(always=True)), facts, known) for scenario in scenarios()
    )


def _held(scenario: Scenario, asked: Conditions, facts: Facts, known: dict[str, Control]) -> Applied:
    found = tuple(_reasons(scenario, asked, facts))
    if not found:
        return Applied(scenario, applies=False, because=tuple(_missing(asked, facts)))
    suggested = [known[id_] for id_ in scenario.controls if id_ in known]
    kept = tuple(control for control in suggested if _can_be_told(control, facts))
    return Applied(
        scenario,
        applies=True,
        because=found,
        selectors=tuple(Selector(type=type_) for type_ in asked.types if facts.types.get(type_)),
        controls=kept,
        left_out=tuple(control for control in suggested if control not in kept),
    )


def _reasons(scenario: Scenario, asked: Conditions, facts: Facts) -> Iterable[Reason]:
    for type_ in asked.types:
        if count := facts.types.get(type_, 0):
            yield Reason("type", (type_,), count)
    if facts.pathway:
        for fact in asked.pathway:
            if of := PATHWAY_FACTS[fact](facts.pathway):
                yield Reason(f"fact.{fact}", of)
        if scenario.id in facts.pathway.scenarios:
            yield Reason("named", (facts.pathway.id,))
    if facts.stage in asked.stages:
        yield Reason("stage", (facts.stage or "",))
    if asked.always:
        yield Reason("always")


def _missing(asked: Conditions, facts: Facts) -> Iterable[Reason]:
    if asked.types:
        yield Reason("no_type", asked.types)
    for fact in asked.pathway:
        yield Reason(f"no_fact.{fact}") if facts.pathway else Reason("no_manifest")
    if asked.stages:
        yield Reason("no_stage", asked.stages)


def _can_be_told(control: Control, facts: Facts) -> bool:
    """Tell whether each selection of a control meets something in the plan; a law over the graph always does."""
    selected = [one for check in control.rule_checks if (one := check.select)] + list(control.select)
    return all(facts.types.get(selector.type) or "*" in selector.type for selector in selected)
