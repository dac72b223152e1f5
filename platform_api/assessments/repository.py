"""SQL of assessments."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.assessments.models import AcceptanceRow, AssessmentRow, Review
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
    """Give the data controllers' answers to a revision."""
    query = select(AcceptanceRow).where(AcceptanceRow.assessment == assessment_id).order_by(AcceptanceRow.organisation)
    if scope.organisation is not None:
        query = query.join(AssessmentRow, AssessmentRow.id == AcceptanceRow.assessment)
        query = query.join(PathwayParty, PathwayParty.pathway == AssessmentRow.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()
