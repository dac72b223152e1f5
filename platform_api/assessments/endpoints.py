"""Routes of assessments."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from platform_api.assessments import discussion, repository, service
from platform_api.assessments.models import AssessmentRow
from platform_api.assessments.schemas import AssessmentView, ReviewRequest, view
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
WRITE: tuple[type[Problem], ...] = (
    Unauthenticated, Forbidden, NotFound, Conflict, PreconditionFailed, UnsupportedMediaType, Invalid
)  # fmt: skip
PERMISSION = {
    "send_to_review": Permission.ROS_AUTHOR,
    "comment": Permission.ROS_COMMENT,
    "return": Permission.ROS_RETURN,
    "recommend": Permission.ROS_RECOMMEND,
}


async def shown(
    session: AsyncSession, row: AssessmentRow, clock: Clock, language: Language, *, document: bool = False
) -> AssessmentView:
    """Give an assessment with everything that was said of it; whoever asks may see the pathway."""
    platform = Scope.platform()
    pathway = await pathways.find(platform, session, row.pathway)
    bound = binding(await pathways.manifest(session, pathway), Statement.ASSESSMENT)
    return view(
        row,
        current=row.binding == bound,
        as_of=clock.today(),
        language=language,
        reviews=await repository.reviews(platform, session, row.id),
        threads=await discussion.threads(platform, session, row.pathway),
        revisions={one.id: one.revision for one in await repository.revisions(platform, session, row.pathway)},
        acceptances=await repository.acceptances(platform, session, row.id),
        document=document,
    )


async def whole(transaction: Transaction, row: AssessmentRow, language: Language) -> AssessmentView:
    """Give an assessment as a write leaves it."""
    await transaction.session.flush()
    return await shown(transaction.session, row, transaction.clock, language)


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
        found = await shown(session, row, wiring.clock, language_of(request), document=True)
    return json_response(found, headers={"ETag": etag(row.digest)})


@router.put(
    "/pathways/{pathway_id}/assessment",
    response_model=AssessmentView,
    responses=errors(
        *WRITE, PreconditionRequired, s201={"model": AssessmentView, "description": "The first assessment"}
    ),
    openapi_extra=described(Assessment),
)
async def put_assessment(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.ROS_AUTHOR)],
    document: Annotated[Any, contract_of(Assessment)],
) -> Response:
    """Post the assessment of the pathway's manifest as it stands (with ``If-Match`` where there is one).

    What was accepted is held against the revision that is posted: an acceptance that still holds is carried to it, and
    one whose risk has a higher level, has changed, or leans on a control that now fails is invalidated. Evidence that
    fails between two postings is therefore not seen here until the next one; post after each run of the pipeline.
    """

    async def work(transaction: Transaction) -> Reply:
        row, first = await service.put(
            transaction, command.scope, command.actor, pathway_id, document,
            if_match=command.if_match, if_none_match=command.if_none_match, seal=command.wiring.seal,
        )  # fmt: skip
        found = await whole(transaction, row, command.language)
        return Reply(found, 201 if first else 200, {"ETag": etag(row.digest)})

    return await command.run(work)


@router.post(
    "/pathways/{pathway_id}/assessment/reviews",
    status_code=201,
    response_model=AssessmentView,
    responses=errors(*WRITE),
    openapi_extra=described(ReviewRequest),
)
async def review_assessment(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.ROS_READ)],
    wanted: Annotated[Any, body_of(ReviewRequest)],
) -> Response:
    """Send the assessment to review; as a reviewer comment on it, return it or recommend it."""
    await require(command.wiring, command.actor, PERMISSION[wanted.event])

    async def work(transaction: Transaction) -> Reply:
        row = await service.review(
            transaction, command.scope, command.actor, pathway_id, wanted.event, wanted.assessment,
            comment=wanted.comment, risk=wanted.risk,
        )  # fmt: skip
        return Reply(await whole(transaction, row, command.language), 201)

    return await command.run(work)
