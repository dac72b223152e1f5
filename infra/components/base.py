"""What every component shares: labels, and the five interfaces tags, lock, diagnostics, private endpoint, roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pulumi
from pulumi_azure_native import Provider, authorization, monitor, network

from infra import tags
from infra.addressing import AddressPlan
from infra.components.roles import PrincipalType, Role, assignment_name
from infra.connections import Connection
from infra.naming import Kind, Naming
from prosess.domain.access import DataClass
from prosess.domain.base import Model
from prosess.domain.environment import Environment, PolicyDns

DIAGNOSTIC_SETTING = "prosess-to-workspace"
"""One fixed name: a second setting of ours beside the first would double every log line."""

SIEM_SETTING = "prosess-to-siem"
"""The copy for the region's own SIEM: the same lines, for other eyes."""

LOCK = "prosess-cannot-delete"


class ComponentSettings(Model):
    """The interfaces that protect what a component makes. All on: turning one off is for a test to do."""

    lock: bool = True
    """A person with rights to delete must first remove the lock, and that is logged (NSM 2.9)."""
    diagnostics: bool = True
    """An incident that left no log can be neither found nor told of (NSM 3.2)."""
    private_endpoint: bool = True
    """Reached from the environment's own network only (NSM 2.4, 2.5)."""


@dataclass(frozen=True)
class Context:
    """What components know of the environment. Grows as the program goes: use ``dataclasses.replace``."""

    environment: Environment
    naming: Naming
    addresses: AddressPlan
    provider: Provider
    groups: Mapping[str, pulumi.Output[str]] = field(default_factory=dict)
    """Names of the resource groups: ``network``, ``security``, ``integration``."""
    network: pulumi.Output[str] | None = None
    """Id of the virtual network; none only before it is made."""
    subnets: Mapping[str, pulumi.Output[str]] = field(default_factory=dict)
    """Ids of the subnets, by their names in the address plan."""
    zones: Mapping[str, pulumi.Input[str]] = field(default_factory=dict)
    """Ids of the private DNS zones, by name."""
    workspace: pulumi.Input[str] | None = None
    """Id of the log workspace; none before it is made, and where the environment keeps no logs."""
    siem: pulumi.Input[str] | None = None
    """Id of the workspace of the region's own SIEM, where logs are copied to it."""
    cost_owner: str | None = None
    """Organisation number of who is billed, where that is not who pays for the environment."""
    hub: pulumi.Output[str] | None = None
    """Id of the hub network that is made here; none where it is the region's, or there is none."""
    other_subscription: str | None = None
    """Where ``provider`` works in another subscription than the environment's own."""

    @property
    def subscription(self) -> str:
        """The subscription that ``provider`` works in."""
        return self.other_subscription or self.environment.azure.subscription

    @property
    def location(self) -> str:
        """The environment's Azure region."""
        return self.environment.azure.location.value

    @property
    def locks(self) -> bool:
        """Whether what holds data is locked."""
        return self.environment.services.datacentre.locks


class Component(pulumi.ComponentResource):
    """A part of the platform that is wanted or not as one.

    Its own inputs are the labels and the key of the file that asked for it: the recorder and the real engine both show
    them, so every resource below can be traced to a line that somebody reviewed.
    """

    def __init__(
        self,
        type_: str,
        name: str,
        context: Context,
        *,
        service: str,
        declared_at: str,
        settings: ComponentSettings | None = None,
        data_class: DataClass | None = None,
        data_controller: str | None = None,
        parent: "Component | None" = None,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        """Register the component.

        Args:
            type_: token, ``prosess:<folder>:<Class>``.
            name: logical name, unique among its type.
            context: the environment.
            service: the region's word for what it provides, such as ``secret_vault``.
            declared_at: path of keys in the environment or onboarding file.
            settings: the component's own; decides about its protection.
            data_class: where it differs from the environment's.
            data_controller: whose data it may hold, where that is not the environment's own controller.
            parent: the component that this one is a part of.
            facts: what else a reader of the graph should see.
        """
        self.context = context
        self.protection = settings or ComponentSettings()
        # Not `labels`: the SDK gives a resource an output under the name of each input.
        self.labelled = tags.Labels(
            environment=context.environment.name,
            service=service,
            data_class=(data_class or context.environment.data_class).value,
            data_controller=data_controller or context.environment.data_controller,
        )
        self.endpoint_count = 0
        self.resource_groups: dict[str, pulumi.Output[str]] = {}
        """Purpose → id of the resource groups that the component made."""
        props = {"labels": self.labelled.props(), "declared_at": declared_at, **(facts or {})}
        super().__init__(
            type_,
            name,
            props,
            pulumi.ResourceOptions(parent=parent, providers=None if parent else {"azure-native": context.provider}),
        )

    @property
    def tags(self) -> dict[str, str]:
        """The tags of every resource of the component that can have them."""
        return tags.of(self.labelled, self.context.environment, self.context.cost_owner)

    @property
    def endpoints(self) -> int:
        """How many private endpoints the component took an address for, those of its parts included."""
        return self.endpoint_count

    def child(
        self, *, holds_data: bool = False, depends_on: Sequence[pulumi.Resource] = (), **options: Any
    ) -> pulumi.ResourceOptions:
        """Give the options of a resource of the component.

        They are made anew for each: what a parent was told about itself (protection, aliases, changes to ignore) must
        not reach its children unseen.

        Args:
            holds_data: protect it, wherever the environment locks what holds data.
            depends_on: what must be done first and is not among its inputs.
            options: further options of this one resource.
        """
        return pulumi.ResourceOptions(
            parent=self,
            protect=True if holds_data and self.context.locks else None,
            depends_on=list(depends_on) or None,
            **options,
        )

    def secure(
        self,
        key: str,
        resource: pulumi.CustomResource,
        group: pulumi.Input[str],
        connection: Connection,
    ) -> None:
        """Lock what holds data, send its logs, and give it a private endpoint.

        Args:
            key: purpose, unique in the environment: it names the endpoint.
            resource: what is protected.
            group: name of the resource group that its endpoint joins.
            connection: how it is reached.
        """
        self.lock(key, resource)
        self.diagnose(key, resource.id)
        self.connect(key, resource, group, connection)

    def lock(self, key: str, resource: pulumi.CustomResource) -> None:
        """Lock a resource against deletion, where the environment locks at all."""
        if self.context.locks and self.protection.lock:
            authorization.ManagementLockByScope(
                f"{key}-lock",
                lock_name=LOCK,
                scope=resource.id,
                level=authorization.LockLevel.CAN_NOT_DELETE,
                notes=f"Holds data of {self.labelled.service}; remove only with the risk owner's consent.",
                opts=self.child(),
            )

    def diagnose(
        self,
        key: str,
        target: pulumi.Input[str],
        *,
        metrics: bool = True,
        workspace: pulumi.Input[str] | None = None,
    ) -> None:
        """Send what a resource tells to the log workspace (the environment's own, or ``workspace``).

        The region's SIEM, where there is one to copy to, gets the logs too; metrics are nothing to it.
        """
        workspace = self.context.workspace if workspace is None else workspace
        if self.protection.diagnostics and workspace is not None:
            monitor.DiagnosticSetting(
                f"{key}-diagnostics",
                name=DIAGNOSTIC_SETTING,
                resource_uri=target,
                workspace_id=workspace,
                logs=[monitor.DiagnosticsLogSettingsArgs(category_group="allLogs", enabled=True)],
                metrics=[monitor.DiagnosticsMetricSettingsArgs(category="AllMetrics", enabled=True)]
                if metrics
                else None,
                opts=self.child(),
            )
        if self.protection.diagnostics and self.context.siem is not None:
            monitor.DiagnosticSetting(
                f"{key}-diagnostics-siem",
                name=SIEM_SETTING,
                resource_uri=target,
                workspace_id=self.context.siem,
                logs=[monitor.DiagnosticsLogSettingsArgs(category_group="allLogs", enabled=True)],
                opts=self.child(),
            )

    def connect(
        self, key: str, resource: pulumi.CustomResource, group: pulumi.Input[str], connection: Connection
    ) -> None:
        """Give a resource a private endpoint in the environment's network, and its names in the private zones.

        The network policies of the subnet are on, so the security group decides about the endpoint too.
        """
        if not self.protection.private_endpoint:
            return
        self.endpoint_count += 1
        endpoint = network.PrivateEndpoint(
            f"{key}-endpoint",
            private_endpoint_name=self.context.naming.of(Kind.PRIVATE_ENDPOINT, key),
            resource_group_name=group,
            location=self.context.location,
            subnet={"id": self.context.subnets["endpoints"]},
            private_link_service_connections=[
                network.PrivateLinkServiceConnectionArgs(
                    name=connection.group.lower(),
                    private_link_service_id=resource.id,
                    group_ids=[connection.group],
                )
            ],
            tags=self.tags,
            opts=self.child(),
        )
        if isinstance(self.context.environment.services.datacentre.private_dns, PolicyDns):
            return  # the landing zone's policy makes the zone group, and would overwrite ours
        network.PrivateDnsZoneGroup(
            f"{key}-endpoint-zones",
            private_dns_zone_group_name="default",
            private_endpoint_name=name_of(endpoint),
            resource_group_name=group,
            private_dns_zone_configs=[
                network.PrivateDnsZoneConfigArgs(
                    name=zone.replace(".", "-"), private_dns_zone_id=self.context.zones[zone]
                )
                for zone in connection.zones
            ],
            opts=self.child(),
        )

    def assign(
        self,
        key: str,
        role: Role,
        *,
        scope: pulumi.Input[str],
        principal: pulumi.Input[str],
        principal_type: PrincipalType,
        seed: Sequence[str],
        description: str,
    ) -> authorization.RoleAssignment:
        """Give a group or a workload's identity one role on one scope.

        Args:
            key: logical name, unique in the component.
            role: a built-in role; none of them manages access.
            scope: id of what the role is given on, as narrow as the task allows.
            principal: object id.
            principal_type: group or service principal, never a user.
            seed: texts that tell this assignment from all others, known before deployment.
            description: why.
        """
        subscription = self.context.subscription
        return authorization.RoleAssignment(
            key,
            role_assignment_name=assignment_name(subscription, role, *seed),
            scope=scope,
            principal_id=principal,
            principal_type=principal_type.value,
            role_definition_id=role.definition(subscription),
            description=description,
            opts=self.child(),
        )


def name_of(resource: pulumi.CustomResource) -> pulumi.Output[str]:
    """Give the last part of a resource's id: its name, tied to it, and known as soon as the id is."""
    return resource.id.apply(lambda id_: id_.rpartition("/")[2])


def name_in(id_: pulumi.Input[str]) -> pulumi.Output[str]:
    """Give the last part of an id."""
    return pulumi.Output.from_input(id_).apply(lambda known: known.rpartition("/")[2])
