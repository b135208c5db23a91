"""Two models on the same problems: how far apart they are, and whether chance alone might explain it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist, fmean

from fullmarks.evaluation.statistics.interval import Estimate, Z, standard_error, wilson
from fullmarks.records import frozen

MOST_EXACT = 10_000
"""Up to so many problems on which the two differ, the chance is worked out exactly."""


@frozen
class Comparison:
    """The second model's share less the first's; ``p`` is the chance of so large a difference between equally good models."""

    difference: Estimate
    only_first: int
    only_second: int
    problems: int
    p: float
    method: str


def compared(first: Sequence[float], second: Sequence[float]) -> Comparison:
    """Of one share of right answers a problem and model, in the same order; needs at least one problem."""
    problems = len(first)
    only_first = sum(one > other for one, other in zip(first, second, strict=True))
    only_second = sum(other > one for one, other in zip(first, second, strict=True))
    if all(share in (0, 1) for share in (*first, *second)):
        both = sum(one == other == 1 for one, other in zip(first, second, strict=True))
        difference = newcombe(both, only_first, only_second, problems)
        p = mcnemar(only_first, only_second)
        return Comparison(difference, only_first, only_second, problems, p, "McNemar's exact test, Newcombe's interval")
    differences = [other - one for one, other in zip(first, second, strict=True)]
    value, error = fmean(differences), standard_error(differences)
    difference = Estimate(value, max(-1.0, value - Z * error), min(1.0, value + Z * error))
    p = 2 * (1 - NormalDist().cdf(abs(value) / error)) if error else 1.0
    return Comparison(difference, only_first, only_second, problems, p, "paired differences by problem")


def mcnemar(only_first: int, only_second: int) -> float:
    """The two-sided chance: each problem on which just one is right is a fair coin.

    McNemar (1947), Psychometrika 12, 153–157, with the exact binomial; beyond ``MOST_EXACT`` by the normal curve, with continuity
    correction.
    """
    tosses, fewer = only_first + only_second, min(only_first, only_second)
    if tosses > MOST_EXACT:
        distance = max(0.0, abs(only_first - only_second) - 1) / math.sqrt(tosses)
        return 2 * (1 - NormalDist().cdf(distance))
    tail, term = 0, 1
    for heads in range(fewer + 1):
        tail += term
        term = term * (tosses - heads) // (heads + 1)
    return min(1.0, 2 * tail / (1 << tosses))


def newcombe(both: int, only_first: int, only_second: int, of: int) -> Estimate:
    """The difference of two paired shares, second less first.

    Method 10 of Newcombe (1998), “Improved confidence intervals for the difference between binomial proportions based on paired data”,
    Statistics in Medicine 17, 2635–2650: Wilson's intervals of the two shares, joined by their correlation.
    """
    first, second = wilson(both + only_first, of), wilson(both + only_second, of)
    correlation = _correlation(both, only_first, only_second, of)
    value = second.value - first.value
    below = _joined(second.value - second.low, first.high - first.value, correlation)
    above = _joined(second.high - second.value, first.value - first.low, correlation)
    return Estimate(value, max(-1.0, value - below), min(1.0, value + above))


def _correlation(both: int, only_first: int, only_second: int, of: int) -> float:
    neither = of - both - only_first - only_second
    margins = (both + only_first) * (only_second + neither) * (both + only_second) * (only_first + neither)
    if not margins:
        return 0.0
    excess = float(both * neither - only_first * only_second)
    if excess > 0:
        excess = max(0.0, excess - of / 2)
    return excess / math.sqrt(margins)


def _joined(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(0.0, one * one - 2 * correlation * one * other + other * other))
