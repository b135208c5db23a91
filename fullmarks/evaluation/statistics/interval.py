"""An estimate with the interval in which the true value lies, 95 times of 100."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist, fmean

from fullmarks.records import frozen

LEVEL = 0.95
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)
"""So many standard errors to either side."""
SMALLEST = 1e-12
"""A smaller standard error is a 0 that was rounded."""


@frozen
class Estimate:
    """Shares, from 0 to 1; differences of shares, from -1 to 1."""

    value: float
    low: float
    high: float


def wilson(right: int, of: int) -> Estimate:
    """A share of independent answers. Needs at least one answer.

    The score interval of Wilson (1927), “Probable inference, the law of succession, and statistical inference”, JASA 22, 209–212: it
    stays inside 0…1 and says something at 0 and at 1 too.
    """
    share = right / of
    spread = Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return Estimate(share, min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half)))


def of_means(values: Sequence[float]) -> Estimate:
    """The mean of one value in 0…1 a problem. Needs at least one value.

    Its standard error is that of the problems' means, which is what clusters of answers that belong together ask for: Miller (2024),
    “Adding error bars to evals”, arXiv:2411.00640. Where all values are the same that error would be 0; Wilson's interval for as many
    independent answers is wider, and is taken.
    """
    value = fmean(values)
    error = standard_error(values)
    if error < SMALLEST:
        wide = wilson(round(value * len(values)), len(values))
        return Estimate(value, min(value, wide.low), max(value, wide.high))
    return Estimate(value, max(0.0, value - Z * error), min(1.0, value + Z * error))


def clustered(right: Sequence[int], of: Sequence[int]) -> Estimate:
    """The share of right answers where problem i has ``right[i]`` of ``of[i]``; problems with more answers count for more.

    The clustered standard error of Miller (2024), section 2.2: residuals are added up within a problem before they are squared; with
    n/(n - 1) for n problems, so that it is the error of the problems' means where each has as many answers.
    """
    answers, problems = sum(of), len(of)
    share = sum(right) / answers
    residuals = [one - share * many for one, many in zip(right, of, strict=True)]
    correction = problems / (problems - 1) if problems > 1 else 0.0
    error = math.sqrt(correction * sum(residual * residual for residual in residuals)) / answers
    if error < SMALLEST:
        wide = wilson(round(share * problems), problems)
        return Estimate(share, min(share, wide.low), max(share, wide.high))
    return Estimate(share, max(0.0, share - Z * error), min(1.0, share + Z * error))


def standard_error(values: Sequence[float]) -> float:
    """Of the mean of independent values; 0 for fewer than two."""
    if len(values) < 2:
        return 0.0
    mean = fmean(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1) / len(values))
