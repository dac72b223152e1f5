"""Encryption of what is stored, with a key that the platform's provider alone cannot use."""

from dataclasses import dataclass
from typing import Protocol

import pulumi
from pulumi_azure_native import authorization, managedidentity

from infra.components.base import Component
from infra.components.roles import PrincipalType, Role
from infra.naming import Kind


@dataclass(frozen=True)
class CustomerKey:
    """A key, named without version so that its holder follows each rotation."""

    scope: pulumi.Input[str]
    """Id of the key: the narrowest scope that the right to use it can be given on."""
    vault_uri: pulumi.Input[str]
    name: pulumi.Input[str]
    seed: str
    """Tells it from all others before anything is deployed."""


class KeyHolder(Protocol):
    """A vault that has a key for each service, made here or owned by the region."""

    def customer_key(self, key: str) -> CustomerKey:
        """Give the key of a service."""


@dataclass(frozen=True)
class KeyAccess:
    """An identity that may use one key, and the assignment that must stand before it is used."""

    key: CustomerKey
    identity: managedidentity.UserAssignedIdentity
    assignment: authorization.RoleAssignment


def allow_key_use(owner: Component, name: str, key: CustomerKey, group: pulumi.Input[str], location: str) -> KeyAccess:
    """Give a service an identity of its own that may wrap and unwrap with one key, and nothing else.

    Args:
        owner: the component of the service.
        name: purpose; names the identity.
        key: the service's key.
        group: name of the resource group of the identity.
        location: Azure region of the identity.
    """
    purpose = f"{name}-encryption"
    identity = managedidentity.UserAssignedIdentity(
        purpose,
        resource_name_=owner.context.naming.of(Kind.IDENTITY, purpose),
        resource_group_name=group,
        location=location,
        tags=owner.tags,
        opts=owner.child(),
    )
    assignment = owner.assign(
        f"{purpose}-role",
        Role.CRYPTO_ENCRYPTION_USER,
        scope=key.scope,
        principal=identity.principal_id,
        principal_type=PrincipalType.SERVICE_PRINCIPAL,
        seed=(key.seed, purpose, owner.context.environment.name, owner.context.environment.region),
        description=f"Wraps and unwraps the key of {name}.",
    )
    return KeyAccess(key, identity, assignment)
