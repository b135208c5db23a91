"""What the points that two scalars were tried at showed, counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from fullmarks.compare.points.generic import Point
from fullmarks.compare.points.seen import Seen

_A_REGION = 2
"""So many generic points without a value on one side are no accident."""


@dataclass(slots=True)
class Tally:
    """What the points so far showed."""

    wanted: int
    agreed: int = 0
    exact: bool = True
    """Whether all agreed in exact arithmetic."""
    bits: int = 0
    """To how many bits one point agreed with every term counted."""
    beyond: int = 0
    """Points that lie too far out for an indexed sum."""
    lacking: list[tuple[Point, Seen]] = field(default_factory=list)
    """Points at which one side alone has a value."""

    def lacks_a_region(self, *, discrete: bool) -> bool:
        """Whether one side alone has values on more than isolated points: generic points never meet those by chance.

        ``discrete``: some symbol counts, so that points without a value may be isolated and still be met.
        """
        if len(self.lacking) < _A_REGION:
            return False
        if any(seen.lacking != "pole" for _, seen in self.lacking):
            return True
        return not discrete or len(self.lacking) > self.agreed + _A_REGION
