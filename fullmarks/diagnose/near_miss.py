"""What a near miss is, and the bounded trials by which it is shown to be true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.compare.first_point import surely_different
from fullmarks.compare.ratio import constant_ratio
from fullmarks.expr.nodes import Node
from fullmarks.outcome import Diagnosis

MOST_TRIALS = 200
"""Comparisons that explaining one answer may make."""
TRIALS_AN_ENTRY = 6
"""As many more for each entry of a matrix or list."""
EVALUATIONS_A_TRIAL = 20_000


class Trial:
    """Asks whether a suspicion is true, a bounded number of times; past that nothing is true any more."""

    __slots__ = ("assumptions", "left")

    def __init__(self, assumptions: Assumptions, entries: int = 1) -> None:
        limits = assumptions.limits
        evaluations = min(limits.evaluations, EVALUATIONS_A_TRIAL)
        self.assumptions = replace(assumptions, limits=replace(limits, evaluations=evaluations, proof_seconds=0))
        self.left = MOST_TRIALS + TRIALS_AN_ENTRY * entries

    def same(self, one: Node, other: Node) -> bool:
        """Whether two trees are known to be equal."""
        if self.left <= 0:
            return False
        self.left -= 1
        if surely_different(one, other, self.assumptions):
            return False
        return equal(one, other, self.assumptions).equal is True

    def all_same(self, answer: Sequence[Node], expected: Sequence[Node]) -> bool:
        """Whether all pairs of two rows of the same length are known to be equal."""
        return all(self.same(one, other) for one, other in zip(answer, expected, strict=True))

    def different(self, answer: Sequence[Node], expected: Sequence[Node]) -> tuple[int, ...] | None:
        """The places at which two rows of the same length differ; None where some comparison could not be decided."""
        if self.left < len(answer):
            return None
        self.left -= len(answer)
        found = [equal(one, other, self.assumptions).equal for one, other in zip(answer, expected, strict=True)]
        return None if None in found else tuple(place for place, same in enumerate(found) if not same)

    def ratio(self, one: Node, other: Node) -> Fraction | None:
        """The rational number that one tree is of the other everywhere, if it is known."""
        if self.left <= 0:
            return None
        self.left -= 1
        return constant_ratio(one, other, self.assumptions)


Explain = Callable[[Node, Node, Trial], Diagnosis | None]
"""The explanation of an answer, in that order: answer, key; None where this near miss is not what happened."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """One way of being nearly right. What ``explain`` returns is true, its student's sentence does not give the key away."""

    code: str
    explain: Explain
    may_be_of: Callable[[Node], bool] = lambda _: True
    """Whether a key can be missed in this way at all; a rubric need not give credit for what cannot happen."""
