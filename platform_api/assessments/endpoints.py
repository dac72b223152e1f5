"""Routes of assessments."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from platform_api.assessments import repository, service
from platform_api.assessments.models import AssessmentRow
from platform_api.assessments.schemas import AnswerRequest, AssessmentView, ReviewRequest, view
from platform_api.authorization.access import may, require, scope_of, wiring_of
from platform_api.authorization.command import Command, Reply, writes
from platform_api.authorization.permission import Permission
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.body import body_of, contract_of, described
from platform_api.kit.clock import Clock
from platform_api.kit.database import Transaction
from platform_api.kit.etag import etag
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Problem,
    Unauthenticated,
    UnsupportedMediaType,
    errors,
)
from platform_api.kit.respond import json_response, language_of
from platform_api.pathways import service as pathways
from platform_api.pathways.change import Statement, binding
from prosess.contracts import Assessment
from prosess.domain.text import Language

router = APIRouter(tags=["assessments"])
_WRITE: tuple[type[Problem], ...] = (
    Unauthenticated, Forbidden, NotFound, Conflict, PreconditionFailed, UnsupportedMediaType, Invalid
)  # fmt: skip
_PERMISSION = {
    "send_to_review": Permission.ROS_AUTHOR,
    "comment": Permission.ROS_COMMENT,
    "return": Permission.ROS_RETURN,
    "recommend": Permission.ROS_RECOMMEND,
}


async def _whole(
    session: AsyncSession, row: AssessmentRow, clock: Clock, language: Language, *, document: bool = False
) -> AssessmentView:
    platform = Scope.platform()
    pathway = await pathways.find(platform, session, row.pathway)
    bound = binding(await pathways.manifest(session, pathway), Statement.ASSESSMENT)
    return view(
        row,
        current=row.binding == bound,
        as_of=clock.today(),
        language=language,
        reviews=await repository.reviews(platform, session, row.id),
        acceptances=await repository.acceptances(platform, session, row.id),
        document=document,
    )


@router.get(
    "/pathways/{pathway_id}/assessment",
    response_model=AssessmentView,
    responses=errors(Unauthenticated, Forbidden, NotFound),
)
async def read_assessment(
    request: Request, pathway_id: SlugPath, actor: Annotated[Actor, may(Permission.ROS_READ)]
) -> Response:
    """Give the assessment that counts, what was said of it, and the document."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        scope = scope_of(actor, wiring)
        await pathways.find(scope, session, pathway_id)
        row = await repository.current(scope, session, pathway_id)
        if row is None:
            raise NotFound("NO_ASSESSMENT")
        shown = await _whole(session, row, wiring.clock, language_of(request), document=True)
    return json_response(shown, headers={"ETag": etag(row.digest)})


@router.put(
    "/pathways/{pathway_id}/assessment",
    response_model=AssessmentView,
    responses=errors(
        *_WRITE, PreconditionRequired, s201={"model": AssessmentView, "description": "The first assessment"}
    ),
    openapi_extra=described(Assessment),
)
async def put_assessment(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.ROS_AUTHOR)],
    document: Annotated[Any, contract_of(Assessment)],
) -> Response:
    """Post the assessment of the pathway's manifest as it stands (with ``If-Match`` where there is one)."""

    async def work(transaction: Transaction) -> Reply:
        row, first = await service.put(
            transaction, command.scope, command.actor, pathway_id, document,
            if_match=command.if_match, if_none_match=command.if_none_match,
        )  # fmt: skip
        await transaction.session.flush()
        shown = await _whole(transaction.session, row, transaction.clock, command.language)
        return Reply(shown, 201 if first else 200, {"ETag": etag(row.digest)})

    return await command.run(work)


@router.post(
    "/pathways/{pathway_id}/assessment/reviews",
    status_code=201,
    response_model=AssessmentView,
    responses=errors(*_WRITE),
    openapi_extra=described(ReviewRequest),
)
async def review_assessment(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.ROS_READ)],
    wanted: Annotated[Any, body_of(ReviewRequest)],
) -> Response:
    """Send the assessment to review; as a reviewer comment on it, return it or recommend it."""
    await require(command.wiring, command.actor, _PERMISSION[wanted.event])

    async def work(transaction: Transaction) -> Reply:
        row = await service.review(
            transaction, command.scope, command.actor, pathway_id, wanted.event, wanted.assessment,
            comment=wanted.comment, risk=wanted.risk,
        )  # fmt: skip
        await transaction.session.flush()
        return Reply(await _whole(transaction.session, row, transaction.clock, command.language), 201)

    return await command.run(work)


@router.post(
    "/pathways/{pathway_id}/assessment/acceptances",
    status_code=201,
    response_model=AssessmentView,
    responses=errors(*_WRITE),
    openapi_extra=described(AnswerRequest),
)
async def answer_assessment(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.ROS_ACCEPT)],
    wanted: Annotated[Any, body_of(AnswerRequest)],
) -> Response:
    """Accept, until a day, or reject what risk is left, for the own organisation as data controller."""

    async def work(transaction: Transaction) -> Reply:
        _, row = await service.answer(
            transaction, command.scope, command.actor, pathway_id, wanted.assessment,
            accept=wanted.answer == "accept", until=wanted.until,
        )  # fmt: skip
        await transaction.session.flush()
        return Reply(await _whole(transaction.session, row, transaction.clock, command.language), 201)

    return await command.run(work)
