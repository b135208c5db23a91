"""Long lists, a page at a time: by ids, which sort by time, so that a page costs the same wherever it is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute


@dataclass(frozen=True, slots=True)
class Page:
    """Which piece of a list."""

    limit: int
    after: str | None = None
    """The last id of the page before."""
    newest_first: bool = False


def paged(query: Select, ids: InstrumentedAttribute[str], page: Page) -> Select:
    """The rows of one page, in its order."""
    if page.after is not None:
        query = query.where(ids < page.after if page.newest_first else ids > page.after)
    return query.order_by(ids.desc() if page.newest_first else ids).limit(page.limit)
