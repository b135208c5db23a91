"""The tables of regrades. Changes here need a migration beside them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Double, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.ids import LENGTH
from store.moments import Moment
from store.tables import Base


class RegradeRow(Base):
    """Grading again what is stored, under another version of its rubric or of the engine."""

    __tablename__ = "regrades"

    id: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    course_id: Mapped[str] = mapped_column(String(200))
    rubric_id: Mapped[str] = mapped_column(String(200))
    rubric_version: Mapped[str] = mapped_column(String(200))
    engine_version: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(9))
    applies_by_itself: Mapped[bool]
    allow_lower: Mapped[bool]
    submissions: Mapped[int]
    """How many it is about."""
    key_id: Mapped[str | None] = mapped_column(String(LENGTH))
    created_at: Mapped[datetime] = mapped_column(Moment)
    computed_at: Mapped[datetime | None] = mapped_column(Moment)
    applied_at: Mapped[datetime | None] = mapped_column(Moment)
    cause: Mapped[str | None] = mapped_column(Text)
    """Why it failed."""

    __table_args__ = (Index("ix_regrades_course_id_id", "course_id", "id"),)


class PieceRow(Base):
    """A piece of a regrade, done in one transaction by whoever holds it."""

    __tablename__ = "regrade_pieces"

    regrade_id: Mapped[str] = mapped_column(ForeignKey("regrades.id"), primary_key=True)
    phase: Mapped[str] = mapped_column(String(7), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    from_rubric_version: Mapped[str] = mapped_column(String(200))
    from_engine_version: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text)
    """The ids that it is about, as JSON."""
    is_done: Mapped[bool]
    claims: Mapped[int]
    claimed_by: Mapped[str | None] = mapped_column(String(200))
    lease_until: Mapped[datetime] = mapped_column(Moment)
    """Until then it is in a worker's hands."""
    sent_until: Mapped[datetime] = mapped_column(Moment)
    """Until then a message for it is under way."""
    counts: Mapped[str] = mapped_column(Text)
    """What came out, as JSON."""


class ChangeRow(Base):
    """A submission whose report a regrade changes, with the report that it gets."""

    __tablename__ = "regrade_changes"

    regrade_id: Mapped[str] = mapped_column(ForeignKey("regrades.id"), primary_key=True)
    submission_id: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    before: Mapped[float] = mapped_column(Double)
    score: Mapped[float] = mapped_column(Double)
    max_score: Mapped[float] = mapped_column(Double)
    lowers: Mapped[bool]
    """Whether any part's score goes down."""
    changes: Mapped[str] = mapped_column(Text)
    """What changes item by item, as JSON."""
    total: Mapped[str] = mapped_column(Text)
    body: Mapped[str | None] = mapped_column(Text)
    patch: Mapped[str | None] = mapped_column(Text)
    answers: Mapped[str | None] = mapped_column(Text)
    """The ids of its answers, as JSON, where they were found anew."""
