"""How the scores of a class are spread."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from statistics import fmean

from fullmarks.records import frozen

MOST_BINS = 15
_STEPS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0)
_QUARTERS = (0.25, 0.5, 0.75)


@frozen
class Bin:
    """So many scores from ``low`` up to ``high``, which belongs to the next one but for the last."""

    low: float
    high: float
    count: int


@frozen
class Scores:
    """All scores. Without any, the numbers about them are 0."""

    count: int
    max_score: float
    mean: float
    deviation: float
    """The standard deviation of the sample."""
    lowest: float
    quartiles: tuple[float, float, float]
    highest: float
    bins: tuple[Bin, ...]


def scores(earned: Sequence[float], max_score: float) -> Scores:
    """The spread of scores; ``max_score`` is what could be earned, though optional items may bring more."""
    ordered = sorted(earned)
    if not ordered:
        return Scores(0, max_score, 0, 0, 0, (0, 0, 0), 0, ())
    mean = fmean(ordered)
    squares = sum((one - mean) ** 2 for one in ordered)
    deviation = sqrt(squares / (len(ordered) - 1)) if len(ordered) > 1 else 0.0
    low, middle, high = (_quantile(ordered, part) for part in _QUARTERS)
    bins = _bins(ordered, max(max_score, ordered[-1]))
    return Scores(len(ordered), max_score, mean, deviation, ordered[0], (low, middle, high), ordered[-1], bins)


def _quantile(ordered: Sequence[float], part: float) -> float:
    """Between the two nearest values, in proportion."""
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _bins(ordered: Sequence[float], most: float) -> tuple[Bin, ...]:
    """As wide as a person would make them: as many as may be, and round."""
    least = 1 if all(one.is_integer() for one in map(float, ordered)) else 0
    width = next((step for step in _STEPS if step >= least and most <= step * MOST_BINS), most / MOST_BINS)
    counts = [0] * max(1, ceil(most / width))
    for one in ordered:
        counts[max(0, min(len(counts) - 1, int(one / width)))] += 1
    return tuple(Bin(number * width, (number + 1) * width, count) for number, count in enumerate(counts))
