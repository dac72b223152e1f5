"""Points that are held against an assessment, and acceptances with their sealed statements.

An acceptance from before has no sealed statement to rest on: it no longer counts, and is asked for again.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ACCEPTANCE = "assessment_acceptance"
_FORMER = "uq_assessment_acceptance_assessment_organisation"


def _added() -> tuple["sa.Column[Any]", ...]:
    return (
        sa.Column("number", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("state", sa.String(length=20), nullable=False, server_default="invalidated"),
        sa.Column("because", sa.String(length=40), nullable=True),
        sa.Column("risk", sa.String(length=20), nullable=True),
        sa.Column("statement", sa.String(length=40), nullable=True),
        sa.Column("envelope", sa.Text(), nullable=True),
        sa.Column("revocation", sa.Text(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False, server_default="data_controller_rep"),
    )


def upgrade() -> None:
    """Make the tables, and let what was never sealed stop counting."""
    op.create_table(
        "assessment_point",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("raised_on", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("stance", sa.String(length=20), nullable=True),
        sa.Column("risk", sa.String(length=20), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("resolved_by", sa.String(length=128), nullable=True),
        sa.Column("resolved_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_assessment_point_pathway_pathway"),
        sa.ForeignKeyConstraint(["raised_on"], ["assessment.id"], name="fk_assessment_point_raised_on_assessment"),
        sa.PrimaryKeyConstraint("id", name="pk_assessment_point"),
        sa.UniqueConstraint("pathway", "number", name="uq_assessment_point_pathway_number"),
    )
    op.create_index("ix_assessment_point_pathway", "assessment_point", ["pathway"], unique=False)
    op.create_table(
        "assessment_reply",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("point", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["point"], ["assessment_point.id"], name="fk_assessment_reply_point_assessment_point"),
        sa.PrimaryKeyConstraint("id", name="pk_assessment_reply"),
        sa.UniqueConstraint("point", "position", name="uq_assessment_reply_point_position"),
    )
    op.create_index("ix_assessment_reply_point", "assessment_reply", ["point"], unique=False)
    with op.batch_alter_table(_ACCEPTANCE) as table:
        for column in _added():
            table.add_column(column)
        table.drop_constraint(_FORMER, type_="unique")
        table.create_unique_constraint(
            "uq_assessment_acceptance_assessment_organisation_number", ["assessment", "organisation", "number"]
        )
    op.create_index("ix_assessment_acceptance_until", _ACCEPTANCE, ["until"], unique=False)
    op.execute("UPDATE assessment_acceptance SET state = 'refused' WHERE answer = 'reject'")
    op.execute("UPDATE assessment_acceptance SET because = 'not_sealed' WHERE answer = 'accept'")
    op.execute("UPDATE assessment SET state = 'pending_acceptance' WHERE state = 'accepted'")


def downgrade() -> None:
    """Take the tables away; of each organisation's answers to a revision the last is kept."""
    op.execute(
        "DELETE FROM assessment_acceptance WHERE number < "
        "(SELECT MAX(later.number) FROM assessment_acceptance AS later "
        "WHERE later.assessment = assessment_acceptance.assessment "
        "AND later.organisation = assessment_acceptance.organisation)"
    )
    op.drop_index("ix_assessment_acceptance_until", table_name=_ACCEPTANCE)
    with op.batch_alter_table(_ACCEPTANCE) as table:
        table.drop_constraint("uq_assessment_acceptance_assessment_organisation_number", type_="unique")
        table.create_unique_constraint(_FORMER, ["assessment", "organisation"])
        for column in reversed(_added()):
            table.drop_column(column.name)
    op.drop_index("ix_assessment_reply_point", table_name="assessment_reply")
    op.drop_table("assessment_reply")
    op.drop_index("ix_assessment_point_pathway", table_name="assessment_point")
    op.drop_table("assessment_point")
