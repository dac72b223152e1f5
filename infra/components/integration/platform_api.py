"""The platform's own API, as partners meet it in the gateway."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

import pulumi
from pulumi_azure_native import Provider, apimanagement

from infra.components.access.tokens import validation_of
from infra.components.base import Component, ComponentSettings, Context
from infra.components.integration.api_gateway import ApiGateway
from prosess.domain.environment import ExistingApiGateway

_API = "prosess-onboarding"


@dataclass(frozen=True)
class GatewayReference:
    """A gateway that an API is registered in: made here, or the region's own."""

    name: pulumi.Input[str]
    group: pulumi.Input[str]
    provider: Provider | None = None
    """Where it lies in another subscription than the environment."""
    above: bool = True
    """Whether the policy above all APIs is ours, so that this one adds nothing of its own."""


class PlatformApiSettings(ComponentSettings):
    """How the gateway speaks to the platform, and who may ask for access."""

    verified_backend: bool = True
    """The gateway asks the platform for its certificate's name and chain (PP-APIB-001)."""
    approval: bool = True
    """Who wants to use the product is approved by a person first (PP-APIP-001)."""


class PlatformApi(Component):
    """The onboarding API and its product, with the platform as backend.

    The gateway reads a token: who issued it, for whom, until when. What it cannot verify is left to the backend and
    named on this component: a DPoP proof is bound to one request and must not be accepted twice, and a gateway with
    several machines does not know which proofs the others have seen.
    """

    def __init__(
        self,
        settings: PlatformApiSettings,
        gateway: GatewayReference,
        *,
        url: pulumi.Input[str],
        audience: str,
        context: Context,
    ) -> None:
        """Register the API.

        Args:
            settings: how the gateway speaks to it.
            gateway: where.
            url: address of the platform's API.
            audience: what the tokens of those who sign in are issued for.
            context: the environment.
        """
        environment = context.environment
        validations = [
            validation_of(option, environment.stage, environment.azure.tenant)
            for option in sorted(set(environment.access.options))
        ]
        super().__init__(
            "prosess:integration:PlatformApi",
            "platform-api",
            context,
            service="api_gateway",
            declared_at="services.workload",
            settings=settings,
            facts={
                "left_to_backend": [
                    f"dpop_proof:{one.option.value}" for one in validations if one and one.scheme == "DPoP"
                ]
            },
        )
        self._gateway = gateway
        backend = apimanagement.Backend(
            "platform-backend",
            backend_id=_API,
            service_name=gateway.name,
            resource_group_name=gateway.group,
            protocol=apimanagement.BackendProtocol.HTTP,
            url=url,
            title="The platform's own API",
            tls=apimanagement.BackendTlsPropertiesArgs(
                validate_certificate_chain=settings.verified_backend,
                validate_certificate_name=settings.verified_backend,
            ),
            opts=self._options(),
        )
        api = apimanagement.Api(
            "platform-api",
            api_id=_API,
            service_name=gateway.name,
            resource_group_name=gateway.group,
            display_name="Process platform: onboarding",
            path="prosess",
            protocols=[apimanagement.Protocol.HTTPS],
            api_type=apimanagement.ApiType.HTTP,
            # A person's token tells who asks; the subscription's key tells which system, and opens nothing alone.
            subscription_required=True,
            opts=self._options(),
        )
        product = apimanagement.Product(
            "platform-product",
            product_id=_API,
            service_name=gateway.name,
            resource_group_name=gateway.group,
            display_name="Process platform",
            description="Onboarding of pathways: manifests, gates, dependencies and risk assessments.",
            subscription_required=True,
            approval_required=settings.approval,
            subscriptions_limit=1,
            state=apimanagement.ProductState.PUBLISHED,
            opts=self._options(),
        )
        apimanagement.ProductApi(
            "platform-product-api",
            api_id=_API,
            product_id=_API,
            service_name=gateway.name,
            resource_group_name=gateway.group,
            opts=self._options(depends_on=[api, product]),
        )
        apimanagement.ApiPolicy(
            "platform-api-policy",
            api_id=_API,
            policy_id="policy",
            service_name=gateway.name,
            resource_group_name=gateway.group,
            format=apimanagement.PolicyContentFormat.RAWXML,
            value=policy_xml(None if gateway.above else (environment.azure.tenant, audience)),
            opts=self._options(depends_on=[api, backend]),
        )
        self.register_outputs({"id": api.id})

    def _options(self, depends_on: list[pulumi.Resource] | None = None) -> pulumi.ResourceOptions:
        if self._gateway.provider is None:
            return self.child(depends_on=depends_on or [])
        return self.child(depends_on=depends_on or [], provider=self._gateway.provider)


def policy_xml(sign_in: tuple[str, str] | None) -> str:
    """Give the policy of the platform's API.

    Args:
        sign_in: directory and audience whose tokens it asks for itself, in a gateway where what stands above the APIs
            is somebody else's; none where our own policy above them has asked already.
    """
    asked = ""
    if sign_in:
        tenant, audience = sign_in
        authority = f"https://login.microsoftonline.com/{tenant}/v2.0"
        asked = (
            '<validate-jwt header-name="Authorization" failed-validation-httpcode="401" require-scheme="Bearer"'
            ' require-expiration-time="true" require-signed-tokens="true">'
            f'<openid-config url="{authority}/.well-known/openid-configuration" />'
            f"<audiences><audience>{escape(audience)}</audience></audiences>"
            f"<issuers><issuer>{authority}</issuer></issuers></validate-jwt>"
        )
    return (
        f'<policies><inbound><base />{asked}<set-backend-service backend-id="{_API}" /></inbound>'
        "<backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>"
    )


def reference_to(made: ApiGateway) -> GatewayReference:
    """Give the environment's own gateway."""
    return GatewayReference(made.name, made.group)


def regional(chosen: ExistingApiGateway, context: Context) -> GatewayReference:
    """Give the region's own gateway, by a provider for its subscription where that is another."""
    parts = chosen.id.split("/")
    subscription, azure = parts[2], context.environment.azure
    provider = None
    if subscription.lower() != azure.subscription.lower():
        provider = Provider(
            "azure-gateway", subscription_id=subscription, tenant_id=azure.tenant, location=azure.location.value
        )
    return GatewayReference(parts[-1], parts[4], provider, above=False)
