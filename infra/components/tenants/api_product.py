"""A data controller's own product at the API gateway."""

import json
from xml.sax.saxutils import quoteattr

from pulumi_azure_native import apimanagement

from infra.components.access.tokens import validation_of
from infra.components.base import Component, name_of
from infra.components.integration.api_gateway import ApiGateway
from prosess.domain.access import AccessOption, Stage

_ORGANISATION = "helseid://claims/client/claims/orgnr_parent"
"""Claim of a HelseID token that tells which organisation its client acts for."""


def make_product(
    owner: Component, name: str, organisation: str, calls_per_minute: int, *, gateway: ApiGateway
) -> apimanagement.Product:
    """Register a product as a part of ``owner``: the controller's own APIs, and nobody else's.

    It takes no subscription, so there is no key to share: the policy above all APIs has asked for a token already. An
    API may be in one such product only, so those of a controller are its own.
    """
    product = apimanagement.Product(
        f"{name}-product",
        product_id=name,
        display_name=name,
        description="APIs of one data controller. Tokens let callers in; there are no keys.",
        service_name=gateway.name,
        resource_group_name=gateway.group,
        state=apimanagement.ProductState.PUBLISHED,
        subscription_required=False,
        opts=owner.child(),
    )
    environment = owner.context.environment
    apimanagement.ProductPolicy(
        f"{name}-product-policy",
        policy_id="policy",
        product_id=name_of(product),
        service_name=gateway.name,
        resource_group_name=gateway.group,
        format=apimanagement.PolicyContentFormat.RAWXML,
        value=product_xml(
            organisation,
            calls_per_minute,
            helseid=_helseid(environment.stage, environment.azure.tenant)
            if AccessOption.HELSEID_ATTESTED in environment.access.options
            else None,
        ),
        opts=owner.child(),
    )
    return product


def product_xml(organisation: str, calls_per_minute: int, *, helseid: str | None) -> str:
    """Give the policy of a controller's product.

    Args:
        organisation: the controller's number.
        calls_per_minute: what all of its clients share.
        helseid: issuer of HelseID tokens, where such are let in: one of another organisation's client gets 403. Tokens
            of other issuers do not tell an organisation; there the backend decides.
    """
    read = 'context.Request.Headers.GetValueOrDefault("Authorization", "").Split(\' \').Last().AsJwt()'
    refused = '<return-response><set-status code="403" reason="Forbidden" /></return-response>'
    other = (
        f"@({read}?.Issuer == {json.dumps(helseid)} && {read}?.Claims.GetValueOrDefault"
        f'({json.dumps(_ORGANISATION)}, "") != {json.dumps(organisation)})'
    )
    own = f"<choose><when condition={quoteattr(other)}>{refused}</when></choose>" if helseid else ""
    return (
        f"<policies><inbound><base />{own}"
        f'<rate-limit-by-key calls="{calls_per_minute}" renewal-period="60" counter-key="@(context.Product.Id)" />'
        "</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>"
    )


def _helseid(stage: Stage, tenant: str) -> str | None:
    validation = validation_of(AccessOption.HELSEID_ATTESTED, stage, tenant)
    return validation.issuer if validation else None
