"""Parts that were marked before, so that a part that many answer in the same words is marked once.

It changes no verdict and no point: what it is asked by is all that the marks of a part depend on. A part that follows answers to others
is marked anew each time, and so is all of a submission before which others were tried. It belongs to one loaded rubric; the
mapping is the caller's, who decides how much of it is kept.
"""

from __future__ import annotations

from collections.abc import MutableMapping

from fullmarks.find.found import Attempt
from fullmarks.grade.earlier import Earlier, History
from fullmarks.grade.graded import GradedPart
from fullmarks.grade.lateness import Lateness
from fullmarks.records import frozen
from fullmarks.rubric.model import Part


@frozen
class AskedPart:
    """All that the marks of a part depend on; ``late`` is None in time."""

    part: str
    attempts: tuple[Attempt, ...]
    late: Lateness | None


@frozen
class MarkedPart:
    """The marks, and what later parts may follow of them."""

    graded: GradedPart
    histories: tuple[History, ...]


WholeParts = MutableMapping[AskedPart, MarkedPart]


def stands_alone(part: Part) -> bool:
    """Whether nothing in a part follows any answer, in itself or in others."""
    return not any(item.follows for item in part.items)


def asked_part(part: Part, attempts: tuple[Attempt, ...], earlier: Earlier, late: Lateness) -> AskedPart | None:
    """What to ask by; None for what is not remembered."""
    if earlier.tried or not stands_alone(part):
        return None
    return AskedPart(part.id, attempts, late if late.by else None)
