"""On what condition something may be changed: that it still is as its sender saw it (If-Match), or is not there (If-None-Match)."""

from __future__ import annotations

from typing import Annotated

from flask import request
from pydantic import Field

from service.api.model import ApiModel
from service.refused import RefusedError


class ConditionHeaders(ApiModel):
    """The headers of a condition."""

    if_match: Annotated[
        str | None,
        Field(alias="If-Match", max_length=2000, description="The ETag of what is to be replaced, as GET gave it."),
    ] = None
    if_none_match: Annotated[
        str | None,
        Field(alias="If-None-Match", max_length=2000, description="`*`, where nothing is to be replaced."),
    ] = None


def etag(version: str) -> str:
    """A version as the header ETag writes it."""
    return f'"{version}"'


def refuse_unless_expected(current: str | None) -> None:
    """Look whether the request's condition holds, with the version that there is now; None: there is none.

    Raises ``RefusedError``: ``condition_needed`` for a change of what is there without any, ``changed_meanwhile``.
    """
    if "If-None-Match" in request.headers:
        holds = not (current is not None and request.if_none_match.contains_weak(current))
    elif "If-Match" in request.headers:
        # A weak tag says that two are much alike, which is not enough to write over one.
        holds = current is not None and (request.if_match.star_tag or request.if_match.is_strong(current))
    elif current is None:
        return
    else:
        raise RefusedError(
            "condition_needed",
            "There is such a rubric already. Send its ETag as If-Match, so that nobody else's change is lost.",
        )
    if not holds:
        is_now = f"it is {etag(current)} now" if current else "there is none now"
        raise RefusedError("changed_meanwhile", f"The rubric is not as this request expects: {is_now}. Get it again.")
