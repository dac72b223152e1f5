"""Routes of identity: who am I, and the local issuer."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from platform_api.authorization.access import scope_of, signed_in, wiring_of
from platform_api.identity.actor import Actor
from platform_api.identity.local import LocalIssuer
from platform_api.kit.body import body_of, described
from platform_api.kit.problem import Invalid, NotFound, Unauthenticated, errors
from platform_api.kit.respond import json_response
from prosess.domain.base import Model
from prosess.domain.identifiers import Text

router = APIRouter(tags=["identity"])


class Me(Model):
    """The reader, as the service understands the token."""

    subject: str
    organisation: str
    roles: tuple[str, ...]
    actors: tuple[str, ...]
    sees: str
    """``organisation``, or ``platform`` for some of the provider's people."""


class TokenRequest(Model):
    """Whom to sign in as."""

    user: Text


class Token(Model):
    """A token of the local issuer."""

    access_token: str
    token_type: str = "Bearer"  # noqa: S105 - a kind of token
    expires_in: int


class TestUser(Model):
    """A test user."""

    __test__ = False

    user: str
    organisation: str
    roles: tuple[str, ...]
    actors: tuple[str, ...] = ()


class TestUsers(Model):
    """The test users of the local issuer."""

    __test__ = False

    users: tuple[TestUser, ...]


@router.get("/me", response_model=Me, responses=errors(Unauthenticated))
async def read_me(request: Request, actor: Annotated[Actor, Depends(signed_in)]) -> Response:
    """Tell the reader who the service takes them for."""
    scope = scope_of(actor, wiring_of(request))
    return json_response(
        Me(
            subject=actor.subject,
            organisation=actor.organisation,
            roles=tuple(sorted(role.value for role in actor.roles)),
            actors=tuple(sorted(actor.actors)),
            sees="organisation" if scope.organisation else "platform",
        )
    )


def _issuer(request: Request) -> LocalIssuer:
    issuer = wiring_of(request).issuer
    if issuer is None:
        raise NotFound
    return issuer


@router.post(
    "/local-issuer/token",
    response_model=Token,
    responses=errors(NotFound, Invalid),
    openapi_extra=described(TokenRequest),
)
async def local_token(request: Request, wanted: Annotated[Any, body_of(TokenRequest)]) -> Response:
    """Give a short-lived token for a test user. There is no such route where people are vouched for by others."""
    issuer = _issuer(request)
    token = issuer.token(wanted.user)
    if token is None:
        raise Invalid("NO_SUCH_USER", facts={"known": [one.user for one in issuer.users]})
    return json_response(Token(access_token=token, expires_in=issuer.seconds), headers={"Cache-Control": "no-store"})


@router.get("/local-issuer/users", response_model=TestUsers, responses=errors(NotFound))
async def local_users(request: Request) -> Response:
    """Give the test users."""
    users = tuple(
        TestUser(
            user=one.user,
            organisation=one.organisation,
            roles=tuple(role.value for role in one.roles),
            actors=one.actors,
        )
        for one in _issuer(request).users
    )
    return json_response(TestUsers(users=users))


@router.get("/local-issuer/jwks", responses=errors(NotFound))
async def local_keys(request: Request) -> Response:
    """Give the public keys that prove the local issuer's tokens."""
    return json_response(_issuer(request).public_keys.as_dict())
