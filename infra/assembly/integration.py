"""The integration services: where other systems meet."""

from dataclasses import dataclass

from infra.assembly.platform import Platform
from infra.assembly.security import MESSAGING_KEY, Security
from infra.components.integration.api_gateway import ApiGateway
from infra.components.integration.fhir import Fhir
from infra.components.integration.messaging import Messaging
from prosess.domain.environment import FHIR_LOCATION


@dataclass(frozen=True)
class Integration:
    """What later groups lean on."""

    messaging: Messaging | None
    gateway: ApiGateway | None
    fhir: Fhir | None


def integrate(platform: Platform, security: Security) -> Integration:
    """Make the integration services."""
    environment, settings = platform.context.environment, platform.settings
    chosen, programs = environment.services.integration, security.identities.workloads
    messaging = gateway = fhir = None
    if chosen.messaging.mode == "create":
        messaging = platform.add(
            Messaging(
                settings.messaging,
                settings.queue,
                key=security.key(MESSAGING_KEY),
                sender=programs["api"],
                receiver=programs["worker"],
                context=platform.context,
            )
        )
    if chosen.api_gateway.mode == "create":
        gateway = platform.add(ApiGateway(settings.api_gateway, vault=security.vault, context=platform.context))
    if location := FHIR_LOCATION.get(environment.fhir.hosting):
        own_key = environment.services.security.key_vault.mode != "off"
        fhir = platform.add(Fhir(settings.fhir, location=location.value, own_key=own_key, context=platform.context))
    return Integration(messaging, gateway, fhir)
