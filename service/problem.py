"""What an error looks like over HTTP (RFC 9457); which error has which status is in ``service.problems``."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class ProblemPlace(BaseModel):
    """One mistake: its place (a JSON path, or line and column), and what is wrong there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    where: str
    what: str


class Problem(BaseModel):
    """What went wrong; ``type`` is stable, for programs, and ``detail`` is for people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[ProblemPlace, ...]
