"""Courses that own rubrics and submissions, API keys, and the log of who changed what."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)
FIRST_COURSE = "main"
OLD_KEY = "fk_submissions_rubric_id_rubric_version_rubrics"
NEW_KEY = "fk_submissions_rubrics"


def upgrade() -> None:
    """Make them; what is there already belongs to the first course."""
    courses = op.create_table(
        "courses",
        sa.Column("id", sa.String(200), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_courses"),
    )
    op.bulk_insert(courses, [{"id": FIRST_COURSE, "title": "", "created_at": _now()}])
    op.create_table(
        "keys",
        sa.Column("id", sa.String(26), nullable=False),
        sa.Column("course_id", sa.String(200)),
        sa.Column("scope", sa.String(8), nullable=False),
        sa.Column("student", sa.Text),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.Column("revoked_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_keys"),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name="fk_keys_course_id_courses"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.String(26), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("course_id", sa.String(200)),
        sa.Column("key_id", sa.String(26)),
        sa.Column("action", sa.String(80), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_course_id_id", "audit", ["course_id", "id"])
    with op.batch_alter_table("submissions") as submissions:
        submissions.drop_constraint(OLD_KEY, type_="foreignkey")
        submissions.drop_constraint("uq_submissions_idempotency_key", type_="unique")
        submissions.add_column(sa.Column("course_id", sa.String(200), nullable=False, server_default=FIRST_COURSE))
        submissions.add_column(sa.Column("key_id", sa.String(26)))
    with op.batch_alter_table("rubrics") as rubrics:
        rubrics.add_column(sa.Column("course_id", sa.String(200), nullable=False, server_default=FIRST_COURSE))
        rubrics.drop_constraint("pk_rubrics", type_="primary")
        rubrics.create_primary_key("pk_rubrics", ["course_id", "id", "version"])
        rubrics.create_foreign_key("fk_rubrics_course_id_courses", "courses", ["course_id"], ["id"])
    # What is new names its course itself.
    with op.batch_alter_table("rubrics") as rubrics:
        rubrics.alter_column("course_id", server_default=None)
    with op.batch_alter_table("submissions") as submissions:
        submissions.alter_column("course_id", server_default=None)
        submissions.create_unique_constraint(
            "uq_submissions_course_id_idempotency_key", ["course_id", "idempotency_key"]
        )
        submissions.create_foreign_key(
            NEW_KEY, "rubrics", ["course_id", "rubric_id", "rubric_version"], ["course_id", "id", "version"]
        )
    op.create_index("ix_submissions_course_id_rubric_id_id", "submissions", ["course_id", "rubric_id", "id"])
    op.create_index("ix_submissions_course_id_student_id", "submissions", ["course_id", "student", "id"])


def downgrade() -> None:
    """Drop them. What belongs to another course than the first is lost: the tables before had no place for it."""
    others = sa.text(
        "DELETE FROM reports WHERE submission_id IN (SELECT id FROM submissions WHERE course_id <> :first)"
    )
    op.execute(others.bindparams(first=FIRST_COURSE))
    op.execute(sa.text("DELETE FROM submissions WHERE course_id <> :first").bindparams(first=FIRST_COURSE))
    op.execute(sa.text("DELETE FROM rubrics WHERE course_id <> :first").bindparams(first=FIRST_COURSE))
    op.drop_index("ix_submissions_course_id_student_id", "submissions")
    op.drop_index("ix_submissions_course_id_rubric_id_id", "submissions")
    with op.batch_alter_table("submissions") as submissions:
        submissions.drop_constraint(NEW_KEY, type_="foreignkey")
        submissions.drop_constraint("uq_submissions_course_id_idempotency_key", type_="unique")
        submissions.drop_column("course_id")
        submissions.drop_column("key_id")
    with op.batch_alter_table("rubrics") as rubrics:
        rubrics.drop_constraint("fk_rubrics_course_id_courses", type_="foreignkey")
        rubrics.drop_constraint("pk_rubrics", type_="primary")
        rubrics.create_primary_key("pk_rubrics", ["id", "version"])
        rubrics.drop_column("course_id")
    with op.batch_alter_table("submissions") as submissions:
        submissions.create_unique_constraint("uq_submissions_idempotency_key", ["idempotency_key"])
        submissions.create_foreign_key(OLD_KEY, "rubrics", ["rubric_id", "rubric_version"], ["id", "version"])
    op.drop_index("ix_audit_course_id_id", "audit")
    op.drop_table("audit")
    op.drop_table("keys")
    op.drop_table("courses")


def _now() -> datetime:
    now = datetime.now(UTC)
    return now.replace(tzinfo=None) if op.get_bind().dialect.name == "sqlite" else now
