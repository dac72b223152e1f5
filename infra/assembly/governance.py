"""What Azure itself keeps the environment to: last, when every resource group is known."""

from infra.assembly.platform import Platform
from infra.components.governance.policies import Policies
from prosess.domain.environment import CreatePolicies


def govern(platform: Platform) -> None:
    """Assign the platform's policies, where the environment has policies of its own."""
    chosen = platform.context.environment.services.governance.policies
    if isinstance(chosen, CreatePolicies):
        groups = {
            purpose: id_ for component in platform.components for purpose, id_ in component.resource_groups.items()
        }
        platform.add(Policies(platform.settings.policies, chosen=chosen, groups=groups, context=platform.context))
