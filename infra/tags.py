"""Tags: who answers and who pays for a resource, readable in any Azure tool."""

from dataclasses import dataclass

from prosess.domain.environment import Environment


@dataclass(frozen=True)
class Labels:
    """What a component is for; the graph reads the same labels (``prosess.contracts.graph.Labels``)."""

    environment: str
    service: str
    data_class: str
    data_controller: str

    def props(self) -> dict[str, str]:
        """The labels as a component registers them."""
        return {
            "environment": self.environment,
            "service": self.service,
            "data_class": self.data_class,
            "data_controller": self.data_controller,
        }


def of(labels: Labels, environment: Environment, cost_owner: str | None = None) -> dict[str, str]:
    """Give the tags of a resource: the labels, and who is billed (who pays for the environment, unless told)."""
    return {
        "environment": labels.environment,
        "service": labels.service,
        "cost-owner": cost_owner or environment.cost_owner,
        "data-class": labels.data_class,
        "data-controller": labels.data_controller,
        "managed-by": "prosess",
    }
