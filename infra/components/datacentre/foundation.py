"""The resource groups of an environment."""

from pulumi_azure_native import resources

from infra.components.base import Component, Context, name_of
from infra.naming import Kind

GROUPS = ("integration", "network", "security")


class Foundation(Component):
    """One resource group for each area of responsibility, so that access and cost can be told apart."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            "prosess:datacentre:Foundation", "foundation", context, service="foundation", declared_at="azure"
        )
        groups = {
            purpose: resources.ResourceGroup(
                purpose,
                resource_group_name=context.naming.of(Kind.RESOURCE_GROUP, purpose),
                location=context.location,
                tags=self.tags,
                opts=self.child(),
            )
            for purpose in GROUPS
        }
        self.groups = {purpose: name_of(group) for purpose, group in groups.items()}
        self.ids = self.resource_groups = {purpose: group.id for purpose, group in groups.items()}
        self.register_outputs({"groups": self.ids})
