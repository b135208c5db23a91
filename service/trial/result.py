"""What a trial finds out, as the process that tries tells it to the one that asked."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Place(BaseModel):
    """Something to say about a place in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: int
    column: int
    what: str


class Trial(BaseModel):
    """A rubric's name, and all that is wrong with it; a rubric with mistakes has no name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""
    version: str = ""
    title: str = ""
    examples: int = 0
    mistakes: tuple[Place, ...] = ()
    """It cannot be used, or marks one of its own examples otherwise than its author expects."""
    notes: tuple[Place, ...] = ()
    """It can be used, but this is hardly meant."""
