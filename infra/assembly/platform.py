"""An environment as it is put together."""

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

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

    @property
    def endpoints(self) -> int:
        """How many private endpoints took an address."""
        return sum(component.endpoints for component in self.components)
