"""Every table of the service."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("actor_organisation", sa.String(length=9), nullable=False),
        sa.Column("action", sa.String(length=80), nullable=False),
        sa.Column("object", sa.String(length=120), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=71), nullable=False),
        sa.Column("hash", sa.String(length=71), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_entry"),
        sa.UniqueConstraint("hash", name="uq_audit_entry_hash"),
    )
    op.create_index("ix_audit_entry_actor_organisation", "audit_entry", ["actor_organisation"], unique=False)
    op.create_index("ix_audit_entry_organisation_seq", "audit_entry", ["organisation", "seq"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=71), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.create_table(
        "environment_evidence",
        sa.Column("environment", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("collected", sa.String(length=27), nullable=False),
        sa.Column("expires", sa.String(length=27), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("environment", "digest", name="pk_environment_evidence"),
    )
    op.create_table(
        "idempotency_key",
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("request", sa.String(length=71), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("subject", "key", name="pk_idempotency_key"),
    )
    op.create_index("ix_idempotency_key_created_at", "idempotency_key", ["created_at"], unique=False)
    op.create_table(
        "notification",
        sa.Column("key", sa.String(length=71), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=True),
        sa.Column("object", sa.String(length=120), nullable=False),
        sa.Column("operation", sa.String(length=40), nullable=True),
        sa.Column("environment", sa.String(length=40), nullable=True),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("remedy", sa.String(length=80), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("settled_at", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_notification"),
    )
    op.create_index("ix_notification_organisation_role", "notification", ["organisation", "role"], unique=False)
    op.create_table(
        "operation",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("object", sa.String(length=120), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("environment", sa.String(length=40), nullable=True),
        sa.Column("binding", sa.String(length=71), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.Float(), nullable=False),
        sa.Column("ready_at", sa.Float(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("recheck_on", sa.String(length=10), nullable=True),
        sa.Column("decisions", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_operation"),
    )
    op.create_index("ix_operation_object", "operation", ["object"], unique=False)
    op.create_index("ix_operation_organisation", "operation", ["organisation"], unique=False)
    op.create_index("ix_operation_state_ready_at", "operation", ["state", "ready_at"], unique=False)
    op.create_table(
        "restore_test",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("environment", sa.String(length=40), nullable=False),
        sa.Column("performed", sa.String(length=10), nullable=False),
        sa.Column("valid_until", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_restore_test"),
    )
    op.create_index("ix_restore_test_environment", "restore_test", ["environment"], unique=False)
    op.create_table(
        "tenant",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("approved", sa.String(length=71), nullable=True),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tenant"),
        sa.UniqueConstraint("organisation", name="uq_tenant_organisation"),
    )
    op.create_table(
        "operation_step",
        sa.Column("operation", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.String(length=27), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["operation"], ["operation.id"], name="fk_operation_step_operation_operation"),
        sa.PrimaryKeyConstraint("operation", "key", name="pk_operation_step"),
    )
    op.create_table(
        "pathway",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("tenant", sa.String(length=40), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"], name="fk_pathway_tenant_tenant"),
        sa.PrimaryKeyConstraint("id", name="pk_pathway"),
    )
    op.create_index("ix_pathway_tenant", "pathway", ["tenant"], unique=False)
    op.create_table(
        "tenant_version",
        sa.Column("tenant", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"], name="fk_tenant_version_tenant_tenant"),
        sa.PrimaryKeyConstraint("tenant", "digest", name="pk_tenant_version"),
    )
    op.create_table(
        "approval",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("environment", sa.String(length=40), nullable=False),
        sa.Column("binding", sa.String(length=71), nullable=False),
        sa.Column("manifest", sa.String(length=71), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_approval_pathway_pathway"),
        sa.PrimaryKeyConstraint("id", name="pk_approval"),
        sa.UniqueConstraint(
            "pathway", "environment", "binding", "subject", name="uq_approval_pathway_environment_binding_subject"
        ),
    )
    op.create_index("ix_approval_pathway", "approval", ["pathway"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("binding", sa.String(length=71), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("unowned", sa.Integer(), nullable=False),
        sa.Column("not_assessed", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_assessment_pathway_pathway"),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.UniqueConstraint("pathway", "revision", name="uq_assessment_pathway_revision"),
    )
    op.create_index("ix_assessment_pathway", "assessment", ["pathway"], unique=False)
    op.create_table(
        "clinical_sign_off",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("binding", sa.String(length=71), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_clinical_sign_off_pathway_pathway"),
        sa.PrimaryKeyConstraint("id", name="pk_clinical_sign_off"),
        sa.UniqueConstraint("pathway", "binding", "subject", name="uq_clinical_sign_off_pathway_binding_subject"),
    )
    op.create_index("ix_clinical_sign_off_pathway", "clinical_sign_off", ["pathway"], unique=False)
    op.create_table(
        "confirmation",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("dependency", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("row", sa.String(length=71), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_confirmation_pathway_pathway"),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation"),
        sa.UniqueConstraint(
            "pathway",
            "dependency",
            "actor",
            "row",
            "subject",
            name="uq_confirmation_pathway_dependency_actor_row_subject",
        ),
    )
    op.create_index("ix_confirmation_pathway", "confirmation", ["pathway"], unique=False)
    op.create_table(
        "pathway_entry",
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("environment", sa.String(length=40), nullable=False),
        sa.Column("manifest", sa.String(length=71), nullable=False),
        sa.Column("approved_on", sa.String(length=10), nullable=False),
        sa.Column("operation", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["operation"], ["operation.id"], name="fk_pathway_entry_operation_operation"),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_pathway_entry_pathway_pathway"),
        sa.PrimaryKeyConstraint("pathway", "environment", name="pk_pathway_entry"),
    )
    op.create_table(
        "pathway_party",
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_pathway_party_pathway_pathway"),
        sa.PrimaryKeyConstraint("pathway", "organisation", name="pk_pathway_party"),
    )
    op.create_index("ix_pathway_party_organisation", "pathway_party", ["organisation"], unique=False)
    op.create_table(
        "pathway_version",
        sa.Column("pathway", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["pathway"], ["pathway.id"], name="fk_pathway_version_pathway_pathway"),
        sa.PrimaryKeyConstraint("pathway", "digest", name="pk_pathway_version"),
    )
    op.create_table(
        "assessment_acceptance",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("assessment", sa.String(length=40), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment"], ["assessment.id"], name="fk_assessment_acceptance_assessment_assessment"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assessment_acceptance"),
        sa.UniqueConstraint("assessment", "organisation", name="uq_assessment_acceptance_assessment_organisation"),
    )
    op.create_index("ix_assessment_acceptance_assessment", "assessment_acceptance", ["assessment"], unique=False)
    op.create_table(
        "assessment_review",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("assessment", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=20), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("risk", sa.String(length=20), nullable=True),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("organisation", sa.String(length=9), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["assessment"], ["assessment.id"], name="fk_assessment_review_assessment_assessment"),
        sa.PrimaryKeyConstraint("id", name="pk_assessment_review"),
    )
    op.create_index("ix_assessment_review_assessment", "assessment_review", ["assessment"], unique=False)


def downgrade() -> None:
    """Take the tables away."""
    op.drop_index("ix_assessment_review_assessment", table_name="assessment_review")
    op.drop_table("assessment_review")
    op.drop_index("ix_assessment_acceptance_assessment", table_name="assessment_acceptance")
    op.drop_table("assessment_acceptance")
    op.drop_table("pathway_version")
    op.drop_index("ix_pathway_party_organisation", table_name="pathway_party")
    op.drop_table("pathway_party")
    op.drop_table("pathway_entry")
    op.drop_index("ix_confirmation_pathway", table_name="confirmation")
    op.drop_table("confirmation")
    op.drop_index("ix_clinical_sign_off_pathway", table_name="clinical_sign_off")
    op.drop_table("clinical_sign_off")
    op.drop_index("ix_assessment_pathway", table_name="assessment")
    op.drop_table("assessment")
    op.drop_index("ix_approval_pathway", table_name="approval")
    op.drop_table("approval")
    op.drop_table("tenant_version")
    op.drop_index("ix_pathway_tenant", table_name="pathway")
    op.drop_table("pathway")
    op.drop_table("operation_step")
    op.drop_table("tenant")
    op.drop_index("ix_restore_test_environment", table_name="restore_test")
    op.drop_table("restore_test")
    op.drop_index("ix_operation_state_ready_at", table_name="operation")
    op.drop_index("ix_operation_organisation", table_name="operation")
    op.drop_index("ix_operation_object", table_name="operation")
    op.drop_table("operation")
    op.drop_index("ix_notification_organisation_role", table_name="notification")
    op.drop_table("notification")
    op.drop_index("ix_idempotency_key_created_at", table_name="idempotency_key")
    op.drop_table("idempotency_key")
    op.drop_table("environment_evidence")
    op.drop_table("audit_head")
    op.drop_index("ix_audit_entry_organisation_seq", table_name="audit_entry")
    op.drop_index("ix_audit_entry_actor_organisation", table_name="audit_entry")
    op.drop_table("audit_entry")
