"""How every long list is asked for and answered: ``?limit=`` rows from ``?after=`` on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from service.api.model import ApiModel
from store.ids import LENGTH
from store.page import Page

MOST_ROWS = 200


class PageQuery(ApiModel):
    """Which page; a list's own query is a model that inherits from this one."""

    after: Annotated[
        str | None,
        Field(
            pattern=rf"^[0-9a-z]{{{LENGTH}}}$",
            description="The `next` of the page before. Without it the first page is meant.",
        ),
    ] = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="How many at most. By default 50.")] = 50
    order: Annotated[Literal["oldest", "newest"], Field(description="Which come first. By default the oldest.")] = (
        "oldest"
    )

    @property
    def page(self) -> Page:
        """One row more than is asked for: whether there is one tells whether there is another page."""
        return Page(self.limit + 1, self.after, newest_first=self.order == "newest")


Next = Annotated[str | None, Field(description="What to send as `after` for the next page; null on the last one.")]


def next_after(ids: list[str], limit: int) -> str | None:
    """The ``next`` of a page, from the ids of one row more than it shows."""
    return ids[limit - 1] if len(ids) > limit else None
