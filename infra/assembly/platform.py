"""An environment as it is put together."""

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from pulumi_azure_native import Provider

from infra.components.base import Component, Context
from infra.settings import ProgramSettings

ComponentT = TypeVar("ComponentT", bound=Component)


@dataclass
class Platform:
    """What has been made so far, and what everything later is given."""

    context: Context
    settings: ProgramSettings
    components: list[Component] = field(default_factory=list)
    """In the order that they were made."""

    def add(self, component: ComponentT) -> ComponentT:
        """Keep a component among those that the environment has."""
        self.components.append(component)
        return component

    def learn(self, **facts: Any) -> None:
        """Let what is made from now on know more (see ``Context``)."""
        self.context = replace(self.context, **facts)

    def elsewhere(self, subscription: str | None, name: str) -> Context:
        """Give the context of what is made in another subscription; our own where none is named.

        Args:
            subscription: id.
            name: what it is for; names the provider.
        """
        azure = self.context.environment.azure
        if subscription is None or subscription == azure.subscription:
            return self.context
        provider = Provider(
            f"azure-{name}", subscription_id=subscription, tenant_id=azure.tenant, location=azure.location.value
        )
        return replace(self.context, provider=provider, other_subscription=subscription)

    @property
    def endpoints(self) -> int:
        """How many private endpoints took an address."""
        return sum(component.endpoints for component in self.components)
