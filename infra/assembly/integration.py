"""The integration services: where other systems meet."""

from dataclasses import dataclass

from infra.assembly.platform import Platform
from infra.assembly.security import EVENTS_KEY, FHIR_KEY, MESSAGING_KEY, SIEM_KEY, Security
from infra.assembly.workload import Workloads
from infra.components.integration.api_gateway import ApiGateway
from infra.components.integration.events import Events
from infra.components.integration.fhir import Fhir, FhirHost
from infra.components.integration.messaging import Messaging
from infra.components.integration.platform_api import PlatformApi, reference_to, regional
from infra.components.integration.regional import RegionalEvents, RegionalMessaging
from infra.components.integration.self_hosted_fhir import SelfHostedFhir
from infra.components.integration.siem_export import RegionalSiemExport, SiemExport
from prosess.domain.environment import (
    FHIR_LOCATION,
    CreateApiGateway,
    CreateEvents,
    CreateSiemExport,
    ExistingApiGateway,
    ExistingEvents,
    ExistingMessaging,
    ExistingSiemExport,
    FhirHosting,
)


@dataclass(frozen=True)
class Integration:
    """What later groups lean on."""

    messaging: Messaging | None
    """None where the region's own is used, or none is wanted."""
    gateway: ApiGateway | None
    """None where the region's own is used, or none is wanted."""
    fhir: FhirHost | None


def integrate(platform: Platform, security: Security, workloads: Workloads | None) -> Integration:
    """Make the integration services."""
    messaging = _messaging(platform, security)
    gateway = None
    if platform.context.environment.services.integration.api_gateway.mode == "create":
        gateway = platform.add(
            ApiGateway(platform.settings.api_gateway, vault=security.vault, context=platform.context)
        )
    fhir = _fhir(platform, security, workloads)
    _events(platform, security, messaging)
    _siem_export(platform, security)
    if workloads:
        _platform_api(platform, gateway, workloads)
    return Integration(messaging, gateway, fhir)


def _messaging(platform: Platform, security: Security) -> Messaging | None:
    chosen, programs = platform.context.environment.services.integration.messaging, security.identities.workloads
    if isinstance(chosen, ExistingMessaging):
        platform.add(
            RegionalMessaging(chosen.id, sender=programs["api"], receiver=programs["worker"], context=platform.context)
        )
    if chosen.mode != "create":
        return None
    return platform.add(
        Messaging(
            platform.settings.messaging,
            platform.settings.queue,
            key=security.key(MESSAGING_KEY),
            sender=programs["api"],
            receiver=programs["worker"],
            context=platform.context,
        )
    )


def _fhir(platform: Platform, security: Security, workloads: Workloads | None) -> FhirHost | None:
    environment, settings = platform.context.environment, platform.settings
    chosen = environment.fhir
    if location := FHIR_LOCATION.get(chosen.hosting):
        own_key = environment.services.security.key_vault.mode != "off"
        return platform.add(Fhir(settings.fhir, location=location.value, own_key=own_key, context=platform.context))
    if chosen.hosting is not FhirHosting.SELF_HOSTED_NORWAY_EAST:
        return None
    assert workloads is not None  # noqa: S101 - held by infra.feasibility
    assert chosen.image is not None  # noqa: S101 - held by the model
    assert chosen.database is not None  # noqa: S101 - held by the model
    return platform.add(
        SelfHostedFhir(
            settings.self_hosted_fhir,
            image=chosen.image,
            registry=workloads.asked.registry,
            size=chosen.database,
            key=security.key(FHIR_KEY),
            environment=workloads.environment,
            context=platform.context,
        )
    )


def _events(platform: Platform, security: Security, messaging: Messaging | None) -> None:
    chosen, programs = platform.context.environment.services.integration.events, security.identities.workloads
    if isinstance(chosen, ExistingEvents):
        platform.add(RegionalEvents(chosen.id, teller=programs["api"], context=platform.context))
    if isinstance(chosen, CreateEvents):
        assert messaging is not None  # noqa: S101 - held by infra.feasibility
        platform.add(
            Events(
                platform.settings.events,
                chosen,
                messaging=messaging,
                key=security.key(EVENTS_KEY),
                teller=programs["api"],
                reader=programs["worker"],
                context=platform.context,
            )
        )


def _siem_export(platform: Platform, security: Security) -> None:
    chosen = platform.context.environment.services.integration.siem_export
    if isinstance(chosen, ExistingSiemExport):
        platform.add(RegionalSiemExport(chosen, context=platform.context))
    if isinstance(chosen, CreateSiemExport):
        key = security.key(SIEM_KEY) if chosen.tier == "Premium" else None
        platform.add(SiemExport(platform.settings.siem_export, chosen, key=key, context=platform.context))


def _platform_api(platform: Platform, gateway: ApiGateway | None, workloads: Workloads) -> None:
    """Register the platform's own API in the gateway, where there is one that is ours and that can call it.

    A gateway that is reached by a private endpoint stands outside the network: it is called privately, and calls
    nothing that is private itself. Callers inside reach the platform without it.
    """
    chosen = platform.context.environment.services.integration.api_gateway
    if gateway and isinstance(chosen, CreateApiGateway):
        if chosen.network != "internal_vnet":
            return
        reference = reference_to(gateway)
    elif isinstance(chosen, ExistingApiGateway) and chosen.platform_api == "register":
        reference = regional(chosen, platform.context)
    else:
        return
    platform.add(
        PlatformApi(
            platform.settings.platform_api,
            reference,
            url=workloads.url,
            audience=workloads.asked.audience,
            context=platform.context,
        )
    )
