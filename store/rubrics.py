"""Rubrics by version, as their authors wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from store.tables import RubricRow


@dataclass(frozen=True, slots=True)
class RubricSource:
    """One version of a rubric; ``text`` is its file's."""

    id: str
    version: str
    title: str
    text: str


def publish(connection: Connection, rubrics: Sequence[RubricSource], now: datetime) -> None:
    """Make these the rubrics that new submissions are graded by; earlier versions and others stay, but don't count.

    The caller's transaction is one that nothing else writes beside (``Database.locked``).
    """
    row = RubricRow
    known = {(found.id, found.version) for found in connection.execute(select(row.id, row.version))}
    connection.execute(update(row).where(row.is_current).values(is_current=False))
    for rubric in rubrics:
        if (rubric.id, rubric.version) in known:
            is_this = update(row).where(row.id == rubric.id, row.version == rubric.version)
            connection.execute(is_this.values(is_current=True))
        else:
            connection.execute(
                insert(row).values(
                    id=rubric.id,
                    version=rubric.version,
                    title=rubric.title,
                    source=rubric.text,
                    is_current=True,
                    published_at=now,
                )
            )


def current_rubrics(connection: Connection) -> list[RubricSource]:
    """The rubrics that new submissions are graded by, in the order of their ids."""
    query = select(RubricRow).where(RubricRow.is_current).order_by(RubricRow.id)
    return [RubricSource(row.id, row.version, row.title, row.source) for row in connection.execute(query)]


def rubric_source(connection: Connection, rubric_id: str, version: str) -> RubricSource | None:
    """One version of a rubric; None if it was never published."""
    query = select(RubricRow).where(RubricRow.id == rubric_id, RubricRow.version == version)
    row = connection.execute(query).one_or_none()
    return RubricSource(row.id, row.version, row.title, row.source) if row else None
