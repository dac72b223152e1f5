"""What a plan and a manifest say that may make a scenario apply."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from prosess.contracts.graph import Graph
from prosess.domain.follow_up import Zone
from prosess.domain.pathway import Pathway


@dataclass(frozen=True)
class Facts:
    """What is known when an assessment begins."""

    types: Mapping[str, int] = field(default_factory=dict)
    """Type of the graph → resources of it that the plan makes itself."""
    stage: str | None = None
    """Of the environment, such as ``prod``."""
    pathway: Pathway | None = None

    @classmethod
    def of(cls, graph: Graph | None, *, stage: str | None = None, pathway: Pathway | None = None) -> "Facts":
        """Count a graph's own resources by type; what it only refers to is another's to assess."""
        nodes = graph.nodes if graph else ()
        types = Counter(node.type for node in nodes if not node.external)
        return cls(types=dict(sorted(types.items())), stage=stage, pathway=pathway)


def _several(pathway: Pathway) -> tuple[str, ...]:
    return pathway.data_controllers if len(pathway.data_controllers) > 1 else ()


def _abroad(countries: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(countries) - {"NO"}))


def _red(pathway: Pathway) -> tuple[str, ...]:
    return tuple(alert.id for alert in pathway.alerts if alert.zone is Zone.RED)


def _chosen(name: str) -> Callable[[Pathway], tuple[str, ...]]:
    return lambda pathway: tuple(
        one.value for one in (*pathway.access.options, *pathway.access.overlays) if one.value == name
    )


PATHWAY_FACTS: Mapping[str, Callable[[Pathway], tuple[str, ...]]] = {
    "several_controllers": _several,
    "storage_abroad": lambda pathway: _abroad(pathway.data.storage_countries),
    "operators_abroad": lambda pathway: _abroad(pathway.data.operator_access_countries),
    "measurements": lambda pathway: tuple(one.id for one in pathway.measurements),
    "zone_rules": lambda pathway: tuple(one.id for one in pathway.measurements if one.thresholds),
    "red_alerts": _red,
    "integrations": lambda pathway: tuple(one.id for one in pathway.integrations),
    "agreements": lambda pathway: tuple(one.id for one in pathway.agreements),
    "task_relation": _chosen("task_relation"),
    "break_the_glass": _chosen("break_the_glass"),
    "blocks": _chosen("blocks"),
    "real_test_data": lambda pathway: (pathway.test_data.value,) if pathway.test_data.value == "real" else (),
    "several_task_owners": lambda pathway: (
        tuple(one.id for one in pathway.task_owners)
        if len({one.organisation for one in pathway.task_owners}) > 1
        else ()
    ),
}
"""Fact → what of the manifest makes it so; empty where it is not so."""
