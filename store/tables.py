"""The tables. Changes here need a migration beside them (``store/migrations/versions``)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Double, Enum, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, MetaData, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from store.ids import LENGTH
from store.moments import Moment
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


class RubricRow(Base):
    """A rubric in one version: never changed once it is here."""

    __tablename__ = "rubrics"

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
    idempotency_key: Mapped[str | None] = mapped_column(String(200), unique=True)
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

    __table_args__ = (
        ForeignKeyConstraint(["rubric_id", "rubric_version"], ["rubrics.id", "rubrics.version"]),
        # What the sweeper looks through: only the few that are not finished, by lease.
        Index(
            "ix_submissions_unfinished",
            "lease_until",
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
    )


class ReportRow(Base):
    """One grading of a submission: a report, kept whole."""

    __tablename__ = "reports"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    rubric_version: Mapped[str] = mapped_column(String(200), primary_key=True)
    engine_version: Mapped[str] = mapped_column(String(200), primary_key=True)
    score: Mapped[float] = mapped_column(Double)
    max_score: Mapped[float] = mapped_column(Double)
    body: Mapped[str] = mapped_column(Text)
    """The report as JSON, the very bytes that are served."""
    graded_at: Mapped[datetime] = mapped_column(Moment)
