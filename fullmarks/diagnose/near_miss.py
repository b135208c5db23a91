"""What a near miss is, and the bounded trials by which it is shown to be true."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from fullmarks.compare.arrays.glimpses import ArrayGlimpses
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.compare.points.glimpses import Glimpses
from fullmarks.compare.ratio import constant_ratio
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.nodes import Node
from fullmarks.outcome import Diagnosis
from fullmarks.records import frozen

MOST_TRIALS = 200
"""Comparisons that explaining one answer may make."""
TRIALS_AN_ENTRY = 6
"""As many more for each entry of a matrix or list."""
EVALUATIONS_A_TRIAL = 20_000
EVALUATIONS_OF_GLIMPSES = 20_000
"""What looking at all suspicions may cost together."""
GLIMPSES_AN_ENTRY = 200
"""As much more for each entry."""


class Trial:
    """Asks whether a suspicion is true, a bounded number of times; past that nothing is true any more.

    A suspicion is refuted at a glimpse where it is false, as nearly all are; what survives is shown by a comparison.
    """

    __slots__ = ("_compared", "_glimpses", "_of_arrays", "_ratios", "_workspace", "assumptions", "left")

    def __init__(self, assumptions: Assumptions, entries: int = 1) -> None:
        limits = assumptions.limits
        evaluations = min(limits.evaluations, EVALUATIONS_A_TRIAL)
        workspace = self._workspace = assumptions.workspace or Workspace()
        self.assumptions = replace(
            assumptions, workspace=workspace, limits=replace(limits, evaluations=evaluations, proof_seconds=0)
        )
        self.left = MOST_TRIALS + TRIALS_AN_ENTRY * entries
        evaluations = EVALUATIONS_OF_GLIMPSES + GLIMPSES_AN_ENTRY * entries
        self._glimpses = Glimpses(self.assumptions, workspace, evaluations)
        self._of_arrays = ArrayGlimpses(self.assumptions, evaluations)
        self._compared: dict[tuple[int, int], bool | None] = {}
        self._ratios: dict[tuple[int, int], Fraction | None] = {}

    def same(self, one: Node, other: Node) -> bool:
        """Whether two trees are known to be equal."""
        if self.left <= 0:
            return False
        self.left -= 1
        return not self.refuted(one, other) and equal(one, other, self.assumptions).equal is True

    def refuted(self, one: Node, other: Node) -> bool:
        """Whether a glimpse shows that two trees are not the same; it costs next to nothing, and no trial."""
        arrays = self.assumptions.arrays
        if arrays and (arrays.stand_in(one) or arrays.stand_in(other)):
            return self._of_arrays.refute_equality(one, other)
        return self._glimpses.refute_equality(one, other)

    def spoilt(self, expected: Node, spoil: Callable[..., Iterable[Node]], *how: Hashable) -> tuple[Node, ...]:
        """What ``spoil(expected, *how)`` gives: made once for each key, since each further answer is compared with it again."""
        return self._workspace.spoilt(expected, spoil, *how)

    def all_same(self, answer: Sequence[Node], expected: Sequence[Node]) -> bool:
        """Whether all pairs of two rows of the same length are known to be equal."""
        return all(self.same(one, other) for one, other in zip(answer, expected, strict=True))

    def different(self, answer: Sequence[Node], expected: Sequence[Node]) -> tuple[int, ...] | None:
        """The places at which two rows of the same length differ; None where some comparison could not be decided."""
        if self.left < len(answer):
            return None
        self.left -= len(answer)
        found = [self._equal(one, other) for one, other in zip(answer, expected, strict=True)]
        return None if None in found else tuple(place for place, same in enumerate(found) if not same)

    def _equal(self, one: Node, other: Node) -> bool | None:
        """What a comparison of two entries said, however often it is asked for."""
        pair = id(one), id(other)
        if pair not in self._compared:
            parted = not self.assumptions.arrays and self._glimpses.part(one, other)
            self._compared[pair] = False if parted else equal(one, other, self.assumptions).equal
        return self._compared[pair]

    def ratio(self, one: Node, other: Node) -> Fraction | None:
        """The rational number, not 1, that one tree is of the other everywhere, if it is known."""
        if self.left <= 0:
            return None
        self.left -= 1
        pair = id(one), id(other)
        if pair not in self._ratios:
            refuted = not self.assumptions.arrays and self._glimpses.refute_proportion(one, other)
            self._ratios[pair] = None if refuted else constant_ratio(one, other, self.assumptions)
        return self._ratios[pair]


Explain = Callable[[Node, Node, Trial], Diagnosis | None]
"""The explanation of an answer, in that order: answer, key; None where this near miss is not what happened."""


@frozen
class NearMiss:
    """One way of being nearly right. What ``explain`` returns is true, its student's sentence does not give the key away."""

    code: str
    explain: Explain
    may_be_of: Callable[[Node], bool] = lambda _: True
    """Whether a key can be missed in this way at all; a rubric need not give credit for what cannot happen."""
