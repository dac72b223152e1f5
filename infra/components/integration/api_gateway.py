"""The gateway that partners meet."""

import pulumi
from pulumi_azure_native import apimanagement, privatedns

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.datacentre.private_dns import link_zone
from infra.components.roles import PrincipalType, Role
from infra.components.security.vault import VaultReference
from infra.connections import API_GATEWAY
from infra.naming import Kind
from prosess.domain.environment import CreateDns

_SECURITY = "Microsoft.WindowsAzure.ApiManagement.Gateway.Security"
_OLD = ("Ssl30", "Tls10", "Tls11")
_WEAK_CIPHERS = (
    "TripleDes168",
    "TLS_RSA_WITH_AES_128_CBC_SHA",
    "TLS_RSA_WITH_AES_256_CBC_SHA",
    "TLS_RSA_WITH_AES_128_CBC_SHA256",
    "TLS_RSA_WITH_AES_256_CBC_SHA256",
    "TLS_RSA_WITH_AES_128_GCM_SHA256",
)
"""Without forward secrecy: who gets the key one day reads what was recorded years before."""


class ApiGatewaySettings(ComponentSettings):
    """How the gateway is closed, and how it speaks."""

    network: str = "internal_vnet"
    """Injected into the network, or reached by a private endpoint only; never open to the internet (PP-APIM-001)."""
    units: int = 1
    """Capacity."""
    zones: tuple[str, ...] = ()
    """Availability zones; as many as units can fill."""
    legacy_protocols: bool = False
    """TLS below 1.2, towards callers and backends (PP-APIM-003)."""
    portal: bool = False
    """The SDK leaves both portals on; partners are told of APIs in the documentation."""
    publisher_name: str = "prosess"
    """A function, never a person."""
    publisher_email: str = "prosess@example.org"
    """A mailbox of that function."""


class ApiGateway(Component):
    """An API Management service that is closed to the internet.

    Public access can be switched off only on a service that has a private endpoint, and an injected service can have
    none (https://learn.microsoft.com/azure/api-management/private-endpoint): so one mode closes by its network and the
    other by the switch. In the mode ``private_endpoint`` Azure refuses the switch while the service is being made, so
    a first deployment takes two runs.

    Its identity is the system's own: the only kind that Key Vault lets past a closed firewall for named values.
    """

    def __init__(self, settings: ApiGatewaySettings, *, vault: VaultReference | None, context: Context) -> None:
        """Make the gateway.

        Args:
            settings: how it is closed.
            vault: where its named values lie; none where the environment has no secret vault.
            context: the environment.
        """
        super().__init__(
            "prosess:integration:ApiGateway",
            "api-gateway",
            context,
            service="api_gateway",
            declared_at="services.integration.api_gateway",
            settings=settings,
        )
        injected = settings.network == "internal_vnet"
        closed = settings.network == "private_endpoint"
        self.group = context.groups["integration"]
        self.physical_name = context.naming.of(Kind.API_MANAGEMENT, "gateway")
        self.service = apimanagement.ApiManagementService(
            "gateway",
            service_name=self.physical_name,
            resource_group_name=self.group,
            location=context.location,
            sku=apimanagement.ApiManagementServiceSkuPropertiesArgs(
                name=apimanagement.SkuType.PREMIUM, capacity=settings.units
            ),
            zones=list(settings.zones) or None,
            publisher_name=settings.publisher_name,
            publisher_email=settings.publisher_email,
            identity=apimanagement.ApiManagementServiceIdentityArgs(
                type=apimanagement.ApimIdentityType.SYSTEM_ASSIGNED
            ),
            virtual_network_type=apimanagement.VirtualNetworkType.INTERNAL
            if injected
            else apimanagement.VirtualNetworkType.NONE,
            virtual_network_configuration=apimanagement.VirtualNetworkConfigurationArgs(
                subnet_resource_id=context.subnets["gateway"]
            )
            if injected
            else None,
            public_network_access=apimanagement.PublicNetworkAccess.DISABLED if closed else None,
            custom_properties=_protocols(settings),
            developer_portal_status="Enabled" if settings.portal else "Disabled",
            legacy_portal_status="Enabled" if settings.portal else "Disabled",
            disable_gateway=False,
            enable_client_certificate=False,
            nat_gateway_state="Disabled",
            restore=False,
            tags=self.tags,
            opts=self.child(),
        )
        self.name = name_of(self.service)
        self.principal = self.service.identity.apply(lambda identity: identity.principal_id if identity else "")
        self.ready: list[pulumi.Resource] = []
        """What must stand before a named value can be read."""
        if vault:
            self.ready.append(
                self.assign(
                    "gateway-reads-secrets",
                    Role.SECRETS_USER,
                    scope=vault.id,
                    principal=self.principal,
                    principal_type=PrincipalType.SERVICE_PRINCIPAL,
                    seed=(vault.seed, self.physical_name),
                    description="Reads the named values of the gateway's policies.",
                )
            )
        self.diagnose("gateway", self.service.id)
        if injected and isinstance(context.environment.services.datacentre.private_dns, CreateDns):
            self._name_inside(context)
        if closed:
            self.connect("gateway", self.service, self.group, API_GATEWAY)
        self.register_outputs({"id": self.service.id})

    def _name_inside(self, context: Context) -> None:
        """Let the gateway be found inside the network, where Azure publishes its name for nobody.

        A zone for its one name: a zone for all of ``azure-api.net`` would hide everybody else's public gateways.
        """
        group = context.groups["network"]
        zone = privatedns.PrivateZone(
            "gateway-name",
            private_zone_name=f"{self.physical_name}.azure-api.net",
            resource_group_name=group,
            location="global",
            tags=self.tags,
            opts=self.child(),
        )
        link_zone(self, "gateway-name", zone, "gateway", context.network, group)
        privatedns.PrivateRecordSet(
            "gateway-name-address",
            relative_record_set_name="@",
            record_type="A",
            private_zone_name=name_of(zone),
            resource_group_name=group,
            ttl=300,
            a_records=[
                privatedns.ARecordArgs(ipv4_address=self.service.private_ip_addresses.apply(lambda all_: all_[0]))
            ],
            opts=self.child(),
        )


def _protocols(settings: ApiGatewaySettings) -> dict[str, pulumi.Input[str]]:
    """Give ARM's switches; their values are strings, and a boolean would be refused."""
    old = str(settings.legacy_protocols)
    switches: dict[str, pulumi.Input[str]] = {
        f"{_SECURITY}.{side}Protocols.{one}": old for side in ("", "Backend.") for one in _OLD
    }
    switches |= {f"{_SECURITY}.Ciphers.{cipher}": "False" for cipher in _WEAK_CIPHERS}
    return switches | {"Microsoft.WindowsAzure.ApiManagement.Gateway.Protocols.Server.Http2": "True"}
