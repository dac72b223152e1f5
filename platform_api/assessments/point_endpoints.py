"""Routes of what is held against an assessment: answers to points, their closing, the privacy officer's opinion."""

from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import Response

from platform_api.assessments import discussion
from platform_api.assessments.endpoints import WRITE, whole
from platform_api.assessments.schemas import AssessmentView, OpinionRequest, ReplyRequest
from platform_api.assessments.steps import at_hand
from platform_api.authorization.access import holds
from platform_api.authorization.command import Command, Reply, writes
from platform_api.authorization.permission import Permission
from platform_api.kit.body import body_of, described
from platform_api.kit.database import Transaction
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import errors

router = APIRouter(tags=["assessments"])
PointPath = Annotated[str, Path(pattern=r"^P[1-9][0-9]{0,4}$", description="A point, such as `P3`.")]


@router.post(
    "/pathways/{pathway_id}/assessment/points/{point_id}/answers",
    status_code=201,
    response_model=AssessmentView,
    responses=errors(*WRITE),
    openapi_extra=described(ReplyRequest),
)
async def answer_point(
    pathway_id: SlugPath,
    point_id: PointPath,
    command: Annotated[Command, writes(Permission.ROS_READ)],
    wanted: Annotated[Any, body_of(ReplyRequest)],
) -> Response:
    """Answer a point as the authors; say to an answer, as the one who raised it, that it is not enough.

    A privacy officer's opinion is answered by a data controller, for itself.
    """

    async def work(transaction: Transaction) -> Reply:
        row = await discussion.reply(
            transaction, command.scope, command.actor, pathway_id, point_id, wanted.text,
            holds=lambda permission: holds(command.wiring, command.actor, permission),
        )  # fmt: skip
        return Reply(await whole(transaction, row, command.language), 201)

    return await command.run(work)


@router.post(
    "/pathways/{pathway_id}/assessment/points/{point_id}/resolution",
    response_model=AssessmentView,
    responses=errors(*WRITE),
)
async def resolve_point(
    pathway_id: SlugPath, point_id: PointPath, command: Annotated[Command, writes(Permission.ROS_READ)]
) -> Response:
    """Close a point: only the role that raised it, by somebody who is none of the authors."""

    async def work(transaction: Transaction) -> Reply:
        row = await discussion.resolve(transaction, command.scope, command.actor, pathway_id, point_id)
        return Reply(await whole(transaction, row, command.language))

    return await command.run(work)


@router.post(
    "/pathways/{pathway_id}/assessment/opinions",
    status_code=201,
    response_model=AssessmentView,
    responses=errors(*WRITE),
    openapi_extra=described(OpinionRequest),
)
async def advise_on_assessment(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.ROS_ADVISE)],
    wanted: Annotated[Any, body_of(OpinionRequest)],
) -> Response:
    """Give the privacy officer's opinion; where it is not in support, a data controller answers before it accepts."""

    async def work(transaction: Transaction) -> Reply:
        row, known, assessment = await at_hand(transaction, command.scope, pathway_id, wanted.assessment)
        kept = await discussion.give_opinion(
            transaction, command.actor, row, known, assessment, wanted.opinion, wanted.because
        )
        return Reply(await whole(transaction, kept, command.language), 201)

    return await command.run(work)
