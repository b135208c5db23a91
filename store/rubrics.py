"""Rubrics by version, as their authors wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from store.tables import RubricRow


@dataclass(frozen=True, slots=True)
class RubricName:
    """One version of a rubric."""

    id: str
    version: str
    title: str


@dataclass(frozen=True, slots=True)
class RubricSource:
    """One version of a rubric with the text of its file."""

    name: RubricName
    text: str


def publish(connection: Connection, rubrics: Sequence[RubricSource], now: datetime) -> None:
    """Make these the rubrics that new submissions are graded by; earlier versions and others stay, but don't count.

    The caller's transaction is one that nothing else writes beside (``Database.locked``).
    """
    row = RubricRow
    known = {(found.id, found.version) for found in connection.execute(select(row.id, row.version))}
    connection.execute(update(row).where(row.is_current).values(is_current=False))
    for rubric in rubrics:
        rubric_id, version, title = rubric.name.id, rubric.name.version, rubric.name.title
        if (rubric_id, version) in known:
            is_this = update(row).where(row.id == rubric_id, row.version == version)
            connection.execute(is_this.values(is_current=True))
        else:
            new = insert(row).values(id=rubric_id, version=version, title=title, source=rubric.text)
            connection.execute(new.values(is_current=True, published_at=now))


def current_rubrics(connection: Connection) -> list[RubricName]:
    """The rubrics that new submissions are graded by, in the order of their ids."""
    row = RubricRow
    query = select(row.id, row.version, row.title).where(row.is_current).order_by(row.id)
    return [RubricName(*found) for found in connection.execute(query)]


def rubric_text(connection: Connection, rubric_id: str, version: str) -> str | None:
    """The file of one version of a rubric; None if it was never published."""
    query = select(RubricRow.source).where(RubricRow.id == rubric_id, RubricRow.version == version)
    return connection.scalar(query)
