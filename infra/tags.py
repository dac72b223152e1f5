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
    """Give the tags of a resource: the labels, and the organisation number that is billed.

    Where tenants pay, what is made for one data controller alone is billed to that one; all else to ``cost_owner``, or
    where none is told, to the environment's own.
    """
    tenants_own = labels.data_controller != environment.data_controller
    payer = labels.data_controller if tenants_own and environment.services.datacentre.tenants_pay else None
    return {
        "environment": labels.environment,
        "service": labels.service,
        "cost-owner": cost_owner or payer or environment.cost_owner,
        "data-class": labels.data_class,
        "data-controller": labels.data_controller,
        "managed-by": "prosess",
    }
