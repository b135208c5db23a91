"""The chance that at least one of k answers to a problem is right."""

from __future__ import annotations

import math


def pass_at_k(right: int, of: int, k: int) -> float:
    """The unbiased estimate from ``of`` answers, ``right`` of them right; k is at most ``of``.

    Chen et al. (2021), “Evaluating large language models trained on code”, arXiv:2107.03374, equation 1, in whole numbers.
    """
    return 1 - math.comb(of - right, k) / math.comb(of, k)


def usual_ks(least: int) -> tuple[int, ...]:
    """1, 2, 4 … up to the number of answers that each problem has, and that number itself."""
    powers = [1 << power for power in range(least.bit_length()) if 1 << power <= least]
    return tuple(dict.fromkeys([*powers, least]))
