"""The customer's key for the log workspace, which Azure gives to a cluster of its own only."""

import pulumi
from pulumi_azure_native import operationalinsights

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.naming import Kind

_LEAST_GIGABYTES_A_DAY = 100
"""The smallest commitment that Azure sells."""


class LogEncryptionSettings(ComponentSettings):
    """How the cluster keeps what it holds."""

    zone_redundant: bool = True
    """A log that is down with the zone that failed tells nothing of the failure."""
    double: bool = True
    """A second layer below the customer's key, so that one broken cipher opens nothing."""


class LogEncryption(Component):
    """A cluster that encrypts with the customer's key, and the workspace moved into it.

    The key is named without version, so the cluster follows each rotation.
    """

    def __init__(
        self,
        settings: LogEncryptionSettings,
        *,
        workspace: pulumi.CustomResource,
        key: CustomerKey,
        context: Context,
    ) -> None:
        super().__init__(
            "prosess:security:LogEncryption",
            "log-encryption",
            context,
            service="monitoring",
            declared_at="services.security.monitoring",
            settings=settings,
        )
        group = context.groups["security"]
        access = allow_key_use(self, "logs", key, group, context.location)
        self.cluster = operationalinsights.Cluster(
            "log-cluster",
            cluster_name=context.naming.of(Kind.LOG_CLUSTER, "logs"),
            resource_group_name=group,
            location=context.location,
            sku=operationalinsights.ClusterSkuArgs(
                name=operationalinsights.ClusterSkuNameEnum.CAPACITY_RESERVATION, capacity=_LEAST_GIGABYTES_A_DAY
            ),
            billing_type=operationalinsights.BillingType.CLUSTER,
            is_availability_zones_enabled=settings.zone_redundant,
            is_double_encryption_enabled=settings.double,
            identity=operationalinsights.ManagedServiceIdentityArgs(
                type=operationalinsights.ManagedServiceIdentityType.USER_ASSIGNED,
                user_assigned_identities=[access.identity.id],
            ),
            key_vault_properties=operationalinsights.KeyVaultPropertiesArgs(
                key_vault_uri=key.vault_uri, key_name=key.name, key_version=""
            ),
            tags=self.tags,
            opts=self.child(holds_data=True, depends_on=[access.assignment]),
        )
        self.lock("log-cluster", self.cluster)
        self.linked = operationalinsights.LinkedService(
            "logs-in-cluster",
            linked_service_name="Cluster",
            workspace_name=name_of(workspace),
            resource_group_name=group,
            write_access_resource_id=self.cluster.id,
            tags=self.tags,
            opts=self.child(),
        )
        self.register_outputs({"id": self.cluster.id, "linked": self.linked.id})
