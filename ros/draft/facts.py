"""What a plan and a manifest say of why a scenario applies."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prosess.contracts.graph import Graph
from prosess.domain.follow_up import Zone
from prosess.domain.pathway import Pathway
from ros.catalogue.catalogue import PathwayFact


@dataclass(frozen=True)
class Facts:
    """What is known when an assessment begins."""

    graph: Graph | None = None
    pathway: Pathway | None = None

    def types(self) -> dict[str, int]:
        """Count the plan's own resources by type; what it only refers to is another's to assess."""
        nodes = self.graph.nodes if self.graph else ()
        return dict(sorted(Counter(node.type for node in nodes if not node.external).items()))


TOLD: Mapping[PathwayFact, Callable[[Pathway], tuple[str, ...]]] = {
    "several_data_controllers": lambda pathway: pathway.data_controllers,
    "task_relation": lambda pathway: tuple(one.value for one in pathway.access.options),
    "break_the_glass": lambda pathway: tuple(one.value for one in pathway.access.overlays),
    "blocks": lambda pathway: tuple(one.value for one in pathway.access.overlays),
    "measurements": lambda pathway: tuple(one.id for one in pathway.measurements),
    "thresholds": lambda pathway: tuple(one.id for one in pathway.measurements if one.thresholds),
    "red_alerts": lambda pathway: tuple(one.id for one in pathway.alerts if one.zone is Zone.RED),
    "integrations": lambda pathway: tuple(one.id for one in pathway.integrations),
    "partner_tests": lambda pathway: (pathway.test_data.value,),
    "hand_over": lambda pathway: tuple(one.id for one in pathway.task_owners),
}
"""Fact of the catalogue → what in the manifest tells it, by id."""
