"""Routes of environments."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from platform_api.authorization.access import may, signed_in, wiring_of
from platform_api.authorization.command import Command, Reply, writes
from platform_api.authorization.permission import Permission
from platform_api.environments import service
from platform_api.identity.actor import Actor
from platform_api.kit.body import body_of, contract_of, described
from platform_api.kit.database import Transaction
from platform_api.kit.etag import etag
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import (
    Forbidden,
    Invalid,
    NotFound,
    Problem,
    Unauthenticated,
    UnsupportedMediaType,
    errors,
)
from platform_api.kit.respond import json_response, language_of
from platform_api.pathways.service import environment_of
from prosess.contracts import Evidence, Onboarding
from prosess.domain.base import Model

router = APIRouter(tags=["environments"])
_POST: tuple[type[Problem], ...] = (Unauthenticated, Forbidden, NotFound, UnsupportedMediaType, Invalid)


class EnvironmentView(Model):
    """An environment that the service onboards into."""

    name: str
    stage: str
    title: str
    data_class: str
    access_options: tuple[str, ...]
    admits: tuple[str, ...]


class EnvironmentList(Model):
    """Environments by name."""

    environments: tuple[EnvironmentView, ...]


class Kept(Model):
    """Something that was told about an environment, as it was kept."""

    environment: str
    kind: str
    digest: str | None = None
    expires: str
    at: str


class RestoreTestRequest(Model):
    """A restore that was tested, and how long that counts."""

    performed: date
    valid_until: date


@router.get("/environments", response_model=EnvironmentList, responses=errors(Unauthenticated))
async def list_environments(request: Request, actor: Annotated[Actor, Depends(signed_in)]) -> Response:
    """Give the environments that the service onboards into."""
    del actor
    language = language_of(request)
    found = wiring_of(request).reviewed.environments
    return json_response(
        EnvironmentList(
            environments=tuple(
                EnvironmentView(
                    name=name,
                    stage=one.stage.value,
                    title=one.title.in_language(language),
                    data_class=one.data_class.value,
                    access_options=tuple(option.value for option in one.access.options),
                    admits=tuple(kind.value for kind in one.access.admits),
                )
                for name, one in sorted(found.items())
            )
        )
    )


@router.get(
    "/environments/{name}/onboarding", response_model=Onboarding, responses=errors(Unauthenticated, Forbidden, NotFound)
)
async def read_onboarding(
    request: Request, name: SlugPath, actor: Annotated[Actor, may(Permission.ENVIRONMENT_READ)]
) -> Response:
    """Give ``onboarding/1``: whom the environment serves. The bytes are canonical; their digest is the entity tag."""
    wiring = wiring_of(request)
    if actor.organisation != wiring.reviewed.region.platform_provider:
        raise Forbidden("ONLY_PROVIDER", unblocked_by="platform_owner")
    environment = environment_of(wiring.reviewed, name)
    async with wiring.database.read() as session:
        document = await service.onboarding(session, environment, as_of=wiring.clock.today())
    return Response(document.to_bytes(), 200, {"ETag": etag(document.digest)}, "application/json")


@router.post(
    "/environments/{name}/evidence",
    status_code=201,
    response_model=Kept,
    responses=errors(*_POST),
    openapi_extra=described(Evidence),
)
async def post_evidence(
    name: SlugPath,
    command: Annotated[Command, writes(Permission.EVIDENCE_POST)],
    document: Annotated[Any, contract_of(Evidence)],
) -> Response:
    """Post evidence of the environment's state, as the provider's pipeline."""
    environment = environment_of(command.wiring.reviewed, name)

    async def work(transaction: Transaction) -> Reply:
        kept = await service.post_evidence(
            transaction, command.actor, environment, document, reviewed=command.wiring.reviewed
        )
        return Reply(Kept(environment=name, kind="evidence", digest=kept.digest, expires=kept.expires, at=kept.at), 201)

    return await command.run(work)


@router.post(
    "/environments/{name}/restore-tests",
    status_code=201,
    response_model=Kept,
    responses=errors(*_POST),
    openapi_extra=described(RestoreTestRequest),
)
async def post_restore_test(
    name: SlugPath,
    command: Annotated[Command, writes(Permission.EVIDENCE_POST)],
    wanted: Annotated[Any, body_of(RestoreTestRequest)],
) -> Response:
    """Tell that a restore was tested, as the provider's pipeline."""
    environment = environment_of(command.wiring.reviewed, name)

    async def work(transaction: Transaction) -> Reply:
        kept = await service.note_restore_test(
            transaction, command.actor, environment, performed=wanted.performed, valid_until=wanted.valid_until,
            reviewed=command.wiring.reviewed,
        )  # fmt: skip
        return Reply(Kept(environment=name, kind="restore_test", expires=kept.valid_until, at=kept.at), 201)

    return await command.run(work)
