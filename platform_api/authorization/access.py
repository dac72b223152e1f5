"""The dependencies that stand before every route: who asks, and may they."""

from typing import Any

from fastapi import Depends, Request
from pydantic import JsonValue

from platform_api.audit.service import note
from platform_api.authorization.permission import Permission
from platform_api.authorization.scope import PLATFORM_ROLES, Scope
from platform_api.identity.actor import Actor
from platform_api.identity.tokens import TokenError
from platform_api.kit.problem import Forbidden, Unauthenticated
from platform_api.wiring import Wiring
from prosess.contracts import Reason


def wiring_of(request: Request) -> Wiring:
    """Give the process's parts."""
    wiring: Wiring = request.app.state.wiring
    return wiring


async def signed_in(request: Request) -> Actor:
    """Give whoever the bearer token speaks for.

    Raises:
        Unauthenticated: where there is no token, or it is not to be trusted.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated
    return await actor_of(wiring_of(request), token.strip())


async def actor_of(wiring: Wiring, token: str) -> Actor:
    """Give whoever a token speaks for.

    Raises:
        Unauthenticated: where it is not to be trusted.
    """
    try:
        return await wiring.verifier.actor(token)
    except TokenError:
        raise Unauthenticated from None


def scope_of(actor: Actor, wiring: Wiring) -> Scope:
    """Give whose things somebody sees: the own organisation's, or all of them for some of the provider's people."""
    at_the_provider = actor.organisation == wiring.reviewed.region.platform_provider
    return Scope.platform() if at_the_provider and actor.roles & PLATFORM_ROLES else Scope(actor.organisation)


def holds(wiring: Wiring, actor: Actor, permission: Permission) -> bool:
    """Tell whether somebody's roles have a permission."""
    if not actor.roles:
        return False
    return wiring.roles.may(frozenset(role.value for role in actor.roles), *permission.parts)


def require_held(wiring: Wiring, actor: Actor, permission: Permission) -> None:
    """Refuse somebody whose roles do not have a permission, where a mere look at a page is not noted.

    Raises:
        Forbidden: with the permission.
    """
    if not holds(wiring, actor, permission):
        raise Forbidden("ROLE_LACKS_PERMISSION", facts={"permission": permission.value})


async def require(wiring: Wiring, actor: Actor, permission: Permission) -> None:
    """Refuse somebody whose roles do not have a permission, and note that they tried.

    Raises:
        Forbidden: with the roles that have it, so that the reader knows whom to ask.
    """
    if holds(wiring, actor, permission):
        return
    facts: dict[str, JsonValue] = {"permission": permission.value}
    await refused(wiring, actor, permission.value, "service", actor.organisation, code="ROLE_LACKS_PERMISSION")
    raise Forbidden("ROLE_LACKS_PERMISSION", facts=facts)


async def refused(
    wiring: Wiring,
    actor: Actor,
    action: str,
    object_: str,
    organisation: str,
    *,
    code: str,
    reasons: tuple[Reason, ...] = (),
) -> None:
    """Note a refusal, in a transaction of its own."""
    codes: list[JsonValue] = [one.code for one in reasons] or [code]
    async with wiring.database.write() as transaction:
        note(transaction, actor, f"{action}:refused", object_, organisation=organisation, facts={"codes": codes})


def may(permission: Permission) -> Any:
    """Give a dependency that lets in whoever is signed in and has a permission."""

    async def check(request: Request) -> Actor:
        actor = await signed_in(request)
        await require(wiring_of(request), actor, permission)
        return actor

    check.__name__ = f"may_{permission.name.lower()}"
    return Depends(check)
