"""SQL of assessments."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from platform_api.assessments.models import AcceptanceRow, AssessmentRow, Point, PointReply, Review
from platform_api.authorization.scope import Scope
from platform_api.pathways.models import PathwayParty


async def revisions(scope: Scope, session: AsyncSession, pathway_id: str) -> Sequence[AssessmentRow]:
    """Give every revision of a pathway's assessment, newest first."""
    query = select(AssessmentRow).where(AssessmentRow.pathway == pathway_id).order_by(AssessmentRow.revision.desc())
    if scope.organisation is not None:
        query = query.join(PathwayParty, PathwayParty.pathway == AssessmentRow.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()


async def current(scope: Scope, session: AsyncSession, pathway_id: str) -> AssessmentRow | None:
    """Give the revision that counts."""
    query = select(AssessmentRow).where(AssessmentRow.pathway == pathway_id)
    if scope.organisation is not None:
        query = query.join(PathwayParty, PathwayParty.pathway == AssessmentRow.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query.order_by(AssessmentRow.revision.desc()).limit(1))).scalar_one_or_none()


async def reviews(scope: Scope, session: AsyncSession, assessment_id: str) -> Sequence[Review]:
    """Give what was said of a revision, oldest first."""
    query = select(Review).where(Review.assessment == assessment_id).order_by(Review.position)
    if scope.organisation is not None:
        query = query.join(AssessmentRow, AssessmentRow.id == Review.assessment)
        query = query.join(PathwayParty, PathwayParty.pathway == AssessmentRow.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()


async def acceptances(scope: Scope, session: AsyncSession, assessment_id: str) -> Sequence[AcceptanceRow]:
    """Give the data controllers' answers to a revision, by organisation, the first one first."""
    query = select(AcceptanceRow).where(AcceptanceRow.assessment == assessment_id)
    query = query.order_by(AcceptanceRow.organisation, AcceptanceRow.number)
    if scope.organisation is not None:
        query = query.join(AssessmentRow, AssessmentRow.id == AcceptanceRow.assessment)
        query = query.join(PathwayParty, PathwayParty.pathway == AssessmentRow.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()


async def acceptance(
    scope: Scope, session: AsyncSession, pathway_id: str, acceptance_id: str
) -> tuple[AcceptanceRow, AssessmentRow] | None:
    """Give one answer of a data controller, to whichever revision, and that revision."""
    query = select(AcceptanceRow, AssessmentRow).join(AssessmentRow, AssessmentRow.id == AcceptanceRow.assessment)
    query = query.where(AssessmentRow.pathway == pathway_id, AcceptanceRow.id == acceptance_id)
    if scope.organisation is not None:
        query = query.join(PathwayParty, PathwayParty.pathway == AssessmentRow.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    found = (await session.execute(query)).one_or_none()
    return (found[0], found[1]) if found else None


async def ending(
    scope: Scope, session: AsyncSession, *, first: str, last: str
) -> Sequence[tuple[AcceptanceRow, AssessmentRow]]:
    """Give acceptances that are in force and end within some days, the one that ends first first."""
    any_revision = aliased(AssessmentRow)
    newest = select(func.max(any_revision.revision)).where(any_revision.pathway == AssessmentRow.pathway)
    party = scope.organisation or AcceptanceRow.organisation
    query = (
        select(AcceptanceRow, AssessmentRow)
        .join(AssessmentRow, AssessmentRow.id == AcceptanceRow.assessment)
        .join(PathwayParty, (PathwayParty.pathway == AssessmentRow.pathway) & (PathwayParty.organisation == party))
        .where(AssessmentRow.revision == newest.scalar_subquery())
        .where(AcceptanceRow.state == "active", AcceptanceRow.until >= first, AcceptanceRow.until <= last)
        .order_by(AcceptanceRow.until, AcceptanceRow.id)
    )
    return [(row[0], row[1]) for row in (await session.execute(query)).all()]


async def points(scope: Scope, session: AsyncSession, pathway_id: str) -> Sequence[Point]:
    """Give every point that was raised on a pathway's assessments, the first one first."""
    query = select(Point).where(Point.pathway == pathway_id).order_by(Point.number)
    if scope.organisation is not None:
        query = query.join(PathwayParty, PathwayParty.pathway == Point.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()


async def replies(scope: Scope, session: AsyncSession, pathway_id: str) -> Sequence[PointReply]:
    """Give every reply to a pathway's points, by point, the first one first."""
    query = select(PointReply).join(Point, Point.id == PointReply.point).where(Point.pathway == pathway_id)
    if scope.organisation is not None:
        query = query.join(PathwayParty, PathwayParty.pathway == Point.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query.order_by(Point.number, PointReply.position))).scalars().all()
