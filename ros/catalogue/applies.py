"""Which scenarios apply to a plan and a pathway, and what makes them apply."""

import re
from collections.abc import Callable, Iterable
from fnmatch import translate

from prosess.contracts.graph import Graph
from prosess.domain.access import AccessOption, Overlay
from prosess.domain.follow_up import Zone
from prosess.domain.pathway import Pathway, TestData
from ros.catalogue.catalogue import PathwayFact, Scenario, scenarios

_FACTS: dict[PathwayFact, Callable[[Pathway], bool]] = {
    "several_data_controllers": lambda pathway: len(pathway.data_controllers) > 1,
    "task_relation": lambda pathway: AccessOption.TASK_RELATION in pathway.access.options,
    "break_the_glass": lambda pathway: Overlay.BREAK_THE_GLASS in pathway.access.overlays,
    "blocks": lambda pathway: Overlay.BLOCKS in pathway.access.overlays,
    "measurements": lambda pathway: bool(pathway.measurements),
    "thresholds": lambda pathway: any(one.thresholds for one in pathway.measurements),
    "red_alerts": lambda pathway: any(alert.zone is Zone.RED for alert in pathway.alerts),
    "integrations": lambda pathway: bool(pathway.integrations),
    "partner_tests": lambda pathway: pathway.test_data is not TestData.SYNTHETIC_ALONE,
    "hand_over": lambda pathway: len({owner.organisation for owner in pathway.task_owners}) > 1,
}


def pathway_facts(pathway: Pathway) -> tuple[PathwayFact, ...]:
    """Give the facts that a pathway's manifest tells, sorted."""
    return tuple(sorted(fact for fact, holds in _FACTS.items() if holds(pathway)))


def applying(graph: Graph | None, pathway: Pathway | None) -> tuple[tuple[Scenario, tuple[str, ...]], ...]:
    """Give each scenario that applies, with why: ``always``, ``graph:<type>`` or ``pathway:<fact>``, sorted.

    A scenario that asks for what is not given does not apply; those that apply always do.
    """
    types = {node.type for node in graph.nodes if not node.external} if graph else set()
    facts = set(pathway_facts(pathway)) if pathway else set()
    found = ((scenario, tuple(_because(scenario, types, facts))) for scenario in scenarios())
    return tuple((scenario, because) for scenario, because in found if because)


def _because(scenario: Scenario, types: set[str], facts: set[PathwayFact]) -> Iterable[str]:
    when = scenario.applies_when
    if when.always:
        yield "always"
    patterns = [re.compile(translate(pattern)).match for pattern in when.graph]
    yield from (f"graph:{type_}" for type_ in sorted(types) if any(matches(type_) for matches in patterns))
    yield from (f"pathway:{fact}" for fact in sorted(facts.intersection(when.pathway)))
