"""The first tables: rubrics by version, submissions, reports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
UNFINISHED = sa.text("state IN ('received', 'queued', 'grading')")


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "rubrics",
        sa.Column("id", sa.String(200), nullable=False),
        sa.Column("version", sa.String(200), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_rubrics"),
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.String(26), nullable=False),
        sa.Column("rubric_id", sa.String(200), nullable=False),
        sa.Column("rubric_version", sa.String(200), nullable=False),
        sa.Column("engine_version", sa.String(200)),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("student", sa.Text),
        sa.Column("external_id", sa.Text),
        sa.Column("handed_in", sa.LargeBinary, nullable=False),
        sa.Column("idempotency_key", sa.String(200)),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.Column("lease_until", MOMENT, nullable=False),
        sa.Column("sends", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("claimed_by", sa.String(200)),
        sa.Column("cause", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.UniqueConstraint("idempotency_key", name="uq_submissions_idempotency_key"),
        sa.ForeignKeyConstraint(
            ["rubric_id", "rubric_version"],
            ["rubrics.id", "rubrics.version"],
            name="fk_submissions_rubric_id_rubric_version_rubrics",
        ),
    )
    op.create_index(
        "ix_submissions_unfinished",
        "submissions",
        ["lease_until"],
        sqlite_where=UNFINISHED,
        postgresql_where=UNFINISHED,
    )
    op.create_table(
        "reports",
        sa.Column("submission_id", sa.String(26), nullable=False),
        sa.Column("rubric_version", sa.String(200), nullable=False),
        sa.Column("engine_version", sa.String(200), nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("max_score", sa.Double, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("graded_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "rubric_version", "engine_version", name="pk_reports"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_reports_submission_id_submissions"),
    )


def downgrade() -> None:
    """Drop them, with all they hold."""
    op.drop_table("reports")
    op.drop_index("ix_submissions_unfinished", "submissions")
    op.drop_table("submissions")
    op.drop_table("rubrics")
