"""What the gateway asks of every request."""

from collections.abc import Sequence

from pulumi_azure_native import apimanagement

from infra.components.access.option import AuthenticatingOption
from infra.components.access.tokens import gateway_xml
from infra.components.base import Component, Context
from infra.components.integration.api_gateway import ApiGateway


class GatewayPolicy(Component):
    """The policy above all APIs: a token of a chosen access option, or 401.

    It stands above the single APIs, so that one whose author forgot to ask is closed and not open.
    """

    def __init__(self, gateway: ApiGateway, designs: Sequence[AuthenticatingOption], *, context: Context) -> None:
        super().__init__(
            "prosess:integration:GatewayPolicy",
            "gateway-policy",
            context,
            service="api_gateway",
            declared_at="access.options",
        )
        policy = apimanagement.Policy(
            "gateway-policy",
            policy_id="policy",
            service_name=gateway.name,
            resource_group_name=gateway.group,
            format=apimanagement.PolicyContentFormat.RAWXML,
            value=gateway_xml(tuple(design.validation for design in designs if design.validation)),
            opts=self.child(depends_on=[fragment for design in designs for fragment in design.policies]),
        )
        self.register_outputs({"id": policy.id})
