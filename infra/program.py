"""The whole environment, from its file: which components there are, and what each is given of the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import pulumi
from pulumi_azure_native import Provider

from infra import addressing, connections, feasibility
from infra.components.access import DESIGNS, AccessDesign, Surroundings, TaskRelation
from infra.components.base import Component, Context, name_in
from infra.components.datacentre.foundation import Foundation
from infra.components.datacentre.network import Network
from infra.components.datacentre.private_dns import PrivateDns, existing_zones
from infra.components.integration.api_gateway import ApiGateway
from infra.components.integration.fhir import Fhir
from infra.components.integration.gateway_policy import GatewayPolicy
from infra.components.integration.messaging import Messaging
from infra.components.security.audit_store import ACCESS_LOG, AUDIT, AuditStore
from infra.components.security.encryption import CustomerKey, KeyHolder
from infra.components.security.identities import Identities, Workload
from infra.components.security.key_vault import ExistingKeyVault, KeyVault
from infra.components.security.monitoring import Monitoring, MonitoringLink
from infra.components.security.secret_vault import SecretVault
from infra.components.security.vault import VaultReference, uri_of
from infra.components.tenants.onboarded import Controller, controllers
from infra.components.tenants.tenant_space import Shared, TenantSpace
from infra.naming import Naming
from infra.settings import ProgramSettings
from prosess.contracts.onboarding import Onboarding
from prosess.domain.access import AccessOption
from prosess.domain.environment import FHIR_LOCATION, Environment, Existing, ExistingDns

ComponentT = TypeVar("ComponentT", bound=Component)

_AUDIT_KEY, _MESSAGING_KEY, _RELATIONS_KEY = "audit-store", "messaging", "relations"


def build(
    environment: Environment, onboarding: Onboarding | None = None, settings: ProgramSettings | None = None
) -> "Platform":
    """Register every resource of an environment.

    Args:
        environment: what the region asks for.
        onboarding: whom the environment serves; nobody, where it is left out.
        settings: the components' settings, where they are not those of the environment's file.

    Raises:
        DomainError: where something is asked for that cannot be had.
    """
    feasibility.refuse(environment)
    served = controllers(onboarding, environment)
    addresses = addressing.carve(environment)
    azure = environment.azure
    platform = Platform(
        Context(
            environment=environment,
            naming=Naming(environment),
            addresses=addresses,
            # The file decides the subscription, not whoever happens to be logged in.
            provider=Provider(
                "azure", subscription_id=azure.subscription, tenant_id=azure.tenant, location=azure.location.value
            ),
        ),
        settings or ProgramSettings.of(environment),
    )
    platform.lay_ground()
    platform.secure()
    platform.integrate()
    platform.let_in()
    platform.serve(served)
    addresses.require_room(sum(component.endpoints for component in platform.components))
    return platform


@dataclass
class Platform:
    """An environment as it is put together; later parts lean on earlier ones."""

    context: Context
    settings: ProgramSettings
    components: list[Component] = field(default_factory=list)
    """In the order that they were made."""
    _foundation: Foundation | None = None
    _identities: Identities | None = None
    _monitoring: Monitoring | None = None
    _secrets: SecretVault | None = None
    _vault: VaultReference | None = None
    _keys: KeyHolder | None = None
    _audit: AuditStore | None = None
    _messaging: Messaging | None = None
    _gateway: ApiGateway | None = None
    _relations: TaskRelation | None = None
    _fhir: Fhir | None = None

    def _add(self, component: ComponentT) -> ComponentT:
        self.components.append(component)
        return component

    @property
    def _options(self) -> tuple[AccessOption, ...]:
        return self.context.environment.access.options

    def lay_ground(self) -> None:
        """Make resource groups, the workspace that all else logs to, the network and its names."""
        services = self.context.environment.services
        self._foundation = self._add(Foundation(self.context))
        self.context = replace(self.context, groups=self._foundation.groups)

        chosen = services.security.monitoring
        if isinstance(chosen, Existing):
            self.context = replace(self.context, workspace=chosen.id)
        else:
            self._monitoring = self._add(Monitoring(self.settings.monitoring, context=self.context))
            self.context = replace(self.context, workspace=self._monitoring.id)

        network = self._add(Network(self.context, self.settings.network))
        wanted = connections.zones(self.context.environment)
        dns = services.datacentre.private_dns
        zones: Mapping[str, pulumi.Input[str]]
        if isinstance(dns, ExistingDns):
            zones = existing_zones(dns, wanted)
        else:
            zones = self._add(PrivateDns(self.context, wanted, network.id)).zones
        self.context = replace(self.context, network=network.id, subnets=network.subnets, zones=zones)
        if self._monitoring:
            link = MonitoringLink(self._monitoring.id, self.settings.monitoring_link, context=self.context)
            self._add(link)

    def secure(self) -> None:
        """Make identities, vaults and the audit store."""
        security = self.context.environment.services.security
        self._identities = self._add(Identities(self.settings.identities, context=self.context))
        group = self.context.groups["security"]
        if isinstance(security.secret_vault, Existing):
            id_ = security.secret_vault.id
            self._vault = VaultReference(id=id_, uri=uri_of(id_), name=name_in(id_), seed=id_)
        elif security.secret_vault.mode == "create":
            made = SecretVault("secrets", self.settings.secret_vault, context=self.context, group=group)
            self._secrets = self._add(made)
            self._vault = VaultReference(id=made.id, uri=made.uri, name=made.name, seed="secrets", group=group)
        if isinstance(security.key_vault, Existing):
            self._keys = ExistingKeyVault(security.key_vault.id, self.context.environment.name)
        elif security.key_vault.mode == "create":
            self._keys = self._add(
                KeyVault("keys", self.settings.key_vault, keys=self._key_names(), context=self.context, group=group)
            )
        if security.audit_store.mode == "create":
            programs = self._identities.workloads
            self._audit = self._add(
                AuditStore(
                    self.settings.audit_store,
                    key=self._key(_AUDIT_KEY),
                    writers={AUDIT: programs["worker"], ACCESS_LOG: programs["api"]},
                    context=self.context,
                )
            )

    def integrate(self) -> None:
        """Make what other systems meet."""
        environment, programs = self.context.environment, self._programs
        if environment.services.integration.messaging.mode == "create":
            self._messaging = self._add(
                Messaging(
                    self.settings.messaging,
                    self.settings.queue,
                    key=self._key(_MESSAGING_KEY),
                    sender=programs["api"],
                    receiver=programs["worker"],
                    context=self.context,
                )
            )
        if environment.services.integration.api_gateway.mode == "create":
            self._gateway = self._add(ApiGateway(self.settings.api_gateway, vault=self._vault, context=self.context))
        if location := FHIR_LOCATION.get(environment.fhir.hosting):
            own_key = environment.services.security.key_vault.mode != "off"
            self._fhir = self._add(
                Fhir(self.settings.fhir, location=location.value, own_key=own_key, context=self.context)
            )

    def let_in(self) -> None:
        """Set up the chosen access options, and close the gateway to everybody else."""
        assert self._foundation is not None  # noqa: S101 - laid before
        surroundings = Surroundings(
            groups=self._foundation.ids,
            workspace=self._monitoring.id if self._monitoring else None,
            vaults={
                name: vault.id
                for name, vault in (("secrets", self._secrets), ("keys", self._keys))
                if isinstance(vault, SecretVault | KeyVault)
            },
            containers={name: made.id for name, made in self._audit.containers.items()} if self._audit else {},
            vault=self._vault,
            gateway=self._gateway,
        )
        designs: list[AccessDesign] = [
            self._add(design(surroundings, context=self.context))
            for option, design in DESIGNS.items()
            if option in self._options
        ]
        if AccessOption.TASK_RELATION in self._options:
            self._relations = self._add(
                TaskRelation(self.settings.relations, key=self._key(_RELATIONS_KEY), context=self.context)
            )
        if self._gateway:
            self._add(GatewayPolicy(self._gateway, designs, context=self.context))

    def serve(self, served: tuple[Controller, ...]) -> None:
        """Give each data controller a space of its own."""
        programs = self._programs
        shared = Shared(
            messaging=self._messaging,
            relations=self._relations,
            fhir=self._fhir,
            vaults=self.context.environment.services.security.secret_vault.mode != "off",
            api=programs["api"],
            worker=programs["worker"],
        )
        for controller in served:
            self._add(TenantSpace(controller, self.settings.tenant_space, shared=shared, context=self.context))

    @property
    def _programs(self) -> Mapping[str, Workload]:
        assert self._identities is not None  # noqa: S101 - made before
        return self._identities.workloads

    def _key_names(self) -> tuple[str, ...]:
        services = self.context.environment.services
        wanted = {
            _AUDIT_KEY: services.security.audit_store.mode == "create",
            _MESSAGING_KEY: services.integration.messaging.mode == "create",
            _RELATIONS_KEY: AccessOption.TASK_RELATION in self._options,
        }
        return tuple(name for name, on in wanted.items() if on)

    def _key(self, name: str) -> CustomerKey | None:
        return self._keys.customer_key(name) if self._keys else None
