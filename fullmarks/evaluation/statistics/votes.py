"""The answer that most of a model's outputs agree on, by meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def majority(groups: Sequence[Hashable], right: Sequence[bool]) -> float:
    """1 where the largest group is right, 0 where it is not; a right one among n equally large ones has a chance of 1/n.

    ``groups`` says to which group each answer belongs, ``right`` whether it is right. Without answers nothing is right. The
    vote is that of Wang et al. (2022), “Self-consistency improves chain of thought reasoning”, arXiv:2203.11171.
    """
    sizes = Counter(groups)
    if not sizes:
        return 0.0
    most = max(sizes.values())
    largest = {group for group, size in sizes.items() if size == most}
    right_ones = {group for group, is_right in zip(groups, right, strict=True) if is_right} & largest
    return len(right_ones) / len(largest)
