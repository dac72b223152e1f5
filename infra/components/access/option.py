"""What every option that authenticates somebody has in common."""

from typing import ClassVar

import pulumi
from pulumi_azure_native import apimanagement, keyvault, managedidentity

from infra.components.access.design import AccessDesign, Surroundings, group_of
from infra.components.access.tokens import Validation, fragment_xml, validation_of
from infra.components.base import Context
from infra.components.integration.api_gateway import ApiGateway
from infra.components.security.identities import Workload, make_identity
from infra.components.security.vault import VaultReference
from infra.naming import Kind, client_key
from prosess.domain.access import OPTIONS, AccessOption
from prosess.domain.standing_access import Holder, Place

_CALLED = {
    Holder.PLATFORM_OPERATORS: "operators",
    Holder.SECURITY_READERS: "security",
    Holder.AUDIT_READERS: "audit",
}
"""Holder → what it is called in logical names."""


class AuthenticatingOption(AccessDesign):
    """One access option that tells who somebody is: what ``prosess.domain.access.OPTIONS`` says it provisions.

    A subclass names its option and does what is its own; the rest is here, one method for each provision.
    """

    OPTION: ClassVar[AccessOption]

    def __init__(self, surroundings: Surroundings, *, context: Context) -> None:
        profile = OPTIONS[self.OPTION]
        super().__init__(
            f"prosess:access:{type(self).__name__}",
            self.OPTION.value.replace("_", "-"),
            context,
            profile=profile,
            standing=[
                one for one in profile.standing_access if one.place is Place.CLIENT_KEY or surroundings.at(one.place)
            ],
            service=f"access_{self.OPTION.value}",
            declared_at="access.options",
            facts=self.particulars(context),
        )
        self.surroundings = surroundings
        environment = context.environment
        self.validation: Validation | None = None
        self.policies: list[pulumi.Resource] = []
        if surroundings.gateway:
            self.validation = validation_of(self.OPTION, environment.stage, environment.azure.tenant)
        if self.validation and surroundings.gateway:
            self.validate_tokens(self.validation, surroundings.gateway)
        outputs = self.provision()
        self.register_outputs(outputs)

    def particulars(self, context: Context) -> dict[str, pulumi.Input[str] | dict[str, str]]:
        """Give what else a reader of the graph should know of the option here."""
        del context
        return {}

    def provision(self) -> dict[str, pulumi.Output[str]]:
        """Set up what is the option's own; give its outputs."""
        return {}

    @property
    def word(self) -> str:
        """The option as a part of a name."""
        return self.OPTION.value.replace("_", "-")

    def validate_tokens(self, validation: Validation, gateway: ApiGateway) -> None:
        """Have the gateway ask of a token what the option asks (``gateway_token_validation``).

        What is agreed with the issuer, such as the audience, lies in the secret vault and is read from there: it
        differs between installations and is changed by who keeps the vault.
        """
        vault = self._vault()
        values = [
            apimanagement.NamedValue(
                name,
                named_value_id=name,
                display_name=name,
                service_name=gateway.name,
                resource_group_name=gateway.group,
                secret=True,
                key_vault=apimanagement.KeyVaultContractCreatePropertiesArgs(
                    secret_identifier=pulumi.Output.concat(vault.uri, "secrets/", name)
                ),
                opts=self.child(depends_on=gateway.ready),
            )
            for name in validation.named_values
        ]
        self.policies.append(
            apimanagement.PolicyFragment(
                validation.fragment,
                id=validation.fragment,
                service_name=gateway.name,
                resource_group_name=gateway.group,
                format=apimanagement.PolicyFragmentContentFormat.RAWXML,
                description=f"Tokens of {OPTIONS[self.OPTION].code} {self.OPTION.value}; a proof is the backend's.",
                value=fragment_xml(validation),
                opts=self.child(depends_on=values),
            )
        )

    def workload_identity(self) -> tuple[managedidentity.UserAssignedIdentity, Workload]:
        """Give the option an identity of its own, that its client key is used with (``workload_identity``)."""
        return make_identity(self, self.word, self.context.groups["security"])

    def client_key(self, user: Workload) -> pulumi.Output[str]:
        """Give the option's client a key that never leaves the vault (``client_key_in_vault``).

        The client signs by asking the vault, so there is no private key to copy; its identity may use this key and no
        other. In the region's own vault nothing is planned: the key is named by agreement.
        """
        vault = self._vault()
        name = client_key(self.OPTION, self.context.environment)
        scope: pulumi.Output[str]
        if vault.group is None:
            scope = pulumi.Output.concat(vault.id, "/keys/", name)
        else:
            key = keyvault.Key(
                name,
                key_name=name,
                vault_name=vault.name,
                resource_group_name=vault.group,
                properties=keyvault.KeyPropertiesArgs(
                    kty=keyvault.JsonWebKeyType.RS_A_HSM,
                    key_size=3072,
                    key_ops=[keyvault.JsonWebKeyOperation.SIGN, keyvault.JsonWebKeyOperation.VERIFY],
                    attributes=keyvault.KeyAttributesArgs(enabled=True, exportable=False),
                    # Told of, never renewed by itself: the issuer must know the new public key first.
                    rotation_policy=keyvault.RotationPolicyArgs(
                        attributes=keyvault.KeyRotationPolicyAttributesArgs(expiry_time="P1Y"),
                        lifetime_actions=[
                            keyvault.LifetimeActionArgs(
                                action=keyvault.ActionArgs(type=keyvault.KeyRotationPolicyActionType.NOTIFY),
                                trigger=keyvault.TriggerArgs(time_before_expiry="P60D"),
                            )
                        ],
                    ),
                ),
                tags=self.tags,
                opts=self.child(holds_data=True),
            )
            scope = key.id
        self.give(
            f"{name}-signs",
            self.stated(Holder.CLIENT_PROGRAM, Place.CLIENT_KEY),
            scope=scope,
            principal=user.principal,
            seed=(vault.seed, name, user.name),
            description=f"Signs as the client of {self.OPTION.value}.",
        )
        return scope

    def group_roles(self, label: str = "") -> None:
        """Give the directory's groups what they need to run and to review the platform, and no more.

        Operators see settings and health, never content; security readers see logs and who holds which key; audit
        readers see the audit trail and the log of clinical access.
        """
        for access in self.standing:
            who, group = _CALLED[access.holder], group_of(self.context, access.holder)
            for what, scope in self.surroundings.at(access.place).items():
                self.give(
                    f"{who}-{what}-{access.role.value.replace('_', '-')}",
                    access,
                    scope=scope,
                    principal=group,
                    seed=(self.context.naming.of(Kind.RESOURCE_GROUP, what), self.word, group),
                    description=f"{label}{who}: {access.role.value.replace('_', ' ')} of {what}.",
                )

    def _vault(self) -> VaultReference:
        assert self.surroundings.vault is not None  # noqa: S101 - held by infra.feasibility
        return self.surroundings.vault
