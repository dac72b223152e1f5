"""Routes of acceptances: given, fetched with their seal, taken back; those that end soon; and the keys of the seal."""

from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from platform_api.assessments import accepting, repository
from platform_api.assessments.endpoints import WRITE, whole
from platform_api.assessments.schemas import (
    AnswerRequest,
    AssessmentView,
    EndingList,
    EndingView,
    RevocationRequest,
)
from platform_api.authorization.access import may, scope_of, wiring_of
from platform_api.authorization.command import Command, Reply, writes
from platform_api.authorization.permission import Permission
from platform_api.identity.actor import Actor
from platform_api.kit.body import body_of, described
from platform_api.kit.database import Transaction
from platform_api.kit.ids import ID_PATTERN
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import Forbidden, NotFound, Unauthenticated, errors
from platform_api.kit.respond import json_response
from platform_api.pathways import service as pathways
from platform_api.wiring import Wiring
from prosess.domain.notice import NOTICE_DAYS, notice_reached

router = APIRouter(tags=["assessments"])
AcceptancePath = Annotated[str, Path(pattern=ID_PATTERN)]


@router.post(
    "/pathways/{pathway_id}/assessment/acceptances",
    status_code=201,
    response_model=AssessmentView,
    responses=errors(*WRITE),
    openapi_extra=described(AnswerRequest),
)
async def answer_assessment(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.ROS_ACCEPT)],
    wanted: Annotated[Any, body_of(AnswerRequest)],
) -> Response:
    """Accept, until a day, or reject what risk is left, for the own organisation as data controller.

    An acceptance is sealed: its statement can be fetched, and proven without the service. It is in force through its
    last day in Europe/Oslo, and its end is told to whoever gave it 90, 30 and 7 days ahead and on that day
    (``/notifications``). What breaks it meanwhile is seen when the next revision of the assessment is posted, not
    before.
    """

    async def work(transaction: Transaction) -> Reply:
        _, row = await accepting.answer(
            transaction, command.scope, command.actor, pathway_id, wanted.assessment,
            accept=wanted.answer == "accept", until=wanted.until, because=wanted.because, seal=command.wiring.seal,
        )  # fmt: skip
        return Reply(await whole(transaction, row, command.language), 201)

    return await command.run(work)


@router.get(
    "/pathways/{pathway_id}/assessment/acceptances/{acceptance_id}",
    responses=errors(Unauthenticated, Forbidden, NotFound, s200={"description": "The sealed statement (DSSE)"}),
)
async def read_acceptance(
    request: Request,
    pathway_id: SlugPath,
    acceptance_id: AcceptancePath,
    actor: Annotated[Actor, may(Permission.ROS_READ)],
    revocation: Annotated[bool, Query(description="Give the sealed revocation instead.")] = False,
) -> Response:
    """Give the sealed statement of an acceptance, to whichever revision it was given."""
    envelope = await sealed(wiring_of(request), actor, pathway_id, acceptance_id, revocation=revocation)
    return Response(envelope, media_type="application/json")


async def sealed(wiring: Wiring, actor: Actor, pathway_id: str, acceptance_id: str, *, revocation: bool = False) -> str:
    """Give the envelope of an acceptance, or of its revocation, byte by byte as it was sealed.

    Raises:
        NotFound: where there is no such pathway, acceptance or revocation that the reader may know of.
    """
    async with wiring.database.read() as session:
        scope = scope_of(actor, wiring)
        await pathways.find(scope, session, pathway_id)
        found = await repository.acceptance(scope, session, pathway_id, acceptance_id)
    envelope = (found[0].revocation if revocation else found[0].envelope) if found else None
    if envelope is None:
        raise NotFound("NO_SUCH_ACCEPTANCE")
    return envelope


@router.post(
    "/pathways/{pathway_id}/assessment/acceptances/{acceptance_id}/revocation",
    status_code=201,
    response_model=AssessmentView,
    responses=errors(*WRITE),
    openapi_extra=described(RevocationRequest),
)
async def revoke_acceptance(
    pathway_id: SlugPath,
    acceptance_id: AcceptancePath,
    command: Annotated[Command, writes(Permission.ROS_ACCEPT)],
    wanted: Annotated[Any, body_of(RevocationRequest)],
) -> Response:
    """Take an acceptance of the own organisation back; the revocation is sealed too."""

    async def work(transaction: Transaction) -> Reply:
        row = await accepting.revoke(
            transaction, command.scope, command.actor, pathway_id, acceptance_id, wanted.because,
            seal=command.wiring.seal,
        )  # fmt: skip
        return Reply(await whole(transaction, row, command.language), 201)

    return await command.run(work)


async def ending_soon(wiring: Wiring, actor: Actor, days: int) -> EndingList:
    """Give the acceptances in force that end within some days, the one that ends first first."""
    today = wiring.clock.today()
    last = (today + timedelta(days=days)).isoformat()
    async with wiring.database.read() as session:
        found = await repository.ending(scope_of(actor, wiring), session, first=today.isoformat(), last=last)
    left = [(one, row.pathway, (date.fromisoformat(one.until or "") - today).days) for one, row in found]
    return EndingList(
        acceptances=tuple(
            EndingView(
                id=one.id,
                pathway=pathway,
                organisation=one.organisation,
                until=one.until or "",
                days_left=days_left,
                told_at=notice_reached(date.fromisoformat(one.until or ""), today) or 0,
            )
            for one, pathway, days_left in left
        )
    )


@router.get("/acceptances", response_model=EndingList, responses=errors(Unauthenticated, Forbidden))
async def list_ending_acceptances(
    request: Request,
    actor: Annotated[Actor, may(Permission.ROS_READ)],
    days: Annotated[int, Query(ge=0, le=max(NOTICE_DAYS))] = max(NOTICE_DAYS),
) -> Response:
    """Give the acceptances that end within some days, in the pathways that the reader may see."""
    return json_response(await ending_soon(wiring_of(request), actor, days))


@router.get("/seal-keys", responses={200: {"description": "The keys (seal-keys/1)"}})
async def read_seal_keys(request: Request) -> Response:
    """Give the public keys that prove the service's seals, those that it no longer seals with too.

    Open to all: whoever holds a sealed statement may prove it.
    """
    return json_response(wiring_of(request).seal.keys)
