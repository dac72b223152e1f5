"""Which scenarios of the catalogue apply to a plan and a pathway, and why, so that a reader can contest it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from ros.catalogue import Scenario, catalogue_controls, scenarios
from ros.catalogue.applies import applying as told_by_catalogue
from ros.draft.facts import TOLD, Facts
from ros.model import Control, Selector


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
    """What usually carries it and the plan holds."""
    controls: tuple[Control, ...] = ()
    """Those of the scenario's that can be told of this plan, or that a person answers for."""
    left_out: tuple[Control, ...] = ()
    """The scenario's other controls: the plan holds nothing that they are checked on."""


def applying(facts: Facts) -> tuple[Applied, ...]:
    """Hold every scenario of the catalogue against the facts, by id.

    One that needs a manifest where none is given does not apply yet, and says so.
    """
    known = {control.id: control for control in catalogue_controls()}
    told = {scenario.id: because for scenario, because in told_by_catalogue(facts.graph, facts.pathway)}
    types = facts.types()
    return tuple(_held(scenario, told.get(scenario.id, ()), facts, types, known) for scenario in scenarios())


def _held(
    scenario: Scenario, told: Iterable[str], facts: Facts, types: Mapping[str, int], known: Mapping[str, Control]
) -> Applied:
    found = tuple(_reasons(scenario, told, facts, types))
    if not found:
        return Applied(scenario, applies=False, because=tuple(_missing(scenario, facts)))
    suggested = [known[id_] for id_ in scenario.controls if id_ in known]
    kept = tuple(control for control in suggested if _can_be_told(control, types))
    return Applied(
        scenario,
        applies=True,
        because=found,
        selectors=tuple(Selector(type=pattern) for pattern in scenario.resources if _holds(types, pattern)),
        controls=kept,
        left_out=tuple(control for control in suggested if control not in kept),
    )


def _reasons(scenario: Scenario, told: Iterable[str], facts: Facts, types: Mapping[str, int]) -> Iterable[Reason]:
    for because in told:
        kind, _, what = because.partition(":")
        if kind == "graph":
            yield Reason("type", (what,), types[what])
        elif kind == "pathway" and facts.pathway:
            yield Reason(f"fact.{what}", next(tell(facts.pathway) for fact, tell in TOLD.items() if fact == what))
        else:
            yield Reason("always")
    if facts.pathway and scenario.id in facts.pathway.scenarios:
        yield Reason("named", (facts.pathway.id,))


def _missing(scenario: Scenario, facts: Facts) -> Iterable[Reason]:
    when = scenario.applies_when
    if when.graph:
        yield Reason("no_type", when.graph)
    if when.pathway and facts.pathway is None:
        yield Reason("no_manifest")
    elif when.pathway:
        yield from (Reason(f"no_fact.{fact}") for fact in when.pathway)


def _holds(types: Mapping[str, int], pattern: str) -> bool:
    return any(fnmatchcase(type_, pattern) for type_ in types)


def _can_be_told(control: Control, types: Mapping[str, int]) -> bool:
    """Tell whether each selection of a control meets something in the plan; a law over the graph always does."""
    selected = [one for check in control.rule_checks if (one := check.select)] + list(control.select)
    return all(_holds(types, selector.type) for selector in selected)
