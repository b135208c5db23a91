"""The tables. Changes here need a migration beside them (``store/migrations/versions``)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    Double,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from store.ids import LENGTH
from store.moments import Moment
from store.scope import Scope
from store.state import State

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


UNFINISHED = text("state IN ('received', 'queued', 'grading')")
"""Of a submission; written out, since a database uses a partial index only where it sees the index's own condition."""


class Base(DeclarativeBase):
    """All tables; constraints are named by rule, so that migrations can name them too."""

    metadata = MetaData(naming_convention=NAMES)


class CourseRow(Base):
    """A course: it owns rubrics, submissions and keys, and sees nothing of another's."""

    __tablename__ = "courses"

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Moment)


class KeyRow(Base):
    """An API key. What is stored does not tell what the key is."""

    __tablename__ = "keys"

    id: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    course_id: Mapped[str | None] = mapped_column(ForeignKey("courses.id"))
    """The course that it opens; null opens all of them, for administrators."""
    scope: Mapped[Scope] = mapped_column(
        Enum(Scope, native_enum=False, length=8, values_callable=lambda scopes: [str(scope) for scope in scopes])
    )
    student: Mapped[str | None] = mapped_column(Text)
    """Whose submissions a student's key hands in and sees."""
    label: Mapped[str] = mapped_column(Text)
    secret_hash: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the secret, in hexadecimal digits: the secret is 256 bits of chance, so a slow hash adds nothing."""
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)


class AuditRow(Base):
    """Who changed what, and when; never changed or removed by the service."""

    __tablename__ = "audit"

    id: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    course_id: Mapped[str | None] = mapped_column(String(200))
    key_id: Mapped[str | None] = mapped_column(String(LENGTH))
    """The key that did it; null for the operator's own commands, and where nobody is asked who they are."""
    action: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(Text)
    """What it was done to, such as a submission's id."""
    detail: Mapped[str] = mapped_column(Text)
    """What changed, as JSON; no secret and no answer."""

    __table_args__ = (Index("ix_audit_course_id_id", "course_id", "id"),)


class RubricRow(Base):
    """A rubric in one version: never changed once it is here."""

    __tablename__ = "rubrics"

    course_id: Mapped[str] = mapped_column(ForeignKey("courses.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    version: Mapped[str] = mapped_column(String(200), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    """The file's text as its author wrote it."""
    is_current: Mapped[bool]
    """New submissions are graded by this version."""
    published_at: Mapped[datetime] = mapped_column(Moment)


class SubmissionRow(Base):
    """What was handed in, and where it stands."""

    __tablename__ = "submissions"

    id: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    course_id: Mapped[str] = mapped_column(String(200))
    rubric_id: Mapped[str] = mapped_column(String(200))
    rubric_version: Mapped[str] = mapped_column(String(200))
    """The version whose report counts."""
    engine_version: Mapped[str | None] = mapped_column(String(200))
    """The engine whose report counts; null until graded."""
    state: Mapped[State] = mapped_column(
        Enum(State, native_enum=False, length=8, values_callable=lambda states: [str(state) for state in states])
    )
    student: Mapped[str | None] = mapped_column(Text)
    external_id: Mapped[str | None] = mapped_column(Text)
    handed_in: Mapped[bytes] = mapped_column(LargeBinary)
    """The body of the request, byte for byte."""
    idempotency_key: Mapped[str | None] = mapped_column(String(200))
    """The sender's; a course has each once."""
    key_id: Mapped[str | None] = mapped_column(String(LENGTH))
    """The key that handed it in."""
    received_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    lease_until: Mapped[datetime] = mapped_column(Moment)
    """Until then the row is in somebody's hands: a message's, or a worker's."""
    sends: Mapped[int]
    """How many messages have carried it."""
    claims: Mapped[int]
    """How many times a worker has begun to grade it."""
    claimed_by: Mapped[str | None] = mapped_column(String(200))
    """The delivery under which it was last claimed."""
    cause: Mapped[str | None] = mapped_column(Text)
    """Why it failed, for staff."""
    reviews: Mapped[str | None] = mapped_column(Text)
    """What people decided, as a patch on the report that counts (``fullmarks.report.patch``)."""
    reviewed_score: Mapped[float | None] = mapped_column(Double)
    """The score with what they decided; null where nobody did."""

    __table_args__ = (
        ForeignKeyConstraint(
            ["course_id", "rubric_id", "rubric_version"],
            ["rubrics.course_id", "rubrics.id", "rubrics.version"],
            name="fk_submissions_rubrics",
        ),
        UniqueConstraint("course_id", "idempotency_key"),
        # Lists are paged by id, which is the order in time.
        Index("ix_submissions_course_id_rubric_id_id", "course_id", "rubric_id", "id"),
        Index("ix_submissions_course_id_student_id", "course_id", "student", "id"),
        # What the sweeper looks through: only the few that are not finished, by lease.
        Index(
            "ix_submissions_unfinished",
            "lease_until",
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
    )


class ReportRow(Base):
    """One grading of a submission: a report, kept whole, or told by what differs from an earlier one."""

    __tablename__ = "reports"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    rubric_version: Mapped[str] = mapped_column(String(200), primary_key=True)
    engine_version: Mapped[str] = mapped_column(String(200), primary_key=True)
    score: Mapped[float] = mapped_column(Double)
    max_score: Mapped[float] = mapped_column(Double)
    body: Mapped[str | None] = mapped_column(Text)
    """The report as JSON, the very bytes that are served; null where it is that of the base, but for its head and the patch."""
    base_rubric_version: Mapped[str | None] = mapped_column(String(200))
    base_engine_version: Mapped[str | None] = mapped_column(String(200))
    patch: Mapped[str | None] = mapped_column(Text)
    """What differs from the base (``fullmarks.report.patch``); null where nothing does."""
    total: Mapped[str | None] = mapped_column(Text)
    """All parts added up, as an exact fraction, before the total is rounded; null for what was graded before there were marks."""
    regrade_id: Mapped[str | None] = mapped_column(String(LENGTH))
    """The regrade that made it; null for the first grading."""
    graded_at: Mapped[datetime] = mapped_column(Moment)
