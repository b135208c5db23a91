"""Marks by item, what answers come to, people's decisions, and regrades."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)
HASH = sa.LargeBinary(16)
ID = sa.String(26)
NAME = sa.String(200)
OPEN = sa.text("verdict IN ('needs_review', 'unreadable', 'several_answers')")
ITEM = sa.String(400)


def upgrade() -> None:
    """Make them; what was graded before has no marks, and is graded whole when it is graded again."""
    _marks()
    _regrades()
    for column in (sa.Column("reviews", sa.Text), sa.Column("reviewed_score", sa.Double)):
        op.add_column("submissions", column)
    with op.batch_alter_table("reports") as reports:
        reports.alter_column("body", existing_type=sa.Text, nullable=True)
        reports.add_column(sa.Column("base_rubric_version", NAME))
        reports.add_column(sa.Column("base_engine_version", NAME))
        reports.add_column(sa.Column("patch", sa.Text))
        reports.add_column(sa.Column("total", sa.Text))
        reports.add_column(sa.Column("regrade_id", ID))


def _marks() -> None:
    op.create_table(
        "answers",
        sa.Column("id", HASH, nullable=False),
        sa.Column("course_id", NAME, nullable=False),
        sa.Column("rubric_id", NAME, nullable=False),
        sa.Column("item", ITEM, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
    )
    op.create_index("ix_answers_course_id_rubric_id_item", "answers", ["course_id", "rubric_id", "item"])
    op.create_table(
        "judgements",
        sa.Column("answer_id", HASH, nullable=False),
        sa.Column("basis", HASH, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("points", sa.Text, nullable=False),
        sa.Column("pending", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("group_key", HASH, nullable=False),
        sa.Column("diagnosis", sa.String(80)),
        sa.Column("evidence", sa.String(16), nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
        sa.Column("shown_key", HASH, nullable=False),
        sa.PrimaryKeyConstraint("answer_id", "basis", name="pk_judgements"),
    )
    op.create_index("ix_judgements_basis_group_key", "judgements", ["basis", "group_key"])
    op.create_index(
        "ix_judgements_open",
        "judgements",
        ["verdict", "answer_id", "basis"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_table(
        "marks",
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("answer_id", HASH, nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "answer_id", name="pk_marks"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_marks_answer_id_submission_id", "marks", ["answer_id", "submission_id"])
    op.create_table(
        "bases",
        sa.Column("course_id", NAME, nullable=False),
        sa.Column("rubric_id", NAME, nullable=False),
        sa.Column("rubric_version", NAME, nullable=False),
        sa.Column("engine_version", NAME, nullable=False),
        sa.Column("item", ITEM, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("max_points", sa.Text, nullable=False),
        sa.Column("basis", HASH, nullable=False),
        sa.PrimaryKeyConstraint("course_id", "rubric_id", "rubric_version", "engine_version", "item", name="pk_bases"),
    )


def _regrades() -> None:
    op.create_table(
        "overrides",
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("item", ITEM, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("course_id", NAME, nullable=False),
        sa.Column("rubric_id", NAME, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("points", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("feedback", sa.Text, nullable=False),
        sa.Column("group_key", HASH, nullable=False),
        sa.Column("is_stale", sa.Boolean, nullable=False),
        sa.Column("key_id", ID),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "item", name="pk_overrides"),
        sa.UniqueConstraint("id", name="uq_overrides_id"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_overrides_submission_id_submissions"),
    )
    op.create_index("ix_overrides_course_id_rubric_id_item", "overrides", ["course_id", "rubric_id", "item"])
    op.create_table(
        "regrades",
        sa.Column("id", ID, nullable=False),
        sa.Column("course_id", NAME, nullable=False),
        sa.Column("rubric_id", NAME, nullable=False),
        sa.Column("rubric_version", NAME, nullable=False),
        sa.Column("engine_version", NAME, nullable=False),
        sa.Column("state", sa.String(9), nullable=False),
        sa.Column("applies_by_itself", sa.Boolean, nullable=False),
        sa.Column("allow_lower", sa.Boolean, nullable=False),
        sa.Column("submissions", sa.Integer, nullable=False),
        sa.Column("key_id", ID),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("computed_at", MOMENT),
        sa.Column("applied_at", MOMENT),
        sa.Column("cause", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_regrades"),
    )
    op.create_index("ix_regrades_course_id_id", "regrades", ["course_id", "id"])
    op.create_table(
        "regrade_pieces",
        sa.Column("regrade_id", ID, nullable=False),
        sa.Column("phase", sa.String(7), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("from_rubric_version", NAME, nullable=False),
        sa.Column("from_engine_version", NAME, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("is_done", sa.Boolean, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("claimed_by", NAME),
        sa.Column("lease_until", MOMENT, nullable=False),
        sa.Column("sent_until", MOMENT, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("regrade_id", "phase", "number", name="pk_regrade_pieces"),
        sa.ForeignKeyConstraint(["regrade_id"], ["regrades.id"], name="fk_regrade_pieces_regrade_id_regrades"),
    )
    op.create_table(
        "regrade_changes",
        sa.Column("regrade_id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("before", sa.Double, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("max_score", sa.Double, nullable=False),
        sa.Column("lowers", sa.Boolean, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("total", sa.Text, nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("patch", sa.Text),
        sa.Column("answers", sa.Text),
        sa.PrimaryKeyConstraint("regrade_id", "submission_id", name="pk_regrade_changes"),
        sa.ForeignKeyConstraint(["regrade_id"], ["regrades.id"], name="fk_regrade_changes_regrade_id_regrades"),
    )


def downgrade() -> None:
    """Drop them. A report that is told by what differs from another has no body of its own: it is lost, and its base counts again."""
    op.execute(
        sa.text(
            "UPDATE submissions SET rubric_version = base.base_rubric_version, engine_version = base.base_engine_version "
            "FROM reports AS base WHERE base.submission_id = submissions.id AND base.body IS NULL "
            "AND base.rubric_version = submissions.rubric_version AND base.engine_version = submissions.engine_version"
        )
    )
    op.execute(sa.text("DELETE FROM reports WHERE body IS NULL"))
    with op.batch_alter_table("reports") as reports:
        for column in ("base_rubric_version", "base_engine_version", "patch", "total", "regrade_id"):
            reports.drop_column(column)
        reports.alter_column("body", existing_type=sa.Text, nullable=False)
    with op.batch_alter_table("submissions") as submissions:
        submissions.drop_column("reviews")
        submissions.drop_column("reviewed_score")
    for table in (
        "regrade_changes",
        "regrade_pieces",
        "regrades",
        "overrides",
        "bases",
        "marks",
        "judgements",
        "answers",
    ):
        op.drop_table(table)
