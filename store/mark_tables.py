"""The tables of what is answered and what it comes to. Changes here need a migration beside them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from store.ids import LENGTH
from store.moments import Moment
from store.tables import Base

HASH_BYTES = 16
"""Of hashes that tell things apart: nobody can make two things of one hash."""
OPEN = text("verdict IN ('needs_review', 'unreadable', 'several_answers')")
"""Of a judgement: a person must look."""


class AnswerRow(Base):
    """One answer to an item, with all that its result depends on beside the rubric; however many gave it, it is here once."""

    __tablename__ = "answers"

    id: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), primary_key=True)
    """A hash of the course, the rubric and the answer: two workers that meet it at once give it the same."""
    course_id: Mapped[str] = mapped_column(String(200))
    rubric_id: Mapped[str] = mapped_column(String(200))
    item: Mapped[str] = mapped_column(String(400))
    text: Mapped[str] = mapped_column(Text)
    """Its beginning, for lists."""

    __table_args__ = (Index("ix_answers_course_id_rubric_id_item", "course_id", "rubric_id", "item"),)


class JudgementRow(Base):
    """What an answer comes to under one basis: an item of one version or of several that agree in it."""

    __tablename__ = "judgements"

    answer_id: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), primary_key=True)
    basis: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), primary_key=True)
    verdict: Mapped[str] = mapped_column(String(16))
    points: Mapped[str] = mapped_column(Text)
    """Those that count, as an exact fraction."""
    pending: Mapped[str] = mapped_column(Text)
    attempt: Mapped[int | None]
    attempts: Mapped[int]
    group_key: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    """A hash of what the answer means."""
    diagnosis: Mapped[str | None] = mapped_column(String(80))
    evidence: Mapped[str] = mapped_column(String(16))
    shown: Mapped[str] = mapped_column(Text)
    """The item's entries in the report, one an attempt, without their spans."""
    shown_key: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    """A hash of that: where two agree the report says the same."""

    __table_args__ = (
        Index("ix_judgements_basis_group_key", "basis", "group_key"),
        # What people look through: only the few answers that nobody has decided on.
        Index("ix_judgements_open", "verdict", "answer_id", "basis", sqlite_where=OPEN, postgresql_where=OPEN),
    )


class MarkRow(Base):
    """That a submission gives an answer; what it comes to is a judgement, under the basis of the version that counts."""

    __tablename__ = "marks"

    submission_id: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    answer_id: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), primary_key=True)

    __table_args__ = (
        Index("ix_marks_answer_id_submission_id", "answer_id", "submission_id"),
        {"sqlite_with_rowid": False},
    )


class BasisRow(Base):
    """An item of a rubric in one version, as the database counts by it; written when something is first graded under it."""

    __tablename__ = "bases"

    course_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    rubric_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    rubric_version: Mapped[str] = mapped_column(String(200), primary_key=True)
    engine_version: Mapped[str] = mapped_column(String(200), primary_key=True)
    item: Mapped[str] = mapped_column(String(400), primary_key=True)
    position: Mapped[int]
    max_points: Mapped[str] = mapped_column(Text)
    basis: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))


class OverrideRow(Base):
    """A person's decision on one item of a submission; it counts before what the engine finds."""

    __tablename__ = "overrides"

    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(400), primary_key=True)
    id: Mapped[str] = mapped_column(String(LENGTH), unique=True)
    course_id: Mapped[str] = mapped_column(String(200))
    rubric_id: Mapped[str] = mapped_column(String(200))
    verdict: Mapped[str] = mapped_column(String(16))
    points: Mapped[str] = mapped_column(Text)
    """As an exact fraction."""
    reason: Mapped[str] = mapped_column(Text)
    """For staff."""
    feedback: Mapped[str] = mapped_column(Text)
    """For the student."""
    group_key: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    """What the answer meant when it was decided."""
    is_stale: Mapped[bool]
    """The answer means something else by now, and somebody must look again."""
    key_id: Mapped[str | None] = mapped_column(String(LENGTH))
    decided_at: Mapped[datetime] = mapped_column(Moment)

    __table_args__ = (Index("ix_overrides_course_id_rubric_id_item", "course_id", "rubric_id", "item"),)
