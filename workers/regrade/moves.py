"""What changes for one submission, as the store keeps it and the service shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pydantic import TypeAdapter

from fullmarks.outcome import Verdict
from fullmarks.report.changes import Change, Standing
from fullmarks.report.model import Points, ReportModel


class MovedStanding(ReportModel):
    """The result of an item that counts; for a whole part there is no verdict."""

    verdict: Verdict | None
    points: Points


class Move(ReportModel):
    """One item, or a part whose score moved by itself; null on the side where it is not in the rubric."""

    place: str
    before: MovedStanding | None
    after: MovedStanding | None
    reasons: tuple[str, ...]


MOVES = TypeAdapter(tuple[Move, ...])


def moved(change: Change) -> Move:
    """A change in this form."""
    return Move(
        place=change.place, before=_standing(change.before), after=_standing(change.after), reasons=change.reasons
    )


def written(moves: Iterable[Move]) -> str:
    """All of them as JSON."""
    return json.dumps([move.model_dump(mode="json") for move in moves], ensure_ascii=False, separators=(",", ":"))


def points(standing: MovedStanding | None) -> Points:
    """Those of one side."""
    return standing.points if standing else 0


def _standing(standing: Standing | None) -> MovedStanding | None:
    return MovedStanding(verdict=standing.verdict, points=standing.points) if standing else None
