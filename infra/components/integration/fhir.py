"""A FHIR service, where the region decided to have one."""

import pulumi
from pulumi_azure_native import resources

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.security.encryption import CustomerKey, KeyAccess, allow_key_use
from infra.components.security.key_vault import KeyVault, KeyVaultSettings
from infra.connections import HEALTH
from infra.naming import Kind

_PROVIDER = "Microsoft.HealthcareApis"
_VERSION = "2024-03-31"
_KEY = "fhir"


class FhirSettings(ComponentSettings):
    """How health data is closed off."""

    public_network_access: bool = False
    """The SDK's own classes cannot switch it off, so the generic resource is used (NSM 2.5)."""
    key_vault: KeyVaultSettings = KeyVaultSettings()
    """Azure asks for a key in the same region as the service, so it has a vault of its own there."""


class Fhir(Component):
    """An Azure Health Data Services workspace with a FHIR service, in the region that has them.

    Where that is outside Norway, the environment's file says why and the risk assessment has the risk. Each data
    controller has a FHIR service of its own (law 5): this one is the environment's own controller's.
    """

    def __init__(self, settings: FhirSettings, *, location: str, own_key: bool, context: Context) -> None:
        """Make the workspace.

        Args:
            settings: how it is closed.
            location: the Azure region that was chosen.
            own_key: whether it is encrypted with a key of the customer's.
            context: the environment.
        """
        super().__init__(
            "prosess:integration:Fhir",
            "fhir",
            context,
            service="fhir",
            declared_at="fhir.hosting",
            settings=settings,
        )
        self.settings = settings
        self.location = location
        self.resource_group = resources.ResourceGroup(
            "fhir",
            resource_group_name=context.naming.of(Kind.RESOURCE_GROUP, "fhir"),
            location=location,
            tags=self.tags,
            opts=self.child(),
        )
        self.resource_groups = {"fhir": self.resource_group.id}
        group = name_of(self.resource_group)
        self.group = group
        self._keys: KeyVault | None = None
        self.access: KeyAccess | None = None
        if own_key:
            self._keys = KeyVault(
                "fhir-keys",
                settings.key_vault,
                keys=(_KEY,),
                context=context,
                group=group,
                location=location,
                declared_at="fhir.hosting",
                parent=self,
            )
            key: CustomerKey = self._keys.customer_key(_KEY)
            self.access = allow_key_use(self, "fhir", key, group, location)
        self.workspace = resources.Resource(
            "fhir-workspace",
            resource_name_=context.naming.of(Kind.HEALTH_WORKSPACE, "fhir"),
            resource_group_name=group,
            resource_provider_namespace=_PROVIDER,
            resource_type="workspaces",
            parent_resource_path="",
            api_version=_VERSION,
            location=location,
            properties={"publicNetworkAccess": _switch(settings)},
            tags=self.tags,
            opts=self.child(holds_data=True),
        )
        self.lock("fhir-workspace", self.workspace)
        self.connect("fhir-workspace", self.workspace, group, HEALTH)
        service = make_service(self, "fhir", fhir=self)
        self.register_outputs({"id": self.workspace.id, "service": service.id})

    @property
    def endpoints(self) -> int:
        """How many private endpoints, that of the key vault included."""
        return self.endpoint_count + (self._keys.endpoints if self._keys else 0)


def make_service(owner: Component, purpose: str, *, fhir: Fhir) -> resources.Resource:
    """Register a FHIR service as a part of ``owner``, lock it and send its logs.

    Old versions of a resource are kept; nothing can be exported in bulk or read by a page of another site.
    """
    context = owner.context
    tenant = context.environment.azure.tenant
    workspace = context.naming.of(Kind.HEALTH_WORKSPACE, "fhir")
    name = context.naming.of(Kind.FHIR, purpose)
    access = fhir.access
    properties: dict[str, pulumi.Input[object]] = {
        "authenticationConfiguration": {
            "authority": f"https://login.microsoftonline.com/{tenant}",
            "audience": f"https://{workspace}-{name}.fhir.azurehealthcareapis.com",
            "smartProxyEnabled": False,
        },
        "corsConfiguration": {"origins": [], "headers": [], "methods": [], "allowCredentials": False},
        "publicNetworkAccess": _switch(fhir.settings),
        "resourceVersionPolicyConfiguration": {"default": "versioned"},
    }
    if access:
        properties["encryption"] = {
            "customerManagedKeyEncryption": {
                "keyEncryptionKeyUrl": pulumi.Output.concat(access.key.vault_uri, "keys/", access.key.name)
            }
        }
    service = resources.Resource(
        f"{purpose}-service",
        resource_name_=name,
        resource_group_name=fhir.group,
        resource_provider_namespace=_PROVIDER,
        resource_type="fhirservices",
        parent_resource_path=pulumi.Output.concat("workspaces/", name_of(fhir.workspace)),
        api_version=_VERSION,
        kind="fhir-R4",
        location=fhir.location,
        identity=resources.IdentityArgs(
            type=resources.ResourceIdentityType.USER_ASSIGNED, user_assigned_identities=[access.identity.id]
        )
        if access
        else None,
        properties=properties,
        tags=owner.tags,
        opts=owner.child(holds_data=True, depends_on=[access.assignment] if access else []),
    )
    owner.lock(f"{purpose}-service", service)
    owner.diagnose(f"{purpose}-service", service.id)
    return service


def _switch(settings: FhirSettings) -> str:
    return "Enabled" if settings.public_network_access else "Disabled"
